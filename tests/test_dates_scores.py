"""Scores of the time reader on annotated news, by words alone (no model)."""

from __future__ import annotations

import json
from datetime import date

import pytest
import spacy

from extract.dates import find_times
from graph.scoring import score_times


@pytest.mark.slow
def test_words_alone_reach_the_published_reference(eval_folder):
    """HeidelTime on the same data, by the same scorer: 84.1, 92.1, 77.5."""
    nlp = spacy.blank("en")
    path = eval_folder / "gold" / "timebank-aquaint.jsonl"
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        gold = json.loads(line)
        day = date.fromisoformat(gold["published"])
        found = [
            {
                "start": time.quoted.start,
                "end": time.quoted.end,
                "text": time.quoted.text,
                "type": time.type,
                "value": time.value,
            }
            for time in find_times(nlp(gold["text"]), published=day)
        ]
        rows.append((gold["file"], gold["times"], found, []))

    report, _ = score_times(rows)

    assert report["strict"]["f1"] >= 89.5
    assert report["relaxed"]["f1"] >= 95
    assert report["value"]["f1"] >= 81.5
