"""What an undated article says of its own day, by its first words or by a count.

A dispatch names its day in its dateline, often without the year ("GENEVA, March
20 -"), or in its first sentence ("said on Wednesday"); a report may say which day
of a strike it is, or call a weekday its own ("this Wednesday").
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from extract.datelines import opens_dateline, opens_dispatch
from extract.timex.direction import direction
from extract.timex.expressions import Weekday, Yearly
from extract.timex.numbers import ordinal
from extract.timex.tags import Tags

if TYPE_CHECKING:
    from extract.dating_clues import ArticleDays

_LEDE = 300  # characters in which a dispatch names its day
_MONTH_DAY = 5  # "10-07", a day of a month
#: Words by which "in its tenth day" speaks of the day of publication.
_NOW = frozenset({"is", "are", "now", "enters", "enter", "entering"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of a dateline that names no year; ``index`` of its expression."""

    index: int
    month_day: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Counted:
    """The article's day is the ``nth`` from another: its index, and the words."""

    index: int
    nth: int
    words: str


class OwnDay:
    """The clues by which an article tells its own day."""

    def __init__(self, article: ArticleDays) -> None:
        self._article = article

    @property
    def tells_day(self) -> bool:
        """Whether it tells the day by itself, but for the year."""
        return self.dateline is not None or self.counted is not None

    @cached_property
    def dateline(self) -> Dateline | None:
        """The day that a dispatch is dated from, where its line gives no year."""
        text = self._article.reading.article.text
        for index, found in enumerate(self._article.found):
            node = found.expression.node
            if not isinstance(node, Yearly) or node.year is not None:
                continue
            month, _, day = node.part.partition("-")
            if not (month.isdecimal() and day.isdecimal()):
                continue
            start = text.rfind("\n", 0, self._article.start(index)) + 1
            line = text[start:].partition("\n")[0]
            if opens_dateline(
                line,
                self._article.start(index) - start,
                self._article.end(index) - start,
            ):
                return Dateline(index, (int(month), int(day)))
        return None

    @cached_property
    def this_weekday(self) -> int | None:
        """The weekday that the article calls its own ("this Wednesday"), if any."""
        for found in self._article.found:
            node = found.expression.node
            coming = "coming" in self._article.atoms.words[found.first : found.end]
            if not isinstance(node, Weekday) or node.shift != 0 or coming:
                continue
            if direction(self._article.atoms, found.first, Tags(None)) <= 0:
                return node.day
        return None

    @cached_property
    def lede(self) -> int | None:
        """The expression by which a dispatch names its own day ("said on Wednesday").

        Only a plain weekday in the first sentence after the dateline counts.
        """
        text = self._article.reading.article.text
        start = opens_dispatch(text)
        if start is None:
            return None
        stop = next(
            (last for _, last in self._article.sentences if last > start + 1), start
        )
        days = [
            index
            for index, found in enumerate(self._article.found)
            if start <= self._article.start(index) < min(stop, start + _LEDE)
            and isinstance(node := found.expression.node, Weekday)
            and node.shift is None
            and direction(self._article.atoms, found.first, Tags(None)) <= 0
        ]
        return days[0] if len(days) == 1 else None

    @cached_property
    def counted(self) -> Counted | None:
        """The day that the article is the nth of ("since 7 May", "in its tenth day").

        It counts from the day after "since" in the same sentence, which is the first.
        """
        words = self._article.atoms.words
        for index, found in enumerate(self._article.found):
            node = found.expression.node
            if not isinstance(node, Yearly) or len(node.part) != _MONTH_DAY:
                continue
            if found.first == 0 or words[found.first - 1] != "since":
                continue
            begin = self._article.start(index)
            for first, last in self._article.sentences:
                if first <= begin < last and (nth := self._nth_day(first, last)):
                    return Counted(index, *nth)
        return None

    def _nth_day(self, first: int, last: int) -> tuple[int, str] | None:
        """Return the n of "is now in its nth day" between two characters, its words."""
        words, starts = self._article.atoms.words, self._article.atoms.starts
        for k in range(self._article.atoms.size):
            if not first <= starts[k] < last or words[k] not in ("its", "their"):
                continue
            if not _NOW & set(words[max(k - 3, 0) : k]):
                continue
            nth = ordinal(self._article.atoms, k + 1)
            if nth is not None and words[nth[1]] == "day":
                text = self._article.reading.article.text
                return nth[0], text[starts[k] : self._article.atoms.ends[nth[1]]]
        return None
