"""Who says what in clauses that look like another's: read with the model."""

from __future__ import annotations

import pytest

from extract.pipeline import read_alone
from extract.records import Article

pytestmark = pytest.mark.model


def said(nlp, text):
    """Return speaker, cue and content of each statement."""
    (found,) = read_alone([Article(file="a", id="a", text=text)], nlp=nlp)
    return [
        (s.speaker, s.cue[0].text, " ".join(part.text for part in s.content))
        for s in found.statements
    ]


def test_a_participle_belongs_to_the_clause_before_it_where_talks_accuse_nobody(nlp):
    found = said(
        nlp,
        "Talks broke down on Tuesday when the Norwegian delegation left the hall, "
        "accusing Iceland of ignoring its quota.",
    )

    assert [(who, cue) for who, cue, _ in found] == [("Norway", "accusing")]


@pytest.mark.parametrize(
    "text",
    [
        "Drivers called off Monday's strike on Sunday.",
        "Drivers returned to work after the company raised its pay offer.",
        "The strike ended a dispute that had seen negotiators walk out twice.",
    ],
    ids=["calling off on a day", "raising an offer", "a dispute that saw something"],
)
def test_nobody_says_anything(nlp, text):
    assert said(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ministers called on Sunday for talks.", "talks"),
        ("Ministers called on both sides to resume talks.", "both sides to resume"),
        ("The delegation raised doubts about the deal.", "doubts about the deal"),
    ],
    ids=["a day before what is called for", "whom one calls on", "doubts are raised"],
)
def test_calling_for_and_raising_doubts_still_say_something(nlp, text, content):
    assert any(content in what for _, _, what in said(nlp, text))


def test_what_a_relative_clause_reports_ends_at_its_comma(nlp):
    found = said(
        nlp,
        "Duque, who had said on May 9 that the talks were over, denied that he had "
        "broken his word.",
    )

    assert [(cue, what) for _, cue, what in found] == [
        ("had said", "that the talks were over"),
        ("denied", "that he had broken his word"),
    ]


def test_a_spokesman_of_a_company_is_not_its_chief(nlp):
    found = said(
        nlp,
        "Anna Holm, chief executive of Veldt Rail, met the minister on Friday.\n\n"
        "A spokesman for the company said the talks would go on.",
    )

    assert [who for who, _, _ in found] == ["spokesman"]


def test_a_spokeswoman_named_behind_her_body_speaks_herself(nlp):
    found = said(nlp, '"We are ready," said Red Cross spokeswoman Maria Quintero.')

    assert [who for who, _, _ in found] == ["Maria Quintero"]
