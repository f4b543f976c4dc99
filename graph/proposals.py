"""Tell which proposals of several articles are one, and which revises which.

A version of a proposal is one where its proposer is the same and its day, or the
event of putting it, is the same. One whose article gives no day joins a dated one
with evidence: it is the only version known when the article appeared, its version
words or its provisions fit. What cannot be decided stays apart.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from typing import Final

from extract.records import Proposal, Provision, Reading
from graph.corpus import Corpus, evidence, order
from graph.days import Days, days, written
from graph.happenings import Happened
from graph.naming import digest, iri, slug
from graph.story import Judgement, StoryProposal, StoryProvision
from graph.wording import Wording, similarity, wording_of

#: What evidence must come to for two proposals to be one version.
ENOUGH: Final = 0.5
#: By how much the best of several versions must lead.
LEAD: Final = 0.1
#: How alike two provisions are that are one.
SAME_PROVISION: Final = 0.62
#: Days at most between articles whose undated proposals may be one version.
NEAR: Final = 60

_EARLY: Final = re.compile(
    r"\b(first|initial|original|previous|prior|earlier|old|older|former)\b", re.I
)
_LATE: Final = re.compile(
    r"\b(new|newer|newest|amended|revised|updated|modified|latest|second|third|final|"
    r"counter|improved|reworked|later|subsequent|fresh)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One article's telling of a proposal, ready to be compared.

    Attributes:
        days: when it was put; from its event, since other articles tell of that too.
        told: the day of the article where it has no other day.
        happening: IRI of the event of putting it, or ``None``.
        side: key of the side that put it, or ``None``.
        stage: 0 for "first", "previous"; 1 for "new", "amended"; else ``None``.
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

    @property
    def at(self) -> tuple[str, str]:
        """Return the article's id and the record's."""
        return (self.reading.article.id, self.proposal.id)

    @property
    def place_in_line(self) -> tuple[str, str, int, str]:
        """Return what drafts are sorted by."""
        published, article = order(self.reading)
        first = min((m.start for m in self.proposal.mentions), default=0)
        return (published, article, first, self.proposal.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """Proposals across articles, what became of each record, and why."""

    proposals: tuple[StoryProposal, ...]
    judgements: tuple[Judgement, ...]
    iri_of: Mapping[tuple[str, str], str]


def stage(version: str) -> int | None:
    """Return 0 for words of an earlier version, 1 for those of a later one.

    >>> stage("the previous version"), stage("amended text"), stage("draft")
    (0, 1, None)
    """
    early, late = _EARLY.search(version), _LATE.search(version)
    if early and late:
        return None
    return 0 if early else 1 if late else None


def drafts(
    corpus: Corpus,
    events: Happened,
) -> list[Draft]:
    """Return every article's proposals in reading order."""
    found = []
    for reading in corpus.readings:
        named = corpus.named.get(reading.article.id, ())
        for proposal in reading.proposals:
            happening = events.event_of.get((reading.article.id, proposal.event or ""))
            stated = days(proposal.date)
            newer = [p for p in reading.proposals if p.revises == proposal.id]
            if happening and any(p.event == proposal.event for p in newer):
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
                    stage=stage(proposal.version),
                    words=wording_of(reading, proposal.mentions, named),
                    provisions=tuple(
                        wording_of(reading, (p.quoted,), named)
                        for p in proposal.provisions
                    ),
                )
            )
    return sorted(found, key=lambda draft: draft.place_in_line)


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
    for early, late in ((one, other), (other, one)):
        published = early.reading.article.published
        if published and late.days and late.days.begin > published:
            return early.days is None
    return False


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


def _versions(
    found: Sequence[Draft], kept_apart: Callable[[Draft, Draft], bool]
) -> list[tuple[list[Draft], list[tuple[Draft, float, str]]]]:
    """Return drafts by version, dated ones first, each with why drafts joined."""
    dated = [draft for draft in found if draft.days is not None]
    undated = [draft for draft in found if draft.days is None]
    versions = _gathered(dated, kept_apart)
    loose = _gathered(undated, kept_apart)
    known = len(versions)
    for group, reasons in loose:
        ranked: list[tuple[float, int, str, int]] = []
        for i, (version, _) in enumerate(versions[:known]):
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


def _gathered(
    found: Sequence[Draft], kept_apart: Callable[[Draft, Draft], bool]
) -> list[tuple[list[Draft], list[tuple[Draft, float, str]]]]:
    pairs = []
    for (i, one), (j, other) in combinations(enumerate(found), 2):
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


def tabled(
    corpus: Corpus,
    events: Happened,
    *,
    kept_apart: Callable[[Draft, Draft], bool] = lambda _a, _b: False,
) -> Tabled:
    """Return the proposals of all articles, each version once."""
    found = drafts(corpus, events)
    iri_of: dict[tuple[str, str], str] = {}
    made: list[tuple[StoryProposal, list[Draft]]] = []
    judgements: list[Judgement] = []
    for group, reasons in _versions(found, kept_apart):
        proposal = _proposal(corpus, group)
        for draft in group:
            iri_of[draft.at] = proposal.iri
        made.append((proposal, group))
        for draft, confidence, why in reasons:
            judgements.append(
                Judgement(
                    target=proposal.iri,
                    rule="one version of a proposal",
                    detail=f"{draft.proposal.label} in {draft.at[0]}: {why}",
                    confidence=round(confidence, 2),
                    evidence=tuple(
                        evidence(draft.reading, q) for q in draft.proposal.mentions[:1]
                    ),
                )
            )
    return Tabled(
        proposals=_chained(made, iri_of),
        judgements=tuple(judgements),
        iri_of=iri_of,
    )


def _proposal(corpus: Corpus, group: Sequence[Draft]) -> StoryProposal:
    stretch: Days | None = None
    for draft in group:
        if draft.days is not None:
            stretch = stretch.meet(draft.days) if stretch else draft.days
    if stretch is None:
        stretch = min((d.told for d in group if d.told), default=None)
    named = [d for d in group if d.proposal.proposer]
    best = min(
        group,
        key=lambda d: (
            d.side is None,
            not d.proposal.version,
            -len(d.proposal.provisions),
            d.place_in_line,
        ),
    )
    who = (
        corpus.iri(
            named[0].reading, named[0].proposal.proposer_id, named[0].proposal.proposer
        )
        if named
        else None
    )
    side = corpus.side(who)
    name = corpus.name(side, named[0].proposal.proposer if named else None)
    first = min(group, key=lambda draft: draft.place_in_line)
    spans = {evidence(d.reading, q) for d in group for q in d.proposal.mentions}
    anchor = digest(first.reading.article.id, str(first.place_in_line[2]))
    address = iri("proposal", best.proposal.label, anchor)
    return StoryProposal(
        iri=address,
        label=best.proposal.label,
        proposer=name,
        proposer_iri=side,
        addressee=next(
            (d.proposal.addressee for d in group if d.proposal.addressee), None
        ),
        date=written(stretch)[0],
        version=best.proposal.version,
        provisions=_provisions(address, group),
        event=next((d.happening for d in group if d.happening), None),
        evidence=tuple(sorted(spans, key=lambda e: (e.file, e.start, e.end))),
    )


def _provisions(address: str, group: Sequence[Draft]) -> tuple[StoryProvision, ...]:
    """Return each provision once, with its words in every article."""
    told: list[tuple[Draft, Provision, Wording]] = [
        (draft, provision, words)
        for draft in group
        for provision, words in zip(
            draft.proposal.provisions, draft.provisions, strict=True
        )
    ]
    groups: list[list[tuple[Draft, Provision, Wording]]] = []
    for one in told:
        for other in groups:
            if all(_same_provision(one, member) for member in other):
                other.append(one)
                break
        else:
            groups.append([one])
    provisions = []
    for members in groups:
        draft, first, _ = members[0]
        spans = tuple(
            sorted(
                {evidence(d.reading, p.quoted) for d, p, _ in members},
                key=lambda e: (e.file, e.start, e.end),
            )
        )
        condition = next(
            (evidence(d.reading, p.condition) for d, p, _ in members if p.condition),
            None,
        )
        provisions.append(
            StoryProvision(
                iri=iri(
                    "provision",
                    first.topic or "term",
                    address,
                    draft.reading.article.id,
                    str(first.quoted.start),
                ),
                topic=first.topic,
                topics=tuple(
                    dict.fromkeys(
                        t for _, p, _ in members for t in (p.topic, *p.topics) if t
                    )
                ),
                text=" ".join(first.quoted.text.split()),
                evidence=spans,
                condition=condition,
                quantities=first.quantities,
            )
        )
    return tuple(provisions)


def _same_provision(
    one: tuple[Draft, Provision, Wording], other: tuple[Draft, Provision, Wording]
) -> bool:
    a, b = one[1], other[1]
    if one[0].reading is other[0].reading:
        return a.quoted == b.quoted
    if [(q.value, q.unit) for q in a.quantities] != [
        (q.value, q.unit) for q in b.quantities
    ]:
        return False
    return a.topic == b.topic and similarity(one[2], other[2]) >= SAME_PROVISION


def _chained(
    made: Sequence[tuple[StoryProposal, list[Draft]]],
    iri_of: Mapping[tuple[str, str], str],
) -> tuple[StoryProposal, ...]:
    """Return the proposals in date order, each with the version that it revises."""
    by_iri = {proposal.iri: proposal for proposal, _ in made}
    chained = []
    for proposal, group in made:
        revises: list[str] = []
        for draft in group:
            article = draft.reading.article.id
            ids = [draft.proposal.revises] if draft.proposal.revises else []
            ids += [
                d.source
                for d in draft.reading.deviations
                if d.target == draft.proposal.id and d.source
            ]
            revises += [iri_of[article, i] for i in ids if (article, i) in iri_of]
        stated = sorted(
            {
                old
                for old in revises
                if old != proposal.iri and not _later(by_iri[old], proposal)
            },
            key=lambda old: (by_iri[old].date or "", old),
        )
        if not stated and any(draft.stage == 1 for draft in group):
            stated = sorted(
                (
                    other.iri
                    for other in by_iri.values()
                    if other.iri != proposal.iri
                    and other.proposer_iri == proposal.proposer_iri
                    and proposal.proposer_iri is not None
                    and other.date is not None
                    and proposal.date is not None
                    and other.date < proposal.date
                ),
                key=lambda old: (by_iri[old].date or "", old),
            )
        chained.append(replace(proposal, revision_of=stated[-1] if stated else None))
    return tuple(sorted(chained, key=lambda p: (p.date or "9", p.iri)))


def _later(one: StoryProposal, other: StoryProposal) -> bool:
    return bool(one.date and other.date and one.date > other.date)
