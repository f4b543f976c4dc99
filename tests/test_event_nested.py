"""Places that stand inside a phrase of an event's clause, and turns of a conference."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police arrested nine miners in Bergen on Monday.", "Bergen"),
        ("On Monday 4,000 miners marched on the town hall in Bergen.", "Bergen"),
        ("On Monday gunmen ambushed a convoy north of Bergen.", "Bergen"),
        ("Ten hostages reached Bergen on Monday after a month in the hills.", "Bergen"),
        ("Kenyan police arrested nine foreigners on Monday.", "Kenya"),
        ("A Bergen court sentenced two miners to ten years on Monday.", "Bergen"),
        ("Kenya sent an envoy to the Middle East on Monday.", "Middle East"),
        ("Production at the Bergen plant will resume on October 3.", "Bergen"),
        ("Police blocked Gate 4 on Monday.", "Gate 4"),
        (
            "Holm flew to Bergen on Sunday. She met miners there on Monday.",
            "Bergen",
        ),
        (
            "She took the parties to a hotel in Bergen, where talks reopened.",
            "Bergen",
        ),
        ("Kenya condemned the 1990 invasion of Norway.", "Norway"),
    ],
)
def test_what_is_done_to_something_in_a_town_is_done_there(events_of, text, place):
    assert place in {name for event in events_of(text) for name in event.places}


@pytest.mark.model
def test_what_somebody_thinks_of_happens_nowhere(events_of):
    text = "Kenya on Monday praised the hospital in Bergen."

    assert not any(event.places for event in events_of(text))


@pytest.mark.model
def test_talks_about_waters_are_not_held_on_them(events_of):
    text = "Kenya and Peru opened talks on Monday in the South China Sea dispute."

    assert not any("Sea" in name for event in events_of(text) for name in event.places)


CONFERENCE = (
    "OSLO, June 12 - Talks between Kenya and Peru on tuna were in trouble on Wednesday "
    "as the conference entered its third day.\n\n"
    "Peru rejected the plan of the chairman on Tuesday.\n\n"
    "Kenya tabled a new proposal on Monday."
)


@pytest.mark.model
def test_turns_of_talks_reported_from_their_town_are_placed_there(events_of):
    places = {e.type: e.places for e in events_of(CONFERENCE)}

    assert places["rejection"] == places["proposal"] == ("Oslo",)


@pytest.mark.model
def test_turns_of_talks_held_elsewhere_are_not_placed_where_the_report_is_from(
    events_of,
):
    text = CONFERENCE.replace("Talks between", "Talks in Lisbon between")

    assert not any("Oslo" in event.places for event in events_of(text))


@pytest.mark.model
def test_a_body_that_votes_votes_where_the_report_of_its_land_is_from(events_of):
    text = "NAIROBI, June 12 - Kenya's parliament on Wednesday passed the budget."

    assert [e.places for e in events_of(text) if e.type == "vote"] == [("Nairobi",)]
    abroad = text.replace("Kenya", "Somalia")
    assert [e.places for e in events_of(abroad) if e.type == "vote"] == [()]


@pytest.mark.model
def test_the_future_of_a_province_is_not_where_it_is_talked_about(events_of):
    text = "Holm and the miners bargained on Monday over the future of Bergen."

    assert not any(event.places for event in events_of(text))


@pytest.mark.model
def test_an_article_before_a_people_is_no_initial(reading_of):
    text = "OSLO, June 12 - A Ruvanian court sentenced two men on Monday."

    assert not any(e.name.startswith("A ") for e in reading_of(text).entities)
