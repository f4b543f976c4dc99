"""Decisions whose votes are told, walking out, and what only looks like an event."""

from __future__ import annotations

import pytest

from extract.occupations import names_workers, occupations

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def told(reading_of):
    """Return type, label and first day of each event of a text."""
    return lambda text: [(e.type, e.label, e.begin) for e in reading_of(text).events]


@pytest.mark.parametrize(
    "decided",
    [
        "The cabinet approved the plan on Monday by nine votes to four.",
        "The cabinet endorsed the deal on Monday by 61 votes to 22 after a long day.",
        "The cabinet on Monday backed the plan, 12-4.",
        "The cabinet accepted the plan on Monday by a vote of 63 to 16.",
    ],
)
def test_a_tally_makes_a_decision_one_vote(told, decided):
    assert told(decided) == [("vote", "Vote by cabinet", "2024-06-10")]


def test_a_motion_that_fails_by_a_tally_was_voted_on(told):
    (found,) = told("The motion was rejected by 61 votes to 21 on Monday.")

    assert found == ("vote", "Vote", "2024-06-10")


def test_a_tally_tells_the_vote_where_it_is_not_told_on_what(told):
    text = (
        "Fares fall this summer after the cabinet approved it on Monday night by 141"
        " votes to 88."
    )

    assert ("vote", "Vote by cabinet", "2024-06-10") in told(text)


def test_an_offer_that_a_union_throws_out_stays_a_rejection(told):
    (found,) = told(
        "The dockers' union threw out the offer by 41 votes to 7 on Monday."
    )

    assert found[0] == "rejection"


@pytest.mark.parametrize(
    "text",
    [
        "The council accepted a 2-3 percent cut on Monday.",
        "The council accepted the plan for 2003-04 on Monday.",
    ],
)
def test_shares_and_years_are_no_tally(told, text):
    assert "vote" not in {kind for kind, _, _ in told(text)}


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The dockers walked out of the meeting on Monday.", ["walkout"]),
        ("The dockers walked out of the Transport Ministry on Monday.", ["walkout"]),
        ("Miners walked out of the pit on Monday.", ["other"]),
        ("Stevedores walked out on Monday over pay.", ["other"]),
        ("Eighty-four detainees walked out of the central prison on Monday.", []),
    ],
)
def test_what_is_walked_out_of_tells_talks_from_work(told, text, kinds):
    assert [kind for kind, _, _ in told(text)] == kinds


@pytest.mark.parametrize(
    "text",
    [
        '"I voted for Tabor," said Rosa Benn, a baker, on Monday.',
        "Nobody in the hall knew on Monday what went wrong in Strelsau.",
        "The fair went ahead in Strelsau on Monday.",
    ],
)
def test_one_ballot_and_how_things_went_are_no_events(told, text):
    assert told(text) == []


def test_what_is_told_of_a_side_in_passing_is_not_the_matter(told):
    text = "Ruritania, an oil exporter whose power plants stand idle, voted on Monday."

    assert told(text) == [("vote", "Vote by Ruritania", "2024-06-10")]


def test_power_sharing_is_no_power_that_takes_part(told):
    assert told("Power-sharing talks opened in Strelsau on Monday.") == [
        ("talks", "Talks in Strelsau", "2024-06-10")
    ]


def test_the_day_of_what_is_agreed_on_is_still_to_come(reading_of):
    text = "The government and the rebels agreed on a November vote on self-rule."

    assert [(e.type, e.begin, e.modality) for e in reading_of(text).events] == [
        ("agreement", "2024-06-12", "actual"),
        ("vote", "2024-11", "planned"),
    ]


def test_who_is_expected_for_a_dated_meeting_comes_on_that_day(told):
    text = "Premier Ana Ruiz is expected in Oslo for the June 20 meeting."

    assert [day for kind, _, day in told(text) if kind == "visit"] == ["2024-06-20"]


def test_what_is_put_to_a_referendum_is_one(told):
    assert {kind for kind, _, _ in told("The plan is to be put to a referendum.")} == {
        "referendum"
    }


def test_an_adjective_that_begins_a_sentence_names_no_body(reading_of):
    text = "International mediators met on Monday. Federal officials stayed away."

    assert {e.name for e in reading_of(text).entities} == {"mediators"}


def test_workers_are_known_by_their_trade_in_either_number():
    assert {"docker", "nurse", "fireman", "staff"} <= occupations()
    assert [
        word
        for word in ("Dockers'", "firemen", "nurses", "senators", "operators", "news")
        if names_workers(word)
    ] == ["Dockers'", "firemen", "nurses"]


@pytest.mark.parametrize(
    ("text", "kind", "label"),
    [
        (
            "Ruritania agreed with the Monetary Fund on Monday to raise 400 euros.",
            "agreement",
            "Agreement by Ruritania and Monetary Fund",
        ),
        (
            "The negotiators put their initials to the accord on Monday.",
            "signing",
            "Signing by negotiators",
        ),
        (
            "The Treasury turned the Harbour Line down on Monday.",
            "rejection",
            "Rejection by Treasury",
        ),
        (
            "The rebels set free 14 captured soldiers on Monday.",
            "other",
            "Release of captives by rebels on prisoners",
        ),
        (
            "The rebels took up arms on Monday.",
            "attack",
            "Taking up of arms by rebels",
        ),
        ("The guns fell silent on Monday.", "ceasefire", "Ceasefire"),
        ("The lease was awarded on Monday.", "other", "Award of a contract"),
        ("A truce has been in force since Monday.", "ceasefire", "Ceasefire"),
        (
            "Ruritania's announcement on Monday surprised the crowd.",
            "statement",
            "Announcement by Ruritania",
        ),
    ],
)
def test_turns_of_phrase_tell_what_plain_verbs_tell(told, text, kind, label):
    assert told(text) == [(kind, label, "2024-06-10")]


def test_a_march_is_a_protest_and_march_is_a_month(told):
    assert told("A march through Strelsau is planned for Friday.") == [
        ("other", "Protest in Strelsau (planned)", "2024-06-14")
    ]
    assert told("The envoy said in March that the plan was dead.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Officials agreed with the report on Monday.",
        "He turned down the volume on Monday.",
        "A second march is being planned.",
    ],
)
def test_shared_views_volumes_and_second_marches_have_no_day(told, text):
    assert [day for _, _, day in told(text) if day] == []


def test_a_sentence_of_names_alone_is_no_headline(reading_of):
    text = (
        "Diplomats had waited for weeks.\n\nPrime Minister Rosa Benn met Karl Tabor in"
        " Geneva on Monday."
    )
    (met,) = reading_of(text).events

    assert (met.label, met.begin) == (
        "Meeting of Rosa Benn and Karl Tabor in Geneva",
        "2024-06-10",
    )


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The mediator, Karl Mohr, handed the stokers a plan on Monday.",
            "Proposal by Karl Mohr",
        ),
        (
            "The Ruritanian Migration Board ruled on Monday that the boats must leave.",
            "Ruling by Ruritanian Migration Board",
        ),
    ],
)
def test_a_mediators_trade_and_words_of_names_are_no_matter(told, text, label):
    assert label in {name for _, name, _ in told(text)}
