"""``parley build``, killed at any moment, leaves what every later command can read."""

import json
import random
import subprocess
import sys
import time

import pytest
from pyoxigraph import RdfFormat, parse
from typer.testing import CliRunner

from graph.cli import app
from graph.commands.common import ExitCode

pytestmark = [pytest.mark.model, pytest.mark.slow]

TALKS = (
    "Ferry talks open\n\nThe Ferry Crews Union and Costa Lines resumed talks in "
    'Aveiro on Monday. "We want more leave," said Marta Sousa, the union\'s chief '
    "negotiator.\n"
)
BUILD = [sys.executable, "-c", "from graph.cli import main; main()", "build"]
#: Moments while articles are read, and after the first file was written.
READING, WRITING = 6, 14
#: Whatever the machine does, a build has ended by then.
PATIENCE = 300


def parley(*words):
    return CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)


def started(source, out):
    return subprocess.Popen(
        [*BUILD, str(source), "--out", str(out)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def begins_to_write(build, out):
    """Wait for the hidden folder that a build writes into, or for its end."""
    while build.poll() is None:
        if any(out.parent.glob(f".{out.name}.new-*")):
            return
        time.sleep(0.002)


@pytest.fixture(scope="module")
def ferries(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ferries")
    (folder / "monday.txt").write_text(TALKS, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def out(ferries, tmp_path_factory):
    """A finished build, which later ones are to replace."""
    folder = tmp_path_factory.mktemp("built") / "out"
    assert started(ferries, folder).wait(PATIENCE) == ExitCode.OK
    return folder


@pytest.fixture(scope="module")
def seconds(ferries, out):
    """How long a build reads, and then writes."""
    began = time.monotonic()
    build = started(ferries, out)
    begins_to_write(build, out)
    wrote = time.monotonic()
    assert build.wait(PATIENCE) == ExitCode.OK
    return wrote - began, time.monotonic() - wrote


@pytest.fixture(scope="module")
def rows(out):
    return json.loads(parley("timeline", "--json", "--graph", out).stdout)


@pytest.mark.parametrize("moment", range(READING + WRITING))
def test_a_killed_build_leaves_what_can_be_read(moment, ferries, out, seconds, rows):
    reading, writing = seconds
    share = random.Random(moment).random()

    build = started(ferries, out)
    if moment < READING:
        time.sleep(share * reading)
    else:
        begins_to_write(build, out)
        time.sleep(share * writing)
    build.kill()
    build.wait()

    assert rows
    asked = parley("timeline", "--json", "--graph", out)
    assert (asked.exit_code, json.loads(asked.stdout)) == (ExitCode.OK, rows)
    query = parley("query", "SELECT * { ?s a pl:Event }", "--graph", out)
    assert query.exit_code == ExitCode.OK
    assert list(parse(path=str(out / "graph.trig"), format=RdfFormat.TRIG))
    page = (out / "page.html").read_text(encoding="utf-8")
    assert page.rstrip().endswith("</html>")


def test_the_next_build_clears_up(ferries, out, rows):
    assert started(ferries, out).wait(PATIENCE) == ExitCode.OK

    assert [path.name for path in out.parent.iterdir()] == ["out"]
    assert json.loads(parley("timeline", "--json", "--graph", out).stdout) == rows


def test_a_first_build_that_is_killed_leaves_no_output(ferries, tmp_path):
    out = tmp_path / "out"
    build = started(ferries, out)
    begins_to_write(build, out)
    build.kill()
    build.wait()

    asked = parley("timeline", "--graph", out)

    if not out.exists():  # else the kill came too late to stop it
        assert asked.exit_code == ExitCode.BAD_INPUT
        assert "parley build" in asked.stderr
