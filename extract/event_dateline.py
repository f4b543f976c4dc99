"""Where an article was written: the city in its dateline ("GENEVA, March 9 -")."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.cities import find_cities
from extract.datelines import leading_dateline
from extract.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from extract.records import Entity


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report is from.

    Attributes:
        name: the city's name as the article's places have it.
        id: ``Entity.id`` of that place, or ``None``.
        country: ISO code of its country, or ``None``.
        first: its first token.
        last: one past its last.
        lead: one past the last token of the paragraph it opens.
    """

    name: str
    id: str | None
    country: str | None
    first: int
    last: int
    lead: int


def dateline_span(doc: Doc) -> tuple[str, int, int, int] | None:
    """Return the city of a dateline, its tokens and the end of its paragraph."""
    blocks: list[Span] = [
        span
        for span in doc.spans.get("blocks", ())
        if span.label_ in {"body", "dateline"}
    ]
    for block in blocks[:2]:
        opening = leading_dateline(block.text)
        if opening is None:
            continue
        city, length = opening
        stop = block.start_char + length
        last = next((token.i for token in block if token.idx >= stop), block.end)
        return city, block.start, last, block.end
    return None


def dateline_of(doc: Doc, entities: Iterable[Entity]) -> Dateline | None:
    """Return where an article was written, ``None`` where it does not say."""
    found = dateline_span(doc)
    if found is None:
        return None
    city, first, last, lead = found
    cities = find_cities(city)
    for entity in entities:
        names = {entity.name, *(mention.quoted.text for mention in entity.mentions)}
        if entity.kind == "place" and fold(city) in {fold(name) for name in names}:
            country = entity.country or (cities[0].country if cities else None)
            shouted = entity.name.isupper() and len(entity.name) > 3
            name = cities[0].name if shouted and cities else entity.name
            return Dateline(name, entity.id, country, first, last, lead)
    if not cities:
        return None
    return Dateline(cities[0].name, None, cities[0].country, first, last, lead)
