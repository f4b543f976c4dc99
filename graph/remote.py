"""A store on any SPARQL 1.1 server: query, update and graph store protocols.

Where a server's three services have different addresses, and where it asks for a
password, the environment says so: ``PARLEY_STORE_UPDATE``, ``PARLEY_STORE_GRAPHS``,
``PARLEY_STORE_USER`` and ``PARLEY_STORE_PASSWORD`` (HTTP basic or digest, whichever
the server asks for). A graph is replaced by one request: a PUT to the graph store if
its address is known, else one update.
"""

from __future__ import annotations

import os
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterable, Iterator
from typing import Self

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)

from graph.errors import StoreError
from graph.naming import BASE
from graph.terms import PREFIXES

__all__ = ["RemoteStore"]

_RESULTS = "application/sparql-results+json"
_TRIPLES = "application/n-triples"
_PAGE = 50_000  # quads fetched by one request


class RemoteStore:
    """A SPARQL 1.1 server.

    >>> RemoteStore("http://localhost:8890/sparql").update_url
    'http://localhost:8890/sparql'
    """

    def __init__(
        self,
        query_url: str,
        *,
        update_url: str | None = None,
        graphs_url: str | None = None,
        user: str | None = None,
        password: str | None = None,
        timeout: float = 60.0,
    ) -> None:
        """Name a server.

        Args:
            query_url: address of its query service.
            update_url: address of its update service, if another.
            graphs_url: address of its graph store, if it has one.
            user: who to be, where it asks.
            password: the password for that.
            timeout: seconds to wait for an answer.
        """
        self.query_url = query_url
        self.update_url = update_url or query_url
        self.graphs_url = graphs_url
        self.timeout = timeout
        handlers: list[urllib.request.BaseHandler] = []
        if user is not None:
            keys = urllib.request.HTTPPasswordMgrWithDefaultRealm()
            for url in (query_url, self.update_url, graphs_url):
                if url is not None:
                    keys.add_password(None, url, user, password or "")
            handlers += [
                urllib.request.HTTPDigestAuthHandler(keys),
                urllib.request.HTTPBasicAuthHandler(keys),
            ]
        self._open = urllib.request.build_opener(*handlers).open
        self._spread: tuple[str, ...] | None = None

    @classmethod
    def at(cls, url: str) -> Self:
        """Return the server at an address, with what the environment says of it."""
        given = os.environ.get
        return cls(
            url,
            update_url=given("PARLEY_STORE_UPDATE"),
            graphs_url=given("PARLEY_STORE_GRAPHS"),
            user=given("PARLEY_STORE_USER"),
            password=given("PARLEY_STORE_PASSWORD"),
        )

    def _send(
        self,
        url: str,
        body: bytes | None,
        kind: str,
        *,
        accept: str = "*/*",
        method: str | None = None,
        limit: float | None = None,
    ) -> tuple[str, bytes]:
        request = urllib.request.Request(url, data=body, method=method)
        request.add_header("Accept", accept)
        if body is not None:
            request.add_header("Content-Type", kind)
        try:
            with self._open(request, timeout=limit or self.timeout) as answer:
                return answer.headers.get_content_type(), answer.read()
        except urllib.error.HTTPError as error:
            said = error.read(2000).decode(errors="replace").strip()
            if error.code == 400:
                raise SyntaxError(said) from error
            msg = f"{url}: {error.code} {error.reason}: {said[:300]}"
            raise StoreError(msg) from error
        except (urllib.error.URLError, TimeoutError, OSError) as error:
            msg = f"{url}: no answer ({getattr(error, 'reason', error)})"
            raise StoreError(msg) from error

    def run(
        self, query: str, *, union: bool = True, limit: float | None = None
    ) -> QuerySolutions | QueryBoolean | list[Triple]:
        """Return the answer of a query; see ``GraphStore.run``."""
        fields = [("query", _declared(query))]
        if union:
            fields += [("default-graph-uri", graph) for graph in self._union()]
        body = urllib.parse.urlencode(fields).encode()
        kind, answer = self._send(
            self.query_url,
            body,
            "application/x-www-form-urlencoded",
            accept=f"{_RESULTS}, {_TRIPLES};q=0.9, text/turtle;q=0.8",
            limit=limit,
        )
        if kind == _RESULTS:
            return parse_query_results(answer, format=QueryResultsFormat.JSON)
        found = RdfFormat.from_media_type(kind)
        if found is None:
            msg = f"{self.query_url}: answers in {kind}, which is no result of SPARQL"
            raise StoreError(msg)
        return [quad.triple for quad in parse(answer, format=found)]

    def _union(self) -> tuple[str, ...]:
        """Return the graphs to name where the default graph is not their union."""
        if self._spread is None:
            whole = self.run("ASK { ?s ?p ?o }", union=False)
            self._spread = () if bool(whole) else self.graphs()
        return self._spread

    def graphs(self) -> tuple[str, ...]:
        """Return the IRIs of Parley's named graphs, sorted."""
        query = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
        found = {row["g"].value for row in self._rows(query)}
        return tuple(sorted(name for name in found if name.startswith(BASE)))

    def quads(self) -> Iterator[Quad]:
        """Yield all quads in Parley's named graphs, graph by graph."""
        for graph in self.graphs():
            name, start = NamedNode(graph), 0
            while True:
                # Ordered inside, cut outside: Virtuoso sorts no more than 10,000 rows
                # for a LIMIT, but any number in a subquery.
                rows = self._rows(
                    f"SELECT ?s ?p ?o {{ {{ SELECT ?s ?p ?o {{ GRAPH {name} "
                    f"{{ ?s ?p ?o }} }} ORDER BY ?s ?p ?o }} }} "
                    f"LIMIT {_PAGE} OFFSET {start}"
                )
                count = 0
                for row in rows:
                    count += 1
                    yield Quad(row["s"], row["p"], row["o"], name)
                if count < _PAGE:
                    break
                start += count

    def _rows(self, query: str) -> QuerySolutions:
        answer = self.run(query, union=False)
        if not isinstance(answer, QuerySolutions):
            msg = f"{self.query_url}: answers a SELECT with something else"
            raise StoreError(msg)
        return answer

    def replace(self, graph: str, quads: Iterable[Quad]) -> None:
        """Put quads in place of all that a named graph holds, in one request."""
        triples = [quad.triple for quad in quads]
        written = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
        name = NamedNode(graph)
        self._spread = None
        if self.graphs_url is not None:
            query = urllib.parse.urlencode({"graph": graph})
            self._send(f"{self.graphs_url}?{query}", written, _TRIPLES, method="PUT")
            return
        update = (
            f"DROP SILENT GRAPH {name} ; "
            f"INSERT DATA {{ GRAPH {name} {{ {written.decode()} }} }}"
        )
        self._update(update)

    def remove(self, graph: str) -> None:
        """Drop a named graph; nothing happens where there is none."""
        self._spread = None
        self._update(f"DROP SILENT GRAPH {NamedNode(graph)}")

    def _update(self, update: str) -> None:
        try:
            self._send(self.update_url, update.encode(), "application/sparql-update")
        except SyntaxError as error:
            msg = f"{self.update_url}: refuses the update ({str(error)[:300]})"
            raise StoreError(msg) from error


def _declared(query: str) -> str:
    """Return the query with the known prefixes declared that it uses."""
    used = [
        f"PREFIX {prefix}: <{name}>"
        for prefix, name in PREFIXES.items()
        if re.search(rf"(?<![\w.-]){prefix}:", query)
        and not re.search(rf"(?i)prefix\s+{prefix}:", query)
    ]
    return " ".join([*used, query])
