"""Nouns that tell a deed by themselves, where their own words give it a day."""

import pytest

pytestmark = [
    pytest.mark.model,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
]

DATED = [
    ("The shutdown of the pipeline in January angered Peru.",
     ("other", "2024-01", "Shutdown of pipeline")),
    ("The reopening of the border on June 3 was welcomed.",
     ("other", "2024-06-03", "Reopening of border")),
    ("The expulsion of six diplomats on Monday led to protests.",
     ("other", "2024-06-10", "Expulsion of six diplomats")),
    ("The seizure of a Chilean trawler in March was condemned.",
     ("attack", "2024-03", "Seizure")),
    ("Nurses who defied the April 23 court order will be spared.",
     ("other", "2024-04-23", "Order by court")),
    ("The larger demonstrations of early December led to arrests.",
     ("other", "2023-12", "Protest")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), DATED)
def test_a_deed_told_by_its_noun_has_its_day_and_says_what_was_done_to(
    reading_of, text, event
):
    assert event in [(e.type, e.begin, e.label) for e in reading_of(text).events]


OTHERWISE = [
    ("Peru wants the reopening of the border.", "Reopening"),
    ("The ministry lifted its warning on Monday.", "Warning"),
    ("A shutdown would hurt Peru.", "Shutdown"),
]


@pytest.mark.parametrize(("text", "name"), OTHERWISE)
def test_without_a_day_or_as_what_a_verb_acts_on_the_noun_tells_nothing(
    reading_of, text, name
):
    assert not [e.label for e in reading_of(text).events if e.label.startswith(name)]


OWNERS = [
    ("A ministry paper proposed delaying the increase.", ("ministry",)),
    ("Consumer demands were rejected by producers.", ("consumers", "producers")),
]


@pytest.mark.parametrize(("text", "names"), OWNERS)
def test_a_body_before_a_paper_is_one_and_a_group_is_many(reading_of, text, names):
    assert reading_of(text).events[0].participants == names
