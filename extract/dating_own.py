"""How well a day suits what an undated article says of itself.

News tells of the day it appears or the day before, and a dispatch names its day,
often without the year ("GENEVA, March 20 -").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from extract.dating_clues import ArticleDays, Told
    from extract.dating_self import Counted

_FRESH = {0: 1.0, 1: 0.6, 2: 0.2}
_STALE = -0.5
_WEEK = 6
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
    since = article.told(day)[counted.index]
    return since is not None and (day - since.first).days == counted.nth - 1


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
