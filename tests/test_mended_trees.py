"""What no tree of an English sentence holds is mended, whoever parsed it."""

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from extract.mended_trees import mended


@pytest.fixture(scope="module")
def vocab():
    return spacy.blank("en").vocab


def read(vocab, rows):
    words, tags, pos, heads, deps = zip(*rows, strict=True)
    return Doc(
        vocab,
        words=list(words),
        tags=list(tags),
        pos=list(pos),
        heads=[head if head >= 0 else n for n, head in enumerate(heads)],
        deps=list(deps),
        lemmas=[word.lower() for word in words],
    )


def tree(doc):
    return [(t.text, t.dep_, t.head.text) for t in doc]


# fmt: off
CUT_OFF = [
    ("On",       "IN",  "ADP",   1, "case"),
    ("Monday",   "NNP", "PROPN", -1, "ROOT"),
    ("Chile",    "NNP", "PROPN", 3, "nsubj"),
    ("proposed", "VBD", "VERB",  -1, "ROOT"),
    ("a",        "DT",  "DET",   5, "det"),
    ("cap",      "NN",  "NOUN",  3, "obj"),
    (".",        ".",   "PUNCT", 3, "punct"),
]
ENDED = [
    ("In",       "IN",  "ADP",   1, "case"),
    ("Monday",   "NNP", "PROPN", -1, "ROOT"),
    (".",        ".",   "PUNCT", 1, "punct"),
    ("Chile",    "NNP", "PROPN", 4, "nsubj"),
    ("left",     "VBD", "VERB",  -1, "ROOT"),
    (".",        ".",   "PUNCT", 4, "punct"),
]
GOES_ON = [
    ("A",        "DT",  "DET",   1, "det"),
    ("stoppage", "NN",  "NOUN",  -1, "ROOT"),
    ("that",     "WDT", "PRON",  4, "nsubj"),
    ("has",      "VBZ", "AUX",   4, "aux"),
    ("lasted",   "VBN", "VERB",  1, "acl:relcl"),
    ("since",    "IN",  "ADP",   6, "case"),
    ("Monday",   "NNP", "PROPN", 7, "nsubj"),
    ("goes",     "VBZ", "VERB",  4, "advcl"),
    ("on",       "RP",  "ADP",   7, "compound:prt"),
    (".",        ".",   "PUNCT", 1, "punct"),
]
A_WEEK = [
    ("Unions",   "NNS", "NOUN",  1, "nsubj"),
    ("demand",   "VBP", "VERB",  -1, "ROOT"),
    ("a",        "DT",  "DET",   4, "det"),
    ("shorter",  "JJR", "ADJ",   4, "amod"),
    ("week",     "NN",  "NOUN",  1, "obl:unmarked"),
    (".",        ".",   "PUNCT", 1, "punct"),
]
# fmt: on


def test_a_fronted_phrase_belongs_to_its_sentence(vocab):
    found = mended(read(vocab, CUT_OFF))

    assert ("Monday", "obl", "proposed") in tree(found)
    assert len(list(found.sents)) == 1


def test_a_sentence_that_ended_stays_apart(vocab):
    assert len(list(mended(read(vocab, ENDED)).sents)) == 2


def test_a_verb_at_the_end_is_said_of_the_noun_at_the_beginning(vocab):
    found = tree(mended(read(vocab, GOES_ON)))

    assert ("goes", "ROOT", "goes") in found
    assert ("stoppage", "nsubj", "goes") in found
    assert ("Monday", "obl", "goes") in found


def test_what_is_demanded_is_an_object(vocab):
    assert ("week", "obj", "demand") in tree(mended(read(vocab, A_WEEK)))


def test_a_noun_by_its_finer_tag_is_a_noun(vocab):
    rows = [("Talks", "NNS", "VERB", 1, "nsubj"), ("opened", "VBD", "VERB", -1, "ROOT")]

    assert [token.pos_ for token in mended(read(vocab, rows))] == ["NOUN", "VERB"]


def test_a_sound_tree_is_handed_back_as_it_is(vocab):
    rows = [("Chile", "NNP", "PROPN", 1, "nsubj"), ("left", "VBD", "VERB", -1, "ROOT")]
    doc = read(vocab, rows)

    assert mended(doc) is doc


# fmt: off
WHERE = [
    ("They",   "PRP", "PRON",  1, "nsubj"),
    ("met",    "VBD", "VERB",  -1, "ROOT"),
    ("in",     "IN",  "ADP",   3, "case"),
    ("Oslo",   "NNP", "PROPN", 1, "obl"),
    (",",      ",",   "PUNCT", 5, "punct"),
    ("where",  "WRB", "ADV",   7, "advmod"),
    ("both",   "DT",  "DET",   7, "nsubj"),
    ("signed", "VBD", "VERB",  1, "parataxis"),
    (".",      ".",   "PUNCT", 1, "punct"),
]
PAIR = [
    ("In",     "IN",   "ADP",   1, "case"),
    ("May",    "NNP",  "PROPN", 6, "obl"),
    ("Chad",   "NNP",  "PROPN", 6, "nsubj"),
    ("-",      "HYPH", "PUNCT", 2, "punct"),
    ("Mali",   "NNP",  "PROPN", 2, "flat"),
    ("talks",  "NNS",  "NOUN",  6, "nsubj"),
    ("ended",  "VBD",  "VERB",  -1, "ROOT"),
]
REGIONS = [
    ("near",    "IN",  "ADP",   5, "case"),
    ("the",     "DT",  "DET",   2, "det"),
    ("Ob",      "NNP", "PROPN", 5, "appos"),
    ("and",     "CC",  "CCONJ", 4, "cc"),
    ("Tura",    "NNP", "PROPN", 2, "conj"),
    ("regions", "NNS", "NOUN",  -1, "ROOT"),
]
QUOTED = [
    ('"',      "``",  "PUNCT", 2, "punct"),
    ("We",     "PRP", "PRON",  2, "nsubj"),
    ("leave",  "VBP", "VERB",  5, "ccomp"),
    (",",      ",",   "PUNCT", 2, "punct"),
    ('"',      "''",  "PUNCT", 2, "punct"),
    ("said",   "VBD", "VERB",  -1, "ROOT"),
    ("the",    "DT",  "DET",   7, "det"),
    ("envoy",  "NN",  "NOUN",  2, "obj"),
    ("on",     "IN",  "ADP",   9, "case"),
    ("Monday", "NNP", "PROPN", 2, "obl"),
]
# fmt: on


def test_where_tells_of_the_place_before_it(vocab):
    assert ("signed", "acl:relcl", "Oslo") in tree(mended(read(vocab, WHERE)))


def test_a_hyphenated_pair_of_names_goes_with_its_noun(vocab):
    found = tree(mended(read(vocab, PAIR)))

    assert ("Chad", "compound", "talks") in found
    assert ("Mali", "compound", "talks") in found


def test_two_names_before_regions_go_with_them(vocab):
    found = tree(mended(read(vocab, REGIONS)))

    assert ("Ob", "compound", "regions") in found
    assert ("Tura", "conj", "Ob") in found


def test_what_stands_behind_a_quotation_belongs_to_the_saying(vocab):
    found = tree(mended(read(vocab, QUOTED)))

    assert ("envoy", "nsubj", "said") in found
    assert ("Monday", "obl", "said") in found


WORDS = [
    "Monday",
    "Chile",
    "said",
    "left",
    "talks",
    "which",
    ",",
    '"',
    "on",
    ".",
    "and",
]
TAGS = [
    ("NNP", "PROPN"),
    ("VBD", "VERB"),
    ("NN", "NOUN"),
    ("IN", "ADP"),
    (".", "PUNCT"),
]
DEPS = [
    "nsubj",
    "obj",
    "obl",
    "obl:unmarked",
    "nmod",
    "case",
    "acl:relcl",
    "advcl",
    "ccomp",
    "parataxis",
    "conj",
    "flat",
    "compound",
    "punct",
]


@st.composite
def forests(draw):
    """Rows of words that hang on earlier or later ones, never in a circle."""
    order = draw(st.permutations(range(draw(st.integers(2, 14)))))
    heads = dict.fromkeys(order, -1)
    for place, word in enumerate(order[1:], start=1):
        heads[word] = draw(st.sampled_from([-1, *order[:place]]))
    rows = []
    for word in sorted(heads):
        tag, pos = draw(st.sampled_from(TAGS))
        dep = "ROOT" if heads[word] < 0 else draw(st.sampled_from(DEPS))
        rows.append((draw(st.sampled_from(WORDS)), tag, pos, heads[word], dep))
    return rows


@given(rows=forests())
def test_whatever_tree_comes_in_a_tree_of_the_same_words_comes_out(vocab, rows):
    done = mended(read(vocab, rows))

    assert [token.text for token in done] == [row[0] for row in rows]
    for token in done:
        assert len(list(token.ancestors)) < len(done)


def test_a_mend_that_would_go_in_a_circle_is_not_made(vocab, monkeypatch):
    def circle(tree):
        tree.heads[0], tree.heads[1] = 1, 0

    monkeypatch.setattr("extract.mended_trees._MENDS", (circle,))

    doc = read(vocab, ENDED)
    assert tree(mended(doc)) == tree(doc)


# fmt: off
CHAIR_SAID = [
    ("There",    "EX",  "PRON",  2, "expl"),
    ("has",      "VBZ", "AUX",   2, "aux"),
    ("been",     "VBN", "VERB",  10, "ccomp"),
    ("progress", "NN",  "NOUN",  2, "nsubj"),
    (",",        ",",   "PUNCT", 2, "punct"),
    ("the",      "DT",  "DET",   6, "det"),
    ("chairman", "NN",  "NOUN",  2, "nsubj"),
    ("of",       "IN",  "ADP",   9, "case"),
    ("the",      "DT",  "DET",   9, "det"),
    ("panel",    "NN",  "NOUN",  6, "nmod"),
    ("said",     "VBD", "VERB",  -1, "ROOT"),
    (".",        ".",   "PUNCT", 10, "punct"),
]
# fmt: on


def test_who_says_it_is_the_whole_phrase_before_the_verb(vocab):
    assert ("chairman", "nsubj", "said") in tree(mended(read(vocab, CHAIR_SAID)))


def test_the_only_subject_of_a_verb_stays_with_it(vocab):
    rows = [row for n, row in enumerate(CHAIR_SAID) if n != 3]
    rows = [(w, t, p, h - (h > 3), d) for w, t, p, h, d in rows]
    assert ("chairman", "nsubj", "been") in tree(mended(read(vocab, rows)))
