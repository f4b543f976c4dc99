"""Bind each claimed deviation to the two versions that it is between."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.records import Deviation, Reading
from graph.corpus import Corpus, evidence
from graph.naming import digest, iri, slug
from graph.story import StoryDeviation, StoryProposal
from graph.wording import similarity, wording

#: How alike two claims on one topic are that are one.
ALIKE = 0.5


def deviations(
    corpus: Corpus,
    proposals: Sequence[StoryProposal],
    proposal_of: Mapping[tuple[str, str], str],
    event_of: Mapping[tuple[str, str], str],
    statement_of: Mapping[tuple[str, str], str],
) -> tuple[StoryDeviation, ...]:
    """Return every claimed deviation once, sorted by day and topic."""
    found: list[StoryDeviation] = []
    for reading in corpus.readings:
        for record in reading.deviations:
            made = _deviation(
                corpus, reading, record, proposals, proposal_of, event_of, statement_of
            )
            if not any(_same(made, other) for other in found):
                found.append(made)
    return tuple(sorted(found, key=lambda d: (d.date or "9", d.topic, d.iri)))


def _same(one: StoryDeviation, other: StoryDeviation) -> bool:
    return (
        (one.topic, one.kind, one.date) == (other.topic, other.kind, other.date)
        and slug(one.claimed_by or "") == slug(other.claimed_by or "")
        and similarity(wording(one.new.text), wording(other.new.text)) >= ALIKE
    )


def _deviation(
    corpus: Corpus,
    reading: Reading,
    record: Deviation,
    proposals: Sequence[StoryProposal],
    proposal_of: Mapping[tuple[str, str], str],
    event_of: Mapping[tuple[str, str], str],
    statement_of: Mapping[tuple[str, str], str],
) -> StoryDeviation:
    article = reading.article.id
    claimant = corpus.iri(reading, None, record.claimed_by)
    said = next((s for s in reading.statements if s.id == record.statement), None)
    if said is not None and said.speaker == record.claimed_by:
        claimant = corpus.iri(reading, said.speaker_id, said.speaker)
    new = proposal_of.get((article, record.target or ""))
    old = proposal_of.get((article, record.source or ""))
    if new is None and old is None:
        new = _latest(proposals, record.date, corpus.side(claimant))
    by_iri = {proposal.iri: proposal for proposal in proposals}
    if old is None and new in by_iri:
        old = by_iri[new].revision_of
    if new is None and old is not None:
        new = next((p.iri for p in proposals if p.revision_of == old), None)
    if old == new:
        old = None
    return StoryDeviation(
        iri=iri(
            "deviation",
            f"{record.kind} {record.topic}",
            digest(article, str(record.new.start), record.topic, record.kind),
        ),
        topic=record.topic,
        kind=record.kind,
        source=old,
        target=new,
        claimed_by=corpus.name(claimant, record.claimed_by),
        claimed_by_iri=claimant,
        date=record.date,
        old=evidence(reading, record.old) if record.old else None,
        new=evidence(reading, record.new),
        statement=statement_of.get((article, record.statement or "")),
        event=_claiming(reading, record, event_of),
    )


def _latest(
    proposals: Sequence[StoryProposal], day: str | None, by: str | None
) -> str | None:
    """Return the latest revised version before the claim, of another side."""
    fitting = [
        p
        for p in proposals
        if p.revision_of and p.date and day and p.date <= day and p.proposer_iri != by
    ]
    return max(fitting, key=lambda p: (p.date or "", p.iri)).iri if fitting else None


def _claiming(
    reading: Reading, record: Deviation, event_of: Mapping[tuple[str, str], str]
) -> str | None:
    """Return the event of claiming it: of its statement, else the nearest before it."""
    events = [e for e in reading.events if e.type == "deviation"]
    own = [e for e in events if e.statement and e.statement == record.statement]
    before = sorted(
        (e for e in events if e.mentions[0].start <= record.new.end),
        key=lambda e: (-e.mentions[0].start, e.id),
    )
    for event in (*own, *before, *events):
        found = event_of.get((reading.article.id, event.id))
        if found:
            return found
    return None
