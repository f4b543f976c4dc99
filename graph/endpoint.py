"""SPARQL 1.1 Protocol over a graph, with its page, articles and vocabulary.

Read-only and for this machine: queries only (no update, no ``SERVICE``, nothing is
fetched), each in a process of its own with a time and memory limit, and answers of
bounded length. ``rdflib-endpoint`` was looked at: it evaluates with rdflib, without
limits, and its query editor comes from a CDN; so requests and answers are
Starlette's here, evaluation is Oxigraph's.

Source:
    SPARQL 1.1 Protocol, W3C Recommendation, 21 March 2013, section 2.1.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
    serialize,
)
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Mount, Route

from graph.accepting import chosen
from graph.apart import ask_apart
from graph.errors import GraphError, QueryError
from graph.negotiation import NegotiationGraph
from graph.query import Checked, checked, explained
from graph.site import site_routes
from graph.store import GraphStore
from graph.terms import PREFIXES

__all__ = ["Limits", "endpoint"]

#: Bytes of a request's body that are read at most.
LARGEST_BODY: Final = 1_000_000

_RESULTS: Final[Mapping[str, QueryResultsFormat]] = {
    "application/sparql-results+json": QueryResultsFormat.JSON,
    "application/sparql-results+xml": QueryResultsFormat.XML,
    "text/csv": QueryResultsFormat.CSV,
    "text/tab-separated-values": QueryResultsFormat.TSV,
    "application/json": QueryResultsFormat.JSON,
    "application/xml": QueryResultsFormat.XML,
}
_GRAPHS: Final[Mapping[str, RdfFormat]] = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


class Limits:
    """What one request may cost.

    Attributes:
        seconds: time for evaluating a query.
        rows: rows or triples in an answer; a longer one is refused, never cut.
        at_once: queries evaluated at the same time; others wait.
    """

    def __init__(
        self, *, seconds: float = 30.0, rows: int = 100_000, at_once: int = 4
    ) -> None:
        self.seconds = seconds
        self.rows = rows
        self.at_once = at_once


class _Refused(Exception):  # noqa: N818
    """A request that is answered with an error."""

    def __init__(self, status: int, says: str, **headers: str) -> None:
        super().__init__(says)
        self.status = status
        self.headers = headers


def endpoint(
    where: str | Path,
    *,
    limits: Limits | None = None,
    allow_origins: tuple[str, ...] = (),
) -> Starlette:
    """Return the web application over an output folder or store.

    Args:
        where: what ``NegotiationGraph.open`` takes.
        limits: what one request may cost.
        allow_origins: web origins that may ask from a browser; none by default.

    Raises:
        StoreError: no graph is there.
    """
    from anyio import CapacityLimiter

    graph = NegotiationGraph.open(where)
    held = limits or Limits()
    limiter = CapacityLimiter(held.at_once)

    async def sparql(request: Request) -> Response:
        try:
            text = await _query(request)
            query = checked(text)
            wanted = _RESULTS if query.form in {"SELECT", "ASK"} else _GRAPHS
            media = chosen(request.headers.get("accept", "*/*"), tuple(wanted))
            if media is None:
                msg = f"this answer can be given as {', '.join(wanted)}"
                raise _Refused(406, msg)
            async with limiter:
                body = await run_in_threadpool(
                    _answered, graph.store, query, media, held
                )
        except _Refused as refused:
            return PlainTextResponse(
                f"{refused}\n", refused.status, headers=refused.headers
            )
        except SyntaxError as error:
            return PlainTextResponse(f"{explained(text, str(error))}\n", 400)
        except QueryError as error:
            status = 503 if str(error).startswith("no answer within") else 400
            return PlainTextResponse(f"{error}\n", status)
        except (GraphError, OSError, ValueError) as error:
            return PlainTextResponse(f"the query cannot be answered: {error}\n", 503)
        return Response(body, media_type=f"{media}; charset=utf-8")

    middleware = [Middleware(BaseHTTPMiddleware, dispatch=_guarded)]
    if allow_origins:
        middleware.insert(
            0,
            Middleware(
                CORSMiddleware, allow_origins=allow_origins, allow_methods=["*"]
            ),
        )
    routes: list[Route | Mount] = [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        *site_routes(graph),
    ]
    return Starlette(routes=routes, middleware=middleware)


async def _guarded(request: Request, call_next: RequestResponseEndpoint) -> Response:
    """Refuse other hosts' names (DNS rebinding); let nothing be framed or sniffed."""
    host = request.headers.get("host", "").rsplit(":", 1)[0].strip("[]")
    if host not in {"127.0.0.1", "localhost", "::1", "testserver"}:
        return PlainTextResponse("this server answers on this machine only\n", 421)
    answer = await call_next(request)
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("X-Frame-Options", "SAMEORIGIN")
    answer.headers.setdefault("Referrer-Policy", "no-referrer")
    return answer


async def _query(request: Request) -> str:
    """Return the query of a request in any of the protocol's three encodings."""
    if request.method == "GET" or request.method == "HEAD":
        fields = request.query_params.multi_items()
        return _one(fields)
    kind = request.headers.get("content-type", "").split(";")[0].strip().lower()
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            msg = f"a query may be {LARGEST_BODY:,} bytes long"
            raise _Refused(413, msg)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Refused(400, "the query is not UTF-8") from error
    if kind == "application/sparql-query":
        fields = [*request.query_params.multi_items(), ("query", text)]
        return _one(fields)
    if kind == "application/x-www-form-urlencoded":
        from urllib.parse import parse_qsl

        given = parse_qsl(text, keep_blank_values=True)
        return _one([*request.query_params.multi_items(), *given])
    if kind == "application/sparql-update":
        raise _Refused(403, "this graph is read-only: use 'parley correct'")
    msg = "send application/x-www-form-urlencoded or application/sparql-query"
    raise _Refused(415, msg)


def _one(fields: list[tuple[str, str]]) -> str:
    names = [name for name, _ in fields]
    if "update" in names:
        raise _Refused(403, "this graph is read-only: use 'parley correct'")
    if {"default-graph-uri", "named-graph-uri"} & set(names):
        msg = "name graphs with FROM and FROM NAMED in the query"
        raise _Refused(400, msg)
    queries = [value for name, value in fields if name == "query"]
    if len(queries) != 1:
        msg = f"one 'query' is needed, found {len(queries)}"
        raise _Refused(400, msg)
    return queries[0]


def _answered(store: GraphStore, query: Checked, media: str, limits: Limits) -> bytes:
    """Return the written answer.

    Oxigraph's answers may not change threads, not even inside an exception's
    traceback: so they become plain bytes before anything is refused.
    """
    body = _plain(ask_apart(store, query.text, union=query.union, limit=limits.seconds))
    if media in _GRAPHS:
        triples = [q.triple for q in parse(body, format=RdfFormat.N_TRIPLES)]
        if len(triples) > limits.rows:
            _too_long(limits.rows)
        return serialize(triples, format=_GRAPHS[media], prefixes=PREFIXES) or b""
    read = json.loads(body)
    if "boolean" in read and media in {"text/csv", "text/tab-separated-values"}:
        return b"true\n" if read["boolean"] else b"false\n"
    if len(read.get("results", {}).get("bindings", ())) > limits.rows:
        _too_long(limits.rows)
    out = BytesIO()
    parse_query_results(body, format=QueryResultsFormat.JSON).serialize(
        out, format=_RESULTS[media]
    )
    return out.getvalue()


def _plain(answer: object) -> bytes:
    """Return rows, or yes and no, as JSON; triples as N-Triples."""
    if isinstance(answer, QuerySolutions | QueryBoolean):
        out = BytesIO()
        answer.serialize(out, format=QueryResultsFormat.JSON)
        return out.getvalue()
    triples: list[Triple] = list(answer)  # type: ignore[call-overload]
    return serialize(triples, format=RdfFormat.N_TRIPLES) or b""


def _too_long(most: int) -> None:
    msg = f"more than {most:,} rows: add LIMIT and OFFSET"
    raise _Refused(413, msg)
