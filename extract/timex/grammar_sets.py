"""Times that come again: "daily", "every two weeks", "Tuesdays"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.timex.expressions import Repeated, Yearly
from extract.timex.grammar_days import month_name, named_day, weekday_name
from extract.timex.grammar_lengths import quantity
from extract.timex.lengths import length_value
from extract.timex.lexicon import load
from extract.timex.numbers import number

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node

_LEX = load()
_FIXED = re.compile(r"\d\d-\d\d")  # a day of a month, each year the same


def repeated(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "daily", "every two weeks", "each July", "Tuesdays", "twice a week"."""
    words = a.words
    word = words[i]
    value = _LEX.repeated.get(word)
    if value is not None:
        return Repeated(value), i + 1
    counted = _so_often(a, i)
    if counted is not None:
        return counted
    if word in ("every", "each"):
        j = i + 1
        other = words[j] in ("other", "second")
        j += other
        if words[j] in ("single", "successive", "working"):
            j += 1
        count = 2.0 if other else 1.0
        found = None if other else number(a, j)
        if found is not None:
            count, j = found
        unit = _LEX.units.get(words[j])
        if unit is not None:
            return Repeated(length_value(count, unit)), j + 1
        return _each_named(a, j)
    day = _LEX.weekdays.get(word[:-1]) if word.endswith("days") else None
    if day is not None:
        part = _LEX.day_parts.get(words[i + 1])
        if part:
            return Repeated(f"XXXX-WXX-{day}T{part}"), i + 2
        return Repeated(f"XXXX-WXX-{day}"), i + 1
    named = weekday_name(a, i)
    if named is not None and words[i + 1] in (
        "nights",
        "mornings",
        "evenings",
        "afternoons",
    ):
        return Repeated(f"XXXX-WXX-{named[0]}T{_LEX.day_parts[words[i + 1]]}"), i + 2
    if (
        word in ("a", "an", "per")
        and words[i + 1] in _LEX.units
        and not words[i + 1].endswith("s")
    ):
        before = words[i - 1] if i else ""
        if word == "per" or before in ("times", "once", "twice"):
            start = _LEX.units[words[i + 1]]
            if start in ("second", "minute", "hour"):
                return None
            return Repeated(length_value(1, start)), i + 2
    return None


def _so_often(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "twice a week", "three times every month", "several times a day"."""
    words = a.words
    if words[i] in ("once", "twice", "thrice"):
        j = i + 1
    else:
        found = quantity(a, i)
        if found is None or words[found[1]] != "times":
            return None
        j = found[1] + 1
    if words[j] not in ("a", "an", "per", "each", "every"):
        return None
    unit = _LEX.units.get(words[j + 1])
    if unit is None or words[j + 1].endswith("s"):
        return None
    return Repeated(length_value(1, unit)), j + 2


def _each_named(a: Atoms, j: int) -> tuple[Node, int] | None:
    words = a.words
    day = weekday_name(a, j)
    if day is not None:
        part = _LEX.day_parts.get(words[day[1]])
        if part:
            return Repeated(f"XXXX-WXX-{day[0]}T{part}"), day[1] + 1
        return Repeated(f"XXXX-WXX-{day[0]}"), day[1]
    holiday = named_day(a, j)
    if holiday is not None and isinstance(holiday[0], Yearly):
        rule = holiday[0].part[1:]
        value = f"XXXX-{rule}" if _FIXED.fullmatch(rule) else "P1Y"
        return Repeated(value), holiday[1]
    month = month_name(a, j)
    if month is not None:
        return Repeated(f"XXXX-{month[0]:02}"), month[1]
    if words[j] in _LEX.seasons:
        return Repeated(f"XXXX-{_LEX.seasons[words[j]]}"), j + 1
    if words[j] in _LEX.day_parts:
        return Repeated(f"XXXX-XX-XXT{_LEX.day_parts[words[j]]}"), j + 1
    return None
