"""Words that tell an event elsewhere and here mean something else; elections."""

from __future__ import annotations

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def told(reading_of):
    """Return type and label of each event of a text."""
    return lambda text: [(e.type, e.label) for e in reading_of(text).events]


@pytest.mark.parametrize(
    "words",
    [
        "Helen Strasz attacked her opponent as a coward on Monday.",
        "The senator attacked the minister in a speech on Monday.",
        "Helen Strasz attacked the mayor for raising fees on Monday.",
        "The union called the bill an attack on our rights on Monday.",
        "The chairman suffered a heart attack on Monday.",
    ],
)
def test_attacks_in_words_and_of_illness_are_no_attacks(told, words):
    assert not [label for type_, label in told(words) if type_ == "attack"]


def test_an_attack_by_force_stays_one(told):
    types = [type_ for type_, _ in told("Rebels attacked the town of Goma on Monday.")]

    assert types == ["attack"]


@pytest.mark.parametrize(
    "words",
    [
        "The party took 40 percent of the vote in Peru on Monday.",
        "Helen Strasz courted the rural vote in Peru on Monday.",
    ],
)
def test_those_who_vote_are_no_vote(told, words):
    assert not [label for type_, label in told(words) if type_ == "vote"]


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("Workers installed 40 pumps in the town on Monday.", "Change of office"),
        ("The storm toppled a wall in the town on Monday.", "Change of office"),
        ("Helen Strasz said on Monday that she had good judgment.", "Ruling"),
    ],
)
def test_things_and_faculties_are_neither_offices_nor_rulings(told, words, label):
    assert not [found for _, found in told(words) if found.startswith(label)]


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("Helen Strasz declined to identify the buyers on Monday.", "rejection"),
        ("Profits at the bank declined 40% last year.", "rejection"),
        ("Helen Strasz launched her bid for the presidency on Monday.", "proposal"),
        ("Helen Strasz offered advice on Monday.", "proposal"),
        ("The bank would earn more than by accepting the offer.", "agreement"),
    ],
)
def test_what_is_on_no_table_is_neither_put_nor_refused(told, words, type_):
    assert type_ not in [found for found, _ in told(words)]


def test_an_election_has_its_name_and_not_the_people_told_of_beside_it(told):
    (found,) = [
        event
        for event in told(
            "Helen Strasz, who led the party during the 2014 presidential election, "
            "left on Monday."
        )
        if event[0] == "vote"
    ]

    assert found == ("vote", "Presidential election")


def test_an_early_election_is_called_by_somebody(told):
    found = told("Helen Strasz called an early election for next month on Monday.")

    assert ("vote", "Early election called by Helen Strasz (planned)") in found


def test_an_election_spoken_of_in_general_is_not_told(told):
    assert not told("Taxes count in an election, Helen Strasz said.")
