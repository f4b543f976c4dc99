"""Everything resolved so far, for the rules that relate it.

The rules of ``graph.links``, ``graph.contradictions``, ``graph.phases`` and
``graph.mainline`` read the board; none of them changes it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from extract.records import Quoted
from graph.corpus import Corpus
from graph.days import Days, days
from graph.story import (
    Evidence,
    StoryDeviation,
    StoryEvent,
    StoryProposal,
    StoryStatement,
)
from graph.telling import Telling
from graph.wording import Wording, wording_of


@dataclass(frozen=True, kw_only=True)
class Board:
    """Events, statements, proposals and deviations, by IRI and by article.

    Attributes:
        iri_of: article id and record id -> IRI of what it became.
        tellings_of: IRI of an event -> its tellings.
        sides_of: IRI of an event -> keys of the sides that took part.
    """

    corpus: Corpus
    events: Sequence[StoryEvent]
    statements: Sequence[StoryStatement]
    proposals: Sequence[StoryProposal]
    deviations: Sequence[StoryDeviation]
    iri_of: Mapping[tuple[str, str], str]
    tellings_of: Mapping[str, Sequence[Telling]]
    sides_of: Mapping[str, frozenset[str]]
    days_of: Mapping[str, Days | None]
    articles_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    read: dict[Evidence, Wording] = field(default_factory=dict, repr=False)

    @cached_property
    def event_at(self) -> Mapping[str, StoryEvent]:
        """Return the events by IRI."""
        return {event.iri: event for event in self.events}

    @cached_property
    def said_in(self) -> Mapping[str, Sequence[StoryStatement]]:
        """Return the statements by their article."""
        found: dict[str, list[StoryStatement]] = {}
        for statement in self.statements:
            found.setdefault(statement.article, []).append(statement)
        return found

    @cached_property
    def evidence_of(self) -> Mapping[str, Sequence[Evidence]]:
        """Return the words of each event, proposal and statement by IRI."""
        return {
            **{said.iri: said.evidence for said in self.statements},
            **{proposal.iri: proposal.evidence for proposal in self.proposals},
            **{event.iri: event.evidence for event in self.events},
        }

    @cached_property
    def _typed(self) -> Mapping[str, Sequence[tuple[int, StoryEvent]]]:
        found: dict[str, list[tuple[int, StoryEvent]]] = {}
        for i, event in enumerate(self.events):
            found.setdefault(event.type, []).append((i, event))
        return found

    def begin(self, iri: str) -> date | None:
        """Return the first day of an event, statement, proposal or deviation."""
        known = self.days_of.get(iri)
        return known.begin if known else None

    def of_type(self, *types: str, happened: bool = True) -> list[StoryEvent]:
        """Return the events of some types in time order.

        Args:
            types: the types.
            happened: leave out what is only planned, supposed or denied.
        """
        typed = [pair for kind in set(types) for pair in self._typed.get(kind, ())]
        return [
            event
            for _, event in sorted(typed, key=lambda pair: pair[0])
            if not happened or event.modality == "actual"
        ]

    def words(self, iri: str, *, around: bool = False) -> Wording:
        """Return what all tellings of an event say together."""
        found: set[str] = set()
        denies = False
        for telling in self.tellings_of.get(iri, ()):
            words = telling.around if around else telling.words
            found |= words.words
            denies = denies or words.denies
        return Wording(frozenset(found), denies)

    def words_at(self, spans: Sequence[Evidence]) -> Wording:
        """Return what spans of one article or several say together."""
        found: set[str] = set()
        denies = False
        for span in spans:
            words = self._words_of(span)
            found |= words.words
            denies = denies or words.denies
        return Wording(frozenset(found), denies)

    def _words_of(self, span: Evidence) -> Wording:
        if span not in self.read:
            reading = self.corpus.by_id[span.article]
            named = self.corpus.named.get(span.article, ())
            quoted = Quoted(start=span.start, end=span.end, text=span.text)
            self.read[span] = wording_of(reading, (quoted,), named)
        return self.read[span]

    def sentences_apart(self, one: str, other: str) -> int | None:
        """Return the fewest sentences between tellings of two events, if any."""
        least: int | None = None
        for a in self.tellings_of.get(one, ()):
            for b in self.tellings_of.get(other, ()):
                if a.reading is not b.reading:
                    continue
                spans = a.reading.sentences
                for x in a.mention.mentions:
                    for y in b.mention.mentions:
                        first = sentence_number(spans, x.start)
                        gap = abs(first - sentence_number(spans, y.start))
                        least = gap if least is None else min(least, gap)
        return least

    def together(self, one: str, other: str) -> frozenset[str]:
        """Return the articles that tell both."""
        nothing: frozenset[str] = frozenset()
        return self.articles_of.get(one, nothing) & self.articles_of.get(other, nothing)


def sentence_number(spans: Sequence[tuple[int, int]], start: int) -> int:
    """Return which sentence holds a character, counted from 1."""
    return bisect_right(spans, start, key=lambda span: span[0])


def board(
    corpus: Corpus,
    events: Sequence[StoryEvent],
    statements: Sequence[StoryStatement],
    proposals: Sequence[StoryProposal],
    deviations: Sequence[StoryDeviation],
    iri_of: Mapping[tuple[str, str], str],
    tellings_of: Mapping[str, Sequence[Telling]],
) -> Board:
    """Return the board of what was resolved."""
    days_of: dict[str, Days | None] = {}
    articles_of: dict[str, frozenset[str]] = {}
    sides_of: dict[str, frozenset[str]] = {}
    for event in events:
        days_of[event.iri] = days(event.begin, event.last)
        sides_of[event.iri] = frozenset(
            side for t in tellings_of.get(event.iri, ()) for side in t.sides
        )
        articles_of[event.iri] = frozenset(e.article for e in event.evidence)
    for statement in statements:
        days_of[statement.iri] = days(statement.date)
        articles_of[statement.iri] = frozenset({statement.article})
        if statement.speaker_iri:
            sides_of[statement.iri] = frozenset(
                {corpus.side_key(statement.speaker_iri)}
            )
    for proposal in proposals:
        days_of[proposal.iri] = days(proposal.date)
        articles_of[proposal.iri] = frozenset(
            e.article
            for e in (
                *proposal.evidence,
                *(e for p in proposal.provisions for e in p.evidence),
            )
        )
        if proposal.proposer_iri:
            sides_of[proposal.iri] = frozenset({corpus.side_key(proposal.proposer_iri)})
    for deviation in deviations:
        days_of[deviation.iri] = days(deviation.date)
        articles_of[deviation.iri] = frozenset({deviation.new.article})
        if deviation.claimed_by_iri:
            sides_of[deviation.iri] = frozenset(
                {corpus.side_key(deviation.claimed_by_iri)}
            )
    return Board(
        corpus=corpus,
        events=events,
        statements=statements,
        proposals=proposals,
        deviations=deviations,
        iri_of=iri_of,
        tellings_of=tellings_of,
        sides_of=sides_of,
        days_of=days_of,
        articles_of=articles_of,
    )
