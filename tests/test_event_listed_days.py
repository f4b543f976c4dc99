"""Days told one by one, days of clauses beside the news, and days still to come."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


OWN = [
    ("Nurses will stop work on 20, 21, 28 and 29 June.",
     ("other", "2024-06-20", "2024-06-21")),
    ("The ministers met in Quito on 3 June and on 10 June.",
     ("meeting", "2024-06-03", "2024-06-03")),
    ("Peru tabled the map on June 4, the final day of a meeting in Lima that broke "
     "up without a deal, officials said on Tuesday.",
     ("impasse", "2024-06-04", "2024-06-04")),
    ("The two governments plan to meet again in Lima, starting July 3.",
     ("meeting", "2024-07-03", "2024-07-03")),
    ("Chile and Peru opened talks in Quito on Monday.\n\nChilean Trade Minister Ana "
     "Silva was in Lima last month for talks with Peru.",
     ("talks", "2024-05", "2024-05")),
    ("The port was last shut in March 2021, when dockers took part in a one-day "
     "strike over overtime.", ("other", "2021-03", "2021-03")),
    ("The miners captured the depot in early May.", ("other", "2024-05", "2024-05")),
    ("Norway, which chairs the panel, has invited its members to an urgent session in "
     "Oslo on Friday, a source said.", ("talks", "2024-06-14", "2024-06-14")),
    ("Peru has accused Chile of going back on the tin pact signed in Lima this week.",
     ("signing", "2024-06-10", "2024-06-16")),
    ("It agreed to open talks in March.", ("talks", "2025-03", "2025-03")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), OWN)
def test_an_event_takes_the_days_that_are_told_of_it(days_of, text, event):
    assert event in days_of(text), days_of(text)


OTHERS = [
    ("Dockers will strike on 20 and 21 June and on 4 and 5 July.", "other",
     "2024-07-05"),
    ("Members will vote on the two-year pact after eleven hours of talks.", "vote",
     "2024-06-12"),
    ("Tin rose in Lima in March. Futures had gained on Monday after miners rejected "
     "the plan.", "rejection", "2024-03"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "day"), OTHERS)
def test_an_event_leaves_days_that_are_not_its_own(days_of, text, kind, day):
    told = days_of(text)
    assert not any(kind == t and day in (b, last) for t, b, last in told), told
