"""The graph of the seed articles: every question answered, every row fit to print."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from graph.building import story_of
from graph.named import named_queries, named_query
from graph.negotiation import NegotiationGraph
from graph.query import Solutions, ask
from graph.rows import ROWS
from graph.shapes import broken_shapes
from graph.trig import to_trig
from graph.triples import quads

pytestmark = pytest.mark.model
SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def story(seed_readings):
    """What the five articles tell together."""
    told, problems = story_of(seed_readings)
    assert problems == ()
    return told


@pytest.fixture(scope="module")
def graph(story):
    """Their graph, in memory."""
    return NegotiationGraph.of(story)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_answers(graph, query):
    ask(graph.store, query.text)


@pytest.mark.parametrize(
    "name",
    [
        "who-proposed-what",
        "who-said-what",
        "said-about-topic",
        "known-on-day",
        "single-outlet-events",
        "happened-in-place",
        "who-speaks-for-whom",
        "relations-between-events",
        "timeline",
        "positions-on-topic",
        "phases",
        "one-utterance-many-reports",
        "dates-of-articles",
        "most-quoted",
        "topics-of-sides",
    ],
)
def test_the_questions_of_a_newcomer_have_answers(graph, name):
    answer = ask(graph.store, named_query(name).text)

    assert isinstance(answer, Solutions)
    assert answer.rows


def test_no_fact_is_without_words(graph):
    answer = ask(graph.store, named_query("facts-without-words").text)

    assert isinstance(answer, Solutions)
    assert answer.rows == ()


def test_the_graph_conforms_to_its_shapes(story):
    assert broken_shapes(quads(story)) == []


def test_two_tellings_are_the_same_bytes(seed_readings, story):
    again, _ = story_of(tuple(reversed(seed_readings)))

    assert to_trig(quads(story)) == to_trig(quads(again))


@pytest.mark.parametrize("name", ROWS)
def test_rows_fit_the_contract(graph, name):
    schema = json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))

    jsonschema.validate(json.loads(json.dumps(getattr(graph.rows, name)())), schema)


@pytest.mark.parametrize("name", ROWS)
def test_every_evidence_is_verbatim(graph, story, name):
    texts = {each.file: each.text for each in story.articles}

    def words(value):
        if isinstance(value, dict):
            if "file" in value and "start" in value:
                yield value
            for each in value.values():
                yield from words(each)
        elif isinstance(value, list):
            for each in value:
                yield from words(each)

    for each in words(getattr(graph.rows, name)()):
        assert texts[each["file"]][each["start"] : each["end"]] == each["text"]


def test_the_network_holds_every_event_statement_and_proposal(graph, story):
    things = (*story.events, *story.statements, *story.proposals, *story.deviations)

    assert {each.iri for each in things} <= set(graph.network)


def test_a_path_fits_the_contract(graph, story):
    schema = json.loads((SCHEMAS / "path.json").read_text(encoding="utf-8"))
    first, *_, last = story.main_line

    jsonschema.validate(graph.path(first, last).as_json(), schema)


def test_what_was_known_early_conforms_too(graph, story):
    for day in sorted({str(each.published) for each in story.articles}):
        assert broken_shapes(graph.as_of(day).store.quads()) == []


def test_everything_can_be_asked_why(graph, story):
    for each in (*story.events, *story.links, *story.proposals, *story.positions):
        assert graph.why(each.iri).words
