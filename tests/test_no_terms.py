"""What is told of a paper and is no term of it: its effects, its fate, its noise."""

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
def terms_of(reading_of):
    """Return the words of every term, and of every change, of a made-up text."""

    def find(sentence):
        found = reading_of(TALKS + sentence)
        terms = [term for paper in found.proposals for term in paper.provisions]
        changes = [change.new.text for change in found.deviations]
        return [term.quoted.text for term in terms] + changes

    return find


@pytest.mark.parametrize(
    "sentence",
    [
        "The new offer adds to the pressure on the cabinet, the union said.",
        "The new plan added fuel to the fire.",
        "The proposal would anger farmers.",
        "The plan will be presented on Friday.",
    ],
)
def test_what_a_paper_causes_or_meets_is_no_term_of_it(terms_of, sentence):
    assert terms_of(sentence) == ["a truce of two weeks"]


@pytest.mark.parametrize(
    ("sentence", "term"),
    [
        ("The new offer adds a bonus of 500 euros.", "adds a bonus of 500 euros"),
        ("The plan would open the border.", "The plan would open the border"),
        ("Prisoners will be released in May.", "Prisoners will be released in May"),
    ],
)
def test_what_a_paper_adds_or_rules_is_a_term(terms_of, sentence, term):
    assert term in terms_of(sentence)
