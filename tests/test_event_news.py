"""Days that are the event's own, days that are others', and what is no event."""

import pytest

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


DATED = [
    ("The technical talks in Oslo on June 10 and 11 produced no result.", "talks",
     "2024-06-10"),
    ("Three villagers died in the June 9 clash near the river.", "attack",
     "2024-06-09"),
    ("The mission was set up after the 2008 war.", "attack", "2008"),
    ("The bridge has been closed since June 3.", "other", "2024-06-03"),
    ("The withdrawal of heavy weapons was completed on June 8.", "other",
     "2024-06-08"),
    ("Two soldiers were wounded by a sniper on Monday.", "attack", "2024-06-10"),
    ("The president pardoned the two officers on Sunday.", "other", "2024-06-09"),
    ("Mortar rounds landed in the village on Friday.", "attack", "2024-06-07"),
]  # fmt: skip


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "begin"), DATED)
def test_an_event_has_the_day_that_its_own_words_give(events_of, text, kind, begin):
    found = [(event.type, event.begin) for event in events_of(text)]
    assert (kind, begin) in found, found


@pytest.mark.model
def test_what_a_report_tells_in_the_plain_past_is_the_news_of_its_day(events_of):
    text = (
        "Rail unions in Chile called a strike on Tuesday, officials said.\n\n"
        "The labour minister chaired a meeting of employers in Santiago and "
        "urged restraint."
    )
    days = {event.begin for event in events_of(text) if event.type in
            {"meeting", "talks"}}  # fmt: skip
    assert days <= {"2024-06-11", "2024-06-12"}
    assert days


@pytest.mark.model
def test_a_day_behind_an_amount_is_of_the_term_and_not_of_the_offer(events_of):
    text = "The company had offered 3.5 percent this year and 2 percent next year."
    assert all(
        event.begin is None for event in events_of(text) if event.type == "proposal"
    )


@pytest.mark.model
def test_goods_that_are_received_are_no_guests(events_of):
    text = "The rebels received 30 prisoners on Monday."
    assert not [event for event in events_of(text) if event.type == "meeting"]


@pytest.mark.model
def test_the_day_of_a_welcome_is_not_the_day_of_the_deal(events_of):
    text = "Norway welcomed the agreement on Monday."
    agreed = [event for event in events_of(text) if event.type == "agreement"]
    assert not [event for event in agreed if event.begin == "2024-06-10"]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "The union called off the strike on Monday.",
        "The miners' union put off a strike that had been set for Tuesday.",
        "Drivers postponed a strike due on Monday.",
    ],
)
def test_a_strike_that_was_called_off_did_not_happen(events_of, text):
    strikes = [event for event in events_of(text) if event.label.startswith("Strike")]
    assert not [event for event in strikes if event.modality == "actual"]


@pytest.mark.model
def test_a_statement_in_which_something_was_said_is_no_event_beside_the_saying(
    events_of,
):
    text = '"We will stay," envoy Ana Ruiz said in a statement issued before she left.'
    assert not [event for event in events_of(text) if event.type == "statement"]


@pytest.mark.model
def test_a_call_for_it_is_named_by_who_calls(events_of):
    text = "Minister Ana Ruiz first appealed for it in a letter in mid-February."
    assert [event.label for event in events_of(text)] == ["Call by Ana Ruiz"]


@pytest.mark.model
def test_a_truce_that_takes_effect_on_a_day_is_still_to_come(events_of):
    text = "The truce takes effect at dawn on Thursday."
    found = [(event.begin, event.modality) for event in events_of(text)]
    assert ("2024-06-13", "planned") in found, found


@pytest.mark.model
def test_a_walkout_that_had_been_planned_is_no_actual_one(events_of):
    text = "The union's walkout on Friday had been planned for months."
    modes = [event.modality for event in events_of(text) if event.begin]
    assert "actual" not in modes


@pytest.mark.model
def test_a_conversation_of_delegations_is_no_telephone_call(events_of):
    text = "The delegations held a two-hour conversation in Oslo on Monday."
    assert [event.type for event in events_of(text)] == ["talks"]


@pytest.mark.model
def test_what_is_called_an_act_of_aggression_is_no_attack(events_of):
    text = "Minister Ana Ruiz called the fee an act of aggression on Monday."
    assert not [event for event in events_of(text) if event.type == "attack"]


@pytest.mark.model
def test_boards_and_commissions_rule_too(events_of):
    text = "The Fee Board had ruled last month that ferries should pay a harbour fee."
    found = [(event.label, event.begin) for event in events_of(text)]
    assert found == [("Ruling by Fee Board on fees", "2024-05")]
