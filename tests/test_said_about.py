"""What a statement points back at, and the places that it names."""

from __future__ import annotations

import pytest

from extract.records import Entity, Mention, Quoted, Statement
from extract.said_about import statement_links, with_places


def saying(number, speaker, kind, start, text, *, act="speech"):
    content = (Quoted(start=start, end=start + len(text), text=text),)
    return Statement(
        id=f"s{number}",
        speaker=speaker,
        speaker_id=speaker,
        content=content,
        kind="indirect",
        act=act,
        cue_kind=kind,
    )


ACCUSED = saying(1, "union", "accuse", 20, "the board of hiding a report")
WARNED = saying(2, "mayor", "warn", 90, "that trains would stop for a month")


@pytest.mark.parametrize(
    ("kind", "words", "target"),
    [
        ("reject", "such accusations", "s1"),
        ("deny", "the allegation", "s1"),
        ("reject", "the warning", "s2"),
        ("deny", "this", "s2"),
        ("say", "the accusations were made up", "s1"),
    ],
    ids=["such accusations", "the allegation", "the warning", "this", "in a clause"],
)
def test_words_for_a_saying_point_back_at_the_nearest_of_its_kind(kind, words, target):
    answer = saying(3, "board", kind, 200, words)

    (link,) = statement_links((ACCUSED, WARNED, answer), ())

    assert (link.source, link.target, link.relation) == ("s3", target, "about")
    assert words.startswith(link.quoted.text)


@pytest.mark.parametrize(
    ("speaker", "kind", "words"),
    [
        ("union", "reject", "the accusation"),
        ("board", "reject", "the offer"),
        ("board", "say", "it"),
        ("board", "reject", "the claim that trains would stop"),
    ],
    ids=["its own", "no saying", "no answer", "told in full"],
)
def test_what_points_at_nothing_said_gets_no_link(speaker, kind, words):
    answer = saying(3, speaker, kind, 200, words)

    assert statement_links((ACCUSED, answer), ()) == ()


def test_an_owner_tells_whose_saying_is_meant():
    union = Entity(
        id="union",
        kind="organization",
        name="Dockers' Union",
        mentions=(Mention(quoted=Quoted(start=0, end=9, text="The union")),),
    )
    other = saying(2, "mayor", "accuse", 90, "the board of keeping silent")
    answer = saying(3, "board", "reject", 200, "the union’s accusation")

    (link,) = statement_links((ACCUSED, other, answer), (union,))

    assert link.target == "s1"


def test_a_statement_knows_the_places_that_its_words_name():
    porto = Entity(
        id="e1",
        kind="place",
        name="Porto",
        mentions=(Mention(quoted=Quoted(start=28, end=33, text="Porto")),),
    )
    inside = saying(1, "mayor", "say", 20, "that in Porto trains would stop")
    outside = saying(2, "mayor", "say", 90, "nothing more")

    assert [s.places for s in with_places((inside, outside), (porto,))] == [
        ("e1",),
        (),
    ]
