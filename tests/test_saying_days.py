"""The day of a saying that tells none: the day of the news in the lead."""

from __future__ import annotations

from datetime import date

import pytest

from extract.dates import find_times
from extract.statements import find_statements

SATURDAY = date(2023, 6, 17)


@pytest.mark.model
@pytest.mark.parametrize(
    ("lead", "day", "basis"),
    [
        ("closed a round of trade talks in Oslo on Friday", "2023-06-16", "discourse"),
        ("closed a round of trade talks in Oslo", "2023-06-17", "published"),
        ("met on Thursday and parted on Friday in Oslo", "2023-06-17", "published"),
        ("closed a round of talks in Oslo on May 2, 2023", "2023-06-17", "published"),
    ],
    ids=["one day", "none", "two", "long before"],
)
def test_a_saying_without_a_day_takes_that_of_the_lead(nlp, lead, day, basis):
    text = (
        f"Negotiators from both of the rival unions {lead} without a deal.\n\n"
        'The mayor, Anna Rossi, said the week had been "useful but not decisive".\n'
    )
    doc = nlp(text)

    said = find_statements(
        doc,
        entities=doc._.entities,
        times=find_times(doc, published=SATURDAY),
        published=SATURDAY,
    )

    assert [(s.speaker, s.date, s.date_basis) for s in said if s.speaker] == [
        ("Anna Rossi", day, basis)
    ]


@pytest.mark.model
def test_a_saying_in_a_headline_is_of_the_day_of_its_news(nlp):
    text = (
        "Miners' union says pay offer is dead\n\n"
        "Negotiators from both of the rival unions closed a round of talks in Oslo on "
        "Friday without a deal.\n"
    )
    doc = nlp(text)

    said = find_statements(
        doc,
        entities=doc._.entities,
        times=find_times(doc, published=SATURDAY),
        published=SATURDAY,
    )

    assert [s.date for s in said] == ["2023-06-16"]
