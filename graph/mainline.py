"""Choose what a newcomer should see first: five to nine events that carry the story.

Chosen by what an event is (turning points weigh most), how many articles tell it and
how it is linked to the others; no two say the same thing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from rapidfuzz import fuzz

from graph.board import Board
from graph.story import Link, StoryEvent, StoryProposal

#: At most so many lines.
MOST: Final = 9
#: What a type is worth by itself.
WORTH: Final = {
    "signing": 6.0,
    "agreement": 5.5,
    "impasse": 5.6,
    "deviation": 5.5,
    "proposal": 5.0,
    "walkout": 4.5,
    "rejection": 4.5,
    "talks": 4.0,
    "ceasefire": 4.5,
    "pledge": 3.0,
    "mobilization": 2.5,
    "referendum": 2.0,
    "vote": 3.0,
    "sanction": 2.5,
    "attack": 1.5,
    "meeting": 1.5,
    "deadline": 1.5,
    "call": 1.0,
    "visit": 1.0,
    "statement": 1.5,
    "other": 0.0,
}
#: What a strike is worth, whatever its type.
STRIKE: Final = 4.0
#: What a proposal is worth where nobody tells of putting it.
UNTOLD: Final = 4.5
#: Types that tell how one side sees the negotiation: one a voice and a day is shown.
JUDGED: Final = frozenset({"deviation", "impasse", "rejection", "statement"})
#: Types that one article tells one of a day, whoever is named.
SETTLED: Final = frozenset({"agreement", "signing", "ceasefire", "impasse", "walkout"})
#: What a side wants, which no event tells of putting on the table.
_WANTED: Final = re.compile(r"\b(?:demands?|conditions?|wish(?:es)?|requests?)\b", re.I)
#: Words of a label after which it says what.
_SAYS: Final = re.compile(r" (?:on|by|of) ")
#: Days before the first article from which on an event is background.
BACKGROUND: Final = 270
#: What is worth at least this is shown.
ENOUGH: Final = 5.0


def main_line(board: Board, links: Sequence[Link]) -> tuple[str, ...]:
    """Return IRIs of the main line in date order."""
    linked: dict[str, set[str]] = {}
    for link in links:
        linked.setdefault(link.source, set()).add(link.target)
        linked.setdefault(link.target, set()).add(link.source)
    ranked: list[tuple[float, str, str]] = []
    events = {event.iri: event for event in board.events}
    proposals = {p.iri: p for p in board.proposals if p.event not in events}
    for event in board.events:
        strike = _is_strike(board, event)
        if event.begin is None or event.modality != "actual":
            continue
        if event.type == "other" and not strike:
            continue
        ranked.append((_worth(board, event, linked), event.begin, event.iri))
    for proposal in proposals.values():
        if proposal.date is None:
            continue
        told = len(board.articles_of[proposal.iri])
        worth = UNTOLD + 0.6 * (told - 1) + 0.2 * len(proposal.provisions)
        worth -= proposal.proposer is None
        worth -= 2.0 * (_WANTED.search(proposal.label) is not None)
        ranked.append((worth, proposal.date, proposal.iri))
    ranked.sort(key=lambda r: (-r[0], r[1], r[2]))
    chosen: list[str] = []
    for worth, _, thing in ranked:
        if len(chosen) == MOST or (worth < ENOUGH and len(chosen) >= 5):
            break
        shown = [events.get(c) or proposals[c] for c in chosen]
        candidate = events.get(thing) or proposals[thing]
        if not any(_same_line(board, candidate, other) for other in shown):
            chosen.append(thing)
    rank = {kind: i for i, kind in enumerate(("talks", "meeting", "proposal"))}

    def in_time(thing: str) -> tuple[str, int, str]:
        event = events.get(thing)
        if event is not None:
            return (event.begin or "", rank.get(event.type, 9), thing)
        return (proposals[thing].date or "", rank["proposal"], thing)

    return tuple(sorted(chosen, key=in_time))


def _worth(board: Board, event: StoryEvent, linked: dict[str, set[str]]) -> float:
    told = len(board.articles_of[event.iri])
    precise = {"day": 0.5, "range": 0.2}.get(event.precision, -0.5)
    known = [r.article.published for r in board.corpus.readings if r.article.published]
    day = board.begin(event.iri)
    if known and day and (min(known) - day).days > BACKGROUND:
        precise -= 2.0
    bare = -1.0 if len(event.label.split()) < 3 and not event.participants else 0.0
    wanted = -2.0 if event.type == "proposal" and _WANTED.search(event.label) else 0.0
    worth = STRIKE if _is_strike(board, event) else WORTH[event.type]
    return (
        worth
        + wanted
        + 0.6 * (told - 1)
        + min(1.0, 0.2 * len(linked.get(event.iri, ())))
        + precise
        + bare
    )


def _is_strike(board: Board, event: StoryEvent) -> bool:
    return any(telling.is_strike for telling in board.tellings_of.get(event.iri, ()))


def _voice(event: StoryEvent) -> str:
    """Return whose judgement an event is: who is named first, ``""`` for nobody."""
    return "".join(event.participants[:1])


def _same_line(
    board: Board, one: StoryEvent | StoryProposal, other: StoryEvent | StoryProposal
) -> bool:
    """Tell whether two lines would say the same thing."""
    a = one.label.lower()
    b = other.label.lower()
    if isinstance(one, StoryEvent) and isinstance(other, StoryEvent):
        same_day = one.begin == other.begin
        spans = {(e.article, e.start) for e in one.evidence}
        shared = spans & {(e.article, e.start) for e in other.evidence}
        if one.type == other.type and shared:
            return True
        sides = board.sides_of[one.iri] & board.sides_of[other.iri]
        bare = one.type == "deviation" and not (_SAYS.search(a) and _SAYS.search(b))
        if one.type == other.type and bare and sides:
            return True
        if {one.type, other.type} <= JUDGED and same_day:
            told = {e.article for e in one.evidence}
            if _voice(one) == _voice(other) and told == {
                e.article for e in other.evidence
            }:
                return True
        if one.type == other.type and same_day and one.type in SETTLED:
            told = {e.article for e in one.evidence}
            if told & {e.article for e in other.evidence}:
                return True
        if one.type == other.type and same_day:
            who, whom = set(one.participants), set(other.participants)
            if not who or not whom or who & whom:
                return True
        return a == b and same_day
    return fuzz.token_set_ratio(a, b) >= 90
