"""The time expressions in running text, before they are resolved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from extract.timex.atoms import BREAK
from extract.timex.calendar import valid_day
from extract.timex.expressions import (
    Clock,
    Cycle,
    Expression,
    Fixed,
    Weekday,
    Yearly,
)
from extract.timex.grammar import expression
from extract.timex.lexicon import Phrases, load
from extract.timex.plausible import plausible
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.timex.atoms import Atoms

_LEX = load()


_OTHER_STARTERS = frozenset(
    {
        "today",
        "yesterday",
        "tomorrow",
        "tonight",
        "overnight",
        "noon",
        "midnight",
        "half",
    }
    | {"midday", "fiscal", "every", "each", "per", "these", "those", "year", "latest"}
    | {"comparable", "corresponding", "its", "q", "'", "mid", "ad", "ce"}
    | {"once", "twice", "thrice"}
)
_OTHER_FOLLOWERS = frozenset(
    {"full", "whole", "entire", "fiscal", "very", "same", "first", "final", "remaining"}
    | {"early", "opening", "closing", "initial"}
)


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
    words.update(f"{day}s" for day in _LEX.weekdays if day.endswith("day"))
    words.update(f"{unit}long" for unit in _LEX.units)
    words.update(_OTHER_STARTERS)
    return frozenset(words - {"the", "a", "an", "some", "many", "just", "only"})


_STARTERS = _starters()
_DETERMINERS = frozenset({"the", "a", "an", "some", "many", "just", "only"})


def _followers() -> frozenset[str]:
    """Return the words that may go on with an expression after a determiner."""
    words = set(_STARTERS | _DETERMINERS | _LEX.between_number_and_unit)
    words.update(_LEX.unit_multiples)
    for table in (_LEX.references, _LEX.modifiers_of_dates, _LEX.vague_quantities):
        for determiner in _DETERMINERS:
            for phrase, _ in table.by_first.get(determiner, ()):
                words.update(phrase[1:2])
    words.update(_LEX.decades)
    words.update(_OTHER_FOLLOWERS)
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
        if (
            word.isdecimal()
            and a.joined(i)
            and words[i - 1].isalpha()
            and words[i - 1] != "fy"
        ):
            i += 1  # inside a code or an address
            continue
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
        while (more := _next_day(a, i, found[-1].expression)) is not None:
            found.append(more)
            i = more.end
    return found


_LINKS = frozenset({"and", "to", "until", "till", "through", "-"})
_NEAR = 6  # words between two dates of one year


def sharing_years(a: Atoms, found: Sequence[Found]) -> list[Found]:
    """Return ``found``, a day without a year given that of the date it is tied to.

    "Held on July 12 and on Aug. 14, 2006" tells the year of both, "8 p.m. to 10 p.m.
    Sunday" the day of both times.
    """
    shared: list[Found] = []
    known = list(found)
    for k in range(len(known) - 2, -1, -1):
        known[k] = _of_one_day(a, known[k], known[k + 1])
    for here, after in zip_longest(known, known[1:]):
        node = _in_full(a, here, after) if after is not None else None
        if node is not None:
            here = replace(here, expression=replace(here.expression, node=node))
        shared.append(here)
    return shared


def _of_one_day(a: Atoms, here: Found, after: Found) -> Found:
    """Return a clock time with the day of the one after it ("8 to 10 p.m. Sunday")."""
    node, other = here.expression.node, after.expression.node
    if not isinstance(node, Clock) or node.day is not None:
        return here
    day = other.day if isinstance(other, Clock) else other
    if not isinstance(day, Weekday | Yearly | Cycle | Fixed):
        return here
    between = a.words[here.end : after.first]
    ranged = isinstance(other, Clock) and between in (["and"], ["to"], ["-"])
    aside = between == ["("] and a.words[after.end - 1] not in _LEX.weekdays
    same = isinstance(other, Clock) and aside and a.words[after.end] == ")"
    if not (ranged or same) and between not in ([")"], [")", "on"], [")", ","]):
        return here
    clock = Clock(node.value, day)
    return replace(here, expression=replace(here.expression, node=clock))


def _in_full(a: Atoms, here: Found, after: Found) -> Fixed | None:
    node, other = here.expression.node, after.expression.node
    if not isinstance(node, Yearly) or node.year is not None or node.shift is not None:
        return None
    if len(node.part) != 5 or not isinstance(other, Fixed) or len(other.value) != 10:
        return None
    between = a.words[here.end : after.first]
    if len(between) > _NEAR or not _LINKS & set(between):
        return None
    if not {".", ";", BREAK, ")", "("}.isdisjoint(between):
        return None
    year, _, day = other.value.partition("-")
    valid = valid_day(int(year), int(node.part[:2]), int(node.part[3:]))
    return Fixed(f"{year}-{node.part}") if node.part <= day and valid else None


def _next_day(a: Atoms, i: int, before: Expression) -> Found | None:
    """Return the "25" of "April 24 and 25", after an expression that ends at ``i``."""
    node = before.node
    part = node.part if isinstance(node, Yearly) and node.year is None else ""
    if len(part) != 5 or a.words[i] not in ("and", ",", "or"):
        return None
    j = i + 1 + (a.words[i] == "," and a.words[i + 1] == "and")
    day = a.number(j)
    counted = a.words[j + 1] in _LEX.after_no_year or a.words[j + 1] in (":", "-", "/")
    if day is None or len(a.words[j]) > 2 or not int(part[3:]) < day <= 31 or counted:
        return None
    if a.words[j + 1] in _LEX.months:
        return None  # "14 and 15 March"
    if a.words[j + 1] in (",", ".") and a.joined(j + 2):
        return None
    if (
        a.words[j + 1] == ","
        and a.number(j + 2) is not None
        and len(a.words[j + 2]) < 3
    ):
        return None
    if not valid_day(None, int(part[:2]), day):
        return None
    return Found(j, j + 1, Expression(Yearly(f"{part[:2]}-{day:02}")))
