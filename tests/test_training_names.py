"""Names of five corpora in one scheme."""

from __future__ import annotations

import pytest

from extract.training.names import gum_mentions, gum_names, re3d_names, spans, tags

# fmt: off
ENVOY = [
    # form         upos     xpos   head deprel      misc
    ("the",        "DET",   "DT",   1, "det",      "Entity=(1-person-new(2-place-new"),
    ("Norwegian",  "ADJ",   "JJ",   2, "amod",     "Entity=2)"),
    ("envoy",      "NOUN",  "NN",   2, "root",     "_"),
    (",",          "PUNCT", ",",    4, "punct",    "_"),
    ("President",  "PROPN", "NNP",  2, "appos",    "Entity=(3-person-new"),
    ("Ada",        "PROPN", "NNP",  4, "flat",     "_"),
    ("Lund",       "PROPN", "NNP",  4, "flat",     "_"),
    ("of",         "ADP",   "IN",   9, "case",     "_"),
    ("the",        "DET",   "DT",   9, "det",      "Entity=(4-organization-new"),
    ("Bank",       "PROPN", "NNP",  4, "nmod",     "_"),
    ("of",         "ADP",   "IN",  11, "case",     "_"),
    ("Oslo",       "PROPN", "NNP",  9, "nmod",     "Entity=(5-place-new)4)3)1)"),
]
# fmt: on


def test_a_mention_counts_as_a_name_when_its_head_is_one():
    forms, upos, xpos, heads, deprels, misc = map(list, zip(*ENVOY, strict=True))

    bio = gum_names(forms, upos, xpos, heads, deprels, misc)

    named = [(" ".join(forms[a:b]), k) for a, b, k in spans(bio)]
    assert named == [("Ada Lund", "PERSON"), ("Bank of Oslo", "ORG")]


def test_nested_mentions_are_all_found():
    found = gum_mentions([row[-1] for row in ENVOY])

    assert sorted(found) == [
        (0, 2, "place"),
        (0, 12, "person"),
        (4, 12, "person"),
        (8, 12, "organization"),
        (11, 12, "place"),
    ]


@pytest.mark.parametrize(
    ("words", "raw", "expected"),
    [
        ("northern Iraq", ["B-Location", "I-Location"], [("Iraq", "PLACE")]),
        ("We hope", ["B-Organisation", "O"], []),
        ("the Coalition", ["B-Organisation", "I-Organisation"], [("Coalition", "ORG")]),
        ("the security forces", ["B-Organisation"] + ["I-Organisation"] * 2, []),
    ],
    ids=["direction", "pronoun", "determiner", "description"],
)
def test_descriptions_are_reduced_to_the_name_in_them(words, raw, expected):
    forms = words.split()

    bio = re3d_names(forms, raw)

    assert [(" ".join(forms[a:b]), k) for a, b, k in spans(bio)] == expected


def test_of_overlapping_names_the_longest_stays():
    assert tags([(1, 2, "PLACE"), (0, 3, "ORG")], 4) == ("B-ORG", "I-ORG", "I-ORG", "O")


def test_an_io_sequence_reads_like_a_bio_sequence():
    assert spans(["I-PER", "I-PER", "O", "I-LOC"]) == [(0, 2, "PER"), (3, 4, "LOC")]
