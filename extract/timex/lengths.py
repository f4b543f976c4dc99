"""Lengths of time as ISO 8601 durations."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extract.timex.expressions import Unit

_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "weekend": "WE",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "half": "H",
    "year": "Y",
    "decade": "E",
    "century": "C",
    "millennium": "L",
}
_IN_YEARS = {"decade": 10, "century": 100, "millennium": 1000}
#: A smaller unit for the rest of a broken number: 2.5 years are P2Y6M.
_BROKEN: dict[str, tuple[int, str]] = {
    "year": (12, "M"),
    "hour": (60, "M"),
    "minute": (60, "S"),
    "day": (24, "TH"),
    "decade": (10, "Y"),
    "month": (2, "X"),
}


def length_value(count: float | None, unit: Unit) -> str:
    """Return the ISO 8601 duration of ``count`` units, ``X`` where it is vague.

    >>> length_value(3, "hour"), length_value(2.5, "year"), length_value(None, "week")
    ('PT3H', 'P2Y6M', 'PXW')
    """
    letters = _LETTERS[unit]
    prefix, letter = ("PT", letters[1:]) if letters[0] == "T" else ("P", letters)
    if count is None:
        return f"{prefix}X{letter}"
    if unit in _IN_YEARS:
        return f"P{count * _IN_YEARS[unit]:.0f}Y"
    whole = int(count)
    rest = count - whole
    if rest and rest in (0.25, 0.5, 0.75) and unit in ("year", "hour", "minute"):
        per, small = _BROKEN[unit]
        head = f"{whole}{letter}" if whole else ""
        return f"{prefix}{head}{rest * per:.0f}{small}"
    written = f"{count:.0f}" if count == whole else f"{count:g}"
    return f"{prefix}{written}{letter}"
