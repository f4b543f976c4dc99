"""What a statement is about: what its words name, else what topic and words fit."""

from __future__ import annotations

from graph.chronology import tell
from tests.ferry_strike import Paper

TERM = "a rest period of 11 hours"
OFFER = f"The Seafarers' Union proposed {TERM} in Port Vell. "


def union_offer():
    """The union's proposal of a rest period, put on 6 May."""
    paper = Paper("offer.txt", "2031-05-07", f"{OFFER}So says the post.")
    return paper.proposal(
        "proposed",
        {TERM: "rest"},
        proposer="Seafarers' Union",
        date="2031-05-06",
    )


def about(*papers):
    story = tell([paper.reading() for paper in papers])
    name = {e.iri: e.label for e in story.events}
    name |= {p.iri: "the offer" for p in story.proposals}
    name |= {s.iri: s.content for s in story.statements}
    said = {s.iri for s in story.statements}
    return sorted(
        (name[link.source], name[link.target])
        for link in story.links
        if link.relation == "about" and link.source in said
    )


def dahl(words, text, *, published="2031-05-08", **known):
    paper = Paper("reply.txt", published, text)
    known.setdefault("date", published)
    return paper.says("Ivo Dahl", words, **known)


def test_a_statement_that_tells_an_event_is_about_it():
    words = "the talks in Port Vell were long"
    paper = dahl(words, f"Dahl said {words}.")
    paper.event("talks", "talks in Port Vell", begin="2031-05-07", label="Talks")

    assert about(paper) == [(words, "Talks")]


def test_words_outside_what_was_said_make_it_about_nothing():
    paper = dahl(
        "the day was long", "After talks in Port Vell Dahl said the day was long."
    )
    paper.event("talks", "talks in Port Vell", begin="2031-05-07", label="Talks")

    assert about(paper) == []


def test_topic_and_wording_decide_for_an_open_proposal():
    words = "a rest period of 11 hours is out of the question"
    reply = dahl(words, f"Dahl said {words}.", topics=("rest",))

    assert about(union_offer(), reply) == [(words, "the offer")]


def test_the_topic_alone_decides_nothing():
    words = "crews can sleep when they like"
    reply = dahl(words, f"Dahl said {words}.", topics=("rest",))

    assert about(union_offer(), reply) == []


def test_what_was_said_before_a_proposal_is_not_about_it():
    words = "a rest period of 11 hours is out of the question"
    early = dahl(words, f"Dahl said {words}.", published="2031-05-02", topics=("rest",))

    assert about(union_offer(), early) == []


def test_what_one_report_of_an_utterance_is_about_all_are():
    words = "there is no progress in the talks in Port Vell"
    other = "there was no progress at all in the talks"
    one = dahl(words, f"Dahl said {words}.")
    one.event("talks", "talks in Port Vell", begin="2031-05-07", label="Talks")
    two = Paper("news.txt", "2031-05-08", f"Dahl said {other}.")
    two.says("Ivo Dahl", other, date="2031-05-08")

    assert about(one, two) == [(words, "Talks"), (other, "Talks")]


def test_a_statement_that_reports_another_is_about_it():
    inner = "the lockout is over"
    outer = "Norlink told him the lockout is over"
    paper = dahl(outer, f"Dahl said {outer}.")
    paper.says("Norlink", inner, inside="s0")

    assert about(paper) == [(outer, inner)]
