"""Whose day it is: the event's, another clause's, the saying's, or nobody's."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


ITS_OWN = [
    ("The accord was signed shortly before midnight on Monday.",
     ("signing", "2024-06-10", "2024-06-10")),
    ("After touring Lima on Monday and meeting with union leaders on Tuesday, the "
     "minister said that he was satisfied.", ("meeting", "2024-06-11", "2024-06-11")),
    ("Forty soldiers were killed when two trucks exploded last February.",
     ("attack", "2024-02", "2024-02")),
    ("The minister said after Friday's vote that his party was content.",
     ("vote", "2024-06-07", "2024-06-07")),
    ("The party kept out pending talks with British Prime Minister John Alder 10 days "
     "ago.", ("talks", "2024-06-02", "2024-06-02")),
    ("Gaps remain before next week's talks in Quito.",
     ("talks", "2024-06-17", "2024-06-23")),
    ("The technical teams will meet in Quito next Tuesday and Wednesday.",
     ("talks", "2024-06-18", "2024-06-19")),
    ("The two governments invited the guerrillas to return two weeks ago.",
     ("statement", "2024-05-29", "2024-05-29")),
    ("A vote in Quito is not expected before September.",
     ("vote", "2024-09", "2024-09")),
    ("Peru and Chile will begin talks next month on aid for the sailors hurt in May.",
     ("talks", "2024-07", "2024-07")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), ITS_OWN)
def test_an_event_takes_the_day_of_its_own_words(days_of, text, event):
    assert event in days_of(text), days_of(text)


OTHERS = [
    ("The guerrillas have been quiet since they were expelled from the peace talks on "
     "May 20 in punishment for two murders.", "talks", "2024-05-20"),
    ("The council on May 6 ordered an embargo as punishment for seizing the port.",
     "attack", "2024-05-06"),
    ("Just ahead of the envoy's one-day visit, the ministry on Sunday issued a "
     "warning.", "visit", "2024-06-09"),
    ("Ana Silva is also expected to visit Quito, Pedro Ruiz said at a regular news "
     "briefing on Tuesday.", "visit", "2024-06-11"),
    ("The tariff pact carries heavy risks for both Peru and Chile.", "agreement",
     "2024-06-12"),
    ("The union met on June 4. It had demanded a raise of ten percent.", "proposal",
     "2024-06-04"),
    ("Farmers marched in Lima on June 3. The president then sent troops to the north.",
     "mobilization", "2024-06-03"),
    ("Talks opened in Lima on Monday.\n\nThe tin pact failed when its manager ran out "
     "of funds.", "other", "2024-06-12"),
    ("Peru has invited Chile to talks next Friday.", "statement", "2024-06-14"),
    ("Peru has invited Chile to talks next Friday.", "statement", "2024-06-07"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "day"), OTHERS)
def test_the_day_of_something_else_is_not_its(days_of, text, kind, day):
    assert (kind, day, day) not in days_of(text)


COUNTED = [
    ("The accord was signed on June 10, six days after the members approved it in a "
     "ballot.", ("vote", "2024-06-04", "2024-06-04")),
    ("The threat comes barely five months after pay talks in Lima collapsed.",
     ("impasse", "2024-01", "2024-01")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), COUNTED)
def test_a_day_is_counted_from_another_event(days_of, text, event):
    assert event in days_of(text), days_of(text)


@pytest.mark.model
def test_a_truce_from_midnight_on_monday_holds_from_tuesday(days_of):
    text = "A cease-fire between the two regions went into effect at midnight Monday."

    assert ("ceasefire", "2024-06-11", "2024-06-11") in days_of(text)


@pytest.mark.model
def test_a_visit_that_is_under_way_is_of_the_day_of_the_report(days_of):
    text = "Ana Silva reports on Prime Minister John Alder's current visit to Lima."

    assert ("visit", "2024-06-12", "2024-06-12") in days_of(text)


@pytest.mark.model
def test_a_paper_that_tells_of_yesterday_has_its_news_from_there(days_of):
    text = (
        "Altamar PLC has agreed to buy the Chilean shipping company Costas for $80 a "
        "share.\n\nShares of Costas soared yesterday, closing at $79 in Santiago.\n"
    )

    assert ("agreement", "2024-06-11", "2024-06-11") in days_of(text)


@pytest.mark.model
def test_what_a_lead_has_from_somebody_is_the_news_of_its_day(days_of):
    text = "Police arrested five miners in the north, a newspaper reported Tuesday.\n"

    assert ("other", "2024-06-11", "2024-06-11") in days_of(text)


@pytest.mark.model
def test_the_toll_of_a_known_attack_is_no_news(days_of):
    text = (
        "The envoy arrived in Lima on Tuesday.\n\nThe bomb attack at the embassy "
        "killed 20 people and injured 60 others.\n"
    )

    assert not {e for e in days_of(text) if e[0] == "attack" and e[1] is not None}


@pytest.mark.model
def test_last_wednesday_in_a_thursday_paper_is_not_yesterday(reading_of):
    text = "The gates have been blocked since last Tuesday, when a court met."

    assert [t.value for t in reading_of(text).times] == ["2024-06-04"]


DIRECTIONS = [
    ("A hearing was set for Friday.", "2024-06-14"),
    ("Mr Alder is to brief senators in Lima on Monday.", "2024-06-17"),
    ("Unless the wording is restored by noon on Friday, the union will strike.",
     "2024-06-14T12:00"),
    ("The federation decides on Friday whether to call a stoppage.", "2024-06-14"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "value"), DIRECTIONS)
def test_what_is_set_or_to_be_looks_ahead(reading_of, text, value):
    assert value in [t.value for t in reading_of(text).times]


@pytest.mark.model
def test_a_day_later_is_counted_from_what_has_come_not_from_a_term(reading_of):
    text = (
        "The company offered 2 percent from Jan. 1, 2025, at a meeting on Monday. The "
        "pay would rise again on Jan. 1, 2025.\n\nThe union's executive turned it down "
        "a day later."
    )

    assert reading_of(text).times[-1].value == "2024-06-11"


@pytest.mark.model
def test_a_refusal_is_not_of_the_day_on_which_the_paper_was_sent(reading_of):
    text = (
        "Chile had refused to sign the draft sent by Lima on June 4, saying that it "
        "departed from the memorandum on the quota."
    )

    assert "2024-06-04" not in {s.date for s in reading_of(text).statements}


NEWS = [
    ("Rescuers have bombed two dams since the union was banned on May 20.",
     ("attack", "2024-05-20", "2024-06-12")),
    ("Peru expelled five Chileans who were questioned over the explosion at the port "
     "last month, a newspaper reported Tuesday.",
     ("other", "2024-06-11", "2024-06-11")),
    ("Since 1985 - when the miners created a security zone - few have come.",
     ("other", "1985", "1985")),
    ("The ministry has sent medical supplies to both provinces.",
     ("other", "2024-06-12", "2024-06-12")),
    ("A Peruvian delegation was en route to Lima.",
     ("visit", "2024-06-12", "2024-06-12")),
    ("Altamar PLC extended its tender offer until July 6.",
     ("other", "2024-06-12", "2024-06-12")),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "event"), NEWS)
def test_news_has_the_day_that_its_wording_tells(days_of, text, event):
    assert event in days_of(text), days_of(text)


@pytest.mark.model
def test_this_week_is_not_the_day_that_a_story_is_at(days_of):
    text = (
        "The king met union leaders this week in Lima.\n\nThe envoy told reporters on "
        "Tuesday that Peru was calm. In Quito, miners demanded a raise of pay.\n"
    )

    assert ("proposal", "2024-06-10", "2024-06-16") not in days_of(text)
