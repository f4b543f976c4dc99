"""For whom a person speaks: the state or body that the person's roles name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from extract.records import EntityKind, Mention


class Drafted(Protocol):
    """What is asked of an entity that is being read."""

    kind: EntityKind
    name: str
    side: str
    country: str | None
    mentions: dict[tuple[int, int], Mention]
    roles: list[tuple[int, int]]


D = TypeVar("D", bound=Drafted)


def affiliation_of(draft: D, drafts: Sequence[D]) -> D | None:
    """Return the entity a person or a seat speaks for, ``None`` where nothing says.

    The first body, seat or state named inside a role of the person, in reading
    order ("Kremlin spokesman", "head of the Russian delegation"). A seat of power
    speaks for its state, where the article names that too.
    """
    if draft.kind != "person":
        return next(
            (
                d
                for d in drafts
                if draft.side and d is not draft and d.name == draft.side
            ),
            None,
        )
    for start, end in sorted(draft.roles):
        inside = [
            (span, other)
            for other in drafts
            if other.kind in {"place", "organization", "party"}
            for span in other.mentions
            if start <= span[0] and span[1] <= end
        ]
        if inside:
            return min(inside, key=lambda x: x[0])[1]
    return None
