"""Names in headlines, where capitals tell nothing: the body's, and large cities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from extract.cities import find_cities
from extract.doc_text import text_of
from extract.entity_drafts import Draft, covered, mention
from extract.gazetteer import fold, given_names
from extract.places import Spot, merge_spots

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Stretch, Word

_LONGEST = 6
_LARGE = 100_000


def named_in_body(
    doc: Doc, headline: Stretch, drafts: Mapping[tuple[str, str], Draft]
) -> None:
    """Add to drafts the sights of their names in a headline."""
    by_name: dict[str, Draft] = {}
    for draft in drafts.values():
        for known in draft.mentions.values():
            by_name.setdefault(fold(known.quoted.text), draft)
    words = headline.words
    at = 0
    while at < len(words):
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            start, end = words[at].start, words[at + length - 1].end
            text = text_of(doc)[start:end]
            named = by_name.get(fold(text))
            if named is not None and text[:1].isupper() and len(text) > 2:
                if not covered(drafts.values(), (start, end)):
                    named.mentions.update(mention(doc, start, end))
                at += length - 1
                break
        at += 1


def cities_in(
    doc: Doc, headline: Stretch, drafts: Mapping[tuple[str, str], Draft]
) -> Iterator[tuple[tuple[str, str], Draft]]:
    """Yield cities that a headline alone names; known ones gain a mention.

    A city is large, or stands in a list with a place.
    """
    spots = []
    placed = {
        fold(known.quoted.text)
        for draft in drafts.values()
        if draft.kind == "place"
        for known in draft.mentions.values()
    }
    for at, word in enumerate(headline.words):
        city = next(iter(find_cities(word.text)), None)
        if (
            city is not None
            and word.capital
            and len(word.text) > 4
            and (
                (city.population > _LARGE and fold(word.text) not in given_names())
                or _listed_with_places(headline.words, at, placed)
            )
            and doc[word.first].pos_ in {"PROPN", "NOUN", "X"}
            and not covered(drafts.values(), (word.start, word.end))
        ):
            spots.append(
                Spot(word.text, word.text, word.first, word.last, word.start, word.end)
            )
    codes = frozenset(d.country for d in drafts.values() if d.country)
    for place in merge_spots(spots, codes):
        if not place.same_as:
            continue
        first = place.spots[0]
        home = next(
            (
                d
                for d in drafts.values()
                if d.kind == "place" and d.same_as == place.same_as
            ),
            None,
        )
        draft = home or Draft(
            "place", first.bare, country=place.country, same_as=place.same_as
        )
        for spot in place.spots:
            draft.mentions.update(mention(doc, spot.start, spot.end))
        if home is None:
            yield ("place", f"{fold(first.bare)}@{first.start}"), draft


def _listed_with_places(words: Sequence[Word], at: int, placed: set[str]) -> bool:
    """True where a comma parts a name from a place right before or behind it."""
    for step in (-2, 2):
        if not 0 <= at + step < len(words) or words[at + step // 2].text != ",":
            continue
        beside = words[at + step].text
        city = next(iter(find_cities(beside)), None)
        if fold(beside) in placed or (city is not None and city.population > _LARGE):
            return True
    return False
