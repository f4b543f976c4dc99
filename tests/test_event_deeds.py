"""Public acts that are no talk, agreement or attack are told as events."""

from dataclasses import replace
from datetime import date

import pytest

from extract.articles import article_of
from extract.deed_lexicon import deed_lexicon
from extract.event_deed_labels import present

pytestmark = pytest.mark.model

DAY = date(2019, 5, 17)


@pytest.fixture(scope="module")
def events(nlp):
    def read(text, day=DAY):
        doc = nlp.make_doc(text)
        article = article_of(text, file="news.txt")
        doc._.article = replace(article, published=day, published_basis="manifest")
        return nlp(doc)._.events

    return read


def labels(found):
    return [event.label for event in found]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Norway shipped 400 tents to northern Chad on Tuesday.",
            "Norway ships 400 tents to northern Chad",
        ),
        (
            "On Wednesday the Interior Ministry lifted a curfew in Tirana.",
            "Interior Ministry lifts curfew in Tirana",
        ),
        (
            "Peru handed over two suspects to Chile on Monday.",
            "Peru hands over two suspects to Chile",
        ),
        (
            "The Health Ministry has sent medical supplies to the two provinces.",
            "Health Ministry sends medical supplies to two provinces",
        ),
        (
            "Alpha Motors extended its offer for Beta Trucks on Thursday.",
            "Alpha Motors extends offer for Beta Trucks",
        ),
        (
            "Two smugglers were rounded up in Cork on Monday.",
            "Two smugglers rounded up in Cork",
        ),
    ],
)
def test_what_a_party_did_is_told_as_a_headline_has_it(events, text, label):
    assert any(label in found for found in labels(events(text)))


@pytest.mark.parametrize(
    "text",
    [
        "Norway regularly ships grain to Chad.",
        "Norway wants to ship grain to Chad.",
        "Norway would ship grain to Chad if prices fell.",
        "Norway did not ship grain to Chad on Tuesday.",
        "Analysts believe Norway shipped grain to Chad.",
        "Norway should have shipped grain to Chad.",
        "Did Norway ship grain to Chad on Tuesday?",
        "Before it shipped grain to Chad, Norway had no partners there.",
    ],
)
def test_habits_wishes_conditions_and_opinions_are_no_deeds(events, text):
    assert not [label for label in labels(events(text)) if "grain" in label]


def test_a_deed_has_its_day_and_whom_it_was_done_to(events):
    (deed,) = [
        event
        for event in events("Peru handed over two suspects to Chile on Monday.")
        if "hands over" in event.label
    ]

    assert (deed.type, deed.begin, deed.modality) == ("other", "2019-05-13", "actual")
    assert {"Peru", "Chile"} <= set(deed.participants)


def test_a_plan_without_a_day_is_no_deed_and_one_with_a_day_is_planned(events):
    assert not [e for e in events("Ghana will ship buses to Togo.") if "bus" in e.label]
    (deed,) = [
        event
        for event in events("Ghana will ship 40 buses to Togo on June 3.")
        if "buses" in event.label
    ]
    assert (deed.begin, deed.modality) == ("2019-06-03", "planned")


def test_a_deed_told_twice_is_one_event(events):
    text = (
        "Norway shipped 400 tents to Chad on Tuesday.\n\n"
        "Aid workers had asked for them in March. Norway shipped the tents on Tuesday "
        "after a storm."
    )
    assert sum("tents" in label for label in labels(events(text))) == 1


def test_a_saying_day_is_no_day_of_a_deed(events):
    text = "The ministry said on Thursday. Police rounded up nine smugglers."
    deeds = [event for event in events(text) if "smugglers" in event.label]

    assert all(event.begin != "2019-05-16" for event in deeds)


def test_every_sort_of_deed_is_of_a_known_type_and_every_verb_has_a_form():
    lexicon = deed_lexicon()

    assert lexicon.forms["expelled"] == "expel"
    assert lexicon.forms["sent"] == "send"
    assert all(rows for rows in lexicon.rows.values())


@pytest.mark.parametrize(
    ("verb", "plural", "form"),
    [("deny", False, "denies"), ("reach", False, "reaches"), ("lift", True, "lift")],
)
def test_a_label_is_told_in_the_present(verb, plural, form):
    assert present(verb, plural=plural) == form


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Foreign Minister Ana Soares spoke of tariffs at a joint news conference "
            "with Finland's Matti Virta in Lisbon on Thursday.",
            "News conference by Ana Soares",
        ),
        (
            "President Rui Costa said on Wednesday in a radio address that taxes fell.",
            "Radio address by Rui Costa",
        ),
        (
            "Finance Minister Ines Dias told parliament on Tuesday that taxes fell.",
            "Address to parliament by Ines Dias",
        ),
        (
            "A medical team from Cuba was en route to Luanda.",
            "on way to Luanda",
        ),
    ],
)
def test_words_said_on_an_occasion_and_journeys_are_told(events, text, label):
    assert any(label in found for found in labels(events(text)))


def test_a_daily_briefing_is_no_event(events):
    found = events("Ana Soares said at her daily news briefing that taxes fell.")

    assert not [event for event in found if "News conference" in event.label]


def test_a_call_is_told_with_what_is_called_for(events):
    found = labels(events("Malta called for a naval patrol off Tunisia on Tuesday."))

    assert any("Malta calls for naval patrol" in label for label in found)


def test_who_assures_somebody_that_he_will_act_pledges_it(events):
    found = events("Prime Minister Karim assured President Novak that Oman would pay.")

    assert any(e.type == "pledge" and "Karim" in e.participants for e in found)


def test_what_was_going_on_on_a_day_is_told(events):
    found = labels(
        events("Truckloads of cement rolled into Mali from Togo on Tuesday.")
    )

    assert "Truckloads of cement roll into Mali from Togo" in found


def test_what_was_said_before_the_news_is_recalled_and_what_is_quoted_is_not(events):
    text = (
        "Trade has grown much in the hills of the north, and taxes have fallen. "
        "Premier Ana Soares said on Friday that trade had grown.\n\n"
        "Governor Rui Costa told reporters on Monday that taxes had fallen."
    )
    said = [label for label in labels(events(text)) if "Statement by" in label]

    assert said == ["Statement by Rui Costa"]
