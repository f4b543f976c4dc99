"""A term is called by the article's own words where its topic is a wide one."""

import pytest

from extract.topics import words_of

TALKS = (
    "LIMA, May 4 - Negotiators of the union and the company held talks on a deal on"
    " Monday. "
)


@pytest.fixture(scope="module")
def topics_told(reading_of):
    """Return the topics of each term of a made-up text about talks."""
    return lambda text: [
        (item.topic, item.topics)
        for one in reading_of(TALKS + text).proposals
        for item in one.provisions
    ]


def test_the_words_that_name_a_topic_are_found():
    assert words_of("a ban on outsourcing", "job security") == ((9, 20),)


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name", "topic"),
    [
        (
            "The company tabled a draft that includes a ban on outsourcing.",
            "outsourcing",
            "job security",
        ),
        (
            "The union demanded a ban on contract workers.",
            "contract workers",
            "job security",
        ),
        (
            "Under the deal, grants to museums will be cut by 3 percent.",
            "grants",
            "subsidies",
        ),
        (
            "The union demanded a house allowance of 90 euros a month.",
            "house allowance",
            "allowances",
        ),
    ],
    ids=lambda value: value[-30:],
)
def test_a_wide_topic_stands_beside_the_own_words(topics_told, text, name, topic):
    assert any(
        name == main and topic in (main, *topics) for main, topics in topics_told(text)
    )


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The union demanded that inspectors be expelled.", "expulsion"),
        ("Under the deal, the ban will be valid for three years.", "duration"),
    ],
    ids=lambda value: value[-30:],
)
def test_a_deed_names_what_a_term_is_about(topics_told, text, name):
    assert name in [main for main, _ in topics_told(text)]
