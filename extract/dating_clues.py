"""What one article tells by day: happenings with a place, and passages of words.

An article whose day of publication is unknown still says "on Tuesday" or "two
weeks ago". ``ArticleDays`` resolves all of that for any supposed day, so that
two articles can be compared for every day they might have appeared on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.dating_self import OwnDay
from extract.timex import calendar
from extract.timex.atoms import cut
from extract.timex.direction import direction
from extract.timex.discourse import Story
from extract.timex.expressions import (
    Away,
    Between,
    Clock,
    Cycle,
    DayPart,
    Fixed,
    Weekday,
    Yearly,
)
from extract.timex.lexicon import load_matters
from extract.timex.recognise import find
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from extract.records import Reading
    from extract.timex.expressions import Node
    from extract.timex.recognise import Found
    from extract.timex.resolve import Resolved

_LEX = load_matters()
#: Ends at a stop, at a blank line, and at a line end that follows a stop.
_SENTENCE = re.compile(r"(?:[^.!?\n]|\n(?!\s*\n)|[.!?](?![\s\"”’']|$))+[.!?]*[\"”’']*")
_QUOTES = re.compile(r"[\"“”«»„]|``|''")
_WORD = re.compile(r"[^\W\d_]{4,}")
_IN_PLACE = re.compile(r"\b(?:in|at)\s+((?:[A-Z][\w’'-]+\s?){1,3})")
_STEM = 6
#: Before "strike", they make it no walkout.
_BOMBS = frozenset({"air", "drone", "missile", "rocket", "military", "bomb"})
#: Days of a month that "early", "mid" and "late" leave.
_PARTS_OF_MONTH = {"START": (0, 11), "MID": (8, 22), "END": (18, 31)}


@dataclass(frozen=True, slots=True)
class Told:
    """A time the article gives, resolved for one supposed day of publication.

    Attributes:
        index: which of the article's expressions it is.
        text: its words.
        first: first day it covers.
        last: last day it covers.
        counted: it is a distance in weeks or months, so it may be rounded.
    """

    index: int
    text: str
    first: date
    last: date
    counted: bool

    @property
    def exact(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last


#: First and last days, as ordinals, one a supposed day; whether they are rounded.
Span = tuple[NDArray[np.int64], NDArray[np.int64], bool]


@dataclass(frozen=True, slots=True)
class Matter:
    """A happening: what it is and where ("talks", "geneva"), and its time's index.

    ``place`` is what makes two places one, ``name`` how it is called.
    """

    group: str
    place: str
    name: str
    words: str
    index: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence: its telling stems, its words, the index of the time it falls on.

    ``quotes`` tells whether it holds somebody's words.
    """

    stems: frozenset[str]
    text: str
    index: int | None
    quotes: bool


class ArticleDays:
    """One article's times, for any day on which it might have appeared."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        article = reading.article
        self.file = article.file
        self.published = article.published
        skipped = [(b.start, b.end) for b in article.blocks if b.kind == "boilerplate"]
        self.atoms = cut(article.text, [block.start for block in article.blocks])
        self.found = [
            f
            for f in find(self.atoms)
            if _datable(f.expression.node)
            and not any(s <= self.atoms.starts[f.first] < e for s, e in skipped)
        ]
        self._told: dict[date, tuple[Told | None, ...]] = {}

    def told(self, published: date) -> tuple[Told | None, ...]:
        """Return every time as it falls if the article appeared on that day."""
        known = self._told.get(published)
        if known is None:
            story = Story(self.atoms, Tags(None), published)
            story.directions = self.directions
            known = tuple(
                _told(i, f, story.follow(f), self.words(i))
                for i, f in enumerate(self.found)
            )
            self._told[published] = known
        return known

    @cached_property
    def directions(self) -> dict[int, int]:
        """Which way the words look around each time, by its first word."""
        return {f.first: direction(self.atoms, f.first, Tags(None)) for f in self.found}

    def span(self, index: int, days: tuple[date, ...]) -> Span:
        """Return where one time falls for each supposed day, 0 where it is open."""
        told = [self.told(day)[index] for day in days]
        first = np.array([t.first.toordinal() if t else 0 for t in told])
        last = np.array([t.last.toordinal() if t else 0 for t in told])
        return first, last, any(t.counted for t in told if t)

    def start(self, index: int) -> int:
        """Return the first character of an expression."""
        return self.atoms.starts[self.found[index].first]

    def end(self, index: int) -> int:
        """Return the character after an expression."""
        return self.atoms.ends[self.found[index].end - 1]

    def words(self, index: int) -> str:
        """Return the words of an expression."""
        return self.reading.article.text[self.start(index) : self.end(index)]

    def weekly(self, index: int) -> bool:
        """Tell whether a time is a weekday or "today", which come round every week."""
        node = self.found[index].expression.node
        if isinstance(node, Clock | DayPart) and node.day is not None:
            node = node.day
        return isinstance(node, Weekday | Cycle)

    def relative(self, index: int) -> bool:
        """Tell whether a time is counted from the day of publication or the story's.

        A day of a month, which says no more than the year, is not.
        """
        node = self.found[index].expression.node
        if isinstance(node, Clock | DayPart) and node.day is not None:
            node = node.day
        return isinstance(node, Weekday | Cycle | Away)

    def looks_ahead(self, index: int) -> bool:
        """Tell whether a weekday is ahead ("opens on Monday", "before Friday")."""
        if not self.weekly(index):
            return False
        first = self.found[index].first
        return self.atoms.words[max(first - 1, 0)] == "before" or (
            self.directions[first] > 0
        )

    def fixed(self, index: int) -> bool:
        """Tell whether a time is named in full, so that it says nothing of today."""
        return isinstance(self.found[index].expression.node, Fixed)

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """First and last character of each sentence."""
        if self.reading.sentences:
            return self.reading.sentences
        text = self.reading.article.text
        return tuple(m.span() for m in _SENTENCE.finditer(text) if m.group().strip())

    @cached_property
    def own(self) -> OwnDay:
        """What the article says of its own day."""
        return OwnDay(self)

    @cached_property
    def matters(self) -> tuple[Matter, ...]:
        """Happenings that the article gives a place and a time."""
        out: dict[tuple[str, str, int], Matter] = {}
        text = self.reading.article.text
        for first, last in self.sentences:
            inside = [
                i for i in range(len(self.found)) if first <= self.start(i) < last
            ]
            if not inside:
                continue
            places = self._places(first, last)
            for match in _WORD.finditer(text, first, last) if places else ():
                group = _LEX.groups.get(match.group().lower())
                if group is None or _bombing(text, match.start()):
                    continue
                index = min(inside, key=lambda i: (self._gap(i, match.span()), i))
                words = " ".join(text[first:last].split())
                for place, name in places:
                    matter = Matter(group, place, name, words, index)
                    out.setdefault((group, place, index), matter)
        return tuple(out.values())

    def _gap(self, index: int, span: tuple[int, int]) -> int:
        return max(self.start(index) - span[1], span[0] - self.end(index), 0)

    def _places(self, first: int, last: int) -> list[tuple[str, str]]:
        """Return the places named between two characters: key and name of each.

        A place has its name for a key, and its address in a public register, so
        that Jeddah and Jiddah are one.
        """
        text = self.reading.article.text
        named = {
            (key, mention.quoted.text.title())
            for entity in self.reading.entities
            if entity.kind == "place"
            for mention in entity.mentions
            if first <= mention.quoted.start < last
            and mention.kind == "name"
            and not mention.acts
            for key in (mention.quoted.text.casefold(), *entity.same_as)
        }
        if not self.reading.entities:
            for match in _IN_PLACE.finditer(text, first, last):
                named.add((match[1].strip().casefold(), match[1].strip()))
        return sorted(named)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The sentences, each with the time it falls on."""
        out = []
        text = self.reading.article.text
        for first, last in self.sentences:
            stems = frozenset(
                word[:_STEM]
                for word in (w.lower() for w in _WORD.findall(text[first:last]))
                if word not in _LEX.common
            )
            if len(stems) >= 4:
                words = " ".join(text[first:last].split())
                quotes = _QUOTES.search(text, first, last) is not None
                out.append(Passage(stems, words, self._time_of(first, last), quotes))
        return tuple(out)

    def _time_of(self, first: int, last: int) -> int | None:
        """Return the sentence's own time, else the story's, else the next one."""
        days = [
            i
            for i in range(len(self.found))
            if _day_long(self.found[i].expression.node)
        ]
        inside = [i for i in days if first <= self.start(i) < last]
        if inside:
            return inside[-1]
        before = [i for i in days if self.start(i) < first and not self._glance(i)]
        if before:
            return before[-1]
        after = [i for i in days if last <= self.start(i) < last + 400]
        return after[0] if after else None

    def _glance(self, index: int) -> bool:
        node = self.found[index].expression.node
        return isinstance(node, Cycle | Away) and node.origin == "story"


def _bombing(text: str, start: int) -> bool:
    """Tell whether the "strike" that begins at a character is one from the air."""
    before = text[:start].rsplit(maxsplit=1)
    return text[start : start + 6] == "strike" and before[-1].lower() in _BOMBS


def _datable(node: Node) -> bool:
    if isinstance(node, Fixed):
        return len(node.value) >= 7
    if isinstance(node, Clock | DayPart):
        return node.day is not None
    if isinstance(node, Cycle | Away):
        return node.unit in ("day", "week", "month")
    return isinstance(node, Yearly | Weekday | Between)


def _day_long(node: Node) -> bool:
    if isinstance(node, Fixed):
        return len(node.value) == 10
    if isinstance(node, Yearly):
        return len(node.part) >= 5
    if isinstance(node, Cycle | Away):
        return node.unit == "day"
    return isinstance(node, Weekday | Clock | DayPart)


def _told(index: int, found: Found, time: Resolved, text: str) -> Told | None:
    if time.days is None:
        return None
    first, last = time.days
    mod = found.expression.mod
    if mod in _PARTS_OF_MONTH and calendar.month_value(first) == time.value:
        low, high = _PARTS_OF_MONTH[mod]
        last = min(last, first + timedelta(days=high))
        first = first + timedelta(days=low)
    node = found.expression.node
    counted = isinstance(node, Away) and (node.unit != "day" or mod is not None)
    return Told(index, text, first, last, counted)
