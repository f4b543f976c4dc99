"""Time expressions: what is found, what it means, and what only looks like one."""
# ruff: noqa: E501

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.tokens import Doc

from extract.dates import Anchors, find_times, resolve, resolve_quoted
from extract.records import Quoted, Statement
from extract.timex.expressions import Cycle, Expression, Weekday

WORDS = spacy.blank("en")
WEDNESDAY = date(2022, 3, 30)


def found(text, published=WEDNESDAY):
    return find_times(WORDS(text), published=published)


def values(text, published=WEDNESDAY):
    return [(t.quoted.text, t.value) for t in found(text, published)]


# fmt: off
TABLE = [
    # days as they are written
    ("The deal of March 30, 2022 holds.", "March 30, 2022", "2022-03-30"),
    ("They signed it on 23 September 2022.", "23 September 2022", "2022-09-23"),
    ("They signed it on the 15th of March.", "the 15th of March", "2022-03-15"),
    ("Sent on 2022-03-29.", "2022-03-29", "2022-03-29"),
    ("Sent on 2022/03/29.", "2022/03/29", "2022-03-29"),
    ("Sent on 29.03.2022.", "29.03.2022", "2022-03-29"),
    ("Sent on 3/29/22.", "3/29/22", "2022-03-29"),
    ("Sent on Sept. 5.", "Sept. 5", "2021-09-05"),
    ("Le texte du 23 septembre 2021.", "23 septembre 2021", "2021-09-23"),
    ("Am 12. März 2021 beschlossen.", "12. März 2021", "2021-03-12"),
    ("They met on Friday, Oct. 13, 1989.", "Friday, Oct. 13, 1989", "1989-10-13"),
    ("Held between September 23-27.", "September 23-27", "2021-09-23/2021-09-27"),
    ("Held from Sept. 19 to 22, 2016.", "Sept. 19 to 22, 2016", "2016-09-19/2016-09-22"),
    ("The 17 March vote was close.", "17 March", "2022-03-17"),
    ("The April accession is early.", "April", "2022-04"),
    ("They agreed in late March.", "late March", "2022-03"),
    ("At the end of March it closed.", "the end of March", "2022-03"),
    ("In the first week of June 2021 it rained.", "the first week of June 2021", "2021-06"),
    ("It fell in May 1996.", "May 1996", "1996-05"),
    ("It fell in January last year.", "January last year", "2021-01"),
    ("By March of next year it ends.", "March of next year", "2023-03"),
    # weekdays, by the direction of the clause
    ("They met on Tuesday.", "Tuesday", "2022-03-29"),
    ("They met on Wednesday.", "Wednesday", "2022-03-30"),
    ("They will meet on Friday.", "Friday", "2022-04-01"),
    ("They met last Thursday.", "last Thursday", "2022-03-24"),
    ("They meet next Thursday.", "next Thursday", "2022-03-31"),
    ("The talks resume on Monday.", "Monday", "2022-04-04"),
    ("He spoke this Wednesday.", "this Wednesday", "2022-03-30"),
    ("They fell silent on a Saturday.", "Saturday", "XXXX-WXX-6"),
    ("They moved ahead of Sunday's vote.", "Sunday", "2022-04-03"),
    ("He quit what he praised the Sunday before.", "the Sunday before", "2022-03-27"),
    ("They met on Monday last week.", "Monday last week", "2022-03-21"),
    ("They met on Monday of last week.", "Monday of last week", "2022-03-21"),
    ("The talks begin in October.", "October", "2022-10"),
    # counted from the article's day
    ("He left today.", "today", "2022-03-30"),
    ("He left yesterday.", "yesterday", "2022-03-29"),
    ("He leaves tomorrow.", "tomorrow", "2022-03-31"),
    ("He left the day before yesterday.", "the day before yesterday", "2022-03-28"),
    ("It sank this week.", "This week".lower(), "2022-W13"),
    ("It sank last week.", "last week", "2022-W12"),
    ("It sank last weekend.", "last weekend", "2022-W12-WE"),
    ("It sinks next month.", "next month", "2022-04"),
    ("Earlier this year it sank.", "Earlier this year", "2022"),
    ("Late last week it sank.", "Late last week", "2022-W12"),
    ("It was said two weeks ago.", "two weeks ago", "2022-03-16"),
    ("It was said six weeks ago.", "six weeks ago", "2022-W07"),
    ("It was said five months ago.", "five months ago", "2021-10"),
    ("It was said nearly one month ago.", "nearly one month ago", "2022-03"),
    ("It was said 22 years ago.", "22 years ago", "2000"),
    ("It was said nearly a decade ago.", "nearly a decade ago", "2012"),
    ("It starts ten days from now.", "ten days from now", "2022-04-09"),
    ("It starts in a week's time.", "a week's time", "2022-04-06"),
    ("It was said several months ago.", "several months ago", "PAST_REF"),
    ("It was said months ago.", "months ago", "PAST_REF"),
    ("It was said some time ago.", "some time ago", "PAST_REF"),
    ("An hour later it sank.", "An hour later", "PT1H"),
    ("It sank last February.", "last February", "2021-02"),
    ("It sank last January.", "last January", "2022-01"),
    # years and what they are made of
    ("Since 2014 it is so.", "2014", "2014"),
    ("The season 2014-15 was long.", "2014-15", "2014/2015"),
    ("It fell in the 1990s.", "the 1990s", "199"),
    ("It fell in the '80s.", "the '80s", "198"),
    ("It fell in the nineties.", "the nineties", "199"),
    ("It is a matter of the 20th century.", "the 20th century", "19"),
    ("It fell in nineteen ninety-one.", "nineteen ninety-one", "1991"),
    ("It fell in fiscal 2021.", "fiscal 2021", "2021"),
    ("It fell in the third quarter of 2021.", "the third quarter of 2021", "2021-Q3"),
    ("It rose in the third quarter.", "the third quarter", "2021-Q3"),
    ("It rose in Q3 2013.", "Q3 2013", "2013-Q3"),
    ("It rose in last year's first half.", "last year's first half", "2021-H1"),
    ("By the summer of 2010 it was over.", "the summer of 2010", "2010-SU"),
    ("The winter of 2010-11 was cold.", "The winter of 2010-11", "2010-WI"),
    ("It began last fall.", "last fall", "2021-FA"),
    ("It ends by year-end.", "year-end", "2022"),
    # named days
    ("It fell on Christmas Day 2021.", "Christmas Day 2021", "2021-12-25"),
    ("It fell on Good Friday 2022.", "Good Friday 2022", "2022-04-15"),
    ("They dined on Thanksgiving.", "Thanksgiving", "2021-11-25"),
    ("It fell on New Year's Eve.", "New Year's Eve", "2021-12-31"),
    # times of the day
    ("They met at 10:35 a.m. on Tuesday.", "10:35 a.m. on Tuesday", "2022-03-29T10:35"),
    ("They met at noon Saturday.", "noon Saturday", "2022-03-26T12:00"),
    ("It rang at 0735 GMT.", "0735 GMT", "2022-03-30T07:35"),
    ("They met on Friday morning.", "Friday morning", "2022-03-25TMO"),
    ("They met last night.", "last night", "2022-03-29TNI"),
    ("They meet this evening.", "this evening", "2022-03-30TEV"),
    ("He rose at 4 in the morning.", "4 in the morning", "2022-03-30T04:00"),
    # lengths
    ("The three-hour talks ended.", "three-hour", "PT3H"),
    ("A decade-long war ended.", "decade-long", "P10Y"),
    ("The yearlong study ended.", "yearlong", "P1Y"),
    ("The half-hour show ended.", "half-hour", "PT30M"),
    ("The one-and-a-half-hour show ended.", "one-and-a-half-hour", "PT1H30M"),
    ("A 15-year consultation period is offered.", "15-year", "P15Y"),
    ("A 60-day truce is offered.", "60-day", "P60D"),
    ("It took more than a month.", "more than a month", "P1M"),
    ("It took two and a half years.", "two and a half years", "P2Y6M"),
    ("It took 2 1/2 hours.", "2 1/2 hours", "PT2H30M"),
    ("It ended a centuries-old feud.", "centuries-old", "PXC"),
    ("It took several weeks.", "several weeks", "PXW"),
    ("It took at least 20 more years.", "at least 20 more years", "P20Y"),
    ("It ruled for two decades.", "two decades", "P20Y"),
    ("It rose over the past two years.", "the past two years", "P2Y"),
    ("It rose in the first nine months.", "the first nine months", "P9M"),
    ("It may end in the coming days.", "the coming days", "PXD"),
    # what comes again
    ("He speaks daily.", "daily", "P1D"),
    ("He speaks every two weeks.", "every two weeks", "P2W"),
    ("He speaks each Thursday.", "each Thursday", "XXXX-WXX-4"),
    ("He speaks each July.", "each July", "XXXX-07"),
    ("He rests on weekends.", "weekends", "XXXX-WXX-WE"),
    ("He speaks on Tuesdays.", "Tuesdays", "XXXX-WXX-2"),
    # references
    ("It is now over.", "now", "PRESENT_REF"),
    ("It was recently over.", "recently", "PAST_REF"),
    ("It ends in the near future.", "the near future", "FUTURE_REF"),
]
# fmt: on


@pytest.mark.parametrize(
    ("text", "words", "value"), TABLE, ids=[f"{row[1]}" for row in TABLE]
)
def test_an_expression_is_found_whole_and_valued(text, words, value):
    assert values(text) == [(words, value)]


NOT_TIMES = [
    "They may march on.",
    'It was shown on "60 Minutes" again.',
    "They kept the Good Friday Agreement after Bloody Sunday.",
    "The second proposal came from a third party.",
    "Resolution 2254 was cited, and article 1701 too.",
    "Prices fall when the cat sat down.",
    "Call 555-1990 or 020 7946 0018.",
    "Version 2.0.1 was released; the score was 3-2.",
    "Some 2000 people fled, and 1,998 came back.",
    "The 44-year-old envoy, 52 years old in fact, spoke.",
    "A second later a quarter of them left for three-quarters of it.",
    "It costs $2 million a year.",
    "Flight 1549 and Boeing 1900 are models.",
    "April Smith and June Carter signed.",
    "See pic.example/P2qpm3h3Pm for it.",
]


@pytest.mark.parametrize("text", NOT_TIMES)
def test_words_that_only_look_like_times_are_left_alone(text):
    assert values(text) == []


OPEN = [
    ("They met on Wednesday.", "XXXX-WXX-3"),
    ("They met on March 30.", "XXXX-03-30"),
    ("They met last week.", "XXXX-WXX"),
    ("They met the previous day.", "XXXX-XX-XX"),
    ("They met in the third quarter.", "XXXX-Q3"),
    ("They met last month.", "XXXX-XX"),
    ("They met last year.", "XXXX"),
    ("They met on Good Friday.", "XXXX-XX-XX"),
]


@pytest.mark.parametrize(("text", "value"), OPEN)
def test_without_a_publication_day_a_value_stays_open(text, value):
    (time,) = found(text, None)

    assert (time.value, time.begin, time.last) == (value, None, None)


DAYS = [
    ("in March 2022", date(2022, 3, 1), date(2022, 3, 31)),
    ("this week", date(2022, 3, 28), date(2022, 4, 3)),
    ("this weekend", date(2022, 4, 2), date(2022, 4, 3)),
    ("in 2021", date(2021, 1, 1), date(2021, 12, 31)),
    ("in the first half of 2021", date(2021, 1, 1), date(2021, 6, 30)),
    ("in the winter of 2021", date(2021, 12, 1), date(2022, 2, 28)),
    ("on March 23-27", date(2022, 3, 23), date(2022, 3, 27)),
    ("in the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
]


@pytest.mark.parametrize(("text", "begin", "last"), DAYS)
def test_a_date_tells_its_first_and_last_day(text, begin, last):
    (time,) = found(f"It happened {text}.")

    assert (time.begin, time.last) == (begin, last)


MODS = [
    ("early April", "START"),
    ("mid-April", "MID"),
    ("late April", "END"),
    ("about two years", "APPROX"),
    ("more than two years", "MORE_THAN"),
    ("at least two years", "EQUAL_OR_MORE"),
    ("less than two years", "LESS_THAN"),
    ("April", None),
]


@pytest.mark.parametrize(("words", "mod"), MODS)
def test_a_modifier_is_kept(words, mod):
    (time,) = found(f"It took place in {words}.")

    assert (time.quoted.text, time.mod) == (words, mod)


def test_the_next_day_counts_from_the_day_the_text_talks_about():
    text = "The talks ended on Tuesday. He told reporters the next day."

    assert values(text, date(2022, 4, 1)) == [
        ("Tuesday", "2022-03-29"),
        ("the next day", "2022-03-30"),
    ]


def test_a_glance_back_does_not_move_the_story():
    text = (
        "He reported on Wednesday on talks held the previous day. He left the next day."
    )

    assert [value for _, value in values(text, date(2022, 4, 1))] == [
        "2022-03-30",
        "2022-03-29",
        "2022-03-31",
    ]


def test_a_comparison_is_with_the_same_quarter_of_the_year_before():
    text = (
        "Profit rose in the third quarter to $2 million from $1 million a year earlier."
    )

    assert values(text, date(1989, 10, 26)) == [
        ("the third quarter", "1989-Q3"),
        ("a year earlier", "1988-Q3"),
    ]


def test_two_days_of_one_month_are_two_dates():
    assert values("The summit of April 24 and 25 is open.", date(1999, 2, 10)) == [
        ("April 24", "1999-04-24"),
        ("25", "1999-04-25"),
    ]


def test_two_days_share_a_month_named_once():
    assert values("They met on 14 and 15 March.") == [
        ("14", "2022-03-14"),
        ("15 March", "2022-03-15"),
    ]


def test_two_centuries_share_a_noun():
    assert values("In the 17th and 18th centuries it grew.") == [
        ("the 17th", "16"),
        ("18th centuries", "17"),
    ]


def test_the_following_week_counts_from_the_days_told_before():
    text = "The round is held from July 10 to 14, 2023. They sign the following week."

    assert values(text)[-1] == ("the following week", "2023-W29")


def test_two_days_share_a_year_named_once():
    assert values("It lasted from July 12 and until Aug. 14, 2006.") == [
        ("July 12", "2006-07-12"),
        ("Aug. 14, 2006", "2006-08-14"),
    ]


def test_a_day_ends_where_its_paragraph_ends():
    text = "The paper wrote on Thursday, March 24:\n\nThe talks stall."

    assert values(text) == [("Thursday, March 24", "2022-03-24")]


def test_a_quarter_that_ended_on_a_day_is_the_one_most_of_it_lies_in():
    assert values("It rose in the quarter ended Jan. 31, 2022.") == [
        ("the quarter", "2021-Q4"),
        ("Jan. 31, 2022", "2022-01-31"),
    ]


def test_nothing_is_read_across_a_blank_line():
    assert [words for words, _ in values("Near the end of March\n\n2014 was hot.")] == [
        "the end of March",
        "2014",
    ]


def statement(text, words, day, kind="direct"):
    start = text.index(words)
    content = Quoted(start=start, end=start + len(words), text=words)
    return Statement(id="s1", speaker="X", content=(content,), kind=kind, date=day)


SAID = "“After today’s talks we agreed,” he said. He leaves today."


def test_inside_a_quotation_today_is_the_day_of_saying():
    doc = WORDS(SAID)
    said = statement(SAID, "After today’s talks we agreed,", "2022-03-29")

    times = resolve_quoted(
        doc, find_times(doc, published=WEDNESDAY), [said], published=WEDNESDAY
    )

    assert [t.value for t in times] == ["2022-03-29", "2022-03-30"]


@pytest.mark.parametrize(
    ("day", "kind"),
    [(None, "direct"), ("2022-03", "direct"), ("2022-03-29", "indirect")],
)
def test_an_undated_or_indirect_statement_moves_nothing(day, kind):
    doc = WORDS(SAID)
    said = statement(SAID, "After today’s talks we agreed,", day, kind)
    times = find_times(doc, published=WEDNESDAY)

    assert resolve_quoted(doc, times, [said], published=WEDNESDAY) == times


def test_tags_decide_between_a_verb_and_a_month():
    # fmt: off
    words = ["Troops", "May", "leave", "in", "May", "."]
    tags =  ["NNS",    "MD",  "VB",    "IN", "NNP", "."]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags)

    assert [t.quoted.start for t in find_times(doc, published=WEDNESDAY)] == [20]


def test_the_governing_verb_tells_past_from_future():
    # fmt: off
    words = ["He",   "will", "speak", "and", "spoke", "Friday", "."]
    tags =  ["PRP",  "MD",   "VB",    "CC",  "VBD",   "NNP",    "."]
    heads = [2,      2,      2,       4,     2,       4,        2]
    deps =  ["nsubj", "aux", "ROOT",  "cc",  "conj",  "obl",    "punct"]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags, heads=heads, deps=deps)

    assert [t.value for t in find_times(doc, published=WEDNESDAY)] == ["2022-03-25"]


def test_a_time_before_that_is_not_drawn_into_the_clause_after_it():
    # fmt: off
    words = ["She",   "said", "on",   "Friday", "that", "they",  "will", "go",    "."]
    tags =  ["PRP",   "VBD",  "IN",   "NNP",    "IN",   "PRP",   "MD",   "VB",    "."]
    heads = [1,       1,      3,      7,        7,      7,       7,      1,       1]
    deps =  ["nsubj", "ROOT", "case", "obl",    "mark", "nsubj", "aux",  "ccomp", "punct"]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags, heads=heads, deps=deps)

    assert [t.value for t in find_times(doc, published=WEDNESDAY)] == ["2022-03-25"]


def test_a_time_before_the_subject_of_what_is_said_stays_with_the_saying():
    # fmt: off
    words = ["She",   "said", "on",   "Friday", "they",  "would", "go",    "."]
    tags =  ["PRP",   "VBD",  "IN",   "NNP",    "PRP",   "MD",    "VB",    "."]
    heads = [1,       1,      3,      6,        6,       6,       1,       1]
    deps =  ["nsubj", "ROOT", "case", "obl",    "nsubj", "aux",   "ccomp", "punct"]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags, heads=heads, deps=deps)

    assert [t.value for t in find_times(doc, published=WEDNESDAY)] == ["2022-03-25"]


def test_what_is_on_a_day_is_still_to_come():
    # fmt: off
    words = ["The", "vote",  "is",  "on",   "Friday", "."]
    tags =  ["DT",  "NN",    "VBZ", "IN",   "NNP",    "."]
    heads = [1,     4,       4,     4,      4,        4]
    deps =  ["det", "nsubj", "cop", "case", "ROOT",   "punct"]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags, heads=heads, deps=deps)

    assert [t.value for t in find_times(doc, published=WEDNESDAY)] == ["2022-04-01"]


def test_a_month_before_its_day_takes_the_direction_of_the_verb():
    # fmt: off
    words = ["It",    "will", "open", "on",   "Nov.",     "20",  "."]
    tags =  ["PRP",   "MD",   "VB",   "IN",   "NNP",      "CD",  "."]
    heads = [2,       2,      2,      5,      5,          2,     2]
    deps =  ["nsubj", "aux",  "ROOT", "case", "compound", "obl", "punct"]
    # fmt: on
    doc = Doc(WORDS.vocab, words=words, tags=tags, heads=heads, deps=deps)

    assert [t.value for t in find_times(doc, published=WEDNESDAY)] == ["2022-11-20"]


def test_resolve_is_pure_and_needs_only_its_anchors():
    today = Expression(Cycle("day", 0))

    assert resolve(today, Anchors(speech=WEDNESDAY)).value == "2022-03-30"
    assert resolve(today, Anchors()).value == "XXXX-XX-XX"
    assert resolve(Expression(Weekday(2)), Anchors(speech=WEDNESDAY)).days == (
        date(2022, 3, 29),
        date(2022, 3, 29),
    )
