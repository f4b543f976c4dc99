"""Notebooks in git are bare; what they import is public; their pages work offline."""

import ast
import importlib
import json
import os
import re
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parent.parent / "notebooks").glob("*.ipynb"))
TOUR = NOTEBOOKS[0]


def cells(path, kind):
    held = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in held if cell["cell_type"] == kind]


def imports(path):
    """Each name that a notebook imports from our own rooms, with its module."""
    for cell in cells(path, "code"):
        for node in ast.walk(ast.parse("".join(cell["source"]))):
            if isinstance(node, ast.ImportFrom) and node.module:
                if node.module.split(".")[0] in {"extract", "graph"}:
                    yield from ((node.module, alias.name) for alias in node.names)
            elif isinstance(node, ast.Import):
                own = [a.name for a in node.names if a.name[:5] in {"extra", "graph"}]
                assert own == []


def name_of(path):
    return path.name


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_holds_no_outputs(path):
    code = cells(path, "code")

    assert code
    assert [cell["outputs"] for cell in code if cell["outputs"]] == []
    assert {cell["execution_count"] for cell in code} == {None}


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_begins_with_prose(path):
    first = json.loads(path.read_text(encoding="utf-8"))["cells"][0]

    assert first["cell_type"] == "markdown"
    assert "".join(first["source"]).startswith("# ")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_imports_public_names_only(path):
    found = set(imports(path))

    assert found
    for home, name in found:
        module = importlib.import_module(home)
        thing = getattr(module, name)
        assert not any(part.startswith("_") for part in (*home.split("."), name))
        assert name in getattr(module, "__all__", [name])
        assert not callable(thing) or thing.__module__.startswith(home)
        assert not callable(thing) or thing.__doc__


@pytest.mark.parametrize("path", NOTEBOOKS, ids=name_of)
def test_a_notebook_reaches_for_nothing_private(path):
    code = ["".join(cell["source"]) for cell in cells(path, "code")]

    assert [text for text in code if re.search(r"\._[a-z]", text)] == []


@pytest.mark.slow
@pytest.mark.model
def test_a_notebook_saved_as_html_keeps_its_page_and_needs_no_network(tmp_path):
    pytest.importorskip("nbconvert", reason="pip install 'parleygraph[notebook]'")
    convert = [sys.executable, "-m", "nbconvert", "--to", "html", "--execute"]
    done = subprocess.run(
        [*convert, f"--output-dir={tmp_path}", "--output=tour.html", str(TOUR)],
        env=os.environ | {"JUPYTER_PLATFORM_DIRS": "1"},
        capture_output=True,
        text=True,
        timeout=600,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    saved = (tmp_path / "tour.html").read_text(encoding="utf-8")

    [frame] = re.findall(r"<iframe[^>]*srcdoc=\"([^\"]*)\"", saved)
    page = unescape(frame)
    # MathJax and RequireJS of nbconvert's own template stand outside of the frame.
    assert "<html" in page[:300]
    assert (
        re.findall(r"<(?:script|link|img|iframe)[^>]*(?:src|href)=\"?http", page) == []
    )
    assert re.findall(r"<iframe[^>]*\ssrc=", saved) == []
    assert 'class="dataframe"' in saved
    assert "Traceback" not in saved
