"""Terms are what sides put to each other: no fates of papers, questions or weather."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

TALKS = (
    "Talks in Lima\n\nNegotiators from Kenya and Chad met in Lima on Monday for talks"
    " on a truce. Chad proposed a truce of two weeks. "
)


@pytest.fixture(scope="module")
def told(reading_of):
    """Return who puts each term of a made-up text about talks."""

    def find(text):
        return {
            term.quoted.text: paper.proposer
            for paper in reading_of(TALKS + text).proposals
            for term in paper.provisions
        }

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "The agreement is to be signed in Oslo on Friday.",
        "Parliament must still approve the agreement.",
        "The mediator urged Kenya to return to the negotiating table.",
        "Both sides agreed to accept mediation.",
        "Norway offered to host the two sides.",
    ],
)
def test_what_becomes_of_the_paper_or_of_the_talks_is_no_term(told, sentence):
    assert list(told(sentence)) == ["a truce of two weeks"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Reporters asked whether the ban would apply to fuel.",
        "The law requires firms to publish the names of their owners.",
        "Ruritanian law requires parties to list their donors.",
        "They ran a scheme in which clerks opened accounts for strangers.",
        "A court ordered the drivers to leave the yard.",
        "Kenya needs the support of nine members.",
        "Rain will fall in the north on Thursday.",
        "The ruling could decide the case.",
    ],
)
def test_a_question_a_law_a_court_or_the_weather_puts_nothing(told, sentence):
    assert list(told(sentence)) == ["a truce of two weeks"]


def test_what_was_done_already_is_no_term(told):
    found = told("The truce had allowed ferries to sail. She has accepted that.")

    assert list(found) == ["a truce of two weeks"]


@pytest.mark.parametrize(
    ("sentence", "term", "who"),
    [
        (
            "Kenya demanded the release of nine pilots.",
            "the release of nine pilots",
            "Kenya",
        ),
        (
            "The dockers' union wants a night allowance of 40 shillings.",
            "a night allowance of 40 shillings",
            "dockers",
        ),
    ],
)
def test_what_a_side_asks_for_is_a_term_of_that_side(told, sentence, term, who):
    assert told(sentence).get(term) == who


def test_a_side_s_demand_makes_nobody_s_plan_its_own(told):
    text = (
        "\n\nA plan for the harbour was published. The plan provides for a joint"
        " patrol. Kenya demanded the release of nine pilots."
    )

    assert told(text)["a joint patrol"] != "Kenya"


def test_who_hands_over_a_paper_wrote_it(told):
    text = "\n\nNorway handed Kenya a draft on Friday. It provides for a joint patrol."

    assert told(text)["a joint patrol"] == "Norway"


def test_an_agreement_is_of_the_sides_that_agreed_on_it(reading_of):
    text = (
        "LIMA, May 4 - Peru and Chile signed an agreement on fishing on Monday.\n\n"
        "Under the agreement, Peru will issue 40 licences a year. The fee will be"
        " fixed at 900 dollars."
    )

    papers = [p for p in reading_of(text).proposals if p.provisions]

    assert {p.proposer for p in papers} == {"Peru and Chile"}


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "\n\nWhat is in the plan?\n\n1. A night bus from June.\n2. A free ferry"
            " for pupils.\n",
            ("A night bus from June", "A free ferry for pupils"),
        ),
        (
            "\n\nThe plan provides for:\n    -- a night bus from June;\n    -- a free"
            " ferry for pupils.\n",
            ("a night bus from June", "a free ferry for pupils"),
        ),
        (
            "\n\nThe plan asks Kenya to open two ports and to close a quarry.",
            ("to open two ports", "to close a quarry"),
        ),
    ],
    ids=("under a heading", "behind dashes", "asked by the paper"),
)
def test_a_paper_s_list_is_read_item_by_item(told, text, terms):
    found = " | ".join(told(text))

    assert [term for term in terms if term in found] == list(terms)


@pytest.mark.parametrize(
    ("text", "term", "who"),
    [
        (
            "\n\nThe dockers submitted a petition that demanded a night bus and a"
            " rise of 40 shillings.",
            "a night bus",
            "dockers",
        ),
        (
            "\n\nNorway improved its offer on Friday. The new offer includes a night"
            " bus.",
            "a night bus",
            "Norway",
        ),
    ],
    ids=("a petition", "the new offer is whose the offer was"),
)
def test_a_paper_is_of_who_put_it(told, text, term, who):
    assert told(text).get(term) == who
