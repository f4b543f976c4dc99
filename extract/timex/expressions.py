"""What a time expression says, before it is known from which day it counts.

Each class is one way of naming a time. Nothing here depends on an article: the
same words always give the same expression, and ``timex.resolve`` turns it into
a value once the anchors are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date

Unit = Literal[
    "second",
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
    "millennium",
]
Reference = Literal["PAST_REF", "PRESENT_REF", "FUTURE_REF"]
#: ``"speech"`` counts from the day of speaking or publishing ("two weeks ago"),
#: ``"story"`` from the day that the text is talking about ("the next day").
Origin = Literal["speech", "story"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A time named in full: ``2022-03-30``, ``2022-03``, ``1998``, ``199``, ``19``."""

    value: str


@dataclass(frozen=True, slots=True)
class Yearly:
    """A part of a year that comes again every year.

    Attributes:
        part: ``"03"``, ``"03-30"``, ``"Q3"``, ``"H1"``, ``"SU"``, ``"W12"`` or the
            key of a named day.
        year: the year it belongs to, ``None`` where the words do not say.
        shift: -1 for "last", 0 for "this", 1 for "next", ``None`` for none.
    """

    part: str
    year: Fixed | Cycle | Away | None = None
    shift: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday; ``shift`` as in ``Yearly``."""

    day: int
    shift: int | None = None
    origin: Origin = "speech"
    week: int | None = None  # the week it lies in, from this one ("Monday last week")


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day of a month that the words leave open ("the 15th")."""

    day: int


@dataclass(frozen=True, slots=True)
class Cycle:
    """The day, week, month ... ``shift`` away from the anchor's own.

    "today" is ``Cycle("day", 0)``, "last month" ``Cycle("month", -1)``, "the
    previous day" ``Cycle("day", -1, "story")``.
    """

    unit: Unit
    shift: int
    origin: Origin = "speech"


@dataclass(frozen=True, slots=True)
class Away:
    """A distance from the anchor: "two weeks ago", "three days later".

    Attributes:
        count: how many, ``None`` where the words are vague ("some months ago").
        unit: of what.
        sign: -1 backwards, 1 forwards.
        origin: what it is counted from.
    """

    count: float | None
    unit: Unit
    sign: int
    origin: Origin = "speech"


@dataclass(frozen=True, slots=True)
class YearBefore:
    """The same period a year back, as in comparisons ("the year-earlier quarter").

    Attributes:
        unit: what is compared where the words say so ("quarter"), else ``None``.
        part: the part of the year where named ("Q3"), else ``None``.
        year: the year where named ("the 1988 period"), else ``None``.
    """

    unit: Unit | None = None
    part: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Reported:
    """The quarter a report is about ("the quarter", "the latest period").

    Attributes:
        ended: its last day where the words say so ("the quarter ended July 31").
    """

    ended: DateNode | None = None


@dataclass(frozen=True, slots=True)
class Shifted:
    """A day some units before or after another: "day before last Tuesday"."""

    base: DateNode
    count: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Vague:
    """Past, present or future, without saying when."""

    value: Reference


@dataclass(frozen=True, slots=True)
class Length:
    """How long something lasts; ``value`` is an ISO 8601 duration, ``X`` if open."""

    value: str


@dataclass(frozen=True, slots=True)
class Repeated:
    """How often: ``P1D``, ``XXXX-WXX-4``, ``XXXX-07``."""

    value: str


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day, on ``day`` or, where ``None``, on the day told about."""

    value: str
    day: DateNode | None = None


@dataclass(frozen=True, slots=True)
class DayPart:
    """A part of a day: ``MO``, ``MI``, ``AF``, ``EV``, ``NI``, ``DT``."""

    part: str
    day: DateNode | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """From ``first`` to ``last``, both included."""

    first: DateNode
    last: DateNode


DateNode = (
    Fixed
    | Yearly
    | Weekday
    | MonthDay
    | Cycle
    | Away
    | YearBefore
    | Reported
    | Shifted
    | Vague
    | Clock
    | DayPart
    | Between
)
Node = DateNode | Length | Repeated


@dataclass(frozen=True, slots=True)
class Expression:
    """A recognised expression: what it names, and how it is modified.

    Attributes:
        node: what it names.
        mod: TIMEX3 modifier (``START``, ``MID``, ``END``, ``APPROX``, ...) or ``None``.
    """

    node: Node
    mod: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchors:
    """The days that an expression may be counted from.

    Attributes:
        speech: day of speaking, or of publishing in the article's own words.
        story: the time that the text is talking about, a TIMEX3 value.
        quarter: the period of a year that is reported on ("1989-Q3", "P9M"), if any.
        past: the day that a story of years ago has reached, else ``None``.
        direction: -1 where the clause looks back, 1 where it looks ahead, else 0.
    """

    speech: date | None = None
    story: str | None = None
    quarter: str | None = None
    past: date | None = None
    direction: int = 0
