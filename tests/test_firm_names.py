"""Names of firms and bodies as agencies write them, and what is none of them."""

import pytest
import spacy

from extract.bodies import merge_bodies
from extract.firm_names import without_markup
from extract.firm_shorts import bare_firm, full_firm, with_short_names
from extract.form_marks import is_form
from extract.name_words import Word
from extract.town_names import full_state
from graph.firm_forms import bare_name


@pytest.fixture
def named(nlp):
    """Return the names of a text by kind, each with its other names."""

    def read(text):
        with nlp.select_pipes(enable=["reading", "entities"]):
            doc = nlp(text)
        found = {}
        for each in doc._.entities:
            others = {m.quoted.text for m in each.mentions} - {each.name}
            found.setdefault(each.kind, {})[each.name] = others
        return found

    return read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Otter & Co. said it would buy Birch Inc.", {"Otter & Co.", "Birch Inc."}),
        (
            "Alder Corp. and Birch Foods Corp. agreed to merge on Monday.",
            {"Alder Corp.", "Birch Foods Corp."},
        ),
        ("Halvorsen's Inc. said it rejected the bid.", {"Halvorsen's Inc."}),
        (
            "Okoro, Lindqvist & Tanaka Securities Corp. advised the board.",
            {"Okoro, Lindqvist & Tanaka Securities Corp."},
        ),
        ("Okoro, Lindqvist & Co. advised the board.", {"Okoro, Lindqvist & Co."}),
        ("Marchetti S.p.A. sued Ostberg AB.", {"Marchetti S.p.A.", "Ostberg AB"}),
        (
            "Cie. de Transport Mixte rejected the offer on Monday.",
            {"Cie. de Transport Mixte"},
        ),
        ("It was sold to Alder Corp. of Cleveland in May.", {"Alder Corp."}),
        (
            "Insurance Co. of North America rejected the claim.",
            {"Insurance Co. of North America"},
        ),
        ("Birch Computer, Inc., made an offer.", {"Birch Computer, Inc."}),
        (
            "The Securities and Exchange Commission approved the deal.",
            {"Securities and Exchange Commission"},
        ),
        (
            "The Department of Health and Human Services rejected the plan.",
            {"Department of Health and Human Services"},
        ),
        (
            "The National Security Council met the finance minister.",
            {"National Security Council"},
        ),
        (
            "The Forest Institute and the Water Institution agreed to meet.",
            {"Forest Institute", "Water Institution"},
        ),
    ],
)
def test_a_legal_form_ends_a_name_and_is_none_itself(named, text, names):
    assert set(named(text)["organization"]) == names


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        (
            "Halvorsen's Inc. lost money. Halvorsen's said it would sell.",
            "Halvorsen's Inc.",
            "Halvorsen",
        ),
        (
            "Institut Lacombe S.A. made a bid. Lacombe wants the firm.",
            "Institut Lacombe S.A.",
            "Lacombe",
        ),
        (
            "General Tractors Corp. made a bid. GT wants the firm.",
            "General Tractors Corp.",
            "GT",
        ),
    ],
)
def test_a_short_name_is_its_firm(named, text, full, short):
    assert short in named(text)["organization"][full]


@pytest.mark.model
def test_a_town_before_a_state_is_a_place_and_so_is_the_state(named):
    found = named("The firm, based in Yakima, Wash., paid US$5 million on Monday.")

    assert found == {"place": {"Yakima": set(), "Washington state": {"Wash"}}}


@pytest.mark.model
def test_a_town_with_small_words_is_one_place(named):
    found = named("The envoys arrived in Dar es Salaam on Monday.")

    assert set(found["place"]) == {"Dar es Salaam"}


@pytest.mark.model
def test_a_members_party_and_state_are_no_name(named):
    found = named("Sen. Ana Ruiz (D-N.J.) rejected the plan on Monday.")

    assert set(found) == {"person"}


@pytest.mark.parametrize("text", ["Inc.", "PLC", "S.p.A.", "N.V.", "CORP"])
def test_legal_forms_are_known_with_and_without_full_stops(text):
    assert is_form(text)


def test_a_name_that_lost_its_markup_is_written_with_an_ampersand():
    assert without_markup("Otter amp Birch's Corp.") == "Otter & Birch's Corp."


def test_a_state_is_spelt_out_and_other_words_stay():
    assert [full_state(t) for t in ("Calif", "N.J.", "Oslo")] == [
        "California",
        "New Jersey",
        "Oslo",
    ]


def test_legal_forms_and_owners_marks_are_left_out_of_comparing():
    names = ["halvorsen's inc", "otter & co", "alder co ltd", "birch sa", "inc"]

    assert [bare_firm(n) for n in names] == [
        "halvorsen",
        "otter",
        "alder",
        "birch",
        "inc",
    ]


@pytest.mark.parametrize(
    ("short", "names", "full"),
    [
        ("alder", ["alder plc", "alder textiles"], "alder plc"),
        ("otters", ["otters group plc"], "otters group plc"),
        ("otters", ["otters group plc", "otters foods inc"], None),
        ("alder inc", ["alder corp"], None),
        ("oak", ["oak park"], None),
    ],
    ids=["same but the form", "begins one", "begins two", "two forms", "no firm"],
)
def test_a_short_name_is_the_one_firm_that_it_fits(short, names, full):
    assert full_firm(short, [short, *names]) == full


def test_a_person_of_the_firms_name_stays_a_person():
    kinds = {"campos corp": "organization", "campos": "person", "ana campos": "person"}

    assert with_short_names(kinds, ()) == kinds


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Otter Foods Corp.", "Otter Foods"),
        ("Otter, Birch & Co. Ltd.", "Otter Birch"),
        ("Otter Group PLC", "Otter Group"),
        ("Otter Foods", "Otter Foods"),
    ],
)
def test_across_articles_a_legal_form_is_no_part_of_the_name(name, bare):
    assert bare_name(name) == bare


def test_a_firms_short_name_that_sorts_behind_its_full_one_is_joined_to_it():
    text = "Otter's sells; Otter Inc. buys"
    places = [(0, 7), (15, 25)]
    words = [Word(text[i:j], 0, 0, i, j, begins=False) for i, j in places]

    found = merge_bodies(spacy.blank("en")(text), [((w,), True) for w in words])

    assert {key: len(draft.mentions) for key, draft in found.items()} == {
        "otter inc": 2
    }
