"""The event graph: a ``networkx.MultiDiGraph`` of what happened and who said what.

Node keys are IRIs. Every node has ``kind`` (event, statement, proposal, deviation,
person, party, organization, place), ``type`` (an event's type, else the kind),
``label``, ``begin`` and ``last`` (ISO strings or ``None``), ``precision``,
``basis``, ``modality``, ``participants``, ``places``, ``topics`` (lists of names),
``outlets`` (list), ``speaker``, ``text`` (a statement's content) and ``evidence``: a
list of ``{"file", "start", "end", "text", "article", "outlet", "published",
"speaker"}``.
Edge keys are relations (respondsTo, about, partOf, revisionOf, deviatesFrom,
contradicts, leadsTo, speaker, hasActor, proposer, hasPlace); every edge has
``relation``, ``label``, ``rule``, ``confidence`` and ``evidence``.
``network.graph`` holds ``articles`` (list of dicts with id, file, title, publisher,
url, published, published_basis, text), ``main_line`` (list of node IRIs), and the
rows of the contract under ``timeline``, ``statements``, ``proposals``,
``deviations``, ``positions``, ``contradictions``, ``phases``, ``entities``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import networkx as nx

from extract.records import Article
from graph.rows import ROWS, Rows
from graph.story import Evidence, Story

__all__ = ["to_network"]


def to_network(story: Story) -> nx.MultiDiGraph[str]:
    """Return the event graph of a story; nodes and edges in a fixed order.

    >>> to_network(Story(articles=())).number_of_nodes()
    0
    """
    rows = Rows(story)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    network.graph["articles"] = [_article(each) for each in _by_day(story.articles)]
    network.graph["main_line"] = list(story.main_line)
    for name in ROWS:
        network.graph[name] = getattr(rows, name)()
    builder = _Builder(story)
    for iri, data in sorted(builder.nodes(), key=lambda node: node[0]):
        network.add_node(iri, **data)
    for source, target, relation, data in sorted(
        builder.edges(), key=lambda edge: (edge[0], edge[1], edge[2], edge[3]["label"])
    ):
        if source in network and target in network:
            _add(network, source, target, relation, data)
    return network


def _add(
    network: nx.MultiDiGraph[str],
    source: str,
    target: str,
    relation: str,
    data: dict[str, Any],
) -> None:
    """Add an edge; a relation that is stated twice keeps the evidence of both."""
    if network.has_edge(source, target, key=relation):
        known = network.edges[source, target, relation]
        known["evidence"] += [e for e in data["evidence"] if e not in known["evidence"]]
        known["confidence"] = max(known["confidence"], data["confidence"])
    else:
        network.add_edge(source, target, key=relation, relation=relation, **data)


def _by_day(articles: Iterable[Article]) -> list[Article]:
    return sorted(articles, key=lambda each: (str(each.published or "9999"), each.file))


def _article(article: Article) -> dict[str, Any]:
    day = article.published
    return {
        "id": article.id,
        "file": article.file,
        "title": article.title,
        "publisher": article.publisher,
        "url": article.url,
        "published": None if day is None else day.isoformat(),
        "published_basis": article.published_basis,
        "text": article.text,
        "published_reasons": list(article.published_reasons),
        "published_candidates": [d.isoformat() for d in article.published_candidates],
        "blocks": [[b.start, b.end, b.kind] for b in article.blocks],
    }


class _Builder:
    """Make the nodes and edges of one story."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.rows = Rows(story)
        self.articles = {each.id: each for each in story.articles}
        self.said = {each.iri: each for each in story.statements}
        self.speakers = {
            words: each.speaker
            for each in reversed(story.statements)
            for words in each.evidence
        }

    def words(
        self, evidence: Iterable[Evidence], speaker: str | None = None
    ) -> list[dict[str, Any]]:
        """Return evidence with who published it when, and who is quoted in it."""
        found = []
        for words, row in self.rows.evidence_of(dict.fromkeys(evidence)):
            article = self.articles[words.article]
            day = article.published
            found.append(
                {
                    **row,
                    "article": article.id,
                    "outlet": article.publisher or article.file,
                    "published": None if day is None else day.isoformat(),
                    "speaker": speaker or self.speakers.get(words),
                }
            )
        return found

    def _node(
        self, kind: str, label: str, evidence: tuple[Evidence, ...], **known: Any
    ) -> dict[str, Any]:
        speaker = known.get("speaker")
        return {
            "kind": kind,
            "type": kind,
            "label": label,
            "begin": None,
            "last": None,
            "precision": "unknown",
            "basis": "",
            "modality": "actual",
            "participants": [],
            "places": [],
            "topics": [],
            "outlets": self.rows.outlets(evidence),
            "speaker": None,
            "text": "",
            "evidence": self.words(evidence, speaker),
            **known,
        }

    def nodes(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Yield all nodes with their attributes."""
        story = self.story
        names = {each.iri: each.name for each in story.entities}
        for entity in story.entities:
            yield (
                entity.iri,
                self._node(
                    entity.kind,
                    entity.name,
                    entity.evidence,
                    labels=list(entity.labels),
                    roles=list(entity.roles),
                    country=entity.country,
                    speaks_for=names.get(entity.affiliation or ""),
                ),
            )
        for event in story.events:
            yield (
                event.iri,
                self._node(
                    "event",
                    event.label,
                    event.evidence,
                    type=event.type,
                    begin=event.begin,
                    last=event.last,
                    precision=event.precision,
                    basis=event.date_basis,
                    modality=event.modality,
                    participants=list(event.participant_names),
                    places=list(event.place_names),
                    topics=list(event.topics),
                    told_in=list(event.told_in),
                    denied=event.denied,
                    confidence=event.confidence,
                ),
            )
        for said in story.statements:
            yield (
                said.iri,
                self._node(
                    "statement",
                    _shortened(said.content, said.speaker),
                    said.evidence,
                    begin=said.date,
                    last=said.date,
                    precision=_precision(said.date),
                    basis=said.date_basis or "",
                    participants=[said.speaker] if said.speaker else [],
                    topics=list(said.topics),
                    speaker=said.speaker,
                    text=said.content,
                    statement_kind=said.kind,
                    act=said.act,
                    stance=said.stance,
                    speech_act=said.speech_act,
                    via=list(said.via),
                ),
            )
        for proposal in story.proposals:
            topics = sorted(
                {t for p in proposal.provisions for t in (p.topic, *p.topics)}
            )
            words = (e for p in proposal.provisions for e in p.evidence)
            yield (
                proposal.iri,
                self._node(
                    "proposal",
                    proposal.label,
                    (*proposal.evidence, *words),
                    begin=proposal.date,
                    last=proposal.date,
                    precision=_precision(proposal.date),
                    participants=[proposal.proposer] if proposal.proposer else [],
                    topics=topics,
                    version=proposal.version,
                    event=proposal.event,
                ),
            )
        for each in story.deviations:
            old = () if each.old is None else (each.old,)
            yield (
                each.iri,
                self._node(
                    "deviation",
                    f"{each.topic}: {each.kind}",
                    (*old, each.new),
                    begin=each.date,
                    last=each.date,
                    precision=_precision(each.date),
                    participants=[each.claimed_by] if each.claimed_by else [],
                    topics=[each.topic],
                    speaker=each.claimed_by,
                    text=each.new.text,
                    event=each.event,
                ),
            )

    def _edge(
        self,
        label: str,
        evidence: Iterable[Evidence],
        *,
        rule: str = "",
        confidence: float = 1.0,
    ) -> dict[str, Any]:
        return {
            "label": label,
            "rule": rule,
            "confidence": confidence,
            "evidence": self.words(evidence),
        }

    def edges(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield all edges: from, to, relation, attributes."""
        yield from self._stated()
        yield from self._of_claims()
        for event in self.story.events:
            for actor in event.participants:
                yield event.iri, actor, "hasActor", self._edge("with", event.evidence)
            for place in event.places:
                yield event.iri, place, "hasPlace", self._edge("in", event.evidence)
        for said in self.story.statements:
            if said.speaker_iri is not None:
                words = said.source or said.cue or said.evidence
                yield (
                    said.iri,
                    said.speaker_iri,
                    "speaker",
                    self._edge("said by", words),
                )

    def _stated(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Relations that a link states with its words and rule."""
        for link in self.story.links:
            label = _LABELS.get(link.relation, link.relation)
            if link.about:
                label = f"{label} ({link.about})"
            yield (
                link.source,
                link.target,
                link.relation,
                self._edge(
                    label, link.evidence, rule=link.rule, confidence=link.confidence
                ),
            )

    def _of_claims(self) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Relations of proposals and deviations, unless a link states them too."""
        for each in self.story.proposals:
            if each.proposer_iri is not None:
                proposed = self._edge("proposed by", each.evidence)
                yield each.iri, each.proposer_iri, "proposer", proposed
            if each.revision_of is not None:
                revises = self._edge(_LABELS["revisionOf"], each.evidence)
                yield each.iri, each.revision_of, "revisionOf", revises
            if each.event is not None:
                yield each.event, each.iri, "about", self._edge("puts", each.evidence)
        for claim in self.story.deviations:
            words = [claim.new] if claim.old is None else [claim.old, claim.new]
            for proposal, label in (
                (claim.source, "departs from"),
                (claim.target, "is in"),
            ):
                if proposal is not None:
                    relation = "deviatesFrom" if proposal == claim.source else "about"
                    yield claim.iri, proposal, relation, self._edge(label, words)
            if claim.claimed_by_iri is not None:
                claimed = self._edge("claimed by", words)
                yield claim.iri, claim.claimed_by_iri, "speaker", claimed
            if claim.event is not None:
                yield claim.event, claim.iri, "about", self._edge("concerns", words)


_LABELS = {
    "respondsTo": "responds to",
    "about": "is about",
    "partOf": "is part of",
    "revisionOf": "revises",
    "deviatesFrom": "deviates from",
    "contradicts": "contradicts",
    "leadsTo": "leads to",
}


def _precision(value: str | None) -> str:
    return {10: "day", 7: "month", 4: "year"}.get(len(value or ""), "unknown")


def _shortened(text: str, speaker: str | None) -> str:
    short = text if len(text) <= 60 else text[:57].rsplit(" ", 1)[0] + " ..."
    return f"{speaker}: {short}" if speaker else short
