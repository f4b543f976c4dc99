"""From an expression and its anchors to a TIMEX3 value: a pure function."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.timex import calendar
from extract.timex.expressions import (
    Anchors,
    Away,
    Between,
    Clock,
    Cycle,
    DateNode,
    DayPart,
    Expression,
    Fixed,
    Length,
    MonthDay,
    Repeated,
    Reported,
    Shifted,
    Vague,
    Weekday,
    YearBefore,
    Yearly,
)
from extract.timex.lengths import length_value
from extract.timex.units import (
    MONTHS,
    OPEN,
    TUESDAY,
    nearest_weekend,
    unit_value,
)
from extract.timex.yearly import choose_year, nearest_year, yearly_value

if TYPE_CHECKING:
    from extract.records import TimexType
    from extract.timex.expressions import Origin

_HALF_A_QUARTER = 45  # days
_NEARLY = 7  # days by which "nearly four months" falls short
#: Up to so many weeks are counted to the day ("two weeks ago"), more to the week.
_WEEKS_TO_THE_DAY = 3


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 value, the days it covers, and the day it was counted from.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value, with ``X`` where it stays open.
        anchor: the day it was counted from, ``None`` for absolute values.
        rule: the reading, in a few words.
    """

    type: TimexType
    value: str
    anchor: date | None = None
    rule: str = ""

    @property
    def days(self) -> tuple[date, date] | None:
        """First and last day covered, ``None`` where the value names no day."""
        if self.type in ("DURATION", "SET"):
            return None
        return calendar.days(self.value)


def resolve(expression: Expression, anchors: Anchors) -> Resolved:
    """Return what ``expression`` means, seen from ``anchors``.

    A part that the anchors leave unknown stays open, as ``X``.

    >>> from extract.timex.expressions import Expression, Weekday
    >>> resolve(Expression(Weekday(3)), Anchors(speech=date(2022, 4, 1))).value
    '2022-03-30'
    >>> resolve(Expression(Weekday(3)), Anchors()).value
    'XXXX-WXX-3'
    """
    node = expression.node
    if isinstance(node, Length):
        return Resolved("DURATION", node.value, rule="length of time")
    if isinstance(node, Repeated):
        return Resolved("SET", node.value, rule="repeated")
    if isinstance(node, Away):
        length = _length_of(node, anchors)
        if length is not None:
            return Resolved("DURATION", length, rule="length of time in a story")
        value, anchor, rule = _away(node, anchors, nearly=expression.mod == "LESS_THAN")
        return Resolved("TIME" if "T" in value else "DATE", value, anchor, rule)
    value, anchor, rule = _date(node, anchors)
    return Resolved("TIME" if "T" in value else "DATE", value, anchor, rule)


_Found = tuple[str, date | None, str]


def _date(node: DateNode, anchors: Anchors) -> _Found:
    match node:
        case Fixed(value):
            return value, None, "named in full"
        case Vague(value):
            return value, None, "past, present or future, not when"
        case Yearly():
            return _yearly(node, anchors)
        case Weekday():
            return _weekday(node, anchors)
        case MonthDay():
            return _month_day(node, anchors)
        case Cycle():
            return _cycle(node, anchors)
        case Away():
            return _away(node, anchors)
        case YearBefore():
            return _year_before(node, anchors)
        case Reported():
            return _reported(node, anchors)
        case Shifted():
            return _shifted(node, anchors)
        case Clock(value, day) | DayPart(value, day):
            return _within_day(value, day, anchors)
        case Between(first, last):
            return _between(first, last, anchors)


def _origin(origin: Origin, anchors: Anchors) -> date | None:
    """Return the day to count from, the speech's where the story's is unknown."""
    if origin == "story" and anchors.story is not None:
        span = calendar.days(anchors.story)
        if span is not None:
            return span[0]
    return anchors.speech


def _yearly(node: Yearly, anchors: Anchors) -> _Found:
    if node.year is not None:
        year, anchor, _ = _date(node.year, anchors)
        year = year if len(year) == 4 else "XXXX"
        rule = "year given" if anchor is None else "year counted from the article's"
        return yearly_value(node.part, year), anchor, rule
    if anchors.past is not None and node.shift is None:
        year_then = nearest_year(node.part, anchors.past)
        if year_then is not None:
            value = yearly_value(node.part, f"{year_then:04}")
            return value, anchors.past, "year of the story"
    chosen = choose_year(node.part, node.shift, anchors)
    if chosen is None:
        return yearly_value(node.part, "XXXX"), None, "year unknown"
    return (
        yearly_value(node.part, f"{chosen:04}"),
        anchors.speech,
        "year from the article's day",
    )


def _weekday(node: Weekday, anchors: Anchors) -> _Found:
    anchor = _origin(node.origin, anchors)
    if anchor is None or (
        node.origin == "story" and calendar.day_of(anchors.story) is None
    ):
        anchor = anchors.speech
    if anchor is None:
        return f"XXXX-WXX-{node.day}", None, "weekday of an unknown week"
    if node.week is not None:
        monday = anchor - timedelta(days=anchor.isoweekday() - 1)
        day = calendar.moved(monday, 7 * node.week + node.day - 1)
        return _iso(day), anchor, "weekday of a named week"
    back = (anchor.isoweekday() - node.day) % 7
    ahead = 7 - back if back else 0
    if node.shift == -1:  # yesterday is not called "last Wednesday"
        far = 7 if back == 1 and node.origin == "speech" else 0
        move, rule = -(back or 7) - far, "last such weekday before"
    elif node.shift == 1:
        move, rule = ahead or 7, "next such weekday after"
    elif back == 0:
        move, rule = 0, "the day itself has that weekday"
    elif (
        anchors.direction > 0
        or (node.shift == 0 and anchors.direction == 0)
        or (node.shift == 0 and ahead < back)
    ):
        move, rule = ahead, "first such weekday ahead"
    elif anchors.direction == 0 and ahead == 1 and node.shift is None:
        move, rule = 1, "the weekday of tomorrow"
    else:
        move, rule = -back, "latest such weekday"
    return _iso(calendar.moved(anchor, move)), anchor, rule


def _month_day(node: MonthDay, anchors: Anchors) -> _Found:
    anchor = _origin("story", anchors) or anchors.speech
    if anchor is None or not calendar.valid_day(anchor.year, anchor.month, node.day):
        return f"XXXX-XX-{node.day:02}", None, "day of an unknown month"
    value = f"{calendar.month_value(anchor)}-{node.day:02}"
    return value, anchor, "day of the month under discussion"


def _cycle(node: Cycle, anchors: Anchors) -> _Found:
    anchor = _origin(node.origin, anchors)
    counted = "the story's day" if node.origin == "story" else "the article's day"
    if anchor is None:
        return (
            OPEN.get(node.unit, "XXXX-XX-XX"),
            None,
            f"counted from {counted}, unknown",
        )
    shift = node.shift
    if node.unit == "weekend" and shift == 0:
        shift = nearest_weekend(anchor, anchors.direction)
    return unit_value(anchor, node.unit, shift), anchor, f"counted from {counted}"


def _length_of(node: Away, anchors: Anchors) -> str | None:
    """Return the length of a distance in a story that names no day to count from."""
    if node.origin == "speech":
        return None
    if node.unit in ("hour", "minute", "second"):
        return length_value(node.count, node.unit)
    if node.sign < 0 and node.count is not None:
        return None
    if node.count is not None and anchors.story is not None:
        return None
    return length_value(node.count, node.unit)


def _away(node: Away, anchors: Anchors, *, nearly: bool = False) -> _Found:
    if node.count is None:
        return "PAST_REF" if node.sign < 0 else "FUTURE_REF", None, "a vague distance"
    if node.unit == "year" and node.sign < 0 and anchors.quarter is not None:
        year = anchors.quarter[:4]
        if node.count == 1 and year.isdigit() and "-Q" in anchors.quarter:
            value = f"{int(year) - int(node.count):04}{anchors.quarter[4:]}"
            return value, anchors.speech, "the same quarter, years before"
    anchor = _origin(node.origin, anchors)
    if anchor is None:
        open_unit = (
            "day"
            if node.unit == "week" and node.count <= _WEEKS_TO_THE_DAY
            else node.unit
        )
        return (
            OPEN.get(open_unit, "XXXX-XX-XX"),
            None,
            "a distance from an unknown day",
        )
    rule = f"{node.count:g} {node.unit} {'before' if node.sign < 0 else 'after'}"
    if node.unit in MONTHS:
        months = round(MONTHS[node.unit] * node.count) * node.sign
        day = calendar.moved_months(anchor, months)
        if day is None:
            return "PAST_REF" if node.sign < 0 else "FUTURE_REF", None, rule
        if node.unit == "quarter":
            return calendar.quarter_value(day), anchor, rule
        if nearly and node.unit == "month":
            day = calendar.moved(day, -node.sign * _NEARLY) or day
        if node.unit == "month" or months % 12:
            return calendar.month_value(day), anchor, rule
        return f"{day.year:04}", anchor, rule
    per_unit = {"day": 1, "weekend": 7, "week": 7}.get(node.unit, 0)
    day = calendar.moved(anchor, round(per_unit * node.count) * node.sign)
    if day is None:
        return "PAST_REF" if node.sign < 0 else "FUTURE_REF", None, rule
    if node.unit == "week" and node.count > _WEEKS_TO_THE_DAY:
        return calendar.week_value(day), anchor, rule
    return day.isoformat(), anchor, rule


def _year_before(node: YearBefore, anchors: Anchors) -> _Found:
    rule = "the same period a year before"
    reported = anchors.quarter or ""
    base = reported[:4] if reported[:4].isdigit() else ""
    if node.year is not None:
        base = str(node.year + 1)
    if not base:
        if reported.startswith("P") and node.part is None:
            return reported, anchors.speech, rule
        if anchors.speech is None:
            return (
                yearly_value(node.part or OPEN[node.unit or "year"][5:], "XXXX"),
                None,
                rule,
            )
        base = str(anchors.speech.year)
    year = f"{int(base) - 1:04}"
    if node.part is not None:
        return yearly_value(node.part, year), anchors.speech, rule
    if node.unit in (None, "quarter") and reported[4:6] in ("-Q", "-H"):
        return year + reported[4:], anchors.speech, rule
    if node.unit in ("quarter", "month", "week", "half") and anchors.speech is not None:
        moved = anchors.speech.replace(day=1)
        day = calendar.moved_months(moved, 12 * (int(year) - moved.year))
        shift = -1 if node.unit == "quarter" else 0
        return unit_value(day or moved, node.unit, shift), anchors.speech, rule
    return year, anchors.speech, rule


def _reported(node: Reported, anchors: Anchors) -> _Found:
    if node.ended is not None:
        value, anchor, _ = _date(node.ended, anchors)
        span = calendar.days(value)
        if span is not None:
            # The year's quarter that most of it lies in.
            middle = calendar.moved(span[1], -_HALF_A_QUARTER) or span[1]
            return calendar.quarter_value(middle), anchor, "the quarter that ended then"
    if anchors.quarter is not None and "-Q" in anchors.quarter:
        return anchors.quarter, anchors.speech, "the quarter under discussion"
    if anchors.speech is None:
        return "XXXX-QX", None, "quarter of an unknown year"
    return (
        unit_value(anchors.speech, "quarter", -1),
        anchors.speech,
        "the latest full quarter",
    )


def _shifted(node: Shifted, anchors: Anchors) -> _Found:
    value, anchor, rule = _date(node.base, anchors)
    span = calendar.days(value)
    if span is None:
        return (
            OPEN.get(node.unit, "XXXX-XX-XX"),
            anchor,
            "a distance from an unknown day",
        )
    if node.unit == "year" and isinstance(node.base, Cycle):
        back = calendar.moved_months(span[0], 12 * node.count)
        same = "the same time, years before"
        return unit_value(back or span[0], node.base.unit, 0), anchor, same
    # Labor Day is a Monday, and its weekend the one before.
    monday = node.unit == "weekend" and span[0].isoweekday() <= TUESDAY
    value = unit_value(span[0], node.unit, node.count - monday)
    return value, anchor or anchors.speech, rule


def _within_day(part: str, node: DateNode | None, anchors: Anchors) -> _Found:
    if node is None:
        story = calendar.day_of(anchors.story)
        day = story or anchors.speech
        value = day.isoformat() if day else "XXXX-XX-XX"
        return f"{value}T{part}", day, "on the day under discussion"
    value, anchor, rule = _date(node, anchors)
    return f"{value[:10]}T{part}", anchor, rule


def _between(first: DateNode, last: DateNode, anchors: Anchors) -> _Found:
    begin, anchor, rule = _date(first, anchors)
    end, other, _ = _date(last, anchors)
    return f"{begin}/{end}", anchor or other, f"from ... to, {rule}"


def _iso(day: date | None) -> str:
    return day.isoformat() if day else "XXXX-XX-XX"
