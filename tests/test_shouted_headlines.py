"""A headline in capitals names nobody in capitals."""

import pytest

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("headline", "who"),
    [
        ("COFFEE COUNTRIES REJECT QUOTAS", "coffee countries"),
        ("DOCK WORKERS REJECT QUOTAS", "workers"),
    ],
)
def test_who_acts_in_a_headline_in_capitals_is_written_as_in_a_sentence(
    reading_of, headline, who
):
    reading = reading_of(f"{headline}\n\nThe vote was held in Oslo on Monday.\n")
    (rejected,) = [e for e in reading.events if e.type == "rejection"]

    assert rejected.participants == (who,)
