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
