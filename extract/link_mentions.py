"""Words that relate events, statements and proposals of one article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.records import (
    Deviation,
    EventMention,
    LinkMention,
    Proposal,
    Quoted,
    Statement,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.event_participants import Cast


def find_links(
    doc: Doc,
    cast: Cast,
    statements: list[Statement],
    events: tuple[EventMention, ...],
    proposals: tuple[Proposal, ...],
    deviations: tuple[Deviation, ...],
) -> tuple[LinkMention, ...]:
    """Return the relations that words of the article state, in reading order."""
    return ()


_ = Final, Quoted
