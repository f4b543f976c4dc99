"""All that a store states of each thing, ready for reading records back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from pyoxigraph import Literal, NamedNode, Quad

from graph.in_line import Line
from graph.in_line import place as place_in_line
from graph.story import Evidence
from graph.terms import (
    CORRECTIONS_GRAPH,
    GAF,
    LOG_GRAPH,
    NIF,
    PL,
    RDF,
    SCHEMA,
    SKOS,
)

__all__ = ["Told"]


class Told:
    """All that is stated of each thing, for reading records back.

    >>> Told([]).of_class(PL.Event)
    []
    """

    def __init__(self, quads: Iterable[Quad]) -> None:
        facts: dict[str, dict[str, list[str]]] = defaultdict(dict)
        apart = {LOG_GRAPH, CORRECTIONS_GRAPH}
        for quad in quads:
            graph, thing, value = quad.graph_name, quad.subject, quad.object
            if (
                not isinstance(graph, NamedNode)
                or not isinstance(thing, NamedNode)
                or not isinstance(value, NamedNode | Literal)
                or graph.value in apart
            ):
                continue
            known = facts[thing.value]
            known.setdefault(quad.predicate.value, []).append(value.value)
        self._facts = dict(facts)
        self._classes: dict[str, list[str]] = defaultdict(list)
        for node, known in self._facts.items():
            for name in set(known.get(str(RDF.type), ())):
                self._classes[name].append(node)
        self._files = {
            node: self.need(node, PL.file) for node in self.of_class(PL.Article)
        }

    @cached_property
    def line(self) -> Line:
        """Return the articles in line, to sort words of them."""
        return Line(
            place_in_line(
                self.one(node, SCHEMA.datePublished),
                self.need(node, NIF.isString),
                self.need(node, SCHEMA.identifier),
            )
            for node in self._files
        )

    def of_class(self, name: str) -> list[str]:
        """Return the IRIs of all things of a class, sorted."""
        return sorted(self._classes.get(str(name), ()))

    def having(self, term: str) -> Iterator[tuple[str, str]]:
        """Yield things that have a term, with its value."""
        for thing, known in self._facts.items():
            for value in known.get(str(term), ())[:1]:
                yield thing, value

    def all(self, thing: str, term: str) -> tuple[str, ...]:
        """Return all values of a term, sorted, each once."""
        return tuple(sorted(set(self._facts.get(thing, {}).get(str(term), ()))))

    def one(self, thing: str, term: str) -> str | None:
        """Return the value of a term, the least of several, ``None`` for none."""
        values = self._facts.get(thing, {}).get(str(term))
        return min(values) if values else None

    def need(self, thing: str, term: str) -> str:
        """Return the value of a term, ``""`` for none."""
        return self.one(thing, term) or ""

    def words(self, thing: str, term: str = GAF.denotedBy) -> tuple[Evidence, ...]:
        """Return the words that denote a thing, by article and place in it."""
        return self.line.sorted(self._evidence(self.all(thing, term)))

    def _evidence(self, places: Iterable[str]) -> Iterator[Evidence]:
        for place in places:
            article = self.one(place, NIF.referenceContext)
            if article in self._files:
                yield Evidence(
                    file=self._files[article],
                    start=int(self.need(place, NIF.beginIndex)),
                    end=int(self.need(place, NIF.endIndex)),
                    text=self.need(place, NIF.anchorOf),
                    article=self.need(article, SCHEMA.identifier),
                )

    def names(self, things: Iterable[str]) -> tuple[str, ...]:
        """Return the preferred labels of things, in their order."""
        return tuple(self.need(thing, SKOS.prefLabel) for thing in things)

    def topics(self, thing: str) -> tuple[str, ...]:
        """Return the names of a thing's topics, sorted."""
        return tuple(sorted(self.names(self.all(thing, PL.topic))))
