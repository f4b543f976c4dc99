"""What is installed elsewhere is whole: wheel, sdist, the demo without a checkout."""

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parent.parent
MEBIBYTE = 1024 * 1024


def shipped(folder, pattern):
    """The files of a folder of the checkout, as the wheel names them."""
    return {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / folder).rglob(pattern)
        if path.is_file() and "__pycache__" not in path.parts
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A folder with a wheel and an sdist, built from this checkout."""
    out = tmp_path_factory.mktemp("dist")
    pytest.importorskip("build", reason="no build here: pip install -e '.[dev]'")
    said = ""
    for how in ([], ["--no-isolation"]):
        done = subprocess.run(
            [
                sys.executable,
                "-P",
                "-m",
                "build",
                *how,
                "--outdir",
                str(out),
                str(ROOT),
            ],
            cwd=out,
            capture_output=True,
            text=True,
            timeout=600,
        )
        if done.returncode == 0:
            return out
        said = (done.stdout + done.stderr)[-400:]
        if "hatchling" not in said and how:
            pytest.fail(said)
    pytest.skip(f"no index to fetch hatchling from, and none installed: {said}")


@pytest.fixture(scope="module")
def wheel(built):
    [path] = built.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def packed(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {info.filename: info.file_size for info in archive.infolist()}


@pytest.mark.parametrize(
    ("folder", "pattern"),
    [
        ("extract/model", "*"),
        ("extract/lexicon", "*"),
        ("graph/page", "*"),
        ("graph/editor", "*"),
        ("graph/vocabulary", "*.ttl"),
        ("graph/queries", "*.rq"),
        ("extract", "*.py"),
        ("extract", "*.toml"),
        ("graph", "*.py"),
        ("graph", "*.toml"),
    ],
)
def test_the_wheel_holds_what_the_program_reads(packed, folder, pattern):
    wanted = shipped(folder, pattern)

    assert wanted
    assert wanted - set(packed) == set()
    assert all(packed[name] for name in wanted if not name.endswith(".py"))


def test_the_wheel_holds_the_seeds_and_says_that_it_is_typed(packed):
    seeds = {f"graph/{name}" for name in shipped("seeds", "*.txt")}

    assert len(seeds) == 5
    assert seeds | {"graph/seeds/manifest.csv"} <= set(packed)
    assert {"extract/py.typed", "graph/py.typed"} <= set(packed)


def test_the_wheel_holds_nothing_else(packed):
    rooms = {name.split("/")[0] for name in packed}

    assert {room for room in rooms if not room.endswith(".dist-info")} == {
        "extract",
        "graph",
    }
    assert [name for name in packed if "__pycache__" in name] == []


def test_the_wheel_is_small_enough_for_any_index(wheel):
    assert wheel.stat().st_size < 60 * MEBIBYTE


def test_the_sdist_holds_tests_and_notebooks_too(built):
    [path] = built.glob("*.tar.gz")
    with tarfile.open(path) as archive:
        inside = {name.split("/", 1)[-1] for name in archive.getnames()}

    assert shipped("notebooks", "[0-9]-*.ipynb") <= inside
    assert {"tests/conftest.py", "pyproject.toml", "README.md", "LICENSE"} <= inside


@pytest.fixture(scope="module")
def away(wheel, tmp_path_factory):
    """Run ``parley`` from the wheel alone, in a folder that is no checkout."""
    folder = tmp_path_factory.mktemp("away")
    site = tmp_path_factory.mktemp("installed") / "site"
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*pip, f"--target={site}", str(wheel)], check=True, timeout=600)
    assert (site / "bin" / "parley").is_file()
    run = "import graph, sys; sys.argv[0] = 'parley'; print(graph.__file__, flush=True)"
    run += "; from graph.cli import main; main()"

    def parley(*words):
        # The wheel's folder comes before the checkout that may be installed here.
        done = subprocess.run(
            [sys.executable, "-P", "-c", run, *words],
            cwd=folder,
            env=os.environ | {"PYTHONPATH": str(site)},
            capture_output=True,
            text=True,
            timeout=600,
        )
        where, *said = done.stdout.splitlines()
        assert done.returncode == 0, done.stderr
        assert Path(where).is_relative_to(site)
        return said

    parley.folder = folder
    return parley


@pytest.mark.parametrize("words", [(), ("--help",), ("build", "--help")])
def test_the_installed_program_shows_the_way(away, words):
    said = "\n".join(away(*words))

    assert "parley" in said
    assert "build" in said


@pytest.mark.model
def test_the_demo_runs_where_only_the_wheel_is_installed(away):
    said = away("demo", "--out", "out")

    assert len(said) >= 5
    assert {path.name for path in (away.folder / "out").iterdir()} >= {
        "graph.trig",
        "page.html",
        "store",
    }


@pytest.mark.model
def test_articles_of_ones_own_are_built_where_only_the_wheel_is_installed(away):
    (away.folder / "mine").mkdir()
    (away.folder / "mine" / "monday.txt").write_text(
        "Ferry talks open\n\nThe Ferry Crews Union and Costa Lines resumed talks in "
        "Aveiro on May 3, 2021.\n",
        encoding="utf-8",
    )

    away("build", "mine", "--out", "built")

    assert "2021-05-03" in "\n".join(away("timeline", "--graph", "built"))
