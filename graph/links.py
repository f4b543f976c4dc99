"""Relate events, statements, proposals and deviations, each time with words.

A link is either said by an article (``LinkMention``) or follows from what things are:
a proposal put at the talks of that day is part of them, a version revises the one
before it, an impasse is about the talks that stand still. Succession in time alone
never makes a link, and nothing leads to anything unless an article says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graph.answers import answered, concluded, standing_still
from graph.board import Board
from graph.contradictions import short
from graph.corpus import evidence
from graph.in_line import Line
from graph.naming import digest, iri
from graph.raw_links import Raw, both
from graph.spoken_of import spoken_of
from graph.story import Link, StoryEvent, StoryProposal


def links(board: Board, more: Iterable[Raw] = ()) -> tuple[Link, ...]:
    """Return all links, each once, sorted by relation and ends.

    Args:
        board: what is known.
        more: links from elsewhere, such as contradictions.
    """
    raw = [
        *_said(board),
        *spoken_of(board),
        *_proposed(board),
        *_revised(board),
        *_deviating(board),
        *_parts(board),
        *answered(board),
        *standing_still(board),
        *concluded(board),
        *more,
    ]
    return together(raw, board.corpus.line)


def together(raw: Iterable[Raw], line: Line) -> tuple[Link, ...]:
    """Return links that relate the same two things in the same way as one.

    Args:
        raw: links in any order.
        line: the articles in line, for the order of the words.
    """
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
                evidence=line.sorted(words),
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
                about = ""
                if mention.relation == "contradicts" and source in board.event_at:
                    about = short(board.event_at[source].label)
                yield Raw(
                    source, target, mention.relation, mention.rule, 0.9, words, about
                )


def _proposed(board: Board) -> Iterator[Raw]:
    """Yield the event of putting a proposal as being about it."""
    for proposal in board.proposals:
        event = board.event_at.get(proposal.event or "")
        if event is not None:
            rule = "the event of putting it"
            yield Raw(event.iri, proposal.iri, "about", rule, 0.95, event.evidence)


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
    put: dict[str | None, list[StoryProposal]] = {}
    for proposal in board.proposals:
        put.setdefault(proposal.event, []).append(proposal)
    for event in board.of_type(
        "proposal", "pledge", "agreement", "signing", "rejection"
    ):
        for talks in _frames(board, event):
            words = both(board, event.iri, talks.iri)
            rule = "at the talks of that day"
            yield Raw(event.iri, talks.iri, "partOf", rule, 0.8, words)
            for proposal in put.get(event.iri, ()):
                rule = "put at the talks of that day"
                yield Raw(proposal.iri, talks.iri, "partOf", rule, 0.8, words)
    for proposal in board.proposals:
        if proposal.event is None:
            for talks in _frames(board, proposal):
                words = both(board, proposal.iri, talks.iri)
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
