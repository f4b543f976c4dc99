"""Values of the day, week, month ... that is so far from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex import calendar

if TYPE_CHECKING:
    from datetime import date

    from extract.timex.expressions import Unit

#: Months in a unit.
MONTHS = {
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
    "century": 1200,
}
#: The value of a unit whose time stays unknown.
OPEN = {
    "day": "XXXX-XX-XX",
    "weekend": "XXXX-WXX-WE",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "half": "XXXX-HX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
    "millennium": "X",
}
TUESDAY, FRIDAY = 2, 5


def nearest_weekend(day: date, direction: int) -> int:
    """Return which weekend is meant, -1 for the one just over.

    Where the verb does not tell, that is the one just over on Monday and Tuesday.
    """
    if day.isoweekday() > FRIDAY or direction > 0:
        return 0
    return -1 if direction < 0 or day.isoweekday() <= TUESDAY else 0


def unit_value(anchor: date, unit: Unit, shift: int) -> str:
    """Return the value of the day, week, month ... ``shift`` away from ``anchor``'s."""
    if unit == "week":
        day = calendar.moved(anchor, 7 * shift)
        return calendar.week_value(day) if day else "XXXX-WXX"
    if unit == "weekend":
        day = calendar.moved(anchor, 7 * shift)
        return f"{calendar.week_value(day)}-WE" if day else "XXXX-WXX-WE"
    if unit in MONTHS:
        day = calendar.moved_months(anchor.replace(day=1), MONTHS[unit] * shift)
        if day is None:
            return OPEN[unit]
        return {
            "month": calendar.month_value(day),
            "quarter": calendar.quarter_value(day),
            "half": f"{day.year:04}-H{1 if day.month <= 6 else 2}",
            "year": f"{day.year:04}",
            "decade": f"{day.year:04}"[:3],
            "century": f"{day.year:04}"[:2],
        }[unit]
    return day.isoformat() if (day := calendar.moved(anchor, shift)) else OPEN["day"]
