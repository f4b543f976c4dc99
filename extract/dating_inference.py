"""The day that several articles together imply for one that does not state it.

Each undated article has a domain of days. A day gains where it makes the article
agree with others on when a happening took place, or on when some words were
said, and where it makes the article fresh: news tells of the day it appears or
the day before. What others gain by their own supposed days is passed on
(max-sum message passing), so two undated articles may date each other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.dating_clues import ArticleDays
from extract.dating_own import FEW, days_to_try, lag_of, own_reasons, own_scores
from extract.dating_ties import ties_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.dating_clues import Span, Told
    from extract.dating_ties import Tie, Ties
    from extract.records import Reading

_REACH = 370  # days: how far from a dated article an undated one may lie
_AGREE, _WITHIN, _DISAGREE = 2.0, 0.7, -1.0
_SAME_DAY = 0.5  # the other article appeared on that very day
_ROUNDED = 3  # days by which "two weeks ago" may be off
_MARGIN = 0.75  # by which the best day must beat the next
_WIDE = 2.0  # times that, where many undated articles may agree by chance
_LINES = 2  # independent agreements that an inference needs
_ROUNDS = 3
_LISTED = 7
_KEPT = 60
_RUNNERS_UP = 3
_DAYS_OF_TALKS = 6  # a week or more tells no week

_Scores = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The inferred day, or the days left open, and why."""

    day: date | None
    reasons: tuple[str, ...]
    candidates: tuple[date, ...] = ()


@dataclass(slots=True)
class _Belief:
    """The days an article may have appeared on, and how well each suits it.

    Attributes:
        article: the article.
        days: the days it may have appeared on.
        own: how well each suits what it says of itself.
        gains: by giver, what each day gains by that article's likely days.
        spans: where a time falls on each day, by its index.
        heard: the articles that told it of its day and know anything of their own.
    """

    article: ArticleDays
    days: tuple[date, ...]
    own: _Scores
    gains: dict[int, _Scores] = field(default_factory=dict)
    spans: dict[int, Span] = field(default_factory=dict)
    heard: frozenset[int] = frozenset()

    def total(self, without: int | None = None) -> _Scores:
        """Return the own scores and what the others gave, but one."""
        total = self.own.copy()
        for giver, gains in self.gains.items():
            if giver != without:
                total += gains
        return total

    def span(self, index: int) -> Span:
        """Return where one time falls on each of the days."""
        known = self.spans.get(index)
        if known is None:
            known = self.spans[index] = self.article.span(index, self.days)
        return known

    def alike(self, index: int) -> tuple[bytes, bytes, bool]:
        """Return what two times share that fall on the same days throughout."""
        first, last, counted = self.span(index)
        return first.tobytes(), last.tobytes(), counted

    def knows(self, taker: int) -> bool:
        """Tell whether it knows of its day from anything but the taker."""
        told = self.article.published is not None or self.article.own.tells_day
        return bool(self.days) and (told or bool(self.heard - {taker}))


def infer(readings: Sequence[Reading]) -> dict[str, Verdict]:
    """Return a verdict, by article id, for each undated article that has evidence."""
    articles = [ArticleDays(reading) for reading in readings]
    undated = [n for n, article in enumerate(articles) if article.published is None]
    domain = _domain(articles)
    if not undated or not domain:
        return {}
    ties = ties_of(articles, undated)
    dated = [a.published for a in articles if a.published is not None]
    days = days_to_try(articles, ties, domain)
    beliefs = [
        _Belief(article, days[n], own_scores(article, days[n], dated))
        if article.published is None
        else _Belief(article, (article.published,), np.zeros(1))
        for n, article in enumerate(articles)
    ]
    few = len(ties) <= FEW
    for _ in range(_ROUNDS if few else 1):
        _tell(beliefs, ties)
    totals = [belief.total() for belief in beliefs]
    likeliest = {n: _first(belief.days, totals[n]) for n, belief in enumerate(beliefs)}
    out: dict[str, Verdict] = {}
    for n in undated:
        margin = _MARGIN if few or articles[n].own.tells_day else _WIDE * _MARGIN
        verdict = _judge(articles, n, beliefs, totals, likeliest, ties[n], margin)
        if verdict is not None:
            out[articles[n].reading.article.id] = verdict
    return out


def _tell(beliefs: Sequence[_Belief], ties: Ties) -> None:
    """Let every article tell those it is tied to what they gain by its days.

    Among many articles only those speak that know anything of their own day.
    """
    told: dict[int, dict[int, _Scores]] = {}
    few = len(ties) <= FEW
    for taker, givers in ties.items():
        belief = beliefs[taker]
        told[taker] = {}
        for giver, pairs in givers.items():
            if not belief.days or not pairs:
                continue
            same = giver in belief.gains and len(beliefs[giver].days) == 1
            if same:  # a dated article has said it all
                told[taker][giver] = belief.gains[giver]
            elif beliefs[giver].days and (few or beliefs[giver].knows(taker)):
                total = beliefs[giver].total(without=taker)
                told[taker][giver] = _message(belief, beliefs[giver], total, pairs)
    heard = {
        taker: frozenset(
            giver
            for giver, pairs in givers.items()
            if beliefs[giver].knows(taker)
            and any(beliefs[taker].article.relative(t.mine) for t in pairs)
        )
        for taker, givers in ties.items()
    }
    for taker, gains in told.items():
        beliefs[taker].gains, beliefs[taker].heard = gains, heard[taker]


def _domain(articles: Sequence[ArticleDays]) -> list[date]:
    known = [a.published for a in articles if a.published is not None]
    if not known:
        for article in articles:
            for index in range(len(article.found)):
                node = article.found[index].expression.node
                value = getattr(node, "value", "")
                if len(value) == 10 and value[:4].isdigit():
                    known.append(date.fromisoformat(value))
    if not known:
        return []
    near = {
        day.toordinal() + n
        for day in set(known)
        for n in range(-_REACH, _REACH + 1)
        if 1 <= day.toordinal() + n <= date.max.toordinal()
    }
    return [date.fromordinal(n) for n in sorted(near)]


def _message(
    taker: _Belief, giver: _Belief, total: _Scores, ties: Sequence[Tie]
) -> _Scores:
    """Return what the giver's likely days add to each day of the taker."""
    likely = np.argsort(-total, kind="stable")[:_KEPT]
    gains = _agreement(taker, giver, likely, ties)
    best: _Scores = (gains + (total[likely] - total.max())).max(axis=1)
    return best


def _agreement(
    mine: _Belief, theirs: _Belief, likely: NDArray[np.intp], ties: Sequence[Tie]
) -> _Scores:
    """Return the gain of each pair of days: the best tie of each kind, summed."""
    same = np.equal.outer(
        [d.toordinal() for d in mine.days],
        [theirs.days[k].toordinal() for k in likely],
    )
    total = np.zeros(same.shape)
    for said in (False, True):
        best = np.full(same.shape, -np.inf)
        pairs = {
            (mine.alike(t.mine), theirs.alike(t.theirs)): (t.mine, t.theirs)
            for t in ties
            if t.said == said
        }
        for one, other in pairs.values():
            first, last, counted = theirs.span(other)
            there = first[likely], last[likely], counted
            best = np.maximum(best, _gains(mine.span(one), there))
        if said:
            known = len(theirs.days) == 1
            best = best + _SAME_DAY * (same & (best > 0) & known)
        total += np.where(np.isneginf(best), 0.0, best)
    return total


def _gains(one: Span, other: Span) -> _Scores:
    """Return the gain of two tellings of one time; minus infinity where one is open."""
    (first, last, counted), (start, end, rounded) = one, other
    apart = np.abs(np.subtract.outer(first, start))
    exact = np.logical_and.outer(first == last, start == end)
    near = (apart <= _ROUNDED) & (counted or rounded)
    overlap = np.less_equal.outer(first, end) & np.greater_equal.outer(last, start)
    days = np.where(apart == 0, _AGREE, np.where(near, 0.0, _DISAGREE))
    gain = np.where(exact, days, np.where(overlap, _WITHIN, _DISAGREE))
    known: _Scores = np.where(np.logical_and.outer(first > 0, start > 0), gain, -np.inf)
    return known


def _judge(
    articles: Sequence[ArticleDays],
    n: int,
    beliefs: Sequence[_Belief],
    totals: Sequence[_Scores],
    likeliest: Mapping[int, date | None],
    ties: Mapping[int, Sequence[Tie]],
    margin: float,
) -> Verdict | None:
    best, days, total = likeliest[n], beliefs[n].days, totals[n]
    if best is None:
        return None
    reasons, lines = _reasons(articles, n, best, likeliest, ties, beliefs[n].heard)
    if not reasons:
        return None
    top = total.max()
    close = tuple(
        day for day, score in zip(days, total, strict=True) if score > top - margin
    )
    if len(close) == 1 and lines >= _LINES:
        return Verdict(best, reasons)
    if len(close) == 1:
        ranked = np.argsort(-total, kind="stable")[:_RUNNERS_UP]
        close = tuple(sorted(days[k] for k in ranked if total[k] > top - 2 * _MARGIN))
    return Verdict(None, reasons, close if len(close) <= _LISTED else ())


def _first(days: Sequence[date], total: _Scores) -> date | None:
    return days[int(np.argmax(total))] if len(total) else None


def _reasons(
    articles: Sequence[ArticleDays],
    n: int,
    day: date,
    others: Mapping[int, date | None],
    ties: Mapping[int, Sequence[Tie]],
    heard: frozenset[int],
) -> tuple[tuple[str, ...], int]:
    """Return what speaks for ``day``, in words, and how much of it is independent.

    What an article tells that knows nothing of its own day is no evidence: two of
    them agree on any day.
    """
    article = articles[n]
    told = article.told(day)
    reasons: list[str] = []
    used: set[int] = set()
    sources: set[tuple[int, bool]] = set()
    same_day = False
    years = 0  # a day of a month says which year it is, and no more
    for m, pairs in ties.items():
        other = others.get(m)
        if other is None:
            continue
        there = articles[m].told(other)
        for tie in pairs:
            one, two = told[tie.mine], there[tie.theirs]
            if one is None or two is None or not _agree(one, two):
                continue
            used.add(tie.mine)
            if m in heard or articles[m].published is not None:
                same_day = same_day or (tie.said and other == day)
                if article.relative(tie.mine):
                    sources.add((m, tie.said))
                else:
                    years = 1
            as_ = "as" if one.first == two.first else "in the days in which"
            reasons.append(
                f'"{one.text}" puts {tie.what} on {one.first.isoformat()}, '
                f'{as_} {articles[m].file} does ("{two.text}")'
            )
    lines = len(sources) + years + same_day
    if (
        sources
        and all(said for _, said in sources)
        and all(article.weekly(k) for k in used)
    ):
        lines -= 1  # a weekday fits one week as well as another
    dated = [a.published for a in articles if a.published is not None]
    own, more = own_reasons(article, day, dated)
    reasons += own
    lines += more
    fresh = lag_of(article, day)
    if fresh is not None and reasons:
        lag, latest = fresh
        if lag == 0:
            lines += latest.index not in used
            reasons.append(f'"{latest.text}" is then the day of publication itself')
        elif lag <= 2:
            reasons.append(f'"{latest.text}" is then {lag} day(s) before publication')
    if same_day:
        reasons.append("another article with the same words appeared on that day")
    lede = article.own.lede
    if lede is not None and reasons and article.own.dateline is None:
        own_day = told[lede]
        if own_day is not None and own_day.first == day:
            reasons.append(f'"{own_day.text}" opens the dispatch, as its own day')
    if article.own.this_weekday is not None and reasons:
        lines += 1
        reasons.append(f'it calls the weekday of {day.isoformat()} "this" one')
    return tuple(dict.fromkeys(reasons)), lines


def _agree(one: Told, two: Told) -> bool:
    """Tell whether two times are one day, or one a day of the other's few days."""
    if one.exact and two.exact:
        return one.first == two.first
    if not (one.exact or two.exact):
        return False
    apart = max(one.last - one.first, two.last - two.first).days
    overlap = one.first <= two.last and two.first <= one.last
    return overlap and apart < _DAYS_OF_TALKS
