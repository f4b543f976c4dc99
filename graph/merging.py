"""Tell which tellings are of one event.

Two tellings are of one event where their types agree, their days meet and enough of
place, participants and wording speaks for it, and nothing against it. Tellings that
know the day come first; those that know it less well, or not at all, join only where
exactly one event fits. The order of the articles changes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import combinations
from typing import Final

from graph.days import Days
from graph.families import ALIKE, FAMILY, RECURRING
from graph.stages import put_stage
from graph.telling import Telling
from graph.wording import similarity

#: Types done by everybody who takes part; others have one side that acts.
SHARED: Final = frozenset({"talks", "meeting", "call", "visit", "agreement", "signing"})
#: Types whose tellings often name one side only, each its own counterpart.
FRAMES: Final = frozenset({"talks", "meeting"})
#: How much the evidence must come to.
ENOUGH: Final = 0.6
#: How much is enough where only one event comes into question at all.
ENOUGH_ALONE: Final = 0.42
#: Words of how a war or a campaign began.
_BEGAN: Final = re.compile(
    r"\b(?:beginning|start|outbreak|onset|launch|began|begun|begin)\w*\b.{0,40}?"
    r"\b(?:invasion|war|offensive|campaign|hostilities|conflict|incursion)\b",
    re.I | re.S,
)
#: Days that a vague date has at most to count as a week, as a month.
WEEK: Final = 8
MONTH: Final = 31
#: By how much the best of several candidates must lead.
LEAD: Final = 0.15
#: Days at most between an article and an undated event that it tells as news.
REACH: Final = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Match:
    """How well two tellings fit, and why."""

    score: float
    reasons: tuple[str, ...]


@dataclass(eq=False, slots=True)
class Cluster:
    """Tellings of one event, with why each joined."""

    tellings: list[Telling]
    reasons: list[tuple[Telling, float, str]] = field(default_factory=list)

    @property
    def days(self) -> Days | None:
        """Return the days that all dated tellings allow."""
        sure = _common(t.days for t in self.tellings if t.told is None)
        late = [t for t in self.tellings if t.told is not None]
        if sure is None:
            told = _common(t.told for t in late)
            return told or _common(t.days for t in late)
        for telling in late:
            sure = (sure.meet(telling.days) if telling.days else None) or sure
        return sure

    @property
    def place_in_line(self) -> tuple[str, str, int, str]:
        """Return what clusters are sorted by."""
        return min(telling.place_in_line for telling in self.tellings)


def _common(stretches: Iterable[Days | None]) -> Days | None:
    """Return the days that all known stretches have."""
    common: Days | None = None
    for stretch in stretches:
        if stretch is not None:
            common = common.meet(stretch) if common else stretch
            if common is None:
                return None
    return common


def compare(one: Telling, other: Telling) -> Match | None:
    """Return how well two tellings fit, ``None`` where something forbids it."""
    a, b = one.mention, other.mention
    if not _types_agree(a.type, b.type) or not _modalities_agree(one, other):
        return None
    if {put_stage(one.reading, a), put_stage(other.reading, b)} == {0, 1}:
        return None
    if a.ordinal != b.ordinal and None not in (a.ordinal, b.ordinal):
        return None
    evidence = 0.0
    time, reasons = _time(one, other)
    if time is None:
        return None
    if (place := _places(one, other)) is None:
        return None
    evidence += place
    if place:
        reasons.append("the same place")
    parties = _parties(one, other)
    if parties is None:
        return None
    if parties:
        evidence += parties
        reasons.append("the same participants")
    same_words = max(
        similarity(one.words, other.words), 0.8 * similarity(one.around, other.around)
    )
    evidence += 0.35 * same_words
    if same_words >= 0.4:
        reasons.append("like words")
    if a.ordinal is not None and a.ordinal == b.ordinal:
        evidence += 0.2
        reasons.append("the same round")
    if one.reading is other.reading and a.type not in RECURRING:
        evidence += 0.15
        reasons.append("the same article")
    if _outbreak(one) and _outbreak(other):
        evidence += 0.3
        reasons.append("how it began")
    bare = not (one.sides or one.places) or not (other.sides or other.places)
    if bare and a.type == b.type and a.type in FRAMES and time >= 0.5:
        evidence += 0.1
    if a.type != b.type:
        evidence -= 0.1
    if {a.type, b.type} & RECURRING and (evidence < 0.25 or same_words < 0.2):
        return None
    return Match(round(time + evidence, 6), tuple(reasons))


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


def _modalities_agree(one: Telling, other: Telling) -> bool:
    kinds = {one.mention.modality, other.mention.modality}
    if len(kinds) == 1 or kinds == {"planned", "hypothetical"}:
        return True
    if "hypothetical" in kinds:
        return False
    return one.days is not None and one.days == other.days


def _time(one: Telling, other: Telling) -> tuple[float | None, list[str]]:
    if one.days is None and other.days is None:
        return 0.2, []
    if one.days is None or other.days is None:
        dated, undated = (one, other) if one.days else (other, one)
        return (0.2, []) if dated.days and _within(undated, dated.days) else (None, [])
    both = one.days.meet(other.days)
    if both is None:
        return None, []
    if one.days == other.days and one.told == other.told:
        if one.days.length == 1 or one.told is not None:
            return 0.5, ["the same day"]
        once = one.mention.type not in RECURRING | FRAMES
        month = 0.5 if once else 0.4
        return (month if one.days.length <= 31 else 0.25), ["the same stretch of days"]
    longest = max(one.days.length, other.days.length)
    return (0.35 if longest <= 31 else 0.2), ["days that meet"]


def _within(undated: Telling, when: Days) -> bool:
    published = undated.reading.article.published
    if published is None or undated.mention.modality != "actual":
        return True
    return when.begin <= published and published - when.last <= max(
        REACH, timedelta(days=400 if undated.mention.places else 0)
    )


def _places(one: Telling, other: Telling) -> float | None:
    if not one.places or not other.places:
        return 0.0
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


def _parties(one: Telling, other: Telling) -> float | None:
    if not one.sides or not other.sides:
        return 0.0
    shared = one.sides & other.sides
    if not shared:
        return _no_side_shared(one, other)
    least = min(len(one.sides), len(other.sides))
    share = len(shared) / least
    people = (one.actors & other.actors) - one.sides - other.sides
    if {one.mention.type, other.mention.type} <= {"call", "meeting", "visit"}:
        small, large = sorted((one.actors, other.actors), key=len)
        if len(small) > 1 and not small <= large and not one.actors & other.sides:
            return None
    return (0.3 if people or least > 1 else 0.2) * share


def _no_side_shared(one: Telling, other: Telling) -> float | None:
    """Return 0 where each may name only its counterpart, or actors differ by place."""
    types = {one.mention.type, other.mention.type}
    same_place = bool(one.places & other.places)
    if not types & SHARED:
        return 0.0 if same_place else None
    alone = min(len(one.sides), len(other.sides)) == 1
    if not alone or not types <= FRAMES:
        return None
    one_day = one.days is not None and one.days == other.days and one.days.length == 1
    return 0.0 if same_place or one_day else None


def merge(
    all_tellings: Iterable[Telling],
    *,
    kept_apart: Callable[[Telling, Telling], bool] = lambda _a, _b: False,
) -> list[Cluster]:
    """Return the events behind tellings, sorted by where they are first told.

    Args:
        all_tellings: tellings of any types.
        kept_apart: says of two tellings that they are of different events, whatever
            speaks for one (a reader's correction).
    """
    waiting = sorted(all_tellings, key=lambda telling: telling.place_in_line)
    exact = [t for t in waiting if t.days and t.days.length <= 2 and not t.told]
    coarse = [t for t in waiting if t.days and (t.days.length > 2 or t.told)]
    undated = [t for t in waiting if t.days is None]
    clusters = _gathered([Cluster([t]) for t in exact], kept_apart)
    weeks = [t for t in coarse if t.days and t.days.length <= WEEK]
    months = [t for t in coarse if t.days and WEEK < t.days.length <= MONTH]
    longer = [t for t in coarse if t.days and t.days.length > MONTH]
    for later in (undated, weeks, months, longer):
        loose = _gathered([Cluster([t]) for t in later], kept_apart)
        clusters = _joined(clusters, loose, kept_apart)
    return sorted(clusters, key=lambda cluster: cluster.place_in_line)


def _comparable(clusters: Sequence[Cluster]) -> Iterator[tuple[Cluster, Cluster]]:
    """Yield pairs whose first tellings may be of one event by type and month."""
    families: dict[str, list[Cluster]] = {}
    for cluster in clusters:
        kind = cluster.tellings[0].mention.type
        families.setdefault(FAMILY.get(kind, kind), []).append(cluster)
    for family in sorted(families):
        members = families[family]
        for one, other in combinations(members, 2):
            a, b = one.tellings[0].days, other.tellings[0].days
            if a is None or b is None or (a.begin <= b.last and b.begin <= a.last):
                yield one, other


def _gathered(
    clusters: list[Cluster], kept_apart: Callable[[Telling, Telling], bool]
) -> list[Cluster]:
    """Merge the closest pair first, as long as nothing in either speaks against it."""
    pairs: list[tuple[float, Cluster, Cluster, Match]] = []
    for one, other in _comparable(clusters):
        if kept_apart(one.tellings[0], other.tellings[0]):
            continue
        match = compare(one.tellings[0], other.tellings[0])
        if match and match.score >= ENOUGH:
            pairs.append((match.score, one, other, match))
    pairs.sort(key=lambda p: (-p[0], p[1].place_in_line, p[2].place_in_line))
    home: dict[int, Cluster] = {id(cluster): cluster for cluster in clusters}

    def find(cluster: Cluster) -> Cluster:
        while home[id(cluster)] is not cluster:
            cluster = home[id(cluster)]
        return cluster

    for score, left, right, match in pairs:
        one, other = find(left), find(right)
        if one is other:
            continue
        if any(
            kept_apart(a, b) or compare(a, b) is None
            for a in one.tellings
            for b in other.tellings
        ):
            continue
        one.tellings += other.tellings
        one.reasons += [
            *other.reasons,
            (right.tellings[0], min(0.99, score), ", ".join(match.reasons)),
        ]
        home[id(other)] = one
    return [cluster for cluster in clusters if home[id(cluster)] is cluster]


def _joined(
    clusters: list[Cluster],
    later: Sequence[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[Cluster]:
    """Let each later cluster join the one event that fits, if exactly one does."""
    found = list(clusters)
    fits: list[tuple[Cluster, Cluster, float, tuple[str, ...]]] = []
    for newcomer in later:
        ranked: list[tuple[float, Cluster, tuple[str, ...]]] = []
        for cluster in clusters:
            match = _fit(newcomer, cluster, kept_apart)
            if match:
                score = match.score + _renown(cluster)
                ranked.append((score, cluster, match.reasons))
        ranked.sort(key=lambda r: (-r[0], r[1].place_in_line))
        alone = len(ranked) == 1 and ranked[0][2] and not _recurring(newcomer)
        ranked = [r for r in ranked if r[0] >= (ENOUGH_ALONE if alone else ENOUGH)]
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= LEAD):
            fits.append((newcomer, ranked[0][1], ranked[0][0], ranked[0][2]))
        else:
            found.append(newcomer)
    for newcomer, cluster, score, reasons in fits:
        known = cluster.days
        day = newcomer.days
        if known and day and known.meet(day) is None:
            found.append(newcomer)
            continue
        cluster.reasons += [
            *newcomer.reasons,
            (newcomer.tellings[0], min(0.95, score), ", ".join(reasons)),
        ]
        cluster.tellings += newcomer.tellings
    return found


def _fit(
    newcomer: Cluster,
    cluster: Cluster,
    kept_apart: Callable[[Telling, Telling], bool],
) -> Match | None:
    """Return the best match of any two tellings, ``None`` where any pair conflicts."""
    best: Match | None = None
    for one in newcomer.tellings:
        for other in cluster.tellings:
            match = None if kept_apart(one, other) else compare(one, other)
            if match is None:
                return None
            if best is None or (match.score, match.reasons) > (
                best.score,
                best.reasons,
            ):
                best = match
    return best


def _renown(cluster: Cluster) -> float:
    """Return a little for every further article: what many tell is what is meant."""
    return min(0.2, 0.05 * (len({t.at[0] for t in cluster.tellings}) - 1))


def _recurring(cluster: Cluster) -> bool:
    return any(telling.mention.type in RECURRING for telling in cluster.tellings)


def earliest(cluster: Cluster) -> date | None:
    """Return the day a cluster begins on, ``None`` while unknown."""
    known = cluster.days
    return known.begin if known else None
