"""Terms told over the paragraphs of wire copy, refused, or behind a remark."""

import pytest


def terms(reading):
    """Return the words of all terms."""
    return [item.quoted.text for one in reading.proposals for item in one.provisions]


@pytest.mark.model
def test_it_behind_an_opening_means_the_paper_told_before(reading_of):
    text = (
        "The chair gave the delegations a plan in three steps. According to one who"
        " read it, it provides for a swap of prisoners and the withdrawal of troops."
    )

    assert terms(reading_of(text)) == [
        "a swap of prisoners",
        "the withdrawal of troops",
    ]


@pytest.mark.model
def test_a_closing_remark_is_no_part_of_a_term(reading_of):
    text = (
        "The union's demands include a rise in pensions, which have been frozen since"
        " 2012."
    )

    assert terms(reading_of(text)) == ["a rise in pensions"]
