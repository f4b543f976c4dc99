"""Titles and offices: Mr., Secretary of State, chief negotiator."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extract.gazetteer import fold, lexicon, words

if TYPE_CHECKING:
    from extract.name_words import Word


@cache
def _offices() -> frozenset[str]:
    return words("roles", "offices", "nouns")


@cache
def _before() -> frozenset[str]:
    return words("roles", "offices", "before")


@cache
def courtesy() -> dict[str, str]:
    """Return courtesy titles with the gender they tell (``"n"`` for none)."""
    listed = lexicon("roles")["courtesy"]
    return {title: gender for gender in sorted(listed) for title in listed[gender]}


def is_office(word: str) -> bool:
    """True for the head noun of an office ("minister", "Spokesman")."""
    low = word.lower()
    return low in _offices() or (low.endswith("s") and low[:-1] in _offices())


def is_office_domain(word: str) -> bool:
    """True for what follows "Secretary of", "Minister for"."""
    return fold(word) in _before() | {"foreign", "affairs", "state"}


def is_title_word(word: str) -> bool:
    """True where a capitalised word is a title or opens one."""
    if word in courtesy() or word in words("roles", "offices", "abbreviations"):
        return True
    return is_office(word) or word.lower() in _before()


def title_at(items: tuple[Word, ...], at: int) -> tuple[Word, ...]:
    """Return the words of a title that begins here: Secretary of State, Mr."""
    if items[at].text in courtesy() or items[at].text in words(
        "roles", "offices", "abbreviations"
    ):
        return items[at : at + 1]
    end = at
    seen = False
    while end < len(items):
        text = items[end].text
        low = text.lower()
        if is_office(text):
            seen = True
        elif not (
            low in _before()
            or (seen and low in {"of", "for", "the", "and"} and end + 1 < len(items))
        ):
            break
        end += 1
    while end > at and not (
        is_office(items[end - 1].text) or (seen and items[end - 1].text[:1].isupper())
    ):
        end -= 1
    if not seen or end == at:
        return ()
    if (
        end - at == 1
        and end < len(items)
        and items[end].text in words("organizations", "heads", "words")
        and at == 0
    ):
        return ()
    return items[at:end]
