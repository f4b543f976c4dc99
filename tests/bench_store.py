"""How fast a large store loads, opens and answers: the store's lines of ``make bench``.

The seeds' graph is copied, each copy with IRIs of its own, until it holds 500,000
triples. Queries are timed in processor seconds, ours and rdflib's alike, so that
what else the machine does changes neither. Loading is given in seconds of the clock
too: it uses all cores.
"""

from __future__ import annotations

import gc
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import rdflib
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from graph.named import named_queries
from graph.query import Solutions, Triples, ask
from graph.store import EmbeddedStore
from graph.terms import PREFIXES
from graph.trig import to_trig
from graph.triples import sort_key

#: Triples in the store that queries are timed on.
TRIPLES = 500_000
#: Processor seconds that rdflib may take over one query before it is stopped.
PATIENCE = 20.0
SEEDS = Path(__file__).parent.parent / "seeds"


class OutOfTimeError(Exception):
    """A query took too long."""


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def seed_quads() -> list[Quad]:
    """The graph of the seeds, as ``parley build`` makes it."""
    from extract import read
    from extract.articles import load_articles
    from graph.building import story_of
    from graph.triples import quads

    articles = load_articles([SEEDS]).articles
    return list(quads(story_of(tuple(read(articles)))[0]))


def multiplied(held: list[Quad], size: int) -> Iterator[Quad]:
    """Copies of a graph, with IRIs of their own, that are ``size`` quads together."""

    def moved(term: Any, n: int) -> Any:
        if isinstance(term, NamedNode) and "/parley/id/" in term.value:
            return NamedNode(term.value.replace("/parley/id/", f"/parley/id/{n}/"))
        return term

    for n in range(size // len(held) + 1):
        for quad in held:
            parts = (quad.subject, quad.predicate, quad.object, quad.graph_name)
            yield Quad(*(moved(term, n) for term in parts))


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Processor seconds of this process, and what came out."""
    began = time.process_time()
    found = work()
    return time.process_time() - began, found


def limited(work: Callable[[], Any]) -> tuple[float, Any]:
    """As ``timed``, but ``PATIENCE`` and nothing where it takes longer."""

    def stop(*_: object) -> None:
        raise OutOfTimeError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        return timed(work)
    except OutOfTimeError:
        return PATIENCE, None
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def ask_disk(store: EmbeddedStore, text: str) -> object:
    """Ask a store that was just opened, so that it answers from disk."""
    fresh = EmbeddedStore.open(Path(str(store.folder)))
    return ask(fresh, text)


def rows_of(memory: rdflib.Dataset, text: str, names: dict[str, Any]) -> int:
    return len(list(memory.query(text, initNs=names)))


def size_of(answer: object) -> int:
    if isinstance(answer, Solutions):
        return len(answer.rows)
    return len(answer.triples) if isinstance(answer, Triples) else 1


def main() -> None:
    """Print the store's figures."""
    many = list(multiplied(seed_quads(), TRIPLES))
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "store"
        place.mkdir()
        began, spent = time.perf_counter(), time.process_time()
        EmbeddedStore.fill_new(place, many)
        load, work = time.perf_counter() - began, time.process_time() - spent
        text = Path(folder) / "graph.trig"
        text.write_bytes(to_trig(sorted(many, key=sort_key)))
        began = time.perf_counter()
        store = EmbeddedStore.open(place, text=text)
        opened = time.perf_counter() - began
        say(
            f"store: {len(many)} triples, {len(many) / load:.0f} triples/s loaded "
            f"({len(many) / work:.0f} a second of one processor)"
        )
        say(f"  opens in {opened:.3f} s")
        compare(store, serialize(many, format=RdfFormat.N_QUADS) or b"")


def compare(store: EmbeddedStore, written: bytes) -> None:
    """Time the named queries in the store, and in rdflib's memory store.

    The store is asked each question twice: on disk, as one command does, and from
    the copy in memory that answers whoever asks more.
    """
    on_disk = {
        query.name: timed(partial(ask_disk, store, query.text))[0]
        for query in named_queries()
    }
    copying, copied = timed(store.settle)
    say(f"  copied into memory in {copying:.2f} s of one processor: {copied}")
    names = {prefix: rdflib.URIRef(iri) for prefix, iri in PREFIXES.items()}
    memory = rdflib.Dataset(default_union=True)
    memory.parse(data=written, format="nquads")
    gc.collect()
    gc.freeze()  # or rdflib would look through all triples again and again
    ratios, from_disk = [], []
    stopped = 0
    for query in named_queries():
        ours, found = timed(partial(ask, store, query.text))
        theirs, other = limited(partial(rows_of, memory, query.text, names))
        ratios.append(theirs / max(ours, 1e-4))
        from_disk.append(theirs / max(on_disk[query.name], 1e-4))
        stopped += other is None
        same = other in {None, size_of(found)}
        disk = on_disk[query.name]
        say(
            f"  {query.name:27} {ours:6.3f} s (disk {disk:6.3f} s), rdflib "
            f"{'over' if other is None else '    '} {theirs:5.2f} s, "
            f"{ratios[-1]:5.0f} times, {size_of(found)} rows"
            f"{'' if same else f'; BUT rdflib gives {other}'}"
        )
    say(
        f"  median of {len(ratios)} queries: {statistics.median(ratios):.1f} times "
        f"rdflib's memory store ({stopped} stopped after {PATIENCE:.0f} s and so "
        f"counted too low); asked on disk {statistics.median(from_disk):.1f} times"
    )


if __name__ == "__main__":
    main()
