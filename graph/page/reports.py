"""One thing, one mark: reports of one utterance, a proposal and the event of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx


def heads(network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Map every node to the one that is drawn for it, mostly itself.

    Statements with the same ``speech_act`` are drawn as the one that stands in the
    main line or else has the most words; the first by IRI among equals. A proposal
    whose ``event`` is drawn too is drawn as that event.
    """
    acts: dict[str, list[str]] = {}
    for node in sorted(network.nodes):
        data = network.nodes[node]
        if data.get("kind") == "statement" and data.get("speech_act"):
            acts.setdefault(str(data["speech_act"]), []).append(node)
    main = set(network.graph.get("main_line") or ())
    found = {node: node for node in network.nodes}
    for reports in acts.values():
        head = min(
            reports,
            key=lambda node: (
                node not in main,
                -len(str(network.nodes[node].get("text") or "")),
                node,
            ),
        )
        found.update(dict.fromkeys(reports, head))
    for node, data in network.nodes(data=True):
        if data.get("kind") == "proposal" and data.get("event") in network:
            found[node] = str(data["event"])
    return found


def reports_of(
    network: nx.MultiDiGraph[str], drawn: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Map every drawn node to the nodes that it stands for, itself first."""
    groups: dict[str, list[str]] = {}
    for node in sorted(network.nodes):
        groups.setdefault(drawn[node], []).append(node)
    return {
        head: (head, *(node for node in nodes if node != head))
        for head, nodes in groups.items()
    }


def united(rows: Iterable[Mapping[str, Any]], name: str) -> list[Any]:
    """Return the values of a list attribute of several nodes, each once, in order."""
    values: list[Any] = []
    for row in rows:
        found = row.get(name) or ()
        for value in [found] if isinstance(found, str) else found:
            if value is not None and value not in values:
                values.append(value)
    return values
