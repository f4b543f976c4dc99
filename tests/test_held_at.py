"""What is done on the days of talks was done where, and by whom, they were held."""

from __future__ import annotations

from graph.chronology import tell
from tests.ferry_strike import Paper


def paper(name, text):
    return Paper(f"{name}.txt", "2031-06-20", text)


def rows(*papers):
    story = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert story.events == again.events
    found = {
        event.type: (event.place_names, event.place_basis, event.participant_names)
        for event in story.events
    }
    why = sorted(j.rule for j in story.judgements if "talks of its day" in j.rule)
    return found, why


def talks(name="post", where=("Lindau",), who=("Norland", "Sudmark")):
    text = f"The {name} has it that envoys met from 10 to 12 June."
    return paper(name, text).event(
        "talks", "envoys met from 10 to 12 June", begin="2031-06-10",
        last="2031-06-12", who=who, where=where, label="Talks",
        date_basis="in it: 10 to 12 June",
    )  # fmt: skip


def walkout(day="2031-06-11", who=("Sudmark",), where=()):
    return paper("news", "Its delegation walked out that day.").event(
        "walkout", "Its delegation walked out that day", begin=day, who=who,
        where=where, label="Walkout", date_basis="in it: that day",
    )  # fmt: skip


def test_a_walkout_is_where_the_talks_of_its_side_were_that_day():
    found, why = rows(talks(), walkout())

    assert found["walkout"] == (("Lindau",), "the talks of that day", ("Sudmark",))
    assert why == ["held where the talks of its day were"]


def test_not_on_another_day_nor_by_somebody_who_did_not_talk():
    for other in (walkout(day="2031-06-14"), walkout(who=("Westmark",))):
        found, why = rows(talks(), other)
        assert found["walkout"][:2] == ((), "")
        assert why == []


def test_not_where_talks_of_those_days_were_held_in_two_places():
    elsewhere = talks("mail", where=("Halden",), who=("Sudmark", "Westmark"))

    found, _ = rows(talks(), elsewhere, walkout())

    assert found["walkout"][:2] == ((), "")


def test_what_an_article_names_itself_stays():
    found, why = rows(talks(), walkout(where=("Halden",)))

    assert found["walkout"][:2] == (("Halden",), "")
    assert why == []


def test_talks_that_break_down_are_those_of_their_sides():
    told = talks().event(
        "impasse", "from 10 to 12 June", begin="2031-06-12", label="Talks collapsed",
        date_basis="in it: 12 June",
    )  # fmt: skip

    found, why = rows(told)

    assert found["impasse"] == (
        ("Lindau",),
        "the talks of that day",
        ("Norland", "Sudmark"),
    )
    assert why == [
        "by those who held the talks of its day",
        "held where the talks of its day were",
    ]
