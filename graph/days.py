"""Compare days that are known to the day, the month, or not at all."""

from __future__ import annotations

import calendar
import re
from bisect import insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """A stretch of days, both ends inclusive.

    Attributes:
        begin: first day.
        last: last day.
    """

    begin: date
    last: date

    @property
    def length(self) -> int:
        """How many days the stretch has."""
        return (self.last - self.begin).days + 1

    def meet(self, other: Days) -> Days | None:
        """Return the days that both stretches have, ``None`` where there are none."""
        begin, last = max(self.begin, other.begin), min(self.last, other.last)
        return Days(begin, last) if begin <= last else None


def _bounds(value: str) -> Days | None:
    week = _WEEK.match(value)
    if week:
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return Days(monday, monday + timedelta(days=6))
    match = _DAY.match(value)
    if not match:
        return None
    year, month, day = int(match[1]), match[2], match[3]
    try:
        if day:
            only = date(year, int(month), int(day))
            return Days(only, only)
        if month:
            end = calendar.monthrange(year, int(month))[1]
            return Days(date(year, int(month), 1), date(year, int(month), end))
        return Days(date(year, 1, 1), date(year, 12, 31))
    except ValueError:
        return None


def days(begin: str | None, last: str | None = None) -> Days | None:
    """Return the days from ``begin`` to ``last``, ``None`` where they name none.

    Both are ISO days or prefixes of one; ``last`` is ``begin`` where absent.

    >>> days("2022-03").length
    31
    >>> days("2022-03-29", "2022-03-30").length
    2
    >>> days("soon") is None
    True
    """
    first = _bounds(begin) if begin else None
    if first is None:
        return None
    final = _bounds(last) if last else first
    if final is None or final.last < first.begin:
        return first
    return Days(first.begin, final.last)


def precision(stretch: Days | None) -> str:
    """Return ``"day"``, ``"range"``, ``"month"``, ``"year"`` or ``"unknown"``.

    >>> precision(days("2022-03"))
    'month'
    """
    if stretch is None:
        return "unknown"
    if stretch.length == 1:
        return "day"
    begin, last = stretch.begin, stretch.last
    whole = begin.day == 1 and (last + timedelta(days=1)).day == 1
    if whole and (begin.year, begin.month) == (last.year, last.month):
        return "month"
    if whole and (begin.month, last.month) == (1, 12) and begin.year == last.year:
        return "year"
    return "range"


def written(stretch: Days | None) -> tuple[str | None, str | None]:
    """Return the stretch as the contract writes it: a month and a year as prefixes.

    >>> written(days("2022-03"))
    ('2022-03', '2022-03')
    """
    if stretch is None:
        return None, None
    kind = precision(stretch)
    size = {"month": 7, "year": 4}.get(kind, 10)
    return stretch.begin.isoformat()[:size], stretch.last.isoformat()[:size]


def apart(one: Days | None, other: Days | None) -> int | None:
    """Return the fewest days between two stretches, 0 where they meet.

    ``None`` where one of them is unknown.
    """
    if one is None or other is None:
        return None
    return max(0, (other.begin - one.last).days, (one.begin - other.last).days)


def meeting(stretches: Sequence[Days | None]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of two stretches that meet, each pair once, lesser first.

    ``None`` meets everything. The work grows with the pairs that meet, not with all
    pairs there could be.

    >>> sorted(meeting([days("2022-03"), days("2022-03-29"), days("2022-04"), None]))
    [(0, 1), (0, 3), (1, 3), (2, 3)]
    """
    known = [(s.begin, i, s.last) for i, s in enumerate(stretches) if s is not None]
    open_now: list[tuple[date, int]] = []
    for begin, i, last in sorted(known):
        ended = 0
        while ended < len(open_now) and open_now[ended][0] < begin:
            ended += 1
        del open_now[:ended]
        for _, j in open_now:
            yield min(i, j), max(i, j)
        insort(open_now, (last, i))
    unknown = [i for i, s in enumerate(stretches) if s is None]
    for i in unknown:
        for j, other in enumerate(stretches):
            if other is not None or i < j:
                yield min(i, j), max(i, j)
