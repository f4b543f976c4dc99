"""Tell which articles' proposals are one version.

A version is one where its proposer is the same and its day, or the event of putting
it, is the same. One whose article gives no day joins a dated one with evidence: it is
the only version known when the article appeared, its version words or its provisions
fit. What cannot be decided stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from extract.records import Proposal, Reading
from graph.corpus import Corpus, order, sentence_at
from graph.days import Days, days, meeting
from graph.happenings import Happened
from graph.naming import slug
from graph.stages import stage
from graph.wording import Wording, similarity, wording_of

#: How an offer is told to be another than the one before it.
_MOVED: Final = re.compile(
    r"\b(?:rais|increas|improv|sweeten|lower|reduc|cut|upp?|slash|soften|revis|amend)"
    r"\w*\s+(?:its|their|his|her|the)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:offers?|bids?|demands?|proposals?|claims?)\b",
    re.I,
)
#: What evidence must come to for two proposals to be one version.
ENOUGH: Final = 0.5
#: By how much the best of several versions must lead.
LEAD: Final = 0.1
#: Days between articles from which on undated proposals are less likely one version.
NEAR: Final = 60
#: How long after it was put an article may tell of a proposal without its day.
FAR: Final = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article's telling of a proposal, ready to be compared.

    Attributes:
        days: when it was put; from its event, since other articles tell of that too.
        told: the day of the article where it has no other day.
        happening: IRI of the event of putting it, or ``None``.
        side: key of the side that put it, or ``None``.
        stage: 0 for "first", "previous"; 1 for "new", "amended"; else ``None``.
        moved: a sentence of it says that it is raised, cut or revised.
        numbers: topic, unit and value of the numbers in its provisions.
    """

    reading: Reading
    proposal: Proposal
    days: Days | None
    told: Days | None
    happening: str | None
    side: str | None
    stage: int | None
    words: Wording
    provisions: tuple[Wording, ...]
    moved: bool = False
    numbers: frozenset[tuple[str, str, float]] = frozenset()

    @property
    def at(self) -> tuple[str, str]:
        """Return the article's id and the record's."""
        return (self.reading.article.id, self.proposal.id)

    @property
    def place_in_line(self) -> tuple[str, str, str, int, str]:
        """Return what drafts are sorted by."""
        first = min((m.start for m in self.proposal.mentions), default=0)
        return (*order(self.reading), first, self.proposal.id)


def drafts(
    corpus: Corpus,
    events: Happened,
) -> list[Draft]:
    """Return every article's proposals in reading order."""
    found = []
    for reading in corpus.readings:
        named = corpus.named.get(reading.article.id, ())
        for proposal in reading.proposals:
            put = proposal.event or _put_by(reading, proposal)
            happening = events.event_of.get((reading.article.id, put or ""))
            stated = days(proposal.date)
            newer = [p for p in reading.proposals if p.revises == proposal.id]
            if happening and any(p.event == put for p in newer):
                happening, stated = None, None  # the day of the newer version
            when = events.days_of.get(happening or "") or stated
            late = happening in events.late or (
                happening is None and _is_of_telling(reading, stated)
            )
            who = corpus.iri(reading, proposal.proposer_id, proposal.proposer)
            side = corpus.side_key(who) if who else None
            if side is None and proposal.proposer:
                side = slug(proposal.proposer)
            found.append(
                Draft(
                    reading=reading,
                    proposal=proposal,
                    days=None if late else when,
                    told=when if late else None,
                    happening=happening,
                    side=side,
                    stage=_stage(proposal),
                    words=wording_of(reading, proposal.mentions, named),
                    provisions=tuple(
                        wording_of(reading, (p.quoted,), named)
                        for p in proposal.provisions
                    ),
                    moved=_is_moved(reading, proposal),
                    numbers=frozenset(
                        (p.topic, q.unit, q.value)
                        for p in proposal.provisions
                        for q in p.quantities
                    ),
                )
            )
    return sorted(found, key=lambda draft: draft.place_in_line)


def _put_by(reading: Reading, proposal: Proposal) -> str | None:
    """Return the only event of putting something whose words hold a proposal's."""
    taken = {other.event for other in reading.proposals}
    spans = (*proposal.mentions, *(p.quoted for p in proposal.provisions))
    found = [
        event.id
        for event in reading.events
        if event.type == "proposal" and event.id not in taken
        if any(
            m.start <= s.start and s.end <= m.end for m in event.mentions for s in spans
        )
    ]
    return found[0] if len(found) == 1 else None


def _stage(proposal: Proposal) -> int | None:
    """Return the stage of a version; an offer that is told to be raised is a later."""
    found = stage(proposal.version)
    if found is not None:
        return found
    spans = (*proposal.mentions, *(p.quoted for p in proposal.provisions))
    return 1 if any(_MOVED.search(span.text) for span in spans) else None


def _is_of_telling(reading: Reading, stated: Days | None) -> bool:
    """Tell whether a proposal's only day is that of the article."""
    published = reading.article.published
    return published is not None and stated == Days(published, published)


def _excluded(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts cannot be one version."""
    if one.side and other.side and one.side != other.side:
        return True
    if one.days and other.days and one.days.meet(other.days) is None:
        return True
    if one.stage is not None and other.stage is not None and one.stage != other.stage:
        return True
    if one.reading is other.reading:
        a, b = one.proposal, other.proposal
        if b.id == a.revises or a.id == b.revises:
            return True
        if any({d.source, d.target} == {a.id, b.id} for d in one.reading.deviations):
            return True
        if a.version and b.version and a.version.lower() != b.version.lower():
            return one.stage is not None or other.stage is not None
    if _other_numbers(one, other):
        return True
    for early, late in ((one, other), (other, one)):
        published = early.reading.article.published
        if published and late.days and late.days.begin > published:
            return early.days is None
    return False


def _other_numbers(one: Draft, other: Draft) -> bool:
    """Tell whether every number of one differs from the other's on its topic.

    Who offered 5 percent and then 6 percent made two offers. Of an offer that is told
    to be raised or cut it is enough that the numbers are of one unit.
    """
    if one.reading is other.reading or (one.days and one.days == other.days):
        return False
    moved = one.moved or other.moved
    here, there = (
        {("" if moved else topic, unit, value) for topic, unit, value in d.numbers}
        for d in (one, other)
    )
    units = {number[:2] for number in here} & {number[:2] for number in there}
    return bool(units) and here.isdisjoint(there)


def _is_moved(reading: Reading, proposal: Proposal) -> bool:
    """Tell whether a sentence of a proposal says that it is raised, cut or revised."""
    spans = [*proposal.mentions, *(p.quoted for p in proposal.provisions)]
    told = (sentence_at(reading, span.start, span.end) for span in spans)
    return any(_MOVED.search(sentence.text) for sentence in told)


def _content(one: Draft, other: Draft) -> float:
    pairs = [similarity(a, b) for a in one.provisions for b in other.provisions]
    topics = {p.topic for p in one.proposal.provisions} & {
        p.topic for p in other.proposal.provisions
    }
    return min(1.0, max(pairs, default=0.0) + 0.15 * len(topics))


def _score(one: Draft, other: Draft) -> tuple[float, str]:
    if one.happening and one.happening == other.happening:
        return 1.0, "the same event of putting it"
    content = _content(one, other)
    both = one.side is not None and one.side == other.side
    dated = one.days is not None and other.days is not None
    if both and dated:
        short = one.days is not None and one.days.length <= 2
        return (0.9 if short else 0.6), "the same proposer and day"
    published = [d.reading.article.published for d in (one, other)]
    gap = (
        abs((published[0] - published[1]).days) if published[0] and published[1] else 0
    )
    if both:
        close = 0.1 if gap <= 14 else 0.0 if gap <= NEAR else -0.15
        same = 0.05 if one.reading is other.reading else 0.0
        score = 0.5 + 0.3 * content + close + same
        return score, "the same proposer, and no other version fits"
    return 0.2 + 0.5 * content, "like provisions"


def versions(
    found: Sequence[Draft], kept_apart: Callable[[Draft, Draft], bool]
) -> list[tuple[list[Draft], list[tuple[Draft, float, str]]]]:
    """Return drafts by version, dated ones first, each with why drafts joined."""
    dated = [draft for draft in found if draft.days is not None]
    undated = [draft for draft in found if draft.days is None]
    versions = _gathered(dated, kept_apart)
    loose = _gathered(undated, kept_apart)
    dated_by: dict[str | None, list[int]] = {}
    for i, (version, _) in enumerate(versions):
        for side in {draft.side for draft in version}:
            dated_by.setdefault(side, []).append(i)
    everything = range(len(versions))
    for group, reasons in loose:
        ranked: list[tuple[float, int, str, int]] = []
        whose = {draft.side for draft in group if draft.side}
        near = {i for side in (None, *whose) for i in dated_by.get(side, ())}
        for i in sorted(near) if whose else everything:
            version = versions[i][0]
            if any(_excluded(a, b) or kept_apart(a, b) for a in group for b in version):
                continue
            score, why = max(
                (_score(a, b) for a in group for b in version),
                key=lambda pair: (pair[0], pair[1]),
            )
            latest = max((d.days.begin for d in version if d.days), default=date.min)
            if score >= ENOUGH:
                ranked.append((score, latest.toordinal(), why, i))
        ranked.sort(key=lambda r: (-r[0], -r[1], r[3]))
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= LEAD):
            score, _, why, i = ranked[0]
            versions[i][0].extend(group)
            versions[i][1].extend([*reasons, (group[0], min(0.95, score), why)])
        elif ranked and _only_one_known(group, [versions[r[3]][0] for r in ranked]):
            i = max(ranked, key=lambda r: (r[1], -r[3]))[3]
            versions[i][0].extend(group)
            versions[i][1].extend(
                [*reasons, (group[0], 0.6, "the latest version known at the time")]
            )
        else:
            versions.append((list(group), list(reasons)))
    for group, _ in versions:
        group.sort(key=lambda draft: draft.place_in_line)
    return sorted(versions, key=lambda version: version[0][0].place_in_line)


def _only_one_known(group: Sequence[Draft], versions: Sequence[list[Draft]]) -> bool:
    """Tell whether the articles appeared so soon that they mean the latest version."""
    latest = max(d.days.begin for version in versions for d in version if d.days)
    seen = [d.reading.article.published for d in group]
    return all(day is not None and 0 <= (day - latest).days <= 7 for day in seen)


def _window(draft: Draft) -> Days | None:
    """Return the days that a draft can have been put on, so far as they are bounded."""
    published = draft.reading.article.published
    if draft.days is not None or published is None:
        return draft.days
    return Days(published - FAR, published)


def _comparable(found: Sequence[Draft]) -> list[tuple[int, int]]:
    """Return the numbers of drafts that can be one version by their side and day."""
    by_side: dict[str | None, list[int]] = {}
    for i, draft in enumerate(found):
        by_side.setdefault(draft.side, []).append(i)
    open_ones = by_side.pop(None, [])
    pairs: set[tuple[int, int]] = set()
    for side in (None, *by_side):
        members = [*open_ones, *by_side.get(side, ())] if side else open_ones
        windows = [_window(found[i]) for i in members]
        for a, b in meeting(windows):
            i, j = members[a], members[b]
            pairs.add((min(i, j), max(i, j)))
    return sorted(pairs)


def _gathered(
    found: Sequence[Draft], kept_apart: Callable[[Draft, Draft], bool]
) -> list[tuple[list[Draft], list[tuple[Draft, float, str]]]]:
    pairs = []
    for i, j in _comparable(found):
        one, other = found[i], found[j]
        if _excluded(one, other) or kept_apart(one, other):
            continue
        score, why = _score(one, other)
        if score >= ENOUGH:
            pairs.append((-score, i, j, why))
    home = list(range(len(found)))
    groups: dict[int, list[int]] = {i: [i] for i in home}
    reasons: dict[int, list[tuple[Draft, float, str]]] = {i: [] for i in home}
    for score, i, j, why in sorted(pairs):
        a, b = home[i], home[j]
        if a == b or any(
            _excluded(found[x], found[y]) or kept_apart(found[x], found[y])
            for x in groups[a]
            for y in groups[b]
        ):
            continue
        for member in groups[b]:
            home[member] = a
        groups[a] += groups.pop(b)
        reasons[a] += [*reasons.pop(b), (found[j], min(0.99, -score), why)]
    return [([found[i] for i in sorted(groups[g])], reasons[g]) for g in sorted(groups)]
