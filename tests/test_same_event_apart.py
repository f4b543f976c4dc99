"""What keeps tellings of one type apart, and what only seems to."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper


def paper(name, text, published="2031-05-20"):
    return Paper(f"{name}.txt", published, f"{text} So says the {name}.")


def story(*papers):
    found = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert [e.iri for e in found.events] == [e.iri for e in again.events]
    return found


def opened(name="post"):
    return paper(name, "The talks opened in Port Vell on 4 May.", "2031-05-05").event(
        "talks", "talks opened in Port Vell", begin="2031-05-04", where=("Port Vell",),
        label="Talks in Port Vell", date_basis="in it: 4 May",
    )  # fmt: skip


def failed(day, text="The first talks in two years collapsed."):
    return paper("news", text, "2031-05-20").event(
        "impasse", text.rstrip("."), begin=day, label="Talks collapsed"
    )


def words_of(found, kind):
    return [len(e.evidence) for e in found.events if e.type == kind]


def test_talks_have_the_words_that_tell_how_they_failed():
    found = story(opened(), failed("2031-05-07"))

    assert words_of(found, "talks") == [2]
    assert words_of(found, "impasse") == [1]


@pytest.mark.parametrize("day", [None, "2031-05-02", "2031-05-19"])
def test_talks_that_failed_some_other_time_are_others(day):
    assert words_of(story(opened(), failed(day)), "talks") == [1]


def test_three_rounds_that_failed_are_not_the_one_that_began():
    text = "Three previous rounds of talks collapsed."

    assert words_of(story(opened(), failed("2031-05-07", text)), "talks") == [1]


def met(name, text, who, day=None):
    return paper(name, text).event(
        "meeting", text.rstrip("."), who=(who,), begin=day, label=f"Meeting of {who}"
    )


def test_people_who_met_others_met_elsewhere():
    one = met("post", "Ivo Dahl met his aides.", "Ivo Dahl", "2031-05-12")
    other = met("news", "Mara Teke met the wounded.", "Mara Teke")

    assert len(story(one, other).events) == 2


def test_offers_of_two_firms_that_expire_on_one_day_are_two_deadlines():
    def expires(name, who):
        text = f"The offer for {who} expires on Friday."
        return paper(name, text).event(
            "deadline", text.rstrip("."), begin="2031-05-30", label=f"Expiry at {name}"
        )

    found = story(expires("post", "Norlink"), expires("news", "Seafarers' Union"))

    assert len(found.events) == 2


@pytest.mark.parametrize(
    ("label", "events"), [("Demand", 2), ("Proposal", 1)], ids=["a demand", "an offer"]
)
def test_a_demand_is_no_offer(label, events):
    one = paper("post", "Norlink offered a truce on the quays.").event(
        "proposal", "offered a truce on the quays", who=("Norlink",), label="Proposal"
    )
    other = paper("news", "Norlink called for work on the ships.").event(
        "proposal", "called for work on the ships", who=("Norlink",), label=label,
        begin="2031-05-18",
    )  # fmt: skip

    assert len(story(one, other).events) == events


def test_workers_who_struck_and_workers_who_were_held_are_two_events():
    text = "Workers struck after 38 workers were detained."
    both = paper("post", text)
    day = {"begin": "2031-05-20", "who": ("workers",)}
    both.event("other", "Workers struck", label="Strike by workers", **day)
    both.event("other", "38 workers were detained", label="38 workers detained", **day)

    assert len(story(both).events) == 2
