"""The timeline as a table, and as TimelineJS JSON."""

from __future__ import annotations

import csv
import html
import io
import json
from typing import Any, Final

from graph.rows import Row, Rows
from graph.story import Story

COLUMNS: Final = (
    "begin",
    "last",
    "precision",
    "type",
    "label",
    "modality",
    "participants",
    "places",
    "outlets",
    "file",
    "start",
    "end",
    "text",
    "iri",
)


def to_csv(story: Story) -> bytes:
    """Return the timeline as CSV, one line an event with its first words.

    Lists are joined by ``"; "``. Cells that a spreadsheet would take for a formula
    begin with an apostrophe.
    """
    out = io.StringIO(newline="")
    rows = csv.DictWriter(out, COLUMNS, lineterminator="\r\n")
    rows.writeheader()
    for event in Rows(story).timeline():
        first = event["evidence"][0] if event["evidence"] else {}
        line = {name: safe_cell(event.get(name, first.get(name))) for name in COLUMNS}
        rows.writerow(line)
    return out.getvalue().encode("utf-8")


def safe_cell(value: object) -> str:
    """Return a value as the text of a cell, never as a formula.

    >>> safe_cell("=1+1"), safe_cell(["a", "b"]), safe_cell(None)
    ("'=1+1", 'a; b', '')
    """
    if value is None:
        return ""
    text = "; ".join(map(str, value)) if isinstance(value, list) else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def to_timelinejs(story: Story) -> bytes:
    """Return dated events as TimelineJS JSON; text from articles is escaped.

    Source:
        The JSON format of TimelineJS3 by Knight Lab.
    """
    events = [_slide(row) for row in Rows(story).timeline() if row["begin"]]
    text = json.dumps({"events": events}, ensure_ascii=False, indent=1)
    return (text + "\n").encode("utf-8")


def _slide(row: Row) -> dict[str, Any]:
    slide = {
        "unique_id": row["iri"].rsplit("/", 1)[-1],
        "group": row["type"],
        "start_date": _date(row["begin"]),
        "text": {
            "headline": html.escape(row["label"]),
            "text": "".join(
                f"<blockquote>{html.escape(e['text'])}<br>"
                f"<cite>{html.escape(e['file'])}</cite></blockquote>"
                for e in row["evidence"]
            ),
        },
    }
    if row["last"] and row["last"] != row["begin"]:
        slide["end_date"] = _date(row["last"])
    return slide


def _date(value: str) -> dict[str, int]:
    names = ("year", "month", "day")
    return dict(zip(names, map(int, value.split("-")), strict=False))
