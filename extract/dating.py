"""Publication days that articles state, or that several articles together imply.

Bases, in order: the reader's manifest (not decided here), what the article
itself states (``stated_date``), what the articles imply together
(``date_articles``). Where the evidence allows more than one day, the day stays
open and the days it allows are listed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from extract.datelines import heads_story, opens_dateline
from extract.dating_inference import infer
from extract.timex.calendar import day_of, valid_day
from extract.timex.lexicon import load_matters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from extract.records import Article, PublishedBasis, Reading, TimeExpression

_LEX = load_matters()
_WORD = re.compile(r"[^\W\d_]+")
_URL_DAY = re.compile(
    r"https?://\S*?/((?:19|20)\d\d)[/-](\d\d?)[/-](\d\d?)(?=[/\s_-]|$)"
)
_ONLY_URL = re.compile(
    r"\s*(?:\W*[Oo]riginal\s+(?:url|URL|link)\W*)?https?://\S+(?:\s\S{1,4})?\s*"
)
#: A stamp line is short: so many words may stand beside what a stamp says anyway.
_OTHER_WORDS = 0
_BYLINE_WORDS = 4
_AMBIGUOUS = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{2,4})")
_EARLIEST = 1800
_LINE = re.compile(r"(?m)^(?=.*\S).*$")
_HEAD = 4  # lines, the title among them, that may date what is below them


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """What is known about the day an article was published.

    Attributes:
        published: the day, ``None`` where the evidence leaves it open.
        basis: ``"stated"`` or ``"inferred"``; ``None`` with ``published``.
        reasons: the evidence in words, strongest first.
        candidates: the days that the evidence allows where it is open.
    """

    published: date | None
    basis: PublishedBasis | None
    reasons: tuple[str, ...] = ()
    candidates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A line that only dates the article: its days, and whether it says "updated"."""

    days: tuple[date, ...]
    line: str
    later: bool
    labelled: bool


def stated_date(article: Article, times: Iterable[TimeExpression]) -> Dating | None:
    """Return the publication day that the article itself states, if any.

    A day counts as stated where it stands on a line of its own, with nothing
    but the words of a stamp beside it ("Published 23 September 2022"), at the
    head of a dateline with its year ("GENEVA, March 20, 1987 -"), or in the
    article's address. Days in running prose and in captions do not count.

    Returns:
        ``None`` where nothing is stated. A ``Dating`` without a day where the
        article states more than one, or one that can be read two ways.
    """
    stamps = list(_stamps(article, times))
    firm = [s for s in stamps if s.labelled and not s.later] or [
        s for s in stamps if not s.later
    ]
    for chosen in (firm, stamps):
        days = sorted({day for stamp in chosen for day in stamp.days})
        if len(days) == 1:
            reason = f'the article is dated "{chosen[0].line}"'
            return Dating(published=days[0], basis="stated", reasons=(reason,))
        if days:
            lines = dict.fromkeys(f'a line reads "{stamp.line}"' for stamp in chosen)
            return Dating(
                published=None, basis=None, reasons=tuple(lines), candidates=tuple(days)
            )
    address = _address_day(article)
    if address is not None:
        reason = f"its address holds {address[0].isoformat()}: {address[1]}"
        return Dating(published=address[0], basis="stated", reasons=(reason,))
    return None


def _stamps(article: Article, times: Iterable[TimeExpression]) -> Iterator[_Stamp]:
    text = article.text
    skipped = [(b.start, b.end) for b in article.blocks if b.kind == "boilerplate"]
    by_line: dict[int, list[TimeExpression]] = {}
    for time in times:
        by_line.setdefault(text.rfind("\n", 0, time.quoted.start) + 1, []).append(time)
    top = _top(text)
    for start, found in sorted(by_line.items()):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        stamp = _stamp(text[start:end], start, found, head=top[0] < start <= top[1])
        if stamp is None:
            continue
        inside = any(b <= start and end <= e for b, e in skipped)
        if not inside or stamp.labelled:
            yield stamp


def _top(text: str) -> tuple[int, int]:
    """Return where the first line and the last of the first few lines begin."""
    starts = [m.start() for m in islice(_LINE.finditer(text), _HEAD)]
    return (starts[0], starts[-1]) if starts else (0, 0)


def _stamp(
    line: str, start: int, found: list[TimeExpression], *, head: bool
) -> _Stamp | None:
    dated = [t for t in found if day_of(t.value) is not None]
    if not dated or any(
        not 1 <= t.quoted.start - start + 1 <= len(line) for t in dated
    ):
        return None
    rest = line
    for time in reversed(found):
        if time.type in ("DATE", "TIME"):
            at = time.quoted.start - start
            rest = (
                rest[:at]
                + " " * len(time.quoted.text)
                + rest[at + len(time.quoted.text) :]
            )
    words = [w.lower() for w in _WORD.findall(rest)]
    labelled = any(w in _LEX.stamp_first for w in words[:3])
    other = [
        w for w in words if w not in _LEX.stamp_words and w not in _LEX.stamp_later
    ]
    quoted = dated[0].quoted
    place = quoted.start - start, quoted.end - start
    dateline = opens_dateline(line, *place) or (head and heads_story(line, *place))
    byline = words[:1] == ["by"] or " by " in f" {' '.join(words)} "
    room = _BYLINE_WORDS if byline or labelled else _OTHER_WORDS
    if len(other) > room and not dateline:
        return None
    days = []
    for time in dated[:1] if dateline else dated:
        days.extend(_readings_of(time))
    days = [day for day in days if day.year >= _EARLIEST]
    if not days:
        return None
    later = any(w in _LEX.stamp_later for w in words) and not labelled
    return _Stamp(
        tuple(sorted(set(days))), " ".join(line.split())[:80], later, labelled
    )


def _readings_of(time: TimeExpression) -> list[date]:
    """Return the days that a stamp's figures may mean: 03/04/2022 is two."""
    day = day_of(time.value)
    if day is None:
        return []
    match = _AMBIGUOUS.fullmatch(time.quoted.text.strip())
    if (
        match
        and day.day <= 12
        and day.day != day.month
        and valid_day(day.year, day.day, day.month)
    ):
        return [day, date(day.year, day.day, day.month)]
    return [day]


def _address_day(article: Article) -> tuple[date, str] | None:
    lines = [article.url or ""]
    lines += [line for line in article.text.splitlines() if _ONLY_URL.fullmatch(line)]
    for line in lines:
        match = _URL_DAY.search(line)
        if match is None:
            continue
        year, month, day = (int(x) for x in match.groups())
        if valid_day(year, month, day):
            return date(year, month, day), match.group()
    return None


def date_articles(readings: Iterable[Reading]) -> dict[str, Dating]:
    """Return, by article id, what the articles together say of undated ones' days.

    Args:
        readings: readings of all articles; those whose ``article.published`` is
            known are evidence, those where it is ``None`` are dated. Their times
            may have been found with no publication day.

    Returns:
        An entry for each undated article of which anything could be said. One
        with ``published=None`` lists its candidates and the evidence for them.
    """
    known = list(readings)
    dated: dict[str, Dating] = {}
    for article_id, verdict in infer(known).items():
        dated[article_id] = Dating(
            published=verdict.day,
            basis="inferred" if verdict.day else None,
            reasons=verdict.reasons,
            candidates=verdict.candidates,
        )
    return dated
