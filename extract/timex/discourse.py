"""Expressions resolved in the order of the text: what each one counts from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.records import Quoted, TimeExpression
from extract.timex import calendar
from extract.timex.atoms import cut
from extract.timex.direction import direction
from extract.timex.expressions import (
    Anchors,
    Away,
    Between,
    Clock,
    Cycle,
    DayPart,
    Length,
    MonthDay,
    Reported,
    Weekday,
    Yearly,
    YearBefore,
)
from extract.timex.recognise import Found, find
from extract.timex.resolve import Resolved, resolve
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Doc

    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node

_ENDS = frozenset({".", "!", "?", "\n"})


def read_times(doc: Doc, *, published: date | None) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``doc``, resolved, in reading order."""
    blocks = doc.spans["blocks"] if "blocks" in doc.spans else ()
    a = cut(doc.text, [span.start_char for span in blocks])
    tags = Tags(doc)
    story = Story(a, tags, published)
    return tuple(story.read(found) for found in find(a, tags))


class Story:
    """What the text has been talking about so far."""

    def __init__(self, a: Atoms, tags: Tags, published: date | None) -> None:
        self.a = a
        self.tags = tags
        self.published = published
        self.day: str | None = None
        self.month: str | None = None
        self.year: str | None = None
        self.period: tuple[str, int] | None = None

    def read(self, found: Found) -> TimeExpression:
        """Return the expression resolved, and remember what it names."""
        node = found.expression.node
        anchors = Anchors(
            speech=self.published,
            story=self._story(node),
            quarter=self._quarter(node, found.first),
            direction=self._direction(node, found.first),
        )
        resolved = resolve(found.expression, anchors)
        self._remember(resolved, found)
        return self._record(found, resolved)

    def _record(self, found: Found, resolved: Resolved) -> TimeExpression:
        start, end = self.a.starts[found.first], self.a.ends[found.end - 1]
        span = resolved.days
        return TimeExpression(
            quoted=Quoted(start=start, end=end, text=self.a.text[start:end]),
            type=resolved.type,
            value=resolved.value,
            mod=found.expression.mod,
            begin=span[0] if span else None,
            last=span[1] if span else None,
            anchor=resolved.anchor,
            rule=resolved.rule,
        )

    def _story(self, node: Node) -> str | None:
        unit = getattr(node, "unit", "day")
        if unit in ("year", "decade", "century"):
            return self.year
        if unit in ("month", "quarter") or isinstance(node, MonthDay):
            return self.month
        return self.day

    def _quarter(self, node: Node, i: int) -> str | None:
        if self.period is None:
            return None
        if isinstance(node, YearBefore | Reported):
            return self.period[0]
        if isinstance(node, Away) and self._near(self.period[1], i):
            return self.period[0]
        return None

    def _near(self, i: int, j: int) -> bool:
        """Tell whether two atoms stand in the same sentence or in neighbouring ones."""
        return sum(word in _ENDS for word in self.a.words[i:j]) <= 2

    def _direction(self, node: Node, i: int) -> int:
        if isinstance(node, Clock | DayPart):
            return self._direction(node.day, i) if node.day is not None else 0
        if isinstance(node, Between):
            return self._direction(node.first, i)
        if isinstance(node, Weekday) or (isinstance(node, Yearly) and node.year is None):
            return direction(self.a, i, self.tags)
        return 0

    def _remember(self, resolved: Resolved, found: Found) -> None:
        value, node = resolved.value, found.expression.node
        if isinstance(node, Length) and value in ("P9M", "P6M") or "-Q" in value or "-H" in value:
            if not isinstance(node, YearBefore | Away):
                self.period = (value, found.first)
        span = resolved.days
        if span is None:
            return
        if span[0] == span[1] and not isinstance(found.expression.node, Cycle):
            self.day = value
        if (span[1] - span[0]).days <= 31:
            self.month = value
        if "/" not in value and calendar.days(value[:4]):
            self.year = value[:4]
