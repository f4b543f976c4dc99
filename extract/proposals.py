"""Proposals of a document with their provisions, deviations and links."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc

    from extract.records import (
        Deviation,
        Entity,
        EventMention,
        LinkMention,
        Proposal,
        Statement,
        TimeExpression,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one article says about proposals, and how its things relate."""

    proposals: tuple[Proposal, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    links: tuple[LinkMention, ...] = ()


def find_proposals(
    doc: Doc,
    *,
    entities: Iterable[Entity],
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    events: Iterable[EventMention],
    published: date | None,
) -> Found:
    """Return the proposals, deviations and links of ``doc``."""
    return Found()
