"""Where events are: by the words that tell them, else by the article's dateline."""

import pytest

from extract.event_dateline import dateline_span

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


@pytest.mark.model
@pytest.mark.parametrize(
    "line",
    [
        "OSLO, June 12 - ",
        "OSLO (AP) — ",
        "OSLO, June 12 (Reuters) - ",
        "Oslo, June 12 (Xinhua) -- ",
        "OSLO ",
    ],
)
def test_the_dateline_places_the_news_of_the_first_paragraph(events_of, line):
    text = f"{line}Peru and Kenya signed an agreement on fisheries on Wednesday."

    (signing,) = (event for event in events_of(text) if event.type == "signing")

    assert (signing.places, signing.place_basis) == (("Oslo",), "dateline")


@pytest.mark.model
def test_a_place_of_its_own_goes_before_the_dateline(events_of):
    text = "OSLO, June 12 - Peru and Kenya held talks in Lisbon on Wednesday."

    (talks,) = (event for event in events_of(text) if event.type == "talks")

    assert (talks.places, talks.place_basis) == (("Lisbon",), "")


@pytest.mark.model
def test_what_a_side_says_at_home_has_no_place_by_the_dateline(events_of):
    text = (
        "NAIROBI, June 12 - Kenya's talks with Peru on fish broke down on Wednesday, "
        "Kenya's minister Ann Njeri said."
    )

    assert [e.places for e in events_of(text) if e.type == "impasse"] == [()]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "Union leaders - all nine of them - met the minister on Monday.",
        "NATO Secretary-General Jens Holm said talks were near.",
        "The UN Security Council met on Monday.",
    ],
)
def test_an_opening_that_names_no_place_is_no_dateline(nlp, text):
    assert dateline_span(nlp(text)) is None


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "place", "day"),
    [
        (
            "The next round is scheduled to be held in Lisbon on June 20.",
            "talks",
            "Lisbon",
            "2024-06-20",
        ),
        (
            "The treaty is to be signed in Lisbon on June 20.",
            "signing",
            "Lisbon",
            "2024-06-20",
        ),
        (
            "On Monday shelling killed nine people in Lisbon.",
            "attack",
            "Lisbon",
            "2024-06-10",
        ),
    ],
)
def test_what_is_set_or_done_somewhere_is_there(events_of, text, kind, place, day):
    (found,) = (event for event in events_of(text) if event.type == kind)

    assert (found.places, found.begin) == ((place,), day)
