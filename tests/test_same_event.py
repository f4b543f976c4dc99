"""One event told by its first day and its last, as a plan and as news, or by others."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from graph.described import Bodies
from graph.organs import body_of
from graph.retelling import retell
from graph.triples import quads
from tests.ferry_strike import Paper

BOTH = ("Norlink", "Seafarers' Union")


def paper(name, text, published="2031-05-20"):
    return Paper(f"{name}.txt", published, f"{text} So says the {name}.")


def told(*papers):
    story = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert [e.iri for e in story.events] == [e.iri for e in again.events]
    return [
        (e.begin, e.last, e.modality, len({w.article for w in e.evidence}))
        for e in story.events
    ]


def talks(name, words, day, basis, **known):
    known.setdefault("who", BOTH)
    known.setdefault("label", "Talks in Port Vell")
    text = known.pop("text", f"Norlink and the Seafarers' Union: {words}.")
    published = known.pop("published", "2031-05-20")
    return paper(name, text, published).event(
        "talks", words, begin=day, date_basis=basis, **known
    )


def strike(name, words, day, basis="", **known):
    text = f"The Seafarers' Union at Norlink: {words}."
    told = paper(name, text, known.pop("published", "2031-05-20"))
    trigger = (told.at("strike"),)
    return told.event(
        "walkout", words, begin=day, date_basis=basis, triggers=trigger, **known
    )


def test_talks_that_opened_one_day_and_closed_another_are_one_from_day_to_day():
    opened = talks(
        "post", "The talks, which opened on Sunday", "2031-05-04", "in it: Sunday"
    )
    closed = talks(
        "news", "the talks that ended on Tuesday", "2031-05-06", "in it: Tuesday"
    )

    assert told(opened, closed) == [("2031-05-04", "2031-05-06", "actual", 2)]


def test_talks_that_opened_on_two_days_are_two_rounds():
    one = talks("post", "talks opened on Sunday", "2031-05-04", "in it: Sunday")
    other = talks("news", "talks opened on Tuesday", "2031-05-06", "in it: Tuesday")

    assert len(told(one, other)) == 2


def test_talks_that_resumed_are_not_those_that_began_before():
    one = talks("post", "talks began on Sunday", "2031-05-04", "in it: Sunday")
    other = talks("news", "talks resumed on Tuesday", "2031-05-06", "in it: Tuesday")

    assert len(told(one, other)) == 2


def test_talks_that_closed_weeks_after_others_opened_are_other_talks():
    one = talks("post", "talks opened on 1 May", "2031-05-01", "in it: 1 May")
    other = talks("news", "talks ended on 19 May", "2031-05-19", "in it: 19 May")

    assert len(told(one, other)) == 2


def test_a_strike_is_one_from_its_first_day_to_its_end():
    began = strike("post", "the strike, which began on 2 May", "2031-05-02", "x: 2 May")
    ended = strike("news", "the strike ended on 19 May", "2031-05-19", "x: 19 May")

    assert told(began, ended) == [("2031-05-02", "2031-05-19", "actual", 2)]


def test_the_eleventh_day_of_a_strike_is_of_the_strike_that_began_before_it():
    began = strike("post", "the strike, which began on 2 May", "2031-05-02", "x: 2 May")
    midst = strike("news", "the strike", "2031-05-12", "said to be: eleventh day")

    assert told(began, midst) == [("2031-05-02", "2031-05-12", "actual", 2)]


def test_strikes_of_two_days_are_two():
    one = strike("post", "a one-day strike", "2031-05-02", "x: 2 May")
    other = strike("news", "another strike", "2031-05-12", "x: 12 May")

    assert len(told(one, other)) == 2


def test_a_strike_is_no_walkout_from_the_talks():
    began = strike("post", "the strike, which began on 2 May", "2031-05-02", "x: 2 May")
    left = paper("news", "The Seafarers' Union walked out of the talks with Norlink.")
    left.event(
        "walkout",
        "walked out of the talks",
        begin="2031-05-02",
        triggers=(left.at("walked out"),),
    )

    assert len(told(began, left)) == 2


@pytest.mark.parametrize(
    ("published", "where", "events"),
    [
        ("2031-05-13", ("Port Vell",), 1),
        ("2031-05-13", ("Osterby",), 2),
        ("2031-05-13", (), 2),
        ("2031-05-08", ("Port Vell",), 2),
        ("2031-07-08", ("Port Vell",), 2),
    ],
    ids=["then and there", "elsewhere", "anywhere", "before the plan", "long after"],
)
def test_what_was_planned_is_what_a_paper_of_those_days_tells(published, where, events):
    plan = talks(
        "post", "talks in Port Vell from 12 to 15 May", "2031-05-12", "x: 12 to 15 May",
        last="2031-05-15", where=("Port Vell",), modality="planned",
        published="2031-05-02",
    )  # fmt: skip
    news = talks(
        "news", "the second day of the talks", None, "", where=where,
        published=published,
    )  # fmt: skip

    assert len(told(plan, news)) == events


def test_what_is_to_be_after_its_article_is_planned():
    soon = talks("post", "talks in May", "2031-05-24", "in it: 24 May")

    assert told(soon) == [("2031-05-24", "2031-05-24", "planned", 1)]


def test_a_report_of_the_day_before_joins_the_day_that_another_gives():
    known = {"who": ("Norlink",), "label": "Walkout by Norlink"}
    late = paper("post", "Norlink left the talks.", "2031-05-13").event(
        "walkout", "left the talks", begin="2031-05-13",
        date_basis="told as the news of the day", **known,
    )  # fmt: skip
    exact = paper("news", "Norlink left the talks on Monday.").event(
        "walkout", "left the talks", begin="2031-05-12", **known
    )

    assert told(late, exact) == [("2031-05-12", "2031-05-12", "actual", 2)]


def test_the_union_is_the_one_union_that_is_named():
    one = paper("post", "The Seafarers' Union walked out. Norlink regrets it.").event(
        "walkout", "walked out", begin="2031-05-12", who=("Seafarers' Union",)
    )
    other = paper("news", "The union walked out, Norlink said.").event(
        "walkout", "walked out", begin="2031-05-12", who=("union",)
    )

    assert told(one, other) == [("2031-05-12", "2031-05-12", "actual", 2)]


@pytest.mark.parametrize(
    ("description", "body"),
    [
        ("union", "seafarers"),
        ("harbour authority", "port"),
        ("authority", "port"),
        ("board", None),
        ("company", None),
        ("forces", None),
        ("Union", None),
        ("", None),
    ],
)
def test_a_description_stands_for_the_only_body_that_it_fits(description, body):
    bodies = Bodies(
        {
            "here": [
                ("seafarers", ["Seafarers' Union"]),
                ("port", ["National Harbour Authority", "NHA"]),
                ("wages", ["Wage Board"]),
                ("health", ["Health Board"]),
                ("rebels", ["Northern Forces"]),
            ],
            "there": [("miners", ["Miners' Union"])],
        }
    )

    assert bodies.called("here", description) == body


def test_a_commission_acts_for_its_union_and_a_parliament_for_itself():
    assert body_of("European Commission") == "European Union"
    assert body_of("European Parliament") is None


@pytest.mark.parametrize(
    ("bases", "told"),
    [
        (("dateline", "dateline"), "dateline"),
        (("dateline", ""), ""),
        (("the talks",), "the talks"),
    ],
    ids=["only datelines", "one says so itself", "one paper"],
)
def test_an_event_keeps_where_its_place_comes_from(bases, told):
    papers = [
        talks(
            f"paper{i}", "talks on Sunday", "2031-05-04", "in it: Sunday",
            where=("Port Vell",), place_basis=basis, text="Talks on Sunday, "
            "talks on Sunday in Port Vell between Norlink and the Seafarers' Union.",
        )
        for i, basis in enumerate(bases)
    ]  # fmt: skip
    story = tell([p.reading() for p in papers])

    assert [event.place_basis for event in story.events] == [told]
    assert [event.place_basis for event in retell(quads(story)).events] == [told]


def test_a_call_of_a_month_is_the_call_of_its_day():
    dated = paper("post", "They spoke by telephone on 9 May.").event(
        "call", "spoke by telephone", begin="2031-05-09"
    )
    vague = paper("news", "They spoke by telephone in May.").event(
        "call", "spoke by telephone", begin="2031-05-01", last="2031-05-31"
    )

    assert told(dated, vague) == [("2031-05-09", "2031-05-09", "actual", 2)]


@pytest.mark.parametrize(("day", "events"), [("2031-05-09", 1), ("2031-05-10", 2)])
def test_one_verb_of_one_day_tells_one_deed(day, events):
    first = paper("post", "Two boats were detained there.")
    first = first.event(
        "attack", "boats were detained", begin="2031-05-09",
        triggers=(first.at("detained"),),
    )  # fmt: skip
    second = paper("news", "Norlink detained two trawlers.")
    second = second.event(
        "attack", "detained two trawlers", begin=day, who=("Norlink",),
        triggers=(second.at("detained"),),
    )  # fmt: skip

    assert len(told(first, second)) == events


def deed(name, words, trigger, label, who=()):
    told = paper(name, f"{words}.")
    known = {"begin": "2031-05-08", "date_basis": "in it: Thursday", "who": who}
    return told.event(
        "other", words, label=label, triggers=(told.at(trigger),), **known
    )


def test_a_deed_of_one_day_is_one_by_what_it_is_called_or_by_the_words_that_tell_it():
    acts = deed("post", "Norlink's chief resigned", "resigned",
                "Norlink's chief resigns", ("Norlink",))  # fmt: skip
    noun = deed("news", "who stepped down", "stepped", "Resignation")
    other = deed("star", "who was arrested", "arrested", "Arrest")

    assert told(acts, noun) == [("2031-05-08", "2031-05-08", "actual", 2)]
    assert len(told(acts, other)) == 2


def test_a_word_behind_a_verb_is_no_part_of_what_the_verb_tells():
    verb = deed("post", "Police arrest striking welders", "arrest",
                "Police arrest striking welders")  # fmt: skip
    noun = deed("news", "the arrest of the welders", "arrest", "Arrest")

    assert told(verb, noun) == [("2031-05-08", "2031-05-08", "actual", 2)]
