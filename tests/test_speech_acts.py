"""Reports of one utterance are found, and counted by where they come from."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from graph.speech_acts import shortened
from tests.ferry_strike import Paper


def paper(name, words, speaker="Ivo Dahl", date="2031-05-07", **known):
    text = f"{words}, Dahl of Norlink and Teke of the Seafarers' Union, in the {name}."
    told = Paper(f"{name}.txt", "2031-05-07", text)
    return told.says(speaker, words, date=date, **known).reading()


def acts(*readings):
    return [(len(a.reports), a.origins) for a in tell(readings).speech_acts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("There is no progress in the talks", "We cannot state any breakthroughs"),
        ("The talks are deadlocked", "negotiations have reached an impasse"),
        ("Norlink will study the offer", "Norlink would examine the union's proposal"),
        (
            "a rest period of 11 hours is ruled out",
            "rest periods of 11 hours are excluded",
        ),
    ],
)
def test_translations_of_one_sentence_are_one_utterance(one, other):
    assert acts(paper("post", one), paper("news", other)) == [(2, 2)]


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        ("There is no progress in the talks", "There is progress in the talks", {}),
        ("There is no progress", "There is no progress", {"speaker": "Mara Teke"}),
        ("There is no progress", "There is no progress", {"date": "2031-05-02"}),
        ("We will study the wage offer", "The ferries will sail at nine", {}),
        ("expectations", "Norlink hopes for an early end of the strike", {}),
    ],
    ids=["denial", "speaker", "day", "content", "a single word"],
)
def test_two_utterances_stay_two(one, other, known):
    assert acts(paper("post", one), paper("news", other, **known)) == [(1, 1), (1, 1)]


def test_copies_of_one_agency_are_one_origin():
    words = "There is no progress in the talks"
    copies = [paper(name, words, via=("Wire",)) for name in ("post", "news")]

    assert acts(*copies, paper("herald", words)) == [(3, 2)]


def test_what_a_side_is_said_to_say_can_be_its_spokesmans_words():
    own = paper("post", "There is no progress in the talks")
    side = paper("news", "there is no progress in the talks", speaker="Norlink")

    (act,) = tell([own, side]).speech_acts

    assert (act.speaker, len(act.reports)) == ("Ivo Dahl", 2)


def test_words_inside_other_words_are_no_second_report():
    told = Paper(
        "post.txt", "2031-05-07", "Dahl said there is no progress in the talks."
    )
    told.says("Ivo Dahl", "there is no progress in the talks")
    told.says("Ivo Dahl", "no progress in the talks")

    assert acts(told.reading()) == [(1, 1), (1, 1)]


def test_long_words_are_cut_after_a_whole_word():
    assert shortened("a rest period of eleven hours", most=16) == "a rest period…"
