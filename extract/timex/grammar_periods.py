"""Weeks, months, quarters, seasons, years: periods named or counted from an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import (
    Between,
    Cycle,
    DayPart,
    Fixed,
    Length,
    Reported,
    Shifted,
    Vague,
    Yearly,
    YearBefore,
)
from extract.timex.grammar_days import full_year, month_first, short_year, weekday
from extract.timex.lexicon import load
from extract.timex.numbers import number, ordinal

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import DateNode, Node, Origin, Unit

_LEX = load()
_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_STORY_SHIFTS = frozenset({"previous", "preceding", "prior", "following", "subsequent"})
_POSSESSIVE = ("'", "s")


def deictic_day(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "today", "the day before yesterday", "day before last Tuesday"."""
    words = a.words
    shift = _DAYS.get(words[i])
    if shift is not None:
        return Cycle("day", shift), i + 1
    j = i + 1 if words[i] == "the" else i
    if words[j] == "day" and words[j + 1] in ("before", "after"):
        sign = -1 if words[j + 1] == "before" else 1
        shift = _DAYS.get(words[j + 2])
        if shift is not None:
            return Cycle("day", shift + sign), j + 3
        base = weekday(a, j + 2)
        if base is not None:
            return Shifted(base[0], sign, "day"), base[1]
    return None


def year(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "1998", "the year 2000", "2014-15", "fiscal 1989", "'98"."""
    j = i
    the = a.words[j] == "the"
    named = the and full_year(a, j + 1)
    if named and a.words[named[1]] in ("period", "quarter"):
        unit: Unit | None = "quarter" if a.words[named[1]] == "quarter" else None
        return YearBefore(unit, None, named[0]), named[1] + 1
    if the and a.words[j + 1] in ("year", "fiscal"):
        j += 1
    fiscal = a.words[j] == "fiscal"
    j += fiscal
    j += a.words[j] == "year"
    found = full_year(a, j) or short_year(a, j)
    if found is None:
        return None
    value, j = found
    span = _year_span(a, value, j)
    if span is not None:
        return span
    return Fixed(f"{value:04}"), j


def _year_span(a: Atoms, first: int, j: int) -> tuple[DateNode, int] | None:
    """Complete "2014-15" or "1998-2003" after the first year that ends at ``j``."""
    if a.words[j] not in ("-", "/") or not a.joined(j) or not a.joined(j + 1):
        return None
    last = a.number(j + 1)
    if last is None or (a.joined(j + 2) and a.words[j + 2] in ("-", "/", ":", ".")):
        if last is None or not (a.words[j + 2] == "." and not a.joined(j + 3)):
            return None
    if len(a.words[j + 1]) == 2:
        last += first // 100 * 100
    elif len(a.words[j + 1]) != 4:
        return None
    if not first < last <= first + 60:
        return None
    return Between(Fixed(f"{first:04}"), Fixed(f"{last:04}")), j + 2


def decade(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the 1990s", "the '80s", "the nineties", "the early eighties"."""
    j = i + 1 if a.words[i] == "the" else i
    apostrophe = a.words[j] == "'" and a.joined(j + 1)
    k = j + 1 if apostrophe else j
    digits = a.words[k]
    if digits.isdecimal() and digits.endswith("0") and len(digits) in (2, 4):
        end = k + 1
        end += a.words[end] == "'" and a.joined(end)
        if a.words[end] != "s" or not a.joined(end):
            return None
        if len(digits) == 2:
            if not apostrophe and j == i:
                return None
            return Fixed(("20" if int(digits) < 20 else "19") + digits[0]), end + 1
        return Fixed(digits[:3]), end + 1
    tens = _LEX.decades.get(a.words[j])
    if tens is not None and a.words[j - 1] == "mid":
        return Fixed(f"19{tens}"), j + 1
    if tens is not None and j > i:
        return Fixed(f"19{tens}"), j + 1
    if a.words[j] == "nineteen" and a.words[j + 1] in _LEX.decades:
        return Fixed(f"19{_LEX.decades[a.words[j + 1]]}"), j + 2
    return None


def century(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the 20th century", "the nineteenth century"."""
    j = i + 1 if a.words[i] == "the" else i
    found = ordinal(a, j)
    if found is None:
        return None
    nth, j = found
    j += a.words[j] == "-"
    if a.words[j] != "century" or not 1 <= nth <= 30:
        return None
    return Fixed(f"{nth - 1:02}"), j + 1


def _fiscal(a: Atoms, j: int) -> int:
    j += a.words[j] == "fiscal"
    return j + (a.words[j] == "-" and a.words[j - 1] == "fiscal")


def _of(a: Atoms, j: int) -> tuple[Fixed | Cycle, int] | None:
    """Return the year after a part of a year: "of 1984", "last year", "in 2013"."""
    k = j + 1 if a.words[j] in ("of", "in", ",") else j
    k += a.words[k] == "fiscal"
    found = full_year(a, k) or short_year(a, k)
    if found is not None:
        return Fixed(f"{found[0]:04}"), found[1]
    k = j + 1 if a.words[j] == "of" else j
    if a.words[k] in ("last", "this", "next") and a.words[k + 1] == "year":
        return Cycle("year", _LEX.shifts[a.words[k]]), k + 2
    return None


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
        after = _of(a, j)
        if after is not None:
            before, j = after
    if isinstance(before, Fixed):
        return Fixed(f"{before.value}-{part}"), j
    return Yearly(part, before), j


def _year_in_front(a: Atoms, i: int) -> tuple[int, Fixed | Cycle | YearBefore | None]:
    """Return the year before a part of it: "1988", "last year's", "the year-ago"."""
    j = i + 1 if a.words[i] == "the" else i
    found = full_year(a, j)
    if found is not None:
        end = found[1]
        end += 2 if a.words[end] == "'" and a.words[end + 1] == "s" else 0
        return end + (a.words[end] == "'"), Fixed(f"{found[0]:04}")
    if a.words[j] in ("last", "this", "next") and a.words[j + 1] == "year":
        if a.words[j + 2] == "'":
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
    """Return ``Q3``, ``H1`` or ``P9M`` for "third quarter", "first half", "first nine months"."""
    words = a.words
    if words[j] == "q" and a.joined(j + 1) and a.number(j + 1) in (1, 2, 3, 4):
        return f"Q{words[j + 1]}", j + 2
    nth: int | None
    if words[j] in ("last", "latter"):
        nth, k = 9, j + 1
    else:
        found = ordinal(a, j)
        if found is None:
            return None
        nth, k = found
    if words[k] == "or" and (other := ordinal(a, k + 1)):
        k = other[1]
    k += words[k] == "fiscal"
    dash = words[k] == "-"
    k += dash
    if words[k] in ("quarter", "quarters") and nth <= 4:
        return f"Q{nth}", k + 1
    if words[k] == "half" and (nth <= 2 or nth == 9) and (nth == 9 or not dash or True):
        if nth == 9 and words[k + 1] not in ("of",):
            return None
        return f"H{min(nth, 2)}", k + 1
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


def season(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the summer of 1998", "last fall", "this past spring", "winter 2013"."""
    j, shift = i, None
    if a.words[j] == "the":
        j += 1
    if a.words[j] in _LEX.shifts:
        shift, j = _LEX.shifts[a.words[j]], j + 1
        if a.words[j] in ("past", "coming"):
            shift, j = (-1 if a.words[j] == "past" else 1), j + 1
    part = _LEX.seasons.get(a.words[j])
    if part is None:
        return None
    j += 1
    after = _of(a, j)
    if after is not None and a.words[j] != "in":
        value, j = after
        node = (
            Fixed(f"{value.value}-{part}")
            if isinstance(value, Fixed)
            else Yearly(part, value)
        )
        return node, j
    return Yearly(part, None, shift), j


def shifted_month(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "last April", "next March", "this September" at ``i``."""
    if a.words[i] not in ("last", "this", "next", "past"):
        return None
    shift, j = _LEX.shifts[a.words[i]], i + 1
    if a.words[j] in ("coming", "past"):
        shift, j = (1 if a.words[j] == "coming" else -1), j + 1
    found = month_first(a, j)
    if found is None:
        return None
    if isinstance(found[0], Yearly) and found[0].year is None:
        return Yearly(found[0].part, None, shift), found[1]
    return found


def shifted_unit(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "last week", "the previous day", "this past weekend", "that year"."""
    words = a.words
    the = words[i] == "the"
    j = i + 1 if the else i
    word = words[j]
    if word not in _LEX.shifts:
        return None
    shift, j = _LEX.shifts[word], j + 1
    if word in ("that", "this", "last") and words[j] in (
        "same",
        "very",
        "coming",
        "past",
    ):
        if words[j] in ("coming", "past"):
            shift = 1 if words[j] == "coming" else -1
        j += 1
    j += words[j] in ("fiscal", "calendar", "full", "entire", "whole")
    j += words[j] == "-" and words[j - 1] == "fiscal"
    unit = _LEX.units.get(words[j])
    if unit is None or words[j].endswith("s") or unit in ("second", "minute", "hour"):
        return _same_period(a, i, j, word)
    j += 1
    if word == "past" and the:
        return Length(
            f"P{'1' if unit != 'decade' else '10'}{_LETTER.get(unit, 'D')}"
        ), j
    if words[j] == "or" and words[j + 1] == "so":
        j += 2
    origin: Origin = "speech"
    if word in _STORY_SHIFTS or word in ("that", "same") or (word == "next" and the):
        origin = "story"
    if (
        unit == "day"
        and word in ("this", "current", "present")
        and the is False
        and word != "this"
    ):
        return None
    if word == "past":
        shift = -1
    return Cycle(unit, shift, origin), j


_LETTER = {
    "week": "W",
    "month": "M",
    "year": "Y",
    "decade": "Y",
    "day": "D",
    "quarter": "Q",
    "century": "C",
}


def _same_period(a: Atoms, i: int, j: int, word: str) -> tuple[Node, int] | None:
    if (
        a.words[j] == "period"
        and word in ("same", "previous", "prior")
        and a.words[i] == "the"
    ):
        k = j + 1
        after = _of(a, k)
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
    if words[j] in ("last", "this") and words[j + 1 : j + 4] == ["year", "'", "s"]:
        if words[j + 4] in ("period", "quarter"):
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
        after = _of(a, j + 1)
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
            return Length(f"P{counted[0]:g}{words[counted[1]][0].upper()}"), counted[
                1
            ] + 1
        unit = _LEX.units.get(words[j])
        if unit in ("week", "month", "year"):
            return Cycle(unit, -1), j + 1
        return None
    if j > i and words[j] == "quarter" and words[j + 1] != "-":
        return Reported(), j + 1
    return None


def week_of(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the week of March 6", "Easter week"."""
    words = a.words
    j = i + 1 if words[i] == "the" else i
    if words[j] in ("week", "weekend", "month") and words[j + 1] in (
        "of",
        "ending",
        "ended",
        "beginning",
    ):
        found = month_first(a, j + 2)
        if found is not None and words[j] != "month":
            return Shifted(found[0], 0, _LEX.units[words[j]]), found[1]
        if found is not None and words[j + 1] == "of":
            return found
    return None


def edge_of_year(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "year-end", "year's end", "the year end", "year-end 1998"."""
    words = a.words
    j = i + 1 if words[i] in ("the", "this") else i
    if words[j] not in ("year", "month"):
        return None
    k = j + 1
    k += words[k] == "-"
    if words[k] == "'" and words[k + 1] == "s":
        k += 2
    if k == j + 1 and words[k] != "end":
        return None
    if words[k] != "end":
        return None
    after = full_year(a, k + 1)
    if after is not None:
        return Fixed(f"{after[0]:04}"), after[1]
    return Cycle("year" if words[j] == "year" else "month", 0), k + 1


def plain_period(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "the week", "the weekend", "the year", "the morning" with an article only."""
    if a.words[i] != "the":
        return None
    j = i + 1
    j += a.words[j] in ("full", "whole", "entire", "fiscal")
    word = a.words[j]
    if word == "day" and a.words[i - 1] in ("in", "throughout", "during"):
        return Cycle("day", 0, "story"), j + 1
    if word == "year" and (
        a.words[j + 1] in ("ended", "ending") or a.words[j - 1] == "fiscal"
    ):
        return Length("P1Y"), j + 1
    if word in ("week", "weekend", "year", "month", "decade", "century"):
        if a.words[j + 1] == "-" and a.joined(j + 1):
            return None
        if a.words[j + 1] in ("after", "before", "when", "that", "following"):
            return None
        return Cycle(_LEX.units[word], 0), j + 1
    if word in _LEX.day_parts and not word.endswith("s") and j == i + 1:
        return DayPart(_LEX.day_parts[word]), j + 1
    return None


def open_reference(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "coming weeks", "recent years", "the next few days ahead": times left vague."""
    words = a.words
    j = i + 1 if words[i] in ("the", "more") else i
    word = words[j]
    if word not in (
        "coming",
        "recent",
        "future",
        "upcoming",
        "subsequent",
        "past",
        "earlier",
    ):
        return None
    unit = _LEX.units.get(words[j + 1])
    if unit is None or not words[j + 1].endswith(("s", "ia")):
        return None
    end = j + 2
    if words[end] in ("and", "or") and words[end + 1] in _LEX.units:
        end += 2
    near = unit in ("day", "week", "month") and end == j + 2
    if word in ("coming", "upcoming") and near:
        return Length(f"PX{_LETTER[unit]}"), end
    if word in ("coming", "future", "upcoming"):
        return Vague("FUTURE_REF"), end
    if word == "recent" and near:
        return Length(f"PX{_LETTER[unit]}"), end
    return Vague("PAST_REF"), end
