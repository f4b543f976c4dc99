"""Read ``manifest.csv``: what the reader already knows about the files of a folder.

Columns: file, title, publisher, url, published; all but file may be empty.
"""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

NAME: Final = "manifest.csv"
COLUMNS: Final = ("file", "title", "publisher", "url", "published")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a manifest; ``None`` where the reader left a field empty."""

    file: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The usable rows of a manifest by file name, and what was wrong with it."""

    rows: dict[str, Row]
    problems: tuple[str, ...] = ()


def read_manifest(folder: Path) -> Manifest:
    """Return the manifest of a folder; an absent one is empty, never an error.

    A row that cannot be used is left out and named in ``problems`` with its line
    number and what to do; a bad date loses the date, not the row.
    """
    path = folder / NAME
    if not path.is_file():
        return Manifest(rows={})
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Manifest(
            rows={},
            problems=(
                f"{path}: is not UTF-8 ({error.reason} at byte {error.start}): "
                "save it as UTF-8; its rows were ignored",
            ),
        )
    reader = csv.DictReader(io.StringIO(text, newline=""))
    fields = [name.strip().lower() for name in reader.fieldnames or ()]
    if "file" not in fields:
        return Manifest(
            rows={},
            problems=(
                f"{path}: has no column 'file' (found: {', '.join(fields) or 'none'}): "
                f"begin it with the line {','.join(COLUMNS)}",
            ),
        )
    reader.fieldnames = fields
    rows: dict[str, Row] = {}
    problems: list[str] = []
    for number, values in _rows(reader, path, problems):
        name = (values.get("file") or "").strip()
        where = f"{path} line {number}"
        if None in values or any(value is None for value in values.values()):
            problems.append(
                f"{where}: has another number of fields than the first line: "
                "put quotation marks around fields with commas; the row was ignored"
            )
        elif not name:
            problems.append(f"{where}: names no file: fill in the column 'file'")
        elif name in rows:
            problems.append(f"{where}: names {name} again: only its first row is used")
        elif not (folder / name).is_file():
            problems.append(
                f"{where}: names {name}, which is not in {folder}: "
                "add the file or delete the row"
            )
        else:
            rows[name] = _row(values, name, where, problems)
    return Manifest(rows=rows, problems=tuple(problems))


def _rows(
    reader: csv.DictReader[str], path: Path, problems: list[str]
) -> list[tuple[int, dict[str, str]]]:
    """Return the rows, each with the line on which it ends."""
    found: list[tuple[int, dict[str, str]]] = []
    try:
        found.extend((reader.line_num, values) for values in reader)
    except csv.Error as error:
        problems.append(
            f"{path} line {reader.line_num}: cannot be read as CSV ({error}): "
            "mend the line; the rows after it were ignored"
        )
    return found


def _row(values: dict[str, str], name: str, where: str, problems: list[str]) -> Row:
    given = (values.get("published") or "").strip()
    published = None
    if given:
        try:
            published = date.fromisoformat(given)
        except ValueError:
            problems.append(
                f"{where}: {given!r} is no date: write it as YYYY-MM-DD, such as "
                "2022-03-30; the date was ignored"
            )
    return Row(
        file=name,
        title=(values.get("title") or "").strip() or None,
        publisher=(values.get("publisher") or "").strip() or None,
        url=(values.get("url") or "").strip() or None,
        published=published,
    )
