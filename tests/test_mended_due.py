"""What is "due to open on Monday" is to open; what is late "due to rain" is not."""

from __future__ import annotations

import pytest

from tests.test_mended_wire import tree, vocab  # noqa: F401


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        (
            ["Talks NNS 7 nsubj", "due IN 4 case", "to IN 2 fixed", "open NN 1 nmod",
             "on IN 6 case", "Monday NNP 4 nmod", "failed VBD 0 root"],
            [("due", "amod", "Talks"), ("to", "mark", "open"),
             ("open", "xcomp", "due"), ("Monday", "obl", "open")],
        ),
        (
            ["The DT 2 det", "march NN 7 nsubj", ", , 5 punct", "due IN 6 case",
             "to IN 4 fixed", "start NN 2 nmod", "ended VBD 0 root"],
            [("due", "amod", "march"), ("start", "xcomp", "due")],
        ),
    ],
    ids=["talks due to open on Monday", "the march, due to start"],
)  # fmt: skip
def test_what_is_due_to_happen_hangs_on_its_noun(vocab, rows, read):  # noqa: F811
    assert [
        link for link in tree(vocab, rows) if link[0] in {r[0] for r in read}
    ] == read


def test_a_cause_stays_a_phrase(vocab):  # noqa: F811
    rows = [
        "Trains NNS 2 nsubj", "stopped VBD 0 root", "due IN 5 case", "to IN 3 fixed",
        "demand NN 2 obl",
    ]  # fmt: skip

    assert tree(vocab, rows)[2:] == [
        ("due", "case", "demand"),
        ("to", "fixed", "due"),
        ("demand", "obl", "stopped"),
    ]
