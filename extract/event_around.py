"""The day that an article is at where it tells an event without one.

The date under discussion in the paragraph, the older story of the paragraph before,
or the news that the article opens with.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, cast

from extract.clauses import children, clause_of
from extract.event_clauses import goes_on
from extract.event_days import (
    When,
    days,
    in_participle,
    is_ahead,
    main_clause,
    past,
    perfect,
    precision,
    remote,
)
from extract.event_own_days import OWNING, beside_noun, in_time_clause, of_another
from extract.event_reported import news_of
from extract.event_times import is_vaguely_told
from extract.inflections import lemma
from extract.modality import is_definite

if TYPE_CHECKING:
    from datetime import date

    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed
    from extract.event_triggers import Trigger
    from extract.records import Statement, TimeExpression

#: Tokens of a heading inside a text at most: "What happened on Friday?".
HEADING: Final = 9
#: Days of a time that is longer than a month, and of a year.
LONG: Final = 32
YEAR: Final = 360
#: Verbs of what came after the day that was told.
FOLLOWING: Final = frozenset({"follow", "ensue"})
#: What people make, and speak of afterwards.
PRODUCTS: Final = frozenset({"agreement", "proposal", "ceasefire", "sanction"})


def under_discussion(
    trigger: Trigger, statement: Statement | None, calendar: Calendar
) -> When | None:
    """Return the date that the paragraph before the event is at."""
    token = trigger.token
    verb = token if token.pos_ in {"VERB", "AUX"} else trigger.support
    if verb is None or statement is not None or not past(verb):
        return None
    if remote(verb) or of_another(token, verb) or has_own_day(verb, trigger, calendar):
        return None
    if is_out_of_turn(token, verb):
        return None
    known = token.pos_ != "VERB" and is_definite(token)
    if known and trigger.type in PRODUCTS:
        return None  # "the accord was worked out by", on a day before the one told
    if verb.dep_ == "advcl" and verb.head.dep_ in {"acl", "acl:relcl"}:
        return None
    if verb.dep_ == "advcl" and is_dated(verb.head, calendar):
        return None
    block = calendar.block(token)
    first = token.sent.start
    before = [
        placed
        for placed in calendar.placed
        if block[0] <= placed.first < first
        and placed.time.begin is not None
        and not calendar.outside(placed, trigger)
        and main_clause(placed.head)
        and not in_participle(placed.head)
        and not (placed.head.dep_ in OWNING and beside_noun(placed))
        and precision(placed.time) < 32
        and not still_on(placed.time, calendar.published)
        and not is_ahead(placed.time, calendar.published)
    ] or background(first, block[0], trigger, calendar)
    if not before:
        return None
    latest = max(before, key=lambda placed: placed.first)
    between = cast("Any", calendar.doc[latest.first : first])  # its stubs lack sents
    sentences = len([s for s in between.sents if len(s) > 2])
    if sentences > 2:
        return None
    if trigger.type == "other" and is_of_saying(latest, calendar):
        return days(latest.time, "the date of a saying before")
    return days(latest.time, "the date under discussion")


def is_out_of_turn(token: Token, verb: Token) -> bool:
    """True for what a story tells beside the day that it is at.

    "The riot that followed", "the party, which held rallies".
    """
    if verb.dep_ == "acl:relcl" and verb.left_edge.nbor(-1).text == ",":
        return True
    nouns = [token] if token.pos_ != "VERB" else []
    nouns += children(verb, "obj", "nsubj", "nsubj:pass")
    return any(
        child.dep_ == "acl:relcl" and lemma(child) in FOLLOWING
        for noun in nouns
        for child in noun.children
    )


def is_of_saying(placed: Placed, calendar: Calendar) -> bool:
    """True for the day on which somebody only said something."""
    clause = clause_of(placed.head)
    return clause is not None and (clause.i in calendar.cues or lemma(clause) == "say")


def still_on(time: TimeExpression, published: date | None) -> bool:
    """True for "this week" and "this month", which the article is in itself."""
    if published is None or time.begin is None or time.last is None:
        return False
    return time.begin <= published <= time.last and time.begin < time.last


def has_own_day(verb: Token, trigger: Trigger, calendar: Calendar) -> bool:
    """True where a sentence gives a day, if one that cannot be told to be its."""
    return any(
        placed.head.sent.start == verb.sent.start
        and placed.first > verb.i
        and not beside_noun(placed)
        and in_time_clause(placed, verb)
        and not calendar.outside(placed, trigger)
        for placed in calendar.placed
    )


def is_dated(verb: Token, calendar: Calendar) -> bool:
    """True where a clause has a day: what is told beside it is not of another."""
    return any(placed.head.head.i == verb.i for placed in calendar.placed)


def background(
    first: int, block: int, trigger: Trigger, calendar: Calendar
) -> list[Placed]:
    """Return the date of the paragraph before, where that tells an older story."""
    if calendar.published is None:
        return []
    previous = [found for found in calendar.blocks if found[1] <= block]
    if not previous or previous[-1][2] != "body":
        return []
    return [
        placed
        for placed in calendar.placed
        if previous[-1][0] <= placed.first < previous[-1][1]
        and placed.time.last is not None
        and not is_ahead(placed.time, calendar.published)
        and (
            (calendar.published - placed.time.last).days > 21
            or is_heading(calendar, previous[-1])
            or goes_on(placed, trigger.token, previous[-1][1])
        )
        and not calendar.outside(placed, trigger)
        and main_clause(placed.head)
        and not in_participle(placed.head)
        and not (placed.head.dep_ in OWNING and beside_noun(placed))
        and not is_season(placed.time)
    ]


def is_season(time: TimeExpression) -> bool:
    """True for a quarter, a season or a fiscal year, in which nothing is told."""
    return LONG <= precision(time) < YEAR or "fiscal" in time.quoted.text.lower()


def is_heading(calendar: Calendar, block: tuple[int, int, str]) -> bool:
    """True for a heading inside a text, which no full stop ends."""
    words = [t for t in calendar.doc[block[0] : block[1]] if not t.is_space]
    return 0 < len(words) < HEADING and words[-1].text != "."


def leading(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the publication day for the news that an article opens with."""
    token = trigger.token
    if calendar.published is None:
        return None
    verb = token if token.pos_ in {"VERB", "AUX"} else trigger.support
    main = {"ROOT", "conj", "ccomp", "parataxis"}
    if (
        verb is None
        or verb.dep_ not in main
        or any(
            placed.head.sent.start == token.sent.start
            and not beside_noun(placed)
            and not is_ahead(placed.time, calendar.published)
            for placed in calendar.placed
        )
    ):
        return None
    first, _, kind = calendar.block(token)
    if remote(verb) or is_vaguely_told(token, verb, calendar):
        return None
    lasting = token.pos_ in {"NOUN", "PROPN"} and verb.tag_ in {"VBZ", "VBP"}
    if lasting and kind != "title" and not perfect(verb):
        return None  # "the pact carries risks" tells nothing of its day
    late = kind != "title" and token.sent.start - first >= 12
    if late or not calendar.is_leading(token):
        return None
    return news_of(calendar)
