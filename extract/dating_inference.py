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
from datetime import date, timedelta
from typing import TYPE_CHECKING

from extract.dating_clues import ArticleDays

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.dating_clues import Passage, Told
    from extract.records import Reading

_REACH = timedelta(days=370)  # how far from a dated article an undated one may lie
_FRESH = {0: 1.0, 1: 0.6, 2: 0.2}
_STALE = -0.5
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


@dataclass(frozen=True, slots=True)
class Verdict:
    """The inferred day, or the days left open, and why."""

    day: date | None
    reasons: tuple[str, ...]
    candidates: tuple[date, ...] = ()


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
    scores: list[dict[date, float]] = [
        {a.published: 0.0} if a.published is not None else _own_scores(a, domain)
        for a in articles
    ]
    messages: dict[tuple[int, int], dict[date, float]] = {}
    for _ in range(_ROUNDS):
        messages = {
            (giver, taker): _message(articles, scores, messages, giver, taker, pairs)
            for (taker, giver), pairs in ties.items()
            if articles[taker].published is None
        }
    out: dict[str, Verdict] = {}
    for n in undated:
        total = _total(scores[n], messages, n, without=None)
        verdict = _judge(articles, n, total, ties, scores, messages)
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
    first, last = min(known) - _REACH, max(known) + _REACH
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _own_scores(article: ArticleDays, domain: Sequence[date]) -> dict[date, float]:
    """Return how well each day suits what the article says of itself."""
    scores = {}
    for day in domain:
        if (
            article.this_weekday is not None
            and day.isoweekday() != article.this_weekday
        ):
            continue
        lag = _lag(article, day)
        scores[day] = (
            0.0 if lag is None else _FRESH.get(lag[0], 0.0 if lag[0] <= 6 else _STALE)
        )
    return scores


def _lag(article: ArticleDays, day: date) -> tuple[int, Told] | None:
    """Return how long before ``day`` the latest day told lies, and that telling."""
    past = [t for t in article.told(day) if t is not None and t.exact and t.last <= day]
    if not past:
        return None
    latest = max(past, key=lambda t: (t.last, -t.index))
    return (day - latest.last).days, latest


def _ties(
    articles: Sequence[ArticleDays], undated: Sequence[int]
) -> dict[tuple[int, int], list[_Tie]]:
    weights = _weights(articles)
    out: dict[tuple[int, int], list[_Tie]] = {}
    for n in undated:
        for m in range(len(articles)):
            if m != n:
                found = _same_matters(articles[n], articles[m])
                found += _same_words(articles[n], articles[m], weights)
                if found:
                    out[n, m] = found
    for (n, m), found in list(out.items()):
        if (m, n) not in out:
            out[m, n] = [_Tie(t.theirs, t.mine, t.what, t.said) for t in found]
    return dict(sorted(out.items()))


def _same_matters(mine: ArticleDays, theirs: ArticleDays) -> list[_Tie]:
    return [
        _Tie(one.index, other.index, f"the {one.group} in {one.place.title()}", False)
        for one in mine.matters
        for other in theirs.matters
        if (one.group, one.place) == (other.group, other.place)
    ]


def _weights(articles: Sequence[ArticleDays]) -> dict[str, float]:
    counts = Counter(
        stem
        for a in articles
        for stem in sorted({s for p in a.passages for s in p.stems})
    )
    return {stem: math.log((len(articles) + 1) / n) for stem, n in counts.items()}


def _same_words(
    mine: ArticleDays, theirs: ArticleDays, weights: Mapping[str, float]
) -> list[_Tie]:
    best: dict[tuple[int, int], tuple[float, _Tie]] = {}
    for one in mine.passages:
        for other in theirs.passages:
            if (
                one.index is None
                or other.index is None
                or len(one.stems & other.stems) < _SHARED
            ):
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
    own: Mapping[date, float],
    messages: Mapping[tuple[int, int], Mapping[date, float]],
    n: int,
    *,
    without: int | None,
) -> dict[date, float]:
    total = dict(own)
    for (giver, taker), gains in messages.items():
        if taker == n and giver != without:
            for day in total:
                total[day] += gains.get(day, 0.0)
    return total


def _message(
    articles: Sequence[ArticleDays],
    scores: Sequence[Mapping[date, float]],
    messages: Mapping[tuple[int, int], Mapping[date, float]],
    giver: int,
    taker: int,
    ties: Sequence[_Tie],
) -> dict[date, float]:
    """Return what the giver's likely days add to each day of the taker."""
    belief = _total(scores[giver], messages, giver, without=taker)
    if not belief:
        return {}
    top = max(belief.values())
    likely = sorted(belief, key=lambda day: (-belief[day], day))[:_KEPT]
    gains = {}
    for day in scores[taker]:
        gains[day] = max(
            belief[other] - top + _agreement(articles, taker, day, giver, other, ties)
            for other in likely
        )
    return gains


def _agreement(
    articles: Sequence[ArticleDays],
    n: int,
    day: date,
    m: int,
    other: date,
    ties: Sequence[_Tie],
) -> float:
    mine, theirs = articles[n].told(day), articles[m].told(other)
    by_kind: dict[bool, float] = {}
    for tie in ties:
        gain = _compare(mine[tie.mine], theirs[tie.theirs])
        if gain is None:
            continue
        if tie.said and gain > 0 and day == other:
            gain += _SAME_DAY
        by_kind[tie.said] = max(by_kind.get(tie.said, _DISAGREE), gain)
    return sum(by_kind.values())


def _compare(one: Told | None, other: Told | None) -> float | None:
    """Return the gain of two tellings of one time; ``None`` where one is open."""
    if one is None or other is None:
        return None
    if one.exact and other.exact:
        apart = abs((one.first - other.first).days)
        if apart == 0:
            return _AGREE
        if (one.counted or other.counted) and apart <= _ROUNDED:
            return 0.0
        return _DISAGREE
    if one.first <= other.last and other.first <= one.last:
        return _WITHIN
    return _DISAGREE


def _judge(
    articles: Sequence[ArticleDays],
    n: int,
    total: Mapping[date, float],
    ties: Mapping[tuple[int, int], Sequence[_Tie]],
    scores: Sequence[Mapping[date, float]],
    messages: Mapping[tuple[int, int], Mapping[date, float]],
) -> Verdict | None:
    if not total:
        return None
    ranked = sorted(total, key=lambda day: (-total[day], day))
    best = ranked[0]
    others = {
        m: a.published or _likeliest(_total(scores[m], messages, m, without=None))
        for m, a in enumerate(articles)
    }
    reasons, lines = _reasons(articles, n, best, others, ties)
    if not reasons:
        return None
    close = sorted(day for day in ranked if total[day] > total[best] - _MARGIN)
    if len(close) == 1 and lines >= _LINES:
        return Verdict(best, reasons)
    if len(close) == 1:
        close = sorted(
            day for day in ranked[:3] if total[day] > total[best] - 2 * _MARGIN
        )
        return Verdict(None, reasons, tuple(close))
    return Verdict(None, reasons, tuple(close) if len(close) <= _LISTED else ())


def _likeliest(total: Mapping[date, float]) -> date | None:
    return min(total, key=lambda day: (-total[day], day)) if total else None


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
            if _compare(one, two) != _AGREE or one is None or two is None:
                continue
            used.add(tie.mine)
            sources.add((m, tie.said))
            same_day = same_day or (tie.said and other == day)
            reasons.append(
                f'"{one.text}" puts {tie.what} on {one.first.isoformat()}, '
                f'as {articles[m].file} does ("{two.text}")'
            )
    lines = len(sources) + same_day
    fresh = _lag(article, day)
    if fresh is not None and reasons:
        lag, latest = fresh
        if lag == 0:
            lines += latest.index not in used
            reasons.append(f'"{latest.text}" is then the day of publication itself')
        elif lag <= 2:
            reasons.append(f'"{latest.text}" is then {lag} day(s) before publication')
    if same_day:
        reasons.append("another article with the same words appeared on that day")
    if article.this_weekday is not None and reasons:
        lines += 1
        reasons.append(f'it calls the weekday of {day.isoformat()} "this" one')
    return tuple(dict.fromkeys(reasons)), lines
