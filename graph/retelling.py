"""A store in, the story out: the way back from triples to records.

Rows, the event graph and ``why`` are made from the story that a store holds, so
that everything they say is in the graph. ``retell`` undoes ``triples.quads``: only
the order of a set (who took part, labels) is not kept, and comes back sorted.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import cast

from pyoxigraph import Quad

from extract.records import Article, Block, EntityKind, Modality, PublishedBasis
from graph import retold_claims as claims
from graph.phases import in_line
from graph.story import Phase, Story, StoryEntity, StoryEvent
from graph.terms import EVENT_CLASSES, NIF, PL, RDFS, SCHEMA, SEM, SKOS
from graph.told import Told

__all__ = ["retell"]

_KINDS: dict[str, EntityKind] = {
    str(SCHEMA.Person): "person",
    str(SCHEMA.Place): "place",
    str(SCHEMA.Organization): "organization",
    str(PL.Party): "party",
}


def retell(quads: Iterable[Quad]) -> Story:
    """Return the story that quads tell.

    Args:
        quads: all quads of a store; those of the reading log and of corrections are
            passed over (corrections are already part of what was resolved).

    >>> retell([]) == Story(articles=())
    True
    """
    told = Told(quads)
    ranked = sorted((int(rank), thing) for thing, rank in told.having(PL.mainLineRank))
    return Story(
        articles=_articles(told),
        entities=_entities(told),
        events=_events(told),
        statements=claims.statements(told),
        speech_acts=claims.speech_acts(told),
        proposals=claims.proposals(told),
        deviations=claims.deviations(told),
        links=claims.links(told),
        positions=claims.positions(told),
        phases=_phases(told),
        main_line=tuple(thing for _, thing in ranked),
        judgements=claims.judgements(told),
    )


def _articles(told: Told) -> tuple[Article, ...]:
    blocks: dict[str, list[Block]] = {}
    for place, kind in told.having(PL.blockKind):
        block = Block(
            start=int(told.need(place, NIF.beginIndex)),
            end=int(told.need(place, NIF.endIndex)),
            kind=kind,  # type: ignore[arg-type]
        )
        blocks.setdefault(told.need(place, NIF.referenceContext), []).append(block)
    found = []
    for node in told.of_class(PL.Article):
        outlet = told.one(node, SCHEMA.publisher)
        day = told.one(node, SCHEMA.datePublished)
        reasons = told.one(node, PL.publishedReasons)
        own = blocks.get(node, [])
        found.append(
            Article(
                file=told.need(node, PL.file),
                id=told.need(node, SCHEMA.identifier),
                title=told.one(node, SCHEMA.headline),
                publisher=None if outlet is None else told.one(outlet, SKOS.prefLabel),
                url=told.one(node, SCHEMA.url),
                published=None if day is None else date.fromisoformat(day),
                published_basis=cast(
                    "PublishedBasis | None", told.one(node, PL.publishedBasis)
                ),
                published_reasons=tuple(reasons.split("\n")) if reasons else (),
                published_candidates=tuple(
                    date.fromisoformat(each)
                    for each in told.all(node, PL.publishedCandidate)
                ),
                text=told.need(node, NIF.isString),
                blocks=tuple(sorted(own, key=lambda block: (block.start, block.end))),
            )
        )
    return tuple(found)


def _entities(told: Told) -> tuple[StoryEntity, ...]:
    found = []
    for name, kind in _KINDS.items():
        for node in told.of_class(name):
            preferred = told.need(node, SKOS.prefLabel)
            others = told.all(node, SKOS.altLabel)
            found.append(
                StoryEntity(
                    iri=node,
                    kind=kind,
                    name=preferred,
                    labels=tuple(sorted({preferred, *others})),
                    roles=told.all(node, PL.role),
                    gender=told.one(node, SCHEMA.gender),
                    country=told.one(node, PL.country),
                    affiliation=told.one(node, PL.speaksFor),
                    same_as=told.all(node, SCHEMA.sameAs),
                    evidence=told.words(node),
                )
            )
    return tuple(sorted(found, key=lambda entity: entity.iri))


def _events(told: Told) -> tuple[StoryEvent, ...]:
    found = []
    for kind, name in EVENT_CLASSES.items():
        for node in told.of_class(name):
            begin, _, last = told.need(node, PL.timexValue).partition("/")
            actors = told.all(node, SEM.hasActor)
            places = told.all(node, SEM.hasPlace)
            ordinal = told.one(node, PL.ordinal)
            found.append(
                StoryEvent(
                    iri=node,
                    type=kind,
                    label=told.need(node, RDFS.label),
                    begin=begin or None,
                    last=last or begin or None,
                    precision=told.need(node, PL.datePrecision),
                    date_basis=told.need(node, PL.dateBasis),
                    modality=cast("Modality", told.need(node, PL.modality)),
                    participants=actors,
                    participant_names=(
                        *told.names(actors),
                        *told.all(node, PL.actorName),
                    ),
                    places=places,
                    place_names=(*told.names(places), *told.all(node, PL.placeName)),
                    place_basis=told.need(node, PL.placeBasis),
                    ordinal=None if ordinal is None else int(ordinal),
                    topics=told.topics(node),
                    plover=told.one(node, PL.ploverClass),
                    told_in=told.all(node, PL.toldIn),
                    denied=told.one(node, PL.denied) in {"true", "1"},
                    confidence=float(told.need(node, PL.confidence) or 1),
                    evidence=told.words(node),
                )
            )
    return tuple(sorted(found, key=_in_time))


def _in_time(event: StoryEvent) -> tuple[str, str, str]:
    return (event.begin or "9999", event.last or "9999", event.iri)


def _phases(told: Told) -> tuple[Phase, ...]:
    found = [
        Phase(
            iri=node,
            name=told.need(node, PL.phaseName),
            begin=told.one(node, PL.timexValue),
            event=told.need(node, PL.beganWith),
            explained=told.one(node, PL.explained) in {"true", "1"},
            evidence=told.words(node),
        )
        for node in told.of_class(PL.Phase)
    ]
    return tuple(sorted(found, key=in_line))
