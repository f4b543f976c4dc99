"""A first draft and a new proposal are two events, whatever else they share."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.event_versions import age_of, stage_of


@pytest.fixture(scope="module")
def vocab():
    return spacy.blank("en").vocab


def test_the_object_tells_the_version(vocab):
    # fmt: off
    words  = ["It",    "offered", "its",       "first", "draft"]
    heads  = [1,       1,         4,           4,       1]
    deps   = ["nsubj", "ROOT",    "nmod:poss", "amod",  "obj"]
    lemmas = ["it",    "offer",   "its",       "first", "draft"]
    pos    = ["PRON",  "VERB",    "PRON",      "ADJ",   "NOUN"]
    # fmt: on
    doc = Doc(vocab, words=words, heads=heads, deps=deps, lemmas=lemmas, pos=pos)

    assert stage_of(doc[1]) == "old"


def test_a_relative_clause_tells_of_the_noun_before_it(vocab):
    # fmt: off
    words  = ["The", "new",  "proposal", "which",      "she",   "said",      "was", "sent"]  # noqa: E501
    heads  = [2,     2,      2,          7,            5,       2,           7,     5]
    deps   = ["det", "amod", "ROOT",     "nsubj:pass", "nsubj", "acl:relcl", "aux", "ccomp"]  # noqa: E501
    lemmas = ["the", "new",  "proposal", "which",      "she",   "say",       "be",  "send"]  # noqa: E501
    pos    = ["DET", "ADJ",  "NOUN",     "PRON",       "PRON",  "VERB",      "AUX", "VERB"]  # noqa: E501
    # fmt: on
    doc = Doc(vocab, words=words, heads=heads, deps=deps, lemmas=lemmas, pos=pos)

    assert stage_of(doc[7]) == "new"


@pytest.mark.parametrize(
    ("word", "pos", "age"),
    [("1979", "NUM", "old"), ("new", "ADJ", "new"), ("wide", "ADJ", "")],
)
def test_an_agreement_is_an_old_one_or_one_that_is_being_made(vocab, word, pos, age):
    # fmt: off
    words  = ["the", "adoption", "of",   "the", word,   "agreement"]
    heads  = [1,     1,          5,      5,     5,      1]
    deps   = ["det", "ROOT",     "case", "det", "amod", "nmod"]
    tags   = ["DET", "NOUN",     "ADP",  "DET", pos,    "NOUN"]
    # fmt: on
    doc = Doc(vocab, words=words, heads=heads, deps=deps, lemmas=words, pos=tags)

    assert age_of(doc[1]) == age
    assert age_of(doc[5]) == age
