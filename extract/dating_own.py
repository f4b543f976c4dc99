"""How well a day suits what an undated article says of itself.

News tells of the day it appears or the day before, and a dispatch names its day,
often without the year ("GENEVA, March 20 -").
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from extract.timex.expressions import Away, Clock, Cycle, DayPart, Weekday

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.dating_clues import ArticleDays, Told
    from extract.dating_self import Counted
    from extract.dating_ties import Ties
    from extract.timex.expressions import Node

_FRESH = {0: 1.0, 1: 0.6, 2: 0.2}
_STALE = -0.5
_WEEK = 6
_FORTNIGHT, _LONG = 14, 31
_UNITS = {"day": 1, "week": 7, "month": 31}
FEW = 12  # undated articles that may be tried on any day
#: Days to a dated article within which a dateline's year is likely, or certain.
_LIKELY, _CERTAIN = 183, 60
#: What a day gains that a dispatch names in its first sentence, and others lose.
_OF_THE_DAY = 0.5
_BESIDE = 1.0  # what a dateline's day gains by lying so close to a dated article


def own_days(article: ArticleDays, domain: Sequence[date]) -> tuple[date, ...]:
    """Return the days of ``domain`` that the article's own words allow."""
    own = article.own
    days = [d for d in domain if own.this_weekday in (None, d.isoweekday())]
    if own.dateline is not None:
        days = [d for d in days if (d.month, d.day) == own.dateline.month_day]
    if own.counted is not None:
        days = [d for d in days if _is_nth(article, own.counted, d)]
    return tuple(days)


def _is_nth(article: ArticleDays, counted: Counted, day: date) -> bool:
    """Tell whether the day is the nth from the one that the article counts from."""
    since = day - timedelta(days=counted.nth - 1)
    node = article.found[counted.index].expression.node
    return f"{since.month:02}-{since.day:02}" == getattr(node, "part", None)


def days_to_try(
    articles: Sequence[ArticleDays], ties: Ties, domain: Sequence[date]
) -> dict[int, tuple[date, ...]]:
    """Return the days on which each undated article may have appeared.

    An article that names its day has the days of that name. Where there are many,
    any other appeared not long before or after what dated articles tell as it does,
    or on the days of the undated ones that do.
    """
    near: dict[int, set[int]] = {}
    for n, givers in ties.items():
        near[n] = set()
        for m, pairs in givers.items():
            published = articles[m].published
            if published is None:
                continue
            near[n].update(_around(published, published, _FORTNIGHT))
            for tie in pairs:
                told = articles[m].told(published)[tie.theirs]
                if told is not None and (told.last - told.first).days <= _FORTNIGHT:
                    reach = _reach(articles[n].found[tie.mine].expression.node)
                    near[n].update(_around(told.first, told.last, reach))
    out: dict[int, tuple[date, ...]] = {}
    for n, givers in ties.items():
        if articles[n].own.tells_day:
            out[n] = own_days(articles[n], domain)
            continue
        days = near[n] or {d for m in givers if m in near for d in near[m]}
        if givers and len(ties) <= FEW:
            out[n] = own_days(articles[n], domain)
            continue
        known = [d for d in domain if d.toordinal() in days]
        out[n] = own_days(articles[n], known)
    return out


def _around(first: date, last: date, reach: int) -> range:
    return range(first.toordinal() - reach, last.toordinal() + reach + 1)


def _reach(node: Node) -> int:
    """Return how many days a time so named may lie from the day of publication."""
    if isinstance(node, Clock | DayPart) and node.day is not None:
        node = node.day
    if isinstance(node, Weekday):
        return _FORTNIGHT
    if isinstance(node, Cycle | Away):
        days = _UNITS.get(node.unit, _LONG)
        count = node.count if isinstance(node, Away) else None
        back = days * (int(count or 1) + 1)
        return back + (_LONG if node.origin == "story" else days)
    return 2 * _LONG


def own_reasons(
    article: ArticleDays, day: date, dated: Sequence[date]
) -> tuple[list[str], int]:
    """Return what dateline and counts say for a day, and how many lines that makes."""
    reasons: list[str] = []
    if article.own.dateline is not None:
        words = article.words(article.own.dateline.index)
        reasons.append(f'its dateline reads "{words}"')
    counted = article.own.counted
    if counted is not None:
        since = article.words(counted.index)
        reasons.append(f'it tells of "{counted.words}" since "{since}"')
    if not reasons:
        return [], 0
    close = beside(day, dated)
    return reasons + ["a dated article lies close to that day"] * (close > 0), close


def own_scores(
    article: ArticleDays, days: Sequence[date], dated: Sequence[date]
) -> NDArray[np.float64]:
    """Return a score for each day: how fresh its news is, how close other articles.

    Args:
        article: the undated article.
        days: what ``own_days`` left.
        dated: the days of the articles that are dated.
    """
    own = np.zeros(len(days))
    for k, day in enumerate(days):
        lag = lag_of(article, day)
        if lag is not None:
            own[k] = _FRESH.get(lag[0], 0.0 if lag[0] <= _WEEK else _STALE)
        if article.own.tells_day:
            own[k] += _BESIDE * beside(day, dated)
        if article.own.lede is not None:
            told = article.told(day)[article.own.lede]
            named = told is not None and told.first == day
            own[k] += _OF_THE_DAY if named else -_OF_THE_DAY
    return own


def beside(day: date, dated: Sequence[date]) -> int:
    """Return 2 where a dated article lies within 60 days, 1 within half a year."""
    apart = min((abs((day - other).days) for other in dated), default=_LIKELY + 1)
    return (apart <= _LIKELY) + (apart <= _CERTAIN)


def lag_of(article: ArticleDays, day: date) -> tuple[int, Told] | None:
    """Return how long before ``day`` the latest day told lies, and that telling.

    What the words look ahead to ("opens on Monday") is no news yet.
    """
    own = article.own.dateline.index if article.own.dateline else -1
    past = [
        t
        for t in article.told(day)
        if t is not None
        and t.exact
        and t.last <= day
        and t.index != own
        and not article.looks_ahead(t.index)
    ]
    if not past:
        return None
    latest = max(past, key=lambda t: (t.last, -t.index))
    return (day - latest.last).days, latest
