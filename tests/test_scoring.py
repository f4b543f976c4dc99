"""The scorer counts as its description says."""

import importlib.util
import json

import pytest

from graph.scoring import score_corpus, score_statements, score_times


def time(start, end, value="2021", kind="DATE"):
    return {"start": start, "end": end, "text": "x", "type": kind, "value": value}


def test_a_time_that_overlaps_is_relaxed_and_one_that_fits_is_strict():
    gold = [time(0, 4), time(10, 14, "2020")]
    system = [time(0, 4), time(12, 14, "2019"), time(20, 24)]

    report, misses = score_times([("a.txt", gold, system, [])])

    assert report["strict"] == {"p": 33.33, "r": 50.0, "f1": 40.0}
    assert report["relaxed"] == {"p": 66.67, "r": 100.0, "f1": 80.0}
    assert report["value"] == {"p": 33.33, "r": 50.0, "f1": 40.0}
    assert misses == [
        ["a.txt", "value", "x", "2020", "2019"],
        ["a.txt", "spurious", "x", "2021"],
    ]


def test_an_optional_time_is_neither_asked_for_nor_held_against():
    report, misses = score_times([("a.txt", [], [time(0, 4)], [time(0, 4)])])

    assert (report["system"], misses) == (0, [])


def test_a_statement_is_found_by_half_of_its_characters():
    gold = [{"source": [[0, 2]], "cue": [[3, 5]], "content": [[6, 16]]}]
    half = [{"source": [[0, 2]], "cue": [[3, 5]], "content": [[6, 11]]}]
    less = [{"source": [[0, 2]], "cue": [[3, 5]], "content": [[6, 10]]}]

    assert score_statements([("a", gold, half)])[0]["attributions"]["f1"] == 100.0
    assert score_statements([("a", gold, less)])[0]["attributions"]["f1"] == 0.0


def annotation():
    evidence = {"file": "a.txt", "start": 0, "end": 5, "text": "talks"}
    return {
        "articles": [{"file": "a.txt", "published": "2021-05-04", "entities": []}],
        "events": [
            {
                "id": "talks",
                "type": "talks",
                "label": "Talks",
                "begin": "2021-05-03",
                "last": "2021-05-03",
                "places": ["Porto"],
                "participants": [],
                "evidence": [evidence],
            }
        ],
        "proposals": [],
        "deviations": [],
    }


@pytest.mark.parametrize(
    ("begin", "percent"), [("2021-05-03", 100.0), ("2021-05-04", 0.0), (None, 0.0)]
)
def test_an_event_is_dated_inside_the_days_of_the_annotation(begin, percent):
    evidence = [{"file": "seeds/a.txt", "start": 2, "end": 9, "text": "x"}]
    event = {
        "type": "talks",
        "label": "Talks",
        "begin": begin,
        "last": begin,
        "places": ["Porto"],
        "participants": [],
        "evidence": evidence,
    }

    report, _ = score_corpus(annotation(), {}, timeline=[event])

    assert report["events"]["found_percent"] == 100.0
    assert report["events"]["place_percent"] == 100.0
    assert report["events"]["date_percent"] == percent


def test_scores_equal_those_of_the_measuring_script(eval_folder):
    spec = importlib.util.spec_from_file_location("score", eval_folder / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    gold = json.loads((eval_folder / "gold/seeds.json").read_text(encoding="utf-8"))
    system = {
        a["file"]: {
            "article": {"published": a["published"]},
            "times": a["times"][1:],
            "entities": [
                {
                    "kind": e["kind"],
                    "name": e["name"],
                    "roles": ["president"],
                    "mentions": [{"text": alias} for alias in e["aliases"][:1]],
                }
                for e in a["entities"]
            ],
            "statements": [
                {
                    "content": [[s["content"]["start"], s["content"]["end"] + 9]],
                    "speaker": s["speaker"],
                    "kind": "direct",
                    "date": s["date"],
                }
                for s in a["statements"][::2]
            ],
        }
        for a in gold["articles"]
    }
    timeline = gold["events"][::2]
    proposals = [
        {
            "iri": p["id"],
            "provisions": [
                {"topic": v["topic"], "evidence": v} for v in p["provisions"]
            ],
        }
        for p in gold["proposals"]
    ]

    theirs = score.score_corpus(gold, system, timeline, None, proposals, [])
    ours = score_corpus(
        gold, system, timeline=timeline, proposals=proposals, deviations=[]
    )

    assert ours[0] == theirs[0]
    assert sorted(map(str, ours[1])) == sorted(map(str, theirs[1]))
