"""Ask a query in a process of its own, which can be stopped when time is up.

Oxigraph answers to nobody while it evaluates. The child imports only Oxigraph, opens
the store (or is given its quads) and sends back standard result formats.
"""

from __future__ import annotations

import json
import subprocess
import sys
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    parse,
    parse_query_results,
    serialize,
)

from graph.errors import QueryError

if TYPE_CHECKING:
    from graph.store import GraphStore

__all__ = ["answer_here", "ask_apart"]

#: Bytes of address space that evaluating one query may take.
MEMORY: Final = 16 * 2**30


def ask_apart(store: GraphStore, query: str, *, union: bool, limit: float) -> object:
    """Return the answer of a query, evaluated in another process.

    Raises:
        QueryError: it took longer than ``limit`` seconds.
        SyntaxError: the query is malformed.
    """
    from graph.remote import RemoteStore
    from graph.store import EmbeddedStore
    from graph.terms import PREFIXES

    if isinstance(store, RemoteStore):
        return store.run(query, union=union, limit=limit)
    folder = store.folder if isinstance(store, EmbeddedStore) else None
    job = {
        "query": query,
        "union": union,
        "prefixes": PREFIXES,
        "folder": None if folder is None else str(folder),
    }
    given = json.dumps(job).encode() + b"\n"
    if folder is None:
        given += serialize(store.quads(), format=RdfFormat.N_QUADS) or b""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "graph.apart"],
            input=given,
            capture_output=True,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        msg = f"no answer within {limit:g} s: narrow the query, or raise --timeout"
        raise QueryError(msg) from error
    kind, _, body = done.stdout.partition(b"\n")
    if kind == b"syntax":
        raise SyntaxError(body.decode())
    if kind == b"triples":
        return [quad.triple for quad in parse(body, format=RdfFormat.N_TRIPLES)]
    if kind == b"results":
        return parse_query_results(body, format=QueryResultsFormat.JSON)
    said = (body or done.stderr).decode(errors="replace").strip()
    raise OSError(said.rsplit("\n", 1)[-1] or "the process that evaluates it ended")


def answer_here(given: bytes) -> bytes:
    r"""Return the answer to one job, as the child sends it.

    >>> job = {"query": "ASK {}", "union": True, "prefixes": {}, "folder": None}
    >>> answer_here(json.dumps(job).encode())
    b'results\n{"head":{},"boolean":true}'
    """
    head, _, rest = given.partition(b"\n")
    job: dict[str, Any] = json.loads(head)
    try:
        if job["folder"] is None:
            store = Store()
            store.bulk_load(rest, format=RdfFormat.N_QUADS)
        else:
            store = Store.read_only(job["folder"])
        answer = store.query(
            job["query"],
            prefixes=job["prefixes"],
            use_default_graph_as_union=job["union"],
        )
        if isinstance(answer, QuerySolutions | QueryBoolean):
            written = BytesIO()
            answer.serialize(written, format=QueryResultsFormat.JSON)
            return b"results\n" + written.getvalue()
        return b"triples\n" + (serialize(answer, format=RdfFormat.N_TRIPLES) or b"")
    except SyntaxError as error:
        return b"syntax\n" + str(error).encode()
    except (OSError, ValueError, RuntimeError) as error:
        return b"failed\n" + str(error).encode()


def _bound_memory() -> None:
    """Let a query that grows without end fail, not the machine."""
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))


if __name__ == "__main__":
    _bound_memory()
    sys.stdout.buffer.write(answer_here(sys.stdin.buffer.read()))
