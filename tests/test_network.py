"""The event graph: nodes and edges with all that the page and paths rely on."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from graph.naming import iri
from graph.network import to_network
from graph.retelling import retell
from graph.rows import ROWS, Rows
from graph.triples import quads
from tests.story_sample import (
    BERG,
    DEVIATION,
    DRAFT,
    LINDAU,
    NEVER,
    NO_TALKS,
    NORLAND,
    OFFER,
    OFFER_EVENT,
    SUDMARK,
    TALKS,
    WALKOUT,
    sample_story,
)

NODE = {
    *("kind", "type", "label", "begin", "last", "precision", "basis", "modality"),
    *("participants", "places", "topics", "outlets", "speaker", "text", "evidence"),
}
EDGE = {"relation", "label", "rule", "confidence", "evidence"}
EVIDENCE = {
    *("file", "start", "end", "text", "article", "outlet", "published", "speaker"),
}


@pytest.fixture(scope="module")
def network():
    """The event graph of the dam."""
    return to_network(sample_story())


def test_every_node_has_all_attributes_and_words(network):
    for _, data in network.nodes(data=True):
        assert set(data) >= NODE
        assert data["label"]
        assert data["evidence"]
        assert all(set(each) == EVIDENCE for each in data["evidence"])


def test_every_edge_has_all_attributes_and_words(network):
    for _, _, key, data in network.edges(keys=True, data=True):
        assert set(data) >= EDGE
        assert data["relation"] == key
        assert data["evidence"]


def test_nodes_are_of_every_kind(network):
    kinds = {data["kind"] for _, data in network.nodes(data=True)}

    assert kinds == {
        *("event", "statement", "proposal", "deviation"),
        *("person", "party", "place"),
    }


def test_an_event_knows_when_who_where_and_how_that_is_known(network):
    talks = network.nodes[TALKS]

    assert talks["type"] == "talks"
    assert (talks["begin"], talks["precision"]) == ("2031-04-01", "day")
    assert talks["basis"] == "on Tuesday"
    assert talks["participants"] == ["Norland", "Sudmark", "mediators"]
    assert talks["outlets"] == ["River News", "The Lindau Post"]


def test_evidence_says_who_published_it_when_and_who_is_quoted(network):
    (words,) = network.nodes[NEVER]["evidence"]

    assert words["outlet"] == "The Lindau Post"
    assert words["published"] == "2031-04-02"
    assert words["speaker"] == "Anna Berg"


def test_files_of_one_name_in_two_folders_keep_the_words_of_both():
    story = sample_story()
    event = next(each for each in story.events if each.iri == TALKS)
    here = event.evidence[0]
    other = next(a for a in story.articles if a.id != here.article)
    there = replace(here, article=other.id)
    twice = replace(event, evidence=(here, there))
    events = tuple(twice if each is event else each for each in story.events)

    found = to_network(replace(story, events=events)).nodes[TALKS]["evidence"]

    assert {words["article"] for words in found} == {here.article, other.id}


@pytest.mark.parametrize(
    ("source", "target", "relation"),
    [
        (OFFER_EVENT, WALKOUT, "leadsTo"),
        (NO_TALKS, NEVER, "contradicts"),
        (TALKS, NORLAND, "hasActor"),
        (TALKS, LINDAU, "hasPlace"),
        (NEVER, BERG, "speaker"),
        (OFFER, NORLAND, "proposer"),
        (DRAFT, OFFER, "revisionOf"),
        (OFFER_EVENT, OFFER, "about"),
        (DEVIATION, OFFER, "deviatesFrom"),
        (DEVIATION, DRAFT, "about"),
    ],
)
def test_relations_are_edge_keys(network, source, target, relation):
    assert network.has_edge(source, target, key=relation)


def test_a_link_keeps_its_rule_confidence_and_words(network):
    edge = network.edges[OFFER_EVENT, WALKOUT, "leadsTo"]

    assert (edge["rule"], edge["confidence"]) == ("blamed", 0.8)
    assert edge["evidence"][0]["text"] == "blamed the April offer"


def test_a_contradiction_says_what_it_is_about(network):
    edge = network.edges[NO_TALKS, NEVER, "contradicts"]

    assert edge["label"] == "contradicts (whether talks took place)"


def test_the_graph_holds_articles_rows_and_the_main_line(network):
    held = network.graph

    assert [each["file"] for each in held["articles"]] == [
        *("first.txt", "second.txt", "third.txt", "undated.txt"),
    ]
    assert held["main_line"] == [TALKS, OFFER, WALKOUT]
    rows = Rows(sample_story())
    assert {name: held[name] for name in ROWS} == {
        name: getattr(rows, name)() for name in ROWS
    }


def test_an_article_keeps_its_blocks_and_the_reasons_for_its_date(network):
    second = network.graph["articles"][1]

    assert second["published_basis"] == "inferred"
    assert len(second["published_reasons"]) == 2
    assert second["blocks"][0] == [0, 15, "title"]


def test_the_network_from_a_store_is_the_same(network):
    again = to_network(retell(quads(sample_story())))

    assert list(again.nodes(data=True)) == list(network.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(
        network.edges(keys=True, data=True)
    )


def test_everything_in_it_can_be_written_as_json(network):
    json.dumps([dict(network.graph), dict(network.nodes(data=True))])


def test_nothing_points_outside_the_graph(network):
    gone = iri("party", "nobody")

    assert gone not in network
    assert all(data.get("label") for _, data in network.nodes(data=True))
    assert network.has_node(SUDMARK)
