"""Give what was done at talks the place and the sides of the talks of its day.

One article tells that a delegation walked out on Tuesday, another that the talks of
that week were held in a town: the walkout was there. One tells that the talks of two
sides opened on Monday and only that "they collapsed" on Tuesday: the two sides' talks
collapsed. Only where one round of talks has those days.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from graph.days import Days
from graph.families import FRAMES, WHOEVER
from graph.story import Judgement, StoryEvent
from graph.telling import Telling

#: Why an event has a place that no telling of it names.
AT_TALKS: Final = "the talks of that day"
#: What is done at talks,
DONE_THERE: Final = frozenset(
    {"agreement", "impasse", "proposal", "rejection", "walkout"}
)
#: and what becomes of them, by all who talk.
JOINT: Final = frozenset({"agreement", "impasse"})
#: Days at most of what was done, and of the talks.
BRIEF: Final = 2
ROUND: Final = 14
#: How sure it is that what was done on the days of talks was done at them.
SURE: Final = 0.8


def placed_at_talks(
    events: Sequence[StoryEvent],
    days_of: Mapping[str, Days | None],
    tellings_of: Mapping[str, Sequence[Telling]],
) -> tuple[tuple[StoryEvent, ...], tuple[Judgement, ...]]:
    """Return events with the places and sides of the talks they were part of, and why.

    Args:
        events: events across articles.
        days_of: IRI of an event -> its days.
        tellings_of: IRI of an event -> its tellings.
    """
    talks = [
        event
        for event in events
        if event.type in FRAMES and event.modality == "actual"
        if (when := days_of[event.iri]) is not None and when.length <= ROUND
    ]
    out: list[StoryEvent] = []
    why: list[Judgement] = []
    for event in events:
        when, told = days_of[event.iri], tellings_of[event.iri]
        brief = when is not None and when.length <= BRIEF
        if event.type not in DONE_THERE or event.modality != "actual" or not brief:
            out.append(event)
            continue
        near = [t for t in talks if _meet(days_of[t.iri], when)]
        sides = _sides(told)
        if held := _sides_of(event, told, near, tellings_of):
            sides = _sides(tellings_of[held.iri])
            event = replace(
                event,
                participants=held.participants,
                participant_names=held.participant_names,
            )
            why.append(_because(event, "by those who held the talks of its day", held))
        if held := _place_of(event, sides, near, tellings_of):
            event = replace(
                event,
                places=held.places,
                place_names=held.place_names,
                place_basis=AT_TALKS,
            )
            why.append(_because(event, "held where the talks of its day were", held))
        out.append(event)
    return tuple(out), tuple(why)


def _meet(one: Days | None, other: Days | None) -> bool:
    return one is not None and other is not None and one.meet(other) is not None


def _place_of(
    event: StoryEvent,
    sides: frozenset[str],
    near: Iterable[StoryEvent],
    tellings_of: Mapping[str, Sequence[Telling]],
) -> StoryEvent | None:
    """Return talks of one of its sides in the one place that talks were held in."""
    if event.place_names:
        return None
    held = [talks for talks in near if talks.place_names]
    if len({talks.place_names for talks in held}) != 1:
        return None
    mine = [talks for talks in held if sides & _sides(tellings_of[talks.iri])]
    return mine[0] if mine and len(mine[0].place_names) == 1 else None


def _sides_of(
    event: StoryEvent,
    told: Sequence[Telling],
    near: Iterable[StoryEvent],
    tellings_of: Mapping[str, Sequence[Telling]],
) -> StoryEvent | None:
    """Return the only talks that an article beside it tells, where it names nobody."""
    if event.type not in JOINT or _sides(told):
        return None
    articles = {telling.at[0] for telling in told}
    held = [
        talks
        for talks in near
        if len(_sides(tellings_of[talks.iri])) > 1
        and articles & {telling.at[0] for telling in tellings_of[talks.iri]}
    ]
    return held[0] if len(held) == 1 else None


def _sides(told: Iterable[Telling]) -> frozenset[str]:
    """Return the keys of whoever has a name."""
    return frozenset(key for t in told for key in t.sides | t.actors) - WHOEVER


def _because(event: StoryEvent, rule: str, talks: StoryEvent) -> Judgement:
    return Judgement(
        target=event.iri,
        rule=rule,
        detail=f"{talks.label}, {talks.begin} to {talks.last}",
        confidence=SURE,
        evidence=talks.evidence[:1],
    )
