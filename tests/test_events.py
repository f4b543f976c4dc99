"""Events of articles: kinds, sides, places, days, and what is no event."""

import pytest

from extract.event_labels import event_label
from extract.event_lexicon import event_lexicon
from extract.events import find_events
from extract.records import EVENT_TYPES

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.fixture(scope="module")
def events_of(reading_of):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    return lambda text: reading_of(text).events


TOLD = [
    (
        "Talks between the Ferry Crews Union and Costa Lines opened in Aveiro on "
        "Monday.",
        "talks",
        "2024-06-10",
    ),
    ("The union walked out of the talks on Tuesday.", "walkout", "2024-06-11"),
    (
        "Talks between Norway and Chile were held in Oslo on Monday.",
        "talks",
        "2024-06-10",
    ),
    (
        "Peru and Kenya signed an agreement on fisheries on Monday.",
        "signing",
        "2024-06-10",
    ),
    ("The railways rejected the offer on Tuesday.", "rejection", "2024-06-11"),
    ("On Monday Chile proposed a cap on tariffs.", "proposal", "2024-06-10"),
    ("The negotiations collapsed last Friday.", "impasse", "2024-06-07"),
    ("On Monday Kenya and Peru failed to reach a deal.", "impasse", "2024-06-10"),
    ("Rebels shelled the town of Gao on Sunday.", "attack", "2024-06-09"),
    ("A ceasefire took effect on Monday.", "ceasefire", "2024-06-10"),
    ("Members voted on the contract on Saturday.", "vote", "2024-06-08"),
    ("Canada imposed sanctions on Peru on Monday.", "sanction", "2024-06-10"),
    ("The current contract expires on June 30.", "deadline", "2024-06-30"),
    ("The minister flew to Nairobi on Sunday.", "visit", "2024-06-09"),
    (
        "The company tabled an offer during talks in Lisbon on Monday.",
        "talks",
        "2024-06-10",
    ),
    ("On Monday the union answered with a counterproposal.", "proposal", "2024-06-10"),
    (
        "A stoppage that has shut the port since Monday goes on.",
        "other",
        "2024-06-10",
    ),
    (
        "The envoys left Lisbon on Monday in protest at the new draft.",
        "walkout",
        "2024-06-10",
    ),
    (
        "Staff will return to work after their union signed a deal on Monday.",
        "signing",
        "2024-06-10",
    ),
]


@pytest.mark.model
@pytest.mark.parametrize(("text", "kind", "day"), TOLD, ids=[row[0] for row in TOLD])
def test_an_event_has_its_kind_and_its_day(events_of, text, kind, day):
    found = [event for event in events_of(text) if event.type == kind]

    assert [event.begin for event in found] == [day]


@pytest.mark.model
@pytest.mark.parametrize(
    "text",
    [
        "No talks were held between the two sides.",
        "The company refused to comment on the proposal.",
        "The army denied that it had shelled the town.",
        "Farmers want the government to sign the treaty.",
        "If no deal is reached, prices may rise.",
        "She rejected accusations of bad faith.",
    ],
)
def test_what_did_not_happen_is_no_event(events_of, text):
    told = [event for event in events_of(text) if event.modality == "actual"]

    assert [event.label for event in told if event.type != "statement"] == []


@pytest.mark.model
def test_what_is_to_come_is_marked_as_planned(events_of):
    found = events_of("Talks between Norway and Chile will begin in Oslo on June 20.")

    assert [(e.type, e.modality, e.begin) for e in found] == [
        ("talks", "planned", "2024-06-20")
    ]


@pytest.mark.model
def test_a_view_of_the_talks_is_not_told_where_the_talks_are(events_of):
    text = (
        "Talks between Norway and Chile were held in Oslo on Monday. Chilean minister"
        " Ana Rojas sees no progress in the talks."
    )

    (view,) = [event for event in events_of(text) if event.type == "statement"]

    assert view.places == ()


@pytest.mark.model
def test_what_a_when_clause_tells_was_at_the_time_before_it(events_of):
    text = (
        "Chile sent its proposal last week.\n\nPeru has held the island since 2014,"
        " when its people voted to leave Chile."
    )

    (vote,) = [event for event in events_of(text) if event.type == "vote"]

    assert (vote.begin, vote.last) == ("2014", "2014")


@pytest.mark.model
def test_two_wordings_of_one_event_are_one_record(events_of):
    text = (
        "Norway and Chile held talks in Oslo on Monday.\n\n"
        "The talks in Oslo ended with a joint statement."
    )

    talks = [event for event in events_of(text) if event.type == "talks"]

    assert len(talks) == 1
    assert len(talks[0].mentions) >= 2


@pytest.mark.model
def test_a_judgement_on_the_talks_is_an_event_of_its_speaker(events_of):
    text = '"We see no progress in the talks," minister Kari Lund said on Monday.'

    (found,) = (event for event in events_of(text) if event.type == "statement")

    assert "Kari Lund" in found.participants
    assert found.begin == "2024-06-10"
    assert found.statement is not None


@pytest.mark.model
def test_a_strike_of_workers_is_no_strike_of_missiles(events_of):
    rail = events_of(
        "Rail workers began a strike over wages on Monday, their union said."
    )
    war = events_of("The army launched missile strikes on the town of Gao on Monday.")

    assert [(event.type, event.label) for event in rail] == [
        ("other", "Strike by workers on wages")
    ]
    assert [event.type for event in war] == ["attack"]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "type_", "words"),
    [
        (
            "The envoy praised the negotiations between Kenya and Peru on tariffs.",
            "talks",
            "the negotiations between Kenya and Peru on tariffs",
        ),
        (
            "In March Chile proposed a cap on tariffs and a review of quotas.",
            "proposal",
            "In March Chile proposed a cap on tariffs and a review of quotas",
        ),
    ],
    ids=["both sides", "with its month"],
)
def test_evidence_is_not_cut_before_and_or_after_a_preposition(
    events_of, text, type_, words
):
    found = [e for e in events_of(text) if e.type == type_]

    assert [quoted.text for e in found for quoted in e.mentions] == [words]


@pytest.mark.model
def test_evidence_is_words_of_the_article(events_of):
    text = "Norway and Chile held talks in Oslo on Monday, officials said."

    found = events_of(text)

    assert found
    for event in found:
        for quoted in (*event.mentions, *event.triggers):
            assert quoted.text == text[quoted.start : quoted.end]


@pytest.mark.model
def test_a_document_without_a_tree_is_refused(nlp):
    from extract.errors import ModelError

    doc = nlp.make_doc("They met.")

    with pytest.raises(ModelError, match="dependency parse"):
        find_events(doc, entities=(), times=(), statements=(), published=None)


@pytest.mark.parametrize(
    ("settings", "label"),
    [
        (
            {"type_": "talks", "name": "Talks", "participants": ("Peru", "Chile")},
            "Peru-Chile talks in Oslo",
        ),
        (
            {"type_": "impasse", "name": "deadlock", "speaker": "Kari Lund"},
            "Kari Lund: talks at a deadlock",
        ),
        (
            {"type_": "deadline", "name": "Expiry", "modality": "planned"},
            "Expiry",
        ),
        (
            {"type_": "meeting", "name": "Meeting", "modality": "hypothetical"},
            "Meeting in Oslo (possible)",
        ),
    ],
)
def test_a_label_is_built_and_never_cut_from_a_sentence(settings, label):
    settings = {
        "participants": (),
        "places": ("Oslo",),
        "modality": "actual",
    } | settings
    if settings["type_"] == "impasse":
        settings["places"] = ()

    assert event_label(settings.pop("type_"), settings.pop("name"), **settings) == label


def test_every_row_of_the_lexicon_has_a_known_type():
    lexicon = event_lexicon()

    assert {
        row.type
        for rows in (*lexicon.nouns.values(), *lexicon.verbs.values())
        for row in rows
    } <= set(EVENT_TYPES)


@pytest.mark.model
def test_a_strike_and_a_walkout_from_its_talks_are_two_events(events_of):
    text = (
        "Rail strike enters second week\n\nTrain drivers walked out of talks with the"
        " rail operator on Monday, their union said.\n"
    )

    assert [(e.label, e.begin) for e in events_of(text)] == [
        ("Strike", "2024-06-10"),
        ("Walkout by train drivers on talks", "2024-06-10"),
    ]
