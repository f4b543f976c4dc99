"""The seeds' story, whatever the order of the articles and however often given."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from graph.network import to_network
from graph.path import find_path

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def story(seed_readings):
    return tell(seed_readings)


def test_the_order_of_the_articles_changes_nothing(seed_readings, story):
    assert tell(seed_readings[::-1]) == story
    assert tell((*seed_readings[2:], *seed_readings[:2])) == story


def test_an_article_given_twice_adds_nothing(seed_readings, story):
    assert tell((*seed_readings, seed_readings[3], seed_readings[0])) == story


def test_the_timeline_is_short_and_the_main_line_shorter(story):
    assert len(story.events) <= 60
    assert 5 <= len(story.main_line) <= 9


def test_no_two_lines_of_the_main_line_say_the_same(story):
    label = {thing.iri: thing.label for thing in (*story.events, *story.proposals)}
    told = [label[iri] for iri in story.main_line]

    assert len(set(told)) == len(told)


def test_the_main_line_holds_talks_proposals_a_deviation_and_impasses(story):
    kind = {event.iri: event.type for event in story.events}
    told = [kind.get(iri, "proposal") for iri in story.main_line]

    assert told.index("talks") < told.index("proposal") < told.index("deviation")
    assert told.count("proposal") >= 2
    assert told.count("impasse") >= 2


def test_a_path_leads_from_the_talks_to_the_last_impasse_by_stated_relations(story):
    network = to_network(story)
    by_type = {
        event.type: event for event in story.events if event.iri in story.main_line
    }
    talks = next(
        e for e in story.events if e.iri in story.main_line and e.type == "talks"
    )

    found = find_path(network, talks.iri, by_type["impasse"].iri)

    kinds = [network.nodes[node]["type"] for node in found.nodes]
    days = [network.nodes[node]["begin"] for node in found.nodes]
    assert {"talks", "proposal", "deviation", "impasse"} <= set(kinds)
    assert days == sorted(days)
    assert {edge.relation for edge in found.edges} <= {
        "respondsTo",
        "revisionOf",
        "deviatesFrom",
        "about",
        "partOf",
    }


def test_both_sides_of_a_contradiction_are_kept(story):
    rules = {link.rule for link in story.links if link.relation == "contradicts"}

    assert "a claim and its denial within days" in rules
    assert "a refusal to discuss what is proposed" in rules
    assert any("pledge" in rule for rule in rules)
