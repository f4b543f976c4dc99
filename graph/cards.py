"""Small HTML cards of a story's things, for notebooks: readable, and escaped."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import Final

from graph.story import Evidence, Story, StoryEvent, StoryProposal, StoryStatement

_TABLE: Final = (
    '<table style="border-collapse:collapse;text-align:left"><caption '
    'style="text-align:left;font-weight:600">{}</caption>{}</table>'
)


def graph_card(story: Story) -> str:
    """Return a story's size and main line.

    >>> "0 articles" in graph_card(Story(articles=()))
    True
    """
    events = {event.iri: event for event in story.events}
    proposals = {proposal.iri: proposal for proposal in story.proposals}
    rows = []
    for node in story.main_line:
        if node in events:
            event = events[node]
            rows.append((event.begin, event.label, ", ".join(event.participant_names)))
        elif node in proposals:
            put = proposals[node]
            rows.append((put.date, put.label, put.proposer or ""))
    title = (
        f"{len(story.articles)} articles, {len(story.events)} events, "
        f"{len(story.statements)} statements, {len(story.proposals)} proposals"
    )
    return _table(title, rows)


def event_card(event: StoryEvent) -> str:
    """Return an event with its words."""
    facts = [
        ("type", event.type),
        ("date", _range(event)),
        ("who", ", ".join(event.participant_names)),
        ("where", ", ".join(event.place_names)),
    ]
    return _table(event.label, [*facts, *_words(event.evidence)])


def statement_card(said: StoryStatement) -> str:
    """Return a statement with who said it when."""
    facts = [
        ("said", said.date or "undated"),
        ("topics", ", ".join(said.topics)),
        ("stance", said.stance),
    ]
    speaker = said.speaker or "speaker left open"
    return _table(speaker, [("words", said.content), *facts, *_words(said.evidence)])


def proposal_card(proposal: StoryProposal) -> str:
    """Return a proposal with its provisions."""
    facts = [("put", proposal.date or "undated"), ("by", proposal.proposer or "open")]
    terms = [(each.topic, each.text) for each in proposal.provisions]
    return _table(proposal.label, [*facts, *terms])


def _range(event: StoryEvent) -> str:
    if event.begin is None:
        return "undated"
    ends = "" if event.last in (None, event.begin) else f" to {event.last}"
    told = "" if event.modality == "actual" else f" ({event.modality})"
    return f"{event.begin}{ends}{told}"


def _words(evidence: Iterable[Evidence]) -> list[tuple[str, str]]:
    return [
        (words.file, f"\u201c{' '.join(words.text.split())}\u201d")
        for words in evidence
    ]


def _table(title: str, rows: Iterable[tuple[str | None, ...]]) -> str:
    body = "".join(
        "<tr>"
        + "".join(
            f'<td style="padding:.1em .8em .1em 0;vertical-align:top">'
            f"{escape(cell or '')}</td>"
            for cell in row
        )
        + "</tr>"
        for row in rows
    )
    return _TABLE.format(escape(title), body)
