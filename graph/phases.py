"""Read the states that a negotiation goes through from its events.

A phase begins with the event that brings it about and lasts until the next. It is
explained where the texts relate that event to something before it, or give words for
why; a transition that they leave open is kept and marked so.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from graph.board import Board
from graph.days import days
from graph.mainline import BACKGROUND
from graph.naming import digest, iri
from graph.story import Link, Phase, StoryEvent

#: The phase that a type of event begins.
BEGINS: Final = {
    "proposal": "proposed",
    "talks": "under discussion",
    "deviation": "countered",
    "rejection": "rejected",
    "impasse": "deadlocked",
    "walkout": "suspended",
    "agreement": "agreed",
    "signing": "signed",
}
#: The phases, in the order in which those of one day are told.
NAMES: Final = (
    "under discussion",
    "resumed",
    "proposed",
    "countered",
    "rejected",
    "deadlocked",
    "suspended",
    "agreed",
    "signed",
)
#: Phases after which talks are a resumption.
HALTED: Final = frozenset({"deadlocked", "suspended", "rejected"})
#: Relations that say what a turn follows from.
EXPLAINING: Final = frozenset({"respondsTo", "leadsTo", "deviatesFrom", "contradicts"})
#: Order of what begins on one day.
_RANK: Final = {kind: i for i, kind in enumerate(BEGINS)} | {"talks": -1}
#: A shorter form of these words in a telling's sentence gives a reason.
_REASONS: Final = (
    " because ",
    " citing ",
    " after ",
    " over ",
    " due to ",
    " in response ",
    " following ",
    " accused ",
    " reneg",
    " gone back on ",
    " went back on ",
    " as long as ",
)


def phases(board: Board, links: Sequence[Link]) -> tuple[Phase, ...]:
    """Return the phases of the negotiation in time order."""
    turning = [
        event
        for event in board.of_type(*BEGINS)
        if event.begin is not None
        and _is_of_the_negotiation(board, event)
        and not _is_background(board, event)
    ]
    turning.sort(key=lambda e: (_turned(board, e), _RANK[e.type], e.iri))
    told: list[Phase] = []
    proposers: set[str] = set()
    for event in turning:
        name = BEGINS[event.type]
        before = told[-1].name if told else None
        if name == "under discussion" and before in HALTED:
            name = "resumed"
        if name == "proposed":
            sides = board.sides_of[event.iri]
            if proposers and sides and not sides & proposers:
                name = "countered"
            proposers |= sides
        if name == before and event.type not in {"proposal", "impasse"}:
            continue
        if told and told[-1].name == name and _same_day(told[-1], event):
            continue
        told.append(
            Phase(
                iri=iri("phase", f"{name} {event.begin}", digest(event.iri, name)),
                name=name,
                begin=event.begin,
                event=event.iri,
                explained=_explained(board, event, links),
                evidence=event.evidence[:3],
            )
        )
    return tuple(sorted(told, key=in_line))


def in_line(phase: Phase) -> tuple[str, int, str]:
    """Return what phases are sorted by: a vague one comes when it was over."""
    known = days(phase.begin)
    vague = phase.begin is not None and len(phase.begin) < len("2031-05-06")
    day = (known.last if vague else known.begin).isoformat() if known else "9999"
    return (day, NAMES.index(phase.name), phase.iri)


def _is_of_the_negotiation(board: Board, event: StoryEvent) -> bool:
    """Leave out talks and agreements of others: no side in common with any proposal.

    Where nothing is proposed, or sides are unknown, everything counts.
    """
    sides = board.sides_of[event.iri]
    parties = frozenset(
        side
        for other in board.of_type("talks", "proposal", "impasse")
        for side in board.sides_of[other.iri]
    )
    if not sides or not parties or sides & parties:
        return True
    told = board.tellings_of.get(event.iri, ())
    return all(t.sides <= t.described for t in told)  # "nurses" need be no others


def _is_background(board: Board, event: StoryEvent) -> bool:
    """Leave out what was over long before the first article: an earlier treaty."""
    known = [r.article.published for r in board.corpus.readings if r.article.published]
    day = board.days_of[event.iri]
    if not known or day is None:
        return False
    return (min(known) - day.last).days > BACKGROUND


def _turned(board: Board, event: StoryEvent) -> str:
    """Return the day to order a turn by: of a vague one the last that it can be."""
    known = board.days_of[event.iri]
    if known is None:
        return "9999"
    vague = event.precision in {"month", "year"}
    return (known.last if vague else known.begin).isoformat()


def _same_day(phase: Phase, event: StoryEvent) -> bool:
    return phase.begin == event.begin


def _explained(board: Board, event: StoryEvent, links: Sequence[Link]) -> bool:
    day = board.begin(event.iri)
    for link in links:
        if link.source == event.iri and link.relation in EXPLAINING | {"partOf"}:
            return True
        if link.target == event.iri and link.relation == "leadsTo":
            return True
        if link.source == event.iri and link.relation == "about":
            known = board.begin(link.target)
            settles = event.type in {"signing", "agreement"} and bool(known)
            if settles and known and day and known <= day:
                return True
            if event.type == "proposal" and _revises(link.target, links):
                return True
    for telling in board.tellings_of.get(event.iri, ()):
        for quoted in telling.mention.mentions:
            text = telling.reading.article.text
            for first, last in telling.reading.sentences:
                if first <= quoted.start < last:
                    sentence = f" {' '.join(text[first:last].split()).lower()} "
                    if any(words in sentence for words in _REASONS):
                        return True
    return event.type == "talks"


def _revises(proposal: str, links: Sequence[Link]) -> bool:
    return any(
        link.source == proposal and link.relation == "revisionOf" for link in links
    )
