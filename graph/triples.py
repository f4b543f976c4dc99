"""A story in, quads out: pure, sorted, without blank nodes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from importlib.metadata import PackageNotFoundError, version
from itertools import chain
from typing import Protocol, TypeVar

from pyoxigraph import NamedNode, Quad

from graph import claim_triples as claims
from graph.article_triples import (
    article_quads,
    denoting_quads,
    span_quads,
    statement_quads,
)
from graph.event_triples import entity_quads, event_quads, phase_quads
from graph.facts import Facts, topic_iri
from graph.naming import BASE, article_iri
from graph.story import Evidence, Judgement, Story, StoryProvision
from graph.terms import LOG_GRAPH, PL, PROV, RESOLVED_GRAPH, SCHEMA, SKOS, TOPICS

__all__ = ["quads", "sort_key"]


class _Named(Protocol):
    """Anything with an IRI."""

    @property
    def iri(self) -> str: ...


_N = TypeVar("_N", bound=_Named)


def quads(story: Story) -> Iterator[Quad]:
    """Yield a story as quads, each once, sorted by graph, subject, predicate, object.

    One named graph holds what was read from one article (its IRI is the article's);
    ``graph/resolved`` what is known across articles; ``graph/log`` what was read by
    which version of Parley. The same story always yields the same quads.

    >>> list(quads(Story(articles=())))
    []
    """
    story = _once(story)
    unique = set(chain(_read(story), _resolved(story), _log(story)))
    yield from sorted(unique, key=sort_key)


def _once(story: Story) -> Story:
    """Return the story with one record an IRI: the first, by all that it says.

    Two records of one IRI would give a thing two labels or two contents.
    """
    terms: dict[str, StoryProvision] = {}
    for proposal in sorted(story.proposals, key=str):
        for term in proposal.provisions:
            terms.setdefault(term.iri, term)
    proposals = tuple(
        replace(each, provisions=tuple(terms[term.iri] for term in each.provisions))
        for each in story.proposals
    )
    return replace(
        story,
        entities=_first_by_iri(story.entities),
        events=_first_by_iri(story.events),
        statements=_first_by_iri(story.statements),
        speech_acts=_first_by_iri(story.speech_acts),
        proposals=_first_by_iri(proposals),
        deviations=_first_by_iri(story.deviations),
        links=_first_by_iri(story.links),
        positions=_first_by_iri(story.positions),
        phases=_first_by_iri(story.phases),
        judgements=_surest(story.judgements),
    )


def _first_by_iri(records: tuple[_N, ...]) -> tuple[_N, ...]:
    return tuple({each.iri: each for each in sorted(records, key=str)[::-1]}.values())


def _surest(judgements: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    by_iri: dict[str, Judgement] = {}
    for each in judgements:
        node = claims.judgement_iri(each)
        known = by_iri.get(node)
        if known is None or each.confidence > known.confidence:
            by_iri[node] = each
    return tuple(by_iri.values())


def sort_key(quad: Quad) -> tuple[str, str, str, str]:
    """Return what quads are sorted by: graph, subject, predicate, object.

    >>> sort_key(next(Facts("urn:g").link("urn:a", "urn:p", "urn:b")))[0]
    '<urn:g>'
    """
    return (
        str(quad.graph_name),
        str(quad.subject),
        "" if quad.predicate == _TYPE else str(quad.predicate),
        str(quad.object),
    )


_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


def _read(story: Story) -> Iterator[Quad]:
    """What stands in the articles' own graphs."""
    entity_named = _entities_by_name(story)
    for article in story.articles:
        yield from article_quads(article)
    for said in story.statements:
        yield from statement_quads(said, entity_named)
    for thing, evidence in _denoted(story):
        yield from denoting_quads(thing, evidence)
    for each in _all_words(story):
        yield from span_quads(each.article, each.start, each.end, each.text)


def _entities_by_name(story: Story) -> dict[str, str]:
    """IRIs by name, of actors whose name no other actor has."""
    actors = [entity for entity in story.entities if entity.kind != "place"]
    count = Counter(entity.name for entity in actors)
    return {each.name: each.iri for each in actors if count[each.name] == 1}


class _Denoted(_Named, Protocol):
    """Anything with an IRI that words of articles denote."""

    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


def _denoted(story: Story) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """Everything but statements that words denote, with the words."""
    provisions = (each for p in story.proposals for each in p.provisions)
    denoted: Iterator[_Denoted] = chain(
        story.entities,
        story.events,
        story.proposals,
        provisions,
        story.links,
        story.positions,
        story.phases,
    )
    for thing in denoted:
        yield thing.iri, thing.evidence
    for deviation in story.deviations:
        old = () if deviation.old is None else (deviation.old,)
        yield deviation.iri, (*old, deviation.new)
    for judgement in story.judgements:
        yield claims.judgement_iri(judgement), judgement.evidence


def _all_words(story: Story) -> set[Evidence]:
    """All words of articles that anything points at."""
    found: set[Evidence] = set()
    for _, evidence in _denoted(story):
        found.update(evidence)
    for said in story.statements:
        found.update(said.evidence, said.source, said.cue)
        if said.sentence is not None:
            found.add(said.sentence)
    for proposal in story.proposals:
        for provision in proposal.provisions:
            if provision.condition is not None:
                found.add(provision.condition)
            for quantity in provision.quantities:
                words = claims.quantity_words(provision, quantity)
                if words is not None:
                    found.add(words)
    return found


def _resolved(story: Story) -> Iterator[Quad]:
    """What is known across articles."""
    entity_named = _entities_by_name(story)
    for entity in story.entities:
        yield from entity_quads(entity)
    for event in story.events:
        yield from event_quads(event)
    for act in story.speech_acts:
        yield from claims.speech_act_quads(act)
    for proposal in story.proposals:
        yield from claims.proposal_quads(proposal, entity_named)
    for deviation in story.deviations:
        yield from claims.deviation_quads(deviation)
    for link in story.links:
        yield from claims.link_quads(link)
    for position in story.positions:
        yield from claims.position_quads(position)
    for phase in story.phases:
        yield from phase_quads(phase)
    for judgement in story.judgements:
        yield from claims.judgement_quads(judgement)
    facts = Facts(RESOLVED_GRAPH)
    for rank, thing in enumerate(story.main_line, start=1):
        yield from facts.whole(thing, PL.mainLineRank, rank)
    for name in _topics(story):
        node = topic_iri(name)
        yield from facts.types(node, SKOS.Concept)
        yield from facts.text(node, SKOS.prefLabel, name)
        yield from facts.link(node, SKOS.inScheme, TOPICS)
    if story.articles:
        yield from facts.types(TOPICS, SKOS.ConceptScheme)
        yield from facts.text(TOPICS, SKOS.prefLabel, "Topics of negotiations")


def _topics(story: Story) -> set[str]:
    names: set[str] = set()
    for event in story.events:
        names.update(event.topics)
    for said in story.statements:
        names.update(said.topics)
    for act in story.speech_acts:
        names.update(act.topics)
    for proposal in story.proposals:
        for provision in proposal.provisions:
            names.update((provision.topic, *provision.topics))
    names.update(each.topic for each in story.deviations)
    names.update(each.topic for each in story.positions)
    return names


def _log(story: Story) -> Iterator[Quad]:
    """Which article was read by what; no clock, so that builds can be compared."""
    facts = Facts(LOG_GRAPH)
    number = _version()
    reader = f"{BASE}software/parley-{number}"
    for article in story.articles:
        node = f"{BASE}reading/{article.id}"
        yield from facts.types(node, PL.Reading, PROV.Activity)
        yield from facts.link(node, PROV.used, article_iri(article.id))
        yield from facts.link(node, PROV.wasAssociatedWith, reader)
    if story.articles:
        yield from facts.types(reader, PROV.SoftwareAgent)
        yield from facts.text(reader, SCHEMA.softwareVersion, number)


def _version() -> str:
    try:
        return version("parleygraph")
    except PackageNotFoundError:
        return "0"
