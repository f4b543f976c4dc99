"""Happenings that articles tell under two types, and what shows that they are one.

A vote, and how one side votes; talks broken off, and who walked out of them; a halt of
trade told as a deed; a truce, and its entry into force.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from graph.called import called
from graph.families import ALIKE, WHOEVER
from graph.telling import Telling

#: Classes of words for cutting off what flowed: trade, gas, aid, payments.
_CUT_OFF: Final = frozenset({"*cut_off", "*stop", "*reduce"})
#: Types that an event told under several takes before the others told with it.
FIRST: Final = {
    frozenset({"impasse", "walkout"}): "walkout",
    frozenset({"rejection", "vote"}): "vote",
    frozenset({"referendum", "vote"}): "referendum",
}
#: Days between two that name one sitting of a vote: members vote on two days.
_SITTING: Final = timedelta(days=1)


def types_agree(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings can be of one event by their types."""
    kinds = {one.mention.type, other.mention.type}
    if kinds == {"other", "walkout"}:
        away = one if one.mention.type == "other" else other
        return "*leave" in away.triggers or (one.is_strike and other.is_strike)
    if len(kinds) == 1 or any(kinds <= alike for alike in ALIKE):
        return True
    return one_happening(one, other) is not None


def one_happening(one: Telling, other: Telling) -> str | None:
    """Return why tellings of two types tell one thing, ``None`` where nothing does."""
    first, second = sorted((one, other), key=lambda telling: telling.mention.type)
    kinds = (first.mention.type, second.mention.type)
    if kinds == ("impasse", "walkout"):
        broken_off = first.mention.label.startswith("Talks broken off")
        left = "*leave" in second.triggers and not second.is_strike
        return "who broke off the talks left them" if broken_off and left else None
    if kinds == ("rejection", "vote"):
        cast = "*vote" in first.triggers or called(first.mention.label) == "Vote"
        return "how a side votes" if cast and _near(first, second) else None
    if kinds == ("referendum", "vote"):
        return "what people vote on that day" if _same_day(first, second) else None
    if kinds == ("other", "sanction"):
        shared = (first.sides & second.sides) - first.described - WHOEVER
        cut = bool(first.triggers & _CUT_OFF)
        return "what was cut off" if shared and cut else None
    if kinds == ("ceasefire", "other"):
        force = called(second.mention.label).startswith("Entry")
        return "what came into force" if force and _same_day(first, second) else None
    return None


def _same_day(one: Telling, other: Telling) -> bool:
    return one.days is not None and one.days == other.days and one.days.length == 1


def _near(one: Telling, other: Telling) -> bool:
    """Tell whether both are of some days, as exactly told."""
    if one.days is None or other.days is None or one.told or other.told:
        return False
    short = max(one.days.length, other.days.length) <= 2
    return short and one.days.meet(other.days) is not None
