"""Names of bodies that hold "and": the Ministry of Roads and Water Affairs.

Whether "and" stands inside a name or between two, words alone do not tell. The
reading model's names do, wherever in the article it has read one whole; so does the
abbreviation behind the name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from extract.name_links import org_heads, spelt_out

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_LONGEST: Final = 12
_JOINTS: Final = frozenset({"and", "&"})
_OF: Final = frozenset({"of", "for", "on"})


def joint_name(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past the name of a body that "and" is part of, else ``at``.

    It begins at ``items[at]``, says early what it is a name of ("National Union of
    ...") and is read whole somewhere in the article, or abbreviated here.
    """
    if not any(word.text in org_heads() for word in items[at : at + 3]):
        return at
    words = [word.text for word in items[at : at + _LONGEST]]
    if not _JOINTS & set(words) or not _OF & set(words):
        return at
    spelt = spelt_out(doc, items, at)
    if spelt > at and _is_joint(words[: spelt - at]):
        return spelt
    for length in range(len(words), 3, -1):
        if " ".join(words[:length]) in _read_whole(doc):
            return at + length
    return at


def _is_joint(words: list[str]) -> bool:
    """True where "and" stands behind the words that the name is of."""
    of = next((n for n, word in enumerate(words) if word in _OF), len(words))
    return any(word in _JOINTS for word in words[of:])


@lru_cache(maxsize=4)
def _read_whole(doc: Doc) -> frozenset[str]:
    """Return the bodies' names with "and" that the model read in an article."""
    found = set()
    for name in doc.ents:
        words = [token.text for token in name if token.text.strip()]
        if words[:1] and words[0].lower() == "the":
            words = words[1:]
        if name.label_ == "ORG" and _is_joint(words):
            found.add(" ".join(words))
    return frozenset(found)
