"""Data flows one way: articles -> extract -> graph; each library has one room."""

import ast
import csv
import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
EXTRACT = sorted((ROOT / "extract").rglob("*.py"))
GRAPH = sorted((ROOT / "graph").rglob("*.py"))
#: The doors of extract/ that graph/ may use, besides the records and errors.
DOORS = {
    "extract",
    "extract.records",
    "extract.errors",
    "extract.pipeline",
    "extract.articles",
    "extract.json_edge",
    "extract.label_words",
    "extract.parallel",
    "extract.dates",
    "extract.training.evaluate",
    "extract.evaluation",
}


def imported(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def rooms(path):
    return {name.split(".")[0] for name in imported(path)}


def relative(path):
    return str(path.relative_to(ROOT))


@pytest.mark.parametrize("path", EXTRACT, ids=relative)
def test_extract_knows_nothing_of_graph(path):
    assert not rooms(path) & {"graph", "rdflib", "pyoxigraph", "networkx", "pyvis"}


@pytest.mark.parametrize("path", GRAPH, ids=relative)
def test_graph_uses_only_the_doors_of_extract(path):
    used = {name for name in imported(path) if name.split(".")[0] == "extract"}

    assert used <= DOORS


@pytest.mark.parametrize("path", GRAPH, ids=relative)
def test_spacy_and_the_reading_model_stay_in_extract(path):
    assert not rooms(path) & {"spacy", "thinc", "onnxruntime", "tokenizers", "torch"}


@pytest.mark.parametrize(
    "path", [p for p in GRAPH + EXTRACT if p != ROOT / "graph/view.py"], ids=relative
)
def test_pyvis_stays_in_the_view(path):
    assert "pyvis" not in rooms(path)


@pytest.mark.parametrize(
    "path", [p for p in EXTRACT if "training" not in p.parts], ids=relative
)
def test_torch_stays_in_training(path):
    assert "torch" not in rooms(path)


@pytest.mark.parametrize("path", EXTRACT + GRAPH, ids=relative)
def test_no_file_grows_past_one_idea(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def seed_words():
    """People and places of the seeds, word by word, world lexicons apart."""
    gold = json.loads((ROOT / "tests/data/seeds.json").read_text(encoding="utf-8"))
    names = {
        alias
        for article in gold["articles"]
        for entity in article["entities"]
        if entity["kind"] in {"person", "place"}
        for alias in (entity["name"], *entity["aliases"])
    }
    return {word for name in names for word in re.findall(r"\w{4,}", name)}


def world_words():
    """Words of the world's countries, capitals and their people: not the seeds' own."""
    words = set()
    for path in sorted((ROOT / "extract/lexicon").glob("*")):
        if path.suffix in {".toml", ".csv"} and path.stem in COUNTRIES:
            words |= set(re.findall(r"\w{4,}", path.read_text(encoding="utf-8")))
    return words


#: Lexicons of all the world's countries, capitals, seats of power and peoples.
COUNTRIES = {"countries", "capitals", "seats", "demonyms"}
COMMON = {"east", "state", "states", "united", "federation", "region", "peninsula"}


#: Data files apart (``.tsv.gz``, ``.txt.gz``): places, given names, lemmas. A script of
#: ``extract/training`` makes each from sources that it names; nobody writes into them
#: by hand.
def texts_that_must_not_know_the_seeds():
    for folder in ("extract", "graph"):
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in {
                ".py",
                ".toml",
                ".rq",
                ".ttl",
                ".js",
                ".html",
                ".cfg",
            } and (path.stem not in COUNTRIES and "vendor" not in path.parts):
                yield path


@pytest.mark.parametrize(
    "path", list(texts_that_must_not_know_the_seeds()), ids=relative
)
def test_no_person_or_place_of_the_seeds_stands_in_code_or_lexicon(path):
    text = path.read_text(encoding="utf-8")
    words = set(re.findall(r"\w{4,}", text))

    found = {
        w for w in words & (seed_words() - world_words()) if w.lower() not in COMMON
    }

    assert found == set()


def test_the_seeds_manifest_names_every_article_and_nothing_else():
    with (ROOT / "seeds/manifest.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))

    assert [row["file"] for row in rows] == sorted(
        path.name for path in (ROOT / "seeds").glob("*.txt")
    )


def test_every_dependency_says_why_it_is_there():
    lines = (ROOT / "pyproject.toml").read_text(encoding="utf-8").splitlines()
    start = lines.index("dependencies = [")
    stop = lines.index("]", start)

    assert [line for line in lines[start + 1 : stop] if "#" not in line] == []


def test_every_dependency_has_bounds():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    named = list(project["project"]["dependencies"])
    for extra in project["project"].get("optional-dependencies", {}).values():
        named += [line for line in extra if not line.startswith("parleygraph[")]

    assert [line for line in named if ">=" not in line or "<" not in line] == []


DATA = {
    "extract/lexicon/given_names.tsv.gz": "extract/training/given_names.py",
    "extract/lexicon/places.tsv.gz": "extract/training/places_list.py",
    "extract/model/gazetteer.txt.gz": "extract/training/gazetteer.py",
    "extract/model/lemmas.txt.gz": "extract/training/lemma_list.py",
    "graph/given_groups.tsv.gz": "extract/training/given_names.py",
}


def test_every_packed_list_has_a_script_that_makes_it():
    packed = {
        relative(path)
        for folder in ("extract", "graph")
        for path in (ROOT / folder).rglob("*.gz")
    }

    assert packed == set(DATA)
    assert all((ROOT / script).is_file() for script in DATA.values())
