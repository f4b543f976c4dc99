"""What happened, is planned, might be, or was denied."""

import pytest
import spacy
from spacy.tokens import Doc

from extract.inflections import lemma
from extract.modality import is_negated, mood_of

VOCAB = spacy.blank("en").vocab


def tree(*rows):
    """A document from (word, tag, dep, head) rows; positions follow from tags."""
    words, tags, deps, heads = zip(*rows, strict=True)
    kinds = {
        "VB": "VERB",
        "NN": "NOUN",
        "MD": "AUX",
        "DT": "DET",
        "IN": "ADP",
        "JJ": "ADJ",
    }
    special = {"TO": "PART", "RB": "PART", "PRP": "PRON", ".": "PUNCT", "AUX": "AUX"}
    pos = [special.get(tag) or kinds.get(tag[:2], "X") for tag in tags]
    return Doc(
        VOCAB,
        words=list(words),
        tags=list(tags),
        pos=pos,
        lemmas=[word.lower() for word in words],
        deps=list(deps),
        heads=list(heads),
    )


# fmt: off
SIDES = ("sides", "NNS", "nsubj")
CASES = {
    "told in the past": ("actual", 1, tree(
        (*SIDES, 1), ("met", "VBD", "ROOT", 1))),
    "will": ("planned", 2, tree(
        (*SIDES, 2), ("will", "MD", "aux", 2), ("meet", "VB", "ROOT", 2))),
    "may": ("hypothetical", 2, tree(
        (*SIDES, 2), ("may", "MD", "aux", 2), ("meet", "VB", "ROOT", 2))),
    "did not": ("negated", 3, tree(
        (*SIDES, 3), ("did", "AUX", "aux", 3), ("not", "RB", "advmod", 3),
        ("meet", "VB", "ROOT", 3))),
    "refused to": ("negated", 3, tree(
        (*SIDES, 1), ("refused", "VBD", "ROOT", 1), ("to", "TO", "mark", 3),
        ("meet", "VB", "xcomp", 1))),
    "plan to": ("planned", 3, tree(
        (*SIDES, 1), ("plan", "VBP", "ROOT", 1), ("to", "TO", "mark", 3),
        ("meet", "VB", "xcomp", 1))),
    "want to": ("hypothetical", 3, tree(
        (*SIDES, 1), ("want", "VBP", "ROOT", 1), ("to", "TO", "mark", 3),
        ("meet", "VB", "xcomp", 1))),
    "it was possible to": ("actual", 3, tree(
        ("was", "VBD", "cop", 1), ("possible", "JJ", "ROOT", 1),
        ("to", "TO", "mark", 3), ("meet", "VB", "csubj", 1))),
    "it was possible to, but nobody did": ("hypothetical", 3, tree(
        ("was", "VBD", "cop", 1), ("possible", "JJ", "ROOT", 1),
        ("to", "TO", "mark", 3), ("meet", "VB", "csubj", 1), ("but", "CC", "cc", 6),
        ("nobody", "NN", "nsubj", 6), ("did", "VBD", "conj", 1))),
    "it is possible to": ("hypothetical", 3, tree(
        ("is", "VBZ", "cop", 1), ("possible", "JJ", "ROOT", 1),
        ("to", "TO", "mark", 3), ("meet", "VB", "csubj", 1))),
    "it was not possible to": ("negated", 4, tree(
        ("was", "VBD", "cop", 2), ("not", "RB", "advmod", 2),
        ("possible", "JJ", "ROOT", 2), ("to", "TO", "mark", 4),
        ("meet", "VB", "csubj", 2))),
    "began to": ("actual", 3, tree(
        (*SIDES, 1), ("began", "VBD", "ROOT", 1), ("to", "TO", "mark", 3),
        ("negotiate", "VB", "xcomp", 1))),
    "if": ("hypothetical", 2, tree(
        ("if", "IN", "mark", 2), (*SIDES, 2), ("meet", "VBP", "advcl", 4),
        ("we", "PRP", "nsubj", 4), ("win", "VBP", "ROOT", 4))),
    "planned talks": ("planned", 1, tree(
        ("planned", "JJ", "amod", 1), ("talks", "NNS", "nsubj", 2),
        ("help", "VBP", "ROOT", 2))),
    "no talks": ("negated", 1, tree(
        ("no", "DT", "det", 1), ("talks", "NNS", "nsubj", 2),
        ("began", "VBD", "ROOT", 2))),
    "called for talks": ("hypothetical", 3, tree(
        (*SIDES, 1), ("called", "VBD", "ROOT", 1), ("for", "IN", "case", 3),
        ("talks", "NNS", "obl", 1))),
}
# fmt: on


@pytest.mark.parametrize("case", CASES, ids=list(CASES))
def test_a_governing_word_tells_how_an_event_stands_to_the_world(case):
    modality, index, doc = CASES[case]

    assert mood_of(doc[index]).modality == modality


def test_what_is_only_wished_is_marked_so():
    assert mood_of(CASES["want to"][2][3]).wished
    assert not mood_of(CASES["may"][2][2]).wished


def test_not_only_denies_nothing():
    doc = tree(
        (*SIDES, 3),
        ("not", "RB", "advmod", 3),
        ("only", "RB", "advmod", 3),
        ("met", "VBD", "ROOT", 3),
    )

    assert not is_negated(doc[3])


def test_a_trigger_is_known_by_its_form_where_the_lemma_is_off():
    doc = tree((*SIDES, 1), ("withdrew", "VBD", "ROOT", 1))
    doc[1].lemma_ = "withdrewe"

    assert lemma(doc[1]) == "withdraw"
