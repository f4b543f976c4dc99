"""Who takes part: both sides of stuck talks, everybody in a list, never a mediator."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from extract.articles import article_of
from extract.pipeline import read
from graph.tails import _cut

if TYPE_CHECKING:
    from extract.pipeline import Reading


def reading(nlp, text: str) -> Reading:
    """Return one article of a day in May, read."""
    from dataclasses import replace

    article = replace(
        article_of(text), published=date(2031, 5, 14), published_basis="manifest"
    )
    return next(iter(read([article], nlp=nlp)))


def taking_part(nlp, text: str, type_: str) -> list[tuple[str, ...]]:
    """Return the participants of an article's events of a type, sorted."""
    found = reading(nlp, text).events
    return [tuple(sorted(e.participants)) for e in found if e.type == type_]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Talks between the ferry crews and Costa Lines have reached a deadlock,"
            " Ana Ruiz told reporters on Friday.",
            [("Costa Lines", "ferry crews")],
        ),
        (
            "Peru's trade minister said on Friday that negotiations with Chile had"
            " reached an impasse.",
            [("Chile", "Peru")],
        ),
    ],
    ids=["not who tells of it", "who says so is the other side"],
)
def test_talks_that_are_stuck_have_the_sides_of_the_talks(nlp, text, sides):
    assert taking_part(nlp, text, "impasse") == sides


@pytest.mark.model
def test_who_hosts_talks_is_told_with_them_and_named_in_no_label(nlp):
    text = (
        "Talks between Egypt and Sudan opened in Geneva on Monday. Switzerland hosted"
        " the talks."
    )

    talks = [event for event in reading(nlp, text).events if event.type == "talks"]

    assert [event.label for event in talks] == ["Egypt-Sudan talks in Geneva"]
    assert talks[0].participants == ("Egypt", "Sudan", "Switzerland")


@pytest.mark.model
def test_everybody_named_behind_several_people_met(nlp):
    text = (
        "Prime Minister Anna Brandvold received the Green co-leaders, Piet Maas and"
        " Ilse Roth, at the headquarters in Oslo."
    )

    assert taking_part(nlp, text, "meeting") == [
        ("Anna Brandvold", "Ilse Roth", "Piet Maas")
    ]


@pytest.mark.model
def test_a_coalition_programme_is_not_the_deed_of_coalitions(nlp):
    text = "The Greens agreed a coalition programme in the early hours of Wednesday."

    assert "coalitions" not in taking_part(nlp, text, "agreement")[0]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Union of Tram and Ferry Workers said on Monday it rejected the offer.",
            "Union of Tram and Ferry Workers",
        ),
        (
            "The Bakers' and Millers' Union is demanding talks with Brightwater. The"
            " union rejected the offer on Monday.",
            "Bakers' and Millers' Union",
        ),
    ],
    ids=["one trade needs the workers of both", "workers of two trades"],
)
def test_a_union_of_two_trades_is_one_body(nlp, text, name):
    found = [e.name for e in reading(nlp, text).entities if e.kind == "organization"]

    assert name in found
    assert not any(other != name and other in name for other in found)


@pytest.mark.model
def test_an_agency_in_a_datelines_brackets_is_no_place_and_does_nothing(nlp):
    text = (
        "LISBON, May 13 (Dockside Wire) - Peru rejected Chile's proposal on Tuesday."
        " Dockside Wire has seen the agreement of the two countries."
    )

    read_ = reading(nlp, text)

    assert ("place", "Dockside Wire") not in {(e.kind, e.name) for e in read_.entities}
    assert not any("Dockside Wire" in event.participants for event in read_.events)


def test_a_label_is_not_cut_at_a_decimal_point():
    assert _cut("of a rise of 3.5 percent. They left.", 9, breaks=True) == (
        "of a rise of 3.5 percent"
    )
