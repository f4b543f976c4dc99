"""Find claims about one thing that cannot both hold. Both are kept.

Three kinds: a side's pledge and an act of the same side against it; one claim and its
denial, made within days; and a refusal to speak of something beside a proposal on it.
A side that changes its mind over time does not contradict itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import Final

from graph.board import Board, sentence_number
from graph.corpus import evidence, sentence_at
from graph.raw_links import Raw
from graph.story import (
    Evidence,
    Position,
    StoryEvent,
    StoryProposal,
    StoryProvision,
    StoryStatement,
)
from graph.wording import Wording, denied, similarity

#: Days at most between a claim and its denial.
NEAR: Final = 7
#: Days at most between a pledge and an act against it.
PLEDGED: Final = 60
#: What is pledged to stop or to lessen, and the events that break such a pledge.
BROKEN_BY: Final = {
    "attack": frozenset({"*attack", "*troops", "militar", "hostil", "fir", "*weapons"}),
    "sanction": frozenset({"sanction", "*tariff"}),
    "mobilization": frozenset({"mobiliz", "mobilis", "conscript"}),
    "walkout": frozenset({"*strike", "*leave"}),
}
#: Classes that say how a negotiation stands.
STANDING: Final = frozenset({"*progress", "*deadlock"})
#: Words at most of a statement that says nothing but how it stands.
BARE: Final = 3
#: Kinds of cues that say the opposite of their content.
DOUBTING: Final = frozenset({"deny", "reject", "accuse", "doubt"})
_LESS: Final = frozenset({"*reduce", "*stop"})
#: Words that set an act against a pledge.
_AGAINST: Final = re.compile(
    r"\b(?:despite|although|though|notwithstanding|in spite of|in defiance of|"
    r"violat\w+|breach\w*|in breach|br(?:eak|oke|oken|eaking|eaks)(?! out)|"
    r"reneg\w+|(?:went|gone|goes|go|going) back on)\b",
    re.I,
)
#: Words that exclude something from discussion.
_EXCLUDING: Final = frozenset({"*exclude", "*reject", "*discuss"})


def contradictions(board: Board, positions: Sequence[Position]) -> tuple[Raw, ...]:
    """Return contradictions, each with what it is about."""
    return (
        *_broken_pledges(board),
        *_denials(board),
        *_refusals(board, positions),
    )


def _broken_pledges(board: Board) -> Iterator[Raw]:
    for pledge in board.of_type("pledge", "ceasefire", "agreement"):
        words = board.words(pledge.iri, around=pledge.type == "pledge").words
        if pledge.type == "pledge" and not words & _LESS:
            continue
        if pledge.type == "agreement" and not words & _LESS:
            continue
        for act in board.of_type(*BROKEN_BY):
            broken = BROKEN_BY[act.type]
            if not (
                words & broken or (pledge.type == "ceasefire" and act.type == "attack")
            ):
                continue
            if not _may_break(board, pledge, act):
                continue
            what = short(pledge.label)
            proof = (*_near(board, pledge, act), *_near(board, act, pledge))
            yield Raw(
                pledge.iri,
                act.iri,
                "contradicts",
                "a pledge and an act against it",
                0.7,
                proof,
                what,
            )
    yield from _reported_breaks(board)


def _may_break(board: Board, pledge: StoryEvent, act: StoryEvent) -> bool:
    """Tell whether an act is after a pledge, of its side, or told against it."""
    begun, done = board.begin(pledge.iri), board.begin(act.iri)
    pledger, actor = board.sides_of[pledge.iri], board.sides_of[act.iri]
    if pledger and actor and not pledger & actor:
        return False
    if begun is None or done is None or begun == done:
        return _told_against(board, pledge, act)
    if not 0 < (done - begun).days <= PLEDGED:
        return False
    beside = board.sentences_apart(pledge.iri, act.iri)
    return bool(pledger & actor) or (beside is not None and beside <= 1)


def _told_against(board: Board, pledge: StoryEvent, act: StoryEvent) -> bool:
    """Tell whether a sentence that tells one sets it against the other beside it.

    Where no days say which came first, the article's words must: fighting is told
    beside most truces, the fighting that they ended.
    """
    for one, other in product(
        board.tellings_of.get(pledge.iri, ()), board.tellings_of.get(act.iri, ())
    ):
        if one.reading is not other.reading:
            continue
        for a, b in product(one.mention.mentions, other.mention.mentions):
            first, second = (sentence_at(one.reading, q.start, q.end) for q in (a, b))
            spans = one.reading.sentences
            gap = sentence_number(spans, a.start) - sentence_number(spans, b.start)
            if abs(gap) <= 1 and any(map(_AGAINST.search, {first.text, second.text})):
                return True
    return False


def _reported_breaks(board: Board) -> Iterator[Raw]:
    """Yield statements that report acts against a pledge, where no event tells them."""
    for pledge in board.of_type("pledge"):
        words = board.words(pledge.iri, around=True).words
        if not words & _LESS or not words & BROKEN_BY["attack"]:
            continue
        articles = board.articles_of[pledge.iri]
        for statement in board.statements:
            if statement.article not in articles:
                continue
            reading = board.corpus.by_id[statement.article]
            said = board.words_at(statement.evidence)
            if "*attack" not in said.words or said.words & _LESS or said.denies:
                continue
            for telling in board.tellings_of[pledge.iri]:
                if (
                    telling.reading is not reading
                    or telling.mention.statement == statement.iri
                ):
                    continue
                mentions = telling.mention.mentions
                apart = min(
                    abs(
                        sentence_number(reading.sentences, q.start)
                        - sentence_number(
                            reading.sentences, statement.evidence[0].start
                        )
                    )
                    for q in mentions
                )
                inside = any(
                    q.start < statement.evidence[0].end
                    and statement.evidence[0].start < q.end
                    for q in mentions
                )
                same = (
                    board.sides_of.get(statement.iri, frozenset())
                    & board.sides_of[pledge.iri]
                )
                if apart == 0 and not inside and not same:
                    proof = (evidence(reading, mentions[0]), *statement.evidence[:1])
                    yield Raw(
                        pledge.iri,
                        statement.iri,
                        "contradicts",
                        "a pledge and a report against it in one sentence",
                        0.7,
                        proof,
                        short(pledge.label),
                    )
                    break


def _denials(board: Board) -> Iterator[Raw]:
    """Yield a claim of progress and its denial, by different speakers, within days."""
    told: list[tuple[StoryStatement, Wording, bool]] = []
    line = {reading.article.id: i for i, reading in enumerate(board.corpus.readings)}
    for statement in sorted(
        board.statements, key=lambda s: (line[s.article], s.evidence[0].start, s.iri)
    ):
        if statement.act == "intention" or statement.speaker is None:
            continue
        words = board.words_at(statement.evidence)
        if words.words & STANDING:
            up = _sees_progress(statement)
            if up is not None:
                told.append((statement, words, up))
    seen: set[tuple[str, str]] = set()
    for (one, a, up), (other, b, also) in combinations(told, 2):
        if up == also or one.speaker_iri == other.speaker_iri:
            continue
        first, second = board.begin(one.iri), board.begin(other.iri)
        if first is None or second is None or abs((first - second).days) > NEAR:
            continue
        if not _same_matter(a, b):
            continue
        claim, denial = (one, other) if up else (other, one)
        key = (claim.speech_act, denial.speech_act)
        if key in seen:
            continue
        seen.add(key)
        proof = (*claim.evidence[:1], *denial.evidence[:1])
        rule = "a claim and its denial within days"
        about = "progress in the negotiations"
        yield Raw(claim.iri, denial.iri, "contradicts", rule, 0.7, proof, about)


def _sees_progress(statement: StoryStatement) -> bool | None:
    """Return whether a statement sees progress, ``None`` where it says both or neither.

    "Slight progress, but it is not the end of the road" denies none.
    """
    doubts = statement.cue_kind in DOUBTING
    moves = denied(statement.content, "progress")
    stands = denied(statement.content, "deadlock")
    seen = {not no for no in moves} | set(stands)
    if len(seen) != 1:
        return None
    return doubts != seen.pop()


def _same_matter(a: Wording, b: Wording) -> bool:
    """Tell whether both speak of the negotiation, or of one more thing at least.

    Who says only that there is no progress speaks of the negotiation.
    """
    of_talks = ["*negotiation" in x.words or len(x.words) <= BARE for x in (a, b)]
    return all(of_talks) or bool((a.words & b.words) - STANDING)


def _refusals(board: Board, positions: Sequence[Position]) -> Iterator[Raw]:
    """Yield a refusal to discuss something beside another side's proposal on it."""
    refusing = [
        p
        for p in positions
        if p.stance == "rejects"
        and not p.origin.rpartition("/id/")[2].startswith("provision")
    ]
    seen: set[tuple[str, str]] = set()
    by_origin: Mapping[str, StoryStatement] = {s.iri: s for s in board.statements}
    for position in refusing:
        statement = by_origin.get(position.origin)
        if statement is None:
            continue
        refused = board.words_at(statement.evidence)
        if not refused.words & _EXCLUDING:
            continue
        for proposal in board.proposals:
            if proposal.proposer_iri in {None, position.side}:
                continue
            if _too_far(board, statement, proposal):
                continue
            provision = _on_topic(board, proposal, position.topic, refused)
            if provision is None or (statement.speech_act, proposal.iri) in seen:
                continue
            seen.add((statement.speech_act, proposal.iri))
            proof = (*statement.evidence[:1], *provision.evidence[:1])
            yield Raw(
                statement.iri,
                proposal.iri,
                "contradicts",
                "a refusal to discuss what is proposed",
                0.65,
                proof,
                position.topic,
            )


def _too_far(board: Board, statement: StoryStatement, proposal: StoryProposal) -> bool:
    said, put = board.begin(statement.iri), board.begin(proposal.iri)
    if said is None or put is None:
        return not board.together(statement.iri, proposal.iri)
    return not -1 <= (said - put).days <= PLEDGED


def _on_topic(
    board: Board, proposal: StoryProposal, topic: str, refused: Wording
) -> StoryProvision | None:
    """Return the provision on a topic that is closest to what is refused."""
    fitting = [p for p in proposal.provisions if _names(topic, (p.topic, *p.topics))]
    return max(
        fitting,
        key=lambda p: (similarity(board.words_at(p.evidence), refused), p.iri),
        default=None,
    )


def _names(topic: str, topics: Iterable[str]) -> bool:
    """Tell whether a topic is among others, a place in whichever form."""
    return any(
        topic == other
        or (min(len(topic), len(other)) >= 5 and other.startswith(topic))
        or (min(len(topic), len(other)) >= 5 and topic.startswith(other))
        for other in topics
    )


def _near(board: Board, thing: StoryEvent, other: StoryEvent) -> tuple[Evidence, ...]:
    """Return the sentence of one that stands in an article that tells both."""
    shared = board.together(thing.iri, other.iri)
    for telling in board.tellings_of[thing.iri]:
        if not shared or telling.reading.article.id in shared:
            quoted = telling.mention.mentions[0]
            return (
                evidence(
                    telling.reading,
                    sentence_at(telling.reading, quoted.start, quoted.end),
                ),
            )
    return thing.evidence[:1]


def short(label: str) -> str:
    """Return a label as a phrase within a sentence."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label
