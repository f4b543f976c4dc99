"""Each export is read back by a reader that is not ours."""

import io
import json
import re

import networkx as nx
import pandas as pd
import pytest
from rdflib import Dataset, Graph

from graph.errors import QueryError
from graph.exports import FORMATS, export
from tests.story_sample import sample_story

SAMPLE = sample_story()


@pytest.mark.parametrize(
    ("name", "parser"),
    [("trig", "trig"), ("nquads", "nquads"), ("jsonld", "json-ld")],
)
def test_quads_are_read_back_by_rdflib(name, parser):
    held = Dataset()
    held.parse(data=export(SAMPLE, name), format=parser)

    lines = export(SAMPLE, "nquads").decode().splitlines()
    assert sum(1 for _ in held.quads()) == len(set(lines))


@pytest.mark.parametrize(("name", "parser"), [("turtle", "turtle"), ("ntriples", "nt")])
def test_triples_are_read_back_by_rdflib(name, parser):
    held = Graph().parse(data=export(SAMPLE, name), format=parser)

    assert len(held) == len(set(export(SAMPLE, "ntriples").splitlines()))


@pytest.mark.parametrize(
    ("name", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)]
)
def test_networks_are_read_back_by_networkx(name, read):
    network = read(io.BytesIO(export(SAMPLE, name)))

    events = {event.iri: event.label for event in SAMPLE.events}
    labels = dict(network.nodes(data="label"))
    assert {iri: labels[iri] for iri in events} == events


def test_gexf_dates_its_events_for_gephi():
    text = export(SAMPLE, "gexf").decode()

    dated = [e for e in SAMPLE.events if e.begin and len(e.begin) == 10]
    assert dated
    for event in dated:
        assert re.search(rf'start="{event.begin}"', text)
    assert "lastmodifieddate" not in text


def test_the_timeline_is_read_back_by_pandas():
    table = pd.read_csv(io.BytesIO(export(SAMPLE, "csv")))

    assert sorted(table["iri"]) == sorted(event.iri for event in SAMPLE.events)


def test_timelinejs_has_a_slide_for_each_dated_event():
    slides = json.loads(export(SAMPLE, "timelinejs"))["events"]

    assert len(slides) == sum(event.begin is not None for event in SAMPLE.events)
    assert all({"year"} <= set(slide["start_date"]) for slide in slides)


def test_markdown_gives_every_event_a_footnote():
    text = export(SAMPLE, "markdown").decode()

    marks = re.findall(r"(?<!\n)\[\^(\d+)\]", text)
    notes = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert marks == notes
    assert len(notes) >= len(SAMPLE.events)


def test_coded_statements_have_the_columns_that_are_documented():
    table = pd.read_csv(io.BytesIO(export(SAMPLE, "dna")))

    assert list(table.columns) == [
        "person",
        "organisation",
        "concept",
        "agreement",
        "date",
        "text",
        "title",
        "file",
    ]
    assert set(table["agreement"]) <= {0, 1}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_story_gives_the_same_bytes(name):
    assert export(SAMPLE, name) == export(SAMPLE, name)


def test_an_unknown_format_lists_the_known_ones():
    with pytest.raises(QueryError, match="choose from trig, turtle"):
        export(SAMPLE, "docx")
