"""A story is told from many articles, whatever their order."""

from __future__ import annotations

from itertools import permutations

import pytest

from graph.chronology import tell
from graph.corrections import Correction, Target
from tests.ferry_strike import (
    Paper,
    evening_news,
    ferry_strike,
    harbour_gazette,
    morning_post,
)


@pytest.fixture(scope="module")
def story():
    return tell(ferry_strike())


def line(story):
    shown = {e.iri: (e.begin, e.type) for e in story.events}
    return [shown[iri] for iri in story.main_line if iri in shown]


def test_the_main_line_runs_from_talks_to_the_last_impasse(story):
    told = line(story)

    assert told == sorted(told, key=lambda row: row[0])
    for row in [
        ("2031-05-06", "talks"),
        ("2031-05-06", "proposal"),
        ("2031-05-14", "proposal"),
        ("2031-05-15", "deviation"),
        ("2031-05-16", "impasse"),
        ("2031-09-05", "impasse"),
    ]:
        assert row in told


def test_no_two_lines_of_the_main_line_are_one_event(story):
    assert len(set(story.main_line)) == len(story.main_line)
    assert len(set(line(story))) == len(line(story))


def test_the_main_line_shows_one_judgement_of_a_voice_and_a_day():
    paper = Paper(
        "post.txt",
        "2031-05-25",
        "Dahl said the union went back on its word. Talks are at a deadlock, he said.",
    )
    known = {"begin": "2031-05-24", "who": ("Ivo Dahl",)}
    paper.event("deviation", "went back on its word", **known)
    paper.event("impasse", "at a deadlock", **known)

    told = tell((*ferry_strike(), paper.reading()))

    assert ("2031-05-24", "impasse") in line(told)
    assert ("2031-05-24", "deviation") not in line(told)


def test_the_main_line_shows_one_agreement_of_an_article_and_a_day():
    paper = Paper(
        "post.txt",
        "2031-06-25",
        "Norlink will sign what it agreed to on Friday. Dahl praised the pact reached.",
    )
    known = {"begin": "2031-06-20"}
    paper.event("agreement", "agreed to on Friday", who=("Norlink",), **known)
    paper.event("agreement", "the pact reached", who=("Ivo Dahl",), **known)

    told = tell((*ferry_strike(), paper.reading()))

    assert line(told).count(("2031-06-20", "agreement")) == 1


def test_the_order_of_the_articles_changes_nothing(story):
    for readings in permutations(ferry_strike()):
        assert tell(readings) == story


def test_an_article_given_twice_adds_nothing(story):
    readings = ferry_strike()

    assert tell((*readings, readings[1], readings[0])) == story


def test_no_articles_tell_an_empty_story():
    story = tell(())

    assert (story.events, story.links, story.main_line) == ((), (), ())


def test_an_article_about_nothing_is_kept_with_no_facts():
    story = tell([Paper("rain.txt", None, "It rained.").reading()])

    assert [article.file for article in story.articles] == ["rain.txt"]
    assert story.events == ()


def test_each_fact_has_evidence_whose_words_stand_in_the_article(story):
    text = {article.id: article.text for article in story.articles}
    things = (*story.events, *story.statements, *story.links, *story.phases)
    provisions = [v for proposal in story.proposals for v in proposal.provisions]

    for thing in (*things, *provisions, *story.positions, *story.proposals):
        assert thing.evidence
        for words in thing.evidence:
            assert text[words.article][words.start : words.end] == words.text


def test_every_link_ends_at_things_of_the_story(story):
    known = {
        thing.iri
        for part in (story.events, story.statements, story.proposals, story.deviations)
        for thing in part
    }

    for link in story.links:
        assert {link.source, link.target} <= known


def test_versions_of_a_proposal_form_a_chain(story):
    first, new = (p for p in story.proposals if p.proposer == "Seafarers' Union")

    assert (first.date, new.date) == ("2031-05-06", "2031-05-14")
    assert new.revision_of == first.iri


def test_terms_told_by_several_papers_are_under_one_proposal(story):
    first = next(p for p in story.proposals if p.date == "2031-05-06")
    files = {(v.topic, e.file) for v in first.provisions for e in v.evidence}

    assert files == {
        ("wages", "morning.txt"),
        ("rest", "morning.txt"),
        ("crew", "evening.txt"),
        ("rest", "gazette.txt"),
    }


def test_a_claimed_deviation_is_between_two_versions(story):
    (claim,) = story.deviations
    first, new = story.proposals

    assert (claim.source, claim.target) == (first.iri, new.iri)
    assert (claim.old.text, claim.new.text) == (
        "a rest period of 11 hours",
        "a rest period of 13 hours",
    )
    assert (claim.claimed_by, claim.date) == ("Ivo Dahl", "2031-05-15")


def test_a_reader_can_keep_two_tellings_apart():
    readings = [morning_post().reading(), evening_news().reading()]
    joined = next(e for e in tell(readings).events if e.type == "talks")
    words = [f"{e.article}:{e.start}-{e.end}" for e in joined.evidence]
    apart = Correction(
        kind="different",
        targets=(
            Target(iri="a", spans=tuple(words[:1])),
            Target(iri="b", spans=tuple(words[1:])),
        ),
    )

    talks = [e for e in tell(readings, corrections=[apart]).events if e.type == "talks"]

    assert len(joined.evidence) == 2
    assert [len(e.evidence) for e in talks] == [1, 1]


def test_a_new_version_without_its_first_is_still_told():
    story = tell([harbour_gazette().reading()])

    assert [p.version for p in story.proposals] == ["new draft", "earlier"]
