"""The data of the page: nodes, edges, articles and rows, ready for JSON."""

from __future__ import annotations

import calendar
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

import networkx as nx

from graph.page.lanes import TIMELESS, Lane, arrange
from graph.page.looks import LOOKS, look_of
from graph.page.reports import heads, reports_of, united
from graph.page.texts import Offsets

_ABOUT = re.compile(r"\((.+)\)$")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!-?W)")
_WEEK = re.compile(r"(\d{4})-W(\d{2})")

_SHOWN_OF_ARTICLES = (
    "file",
    "title",
    "publisher",
    "url",
    "published",
    "published_basis",
    "published_reasons",
)

#: Relations in plain words: from the one side, and seen from the other.
RELATIONS = {
    "respondsTo": ("responds to", "answered by"),
    "about": ("is about", "spoken of in"),
    "partOf": ("is part of", "includes"),
    "revisionOf": ("is a new version of", "replaced by"),
    "deviatesFrom": ("departs from", "departed from by"),
    "contradicts": ("contradicts", "contradicted by"),
    "leadsTo": ("leads to", "follows from"),
    "speaker": ("said by", "said"),
    "hasActor": ("takes part", "took part in"),
    "proposer": ("proposed by", "proposed"),
    "hasPlace": ("takes place in", "place of"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PageNode:
    """A node as the page draws it: the look for vis-network, the facts beside it."""

    id: int
    label: str
    shape: str
    colour: str
    size: int
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class PageEdge:
    """An edge between two page nodes."""

    source: int
    target: int
    label: str
    facts: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Payload:
    """Everything the page shows, before pyvis and JSON.

    Attributes:
        nodes: main line first in its order, then by day.
        edges: by the nodes that they join.
        about: what belongs to no node: articles without text, lanes, rows, words.
        texts: the articles' texts, in the order of ``about["articles"]``.
    """

    nodes: tuple[PageNode, ...]
    edges: tuple[PageEdge, ...]
    about: Mapping[str, Any]
    texts: tuple[str, ...]


@dataclass(slots=True)
class _Articles:
    """The articles of a network, and where their words stand in the browser."""

    rows: list[Mapping[str, Any]]
    by_key: dict[str, int] = field(default_factory=dict)
    offsets: list[Offsets] = field(default_factory=list)

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            self.offsets.append(Offsets(str(row.get("text") or "")))
            for key in ("file", "id"):
                if row.get(key):
                    self.by_key.setdefault(str(row[key]), number)

    def evidence(self, row: Mapping[str, Any], speaker: str = "") -> dict[str, Any]:
        """Return evidence as offsets where the article has the words, else as text."""
        article = row.get("article")
        number = self.by_key.get(str(article)) if article else None
        if number is None:
            number = self.by_key.get(str(row.get("file")))
        start, end = row.get("start"), row.get("end")
        words = str(row.get("text") or "")
        said = str(row.get("speaker") or "")
        more = {"w": said} if said and said != speaker else {}
        if number is not None and isinstance(start, int) and isinstance(end, int):
            text = str(self.rows[number].get("text") or "")
            if 0 <= start < end <= len(text) and words in {"", text[start:end]}:
                unit = self.offsets[number].unit
                return {"a": number, "s": unit(start), "e": unit(end), **more}
        place = {} if number is None else {"a": number}
        return {**place, "t": words, "f": str(row.get("file") or ""), **more}

    def compact(self, value: Any) -> Any:
        """Return rows with every evidence in them made small."""
        if isinstance(value, Mapping):
            if {"file", "start", "end"} <= value.keys():
                return self.evidence(value)
            return {str(key): self.compact(item) for key, item in value.items()}
        if isinstance(value, (list, tuple)):
            return [self.compact(item) for item in value]
        return value


def day_range(begin: Any, last: Any) -> tuple[str, str] | None:
    """Return the first and last day of what may be prefixes of days.

    >>> day_range("2022-03", None)
    ('2022-03-01', '2022-03-31')
    """
    first = _days(begin)
    if first is None:
        return None
    final = _days(last) or first
    return first[0], max(final[1], first[1])


def _days(value: Any) -> tuple[str, str] | None:
    week = _WEEK.match(str(value)) if value else None
    if week is not None and 1 <= int(week[2]) <= 52:
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
    match = _ISO.match(str(value)) if value else None
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if year is None:
            return None
        if month is None:
            return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
        if day is None:
            final = calendar.monthrange(year, month)[1]
            first = date(year, month, 1).isoformat()
            return first, date(year, month, final).isoformat()
        exact = date(year, month, day).isoformat()
    except ValueError:
        return None
    return exact, exact


def payload(network: nx.MultiDiGraph[str], *, title: str) -> Payload:
    """Return what the page shows of a network, which stays as it was.

    Args:
        network: as ``graph.network`` describes it.
        title: the page's heading; empty for one after the two main sides.
    """
    articles = _Articles(list(network.graph.get("articles") or ()))
    main = [node for node in network.graph.get("main_line") or () if node in network]
    drawn = heads(network)
    main = list(dict.fromkeys(drawn[node] for node in main))
    place = {node: number for number, node in enumerate(main)}
    ordered = sorted(
        set(drawn.values()),
        key=lambda node: (
            place.get(node, len(main)),
            str(network.nodes[node].get("begin") or "9999"),
            str(network.nodes[node].get("kind")),
            node,
        ),
    )
    numbers = {node: number for number, node in enumerate(ordered)}
    number_of = {node: numbers[head] for node, head in drawn.items()}
    reports = reports_of(network, drawn)
    lanes, lane_of, sides = arrange(network)
    nodes = tuple(
        _node(
            number_of[iri],
            [network.nodes[each] for each in reports[iri]],
            articles,
            {
                "iri": iri,
                "also": list(reports[iri][1:]),
                "lane": lane_of.get(iri),
                "sides": list(sides.get(iri, ())),
            },
        )
        for iri in ordered
    )
    about = {
        "title": title or _title(lanes),
        "articles": [
            {key: row[key] for key in _SHOWN_OF_ARTICLES if row.get(key)}
            for row in articles.rows
        ],
        "main": [number_of[node] for node in main],
        "lanes": [{"kind": lane.kind, "label": lane.label} for lane in lanes],
        "looks": {
            look.family: {"label": look.label, "shape": look.shape} for look in LOOKS
        },
        "relations": RELATIONS,
        **{
            name: articles.compact(list(network.graph.get(name) or ()))
            for name in ("positions", "proposals", "deviations", "phases")
        },
    }
    texts = tuple(str(row.get("text") or "") for row in articles.rows)
    return Payload(
        nodes=nodes,
        edges=_edges(network, number_of, articles),
        about=about,
        texts=texts,
    )


def _title(lanes: Sequence[Lane]) -> str:
    sides = [lane.label for lane in lanes if lane.kind == "side"][:2]
    if len(sides) < 2:
        return "The negotiation"
    first = sides[0][:1].upper() + sides[0][1:]
    return f"{first} and {sides[1]}: the negotiation"


def _node(
    number: int,
    rows: Sequence[Mapping[str, Any]],
    articles: _Articles,
    placed: Mapping[str, Any],
) -> PageNode:
    """Return the node for one thing, or for all reports of one utterance."""
    data = rows[0]
    kind = str(data.get("kind") or "event")
    type_ = str(data.get("type") or kind)
    look = look_of(kind, type_)
    days = None if kind in TIMELESS else day_range(data.get("begin"), data.get("last"))
    speaker = str(data.get("speaker") or "")
    outlets = [str(name) for name in united(rows, "outlets")]
    # The words of a proposal drawn as its event stand with its provisions.
    own = [row for row in rows if row.get("kind") == data.get("kind")]
    evidence = united(own, "evidence")
    facts = {
        "kind": kind,
        "type": type_,
        "family": look.family,
        "b": days[0] if days else None,
        "l": days[1] if days and days[1] != days[0] else None,
        "precision": data.get("precision"),
        "basis": data.get("basis"),
        "modality": data.get("modality"),
        "denied": bool(data.get("denied")),
        "who": united(rows, "participants"),
        "places": united(rows, "places"),
        "topics": united(rows, "topics"),
        "outlets": outlets,
        "speaker": speaker,
        "text": data.get("text"),
        "said": data.get("statement_kind"),
        "roles": united(rows, "roles"),
        "ev": [articles.evidence(row, speaker) for row in evidence],
        **placed,
    }
    kept = _kept(facts)
    label = " ".join(str(data.get("label") or data.get("text") or "").split())
    return PageNode(
        id=number,
        label=label or str(placed["iri"]),
        shape=look.shape,
        colour=look.colour,
        size=8 + 3 * min(max(len(outlets), 1), 6),
        facts=kept,
    )


def _edges(
    network: nx.MultiDiGraph[str], number_of: Mapping[str, int], articles: _Articles
) -> tuple[PageEdge, ...]:
    edges: dict[tuple[int, int, str], PageEdge] = {}
    for source, target, key, data in sorted(
        network.edges(keys=True, data=True), key=lambda edge: edge[:3]
    ):
        relation = str(data.get("relation") or key)
        ends = (number_of[source], number_of[target], relation)
        if ends[0] == ends[1] and source != target:
            continue  # between two things that are drawn as one
        evidence = [articles.evidence(row) for row in data.get("evidence") or ()]
        if ends in edges:
            known = edges[ends].facts["ev"]
            known += [each for each in evidence if each not in known]
            continue
        about = _ABOUT.search(str(data.get("label") or ""))
        facts = {
            "relation": relation,
            "rule": data.get("rule"),
            "confidence": data.get("confidence"),
            "about": about[1] if about else None,
        }
        edges[ends] = PageEdge(
            source=ends[0],
            target=ends[1],
            label=RELATIONS.get(relation, (relation, relation))[0],
            facts={**_kept(facts), "ev": evidence},
        )
    return tuple(edges[ends] for ends in sorted(edges))


def _kept(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts that say something; the page knows what the absent ones mean."""
    return {
        name: value
        for name, value in facts.items()
        if value is not None and value is not False and value not in ("", [])
    }
