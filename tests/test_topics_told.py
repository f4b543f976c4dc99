"""Topics are what a reader would file a term under: no measures, money or owners."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

TALKS = (
    "LIMA, May 4 - Negotiators of the union and the company held talks on a deal on"
    " Monday. "
)


@pytest.fixture(scope="module")
def topic_of(reading_of):
    """Return the topic of the only term of a made-up text about talks."""

    def find(text):
        terms = [t for p in reading_of(TALKS + text).proposals for t in p.provisions]
        return terms[-1].topic

    return find


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("The company offered 8,500 rupees.", "payment"),
        ("The plan would give the harbour towns 40 lanterns.", "lanterns"),
        ("The union demanded the bigger Ruritanian lanterns.", "lanterns"),
        ("The company offered a lot of lanterns.", "lanterns"),
        ("Under the deal, the potters will glaze a fifth of their tiles.", "tiles"),
    ],
)
def test_the_matter_of_a_term_is_named(topic_of, text, topic):
    assert topic_of(text) == topic
