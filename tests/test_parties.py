"""Words for a place stand for the side that sits there, or for the place.

``data/metonymy.csv``: sentences made up for the test, from all continents, each with
the name that is asked about and its reading after Markert and Nissim (2007).
"""

import csv
from pathlib import Path

import pytest

from extract.entities import is_location, mention_at

TABLE = Path(__file__).parent / "data/metonymy.csv"
ROWS = tuple(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


@pytest.fixture
def named(nlp):
    """Return texts read up to their names."""

    def read(*texts):
        with nlp.select_pipes(enable=["reading", "entities"]):
            return list(nlp.pipe(texts))

    return read


def reading_of(doc, name):
    start = doc.text.index(name)
    found = mention_at(doc._.entities, start, start + len(name))
    if found is None:
        return None
    entity, mention = found
    if entity.kind == "place" or is_location(entity, mention):
        return "place"
    return entity.kind


def test_the_table_covers_the_world():
    assert len(ROWS) >= 60
    assert len({row["region"] for row in ROWS}) >= 6


@pytest.mark.model
def test_at_least_92_percent_of_the_sentences_are_read_right(named):
    docs = named(*(row["sentence"] for row in ROWS))
    wrong = [
        (row["sentence"], row["name"], got)
        for row, doc in zip(ROWS, docs, strict=True)
        if (got := reading_of(doc, row["name"])) != row["reading"]
    ]

    assert len(wrong) <= 0.08 * len(ROWS), wrong


@pytest.mark.model
def test_two_cities_that_act_are_two_parties(named):
    (doc,) = named("Ankara will study Nicosia's proposals.")

    assert {e.name: e.kind for e in doc._.entities} == {
        "Turkey": "party",
        "Cyprus": "party",
    }


@pytest.mark.model
def test_the_city_of_the_talks_is_a_place(named):
    (doc,) = named("The talks in Nicosia ended without result.")

    assert [(e.name, e.kind) for e in doc._.entities] == [("Nicosia", "place")]
