"""Tell the story of a negotiation from the readings of its articles.

One way through: names, utterances, events, proposals, deviations, positions, links,
phases, main line. Nothing depends on the order of the articles; an article given
twice counts once.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.records import Reading
from graph.board import board
from graph.contradictions import contradictions
from graph.corpus import gather, once
from graph.deviations import deviations
from graph.happenings import happened
from graph.identity import identify
from graph.links import links
from graph.mainline import main_line
from graph.phases import phases
from graph.positions import positions
from graph.proposals import tabled
from graph.speech_acts import said
from graph.story import Story
from graph.telling import tellings


def tell(readings: Iterable[Reading], *, corrections: Iterable[object] = ()) -> Story:
    """Return everything resolved across the articles.

    Args:
        readings: one an article, in any order; copies of one text count once.
        corrections: the reader's own judgements, replayed on every build.
    """
    kept = once(readings)
    identity = identify(kept)
    corpus = gather(kept, identity.entities, identity.iri_of)
    utterances = said(corpus)
    events = happened(corpus, tellings(corpus), utterances.iri_of)
    proposals = tabled(corpus, events.event_of, events.days_of)
    claimed = deviations(
        corpus,
        proposals.proposals,
        proposals.iri_of,
        events.event_of,
        utterances.iri_of,
    )
    known = board(
        corpus,
        events.events,
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
        events=events.events,
        statements=utterances.statements,
        speech_acts=utterances.speech_acts,
        proposals=proposals.proposals,
        deviations=claimed,
        links=related,
        positions=stands,
        phases=phases(known, related),
        main_line=main_line(known, related),
        judgements=tuple(
            sorted(judgements, key=lambda j: (j.target, j.rule, j.detail, j.evidence))
        ),
    )
