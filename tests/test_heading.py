"""A headline and the sentence that it sums up are one event."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extract.articles import article_of
from graph.chronology import tell
from tests.ferry_strike import Paper

HEAD = "Sudmark court halts sale of salt works"


def labels(lead, words):
    text = f"{HEAD}\n\n{lead} The works employ 300 people.\n"
    paper = Paper("post.txt", "2031-06-20", text)
    for said, who, label in (
        (HEAD, ("Sudmark court",), "Sudmark court halts sale"),
        (words, ("Sudmark judge",), "Judge acts"),
    ):
        paper = paper.event(
            "other", said, begin="2031-06-19", who=who, label=label,
            date_basis="the day of its news: Thursday",
        )  # fmt: skip
    reading = paper.reading()
    blocks = article_of(text, file="post.txt").blocks
    cut = replace(reading, article=replace(reading.article, blocks=blocks))
    return sorted(event.label for event in tell([cut]).events)


@pytest.mark.parametrize(
    ("lead", "events"),
    [
        ("A Sudmark judge on Thursday suspended the sale of the salt works.", 1),
        ("A Sudmark judge on Thursday opened a bridge in the south of the land.", 2),
    ],
    ids=["in other words", "of something else"],
)
def test_a_headline_and_what_it_sums_up_are_one(lead, events):
    assert len(labels(lead, lead.rstrip("."))) == events
