"""The command line: what it says, where it says it, and its exit codes."""

import json
import re
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.commands.common import ExitCode

TALKS = (
    "Ferry talks open\n\nThe Ferry Crews Union and Costa Lines resumed talks in "
    'Aveiro on Monday. "We want more leave," said Marta Sousa, the union\'s chief '
    "negotiator.\n"
)


def parley(*words):
    return CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)


@pytest.fixture
def ferries(tmp_path):
    folder = tmp_path / "ferries"
    folder.mkdir()
    (folder / "monday.txt").write_text(TALKS, encoding="utf-8")
    (folder / "manifest.csv").write_text(
        "file,title,publisher,url,published\nmonday.txt,,Harbour News,,2021-05-03\n",
        encoding="utf-8",
    )
    return folder


def test_importing_the_command_line_imports_no_language_model():
    code = "import sys, graph.cli; print([m for m in sys.modules if m in HEAVY])"
    code = code.replace("HEAVY", "{'spacy','rdflib','pandas','onnxruntime','networkx'}")

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["build", "extract"])
def test_a_missing_folder_is_named_on_stderr_with_exit_3(name, tmp_path):
    out = ["--out", tmp_path / "out"] if name == "build" else []

    done = parley(name, tmp_path / "gone", *out)

    assert done.exit_code == ExitCode.BAD_INPUT
    assert "there is no such file or folder" in done.stderr
    assert done.stdout == ""
    assert not (tmp_path / "out").exists()


def test_asking_where_no_graph_is_says_how_to_make_one(tmp_path):
    done = parley("timeline", "--graph", tmp_path / "none")

    assert done.exit_code == ExitCode.BAD_INPUT
    assert "parley build" in done.stderr
    assert done.stdout == ""


def test_an_unknown_option_is_a_usage_error():
    assert parley("build", "--colour").exit_code == 2


@pytest.mark.model
def test_a_build_prints_only_its_answer_on_stdout(ferries, tmp_path):
    done = parley("build", ferries, "--out", tmp_path / "out")

    assert done.exit_code == ExitCode.OK
    assert "look further" not in done.stdout
    assert "look further" in done.stderr
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert {"graph.trig", "page.html", "store"} <= set(names)


@pytest.mark.model
def test_a_bad_file_is_skipped_counted_and_the_rest_is_built(ferries, tmp_path):
    (ferries / "broken.txt").write_bytes(b"\xff\xfe")

    done = parley("build", ferries, "--out", tmp_path / "out", "--no-page")

    assert done.exit_code == ExitCode.BAD_INPUT
    assert "broken.txt: is no UTF-8 text" in done.stderr
    assert "1 problem(s)" in done.stderr
    assert (tmp_path / "out" / "graph.trig").is_file()


@pytest.mark.model
def test_a_failed_build_leaves_the_previous_output_as_it_was(ferries, tmp_path):
    out = tmp_path / "out"
    parley("build", ferries, "--out", out, "--no-page")
    before = (out / "graph.trig").read_bytes()

    done = parley("build", tmp_path / "gone", "--out", out)

    assert done.exit_code == ExitCode.BAD_INPUT
    assert (out / "graph.trig").read_bytes() == before


@pytest.mark.model
def test_two_builds_of_the_same_input_are_byte_identical(ferries, tmp_path):
    for name in ("one", "two"):
        parley("build", ferries, "--out", tmp_path / name, "--no-page")

    one, two = (
        (tmp_path / name / "graph.trig").read_bytes() for name in ("one", "two")
    )
    assert one == two


@pytest.mark.model
def test_a_text_on_standard_input_is_extracted(monkeypatch):
    done = CliRunner().invoke(app, ["extract", "-", "--json"], input=TALKS)

    assert done.exit_code == ExitCode.OK
    (line,) = done.stdout.splitlines()
    record = json.loads(line)
    assert record["article"]["file"] == "-"
    assert record["article"]["text"] == TALKS
    for entity in record["entities"]:
        for mention in entity["mentions"]:
            assert TALKS[mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.model
def test_reading_with_two_processes_gives_the_same_lines(tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(18):
        text = TALKS.replace("Monday", f"May {number + 1}, 2021")
        (folder / f"{number:02}.txt").write_text(text, encoding="utf-8")

    alone = parley("extract", folder, "--json")
    together = parley("extract", folder, "--json", "--jobs", "2")

    assert together.stdout == alone.stdout
    assert len(alone.stdout.splitlines()) == 18


@pytest.mark.model
def test_a_correction_is_replayed_on_the_next_build(ferries, tmp_path):
    out = tmp_path / "out"
    parley("build", ferries, "--out", out, "--no-page")
    rows = json.loads(parley("entities", "--json", "--graph", out).stdout)
    iri = next(row["iri"] for row in rows if row["name"] == "Marta Sousa")
    file = ferries / "corrections.jsonl"
    common = ["--file", file, "--graph", out, "--who", "me"]

    done = parley(
        "correct", "rename", iri, "Marta A. Sousa", "--why", "byline", *common
    )
    assert done.exit_code == ExitCode.OK
    parley("build", ferries, "--out", out, "--no-page")
    after = json.loads(parley("entities", "--json", "--graph", out).stdout)

    assert "Marta A. Sousa" in {row["name"] for row in after}
    listed = parley("correct", "--list", "--file", file).stdout
    assert "rename" in listed
    name = listed.split()[0]
    assert parley("correct", "--undo", name, "--file", file).exit_code == ExitCode.OK
    assert parley("correct", "--list", "--file", file).stdout == ""


def test_help_lists_the_commands():
    done = parley("--help")

    commands = re.findall(r"^  ([a-z]+) ", done.stdout, re.MULTILINE)
    assert {"build", "extract", "timeline", "path", "why", "query"} <= set(commands)
