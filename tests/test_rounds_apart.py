"""An earlier round of talks is not the one that its article tells of."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.model

#: What talks were held before those of the day, in several wordings.
EARLIER = [
    "An earlier round in Oslo, held in March, ended without a result.",
    "A previous round of talks was held in Oslo in March.",
    "Prior talks in Oslo in March had ended without a result.",
]


@pytest.mark.parametrize("before", EARLIER)
def test_an_earlier_round_is_another_one(reading_of, before):
    text = (
        "Envoys brought Norway and Chile together on Tuesday for a second round of "
        f"talks.\n\n{before}\n\nThe talks will go on until Friday."
    )

    rounds = [e for e in reading_of(text).events if e.type == "talks"]
    (old,) = [e for e in rounds if e.begin == "2024-03"]

    assert old.places == ("Oslo",)
    assert old.ordinal is None
    assert all(e.places == () for e in rounds if e is not old)


def test_two_words_for_the_earlier_round_are_one(reading_of):
    text = (
        "Norway and Chile met for talks on Tuesday.\n\n"
        "An earlier round in Oslo, held in March, ended without a result. "
        "The previous round had been hosted by Denmark."
    )

    earlier = {e.type: e for e in reading_of(text).events if e.begin == "2024-03"}

    assert sorted(earlier) == ["impasse", "talks"]  # the round, and how it ended
    assert len(earlier["talks"].mentions) == 2
