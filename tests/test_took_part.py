"""Both sides, and the only mediator, take part in what articles tell without them."""

from __future__ import annotations

from dataclasses import replace

from graph.chronology import tell
from tests.ferry_strike import Paper


def paper(name, text, day="2031-06-20"):
    return Paper(f"{name}.txt", day, text)


def rounds(count=3, who=("Norland", "Sudmark"), on=10):
    days = [f"2031-0{month}-{on}" for month in range(1, count + 1)]
    return [
        paper(f"{who[0]}{at}", f"Envoys held talks in Lindau on {day}.", day).event(
            "talks",
            f"held talks in Lindau on {day}",
            begin=day,
            who=who,
            label="Talks",
            date_basis=f"in it: {day}",
        )
        for at, day in enumerate(days)
    ]


def told(type_, words, who=(), day="2031-05-04"):
    return paper("news", f"{words} that day.").event(
        type_, words, begin=day, who=who, label="It", date_basis="in it: that day"
    )


def who_took_part(type_, *papers):
    story = tell([p.reading() for p in papers])
    again = tell([p.reading() for p in reversed(papers)])
    assert story.events == again.events
    events = [event for event in story.events if event.begin == "2031-05-04"]
    (names,) = (set(e.participant_names) for e in events if e.type == type_)
    return names, {judgement.rule for judgement in story.judgements}


def test_an_agreement_told_without_sides_is_of_the_two_that_negotiate():
    names, why = who_took_part(
        "agreement", *rounds(), told("agreement", "An accord was reached")
    )

    assert names == {"Norland", "Sudmark"}
    assert "by the two sides of the negotiation" in why


def test_what_both_sides_do_is_done_by_the_two():
    swap = told("other", "Both sides exchanged prisoners", ("both sides",))

    names, _ = who_took_part("other", *rounds(), swap)

    assert names == {"Norland", "Sudmark"}


def test_nothing_is_filled_in_after_two_rounds_or_among_several_pairs():
    accord = told("agreement", "An accord was reached")
    others = rounds(3, ("Westmark", "Halden"), on=25)

    assert who_took_part("agreement", *rounds(2), accord)[0] == set()
    assert who_took_part("agreement", *others, *rounds(), accord)[0] == set()


def test_what_others_do_or_one_side_does_stays_theirs():
    for who in (("Westmark",), ("Norland",)):
        accord = told("agreement", "An accord was reached", who)
        assert who_took_part("agreement", *rounds(), accord)[0] == set(who)


def test_a_session_without_names_is_not_of_the_two():
    session = told("talks", "An emergency session was held")

    assert who_took_part("talks", *rounds(), session)[0] == set()


def test_the_only_mediator_is_at_the_talks_that_an_article_names_him_with():
    readings = []
    for each in rounds():
        text = each.text + " Ivo Dahl mediates, as he did before."
        reading = replace(each, text=text).reading()
        (dahl,) = reading.entities
        dahl = replace(dahl, roles=("mediator",), affiliation=None)
        readings.append(replace(reading, entities=(dahl,)))

    story = tell(readings)

    assert {e.participant_names for e in story.events} == {
        ("Ivo Dahl", "Norland", "Sudmark")
    }
