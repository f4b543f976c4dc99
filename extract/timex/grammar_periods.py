"""Days, weeks, months and seasons counted from an anchor or from a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import (
    Cycle,
    DayPart,
    Fixed,
    Length,
    Reported,
    Shifted,
    Vague,
    Yearly,
)
from extract.timex.grammar_days import month_first, named_day, weekday
from extract.timex.grammar_reports import same_period
from extract.timex.grammar_years import following_year
from extract.timex.lexicon import load
from extract.timex.numbers import ordinal

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import DateNode, Node, Origin

_LEX = load()
_DAYS = {
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}
_STORY_SHIFTS = frozenset({"previous", "preceding", "prior", "following", "subsequent"})


def deictic_day(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "today", "the day before yesterday", "day before last Tuesday"."""
    words = a.words
    shift = _DAYS.get(words[i])
    if shift is not None:
        return Cycle("day", shift), i + 1
    j = i + 1 if words[i] == "the" else i
    if words[j] in ("day", "week") and words[j + 1] in ("before", "after"):
        sign = -1 if words[j + 1] == "before" else 1
        shift = _DAYS.get(words[j + 2]) if words[j] == "day" else None
        if shift is not None:
            return Cycle("day", shift + sign), j + 3
        base = weekday(a, j + 2) if words[j] == "day" else None
        base = base or named_day(a, j + 2)
        if base is not None:
            return Shifted(base[0], sign, _LEX.units[words[j]]), base[1]
    return None


def nth_day(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the second day", "a third straight day": a day of what is told."""
    j = i + 1 if a.words[i] in ("the", "a") else i
    found = ordinal(a, j)
    if found is None:
        return None
    j = found[1]
    j += a.words[j] in ("straight", "consecutive", "successive", "full")
    if a.words[j] != "day" or a.words[j + 1] == "-":
        return None
    return Cycle("day", 0, "story"), j + 1


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
    j += 1 + (a.words[j + 1] == "months")
    after = following_year(a, j)
    if after is not None and a.words[j] != "in":
        value, j = after
        if part == "WI" and a.words[j] in ("-", "/") and a.joined(j + 1):
            j += 2 * (a.words[j + 1].isdecimal() and len(a.words[j + 1]) in (2, 4))
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
    again = words[j] in ("same", "very", "coming", "past")
    if again and word in ("that", "this", "last"):
        if words[j] in ("coming", "past"):
            shift = 1 if words[j] == "coming" else -1
        j += 1
    j += words[j] in ("fiscal", "calendar", "full", "entire", "whole")
    j += words[j] == "-" and words[j - 1] == "fiscal"
    unit = _LEX.units.get(words[j])
    if unit is None or words[j].endswith("s") or unit in ("second", "minute", "hour"):
        return same_period(a, i, j, word)
    j += 1
    if word == "that" and unit in ("quarter", "half"):
        return Reported(), j
    if unit in ("decade", "century") and word in ("past", "last", "next", "coming"):
        return Length(f"P{10 if unit == 'decade' else 100}Y"), j
    if the and word in ("past", "last") and unit in _LETTER:
        return Length(f"P1{_LETTER[unit]}"), j
    if words[j] == "or" and words[j + 1] == "so":
        j += 2
    origin: Origin = "speech"
    if word in _STORY_SHIFTS or word in ("that", "same") or (word == "next" and the):
        origin = "story"
    if unit == "day" and word in ("current", "present", "last"):
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


def week_of(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the week of March 6", "Easter week"."""
    words = a.words
    j = i + 1 if words[i] == "the" else i
    edges = ("of", "ending", "ended", "beginning")
    if words[j] in ("week", "weekend", "month") and words[j + 1] in edges:
        found = month_first(a, j + 2)
        if found is not None and words[j] != "month":
            return Shifted(found[0], 0, _LEX.units[words[j]]), found[1]
        if found is not None and words[j + 1] == "of":
            return found
    return None


def plain_period(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "the week", "the weekend", "the year", "the morning"."""
    if a.words[i] != "the":
        return None
    j = i + 1
    j += a.words[j] in ("full", "whole", "entire", "fiscal")
    word = a.words[j]
    if word == "year" and (
        a.words[j + 1] in ("ended", "ending") or a.words[j - 1] == "fiscal"
    ):
        return Length("P1Y"), j + 1
    if word in ("week", "weekend", "year", "month", "decade", "century"):
        if a.words[j + 1] == "-" and a.joined(j + 1):
            return None
        if a.words[j + 1] in ("after", "before", "when", "following"):
            return None
        return Cycle(_LEX.units[word], 0), j + 1
    if word in _LEX.day_parts and not word.endswith("s") and j == i + 1:
        return DayPart(_LEX.day_parts[word]), j + 1
    return None


_OPEN_WORDS = frozenset(
    {"coming", "recent", "future", "upcoming", "subsequent", "past", "earlier"}
)


def open_reference(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "coming weeks", "recent years", "future quarters": times left vague."""
    words = a.words
    j = i + 1 if words[i] in ("the", "more") else i
    word = words[j]
    if word not in _OPEN_WORDS:
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
