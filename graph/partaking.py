"""Tell whether two tellings name the same sides, and what that says."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from graph.families import FRAMES, RECURRING, WHOEVER
from graph.roles import part
from graph.telling import Telling

#: Types done by everybody who takes part; others have one side that acts.
SHARED: Final = frozenset({"talks", "meeting", "call", "visit", "agreement", "signing"})
#: What other names on both sides say of talks: nothing for one event, nor against it.
UNSAID: Final = -0.1
#: Words at the end of a body's name that are often left out.
_LEFT_OUT: Final = frozenset(("party", "government", "movement", "union", "group"))


def partaking(
    one: Telling, other: Telling, *, exact: bool, summed: bool
) -> float | None:
    """Return what speaks for one event by who took part, ``None`` for others' event.

    Less than 0 stands for tellings that only others can bring together.

    Args:
        one: a telling.
        other: another.
        exact: their day is the same, so that a common noun need be nobody else.
        summed: one is the headline of what the other tells.
    """
    if _others_met(one, other):
        return None
    here, there = one.sides - WHOEVER, other.sides - WHOEVER
    types = {one.mention.type, other.mention.type}
    whoever = exact and (types <= FRAMES or summed)
    if one.is_strike or whoever:
        here, there = here - one.described, there - other.described
    if not here or not there:
        return 0.1 if one.sides & other.sides else 0.0
    shared = min(_shared(one, other), _shared(other, one))
    if not shared:
        beside = here <= other.beside or there <= one.beside
        if exact and beside and types <= FRAMES:
            return 0.1
        if _may_be(one, other, here, there, exact=exact):
            return 0.0
        found = _no_side_shared(one, other)
        sums_up = summed and one.mention.type not in RECURRING
        return 0.0 if found is None and sums_up else found
    least = min(len(one.sides), len(other.sides))
    share = min(1.0, shared / least)
    people = (one.actors & other.actors) - one.sides - other.sides
    if types <= {"call", "meeting", "visit"}:
        small, large = sorted((one.actors, other.actors), key=len)
        through = one.actors & other.sides or other.actors & one.sides
        if len(small) > 1 and not small <= large and not through:
            return None
    return (0.3 if people or least > 1 else 0.2) * share


def _others_met(one: Telling, other: Telling) -> bool:
    """Tell whether each names people who met or travelled, and none of the other's."""
    if not {one.mention.type, other.mention.type} <= {"meeting", "visit"}:
        return False
    here, there = one.actors - one.sides, other.actors - other.sides
    return bool(here) and bool(there) and not here & there


def _may_be(
    one: Telling,
    other: Telling,
    here: frozenset[str],
    there: frozenset[str],
    *,
    exact: bool,
) -> bool:
    """Tell whether a common noun ("the management") may stand for the other's side.

    It may not where both give their sides different parts in the dispute.
    """
    if not (here <= one.described or there <= other.described):
        return False
    if here <= one.described and there <= other.described:
        parts = {part(side) for side in here}
        return "" not in parts and parts == {part(side) for side in there}
    common, named = (here, there) if here <= one.described else (there, here)
    if exact and not {one.mention.type, other.mention.type} & RECURRING:
        return not any(
            part(n) and part(s) and part(n) != part(s) for n in common for s in named
        )
    return any(_fits(noun, side) for noun in common for side in named)


def _fits(noun: str, named: str) -> bool:
    described, known = part(noun), part(named)
    return bool(described) and known in {"", described}


def _shared(one: Telling, other: Telling) -> int:
    """Return how many sides of one the other has; "teachers" are of their union."""
    return sum(
        side in other.sides or any(_one_side(side, s, one, other) for s in other.sides)
        for side in one.sides
    )


def _one_side(side: str, named: str, one: Telling, other: Telling) -> bool:
    """Tell whether a side of one telling and one of another are named for one."""
    common, proper = side in one.described, named not in other.described
    if common == proper:
        first, second = (side, named) if common else (named, side)
        return set(first.split("-")) <= set(second.split("-"))
    return not common and proper and _one_body(side, named)


@lru_cache(maxsize=50_000)
def _one_body(one: str, other: str) -> bool:
    """Tell whether two names differ by an ending or a word that is often left out."""
    short, long = sorted((_bare(one), _bare(other)), key=len)
    return short == long[: len(short)] and set(long[len(short) :]) <= _LEFT_OUT


@lru_cache(maxsize=20_000)
def _bare(side: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("s") for word in side.split("-"))


def _no_side_shared(one: Telling, other: Telling) -> float | None:
    """Return 0 where each may name only its counterpart, or actors differ by place."""
    types = {one.mention.type, other.mention.type}
    same_place = bool(one.places & other.places)
    if types == {"impasse"} and None in {
        one.mention.statement,
        other.mention.statement,
    }:
        return 0.0  # told of the talks, whoever is named beside
    if not types & SHARED:
        return 0.0 if same_place else None
    alone = min(len(one.sides), len(other.sides)) == 1
    if not alone or not types <= FRAMES:
        return None
    one_day = one.days is not None and one.days == other.days and one.days.length == 1
    return 0.0 if same_place or one_day else UNSAID
