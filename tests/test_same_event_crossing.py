"""One happening that papers tell under two types: what shows it, and what does not."""

from __future__ import annotations

import itertools

import pytest

from graph.chronology import tell
from graph.corpus import gather
from graph.fitting import compare
from graph.telling import tellings
from tests.ferry_strike import Paper

DAY = "2031-05-12"


def paper(name, kind, words, trigger, published="2031-05-14", **known):
    told = Paper(f"{name}.txt", published, f"{words}. So the {name} says.")
    known.setdefault("begin", DAY)
    return told.event(kind, words, triggers=(told.at(trigger),), **known)


def walked_out(**known):
    words = "The seafarers walked out of the talks"
    return paper("post", "walkout", words, "walked out", label="Walkout", **known)


def impasse(label, words, trigger, **known):
    return paper("news", "impasse", words, trigger, label=label, **known)


BROKEN_OFF = ("Talks broken off", "The union broke off negotiations", "broke off")
COLLAPSED = ("Talks collapsed", "Talks on the ferries collapsed", "collapsed")


def events(*papers):
    found = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert [e.iri for e in found.events] == [e.iri for e in again.events]
    return found


def kinds(*papers):
    return sorted(event.type for event in events(*papers).events)


def test_who_broke_off_talks_walked_out_of_them():
    found = events(walked_out(), impasse(*BROKEN_OFF))

    assert [event.type for event in found.events] == ["walkout"]
    [why] = [j for j in found.judgements if j.rule == "one event across articles"]
    assert "who broke off the talks left them" in why.detail


@pytest.mark.parametrize(
    ("told", "day"),
    [(COLLAPSED, DAY), (BROKEN_OFF, "2031-05-02")],
    ids=["talks that failed", "talks of another day"],
)
def test_a_walkout_is_not_how_other_talks_end(told, day):
    assert kinds(walked_out(), impasse(*told, begin=day)) == ["impasse", "walkout"]


def vote(**known):
    words = "The assembly votes on the ferry bill"
    return paper("post", "vote", words, "votes", label="Vote on the bill", **known)


def against(words="Norlink's friends voted against the bill", **known):
    known = {"trigger": "voted", "label": "Vote against", **known}
    return paper("news", "rejection", words, known.pop("trigger"), **known)


def test_how_a_side_votes_is_told_of_the_vote_of_that_day():
    assert kinds(vote(who=("Ivo Dahl",)), against(who=("Mara Teke",))) == ["vote"]


@pytest.mark.parametrize(
    "other",
    [
        against("Mara Teke opposed the bill", trigger="opposed", label="Opposition"),
        against(begin="2031-05-02"),
    ],
    ids=["who opposes it", "a vote of another day"],
)
def test_what_is_refused_otherwise_is_no_vote(other):
    assert kinds(vote(), other) == ["rejection", "vote"]


def halted(**known):
    words = "Norlink halted all deliveries to Osterby"
    label = "Suspension of trade or aid by Norlink"
    return paper("post", "sanction", words, "halted", label=label, **known)


def deed(words, trigger, who="Norlink"):
    return paper("news", "other", words, trigger, who=(who,), label=words)


@pytest.mark.parametrize(
    ("told", "together"),
    [
        (deed("Norlink shut its pier to Osterby", "shut"), True),
        (deed("Norlink painted its pier in Osterby", "painted"), False),
        (deed("Mara Teke shut the pier", "shut", "Mara Teke"), False),
    ],
    ids=["what it shut", "what it painted", "what another shut"],
)
def test_what_a_side_cut_off_is_its_halt_of_that_day(told, together):
    found = kinds(halted(who=("Norlink",)), told)

    assert found == (["sanction"] if together else ["other", "sanction"])


@pytest.mark.parametrize(
    ("day", "types"), [(DAY, ["ceasefire"]), ("2031-05-13", ["ceasefire", "other"])]
)
def test_a_truce_and_its_entry_into_force_are_of_one_day(day, types):
    truce = paper("post", "ceasefire", "The truce holds", "truce", label="Ceasefire")
    force = paper(
        "news", "other", "It came into force", "came", label="Entry into force",
        begin=day,
    )  # fmt: skip

    assert kinds(truce, force) == types


def test_two_tellings_fit_each_other_whichever_is_asked_first():
    both = Paper(
        "mail.txt", "2031-05-14", "Mara Teke's union struck. They spoke by telephone."
    )
    both.event("talks", "union struck", who=("Mara Teke", "Norlink"), label="Talks")
    both.event("call", "spoke by telephone", who=("Mara Teke",), label="Call")
    papers = [
        both,
        walked_out(who=("Seafarers' Union",)),
        impasse(*BROKEN_OFF, who=("Mara Teke", "Norlink")),
        vote(who=("Ivo Dahl",)),
        against(who=("Mara Teke",)),
        halted(who=("Norlink",)),
        deed("Norlink shut its pier to Osterby", "shut"),
    ]
    found = tellings(gather([p.reading() for p in papers], (), {}), {})

    for one, other in itertools.combinations(found, 2):
        assert compare(one, other) == compare(other, one)
