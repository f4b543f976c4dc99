"""The day that several articles together imply for one that does not state it.

Each undated article has a domain of days. A day gains where it makes the article
agree with others on when a happening took place, or on when some words were
said, and where it makes the article fresh: news tells of the day it appears or
the day before. What others gain by their own supposed days is passed on
(max-sum message passing), so two undated articles may date each other.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.dating_clues import ArticleDays
from extract.dating_own import lag_of, own_days, own_reasons, own_scores

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.dating_clues import Passage, Span, Told
    from extract.records import Reading

_REACH = 370  # days: how far from a dated article an undated one may lie
_AGREE, _WITHIN, _DISAGREE = 2.0, 0.7, -1.0
_SAME_DAY = 0.5  # the other article appeared on that very day
_ROUNDED = 3  # days by which "two weeks ago" may be off
_ALIKE = 0.4  # cosine from which two sentences tell the same
_SHARED = 4  # stems that they share at least
_MARGIN = 0.75  # by which the best day must beat the next
_LINES = 2  # independent agreements that an inference needs
_ROUNDS = 3
_LISTED = 7
_KEPT = 60
_RUNNERS_UP = 3
_DAYS_OF_TALKS = 6  # a week or more tells no week

_Scores = NDArray[np.float64]
_Messages = dict[tuple[int, int], _Scores]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The inferred day, or the days left open, and why."""

    day: date | None
    reasons: tuple[str, ...]
    candidates: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class _Belief:
    """The days an article may have appeared on, and how well each suits it alone."""

    days: tuple[date, ...]
    own: _Scores


@dataclass(frozen=True, slots=True)
class _Tie:
    """Two articles tell one thing: the times they give for it.

    Attributes:
        mine: index of the time in the first article.
        theirs: index of the time in the second.
        what: the thing, in words.
        said: it is a passage of words, not a happening with a place.
    """

    mine: int
    theirs: int
    what: str
    said: bool


def infer(readings: Sequence[Reading]) -> dict[str, Verdict]:
    """Return a verdict, by article id, for each undated article that has evidence."""
    articles = [ArticleDays(reading) for reading in readings]
    undated = [n for n, article in enumerate(articles) if article.published is None]
    domain = _domain(articles)
    if not undated or not domain:
        return {}
    ties = _ties(articles, undated)
    tied = {n for pair in ties for n in pair}
    dated = [a.published for a in articles if a.published is not None]
    beliefs = [
        _belief(article, domain if n in tied or article.own.tells_day else (), dated)
        for n, article in enumerate(articles)
    ]
    messages: _Messages = {}
    for _ in range(_ROUNDS):
        messages = {
            (giver, taker): _message(articles, beliefs, messages, giver, taker, pairs)
            for (taker, giver), pairs in ties.items()
            if articles[taker].published is None
        }
    likeliest = {
        n: _first(belief.days, _total(belief, messages, n, without=None))
        for n, belief in enumerate(beliefs)
    }
    out: dict[str, Verdict] = {}
    for n in undated:
        total = _total(beliefs[n], messages, n, without=None)
        verdict = _judge(articles, n, beliefs[n].days, total, likeliest, ties)
        if verdict is not None:
            out[articles[n].reading.article.id] = verdict
    return out


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


def _belief(
    article: ArticleDays, domain: Sequence[date], dated: Sequence[date]
) -> _Belief:
    """Return how well each day suits what the article says of itself."""
    if article.published is not None:
        return _Belief((article.published,), np.zeros(1))
    days = own_days(article, domain)
    return _Belief(days, own_scores(article, days, dated))


def _ties(
    articles: Sequence[ArticleDays], undated: Sequence[int]
) -> dict[tuple[int, int], list[_Tie]]:
    """Return, by taker and giver, what the two tell of one thing.

    A time that the taker names in full says nothing of the taker's own day.
    """
    weights = _weights(articles)
    out: dict[tuple[int, int], list[_Tie]] = {}
    for n in undated:
        for m in range(len(articles)):
            if m == n or (m, n) in out:
                continue
            found = _same_matters(articles[n], articles[m])
            found += _same_words(articles[n], articles[m], weights)
            if not found:
                continue
            back = [_Tie(t.theirs, t.mine, t.what, t.said) for t in found]
            out[n, m] = [t for t in found if not articles[n].fixed(t.mine)]
            out[m, n] = [t for t in back if not articles[m].fixed(t.mine)]
    return dict(sorted(out.items()))


def _same_matters(mine: ArticleDays, theirs: ArticleDays) -> list[_Tie]:
    return [
        _Tie(one.index, other.index, f"the {one.group} in {one.name}", False)
        for one in mine.matters
        for other in theirs.matters
        if (one.group, one.place) == (other.group, other.place)
    ]


def _weights(articles: Sequence[ArticleDays]) -> dict[str, float]:
    """Return how telling each stem is: the rarer among all sentences, the more."""
    sentences = [passage.stems for a in articles for passage in a.passages]
    counts = Counter(stem for stems in sentences for stem in stems)
    return {stem: math.log((len(sentences) + 1) / n) for stem, n in counts.items()}


def _same_words(
    mine: ArticleDays, theirs: ArticleDays, weights: Mapping[str, float]
) -> list[_Tie]:
    best: dict[tuple[int, int], tuple[float, _Tie]] = {}
    for one in mine.passages:
        for other in theirs.passages:
            if one.index is None or other.index is None:
                continue
            if not (one.quotes and other.quotes):
                continue  # background is repeated for weeks, an utterance is not
            if len(one.stems & other.stems) < _SHARED:
                continue
            alike = _cosine(one, other, weights)
            if alike < _ALIKE:
                continue
            key = (one.index, other.index)
            tie = _Tie(*key, f"the words “{_short(one.text)}”", True)
            if key not in best or alike > best[key][0]:
                best[key] = (alike, tie)
    return [tie for _, tie in best.values()]


def _cosine(one: Passage, other: Passage, weights: Mapping[str, float]) -> float:
    shared = sum(weights[s] ** 2 for s in sorted(one.stems & other.stems))
    norm = math.prod(
        math.sqrt(sum(weights[s] ** 2 for s in sorted(stems)))
        for stems in (one.stems, other.stems)
    )
    return shared / norm if norm else 0.0


def _short(text: str) -> str:
    return text if len(text) <= 70 else text[:67].rsplit(" ", 1)[0] + " …"


def _total(
    belief: _Belief, messages: _Messages, n: int, *, without: int | None
) -> _Scores:
    """Return the own scores of article ``n`` and what the others gave, but one."""
    total = belief.own.copy()
    for (giver, taker), gains in messages.items():
        if taker == n and giver != without:
            total += gains
    return total


def _message(
    articles: Sequence[ArticleDays],
    beliefs: Sequence[_Belief],
    messages: _Messages,
    giver: int,
    taker: int,
    ties: Sequence[_Tie],
) -> _Scores:
    """Return what the giver's likely days add to each day of the taker."""
    total = _total(beliefs[giver], messages, giver, without=taker)
    if not len(total):
        return np.zeros(len(beliefs[taker].days))
    likely = np.argsort(-total, kind="stable")[:_KEPT]
    days = tuple(beliefs[giver].days[k] for k in likely)
    gains = _agreement(
        articles[taker], beliefs[taker].days, articles[giver], days, ties
    )
    best: _Scores = (gains + (total[likely] - total.max())).max(axis=1)
    return best


def _agreement(
    mine: ArticleDays,
    my_days: tuple[date, ...],
    theirs: ArticleDays,
    their_days: tuple[date, ...],
    ties: Sequence[_Tie],
) -> _Scores:
    """Return the gain of each pair of days: the best tie of each kind, summed."""
    same = np.equal.outer(
        [d.toordinal() for d in my_days], [d.toordinal() for d in their_days]
    )
    total = np.zeros(same.shape)
    for said in (False, True):
        best = np.full(same.shape, -np.inf)
        for tie in ties:
            if tie.said == said:
                one, other = (
                    mine.span(tie.mine, my_days),
                    theirs.span(tie.theirs, their_days),
                )
                best = np.maximum(best, _gains(one, other))
        if said:
            best = best + _SAME_DAY * (same & (best > 0))
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
    days: Sequence[date],
    total: _Scores,
    likeliest: Mapping[int, date | None],
    ties: Mapping[tuple[int, int], Sequence[_Tie]],
) -> Verdict | None:
    best = likeliest[n]
    if best is None:
        return None
    reasons, lines = _reasons(articles, n, best, likeliest, ties)
    if not reasons:
        return None
    top = total.max()
    close = tuple(
        day for day, score in zip(days, total, strict=True) if score > top - _MARGIN
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
    ties: Mapping[tuple[int, int], Sequence[_Tie]],
) -> tuple[tuple[str, ...], int]:
    """Return what speaks for ``day``, in words, and how much of it is independent."""
    article = articles[n]
    told = article.told(day)
    reasons: list[str] = []
    used: set[int] = set()
    sources: set[tuple[int, bool]] = set()
    same_day = False
    for (taker, m), pairs in ties.items():
        other = others.get(m)
        if taker != n or other is None:
            continue
        there = articles[m].told(other)
        for tie in pairs:
            one, two = told[tie.mine], there[tie.theirs]
            if one is None or two is None or not _agree(one, two):
                continue
            used.add(tie.mine)
            sources.add((m, tie.said))
            same_day = same_day or (tie.said and other == day)
            as_ = "as" if one.first == two.first else "in the days in which"
            reasons.append(
                f'"{one.text}" puts {tie.what} on {one.first.isoformat()}, '
                f'{as_} {articles[m].file} does ("{two.text}")'
            )
    lines = len(sources) + same_day
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
