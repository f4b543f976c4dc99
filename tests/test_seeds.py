"""The seeds, end to end: the figures on them never fall, and the chain comes out."""

import json
import re
import tomllib
from pathlib import Path

import pytest

from extract.json_edge import contract_json
from graph.building import story_of
from graph.network import to_network
from graph.printing import main_line
from graph.rows import Rows
from graph.scoring import score_corpus
from graph.walk import walk

pytestmark = pytest.mark.model

DATA = Path(__file__).parent / "data"
FLOORS = tomllib.loads((DATA / "floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def story(seed_readings):
    return story_of(seed_readings)[0]


@pytest.fixture(scope="module")
def report(seed_readings, story):
    gold = json.loads((DATA / "seeds.json").read_text(encoding="utf-8"))
    rows = Rows(story)
    system = {
        reading.article.file: json.loads(contract_json(reading))
        for reading in seed_readings
    }
    return score_corpus(
        gold,
        system,
        timeline=rows.timeline(),
        statements=rows.statements(),
        proposals=rows.proposals(),
        deviations=rows.deviations(),
    )[0]


def figures(table, *path):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from figures(value, *path, key)
        else:
            yield (*path, key), value


def look_up(report, path):
    for key in path:
        report = report[key]
    return report


@pytest.mark.parametrize(
    ("path", "floor"),
    list(figures(FLOORS["at_least"])),
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_figure_on_the_seeds_does_not_fall_below_its_floor(report, path, floor):
    assert look_up(report, path) >= floor


@pytest.mark.parametrize(
    ("path", "ceiling"),
    list(figures(FLOORS["at_most"])),
    ids=lambda value: ".".join(value) if isinstance(value, tuple) else str(value),
)
def test_a_count_on_the_seeds_does_not_rise_above_its_ceiling(report, path, ceiling):
    assert look_up(report, path) <= ceiling


def test_the_chain_stands_on_the_main_line_in_date_order(story):
    events = {event.iri: event for event in story.events}
    line = [events[node] for node in story.main_line if node in events]
    turns = [(event.type, event.begin) for event in line]

    for wanted in (
        ("talks", "2022-03-29"),
        ("proposal", "2022-03-29"),
        ("deviation", "2022-04-07"),
        ("impasse", "2022-04-12"),
        ("impasse", "2022-09-23"),
    ):
        assert wanted in turns
    assert [event.begin for event in line] == sorted(event.begin for event in line)


def test_no_two_lines_of_the_main_line_say_the_same(story):
    stanzas = main_line(story).split("\n\n")

    assert len(stanzas) == len(set(stanzas))
    heads = [stanza.splitlines()[0] for stanza in stanzas]
    assert len(heads) == len(set(heads))


def test_a_path_leads_from_the_talks_to_the_impasse_and_never_back_in_time(story):
    found = walk(to_network(story), "Istanbul talks", "September impasse")

    types = [node["type"] for node in found.nodes]
    begins = [node["begin"] for node in found.nodes if node["begin"]]
    assert {"talks", "proposal", "deviation", "impasse"} <= set(types)
    assert begins == sorted(begins)
    assert all(edge["evidence"] for edge in found.edges)


def test_every_record_of_every_seed_points_at_its_own_words(seed_readings):
    for reading in seed_readings:
        text = reading.article.text
        spans = [time.quoted for time in reading.times]
        spans += [m.quoted for entity in reading.entities for m in entity.mentions]
        for said in reading.statements:
            spans += [*said.source, *said.cue, *said.content]
        for event in reading.events:
            spans += [*event.mentions, *event.triggers]
        for proposal in reading.proposals:
            spans += [term.quoted for term in proposal.provisions]
        assert all(text[span.start : span.end] == span.text for span in spans)


def test_no_label_is_a_fragment(story):
    labels = [event.label for event in story.events]

    assert [label for label in labels if not re.match(r"[A-Z0-9“\"']", label)] == []
    assert [
        label for label in labels if label.endswith((",", " of", " on", " by"))
    ] == []
