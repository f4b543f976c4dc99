"""The contract's rows: what the commands print as JSON, from a story.

Field names are fixed by the contract; those after ``evidence`` are additions. All
lists are sorted by date, undated last; evidence by publication, file and place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from graph.in_line import Line, Place, place_of
from graph.story import Evidence, Link, Story, StoryProvision

__all__ = ["ROWS", "Row", "Rows", "fits"]

#: One line of an answer: plain JSON values.
Row = dict[str, Any]

_LATE = "9999"  # sorts after every date


def fits(wanted: str | None, *names: str | None) -> bool:
    """Whether one of the names holds the wanted words; ``None`` wants anything.

    Case does not count, words are whole, and ``"Berg"`` finds ``"Anna Berg"``.

    >>> fits("berg", "Anna Berg"), fits("Ber", "Anna Berg"), fits(None)
    (True, False, True)
    """
    if wanted is None:
        return True
    pattern = rf"(?<!\w){re.escape(wanted.strip())}(?!\w)"
    return any(name and re.search(pattern, name, re.IGNORECASE) for name in names)


@dataclass(frozen=True)
class Rows:
    """The rows of a story.

    >>> Rows(Story(articles=())).timeline()
    []
    """

    story: Story
    _line: Line = field(init=False, repr=False)
    _outlets: Mapping[str, str] = field(init=False, repr=False)
    _labels: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        articles = self.story.articles
        outlets = {each.id: each.publisher or each.file for each in articles}
        labels = {each.iri: (each.name, *each.labels) for each in self.story.entities}
        object.__setattr__(self, "_line", Line(map(place_of, articles)))
        object.__setattr__(self, "_outlets", outlets)
        object.__setattr__(self, "_labels", labels)

    def evidence(self, words: Iterable[Evidence]) -> list[Row]:
        """Return words of articles as the contract writes them."""
        return [row for _, row in self.evidence_of(words)]

    def evidence_of(self, words: Iterable[Evidence]) -> list[tuple[Evidence, Row]]:
        """Return words of articles, each with how the contract writes it."""
        return [
            (e, {"file": e.file, "start": e.start, "end": e.end, "text": e.text})
            for e in self._line.sorted(words)
        ]

    def outlets(self, words: Iterable[Evidence]) -> list[str]:
        """Return who published the articles that words stand in, sorted."""
        return sorted({self._outlets.get(e.article, e.file) for e in words})

    def timeline(self) -> list[Row]:
        """Return all events."""
        main = frozenset(self.story.main_line)
        rows = [
            {
                "iri": event.iri,
                "type": event.type,
                "label": event.label,
                "begin": event.begin,
                "last": event.last,
                "precision": event.precision,
                "modality": event.modality,
                "places": list(event.place_names),
                "participants": list(event.participant_names),
                "evidence": self.evidence(event.evidence),
                "date_basis": event.date_basis,
                "topics": list(event.topics),
                "outlets": self.outlets(event.evidence),
                "told_in": list(event.told_in),
                "denied": event.denied,
                "confidence": event.confidence,
                "main_line": event.iri in main,
            }
            for event in self.story.events
        ]
        return sorted(rows, key=lambda row: _when(row, "begin", "last"))

    def statements(
        self, *, speaker: str | None = None, topic: str | None = None
    ) -> list[Row]:
        """Return all statements, or those of a speaker or on a topic.

        Args:
            speaker: words of a name of the speaker, in any known spelling.
            topic: words of a topic's name.
        """
        return [
            {
                "iri": said.iri,
                "speaker": said.speaker,
                "content": said.content,
                "kind": said.kind,
                "act": said.act,
                "date": said.date,
                "topics": list(said.topics),
                "speech_act": said.speech_act,
                "evidence": self.evidence(said.evidence),
                "stance": said.stance,
                "cue": said.cue_kind,
                "via": list(said.via),
                "outlet": self._outlets.get(said.article),
                "speaker_iri": said.speaker_iri,
                "inside": said.inside,
            }
            for said in sorted(
                self.story.statements,
                key=lambda s: (s.date or _LATE, self._first(*s.evidence), s.iri),
            )
            if fits(
                speaker, said.speaker, *self._labels.get(said.speaker_iri or "", ())
            )
            and fits(topic, *said.topics)
        ]

    def proposals(self) -> list[Row]:
        """Return all versions of proposals with their provisions.

        A provision that several articles tell stands once for each, with its words
        there and one IRI; ``reports`` has the words of all.
        """
        rows = [
            {
                "iri": proposal.iri,
                "label": proposal.label,
                "proposer": proposal.proposer,
                "date": proposal.date,
                "revision_of": proposal.revision_of,
                "provisions": [
                    term
                    for each in sorted(
                        proposal.provisions,
                        key=lambda term: self._first(*term.evidence),
                    )
                    for term in self._terms(each)
                ],
                "evidence": self.evidence(proposal.evidence),
                "addressee": proposal.addressee,
                "version": proposal.version,
                "event": proposal.event,
            }
            for proposal in self.story.proposals
        ]
        return sorted(rows, key=lambda row: _when(row, "date"))

    def deviations(self) -> list[Row]:
        """Return all claims that a later version departs from an earlier one."""
        return [
            {
                "topic": each.topic,
                "kind": each.kind,
                "from": each.source,
                "to": each.target,
                "claimed_by": each.claimed_by,
                "date": each.date,
                "old": self._one(each.old),
                "new": self._one(each.new),
                "iri": each.iri,
                "statement": each.statement,
                "event": each.event,
            }
            for each in sorted(
                self.story.deviations,
                key=lambda d: (d.date or _LATE, self._first(d.new), d.iri),
            )
        ]

    def positions(self, *, topic: str | None = None) -> list[Row]:
        """Return where the sides stand, by topic, or on one topic."""
        rows = [
            {
                "iri": each.iri,
                "side": each.side_name,
                "holder": each.holder_name,
                "topic": each.topic,
                "stance": each.stance,
                "date": each.date,
                "text": each.text,
                "outlets": each.outlets,
                "evidence": self.evidence(each.evidence),
                "side_iri": each.side,
                "holder_iri": each.holder,
                "origin": each.origin,
            }
            for each in self.story.positions
            if fits(topic, each.topic)
        ]
        return sorted(
            rows, key=lambda row: (row["topic"], _when(row, "date"), row["side"])
        )

    def contradictions(self) -> list[Row]:
        """Return all pairs of claims that cannot both be so."""
        said = {each.iri: each for each in self.story.statements}
        labels = {
            **{each.iri: each.label for each in self.story.events},
            **{each.iri: each.label for each in self.story.proposals},
            **{each.iri: each.content for each in self.story.statements},
        }

        def row(link: Link) -> Row:
            one, other = said.get(link.source), said.get(link.target)
            return {
                "iri": link.iri,
                "about": link.about,
                "from": link.source,
                "from_text": labels.get(link.source, link.source),
                "from_speaker": None if one is None else one.speaker,
                "to": link.target,
                "to_text": labels.get(link.target, link.target),
                "to_speaker": None if other is None else other.speaker,
                "date": None if one is None else one.date,
                "rule": link.rule,
                "confidence": link.confidence,
                "evidence": self.evidence(link.evidence),
            }

        rows = [row(each) for each in self.story.links if _contradicts(each)]
        return sorted(rows, key=lambda each: (_when(each, "date"), each["iri"]))

    def phases(self) -> list[Row]:
        """Return the states of the negotiation in order."""
        labels = {each.iri: each.label for each in self.story.events}
        return [
            {
                "iri": each.iri,
                "name": each.name,
                "begin": each.begin,
                "event": each.event,
                "label": labels.get(each.event, ""),
                "explained": each.explained,
                "evidence": self.evidence(each.evidence),
            }
            for each in self.story.phases
        ]

    def entities(self) -> list[Row]:
        """Return all people, places, organisations and parties, by kind and name."""
        names = {each.iri: each.name for each in self.story.entities}
        rows = [
            {
                "iri": each.iri,
                "kind": each.kind,
                "name": each.name,
                "labels": list(each.labels),
                "roles": list(each.roles),
                "country": each.country,
                "speaks_for": names.get(each.affiliation or ""),
                "mentions": len(each.evidence),
                "outlets": self.outlets(each.evidence),
                "evidence": self.evidence(each.evidence),
            }
            for each in self.story.entities
        ]
        return sorted(rows, key=lambda row: (row["kind"], row["name"], row["iri"]))

    def _terms(self, term: StoryProvision) -> list[Row]:
        """Return a provision as each article tells it."""
        reports = self.evidence(term.evidence)
        return [
            {
                "topic": term.topic,
                "text": " ".join(words["text"].split()),
                "evidence": words,
                "iri": term.iri,
                "topics": list(term.topics),
                "condition": self._one(term.condition),
                "quantities": [
                    {"value": q.value, "unit": q.unit, "text": q.quoted.text}
                    for q in term.quantities
                ],
                "reports": reports,
            }
            for words in reports
        ]

    def _first(self, *words: Evidence) -> tuple[Place, int, int]:
        """Return what things are sorted by as a reader meets them."""
        return min(map(self._line.at, words), default=((_LATE, "", ""), 0, 0))

    def _one(self, words: Evidence | None) -> Row | None:
        return None if words is None else self.evidence((words,))[0]


def _contradicts(link: Link) -> bool:
    return link.relation == "contradicts"


def _when(row: Row, *fields: str) -> tuple[str, ...]:
    name = row.get("label") or row.get("iri") or ""
    return (*(row[each] or _LATE for each in fields), str(name), str(row.get("iri")))


#: The kinds of rows, which are also the names of commands.
ROWS = (
    "timeline",
    "statements",
    "proposals",
    "deviations",
    "positions",
    "contradictions",
    "phases",
    "entities",
)
