"""Where an article was written: the city in its dateline ("GENEVA, March 9 -")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.cities import best_city, find_cities
from extract.gazetteer import fold, look_up

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span

    from extract.records import Entity

#: A city, perhaps a country, a date and an agency, and a dash.
DASHED: Final = re.compile(
    r"\W*(?P<city>[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,3})"
    r"(?P<rest>(?:,? [A-Z][\w.]+){0,3}(?:,? \d{1,2}(?:,? \d{4})?)?"
    r"(?:,? \d{1,2} [A-Z][a-z]+)?(?:,? ?\([^)\n]{2,40}\))?)\s*(?:--|—|–|-)\s"
)
#: A city in capitals before a word that is not in capitals.
SHOUTED: Final = re.compile(
    r"(?P<city>[A-Z]{3,}(?:[ -][A-Z]{3,}){0,2})(?P<rest>(?:, [A-Z][a-z]+)?) "
    r"(?=[A-Z][a-z]|[A-Z]\.|A |[A-Z]+['’]s )"
)
#: A day or an agency, which only a dateline has before its dash.
DATED: Final = re.compile(r"\d|\(")


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
        text = block.text
        found = DASHED.match(text)
        city = found["city"] if found else ""
        if found and not (DATED.search(found["rest"]) or known(city)):
            found = None
        if found is None:
            found = SHOUTED.match(text)
            city = found["city"] if found else ""
            listed = look_up(city) if found else None
            body = listed is not None and listed.hit == "body"
            if found and (body or best_city(city) is None):
                found = None
        if found is None:
            continue
        stop = block.start_char + found.end()
        last = next((token.i for token in block if token.idx >= stop), block.end)
        return city, block.start, last, block.end
    return None


def known(city: str) -> bool:
    """True for the name of a city, in capitals or not."""
    return bool(find_cities(city)) and (city.isupper() or best_city(city) is not None)


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
