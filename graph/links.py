"""Relate events, statements, proposals and deviations, each time with words.

A link is either said by an article (``LinkMention``) or follows from what things are:
a proposal put at the talks of that day is part of them, a version revises the one
before it, an impasse is about the talks that stand still. Succession in time alone
never makes a link, and nothing leads to anything unless an article says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from graph.board import Board
from graph.corpus import evidence
from graph.naming import digest, iri
from graph.story import Evidence, Link, StoryEvent, StoryProposal, StoryStatement

#: Days within which a side answers a proposal.
ANSWER = 45
#: Days after which a state of the negotiation needs to be stated anew.
STANDING = 400
#: Types in which a side answers a proposal.
ANSWERS = ("rejection", "agreement", "deviation", "impasse", "statement", "walkout")
#: Types that say that a negotiation stands still.
STILL = ("impasse", "walkout")


@dataclass(frozen=True, slots=True)
class Raw:
    """A link before its reports are put together."""

    source: str
    target: str
    relation: str
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    about: str = ""


def links(board: Board, more: Iterable[Raw] = ()) -> tuple[Link, ...]:
    """Return all links, each once, sorted by relation and ends.

    Args:
        board: what is known.
        more: links from elsewhere, such as contradictions.
    """
    raw = [
        *_said(board),
        *_spoken_of(board),
        *_proposed(board),
        *_revised(board),
        *_deviating(board),
        *_parts(board),
        *_answered(board),
        *_standing_still(board),
        *_concluded(board),
        *more,
    ]
    return together(raw)


def together(raw: Iterable[Raw]) -> tuple[Link, ...]:
    """Return links that relate the same two things in the same way as one."""
    groups: dict[tuple[str, str, str], list[Raw]] = {}
    for one in raw:
        if one.source != one.target and one.evidence:
            groups.setdefault((one.relation, one.source, one.target), []).append(one)
    made = []
    for (relation, source, target), members in groups.items():
        best = min(members, key=lambda r: (-r.confidence, r.rule, r.about))
        words = {e for member in members for e in member.evidence}
        made.append(
            Link(
                iri=iri("link", relation, digest(source, target, relation)),
                source=source,
                target=target,
                relation=relation,
                rule=best.rule,
                confidence=round(best.confidence, 2),
                about=best.about,
                evidence=tuple(sorted(words, key=lambda e: (e.file, e.start, e.end))),
            )
        )
    return tuple(
        sorted(made, key=lambda link: (link.relation, link.source, link.target))
    )


def _said(board: Board) -> Iterator[Raw]:
    """Yield what articles say themselves."""
    for reading in board.corpus.readings:
        for mention in reading.links:
            source = board.iri_of.get((reading.article.id, mention.source))
            target = board.iri_of.get((reading.article.id, mention.target))
            if source and target:
                words = (evidence(reading, mention.quoted),)
                yield Raw(source, target, mention.relation, mention.rule, 0.9, words)


def _spoken_of(board: Board) -> Iterator[Raw]:
    """Yield statements about the events and proposals that their content tells."""
    for event in board.events:
        for telling in board.tellings_of.get(event.iri, ()):
            if telling.mention.statement is None:
                continue
            key = (telling.reading.article.id, telling.mention.statement)
            statement = board.iri_of.get(key)
            if statement:
                words = tuple(
                    evidence(telling.reading, q) for q in telling.mention.mentions
                )
                yield Raw(
                    statement, event.iri, "about", "its words tell it", 0.9, words
                )
    for proposal in board.proposals:
        spans = [
            *proposal.evidence,
            *(e for provision in proposal.provisions for e in provision.evidence),
        ]
        for statement_record in board.statements:
            inside = tuple(
                span
                for span in spans
                if span.article == statement_record.article
                and any(
                    c.start <= span.start and span.end <= c.end
                    for c in statement_record.evidence
                )
            )
            if inside:
                yield Raw(
                    statement_record.iri,
                    proposal.iri,
                    "about",
                    "its words speak of the proposal",
                    0.9,
                    inside,
                )


def _proposed(board: Board) -> Iterator[Raw]:
    """Yield the event of putting a proposal as being about it."""
    for proposal in board.proposals:
        for event in board.events:
            if event.iri == proposal.event:
                yield Raw(
                    event.iri,
                    proposal.iri,
                    "about",
                    "the event of putting it",
                    0.95,
                    event.evidence,
                )


def _revised(board: Board) -> Iterator[Raw]:
    for proposal in board.proposals:
        if proposal.revision_of:
            yield Raw(
                proposal.iri,
                proposal.revision_of,
                "revisionOf",
                "a later version of the same side's proposal",
                0.85,
                proposal.evidence,
            )


def _deviating(board: Board) -> Iterator[Raw]:
    for deviation in board.deviations:
        words = (deviation.new, *((deviation.old,) if deviation.old else ()))
        if deviation.source and deviation.target:
            rule = "a claimed deviation"
            yield Raw(
                deviation.target, deviation.source, "deviatesFrom", rule, 0.85, words
            )
        for end in (deviation.iri, deviation.event):
            if end is None:
                continue
            if deviation.target:
                rule = "the version that is said to deviate"
                yield Raw(end, deviation.target, "about", rule, 0.9, words)
            if deviation.source:
                rule = "the version that it is said to deviate from"
                yield Raw(end, deviation.source, "deviatesFrom", rule, 0.85, words)
        if deviation.event:
            rule = "what is claimed"
            yield Raw(deviation.event, deviation.iri, "about", rule, 0.95, words)
        if deviation.statement:
            rule = "the statement that claims it"
            yield Raw(deviation.statement, deviation.iri, "about", rule, 0.95, words)


def _parts(board: Board) -> Iterator[Raw]:
    """Yield what was done at talks on their days, by a side that took part."""
    for event in board.of_type(
        "proposal", "pledge", "agreement", "signing", "rejection"
    ):
        for talks in _frames(board, event):
            words = _both(board, event.iri, talks.iri)
            yield Raw(
                event.iri, talks.iri, "partOf", "at the talks of that day", 0.8, words
            )
            for proposal in board.proposals:
                if proposal.event == event.iri:
                    rule = "put at the talks of that day"
                    yield Raw(proposal.iri, talks.iri, "partOf", rule, 0.8, words)
    for proposal in board.proposals:
        if proposal.event is None:
            for talks in _frames(board, proposal):
                words = _both(board, proposal.iri, talks.iri)
                rule = "put at the talks of that day"
                yield Raw(proposal.iri, talks.iri, "partOf", rule, 0.75, words)


def _frames(board: Board, thing: StoryEvent | StoryProposal) -> Iterator[StoryEvent]:
    when = board.days_of.get(thing.iri)
    if when is None or when.length > 7:
        return
    for talks in board.of_type("talks", "meeting"):
        held = board.days_of[talks.iri]
        if held is None or held.meet(when) is None or held.length > 31:
            continue
        mine, theirs = board.sides_of.get(thing.iri), board.sides_of[talks.iri]
        if (
            not mine
            or mine & theirs
            or (not theirs and board.together(thing.iri, talks.iri))
        ):
            yield talks


def _answered(board: Board) -> Iterator[Raw]:
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
            words = _both(board, event.iri, latest.iri)
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
            words = _both(board, proposal.iri, latest.iri)
            rule = "another side's proposal on the same topics"
            yield Raw(proposal.iri, latest.iri, "respondsTo", rule, 0.65, words)


def _standing_still(board: Board) -> Iterator[Raw]:
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
            and _same_parties(board, event.iri, talks.iri)
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
            words = _both(board, event.iri, latest.iri)
            rule = "the talks that stand still"
            yield Raw(event.iri, latest.iri, "about", rule, 0.75, words)
        yield from _answering(board, event, day)
        earlier = [
            other
            for other in still
            if other.iri != event.iri
            and (known := board.begin(other.iri)) is not None
            and 0 < (day - known).days <= STANDING
            and _same_parties(board, event.iri, other.iri)
        ]
        if event.type == "impasse" and earlier:
            latest = max(
                earlier, key=lambda e: (e.type == event.type, e.begin or "", e.iri)
            )
            words = _both(board, event.iri, latest.iri)
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
            words = _both(board, event.iri, claim.iri)
            rule = "the impasse is told beside the claim that goes before it"
            yield Raw(event.iri, claim.iri, "respondsTo", rule, 0.7, words)


def _concluded(board: Board) -> Iterator[Raw]:
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
            and _same_parties(board, event.iri, other.iri)
            and (
                day is None
                or (known := board.begin(other.iri)) is None
                or 0 <= (day - known).days <= STANDING
            )
        ]
        if before:
            latest = max(before, key=lambda e: (e.begin or "", e.iri))
            words = _both(board, event.iri, latest.iri)
            rule = "follows the agreement told beside it"
            yield Raw(event.iri, latest.iri, "about", rule, 0.6, words)


def _gap(board: Board, iri_before: str, day: date) -> int | None:
    known = board.begin(iri_before)
    if known is None or not 0 <= (day - known).days <= ANSWER:
        return None
    return (day - known).days


def _same_parties(board: Board, one: str, other: str) -> bool:
    """Tell whether two things share a side, or one of them names none."""
    a, b = board.sides_of.get(one), board.sides_of.get(other)
    return not a or not b or bool(a & b)


def _topics(event: StoryEvent) -> set[str]:
    return set(event.topics)


def _provision_topics(proposal: StoryProposal) -> set[str]:
    return {topic for provision in proposal.provisions for topic in provision.topics}


def _both(board: Board, one: str, other: str) -> tuple[Evidence, ...]:
    """Return words of both, of one article where one tells both."""
    shared = board.together(one, other)
    return (*_words(board, one, shared), *_words(board, other, shared))


def _words(board: Board, thing: str, articles: frozenset[str]) -> tuple[Evidence, ...]:
    spans: Sequence[Evidence] = ()
    known: list[StoryEvent | StoryProposal | StoryStatement]
    known = [*board.events, *board.proposals, *board.statements]
    for one in known:
        if one.iri == thing:
            spans = one.evidence
            break
    inside = [span for span in spans if span.article in articles]
    return tuple(inside[:1] or spans[:1])
