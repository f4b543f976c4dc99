"""Names of people in one article: variants, roles, gender."""

import pytest

from extract.people import Sight, cluster, gender_of, name_parts, nearly


def sights(*texts):
    """Make sights of names, a hundred characters apart."""
    return [
        Sight(text, at, at, 100 * at, 100 * at + len(text))
        for at, text in enumerate(texts)
    ]


def grouped(*texts):
    return [[s.text for s in person.sights] for person in cluster(sights(*texts))]


@pytest.mark.parametrize(
    ("texts", "people"),
    [
        (("Ana Ruiz", "Ruiz", "Ana"), [["Ana Ruiz", "Ruiz", "Ana"]]),
        (("Omar al-Najjar", "Najjar"), [["Omar al-Najjar", "Najjar"]]),
        (("Jan van der Berg", "Van der Berg"), [["Jan van der Berg", "Van der Berg"]]),
        (("Lim Kim Choon", "Lim"), [["Lim Kim Choon", "Lim"]]),
        (("Attaye ag Bahedi", "ag Bahedi"), [["Attaye ag Bahedi", "ag Bahedi"]]),
        (("A. Ruiz", "Ana Ruiz"), [["A. Ruiz", "Ana Ruiz"]]),
        (("Tarasov", "Yuri Tarassov"), [["Tarasov", "Yuri Tarassov"]]),
        (
            ("Ana Ruiz", "Ruiz", "Pedro Ruiz", "Ruiz"),
            [["Ana Ruiz", "Ruiz"], ["Pedro Ruiz", "Ruiz"]],
        ),
        (("Ruiz", "Bell"), [["Ruiz"], ["Bell"]]),
    ],
    ids=[
        "surname and given name",
        "article of an Arabic name",
        "particles",
        "surname first",
        "particle of the Sahara",
        "initial",
        "spelling",
        "the one named last",
        "nothing in common",
    ],
)
def test_variants_of_a_name_are_one_person(texts, people):
    assert grouped(*texts) == people


def test_particles_and_generations_are_no_part_of_a_name():
    assert name_parts("Staffan de Luca Jr.") == ("staffan", "luca")


def test_short_words_must_be_the_same():
    assert not nearly("lee", "lei")


@pytest.mark.parametrize(
    ("titles", "roles", "name", "gender"),
    [
        (("Mrs.",), (), "Kim Lee", "f"),
        ((), ("union spokeswoman",), "Robin Bell", "f"),
        ((), (), "Ahmed Ruiz", "m"),
        ((), (), "Robin", None),
        ((), (), "Andrea Bell", None),
    ],
    ids=["title", "role", "given name", "one word", "a name of both"],
)
def test_gender_is_told_by_titles_roles_and_given_names(titles, roles, name, gender):
    assert gender_of(titles, roles, name) == gender


@pytest.fixture
def people(nlp):
    """Return the people of a text with their roles."""

    def read(text):
        with nlp.select_pipes(enable=["reading", "entities"]):
            doc = nlp(text)
        return {e.name: e.roles for e in doc._.entities if e.kind == "person"}

    return read


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The port authority's chief negotiator Ana Ruiz left on Monday.",
            {"Ana Ruiz": ("port authority's chief negotiator",)},
        ),
        (
            "The head of the Kenyan delegation, Daniel Otieno, said he was hopeful.",
            {"Daniel Otieno": ("head of the Kenyan delegation",)},
        ),
        (
            "Marta Novak, a spokeswoman for the dockers' union, denied the report.",
            {"Marta Novak": ("spokeswoman for the dockers' union",)},
        ),
        (
            "Prime Minister Lars Holm met his Danish counterpart, Mette Krogh.",
            {"Lars Holm": ("Prime Minister",), "Mette Krogh": ("Danish counterpart",)},
        ),
        (
            "Rival leaders Ana Ruiz and Pedro Bell shook hands.",
            {"Ana Ruiz": ("Rival leaders",), "Pedro Bell": ()},
        ),
        (
            "An aide to President Chidi Obi said the offer was final.",
            {"Chidi Obi": ("President",)},
        ),
    ],
    ids=[
        "before the name",
        "before a comma",
        "after a comma",
        "two people",
        "joined names",
        "an aide is somebody else",
    ],
)
def test_roles_stay_with_their_person(people, text, expected):
    assert people(text) == expected


@pytest.mark.model
def test_a_name_that_is_a_city_elsewhere_is_a_person(people):
    text = "Paris Holt signed for the union. Holt said the deal was fair."

    assert people(text) == {"Paris Holt": ()}


@pytest.mark.model
def test_the_name_of_a_king_is_no_surname(people):
    found = people("King Harald met the envoys. Ann Harald, a lawyer, stayed away.")

    assert set(found) == {"Harald", "Ann Harald"}
