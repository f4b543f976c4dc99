"""Terms that words alone show: series, frames, limits, conditions, what was agreed."""

import pytest

from tests.ferry_talks import TALKS

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

SIGNED = "The union and the company signed a pact on Tuesday. "


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The union called for fares to be frozen and for night boats to be"
            " restored.",
            ["fares to be frozen", "night boats to be restored"],
        ),
        (
            "The deckhands are asking for their rosters to be posted a month ahead.",
            ["their rosters to be posted a month ahead"],
        ),
        (
            "The union wants the harbour police to be disarmed.",
            ["the harbour police to be disarmed"],
        ),
        (
            "In return for free parking, the union would drop its lawsuit.",
            ["free parking", "the union would drop its lawsuit"],
        ),
        (
            "The union says it will not sign without a pay rise of at least 8 percent.",
            ["a pay rise of at least 8 percent"],
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_words_show_where_terms_begin(terms_told, text, terms):
    assert terms_told(text) == terms


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "Under its terms each ferry may carry 40 lorries a day.",
            ["each ferry may carry 40 lorries a day"],
        ),
        (
            "Under it, the company reopens the canteen in May.",
            ["the company reopens the canteen in May"],
        ),
        (
            "Stokers get a raise of 5 percent from May.",
            ["Stokers get a raise of 5 percent from May"],
        ),
        ("It comes into force on May 2.", ["It comes into force on May 2"]),
    ],
    ids=lambda value: str(value)[:40],
)
def test_what_has_just_been_agreed_goes_on(terms_told, text, terms):
    assert terms_told(SIGNED + text) == terms


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("The company ruled out a raise above 2 percent.", "a raise above 2 percent"),
        (
            "The company turned down a raise of 3 percent.",
            "a raise of 3 percent",
        ),
        (
            "The union's claim is for 11 percent and a shorter week.",
            "11 percent",
        ),
        (
            "What the stokers want is a pension at 55.",
            "a pension at 55",
        ),
        ("The loan hinges on the sale of two ferries.", "the sale of two ferries"),
        (
            "The company made its offer conditional on the sale of two ferries.",
            "the sale of two ferries",
        ),
        (
            "Stokers say they will not go below 6 percent.",
            "they will not go below 6 percent",
        ),
        (
            "A demand that stewards stop taking tips remains on the table.",
            "stewards stop taking tips",
        ),
        (
            "The annex says that disputes will go to a panel of three judges.",
            "disputes will go to a panel of three judges",
        ),
        (
            "The company's opening offer, 3 percent, was called an insult.",
            "3 percent",
        ),
        (
            "The plan would see the night boats restored in June.",
            "the night boats restored in June",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_limits_conditions_and_figures_are_terms(terms_told, text, term):
    assert term in terms_told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The company rejected any link between the strike and the fire.",
        "The outcome depends on the weather.",
        "It runs to 61 pages.",
        "The old pact expires in May.",
        "The people who want to sink the pact are few.",
    ],
    ids=lambda value: value[:40],
)
def test_what_only_looks_like_a_limit_is_no_term(terms_told, text):
    assert terms_told(SIGNED + text) == []


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The stokers have made the return of their foreman a precondition for"
            " talks.",
            ["the return of their foreman"],
        ),
        (
            "The stokers set four conditions, among them the return of their foreman"
            " and an end to the lockout.",
            ["the return of their foreman", "an end to the lockout"],
        ),
        (
            "Stokers demand that the piers be lit, that foremen be elected and that"
            " the canteen be reopened.",
            ["the piers be lit", "foremen be elected", "the canteen be reopened"],
        ),
        (
            "The agreement rules out dismissals for three years.",
            ["rules out dismissals for three years"],
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_conditions_and_clauses_in_a_row_are_a_term_each(terms_told, text, terms):
    assert terms_told(text) == terms


def test_a_figure_borrows_no_issue_of_the_talks_themselves(reading_of):
    text = TALKS + "The talks are about wages. The company offered 4 percent."

    topics = [
        item.topic for one in reading_of(text).proposals for item in one.provisions
    ]

    assert topics == ["wages"]
