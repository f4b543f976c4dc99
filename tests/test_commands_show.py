"""What the commands print for people: words, and nothing that a terminal obeys."""

from dataclasses import replace

import pytest
from typer.testing import CliRunner

from graph.cli import app
from graph.diff import differences
from graph.exports import export
from tests.story_sample import sample_story

SAMPLE = sample_story()


def parley(*words):
    return CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)


@pytest.fixture
def hostile(tmp_path):
    """A graph whose statements hold words that clear a terminal and name its window."""
    said = replace(
        SAMPLE.statements[0], content="\x1b[2J\x1b]0;ruled\x07 the dam stays"
    )
    story = replace(SAMPLE, statements=(said, *SAMPLE.statements[1:]))
    file = tmp_path / "hostile.trig"
    file.write_bytes(export(story, "trig"))
    return file, said.iri


@pytest.mark.parametrize(
    "asked",
    [
        ("statements",),
        ("why",),
        ("query", "SELECT ?words { ?said pl:content ?words }"),
    ],
    ids=lambda asked: asked[0],
)
def test_words_of_an_article_do_not_command_the_terminal(hostile, asked):
    file, iri = hostile

    done = parley(*asked, *([iri] if asked == ("why",) else []), "--graph", file)

    assert done.exit_code == 0
    assert "\x1b" not in done.stdout
    assert "\x07" not in done.stdout
    assert "␛[2J" in done.stdout


def test_a_difference_between_links_names_both_ends():
    bare = replace(SAMPLE, links=())

    lines = [str(change) for change in differences(bare, SAMPLE)]

    linked = [line for line in lines if line.startswith("new     link")]
    assert len(linked) == len(SAMPLE.links)
    assert not [line for line in linked if "http" in line]


def test_a_chronology_says_once_what_is_only_planned():
    event = replace(SAMPLE.events[0], label="Talks (planned)", modality="planned")
    other = replace(SAMPLE.events[1], label="Target date", modality="planned")
    story = replace(SAMPLE, events=(event, other))

    text = export(story, "markdown").decode("utf-8")

    assert text.count("planned") == 2


def test_a_page_of_a_single_file_is_not_written_beside_it(hostile, monkeypatch):
    file, _ = hostile
    monkeypatch.setenv("BROWSER", "true %s")
    before = sorted(file.parent.glob("*"))

    done = parley("view", "--graph", file)

    assert done.exit_code == 0
    assert sorted(file.parent.glob("*")) == before


def test_a_broken_pdf_is_told_in_one_line(tmp_path, caplog):
    (tmp_path / "broken.pdf").write_bytes(b"\x07no pdf at all\n" * 90)

    done = parley("extract", tmp_path)

    assert done.exit_code == 3
    skipped, counted = done.stderr.splitlines()
    assert "broken.pdf: cannot be read as PDF" in skipped
    assert counted == "1 problem(s) in the input"
    assert not caplog.records
