"""The README cannot go stale: its commands run, its queries are those that ship."""

import re
import shlex
from pathlib import Path

import pytest
from typer.main import get_command
from typer.testing import CliRunner

from graph.cli import app

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LINES = re.findall(r"^    \$ parley (.+)$", README, re.MULTILINE)
COMMANDS = sorted(get_command(app).commands)


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A folder like a fresh checkout after ``make graph``."""
    folder = tmp_path_factory.mktemp("home")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        done = CliRunner().invoke(app, ["build", "seeds"], catch_exceptions=False)
    assert done.exit_code == 0, done.stderr
    return folder


@pytest.mark.model
@pytest.mark.parametrize("line", LINES)
def test_commands_in_the_readme_run(line, home, monkeypatch):
    monkeypatch.chdir(home)

    done = CliRunner().invoke(app, shlex.split(line), catch_exceptions=False)

    assert done.exit_code == 0, done.stderr
    assert done.stdout or "--output" in line or line.startswith("diff")


@pytest.mark.model
def test_python_lines_in_the_readme_run(home, monkeypatch):
    import doctest

    monkeypatch.chdir(home)
    test = doctest.DocTestParser().get_doctest(README, {}, "README.md", None, 0)

    result = doctest.DocTestRunner().run(test)

    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme_and_has_help(name):
    assert f"parley {name}" in README
    assert get_command(app).commands[name].help


def test_every_question_that_ships_is_in_the_readme():
    names = {path.stem for path in (ROOT / "graph/queries").glob("*.rq")}

    listed = set(re.findall(r"^- `([a-z-]+)`: ", README, re.MULTILINE))
    assert listed == names


def test_a_command_without_arguments_shows_the_way():
    done = CliRunner().invoke(app, [])

    assert done.exit_code == 0
    assert "parley demo" in done.stdout


def test_the_picture_in_the_readme_is_there():
    for picture in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / picture).is_file()
