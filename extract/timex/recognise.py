"""The time expressions in running text, before they are resolved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.timex.grammar import expression
from extract.timex.lexicon import Phrases, load
from extract.timex.plausible import plausible
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Expression

_LEX = load()


def _starters() -> frozenset[str]:
    words: set[str] = set()
    for table in (
        _LEX.months,
        _LEX.weekdays,
        _LEX.units,
        _LEX.seasons,
        _LEX.day_parts,
        _LEX.cardinals,
        _LEX.ordinals,
        _LEX.shifts,
        _LEX.repeated,
    ):
        words.update(table)
    phrases: tuple[Phrases[object], ...] = (
        _LEX.vague_quantities,  # type: ignore[assignment]
        _LEX.modifiers_of_dates,
        _LEX.modifiers_of_any,
        _LEX.modifiers_of_lengths,
        _LEX.references,
        _LEX.named_days,
    )
    for table_ in phrases:
        words.update(table_.by_first)
    words.update(("mid", "mid-afternoon"))
    words.update(f"{day}s" for day in _LEX.weekdays if day.endswith("day"))
    words.update(
        "today yesterday tomorrow tonight overnight noon midnight midday half fiscal every each "
        "per these those comparable corresponding latest its q ' year".split()
    )
    return frozenset(words - {"the", "a", "an", "some", "many", "just", "only"})


_STARTERS = _starters()
_DETERMINERS = frozenset({"the", "a", "an", "some", "many", "just", "only"})


def _followers() -> frozenset[str]:
    """Return the words that may go on with an expression after a determiner."""
    words = set(_STARTERS | _DETERMINERS | _LEX.between_number_and_unit)
    for table in (_LEX.references, _LEX.modifiers_of_dates, _LEX.vague_quantities):
        for determiner in _DETERMINERS:
            for phrase, _ in table.by_first.get(determiner, ()):
                words.update(phrase[1:2])
    words.update(_LEX.decades)
    words.update(
        "full whole entire fiscal very same first final remaining early".split()
    )
    return frozenset(words)


_FOLLOWERS = _followers()


@dataclass(frozen=True, slots=True)
class Found:
    """An expression where it stands: atoms ``first`` to ``end`` (exclusive)."""

    first: int
    end: int
    expression: Expression


def find(a: Atoms, tags: Tags | None = None) -> list[Found]:
    """Return the time expressions among the atoms, in order, without overlap.

    Args:
        a: atoms of a text.
        tags: what is known of the words; without it words alone decide.
    """
    tags = tags or Tags(None)
    found: list[Found] = []
    words, size = a.words, a.size
    i = 0
    while i < size:
        word = words[i]
        if word not in _STARTERS and not word.isdecimal():
            if word not in _DETERMINERS:
                i += 1
                continue
            follower = words[i + 1]
            if follower not in _FOLLOWERS and not follower.isdecimal():
                i += 1
                continue
        hit = expression(a, i)
        if hit is None or not plausible(a, i, hit[1], hit[0], tags):
            i += 1
            continue
        found.append(Found(i, hit[1], hit[0]))
        i = hit[1]
    return found
