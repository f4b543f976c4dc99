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

_FRESH = {0: 1.0, 1: 0.6, 2: 0.2}
_STALE = -0.5
_WEEK = 6
#: Days to a dated article within which a dateline's year is likely, or certain.
_LIKELY, _CERTAIN = 183, 60
_BESIDE = 1.0  # what a dateline's day gains by lying so close to a dated article


def own_days(article: ArticleDays, domain: Sequence[date]) -> tuple[date, ...]:
    """Return the days of ``domain`` that the article's own words allow."""
    days = [d for d in domain if article.this_weekday in (None, d.isoweekday())]
    if article.dateline is None:
        return tuple(days)
    month_day = article.dateline.month_day
    return tuple(day for day in days if (day.month, day.day) == month_day)


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
        if article.dateline is not None and beside(day, dated):
            own[k] += _BESIDE
    return own


def beside(day: date, dated: Sequence[date]) -> int:
    """Return 2 where a dated article lies within 60 days, 1 within half a year."""
    apart = min((abs((day - other).days) for other in dated), default=_LIKELY + 1)
    return (apart <= _LIKELY) + (apart <= _CERTAIN)


def lag_of(article: ArticleDays, day: date) -> tuple[int, Told] | None:
    """Return how long before ``day`` the latest day told lies, and that telling."""
    own = article.dateline.index if article.dateline else -1
    past = [
        t
        for t in article.told(day)
        if t is not None and t.exact and t.last <= day and t.index != own
    ]
    if not past:
        return None
    latest = max(past, key=lambda t: (t.last, -t.index))
    return (day - latest.last).days, latest
