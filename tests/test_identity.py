"""Identity across articles: right, explained, and the same whatever the order."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import Article, Entity, Mention, Quoted, Reading
from graph.identity import MAY_BE, KnownEntity, identify

ISO = "https://www.iso.org/obp/ui/#iso:code:3166:"


def article(number, *entities):
    """Make an article of the entities' names, one after the other."""
    text, made = "", []
    for at, (kind, names, extra) in enumerate(entities, start=1):
        mentions = []
        for name in names:
            quoted = Quoted(start=len(text), end=len(text) + len(name), text=name)
            mentions.append(Mention(quoted=quoted))
            text += f"{name} "
        made.append(
            Entity(
                id=f"e{at}",
                kind=kind,
                name=max(names, key=len),
                mentions=tuple(mentions),
                **extra,
            )
        )
    name = f"{number:016x}"
    return Reading(
        article=Article(file=f"{name}.txt", id=name, text=text), entities=tuple(made)
    )


def person(*names, **extra):
    return ("person", names, extra)


def place(*names, **extra):
    return ("place", names, extra)


def party(*names, **extra):
    return ("party", names, extra)


def body(*names, **extra):
    return ("organization", names, extra)


def iris(identity):
    return [identity.iri_of[key] for key in sorted(identity.iri_of)]


def test_romanised_spellings_join_with_their_words():
    found = identify(
        [
            article(1, person("Yevgeny Tarasov", "Tarasov")),
            article(2, person("Evgeni Tarasov")),
        ]
    )

    (entity,) = found.entities
    (judgement,) = found.judgements
    assert set(entity.labels) == {"Yevgeny Tarasov", "Evgeni Tarasov", "Tarasov"}
    assert judgement.target == entity.iri
    assert judgement.rule == "names spelt alike"
    assert {e.text for e in judgement.evidence} == {"Yevgeny Tarasov", "Evgeni Tarasov"}


def test_a_surname_alone_joins_the_only_full_name_that_has_it():
    found = identify(
        [article(1, person("Ruiz")), article(2, person("Ana Ruiz", "Ruiz"))]
    )

    assert len(found.entities) == 1
    assert found.judgements[0].rule == "surname of a full name"


def test_a_surname_of_two_people_stays_apart_and_is_offered():
    found = identify(
        [
            article(1, person("Ruiz")),
            article(2, person("Ana Ruiz")),
            article(3, person("Pedro Ruiz")),
        ]
    )

    assert len(found.entities) == 3
    assert {s.names for s in found.suggestions} == {
        ("Ana Ruiz", "Ruiz"),
        ("Pedro Ruiz", "Ruiz"),
    }
    assert all(s.confidence < 0.7 for s in found.suggestions)
    assert sum(j.rule == MAY_BE for j in found.judgements) == 2


def test_a_surname_of_two_people_goes_to_the_one_with_its_role():
    found = identify(
        [
            article(1, person("Ruiz", roles=("union treasurer",))),
            article(2, person("Ana Ruiz", roles=("treasurer of the union",))),
            article(3, person("Pedro Ruiz", roles=("ferry captain",))),
        ]
    )

    assert iris(found)[0] == iris(found)[1] != iris(found)[2]


def test_one_name_with_other_country_and_other_role_is_two_people():
    found = identify(
        [
            article(1, person("John Marr", country="IE", roles=("fisheries envoy",))),
            article(2, person("John Marr", country="NZ", roles=("wool broker",))),
        ]
    )

    assert len({e.iri for e in found.entities}) == 2


def test_a_country_is_one_party_whatever_it_is_called():
    link = {"same_as": (f"{ISO}TR",), "country": "TR"}
    found = identify(
        [
            article(1, place("Turkey", **link)),
            article(2, party("Türkiye", "Ankara", **link)),
        ]
    )

    (entity,) = found.entities
    assert (entity.kind, entity.country, entity.same_as) == (
        "party",
        "TR",
        (f"{ISO}TR",),
    )


def test_a_capital_as_a_place_is_not_its_country():
    found = identify(
        [
            article(1, party("Turkey", "Ankara", same_as=(f"{ISO}TR",))),
            article(2, place("Ankara", same_as=("https://sws.geonames.org/323786/",))),
        ]
    )

    assert len(found.entities) == 2


def test_an_acronym_joins_the_one_name_it_abbreviates():
    found = identify(
        [
            article(1, body("Northern Dockers Union")),
            article(2, body("NDU")),
            article(3, body("Southern Dockers Union")),
        ]
    )

    assert iris(found)[0] == iris(found)[1] != iris(found)[2]


def test_sides_by_common_noun_are_one_only_where_the_articles_share_a_name():
    found = identify(
        [
            article(1, party("producers"), place("Lagos")),
            article(2, party("producers"), place("Lagos")),
            article(3, party("producers"), place("Quito")),
        ]
    )

    sides = [found.iri_of[f"{n:016x}", "e1"] for n in (1, 2, 3)]
    assert sides[0] == sides[1] != sides[2]


def test_the_readers_list_names_the_person_elsewhere():
    known = [KnownEntity(name="A. Ruiz", aliases=("Ana Ruiz",), iri="ex:ruiz")]

    found = identify([article(1, person("Ana Ruiz"))], known=known)

    assert found.entities[0].same_as == ("ex:ruiz",)


class Target:
    def __init__(self, *spans):
        self.spans = spans


class Different:
    kind = "different"

    def __init__(self, *targets):
        self.targets = targets


def test_what_the_reader_says_is_different_stays_apart():
    readings = [article(1, person("Ana Ruiz")), article(2, person("Ana Ruiz"))]
    first, second = (Target(f"{n:016x}:0-8") for n in (1, 2))

    assert len(identify(readings).entities) == 1
    assert len(identify(readings, corrections=[Different(first, second)]).entities) == 2


NAMES = (
    "Ana Ruiz", "Anna Ruiz", "Pedro Ruiz", "Ruiz", "Sergei Tarasov", "Sergey Tarasov",
    "Tarasov", "Kim Min-ho", "Kim Min Ho", "Kim Min-ji", "Omar al-Najjar", "Omar Najar",
    "Najjar", "Li Wei", "Li Wen", "Jörg Müller", "Joerg Mueller", "George W. Marr",
    "George Marr", "Marr Jr.",
)  # fmt: skip
SYLLABLES = re.findall(
    "[a-z]+", "ba de fi go lu mar nen pol ras san tor vik yan zel kor"
)
PEOPLE = st.builds(
    lambda name, gender, country, role: person(
        name, gender=gender, country=country, roles=(role,) if role else ()
    ),
    st.sampled_from(NAMES),
    st.sampled_from([None, "f", "m"]),
    st.sampled_from([None, "ES", "RU", "KR"]),
    st.sampled_from(["", "chief negotiator", "union lawyer", "trade minister"]),
)
CORPORA = st.lists(
    st.lists(PEOPLE, min_size=1, max_size=4), min_size=1, max_size=7
).map(lambda rows: [article(n, *row) for n, row in enumerate(rows, start=1)])


@settings(max_examples=60, deadline=None)
@given(CORPORA, st.randoms(use_true_random=False))
def test_the_order_of_articles_changes_nothing(readings, chance):
    shuffled = readings[:]
    chance.shuffle(shuffled)

    assert identify(shuffled) == identify(readings)


@settings(max_examples=60, deadline=None)
@given(CORPORA)
def test_an_unrelated_article_changes_no_entity(readings):
    before = identify(readings)

    after = identify([*readings, article(99, person("Zdeněk Brož"), place("Ulm"))])

    kept = {key: iri for key, iri in after.iri_of.items() if key[0] != f"{99:016x}"}
    assert kept == before.iri_of
    assert [e for e in after.entities if e in before.entities] == list(before.entities)


@settings(max_examples=60, deadline=None)
@given(CORPORA)
def test_every_mention_is_listed_as_a_label(readings):
    found = identify(readings)

    for entity in found.entities:
        assert {e.text for e in entity.evidence} <= set(entity.labels)
        assert entity.name in entity.labels
    assert {e.iri for e in found.entities} == set(found.iri_of.values())
    assert len(found.entities) == len({e.iri for e in found.entities})


@pytest.mark.slow
@pytest.mark.parametrize("size", [1000, 4000])
def test_the_work_grows_with_the_mentions_not_with_their_square(size):
    import time

    chance = random.Random(7)

    def name():
        given, last = ("".join(chance.choices(SYLLABLES, k=2)) for _ in range(2))
        return f"{given.title()} {last.title()}"

    names = [name() for _ in range(size // 5)]
    readings = [
        article(n, *(person(x) for x in chance.choices(names, k=10)))
        for n in range(1, size // 10 + 1)
    ]

    began = time.perf_counter()
    found = identify(readings)

    assert len(found.iri_of) == size
    assert time.perf_counter() - began < size / 100


def test_names_that_very_many_share_are_compared_and_it_is_said(caplog):
    crowd = [f"Ahmed Karimi{'abcdefghij'[n % 10]}{n:03d}" for n in range(450)]
    names = [
        "".join("abcdefghij"[int(c)] if c.isdigit() else c for c in x) for x in crowd
    ]
    readings = [article(n, person(name)) for n, name in enumerate(names, start=1)]
    pair = [
        article(900, person("Ahmed Karimov")),
        article(901, person("Ahmad Karimov")),
    ]

    identity = identify([*readings, *pair])

    joined = [e for e in identity.entities if "Ahmed Karimov" in e.labels]
    assert [sorted(e.labels) for e in joined] == [["Ahmad Karimov", "Ahmed Karimov"]]
    crowded = [r.message for r in caplog.records if "sound alike" in r.message]
    assert len(crowded) == 1
