"""Make quads of one named graph out of plain values.

Quads and terms are Oxigraph's: they are made, sorted and loaded many times faster
than others. There are no blank nodes, so that sorted quads are canonical.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from pyoxigraph import Literal, NamedNode, Quad

from graph.days import days
from graph.naming import iri, span_iri
from graph.story import Evidence
from graph.terms import GAF, PL, RDF, XSD

__all__ = ["Facts", "named", "number", "topic_iri"]


@cache
def named(text: str) -> NamedNode:
    """Return the node of an IRI; the same one for the same IRI.

    >>> named("https://example.org/a").value
    'https://example.org/a'
    """
    return NamedNode(text)


def number(value: float) -> str:
    """Return a number as a canonical ``xsd:decimal``, to four places.

    >>> number(0.9), number(1.0), number(-0.00001)
    ('0.9', '1', '0')
    """
    digits = f"{value:.4f}".rstrip("0").rstrip(".")
    return "0" if digits == "-0" else digits


def topic_iri(name: str) -> str:
    """Return the IRI of a topic.

    >>> topic_iri("security guarantees")
    'https://w3id.org/parley/id/topic/security-guarantees'
    """
    return iri("topic", name)


_DATE, _INTEGER = named(str(XSD.date)), named(str(XSD.integer))
_DECIMAL, _BOOLEAN = named(str(XSD.decimal)), named(str(XSD.boolean))
_URI = named(str(XSD.anyURI))
_TYPE = named(str(RDF.type))


@dataclass(frozen=True, slots=True)
class Facts:
    """Where facts are stated: one named graph.

    Every method yields one quad a value, nothing for ``None`` or no values.

    Attributes:
        graph: IRI of the named graph.

    >>> facts = Facts("https://example.org/g")
    >>> [q.object.value for q in facts.text("https://example.org/a", PL.role, "aide")]
    ['aide']
    """

    graph: str

    def _state(self, thing: str, term: str, value: NamedNode | Literal) -> Quad:
        return Quad(named(thing), named(term), value, named(self.graph))

    def types(self, thing: str, *classes: str) -> Iterator[Quad]:
        """Yield what a thing is."""
        for name in classes:
            yield Quad(named(thing), _TYPE, named(name), named(self.graph))

    def link(self, thing: str, term: str, *others: str | None) -> Iterator[Quad]:
        """Yield relations to other things, by their IRIs."""
        for other in others:
            if other is not None:
                yield self._state(thing, term, named(other))

    def text(self, thing: str, term: str, *values: str | None) -> Iterator[Quad]:
        """Yield texts; an empty one says nothing."""
        for value in values:
            if value:
                yield self._state(thing, term, Literal(value))

    def uri(self, thing: str, term: str, value: str | None) -> Iterator[Quad]:
        """Yield an address, as ``xsd:anyURI``, whether or not it is a valid one."""
        if value:
            yield self._state(thing, term, Literal(value, datatype=_URI))

    def whole(self, thing: str, term: str, value: int | None) -> Iterator[Quad]:
        """Yield a whole number."""
        if value is not None:
            yield self._state(thing, term, Literal(str(value), datatype=_INTEGER))

    def decimal(self, thing: str, term: str, value: float) -> Iterator[Quad]:
        """Yield a number with a fraction, to four places."""
        yield self._state(thing, term, Literal(number(value), datatype=_DECIMAL))

    def confidence(self, thing: str, value: float) -> Iterator[Quad]:
        """Yield how sure something is; a score beyond 0 or 1 is 0 or 1."""
        yield from self.decimal(thing, PL.confidence, min(max(value, 0.0), 1.0))

    def truth(self, thing: str, term: str, value: bool) -> Iterator[Quad]:
        """Yield true or false."""
        word = "true" if value else "false"
        yield self._state(thing, term, Literal(word, datatype=_BOOLEAN))

    def day(self, thing: str, term: str, value: date | None) -> Iterator[Quad]:
        """Yield a day, as ``xsd:date``."""
        if value is not None:
            yield self._state(thing, term, Literal(value.isoformat(), datatype=_DATE))

    def dated(self, thing: str, term: str, value: str | None) -> Iterator[Quad]:
        """Yield a date as read (``pl:timexValue``), and ``term`` if it is one day."""
        if value:
            yield from self.text(thing, PL.timexValue, value)
            stretch = days(value)
            if stretch is not None and stretch.length == 1:
                yield from self.day(thing, term, stretch.begin)

    def words(
        self, thing: str, evidence: Iterable[Evidence], term: str = GAF.denotedBy
    ) -> Iterator[Quad]:
        """Yield relations to the words in articles that denote a thing."""
        for each in evidence:
            place = span_iri(each.article, each.start, each.end)
            yield self._state(thing, term, named(place))

    def topics(self, thing: str, names: Iterable[str]) -> Iterator[Quad]:
        """Yield what a thing is about."""
        for name in names:
            yield from self.link(thing, PL.topic, topic_iri(name))
