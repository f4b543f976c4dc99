"""What a side says that it will do, what bids offer, and what only frames a term."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

TALKS = (
    "LIMA, May 4 - Negotiators of Ruritania and Fenwick held talks on a peace"
    " agreement on Monday. "
)
BID = (
    "Harl Corp. is making a takeover bid for Ostrava Mills. The tender offer for the"
    " stock was put to shareholders of the company. "
)


@pytest.fixture(scope="module")
def told(reading_of):
    """Return the words of each term of a made-up text."""
    return lambda text: [
        item.quoted.text
        for one in reading_of(text).proposals
        for item in one.provisions
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            TALKS + "Ruritania said it would withdraw its soldiers from the canal.",
            "withdraw its soldiers from the canal",
        ),
        (
            TALKS
            + "Fenwick's president, Ada Quill, said she will release the fishermen"
            " only if Ruritania reopens the border.",
            "reopens the border",
        ),
        (
            TALKS + "France assured the mediators that it would not join the western"
            " alliance.",
            "would not join the western alliance",
        ),
        (
            TALKS + "The parliament of Fenwick called on Ruritania to free the pilots.",
            "free the pilots",
        ),
        (
            TALKS + "The islanders had been promised 40 licences by the ministry.",
            "40 licences",
        ),
        (
            TALKS + "Under the MoU, 60 permits will be issued from June 1. The fee is"
            " fixed at 900 euros, and the arrangement will remain in force for two"
            " years.",
            "will remain in force for two years",
        ),
        (
            TALKS
            + "Fenwick tabled a paper providing for 30 patrols a month, with ships"
            " required to carry beacons.",
            "required to carry beacons",
        ),
        (
            TALKS + "Ruritania called for the fastest possible ratification of the"
            " treaty.",
            "ratification of the treaty",
        ),
        (
            BID + "Harl extended its offer of $40 a share, or $90 million, until 5 p.m."
            " on May 9.",
            "$40 a share, or $90 million",
        ),
        (BID + "Harl extended its $40-a-share offer until May 9.", "until May 9"),
        (
            BID + "The offer is conditional on approval by the regulators.",
            "conditional on approval",
        ),
        (
            BID + "Harl intends to raise its stake in Ostrava Mills to 60%.",
            "raise its stake in Ostrava Mills to 60%",
        ),
    ],
    ids=lambda value: value[-40:],
)
def test_what_a_side_says_it_will_do_is_a_term(told, text, term):
    assert any(term in words or words in term for words in told(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TALKS + "Ruritania said it would hold consultations next week.", "consult"),
        (TALKS + "Ruritania said it would withdraw its proposal.", "withdraw"),
        (TALKS + "Ruritania said it would not stop its raids.", "stop its raids"),
        (TALKS + "The mediator said the way is now cleared for a new pact.", "cleared"),
        (
            TALKS + "A new pact is due to replace the current one, which ends in June.",
            "replace the current one",
        ),
        (
            TALKS + "Legal drafting of the accord will start next week.",
            "will start next week",
        ),
        (TALKS + "A study suggested the presence of lead in the river.", "presence"),
        (BID + "Shares of Harl closed at $40 a share on Monday.", "$40 a share"),
        (BID + "Analysts value the offer at $40 a share.", "$40 a share"),
    ],
    ids=lambda value: value[-40:],
)
def test_what_only_frames_a_term_is_none(told, text, words):
    assert not any(words in term for term in told(text))
