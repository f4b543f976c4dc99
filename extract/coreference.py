"""He, the spokesman, Russia's chief negotiator: the person each one stands for."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from extract.records import Entity


def resolve_references(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities with their pronouns and descriptions as mentions."""
    return tuple(entities)
