"""Where quads are kept and asked: on disk, in memory, or on a server.

An embedded store is Oxigraph's. It is written once, by ``fill_new``, and from then
on opened for reading only, by as many processes as like; ``edit`` opens it for
changing one graph at a time. ``graph.remote`` keeps the same promises on a server.

Oxigraph answers about ten times faster from memory than from disk, but takes seconds
to fill a large memory. So a store is opened on disk, in no time; if it is asked
again, a copy is made in the background, and answers from then on.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import groupby, islice
from pathlib import Path
from threading import Thread
from typing import Final, Protocol, Self

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from graph.errors import StoreError
from graph.terms import PREFIXES

__all__ = ["Answer", "EmbeddedStore", "GraphStore", "fill", "is_address", "open_store"]

#: What a query gives: rows, triples, or yes and no.
Answer = QuerySolutions | QueryTriples | QueryBoolean | list[Triple]

_BATCH: Final = 250_000  # quads written at once, some 60 MB of text
#: Bytes of TriG that are copied into memory at most: a million quads, some 400 MB.
_COPIED: Final = 64 * 2**20


class GraphStore(Protocol):
    """What every store can do."""

    def run(self, query: str, *, union: bool = True) -> Answer:
        """Return the answer of a query whose prefixes may be the known ones.

        Args:
            query: SPARQL 1.1, checked before (``graph.query``).
            union: the default graph is the union of all graphs.
        """

    def quads(self) -> Iterator[Quad]:
        """Yield all quads in named graphs."""

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all named graphs, sorted."""

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Put quads in place of all that a named graph holds, in one transaction."""

    def remove(self, graph: str) -> None:
        """Drop a named graph; nothing happens where there is none."""


def is_address(where: str | Path) -> bool:
    """Whether a store is meant by its URL rather than by its folder.

    >>> is_address("http://localhost:8890/sparql"), is_address("parley-out/store")
    (True, False)
    """
    return str(where).startswith(("http://", "https://"))


def open_store(where: str | Path) -> GraphStore:
    """Open a store for reading, by folder or by URL.

    Raises:
        StoreError: there is none, or it cannot be read.
    """
    if is_address(where):
        from graph.remote import RemoteStore

        return RemoteStore.at(str(where))
    return EmbeddedStore.open(Path(where))


def fill(store: GraphStore, quads: Iterable[Quad]) -> None:
    """Make a store hold exactly these quads, graph by graph.

    Each graph is replaced in one transaction; graphs that are Parley's and are not
    among the quads are dropped. ``quads`` must be sorted by graph.
    """
    from graph.naming import BASE

    kept = set()
    for graph, some in groupby(quads, key=lambda quad: quad.graph_name):
        if isinstance(graph, NamedNode):
            kept.add(graph.value)
            store.replace(graph.value, some)
    for name in store.graphs():
        if name.startswith(BASE) and name not in kept:
            store.remove(name)


class EmbeddedStore:
    """Oxigraph, on disk or in memory.

    >>> from graph.facts import Facts
    >>> store = EmbeddedStore.memory(Facts("urn:g").link("urn:a", "urn:p", "urn:b"))
    >>> bool(store.run("ASK { <urn:a> ?p ?o }"))
    True
    """

    def __init__(
        self,
        store: Store,
        *,
        folder: Path | None = None,
        text: Path | None = None,
        written: _Identity | None = None,
    ) -> None:
        self._store = store
        self.folder = folder
        self._text = text
        self._written = written
        self._asked = 0
        self._copying: Thread | None = None
        self._copied = False

    @classmethod
    def memory(cls, quads: Iterable[Quad] = ()) -> Self:
        """Return a store in memory that holds these quads."""
        store = Store()
        store.extend(quads)
        return cls(store)

    @classmethod
    def fill_new(cls, folder: Path, quads: Iterable[Quad]) -> Self:
        """Write a store on disk into an empty folder that nobody reads yet.

        ``graph.output`` moves it to its place when all is written.
        """
        store = Store(str(folder))
        remaining = iter(quads)
        while some := list(islice(remaining, _BATCH)):
            # as text, because Oxigraph reads that on all cores; lenient, because
            # these terms were checked when they were made
            written = serialize(some, format=RdfFormat.N_QUADS) or b""
            store.bulk_load(written, format=RdfFormat.N_QUADS, lenient=True)
        store.flush()
        return cls(store, folder=folder)

    @classmethod
    def open(cls, folder: Path, *, text: Path | None = None) -> Self:
        """Open a store on disk for reading; others may read it at the same time.

        Args:
            folder: where it is.
            text: the same quads as TriG, to be copied into memory if the store is
                asked more than once.

        Raises:
            StoreError: there is none, or it is damaged.
        """
        if not (folder / "CURRENT").is_file():
            msg = f"{folder}: no store is there; make one with 'parley build'"
            raise StoreError(msg)
        written = _identity(text)
        try:
            store = Store.read_only(str(folder))
        except (OSError, ValueError, RuntimeError) as error:
            msg = f"{folder}: the store cannot be opened ({error}); build it again"
            raise StoreError(msg) from error
        _tidy(folder)
        if _identity(text) != written:  # a build has just put another in its place
            return cls(store, folder=folder)
        return cls(store, folder=folder, text=text, written=written)

    @classmethod
    def edit(cls, folder: Path) -> Self:
        """Open a store on disk for changing graphs; only one process can.

        Raises:
            StoreError: another process is changing it, or it is damaged.
        """
        try:
            return cls(Store(str(folder)), folder=folder)
        except (OSError, ValueError, RuntimeError) as error:
            msg = f"{folder}: the store cannot be changed now ({error})"
            raise StoreError(msg) from error

    def run(self, query: str, *, union: bool = True) -> Answer:
        """Return the answer of a query; see ``GraphStore.run``."""
        self._asked += 1
        if self._asked > 1:
            self._copy()
        return self._store.query(
            query, prefixes=PREFIXES, use_default_graph_as_union=union
        )

    def quads(self) -> Iterator[Quad]:
        """Yield all quads in named graphs."""
        for quad in self._store:
            if not isinstance(quad.graph_name, DefaultGraph):
                yield quad

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of all named graphs, sorted."""
        found = self._store.named_graphs()
        return tuple(sorted(each.value for each in found))

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Put quads in place of all that a named graph holds, in one transaction."""
        triples = [quad.triple for quad in quads]
        written = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
        name = NamedNode(graph)
        self._store.update(
            f"DROP SILENT GRAPH {name} ; INSERT DATA {{ GRAPH {name} {{ {written} }} }}"
        )

    def remove(self, graph: str) -> None:
        """Drop a named graph; nothing happens where there is none."""
        self._store.update(f"DROP SILENT GRAPH {NamedNode(graph)}")

    def _copy(self) -> None:
        """Begin to copy the quads into memory, once, if they are written down."""
        text, self._text = self._text, None
        if text is None:
            return
        try:
            written = text.open("rb")
        except OSError:
            return
        found = os.fstat(written.fileno())
        if found.st_size > _COPIED or _known(found) != self._written:
            written.close()
            return

        def copy() -> None:
            memory = Store()
            with written, suppress(OSError, ValueError, SyntaxError):
                memory.bulk_load(written, format=RdfFormat.TRIG, lenient=True)
                self._store, self._copied = memory, True

        self._copying = Thread(target=copy, name="parley-copy")
        self._copying.start()

    def settle(self) -> bool:
        """Wait until answers come as fast as they will; tell whether from memory."""
        self._copy()
        if self._copying is not None:
            self._copying.join()
        return self._copied

    def __len__(self) -> int:
        """Return the number of quads."""
        return len(self._store)


_Identity = tuple[int, int, int]


def _known(found: os.stat_result) -> _Identity:
    return (found.st_dev, found.st_ino, found.st_mtime_ns)


def _identity(file: Path | None) -> _Identity | None:
    """Return what tells a file from one that took its place."""
    try:
        return None if file is None else _known(file.stat())
    except OSError:
        return None


def _tidy(folder: Path) -> None:
    """Remove the logs that every opening of a RocksDB leaves behind."""
    for log in folder.glob("LOG.old.*"):
        log.unlink(missing_ok=True)
