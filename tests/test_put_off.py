"""What is put off was not held, and its day is not the day on which it was put off."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The bakers' union on Tuesday postponed a vote set for Friday.",
            {("other", "2024-06-11")},
        ),
        (
            "The bakers' union on Monday postponed a strike that was due to begin on "
            "Thursday.",
            {("other", "2024-06-10")},
        ),
        (
            "Glass talks scheduled for Friday in Riga were postponed on Monday.",
            {("impasse", "2024-06-10")},
        ),
    ],
)
def test_what_is_put_off_is_no_event_of_the_day_it_was_set_for(days_of, text, told):
    assert {(type_, begin) for type_, begin, _ in days_of(text)} == told


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The vote was delayed on Monday.", "Vote delayed"),
        ("The trial was halted on Monday.", "Trial halted"),
    ],
)
def test_a_label_says_what_was_put_off(reading_of, text, label):
    assert [event.label for event in reading_of(text).events] == [label]


def test_what_might_be_put_off_is_still_to_come(reading_of):
    reading = reading_of("The row could delay talks in Riga, scheduled for July 3.")

    assert [(e.type, e.begin) for e in reading.events] == [("talks", "2024-07-03")]


def test_a_label_of_a_headline_in_capitals_is_written_as_in_a_sentence(reading_of):
    text = (
        "BAKERS UNION DELAYS VOTE ON OFFER\n\n"
        "The bakers union delayed a vote on a pay offer on Monday.\n"
    )

    assert [e.label for e in reading_of(text).events] == [
        "Bakers union delays vote on offer"
    ]


def test_a_place_that_only_a_dateline_names_is_not_shouted(reading_of):
    reading = reading_of("RIGA, June 11 - Glass talks were held here on Monday.")

    assert [(e.label, e.places) for e in reading.events] == [
        ("Talks in Riga", ("Riga",))
    ]
