"""The states of a negotiation, and which turns the texts leave unexplained."""

from __future__ import annotations

from graph.chronology import tell
from tests.ferry_strike import Paper, ferry_strike


def phases(*readings):
    return [(p.begin, p.name, p.explained) for p in tell(readings).phases]


def test_the_strike_goes_from_talks_to_a_deadlock():
    assert [(begin, name) for begin, name, _ in phases(*ferry_strike())] == [
        ("2031-05-06", "under discussion"),
        ("2031-05-06", "proposed"),
        ("2031-05-14", "proposed"),
        ("2031-05-15", "countered"),
        ("2031-05-16", "deadlocked"),
        ("2031-09-05", "deadlocked"),
    ]


def test_talks_after_a_walkout_are_a_resumption_and_a_signing_ends_them():
    text = (
        "The Seafarers' Union walked out over pay. Norlink and the Seafarers' Union met"
        " for talks. They agreed on a pact. They signed the pact."
    )
    paper = Paper("post.txt", "2031-06-30", text)
    both = ("Norlink", "Seafarers' Union")
    paper.event("walkout", "walked out", begin="2031-06-01", who=both[1:])
    paper.event("talks", "met for talks", begin="2031-06-10", who=both)
    paper.event("agreement", "agreed on a pact", begin="2031-06-12", who=both)
    paper.event("signing", "signed the pact", begin="2031-06-20", who=both)

    assert phases(paper.reading()) == [
        ("2031-06-01", "suspended", True),
        ("2031-06-10", "resumed", True),
        ("2031-06-12", "agreed", False),
        ("2031-06-20", "signed", True),
    ]


def test_the_other_sides_proposal_counters_the_first():
    text = "The Seafarers' Union made an offer. Norlink made an offer too."
    paper = Paper("post.txt", "2031-06-30", text)
    paper.event(
        "proposal", "made an offer.", begin="2031-06-01", who=("Seafarers' Union",)
    )
    paper.event("proposal", "made an offer too", begin="2031-06-02", who=("Norlink",))

    assert [name for _, name, _ in phases(paper.reading())] == ["proposed", "countered"]


def test_a_turn_that_nothing_explains_is_marked_so():
    paper = Paper("post.txt", "2031-06-30", "The talks of Norlink are deadlocked.")
    paper.event("impasse", "deadlocked", begin="2031-06-01", who=("Norlink",))

    assert phases(paper.reading()) == [("2031-06-01", "deadlocked", False)]


def test_what_is_planned_or_undated_begins_no_phase():
    paper = Paper(
        "post.txt", "2031-06-30", "Norlink plans talks. Norlink held talks once."
    )
    paper.event("talks", "plans talks", begin="2031-07-01", modality="planned")
    paper.event("talks", "held talks once")

    assert phases(paper.reading()) == []


def test_what_was_over_long_before_the_first_article_begins_no_phase():
    paper = Paper(
        "post.txt",
        "2031-06-30",
        "Norlink signed the last pact in 2028. Norlink put an offer on Monday.",
    )
    paper.event("signing", "signed the last pact", begin="2028", last="2028")
    paper.event("proposal", "put an offer", begin="2031-06-30", who=("Norlink",))

    assert phases(paper.reading()) == [("2031-06-30", "proposed", False)]
