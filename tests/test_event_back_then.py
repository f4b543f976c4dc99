"""What is told of talks that an article has dated is of the days of those talks."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

OF_THE_TALKS = [
    ("Ministers met today for talks that follow a tense round in Quito ten weeks ago "
     "that broke up without a statement.", ("impasse", "2024-04-01", "2024-04-07")),
    ("The union held a meeting with the mediator on Monday that ended without a deal.",
     ("impasse", "2024-06-10", "2024-06-10")),
    ("A round of talks was held in Quito in March. On that occasion delegates from "
     "Chile left the room.", ("walkout", "2024-03", "2024-03")),
    ("The firm and the union met on Monday. At that meeting the firm offered a rise of "
     "3 percent.", ("proposal", "2024-06-10", "2024-06-10")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), OF_THE_TALKS)
def test_an_outcome_of_dated_talks_has_their_days(days_of, text, event):
    assert event in days_of(text), days_of(text)


OWN_WORDS = [
    ("The row was deepened by the arrest in March of a Chilean captain.",
     ("other", "2024-03", "2024-03")),
    ("Trade has been thin since March, when the army shelled the port and the "
     "delegates walked out of the talks.", ("walkout", "2024-03", "2024-03")),
    ("Quito and Lima will open negotiations next month about the drivers who were "
     "hurt in March.", ("talks", "2024-07", "2024-07")),
    ("The conference began on May 5, two days after an explosion at a market in "
     "Quito that killed 34 people.", ("attack", "2024-05-03", "2024-05-03")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), OWN_WORDS)
def test_an_event_has_the_day_of_its_own_words(days_of, text, event):
    assert event in days_of(text), days_of(text)


OF_ITS_OBJECT = [
    ("The union rejected Monday's offer.", "rejection", "2024-06-10"),
    ("They signed the accord after Monday's talks.", "signing", "2024-06-10"),
]


@pytest.mark.parametrize(("text", "kind", "day"), OF_ITS_OBJECT)
def test_a_day_of_what_is_acted_on_is_not_the_day_of_the_deed(days_of, text, kind, day):
    found = days_of(text)

    assert kind in {type_ for type_, _, _ in found}
    assert (kind, day, day) not in found


COUNTED_ON = [
    ("The firm raised its bid on Friday, backdated to April 1. The union threw it out "
     "the next day.", ("rejection", "2024-06-08", "2024-06-08")),
    ("The attack on May 3 wrecked a bridge. A telephone conversation between Gomez and "
     "Sandoval the day after the attack helped.", ("call", "2024-05-04", "2024-05-04")),
    ("The vote took place on May 3. The union met the firm a day after the vote.",
     ("meeting", "2024-05-04", "2024-05-04")),
    ("An explosion on Saturday killed four. The presidents spoke by telephone the day "
     "after the attack.", ("call", "2024-06-09", "2024-06-09")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), COUNTED_ON)
def test_a_day_is_counted_on_from_an_event_that_has_one(days_of, text, event):
    assert event in days_of(text), days_of(text)


MOODS = [
    ("She convinced the ministers to meet in Quito on Friday.",
     ("meeting", "planned", "2024-06-14")),
    ("All had been sold by the Tuesday deadline, a spokesman said.",
     ("deadline", "planned", "2024-06-11")),
    ("The talks, scheduled for Monday, are the first in a year.",
     ("talks", "planned", "2024-06-17")),
    ("The pact will enter into force on July 1, in place of the Quito accord of 2013.",
     ("agreement", "actual", "2013")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), MOODS)
def test_what_is_set_is_planned_and_what_is_replaced_was_done(reading_of, text, event):
    found = [(e.type, e.modality, e.begin) for e in reading_of(text).events]
    assert event in found
