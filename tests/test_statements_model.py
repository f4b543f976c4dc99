"""Who said what, as the shipped model and all finders read it."""

from __future__ import annotations

import importlib.util
import json

import pytest

from extract.articles import article_of
from extract.pipeline import read_alone

pytestmark = pytest.mark.model

MARKS = '"“”«»'

ARTICLE = """\
The ferry union rejected the company's offer on Monday.

“We cannot sign,” said Anna Rossi, the union's negotiator. “It is too little.”

She added that talks would resume on Thursday.

"The offer is fair," company spokesman Paul Meyer told reporters.

According to Meyer, the strike costs “two million” euros a day.
"""


def statements(nlp, text):
    (reading,) = read_alone([article_of(text, file="a.txt")], nlp=nlp)
    return reading.statements


def test_quotations_roles_and_pronouns_find_their_speakers(nlp):
    said = [s for s in statements(nlp, ARTICLE) if s.act == "speech"]

    assert [(s.speaker, s.kind) for s in said if s.kind != "indirect"] == [
        ("Anna Rossi", "direct"),
        ("Paul Meyer", "direct"),
        ("Paul Meyer", "mixed"),
    ]
    assert any("talks would resume" in s.content[0].text for s in said)


def test_every_span_selects_its_words(seeds, seed_readings):
    for article, reading in zip(seeds, seed_readings, strict=True):
        for s in reading.statements:
            spans = [
                *s.source,
                *s.cue,
                *s.content,
                *([s.sentence] if s.sentence else []),
            ]
            assert s.content
            assert all(article.text[q.start : q.end] == q.text for q in spans)


def test_a_statement_inside_another_names_it(seed_readings):
    for reading in seed_readings:
        ids = {s.id for s in reading.statements}
        assert all(s.inside in ids for s in reading.statements if s.inside is not None)


@pytest.mark.parametrize("number", range(ARTICLE.count("“") + 4))
def test_a_lost_mark_raises_nothing_and_costs_its_own_paragraph(nlp, number):
    marks = [i for i, c in enumerate(ARTICLE) if c in MARKS]
    at = marks[number % len(marks)]
    shorter = ARTICLE[:at] + ARTICLE[at + 1 :]
    start = ARTICLE.rfind("\n\n", 0, at) + 2
    end = ARTICLE.find("\n\n", at)
    end = len(ARTICLE) if end < 0 else end

    before = {
        (q.start, q.end)
        for s in statements(nlp, ARTICLE)
        for q in s.content
        if not start <= q.start < end
    }
    after = {
        (q.start + (q.start >= at), q.end + (q.start >= at))
        for s in statements(nlp, shorter)
        for q in s.content
        if not start <= q.start < end - 1
    }

    assert after == before


@pytest.mark.slow
def test_the_seeds_are_read_as_the_gold_reads_them(seed_readings, eval_folder):
    location = eval_folder / "score.py"
    spec = importlib.util.spec_from_file_location("score", location)
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads((eval_folder / "gold" / "seeds.json").read_text("utf-8"))
    system = {
        r.article.file: {
            "article": {"published": str(r.article.published)},
            "times": [],
            "entities": [],
            "statements": [
                {
                    "speaker": s.speaker,
                    "content": [[q.start, q.end] for q in s.content],
                    "kind": s.kind,
                    "act": s.act,
                    "date": s.date,
                }
                for s in r.statements
            ],
        }
        for r in seed_readings
    }

    report, _ = score.score_corpus(gold, system)

    assert report["statements"]["f1"] >= 88
    assert report["statements"]["speaker_percent"] >= 95
    assert report["statements"]["kind_percent"] >= 90
    assert report["statements"]["date_percent"] >= 90
