"""Where each side stands on a topic, by whose words."""

from __future__ import annotations

from graph.chronology import tell
from tests.ferry_strike import Paper

WAGES = {"topics": ("wages",)}


def rows(*papers):
    story = tell([paper.reading() for paper in papers])
    return [
        (p.topic, p.side_name, p.holder_name, p.stance, p.date, p.outlets)
        for p in story.positions
    ]


def test_a_person_speaks_for_a_side():
    paper = Paper("post.txt", "2031-05-07", "Dahl of Norlink ruled out higher wages.")
    paper.says("Ivo Dahl", "higher wages", stance="rejects", date="2031-05-07", **WAGES)

    assert rows(paper) == [("wages", "Norlink", "Ivo Dahl", "rejects", "2031-05-07", 1)]


def test_reports_of_one_utterance_are_one_position():
    papers = []
    for name in ("post", "news", "herald"):
        text = f"Dahl of Norlink: a wage rise of 4 percent is excluded. So the {name}."
        paper = Paper(f"{name}.txt", "2031-05-07", text)
        papers.append(
            paper.says(
                "Ivo Dahl",
                "a wage rise of 4 percent is excluded",
                stance="rejects",
                date="2031-05-07",
                **WAGES,
            )
        )

    assert rows(*papers) == [
        ("wages", "Norlink", "Ivo Dahl", "rejects", "2031-05-07", 3)
    ]


def test_a_change_over_time_is_kept_as_two_positions_and_is_no_contradiction():
    papers = []
    for day, stance, words in (
        ("2031-05-07", "rejects", "a wage rise of 4 percent is excluded"),
        ("2031-08-07", "supports", "a wage rise of 4 percent is acceptable"),
    ):
        paper = Paper(f"{day}.txt", day, f"Dahl of Norlink said {words}.")
        papers.append(paper.says("Ivo Dahl", words, stance=stance, date=day, **WAGES))

    assert [row[3:5] for row in rows(*papers)] == [
        ("rejects", "2031-05-07"),
        ("supports", "2031-08-07"),
    ]
    story = tell([paper.reading() for paper in papers])
    assert not [link for link in story.links if link.relation == "contradicts"]


def test_a_term_of_a_proposal_is_its_proposers_position():
    paper = Paper("post.txt", "2031-05-07", "The Seafarers' Union proposed 4 percent.")
    paper.proposal(
        "proposed",
        {"4 percent": "wages"},
        proposer="Seafarers' Union",
        date="2031-05-06",
    )

    assert rows(paper) == [
        ("wages", "Seafarers' Union", None, "supports", "2031-05-06", 1)
    ]


def test_words_of_nobody_known_are_nobodys_position():
    paper = Paper("post.txt", "2031-05-07", "Higher wages are a must, it was said.")
    paper.says(None, "Higher wages are a must", **WAGES)

    assert rows(paper) == []


def test_a_condition_is_no_position_and_a_term_that_forbids_supports_nothing():
    text = (
        "Norlink put its offer: if the crews stay aboard, a wage rise of 4 percent "
        "and it would not join the harbour pool."
    )
    paper = Paper("post.txt", "2031-05-07", text)
    paper.proposal(
        "its offer",
        {
            "if the crews stay aboard": "staffing",
            "a wage rise of 4 percent": "wages",
            "it would not join the harbour pool": "membership",
        },
        proposer="Norlink",
        date="2031-05-07",
    )

    assert [(row[0], row[3]) for row in rows(paper)] == [
        ("membership", "unclear"),
        ("wages", "supports"),
    ]


def test_what_another_side_refused_is_no_stand_of_who_tells_it():
    text = (
        "Teke of the Seafarers' Union said Norlink had refused even to discuss "
        "higher wages."
    )
    paper = Paper("post.txt", "2031-05-07", text)
    words = "Norlink had refused even to discuss higher wages"
    paper.says("Mara Teke", words, stance="rejects", date="2031-05-07", **WAGES)

    assert [row[1:4] for row in rows(paper)] == [
        ("Seafarers' Union", "Mara Teke", "neutral")
    ]
