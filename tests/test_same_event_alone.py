"""What a text tells by its month only is the one event that it can be."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper


def told(*papers):
    story = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert [e.iri for e in story.events] == [e.iri for e in again.events]
    return sorted((e.begin, len({w.article for w in e.evidence})) for e in story.events)


def step(name, text, kind, day, who=(), published="2031-06-20", **known):
    known.setdefault("label", "Step")
    return Paper(f"{name}.txt", published, f"{text} So says the {name}.").event(
        kind, text.rstrip("."), begin=day, who=who, **known
    )


STOP = step(
    "post", "Norland stopped all imports of cod on 12 May.", "sanction",
    "2031-05-12", ("Norland",), date_basis="in it: 12 May",
)  # fmt: skip
IN_MAY = step(
    "news", "Norland halted supplies from the south in May.", "sanction",
    "2031-05", ("Norland",), date_basis="in it: May",
)  # fmt: skip


def test_the_only_stop_of_a_month_is_the_stop_of_that_month():
    assert told(STOP, IN_MAY) == [("2031-05-12", 2)]


def test_of_two_stops_of_a_month_it_is_neither():
    other = step(
        "mail", "Norland shut out timber from the hills on 24 May.", "sanction",
        "2031-05-24", ("Norland",), date_basis="in it: 24 May",
    )  # fmt: skip

    assert len(told(STOP, IN_MAY, other)) == 3


def test_what_somebody_else_stopped_that_month_is_another_stop():
    other = step(
        "mail", "Sudmark halted supplies from the north in May.", "sanction",
        "2031-05", ("Sudmark",), date_basis="in it: May",
    )  # fmt: skip

    assert len(told(STOP, other)) == 2


@pytest.mark.parametrize(
    ("place", "events"), [("Lindau", 1), ("Halden", 2)], ids=["there", "elsewhere"]
)
def test_who_signed_on_one_day_in_one_place_signed_one_paper(place, events):
    one = step(
        "post", "Norland signed the accord in Lindau.", "signing", "2031-05-12",
        ("Norland",), where=("Lindau",), date_basis="in it: 12 May",
    )  # fmt: skip
    other = step(
        "news", f"The ferry crews put their names to it in {place}.", "signing",
        "2031-05-12", ("Ferry crews",), where=(place,), date_basis="in it: 12 May",
    )  # fmt: skip

    assert len(told(one, other)) == events


@pytest.mark.parametrize(
    ("day", "events"), [("2031-05-12", 1), ("2031-05-13", 2)], ids=["day", "next day"]
)
def test_a_call_that_names_nobody_is_the_call_of_its_day(day, events):
    one = step(
        "post", "The minister telephoned the union.", "call", "2031-05-12",
        ("Ferry crews",), date_basis="in it: 12 May",
    )  # fmt: skip
    other = step(
        "news", "There was a telephone call.", "call", day, date_basis="in it: day"
    )  # fmt: skip

    assert len(told(one, other)) == events


def walked_out(name, *who):
    return step(
        name, f"{' and '.join(who)} walked out of the hall on 12 May.", "walkout",
        "2031-05-12", who, date_basis="in it: 12 May",
    )  # fmt: skip


def test_one_telling_that_names_another_side_does_not_part_those_that_agree():
    norland, both = walked_out("post", "Norland"), walked_out("news", "Norland", "Sund")
    sund = walked_out("mail", "Sund")

    assert told(norland, both, sund) == [("2031-05-12", 3)]
    assert len(told(norland, sund)) == 2


@pytest.mark.parametrize(
    ("kind", "day", "events"),
    [
        ("proposal", "2031-05-12", 1),
        ("proposal", "2031-05-13", 2),
        ("walkout", "2031-05-12", 2),
    ],
    ids=["handed over", "the next day", "no joint step"],
)
def test_a_step_of_one_day_is_one_whichever_helper_each_article_names(
    kind, day, events
):
    one = step(
        "post", "Norlink got the text from Anna Berg on 12 May.", kind,
        "2031-05-12", ("Anna Berg",), date_basis="in it: 12 May",
    )  # fmt: skip
    other = step(
        "news", "Tom Lund put the text before Norlink.", kind, day,
        ("Tom Lund",), date_basis="in it",
    )  # fmt: skip

    assert len(told(one, other)) == events


@pytest.mark.parametrize(
    ("noun", "events"), [("the insurgents", 1), ("the go-between", 1), ("Vest Line", 2)]
)
def test_whom_a_common_noun_names_may_be_the_side_that_the_day_has(noun, events):
    one = step(
        "post", "Hill Front voted on it on 12 May.", "vote", "2031-05-12",
        ("Hill Front",), date_basis="in it: 12 May",
    )  # fmt: skip
    other = step(
        "news", f"On 12 May {noun} voted on it.", "vote", "2031-05-12",
        (noun.removeprefix("the "),), date_basis="in it: 12 May",
    )  # fmt: skip

    assert len(told(one, other)) == events


@pytest.mark.parametrize(("where", "events"), [("Lindau", 1), ("Halden", 2)])
def test_a_visit_planned_for_a_day_is_the_one_of_its_month_to_that_place(where, events):
    plan = step(
        "post", f"Anna Berg will visit {where} on 12 May.", "visit", "2031-05-12",
        ("Anna Berg",), where=(where,), modality="planned", published="2031-05-02",
        date_basis="in it: 12 May",
    )  # fmt: skip
    later = step(
        "news", "Anna Berg visited Lindau in May.", "visit", "2031-05",
        ("Anna Berg",), where=("Lindau",), date_basis="in it: May",
    )  # fmt: skip

    assert len(told(plan, later)) == events


def strike(name, text, day, published, words="", basis="in it"):
    return step(
        name, text, "other", day, ("Seafarers' Union",), published=published,
        label="Strike by Seafarers' Union", date_basis=f"{basis}: {words or day}",
    )  # fmt: skip


BEGAN = strike(
    "post", "The Seafarers' Union began a two-day strike on 9 May.", "2031-05-09",
    "2031-05-10",
)  # fmt: skip


def test_the_second_day_of_a_strike_is_counted_from_its_first():
    later = strike(
        "news", "The strike of the Seafarers' Union entered its second day.",
        "2031-05-10", "2031-05-10", "second day",
    )  # fmt: skip

    assert told(BEGAN, later) == [("2031-05-09", 2)]


@pytest.mark.parametrize(
    ("opening", "events"), [("a two-day strike", 2), ("a strike", 1)]
)
def test_a_short_strike_is_not_the_one_a_week_after(opening, events):
    first = strike(
        "post", f"The Seafarers' Union began {opening} on 9 May.", "2031-05-09",
        "2031-05-10",
    )  # fmt: skip
    later = strike(
        "news", "The strike of the Seafarers' Union went on on 16 May.",
        "2031-05-16", "2031-05-17",
    )  # fmt: skip

    assert len(told(first, later)) == events


def test_tellings_that_agree_but_for_their_exact_days_stay_two():
    days = ("2031-05-12", "2031-05-14")
    norland, later = (
        step(
            name, f"Norland walked out of the hall, the {name} says.", "walkout", day,
            ("Norland",), date_basis=f"in it: {day}",
        )
        for name, day in zip(("post", "news"), days, strict=True)
    )  # fmt: skip

    assert [day for day, _ in told(norland, later)] == list(days)


@pytest.mark.parametrize(
    ("label", "events"), [("Call by Ivo Dahl", 2), ("Proposal by Ivo Dahl", 1)]
)
def test_who_calls_for_help_offers_nothing_by_it(label, events):
    first = step(
        "post", "Ivo Dahl wrote for money in May.", "proposal", "2031-05",
        ("Ivo Dahl",), label=label, date_basis="in it: May",
    )  # fmt: skip
    other = step(
        "news", "Ivo Dahl offered rest rules.", "proposal", None, ("Ivo Dahl",),
        label="Proposal by Ivo Dahl",
    )  # fmt: skip

    assert len(tell([first.reading(), other.reading()]).events) == events


def signing(name, day, modality, published, **known):
    return step(
        name, f"The accord will be signed in Lindau, the {name} says.", "signing", day,
        modality=modality, published=published, where=("Lindau",),
        date_basis=f"in it: {day}", **known,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("held", "rows"),
    [
        ("2031-05-14", [("2031-05-14", 2)]),
        ("2031-06-20", [("2031-05-12", 1), ("2031-06-20", 1)]),
    ],
    ids=["put off by two days", "weeks later"],
)
def test_a_signing_put_off_for_days_is_the_one_that_was_planned(held, rows):
    plan = signing("post", "2031-05-12", "planned", "2031-05-02")
    done = signing("news", held, "actual", held, who=("Norland",))

    assert told(plan, done) == rows


@pytest.mark.parametrize(("who", "events"), [("Mara Teke", 1), ("Tom Lund", 2)])
def test_the_call_that_two_might_make_is_the_one_they_make_days_later(who, events):
    first = step(
        "post", f"Ivo Dahl might telephone {who} in the coming days.", "call", None,
        ("Ivo Dahl", who), modality="hypothetical", published="2031-05-10",
    )  # fmt: skip
    later = step(
        "news", "Ivo Dahl spoke to Mara Teke by telephone.", "call", "2031-05-13",
        ("Ivo Dahl", "Mara Teke"), published="2031-05-14", date_basis="in it: Tuesday",
    )  # fmt: skip

    assert len(tell([first.reading(), later.reading()]).events) == events


def expiry(name, text, day):
    return step(name, text, "deadline", day, label="Expiry", date_basis=f"in it: {day}")


def test_an_accord_that_lapses_in_a_month_lapses_on_its_day():
    lapsed = expiry("post", "The accord lapsed at the end of July.", "2031-07")
    expired = expiry("news", "The old pact expired on 31 July.", "2031-07-31")
    other = expiry("mail", "The ban ran out on 31 August.", "2031-08-31")

    assert told(lapsed, expired, other) == [("2031-07-31", 2), ("2031-08-31", 1)]
