"""Times of the day: clock times and parts of days, with the day they stand with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import Clock, Cycle, DayPart, Fixed, Weekday
from extract.timex.grammar_days import day_first, month_first, weekday, with_weekday
from extract.timex.grammar_periods import deictic_day
from extract.timex.lexicon import load
from extract.timex.numbers import number

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import DateNode

_LEX = load()
#: Parts of a day that stand before it like a clock time ("dawn Friday").
_POINTS = frozenset({"dawn", "daybreak", "dusk", "lunchtime"})
_NAMED_HOURS = {"noon": "12:00", "midnight": "24:00", "midday": "12:00"}


def day_at(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return the day named at ``i``: a weekday, a day of a month, "today"."""
    found = with_weekday(a, i) or weekday(a, i) or deictic_day(a, i)
    if found is not None:
        return found
    dated = month_first(a, i) or day_first(a, i)
    if dated is not None and _names_a_day(dated[0]):
        return dated
    return None


def _names_a_day(node: DateNode) -> bool:
    if isinstance(node, Fixed):
        return len(node.value) == 10
    return getattr(node, "part", "") != "" and len(getattr(node, "part", "")) == 5


def clock(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "10:35 a.m.", "4 o'clock", "0735 GMT", "noon", "10 p.m. Wednesday"."""
    words = a.words
    named = _NAMED_HOURS.get(words[i])
    if named is not None:
        return _on_day(a, named, i + 1)
    if words[i] == "half" and words[i + 1] == "past":
        hour = number(a, i + 2)
        return (
            _on_day(a, f"{hour[0]:02.0f}:30", hour[1])
            if hour and hour[0] <= 24
            else None
        )
    found = _hour_minute(a, i)
    if found is None:
        return None
    value, j = found
    return _on_day(a, value, j)


def _hour_minute(a: Atoms, i: int) -> tuple[str, int] | None:
    words = a.words
    hour: float | None = a.number(i)
    minute, j, sure = 0, i + 1, False
    if hour is None:
        spelled = number(a, i)
        if spelled is None or spelled[0] > 12:
            return None
        hour, j = spelled
    elif len(words[i]) == 4:
        if words[j] in _LEX.zones and int(hour) % 100 < 60 and hour < 2400:
            return f"{int(hour) // 100:02}:{int(hour) % 100:02}", _zone(a, j)
        if (
            words[j] == "hours"
            and int(hour) % 100 < 60
            and hour < 2400
            and words[i][0] in "012"
        ):
            return f"{int(hour) // 100:02}:{int(hour) % 100:02}", j + 1
        return None
    elif (
        words[j] in (":", ".")
        and a.joined(j)
        and a.joined(j + 1)
        and len(words[j + 1]) == 2
    ):
        value = a.number(j + 1)
        if value is None or value > 59:
            return None
        minute, sure, j = value, words[j] == ":", j + 2
        if (
            words[j] == ":"
            and a.joined(j)
            and len(words[j + 1]) == 2
            and words[j + 1].isdecimal()
        ):
            j += 2
        if sure and a.joined(i) and words[i - 1] in (":", "-", "."):
            return None
        if words[j] in ("%", ":", "/") and a.joined(j):
            return None
    if hour > 24:
        return None
    half = _half_of_day(a, j)
    if half is not None:
        if hour > 12:
            return None
        hour = hour % 12 + (12 if half[0] else 0)
        return f"{hour:02.0f}:{minute:02}", _zone(a, half[1])
    if words[j] == "o" and words[j + 1] == "'" and words[j + 2] == "clock":
        j, sure = j + 3, True
    if (
        words[j] == "in"
        and words[j + 1] == "the"
        and words[j + 2] in ("morning", "afternoon", "evening")
    ):
        late = words[j + 2] != "morning"
        hour = hour + 12 if late and hour < 12 else hour
        return f"{hour:02.0f}:{minute:02}", j + 3
    if words[j] in ("noon", "midnight") and hour == 12:
        return _NAMED_HOURS[words[j]], j + 1
    if words[j] in _LEX.zones and a.capital(j) and (sure or words[j] in ("gmt", "utc")):
        return f"{hour:02.0f}:{minute:02}", _zone(a, j)
    if sure and (words[j] not in ("-", "–") or not a.joined(j)):
        return f"{hour:02.0f}:{minute:02}", j
    return None


def _half_of_day(a: Atoms, j: int) -> tuple[bool, int] | None:
    """Return whether "a.m.", "pm" ... means the afternoon, and where it ends."""
    words = a.words
    if words[j] in ("am", "pm"):
        return words[j] == "pm", j + 1
    if (
        words[j] in ("a", "p")
        and words[j + 1] == "."
        and words[j + 2] == "m"
        and a.joined(j + 1)
    ):
        return words[j] == "p", j + 3 + (words[j + 3] == "." and a.joined(j + 3))
    return None


def _zone(a: Atoms, j: int) -> int:
    if a.words[j] in _LEX.zones and a.capital(j):
        return j + 1
    if a.words[j] == "local" and a.words[j + 1] == "time":
        return j + 2
    if a.words[j] in ("eastern", "pacific", "central", "mountain") and a.capital(j):
        k = j + 1 + (a.words[j + 1] in ("standard", "daylight"))
        return k + 1 if a.words[k] == "time" else j
    return j


def _on_day(a: Atoms, value: str, j: int) -> tuple[DateNode, int]:
    k = j + 1 if a.words[j] in (",", "on") else j
    day = day_at(a, k)
    if day is not None and (a.words[j] != "on" or True):
        return Clock(value, day[0]), day[1]
    return Clock(value), j


def day_part(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "Friday morning", "this evening", "last night", "tonight", "overnight"."""
    words = a.words
    word = words[i]
    if word == "tonight":
        return DayPart("NI", Cycle("day", 0)), i + 1
    if word == "overnight":
        return DayPart("NI", Cycle("day", -1)), i + 1
    if word in ("this", "last", "that", "the"):
        return _shifted_part(a, i)
    found = day_at(a, i)
    if found is not None:
        return _part_after(a, *found)
    middle = i + 1 + (words[i + 1] == "-") if word == "mid" else i
    part = _LEX.day_parts.get(words[middle])
    if part is not None and middle > i:
        day = deictic_day(a, middle + 1) or weekday(a, middle + 1)
        return (DayPart(part, day[0]), day[1]) if day else (DayPart(part), middle + 1)
    after = words[i + 1]
    if part is not None and (after in ("of", "on") or word in _POINTS):
        day = day_at(a, i + 1 + (after in ("of", "on", ",")))
        if day is not None:
            return DayPart(part, day[0]), day[1]
    return None


def _part_after(a: Atoms, day: DateNode, j: int) -> tuple[DateNode, int] | None:
    k = j + 1 if a.words[j] == "," else j
    late = a.words[k] in ("early", "late", "at")
    part = _LEX.day_parts.get(a.words[k + late])
    if part is None or a.words[k + late].endswith("s") or (late and k > j):
        found = _hour_minute(a, k + 1) if a.words[k] == "at" else None
        return (Clock(found[0], day), found[1]) if found else None
    return DayPart(part, day), k + late + 1


def _shifted_part(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    words = a.words
    j = i + 1
    shift, story = {"last": -1}.get(words[i], 0), words[i] in ("that", "the")
    if words[i] == "the" and words[j] in ("next", "following", "previous", "same"):
        shift = {"previous": -1, "same": 0}.get(words[j], 1)
        j += 1
    elif words[i] == "the":
        part = _LEX.day_parts.get(words[j])
        if part is not None and words[j + 1] == "of":
            day = day_at(a, j + 2)
            if day is not None:
                return DayPart(part, day[0]), day[1]
        return None
    elif words[i] == "that" and words[j] == "same":
        j += 1
    part = _LEX.day_parts.get(words[j])
    if part is None or words[j].endswith("s"):
        day = weekday(a, i)
        return (
            _part_after(a, *day)
            if day is not None and isinstance(day[0], Weekday)
            else None
        )
    return DayPart(part, Cycle("day", shift, "story" if story else "speech")), j + 1
