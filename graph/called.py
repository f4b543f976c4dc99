"""What labels call events, and which of those are not called one thing."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from extract.records import EventMention
from graph.telling import Telling

#: What follows in a label on what an event is called.
_WHAT: Final = re.compile(
    r" (?:by|on|in|with|against|to|over|at|from|of|off|into)\b| \("
)


@lru_cache(maxsize=20_000)
def called(label: str) -> str:
    """Return what a label calls an event, ``""`` where it is a headline of its own.

    >>> called("Arrest by police (planned)"), called("Bank raises its rate")
    ('Arrest', '')
    """
    words = _WHAT.split(label, maxsplit=1)[0].split()
    clause = len(words) > 2 or (len(words) == 2 and words[1].endswith(("ed", "s")))
    return "" if clause else " ".join(words)


def says_who(label: str, name: str) -> bool:
    """Tell whether a label names somebody, if only by the last word of the name.

    >>> says_who("Federation-health board talks", "Regional Health Board")
    True
    """
    return name in label or name.split()[-1].casefold() in label.casefold()


def kinds_differ(one: EventMention, other: EventMention) -> bool:
    """Tell whether two events of no type, or a war and a raid, are called apart."""
    if {one.type, other.type} == {"attack"}:
        return [called(m.label) for m in (one, other)].count("War") == 1
    if {one.type, other.type} != {"other"}:
        return False
    kinds = {called(m.label) for m in (one, other)}
    return len(kinds) > 1 and "" not in kinds


def two_deeds(one: Telling, other: Telling, *, alike: bool) -> bool:
    """Tell whether two headlines of their own have no day in common to be one by.

    Two of one article are two deeds unless their words are alike.
    """
    kinds = {one.mention.type, other.mention.type}
    own = not called(one.mention.label) or not called(other.mention.label)
    undated = one.days is other.days is None
    together = one.reading is other.reading and not alike
    return kinds == {"other"} and own and (undated or together)


def demanded(mention: EventMention) -> bool:
    """Tell whether a proposal is told as a demand, a call or a request."""
    return called(mention.label) in {"Appeal", "Call", "Demand", "Request"}
