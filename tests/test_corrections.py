"""A reader's corrections are kept, replayed, taken back and never lost."""

import json
from dataclasses import replace

import pytest

from graph.correcting import correct
from graph.corrections import (
    Correction,
    Target,
    append_correction,
    read_corrections,
    undo_correction,
)
from graph.errors import CorrectionError, NotFoundError
from graph.judging import judgement, target
from graph.story import Evidence, Link, Story, StoryEntity, StoryEvent


def words(text, start=0):
    return Evidence(
        file="a.txt", start=start, end=start + len(text), text=text, article="a1"
    )


def person(name, start=0):
    return StoryEntity(
        iri=f"https://w3id.org/parley/id/person/{name.lower()}",
        kind="person",
        name=name,
        labels=(name,),
        evidence=(words(name, start),),
    )


def event(name, *people):
    return StoryEvent(
        iri=f"https://w3id.org/parley/id/event/{name}",
        type="talks",
        label=name,
        begin=None,
        last=None,
        precision="unknown",
        participants=tuple(p.iri for p in people),
        participant_names=tuple(p.name for p in people),
        evidence=(words(name, 100),),
    )


RUIZ, RUYS, BELL = person("Ruiz", 0), person("Ruys", 10), person("Bell", 20)
TALKS, STRIKE = event("talks", RUIZ, RUYS, BELL), event("strike", BELL)
LINK = Link(
    iri="https://w3id.org/parley/id/link/x",
    source=STRIKE.iri,
    target=TALKS.iri,
    relation="about",
    rule="words",
    confidence=0.9,
    evidence=(words("over", 50),),
)
STORY = Story(
    articles=(),
    entities=(BELL, RUIZ, RUYS),
    events=(STRIKE, TALKS),
    links=(LINK,),
    main_line=(TALKS.iri, STRIKE.iri),
)


def judge(kind, *nodes, value=None, **more):
    targets = tuple(Target(iri=node.iri, label="") for node in nodes)
    return Correction(kind=kind, targets=targets, value=value, who="me", **more)


def test_two_names_of_one_person_become_one_wherever_they_stand():
    corrected = correct(STORY, [judge("same", RUIZ, RUYS)])

    story = corrected.story
    assert [(e.name, e.labels) for e in story.entities] == [
        ("Bell", ("Bell",)),
        ("Ruiz", ("Ruiz", "Ruys")),
    ]
    talks = next(e for e in story.events if e.iri == TALKS.iri)
    assert talks.participants == (RUIZ.iri, BELL.iri)
    assert talks.participant_names == ("Ruiz", "Bell")
    assert story.judgements[-1].rule == "correction: same"


def test_a_new_name_is_carried_to_every_event():
    story = correct(STORY, [judge("rename", BELL, value="Ann Bell")]).story

    assert {e.participant_names[-1] for e in story.events} == {"Ann Bell"}


def test_a_dated_event_says_who_dated_it():
    story = correct(STORY, [judge("date", TALKS, value="2021-05")]).story

    talks = next(e for e in story.events if e.iri == TALKS.iri)
    assert (talks.begin, talks.precision, talks.date_basis) == (
        "2021-05",
        "month",
        "corrected by me",
    )


def test_what_is_dropped_leaves_no_link_and_no_line_behind():
    story = correct(STORY, [judge("drop", STRIKE)]).story

    assert (story.events, story.links, story.main_line) == ((TALKS,), (), (TALKS.iri,))


def test_a_link_is_added_with_the_words_of_both_ends():
    story = correct(STORY, [judge("add-link", TALKS, STRIKE, value="leadsTo")]).story

    (added,) = [link for link in story.links if link.relation == "leadsTo"]
    assert (added.source, added.target) == (TALKS.iri, STRIKE.iri)
    assert added.evidence == TALKS.evidence + STRIKE.evidence


def test_a_target_is_found_by_its_words_when_its_iri_has_changed():
    moved = replace(TALKS, iri="https://w3id.org/parley/id/event/talks-2")
    target = Target(iri=TALKS.iri, label="talks", spans=("a1:100-105",))
    one = Correction(kind="date", targets=(target,), value="2021")

    corrected = correct(replace(STORY, events=(moved,)), [one])

    assert corrected.story.events[0].begin == "2021"


@pytest.mark.parametrize(
    ("one", "says"),
    [
        (judge("date", TALKS, value="May"), "'May' is no day"),
        (judge("date", TALKS, value="2024-02-31"), "'2024-02-31' is no day"),
        (judge("date", TALKS, value="0000"), "'0000' is no day"),
        (judge("date", TALKS, value="202²-01"), "is no day"),
        (judge("type", TALKS, value="party"), "'party' is no type"),
        (judge("same", TALKS, RUIZ), "of different kinds"),
        (judge("add-link", TALKS, STRIKE, value="causes"), "is no relation"),
    ],
)
def test_a_correction_that_makes_no_sense_is_reported(one, says):
    corrected = correct(STORY, [one])

    assert corrected.story == STORY
    assert says in corrected.lost[0]


def test_a_correction_whose_target_is_gone_is_reported():
    corrected = correct(STORY, [judge("drop", person("Gone"))])

    assert (corrected.applied, len(corrected.lost)) == ((), 1)
    assert "is gone" in corrected.lost[0]


def test_a_correction_is_read_back_as_it_was_written(tmp_path):
    path = tmp_path / "corrections.jsonl"
    one = judge("rename", BELL, value="Ann Bell", why="byline", when="2021-05-04")

    append_correction(path, one)

    assert read_corrections(path).corrections == (one,)


def test_undoing_takes_a_line_and_keeps_the_history(tmp_path):
    path = tmp_path / "corrections.jsonl"
    name = append_correction(path, judge("drop", TALKS))

    undo_correction(path, name[:6], who="me", when="2021-05-05")

    assert read_corrections(path).corrections == ()
    assert len(path.read_text(encoding="utf-8").splitlines()) == 2


def test_a_bad_line_is_named_and_the_rest_is_read(tmp_path):
    path = tmp_path / "corrections.jsonl"
    good = {"kind": "drop", "targets": ["https://w3id.org/parley/id/event/talks"]}
    lines = ["{oops", '["x"]', '{"kind": "burn", "targets": ["x"]}', json.dumps(good)]
    path.write_text("\n".join(lines), encoding="utf-8")

    read = read_corrections(path)

    assert len(read.corrections) == 1
    assert [problem.split(": ")[0].split()[-2:] for problem in read.problems] == [
        ["line", "1"],
        ["line", "2"],
        ["line", "3"],
    ]


def test_writing_after_an_edit_by_hand_starts_a_line_of_its_own(tmp_path):
    path = tmp_path / "corrections.jsonl"
    path.write_text('{"kind": "drop", "targets": ["x"]}', encoding="utf-8")

    append_correction(path, judge("drop", TALKS))

    assert len(read_corrections(path).corrections) == 2


def test_undoing_what_is_not_there_lists_what_is(tmp_path):
    with pytest.raises(CorrectionError, match="in force: none"):
        undo_correction(tmp_path / "none.jsonl", "abc", who="", when="")


def test_a_correction_that_is_not_whole_is_refused(tmp_path):
    with pytest.raises(CorrectionError, match="needs a value"):
        append_correction(tmp_path / "c.jsonl", judge("rename", BELL))


def test_a_correction_that_makes_no_sense_is_refused_when_it_is_made():
    with pytest.raises(CorrectionError, match="'May' is no day"):
        judgement(STORY, "date", [TALKS.iri, "May"])


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (TALKS.iri, TALKS.iri),
        ("Ruiz", RUIZ.iri),
        ("ruiz", RUIZ.iri),
        ("A. Ruiz", RUIZ.iri),
        ("talks in porto", "urn:porto"),
    ],
)
def test_a_reader_names_things_by_label_other_name_or_words(said, meant):
    named = replace(RUIZ, labels=("Ruiz", "A. Ruiz"))
    porto = replace(TALKS, iri="urn:porto", label="Ruiz-Bell talks in Porto")
    story = Story(articles=(), entities=(named, BELL), events=(TALKS, porto))

    assert target(story, said).iri == meant


@pytest.mark.parametrize(
    ("said", "says"), [("nobody", "fits 0 things"), ("strike talks", "fits 2 things")]
)
def test_a_name_that_is_not_one_thing_is_refused_with_what_it_may_be(said, says):
    two = tuple(
        replace(TALKS, iri=f"urn:{n}", label=f"strike talks, day {n}") for n in (1, 2)
    )

    with pytest.raises(NotFoundError, match=says):
        target(Story(articles=(), events=two), said)
