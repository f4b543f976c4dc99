"""Links between events, statements and proposals, each with a rule and words."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper, ferry_strike


@pytest.fixture(scope="module")
def told():
    story = tell(ferry_strike())
    name = {e.iri: f"{e.type} {e.begin}" for e in story.events}
    name |= {p.iri: f"draft {p.date}" for p in story.proposals}
    name |= {d.iri: "claim" for d in story.deviations}
    name |= {s.iri: "words" for s in story.statements}
    return {
        (name[link.source], link.relation, name[link.target]) for link in story.links
    }


@pytest.mark.parametrize(
    "link",
    [
        ("proposal 2031-05-06", "about", "draft 2031-05-06"),
        ("proposal 2031-05-06", "partOf", "talks 2031-05-06"),
        ("pledge 2031-05-06", "partOf", "talks 2031-05-06"),
        ("draft 2031-05-14", "revisionOf", "draft 2031-05-06"),
        ("draft 2031-05-14", "deviatesFrom", "draft 2031-05-06"),
        ("deviation 2031-05-15", "about", "draft 2031-05-14"),
        ("deviation 2031-05-15", "deviatesFrom", "draft 2031-05-06"),
        ("deviation 2031-05-15", "about", "claim"),
        ("deviation 2031-05-15", "respondsTo", "draft 2031-05-14"),
        ("impasse 2031-05-16", "respondsTo", "deviation 2031-05-15"),
        ("impasse 2031-05-16", "about", "talks 2031-05-06"),
        ("impasse 2031-09-05", "about", "impasse 2031-05-16"),
    ],
    ids=" ".join,
)
def test_the_strike_has_the_link(told, link):
    assert link in told


def test_nothing_leads_to_anything_without_words(told):
    assert not [link for link in told if link[1] == "leadsTo"]


def test_every_link_names_its_rule_and_confidence():
    for link in tell(ferry_strike()).links:
        assert link.rule
        assert 0 < link.confidence <= 1


def test_a_link_that_two_papers_state_is_one_with_both_their_words():
    from extract.records import LinkMention

    readings = []
    for name in ("post", "news"):
        text = f"The lockout led to a walkout in Osterby, writes the {name}."
        paper = Paper(f"{name}.txt", "2031-05-08", text)
        paper.event("other", "The lockout", begin="2031-05-06", where=("Osterby",))
        paper.event("walkout", "a walkout in Osterby", begin="2031-05-07")
        paper.links.append(
            LinkMention(
                source="v0",
                target="v1",
                relation="leadsTo",
                quoted=paper.at("led to"),
                rule="led to",
            )
        )
        readings.append(paper.reading())

    (link,) = (x for x in tell(readings).links if x.relation == "leadsTo")

    assert (link.rule, len(link.evidence)) == ("led to", 2)


def test_two_sides_proposals_on_one_topic_answer_each_other():
    text = "The Seafarers' Union proposed higher pay. Norlink offered a bonus on pay."
    paper = Paper("post.txt", "2031-05-08", text)
    paper.proposal(
        "proposed higher pay",
        {"higher pay": "wages"},
        proposer="Seafarers' Union",
        date="2031-05-02",
    )
    paper.proposal(
        "offered a bonus on pay",
        {"a bonus on pay": "wages"},
        proposer="Norlink",
        date="2031-05-05",
    )

    (link,) = tell([paper.reading()]).links

    assert (link.relation, link.rule) == (
        "respondsTo",
        "another side's proposal on the same topics",
    )
