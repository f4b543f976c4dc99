"""Times as newspapers and agencies write them."""
# ruff: noqa: E501

from __future__ import annotations

from datetime import date

import pytest
import spacy

from extract.dates import find_times

WORDS = spacy.blank("en")
WEDNESDAY = date(2013, 3, 20)


def values(doc):
    return [(t.quoted.text, t.value) for t in find_times(doc, published=WEDNESDAY)]


# fmt: off
TABLE = [
    ("The Election Day vote was close.", [("Election Day", "2012-11-06")]),
    ("Sales on Black Friday rose.", [("Black Friday", "2012-11-23")]),
    ("The Labor Day weekend was wet.", [("Labor Day weekend", "2012-W35-WE")]),
    ("It ended the week before Thanksgiving.", [("the week before Thanksgiving", "2012-W46")]),
    ("The day after Christmas, they left.", [("The day after Christmas", "2012-12-26")]),
    ("They sing every Christmas and every Easter.", [("every Christmas", "XXXX-12-25"), ("every Easter", "P1Y")]),
    ("They meet twice a week, or three times a month.", [("twice a week", "P1W"), ("three times a month", "P1M")]),
    ("It slept for millions of years.", [("millions of years", "PXY")]),
    ("It took two hours and 15 minutes.", [("two hours and 15 minutes", "PT2H15M")]),
    ("He served three years, two months longer than she.", [("three years, two months", "P3Y2M")]),
    ("Half a dozen years ago, it was empty.", [("Half a dozen years ago", "2007")]),
    ("A fortnight ago, it began.", [("A fortnight ago", "2013-03-06")]),
    ("The war began ten years ago this week.", [("ten years ago this week", "2003-W12")]),
    ("On Tuesday the 19th, he spoke.", [("Tuesday the 19th", "2013-03-19")]),
    ("The second day of the trial was quiet.", [("The second day", "2013-03-20")]),
    ("Prices fell for a third straight day.", [("a third straight day", "2013-03-20")]),
    ("The truce begins at dawn on Friday.", [("dawn on Friday", "2013-03-22TMO")]),
    ("Doors open from 8 p.m. to 10 p.m. Thursday.", [("8 p.m.", "2013-03-14T20:00"), ("10 p.m. Thursday", "2013-03-14T22:00")]),
    ("The blast, at 2:30 p.m. (1130 GMT) on Saturday, hurt ten.", [("2:30 p.m.", "2013-03-16T14:30"), ("1130 GMT", "2013-03-16T11:30"), ("Saturday", "2013-03-16")]),
    ("It struck at 5:46 a.m. (2146 GMT Tuesday).", [("5:46 a.m.", "2013-03-20T05:46"), ("2146 GMT Tuesday", "2013-03-19T21:46")]),
    ("Sales fell in the first and second quarters of 2012.", [("the first", "2012-Q1"), ("second quarters of 2012", "2012-Q2")]),
    ("The 1800s and the early 1900s were different.", [("The 1800s", "18"), ("the early 1900s", "19")]),
    ("Prime Minister Theresa May said so to Science Daily.", []),
]
# fmt: on


@pytest.mark.parametrize(("text", "expected"), TABLE, ids=lambda x: str(x)[:40])
def test_news_wordings_are_read(text, expected):
    assert values(WORDS(text)) == expected


READ = [
    ("Over the weekend, the euro fell.", "2013-W11-WE"),
    ("He will rest over the weekend.", "2013-W12-WE"),
    ("Sunday's vote is expected to be close.", "2013-03-24"),
    ("Sunday's vote ended in a tie.", "2013-03-17"),
    ("He was hurt by reports of her Thursday morning health crisis.", "2013-03-21TMO"),
    ("They would rule the Senate if they win in November.", "2013-11"),
    ("They told him on a sunny Sunday.", "XXXX-WXX-7"),
    (
        "He said it would shut if crews had not agreed by 5pm on Tuesday.",
        "2013-03-26T17:00",
    ),
    ("He would have left if she had come on Monday.", "2013-03-18"),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "value"), READ)
def test_the_sentence_tells_which_day_is_meant(nlp, text, value):
    assert value in [v for _, v in values(nlp(text))]


@pytest.mark.model
def test_a_range_of_weekdays_runs_forward(nlp):
    times = values(nlp("He worked from Monday to Friday, it was said."))

    assert times == [("Monday", "2013-03-18"), ("Friday", "2013-03-22")]


@pytest.mark.model
def test_a_weekday_without_direction_is_the_one_told_elsewhere(nlp):
    text = "The two will meet on Monday in Geneva. The place of Monday's talks is open."

    assert values(nlp(text)) == [("Monday", "2013-03-25"), ("Monday", "2013-03-25")]
