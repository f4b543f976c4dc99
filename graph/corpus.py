"""The readings of a corpus with what each name in them stands for.

Everything that goes from one article to another starts here: articles once each, in
an order that does not depend on how they came, and the entities behind mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from extract.records import Quoted, Reading
from graph.described import Bodies
from graph.in_line import Line, Place, place_of
from graph.naming import slug
from graph.story import Evidence, StoryEntity

#: Last words of names for those whom a side has sent.
_DELEGATION: Final = frozenset(
    ("delegates", "delegation", "envoys", "negotiators", "representatives", "side")
)
#: Endings of adjectives made of a country's or a town's name, and of the name itself.
_ADJECTIVE: Final = re.compile(r"(?:i?an|n|ese|i|ish)$")
_ROOT: Final = 4
_ENDING: Final = 3


def once(readings: Iterable[Reading]) -> tuple[Reading, ...]:
    """Return each article once, by day of publication, then by its text.

    Of two copies of one text the one that knows more of itself is kept, then the one
    whose file name comes first.
    """
    kept: dict[str, Reading] = {}
    for reading in readings:
        other = kept.get(reading.article.id)
        if other is None or _rank(reading) < _rank(other):
            kept[reading.article.id] = reading
    return tuple(sorted(kept.values(), key=order))


def _rank(reading: Reading) -> tuple[bool, bool, bool, str]:
    article = reading.article
    return (
        article.published is None,
        article.publisher is None,
        article.url is None,
        article.file,
    )


def order(reading: Reading) -> Place:
    """Return what readings are sorted by (``graph.in_line``)."""
    return place_of(reading.article)


def evidence(reading: Reading, quoted: Quoted) -> Evidence:
    """Return the words of a reading as evidence."""
    return Evidence(
        file=reading.article.file,
        start=quoted.start,
        end=quoted.end,
        text=quoted.text,
        article=reading.article.id,
    )


@dataclass(frozen=True)
class Corpus:
    """Readings with their entities.

    Attributes:
        readings: each article once, sorted.
        entities: by IRI.
        iri_of: article id and entity id -> IRI.
        named: article id -> start, end and key of every mention of an entity, sorted,
            none inside another. The key is what its names have in common.
    """

    readings: tuple[Reading, ...]
    entities: Mapping[str, StoryEntity]
    iri_of: Mapping[tuple[str, str], str]
    named: Mapping[str, Sequence[tuple[int, int, str]]] = field(default_factory=dict)
    by_name: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def line(self) -> Line:
        """Return the articles in line, to sort words of them."""
        return Line(map(order, self.readings))

    @cached_property
    def by_id(self) -> Mapping[str, Reading]:
        """Return the readings by their article's id."""
        return {reading.article.id: reading for reading in self.readings}

    def iri(self, reading: Reading, entity: str | None, name: str | None) -> str | None:
        """Return the IRI of an entity by its id, else by its name or description."""
        if entity is not None:
            found = self.iri_of.get((reading.article.id, entity))
            if found:
                return found
        known = self.by_name.get(slug(name)) if name else None
        known = known or self.bodies.called(reading.article.id, name)
        return known or self._sent_by(name or "")

    def _sent_by(self, name: str) -> str | None:
        """Return whose delegation a name says it is: "Bernese negotiators" are Bern."""
        first, _, last = name.rpartition(" ")
        if last not in _DELEGATION:
            return None
        root = slug(_ADJECTIVE.sub("", first))
        named = {
            iri
            for name, iri in self.by_name.items()
            if len(root) >= _ROOT
            and name.startswith(root)
            and len(name) <= len(root) + _ENDING
            and self._acts(iri)
            and slug(self.entities[iri].name) == name
        }
        return next(iter(named)) if len(named) == 1 else None

    def _acts(self, iri: str | None) -> bool:
        """Tell whether an entity is a side, or a place with a name of its own."""
        entity = self.entities.get(iri or "")
        if entity is None or entity.kind == "person":
            return False
        return entity.kind != "place" or self.is_country(iri)

    @cached_property
    def bodies(self) -> Bodies:
        """Return the bodies that each article names, for what describes them."""
        named: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for (article, _), iri in self.iri_of.items():
            entity = self.entities.get(iri)
            if entity is not None and entity.kind in {"organization", "party"}:
                named.setdefault(article, []).append((iri, entity.labels))
        return Bodies(named)

    def name(self, iri: str | None, otherwise: str | None = None) -> str | None:
        """Return the name of an entity, ``otherwise`` where it is unknown."""
        entity = self.entities.get(iri or "")
        return entity.name if entity else otherwise

    def is_person(self, iri: str | None) -> bool:
        """Tell whether an entity is a person."""
        entity = self.entities.get(iri or "")
        return entity is not None and entity.kind == "person"

    def is_country(self, iri: str | None) -> bool:
        """Tell whether an entity is a state, as a place or as one that acts."""
        entity = self.entities.get(iri or "")
        return entity is not None and any("iso.org" in link for link in entity.same_as)

    def is_place(self, iri: str | None) -> bool:
        """Tell whether an entity lies somewhere: a place, or a state that acts."""
        entity = self.entities.get(iri or "")
        return entity is not None and (entity.kind == "place" or self.is_country(iri))

    def side(self, iri: str | None) -> str | None:
        """Return whom an entity speaks for, at the end of the line: a side's IRI."""
        seen: set[str] = set()
        while iri is not None and iri in self.entities and iri not in seen:
            entity = self.entities[iri]
            seen.add(iri)
            if entity.affiliation is None:
                break
            iri = entity.affiliation
        return iri

    def key(self, iri: str | None) -> str:
        """Return what stands for an entity where sides are compared.

        A country that acts and the same country as a place have one key.
        """
        entity = self.entities.get(iri or "")
        return slug(self.plain(entity)) if entity else slug(iri or "")

    def plain(self, entity: StoryEntity) -> str:
        """Return an entity's name; of a place the plainest that it has as a label.

        A place that one article names by an adjective is the same in both forms.
        """
        if entity.kind != "place":
            return entity.name
        return self.plain_names.get(entity.iri, entity.name)

    @cached_property
    def plain_names(self) -> Mapping[str, str]:
        """Return the plainest name of each place, by IRI."""
        places = [e for e in self.entities.values() if e.kind == "place"]
        known = {place.name for place in places}
        return {
            place.iri: min(
                known & {place.name, *place.labels}, key=lambda n: (len(n), n)
            )
            for place in places
        }

    def side_key(self, iri: str | None) -> str:
        """Return the key of the side that an entity speaks for."""
        return self.key(self.side(iri))


def gather(
    readings: Sequence[Reading],
    entities: Iterable[StoryEntity],
    iri_of: Mapping[tuple[str, str], str],
) -> Corpus:
    """Return the corpus of readings that are already sorted and told once."""
    known = {entity.iri: entity for entity in entities}
    by_name: dict[str, str] = {}
    rank = {"person": 0, "party": 1, "organization": 2, "place": 3}
    for entity in sorted(known.values(), key=lambda e: (rank.get(e.kind, 9), e.iri)):
        for label in (entity.name, *entity.labels):
            by_name.setdefault(slug(label), entity.iri)
    plain = Corpus(tuple(readings), known, dict(iri_of))
    named: dict[str, tuple[tuple[int, int, str], ...]] = {}
    for reading in readings:
        spans: list[tuple[int, int, str]] = []
        for record in reading.entities:
            iri = iri_of.get((reading.article.id, record.id))
            key = plain.key(iri) if iri in known else slug(record.name)
            spans += [(m.quoted.start, m.quoted.end, key) for m in record.mentions]
        flat: list[tuple[int, int, str]] = []
        for span in sorted(spans, key=lambda s: (s[0], -s[1], s[2])):
            if not flat or span[0] >= flat[-1][1]:
                flat.append(span)
        named[reading.article.id] = tuple(flat)
    return Corpus(tuple(readings), known, dict(iri_of), named, by_name)


def sentence_at(reading: Reading, start: int, end: int) -> Quoted:
    """Return the sentence that holds ``start``, the words alone where none does."""
    text = reading.article.text
    for first, last in reading.sentences:
        if first <= start < last:
            last = max(last, end)
            return Quoted(start=first, end=last, text=text[first:last])
    return Quoted(start=start, end=end, text=text[start:end])
