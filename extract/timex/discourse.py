"""Expressions resolved in the order of the text: what each one counts from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.records import Quoted, TimeExpression
from extract.timex import calendar
from extract.timex.atoms import BREAK, cut
from extract.timex.direction import direction
from extract.timex.expressions import (
    Anchors,
    Away,
    Between,
    Clock,
    Cycle,
    DayPart,
    Fixed,
    Length,
    MonthDay,
    Reported,
    Weekday,
    YearBefore,
    Yearly,
)
from extract.timex.recognise import Found, find, sharing_years
from extract.timex.resolve import Resolved, resolve
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from spacy.tokens import Doc

    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node

#: A story so many years before its article keeps its own years.
_YEARS_AGO = 2
_YEARS_NAMED = 3
#: Words before a day up to or from which something holds: nothing happened on it.
_TERM = frozenset({"backdated", "effective", "retroactive", "until", "till", "valid"})


@dataclass(frozen=True, slots=True)
class Spoken:
    """Characters ``start`` to ``end`` of the text were said on ``day``."""

    start: int
    end: int
    day: date


def read_times(
    doc: Doc, *, published: date | None, spoken: Sequence[Spoken] = ()
) -> tuple[TimeExpression, ...]:
    """Return the time expressions of ``doc``, resolved, in reading order.

    Args:
        doc: tokens; tags, parse and entities are used where they are set.
        published: day of publication; while unknown, values stay open.
        spoken: stretches of words that somebody said on another day.
    """
    blocks = doc.spans.get("blocks", ())
    a = cut(doc.text, [span.start_char for span in blocks])
    tags = Tags(doc)
    story = Story(a, tags, published, spoken)
    founds = sharing_years(a, find(a, tags))
    story.look_ahead(founds)
    skipped = [(b.start_char, b.end_char) for b in blocks if b.label_ == "boilerplate"]
    return tuple(
        story.read(found)
        for found in founds
        if _in_full(found)
        or not any(s <= a.starts[found.first] < e for s, e in skipped)
    )


def _in_full(found: Found) -> bool:
    """Tell whether a day is named with its month and year, as in a caption or stamp."""
    node = found.expression.node
    return isinstance(node, Fixed) and len(node.value) == 10


def _bare_weekday(node: Node) -> int | None:
    """Return the weekday of "Friday" or "Friday night", where no word counts it."""
    if isinstance(node, Clock | DayPart) and node.day is not None:
        node = node.day
    bare = isinstance(node, Weekday) and node.shift is None and node.week is None
    return node.day if isinstance(node, Weekday) and bare else None


class Story:
    """What the text has been talking about so far."""

    def __init__(
        self,
        a: Atoms,
        tags: Tags,
        published: date | None,
        spoken: Sequence[Spoken] = (),
    ) -> None:
        self.a = a
        self.tags = tags
        self.published = published
        self.spoken = spoken
        self.wordings: dict[str, str] = {}
        self.seen = 0
        self.day: str | None = None
        self.told: str | None = None
        self.week: str | None = None
        self.month: str | None = None
        self.year: str | None = None
        self.period: str | None = None
        self.past: date | None = None
        self.years_named = 0
        self.deictic = False
        self.last_found: Found | None = None
        self.last_day = ""
        self.leanings: dict[int, set[int]] = {}
        self.directions: dict[int, int] = {}

    def look_ahead(self, founds: Sequence[Found]) -> None:
        """Note which way the clauses look that name each weekday, before reading."""
        for found in founds:
            day = _bare_weekday(found.expression.node)
            if day is not None:
                leaning = direction(self.a, found.first, self.tags)
                self.directions[found.first] = leaning
                self.leanings.setdefault(day, set()).add(leaning)

    def read(self, found: Found) -> TimeExpression:
        """Return the expression resolved, and remember what it names."""
        return self._record(found, self.follow(found))

    def follow(self, found: Found) -> Resolved:
        """Return what the expression means, and remember it."""
        if BREAK in self.a.words[self.seen : found.first]:
            self.wordings.clear()
        self.seen = found.first
        node = found.expression.node
        anchors = Anchors(
            speech=None if self._any_such(found) else self._speech(found.first),
            story=self._story(node, found),
            quarter=self._quarter(node),
            past=self._past(),
            direction=self._direction(node, found.first),
        )
        resolved = resolve(found.expression, anchors)
        if self._ends_range(found, resolved):
            resolved = resolve(found.expression, replace(anchors, direction=1))
        self.last_found, self.last_day = found, resolved.value
        self._remember(resolved, found)
        return resolved

    def _ends_range(self, found: Found, resolved: Resolved) -> bool:
        """Tell whether the "Friday" of "from Monday to Friday" came out too early."""
        before = self.last_found
        if before is None or _bare_weekday(found.expression.node) is None:
            return False
        if _bare_weekday(before.expression.node) is None:
            return False
        between = self.a.words[before.end : found.first]
        if len(between) != 1 or between[0] not in ("to", "through", "until", "-"):
            return False
        return resolved.value < self.last_day

    def _any_such(self, found: Found) -> bool:
        """Tell whether any such day is meant ("on a Friday", not "a Friday vote")."""
        i, words = found.first, self.a.words
        if not isinstance(found.expression.node, Weekday | Yearly):
            return False
        if i > 2 and words[i - 2] == "a" and words[i - 1].isalpha():
            if self.tags.tag(self.a.starts[i - 1])[:2] != "JJ":
                return False
            i -= 1  # "on a sunny Sunday"
        if i < 2 or words[i - 1] != "a" or words[i - 2] not in ("on", "in"):
            return False
        follower = (
            self.tags.tag(self.a.starts[found.end]) if found.end < self.a.size else ""
        )
        return not words[found.end].isalpha() or not follower.startswith(
            ("NN", "JJ", "VBG")
        )

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

    def _speech(self, i: int) -> date | None:
        """Return the day on which the words at atom ``i`` were said or published."""
        start = self.a.starts[i]
        for words in self.spoken:
            if words.start <= start < words.end:
                return words.day
        return self.published

    def _story(self, node: Node, found: Found) -> str | None:
        if (
            isinstance(node, Cycle | Away)
            and node.origin == "story"
            and node.unit == "day"
        ):
            # "the day before" said twice in a paragraph is one day.
            wording = " ".join(self.a.words[found.first : found.end])
            if wording in self.wordings:
                return self.wordings[wording]
            day = self._day_told(found)
            if day is not None:
                self.wordings[wording] = day
        unit = getattr(node, "unit", "day")
        if unit in ("year", "decade", "century"):
            return self.year
        if unit in ("month", "quarter") or isinstance(node, MonthDay):
            return self.month
        if unit in ("week", "weekend") and isinstance(node, Cycle):
            return self.week
        return self._day_told(found)

    def _day_told(self, found: Found) -> str | None:
        """Return the story's day: for what is past, one that has come.

        In a clause that glances aside it is a day that the clause itself names:
        "whose visit on May 3 saved talks that had failed two days earlier".
        """
        last, start = self.last_found, self.a.starts[found.first]
        if last is not None and len(self.last_day) == len("2000-01-01"):
            between = self.a.words[last.end : found.first]
            aside = self.tags.in_relative_clause(self.a.starts[last.first])
            if aside and self.tags.in_relative_clause(start) and "." not in between:
                return self.last_day
        if self.day == self.told or direction(self.a, found.first, self.tags) >= 0:
            return self.day
        return self.told

    def _past(self) -> date | None:
        """Return the day reached, where the story plays years before the article.

        That is so in a life or a history: years are named again and again, and
        nothing is counted from the day of publication.
        """
        if self.past is None or self.published is None or self.deictic:
            return None
        if self.years_named < _YEARS_NAMED:
            return None
        return self.past if self.past.year <= self.published.year - _YEARS_AGO else None

    def _quarter(self, node: Node) -> str | None:
        if self.period is None:
            return None
        if isinstance(node, YearBefore | Reported | Away):
            return self.period
        return None

    def _direction(self, node: Node, i: int) -> int:
        if isinstance(node, Clock | DayPart):
            return self._direction(node.day, i) if node.day is not None else 0
        if isinstance(node, Between):
            return self._direction(node.first, i)
        weekend = isinstance(node, Cycle) and node.unit == "weekend"
        if (
            isinstance(node, Weekday)
            or weekend
            or (isinstance(node, Yearly) and node.year is None)
        ):
            return self._leaning(node, i)
        return 0

    def _leaning(self, node: Node, i: int) -> int:
        """Return where the clause looks, or else the others that name that weekday.

        "Trump will use Monday's debate" looks ahead if "they meet on Monday" does.
        """
        known = self.directions.get(i)
        own = direction(self.a, i, self.tags) if known is None else known
        day = _bare_weekday(node)
        if isinstance(node, Cycle) and self.a.words[i] == "this":
            return max(own, 0)  # "this weekend" is not the one before the last days
        if own or day is None:
            return own
        others = self.leanings.get(day, set()) - {0}
        return others.pop() if len(others) == 1 else 0

    def _remember(self, resolved: Resolved, found: Found) -> None:
        value, node = resolved.value, found.expression.node
        if isinstance(node, YearBefore | Reported):
            return
        if not isinstance(node, Away):
            self._remember_period(resolved, found)
        span = resolved.days
        if span is None or (isinstance(node, Away) and node.unit == "year"):
            return
        if isinstance(node, Fixed | Yearly):
            self.years_named += isinstance(node, Fixed)
            self.past = span[0]
        elif resolved.anchor is not None and resolved.anchor == self.published:
            self.deictic = True  # the article speaks from its own day
        if span[0] == span[1] and not self._aside(node, found.first):
            self.day = value
            if self.published is None or span[0] <= self.published:
                self.told = value
        if (span[1] - span[0]).days < 7 and not self._aside(node, found.first):
            self.week = value
        if (span[1] - span[0]).days <= 31:
            self.month = value
        if "/" not in value and calendar.days(value[:4]):
            self.year = value[:4]

    def _aside(self, node: Node, i: int) -> bool:
        """Tell whether the text only glances at that day and returns to the old one."""
        if isinstance(node, Cycle) and node.origin == "story" and node.shift < 0:
            return True
        if isinstance(node, Away) and node.origin == "story" and node.sign < 0:
            return True
        before = {word.lower() for word in self.a.words[max(i - 2, 0) : i]}
        return bool(before & _TERM) or self.tags.in_relative_clause(self.a.starts[i])

    def _remember_period(self, resolved: Resolved, found: Found) -> None:
        """Keep the period a report is about: a quarter or half gone by, nine months."""
        value = resolved.value
        if isinstance(found.expression.node, Length):
            if self.a.words[found.first] != "the" and value != "P9M":
                return
            if value in ("P9M", "P6M"):
                self.period = value
            elif value == "P1Y":
                self.period = None
        elif "-Q" in value or "-H" in value:
            span = resolved.days
            if self.published is None or span is None or span[1] < self.published:
                self.period = value
