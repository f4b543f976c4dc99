"""What was proposed, claimed and related, as quads of the resolved graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import Quad

from extract.records import Quantity
from graph.facts import Facts, topic_iri
from graph.naming import iri, span_iri
from graph.story import (
    Evidence,
    Judgement,
    Link,
    Position,
    SpeechAct,
    StoryDeviation,
    StoryProposal,
    StoryProvision,
)
from graph.terms import PL, PROV, RDFS, RELATIONS, RESOLVED_GRAPH, SCHEMA

_FACTS = Facts(RESOLVED_GRAPH)


def speech_act_quads(act: SpeechAct) -> Iterator[Quad]:
    """Yield one utterance; its reports point at it from their articles."""
    node = act.iri
    yield from _FACTS.types(node, PL.SpeechAct)
    yield from _FACTS.text(node, RDFS.label, act.label)
    yield from _FACTS.link(node, PL.speaker, act.speaker_iri)
    yield from _FACTS.text(node, PL.speakerName, act.speaker)
    yield from _FACTS.dated(node, PL.saidOn, act.date)
    yield from _FACTS.topics(node, act.topics)
    yield from _FACTS.whole(node, PL.origins, act.origins)


def proposal_quads(
    proposal: StoryProposal, entity_named: Mapping[str, str]
) -> Iterator[Quad]:
    """Yield one version of a proposal with its provisions."""
    node = proposal.iri
    yield from _FACTS.types(node, PL.Proposal)
    yield from _FACTS.text(node, RDFS.label, proposal.label)
    yield from _FACTS.link(node, PL.proposer, proposal.proposer_iri)
    yield from _FACTS.text(node, PL.proposerName, proposal.proposer)
    if proposal.addressee is not None:
        addressee = entity_named.get(proposal.addressee)
        yield from _FACTS.link(node, PL.addressee, addressee)
        yield from _FACTS.text(node, PL.addresseeName, proposal.addressee)
    yield from _FACTS.dated(node, PL.proposedOn, proposal.date)
    yield from _FACTS.text(node, PL.version, proposal.version)
    yield from _FACTS.link(node, PL.revisionOf, proposal.revision_of)
    yield from _FACTS.link(node, PROV.wasRevisionOf, proposal.revision_of)
    yield from _FACTS.link(node, PL.putIn, proposal.event)
    for provision in proposal.provisions:
        yield from _FACTS.link(node, PL.hasProvision, provision.iri)
        yield from _provision_quads(provision)


def _provision_quads(provision: StoryProvision) -> Iterator[Quad]:
    node = provision.iri
    yield from _FACTS.types(node, PL.Provision)
    yield from _FACTS.link(node, PL.mainTopic, topic_iri(provision.topic))
    yield from _FACTS.topics(node, (provision.topic, *provision.topics))
    yield from _FACTS.text(node, PL.text, provision.text)
    if provision.condition is not None:
        yield from _FACTS.words(node, (provision.condition,), PL.condition)
    for quantity in provision.quantities:
        yield from _quantity_quads(provision, quantity)


def _quantity_quads(provision: StoryProvision, quantity: Quantity) -> Iterator[Quad]:
    quoted = quantity.quoted
    node = iri(
        "quantity", quoted.text, provision.iri, str(quoted.start), str(quoted.end)
    )
    yield from _FACTS.link(provision.iri, PL.hasQuantity, node)
    yield from _FACTS.types(node, PL.Quantity)
    yield from _FACTS.decimal(node, SCHEMA.value, quantity.value)
    yield from _FACTS.text(node, SCHEMA.unitText, quantity.unit)
    words = quantity_words(provision, quantity)
    if words is not None:
        yield from _FACTS.words(node, (words,))


def quantity_words(provision: StoryProvision, quantity: Quantity) -> Evidence | None:
    """Return a provision's number as words of the article it stands in.

    ``None`` where it stands in none of the provision's evidence.
    """
    quoted = quantity.quoted
    for each in provision.evidence:
        within = each.text[quoted.start - each.start : quoted.end - each.start]
        if each.start <= quoted.start and within == quoted.text:
            return Evidence(
                file=each.file,
                start=quoted.start,
                end=quoted.end,
                text=quoted.text,
                article=each.article,
            )
    return None


def deviation_quads(deviation: StoryDeviation) -> Iterator[Quad]:
    """Yield a claim that a later version departs from an earlier one."""
    node = deviation.iri
    yield from _FACTS.types(node, PL.ClaimedDeviation)
    yield from _FACTS.link(node, PL.mainTopic, topic_iri(deviation.topic))
    yield from _FACTS.topics(node, (deviation.topic,))
    yield from _FACTS.text(node, PL.changeKind, deviation.kind)
    yield from _FACTS.link(node, PL.earlier, deviation.source)
    yield from _FACTS.link(node, PL.later, deviation.target)
    if deviation.source is not None and deviation.target is not None:
        yield from _FACTS.link(deviation.target, PL.deviatesFrom, deviation.source)
    yield from _FACTS.link(node, PL.claimedBy, deviation.claimed_by_iri)
    yield from _FACTS.text(node, PL.claimedByName, deviation.claimed_by)
    yield from _FACTS.dated(node, PL.claimedOn, deviation.date)
    yield from _FACTS.link(node, PL.claimedIn, deviation.statement)
    yield from _FACTS.link(node, PL.claimEvent, deviation.event)
    if deviation.old is not None:
        yield from _FACTS.words(node, (deviation.old,), PL.oldWords)
    yield from _FACTS.words(node, (deviation.new,), PL.newWords)


def link_quads(link: Link) -> Iterator[Quad]:
    """Yield a relation twice: directly, and as a link with its words and rule."""
    term = RELATIONS[link.relation]
    yield from _FACTS.link(link.source, term, link.target)
    if term == PL.revisionOf:
        yield from _FACTS.link(link.source, PROV.wasRevisionOf, link.target)
    yield from _FACTS.types(link.iri, PL.Link)
    yield from _FACTS.link(link.iri, PL["from"], link.source)
    yield from _FACTS.link(link.iri, PL.to, link.target)
    yield from _FACTS.link(link.iri, PL.relation, term)
    yield from _FACTS.text(link.iri, PL.rule, link.rule)
    yield from _FACTS.confidence(link.iri, link.confidence)
    yield from _FACTS.text(link.iri, PL.concerns, link.about)


def position_quads(position: Position) -> Iterator[Quad]:
    """Yield where a side stands on a topic on a day."""
    node = position.iri
    yield from _FACTS.types(node, PL.Position)
    yield from _FACTS.link(node, PL.side, position.side)
    yield from _FACTS.link(node, PL.holder, position.holder)
    yield from _FACTS.topics(node, (position.topic,))
    yield from _FACTS.text(node, PL.stance, position.stance)
    yield from _FACTS.dated(node, PL.heldOn, position.date)
    yield from _FACTS.text(node, PL.text, position.text)
    yield from _FACTS.link(node, PROV.wasDerivedFrom, position.origin)
    yield from _FACTS.whole(node, PL.outlets, position.outlets)


def judgement_iri(judgement: Judgement) -> str:
    """Return the IRI of a judgement, minted from what it says about what, and why."""
    said = (judgement.target, judgement.rule, judgement.detail)
    places = sorted(span_iri(e.article, e.start, e.end) for e in judgement.evidence)
    return iri("judgement", judgement.rule, *said, *places)


def judgement_quads(judgement: Judgement) -> Iterator[Quad]:
    """Yield why something across articles was taken to be so."""
    node = judgement_iri(judgement)
    yield from _FACTS.types(node, PL.Judgement)
    yield from _FACTS.link(node, PL.judged, judgement.target)
    yield from _FACTS.text(node, PL.rule, judgement.rule)
    yield from _FACTS.text(node, PL.detail, judgement.detail)
    yield from _FACTS.confidence(node, judgement.confidence)
