"""Two phrases in one place: a title and its name, a subject and a day.

Side by side on one verb stand "spokesman" and "Ellis" of "union spokesman Ellis
said", and "ministers" and "Thursday" of "the ministers Thursday met".
"""

from __future__ import annotations

from typing import Final

from extract.mended_base import SUBJECTS, VERBAL, LooseTree
from extract.mended_words import DAYS, GIVING, MONTHS, TIMES

#: Verbs with a name behind their object ("named the ship Hope").
_NAMING: Final = frozenset(
    {"call", "name", "dub", "elect", "appoint", "christen", "nickname", "make"}
)
#: Words before a noun that is no title ("a threat Ellis made").
_NO_TITLE: Final = frozenset({"a", "an", "whose", "every", "each", "any", "no"})
_ROLES: Final = (*sorted(SUBJECTS), "obj", "iobj", "obl", "obl:agent", "obl:unmarked")
_OWNED: Final = frozenset({"det", "nmod:poss"})
_OPENING: Final = frozenset({"case", "cc", "mark", "punct", "advmod"})


def day_is_no_subject(tree: LooseTree) -> None:
    """Take "Thursday" in "the ministers Thursday met" for when they met."""
    for i, dep in enumerate(tree.deps):
        verb = tree.heads[i]
        if (
            dep in SUBJECTS
            and tree.words[i] in DAYS
            and tree.pos[verb] in VERBAL
            and not tree.has(i, "case", "conj", "nmod:poss")
            and any(
                tree.deps[k] in SUBJECTS and k != i and tree.words[k] not in DAYS
                for k in tree.children(verb)
            )
        ):
            tree.deps[i] = "obl:unmarked"


def title_beside_its_name(tree: LooseTree) -> None:
    """Join the noun and the name of "union spokesman Ellis", read as two."""
    for noun, role in enumerate(tree.deps):
        if role not in _ROLES or tree.tags[noun] != "NN" or tree.lemmas[noun] in TIMES:
            continue
        name = _beside(tree, noun)
        if (
            name is None
            or tree.pos[name] != "PROPN"
            or tree.words[name] in DAYS | MONTHS
            or tree.has(name, *_OWNED, "cop")
            or any(tree.words[k] in _NO_TITLE for k in tree.children(noun))
        ):
            continue
        if role in ("obj", "iobj") and tree.lemmas[tree.heads[noun]] in (
            _NAMING | GIVING
        ):
            continue
        if tree.has(noun, *_OWNED):
            tree.hang(name, noun, "appos")
        else:
            _put_under(tree, noun, name, "nmod:desc")


def halves_of_a_name(tree: LooseTree) -> None:
    """Join "Harbour" and "Act" of "the 1994 Harbour Act", read as two."""
    for half, role in enumerate(tree.deps):
        if role not in (*SUBJECTS, "obj") or tree.pos[half] != "PROPN":
            continue
        whole = _beside(tree, half)
        if (
            whole == half + 1
            and tree.tags[whole] in ("NN", "NNS", "NNP", "NNPS")
            and tree.words[whole] not in DAYS | MONTHS
            and not {tree.words[half]} & (DAYS | MONTHS)
            and (role != "obj" or tree.lemmas[tree.heads[half]] not in GIVING)
            and all(
                k < half and tree.deps[k] in ("det", "amod", "compound", "nummod")
                for k in tree.children(half)
            )
        ):
            _put_under(tree, half, whole, "compound")


def _beside(tree: LooseTree, noun: int) -> int | None:
    """Return what stands right behind a phrase in the same role, ``None`` for none."""
    verb, end = tree.heads[noun], tree.last(noun)
    role = tree.deps[noun].partition(":")[0]
    if end + 1 >= len(tree) or tree.pos[end] == "PUNCT":
        return None
    behind = [end + 1, *tree.above(end + 1)]
    other = next((k for k in behind if tree.heads[k] == verb != k), None)
    if (
        other is not None
        and other > noun == end
        and tree.deps[other].partition(":")[0] == role
        and (verb < noun) == (verb < other)
        and tree.first(other) == end + 1
        and tree.pos[end + 1] not in ("PUNCT", "ADP", "SCONJ")
        and not tree.has(other, "case", "cc")
    ):
        return other
    return None


def _put_under(tree: LooseTree, low: int, high: int, label: str) -> None:
    """Hang one half of a phrase on the other, which takes its place."""
    head, role = tree.heads[low], tree.deps[low]
    for k in tree.children(low):
        if k < low and (tree.deps[k] in _OPENING or label == "compound"):
            tree.hang(k, high, tree.deps[k])
    tree.hang(high, head, role)
    tree.hang(low, high, label)
