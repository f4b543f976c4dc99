"""A path through the event graph, ready to be shown: rows, text, or in a notebook."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Any

import networkx as nx

from graph.path import find_path
from graph.rows import Row

__all__ = ["Walk", "walk"]

_FORWARD = {
    "respondsTo": "is answered by",
    "about": "is the subject of",
    "partOf": "includes",
    "revisionOf": "is revised by",
    "deviatesFrom": "is departed from by",
    "contradicts": "is contradicted by",
    "leadsTo": "leads to",
    "speaker": "says",
    "hasActor": "takes part in",
    "proposer": "proposes",
    "hasPlace": "is the place of",
}
_BACKWARD = {
    "respondsTo": "responds to",
    "about": "is about",
    "partOf": "is part of",
    "revisionOf": "revises",
    "deviatesFrom": "departs from",
    "contradicts": "contradicts",
    "leadsTo": "comes from",
    "speaker": "is said by",
    "hasActor": "involves",
    "proposer": "is proposed by",
    "hasPlace": "takes place in",
}


@dataclass(frozen=True, slots=True)
class Walk:
    """How one thing led to another.

    Attributes:
        nodes: iri, type, label and begin of each thing on the way, in time order.
        edges: from, to, relation and evidence of each step; ``from`` and ``to`` are
            the relation's, whichever way it is walked.
        understood: what the two phrases were taken for, with what else fits.
    """

    nodes: tuple[Row, ...]
    edges: tuple[Row, ...]
    understood: tuple[Row, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the contract's object."""
        return {
            "nodes": list(self.nodes),
            "edges": list(self.edges),
            "understood": list(self.understood),
        }

    def __str__(self) -> str:
        """Return the way as readable lines."""
        lines = [
            f"{each['phrase']!r} is taken for: {each['label']}"
            + "".join(f"\n  or: {other['label']}" for other in each["alternatives"])
            for each in self.understood
        ]
        for place, node in enumerate(self.nodes):
            if self._again(place):
                continue
            if place:
                lines += [f"  |  {line}" for line in self._step(place - 1)]
            lines.append(f"{node['begin'] or '?'}  {node['label']}  [{node['type']}]")
        return "\n".join(lines)

    def _again(self, place: int) -> bool:
        """Whether people would see the node before it again: a proposal as event."""
        if not place:
            return False
        node, before = self.nodes[place], self.nodes[place - 1]
        return (node["label"], node["begin"]) == (before["label"], before["begin"])

    def _step(self, place: int) -> list[str]:
        edge = self.edges[place]
        forward = edge["from"] == self.nodes[place]["iri"]
        lines = [_said(edge["relation"], forward)]
        for words in edge["evidence"][:1]:
            text = " ".join(words["text"].split())
            lines.append(f"“{text}” ({words['file']})")
        return lines

    def _repr_html_(self) -> str:
        items = []
        for place, node in enumerate(self.nodes):
            if self._again(place):
                continue
            step = ""
            if place:
                step = "<br>".join(escape(line) for line in self._step(place - 1))
                step = f"<small>{step}</small><br>"
            items.append(
                f"<li>{step}<b>{escape(node['begin'] or '?')}</b> "
                f"{escape(node['label'])}</li>"
            )
        return f"<ol>{''.join(items)}</ol>"


def _said(relation: str, leaves: bool) -> str:
    """Say a relation as it is walked: from its subject, or towards it."""
    if relation == "leadsTo":
        return "leads to" if leaves else "comes from"
    names = _BACKWARD if leaves else _FORWARD
    return names.get(relation, relation)


def walk(network: nx.MultiDiGraph[str], start: str, end: str) -> Walk:
    """Return the way from one thing to another, each named by a phrase or an IRI.

    Raises:
        NotFoundError: a phrase names nothing, or no way leads there.
    """
    found = find_path(network, start, end)
    nodes = []
    for iri in found.nodes:
        data = network.nodes[iri]
        nodes.append(
            {
                "iri": iri,
                "type": data["type"],
                "label": data["label"],
                "begin": data["begin"],
            }
        )
    edges = [
        {
            "from": edge.source,
            "to": edge.target,
            "relation": edge.relation,
            "evidence": list(edge.evidence),
        }
        for edge in found.edges
    ]
    understood = [
        {
            "phrase": each.phrase,
            "iri": each.node,
            "label": each.label,
            "alternatives": [
                {"iri": iri, "label": label} for iri, label in each.alternatives
            ],
        }
        for each in found.understood
    ]
    return Walk(nodes=tuple(nodes), edges=tuple(edges), understood=tuple(understood))
