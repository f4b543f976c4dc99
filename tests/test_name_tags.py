"""Capitalised words that are no names, and names that "and" or "'s" is part of."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

from extract.name_kinds import bare, kinds_of
from extract.name_tags import is_of_a_firm

if TYPE_CHECKING:
    from spacy.language import Language


def named(nlp: Language, text: str) -> set[tuple[str, str]]:
    return {(entity.name, entity.kind) for entity in nlp(text)._.entities}


def test_a_company_without_its_legal_form_is_the_company() -> None:
    sights = [
        ("adler boyd corp", Counter({"organization": 4})),
        ("adler boyd", Counter({"person": 3})),
    ]

    assert kinds_of(sights) == {
        "adler boyd corp": "organization",
        "adler boyd": "organization",
    }


@pytest.mark.parametrize(
    ("name", "firm"),
    [("orsa telecom spa", "orsa telecom"), ("orsa telecom", ""), ("plc", "")],
    ids=["with a legal form", "without one", "nothing else"],
)
def test_a_legal_form_is_no_part_of_a_bare_name(name: str, firm: str) -> None:
    assert bare(name) == firm


@pytest.mark.parametrize("form", ["Inc.", "PLC", "S.A.", "GmbH", "Co."])
def test_legal_forms_are_known_however_they_are_written(form: str) -> None:
    assert is_of_a_firm(form)


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
