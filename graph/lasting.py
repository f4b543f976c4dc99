"""What goes on for days: a telling may give the day it began, or the day it ended.

"The talks, which opened on Sunday" and "the talks ended on Tuesday" tell of one round,
as do "the strike that began on 7 October" and "ending a strike of three weeks".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from typing import Final, Literal

from extract.records import EventMention, Reading
from graph.days import Days

Bound = Literal["began", "midst", "ended"]

#: What a strike goes on as, whatever its type.
STRIKE: Final = "strike"
#: How long one event of a type goes on at most;
LASTS: Final = {
    "talks": timedelta(days=9),
    "meeting": timedelta(days=4),
    "ceasefire": timedelta(days=45),
    STRIKE: timedelta(days=60),
}
#: and how far from one end a day may be that is told as neither.
MIDST: Final = LASTS | {"talks": timedelta(days=4), "meeting": timedelta(days=2)}
#: Characters around the words of a telling in which its verb may stand.
_BEFORE: Final = 25
_AFTER: Final = 60
_BEGAN: Final = re.compile(
    r"\b(?:began|begun|begins?|(?:re)?start(?:s|ed)?|(?:re)?open(?:s|ed)?|launched|"
    r"commenced?|since|resum(?:es|ed)|reconvened?|"
    r"kick(?:s|ed) off|(?:got|get|gets) under ?way|erupted|broke out|"
    r"(?:c[ao]mes?|goes|went|enters?|entered) into (?:force|effect)|"
    r"(?:takes?|took) (?:effect|hold))\b",
    re.I,
)
_ENDED: Final = re.compile(
    r"\b(?:end(?:s|ed|ing)?|clos(?:es|ed|ing)|conclud(?:es|ed|ing)|wrap(?:s|ped) up|"
    r"finish(?:es|ed)|broke up|adjourned|expire[sd]?)\b",
    re.I,
)


#: A day that is counted from the first.
_MIDST: Final = re.compile(
    r"\b(?:first|second|third|\w+(?:th|st|nd|rd)) (?:day|week)\b", re.I
)


#: Likewise with its number of days.
_NTH_DAY: Final = re.compile(
    r"\b(first|second|third|\w+(?:th|st|nd|rd))(?: \w+)? day\b", re.I
)
_ORDINALS: Final = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
    "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth",
)  # fmt: skip
_NUMBERS: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
)  # fmt: skip
_BRIEF: Final = re.compile(r"\b(\w+)[- ](day|hour)\b(?! (?:week|shift))", re.I)
#: Days that a short strike lasts at most.
WHOLE: Final = 14


def bound(reading: Reading, mention: EventMention, lasting: str) -> Bound | None:
    """Return which end of an event the day of its telling is, ``None`` for neither.

    A day that is counted ("the eleventh day of the strike") lies in its midst. Only
    what goes on for days has ends. Where a telling has several wordings, those that
    hold the words of its date count.

    Args:
        reading: the article.
        mention: the telling.
        lasting: as what it goes on: its type, or a strike.
    """
    if lasting not in LASTS or mention.begin is None:
        return None
    when = mention.date_basis.rpartition(": ")[2]
    if _MIDST.search(when):
        return "midst"
    if lasting == STRIKE and mention.begin != mention.last:
        return None  # "on 9 and 10 May": the whole of it
    around = [_around(reading, m.start, m.end) for m in mention.mentions]
    dated = [words for words in around if when and when in words] or around
    began = any(_BEGAN.search(words) for words in dated)
    ended = any(_ENDED.search(words) for words in dated)
    if began == ended:
        return None
    return "began" if began else "ended"


def first_day(mention: EventMention, when: Days) -> Days | None:
    """Return the day on which began what a day is counted from ("its second day").

    ``None`` where no number of days is told.
    """
    told = _NTH_DAY.search(mention.date_basis.rpartition(": ")[2])
    if told is None or when.length > 1:
        return None
    word = told[1].lower()
    number = _ORDINALS.index(word) + 1 if word in _ORDINALS else 0
    digits = re.match(r"\d+", word)
    number = int(digits[0]) if digits else number
    if not 0 < number <= LASTS[STRIKE].days:
        return None
    first = when.begin - timedelta(days=number - 1)
    return Days(first, first)


def brief(words: str) -> timedelta | None:
    """Return how long something goes on that is told to be short.

    >>> brief("a 48-hour strike at the port"), brief("the two-day stoppage")
    (datetime.timedelta(days=2), datetime.timedelta(days=2))
    """
    told = _BRIEF.search(words)
    if told is None:
        return None
    word = told[1].lower()
    number = _NUMBERS.index(word) + 1 if word in _NUMBERS else 0
    number = number or (int(word) if word.isdigit() else 0)
    hours = told[2].lower() == "hour"
    days = -(-number // 24) if hours else number
    return timedelta(days=days) if 0 < days <= WHOLE else None


def _around(reading: Reading, start: int, end: int) -> str:
    """Return words with those beside them in their sentence."""
    first, last = next(
        ((a, b) for a, b in reading.sentences if a <= start < b), (start, end)
    )
    window = reading.article.text[
        max(first, start - _BEFORE) : min(max(last, end), end + _AFTER)
    ]
    return " ".join(window.split())


def stretched(
    kind: str,
    when: Days,
    end: Bound | None,
    *,
    whole: bool = True,
    most: timedelta | None = None,
) -> Days:
    """Return the days that an event can have gone on, by a day at one end of it.

    Args:
        kind: as what it goes on.
        when: the day.
        end: which end it is.
        whole: reach to the other end, not only into its midst.
        most: how long it is told to go on, where that is told.
    """
    if end is None or kind not in LASTS:
        return when
    reach = (LASTS if whole else MIDST)[kind]
    reach = reach if most is None else min(reach, most)
    back, on = end != "began", end != "ended"
    return Days(when.begin - reach * back, when.last + reach * on)


def spanned(stretches: Iterable[tuple[Days, Bound | None]]) -> Days | None:
    """Return the days from the first to the last, vague ones only where all are.

    >>> from graph.days import days
    >>> found = spanned([(days("2031-05-04"), "began"), (days("2031-05-06"), "ended")])
    >>> found.length
    3
    """
    known = [when for when, _ in stretches]
    exact = [when for when in known if when.length <= 7] or known
    if not exact:
        return None
    return Days(min(d.begin for d in exact), max(d.last for d in exact))
