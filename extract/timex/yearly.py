"""Parts of a year that come again: which year is meant, and their values."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from extract.timex import calendar

if TYPE_CHECKING:
    from extract.timex.expressions import Anchors


def yearly_value(part: str, year: str) -> str:
    """Return the TIMEX3 value of a part of ``year`` (``"XXXX"`` where open).

    >>> yearly_value("03-30", "2022")
    '2022-03-30'
    >>> yearly_value("@11-4-4", "2022")
    '2022-11-24'
    """
    if part.startswith("@"):
        day = calendar.named_day(part[1:], int(year)) if year.isdigit() else None
        if day is not None:
            return day.isoformat()
        fixed = part[1:]
        return (
            f"{year}-{fixed}"
            if len(fixed) == 5 and fixed[2] == "-"
            else f"{year}-XX-XX"
        )
    return f"{year}-{part}" if part else year


def nearest_year(part: str, story: date) -> int | None:
    """Return the year whose ``part`` comes next in a story that has reached ``story``.

    One a little before is taken for a step back, not for the year after.
    """
    spans = [
        (year, span)
        for year in range(max(story.year - 1, 1), story.year + 2)
        if (span := calendar.days(yearly_value(part, f"{year:04}")))
    ]
    if not spans:
        return None
    return min(spans, key=lambda item: _distance(item[1], story, 1.0, 2.0))[0]


def choose_year(part: str, shift: int | None, anchors: Anchors) -> int | None:
    """Return the year whose ``part`` is meant, ``None`` where nothing tells.

    "last" takes the latest one wholly before the anchor, "next" the first after
    it, "this" the anchor's own year. Without such a word the nearest one is
    meant, and one that lies against the direction of the clause counts as twice
    as far.
    """
    anchor = anchors.speech
    if anchor is None:
        return None
    spans = [
        (year, span)
        for year in range(anchor.year - 2, anchor.year + 3)
        if 1 <= year <= 9998
        and (span := calendar.days(yearly_value(part, f"{year:04}")))
    ]
    if shift == 0:
        return anchor.year
    if shift == -1:
        # "Last February", said in March, is not the month just over.
        month = len(part) == 2 and part.isdigit()
        edge = calendar.moved(anchor.replace(day=1), -1) if month else anchor
        before = [year for year, (_, last) in spans if last < (edge or anchor)]
        return before[-1] if before else None
    if shift == 1:
        after = [year for year, (begin, _) in spans if begin > anchor]
        return after[0] if after else None
    if not spans:
        return None
    if part[0] in "QH" and anchors.direction <= 0:
        return next(year for year, (begin, _) in reversed(spans) if begin <= anchor)
    ahead, back = _WEIGHTS[anchors.direction]
    if len(part) == 2 and anchors.direction <= 0:
        ahead *= 2  # a month without a day is rather the one gone by
    elif len(part) == 2 and part[0] not in "QH":
        back *= 2  # "decided to begin in April" is never the month before last;
        # "expects a third-quarter loss" is of the quarter just over
    return min(spans, key=lambda item: _distance(item[1], anchor, ahead, back))[0]


#: By direction of the clause: what a day ahead and a day back weigh.
_WEIGHTS = {-1: (4.0, 1.0), 0: (1.3, 1.0), 1: (1.0, 5.0)}


def _distance(
    span: tuple[date, date], anchor: date, ahead: float, back: float
) -> float:
    begin, last = span
    if begin <= anchor <= last:
        return -1.0
    if last < anchor:
        return (anchor - last).days * back
    return (begin - anchor).days * ahead
