"""Words that name an event in passing: a proposal in a claim about its text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from graph.in_line import Line
from graph.story import StoryEvent, StoryProposal


def named_in_passing(
    line: Line, events: Sequence[StoryEvent], proposals: Sequence[StoryProposal]
) -> tuple[StoryEvent, ...]:
    """Return the events, those of a proposal with all words that name the proposal.

    The words of its terms do not name it.
    """
    words = {
        p.event: set(p.evidence) - {e for term in p.provisions for e in term.evidence}
        for p in proposals
        if p.event
    }
    found = []
    for event in events:
        more = words.get(event.iri, ()) if event.type == "proposal" else ()
        spans = {*event.evidence, *more}
        changed = len(spans) > len(event.evidence)
        found.append(
            replace(event, evidence=tuple(line.sorted(spans))) if changed else event
        )
    return tuple(found)
