"""Terms strung together in one sentence, or told over several, are terms each."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.fixture(scope="module")
def terms_of(reading_of):
    """Return the words of each term of a made-up text, published on 12 June 2024."""
    return lambda text: [
        v.quoted.text for p in reading_of(text).proposals for v in p.provisions
    ]


TEXTS = {
    "The union demanded a wage rise of 3% and an end to split shifts.": [
        "a wage rise of 3%",
        "an end to split shifts",
    ],
    "The union wants a 10 percent pay rise, two days of holiday and safer crews.": [
        "a 10 percent pay rise",
        "two days of holiday",
        "safer crews",
    ],
    "Under the deal, wages will rise by 4 percent, staff will get two more days of "
    "leave, and no work will be outsourced.": [
        "wages will rise by 4 percent",
        "staff will get two more days of leave",
        "no work will be outsourced",
    ],
    "Under the text, data could leave the country only if Peru set up a regulator; "
    "firms would face audits every 12 months; and the rules would be reviewed.": [
        "data could leave the country only if Peru set up a regulator",
        "firms would face audits every 12 months",
        "the rules would be reviewed",
    ],
    "The company answered with a counterproposal: a 2 percent rise, a bonus of 300 "
    "euros and an undertaking that no depot would close.": [
        "a 2 percent rise",
        "a bonus of 300 euros",
        "an undertaking that no depot would close",
    ],
    "The truce takes effect on Friday. It commits both sides to withdraw their "
    "tanks and to release prisoners.": [
        "to withdraw their tanks",
        "to release prisoners",
    ],
    "The offer was tabled by the company on Monday. It also included a payment of "
    "400 euros and a freeze on rents.": [
        "a payment of 400 euros",
        "a freeze on rents",
    ],
    "Besides a rise of 5 percent, the union is demanding a shorter week.": [
        "a rise of 5 percent",
        "a shorter week",
    ],
    "The accord gives Peru three years to cut tariffs. Quotas will be reviewed every "
    "two years.": [
        "gives Peru three years to cut tariffs",
        "Quotas will be reviewed every two years",
    ],
    "The drivers rejected a 5.5 percent pay rise on Monday.": [
        "a 5.5 percent pay rise"
    ],
}


@pytest.mark.parametrize("text", TEXTS, ids=list(TEXTS))
def test_each_term_is_one(terms_of, text):
    assert terms_of(text) == TEXTS[text]


def test_a_condition_stays_with_its_term(terms_of):
    text = (
        "Under the pact, if stocks reach 400,000 tonnes, the price will be cut by "
        "3 percent."
    )

    assert terms_of(text) == [
        "if stocks reach 400,000 tonnes, the price will be cut by 3 percent"
    ]
