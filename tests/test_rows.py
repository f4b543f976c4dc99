"""The contract's rows, and their JSON Schemas."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from graph.rows import ROWS, Rows, fits
from graph.tables import COLUMNS, table
from tests.story_sample import (
    BERG,
    DRAFT,
    NEVER,
    NEVER_SAID,
    OFFER,
    TALKS,
    sample_story,
)

SCHEMAS = Path(__file__).parent / "schemas"


@pytest.fixture(scope="module")
def rows():
    """The rows of the dam."""
    return Rows(sample_story())


def schema(name):
    return json.loads((SCHEMAS / f"{name}.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ROWS)
def test_rows_fit_the_contract(rows, name):
    found = json.loads(json.dumps(getattr(rows, name)()))

    assert found
    jsonschema.validate(found, schema(name))


@pytest.mark.parametrize("name", ROWS)
def test_a_row_that_lacks_a_field_of_the_contract_is_refused(rows, name):
    found = getattr(rows, name)()
    field = schema(name)["items"]["required"][0]
    del found[0][field]

    with pytest.raises(jsonschema.ValidationError, match=field):
        jsonschema.validate(found, schema(name))


@pytest.mark.parametrize("name", ROWS)
def test_tables_have_the_columns_of_the_rows(rows, name):
    found = getattr(rows, name)()

    assert list(found[0]) == list(COLUMNS[name])


@pytest.mark.parametrize("name", ROWS)
def test_every_evidence_is_verbatim(rows, name):
    texts = {each.file: each.text for each in sample_story().articles}

    def check(value):
        if isinstance(value, dict):
            if "file" in value and "start" in value:
                words = texts[value["file"]][value["start"] : value["end"]]
                assert words == value["text"]
            for each in value.values():
                check(each)
        elif isinstance(value, list):
            for each in value:
                check(each)

    check(getattr(rows, name)())


def test_the_timeline_is_in_order_and_undated_events_come_last(rows):
    found = [(row["begin"], row["label"]) for row in rows.timeline()]

    assert found == [
        ("2031-04", "Offer on the dam"),
        ("2031-04-01", "Talks in Lindau"),
        ("2031-05-09", "Sudmark leaves the talks"),
        (None, "War over the dam"),
    ]


def test_an_event_says_who_where_and_which_outlets(rows):
    talks = next(row for row in rows.timeline() if row["iri"] == TALKS)

    assert talks["participants"] == ["Norland", "Sudmark", "mediators"]
    assert talks["places"] == ["Lindau"]
    assert talks["outlets"] == ["River News", "The Lindau Post"]
    assert talks["denied"] is True


def test_evidence_comes_by_date_of_publication(rows):
    talks = next(row for row in rows.timeline() if row["iri"] == TALKS)

    assert [each["file"] for each in talks["evidence"]] == ["first.txt", "second.txt"]


@pytest.mark.parametrize(
    ("speaker", "found"),
    [("Berg", 2), ("anna berg", 2), ("A. Berg", 2), ("Falk", 1), ("Ber", 0)],
)
def test_statements_of_a_speaker_are_found_by_any_spelling(rows, speaker, found):
    assert found == len(rows.statements(speaker=speaker))


def test_statements_on_a_topic(rows):
    assert {row["topics"][0] for row in rows.statements(topic="Dam")} == {"dam"}


def test_a_speaker_left_open_is_found_under_no_name():
    assert not fits("Berg", None)


def test_reports_of_one_utterance_share_their_speech_act(rows):
    acts = [row["speech_act"] for row in rows.statements(speaker="Berg")]

    assert acts == [NEVER_SAID, NEVER_SAID]


def test_a_proposal_says_what_it_revises_and_what_it_holds(rows):
    offer, draft = rows.proposals()

    assert (offer["iri"], draft["iri"], draft["revision_of"]) == (OFFER, DRAFT, OFFER)
    (term,) = offer["provisions"]
    assert term["topic"] == "water"
    assert term["evidence"]["text"] == "Sudmark receive 40 percent of the water"
    assert term["quantities"] == [
        {"value": 40.0, "unit": "percent", "text": "40 percent"}
    ]


def test_a_provision_that_two_articles_tell_stands_with_the_words_of_both():
    story = sample_story()
    first, *others = story.proposals
    (term,) = first.provisions
    again = others[0].provisions[0].evidence[0]
    told = replace(term, evidence=(*term.evidence, again))
    twice = replace(story, proposals=(replace(first, provisions=(told,)), *others))

    offer = Rows(twice).proposals()[0]

    one, other = offer["provisions"]
    assert one["iri"] == other["iri"]
    assert [one["evidence"]["file"], other["evidence"]["file"]] == [
        term.evidence[0].file,
        again.file,
    ]
    assert [one["text"], other["text"]] == [
        "Sudmark receive 40 percent of the water",
        "only 30 percent of the water",
    ]
    assert one["reports"] == other["reports"] == [one["evidence"], other["evidence"]]


def test_a_deviation_has_both_wordings(rows):
    (claim,) = rows.deviations()

    assert (claim["from"], claim["to"], claim["claimed_by"]) == (
        OFFER,
        DRAFT,
        "Otto Falk",
    )
    assert claim["old"]["text"] == "40 percent of the water"
    assert claim["new"]["text"] == "only 30 percent of the water"


def test_a_contradiction_keeps_both_sides(rows):
    (pair,) = rows.contradictions()

    assert (pair["from_speaker"], pair["to_speaker"]) == ("Sudmark", "Anna Berg")
    assert pair["to"] == NEVER


def test_an_entity_says_for_whom_it_speaks(rows):
    berg = next(row for row in rows.entities() if row["iri"] == BERG)

    assert berg["speaks_for"] == "Norland"
    assert berg["mentions"] == 2


def test_dates_are_timestamps_with_their_precision_beside_them(rows):
    frame = table("statements", rows.statements())

    assert str(frame["date"].dtype) == "datetime64[s]"
    assert frame["date_precision"].tolist() == ["month", "day", "day", "day"]
    assert str(frame["stance"].dtype) == "category"


def test_a_month_begins_on_its_first_day_and_ends_on_its_last(rows):
    frame = table("timeline", rows.timeline())

    month = frame[frame["precision"] == "month"].iloc[0]
    assert str(month["begin"].date()) == "2031-04-01"
    assert str(month["last"].date()) == "2031-04-30"


@pytest.mark.parametrize("name", [*ROWS, "compare"])
def test_an_empty_table_has_the_same_columns_and_types(name, rows):
    empty = table(name, [])

    assert empty.empty
    assert set(COLUMNS[name]) <= set(empty.columns)
