"""Which names across articles are one person, place, organisation or party.

First stand-in: equal names of one kind are one; replaced by the real rules.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from extract.records import Entity, Reading
from graph.naming import iri, slug
from graph.story import Evidence, Judgement, StoryEntity


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Entities across articles and what each article's entity became."""

    entities: tuple[StoryEntity, ...]
    iri_of: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...] = ()
    suggestions: tuple[Judgement, ...] = field(default=())


def identify(readings: Sequence[Reading]) -> Identity:
    """Return one entity for each kind and name."""
    groups: dict[tuple[str, str], list[tuple[Reading, Entity]]] = {}
    iri_of: dict[tuple[str, str], str] = {}
    for reading in readings:
        for entity in reading.entities:
            groups.setdefault((entity.kind, slug(entity.name)), []).append(
                (reading, entity)
            )
            iri_of[reading.article.id, entity.id] = iri(entity.kind, entity.name)
    entities = []
    for (kind, _), members in sorted(groups.items()):
        first = members[0][1]
        said_for = [
            iri_of[r.article.id, e.affiliation]
            for r, e in members
            if e.affiliation and (r.article.id, e.affiliation) in iri_of
        ]
        spans = {
            Evidence(
                file=r.article.file,
                start=m.quoted.start,
                end=m.quoted.end,
                text=m.quoted.text,
                article=r.article.id,
            )
            for r, e in members
            for m in e.mentions
        }
        entities.append(
            StoryEntity(
                iri=iri(kind, first.name),
                kind=first.kind,
                name=first.name,
                labels=tuple(sorted({e.name for _, e in members})),
                roles=tuple(
                    dict.fromkeys(role for _, e in members for role in e.roles)
                ),
                country=next((e.country for _, e in members if e.country), None),
                affiliation=min(said_for, default=None),
                evidence=tuple(sorted(spans)),
            )
        )
    return Identity(
        entities=tuple(sorted(entities, key=lambda e: e.iri)), iri_of=iri_of
    )
