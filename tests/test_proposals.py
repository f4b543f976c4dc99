"""Proposals: who puts what, in which version, term by term."""

import pytest


def terms(reading):
    """Return the terms of all proposals with their topics."""
    return [
        (item.quoted.text, item.topic)
        for one in reading.proposals
        for item in one.provisions
    ]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "term", "topic"),
    [
        (
            "Chile proposed a cap on import tariffs.",
            "a cap on import tariffs",
            "tariffs",
        ),
        (
            "The union's demands include 15 days of paid sick leave.",
            "15 days of paid sick leave",
            "sick leave",
        ),
        (
            "The draft agreement calls for inspections of military sites.",
            "inspections of military sites",
            "inspections",
        ),
        (
            "The deal would give workers a 24 percent pay raise over five years.",
            "would give workers a 24 percent pay raise over five years",
            "wages",
        ),
    ],
    ids=["proposes", "demands include", "draft calls for", "deal would"],
)
def test_a_construction_states_a_term(reading_of, text, term, topic):
    assert terms(reading_of(text)) == [(term, topic)]


@pytest.mark.model
def test_each_coordinated_term_is_one(reading_of):
    text = (
        "The plan includes a truce of ten days, the release of all prisoners and"
        " the withdrawal of troops from the border."
    )

    assert [topic for _, topic in terms(reading_of(text))] == [
        "ceasefire",
        "prisoners",
        "troop withdrawal",
    ]


@pytest.mark.model
def test_what_a_term_is_exchanged_for_is_its_condition(reading_of):
    text = (
        "Peru's offer of neutrality in exchange for security guarantees was welcomed."
    )

    (item,) = (v for p in reading_of(text).proposals for v in p.provisions)

    assert item.topic == "neutrality"
    assert item.condition is not None
    assert item.condition.text == "in exchange for security guarantees"


@pytest.mark.model
def test_terms_point_at_words_of_the_article(reading_of):
    text = "The union demanded 15 days of paid sick leave and an end to layoffs."

    found = reading_of(text).proposals

    assert found
    for one in found:
        for quoted in (*one.mentions, *(item.quoted for item in one.provisions)):
            assert quoted.text == text[quoted.start : quoted.end]


@pytest.mark.model
def test_a_version_word_opens_a_version_that_revises_the_earlier(reading_of):
    text = (
        "The previous draft limited the quota to 300 tonnes. The new draft sets the"
        " quota at 500 tonnes."
    )

    old, new = reading_of(text).proposals

    assert (old.revises, new.revises) == (None, old.id)


@pytest.mark.model
def test_words_link_an_answer_to_the_proposal(reading_of):
    text = (
        "Chile proposed a cap on tariffs on Monday. Peru rejected Chile's proposal on"
        " Tuesday."
    )

    relations = {link.relation for link in reading_of(text).links}

    assert "respondsTo" in relations


@pytest.mark.model
def test_succession_alone_links_nothing(reading_of):
    text = "Chile held elections on Monday. Troops attacked the town of Gao on Tuesday."

    assert reading_of(text).links == ()
