"""What a notebook shows: small, readable, escaped; figures for papers."""

from dataclasses import replace

import pytest

from graph.cards import graph_card
from graph.figures import plot_positions, plot_timeline
from graph.rows import Rows
from tests.story_sample import sample_story

STORY = sample_story()


@pytest.mark.parametrize(
    "thing",
    [STORY.events[0], STORY.statements[0], STORY.proposals[0]],
    ids=["event", "statement", "proposal"],
)
def test_each_thing_has_a_card_with_its_words(thing):
    card = thing._repr_html_()

    assert card.startswith("<table")
    assert thing.evidence[0].file in card or thing.evidence[0].text.split()[0] in card


def test_hostile_words_stand_as_text():
    event = replace(STORY.events[0], label="<script>alert(1)</script>")

    assert "<script" not in event._repr_html_()


def test_a_graphs_card_lists_its_main_line():
    labels = {e.iri: e.label for e in STORY.events}
    card = graph_card(STORY)

    assert all(labels[node] in card for node in STORY.main_line if node in labels)


def test_the_timeline_is_drawn_with_a_label_for_each_event_on_the_main_line():
    rows = Rows(STORY).timeline()

    figure = plot_timeline(rows)

    drawn = [text.get_text() for text in figure.axes[0].texts]
    assert len(drawn) == sum(row["main_line"] and bool(row["begin"]) for row in rows)


def test_positions_are_drawn_side_by_topic():
    rows = Rows(STORY).positions()

    figure = plot_positions(rows)

    sides = {label.get_text() for label in figure.axes[0].get_yticklabels()}
    assert sides == {row["side"] for row in rows}


def test_an_empty_story_is_drawn_too():
    assert plot_timeline([]).axes
    assert plot_positions([]).axes
