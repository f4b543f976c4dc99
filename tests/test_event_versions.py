"""A first draft and a new proposal are two events, whatever else they share."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.event_versions import stage_of


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
