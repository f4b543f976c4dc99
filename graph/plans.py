"""Tell whether what one telling has as news is what another plans or supposes."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from graph.families import FRAMES, RARE
from graph.telling import Telling

#: Days that a plan may span to be bound to what came about.
FORTNIGHT: Final = 14
#: Days that both may span to be bound by nothing else.
WEEK: Final = 7
MONTH: Final = 31
#: Types of what is done at once, and how long before it an article may announce it.
DEEDS: Final = frozenset({"other", "walkout", "signing", "visit"})
AHEAD: Final = timedelta(days=60)
#: Types of what two do with each other, of which an article may say that they might.
BETWEEN: Final = frozenset({"call", "meeting", "talks", "signing"})
#: Types of what may be done a few days before or after it was to be, and how many.
DELAYED: Final = frozenset({"signing", "vote", "visit"})
DELAY: Final = timedelta(days=10)
#: Letters that make two stems one word.
ROOT: Final = 4
#: How long after its last day an article may tell, without a day, what was planned.
SOON: Final = timedelta(days=14)


def modalities_agree(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings can be of one event by how sure each is of it."""
    kinds = {one.modality, other.modality}
    if len(kinds) == 1 or kinds == {"planned", "hypothetical"}:
        return True
    if kinds == {"hypothetical", "actual"}:
        supposed = _supposed_and_so(one, other) or _same_round(one, other)
        then, now = (one, other) if other.modality == "actual" else (other, one)
        return supposed or foreseen(then, now)
    if "hypothetical" in kinds:
        return False
    same_days = one.days is not None and one.days == other.days
    return same_days or (kinds == {"planned", "actual"} and _came_about(one, other))


def _supposed_and_so(one: Telling, other: Telling) -> bool:
    """Tell whether what might be on some days came about on them: there, or by whom."""
    if one.days is None or other.days is None or one.days.meet(other.days) is None:
        return False
    short = max(one.days.length, other.days.length) <= WEEK
    one_day = one.days == other.days and one.days.length == 1
    held = {one.mention.type, other.mention.type} <= FRAMES
    if one_day and held:
        return True
    return short and bool(one.places & other.places or one.sides & other.sides)


def _same_round(one: Telling, other: Telling) -> bool:
    """Tell whether both have one number: "a second round would be held"."""
    number = one.mention.ordinal
    return number is not None and number == other.mention.ordinal


def _came_about(one: Telling, other: Telling) -> bool:
    """Tell whether one telling is of what the other plans: by round, place, sides.

    A plan for some days is what an article tells without a day that came out then or
    soon after.
    """
    if _same_round(one, other):
        return True
    then, now = (one, other) if other.modality == "actual" else (other, one)
    if then.days is None:
        return _announced(then, now) or foreseen(then, now)
    if then.days.length > FORTNIGHT:
        return False
    there = bool(one.places & other.places)
    rare = one.mention.type == other.mention.type and one.mention.type in RARE
    if now.days is None:
        return (there or rare) and _told_then(then, now, early=rare)
    if then.days.meet(now.days) is None:
        return put_off(one, other)
    if rare:
        return True
    if now.days.length > FORTNIGHT:  # "the May round", planned for days in May
        shared = len(one.sides & other.sides) + there
        return shared > 1 and now.days.length <= MONTH
    return there or max(then.days.length, now.days.length) <= WEEK


def carried_out(one: Telling, other: Telling) -> bool:
    """Tell whether one telling is of what the other announces."""
    if {one.modality, other.modality} != {"planned", "actual"}:
        return False
    then, now = (one, other) if other.modality == "actual" else (other, one)
    return then.days is None and _announced(then, now)


def came_of(one: Telling, other: Telling) -> bool:
    """Tell whether one telling is of what the other says might be soon."""
    return foreseen(one, other) or foreseen(other, one)


def _announced(then: Telling, now: Telling) -> bool:
    """Tell whether a side did, after an article said so, what it was about to do.

    Only where one word tells both ("will block", "blockaded").
    """
    published = then.reading.article.published
    if then.mention.type not in DEEDS or published is None or now.days is None:
        return False
    after = timedelta(0) <= now.days.last - published <= AHEAD
    return after and bool(then.sides & now.sides) and _one_word(then, now)


def _one_word(one: Telling, other: Telling) -> bool:
    return any(
        a.startswith(b) or b.startswith(a)
        for a in one.triggers
        for b in other.triggers
        if min(len(a), len(b)) >= ROOT
    )


def foreseen(then: Telling, now: Telling) -> bool:
    """Tell whether two met or spoke soon after an article said that they might."""
    published = then.reading.article.published
    if then.days is not None or published is None or now.days is None:
        return False
    if then.modality == "actual" or now.modality != "actual":
        return False
    soon = timedelta(0) <= now.days.begin - published <= SOON
    between = {then.mention.type, now.mention.type} <= BETWEEN
    return soon and between and len(then.actors & now.actors) > 1


def put_off(one: Telling, other: Telling) -> bool:
    """Tell whether one was planned for a day a little before or after the other.

    The article that plans it comes first, and both have a side and the place, or
    two sides, in common.
    """
    if {one.modality, other.modality} != {"planned", "actual"}:
        return False
    then, now = (one, other) if other.modality == "actual" else (other, one)
    published = then.reading.article.published
    if then.days is None or now.days is None or published is None:
        return False
    exact = max(then.days.length, now.days.length) <= 2
    kinds = {then.mention.type, now.mention.type}
    if not exact or len(kinds) > 1 or not kinds <= DELAYED:
        return False
    apart = max(then.days.begin - now.days.last, now.days.begin - then.days.last)
    there = bool(one.places & other.places)
    shared = len(one.sides & other.sides)
    alike = shared > 1 or (there and (shared > 0 or not (one.sides and other.sides)))
    return apart <= DELAY and now.days.begin >= published and alike


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
