"""Relate answers to what they answer: rejections, impasses, agreements.

Each rule names itself; succession in time alone never makes a link.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from graph.board import Board
from graph.raw_links import Raw, both, same_parties
from graph.story import StoryEvent, StoryProposal

#: Days within which a side answers a proposal.
ANSWER = 45
#: Days after which a state of the negotiation needs to be stated anew.
STANDING = 400
#: Types in which a side answers a proposal.
ANSWERS = ("rejection", "agreement", "deviation", "impasse", "statement", "walkout")
#: Types that say that a negotiation stands still.
STILL = ("impasse", "walkout")


def answered(board: Board) -> Iterator[Raw]:
    """Yield what another side says to the latest proposal before it."""
    for event in board.of_type(*ANSWERS):
        day = board.begin(event.iri)
        mine = board.sides_of[event.iri]
        if day is None or not mine:
            continue
        said = board.words(event.iri, around=True).words
        open_now = [
            p
            for p in board.proposals
            if _gap(board, p.iri, day) is not None
            and not mine & board.sides_of.get(p.iri, frozenset())
            and board.sides_of.get(p.iri)
        ]
        fitting = [
            p
            for p in open_now
            if event.type == "deviation"
            or ("*proposal" in said and board.together(event.iri, p.iri))
            or _topics(event)
            & {t for provision in p.provisions for t in provision.topics}
        ]
        if fitting:
            latest = max(fitting, key=lambda p: (p.date or "", p.iri))
            words = both(board, event.iri, latest.iri)
            rule = "another side's answer to the proposal before it"
            yield Raw(event.iri, latest.iri, "respondsTo", rule, 0.7, words)
    for proposal in board.proposals:
        day = board.begin(proposal.iri)
        mine = board.sides_of.get(proposal.iri, frozenset())
        if day is None or not mine:
            continue
        others = [
            p
            for p in board.proposals
            if p.iri != proposal.iri
            and board.sides_of.get(p.iri)
            and not mine & board.sides_of[p.iri]
            and p.date is not None
            and proposal.date is not None
            and p.date < proposal.date
            and _gap(board, p.iri, day) is not None
            and _provision_topics(p) & _provision_topics(proposal)
        ]
        if others:
            latest = max(others, key=lambda p: (p.date or "", p.iri))
            words = both(board, proposal.iri, latest.iri)
            rule = "another side's proposal on the same topics"
            yield Raw(proposal.iri, latest.iri, "respondsTo", rule, 0.65, words)


def standing_still(board: Board) -> Iterator[Raw]:
    """Yield what an impasse or a walkout is about, and what it answers."""
    still = board.of_type(*STILL)
    for event in still:
        day = board.begin(event.iri)
        if day is None:
            continue
        before = [
            talks
            for talks in board.of_type("talks", "meeting")
            if (held := board.begin(talks.iri)) is not None
            and 0 <= (day - held).days <= STANDING
            and same_parties(board, event.iri, talks.iri)
            and (board.together(event.iri, talks.iri) or talks.type == "talks")
        ]
        if before:
            latest = max(
                before,
                key=lambda t: (
                    bool(board.together(event.iri, t.iri)),
                    t.type == "talks",
                    t.begin or "",
                    t.iri,
                ),
            )
            words = both(board, event.iri, latest.iri)
            rule = "the talks that stand still"
            yield Raw(event.iri, latest.iri, "about", rule, 0.75, words)
        yield from _answering(board, event, day)
        earlier = [
            other
            for other in still
            if other.iri != event.iri
            and (known := board.begin(other.iri)) is not None
            and 0 < (day - known).days <= STANDING
            and same_parties(board, event.iri, other.iri)
        ]
        if event.type == "impasse" and earlier:
            latest = max(
                earlier, key=lambda e: (e.type == event.type, e.begin or "", e.iri)
            )
            words = both(board, event.iri, latest.iri)
            rule = "the same negotiation is said to stand still again"
            yield Raw(event.iri, latest.iri, "about", rule, 0.65, words)


def _answering(board: Board, event: StoryEvent, day: date) -> Iterator[Raw]:
    """Yield the claims and rejections that an impasse follows up, told beside it."""
    mine = board.sides_of[event.iri]
    for claim in board.of_type("deviation", "rejection"):
        known = board.begin(claim.iri)
        if known is None or not 0 <= (day - known).days <= ANSWER:
            continue
        same_side = bool(mine & board.sides_of[claim.iri])
        beside = board.together(event.iri, claim.iri)
        if beside and (same_side or not mine or not board.sides_of[claim.iri]):
            words = both(board, event.iri, claim.iri)
            rule = "the impasse is told beside the claim that goes before it"
            yield Raw(event.iri, claim.iri, "respondsTo", rule, 0.7, words)


def concluded(board: Board) -> Iterator[Raw]:
    """Yield signings and ceasefires as being about the agreement before them."""
    for event in board.of_type(
        "signing", "ceasefire", "vote", "referendum", happened=False
    ):
        day = board.begin(event.iri)
        before = [
            other
            for other in board.of_type("agreement")
            if (gap := board.sentences_apart(event.iri, other.iri)) is not None
            and gap <= 1
            and same_parties(board, event.iri, other.iri)
            and (
                day is None
                or (known := board.begin(other.iri)) is None
                or 0 <= (day - known).days <= STANDING
            )
        ]
        if before:
            latest = max(before, key=lambda e: (e.begin or "", e.iri))
            words = both(board, event.iri, latest.iri)
            rule = "follows the agreement told beside it"
            yield Raw(event.iri, latest.iri, "about", rule, 0.6, words)


def _gap(board: Board, iri_before: str, day: date) -> int | None:
    known = board.begin(iri_before)
    if known is None or not 0 <= (day - known).days <= ANSWER:
        return None
    return (day - known).days


def _topics(event: StoryEvent) -> set[str]:
    return set(event.topics)


def _provision_topics(proposal: StoryProposal) -> set[str]:
    return {topic for provision in proposal.provisions for topic in provision.topics}
