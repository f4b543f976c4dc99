"""An article's trees hang on no name: it is read with a common one for each."""

import pytest

from extract.stand_ins import STAND_INS, kinds_of_names, with_stand_ins

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def replaced(nlp):
    reader = nlp.get_pipe("reading").reader

    def words(text):
        part = reader(text)
        return [
            new if new != token.text else None
            for token, new in zip(
                part, with_stand_ins(part, kinds_of_names([part])), strict=True
            )
        ]

    return words


def test_people_countries_their_adjectives_and_towns_have_stand_ins(replaced):
    found = replaced("Norwegian envoy Kari Lund met Peruvians in Arequipa, Peru.")

    assert found == [
        "Egyptian", None, "John", "Smith", None, "Norwegians", None, "London", None,
        "Norway", None,
    ]  # fmt: skip


def test_a_name_has_one_stand_in_in_a_block(replaced):
    found = replaced("Peru wrote to Chile, and Chile answered Peru.")

    assert found[0] == found[8] != found[3] == found[6]


def test_words_that_are_no_names_stay(replaced):
    assert set(replaced("The unions want a week of talks about wages.")) == {None}


def test_acronyms_and_offices_stay(replaced):
    found = replaced("President Maria Costa told NATO that the EU will pay.")

    assert [word for word in found if word] == ["John", "Smith"]


def test_one_country_has_the_same_number_as_its_people():
    ends = {word[:4] for word in STAND_INS["country"]}

    assert {word[:4] for word in STAND_INS["people"]} & ends


def test_the_tree_is_the_same_whoever_acts(nlp):
    def tree(text):
        doc = nlp.get_pipe("reading")(nlp.make_doc(text))
        return [(token.head.i, token.dep_, token.tag_) for token in doc]

    first = "Kenya said on Monday that Otieno Wekesa would visit Mombasa to sign it."
    other = "Chile said on Monday that Camila Rojas would visit Antofagasta to sign it."

    assert tree(first) == tree(other)
