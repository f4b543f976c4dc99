"""Stores: on disk and in memory; one graph replaced at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.naming import article_iri
from graph.query import ask
from graph.store import EmbeddedStore, fill, is_address, open_store
from graph.terms import LOG_GRAPH, RESOLVED_GRAPH
from graph.trig import to_trig
from graph.triples import quads, sort_key
from tests.story_sample import FIRST, SECOND, sample_story

ROOT = Path(__file__).parent.parent


@pytest.fixture
def facts():
    """The quads of the dam."""
    return list(quads(sample_story()))


@pytest.fixture
def on_disk(tmp_path, facts):
    """A folder with the store of the dam."""
    (tmp_path / "store").mkdir()
    EmbeddedStore.fill_new(tmp_path / "store", facts)
    return tmp_path / "store"


def test_a_store_on_disk_holds_what_was_written(on_disk, facts):
    assert set(open_store(on_disk).quads()) == set(facts)


def test_many_can_read_a_store_at_once(on_disk, facts):
    readers = [EmbeddedStore.open(on_disk) for _ in range(5)]

    assert {len(reader) for reader in readers} == {len(facts)}


def test_opening_leaves_no_logs_behind(on_disk):
    for _ in range(3):
        EmbeddedStore.open(on_disk)

    assert list(on_disk.glob("LOG.old.*")) == []


def test_a_folder_without_a_store_is_refused(tmp_path):
    with pytest.raises(StoreError, match="make one with 'parley build'"):
        EmbeddedStore.open(tmp_path)


def test_a_damaged_store_is_refused_with_what_to_do(on_disk):
    for file in on_disk.glob("MANIFEST-*"):
        file.write_bytes(b"x")

    with pytest.raises(StoreError, match="build it again"):
        EmbeddedStore.open(on_disk)


def test_replacing_an_article_changes_its_graph_and_no_other(facts):
    store = EmbeddedStore.memory(facts)
    graph = article_iri(FIRST.id)
    new = [q for q in facts if q.graph_name.value == graph][:3]

    store.replace(graph, new)

    others = {q for q in facts if q.graph_name.value != graph}
    assert set(store.quads()) == others | set(new)


def test_replacing_an_article_on_disk_is_seen_by_the_next_reader(on_disk, facts):
    graph = article_iri(SECOND.id)
    new = [q for q in facts if q.graph_name.value == graph][:2]

    writer = EmbeddedStore.edit(on_disk)
    writer.replace(graph, new)
    del writer

    found = {q for q in open_store(on_disk).quads() if q.graph_name.value == graph}
    assert found == set(new)


def test_only_one_can_change_a_store(on_disk):
    code = (
        "import sys; from pathlib import Path\n"
        "from graph.errors import StoreError\n"
        "from graph.store import EmbeddedStore\n"
        "try: EmbeddedStore.edit(Path(sys.argv[1]))\n"
        "except StoreError as error: print(error)"
    )
    writer = EmbeddedStore.edit(on_disk)

    done = subprocess.run(
        [sys.executable, "-c", code, str(on_disk)],
        capture_output=True,
        text=True,
        check=True,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )

    assert "cannot be changed now" in done.stdout
    del writer


def test_a_failed_replacement_changes_nothing(facts):
    store = EmbeddedStore.memory(facts)

    with pytest.raises(ValueError, match="IRI"):
        store.replace("not an iri", [])

    assert set(store.quads()) == set(facts)


def test_filling_drops_the_graphs_of_articles_that_are_gone(facts):
    store = EmbeddedStore.memory(facts)
    kept = [q for q in facts if q.graph_name.value != article_iri(FIRST.id)]

    fill(store, kept)

    assert article_iri(FIRST.id) not in store.graphs()
    assert set(store.quads()) == set(kept)


def test_graphs_are_named_in_order(facts):
    names = EmbeddedStore.memory(facts).graphs()

    assert list(names) == sorted(names)
    assert {RESOLVED_GRAPH, LOG_GRAPH} <= set(names)


def test_the_default_graph_is_the_union(facts):
    store = EmbeddedStore.memory(facts)

    (row,) = ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }").rows

    assert int(row[0].value) == len(facts)


@pytest.mark.parametrize(
    ("where", "is_one"),
    [("http://localhost:1/sparql", True), ("parley-out/store", False)],
)
def test_a_url_is_told_from_a_folder(where, is_one):
    assert is_address(where) is is_one


@pytest.fixture
def written_twice(tmp_path, facts):
    """A store on disk, and the same quads as TriG."""
    text = tmp_path / "graph.trig"
    text.write_bytes(to_trig(sorted(facts, key=sort_key)))
    (tmp_path / "store").mkdir()
    EmbeddedStore.fill_new(tmp_path / "store", facts)
    return tmp_path / "store", text


def test_a_store_that_is_asked_again_answers_the_same_from_memory(written_twice, facts):
    folder, text = written_twice
    store = EmbeddedStore.open(folder, text=text)
    on_disk = labels(store)

    assert store.settle()
    assert labels(store) == on_disk
    assert set(store.quads()) == set(facts)


def test_a_store_that_is_asked_once_is_not_copied(written_twice):
    folder, text = written_twice
    before = threading.active_count()

    labels(EmbeddedStore.open(folder, text=text))

    assert threading.active_count() == before


def test_what_a_later_build_wrote_is_not_mistaken_for_the_store(written_twice):
    folder, text = written_twice
    store = EmbeddedStore.open(folder, text=text)
    later = text.with_suffix(".new")
    later.write_bytes(b"")
    later.replace(text)

    assert not store.settle()
    assert labels(store)


@pytest.mark.parametrize("damage", ["<a> <b", None])
def test_without_a_copy_the_disk_answers(written_twice, damage):
    folder, text = written_twice
    if damage is None:
        text.unlink()
    else:
        text.write_text(damage, encoding="utf-8")
    store = EmbeddedStore.open(folder, text=text)

    assert not store.settle()
    assert labels(store)


def labels(store):
    return sorted(str(row[0]) for row in store.run("SELECT ?l { ?e rdfs:label ?l }"))
