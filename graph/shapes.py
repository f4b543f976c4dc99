"""Check a graph against its shapes before anything is written.

pySHACL reads ``vocabulary/shapes.ttl``; what it finds is said as the thing, the shape
and the article, one line each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from pyoxigraph import Literal as RdfLiteral
from pyoxigraph import NamedNode, Quad
from rdflib import SH, BNode, Graph, Literal, URIRef

from graph.errors import ShapeError
from graph.naming import BASE
from graph.terms import LOG_GRAPH, NIF, PL, RDFS, XSD

__all__ = ["Broken", "broken_shapes", "check"]

_SHOWN = 20


@dataclass(frozen=True, slots=True, order=True)
class Broken:
    """One shape that one thing breaks.

    Attributes:
        node: IRI of the thing.
        shape: short name of the shape.
        message: what is wrong, in words.
        article: file of an article that the thing was read from, or ``None``.
    """

    node: str
    shape: str
    message: str
    article: str | None

    def __str__(self) -> str:
        """Return it as one line."""
        where = f" (read from {self.article})" if self.article else ""
        return f"{self.node}: {self.shape}: {self.message}{where}"


def check(quads: Iterable[Quad]) -> None:
    """Raise where a graph breaks its shapes.

    Raises:
        ShapeError: it does; the message names things, shapes and articles.

    >>> check([])
    """
    broken = broken_shapes(quads)
    if broken:
        lines = [str(each) for each in broken[:_SHOWN]]
        if len(broken) > _SHOWN:
            lines.append(f"... and {len(broken) - _SHOWN} more")
        found = "\n  ".join(lines)
        msg = f"the graph breaks its shapes in {len(broken)} places:\n  {found}"
        raise ShapeError(msg)


def broken_shapes(quads: Iterable[Quad]) -> list[Broken]:
    """Return all shapes that a graph breaks, by thing and shape.

    >>> broken_shapes([])
    []
    """
    from pyshacl import validate

    held = list(quads)
    conforms, report, _ = validate(
        _graph(held), shacl_graph=_shapes(), inference="none", meta_shacl=False
    )
    if conforms or not isinstance(report, Graph):
        return []
    return sorted(set(_read(report, held)))


@cache
def _shapes() -> Graph:
    file = resources.files("graph").joinpath("vocabulary", "shapes.ttl")
    return Graph().parse(data=file.read_text(encoding="utf-8"), format="turtle")


def _graph(quads: Iterable[Quad]) -> Graph:
    """Return the union of all named graphs but the log; texts do not matter."""
    graph = Graph()
    known: dict[NamedNode | RdfLiteral, URIRef | Literal] = {}

    def term(given: NamedNode | RdfLiteral) -> URIRef | Literal:
        found = known.get(given)
        if found is None:
            found = known[given] = _term(given)
        return found

    for graph_name, subject, predicate, value in _plain(quads):
        if graph_name != LOG_GRAPH and predicate.value != str(NIF.isString):
            graph.add((term(subject), term(predicate), term(value)))
    return graph


def _plain(
    quads: Iterable[Quad],
) -> Iterator[tuple[str, NamedNode, NamedNode, NamedNode | RdfLiteral]]:
    """Yield quads of named graphs, which hold no blank nodes."""
    for quad in quads:
        name, subject, value = quad.graph_name, quad.subject, quad.object
        if (
            isinstance(name, NamedNode)
            and isinstance(subject, NamedNode)
            and isinstance(value, NamedNode | RdfLiteral)
        ):
            yield name.value, subject, quad.predicate, value


def _term(given: NamedNode | RdfLiteral) -> URIRef | Literal:
    if isinstance(given, NamedNode):
        return URIRef(given.value)
    kind = URIRef(given.datatype.value)
    return Literal(given.value, datatype=None if kind == XSD.string else kind)


def _read(report: Graph, quads: Iterable[Quad]) -> Iterator[Broken]:
    shapes = _shapes()
    files: dict[str, str] = {}
    read_from: dict[str, str] = {}
    for name, subject, predicate, value in _plain(quads):
        if predicate.value == str(PL.file):
            files[name] = value.value
        if name.startswith(f"{BASE}article/"):
            read_from.setdefault(subject.value, name)
    for result in report.subjects(None, SH.ValidationResult):
        node = str(report.value(result, SH.focusNode))
        source = report.value(result, SH.sourceShape)
        message = report.value(result, SH.resultMessage)
        yield Broken(
            node=node,
            shape=_name(shapes, source),
            message=" ".join(str(message).split()),
            article=files.get(read_from.get(node, "")),
        )


def _name(shapes: Graph, source: Any) -> str:
    """Return the short name of the named shape that a shape belongs to."""
    while isinstance(source, BNode):
        owner = next(iter(shapes.subjects(None, source)), None)
        if owner is None:
            break
        source = owner
    if isinstance(source, BNode):
        return str(shapes.value(source, RDFS.label) or "a shape")
    return str(source).rpartition("#")[2].partition("-")[0]
