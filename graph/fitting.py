"""Tell how well two tellings fit one event, and what speaks for it.

Their types must agree, their days meet and nothing forbid it; place, participants,
wording and shared numbers then speak for one event.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from graph.called import called, demanded, kinds_differ, two_deeds
from graph.crossing import one_happening, types_agree
from graph.days import Days
from graph.families import FRAMES, RARE, RECURRING, TWO_TURNS, WHOEVER
from graph.heading import LIKE_WORDS, headed, sums_up
from graph.lasting import stretched
from graph.outbreak import outbreak
from graph.partaking import partaking
from graph.plans import SOON, WEEK, came_of, carried_out, modalities_agree, put_off
from graph.stages import put_stage
from graph.telling import NEW, SPOKEN, Telling
from graph.wording import similarity, wording

#: Types that hold different things, told apart by the words that tell them.
VARIED: Final = frozenset({"impasse", "walkout"})
#: Types that a day seldom has two of.
ONCE: Final = frozenset({"agreement", "signing", "vote", "walkout"})
#: Types of which a negotiation seldom has two on a day, though it has many.
STEPS: Final = frozenset({"call", "impasse", "proposal", "rejection", "vote"})
#: Types of turns that sides and their helpers make together.
TURNS: Final = frozenset({"agreement", "proposal", "rejection", "signing"})
#: Classes of words for what goes off once.
BLAST: Final = frozenset({"*blast"})
#: How names of regions end, in which other places lie.
_WIDE: Final = re.compile(
    r"(?:^|-)(?:africa|asia|balkans|caucasus|east|europe|gulf|peninsula|region)$"
)
#: How long after talks an article may call them just "the talks".
LATELY: Final = timedelta(days=7)
#: Days at most between an article and an undated event that it tells as news.
REACH: Final = timedelta(days=45)
#: Likewise where the telling names a place, or tells of no news.
FAR: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Match:
    """How well two tellings fit, and why.

    Attributes:
        score: how much speaks for one event.
        reasons: what does, in words.
        weak: nothing forbids one event, but too little says that it is one: others
            that both fit may bring them together.
    """

    score: float
    reasons: tuple[str, ...]
    weak: bool = False


def compare(one: Telling, other: Telling) -> Match | None:
    """Return how well two tellings fit, ``None`` where something forbids it."""
    a, b = one.mention, other.mention
    sure_alike = modalities_agree(one, other)
    denied = "negated" in {one.modality, other.modality}
    if not types_agree(one, other) or (denied and not sure_alike):
        return None
    if one.reading is other.reading and {a.type, b.type} in TWO_TURNS:
        return None
    if one.is_strike != other.is_strike or kinds_differ(a, b):
        return None
    if {a.type, b.type} == {"deviation", "statement"} and not _accuses(one, other):
        return None
    if one.several != other.several and {a.type, b.type} <= FRAMES | {"impasse"}:
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
    crossing = one_happening(one, other) if a.type != b.type else None
    parties = partaking(one, other, exact=time >= 0.45, summed=sums_up(one, other))
    if parties is None:
        if crossing and "vote" in {a.type, b.type}:
            parties = 0.0  # one puts it to the vote, another votes against
        elif _one_step(one, other):
            evidence += 0.15
        elif not _one_ceremony(one, other) and not headed(one, other):
            return None
    parties = parties or 0.0
    if one.recurs and headed(one, other):
        evidence += 0.15
        reasons.append("its headline")
    if parties > 0:
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
    if _blast_again(one, other):
        evidence += 0.35
        reasons.append("the blast of the article")
    counted = bool(one.numbers & other.numbers)
    if counted:
        telling = any(len(number) > 2 for number in one.numbers & other.numbers)
        evidence += 0.25 if telling and time >= 0.5 else 0.15
        reasons.append("the same number")
    if one.reading is other.reading and not (one.recurs or other.recurs):
        evidence += 0.35 if sums_up(one, other) else 0.15
        reasons.append("the same article")
    if a.type == b.type:
        evidence += _kind(one, other)
        if a.type in RARE:
            reasons.append("few of the kind")
    if crossing:
        evidence += 0.25
        reasons.append(crossing)
    if outbreak(one) and outbreak(other):
        evidence += 0.3
        reasons.append("how it began")
    bare = _bare(one) or _bare(other)
    frames = {a.type, b.type} <= FRAMES
    once = a.type == b.type and a.type in ONCE and one.reading is not other.reading
    if bare and once and time >= 0.5:
        evidence += 0.1
    elif bare and _of_one_day(one, other):
        evidence += 0.15
    if bare and frames and (time >= 0.5 or "days just before the article" in reasons):
        evidence += 0.1
    if a.type != b.type and not frames and not one.is_strike:
        evidence -= 0.1
        alike = same_words >= LIKE_WORDS or "deviation" in {a.type, b.type}
        if "statement" in {a.type, b.type} and not alike:
            return None
    if parties <= 0 and _on_table(one, other) and not counted:
        return None
    if {a.type, b.type} == {"deadline"} and _of_others(one, other):
        return None
    many = (one.recurs or other.recurs) and "deviation" not in {a.type, b.type}
    calls = {a.type, b.type} == {"call"} and None not in (one.days, other.days)
    weak = False
    if many and (_one_deed(one, other) or carried_out(one, other)):
        evidence += 0.15
    elif many and not calls and not crossing:
        weak = evidence < 0.25 or not (same_words >= 0.2 or counted)
        weak = weak or two_deeds(one, other, alike=same_words >= LIKE_WORDS)
    if {a.type, b.type} == {"other", "walkout"} and time >= 0.35:
        left = same_words >= LIKE_WORDS
        evidence, weak = evidence + 0.2 * left, weak and not left
    if {a.type, b.type} == {"proposal"} and not counted and same_words < LIKE_WORDS:
        weak = weak or demanded(a) != demanded(b)
    weak = weak or parties < 0 or not sure_alike
    return Match(round(time + evidence, 6), tuple(reasons), weak)


def _kind(one: Telling, other: Telling) -> float:
    """Return what one type says: much of rare ones, of varied ones by their words."""
    kind = one.mention.type
    if kind in RARE:
        return 0.25
    if one.is_strike:
        return 0.1
    if kind == "call" and came_of(one, other):
        return 0.15
    names = [called(t.mention.label) for t in (one, other)]
    if kind == "deadline" and names == ["Expiry", "Expiry"]:
        return 0.25
    if kind not in VARIED or not one.triggers or not other.triggers:
        return 0.0
    if one.triggers & other.triggers:
        return 0.1
    if one.reading is other.reading and one.days == other.days and kind == "impasse":
        return 0.0
    undated = kind == "walkout" and None in (one.days, other.days)
    return 0.0 if undated else -0.1


def _one_deed(one: Telling, other: Telling) -> bool:
    """Tell whether one verb tells both of one day, one of them without a side."""
    if one.days is None or one.days != other.days or one.days.length > 1:
        return False
    if one.told is not None or other.told is not None or one.reading is other.reading:
        return False
    described = one.sides <= one.described or other.sides <= other.described
    alone = described or not (one.sides - WHOEVER and other.sides - WHOEVER)
    kinds = {one.mention.type, other.mention.type}
    same = len(kinds) == 1 or kinds == {"other", "walkout"}
    return alone and same and bool(deed(one) & deed(other))


def deed(telling: Telling) -> frozenset[str]:
    """Return what was done: by the words that tell it, and by what it is called."""
    return telling.triggers | wording(called(telling.mention.label)).words


def _one_ceremony(one: Telling, other: Telling) -> bool:
    """Tell whether both tell who signed in one place on one day, each of some."""
    same = one.mention.type == other.mention.type == "signing"
    day = one.days is not None and one.days == other.days and one.days.length == 1
    return same and day and bool(one.places & other.places)


def _one_step(one: Telling, other: Telling) -> bool:
    """Tell whether two articles tell one turn of one day, by whomever each names.

    A chair's text, handed over by the secretariat; a ministry that agrees, and its
    minister. Some name must stand beside both.
    """
    step = one.mention.type in TURNS and _of_one_day(one, other, TURNS)
    sure = one.told is other.told is None
    beside = (one.beside | one.actors) & (other.beside | other.actors)
    return step and sure and bool(beside - WHOEVER)


def _of_one_day(one: Telling, other: Telling, types: frozenset[str] = STEPS) -> bool:
    """Tell whether two articles tell one kind of step of the same day."""
    return (
        one.reading is not other.reading
        and one.mention.type == other.mention.type
        and one.mention.type in types
        and one.days is not None
        and one.days == other.days
        and one.days.length == 1
    )


def _time(one: Telling, other: Telling) -> tuple[float | None, list[str]]:
    if one.days is None or other.days is None:
        here, there = window(one), window(other)
        apart = here is not None and there is not None and here.meet(there) is None
        if apart:
            return None, []
        since = _since(one, other)
        if since is not None and since <= LATELY:
            near = since <= timedelta(days=1)
            return (0.52 if near else 0.36), ["days just before the article"]
        return 0.2, []
    both = one.days.meet(other.days)
    if both is None and put_off(one, other):
        return 0.35, ["days near those planned"]
    if both is None:
        return _from_end_to_end(one, other)
    if one.days == other.days and one.told == other.told:
        if one.days.length == 1 or one.told is not None:
            return 0.5, ["the same day"]
        once = one.mention.type not in RECURRING | FRAMES
        month = 0.5 if once else 0.4
        return (month if one.days.length <= 31 else 0.25), ["the same stretch of days"]
    longest = max(one.days.length, other.days.length)
    kinds = {one.mention.type, other.mention.type}
    if longest <= WEEK and one.days.begin == other.days.begin and kinds <= FRAMES:
        return 0.58, ["days that begin alike"]
    if longest <= WEEK and not kinds & RECURRING and one.told is other.told is None:
        return 0.42, ["days of one week"]
    return (0.35 if longest <= 31 else 0.2), ["days that meet"]


def _of_others(one: Telling, other: Telling) -> bool:
    """Tell whether two sentences name somebody each, and nobody in common."""
    return bool(one.beside and other.beside) and not one.beside & other.beside


def _blast_again(one: Telling, other: Telling) -> bool:
    """Tell whether an article names a blast again, once without its day and place."""
    if one.reading is not other.reading or not one.triggers & other.triggers & BLAST:
        return False
    return any(t.days is None and _bare(t) for t in (one, other))


def _on_table(one: Telling, other: Telling) -> bool:
    """Tell whether one is a proposal that its report only says has been made."""
    kinds = {one.mention.type, other.mention.type}
    open_days = any(t.told and t.mention.date_basis == NEW for t in (one, other))
    return kinds == {"proposal"} and open_days


def _bare(telling: Telling) -> bool:
    """Tell whether a telling says neither who took part nor where."""
    return not (telling.sides - WHOEVER or telling.places)


def _since(one: Telling, other: Telling) -> timedelta | None:
    """Return how long before an undated telling of just "the talks" others were held.

    ``None`` where both are dated, or the article came out before them.
    """
    if one.days is not None:
        one, other = other, one
    published = one.reading.article.published
    if one.days is not None or other.days is None or published is None:
        return None
    kinds = {one.mention.type, other.mention.type}
    sure = one.modality == other.modality == "actual" and kinds <= FRAMES
    if not sure or one.sides - WHOEVER or other.days.begin > published:
        return None
    return published - other.days.last


def _from_end_to_end(one: Telling, other: Telling) -> tuple[float | None, list[str]]:
    """Return what days say that lie between the ends that tellings give."""
    ends = {one.end, other.end}
    if len(ends) == 1 and ends != {"midst"}:
        return None, []
    both = None not in ends
    most = min((t.brief for t in (one, other) if t.brief), default=None)
    for end, day in ((one, other.days), (other, one.days)):
        if end.end is None or end.days is None or day is None:
            continue
        reach = stretched(end.lasting, end.days, end.end, whole=both, most=most)
        if reach.meet(day) is None:
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
        return stretched(telling.lasting, telling.days, telling.end, most=telling.brief)
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
    if one.lands & other.countries or other.lands & one.countries:
        return 0.15  # "in France", elsewhere "in Lyon"
    wide = any(_WIDE.search(place) for place in one.places | other.places)
    wide = wide and {one.mention.type, other.mention.type} <= {"attack", "visit"}
    if wide or one.places & other.sides or other.places & one.sides:
        return 0.0
    return None


def _accuses(one: Telling, other: Telling) -> bool:
    """Tell whether one is the accusation whose words the other is, in one sentence."""
    said = one if one.mention.type == "statement" else other
    if one.reading is not other.reading or not said.mention.label.startswith("Accus"):
        return False
    first, second = (t.mention.mentions[0].start for t in (one, other))
    return any(a <= first < b and a <= second < b for a, b in one.reading.sentences)
