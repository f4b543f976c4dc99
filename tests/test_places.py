"""Places: spellings of one, cities of one name, registers."""

import pytest

from extract.cities import best_city, find_cities
from extract.gazetteer import look_up, people_of
from extract.places import Spot, merge_spots


def spots(*texts):
    return [
        Spot(t, t, at, at, 100 * at, 100 * at + len(t)) for at, t in enumerate(texts)
    ]


def test_spellings_with_one_geonames_entry_are_one_place():
    (place,) = merge_spots(spots("Genoa", "Genova"), frozenset())

    assert place.country == "IT"
    assert place.same_as == ("https://sws.geonames.org/3176219/",)


def test_two_cities_are_two_places():
    assert len(merge_spots(spots("Genoa", "Geneva"), frozenset())) == 2


@pytest.mark.parametrize(
    ("name", "countries", "country"),
    [
        ("Geneva", set(), "CH"),
        ("Geneva", {"US"}, "CH"),
        ("Hyderabad", set(), "IN"),
        ("Hyderabad", {"PK"}, None),
        ("Springfield", {"US"}, None),
        ("Nowhere-on-Sea", set(), None),
    ],
)
def test_a_city_of_several_is_decided_by_size_and_country(name, countries, country):
    city = best_city(name, frozenset(countries))

    assert (city.country if city else None) == country


def test_a_spelling_finds_the_usual_name():
    assert find_cities("Warszawa")[0].name == "Warsaw"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S.", "United States"),
        ("Türkiye", "Turkey"),
        ("turkey", None),
        ("us", None),
        ("Holland", "Netherlands"),
        ("the Blue House", "Blue House"),
        ("It", None),
        ("Nato", "North Atlantic Treaty Organization"),
        ("USSR", "USSR"),
    ],
)
def test_names_are_looked_up_as_they_are_written(text, name):
    known = look_up(text)

    assert (known.name if known else None) == name


@pytest.mark.parametrize(
    ("word", "country"), [("Kenyan", "KE"), ("Swedes", "SE"), ("polish", None)]
)
def test_peoples_belong_to_their_countries(word, country):
    known = people_of(word)

    assert (known.country if known else None) == country


@pytest.fixture
def places(nlp):
    """Return the places of a text with the words that name them."""

    def read(text):
        with nlp.select_pipes(enable=["reading", "entities"]):
            doc = nlp(text)
        return {
            e.name: [m.quoted.text for m in e.mentions]
            for e in doc._.entities
            if e.kind == "place"
        }

    return read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fighting went on in Tigray province.",
            {"Tigray": ["Tigray", "Tigray province"]},
        ),
        ("The envoys met near Lake Turkana.", {"Lake Turkana": ["Lake Turkana"]}),
        (
            "NAIROBI, June 3 - Delegates from ten states met on Monday.",
            {"Nairobi": ["NAIROBI"]},
        ),
    ],
    ids=["province", "lake", "dateline"],
)
def test_places_are_found(places, text, expected):
    assert places(text) == expected
