"""The union, the company: which named body of an article each one means."""

from __future__ import annotations

import pytest

from extract.pipeline import read_alone
from extract.records import Article

pytestmark = pytest.mark.model

RAIL = (
    "Coast Rail, the state-owned train operator, made an offer to the Rail Workers' "
    "Union on Monday. "
)
TWO = (
    "Nordic Air, the carrier, and Coast Rail, the operator, made offers to the "
    "Pilots' Union on Monday. "
)


def meant(nlp, text):
    """Return what each word for a body stands for, by its words."""
    (found,) = read_alone([Article(file="a", id="a", text=text)], nlp=nlp)
    return {
        mention.quoted.text: entity.name
        for entity in found.entities
        for mention in entity.mentions
        if mention.kind == "role" and entity.kind != "person"
    }


@pytest.mark.parametrize(
    ("text", "words", "body"),
    [
        (RAIL + "The company said it was final.", "The company", "Coast Rail"),
        (RAIL + "The union refused.", "The union", "Rail Workers' Union"),
        (RAIL + "Strikers hailed their union.", "their union", "Rail Workers' Union"),
        (RAIL + "The train operator said no.", "The train operator", "Coast Rail"),
        (TWO + "The carrier raised it.", "The carrier", "Nordic Air"),
        (
            "The SIMF union called a strike on Monday. The union wants more pay.",
            "The union",
            "SIMF",
        ),
        (
            "The European Union met Canada on Monday. The union said it would wait.",
            "The union",
            "European Union",
        ),
    ],
    ids=[
        "a company by what it is called beside its name",
        "a union by its name",
        "the union of those told of",
        "the word that is beside the name",
        "one of two companies by a word of its own",
        "an acronym that the article calls a union",
        "a union of states where there is no other",
    ],
)
def test_a_noun_means_the_only_body_of_its_kind(nlp, text, words, body):
    assert meant(nlp, text).get(words) == body


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (TWO + "The company said it was final.", "The company"),
        (TWO + "The nurses' union joined the strike.", "The nurses' union"),
        (RAIL + "The smaller union refused.", "The smaller union"),
        (RAIL + "Germany's company refused.", "Germany's company"),
        (
            "The European Union met Canada on Monday. Workers said the union of "
            "dockers had left. The union refused.",
            "The union",
        ),
    ],
    ids=[
        "either of two companies",
        "the union of another trade",
        "a union told apart from another",
        "a company of somebody else",
        "no union of states where there are workers",
    ],
)
def test_where_several_may_be_meant_nobody_is_guessed(nlp, text, words):
    assert words not in meant(nlp, text)
