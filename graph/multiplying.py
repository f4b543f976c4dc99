"""Make a graph as large as a measurement needs: the same articles told many times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from graph.naming import BASE

__all__ = ["multiplied"]

#: What all copies share, so that questions join across them as in a real archive.
_SHARED: Final = tuple(
    f"{BASE}{kind}"
    for kind in (
        "graph/",
        "organization/",
        "outlet/",
        "party/",
        "person/",
        "place/",
        "software/",
        "topic/",
        "topics",
    )
)


def multiplied(quads: Iterable[Quad], times: int) -> Iterator[Quad]:
    """Yield quads, and again for every further copy of their articles and events.

    People, places, parties and topics are shared by all copies; articles, words,
    events, statements and proposals are each copy's own.

    >>> from graph.facts import Facts
    >>> once = list(Facts(f"{BASE}article/1").link(f"{BASE}event/e", "urn:p", "urn:o"))
    >>> [quad.subject.value for quad in multiplied(once, 2)][1]
    'https://w3id.org/parley/id/2/event/e'
    """
    held = list(quads)
    yield from held
    for copy in range(2, times + 1):
        names: dict[str, NamedNode] = {}
        seen: set[Quad] = set()
        for quad in held:
            copied = Quad(
                _renamed(quad.subject, copy, names),
                quad.predicate,
                _renamed(quad.object, copy, names),
                _renamed(quad.graph_name, copy, names),
            )
            if copied != quad and copied not in seen:
                seen.add(copied)
                yield copied


def _renamed(term: object, copy: int, names: dict[str, NamedNode]) -> NamedNode:
    if not isinstance(term, NamedNode):
        return term  # type: ignore[return-value]
    found = names.get(term.value)
    if found is None:
        own = term.value.startswith(BASE) and not term.value.startswith(_SHARED)
        rest = term.value.removeprefix(BASE)
        found = NamedNode(f"{BASE}{copy}/{rest}") if own else term
        names[term.value] = found
    return found
