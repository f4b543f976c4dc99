"""Terms of a paper that a pronoun takes up, or that plain sentences tell behind it."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        (
            "The stokers put their demands to the board on Tuesday. They include a"
            " shorter night watch, new boilers on three ships and a canteen at the"
            " pier.",
            [
                "a shorter night watch",
                "new boilers on three ships",
                "a canteen at the pier",
            ],
        ),
        (
            "The mediator circulated a draft on Friday. It keeps two crews on each"
            " ship and doubles the winter allowance.",
            ["keeps two crews on each ship and doubles the winter allowance"],
        ),
        (
            "The mediator circulated a draft on Friday. Under it the company would"
            " build 20 cabins, and a board named by both sides would test the boilers.",
            [
                "the company would build 20 cabins",
                "a board named by both sides would test the boilers",
            ],
        ),
    ],
    ids=lambda value: str(value)[-40:],
)
def test_a_pronoun_takes_up_the_paper_of_the_sentence_before(terms_told, text, terms):
    assert terms_told(text) == terms


def test_they_who_act_are_no_demands(terms_told):
    text = (
        "The stokers put their demands to the board on Tuesday. They crossed the"
        " harbour in two boats."
    )

    assert terms_told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The sides signed a pact on Tuesday. It marks the end of a long winter.",
        "The sides signed a pact on Tuesday. It follows two weeks of rain.",
    ],
)
def test_what_a_paper_marks_or_follows_is_no_rule_of_it(reading_of, text):
    from tests.ferry_talks import TALKS

    rules = [
        item.quoted.text
        for one in reading_of(TALKS + text).proposals
        if one.label.endswith(("pact", "draft"))
        for item in one.provisions
    ]
    assert rules == []


def test_the_present_tells_what_a_paper_just_made_rules(terms_told):
    text = (
        "The union and the company initialled a memorandum on Tuesday. No stoker can"
        " be moved ashore for two years. The levy falls to 3 percent, deckhands get"
        " five more days of rest, and night crossings are capped at 40 a week."
    )

    assert terms_told(text) == [
        "No stoker can be moved ashore for two years",
        "The levy falls to 3 percent",
        "deckhands get five more days of rest",
        "night crossings are capped at 40 a week",
    ]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The company's answer asks for 30 percent of the fares.",
            "30 percent of the fares",
        ),
        (
            "The crews made a counter-offer asking for 30 percent of the fares and"
            " the return of the tugs.",
            "30 percent of the fares and the return of the tugs",
        ),
        (
            "The company submitted a draft that lowered the winter allowance to 12"
            " percent.",
            "lowered the winter allowance to 12 percent",
        ),
        (
            "The sides agreed on a plan on Friday. Under the plan only stokers of ten"
            " years will vote.",
            "only stokers of ten years will vote",
        ),
        (
            "In return for a canteen at the pier, the union gives up its claim to the"
            " tugs.",
            "a canteen at the pier",
        ),
        (
            "An annex added on Sunday gives deckhands the same rest as stokers.",
            "gives deckhands the same rest as stokers",
        ),
        (
            "The union wants a 4 percent rise, a seat on the board of the company and"
            " a canteen.",
            "a seat on the board of the company",
        ),
        ("The Harbour Line bid 40 million euros for the pier.", "40 million euros"),
        (
            "In exchange, the Harbour Line would lift its ban and refund 300 fares.",
            "the Harbour Line would lift its ban and refund 300 fares",
        ),
        (
            "The Monetary Fund will lend Ruritania 2 billion dollars if parliament"
            " passes the port bill.",
            "The Monetary Fund will lend Ruritania 2 billion dollars",
        ),
        (
            "Among the terms: a truce from midnight, an exchange of the dead and a"
            " hotline between captains.",
            "a truce from midnight",
        ),
    ],
    ids=lambda value: str(value)[:40],
)
def test_frames_and_nouns_of_terms(terms_told, text, term):
    assert any(words.startswith(term) for words in terms_told(text))


def test_an_offer_that_one_comes_back_with_is_ones_own(reading_of):
    from tests.ferry_talks import TALKS

    (found,) = reading_of(
        TALKS + "The union returned on Monday with a demand for 6 percent."
    ).proposals

    assert (found.label, found.proposer) == ("Union's demand", "union")
