"""Long text that nobody would write is read in time that grows as the text does."""

from time import process_time

import pytest
import spacy
from spacy.tokens import Doc

from extract.mended_trees import mended

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")


@pytest.mark.model
@pytest.mark.parametrize("mark", [",", '"', "“", ")", "'s"])
def test_marks_without_a_space_are_cut_into_words_in_linear_time(nlp, mark):
    text = mark * 30_000
    begun = process_time()

    doc = nlp.make_doc(text)

    assert doc.text == text
    assert process_time() - begun < 20


@pytest.mark.model
def test_words_before_many_marks_stay_words(nlp):
    doc = nlp.make_doc("They agreed" + "!" * 500 + " So did we.")

    assert [token.text for token in doc[:2]] == ["They", "agreed"]
    assert [token.text for token in doc[-4:]] == ["So", "did", "we", "."]


def test_a_tree_of_many_sentences_is_mended_in_linear_time():
    words = 8_000
    doc = Doc(
        spacy.blank("en").vocab,
        words=["He", "left"] * words,
        tags=["PRP", "VBD"] * words,
        pos=["PRON", "VERB"] * words,
        heads=[n | 1 for n in range(2 * words)],
        deps=["nsubj", "ROOT"] * words,
        lemmas=["he", "leave"] * words,
    )
    begun = process_time()

    assert len(mended(doc)) == len(doc)
    assert process_time() - begun < 10
