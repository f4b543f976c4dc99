"""Bodies named for two matters: the Securities and Exchange Commission.

"and" stands inside a name where what it joins are matters that offices are named
for, not names: "Immigration and Naturalization Service", "Department of Health and
Human Services". Commas before it belong to the name too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.gazetteer import fold, words
from extract.name_links import adjacent

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_LONGEST: Final = 12
_JOINTS: Final = frozenset({"and", "&", "amp"})
_OF: Final = frozenset({"of", "for", "on"})


def joint_matters(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past a name that joins matters and begins at a word, else ``at``."""
    end = _before_body(doc, items, at)
    return end if end > at else _behind_body(doc, items, at)


def _before_body(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past "Securities and Exchange Commission", else ``at``.

    Left of the joint may stand who it is of ("House", "U.S.", "Northern Ireland");
    the matter is the word beside the joint.
    """
    end, joined = at, False
    while end < min(len(items), at + _LONGEST):
        word = items[end]
        if end > at and not (word.text == "," or adjacent(doc, items[end - 1], word)):
            return at
        if word.text in _JOINTS | {","}:
            if end == at or not _is_matter(items[end - 1]):
                return at
            if joined or (end + 1 < len(items) and not _is_matter(items[end + 1])):
                return at
            joined = word.text != ","
        elif not word.capital or (word.begins and end > at):
            return at
        elif joined and word.text in words("organizations", "matters", "bodies"):
            return end + 1
        elif joined and not _is_matter(word):
            return at
        end += 1
    return at


def _behind_body(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past "Department of Health and Human Services", else ``at``."""
    end = at
    while end < min(len(items), at + 5) and items[end].capital:
        if end > at and not adjacent(doc, items[end - 1], items[end]):
            return at
        end += 1
    if end == at or end + 2 >= len(items) or items[end].text not in _OF:
        return at
    if items[end - 1].text not in words("organizations", "matters", "bodies"):
        return at
    matters = end + 1
    last = matters
    joined = False
    while last < min(len(items), matters + _LONGEST):
        word = items[last]
        if word.text in _JOINTS | {","} and last > matters:
            if joined or last + 1 >= len(items) or not _is_matter(items[last + 1]):
                break
            joined = word.text != ","
        elif not (word.capital and _is_matter(word)):
            break
        last += 1
    return last if joined and items[last - 1].capital else at


def _is_matter(word: Word) -> bool:
    """True for a capitalised word that offices are named for, or that tells which."""
    return word.capital and fold(word.text) in words(
        "organizations", "matters", "words"
    )


def tells_which(word: Word, held: tuple[Word, ...]) -> bool:
    """True where a word makes a listed body another: the National Security Council."""
    body = any(w.text in words("organizations", "matters", "bodies") for w in held)
    return body and word.text in words("organizations", "matters", "which")
