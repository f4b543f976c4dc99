"""Why the graph says so: the words, articles, rules and corrections behind a thing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from pyoxigraph import NamedNode, QuerySolutions

from graph.in_line import Line, place_of
from graph.store import GraphStore
from graph.story import Evidence, Story
from graph.terms import CORRECTIONS_GRAPH
from graph.things import chosen, things

__all__ = ["Reason", "Why", "Words", "why"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words of an article, with who published them when."""

    file: str
    start: int
    end: int
    text: str
    outlet: str | None
    published: str | None
    published_basis: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A rule that was at work, with what it rests on."""

    rule: str
    detail: str
    confidence: float
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """All that stands behind a node or an edge.

    Attributes:
        facts: what is stated of it, as pairs of name and value.
        words: where it is read from, by date of publication.
        reasons: rules across articles, and what made a link.
        corrections: what the reader said about it.
        alternatives: what else a phrase may have meant, best first.
    """

    iri: str
    kind: str
    label: str
    facts: tuple[tuple[str, str], ...]
    words: tuple[Words, ...]
    reasons: tuple[Reason, ...]
    corrections: tuple[str, ...] = ()
    alternatives: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return plain values for JSON."""

        def plain(words: Words) -> dict[str, Any]:
            return {name: getattr(words, name) for name in Words.__slots__}

        return {
            "iri": self.iri,
            "kind": self.kind,
            "label": self.label,
            "facts": dict(self.facts),
            "evidence": [plain(each) for each in self.words],
            "reasons": [
                {
                    "rule": each.rule,
                    "detail": each.detail,
                    "confidence": each.confidence,
                    "evidence": [plain(words) for words in each.words],
                }
                for each in self.reasons
            ],
            "corrections": list(self.corrections),
            "alternatives": list(self.alternatives),
        }

    def __str__(self) -> str:
        """Return it as readable lines."""
        lines = [f"{self.label}  [{self.kind}]", self.iri]
        lines += [f"  {name}: {value}" for name, value in self.facts]
        lines += ["", "read from:"]
        lines += [f"  {_line(words)}" for words in self.words]
        if self.reasons:
            lines += ["", "concluded by:"]
        for each in self.reasons:
            lines.append(f"  {each.rule} ({each.confidence:.2f}): {each.detail}")
            lines += [f"    {_line(words)}" for words in each.words]
        if self.corrections:
            lines += ["", "corrected:", *(f"  {each}" for each in self.corrections)]
        if self.alternatives:
            lines += [
                "",
                "it may also be:",
                *(f"  {each}" for each in self.alternatives),
            ]
        return "\n".join(lines)

    def _repr_html_(self) -> str:
        facts = "".join(
            f"<tr><th>{escape(name)}</th><td>{escape(value)}</td></tr>"
            for name, value in self.facts
        )
        words = "".join(
            f"<li>“{escape(each.text)}” <small>{escape(_where(each))}</small></li>"
            for each in self.words
        )
        reasons = "".join(
            f"<li>{escape(each.rule)} ({each.confidence:.2f}): "
            f"{escape(each.detail)}</li>"
            for each in self.reasons
        )
        return (
            f"<b>{escape(self.label)}</b> <small>{escape(self.kind)}</small>"
            f"<table>{facts}</table><ul>{words}</ul>"
            + (f"<p>Concluded by:</p><ul>{reasons}</ul>" if reasons else "")
        )


def _where(words: Words) -> str:
    day = words.published or "undated"
    basis = f", {words.published_basis}" if words.published_basis == "inferred" else ""
    outlet = f"{words.outlet}, " if words.outlet else ""
    return f"{outlet}{day}{basis} ({words.file}:{words.start}-{words.end})"


def _line(words: Words) -> str:
    return f"“{' '.join(words.text.split())}”  {_where(words)}"


def why(story: Story, store: GraphStore, node: str) -> Why:
    """Return what stands behind a thing, by its IRI or words of its label.

    Args:
        story: what is known.
        store: where it is kept, for corrections.
        node: an IRI, a label, or words of one.

    Raises:
        NotFoundError: nothing has that IRI or label, or several things do; the
            message lists what comes near.
    """
    found = chosen(things(story), node)
    places = {each.id: each for each in story.articles}
    line = Line(map(place_of, story.articles))

    def words(evidence: Iterable[Evidence]) -> tuple[Words, ...]:
        spread = []
        for each in line.sorted(set(evidence)):
            article = places[each.article]
            day = article.published
            spread.append(
                Words(
                    file=each.file,
                    start=each.start,
                    end=each.end,
                    text=each.text,
                    outlet=article.publisher,
                    published=None if day is None else day.isoformat(),
                    published_basis=article.published_basis,
                    url=article.url,
                )
            )
        return tuple(spread)

    reasons = [
        Reason(
            rule=each.rule,
            detail=each.detail,
            confidence=each.confidence,
            words=words(each.evidence),
        )
        for each in story.judgements
        if each.target == found.iri
    ]
    if found.rule:
        reasons.insert(
            0, Reason(rule=found.rule, detail=found.detail, confidence=found.confidence)
        )
    return Why(
        iri=found.iri,
        kind=found.kind,
        label=found.label,
        facts=tuple((name, value) for name, value in found.facts if value),
        words=words(found.evidence),
        reasons=tuple(reasons),
        corrections=_corrections(store, found.iri),
    )


def _corrections(store: GraphStore, node: str) -> tuple[str, ...]:
    """Return what the reader said about a thing, a line each correction."""
    answer = store.run(
        f"""SELECT ?label ?to ?who ?when ?why WHERE {{
          GRAPH {NamedNode(CORRECTIONS_GRAPH)} {{
            ?c pl:target {NamedNode(node)} ; rdfs:label ?label .
            OPTIONAL {{ ?c pl:correctedTo ?to }} OPTIONAL {{ ?c pl:correctedBy ?who }}
            OPTIONAL {{ ?c pl:correctedOn ?when }} OPTIONAL {{ ?c pl:reason ?why }}
          }} }} ORDER BY ?when ?label""",
        union=False,
    )
    if not isinstance(answer, QuerySolutions):
        return ()
    lines = []
    for row in answer:
        said = {name: row[name] for name in ("label", "to", "who", "when", "why")}
        texts = {name: term.value for name, term in said.items() if term is not None}
        line = texts["label"]
        for name, before in (("to", " = "), ("who", ", by "), ("when", ", on ")):
            line += f"{before}{texts[name]}" if name in texts else ""
        lines.append(line + (f": {texts['why']}" if "why" in texts else ""))
    return tuple(lines)
