"""Days that news has from the clause beside it, and what is too vague for one."""

import pytest

pytestmark = pytest.mark.model

OPENING = (
    "OSLO, June 12 - Norway's foreign minister met rebel leaders on Wednesday.\n\n"
)


@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        (
            "Foreign ministers meeting in Oslo agreed on Tuesday to set up a fund.",
            "meeting",
            "2024-06-11",
        ),
        (
            "The envoy toured the port on Tuesday before meeting with rebel leaders.",
            "meeting",
            "2024-06-11",
        ),
        (
            "The minister, speaking at a joint news conference with Anna Berg, said on"
            " Tuesday that there was no deal.",
            "statement",
            "2024-06-11",
        ),
    ],
    ids=["people meeting", "before meeting", "speaking at"],
)
def test_what_a_participle_tells_was_on_the_day_of_its_main_clause(
    days_of, text, kind, day
):
    assert (kind, day, day) in days_of(text)


def test_what_a_company_says_it_did_is_of_the_day_of_its_saying(days_of):
    text = OPENING + "Norsk Oil said it signed a letter of intent with the union."

    assert ("signing", "2024-06-12", "2024-06-12") in days_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The government recently rejected the union's offer.",
        "In recent months the government has rejected the union's offer.",
    ],
)
def test_what_was_done_recently_is_not_the_news_of_the_day(days_of, text):
    assert {begin for kind, begin, _ in days_of(text) if kind == "rejection"} <= {None}


def test_a_day_to_come_is_not_that_of_what_was_done(days_of):
    text = "The company rejected the plan, due Dec. 1, on Tuesday."

    assert ("rejection", "2024-06-11", "2024-06-11") in days_of(text)


def test_a_day_that_is_over_is_of_the_verb_and_not_of_what_is_still_to_be_done(
    days_of,
):
    text = "Ministers all voted to support the treaty on June 3."

    assert ("vote", "2024-06-03", "2024-06-03") in days_of(text)


def test_the_year_before_a_noun_is_its_own_and_not_that_of_a_clause_behind_it(
    days_of,
):
    text = (
        "She praised the 2011 raid that killed the man who attacked Oslo in May 2005."
    )

    assert ("attack", "2011", "2011") in days_of(text)
