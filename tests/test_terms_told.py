"""Terms in the many ways that news tells them, in articles about talks."""

import pytest

from extract.term_lexicon import about_talks, term_lexicon
from tests.ferry_talks import TALKS

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The company tabled a draft that would give stokers two free weekends.",
            "would give stokers two free weekends",
        ),
        (
            "A text circulated by the mediator calls for a ban on night crossings.",
            "a ban on night crossings",
        ),
        (
            "The terms include a shuttle bus for deckhands.",
            "a shuttle bus for deckhands",
        ),
        (
            "The offer guarantees no closures before 2027.",
            "guarantees no closures before 2027",
        ),
        (
            "The draft says a panel will examine every complaint.",
            "a panel will examine every complaint",
        ),
        (
            "As part of the truce, the company withdrew its lawsuits.",
            "the company withdrew its lawsuits",
        ),
        (
            "Fares would be frozen for a year under the plan.",
            "Fares would be frozen for a year",
        ),
        (
            "A cap on overtime is included in the deal.",
            "A cap on overtime",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_a_paper_rules_its_terms(terms_told, text, term):
    assert terms_told(text) == [term]


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The union would like a canteen on every vessel.",
            "a canteen on every vessel",
        ),
        (
            "The union is holding out for 9 percent in one step.",
            "9 percent",
        ),
        (
            "The company countered with a bonus of 300 euros.",
            "a bonus of 300 euros",
        ),
        (
            "The company put forward a pay freeze.",
            "a pay freeze",
        ),
        (
            "The union asked the company to repair the lifeboats.",
            "to repair the lifeboats",
        ),
        (
            "The union wants crews rested for ten hours.",
            "crews rested for ten hours",
        ),
        (
            "The company suggested moving the depot to Riverton.",
            "moving the depot to Riverton",
        ),
        (
            "The company is prepared to pay for new uniforms.",
            "to pay for new uniforms",
        ),
        (
            "The company raised its offer to 6 percent.",
            "raised its offer to 6 percent",
        ),
        (
            "It was agreed that the harbour master would keep the logs.",
            "the harbour master would keep the logs",
        ),
        (
            "The company has offered to widen the piers, to dredge the channel, and to"
            " hire 40 pilots.",
            "to hire 40 pilots",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_a_side_puts_its_terms(terms_told, text, term):
    assert term in terms_told(text)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The union dropped its insistence on a closed shop.",
            "a closed shop",
        ),
        (
            "The company repeated its pledge that no ferry would be sold.",
            "no ferry would be sold",
        ),
        (
            "The union's main condition is that the dismissed cooks be rehired.",
            "that the dismissed cooks be rehired",
        ),
        (
            "Among the union's demands are a doubling of tea breaks and free parking.",
            "a doubling of tea breaks",
        ),
        (
            "The union will not return to work unless the gangways are repaired.",
            "unless the gangways are repaired",
        ),
        (
            "The union set three conditions for a truce: a night bus, a pay audit and"
            " a crew lounge.",
            "a night bus",
        ),
        (
            '"There must be no sackings," union leader Ada Quill said.',
            "There must be no sackings",
        ),
    ],
    ids=lambda value: value[:40],
)
def test_nouns_and_conditions_tell_terms(terms_told, text, term):
    assert any(term in words or words in term for words in terms_told(text))


def test_sentences_in_the_mood_of_rules_go_on_with_a_paper(terms_told):
    text = (
        "Officials described a package in two parts. Stokers would train apprentices."
        " In exchange the company would repaint the cabins. Four posts are to be"
        " created."
    )

    assert terms_told(text) == [
        "Stokers would train apprentices",
        "In exchange the company would repaint the cabins",
        "Four posts are to be created",
    ]


def test_what_is_agreed_is_told_in_the_present_too(terms_told):
    text = (
        "Under the accord, pay rises by 4 percent. The bonus is restored in full, and"
        " crossings resume on Friday."
    )

    assert terms_told(text) == [
        "pay rises by 4 percent",
        "The bonus is restored in full",
        "crossings resume on Friday",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The plan would cost 40 million euros.",
        "The negotiators will meet again on Friday.",
        "The union wants to discuss the matter.",
        "The company's chief said he would not comment on the proposal.",
        "The sides failed to agree on how to share the costs.",
        "The offer was rejected.",
    ],
)
def test_talk_and_effects_are_no_terms(terms_told, text):
    assert terms_told(text) == []


def test_without_talks_only_what_is_certain_is_read(reading_of):
    text = "The baker would like a canteen on every vessel. Her sister is a dentist."

    assert reading_of(text).proposals == ()


def test_an_article_about_talks_is_known_by_its_words(nlp):
    assert about_talks(nlp.make_doc(TALKS))
    assert not about_talks(nlp.make_doc("The dentist planted roses. It rained."))


def test_the_word_lists_hold_lemmas_in_small_letters():
    words = term_lexicon()

    for some in (words.contents, words.fate, words.idle, words.empty, words.calls):
        assert all(word == word.lower() and " " not in word for word in some)


@pytest.mark.parametrize(
    "text",
    [
        "The plan is aimed at ending a dispute that has emptied two harbours.",
        "Stokers will not sail unless the company came back.",
    ],
)
def test_to_settle_or_to_stir_is_no_term(terms_told, text):
    assert terms_told(text) == []


def test_what_others_promised_is_not_the_speakers_own_proposal(reading_of):
    text = (
        "The Harbour Stokers Union rejected the draft lease on Monday.\n\n"
        '"They promised us forty days of notice," union leader Ida Brandt told'
        " reporters.\n"
    )
    found = reading_of(TALKS + text).proposals

    assert not any(
        one.proposer in {"Ida Brandt", "Harbour Stokers Union"}
        and "notice" in item.quoted.text
        for one in found
        for item in one.provisions
    )


def test_who_would_not_accept_is_no_paper_of_somebody_told_of_before(reading_of):
    text = (
        "Harbour company chief Olaf Ruud put forward a new offer on Tuesday. The"
        " new offer includes a training fund.\n\n"
        "Union leader Ida Brandt said it would not accept any deal without laundry"
        " rooms.\n"
    )
    found = reading_of(TALKS + text).proposals

    assert not any(
        one.proposer == "Olaf Ruud" and "laundry" in item.quoted.text
        for one in found
        for item in one.provisions
    )


def test_figures_alone_are_about_what_is_told_just_before(reading_of):
    text = (
        "The union demands a ferry levy of 3 percent in June.\n\n"
        "The company offered a pay rise of 4 percent this year and 5 percent in"
        " 2031.\n"
    )
    topics = {
        item.topic
        for one in reading_of(TALKS + text).proposals
        for item in one.provisions
    }

    assert "wages" in topics
    assert not topics & {"percent", "year", "other"}
