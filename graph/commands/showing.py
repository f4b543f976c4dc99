"""Print rows: as a table for people, as JSON or CSV for programs."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import Any

import typer

from graph.commands.common import printable
from graph.rows import Row

__all__ = ["as_csv", "as_json", "as_table"]

#: What a table for people shows, as column names and the fields they are made of.
_SHOWN: dict[str, tuple[tuple[str, str], ...]] = {
    "timeline": (
        *(("when", "begin..last"), ("type", "type"), ("what", "label")),
        *(("who", "participants"), ("where", "places"), ("read from", "evidence")),
    ),
    "statements": (
        *(("said", "date"), ("speaker", "speaker"), ("words", "content")),
        *(("topics", "topics"), ("outlet", "outlet")),
    ),
    "proposals": (
        *(("put", "date"), ("proposer", "proposer"), ("proposal", "label")),
        *(("provisions", "provisions"), ("read from", "evidence")),
    ),
    "deviations": (
        *(("claimed", "date"), ("by", "claimed_by"), ("topic", "topic")),
        *(("kind", "kind"), ("before", "old"), ("now", "new")),
        ("read from", "places"),
    ),
    "positions": (
        *(
            ("topic", "topic"),
            ("on", "date"),
            ("side", "side"),
            ("voiced by", "holder"),
        ),
        *(("stance", "stance"), ("words", "text"), ("read from", "places")),
    ),
    "contradictions": (
        *(("about", "about"), ("one says", "from_speaker: from_text")),
        *(("the other", "to_speaker: to_text"), ("rule", "rule")),
        ("read from", "places"),
    ),
    "phases": (
        *(("from", "begin"), ("phase", "name"), ("began with", "label")),
        *(("explained", "explained"), ("read from", "evidence")),
    ),
    "entities": (
        *(("kind", "kind"), ("name", "name"), ("roles", "roles")),
        *(("speaks for", "speaks_for"), ("mentions", "mentions")),
    ),
}

_CUT = 120


def as_json(rows: Any) -> None:
    """Print plain values as JSON, one document."""
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def as_csv(name: str, rows: Sequence[Row]) -> None:
    """Print rows as CSV with a header; lists are joined by semicolons."""
    from graph.tables import COLUMNS

    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(COLUMNS[name])
    for row in rows:
        writer.writerow([_cell(row[column]) for column in COLUMNS[name]])
    typer.echo(written.getvalue(), nl=False)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        if "topic" in value:
            return f"{value['topic']}: {value['text']}"
        return f"{value['file']}:{value['start']}-{value['end']} {value['text']}"
    if isinstance(value, list):
        return "; ".join(_cell(each) for each in value)
    return str(value)


def as_table(name: str, rows: Sequence[Row]) -> None:
    """Print rows as a table for people; ``why`` shows what is cut."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if not rows:
        typer.echo(f"no {name} in this graph", err=True)
        return
    console = Console()
    if not console.is_terminal:
        console = Console(width=max(160, console.width))
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for heading, _ in _SHOWN[name]:
        table.add_column(heading, overflow="fold", vertical="top")
    for row in rows:
        table.add_row(
            *(Text(printable(_short(row, field))) for _, field in _SHOWN[name])
        )
    console.print(table)


def _short(row: Row, field: str) -> str:
    if field == "begin..last":
        return _when(row)
    if ": " in field:
        speaker, text = field.split(": ")
        return ": ".join(part for part in (row[speaker], _cut(row[text])) if part)
    if field == "places" and "places" not in row:
        return _places(row)
    value = row[field]
    if field == "evidence":
        if not value:
            return ""
        most = max(value, key=lambda words: len(words["text"]))
        more = f" (+{len(value) - 1})" if len(value) > 1 else ""
        return f"“{_cut(most['text'])}” {most['file']}{more}"
    if field == "provisions":
        terms = {each["iri"]: each for each in reversed(value)}  # its first report
        shown = [each for each in value if terms[each["iri"]] is each]
        return "\n".join(f"{each['topic']}: {_cut(each['text'])}" for each in shown)
    if field in {"old", "new"}:
        return "" if value is None else _cut(value["text"])
    if field == "explained":
        return "yes" if value else "no"
    if field == "date" and value is None:
        return "?"
    return _cut(_cell(value))


def _places(row: Row) -> str:
    """Return where the words stand: file and characters, as ``why`` writes them."""
    words = row["evidence"] if "evidence" in row else [row["old"], row["new"]]
    held: dict[str, str] = {}
    for each in words:
        if each is not None:
            held.setdefault(each["file"], f"{each['start']}-{each['end']}")
    return "\n".join(f"{file}:{place}" for file, place in held.items())


def _when(row: Row) -> str:
    begin, last = row["begin"], row["last"]
    when = begin or "?"
    if last and last != begin:
        when = f"{begin} to {last}"
    return when if row["modality"] == "actual" else f"{when} ({row['modality']})"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _CUT else line[: _CUT - 3].rsplit(" ", 1)[0] + " ..."
