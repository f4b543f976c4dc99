"""Ordinary sentences that use the words of events, and what they do not tell."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


@pytest.mark.parametrize(
    "text",
    [
        "The mayor left the meeting with a smile.",
        "The premier left the summit on Tuesday for Cairo.",
        "Ministers left the session late on Tuesday.",
    ],
)
def test_to_leave_a_meeting_that_is_over_is_no_walkout(events_of, text):
    assert "walkout" not in {event.type for event in events_of(text)}


@pytest.mark.parametrize(
    "text",
    [
        "The rebels left the meeting in protest on Tuesday.",
        "The rebels boycotted the session on Tuesday.",
    ],
)
def test_to_leave_a_meeting_in_protest_is_a_walkout_and_nothing_else(events_of, text):
    assert [event.type for event in events_of(text)] == ["walkout"]


@pytest.mark.parametrize(
    "text",
    [
        "Thousands joined a peace rally in Milan on Sunday.",
        "A peace protest was held in Lima on Monday.",
    ],
)
def test_people_protest_for_peace_too(events_of, text):
    assert [event.label.split()[0] for event in events_of(text)] == ["Protest"]


def test_a_session_of_delegates_may_be_an_active_one(events_of):
    (session,) = events_of("The delegates held an active session in Lagos on Tuesday.")

    assert (session.begin, session.places) == ("2024-06-11", ("Lagos",))


@pytest.mark.parametrize(
    ("union", "takes_part"),
    [
        ("The Patriotic Union", False),
        ("The Customs Union", False),
        ("The Dockers' Union", True),
    ],
)
def test_only_a_union_of_workers_takes_part_in_their_strike(
    events_of, union, takes_part
):
    found = events_of(
        "Workers at the port began a strike on Monday.\n\n"
        f"{union} said the tariff would stay.\n"
    )
    strike = next(event for event in found if event.label.startswith("Strike"))

    assert any("Union" in name for name in strike.participants) is takes_part
