"""Tell whether what one telling has as news is what another plans or supposes."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from graph.families import RARE
from graph.telling import Telling

#: Days that a plan may span to be bound to what came about.
FORTNIGHT: Final = 14
#: Days that both may span to be bound by nothing else.
WEEK: Final = 7
MONTH: Final = 31
#: How long after its last day an article may tell, without a day, what was planned.
SOON: Final = timedelta(days=14)


def modalities_agree(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings can be of one event by how sure each is of it."""
    kinds = {one.modality, other.modality}
    if len(kinds) == 1 or kinds == {"planned", "hypothetical"}:
        return True
    if kinds == {"hypothetical", "actual"}:
        return _supposed_and_so(one, other)
    if "hypothetical" in kinds:
        return False
    same_days = one.days is not None and one.days == other.days
    return same_days or (kinds == {"planned", "actual"} and _came_about(one, other))


def _supposed_and_so(one: Telling, other: Telling) -> bool:
    """Tell whether what might be on some days came about on them: there, or by whom."""
    if one.days is None or other.days is None or one.days.meet(other.days) is None:
        return False
    short = max(one.days.length, other.days.length) <= WEEK
    return short and bool(one.places & other.places or one.sides & other.sides)


def _came_about(one: Telling, other: Telling) -> bool:
    """Tell whether one telling is of what the other plans: by round, place, sides.

    A plan for some days is what an article tells without a day that came out then or
    soon after.
    """
    if one.mention.ordinal is not None and one.mention.ordinal == other.mention.ordinal:
        return True
    then, now = (one, other) if other.modality == "actual" else (other, one)
    if then.days is None or then.days.length > FORTNIGHT:
        return False
    there = bool(one.places & other.places)
    rare = one.mention.type == other.mention.type and one.mention.type in RARE
    if now.days is None:
        return (there or rare) and _told_then(then, now, early=rare)
    if then.days.meet(now.days) is None:
        return False
    if rare:
        return True
    if now.days.length > FORTNIGHT:  # "the May round", planned for days in May
        return len(one.sides & other.sides) > 1 and now.days.length <= MONTH
    return there or max(then.days.length, now.days.length) <= WEEK


def _told_then(then: Telling, now: Telling, *, early: bool) -> bool:
    """Tell whether an article came out when a plan was to come about, or soon after.

    Args:
        then: the plan, with its days.
        now: the telling without any.
        early: it may have come out before ("the truce" that is agreed on).
    """
    published = now.reading.article.published
    if published is None or then.days is None:
        return False
    first = then.days.begin - (SOON if early else timedelta(0))
    return first <= published <= then.days.last + SOON
