"""One event that others tell with a common noun, as announced, or with no day."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from tests.ferry_strike import Paper


def paper(name, text, published="2031-05-20"):
    return Paper(f"{name}.txt", published, f"{text} So says the {name}.")


def told(*papers):
    story = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert [e.iri for e in story.events] == [e.iri for e in again.events]
    return sorted(
        (e.begin or "", e.modality, len({w.article for w in e.evidence}))
        for e in story.events
    )


def offer(name, side, text, day="2031-05-12", **known):
    known.setdefault("date_basis", "in it: 12 May")
    published = known.pop("published", "2031-05-20")
    return paper(name, text, published).event(
        "proposal", text.rstrip("."), begin=day, who=(side,), label="Offer", **known
    )


@pytest.mark.parametrize(
    ("side", "events"),
    [("management", 1), ("workers", 2)],
    ids=["the employer", "the other part"],
)
def test_a_common_noun_may_stand_for_a_side_of_its_part(side, events):
    one = offer("post", "Ferry Company", "The Ferry Company offered 640 crowns.")
    other = offer("news", side, f"The {side} offered 640 crowns.")

    assert len(told(one, other)) == events


def test_what_has_been_offered_is_what_was_offered_two_weeks_before():
    one = offer("post", "Norlink", "Norlink offered 640 crowns.")
    other = offer(
        "news", "Norlink", "Norlink has offered 640 crowns.", "2031-05-26",
        date_basis="told as new in the report", published="2031-05-26",
    )  # fmt: skip

    assert told(one, other) == [("2031-05-12", "actual", 2)]


def test_what_somebody_else_has_offered_is_another_offer():
    one = offer("post", "Norlink", "Norlink offered 640 crowns.")
    other = offer(
        "news", "Seafarers' Union", "The Seafarers' Union has offered 700 crowns.",
        "2031-05-26", date_basis="told as new in the report", published="2031-05-26",
    )  # fmt: skip

    assert len(told(one, other)) == 2


def talks(name, text, day, published, words="talks", **known):
    known.setdefault("label", "Talks")
    return paper(name, text, published).event("talks", words, begin=day, **known)


def test_just_the_talks_are_those_that_were_held_days_before():
    held = talks("post", "They held talks on 14 May.", "2031-05-14", "2031-05-15")
    bare = talks("news", "The talks led nowhere.", None, "2031-05-17")

    assert told(held, bare) == [("2031-05-14", "actual", 2)]


def test_just_the_talks_after_two_rounds_of_one_week_are_neither():
    first = talks("post", "They held talks on 12 May.", "2031-05-12", "2031-05-13")
    second = talks("mail", "They held talks on 15 May.", "2031-05-15", "2031-05-16")
    bare = talks("news", "The talks led nowhere.", None, "2031-05-18")

    assert len(told(first, second, bare)) == 3


def test_a_second_round_that_would_be_held_is_the_second_round():
    soon = talks(
        "post", "A second round would be held.", "2031-05-18", "2031-05-15",
        words="second round", last="2031-05-24", modality="hypothetical", ordinal=2,
    )  # fmt: skip
    held = talks(
        "news", "The second round failed.", None, "2031-05-25",
        words="second round", ordinal=2,
    )  # fmt: skip

    assert told(soon, held) == [("2031-05-18", "actual", 2)]


def blockade(name, text, words, published, **known):
    made = paper(name, text, published)
    return made.event(
        "other", words, label="Blockade by the union", triggers=(made.at(words),),
        who=("Seafarers' Union",), **known,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("published", "events"),
    [("2031-05-02", 1), ("2031-01-02", 2), ("2031-05-29", 2)],
    ids=["soon after", "months after", "before"],
)
def test_what_was_announced_is_what_was_done_soon_after(published, events):
    plan = blockade(
        "post", "The Seafarers' Union will block the port.", "block", published,
        modality="planned",
    )  # fmt: skip
    done = blockade(
        "news", "The Seafarers' Union blockaded the port on 20 May.", "blockaded",
        "2031-05-21", begin="2031-05-20",
    )  # fmt: skip

    assert len(told(plan, done)) == events


def test_an_arrest_is_no_strike_of_the_same_day():
    day = {"begin": "2031-05-20", "who": ("workers",)}
    text = "38 workers struck and 38 workers were detained."
    both = paper("post", text)
    both.event("other", "38 workers struck", label="Strike by workers", **day)
    both.event("other", "38 workers were detained", label="Arrest of workers", **day)

    assert len(told(both)) == 2


def test_two_tellings_that_share_few_words_are_one_through_a_third():
    def raid(name, words):
        return paper(name, f"{words}.").event(
            "attack", words, begin="2031-05-20", where=("Port Vell",), label=words
        )

    first = raid("post", "armed men fired on a patrol")
    third = raid("mail", "a clash of armed men with a patrol")
    second = raid("news", "the clash there")

    assert len(told(first, second)) == 2
    assert told(first, third, second) == [("2031-05-20", "actual", 3)]


def test_a_truce_from_midnight_on_is_of_the_next_day_as_well():
    def truce(name, day, basis):
        return paper(name, "The truce took effect.").event(
            "ceasefire", "truce", begin=day, date_basis=basis, label="Ceasefire"
        )

    one = truce("post", "2031-05-12", "in the same clause: midnight Monday")
    other = truce("news", "2031-05-13", "in the same clause: May 13")

    assert told(one, other) == [("2031-05-13", "actual", 2)]


def test_what_was_agreed_is_what_others_say_was_signed_there():
    def deed(name, kind, words, day):
        return paper(name, f"The truce was {words} in Port Vell.").event(
            kind, words, begin=day, where=("Port Vell",), label=kind.title()
        )

    agreed = deed("post", "agreement", "agreed", "2031-05-12")
    signed = deed("news", "signing", "signed", None)

    assert told(agreed, signed) == [("2031-05-12", "actual", 2)]


def strike(name, text, words, published, **known):
    made = paper(name, text, published)
    return made.event(
        "other", words, label="Strike", triggers=(made.at("strike"),), **known
    )


def test_an_undated_strike_is_the_one_that_began_and_goes_on():
    began = strike(
        "post", "The strike began on 4 May.", "strike began", "2031-05-05",
        begin="2031-05-04", date_basis="in it: 4 May", who=("Seafarers' Union",),
    )  # fmt: skip
    short = strike(
        "mail", "Others held a strike on 8 May.", "held a strike", "2031-05-09",
        begin="2031-05-08", date_basis="in it: 8 May", who=("Norlink",),
    )  # fmt: skip
    later = strike("news", "No end of the strike is seen.", "the strike", "2031-05-12")

    assert told(began, short, later) == [
        ("2031-05-04", "actual", 2),
        ("2031-05-08", "actual", 1),
    ]


@pytest.mark.parametrize(("after", "rows"), [("went ahead", 1), ("from the talks", 2)])
def test_a_walkout_in_an_article_on_a_strike_is_the_strike(after, rows):
    text = f"The strike is of 4 May. The walkout {after}."
    made = paper("post", text, "2031-05-05")
    made.event(
        "other", "strike is of 4 May", begin="2031-05-04", label="Strike",
        triggers=(made.at("strike"),),
    )  # fmt: skip
    made.event(
        "walkout", f"walkout {after}", begin="2031-05-02", label="Walkout",
        date_basis="at the talks of those days", triggers=(made.at("walkout"),),
    )  # fmt: skip

    assert len(told(made)) == rows


def test_three_previous_rounds_are_not_the_round_that_goes_on():
    now = talks("post", "They held talks on 14 May.", "2031-05-14", "2031-05-15")
    past = talks(
        "news", "Three previous rounds of talks failed.", None, "2031-05-16",
        words="Three previous rounds of talks",
    )  # fmt: skip

    assert len(told(now, past)) == 2


def test_a_war_is_no_offensive_in_it():
    text = "The army ends its offensive. The war goes on."
    both = paper("post", text)
    both.event("attack", "its offensive", label="Offensive by army", who=("army",))
    both.event("attack", "The war", label="War by army", who=("army",))

    assert len(told(both)) == 2


@pytest.mark.parametrize(
    ("words", "events"),
    [("twin explosions", 1), ("heavy shelling", 2)],
    ids=["named again", "something else"],
)
def test_a_blast_that_the_article_then_dates_is_told_once(words, events):
    made = paper("post", f"Dozens died in {words}. The double blasts hit a market.")
    made.event("attack", words, label="Attack", triggers=(made.at(words),))
    made.event(
        "attack", "double blasts", begin="2031-05-20", where=("Port Vell",),
        label="Double blasts", triggers=(made.at("double blasts"),),
    )  # fmt: skip

    assert len(told(made)) == events


def test_a_withdrawal_from_the_talks_is_the_walkout_of_that_day():
    left = paper("post", "Norlink withdrew from the talks on Tuesday.")
    left.event(
        "walkout", "Norlink withdrew from the talks", begin="2031-05-20",
        who=("Norlink",), label="Walkout by Norlink",
    )  # fmt: skip
    noun = paper("news", "The withdrawal of Norlink from the talks surprised all.")
    noun.event(
        "other", "withdrawal of Norlink from the talks", begin="2031-05-20",
        label="Withdrawal", triggers=(noun.at("withdrawal"),),
    )  # fmt: skip

    assert told(left, noun) == [("2031-05-20", "actual", 2)]


def test_two_deeds_of_one_article_with_headlines_of_their_own_are_two():
    made = paper("post", "Norlink sent doctors on Tuesday. Norlink closed its office.")
    made.event(
        "other", "Norlink sent doctors", begin="2031-05-20", who=("Norlink",),
        label="Norlink sends doctors",
    )  # fmt: skip
    made.event(
        "other", "Norlink closed its office", begin="2031-05-20", who=("Norlink",),
        label="Norlink closes its office",
    )  # fmt: skip

    assert len(told(made)) == 2


def test_an_agreement_told_without_its_sides_is_the_one_of_its_day():
    def agreed(name, text, who=()):
        return paper(name, text).event(
            "agreement", text.rstrip("."), begin="2031-05-12", who=who,
            label=f"Agreement {name}",
        )  # fmt: skip

    one = agreed("post", "Norlink reached a deal on wages.", ("Norlink",))
    other = agreed("news", "The memorandum was hammered out at dawn.")

    assert told(one, other) == [("2031-05-12", "actual", 2)]


def test_a_truce_told_without_its_day_is_the_only_one():
    dated = paper("post", "The truce took effect on 12 May.").event(
        "ceasefire", "truce took effect", begin="2031-05-12", label="Ceasefire"
    )
    bare = paper("news", "Guns were silent under an armistice.").event(
        "ceasefire", "an armistice", label="Armistice"
    )

    assert told(dated, bare) == [("2031-05-12", "actual", 2)]


def test_a_proposal_has_the_words_that_name_it_but_not_those_of_its_terms():
    made = paper("post", "Norlink sent a new draft. The draft raises wages by a tenth.")
    made.event("proposal", "Norlink sent a new draft", who=("Norlink",), label="Draft")
    made.proposal(
        "The draft", {"raises wages by a tenth": "wages"}, proposer="Norlink",
        event="v0",
    )  # fmt: skip

    (event,) = tell([made.reading()]).events

    assert [words.text for words in event.evidence] == [
        "Norlink sent a new draft",
        "The draft",
    ]
