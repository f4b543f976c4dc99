"""Which lane a node is drawn in: a side, the table, the ground, or the others."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

import networkx as nx

LaneKind = Literal["side", "table", "others", "ground"]

#: Types that happen between the sides, whoever called them.
TABLE_TYPES = frozenset({"talks", "meeting", "call", "visit", "agreement", "signing"})
#: Types that happen away from the table.
GROUND_TYPES = frozenset({"attack", "mobilization", "ceasefire"})
#: Kinds that have no place in time and so no lane.
TIMELESS = frozenset({"person", "party", "organization", "place"})
#: More sides than this would leave no room to read any of them.
MOST_SIDES = 4

_SPEAKERS = frozenset({"person", "party", "organization"})
_ACTOR_RELATIONS = frozenset({"hasActor", "speaker", "proposer"})


#: What sides do to each other when they bargain, and how much more it counts.
BARGAINING: Final = {
    "rejection": 3, "walkout": 3, "agreement": 3, "signing": 3, "deviation": 2,
    "proposal": 2,
    "meeting": 0.5, "talks": 0.5, "statement": 0.5, "call": 0.5,
}  # fmt: skip
#: How much a side counts that only a common noun names: "the unions".
COMMON: Final = 0.3
#: Bodies that convene talks of others, and get a lane only beside one side at most.
HOSTS: Final = frozenset(
    {"african union", "arab league", "organization of american states", "osce", "oau"}
    | {"oas", "security council", "u.n.", "u.n. security council", "un", "ecowas"}
    | {"un security council", "united nations", "united nations security council"}
)
#: How much a body counts that is no party to anything else: it may only host.
BODY: Final = 0.7


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """One horizontal band of the drawing.

    Attributes:
        kind: ``"side"``, ``"table"``, ``"others"`` or ``"ground"``.
        label: what stands at its left.
    """

    kind: LaneKind
    label: str


def affiliations(network: nx.MultiDiGraph[str]) -> dict[str, str]:
    """Map the names of people and bodies to the name of the side they speak for.

    Read from what a person or a body ``speaks_for``, else from the positions that
    the person voiced for a side. Whoever speaks for a body that speaks for a side
    speaks for that side.
    """
    found: dict[str, str] = {}
    names = {node: str(data.get("label") or node) for node, data in _nodes(network)}
    for node, data in _nodes(network):
        if data.get("kind") in _SPEAKERS and data.get("speaks_for"):
            found.setdefault(names[node], str(data["speaks_for"]))
    voiced: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in network.graph.get("positions") or ():
        if row.get("holder") and row.get("side"):
            voiced[str(row["holder"])][str(row["side"])] += 1
    for name, sides in sorted(voiced.items()):
        best = min(sides, key=lambda side: (-sides[side], side))
        if best != name:
            found.setdefault(name, best)
    return {name: _last(name, found) for name in found}


def _last(name: str, speaks_for: Mapping[str, str]) -> str:
    """Return the side at the end of a chain of speaking for somebody."""
    seen = {name}
    while (further := speaks_for.get(name)) is not None and further not in seen:
        name = further
        seen.add(name)
    return name


def arrange(
    network: nx.MultiDiGraph[str],
) -> tuple[tuple[Lane, ...], dict[str, int], dict[str, tuple[str, ...]]]:
    """Return the lanes from top to bottom, the lane of each node, and its sides.

    Sides that take part most often, above all in the main line, get a lane of
    their own. What two of them do together stands between them; what nobody of
    them does stands with the others. A lane that would be empty is left out.
    """
    speaks_for = affiliations(network)
    order = {"party": 0, "organization": 1, "person": 2}
    kinds: dict[str, int] = {}
    for _, data in _nodes(network):
        rank = order.get(str(data.get("kind")), 9)
        label = str(data.get("label") or "")
        kinds[label] = min(rank, kinds.get(label, 9))
    actors = {
        node: _actors(network, node, data, speaks_for)
        for node, data in _nodes(network)
        if data.get("kind") not in TIMELESS
    }
    types = {node: str(data.get("type") or "") for node, data in _nodes(network)}
    main = set(network.graph.get("main_line") or ())
    sides = _main_sides(actors, kinds, main, types)
    places: dict[str, Lane] = {}
    for node, names in actors.items():
        data = network.nodes[node]
        places[node] = _lane(data, [name for name in names if name in sides])
    wanted = _order(sides)
    used = set(places.values())
    lanes = tuple(lane for lane in wanted if lane in used)
    index = {lane: number for number, lane in enumerate(lanes)}
    return (
        lanes,
        {node: index[lane] for node, lane in places.items()},
        {node: tuple(names) for node, names in actors.items()},
    )


def _nodes(network: nx.MultiDiGraph[str]) -> Iterable[tuple[str, Mapping[str, Any]]]:
    return [(node, network.nodes[node]) for node in sorted(network.nodes)]


def _actors(
    network: nx.MultiDiGraph[str],
    node: str,
    data: Mapping[str, Any],
    speaks_for: Mapping[str, str],
) -> list[str]:
    """Return the sides behind a node, the one that acts first."""
    names: list[str] = []
    if data.get("speaker"):
        names.append(str(data["speaker"]))
    if data.get("kind") != "statement":
        names += [str(name) for name in data.get("participants") or ()]
    linked = [
        str(network.nodes[target].get("label") or target)
        for _, target, edge in sorted(
            network.out_edges(node, data=True), key=lambda edge: edge[1]
        )
        if edge.get("relation") in _ACTOR_RELATIONS
    ]
    names += [name for name in linked if name not in names]
    return list(dict.fromkeys(speaks_for.get(name, name) for name in names))


def _main_sides(
    actors: Mapping[str, list[str]],
    kinds: Mapping[str, int],
    main: set[str],
    types: Mapping[str, str],
) -> tuple[str, ...]:
    """Return who bargains most, the foremost first.

    A side by its name comes before one by a common noun ("the unions").
    """
    weight: defaultdict[str, float] = defaultdict(float)
    for node, names in actors.items():
        for name in names:
            if kinds.get(name, 9) <= 1:
                step = BARGAINING.get(types.get(node, ""), 1)
                weight[name] += step * (10 if node in main else 1)
    if not weight:
        return ()
    for name in weight:
        weight[name] *= COMMON if name.islower() else BODY ** kinds[name]
    parties = sorted(weight, key=lambda name: (-weight[name], kinds[name], name))
    bargaining = [name for name in parties if name.lower() not in HOSTS]
    parties = bargaining if len(bargaining) > 1 else parties
    heaviest = max(weight[name] for name in parties)
    enough = [name for name in parties if weight[name] >= max(2, heaviest * 0.08)]
    return tuple(enough[:MOST_SIDES] if len(enough) > 1 else parties[:2])


def _lane(data: Mapping[str, Any], sides: list[str]) -> Lane:
    type_ = str(data.get("type") or "")
    if data.get("kind") == "event" and type_ in GROUND_TYPES:
        return Lane(kind="ground", label="On the ground")
    if type_ in TABLE_TYPES and len(sides) != 1:
        return Lane(kind="table", label="At the table")
    if type_ == "talks" or (type_ in TABLE_TYPES and len(sides) > 1):
        return Lane(kind="table", label="At the table")
    if sides:
        return Lane(kind="side", label=sides[0])
    return Lane(kind="others", label="Mediators and others")


def _order(sides: tuple[str, ...]) -> list[Lane]:
    bands = [Lane(kind="side", label=side) for side in sides]
    table = Lane(kind="table", label="At the table")
    return [
        *bands[:1],
        table,
        *bands[1:],
        Lane(kind="others", label="Mediators and others"),
        Lane(kind="ground", label="On the ground"),
    ]
