"""Put the versions of proposals together: provisions, days, what revises what."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from extract.records import Provision
from graph.corpus import Corpus, evidence
from graph.days import Days, written
from graph.happenings import Happened
from graph.naming import digest, iri
from graph.story import Judgement, StoryProposal, StoryProvision
from graph.titles import renamed
from graph.versions import Draft, drafts, versions
from graph.wording import Wording, similarity

#: How alike two provisions are that are one.
SAME_PROVISION: Final = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabled:
    """Proposals across articles, what became of each record, and why."""

    proposals: tuple[StoryProposal, ...]
    judgements: tuple[Judgement, ...]
    iri_of: Mapping[tuple[str, str], str]


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
    for group, reasons in versions(found, kept_apart):
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
    if not spans:
        spans = {
            evidence(d.reading, p.quoted) for d in group for p in d.proposal.provisions
        }
    anchor = digest(first.reading.article.id, str(first.place_in_line[3]))
    address = iri("proposal", best.proposal.label, anchor)
    return StoryProposal(
        iri=address,
        label=_label(corpus, best),
        proposer=name,
        proposer_iri=side,
        addressee=next(
            (d.proposal.addressee for d in group if d.proposal.addressee), None
        ),
        date=written(stretch)[0],
        version=best.proposal.version,
        provisions=_provisions(corpus, address, group),
        event=next((d.happening for d in group if d.happening), None),
        evidence=corpus.line.sorted(spans),
    )


def _label(corpus: Corpus, draft: Draft) -> str:
    """Return what a proposal is called, whoever put it under the name all know."""
    told = draft.proposal
    known = corpus.name(corpus.iri(draft.reading, told.proposer_id, told.proposer))
    if known is None or told.proposer is None or known.lower() in told.label.lower():
        return told.label
    label = renamed(told.label, told.proposer, known)
    return label[:1].upper() + label[1:]


def _provisions(
    corpus: Corpus, address: str, group: Sequence[Draft]
) -> tuple[StoryProvision, ...]:
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
        spans = corpus.line.sorted(
            {evidence(d.reading, p.quoted) for d, p, _ in members}
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
    shared = {a.topic, *a.topics} & {b.topic, *b.topics}
    return bool(shared) and similarity(one[2], other[2]) >= SAME_PROVISION


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
                    and _whose(other) == _whose(proposal) is not None
                    and other.date is not None
                    and proposal.date is not None
                    and other.date < proposal.date
                ),
                key=lambda old: (by_iri[old].date or "", old),
            )
        chained.append(replace(proposal, revision_of=stated[-1] if stated else None))
    return tuple(sorted(chained, key=lambda p: (p.date or "9", p.iri)))


def _whose(proposal: StoryProposal) -> str | None:
    """Return whose a proposal is, by IRI, else by name; ``None`` for nobody's."""
    return proposal.proposer_iri or proposal.proposer


def _later(one: StoryProposal, other: StoryProposal) -> bool:
    return bool(one.date and other.date and one.date > other.date)
