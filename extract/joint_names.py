"""Names of bodies that hold "and": the Ministry of Roads and Water Affairs.

Whether "and" stands inside a name or between two, words alone often do not tell. The
reading model's names do, wherever in the article it has read one whole; so does the
abbreviation behind the name. A union's words tell by themselves where what is joined
needs the people behind it ("Union of Loom and Dye Workers", "Coopers' and Turners'
Guild").
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from extract.name_links import MARKS, org_heads, spelt_out

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_LONGEST: Final = 12
_JOINTS: Final = frozenset({"and", "&"})
_OF: Final = frozenset({"of", "for", "on"})
#: What bodies of workers are called.
_UNIONS: Final = frozenset(
    {"Union", "Unions", "Federation", "Association", "Brotherhood", "Confederation"}
    | {"Guild", "Society", "Syndicate", "Alliance", "Council", "Congress"}
)
#: People by their work whose word has no ending of such.
_STAFF: Final = frozenset(
    {"staff", "crews", "nurses", "pilots", "stewards", "officials", "clerks", "crafts"}
    | {"mechanics", "professionals", "technicians", "musicians", "physicians"}
    | {"scientists", "engineers", "guards", "servants", "attendants", "hands"}
)
#: Things whose word ends as people's do.
_THINGS: Final = frozenset(
    {"waters", "rivers", "papers", "matters", "numbers", "powers", "computers"}
    | {"motors", "tractors", "sectors", "trailers", "containers", "flowers", "women"}
)


def joint_name(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past the name of a body that "and" is part of, else ``at``.

    It begins at ``items[at]``, says early what it is a name of ("National Union of
    ...") and is read whole somewhere in the article, or abbreviated here.
    """
    of_workers = max(_union_of(items, at), _workers_union(items, at))
    if of_workers > at:
        return of_workers
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


def _union_of(items: tuple[Word, ...], at: int) -> int:
    """Return one past "Union of Loom and Dye Workers" at a word, else ``at``.

    What stands before "and" is no people, so that it needs those at the end.
    """
    words = [word.text for word in items[at : at + _LONGEST]]
    of = next((n for n, word in enumerate(words[:4]) if word in _OF), 0)
    if not of or words[of - 1] not in _UNIONS or not _are_capital(items[at : at + of]):
        return at
    joint = next((n for n, word in enumerate(words) if word in _JOINTS), 0)
    first = items[at + of + 1 : at + joint]
    if joint > of + 4 or not _are_capital(first):
        return at
    if _people(words[joint - 1]) or words[joint - 1] in org_heads():
        return at
    for last in range(joint + 1, min(joint + 4, len(words))):
        if not items[at + last].capital or words[last] in org_heads():
            return at
        if _people(words[last]) and last > joint + 1:
            return at + last + 1
    return at


def _workers_union(items: tuple[Word, ...], at: int) -> int:
    """Return one past "Coopers' and Turners' Guild" at a word, else ``at``."""
    words = [word.text for word in items[at : at + _LONGEST]]
    joint = next((n for n, word in enumerate(words) if word in _JOINTS), 0)
    if joint < 2 or words[joint - 1] not in MARKS or not words[joint - 2].endswith("s"):
        return at
    if not all(w.capital or w.text in {*MARKS, ","} for w in items[at : at + joint]):
        return at
    for last in range(joint + 1, min(joint + 5, len(words))):
        if words[last] in _UNIONS:
            owned = words[last - 1] in MARKS or _people(words[last - 1])
            return at + last + 1 if owned else at
        if not items[at + last].capital and words[last] not in MARKS:
            return at
    return at


def _are_capital(items: tuple[Word, ...]) -> bool:
    return bool(items) and all(item.capital for item in items)


def _people(word: str) -> bool:
    """True for people by their work: "Workers", "Firemen", "Staff"."""
    low = word.lower()
    return low in _STAFF or (
        low.endswith(("ers", "ors", "ists", "men", "women", "ees"))
        and low not in _THINGS
    )


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
