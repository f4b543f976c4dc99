"""Where a capitalised run is cut into names, and where it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.event_tags import happenings
from extract.gazetteer import fold, given_names, look_up
from extract.name_links import MARKS, org_heads, place_heads
from extract.name_titles import is_title_word, title_at

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_runs import Piece
    from extract.name_words import Word


def held(items: tuple[Word, ...], at: int, title: tuple[Word, ...]) -> int:
    """Return one past the head of a body that many own from here on, else ``at``."""
    mark = next((i for i in range(at, len(items)) if items[i].text in MARKS), at)
    if mark == at or (title and at + len(title) != mark):
        return at
    if any(title_at(items, i) and i + 1 < mark for i in range(at, mark)):
        return at
    heads = [i for i in range(mark, len(items)) if items[i].text in org_heads()]
    return heads[0] + 1 if heads and heads[0] <= mark + 3 else at


def of_those(doc: Doc, body: Piece, title: tuple[Word, ...]) -> bool:
    """True where a body is one of those who hold an office: Union of Rail Workers."""
    words = {word.text for word in body.words}
    return (
        body.part == "core"
        and bool(words & org_heads() and words & {"of", "for"})
        and doc[title[-1].last].tag_ in {"NNS", "NNPS"}
    )


def parted(items: tuple[Word, ...], at: int) -> bool:
    """True where a person's name begins after a body's: "the Alliance Ana Ruiz"."""
    return (
        items[at - 1].text in org_heads()
        and fold(items[at].text) in given_names()
        and at + 1 < len(items)
        and items[at + 1].capital
        and items[at + 1].text not in org_heads() | place_heads()
    )


def is_person_start(items: tuple[Word, ...], at: int, known: Piece) -> bool:
    """True where a listed name of one word begins a person's name: Israel Katz.

    "Jordan Talks" in a headline is about a country.
    """
    if len(known.words) > 1 or at + 1 >= len(items):
        return False
    follows = items[at + 1]
    return (
        fold(known.words[0].text) in given_names()
        and known.known is not None
        and known.known.hit in {"country", "capital", "region"}
        and follows.capital
        and not follows.text.isupper()
        and not look_up(follows.text)
        and not is_title_word(follows.text)
        and follows.text not in org_heads() | place_heads()
        and follows.text.lower() not in happenings()
    )
