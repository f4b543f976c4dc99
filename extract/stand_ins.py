"""Common names in place of an article's own, so that a tree hangs on no name.

A language model reads "Berlin proposed a truce" better than the same sentence about
a town that it has never met, and reads it the same whoever proposes. So an article
is read twice: once for its names, and once for its trees with a stand-in for each.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Literal

from extract.cities import find_cities
from extract.gazetteer import countries, fold, look_up, people_of, words
from extract.name_titles import courtesy, is_office

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

Kind = Literal["given", "family", "country", "people", "peoples", "town", "seat"]

#: Names that a reading model has met often; the words for one country side by side.
STAND_INS: Final[dict[Kind, tuple[str, ...]]] = {
    "given": ("John", "Peter", "David", "Mark", "Paul", "George"),
    "family": ("Smith", "Miller", "Clark", "Taylor", "Brown", "Davis"),
    "country": ("Egypt", "Norway", "Australia", "Austria", "Kenya", "Cuba"),
    "people": ("Egyptian", "Norwegian", "Australian", "Austrian", "Kenyan", "Cuban"),
    "peoples": (
        "Egyptians",
        "Norwegians",
        "Australians",
        "Austrians",
        "Kenyans",
        "Cubans",
    ),
    "town": ("London", "Paris", "Berlin", "Madrid", "Rome", "Tokyo"),
    "seat": ("Pentagon",),
}


def kinds_of_names(parts: Iterable[Doc]) -> dict[str, str]:
    """Return what most of an article's tokens of each word were read as.

    The label of a name, or ``""`` for words that are mostly no names.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for part in parts:
        for token in part:
            if token.text[:1].isupper():
                votes[token.text][token.ent_type_] += 1
    return {
        word: max(sorted(found, reverse=True), key=lambda label: found[label])
        for word, found in votes.items()
    }


def with_stand_ins(part: Doc, kinds: dict[str, str]) -> list[str]:
    """Return the words of a block that was read, each name replaced.

    Args:
        part: a block with names.
        kinds: what the article's words mostly are, from ``kinds_of_names``.
    """
    taken: dict[Kind, dict[str, int]] = defaultdict(dict)
    out = []
    for token in part:
        kind = _kind(token, kinds)
        if kind is None:
            out.append(token.text)
            continue
        shelf: Kind = "country" if kind in ("people", "peoples") else kind
        word = token.text
        if shelf == "country":
            known = people_of(word) or look_up(word)
            word = known.name if known is not None else word
        number = taken[shelf].setdefault(word, len(taken[shelf]))
        out.append(STAND_INS[kind][number % len(STAND_INS[kind])])
    return out


def _kind(token: Token, kinds: dict[str, str]) -> Kind | None:
    """Return what a word is to be replaced by, ``None`` for what stays."""
    word = token.text
    label = kinds.get(word, token.ent_type_)
    if not word[:1].isalpha() or len(word) < 2 or "." in word:
        return None
    if word.islower() and not (token.ent_type_ and token.pos_ == "PROPN"):
        return None
    listed = _listed(word)
    if listed is not None:
        return listed
    if word.isupper() or not label:
        return None
    if label == "PERSON":
        return _of_a_person(token)
    alone = token.ent_type_ != label or _alone(token)
    if label == "PLACE" and (alone or (_proper(token) and _of_a_kind(token))):
        return "town"
    return "town" if alone and find_cities(word) else None


def _listed(word: str) -> Kind | None:
    people = people_of(word)
    if people is not None and people.country:
        plural = word[-1:] in "sS" and people_of(word[:-1]) is not None
        return "peoples" if plural else "people"
    known = look_up(word.capitalize() if word.islower() else word)
    if known is None or known.hit not in ("country", "capital", "seat"):
        return None
    kinds: dict[str, Kind] = {"country": "country", "capital": "town", "seat": "seat"}
    return kinds[known.hit]


def _of_a_person(token: Token) -> Kind | None:
    if token.pos_ != "PROPN" or is_office(token.text) or token.text in courtesy():
        return None
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    same = after is not None and after.ent_iob_ == "I" and after.text[:1].isupper()
    return "given" if same else "family"


def _alone(token: Token) -> bool:
    after = token.nbor(1) if token.i + 1 < len(token.doc) else None
    return token.ent_iob_ != "I" and (after is None or after.ent_iob_ != "I")


def _proper(token: Token) -> bool:
    """Tell whether a word of a name is no common word ("Ocean", "Republic")."""
    return token.pos_ == "PROPN" and fold(token.text) not in _common()


def _of_a_kind(token: Token) -> bool:
    """Tell whether a name says what kind of place it is ("the Sunda Strait")."""
    name = next((e for e in token.doc.ents if e.start <= token.i < e.end), ())
    return any(fold(other.text) in _common() for other in name)


@cache
def _common() -> frozenset[str]:
    heads = words("regions", "heads", "words") | words("regions", "heads", "nouns")
    regions = words("regions", "known", "names")
    states = (text for row in countries().values() for text in _spelt(row))
    longer = (text.split() for text in (*heads, *regions, *states))
    return frozenset(fold(w) for ws in longer if len(ws) > 1 for w in ws) | {
        fold(word) for word in heads
    }


def _spelt(row: dict[str, Any]) -> tuple[str, ...]:
    return (row["name"], *row.get("other", ()))
