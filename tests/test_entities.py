"""Entities of one article: whole, of the right kind, each with its own words."""

import pytest

from extract.entities import entity_at, is_location, mention_at
from extract.records import Entity, Mention, Quoted


def mention(text, name, *, kind="name", acts=False):
    start = text.index(name)
    quoted = Quoted(start=start, end=start + len(name), text=name)
    return Mention(quoted=quoted, kind=kind, acts=acts)


TEXT = "Kenyan President Chidi Obi spoke in Kenya."
OBI = Entity(
    id="e1", kind="person", name="Chidi Obi", mentions=(mention(TEXT, "Chidi Obi"),)
)
KENYA = Entity(
    id="e2",
    kind="party",
    name="Kenya",
    country="KE",
    same_as=("https://www.iso.org/obp/ui/#iso:code:3166:KE",),
    mentions=(mention(TEXT, "Kenyan"), mention(TEXT[:-1], "Kenya")),
)


def test_the_entity_at_a_phrase_is_its_head():
    assert entity_at((KENYA, OBI), 0, TEXT.index(" spoke")) == OBI


def test_the_entity_at_a_word_is_the_closest_that_covers_it():
    assert entity_at((KENYA, OBI), 0, 3) == KENYA


def test_nothing_stands_where_nothing_is_named():
    start = TEXT.index("spoke")

    assert mention_at((KENYA, OBI), start, start + 5) is None


def test_a_country_that_acts_elsewhere_is_still_a_location_where_it_does_not():
    quiet, loud = mention(TEXT, "Kenyan"), mention(TEXT, "Kenyan", acts=True)

    assert is_location(KENYA, quiet)
    assert not is_location(KENYA, loud)
    assert not is_location(OBI, quiet)


@pytest.fixture
def entities(nlp):
    """Return the entities of a text."""

    def read(text):
        with nlp.select_pipes(enable=["reading", "entities"]):
            return nlp(text)._.entities

    return read


@pytest.mark.model
def test_an_acronym_is_the_name_it_stands_for(entities):
    text = (
        "The Northern Dockers Committee (NDC) rejected the offer. "
        "The NDC said the committee's members would vote."
    )

    (body,) = (e for e in entities(text) if e.kind in {"organization", "party"})

    assert body.name == "Northern Dockers Committee"
    assert {m.quoted.text for m in body.mentions} == {
        "Northern Dockers Committee",
        "NDC",
    }


@pytest.mark.model
def test_a_government_beside_an_opposition_is_a_side_of_its_own(entities):
    text = (
        "The Bolivian government refused to negotiate with the opposition. "
        "Bolivia has been tense for months."
    )

    assert [(e.kind, e.name) for e in entities(text)] == [
        ("party", "Bolivian government"),
        ("party", "opposition"),
        ("place", "Bolivia"),
    ]


@pytest.mark.model
def test_a_government_alone_is_its_state(entities):
    (state,) = entities("The Bolivian government accepted the proposal.")

    assert (state.kind, state.name, state.country) == ("party", "Bolivia", "BO")
    assert [(m.quoted.text, m.acts) for m in state.mentions] == [
        ("Bolivian", False),
        ("Bolivian government", True),
    ]


@pytest.mark.model
def test_a_person_speaks_for_the_body_in_the_role(entities):
    found = {e.name: e for e in entities("Kenyan negotiator Daniel Otieno said so.")}

    otieno = found["Daniel Otieno"]
    assert otieno.country == "KE"


@pytest.mark.model
def test_boilerplate_and_photo_credits_name_nobody(entities):
    text = (
        "Talks on the ferry contract\n\n"
        "Ana Ruiz said on Monday that the union would sign.\n\n"
        "Photo: Pedro Bell / Coastal Press\n"
    )

    assert [e.name for e in entities(text) if e.kind == "person"] == ["Ana Ruiz"]


@pytest.mark.model
def test_every_mention_of_the_seeds_is_the_words_it_points_at(seed_readings):
    for reading in seed_readings:
        for entity in reading.entities:
            for one in entity.mentions:
                span = reading.article.text[one.quoted.start : one.quoted.end]
                assert span == one.quoted.text


@pytest.mark.model
def test_the_seeds_are_read_as_their_readers_annotated_them(seed_readings, eval_folder):
    import importlib.util
    import json

    spec = importlib.util.spec_from_file_location("score", eval_folder / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads((eval_folder / "gold/seeds.json").read_text(encoding="utf-8"))
    system = {
        r.article.file: {
            "article": {"published": None},
            "entities": [
                {
                    "kind": e.kind,
                    "name": e.name,
                    "roles": e.roles,
                    "mentions": [{"text": m.quoted.text} for m in e.mentions],
                }
                for e in r.entities
            ],
        }
        for r in seed_readings
    }

    report, misses = score.score_corpus(gold, system)

    found = report["entities"]
    assert found["person"]["found_percent"] == 100, misses
    assert found["person"]["all_aliases_in_one_percent"] >= 95
    assert found["person"]["role_percent"] >= 90
    assert report["people_spurious"] == 0, misses
    assert found["place"]["found_percent"] >= 95
    assert found["organization"]["found_percent"] >= 95
