"""The arithmetic of days, weeks and months, and the days a TIMEX3 value covers."""

from __future__ import annotations

import re
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

#: First month of a season, as Northern news counts them, and how many months.
SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_YEARS = re.compile(r"\d{2,4}")


def day_of(value: str | None) -> date | None:
    """Return the day of a day-long or finer value, ``None`` for any other.

    >>> day_of("2022-03-30TEV")
    datetime.date(2022, 3, 30)
    """
    match = _DAY.fullmatch(value or "")
    if match is None:
        return None
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def week_value(day: date) -> str:
    """Return the ISO week of ``day``.

    >>> week_value(date(2022, 3, 30))
    '2022-W13'
    """
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_value(day: date) -> str:
    """Return the quarter of ``day``.

    >>> quarter_value(date(2022, 3, 30))
    '2022-Q1'
    """
    return f"{day.year:04}-Q{(day.month - 1) // 3 + 1}"


def month_value(day: date) -> str:
    """Return the month of ``day``."""
    return f"{day.year:04}-{day.month:02}"


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """Return the month ``count`` months after the given one.

    >>> add_months(2022, 3, -3)
    (2021, 12)
    """
    months = year * 12 + month - 1 + count
    return months // 12, months % 12 + 1


def month_length(year: int, month: int) -> int:
    """Return how many days the month has.

    >>> month_length(2024, 2)
    29
    """
    after, following = add_months(year, month, 1)
    if after > MAXYEAR:
        return 31
    return (date(after, following, 1) - timedelta(days=1)).day


def moved(day: date, days: int) -> date | None:
    """Return the day ``days`` later, ``None`` beyond the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def moved_months(day: date, months: int) -> date | None:
    """Return the same day of another month, or that month's last day."""
    year, month = add_months(day.year, day.month, months)
    if not 1 <= year < MAXYEAR:
        return None
    return date(year, month, min(day.day, month_length(year, month)))


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Tell whether the month of that year (of a leap year if open) has the day."""
    if not 1 <= month <= 12 or not day >= 1:
        return False
    if year is None:
        year = 2000
    return 1 <= year < MAXYEAR and day <= month_length(year, month)


def month_span(first: date, months: int) -> tuple[date, date]:
    """Return first and last day of ``months`` months that begin with ``first``."""
    year, month = add_months(first.year, first.month, months - 1)
    return first, date(year, month, month_length(year, month))


@lru_cache(maxsize=4096)
def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day that a TIMEX3 value covers.

    ``None`` where it names no day: references, durations, open values.

    >>> days("2022-W13")
    (datetime.date(2022, 3, 28), datetime.date(2022, 4, 3))
    >>> days("2022-Q2")
    (datetime.date(2022, 4, 1), datetime.date(2022, 6, 30))
    >>> days("XXXX-WXX-3") is None
    True
    """
    try:
        return _days(value)
    except (ValueError, OverflowError):
        return None


def _days(value: str) -> tuple[date, date] | None:
    if "/" in value:
        first, _, last = value.partition("/")
        begin, end = days(first), days(last)
        if begin is None or end is None or begin[0] > end[1]:
            return None
        return begin[0], end[1]
    day = day_of(value)
    if day is not None:
        return day, day
    if _YEARS.fullmatch(value):
        width = 10 ** (4 - len(value))
        year = int(value) * width
        return date(max(year, 1), 1, 1), date(year + width - 1, 12, 31)
    match = _MONTH.fullmatch(value)
    if match:
        return month_span(date(int(match[1]), int(match[2]), 1), 1)
    match = _WEEK.fullmatch(value)
    if match:
        monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
        return monday + timedelta(days=5 if match[3] else 0), monday + timedelta(days=6)
    match = _PART.fullmatch(value)
    if match:
        year, part = int(match[1]), match[2]
        if part in SEASONS:
            return month_span(date(year, SEASONS[part], 1), 3)
        width = 3 if part[0] == "Q" else 6
        return month_span(date(year, 1 + width * (int(part[1]) - 1), 1), width)
    return None


def easter(year: int) -> date:
    """Return Easter Sunday of the Western churches.

    Source:
        Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991).

    >>> easter(2022)
    datetime.date(2022, 4, 17)
    """
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> date:
    """Return the nth given weekday (1 for Monday) of a month, -1 for the last.

    >>> nth_weekday(2022, 11, 4, 4)
    datetime.date(2022, 11, 24)
    """
    if nth < 0:
        last = date(year, month, month_length(year, month))
        return last - timedelta(days=(last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))


def named_day(rule: str, year: int) -> date | None:
    """Return the day that a lexicon rule names in ``year``.

    ``"12-25"`` is a day of a month, ``"11-4-4"`` the fourth Thursday of
    November, ``"11-4-4+1"`` the day after it, ``"easter-2"`` two days before
    Easter Sunday.

    >>> named_day("easter-2", 2022)
    datetime.date(2022, 4, 15)
    """
    if not 1583 <= year < MAXYEAR:
        return None
    if rule.startswith("easter"):
        return easter(year) + timedelta(days=int(rule[6:] or 0))
    parts = [int(x) for x in re.findall(r"\d+", rule)]
    if len(parts) >= 3:
        nth = -1 if parts[1] == 9 else parts[1]
        after = timedelta(days=parts[3] if len(parts) > 3 else 0)
        return nth_weekday(year, parts[0], nth, parts[2]) + after
    if parts[0] == 2 and parts[1] == 29 and month_length(year, 2) < 29:
        return None
    return date(year, parts[0], parts[1])
