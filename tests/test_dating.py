"""Days of publication: what an article states, and what several imply together."""

from __future__ import annotations

import hashlib
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import spacy

from extract.dates import find_times
from extract.dating import Dating, date_articles, stated_date
from extract.records import Article, Block, Reading

WORDS = spacy.blank("en")
SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))


def article(text, file="a.txt", **fields):
    identity = hashlib.sha256(text.encode()).hexdigest()[:16]
    return Article(file=file, id=identity, text=text, **fields)


def stated(text, **fields):
    return stated_date(article(text, **fields), find_times(WORDS(text), published=None))


def reading(text, file, published=None):
    basis = "manifest" if published else None
    about = article(text, file, published=published, published_basis=basis)
    return Reading(article=about, times=find_times(WORDS(text), published=published))


def dated(*readings):
    found = date_articles(readings)
    return {r.article.file: found.get(r.article.id) for r in readings}


STAMPS = [
    ("Ferry strike ends\n\nMarch 30, 2022\n\nThe strike ended.", date(2022, 3, 30)),
    ("Ferry strike ends\nPublished 23 September 2022\nIt ended.", date(2022, 9, 23)),
    ("By Ann Lee\nPosted: Sept. 5, 2021, 10:35 a.m. EDT\nIt ended.", date(2021, 9, 5)),
    ("12-MAR-1987 13:57\nThe strike ended.", date(1987, 3, 12)),
    ("OSLO, March 30, 2022 (AP) - The strike ended.", date(2022, 3, 30)),
    ("23 septembre 2022\nLe conflit dure.", date(2022, 9, 23)),
    ("Updated 2 May 2021\nPublished 1 May 2021\nIt ended.", date(2021, 5, 1)),
]


@pytest.mark.parametrize(("text", "day"), STAMPS)
def test_a_line_that_only_dates_states_the_day(text, day):
    found = stated(text)

    assert (found.published, found.basis) == (day, "stated")
    assert found.reasons


PROSE = [
    "The strike of March 30, 2022 has ended.",
    "Ferries in the harbour of Porto. Sep. 23, 2022. | Photo: A. Lee\n\nIt ended.",
    "The strike ended on Wednesday.",
    "OSLO, March 30 (AP) - The strike ended.",
    "1 May 1700\nThe ferries sailed.",
    "",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_captions_and_half_dates_state_nothing(text):
    assert stated(text) is None


@pytest.mark.parametrize(
    "head",
    [
        "Porto, 4 May 2021 - The crews walked out, as on 4 March 2020.",
        "PORTO, May 4, 2021 (Wire) - The crews walked out, as on 4 March 2020.",
        "(Porto) 4 May 2021 - The crews walked out.",
        "Porto | 4 May 2021",
        "4 May 2021 | Porto",
        "The Harbour News, 4 May 2021",
        "Porto, 4 May 2021 (Harbour News Bulletin)",
    ],
)
def test_a_head_with_a_place_or_an_outlet_states_its_day(head):
    found = stated(f"Crews walk out\n\n{head}\n\nThe board said so on Tuesday.\n")

    assert found.published == date(2021, 5, 4)


@pytest.mark.parametrize(
    "line",
    [
        "In Porto, 4 May 2021 - or so - the crews walked out.",
        "Crews in Porto, 4 May 2021",
        "Statement of 4 May 2021",
    ],
)
def test_a_caption_or_prose_at_the_head_states_nothing(line):
    assert stated(f"Crews walk out\n\n{line}\n\nThe board said so.\n") is None


def test_two_stamps_leave_the_day_open_with_both_listed():
    found = stated("1 May 2021\n\nThe strike ended.\n\n3 May 2021\n")

    assert (found.published, found.basis) == (None, None)
    assert found.candidates == (date(2021, 5, 1), date(2021, 5, 3))


def test_figures_that_two_countries_read_differently_leave_the_day_open():
    found = stated("Published 03/04/2022\nThe strike ended.")

    assert found.published is None
    assert found.candidates == (date(2022, 3, 4), date(2022, 4, 3))


def test_an_address_with_its_day_states_it():
    found = stated(
        "The strike ended.", url="https://news.example/2022/03/30/strike.html"
    )

    assert (found.published, found.basis) == (date(2022, 3, 30), "stated")


def test_a_stamp_among_boilerplate_counts_only_with_its_label():
    text = "1 May 2021\nThe strike ended.\n"
    blocks = (Block(start=0, end=10, kind="boilerplate"),)

    assert stated(text, blocks=blocks) is None


KNOWN = reading(
    "Three-hour talks in Porto on Tuesday ended without a deal between the ferry "
    'crews and the harbour board. "The crews put their demands on paper for the first '
    'time," spokesman Rui Costa told reporters on Wednesday.',
    "known.txt",
    date(2021, 5, 5),
)
LATER = reading(
    "Speaking at the harbour on Tuesday, the minister blamed the crews. The latest "
    "round of talks was held two weeks ago in Porto.",
    "later.txt",
)
SAME = reading(
    'At a briefing on May 5 spokesman Rui Costa said the crews "put their demands '
    'on paper for the first time". The harbour board wants more talks.',
    "same.txt",
)


def test_a_distance_and_a_weekday_that_agree_date_an_article():
    found = dated(KNOWN, LATER)["later.txt"]

    assert (found.published, found.basis) == (date(2021, 5, 18), "inferred")
    assert any("two weeks ago" in reason for reason in found.reasons)
    assert any("known.txt" in reason for reason in found.reasons)


def test_the_same_words_give_a_day_its_year():
    found = dated(KNOWN, SAME)["same.txt"]

    assert (found.published, found.basis) == (date(2021, 5, 5), "inferred")


def test_the_order_of_the_articles_does_not_matter():
    assert dated(KNOWN, LATER, SAME) == {
        file: dated(SAME, LATER, KNOWN)[file]
        for file in ("known.txt", "later.txt", "same.txt")
    }


def test_evidence_that_disagrees_leaves_the_day_open_and_lists_the_days():
    other = reading(
        "Talks in Porto on Wednesday went on for hours. The board was pleased.",
        "other.txt",
        date(2021, 5, 12),
    )
    torn = reading("Talks were held a week ago in Porto.", "torn.txt")

    found = dated(KNOWN, other, torn)["torn.txt"]

    assert found.published is None
    assert {date(2021, 5, 11), date(2021, 5, 19)} <= set(found.candidates)


WIRE = "PORTO, May 4 (Wire) - The crews walked out on Tuesday, the harbour said."


def test_a_dateline_without_a_year_takes_it_from_the_weekday_and_its_neighbours():
    found = dated(KNOWN, reading(WIRE, "wire.txt"))["wire.txt"]

    assert (found.published, found.basis) == (date(2021, 5, 4), "inferred")
    assert found.reasons == (
        'its dateline reads "May 4"',
        "a dated article lies close to that day",
        '"Tuesday" is then the day of publication itself',
    )


def test_a_dateline_far_from_every_dated_article_stays_open():
    late = reading("A look back by the harbour.", "late.txt", date(2022, 4, 20))

    found = dated(late, reading(WIRE, "wire.txt"))["wire.txt"]

    assert found.published is None
    assert date(2021, 5, 4) in found.candidates


def test_a_day_within_the_days_of_a_round_names_the_week():
    round_ = reading(
        "The next round of talks will be held in Porto from May 17 to 20, 2021.",
        "round.txt",
        date(2021, 5, 5),
    )
    torn = reading("The talks in Porto broke up on Tuesday over pay.", "torn.txt")

    found = dated(round_, torn)["torn.txt"]

    assert found.candidates == (date(2021, 5, 18), date(2021, 5, 19))
    assert any("round.txt" in reason for reason in found.reasons)


def test_the_nth_day_since_a_day_is_the_day_of_publication():
    strike = reading(
        "The crews walked out of the talks on Monday. The strike that has stopped the "
        "ferries since 2 May is now in its ninth day.",
        "strike.txt",
    )

    found = dated(KNOWN, strike)["strike.txt"]

    assert (found.published, found.basis) == (date(2021, 5, 10), "inferred")
    assert found.reasons[0] == 'it tells of "its ninth day" since "2 May"'


def test_a_nth_day_that_is_over_says_nothing():
    strike = reading(
        "The strike, on since 2 May, was called off in its ninth day.", "strike.txt"
    )

    assert dated(KNOWN, strike)["strike.txt"] is None


ROUND = reading(
    "The next round of talks will be held in Porto from May 10 to 14, 2021.",
    "round.txt",
    date(2021, 5, 5),
)


def test_a_dispatch_names_its_own_day_in_its_first_sentence():
    wire = reading(
        "PORTO (Wire) -- The crews accused the board on Wednesday of stalling. At the "
        "talks in Porto on Tuesday the board said nothing. They may leave before "
        "Friday. A gathering of captains opens on Monday.",
        "wire.txt",
    )

    found = dated(ROUND, wire)["wire.txt"]

    assert (found.published, found.basis) == (date(2021, 5, 12), "inferred")
    assert '"Wednesday" opens the dispatch, as its own day' in found.reasons


def test_a_weekday_to_come_is_not_the_day_of_publication():
    plan = reading("The talks in Porto are due to resume this Thursday.", "plan.txt")

    found = dated(ROUND, plan)["plan.txt"]

    assert found.published is None
    assert not any("calls the weekday" in reason for reason in found.reasons)


def test_two_articles_that_know_no_day_date_neither():
    one = reading(
        'The talks in Lagos on Monday failed. "We want nets and boats before winter '
        'comes again," Costa said on Monday in Lagos.',
        "one.txt",
    )
    other = reading(one.article.text, "other.txt")

    found = dated(KNOWN, one, other)

    assert all(d is None or d.published is None for f, d in found.items())


@pytest.mark.slow
def test_many_undated_articles_are_dated_in_seconds():
    many = [
        reading(f"{LATER.article.text}\n\nThe {n}th boat sank on Monday.", f"{n}.txt")
        for n in range(60)
    ]
    begin = time.process_time()

    dated(KNOWN, *many)

    assert time.process_time() - begin < 20


def test_without_evidence_nothing_is_said():
    lonely = reading("The bakers met on Tuesday.", "lonely.txt")

    assert dated(KNOWN, lonely)["lonely.txt"] is None
    assert dated(lonely) == {"lonely.txt": None}
    assert date_articles([]) == {}


def test_dated_articles_are_left_as_they_are():
    assert dated(KNOWN)["known.txt"] is None


TRUE_DAYS = {"000": "2022-03-30", "001": "2022-03-30", "002": "2022-03-30"} | {
    "003": "2022-04-12",
    "004": "2022-09-23",
}


def seed_readings_from_words():
    out = []
    for path in SEEDS:
        text = path.read_bytes().decode("utf-8")
        about = article(text, path.name)
        times = find_times(WORDS(text), published=None)
        found = stated_date(about, times)
        if found is not None and found.published is not None:
            day = found.published
            about = replace(about, published=day, published_basis="stated")
            times = find_times(WORDS(text), published=day)
        out.append(Reading(article=about, times=times))
    return out


def days_of(readings):
    found = date_articles(readings)
    nothing = Dating(published=None, basis=None)
    return {
        r.article.file[:3]: Dating(published=r.article.published, basis="stated")
        if r.article.published
        else found.get(r.article.id, nothing)
        for r in readings
    }


def test_every_seed_is_dated_two_by_statement_three_by_inference():
    found = days_of(seed_readings_from_words())

    assert {file: str(d.published) for file, d in found.items()} == TRUE_DAYS
    assert [d.basis for _, d in sorted(found.items())].count("inferred") == 3
    assert all(d.reasons for d in found.values() if d.basis == "inferred")


@pytest.mark.parametrize("left_out", range(5))
def test_with_any_seed_left_out_every_day_given_is_still_right(left_out):
    readings = seed_readings_from_words()
    del readings[left_out]

    for file, found in days_of(readings).items():
        day = date.fromisoformat(TRUE_DAYS[file])
        assert found.published in (day, None)
        assert found.published == day or day in found.candidates


@pytest.mark.model
def test_the_pipeline_dates_every_seed(seed_readings):
    days = {r.article.file[:3]: str(r.article.published) for r in seed_readings}

    assert days == TRUE_DAYS
