"""The event graph for network programs: GraphML, and GEXF with time for Gephi."""

from __future__ import annotations

import io
import re
from typing import Any, Final

import networkx as nx

from graph.network import to_network
from graph.story import Story

_PLAIN: Final = ("kind", "type", "label", "begin", "last", "precision", "modality")
#: Characters that XML cannot hold.
_NOT_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def to_graphml(story: Story) -> bytes:
    """Return the event graph as GraphML; lists are joined by ``"; "``."""
    out = io.BytesIO()
    nx.write_graphml(_flat(story), out, encoding="utf-8", named_key_ids=True)
    return out.getvalue()


def to_gexf(story: Story) -> bytes:
    """Return the event graph as GEXF 1.2; ``start`` and ``end`` are dates for Gephi."""
    network = _flat(story)
    network.graph = {"mode": "dynamic"}
    for _, data in network.nodes(data=True):
        begin, last = data.pop("begin"), data.pop("last")
        if len(begin) == len("2022-03-29"):
            data["start"] = begin
            data["end"] = last if len(last) == len(begin) else begin
    written = "\n".join(nx.generate_gexf(network, encoding="utf-8", prettyprint=True))
    written = re.sub(r' lastmodifieddate="[^"]*"', "", written)  # no clock in outputs
    head = '<?xml version="1.0" encoding="utf-8"?>\n'
    return ((head if not written.startswith("<?xml") else "") + written).encode("utf-8")


def _flat(story: Story) -> nx.MultiDiGraph[str]:
    """Return the event graph with plain text on nodes and edges."""
    full = to_network(story)
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in full.nodes(data=True):
        plain: dict[str, Any] = {name: _text(data.get(name)) for name in _PLAIN}
        for name in ("participants", "places", "topics", "outlets"):
            plain[name] = _text("; ".join(data.get(name) or ()))
        plain["speaker"] = _text(data.get("speaker"))
        plain["text"] = _text(data.get("text"))
        plain["evidence"] = _quotes(data)
        network.add_node(node, **plain)
    for number, (source, target, key, data) in enumerate(
        full.edges(keys=True, data=True)
    ):
        network.add_edge(
            source,
            target,
            key=str(number),
            relation=_text(key),
            label=_text(data.get("label")),
            rule=_text(data.get("rule")),
            confidence=float(data.get("confidence") or 0.0),
            evidence=_quotes(data),
        )
    return network


def _quotes(data: dict[str, Any]) -> str:
    return _text(
        " | ".join(
            f"{e['file']}[{e['start']},{e['end']}]: {e['text']}"
            for e in data.get("evidence") or ()
        )
    )


def _text(value: object) -> str:
    return _NOT_XML.sub(" ", str(value)) if value is not None else ""
