"""Find how one thing led the story to another: a path whose dates never go back.

A path prefers what was proposed, claimed and answered over a short cut: of all paths
in time order the one through most turning points is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import networkx as nx

from graph.errors import NotFoundError
from graph.understanding import Understood, understand

__all__ = ["PathEdge", "PathFound", "Understood", "find_path", "understand"]

#: What each relation costs to follow; others are not followed at first.
COST: Final = {
    "respondsTo": 0.4,
    "revisionOf": 0.4,
    "deviatesFrom": 0.4,
    "leadsTo": 0.4,
    "partOf": 0.4,
    "about": 0.5,
    "contradicts": 0.8,
}
#: What it is worth to pass through a turning point.
GAIN: Final = {
    "proposal": 0.9,
    "deviation": 0.9,
    "rejection": 0.8,
    "agreement": 0.9,
    "signing": 0.9,
    "impasse": 0.9,
    "walkout": 0.6,
    "talks": 0.6,
    "pledge": 0.1,
}
#: How much less a turning point is worth that is not of the main line.
ASIDE: Final = 0.55
#: What comes first of things of one day.
_ORDER: Final = (
    "talks meeting call visit proposal pledge statement deviation rejection walkout "
    "impasse agreement ceasefire signing"
)
_RANK: Final = {kind: i for i, kind in enumerate(_ORDER.split())}
_TOLD: Final = ("event", "proposal", "deviation", "statement")


@dataclass(frozen=True, slots=True)
class PathEdge:
    """One step: the relation as it stands in the graph, whichever way it is walked."""

    source: str
    target: str
    relation: str
    evidence: tuple[dict[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class PathFound:
    """A path in time order.

    Attributes:
        nodes: IRIs; dates never go back.
        edges: one fewer than nodes.
        understood: what the two phrases were taken for.
    """

    nodes: tuple[str, ...]
    edges: tuple[PathEdge, ...]
    understood: tuple[Understood, Understood]


def find_path(network: nx.MultiDiGraph[str], source: str, target: str) -> PathFound:
    """Return the path between what two phrases mean, from the earlier to the later.

    Raises:
        NotFoundError: a phrase fits nothing, or nothing connects the two.
    """
    start, end = understand(network, source), understand(network, target)
    first, last = start.node, end.node
    if _key(network, last) < _key(network, first) and _begin(network, last):
        first, last = last, first
    nodes = _through_turning_points(network, first, last) or _shortest(
        network, first, last
    )
    if nodes is None:
        msg = f'nothing connects "{start.label}" and "{end.label}"'
        raise NotFoundError(msg)
    return PathFound(
        nodes=tuple(nodes),
        edges=tuple(_edge(network, a, b) for a, b in pairwise(nodes)),
        understood=(start, end),
    )


def _begin(network: nx.MultiDiGraph[str], node: str) -> str:
    return str(network.nodes[node].get("begin") or "")


def _key(network: nx.MultiDiGraph[str], node: str) -> tuple[str, int, str, str]:
    data = network.nodes[node]
    kind = str(data.get("type"))
    made = "0" if data.get("kind") == "event" else "1"
    return (_begin(network, node), _RANK.get(kind, 20), made, node)


def _steps(
    network: nx.MultiDiGraph[str], node: str
) -> Iterator[tuple[str, str, float]]:
    """Yield neighbours either way with the cheapest relation to each."""
    best: dict[str, tuple[float, str]] = {}
    for a, b, relation in (
        *network.out_edges(node, keys=True),
        *network.in_edges(node, keys=True),
    ):
        other = b if a == node else a
        cost = COST.get(relation)
        if cost is not None and other != node:
            best[other] = min(best.get(other, (9.0, "")), (cost, relation))
    for other in sorted(best):
        yield other, best[other][1], best[other][0]


def _through_turning_points(
    network: nx.MultiDiGraph[str], first: str, last: str
) -> list[str] | None:
    """Return the path in strict time order that gains most, ``None`` where none is."""
    begin, until = _key(network, first), _key(network, last)
    if not begin[0] or not until[0]:
        return None
    inside = sorted(
        (
            node
            for node, data in network.nodes(data=True)
            if data.get("kind") in _TOLD
            and data.get("begin")
            and data.get("modality", "actual") == "actual"
            and begin <= _key(network, node) <= until
        ),
        key=lambda node: _key(network, node),
    )
    if last not in inside:
        inside.append(last)
    gain = _gains(network)
    best: dict[str, tuple[float, list[str]]] = {first: (0.0, [first])}
    for node in inside:
        if node not in best or node == last:
            continue
        score, so_far = best[node]
        for other, _, cost in _steps(network, node):
            if other != last and (
                other not in gain or _key(network, other) <= _key(network, node)
            ):
                continue
            if not _begin(network, other) or _key(network, other) > until:
                continue
            value = (score - cost + gain.get(other, 0.0), [*so_far, other])
            known = best.get(other)
            if known is None or (-value[0], len(value[1]), value[1]) < (
                -known[0],
                len(known[1]),
                known[1],
            ):
                best[other] = value
    return best[last][1] if last in best else None


def _gains(network: nx.MultiDiGraph[str]) -> dict[str, float]:
    """Return what passing through each node is worth; one proposal is worth it once."""
    main = set(network.graph.get("main_line", ()))
    gains = {}
    for node, data in network.nodes(data=True):
        if data.get("kind") not in _TOLD:
            continue
        worth = GAIN.get(str(data.get("type")), 0.0)
        if data.get("kind") == "statement":
            worth = 0.0
        if data.get("kind") in {"proposal", "deviation"} and data.get("event"):
            worth = 0.5
        shown = node in main or data.get("event") in main
        gains[node] = worth if shown else max(0.0, worth - ASIDE)
    return gains


def _shortest(network: nx.MultiDiGraph[str], first: str, last: str) -> list[str] | None:
    """Return the shortest path whose known dates never go back, through anything."""
    for allowed in (
        _TOLD,
        ("event", "proposal", "deviation", "statement", "party", "person"),
    ):
        found = _searched(network, first, last, _of_kinds(network, allowed))
        if found:
            return found
    return None


def _of_kinds(
    network: nx.MultiDiGraph[str], kinds: tuple[str, ...]
) -> Callable[[str], bool]:
    return lambda node: network.nodes[node].get("kind") in kinds


def _searched(
    network: nx.MultiDiGraph[str], first: str, last: str, allowed: Callable[[str], bool]
) -> list[str] | None:
    goal = _begin(network, last)
    frontier = [(first, _begin(network, first), [first])]
    seen = {(first, _begin(network, first))}
    while frontier:
        following: list[tuple[str, str, list[str]]] = []
        for node, day, so_far in frontier:
            around = {*network.successors(node), *network.predecessors(node)}
            for other in sorted(around):
                begun = _begin(network, other)
                if other == last:
                    return [*so_far, other]
                if not allowed(other) or other in so_far:
                    continue
                if begun and (begun < day or (goal and begun > goal)):
                    continue
                state = (other, begun or day)
                if state not in seen:
                    seen.add(state)
                    following.append((other, begun or day, [*so_far, other]))
        frontier = following
    return None


def _edge(network: nx.MultiDiGraph[str], one: str, other: str) -> PathEdge:
    found = []
    for a, b in ((one, other), (other, one)):
        if network.has_edge(a, b):
            for relation, data in network[a][b].items():
                found.append((COST.get(relation, 2.0), relation, a, b, data))
    _, relation, a, b, data = min(found, key=lambda f: f[:4])
    return PathEdge(a, b, relation, tuple(data.get("evidence") or ()))
