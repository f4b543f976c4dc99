"""A dateline is read by itself, so that the city takes no part in the sentence."""

import pytest

from extract.datelines import leading_dateline


@pytest.mark.parametrize(
    ("paragraph", "city", "rest"),
    [
        ("OSLO, June 3 - Envoys met again.", "OSLO", "Envoys met again."),
        ("OSLO, Norway (AP)_ Envoys met again.", "OSLO", "Envoys met again."),
        ("OSLO (Reuters) -- Envoys met again.", "OSLO", "Envoys met again."),
        ("Oslo, 3 June (NTB) – Envoys met again.", "Oslo", "Envoys met again."),
        ("OSLO Envoys met again.", "OSLO", "Envoys met again."),
    ],
)
def test_a_dateline_ends_where_the_sentence_begins(paragraph, city, rest):
    found, length = leading_dateline(paragraph)
    assert (found, paragraph[length:]) == (city, rest)


@pytest.mark.parametrize(
    "paragraph",
    [
        "The envoys - all three - met again.",
        "Talks resumed - at last - on Monday.",
        "NATO Secretary General Ann Lee spoke.",
        "Ann Lee, 43, met the envoys.",
    ],
)
def test_ordinary_prose_opens_with_none(paragraph):
    assert leading_dateline(paragraph) is None


@pytest.mark.model
def test_a_sentence_begins_after_its_dateline(nlp):
    doc = nlp("Talks\n\nOSLO, June 3 - Fishing states have agreed on quotas.\n")
    assert [sent.text.strip() for sent in doc.sents] == [
        "Talks",
        "OSLO, June 3 -",
        "Fishing states have agreed on quotas.",
    ]


@pytest.mark.model
def test_who_speaks_is_never_the_city_of_the_dateline(reading_of):
    text = (
        "Talks\n\nOSLO, June 3 - There has been slight progress towards a treaty, "
        "the chairman of the conference said.\n"
    )
    (said,) = reading_of(text).statements
    assert [part.text for part in said.source] == ["the chairman of the conference"]
