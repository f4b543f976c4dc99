"""Read back from a store what was said, proposed, claimed and related."""

from __future__ import annotations

from typing import cast

from extract.records import Act, ChangeKind, Quantity, Quoted, Stance, StatementKind
from graph.story import (
    Evidence,
    Judgement,
    Link,
    Position,
    SpeechAct,
    StoryDeviation,
    StoryProposal,
    StoryProvision,
    StoryStatement,
)
from graph.terms import PL, PROV, RDFS, RELATIONS, SCHEMA, SKOS
from graph.told import Told

_RELATION_NAMES = {str(term): name for name, term in RELATIONS.items()}


def _first(words: tuple[Evidence, ...]) -> Evidence | None:
    return words[0] if words else None


def statements(told: Told) -> tuple[StoryStatement, ...]:
    """Return all reports of something said, by date and place of reading."""
    found = []
    for node in told.of_class(PL.Statement):
        article = told.need(node, PL.reportedIn)
        chain = told.need(node, PL.reportingChain)
        found.append(
            StoryStatement(
                iri=node,
                speaker=told.one(node, PL.speakerName),
                speaker_iri=told.one(node, PL.speaker),
                content=told.need(node, PL.content),
                kind=cast("StatementKind", told.need(node, PL.kind)),
                act=cast("Act", told.need(node, PL.act)),
                date=told.one(node, PL.timexValue),
                date_basis=told.one(node, PL.dateBasis),
                cue_kind=told.need(node, PL.cueKind),
                via=tuple(chain.split("; ")) if chain else (),
                topics=told.topics(node),
                stance=cast("Stance", told.need(node, PL.stance)),
                inside=told.one(node, PL.inside),
                article=told.need(article, SCHEMA.identifier),
                speech_act=told.need(node, PL.reports),
                evidence=told.words(node),
                source=told.words(node, PL.source),
                cue=told.words(node, PL.cue),
                sentence=_first(told.words(node, PL.sentence)),
            )
        )
    return tuple(
        sorted(
            found,
            key=lambda said: (
                said.date or "9999",
                [*map(told.line.at, said.evidence)],
                said.iri,
            ),
        )
    )


def speech_acts(told: Told) -> tuple[SpeechAct, ...]:
    """Return all utterances with their reports, by IRI."""
    reports: dict[str, list[str]] = {}
    for report in told.of_class(PL.Statement):
        for act in told.all(report, PL.reports):
            reports.setdefault(act, []).append(report)
    return tuple(
        SpeechAct(
            iri=node,
            label=told.need(node, RDFS.label),
            speaker=told.one(node, PL.speakerName),
            speaker_iri=told.one(node, PL.speaker),
            date=told.one(node, PL.timexValue),
            topics=told.topics(node),
            reports=tuple(reports.get(node, ())),
            origins=int(told.need(node, PL.origins) or 1),
        )
        for node in told.of_class(PL.SpeechAct)
    )


def proposals(told: Told) -> tuple[StoryProposal, ...]:
    """Return all versions of proposals, by date; provisions in reading order."""
    found = [
        StoryProposal(
            iri=node,
            label=told.need(node, RDFS.label),
            proposer=told.one(node, PL.proposerName),
            proposer_iri=told.one(node, PL.proposer),
            addressee=told.one(node, PL.addresseeName),
            date=told.one(node, PL.timexValue),
            version=told.need(node, PL.version),
            revision_of=told.one(node, PL.revisionOf),
            provisions=_provisions(told, node),
            event=told.one(node, PL.putIn),
            evidence=told.words(node),
        )
        for node in told.of_class(PL.Proposal)
    ]
    return tuple(sorted(found, key=lambda each: (each.date or "9999", each.iri)))


def _provisions(told: Told, proposal: str) -> tuple[StoryProvision, ...]:
    found = []
    for node in told.all(proposal, PL.hasProvision):
        main = told.names(told.all(node, PL.mainTopic))[:1]
        topic = main[0] if main else ""
        others = tuple(name for name in told.topics(node) if name != topic)
        found.append(
            StoryProvision(
                iri=node,
                topic=topic,
                topics=(topic, *others),
                text=told.need(node, PL.text),
                evidence=told.words(node),
                condition=_first(told.words(node, PL.condition)),
                quantities=_quantities(told, node),
            )
        )
    return tuple(
        sorted(found, key=lambda each: ([*map(told.line.at, each.evidence)], each.iri))
    )


def _quantities(told: Told, provision: str) -> tuple[Quantity, ...]:
    found = []
    for node in told.all(provision, PL.hasQuantity):
        for words in told.words(node)[:1]:
            quoted = Quoted(start=words.start, end=words.end, text=words.text)
            value = float(told.need(node, SCHEMA.value))
            unit = told.need(node, SCHEMA.unitText)
            found.append(Quantity(quoted=quoted, value=value, unit=unit))
    return tuple(sorted(found, key=lambda each: each.quoted.start))


def deviations(told: Told) -> tuple[StoryDeviation, ...]:
    """Return all claims that a later version departs from an earlier one, by date."""
    found = []
    for node in told.of_class(PL.ClaimedDeviation):
        new = _first(told.words(node, PL.newWords))
        if new is None:
            continue
        found.append(
            StoryDeviation(
                iri=node,
                topic=told.need(told.need(node, PL.mainTopic), SKOS.prefLabel),
                kind=cast("ChangeKind", told.need(node, PL.changeKind)),
                source=told.one(node, PL.earlier),
                target=told.one(node, PL.later),
                claimed_by=told.one(node, PL.claimedByName),
                claimed_by_iri=told.one(node, PL.claimedBy),
                date=told.one(node, PL.timexValue),
                old=_first(told.words(node, PL.oldWords)),
                new=new,
                statement=told.one(node, PL.claimedIn),
                event=told.one(node, PL.claimEvent),
            )
        )
    return tuple(
        sorted(found, key=lambda d: (d.date or "9999", told.line.at(d.new), d.iri))
    )


def links(told: Told) -> tuple[Link, ...]:
    """Return all relations with their words, by IRI."""
    return tuple(
        Link(
            iri=node,
            source=told.need(node, PL["from"]),
            target=told.need(node, PL.to),
            relation=_RELATION_NAMES[told.need(node, PL.relation)],
            rule=told.need(node, PL.rule),
            confidence=float(told.need(node, PL.confidence) or 1),
            about=told.need(node, PL.concerns),
            evidence=told.words(node),
        )
        for node in told.of_class(PL.Link)
        if told.one(node, PL.relation) in _RELATION_NAMES
    )


def positions(told: Told) -> tuple[Position, ...]:
    """Return where sides stand, by topic, date and side."""
    found = []
    for node in told.of_class(PL.Position):
        side, holder = told.need(node, PL.side), told.one(node, PL.holder)
        found.append(
            Position(
                iri=node,
                side=side,
                side_name=told.need(side, SKOS.prefLabel),
                holder=holder,
                holder_name=None
                if holder is None
                else told.one(holder, SKOS.prefLabel),
                topic="".join(told.topics(node)[:1]),
                stance=cast("Stance", told.need(node, PL.stance)),
                date=told.one(node, PL.timexValue),
                text=told.need(node, PL.text),
                origin=told.need(node, PROV.wasDerivedFrom),
                outlets=int(told.need(node, PL.outlets) or 1),
                evidence=told.words(node),
            )
        )
    return tuple(
        sorted(
            found,
            key=lambda each: (
                each.topic,
                each.date or "9999",
                each.side_name,
                each.iri,
            ),
        )
    )


def judgements(told: Told) -> tuple[Judgement, ...]:
    """Return why things across articles were taken to be so, by target and rule."""
    found = [
        Judgement(
            target=told.need(node, PL.judged),
            rule=told.need(node, PL.rule),
            detail=told.need(node, PL.detail),
            confidence=float(told.need(node, PL.confidence) or 1),
            evidence=told.words(node),
        )
        for node in told.of_class(PL.Judgement)
    ]
    return tuple(sorted(found, key=lambda each: (each.target, each.rule, each.detail)))


__all__ = [
    "deviations",
    "judgements",
    "links",
    "positions",
    "proposals",
    "speech_acts",
    "statements",
]
