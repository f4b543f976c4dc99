"""The times of an article as events ask for them, and what makes its news no news.

Times with a day, hours of no day, and vague ones ("recently", "for months", "a few
days ago"). What an article tells with a vague time, or far behind the news it opens
with and away from any day of it, is not of the day of its news.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import children, clause_of
from extract.event_days import Placed, is_ahead, perfect, root_of
from extract.event_own_days import is_bare_clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

    from extract.event_dates import Calendar
    from extract.records import TimeExpression

#: Words of a time that nobody could put on a day.
RECENT: Final = frozenset({"recent", "recently", "lately"})
#: Spans of time in or over which something was done.
LONG: Final = re.compile(r"P(?:\d+|X+)(?:\.\d+)?[WMYDQ]|P(?:\d+|X+)(?:DE|CE)")
#: Words of a span that ends with the article.
SO_FAR: Final = re.compile(r"(?i)\b(?:past|last|recent|weeks?|months?|years?|decades?)")
#: How old a day may be that keeps an article at its news.
FRESH: Final = timedelta(days=4)
#: Words from the opening of an article on which a plain past may be background.
DEEP: Final = 420
#: Words that add something to the news.
ADDING: Final = frozenset({"also", "meanwhile", "separately", "additionally"})


def times_of(
    doc: Doc, times: Iterable[TimeExpression], line: tuple[str, int, int, int] | None
) -> tuple[list[Placed], list[Placed], list[Placed]]:
    """Return the times with a day, the hours of no day and the vague times.

    Args:
        doc: the document.
        times: its time expressions.
        line: its dateline, whose day is no event's.
    """
    placed: list[Placed] = []
    clocks: list[Placed] = []
    vague: list[Placed] = []
    for time in times:
        quoted = time.quoted
        span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
        if span is None:
            continue
        found = Placed(time, root_of(span), span.start, span.end)
        if time.type not in {"DATE", "TIME"} or time.begin is None:
            vague += [found] if is_vague_time(time) else []
            continue
        if line is not None and line[1] <= span.start and span.end <= line[2]:
            continue
        (clocks if is_bare_clock(time) else placed).append(found)
    return placed, clocks, vague


def is_vague_time(time: TimeExpression) -> bool:
    """True for "recently", "a few days ago", "for months", "in recent years"."""
    if time.type == "DATE":
        return time.value == "PAST_REF" or time.value.startswith("XXXX")
    return time.type == "DURATION" and SO_FAR.search(time.quoted.text) is not None


def is_vaguely_told(token: Token, verb: Token | None, calendar: Calendar) -> bool:
    """True for what is told with a vague time: "in a recent interview", "for months".

    A verb in a row shares the time before the first ("recently met and agreed").
    """
    if any(child.lower_ in RECENT for child in token.children):
        return True
    if verb is None:
        return False
    some = [verb]
    while some[-1].dep_ == "conj" and some[-1].head.i != some[-1].i:
        some.append(some[-1].head)
    for one in some:
        if any(child.lower_ in RECENT for child in children(one, "advmod")):
            return True
        for vague in calendar.vague:
            clause = clause_of(vague.head)
            here = clause is not None and clause.i == one.i
            if here and (one.i == verb.i or vague.first < one.i):
                return vague.head.dep_.startswith(("obl", "advmod")) or (
                    vague.first <= one.left_edge.i + 2
                )
    return perfect(verb) and any(
        child.lower_ in {"times", "occasions"} for child in verb.subtree
    )


def is_deep(token: Token, calendar: Calendar) -> bool:
    """True far behind the opening of an article, away from any day of its news."""
    if token.i - calendar.first_body() < DEEP or calendar.published is None:
        return False
    verb = token if token.pos_ == "VERB" else clause_of(token)
    if token.pos_ != "VERB" and verb is not None and verb.i in calendar.cues:
        return False  # who says something in an interview does so for the news
    if verb is not None and any(c.lower_ in ADDING for c in verb.children):
        return False
    here = calendar.block(token)[0]
    before = max(
        (
            first
            for first, end, kind in calendar.blocks
            if end <= here and kind == "body"
        ),
        default=here,
    )
    return not any(
        before <= placed.first <= token.sent.end
        and placed.time.last is not None
        and not is_ahead(placed.time, calendar.published)
        and calendar.published - placed.time.last <= FRESH
        for placed in calendar.placed
    )
