"""Tellings are of one event only where enough speaks for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper

BOTH = ("Norlink", "Seafarers' Union")
TALKS = "Norlink and the Seafarers' Union held talks in Port Vell."


def paper(name, text=TALKS, published="2031-05-08"):
    return Paper(f"{name}.txt", published, f"{text} So says the {name}.")


def talks(
    name, published="2031-05-08", text=TALKS, words="talks in Port Vell", **known
):
    told = paper(name, text, published)
    known.setdefault("who", BOTH)
    known.setdefault("where", ("Port Vell",))
    known.setdefault("label", "Talks in Port Vell")
    return told.event(known.pop("kind", "talks"), words, **known)


def days(*papers):
    story = tell([p.reading() for p in papers])
    return [
        (e.begin, e.last, len({w.article for w in e.evidence})) for e in story.events
    ]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-06"},
            [("2031-05-06", "2031-05-06", 2)],
            id="one day, one place",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-07"},
            [("2031-05-06", "2031-05-06", 1), ("2031-05-07", "2031-05-07", 1)],
            id="two days are two rounds",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05"},
            [("2031-05-06", "2031-05-06", 2)],
            id="a month holds the day",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": None},
            [("2031-05-06", "2031-05-06", 2)],
            id="an undated telling joins the only one that fits",
        ),
        pytest.param(
            {"begin": "2031-05-06", "ordinal": 1},
            {"begin": "2031-05-06", "ordinal": 2},
            [("2031-05-06", "2031-05-06", 1), ("2031-05-06", "2031-05-06", 1)],
            id="rounds of one day stay apart by number",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-06", "where": ("Osterby",)},
            [("2031-05-06", "2031-05-06", 1), ("2031-05-06", "2031-05-06", 1)],
            id="two places are two events",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-06", "modality": "planned"},
            [("2031-05-06", "2031-05-06", 2)],
            id="what was planned for the day is what took place",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05", "modality": "planned"},
            [("2031-05-06", "2031-05-06", 1), ("2031-05", "2031-05", 1)],
            id="what was planned for some day of the month may be another round",
        ),
        pytest.param(
            {"begin": "2031-05-06", "ordinal": 2},
            {"begin": "2031-05", "ordinal": 2, "modality": "planned"},
            [("2031-05-06", "2031-05-06", 2)],
            id="the second round that was planned is the second round",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": None, "modality": "hypothetical"},
            [("2031-05-06", "2031-05-06", 1), (None, None, 1)],
            id="what is only possible stays apart",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-06", "kind": "meeting"},
            [("2031-05-06", "2031-05-06", 2)],
            id="a meeting can be talks",
        ),
        pytest.param(
            {"begin": "2031-05-06"},
            {"begin": "2031-05-06", "kind": "agreement"},
            [("2031-05-06", "2031-05-06", 1), ("2031-05-06", "2031-05-06", 1)],
            id="an agreement is no talks",
        ),
    ],
)
def test_two_tellings(one, other, told):
    assert sorted(
        days(talks("post", **one), talks("news", **other)), key=str
    ) == sorted(told, key=str)


def test_an_undated_telling_that_fits_two_rounds_joins_neither():
    first, second = talks("post", begin="2031-05-01"), talks("news", begin="2031-05-06")
    unclear = talks("herald", begin=None)

    assert (None, None, 1) in days(first, second, unclear)


def test_a_report_of_the_past_never_joins_what_came_after_it():
    later = talks("post", published="2031-06-09", begin="2031-06-08")
    earlier = talks("news", published="2031-05-02", begin=None)

    assert len(days(later, earlier)) == 2


def test_strikes_of_one_day_on_two_places_are_two():
    text = "Norlink attacked crews in Port Vell and in Osterby."
    one = paper("post", text=text).event(
        "attack", "attacked crews", begin="2031-05-06", where=("Port Vell",)
    )
    other = paper("news", text=text).event(
        "attack", "attacked crews", begin="2031-05-06", where=("Osterby",)
    )

    assert len(days(one, other)) == 2


def test_an_event_that_one_paper_denies_is_marked_as_denied():
    said, denied = (
        talks("post", begin="2031-05-06"),
        talks("news", begin="2031-05-06", modality="negated"),
    )

    (event,) = tell([said.reading(), denied.reading()]).events

    assert (event.modality, event.denied) == ("actual", True)


def test_what_is_only_denied_is_not_told_as_having_happened():
    (event,) = tell(
        [talks("post", begin="2031-05-06", modality="negated").reading()]
    ).events

    assert (event.modality, event.denied) == ("negated", False)


def test_the_finest_day_and_its_basis_are_kept():
    month = talks("post", begin="2031-05", date_basis="in May")
    day = talks("news", begin="2031-05-06", date_basis="on Tuesday")

    (event,) = tell([month.reading(), day.reading()]).events

    assert (event.begin, event.precision, event.date_basis) == (
        "2031-05-06",
        "day",
        "on Tuesday",
    )


def test_joining_is_explained():
    story = tell(
        [
            talks("post", begin="2031-05-06").reading(),
            talks("news", begin="2031-05-06").reading(),
        ]
    )

    (why,) = (j for j in story.judgements if j.target == story.events[0].iri)

    assert "the same day, the same place, the same participants" in why.detail
    assert 0.6 <= why.confidence <= 1


def test_a_proposal_takes_the_day_of_the_talks_that_it_was_put_at():
    text = "At the talks in Port Vell the Seafarers' Union proposed a truce."
    told = paper("news", text=text)
    told.event("talks", "talks in Port Vell", where=("Port Vell",))
    told.event("proposal", "proposed a truce", who=("Seafarers' Union",))

    events = tell([talks("post", begin="2031-05-06").reading(), told.reading()]).events

    proposal = next(e for e in events if e.type == "proposal")
    assert (proposal.begin, proposal.date_basis) == (
        "2031-05-06",
        "day of the talks it was part of",
    )


def test_two_undated_tellings_are_one_where_each_fits_nothing_else():
    text = "Dahl said three rounds of wage talks in Port Vell ended without a deal."
    one, other = (
        paper(name, text).event(
            "impasse", "three rounds of wage talks", label="No deal"
        )
        for name in ("post", "news")
    )

    assert days(one, other) == [(None, None, 2)]


def test_undated_tellings_join_alike_in_whatever_order_they_come():
    text = "Dahl said three rounds of wage talks in Port Vell ended without a deal."
    told = [
        paper(name, text).event(
            "impasse", "three rounds of wage talks", label="No deal"
        )
        for name in ("post", "news", "herald")
    ]

    assert days(*told) == days(*reversed(told))


def test_undated_tellings_of_articles_far_apart_stay_apart():
    text = "Dahl said three rounds of wage talks ended without a deal."
    one, other = (
        paper(name, text, published=published).event(
            "impasse", "three rounds of wage talks", label="No deal"
        )
        for name, published in (("post", "2031-05-08"), ("news", "2032-11-08"))
    )

    assert len(days(one, other)) == 2


def test_whoever_takes_part_names_no_other_side():
    one = talks("post", begin="2031-05-06", who=("negotiators",))
    other = talks("news", begin="2031-05-06")

    assert days(one, other) == [("2031-05-06", "2031-05-06", 2)]


def test_what_was_agreed_somewhere_that_month_is_of_the_only_talks_there():
    text = "They held talks in Port Vell. It was agreed in Port Vell in early May."
    held = talks("post", text=text, begin="2031-05-06")
    held.event(
        "agreement", "agreed in Port Vell in early May", begin="2031-05",
        who=BOTH, where=("Port Vell",),
    )  # fmt: skip
    again = talks("news", begin="2031-05-04")

    assert ("2031-05-06", "2031-05-06", 1) in days(held)
    assert ("2031-05", "2031-05", 1) not in days(held)
    assert ("2031-05", "2031-05", 1) in days(held, again)


@pytest.mark.parametrize(
    ("words", "joined"),
    [("broke down", True), ("went nowhere", False)],
    ids=["called off is broken down", "going nowhere is another end"],
)
def test_how_talks_ended_tells_two_ends_of_one_month_apart(words, joined):
    text = f"The talks {words} last week."
    month = paper("post", "Dahl called off a meeting in May.").event(
        "impasse", "called off", begin="2031-05", triggers=(), label="Called off"
    )
    month.events[0] = replace(month.events[0], triggers=(month.at("called"),))
    week = paper("news", text).event(
        "impasse", words, begin="2031-05-01", last="2031-05-07", label="The end"
    )
    trigger = week.at(words.split()[0])
    week.events[0] = replace(week.events[0], triggers=(trigger,))

    assert len(days(month, week)) == (1 if joined else 2)


def test_a_truce_that_two_undated_papers_tell_is_one():
    one, other = (
        paper(name, f"{words} in Osterby is over.").event(
            "ceasefire", words, label="Truce"
        )
        for name, words in (("post", "A short truce"), ("news", "The ceasefire"))
    )

    assert days(one, other) == [(None, None, 2)]


def test_a_claim_of_progress_is_no_pledge_of_that_day():
    known = {"begin": "2031-05-06", "who": ("Norlink",)}
    text = "Norlink pledged to halt the lockout. It saw progress in the talks."
    pledge = paper("post", text).event("pledge", "pledged to halt the lockout", **known)
    claim = paper("news", text).event("statement", "saw progress in the talks", **known)

    assert len(days(pledge, claim)) == 2
