"""Relate statements to what they speak of: events, proposals, other statements.

A statement is about what its own words tell or name; what one report of an utterance
is about, the utterance is about. Where it names nothing, topic and wording may decide
for a proposal that is on the table, if they fit one and no other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from extract.records import Quoted
from graph.board import Board
from graph.corpus import evidence
from graph.raw_links import Raw
from graph.story import Evidence, StoryProposal, StoryStatement
from graph.wording import similarity

#: Days within which what is said may be about a proposal that it does not name.
OPEN: Final = 45
#: How like a provision words must be to be about it.
LIKE: Final = 0.4
#: How much a topic in common counts, and by how much the best proposal must lead.
ON_TOPIC: Final = 0.15
LEAD: Final = 0.1
#: Topics that say only that there is a negotiation.
GENERAL: Final = frozenset({"talks", "negotiations", "treaty", "agreement"})
_PUT: Final = frozenset({"*proposal", "*condition", "*agreement"})


def spoken_of(board: Board) -> tuple[Raw, ...]:
    """Return what statements are about, each with the words that say so."""
    named = (*_telling(board), *_naming(board), *_reporting(board))
    known = {raw.source for raw in named}
    guessed = tuple(_on_the_table(board, known))
    return (*named, *guessed, *_of_one_utterance(board, (*named, *guessed)))


def _telling(board: Board) -> Iterator[Raw]:
    """Yield statements about the events that their content tells."""
    for event in board.events:
        for telling in board.tellings_of.get(event.iri, ()):
            mention, reading = telling.mention, telling.reading
            triggers = mention.triggers or mention.mentions
            if len(triggers) != len(mention.mentions):
                triggers = mention.mentions
            own = board.iri_of.get((reading.article.id, mention.statement or ""))
            for said in board.said_in.get(reading.article.id, ()):
                inside = tuple(
                    evidence(reading, quoted)
                    for quoted, trigger in zip(mention.mentions, triggers, strict=True)
                    if _holds(said, trigger)
                )
                if inside or said.iri == own:
                    words = inside or tuple(
                        evidence(reading, quoted) for quoted in mention.mentions
                    )
                    rule = "its words tell it"
                    yield Raw(said.iri, event.iri, "about", rule, 0.9, words)


def _holds(said: StoryStatement, words: Quoted | Evidence) -> bool:
    return any(c.start <= words.start and words.end <= c.end for c in said.evidence)


def _naming(board: Board) -> Iterator[Raw]:
    """Yield statements about the proposals that their content speaks of."""
    for proposal in board.proposals:
        spans: dict[str, list[Evidence]] = {}
        terms = (e for provision in proposal.provisions for e in provision.evidence)
        for span in (*proposal.evidence, *terms):
            spans.setdefault(span.article, []).append(span)
        for article in spans:
            for said in board.said_in.get(article, ()):
                inside = tuple(span for span in spans[article] if _holds(said, span))
                if inside:
                    rule = "its words speak of the proposal"
                    yield Raw(said.iri, proposal.iri, "about", rule, 0.9, inside)


def _reporting(board: Board) -> Iterator[Raw]:
    """Yield statements about the statements that they report."""
    for said in board.statements:
        if said.inside is not None and said.inside != said.iri:
            rule = "its words report the other"
            yield Raw(said.inside, said.iri, "about", rule, 0.85, said.evidence)


def _on_the_table(board: Board, known: Iterable[str]) -> Iterator[Raw]:
    """Yield statements about the one open proposal that topic and wording fit."""
    done = set(known)
    for said in board.statements:
        if said.iri in done or said.act != "speech":
            continue
        day = board.begin(said.iri)
        if day is None:
            continue
        ranked: list[tuple[float, str, Evidence]] = []
        for proposal in board.proposals:
            put = board.begin(proposal.iri)
            if put is not None and 0 <= (day - put).days <= OPEN:
                score, words = _fit(board, said, proposal)
                if words is not None:
                    ranked.append((score, proposal.iri, words))
        ranked.sort(key=lambda r: (-r[0], r[1]))
        if ranked and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= LEAD):
            _, proposal_iri, words = ranked[0]
            rule = "topic and wording are those of a provision"
            proof = (*said.evidence[:1], words)
            yield Raw(said.iri, proposal_iri, "about", rule, 0.6, proof)


def _fit(
    board: Board, said: StoryStatement, proposal: StoryProposal
) -> tuple[float, Evidence | None]:
    """Return how well a statement fits the likeliest provision, and its words."""
    words = board.words_at(said.evidence)
    speaks_of_one = bool(words.words & _PUT)
    best: tuple[float, Evidence | None] = (0.0, None)
    for provision in proposal.provisions:
        topics = {provision.topic, *provision.topics} - GENERAL
        shared = topics & set(said.topics)
        for span in provision.evidence:
            alike = similarity(words, board.words_at((span,)))
            score = alike + ON_TOPIC * len(shared)
            enough = alike >= LIKE or (shared and speaks_of_one)
            if enough and shared and score > best[0]:
                best = (score, span)
    return best


def _of_one_utterance(board: Board, found: Sequence[Raw]) -> Iterator[Raw]:
    """Yield for every report of an utterance what another report of it is about.

    Statements reported within one are passed over: they stand in that report only.
    """
    act_of = {said.iri: said.speech_act for said in board.statements}
    reports: dict[str, list[StoryStatement]] = {}
    for said in board.statements:
        reports.setdefault(said.speech_act, []).append(said)
    direct = {(raw.source, raw.target) for raw in found}
    for raw in found:
        for other in reports.get(act_of.get(raw.source, ""), ()):
            pair = (other.iri, raw.target)
            if pair in direct or raw.target in act_of:
                continue
            rule = "another report of the same words is about it"
            proof = (*other.evidence[:1], *raw.evidence[:1])
            yield Raw(*pair, "about", rule, round(raw.confidence - 0.15, 2), proof)
