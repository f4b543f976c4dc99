"""An offer that is raised is a later version, not the one before it told again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.records import Quantity
from graph.chronology import tell
from graph.entity_names import kind_of
from graph.identity_nodes import Node
from tests.ferry_strike import Paper


def offer(day, text, words, percent, *, put=None, topic="wages"):
    paper = Paper(f"{day}.txt", day, text)
    paper.proposal(words, {words: topic}, proposer="Norlink", date=put)
    (made,) = paper.proposals
    (term,) = made.provisions
    number = Quantity(quoted=paper.at(percent), value=float(percent[0]), unit="percent")
    paper.proposals = [replace(made, provisions=(replace(term, quantities=(number,)),))]
    return paper


FIRST = offer(
    "2031-05-06", "Norlink offered 5 percent.", "5 percent", "5 percent",
    put="2031-05-05",
)  # fmt: skip


def told_with_first(paper):
    return tell([FIRST.reading(), paper.reading()]).proposals


def test_a_raised_offer_is_a_version_of_its_day_that_revises_the_one_before():
    text = "On Wednesday Norlink raised its offer to 6 percent."
    paper = offer(
        "2031-05-08", text, "raised its offer to 6 percent", "6 percent", topic="offer"
    )
    paper.event(
        "proposal",
        "Norlink raised its offer to 6 percent",
        begin="2031-05-07",
        who=("Norlink",),
    )

    first, raised = told_with_first(paper)

    assert (first.date, raised.date) == ("2031-05-05", "2031-05-07")
    assert raised.revision_of == first.iri


@pytest.mark.parametrize(("percent", "versions"), [("5 percent", 1), ("6 percent", 2)])
def test_an_offer_of_another_number_is_another_offer(percent, versions):
    text = f"Norlink has put {percent} on the table."

    found = told_with_first(offer("2031-05-08", text, percent, percent))

    assert len(found) == versions


@pytest.mark.model
@pytest.mark.parametrize(
    ("name", "kind"),
    [("mediators", "organization"), ("workers", "party")],
)
def test_those_who_stand_between_the_sides_are_no_side(reading_of, name, kind):
    reading = reading_of(f"The {name} proposed a truce on Monday. The {name} left.")
    nodes = [Node(reading.article, e) for e in reading.entities if e.name == name]

    assert [e.entity.kind for e in nodes] == ["party"]
    assert kind_of(nodes) == kind
