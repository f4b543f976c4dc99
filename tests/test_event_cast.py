"""Who takes part in an event, and who is only named beside it."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


PARTICIPANTS = [
    pytest.param(
        "visit",
        "A delegation from Chile's main opposition group flew to Oslo on Tuesday.",
        {"opposition"},
        id="a country is not its opposition",
    ),
    pytest.param(
        "rejection",
        "The union's executive rejected the offer on Tuesday. The Ferry Crews Union"
        " wants 6 percent.",
        {"Ferry Crews Union"},
        id="a union's executive is the union",
    ),
    pytest.param(
        "ceasefire",
        "A cease-fire between Peru and the breakaway region of Arequipa went into"
        " effect on Monday.",
        {"Peru", "Arequipa"},
        id="a region by its name",
    ),
    pytest.param(
        "signing",
        "A month after their talks collapsed in anger, Peru, Bolivia and Chile on"
        " Friday signed a treaty on fishing.",
        {"Peru", "Bolivia", "Chile"},
        id="names right before the verb",
    ),
    pytest.param(
        "statement",
        "Peru on Tuesday accused Chile of planning a raid.",
        {"Peru", "Chile"},
        id="who is accused",
    ),
    pytest.param(
        "pledge",
        "Chile promised Peru on Tuesday that it would open the port.",
        {"Peru", "Chile"},
        id="who is promised",
    ),
    pytest.param(
        "statement",
        "The Ferry Crews Union on Tuesday gave notice of a strike with the Transport"
        " Ministry.",
        {"Ferry Crews Union"},
        id="with whom a notice is filed",
    ),
    pytest.param(
        "agreement",
        "The accord was announced on Monday by United Nations envoy Anna Berg.",
        {"Anna Berg"},
        id="who announces an accord",
    ),
    pytest.param(
        "vote",
        "The Peruvian parliament ratified the fishing treaty on Tuesday.",
        {"Peruvian parliament"},
        id="a parliament is not its government",
    ),
    pytest.param(
        "signing",
        "President Ann Moe of Peru received President Juan Berg of Chile. The two"
        " presidents signed a treaty in Lima on Tuesday.",
        {"Ann Moe", "Juan Berg"},
        id="the two presidents",
    ),
    pytest.param(
        "other",
        "Police found a car bomb in Arica. They arrested two men on Tuesday.",
        {"police"},
        id="they are the subject before",
    ),
    pytest.param(
        "visit",
        "Two aides to the president, the political adviser Ann Moe and the cabinet"
        " secretary Juan Berg, left for Chile on Tuesday.",
        {"Ann Moe", "Juan Berg"},
        id="aides by their names",
    ),
    pytest.param(
        "attack",
        "Peru started its air campaign four months ago, a group watching the war said"
        " on Tuesday.",
        {"Peru"},
        id="who tells of it",
    ),
]


@pytest.mark.parametrize(("kind", "text", "sides"), PARTICIPANTS)
def test_an_event_has_who_takes_part(events_of, kind, text, sides):
    found = [set(event.participants) for event in events_of(text) if event.type == kind]

    assert sides in found


def test_who_announces_an_accord_has_not_agreed_to_it(events_of):
    (accord,) = events_of(
        "The accord was announced on Monday by United Nations envoy Anna Berg.\n"
    )

    assert "Berg" not in accord.label


def test_each_place_of_a_journey_is_one(events_of):
    (visit,) = events_of("The envoy Anna Berg will travel to Oslo and to Bergen today.")

    assert visit.places == ("Oslo", "Bergen")


def test_who_leaves_for_a_place_visits_it(events_of):
    (visit,) = events_of("President Ann Moe left for Chile on Monday.\n")

    assert (visit.participants, visit.places) == (("Ann Moe",), ("Chile",))


LABELS = [
    pytest.param(
        "Sanctions imposed on Peru after its raid were lifted on Tuesday.",
        "sanction",
        "by Peru",
        id="sanctions are not by whom they are on",
    ),
    pytest.param(
        "The Arica militia has been excluded from the talks in Lima.",
        "rejection",
        "by",
        id="who is refused refuses nothing",
    ),
    pytest.param(
        "The plan may work where all earlier efforts failed, giving rise to hope.",
        "impasse",
        "Rise",
        id="a noun is no speaker",
    ),
]


@pytest.mark.parametrize(("text", "kind", "false"), LABELS)
def test_a_label_says_nothing_false(events_of, text, kind, false):
    labels = [event.label for event in events_of(text) if event.type == kind]

    assert not any(false in label.split() or false in label for label in labels)


def test_fighting_is_in_a_place_and_between_its_sides(events_of):
    found = events_of("A war between Peru and Chile in Bolivia began on Tuesday.\n")

    assert "War between Peru and Chile in Bolivia" in {event.label for event in found}


PLACES = [
    pytest.param(
        "vote",
        "A dispute goes on in Bergen, where port workers plan to vote on a strike.",
        ("Bergen",),
        id="where it will be",
    ),
    pytest.param(
        "talks",
        "Two days of talks between Peru and the Ferry Crews Union of Chile in Lima"
        " ended on Monday.",
        ("Lima",),
        id="behind who takes part",
    ),
    pytest.param(
        "talks",
        "OSLO, June 11 (Reuters) - Peru and Chile said on Tuesday that two days of"
        " talks here had ended.",
        ("Oslo",),
        id="here",
    ),
]


@pytest.mark.parametrize(("kind", "text", "places"), PLACES)
def test_an_event_is_where_the_words_around_it_put_it(events_of, kind, text, places):
    found = [event.places for event in events_of(text) if event.type == kind]

    assert found == [places]


def test_workers_act_by_the_only_union_of_an_article(events_of):
    (refused,) = (
        event
        for event in events_of(
            "Striking dockers rejected a 5 percent rise on Tuesday, their union said."
            " The Harbour Workers' Union wants 9 percent.\n"
        )
        if event.type == "rejection"
    )

    assert refused.participants == ("Harbour Workers' Union",)


def test_who_brokered_a_truce_is_no_side_of_it(events_of):
    found = events_of("A truce brokered by the envoy Ann Moe began on Monday.\n")

    assert not any("Moe" in event.label for event in found)


def test_what_talks_are_about_is_no_place_of_them(events_of):
    found = events_of(
        "President Ann Moe discussed the Peru crisis with Prime Minister Juan Berg of"
        " Chile on Monday.\n"
    )

    assert not any("Peru" in event.places for event in found)


def test_people_who_are_counted_are_not_their_country(events_of):
    found = events_of("Police arrested two Chileans in Lima on Tuesday.\n")

    assert not any("Chile" in event.participants for event in found)
