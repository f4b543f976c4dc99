"""Decisions whose votes are told, walking out, and what only looks like an event."""

from __future__ import annotations

import pytest

from extract.occupations import names_workers, occupations

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def told(reading_of):
    """Return type, label and first day of each event of a text."""
    return lambda text: [(e.type, e.label, e.begin) for e in reading_of(text).events]


@pytest.mark.parametrize(
    "decided",
    [
        "The cabinet approved the plan on Monday by nine votes to four.",
        "The cabinet endorsed the deal on Monday by 61 votes to 22 after a long day.",
        "The cabinet on Monday backed the plan, 12-4.",
        "The cabinet accepted the plan on Monday by a vote of 63 to 16.",
    ],
)
def test_a_tally_makes_a_decision_one_vote(told, decided):
    assert told(decided) == [("vote", "Vote by cabinet", "2024-06-10")]


def test_a_motion_that_fails_by_a_tally_was_voted_on(told):
    (found,) = told("The motion was rejected by 61 votes to 21 on Monday.")

    assert found == ("vote", "Vote", "2024-06-10")


def test_an_offer_that_a_union_throws_out_stays_a_rejection(told):
    (found,) = told(
        "The dockers' union threw out the offer by 41 votes to 7 on Monday."
    )

    assert found[0] == "rejection"


@pytest.mark.parametrize(
    "text",
    [
        "The council accepted a 2-3 percent cut on Monday.",
        "The council accepted the plan for 2003-04 on Monday.",
    ],
)
def test_shares_and_years_are_no_tally(told, text):
    assert "vote" not in {kind for kind, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The dockers walked out of the meeting on Monday.", ["walkout"]),
        ("The dockers walked out of the Transport Ministry on Monday.", ["walkout"]),
        ("Miners walked out of the pit on Monday.", ["other"]),
        ("Stevedores walked out on Monday over pay.", ["other"]),
        ("Eighty-four detainees walked out of the central prison on Monday.", []),
    ],
)
def test_what_is_walked_out_of_tells_talks_from_work(told, text, kinds):
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        '"I voted for Tabor," said Rosa Benn, a baker, on Monday.',
        "Nobody in the hall knew on Monday what went wrong in Strelsau.",
        "The fair went ahead in Strelsau on Monday.",
    ],
)
def test_one_ballot_and_how_things_went_are_no_events(told, text):
    assert told(text) == []


def test_what_is_told_of_a_side_in_passing_is_not_the_matter(told):
    text = "Ruritania, an oil exporter whose power plants stand idle, voted on Monday."

    assert told(text) == [("vote", "Vote by Ruritania", "2024-06-10")]


def test_power_sharing_is_no_power_that_takes_part(told):
    assert told("Power-sharing talks opened in Strelsau on Monday.") == [
        ("talks", "Talks in Strelsau", "2024-06-10")
    ]


def test_the_day_of_what_is_agreed_on_is_still_to_come(reading_of):
    text = "The government and the rebels agreed on a November vote on self-rule."

    assert [(e.type, e.begin, e.modality) for e in reading_of(text).events] == [
        ("agreement", "2024-06-12", "actual"),
        ("vote", "2024-11", "planned"),
    ]


def test_what_is_put_to_a_referendum_is_one(told):
    assert {kind for kind, _, _ in told("The plan is to be put to a referendum.")} == {
        "referendum"
    }


def test_an_adjective_that_begins_a_sentence_names_no_body(reading_of):
    text = "International mediators met on Monday. Federal officials stayed away."

    assert {e.name for e in reading_of(text).entities} == {"mediators"}


def test_workers_are_known_by_their_trade_in_either_number():
    assert {"docker", "nurse", "fireman", "staff"} <= occupations()
    assert [
        word
        for word in ("Dockers'", "firemen", "nurses", "senators", "operators", "news")
        if names_workers(word)
    ] == ["Dockers'", "firemen", "nurses"]
