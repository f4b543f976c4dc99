"""Weekdays and months in whole sentences, read with the model: past or to come."""

from __future__ import annotations

from datetime import date

import pytest

from extract.dates import find_times

FRIDAY = date(2013, 3, 22)
AHEAD = [
    ("The two-day summit begins on Monday.", "2013-03-25"),
    ("Voters go to the polls on Sunday.", "2013-03-24"),
    ("The match kicks off at 8 pm on Sunday.", "2013-03-24T20:00"),
    ("The funeral is on Wednesday.", "2013-03-27"),
    ("Monday is the deadline.", "2013-03-25"),
    ("He is to appear in court on Monday.", "2013-03-25"),
    ("He is visiting the capital on Monday.", "2013-03-25"),
    ("The two sides are meeting again on Tuesday.", "2013-03-26"),
    ("He said he would resign on Monday.", "2013-03-25"),
    ("Officials did not plan to move them on Tuesday morning.", "2013-03-26TMO"),
    ("The league plans to hold a news conference on Tuesday.", "2013-03-26"),
    ("The deadline was extended until Monday.", "2013-03-25"),
    ("Ahead of talks on Monday, he struck a hopeful note.", "2013-03-25"),
    ("More rain is forecast for Saturday.", "2013-03-23"),
    ("They agreed to hold a new round on April 5.", "2013-04-05"),
    ("The referendum is to be held from November 20.", "2013-11-20"),
    ("The second round was due to start this Tuesday.", "2013-03-26"),
    ("In October, he will be 40.", "2013-10"),
    ("She will be named commander of a mission in December.", "2013-12"),
]
BACK = [
    ("He said on Monday he would resign.", "2013-03-18"),
    ("The funeral was on Wednesday.", "2013-03-20"),
    ("By Tuesday evening the fire was out.", "2013-03-19TEV"),
    ("The sides met on Tuesday.", "2013-03-19"),
    ("In October he turned 40.", "2012-10"),
    ("She resigned on Dec. 3.", "2012-12-03"),
    ("The attack on Sunday was the worst of the war.", "2013-03-17"),
    ("The report, released Wednesday, covers ten cities.", "2013-03-20"),
]


@pytest.mark.model
@pytest.mark.parametrize("rows", [AHEAD, BACK], ids=["ahead", "back"])
def test_the_clause_tells_which_day_is_meant(nlp, rows):
    wrong = [
        (text, times[0].value)
        for text, value in rows
        if (times := _times(nlp, text)) and times[0].value != value
    ]

    assert len(wrong) <= 1, wrong


@pytest.mark.model
def test_a_quarter_whose_figures_are_still_to_be_told_is_the_one_just_over(nlp):
    november = date(2013, 11, 4)
    doc = nlp.get_pipe("reading")(
        nlp.make_doc("The ferry line expects to report a third-quarter loss.")
    )

    times = find_times(doc, published=november)

    assert [time.value for time in times] == ["2013-Q3"]


def _times(nlp, text):
    doc = nlp.get_pipe("reading")(nlp.make_doc(text))
    times = find_times(doc, published=FRIDAY)
    return [time for time in times if time.type in ("DATE", "TIME")]
