"""What is printed of negotiations that nobody has seen: nothing twice, no fragments."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from extract import read
from extract.articles import article_of
from graph.chronology import tell
from graph.printing import main_line
from graph.rows import Rows
from tests.made_up_negotiations import NEGOTIATIONS

pytestmark = pytest.mark.model

#: Words that end no label.
OPEN = {
    *("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "that"),
    *("the", "their", "to", "with"),
}


@pytest.fixture(scope="module")
def stories(nlp):
    return {name: tell(read(articles(name), nlp=nlp)) for name in NEGOTIATIONS}


def articles(name):
    papers = enumerate(NEGOTIATIONS[name])
    return [
        replace(
            article_of(text, file=f"{name}{i}.txt"),
            published=date.fromisoformat(day),
            published_basis="manifest",
        )
        for i, (day, text) in papers
    ]


@pytest.fixture(params=sorted(NEGOTIATIONS))
def story(request, stories):
    return stories[request.param]


def twice(lines):
    return [line for line, times in Counter(lines).items() if times > 1]


def test_the_main_line_has_something_and_shows_no_sentence_twice(story):
    stanzas = [stanza.split("\n") for stanza in main_line(story).split("\n\n")]

    assert len(stanzas) >= 3
    assert twice(stanza[0] for stanza in stanzas) == []
    assert twice(stanza[-1] for stanza in stanzas) == []


def test_no_two_rows_of_the_timeline_say_the_same(story):
    rows = [
        (row["begin"], row["label"], *sorted(row["participants"]), *row["places"])
        for row in Rows(story).timeline()
    ]

    assert twice(rows) == []


def test_no_two_rows_of_the_positions_say_the_same(story):
    rows = [
        (row["topic"], row["side"], row["date"], row["text"])
        for row in Rows(story).positions()
    ]

    assert twice(rows) == []


def test_no_label_is_cut_short_or_says_a_word_twice_running(story):
    labels = [row["label"] for row in Rows(story).timeline()]
    labels += [row["label"] for row in Rows(story).proposals()]

    for label in labels:
        words = re.findall(r"[\w'’-]+", label.partition(" (")[0])
        assert label == " ".join(label.split())
        assert len(label) <= 130
        assert words[-1] not in OPEN, label
        assert label.count('"') % 2 == 0, label
        assert label.count("(") == label.count(")"), label
        assert not any(a.lower() == b.lower() for a, b in pairwise(words))


def test_every_contradiction_says_what_it_is_about(story):
    assert all(row["about"] for row in Rows(story).contradictions())


def test_the_truce_that_two_papers_tell_is_one(stories):
    story = stories["truce"]
    truces = [event for event in story.events if event.type == "agreement"]

    assert [event.begin for event in truces] == ["2027-02-09"]


def test_the_strike_is_one_from_its_first_day_to_its_last(stories):
    strikes = [
        (event.begin, event.last, len({e.article for e in event.evidence}))
        for event in stories["nurses"].events
        if event.label.startswith("Strike")
    ]

    assert strikes == [("2023-03-08", "2023-03-24", 3)]
