"""Publication days that articles state or let one infer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from extract.records import Article, PublishedBasis, Reading, TimeExpression


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


def stated_date(article: Article, times: Iterable[TimeExpression]) -> Dating | None:
    """Return the publication day that the article itself states, if any."""
    return None


def date_articles(readings: Iterable[Reading]) -> dict[str, Dating]:
    """Return, by article id, what the articles together say of their days."""
    return {}
