"""Tell which tellings are of one event.

Two tellings are of one event where their types agree, their days meet and enough of
place, participants and wording speaks for it, and nothing against it. Tellings that
know the day come first; those that know it less well, or not at all, join only where
exactly one event fits. The order of the articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from graph.days import Days, meeting
from graph.event_cluster import WEEK, Cluster
from graph.families import FAMILY
from graph.fitting import Match, compare, days_agree, window
from graph.plans import DELAY, DELAYED
from graph.telling import Telling

#: How much the evidence must come to.
ENOUGH: Final = 0.6
#: How much is enough where only one event comes into question at all.
ENOUGH_ALONE: Final = 0.4
#: What must speak for one event where neither telling has an exact day.
TELLING: Final = frozenset(
    {
        "like words",
        "the same number",
        "the same place",
        "the same round",
        "the same stretch of days",
    }
)
#: Types whose tellings of one month, by one side, are of one event where no other fits.
SINGLE: Final = frozenset(
    {"sanction", "vote", "signing", "rejection", "impasse", "mobilization", "walkout"}
)
#: What an only event must have in common with a vague telling.
WHO_OR_WHERE: Final = frozenset({"the same participants", "the same place"})
MEETING: Final = frozenset(
    {"days that meet", "days of one week", "the same stretch of days"}
)
#: Days that a vague date has at most to count as a month.
MONTH: Final = 31
#: What share of the pairs of tellings may at most speak against one event.
MINORITY: Final = 0.5
#: By how much the best of several candidates must lead.
LEAD: Final = 0.15


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
        loose = _paired(loose, clusters, kept_apart)
        clusters = _joined(clusters, loose, kept_apart)
    return sorted(clusters, key=lambda cluster: cluster.place_in_line)


def _comparable(
    clusters: Sequence[Cluster], others: Sequence[Cluster] | None = None
) -> Iterator[tuple[Cluster, Cluster]]:
    """Yield pairs that may be of one event by their type and their days.

    Args:
        clusters: those to pair with each other.
        others: pair ``clusters`` with these instead.
    """
    families: dict[str, list[tuple[bool, Cluster]]] = {}
    for side, members in enumerate((clusters, others or ())):
        for cluster in members:
            kind = cluster.tellings[0].mention.type
            family = families.setdefault(FAMILY.get(kind, kind), [])
            family.append((bool(side), cluster))
    for name in sorted(families):
        family = families[name]
        for i, j in meeting([_reach(cluster.tellings[0]) for _, cluster in family]):
            (here, one), (there, other) = family[i], family[j]
            if (here != there) == (others is not None):
                yield one, other


def _reach(telling: Telling) -> Days | None:
    """Return the days that a telling can be of, a plan's with those it may move to."""
    when = window(telling)
    if when is None or telling.modality != "planned":
        return when
    return Days(when.begin - DELAY, when.last + DELAY)


def _gathered(
    clusters: list[Cluster], kept_apart: Callable[[Telling, Telling], bool]
) -> list[Cluster]:
    """Merge the closest pair first, as long as nothing in either speaks against it."""
    pairs: list[tuple[float, Cluster, Cluster, Match]] = []
    for one, other in _comparable(clusters):
        if kept_apart(one.tellings[0], other.tellings[0]):
            continue
        match = compare(one.tellings[0], other.tellings[0])
        if match and match.score >= ENOUGH and not match.weak:
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
        if _apart(one, other, kept_apart):
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
    fits = homes(later, clusters, kept_apart)
    settled = {id(fit.newcomer) for fit in fits}
    found += [cluster for cluster in later if id(cluster) not in settled]
    for fit in fits:
        if not _days_agree(fit.newcomer, fit.home):  # with what joined it before
            found.append(fit.newcomer)
            continue
        _join(fit.newcomer, fit.home, min(0.95, fit.score), fit.reasons)
    return found


@dataclass(frozen=True, slots=True)
class Fit:
    """The one event that a cluster can be of, how sure that is, and why."""

    newcomer: Cluster
    home: Cluster
    score: float
    reasons: tuple[str, ...]


def homes(
    later: Sequence[Cluster],
    clusters: Sequence[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[Fit]:
    """Return for each later cluster the event that fits, if exactly one does."""
    candidates: dict[int, list[Cluster]] = {}
    for cluster, newcomer in _comparable(clusters, later):
        candidates.setdefault(id(newcomer), []).append(cluster)
    fits = []
    for newcomer in later:
        ranked = _ranked(newcomer, candidates.get(id(newcomer), []), kept_apart)
        leads = len(ranked) == 1 or (ranked and ranked[0][0] - ranked[1][0] >= LEAD)
        alone = leads and ranked[0][2] and not _many(newcomer)
        if leads and ranked[0][0] >= (ENOUGH_ALONE if alone else ENOUGH):
            fits.append(Fit(newcomer, ranked[0][1], ranked[0][0], ranked[0][2]))
        elif not ranked:
            fits += _only(newcomer, candidates.get(id(newcomer), []), kept_apart)
    return fits


def _only(
    newcomer: Cluster,
    candidates: Iterable[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[Fit]:
    """Return the only event of its kind that a vague telling does not contradict.

    "Norway stopped all imports in May" is the stop of 12 May, where the texts tell
    of no other one by Norway within that month.
    """
    kinds = {telling.mention.type for telling in newcomer.tellings}
    if not kinds <= SINGLE or len(kinds) != 1:
        return []
    fits = [
        (match, cluster)
        for cluster in candidates
        if {telling.mention.type for telling in cluster.tellings} == kinds
        and (match := _fit(newcomer, cluster, kept_apart, weak=True))
    ]
    if len(fits) != 1:
        return []
    match, home = fits[0]
    why = set(match.reasons)
    if not why & WHO_OR_WHERE or not why & MEETING:
        return []
    return [Fit(newcomer, home, ENOUGH, match.reasons)]


def _ranked(
    newcomer: Cluster,
    candidates: Iterable[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[tuple[float, Cluster, tuple[str, ...]]]:
    """Return the events that a newcomer can be of, the likeliest first."""
    ranked: list[tuple[float, Cluster, tuple[str, ...]]] = []
    for cluster in candidates:
        match = _fit(newcomer, cluster, kept_apart)
        if match:
            score = match.score + _renown(cluster)
            ranked.append((score, cluster, match.reasons))
    ranked.sort(key=lambda r: (-r[0], r[1].place_in_line))
    return _latest(newcomer, ranked)


def _latest(
    newcomer: Cluster, ranked: list[tuple[float, Cluster, tuple[str, ...]]]
) -> list[tuple[float, Cluster, tuple[str, ...]]]:
    """Return of strikes that fit about as well the one that began and went on."""
    going_on = [
        r
        for r in ranked
        if ranked[0][0] - r[0] < LEAD
        and any(t.end in {"began", "midst"} for t in r[1].tellings)
    ]
    open_day = all(t.is_strike and t.days is None for t in newcomer.tellings)
    return going_on if open_day and len(going_on) == 1 else ranked


def _paired(
    loose: Sequence[Cluster],
    known: Sequence[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[Cluster]:
    """Join two vague clusters where each is the only event that the other can be."""
    fitting: dict[int, list[tuple[Cluster, Match]]] = {}
    for one, other in (*_comparable(loose), *_comparable(known, loose)):
        match = _fit(one, other, kept_apart)
        if match:
            fitting.setdefault(id(one), []).append((other, match))
            fitting.setdefault(id(other), []).append((one, match))
    left = list(loose)
    for one in loose:
        only = fitting.get(id(one), [])
        if len(only) != 1 or _recurring(one):
            continue
        other, match = only[0]
        mutual = len(fitting[id(other)]) == 1 and other in left and one in left
        early = one.place_in_line < other.place_in_line
        telling = set(match.reasons) & TELLING
        if mutual and early and match.score >= ENOUGH_ALONE and telling:
            _join(other, one, min(0.9, match.score), match.reasons)
            left.remove(other)
    return left


def _join(
    newcomer: Cluster, cluster: Cluster, confidence: float, why: tuple[str, ...]
) -> None:
    """Put the tellings of one cluster into another, with the reason."""
    first = newcomer.tellings[0]
    cluster.reasons += [*newcomer.reasons, (first, confidence, ", ".join(why))]
    cluster.tellings += newcomer.tellings


def _fit(
    newcomer: Cluster,
    cluster: Cluster,
    kept_apart: Callable[[Telling, Telling], bool],
    *,
    weak: bool = False,
) -> Match | None:
    """Return the best match of any two tellings, ``None`` where any pair conflicts.

    Pairs of which too little is told to be one event do not conflict.
    """
    pairs = _pairs(newcomer, cluster)
    if _parted(pairs, kept_apart):
        return None
    fitting, against = [], 0
    for one, other in pairs:
        match = compare(one, other)
        against += match is None
        if against > len(pairs) * MINORITY:
            return None
        if match and (weak or not match.weak):
            fitting.append(match)
    return max(fitting, key=lambda match: (match.score, match.reasons), default=None)


def _apart(
    one: Cluster, other: Cluster, kept_apart: Callable[[Telling, Telling], bool]
) -> bool:
    """Tell whether a reader, or too many pairs of tellings, speak against one event.

    A day or a side misread in one of many tellings must not part the others.
    """
    pairs = _pairs(one, other)
    if _parted(pairs, kept_apart):
        return True
    most, against = len(pairs) * MINORITY, 0
    for done, (a, b) in enumerate(pairs, start=1):
        against += compare(a, b) is None
        if against > most or against + len(pairs) - done <= most:
            break  # the others change nothing
    return against > most


def _pairs(one: Cluster, other: Cluster) -> list[tuple[Telling, Telling]]:
    return [(a, b) for a in one.tellings for b in other.tellings]


def _parted(
    pairs: Iterable[tuple[Telling, Telling]],
    kept_apart: Callable[[Telling, Telling], bool],
) -> bool:
    """Tell whether a reader or their days part any two tellings."""
    return any(kept_apart(a, b) or _of_two_days(a, b) for a, b in pairs)


def _of_two_days(one: Telling, other: Telling) -> bool:
    """Tell whether each names a day of its own, and not one stretch of days."""
    if one.days is None or other.days is None or one.days == other.days:
        return False
    if one.told is not None or other.told is not None:
        return False
    if max(one.days.length, other.days.length) > 2 or days_agree(one, other):
        return False
    return one.modality == other.modality or one.mention.type not in DELAYED


def _days_agree(newcomer: Cluster, cluster: Cluster) -> bool:
    return all(
        days_agree(one, other)
        for one in newcomer.tellings
        for other in cluster.tellings
    )


def _renown(cluster: Cluster) -> float:
    """Return a little for every further article: what many tell is what is meant."""
    return min(0.2, 0.05 * (len({t.at[0] for t in cluster.tellings}) - 1))


def _many(cluster: Cluster) -> bool:
    """Tell whether one that fits may be another of many: not so of a call of a time."""
    call = all(t.mention.type == "call" and t.days for t in cluster.tellings)
    return _recurring(cluster) and not call


def _recurring(cluster: Cluster) -> bool:
    return any(telling.recurs for telling in cluster.tellings)
