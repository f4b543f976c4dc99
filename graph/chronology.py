"""Tell the story of a negotiation from the readings of its articles.

One way through: names, utterances, events, proposals, deviations, positions, links,
phases, main line. Nothing depends on the order of the articles; an article given
twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extract.records import Reading
from graph.board import board
from graph.contradictions import contradictions
from graph.corpus import gather, once
from graph.corrections import Correction
from graph.deviations import deviations
from graph.happenings import happened
from graph.identity import KnownEntity, identify
from graph.keeping import Apart, spans
from graph.links import links
from graph.mainline import main_line
from graph.named_in_passing import named_in_passing
from graph.phases import phases
from graph.positions import positions
from graph.proposals import tabled
from graph.reports import Report
from graph.speech_acts import said
from graph.story import Story
from graph.telling import Telling, tellings
from graph.titles import titled
from graph.versions import Draft


def tell(
    readings: Iterable[Reading],
    *,
    corrections: Iterable[Correction] = (),
    listed: Sequence[KnownEntity] = (),
) -> Story:
    """Return everything resolved across the articles.

    Args:
        readings: one an article, in any order; copies of one text count once.
        corrections: the reader's own judgements; here those that keep things apart
            (the others are replayed on the story, ``graph.correcting``).
        listed: the reader's list of people and bodies (``graph.reader_list``).
    """
    kept = once(readings)
    judged = tuple(corrections)
    identity = identify(kept, known=listed, corrections=judged)
    corpus = gather(kept, identity.entities, identity.iri_of)
    apart = Apart(judged)

    def reports(one: Report, other: Report) -> bool:
        return bool(apart.pairs) and apart.parted(
            spans(one.reading.article.id, one.statement.content),
            spans(other.reading.article.id, other.statement.content),
        )

    def events_told(one: Telling, other: Telling) -> bool:
        return bool(apart.pairs) and apart.parted(
            spans(one.at[0], one.mention.mentions),
            spans(other.at[0], other.mention.mentions),
        )

    def drafts(one: Draft, other: Draft) -> bool:
        return bool(apart.pairs) and apart.parted(
            spans(one.at[0], one.proposal.mentions),
            spans(other.at[0], other.proposal.mentions),
        )

    utterances = said(corpus, kept_apart=reports)
    events = happened(
        corpus,
        tellings(corpus, utterances.said_on),
        utterances.iri_of,
        kept_apart=events_told,
    )
    proposals = tabled(corpus, events, kept_apart=drafts)
    claimed = deviations(
        corpus,
        proposals.proposals,
        proposals.iri_of,
        events.event_of,
        utterances.iri_of,
    )
    told = titled(events.events, proposals.proposals, claimed)
    told = named_in_passing(corpus.line, told, proposals.proposals)
    known = board(
        corpus,
        told,
        utterances.statements,
        proposals.proposals,
        claimed,
        {**utterances.iri_of, **events.event_of, **proposals.iri_of},
        events.tellings_of,
    )
    stands = positions(known, utterances.speech_acts)
    related = links(known, contradictions(known, stands))
    judgements = (
        *identity.judgements,
        *events.judgements,
        *utterances.judgements,
        *proposals.judgements,
    )
    return Story(
        articles=tuple(reading.article for reading in kept),
        entities=tuple(sorted(identity.entities, key=lambda entity: entity.iri)),
        events=told,
        statements=utterances.statements,
        speech_acts=utterances.speech_acts,
        proposals=proposals.proposals,
        deviations=claimed,
        links=related,
        positions=stands,
        phases=phases(known, related),
        main_line=main_line(known, related),
        judgements=tuple(
            sorted(
                judgements,
                key=lambda j: (
                    *(j.target, j.rule, j.detail),
                    [(e.article, e.start, e.end) for e in j.evidence],
                ),
            )
        ),
    )
