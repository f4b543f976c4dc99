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
