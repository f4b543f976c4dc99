"""Rows as pandas DataFrames, with types that notebooks can count on.

Dates are timestamps, with a column beside them that says how precise they are;
kinds and the like are categories; lists stay lists of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
from pyoxigraph import Literal, NamedNode

from graph.days import days, precision
from graph.query import Solutions, Term
from graph.rows import Row

__all__ = ["COLUMNS", "solutions_table", "table"]

#: The columns of each kind of rows; the same with and without rows.
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "timeline": (
        *("iri", "type", "label", "begin", "last", "precision", "modality"),
        *("places", "participants", "evidence", "date_basis", "topics", "outlets"),
        *("told_in", "denied", "confidence", "main_line"),
    ),
    "statements": (
        *("iri", "speaker", "content", "kind", "act", "date", "topics", "speech_act"),
        *("evidence", "stance", "cue", "via", "outlet", "speaker_iri", "inside"),
    ),
    "proposals": (
        *("iri", "label", "proposer", "date", "revision_of", "provisions"),
        *("evidence", "addressee", "version", "event"),
    ),
    "deviations": (
        *("topic", "kind", "from", "to", "claimed_by", "date", "old", "new", "iri"),
        *("statement", "event"),
    ),
    "positions": (
        *("iri", "side", "holder", "topic", "stance", "date", "text", "outlets"),
        *("evidence", "side_iri", "holder_iri", "origin"),
    ),
    "contradictions": (
        *("iri", "about", "from", "from_text", "from_speaker", "to", "to_text"),
        *("to_speaker", "date", "rule", "confidence", "evidence"),
    ),
    "phases": ("iri", "name", "begin", "event", "label", "explained", "evidence"),
    "entities": (
        *("iri", "kind", "name", "labels", "roles", "country", "speaks_for"),
        *("mentions", "outlets", "evidence"),
    ),
    "compare": (
        *("topic", "kind", "basis", "claimed_by", "date", "old", "new", "evidence"),
    ),
}

_DATES: Final = frozenset({"begin", "last", "date", "published"})
_CATEGORIES: Final = frozenset(
    {"type", "precision", "modality", "kind", "act", "stance", "cue", "rule", "basis"}
)


def table(name: str, rows: Sequence[Row]) -> pd.DataFrame:
    """Return rows of a kind as a DataFrame.

    >>> table("phases", []).columns.tolist()[:3]
    ['iri', 'name', 'begin']
    """
    frame = pd.DataFrame(list(rows), columns=list(COLUMNS[name]), dtype=object)
    for column in COLUMNS[name]:
        if column in _DATES:
            values = list(frame[column])
            frame[column] = _timestamps(values, last=column == "last")
            if "precision" not in COLUMNS[name]:
                place = frame.columns.tolist().index(column)
                kinds = [precision(days(value)) for value in values]
                frame.insert(place + 1, f"{column}_precision", kinds)
                frame[f"{column}_precision"] = frame[f"{column}_precision"].astype(
                    "category"
                )
        elif column in _CATEGORIES:
            frame[column] = frame[column].astype("category")
        else:
            frame[column] = frame[column].convert_dtypes()
    return frame


def _timestamps(values: Iterable[str | None], *, last: bool) -> pd.Series[pd.Timestamp]:
    """Return the first, or the last, day that each value covers."""
    found: list[object] = []
    for value in values:
        stretch = days(value)
        if stretch is None:
            found.append(pd.NaT)
        else:
            found.append(pd.Timestamp(stretch.last if last else stretch.begin))
    return pd.Series(found, dtype="datetime64[s]")


_WHOLE = "http://www.w3.org/2001/XMLSchema#integer"
_NUMBERS = frozenset(
    f"http://www.w3.org/2001/XMLSchema#{name}"
    for name in ("decimal", "double", "float")
)
_DAY = "http://www.w3.org/2001/XMLSchema#date"
_TRUTH = "http://www.w3.org/2001/XMLSchema#boolean"


def solutions_table(found: Solutions) -> pd.DataFrame:
    """Return the rows of a query; numbers, days and truth values as such.

    >>> solutions_table(Solutions(columns=("n",), rows=())).columns.tolist()
    ['n']
    """
    columns = {}
    for place, name in enumerate(found.columns):
        values = [_plain(row[place]) for row in found.rows]
        columns[name] = pd.Series(values, dtype=object).convert_dtypes()
        kinds = {type(value) for value in values if value is not None}
        if kinds == {pd.Timestamp}:
            columns[name] = pd.Series(values, dtype="datetime64[s]")
    return pd.DataFrame(columns, columns=list(found.columns))


def _plain(term: Term | None) -> object:
    if isinstance(term, NamedNode):
        return term.value
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    kind = term.datatype.value
    if kind == _WHOLE:
        return int(term.value)
    if kind in _NUMBERS:
        return float(term.value)
    if kind == _TRUTH:
        return term.value in {"true", "1"}
    if kind == _DAY and days(term.value) is not None:
        return pd.Timestamp(term.value)
    return term.value
