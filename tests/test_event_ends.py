"""To whom something is done, and whose thing it is, takes part; so do all in a list."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

AFTER = " Officials said the day after that they would wait."


@pytest.fixture(scope="module")
def sides_of(reading_of):
    """Return who takes part in the only event of a type in a text."""

    def sides(text, type_):
        (event,) = (e for e in reading_of(text + AFTER).events if e.type == type_)
        return set(event.participants)

    return sides


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            "Norlink Ltd filed a complaint with the Supreme Court on Monday.",
            {"Norlink Ltd", "Supreme Court"},
        ),
        (
            "Six divers were handed over to the Red Cross on Monday.",
            {"Red Cross"},
        ),
        (
            "The Supreme Court threw out Norlink Ltd's complaint on Monday.",
            {"Supreme Court", "Norlink Ltd"},
        ),
    ],
)
def test_who_receives_it_or_whose_it_is_takes_part(sides_of, text, others):
    assert sides_of(text, "other") == others


def test_demands_are_laid_before_somebody(sides_of):
    text = "Ana Ruiz laid her demands before Transport Minister Ivo Dahl on Monday."

    assert sides_of(text, "proposal") == {"Ana Ruiz", "Ivo Dahl"}


def test_a_name_behind_an_office_takes_part(sides_of):
    text = "Ana Ruiz spoke by telephone with opposition leader Ivo Dahl on Monday."

    assert sides_of(text, "call") == {"Ana Ruiz", "Ivo Dahl"}


def test_all_who_signed_take_part(sides_of):
    text = (
        "The lease, signed on Monday by Port Fund director Ana Ruiz and Norlink "
        "chief executive Ivo Dahl, runs for ten years."
    )

    assert sides_of(text, "signing") == {"Ana Ruiz", "Ivo Dahl"}


def test_the_word_of_a_paper_does_not_cut_the_name_of_a_body(reading_of):
    text = "The Ucayali Liberation Army freed six divers on Monday." + AFTER

    assert "Ucayali Liberation Army" in {e.name for e in reading_of(text).entities}


def test_an_adjective_that_opens_a_sentence_is_no_body(reading_of):
    text = "International mediator Ana Ruiz arrived in Lima on Monday." + AFTER

    assert "International" not in {e.name for e in reading_of(text).entities}


@pytest.mark.parametrize(
    ("text", "type_", "others"),
    [
        (
            "Norlink Ltd, whose higher offer the Finance Ministry refused on Monday as "
            "late, said it would not appeal.",
            "rejection",
            {"Norlink Ltd", "Finance Ministry"},
        ),
        (
            "Envoy Ana Ruiz flew to Lima on Monday and met President Ivo Dahl.",
            "visit",
            {"Ana Ruiz", "Ivo Dahl"},
        ),
        (
            "Members endorsed the deal on Monday by 212 votes to 40, the Seafarers' "
            "Union said.",
            "vote",
            {"Seafarers' Union"},
        ),
    ],
)
def test_whose_offer_it_is_who_is_met_and_whose_members_vote(
    sides_of, text, type_, others
):
    assert sides_of(text, type_) == others
