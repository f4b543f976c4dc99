"""What happened and who took part, as quads of the resolved graph."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from graph.days import days
from graph.facts import Facts
from graph.story import Phase, StoryEntity, StoryEvent
from graph.terms import EVENT_CLASSES, PL, RDFS, RESOLVED_GRAPH, SCHEMA, SEM, SKOS

ENTITY_CLASSES = {
    "person": (SCHEMA.Person, SEM.Actor),
    "place": (SCHEMA.Place, SEM.Place),
    "organization": (SCHEMA.Organization, SEM.Actor),
    "party": (PL.Party, SEM.Actor),
}

_FACTS = Facts(RESOLVED_GRAPH)


def entity_quads(entity: StoryEntity) -> Iterator[Quad]:
    """Yield a person, place, organisation or party with all its spellings."""
    node = entity.iri
    yield from _FACTS.types(node, *ENTITY_CLASSES[entity.kind])
    yield from _FACTS.text(node, SKOS.prefLabel, entity.name)
    others = (label for label in entity.labels if label != entity.name)
    yield from _FACTS.text(node, SKOS.altLabel, *others)
    yield from _FACTS.text(node, PL.role, *entity.roles)
    yield from _FACTS.text(node, SCHEMA.gender, entity.gender)
    yield from _FACTS.text(node, PL.country, entity.country)
    yield from _FACTS.link(node, PL.speaksFor, entity.affiliation)
    yield from _FACTS.link(node, SCHEMA.sameAs, *entity.same_as)


def event_quads(event: StoryEvent) -> Iterator[Quad]:
    """Yield an event: what, when, who, where, and how far it is claimed."""
    node = event.iri
    yield from _FACTS.types(node, PL.Event, SEM.Event, EVENT_CLASSES[event.type])
    yield from _FACTS.text(node, RDFS.label, event.label)
    stretch = days(event.begin, event.last)
    if stretch is not None and stretch.begin <= stretch.last:
        yield from _FACTS.day(node, SEM.hasBeginTimeStamp, stretch.begin)
        yield from _FACTS.day(node, SEM.hasEndTimeStamp, stretch.last)
    yield from _FACTS.text(node, PL.timexValue, range_value(event.begin, event.last))
    yield from _FACTS.text(node, PL.datePrecision, event.precision)
    yield from _FACTS.text(node, PL.dateBasis, event.date_basis)
    yield from _FACTS.text(node, PL.modality, event.modality)
    yield from _FACTS.link(node, SEM.hasActor, *event.participants)
    names = event.participant_names[len(event.participants) :]
    yield from _FACTS.text(node, PL.actorName, *names)
    yield from _FACTS.link(node, SEM.hasPlace, *event.places)
    yield from _FACTS.text(node, PL.placeName, *event.place_names[len(event.places) :])
    yield from _FACTS.text(node, PL.placeBasis, event.place_basis)
    yield from _FACTS.whole(node, PL.ordinal, event.ordinal)
    yield from _FACTS.topics(node, event.topics)
    yield from _FACTS.text(node, PL.ploverClass, event.plover)
    yield from _FACTS.link(node, PL.toldIn, *event.told_in)
    if event.denied:
        yield from _FACTS.truth(node, PL.denied, True)
    yield from _FACTS.confidence(node, event.confidence)


def range_value(begin: str | None, last: str | None) -> str | None:
    """Return one value for a stretch as read, ``None`` while it is unknown.

    >>> range_value("2022-03", "2022-03"), range_value("2022-09-23", "2022-09-27")
    ('2022-03', '2022-09-23/2022-09-27')
    """
    if begin is None:
        return None
    return begin if last is None or last == begin else f"{begin}/{last}"


def phase_quads(phase: Phase) -> Iterator[Quad]:
    """Yield a state of the negotiation, from a day on."""
    node = phase.iri
    yield from _FACTS.types(node, PL.Phase)
    yield from _FACTS.text(node, PL.phaseName, phase.name)
    yield from _FACTS.dated(node, SEM.hasBeginTimeStamp, phase.begin)
    yield from _FACTS.link(node, PL.beganWith, phase.event)
    yield from _FACTS.truth(node, PL.explained, phase.explained)
