"""The reading model that ships: one scheme, any text, no person taken for a place."""

from __future__ import annotations

import pickle
import time
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.encoder import FILES
from extract.errors import ModelError
from extract.reader import FOLDER, check_pipeline, load_reader

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parent.parent / "seeds"
MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def reader():
    return load_reader()


def test_a_sentence_has_tags_lemmas_a_tree_and_names(reader):
    doc = reader(
        "The two envoys said that a treaty was signed by Maria Lund in Geneva."
    )

    assert [t.tag_ for t in doc][:5] == ["DT", "CD", "NNS", "VBD", "IN"]
    assert [t.lemma_ for t in doc][:4] == ["the", "two", "envoy", "say"]
    found = {t.text: (t.dep_, t.head.text) for t in doc}
    assert found["envoys"] == ("nsubj", "said")
    assert found["treaty"] == ("nsubj:pass", "signed")
    assert found["signed"] == ("ccomp", "said")
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Maria Lund", "PERSON"),
        ("Geneva", "PLACE"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\n\nTalks failed.\n\nThey  went\thome. ",
        "😀" * 300,
        "x" * 4000,
        "word " * 900,
        "\u200b\u202e\ufeff",
        "a\x00b",
        "Мир — это мир.",
        "Mr. Smith met Ms. Jones. " * 120,
    ],
    ids=[
        "empty", "space", "blank lines", "mixed space", "emoji", "one long word",
        "one long sentence", "invisible", "a zero", "another script", "long paragraph",
    ],
)  # fmt: skip
def test_any_text_is_read_whole_and_every_word_has_a_head_in_its_sentence(reader, text):
    doc = reader(text)

    assert doc.text == text
    for sentence in doc.sents:
        roots = [t for t in sentence if t.head == t]
        assert len(roots) == 1
        assert all(sentence.start <= t.head.i < sentence.end for t in sentence)


def test_a_long_paragraph_is_read_like_its_sentences(reader):
    doc = reader("Mr. Smith met Ms. Jones in Paris. " * 120)

    assert len(list(doc.sents)) == 120
    assert sum(e.label_ == "PLACE" for e in doc.ents) == 120


def test_reading_many_texts_gives_what_reading_one_gives(reader):
    texts = [
        "Talks in Geneva failed.",
        "",
        "“We will not sign,” said Anna Berg, the union's leader, on Monday.",
    ]

    together = [doc.to_bytes() for doc in reader.pipe(texts)]

    assert together == [reader(text).to_bytes() for text in texts]


@pytest.mark.parametrize("path", sorted(SEEDS.glob("*.txt")), ids=lambda p: p.stem[:3])
def test_in_the_seeds_no_name_is_a_person_here_and_a_place_there(reader, path):
    blocks = [b for b in path.read_text("utf-8").split("\n") if b.strip()]

    labels: dict[str, set[str]] = {}
    for doc in reader.pipe(blocks):
        for ent in doc.ents:
            labels.setdefault(ent.text, set()).add(ent.label_)

    assert not [n for n, found in labels.items() if {"PERSON", "PLACE"} <= found]


def test_the_files_are_small(reader):
    sizes = {p.name: p.stat().st_size for p in FOLDER.iterdir() if p.is_file()}

    assert set(FILES) <= set(sizes)
    assert sum(sizes.values()) < 45 * MEGABYTE


@pytest.mark.slow
def test_loading_takes_two_seconds_at_most():
    began = time.process_time()

    load_reader()

    assert time.process_time() - began < 2


def test_the_component_travels_to_another_process(reader):
    doc = Doc(reader.vocab, words=["Talks", "failed", "."])

    copy = pickle.loads(pickle.dumps(reader.get_pipe("parley_reader")))

    assert [t.dep_ for t in copy(doc)] == ["nsubj", "ROOT", "punct"]


def test_our_own_pipeline_passes_the_check(reader):
    check_pipeline(reader)


def test_a_pipeline_without_a_tagger_is_refused():
    with pytest.raises(ModelError, match="no part-of-speech tags: it needs a 'tagger'"):
        check_pipeline(spacy.blank("en"))


@Language.component("other_labels")
def other_labels(doc):
    for token in doc:
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.text
        token.dep_, token.head = ("ROOT" if token.i == 0 else "pobj"), doc[0]
    doc.set_ents([])
    return doc


def test_a_parser_with_other_labels_is_refused():
    nlp = spacy.blank("en")
    nlp.add_pipe("other_labels")

    with pytest.raises(ModelError, match="does not use Universal Dependencies"):
        check_pipeline(nlp)


@Language.component("other_names")
def other_names(doc):
    for token in doc:
        token.tag_, token.pos_, token.lemma_ = "NN", "NOUN", token.text
        token.dep_, token.head = ("ROOT" if token.i == 0 else "obl"), doc[0]
    doc.set_ents([Span(doc, 0, 1, "PER")])
    return doc


def test_names_with_other_labels_are_refused():
    nlp = spacy.blank("en")
    nlp.add_pipe("other_names")

    with pytest.raises(ModelError, match="lack the label PERSON, ORG, PLACE"):
        check_pipeline(nlp)


def test_names_of_another_pipeline_get_our_labels():
    nlp = spacy.blank("en")
    nlp.add_pipe("other_names")
    nlp.add_pipe("parley_name_labels")

    doc = nlp("Lund")

    assert [e.label_ for e in doc.ents] == ["PERSON"]


def test_a_folder_without_the_model_is_refused(tmp_path):
    (tmp_path / FILES[0]).touch()

    with pytest.raises(ModelError, match=r"lacks heads\.npz"):
        load_reader(tmp_path)


def test_a_pipeline_that_is_not_installed_is_refused():
    with pytest.raises(
        ModelError, match="cannot load the spaCy pipeline 'no_such_model'"
    ):
        load_reader("no_such_model")
