"""Scores become trees and tag sequences: the best ones, checked against all of them."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from extract.encoder_decode import TagChain, sentence_starts, tree


def roots(heads):
    return [i for i, h in enumerate(heads) if i == h]


def reaches_root(heads):
    for start in range(len(heads)):
        at, steps = start, 0
        while heads[at] != at:
            at, steps = heads[at], steps + 1
            if steps > len(heads):
                return False
    return True


def best_by_trying_all(scores):
    n = len(scores)
    trees = (
        heads
        for heads in product(range(n), repeat=n)
        if len(roots(heads)) == 1 and reaches_root(heads)
    )
    return max(sum(scores[i, h] for i, h in enumerate(heads)) for heads in trees)


@pytest.mark.parametrize("seed", range(25))
def test_a_sentence_becomes_a_tree_with_one_root(seed):
    scores = np.random.default_rng(seed).normal(size=(9, 9)).astype(np.float32)

    heads = tree(scores)

    assert len(roots(heads)) == 1
    assert reaches_root(heads)


@pytest.mark.parametrize("seed", range(12))
def test_with_one_root_in_sight_the_tree_is_the_best_there_is(seed):
    scores = np.random.default_rng(seed).normal(size=(5, 5)).astype(np.float32)
    np.fill_diagonal(scores, -50)
    scores[seed % 5, seed % 5] = 50

    heads = tree(scores)

    value = sum(float(scores[i, h]) for i, h in enumerate(heads))
    assert value == pytest.approx(float(best_by_trying_all(scores)), abs=1e-4)


def test_one_word_is_its_own_root():
    assert tree(np.array([[-3.0]], dtype=np.float32)).tolist() == [0]


TAGS = [
    "O",
    "B-ORG",
    "I-ORG",
    "E-ORG",
    "S-ORG",
    "B-PLACE",
    "I-PLACE",
    "E-PLACE",
    "S-PLACE",
]


def may_follow(a, b):
    opened = a[0] in "BI"
    if opened:
        return b[0] in "IE" and a[2:] == b[2:]
    return b[0] in "OBS"


@pytest.fixture
def chain():
    moves = np.array(
        [[0.0 if may_follow(a, b) else -1e4 for b in TAGS] for a in TAGS],
        dtype=np.float32,
    )
    return TagChain(TAGS, moves)


@pytest.mark.parametrize("seed", range(12))
def test_the_tags_are_the_best_sequence_that_makes_names(chain, seed):
    scores = np.random.default_rng(seed).normal(size=(4, len(TAGS))).astype(np.float32)

    path = chain.best(scores)

    fitting = (
        p
        for p in product(range(len(TAGS)), repeat=4)
        if TAGS[p[0]][0] in "OBS"
        and TAGS[p[-1]][0] in "OES"
        and all(may_follow(TAGS[a], TAGS[b]) for a, b in pairwise(p))
    )
    best = max(sum(scores[i, t] for i, t in enumerate(p)) for p in fitting)
    assert sum(float(scores[i, t]) for i, t in enumerate(path)) == pytest.approx(
        float(best), abs=1e-4
    )


def test_names_are_read_off_a_sequence(chain):
    path = [TAGS.index(t) for t in ("B-ORG", "I-ORG", "E-ORG", "O", "S-PLACE")]

    assert chain.spans(path) == [(0, 3, "ORG"), (4, 5, "PLACE")]


def test_no_words_have_no_tags(chain):
    assert chain.best(np.zeros((0, len(TAGS)), dtype=np.float32)) == []


def test_the_first_word_begins_a_sentence_whatever_its_score():
    assert sentence_starts(np.array([-5.0, -1.0, 2.0, -3.0], dtype=np.float32)) == [
        0,
        2,
    ]
