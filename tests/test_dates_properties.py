"""What holds for every time expression, article and day."""
# ruff: noqa: SIM905, RUF005, E501

from __future__ import annotations

from datetime import date, timedelta

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates import Anchors, find_times, resolve
from extract.timex import calendar
from extract.timex.atoms import cut
from extract.timex.expressions import Expression, MonthDay, Weekday, Yearly
from extract.timex.grammar import expression

WORDS = spacy.blank("en")
MONTHS = (
    "January February March April May June July August September October November December"
).split()
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = "one two three four five six seven eight nine ten eleven twelve".split()
UNITS = {"day": "D", "week": "W", "month": "M", "year": "Y"}

days = st.dates(date(1900, 1, 1), date(2099, 12, 31))
weeks = st.integers(-500, 500)


def written(day):
    """The ways of writing a day in full."""
    month = MONTHS[day.month - 1]
    short = f"{month[:3]}." if len(month) > 4 else month  # "May." is no abbreviation
    return st.sampled_from(
        [
            f"{month} {day.day}, {day.year}",
            f"{short} {day.day}, {day.year}",
            f"{day.day} {month} {day.year}",
            f"the {ordinal(day.day)} of {month} {day.year}",
            f"{month} {ordinal(day.day)}, {day.year}",
            f"{WEEKDAYS[day.weekday()]}, {month} {day.day}, {day.year}",
            f"{WEEKDAYS[day.weekday()]} {day.day} {month} {day.year}",
            day.isoformat(),
            f"{day.year}/{day.month:02}/{day.day:02}",
            f"{day.day:02}.{day.month:02}.{day.year}",
        ]
    )


def ordinal(number):
    if number in (11, 12, 13):
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"


def read(words, anchors=None):
    """The expression that is exactly ``words``, and what it resolves to."""
    atoms = cut(words)
    hit = expression(atoms, 0)
    assert hit is not None, words
    assert atoms.ends[hit[1] - 1] == len(words), words
    return hit[0], resolve(hit[0], anchors or Anchors())


@given(day=days, data=st.data())
def test_a_day_in_full_means_that_day_however_it_is_written(day, data):
    words = data.draw(written(day))

    _, resolved = read(words)

    assert (resolved.value, resolved.days) == (day.isoformat(), (day, day))


@given(month=st.integers(1, 12), year=st.integers(1900, 2099), short=st.booleans())
def test_a_month_and_year_mean_that_month(month, year, short):
    name = MONTHS[month - 1]
    if short and len(name) > 4:  # "May." is no abbreviation
        name = f"{name[:3]}."

    _, resolved = read(f"{name} {year}")

    assert resolved.value == f"{year}-{month:02}"


@given(
    count=st.integers(1, 99), unit=st.sampled_from(sorted(UNITS)), hyphen=st.booleans()
)
def test_a_length_means_its_number_and_unit(count, unit, hyphen):
    words = f"{count}-{unit}" if hyphen else f"{count} {unit}s"

    _, resolved = read(words)

    assert (resolved.type, resolved.value) == ("DURATION", f"P{count}{UNITS[unit]}")
    assert resolved.days is None


@given(count=st.integers(1, 12), unit=st.sampled_from(["day", "week"]), day=days)
def test_ago_and_from_now_are_mirror_images(count, unit, day):
    anchors = Anchors(speech=day)
    step = timedelta(days=count * (7 if unit == "week" else 1))
    words = f"{NUMBERS[count - 1]} {unit}s"

    _, ago = read(f"{words} ago", anchors)
    _, ahead = read(f"{words} from now", anchors)

    assert ago.days[0] <= day - step <= ago.days[1]
    assert ahead.days[0] <= day + step <= ahead.days[1]


@given(number=st.integers(1, 999))
def test_a_number_in_words_is_the_number_in_figures(number):
    _, spelled = read(f"{in_words(number)} days")
    _, figures = read(f"{number} days")

    assert spelled == figures


def in_words(number):
    small = [*NUMBERS, "thirteen", "fourteen", "fifteen"] + [
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ]
    tens = "twenty thirty forty fifty sixty seventy eighty ninety".split()
    hundreds, rest = divmod(number, 100)
    parts = [f"{small[hundreds - 1]} hundred"] if hundreds else []
    if 0 < rest < 20:
        parts.append(small[rest - 1])
    elif rest:
        ones = rest % 10
        parts.append(tens[rest // 10 - 2] + (f"-{small[ones - 1]}" if ones else ""))
    return " and ".join(parts)


@given(day=days, weekday=st.integers(1, 7), moved=weeks)
@pytest.mark.parametrize("shift", [None, -1, 0, 1])
@pytest.mark.parametrize("direction", [-1, 0, 1])
def test_moving_the_anchor_by_weeks_moves_a_weekday_by_weeks(
    shift, direction, day, weekday, moved
):
    node = Expression(Weekday(weekday, shift))
    step = timedelta(weeks=moved)

    here = resolve(node, Anchors(speech=day, direction=direction))
    there = resolve(node, Anchors(speech=day + step, direction=direction))

    assert there.days[0] - here.days[0] == step
    assert here.days[0].isoweekday() == weekday
    assert abs((here.days[0] - day).days) <= (8 if shift == -1 else 7)


@given(day=days, weekday=st.integers(1, 7))
def test_last_lies_before_and_next_lies_after(day, weekday):
    last = resolve(Expression(Weekday(weekday, -1)), Anchors(speech=day)).days[0]
    following = resolve(Expression(Weekday(weekday, 1)), Anchors(speech=day)).days[0]

    assert last < day < following


@given(day=days, other=st.dates(date(2000, 1, 1), date(2000, 12, 31)))
@pytest.mark.parametrize("direction", [-1, 0, 1])
def test_a_day_without_a_year_lies_within_a_year_of_the_article(direction, day, other):
    part = f"{other.month:02}-{other.day:02}"

    resolved = resolve(
        Expression(Yearly(part)), Anchors(speech=day, direction=direction)
    )

    if part != "02-29":
        assert resolved.value[5:] == part
        assert abs((resolved.days[0] - day).days) <= 366


@given(day=days, number=st.integers(1, 31))
def test_an_open_day_of_the_month_is_one_or_stays_open(day, number):
    resolved = resolve(Expression(MonthDay(number)), Anchors(speech=day))

    assert resolved.days is None or resolved.days[0].day == number


FRAGMENTS = st.sampled_from(
    [
        *MONTHS,
        *WEEKDAYS,
        *NUMBERS,
        *UNITS,
        "the",
        "a",
        "last",
        "next",
        "this",
        "of",
        "-",
        "'",
    ]
    + [
        "ago",
        "later",
        "30",
        "2022",
        "1,000",
        "½",
        "12:30",
        "a.m.",
        "GMT",
        "late",
        "end",
        "/",
    ]
    + [
        "second",
        "quarter",
        "half",
        "years",
        "'80s",
        "1990s",
        "31st",
        ".",
        ",",
        "\n",
        "\n\n",
    ]
    + [
        "day",
        "before",
        "after",
        "every",
        "each",
        "fiscal",
        "year-ago",
        "no more than",
        "0000",
    ]
)
texts = st.one_of(
    st.text(max_size=200),
    st.lists(FRAGMENTS, max_size=25).map(" ".join),
    st.lists(FRAGMENTS, max_size=25).map("".join),
)


@settings(max_examples=400, deadline=None)
@given(text=texts, published=st.none() | st.dates())
def test_any_text_is_read_and_every_time_quotes_its_own_words(text, published):
    end = 0
    for time in find_times(WORDS(text), published=published):
        assert text[time.quoted.start : time.quoted.end] == time.quoted.text
        assert time.quoted.start >= end
        assert time.quoted.text == time.quoted.text.strip()
        assert (time.begin is None) == (time.last is None)
        assert time.begin is None or time.begin <= time.last
        assert time.value
        end = time.quoted.end


@given(text=st.text(max_size=20))
def test_any_value_has_days_in_order_or_none(text):
    span = calendar.days(text)

    assert span is None or span[0] <= span[1]
