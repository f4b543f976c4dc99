"""What the reading network is told about words."""

from __future__ import annotations

import numpy as np
import pytest

from extract.encoder_features import N_FLAGS, Gazetteer, WordReader, fold, shape
from extract.encoder_lemmas import apply, edit
from extract.reader import FOLDER

COLUMNS = 4 * 2 + 3


@pytest.fixture
def gazetteer():
    return Gazetteer(
        {
            "country": frozenset({"new zealand", "chad"}),
            "city": frozenset({"zealand", "port - au - prince"}),
            "demonym": frozenset({"chadian"}),
            "first": frozenset({"chad"}),
        }
    )


def marked(gazetteer, words):
    flags = np.zeros((len(words), COLUMNS), dtype=np.float32)
    gazetteer.mark([fold(w) for w in words], flags, 0)
    return [np.flatnonzero(row).tolist() for row in flags]


def test_the_longest_name_in_the_lists_is_marked(gazetteer):
    assert marked(gazetteer, ["New", "Zealand", "won"]) == [[0], [1], []]


def test_a_name_written_with_hyphens_is_marked_over_all_its_words(gazetteer):
    found = marked(gazetteer, ["Port", "-", "au", "-", "Prince"])

    assert found == [[2], [3], [3], [3], [3]]


def test_a_word_of_two_kinds_carries_both(gazetteer):
    assert marked(gazetteer, ["Chad", "Chadian"]) == [[0, 9], [8]]


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("proposals", "proposal"),
        ("Was", "be"),
        ("KREMLIN", "Kremlin"),
        ("children", "child"),
        ("’s", "’s"),
        ("NATO", "NATO"),
    ],
)
def test_an_edit_gives_back_the_lemma_it_was_made_from(form, lemma):
    assert apply(form, edit(form, lemma)) == lemma


def test_an_edit_that_does_not_fit_gives_nothing():
    assert apply("talks", edit("deviated", "deviate")) is None


@pytest.mark.parametrize(
    ("word", "expected"),
    [("kyiv", "xxx"), ("Kyiv", "Xxxx"), ("G20", "Xdd"), ("«", "«")],
)
def test_a_shape_keeps_classes_of_characters(word, expected):
    assert shape(word) == expected


@pytest.fixture(scope="module")
def words():
    if not (FOLDER / "gazetteer.txt.gz").is_file():
        pytest.skip("the model's word lists are not built")
    return WordReader.load(FOLDER)


@pytest.mark.parametrize("word", ["", "\ud800", "😀", "\u200b", "x" * 500, "a\u0301"])
def test_any_word_has_pieces(words, word):
    forms, hashed, flags = words.inputs([word], [True])

    assert forms[0].pieces
    assert hashed.shape == (1, 4)
    assert flags.shape == (1, N_FLAGS)


def test_a_common_word_in_small_letters_is_no_place(words):
    _, _, flags = words.inputs(["reading", "Reading"], [True, True])

    assert not flags[0, 15:].any()
    assert flags[1, 15:].any()
