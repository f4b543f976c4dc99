"""The last of the days that are told, of what is an end: a deadline, talks that failed.

"The round, held from 3 to 5 May, broke up" on the 5th; "by the end of June" is on
the 30th.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.inflections import lemma

if TYPE_CHECKING:
    from extract.event_days import When
    from extract.event_triggers import Trigger

#: Verbs of which talks are the only subject, wherever a tree hangs their clause.
ENDING: Final = frozenset(
    {"end", "break", "collapse", "fail", "stall", "founder", "conclude", "finish"}
    | {"fall", "close", "last", "produce", "yield"}
)
#: A time that is said to be the end of another.
END: Final = re.compile(r"(?i)\b(?:end|close) of\b")
#: A day of an ISO date, and its month.
DAY: Final = len("2000-01-01")
MONTH: Final = len("2000-01")


def at_the_end(trigger: Trigger, when: When) -> When:
    """Return the last of some days for a deadline at the end of them, or a failure."""
    if trigger.type == "deadline" and END.search(when.basis):
        return last_of(when)
    if trigger.type == "impasse" and lemma(trigger.token) in ENDING:
        return ended(when)
    return when


def ended(when: When) -> When:
    """Return the last day of a range that is told as one: "from 3 to 5 May"."""
    if " to " not in when.basis or not when.last or len(when.last) < DAY:
        return when
    return replace(when, begin=when.last)


def last_of(when: When) -> When:
    """Return the last day of a week, a month or a year."""
    last = when.last or ""
    if len(last) == MONTH:
        year, month = int(last[:MONTH][:4]), int(last[-2:])
        first = date(year + month // 12, month % 12 + 1, 1)
        last = (first - timedelta(days=1)).isoformat()
    elif len(last) == len("2000"):
        last = f"{last}-12-31"
    if len(last) < DAY:
        return when
    return replace(when, begin=last, last=last)
