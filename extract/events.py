"""Events of a document: what happened, was planned or was denied."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc

    from extract.records import Entity, EventMention, Statement, TimeExpression


def find_events(
    doc: Doc,
    *,
    entities: Iterable[Entity],
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    published: date | None,
) -> tuple[EventMention, ...]:
    """Return the events of ``doc`` in reading order."""
    return ()
