"""Whose lanes the page draws: the sides that bargain, not those that host or watch."""

from __future__ import annotations

import networkx as nx

from graph.page.lanes import arrange

UNION, LINE = "Seafarers' Union", "Norlink Ferries"


def network(*rows, bodies=(UNION, LINE), parties=()):
    """Return a network of events: rows of type and who took part."""
    found: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for kind, names in (("organization", bodies), ("party", parties)):
        for name in names:
            found.add_node(name, kind=kind, label=name)
    for at, (kind, who) in enumerate(rows):
        found.add_node(f"v{at}", kind="event", type=kind, label=kind, participants=who)
    return found


def sides(*rows, **known):
    lanes, _, _ = arrange(network(*rows, **known))
    return [lane.label for lane in lanes if lane.kind == "side"]


DISPUTE = (
    ("rejection", [UNION]),
    ("proposal", [LINE]),
    ("walkout", [UNION]),
    ("agreement", [LINE, UNION]),
)


def test_bodies_that_bargain_stand_before_groups_that_are_only_spoken_of():
    spoken = [("statement", ["unions"]), ("statement", ["opposition"])] * 2

    found = sides(*DISPUTE, *spoken, parties=("unions", "opposition"))

    assert found[:2] == [UNION, LINE]


def test_who_convenes_the_talks_gets_no_lane_beside_two_sides():
    held = [("talks", ["United Nations"]), ("agreement", ["United Nations"])] * 4

    found = sides(*DISPUTE, *held, bodies=(UNION, LINE, "United Nations"))

    assert found == [UNION, LINE]


def test_groups_without_a_name_are_the_sides_where_nobody_else_bargains():
    rows = [("rejection", ["consumers"])] * 2 + [("proposal", ["producers"])]

    found = sides(*rows, bodies=(), parties=("producers", "consumers"))

    assert found == ["consumers", "producers"]
