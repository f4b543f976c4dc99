"""Every public name says what it does, with an example that runs."""

import ast
import doctest
import importlib
import inspect
import json
import os
import re
import subprocess
import sys
from functools import cached_property
from pathlib import Path

import pytest

import extract
import graph
import graph.exports

ROOT = Path(__file__).parent.parent
#: The types by which a class shows its public names.
KINDS = (property, cached_property, classmethod, staticmethod)


def members(kind):
    """The public methods and properties of a class, those of our parents too."""
    for name in dir(kind):
        value = inspect.getattr_static(kind, name)
        if not name.startswith("_") and (
            inspect.isfunction(value) or isinstance(value, KINDS)
        ):
            yield name, value


def shown_names():
    """Every name of ours that a notebook or the README imports."""
    for path in sorted((ROOT / "notebooks").glob("*.ipynb")):
        for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]:
            if cell["cell_type"] == "code":
                yield from imported("".join(cell["source"]))
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    yield from imported("\n".join(re.findall(r"^>>> (from .+)$", readme, re.MULTILINE)))


def imported(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom) and node.module:
            room = node.module.split(".")[0]
            names = node.names if room in {"extract", "graph"} else []
            yield from ((node.module, alias.name) for alias in names)


def public_names():
    """Every public name of the Python surface, with what it stands for."""
    found = {"graph.exports.export": graph.exports.export}
    for module, name in shown_names():
        value = getattr(importlib.import_module(module), name)
        if callable(value):  # a constant has no docstring of its own
            found[f"{module}.{name}"] = value
    for module in (extract, graph):
        for name in module.__all__:
            value = getattr(module, name)
            found[f"{module.__name__}.{name}"] = value
            if inspect.isclass(value):
                for inner, member in members(value):
                    found[f"{module.__name__}.{name}.{inner}"] = member
    return found


def docstring(value):
    """What is written at a name itself, never inherited."""
    if isinstance(value, classmethod | staticmethod):
        return value.__func__.__doc__
    return value.__doc__


def home(value):
    """The names that an example may use: those of the module it is written in."""
    inner = getattr(value, "func", None) or getattr(value, "fget", None) or value
    module = importlib.import_module(inner.__module__)
    return dict(vars(module))


def examples(name, value):
    """The example in a docstring, whole."""
    return doctest.DocTestParser().get_doctest(
        docstring(value) or "", home(value), name, None, 0
    )


NAMES = public_names()


def test_the_contract_is_public():
    methods = {"open", "build", "timeline", "statements", "positions", "path"}
    methods |= {"compare", "as_of", "why", "query", "network", "show"}
    methods |= {"plot_timeline", "plot_positions", "to_networkx", "to_rdf"}

    assert {f"graph.NegotiationGraph.{name}" for name in methods} <= set(NAMES)
    assert {"extract.load_pipeline", "extract.read"} <= set(NAMES)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_has_an_example(name):
    said = docstring(NAMES[name])

    assert said
    assert said.strip().splitlines()[0].endswith((".", ".)"))
    assert examples(name, NAMES[name]).examples


@pytest.mark.parametrize("name", sorted(NAMES))
def test_the_example_of_every_public_name_runs(name):
    test = examples(name, NAMES[name])
    flags = {flag for each in test.examples for flag in each.options}
    said = []

    result = doctest.DocTestRunner(verbose=False).run(test, out=said.append)

    assert doctest.SKIP not in flags
    assert result.failed == 0, "".join(said)


class Untold:
    """A class with a method that shows nothing."""

    def silent(self):
        """Return nothing."""


def test_a_name_without_an_example_is_found():
    [(name, value)] = members(Untold)

    assert name == "silent"
    assert examples(name, value).examples == []


SCRIPT = ROOT / "tests" / "data" / "user_script.py"


def test_the_users_script_uses_every_public_name():
    used = set(re.findall(r"\w+", SCRIPT.read_text(encoding="utf-8")))

    assert {name.rsplit(".", 1)[1] for name in NAMES} <= used


@pytest.mark.slow
def test_a_users_script_passes_strict_type_checks(tmp_path):
    pytest.importorskip("mypy", reason="no mypy here: pip install -e '.[dev]'")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--config-file="]
    checked = subprocess.run(
        [*mypy, "--follow-imports=silent", f"--cache-dir={tmp_path}", str(SCRIPT)],
        cwd=ROOT,
        env=os.environ | {"MYPYPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=900,
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert all((ROOT / room / "py.typed").is_file() for room in ("extract", "graph"))
