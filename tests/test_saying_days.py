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


@pytest.mark.model
@pytest.mark.parametrize(
    ("saying", "day"),
    [
        ("Anna Rossi, who quit the board in May, said the offer was fair.", None),
        ("Since the plant closed in May, Anna Rossi has said little of it.", None),
        ("Anna Rossi said on Tuesday that the offer was fair.", "2023-06-13"),
        ("In the year ended March 31, the port reported a loss.", None),
        ("Anna Rossi met a 9/11 widow and said she was moved.", None),
        ("The offer is fair, said a letter that was read on Tuesday.", "2023-06-13"),
    ],
)
def test_a_day_of_another_clause_dates_no_saying(nlp, saying, day):
    doc = nlp(saying + "\n")

    said = find_statements(
        doc,
        entities=doc._.entities,
        times=find_times(doc, published=SATURDAY),
        published=SATURDAY,
    )

    own = {s.date for s in said if s.date_basis == "clause"}
    assert own == ({day} if day else set())


@pytest.mark.model
def test_a_day_long_past_is_not_carried_to_what_is_said_later(nlp):
    text = (
        "The dockers' union walked out of the wage talks in the port again.\n\n"
        "Anna Rossi said on 4 March 2023 that the offer was fair.\n\n"
        "The ferries kept to their timetable through the whole of the morning.\n\n"
        "The harbour board has not yet put a new offer on the table.\n\n"
        "Anna Rossi said the board would wait for the union.\n"
    )
    doc = nlp(text)

    said = find_statements(
        doc,
        entities=doc._.entities,
        times=find_times(doc, published=SATURDAY),
        published=SATURDAY,
    )

    days = [s.date for s in said if s.speaker == "Anna Rossi"]
    assert days == ["2023-03-04", "2023-06-17"]
