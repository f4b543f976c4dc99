"""Periods that reports count in: quarters, halves, nine months, and the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import Cycle, Fixed, Length, Reported, YearBefore, Yearly
from extract.timex.grammar_days import full_year, month_first
from extract.timex.grammar_years import following_year
from extract.timex.lexicon import load
from extract.timex.numbers import number, ordinal

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node

_LEX = load()
_LAST = 9  # "the last half", whichever that is


def _fiscal(a: Atoms, j: int) -> int:
    j += a.words[j] == "fiscal"
    return j + (a.words[j] == "-" and a.words[j - 1] == "fiscal")


def part_of_year(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return quarters, halves and months counted in a year.

    "the third quarter of 1984", "1988 third quarter", "third-quarter", "Q3",
    "last year's first half", "the first nine months".
    """
    j, before = _year_in_front(a, i)
    j = _fiscal(a, j)
    nth_end = _nth_period(a, j)
    if nth_end is None:
        return None
    part, j = nth_end
    if a.words[i] == "the" and a.words[j - 2] == "-":
        return None  # "the third-quarter loss": the article belongs to the noun
    if part.startswith("P"):
        return Length(part), j
    if isinstance(before, YearBefore):
        return YearBefore("quarter", part), j
    if before is None:
        after = following_year(a, j)
        if after is not None:
            before, j = after
    if isinstance(before, Fixed):
        return Fixed(f"{before.value}-{part}"), j
    return Yearly(part, before), j


def shared_quarter(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return the "first" of "the first and second quarters of 2012" at ``i``."""
    j = i + 1 if a.words[i] == "the" else i
    found = ordinal(a, j)
    if found is None or a.words[found[1]] not in ("and", "or", "to"):
        return None
    other = part_of_year(a, found[1] + 1)
    whole = other[0] if other is not None else None
    if not isinstance(whole, Fixed | Yearly) or found[0] > 4:
        return None
    part = whole.part if isinstance(whole, Yearly) else whole.value[5:]
    if part[:1] != "Q":
        return None
    if isinstance(whole, Fixed):
        return Fixed(f"{whole.value[:5]}Q{found[0]}"), found[1]
    return Yearly(f"Q{found[0]}", whole.year), found[1]


def _year_in_front(a: Atoms, i: int) -> tuple[int, Fixed | Cycle | YearBefore | None]:
    """Return the year before a part of it: "1988", "last year's", "the year-ago"."""
    j = i + 1 if a.words[i] == "the" else i
    found = full_year(a, j)
    if found is not None:
        end = found[1]
        end += 2 if a.words[end] == "'" and a.words[end + 1] == "s" else 0
        return end + (a.words[end] == "'"), Fixed(f"{found[0]:04}")
    shifted = a.words[j] in ("last", "this", "next")
    if shifted and a.words[j + 1] == "year" and a.words[j + 2] == "'":
        after = j + 3 + (a.words[j + 3] == "s")
        return after, Cycle("year", _LEX.shifts[a.words[j]])
    if (
        a.words[j] == "year"
        and a.words[j + 1] == "-"
        and a.words[j + 2] in ("ago", "earlier")
    ):
        return j + 3, YearBefore()
    return j, None


def _nth_period(a: Atoms, j: int) -> tuple[str, int] | None:
    """Return ``Q3`` for "third quarter", ``H1``, ``P9M`` for "first nine months"."""
    words = a.words
    if words[j] == "q" and a.joined(j + 1) and a.number(j + 1) in (1, 2, 3, 4):
        return f"Q{words[j + 1]}", j + 2
    nth: int | None
    if words[j] in ("last", "latter"):
        nth, k = _LAST, j + 1
    else:
        found = ordinal(a, j)
        if found is None:
            return None
        nth, k = found
    if words[k] == "or" and (other := ordinal(a, k + 1)):
        k = other[1]
    k += words[k] == "fiscal"
    k += words[k] == "-"
    if words[k] in ("quarter", "quarters") and nth <= 4:
        return f"Q{nth}", k + 1
    if words[k] == "half" and nth in (1, 2):
        return f"H{nth}", k + 1
    if words[k] == "half" and nth == _LAST and words[k + 1] == "of":
        return "H2", k + 1
    count = number(a, k)
    if (
        nth == 1
        and count is not None
        and words[count[1]] in ("months", "weeks", "quarters")
    ):
        if words[count[1]] == "quarters" and count[0] == 2:
            return "H1", count[1] + 1
        unit = words[count[1]][0].upper()
        months = count[0] * (3 if unit == "Q" else 1)
        return f"P{months:g}{'M' if unit == 'Q' else unit}", count[1] + 1
    return None


def same_period(a: Atoms, i: int, j: int, word: str) -> tuple[Node, int] | None:
    """Return "the same period last year", whose shift word stands before ``j``."""
    if (
        a.words[j] == "period"
        and word in ("same", "previous", "prior")
        and a.words[i] == "the"
    ):
        k = j + 1
        after = following_year(a, k)
        if after is not None and isinstance(after[0], Cycle):
            return YearBefore(), after[1]
        if after is not None and isinstance(after[0], Fixed):
            return after[0], after[1]
    return None


def compared_period(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return what a report compares with: "the year-ago quarter", "year-earlier"."""
    words = a.words
    j = i + 1 if words[i] == "the" else i
    j += words[j] in ("comparable", "corresponding", "similar", "same")
    front = j
    owned = words[j + 1 : j + 4] == ["year", "'", "s"]
    if owned and words[j] in ("last", "this") and words[j + 4] in ("period", "quarter"):
        year = YearBefore(None if words[j + 4] == "period" else "quarter")
        return (year if words[j] == "last" else Reported()), j + 5
    if (
        words[j] == "year"
        and words[j + 1] == "-"
        and words[j + 2] in ("ago", "earlier")
    ):
        j += 3
        if words[j] == "period":
            return YearBefore(), j + 1
        unit = _LEX.units.get(words[j])
        if unit in ("quarter", "month", "week", "year", "half"):
            return YearBefore(unit), j + 1
        counted = number(a, j)
        if counted is not None and words[counted[1]] == "months":
            return Length(f"P{counted[0]:g}M"), counted[1] + 1
        return (YearBefore(), j) if front == i else None
    if front > i + 1 and words[j] in ("period", "quarter", "month", "week"):
        unit = None if words[j] == "period" else _LEX.units.get(words[j])
        after = following_year(a, j + 1)
        if after is not None:
            return YearBefore(unit), after[1]
        if (
            words[j + 1] in ("a", "one")
            and words[j + 2] == "year"
            and words[j + 3] in ("ago", "earlier")
        ):
            return YearBefore(unit), j + 4
    return None


def latest_period(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "the latest quarter", "the quarter", "the latest nine months"."""
    words = a.words
    j = i + 1 if words[i] in ("the", "its") else i
    if words[j] == "latest":
        j += 1
        j += words[j] == "fiscal"
        if words[j] in ("quarter", "period"):
            return Reported(), j + 1
        counted = number(a, j)
        if counted is not None and words[counted[1]] in ("months", "weeks"):
            value = f"P{counted[0]:g}{words[counted[1]][0].upper()}"
            return Length(value), counted[1] + 1
        unit = _LEX.units.get(words[j])
        if unit in ("week", "month", "year"):
            return Cycle(unit, -1), j + 1
        return None
    if j > i and words[j] == "quarter" and words[j + 1] != "-":
        last = month_first(a, j + 2) if words[j + 1] in ("ended", "ending") else None
        return Reported(last[0] if last else None), j + 1
    return None
