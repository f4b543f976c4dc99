"""Days of talks told with their length, and of what is called for a day to come."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

# The articles are of Wednesday, 12 June 2024.
LEAD = "Rain kept the lake boats of Peru in port on Wednesday as crews looked on.\n\n"

LASTING = [
    ("The two sides signed a pact on Monday at the end of three days of talks in "
     "Quito.", ("talks", "2024-06-08", "2024-06-10")),
    ("Peru and Chile agreed on June 7 on a truce at the close of a two-day "
     "ministerial meeting in Quito.", ("talks", "2024-06-06", "2024-06-07")),
    ("Peru and Chile signed a pact on Monday after a four-day meeting in Quito.",
     ("meeting", "2024-06-07", "2024-06-10")),
    ("The foreign ministers of Peru and Chile ended a two-day meeting in Quito on "
     "Friday.", ("meeting", "2024-06-06", "2024-06-07")),
    ("Peru and Chile opened three days of talks in Quito on Monday.",
     ("talks", "2024-06-10", "2024-06-12")),
]  # fmt: skip

CALLED = [
    ("The miners' union has called a 48-hour strike from Monday.",
     ("other", "2024-06-17", "2024-06-17")),
    ("The miners' union announced a strike for 20 June.",
     ("other", "2024-06-20", "2024-06-20")),
    ("The opposition has called a rally in Quito for Saturday.",
     ("other", "2024-06-15", "2024-06-15")),
]  # fmt: skip

TOLD = [
    ("The miners' union announced a strike on Monday.",
     ("other", "2024-06-10", "2024-06-10")),
    ("The miners' union had called a strike for Monday, but no one came.",
     ("other", "2024-06-10", "2024-06-10")),
    ("Ministers of Peru and Chile met in Quito on Tuesday of last week.",
     ("meeting", "2024-06-04", "2024-06-04")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), LASTING)
def test_talks_told_with_their_length_have_all_their_days(days_of, text, event):
    assert event in days_of(LEAD + text), days_of(LEAD + text)


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), CALLED)
def test_what_is_called_for_a_day_is_on_the_day_to_come(days_of, text, event):
    assert event in days_of(LEAD + text), days_of(LEAD + text)


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), TOLD)
def test_what_is_over_is_on_the_day_that_is_told(days_of, text, event):
    assert event in days_of(LEAD + text), days_of(LEAD + text)
