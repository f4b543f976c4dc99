"""Capitalised words that are no names, and names that "and" or "'s" is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language


def named(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(entity.name, entity.kind) for entity in nlp(text)._.entities}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Sen. Ann Boyd (R-Ohio) met the miners in Dayton on Friday.", "R-Ohio"),
        ("The bomb went off in Tuscaloosa, Ala., on Friday, police said.", "Ala."),
        ("The union wants US$40 more a week, a spokesman said.", "US$"),
        ("Investigators met the mayor of Dayton on Friday.", "Investigators"),
    ],
    ids=["party and state", "state behind a town", "money", "a sentence's first word"],
)
def test_what_only_looks_like_a_name_is_none(
    nlp: Language, text: str, absent: str
) -> None:
    assert absent not in {name for name, _ in named(nlp, text)}


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "She asked the Fisheries and Harbours Authority for help on Friday.",
            ("Fisheries and Harbours Authority", "organization"),
        ),
        (
            "Talks between Adler Corp. and Orsa Inc. resumed on Friday.",
            ("Adler Corp.", "organization"),
        ),
        ("Ann Jordan met the miners on Friday.", ("Ann Jordan", "person")),
        ("He flew to St. Louis on Friday to meet them.", ("St. Louis", "place")),
        (
            "The minister, Shri Ramesh Pillai, met the union on Friday.",
            ("Ramesh Pillai", "person"),
        ),
    ],
    ids=["of two things", "two companies", "a land's name", "a saint's", "a title"],
)
def test_names_are_read_whole_and_apart(
    nlp: Language, text: str, name: tuple[str, str]
) -> None:
    assert name in named(nlp, text)
