"""Lay out where each side stands on each topic, by whose words, and when.

Every cell has its sentence. Reports of one utterance are one position; the side is
whom the speaker speaks for. Nobody is given a position by what others say of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from extract.records import Quoted, Stance
from graph.board import Board
from graph.corpus import sentence_at
from graph.in_line import Line
from graph.naming import digest, iri
from graph.story import Evidence, Position, SpeechAct, StoryStatement
from graph.wording import words

#: Topics that make a place named with them the issue.
GROUND: Final = frozenset({"territory", "status", "sovereignty", "borders"})
#: From this share of its words on a term is all of a statement.
ALL: Final = 0.6
#: A content of fewer words holds no position.
FEWEST: Final = 2
#: The stance of an utterance whose reports differ: the first that any has.
RANKED: Final[tuple[Stance, ...]] = ("rejects", "supports", "neutral", "unclear")
#: What a term is that only says when another holds.
_CONDITION: Final = re.compile(
    r"(?:only )?(?:if|unless|until|provided|as long as)\b", re.I
)
#: A term that keeps something from being.
_KEPT_FROM: Final = re.compile(
    r"\b(?:would|will|shall|should|must|may|can|do|does) (?:not|never)\b|\bcannot\b"
    r"|^(?:not|never) ",
    re.I,
)
#: Verbs that take a side for or against something.
_TAKES_SIDE: Final = re.compile(
    r"\b(?:refus\w+|reject\w*|oppos\w+|den(?:ied|ies)|ruled out|exclud\w+|accept\w*"
    r"|agreed|welcom\w+|support\w*)\b",
    re.I,
)
#: Characters at most between a name and the verb that it is the subject of.
BETWEEN: Final = 12
#: The topic of what has none.
NO_TOPIC: Final = "other"


def positions(board: Board, speech_acts: Sequence[SpeechAct]) -> tuple[Position, ...]:
    """Return positions sorted by topic, side and day, none twice."""
    said = list(_said(board, speech_acts))
    found = _each_once(said, _put(board), board.corpus.line)
    return tuple(
        sorted(found, key=lambda p: (p.topic, p.side_name, p.date or "9", p.iri))
    )


def _each_once(
    said: Sequence[Position], put: Iterable[Position], line: Line
) -> list[Position]:
    """Return positions without those that say what another of the side says.

    A term of a proposal that is (nearly) all of a statement of its side is that
    statement; the same words of a side on a day in several places are one position.
    """
    stated: dict[tuple[str, str], list[Position]] = {}
    for one in said:
        stated.setdefault((one.side, one.topic), []).append(one)
    kept: dict[tuple[str, str, Stance, str | None, str], Position] = {}
    for one in (*said, *put):
        others = stated.get((one.side, one.topic), ())
        if any(other.iri != one.iri and _is_all_of(one, other) for other in others):
            continue
        text = " ".join(word.lower() for word in words(one.text) if word != "that")
        key = (one.side, one.topic, one.stance, one.date, text)
        first = kept.get(key)
        if first is None:
            kept[key] = one
            continue
        spans = {*first.evidence, *one.evidence}
        kept[key] = replace(
            first,
            evidence=line.sorted(spans),
            outlets=len({e.article for e in spans}),
        )
    return list(kept.values())


def _is_all_of(one: Position, other: Position) -> bool:
    """Tell whether a term's words are nearly all that a statement says."""
    if "/provision-" not in one.origin and "/id/provision" not in one.origin:
        return False
    inside = any(
        span.article == whole.article
        and whole.start <= span.start
        and span.end <= whole.end
        for span in one.evidence
        for whole in other.evidence
    )
    return inside and len(one.text) >= ALL * len(other.text)


def _said(board: Board, speech_acts: Sequence[SpeechAct]) -> Iterable[Position]:
    by_iri = {statement.iri: statement for statement in board.statements}
    terms = _terms(board)
    for act in speech_acts:
        holder = act.speaker_iri
        side = board.corpus.side(holder)
        reports = [
            report
            for report in (by_iri[address] for address in act.reports)
            if not _tells_for_others(report, side, terms)
        ]
        if side is None or all(report.act == "belief" for report in reports):
            continue
        topics = {r.iri: (*r.topics, *_places(board, r)) for r in reports}
        for topic in sorted({topic for found in topics.values() for topic in found}):
            fitting = [report for report in reports if topic in topics[report.iri]]
            stance = _stance(fitting)
            if any(_tells_of_others(board, report, side) for report in fitting):
                stance = "neutral"
            if all(len(words(report.content)) < FEWEST for report in fitting):
                continue
            best = min(
                fitting,
                key=lambda r: (
                    r.stance != stance,
                    r.kind == "indirect",
                    -len(r.content),
                    r.iri,
                ),
            )
            spans = board.corpus.line.sorted(
                {_sentence(board, report) for report in fitting}
            )
            yield Position(
                iri=iri("position", f"{topic} {act.speaker}", digest(act.iri, topic)),
                side=side,
                side_name=board.corpus.name(side) or act.speaker or "",
                holder=holder if holder != side else None,
                holder_name=act.speaker if holder != side else None,
                topic=topic,
                stance=stance,
                date=act.date,
                text=best.content,
                origin=best.iri,
                outlets=len({report.article for report in fitting}),
                evidence=spans,
            )


def _places(board: Board, report: StoryStatement) -> tuple[str, ...]:
    """Return the places that a statement about territory is about."""
    if not GROUND & set(report.topics):
        return ()
    reading = board.corpus.by_id[report.article]
    found = set()
    for entity in reading.entities:
        iri_of = board.corpus.iri_of.get((report.article, entity.id))
        known = board.corpus.entities.get(iri_of or "")
        if known is None or known.kind != "place":
            continue
        for mention in entity.mentions:
            at = mention.quoted.start
            if any(e.start <= at < e.end for e in report.evidence):
                found.add(board.corpus.plain(known))
    return tuple(sorted(found))


def _tells_for_others(
    report: StoryStatement,
    side: str | None,
    terms: Mapping[str, Sequence[tuple[Evidence, str]]],
) -> bool:
    """Tell whether a report only tells what another side proposes."""
    return any(
        proposer != side and e.start <= span.start and span.end <= e.end
        for e in report.evidence
        for span, proposer in terms.get(report.article, ())
    )


def _terms(board: Board) -> dict[str, list[tuple[Evidence, str]]]:
    """Return the words of each provision with its proposer, by article."""
    found: dict[str, list[tuple[Evidence, str]]] = {}
    for proposal in board.proposals:
        for provision in proposal.provisions:
            for span in provision.evidence:
                if proposal.proposer_iri:
                    term = (span, proposal.proposer_iri)
                    found.setdefault(span.article, []).append(term)
    return found


def _tells_of_others(board: Board, report: StoryStatement, side: str) -> bool:
    """Tell whether what takes a side in a report is another side's doing."""
    reading = board.corpus.by_id[report.article]
    others = [
        mention.quoted.end
        for entity in reading.entities
        if entity.kind in {"party", "organization", "person"}
        for mention in entity.mentions
        if board.corpus.side(board.corpus.iri_of.get((report.article, entity.id)))
        not in {None, side}
    ]
    return any(
        span.start < end <= span.start + verb.start() <= end + BETWEEN
        for span in report.evidence
        for verb in _TAKES_SIDE.finditer(span.text)
        for end in others
    )


def _stance(reports: Sequence[StoryStatement]) -> Stance:
    seen = {report.stance for report in reports}
    return next(stance for stance in RANKED if stance in seen)


def _sentence(board: Board, report: StoryStatement) -> Evidence:
    """Return the sentence of a report, its content where the sentence is unknown."""
    if report.sentence is not None:
        return report.sentence
    first = report.evidence[0]
    for reading in board.corpus.readings:
        if reading.article.id == report.article:
            quoted: Quoted = sentence_at(reading, first.start, first.end)
            return Evidence(
                file=first.file,
                start=quoted.start,
                end=quoted.end,
                text=quoted.text,
                article=first.article,
            )
    return first


def _put(board: Board) -> Iterable[Position]:
    """Yield what a side proposes as its position."""
    used = Counter(t for p in board.proposals for v in p.provisions for t in v.topics)
    used.update(topic for said in board.statements for topic in said.topics)
    for proposal in board.proposals:
        side = proposal.proposer_iri
        if side is None:
            continue
        for provision in proposal.provisions:
            if _CONDITION.match(provision.text):
                continue
            for topic in _spoken_of((provision.topic, *provision.topics), used):
                yield Position(
                    iri=iri(
                        "position",
                        f"{topic} {proposal.proposer}",
                        digest(provision.iri, topic),
                    ),
                    side=side,
                    side_name=board.corpus.name(side) or proposal.proposer or "",
                    holder=None,
                    holder_name=None,
                    topic=topic,
                    stance="unclear"
                    if _KEPT_FROM.search(provision.text)
                    else "supports",
                    date=proposal.date,
                    text=provision.text,
                    origin=provision.iri,
                    outlets=len({e.article for e in provision.evidence}),
                    evidence=provision.evidence,
                )


def _spoken_of(topics: Iterable[str | None], used: Mapping[str, int]) -> list[str]:
    """Return the topics to show a term under: those that more is said of, or its own.

    The same words under two topics that nothing else stands under say nothing more.
    """
    named = [topic for topic in dict.fromkeys(topics) if topic and topic != NO_TOPIC]
    return [topic for topic in named if used.get(topic, 0) > 1] or named[:1]
