"""Time expressions of a document, as TIMEX3.

Source:
    TimeML annotation guidelines 1.2.1 (what is marked, and its value) and the
    TempEval-3 training part for what they leave open.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from extract.timex.discourse import Spoken, read_times
from extract.timex.expressions import Anchors, Expression
from extract.timex.resolve import Resolved, resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from extract.records import Statement, TimeExpression

__all__ = [
    "Anchors",
    "Expression",
    "Resolved",
    "find_times",
    "resolve",
    "resolve_quoted",
]

_QUOTED = re.compile(
    r"“[^“”]*”|\"[^\"\n]*\"|«[^«»]*»|„[^„“”]*[“”]|``(?:(?!'').)*''", re.DOTALL
)


def find_times(doc: Doc, *, published: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``doc`` in reading order, without overlap.

    Args:
        doc: a document; only its tokens are needed. Tags, parse, entities and
            ``doc.spans["blocks"]`` are used where they are set.
        published: day of publication. While it is ``None``, what is counted from
            it stays open (``XXXX-WXX-3``).

    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> [t.value for t in find_times(nlp("They met on Tuesday."), published=None)]
    ['XXXX-WXX-2']
    >>> day = date(2022, 3, 30)
    >>> [t.value for t in find_times(nlp("They met on Tuesday."), published=day)]
    ['2022-03-29']
    """
    return read_times(doc, published=published)


def resolve_quoted(
    doc: Doc,
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    *,
    published: date | None,
) -> tuple[TimeExpression, ...]:
    """Return ``times``, those inside quoted words counted from the day of saying.

    Args:
        doc: the document of ``find_times``.
        times: what ``find_times`` returned for it.
        statements: the statements of the document; one without a full date, or
            said on the day of publication, changes nothing.
        published: as given to ``find_times``.
    """
    known = tuple(times)
    spoken = tuple(_spoken(doc.text, statements, published))
    if not spoken:
        return known
    again = {
        (t.quoted.start, t.quoted.end): t
        for t in read_times(doc, published=published, spoken=spoken)
    }
    return tuple(
        again.get((t.quoted.start, t.quoted.end), t)
        if any(s.start <= t.quoted.start < s.end for s in spoken)
        else t
        for t in known
    )


def _spoken(
    text: str, statements: Iterable[Statement], published: date | None
) -> Iterator[Spoken]:
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    for statement in statements:
        if statement.act != "speech" or statement.kind == "indirect":
            continue
        try:
            day = date.fromisoformat(statement.date or "")
        except ValueError:
            continue
        if day == published:
            continue
        for content in statement.content:
            if statement.kind == "direct":
                yield Spoken(content.start, content.end, day)
                continue
            for start, end in quotes:
                if start < content.end and content.start < end:
                    yield Spoken(max(start, content.start), min(end, content.end), day)
