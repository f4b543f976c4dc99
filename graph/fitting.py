"""Tell how well two tellings fit one event, and what speaks for it.

Their types must agree, their days meet and nothing forbid it; place, participants,
wording and shared numbers then speak for one event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from graph.days import Days
from graph.families import ALIKE, FRAMES, RARE, RECURRING, WHOEVER
from graph.lasting import stretched
from graph.plans import SOON, modalities_agree
from graph.stages import put_stage
from graph.telling import SPOKEN, Telling
from graph.wording import similarity

#: Types done by everybody who takes part; others have one side that acts.
SHARED: Final = frozenset({"talks", "meeting", "call", "visit", "agreement", "signing"})
#: Types that hold different things, told apart by the words that tell them.
VARIED: Final = frozenset({"impasse", "walkout"})
#: From how much on wordings are like each other.
LIKE_WORDS: Final = 0.4
#: Words of how a war or a campaign began.
_BEGAN: Final = re.compile(
    r"\b(?:beginning|start|outbreak|onset|launch|began|begun|begin)\w*\b.{0,40}?"
    r"\b(?:invasion|war|offensive|campaign|hostilities|conflict|incursion)\b",
    re.I | re.S,
)
#: Days at most between an article and an undated event that it tells as news.
REACH: Final = timedelta(days=45)
#: Likewise where the telling names a place, or tells of no news.
FAR: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Match:
    """How well two tellings fit, and why."""

    score: float
    reasons: tuple[str, ...]


def compare(one: Telling, other: Telling) -> Match | None:
    """Return how well two tellings fit, ``None`` where something forbids it."""
    a, b = one.mention, other.mention
    if not _types_agree(a.type, b.type) or not modalities_agree(one, other):
        return None
    if one.is_strike != other.is_strike:
        return None
    if {a.type, b.type} == {"deviation", "statement"} and not _accuses(one, other):
        return None
    if {put_stage(one.reading, a), put_stage(other.reading, b)} == {0, 1}:
        return None
    if a.ordinal != b.ordinal and None not in (a.ordinal, b.ordinal):
        return None
    evidence = 0.0
    time, reasons = _time(one, other)
    if time is None:
        return None
    if (place := _places(one, other, exact=time >= 0.45)) is None:
        return None
    evidence += place
    if place:
        reasons.append("the same place")
    parties = _parties(one, other, exact=time >= 0.45)
    if parties is None:
        return None
    if parties:
        evidence += parties
        reasons.append("the same participants")
    same_words = max(
        similarity(one.words, other.words), 0.8 * similarity(one.around, other.around)
    )
    evidence += 0.35 * same_words
    if same_words >= LIKE_WORDS:
        reasons.append("like words")
    if a.ordinal is not None and a.ordinal == b.ordinal:
        evidence += 0.2
        reasons.append("the same round")
    if one.numbers & other.numbers:
        evidence += 0.15
        reasons.append("the same number")
    if one.reading is other.reading and not one.recurs:
        evidence += 0.35 if _sums_up(one, other) else 0.15
        reasons.append("the same article")
    if a.type == b.type:
        evidence += _kind(one, other)
    if _outbreak(one) and _outbreak(other):
        evidence += 0.3
        reasons.append("how it began")
    bare = any(not (t.sides - WHOEVER or t.places) for t in (one, other))
    frames = {a.type, b.type} <= FRAMES
    if bare and frames and time >= 0.5:
        evidence += 0.1
    if a.type != b.type and not (bare and frames):
        evidence -= 0.1
        alike = same_words >= LIKE_WORDS or "deviation" in {a.type, b.type}
        if "statement" in {a.type, b.type} and not alike:
            return None
    many = (one.recurs or other.recurs) and "deviation" not in {a.type, b.type}
    calls = {a.type, b.type} == {"call"} and None not in (one.days, other.days)
    if many and _one_deed(one, other):
        evidence += 0.15
    elif many and not calls and (evidence < 0.25 or same_words < 0.2):
        return None
    return Match(round(time + evidence, 6), tuple(reasons))


def _kind(one: Telling, other: Telling) -> float:
    """Return what one type says: much of rare ones, of varied ones by their words."""
    kind = one.mention.type
    if kind in RARE:
        return 0.25
    if one.is_strike:
        return 0.1
    if kind not in VARIED or not one.triggers or not other.triggers:
        return 0.0
    if one.triggers & other.triggers:
        return 0.1
    undated = kind == "walkout" and None in (one.days, other.days)
    return 0.0 if undated else -0.1


def _one_deed(one: Telling, other: Telling) -> bool:
    """Tell whether one verb tells both of one day, one of them without a side."""
    if one.days is None or one.days != other.days or one.days.length > 1:
        return False
    if one.told is not None or other.told is not None or one.reading is other.reading:
        return False
    alone = not (one.sides - WHOEVER and other.sides - WHOEVER)
    same = one.mention.type == other.mention.type
    return alone and same and bool(one.triggers & other.triggers)


def _outbreak(telling: Telling) -> bool:
    """Tell whether a telling is of how a war or a campaign began."""
    for quoted in telling.mention.mentions:
        found = _BEGAN.search(quoted.text)
        if found is None:
            continue
        start, end = quoted.start + found.start(), quoted.start + found.end()
        triggers = telling.mention.triggers or telling.mention.mentions
        if any(start < t.end and t.start < end for t in triggers):
            return True
    return False


def _types_agree(a: str, b: str) -> bool:
    return a == b or any({a, b} <= alike for alike in ALIKE)


def _time(one: Telling, other: Telling) -> tuple[float | None, list[str]]:
    if one.days is None or other.days is None:
        here, there = window(one), window(other)
        apart = here is not None and there is not None and here.meet(there) is None
        return (None if apart else 0.2), []
    both = one.days.meet(other.days)
    if both is None:
        return _from_end_to_end(one, other)
    if one.days == other.days and one.told == other.told:
        if one.days.length == 1 or one.told is not None:
            return 0.5, ["the same day"]
        once = one.mention.type not in RECURRING | FRAMES
        month = 0.5 if once else 0.4
        return (month if one.days.length <= 31 else 0.25), ["the same stretch of days"]
    longest = max(one.days.length, other.days.length)
    return (0.35 if longest <= 31 else 0.2), ["days that meet"]


def _from_end_to_end(one: Telling, other: Telling) -> tuple[float | None, list[str]]:
    """Return what days say that lie between the ends that tellings give."""
    ends = {one.end, other.end}
    if len(ends) == 1 and ends != {"midst"}:
        return None, []
    both = None not in ends
    for end, day in ((one, other.days), (other, one.days)):
        if end.end is None or end.days is None or day is None:
            continue
        if stretched(end.lasting, end.days, end.end, whole=both).meet(day) is None:
            return None, []
    if ends == {"began", "ended"}:
        return 0.55, ["the day it began and the day it ended"]
    return (0.45 if both else 0.3), ["days between its beginning and its end"]


def days_agree(one: Telling, other: Telling) -> bool:
    """Tell whether two tellings can be of one event by their days."""
    return _time(one, other)[0] is not None


def window(telling: Telling) -> Days | None:
    """Return the days that a telling can be of, ``None`` where nothing bounds them.

    What is told as news without its day happened not long before; what is planned
    or supposed may lie on either side of the article.
    """
    published = telling.reading.article.published
    mention = telling.mention
    if telling.days is not None:
        return stretched(telling.lasting, telling.days, telling.end)
    if published is None:
        return None
    if mention.modality != "actual":
        return Days(published - FAR, published + FAR)
    to_come = mention.type in RARE or mention.ordinal is not None  # "the truce"
    ahead = SOON if to_come else timedelta(0)
    return Days(published - (FAR if mention.places else REACH), published + ahead)


def _places(one: Telling, other: Telling, *, exact: bool) -> float | None:
    if not one.places or not other.places:
        beside = one.places & other.beside or other.places & one.beside
        spoken = {one.mention.type, other.mention.type} & SPOKEN
        return 0.25 if exact and beside and not spoken else 0.0
    if one.places & other.places:
        return 0.3
    if one.countries & other.countries and "attack" not in {
        one.mention.type,
        other.mention.type,
    }:
        return 0.15
    if one.places & other.sides or other.places & one.sides:
        return 0.0
    return None


def _parties(one: Telling, other: Telling, *, exact: bool) -> float | None:
    """Return what speaks for one event by who took part, ``None`` for others' event.

    Args:
        one: a telling.
        other: another.
        exact: their day is the same, so that a common noun need be nobody else.
    """
    here, there = one.sides - WHOEVER, other.sides - WHOEVER
    whoever = exact and (one.mention.type in FRAMES or _sums_up(one, other))
    if one.is_strike or whoever:
        here, there = here - one.described, there - other.described
    if not here or not there:
        return 0.1 if one.sides & other.sides else 0.0
    shared = _shared(one, other)
    if not shared:
        beside = here <= other.beside or there <= one.beside
        if exact and beside and {one.mention.type, other.mention.type} <= FRAMES:
            return 0.1
        return _no_side_shared(one, other)
    least = min(len(one.sides), len(other.sides))
    share = len(shared) / least
    people = (one.actors & other.actors) - one.sides - other.sides
    if {one.mention.type, other.mention.type} <= {"call", "meeting", "visit"}:
        small, large = sorted((one.actors, other.actors), key=len)
        if len(small) > 1 and not small <= large and not one.actors & other.sides:
            return None
    return (0.3 if people or least > 1 else 0.2) * share


def _accuses(one: Telling, other: Telling) -> bool:
    """Tell whether one is the accusation whose words the other is, in one sentence."""
    said = one if one.mention.type == "statement" else other
    if one.reading is not other.reading or not said.mention.label.startswith("Accus"):
        return False
    first, second = (t.mention.mentions[0].start for t in (one, other))
    return any(a <= first < b and a <= second < b for a, b in one.reading.sentences)


def _sums_up(one: Telling, other: Telling) -> bool:
    """Tell whether a headline tells what its article then tells of the same day."""
    if one.reading is not other.reading or one.mention.type != other.mention.type:
        return False
    return one.days is not None and one.headline != other.headline


def _shared(one: Telling, other: Telling) -> frozenset[str]:
    """Return the sides of both; "teachers" are those of a teachers' union."""
    shared = set(one.sides & other.sides)
    for first, second in ((one, other), (other, one)):
        for side in first.described - shared:
            words = set(side.split("-"))
            if any(words <= set(s.split("-")) for s in second.sides - second.described):
                shared.add(side)
    return frozenset(shared)


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
    return 0.0 if same_place or one_day else None
