"""Two claims that cannot both hold are both kept, and linked."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper


def contradictions(*papers):
    story = tell([paper.reading() for paper in papers])
    return [link for link in story.links if link.relation == "contradicts"]


def progress(speaker, words, day="2031-05-07"):
    text = f"{words}, Dahl of Norlink or Teke of the Seafarers' Union said on {day}."
    return Paper(f"{speaker}{day}.txt", day, text).says(speaker, words, date=day)


def test_progress_and_no_progress_within_days():
    (link,) = contradictions(
        progress("Ivo Dahl", "There is no progress in the talks", "2031-05-08"),
        progress("Mara Teke", "We see progress in the talks"),
    )

    assert link.about == "progress in the negotiations"
    assert {e.text for e in link.evidence} == {
        "There is no progress in the talks",
        "We see progress in the talks",
    }


@pytest.mark.parametrize(
    ("speaker", "words", "day"),
    [
        ("Mara Teke", "There is progress in the talks", "2031-07-07"),
        ("Mara Teke", "There is no headway in the talks", "2031-05-07"),
        ("Ivo Dahl", "There is progress in the talks", "2031-05-07"),
    ],
    ids=["weeks later", "the same claim", "the same speaker"],
)
def test_no_contradiction(speaker, words, day):
    one = progress("Ivo Dahl", "There is no progress in the talks", "2031-05-06")

    assert contradictions(one, progress(speaker, words, day)) == []


def pledge(text, **known):
    paper = Paper("post.txt", "2031-05-08", text)
    paper.event(
        "pledge", "pledged to halt attacks", begin="2031-05-06", who=("Norlink",)
    )
    return paper.event("attack", "attacked crews", **known)


def test_a_pledge_and_an_act_of_the_same_side_against_it():
    paper = pledge(
        "Norlink pledged to halt attacks. Norlink attacked crews in Osterby.",
        begin="2031-05-07",
        who=("Norlink",),
    )

    (link,) = contradictions(paper)

    assert link.rule == "a pledge and an act against it"


def test_an_act_before_the_pledge_breaks_nothing():
    paper = pledge(
        "Norlink pledged to halt attacks. Norlink attacked crews in Osterby.",
        begin="2031-05-01",
        who=("Norlink",),
    )

    assert contradictions(paper) == []


def test_an_act_of_the_other_side_breaks_nothing():
    paper = pledge(
        "Norlink pledged to halt attacks. The Seafarers' Union attacked crews.",
        begin="2031-05-07",
        who=("Seafarers' Union",),
    )

    assert contradictions(paper) == []


def test_a_refusal_to_discuss_what_the_other_side_proposes():
    text = (
        "The Seafarers' Union proposed a new status of Osterby. "
        "Dahl of Norlink said the status of Osterby is excluded."
    )
    paper = Paper("post.txt", "2031-05-08", text)
    paper.proposal(
        "proposed",
        {"a new status of Osterby": "Osterby"},
        proposer="Seafarers' Union",
        date="2031-05-06",
    )
    paper.says(
        "Ivo Dahl",
        "the status of Osterby is excluded",
        topics=("Osterby",),
        stance="rejects",
        date="2031-05-07",
    )

    (link,) = contradictions(paper)

    assert (link.about, link.rule) == (
        "Osterby",
        "a refusal to discuss what is proposed",
    )


#: What two sides said, and whether one sees progress that the other denies.
VIEWS = [
    (
        "There has been some progress in the talks but it is not the end of the road",
        False,
    ),
    ("The owners took back in the talks what they had promised", False),
    ("The tighter rules shall keep the fund from a collapse like the last one", False),
    ("The talks have made progress despite the deadlock over pay", False),
    ("The talks are in deadlock", True),
    ("There has not been any real progress in the talks", True),
    ("No breakthrough has come of the talks", True),
]


@pytest.mark.parametrize(("words", "denies"), VIEWS, ids=[words for words, _ in VIEWS])
def test_only_progress_that_is_denied_is_denied(words, denies):
    found = contradictions(
        progress("Mara Teke", "We see progress in the talks"),
        progress("Ivo Dahl", words, "2031-05-08"),
    )

    assert bool(found) == denies


#: A truce and fighting told beside it, and whether one breaks the other.
TRUCES = [
    ("A truce was agreed after skirmishes that left two dead.", None, False),
    ("A truce was agreed after skirmishes that left two dead.", "2031-05-06", False),
    ("The truce is the first in a war of five years with skirmishes.", None, False),
    ("In breach of the truce there were skirmishes in Osterby.", None, True),
    ("Despite the truce there were skirmishes in Osterby.", "2031-05-06", True),
    ("A truce was agreed. There were skirmishes in Osterby.", "2031-05-07", True),
]


@pytest.mark.parametrize(("text", "day", "broken"), TRUCES)
def test_fighting_breaks_a_truce_after_it_or_where_it_is_said_to(text, day, broken):
    paper = Paper("post.txt", "2031-05-08", text)
    paper.event("ceasefire", "truce", begin="2031-05-06")
    paper.event("attack", "skirmishes", begin=day)

    assert bool(contradictions(paper)) == broken
