"""Short names of firms: "Alderfield's" of its Inc., "Birchers" of its Group."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from extract.gazetteer import fold, look_up, people_of, words
from extract.people import name_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from extract.name_runs import Piece


class Sighted(Protocol):
    """A name where it stands."""

    pieces: tuple[Piece, ...]
    index: int

    @property
    def key(self) -> str:
        """Its folded text."""


def bare_firm(key: str) -> str:
    """Return a folded name without legal forms at its end and owner's marks.

    >>> bare_firm("alderfield's inc"), bare_firm("marsh, keel & co")
    ('alderfield', 'marsh keel')
    """
    parts = key.replace(",", "").replace("'s ", " ").removesuffix("'s").split()
    while len(parts) > 1 and (_is_folded_form(parts[-1]) or parts[-1] in {"&", "and"}):
        parts.pop()
    return " ".join(parts)


def is_folded_firm(key: str) -> bool:
    """True for a folded name that ends in a legal form."""
    return " " in key and _is_folded_form(key.split()[-1])


def with_short_names(
    kinds: Mapping[str, str], sights: Iterable[Sighted]
) -> dict[str, str]:
    """Return the kinds of names, a firm's short name being what the firm is.

    A name that begins a firm's, and that neither a title nor a full name tells to be
    a person's, is the firm's.
    """
    titled = {
        sight.key
        for sight in sights
        if sight.index and sight.pieces[sight.index - 1].part == "title"
    }
    bare = {bare_firm(k) for k, kind in kinds.items() if kind and is_folded_firm(k)}
    out = {
        key: "organization"
        if kind in {"person", ""} and key not in titled and bare_firm(key) in bare
        else kind
        for key, kind in kinds.items()
    }
    people = {
        part
        for key, kind in out.items()
        if kind == "person" and len(name_parts(key)) > 1
        for part in name_parts(key)
    }
    for key, kind in kinds.items():
        short = bare_firm(key)
        if short in people:
            out[key] = kind
        elif kind in {"person", ""} and key not in titled and _may_begin(short, bare):
            out[key] = "organization"
    return out


def _may_begin(short: str, bare: Iterable[str]) -> bool:
    """True for words of a firm's name that may stand for it: its first, or its last.

    The last words do behind a word for a firm: "Institut Lacombe".
    """
    if not any(
        name.startswith(f"{short} ")
        or (name.endswith(f" {short}") and name.split()[0] in _before())
        for name in bare
    ):
        return False
    plain = " " not in short and short in words("organizations", "matters", "words")
    listed = look_up(short.title()) or people_of(short.title())
    return len(short) > 3 and not plain and not listed


def full_firm(short: str, names: Iterable[str]) -> str | None:
    """Return the one name of a firm that a folded short name is of, else ``None``.

    Legal forms do not count; a name that goes on otherwise ("Otterwood Textiles") is
    another's where one is the short name itself ("Otterwood PLC").
    """
    own = bare_firm(short)
    others = [name for name in names if name != short]
    same = [name for name in others if bare_firm(name) == own]
    if same:
        formed = is_folded_firm(short)
        return (
            same[0]
            if len(same) == 1 and not (formed and is_folded_firm(same[0]))
            else None
        )
    if is_folded_firm(short) or len(own) < 4:
        return None
    begun = [n for n in others if is_folded_firm(n) and n.startswith(f"{own} ")]
    return begun[0] if len(begun) == 1 else None


def _is_folded_form(part: str) -> bool:
    return part in _folded_forms()


@cache
def _folded_forms() -> frozenset[str]:
    return frozenset(fold(form) for form in words("firms", "forms", "words"))


@cache
def _before() -> frozenset[str]:
    return frozenset(fold(word) for word in words("firms", "forms", "before"))
