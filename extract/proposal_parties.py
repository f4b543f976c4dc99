"""Whose an agreement is: the sides that the article says agreed on it or signed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.event_cast import Part

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.event_cast import Cast
    from extract.proposal_drafts import ProposalDraft
    from extract.records import EventMention

#: Events of which the sides are those of the agreement, the surest first.
SIGNED: Final = ("agreement", "signing", "ceasefire")
#: How many sides one agreement is told to have.
SIDES: Final = (2, 3)


def signatories(
    draft: ProposalDraft, events: Iterable[EventMention], cast: Cast, first: int
) -> tuple[Part, ...]:
    """Return the sides of an agreement that is told without them.

    Taken from an event of agreeing, signing or stopping fire that the article tells
    of two or three named sides, the nearest to where the agreement is first told.
    None where the agreement is somebody's already.

    Args:
        draft: the agreement.
        events: the article's events.
        cast: its entities.
        first: where the agreement is first told, as a character.
    """
    if draft.kind != "agreement":
        return ()
    own = draft.event.id if draft.event is not None else None
    if draft.proposer is not None and not draft.mentions:
        events = [event for event in events if event.id == own]
    found = []
    for event in events:
        if event.type not in SIGNED or event.modality not in {"actual", "planned"}:
            continue
        named = [
            Part(name, entity, event.mentions[0].start)
            for name, entity in zip(
                event.participants, event.participant_ids, strict=True
            )
            if entity is not None and is_side(entity, cast)
        ]
        if not SIDES[0] <= len(named) <= SIDES[1]:
            continue
        if draft.proposer is not None and draft.proposer.id not in {
            part.id for part in named
        }:
            continue
        far = min(abs(quoted.start - first) for quoted in event.mentions)
        found.append((far, SIGNED.index(event.type), event.id, tuple(named)))
    return min(found, key=lambda item: item[:3])[3] if found else ()


def is_side(entity_id: str, cast: Cast) -> bool:
    """True for a party or an organisation, not a person or a place."""
    entity = cast.entities.get(entity_id)
    return entity is not None and entity.kind in {"party", "organization"}
