"""When something was that an article tells without a day of its own.

News told in the perfect ("has proposed") or the present ("rejects") is of the day of
the report; a headline tells what the first paragraph dates; what was put or done in
an article about dated talks was put or done there.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, case_of, children, clause_of
from extract.event_clauses import opened_by
from extract.event_days import (
    When,
    days,
    main_clause,
    past,
    perfect,
    precision,
    remote,
)
from extract.event_own_days import is_aside, of_an_object
from extract.event_times import is_deep, is_vaguely_told
from extract.inflections import lemma
from extract.modality import is_definite
from extract.quantities import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger
    from extract.records import Statement

_UNITS: Final = {"day": timedelta(days=1), "week": timedelta(days=7)}
#: Turns that a report tells as new where it gives them no day.
NEWS: Final = frozenset(
    {"proposal", "rejection", "statement", "pledge", "walkout", "agreement", "signing"}
    | {"sanction", "impasse", "deviation"}
)
#: What is news in a main clause in the perfect: "has sent supplies".
DEEDS: Final = frozenset({"other", "visit", "mobilization", "meeting", "call", "vote"})
#: Turns that are made at the talks that an article is about.
AT_TALKS: Final = frozenset({"proposal", "walkout", "impasse", "agreement"})
#: Nouns that take up a turn told before.
ECHOES: Final = frozenset(
    {"announcement", "pledge", "promise", "offer", "proposal", "agreement", "deal"}
    | {"decision", "attack", "strike", "vote", "move", "accord"}
)
#: Words that make a perfect no news.
OLD: Final = frozenset(
    {"long", "already", "repeatedly", "previously", "often", "always", "ever", "never"}
    | {"earlier", "once", "before", "historically", "consistently", "since"}
)
#: Basis of a day that is only that of the telling.
NEWS_DAY: Final = "told as the news of the day"
#: The end of a day, of which neither it nor the next is told.
MIDNIGHT: Final = "T24:00"
#: How old what a headline or a report tells may be, and the talks it is about.
FRESH: Final = timedelta(days=4)
RECENT: Final = timedelta(days=9)


def news_day(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the day of the report for a turn told in the perfect or the present."""
    verb = trigger.token if trigger.token.pos_ == "VERB" else trigger.support
    if verb is None or calendar.published is None:
        return None
    if trigger.type not in NEWS | DEEDS:
        return None
    if any(child.lower_ in OLD for child in verb.children):
        return None
    if verb.dep_ in {"acl", "acl:relcl"}:
        return None  # "the half it has agreed to buy" is no news
    if is_vaguely_told(trigger.token, verb, calendar) or is_deep(verb, calendar):
        return None
    if trigger.type not in NEWS and not is_plain(verb):
        return None
    is_now = verb.tag_ in {"VBZ", "VBP"} and verb.dep_ in {"ROOT", "conj"}
    if not (perfect(verb) or (is_now and trigger.type != "agreement")):
        return None
    day = calendar.published.isoformat()
    return When(day, day, "told as new in the report")


def is_plain(verb: Token) -> bool:
    """True for the perfect of a main clause, of no time since another."""
    if verb.dep_ not in {"ROOT", "conj"} or not perfect(verb):
        return False
    return all(token.lower_ not in {"since", "for"} for token in verb.sent)


def by_then(trigger: Trigger, mood: str, calendar: Calendar) -> When | None:
    """Return the days up to "before July 1" for what is planned till then.

    What "is not expected before July" is of July.
    """
    verb = trigger.support or trigger.token
    published = calendar.published
    if mood != "planned" or published is None:
        return None
    for placed in calendar.placed:
        if placed.head.head.i == verb.i and case_of(placed.head) == "before":
            day = placed.time.begin
            if day is not None and day > published and is_denied(verb):
                return days(placed.time, "not before")
            if day is not None and day > published:
                text = f"from the report to {placed.time.quoted.text}"
                return When(published.isoformat(), day.isoformat(), text)
    return None


def is_denied(verb: Token) -> bool:
    """True for "is not expected", "no vote is expected"."""
    words = [
        *verb.children,
        *(c for s in children(verb, *SUBJECTS) for c in s.children),
    ]
    return any(word.lower_ in {"not", "n't", "n’t", "no", "never"} for word in words)


def named_later(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the date in "after Tuesday's announcement", said of the event."""
    if trigger.type not in {
        "pledge",
        "proposal",
        "agreement",
        "sanction",
        "attack",
    }:
        return None
    last = trigger.token.sent.end
    for placed in calendar.placed:
        noun = placed.head.head
        if not trigger.token.i < placed.first < last + 25:
            continue
        if placed.head.dep_ not in {"nmod:poss", "compound"}:
            continue
        if of_an_object(placed, trigger.token, trigger.token):
            continue
        echo = lemma(noun) in (
            {"attack", "strike"} if trigger.type == "attack" else ECHOES
        )
        if echo and calendar.block(noun) == calendar.block(trigger.token):
            return days(placed.time, f"named again as the {noun.text}")
    return None


def is_of_older(day: Token) -> bool:
    """True for a day of what the news is about: "rejected Monday's offer"."""
    noun = day.head
    if day.dep_ not in {"nmod:poss", "compound", "nmod:unmarked"} or noun.i < day.i:
        return False
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    acted_on = noun.dep_ in {"obj", "iobj"}
    return acted_on or (noun.dep_ == "obl" and case_of(noun) in {"after", "before"})


def lead_day(calendar: Calendar) -> When | None:
    """Return the day that the first paragraph gives its news, for the headline."""
    published = calendar.published
    if published is None:
        return None
    first = calendar.first_body()
    for placed in calendar.placed:
        if calendar.block(placed.head)[0] != first or placed.time.begin is None:
            continue
        if precision(placed.time) > 0 or not main_clause(placed.head):
            continue
        if placed.time.value.endswith(MIDNIGHT) or is_of_older(placed.head):
            continue
        if timedelta() <= published - placed.time.begin <= FRESH:
            day = placed.time.begin.isoformat()
            return When(day, day, f"the day of its news: {placed.time.quoted.text}")
    return None


def news_of(calendar: Calendar) -> When | None:
    """Return the day of an article's news: the lead's, else that of publication."""
    if calendar.published is None:
        return None
    found = lead_day(calendar)
    if found is not None:
        return found
    day = calendar.published.isoformat()
    if of_yesterday(calendar):
        before = (calendar.published - timedelta(days=1)).isoformat()
        return When(before, before, "the day of its news: yesterday")
    return When(day, day, NEWS_DAY)


def of_yesterday(calendar: Calendar) -> bool:
    """True for a morning paper, whose news is of the day before.

    It tells what was done or said "yesterday", and nothing of "today".
    """
    told = False
    for placed in calendar.placed:
        words = set(placed.time.quoted.text.lower().split())
        if words & {"today", "tonight"} or {"this", "morning"} <= words:
            return False
        clause = clause_of(placed.head)
        if "yesterday" in words and clause is not None:
            told |= clause.dep_ in {"ROOT", "conj"} and past(clause)
    return told


def told_after(verb: Token | None, calendar: Calendar) -> When | None:
    """Return the day of "said on Monday after the talks ended", in the first lines."""
    if verb is None or verb.dep_ != "advcl" or remote(verb):
        return None
    if not past(verb) and verb.tag_ != "VBG":
        return None
    if not calendar.is_leading(verb) or not opened_by(verb, {"after", "as", "when"}):
        return None
    top = verb
    while top.dep_ in {"advcl", "xcomp", "ccomp", "conj"} and top.head.i != top.i:
        top = top.head
        for placed in calendar.placed:
            if on_verb(placed, top) and precision(placed.time) < 2:
                ago = _how_long(verb)
                if ago is None or placed.time.begin is None:
                    return None
                begin = (placed.time.begin - ago).isoformat()
                return When(begin, begin, f"told with: {placed.time.quoted.text}")
    return None


def _how_long(verb: Token) -> timedelta | None:
    """Return how long before its main clause a clause with "after" is told to be.

    "Two days after the talks collapsed"; nothing where only "after" is said,
    ``None`` where it is told in months or years.
    """
    marks = [t for t in verb.sent if t.i < verb.i and t.lower_ == "after"]
    if not marks or marks[-1].i - verb.sent.start < 2:
        return timedelta()
    number, unit = (t.lower_ for t in verb.doc[marks[-1].i - 2 : marks[-1].i])
    unit = unit.removesuffix("s")
    if unit in {"month", "year", "decade"}:
        return None
    count = 1 if number in {"a", "one"} else WORDS.get(number)
    if count is None:
        count = int(number) if number.isdecimal() else 0
    return count * _UNITS.get(unit, timedelta())


def on_verb(placed: Placed, verb: Token) -> bool:
    """True where a date hangs on a verb that tells the past."""
    told = verb.tag_ in {"VBD", "VBN"} or past(verb) or perfect(verb)
    return placed.head.head.i == verb.i and told


def at_talks(drafts: Iterable[Draft], calendar: Calendar) -> None:
    """Give turns without a day the days of the talks that an article is about."""
    some = list(drafts)
    if calendar.published is None:
        return
    held = [d for d in some if is_recent(d, calendar.published)]
    days = {(d.when.begin, d.when.last) for d in held}
    if len(days) != 1:
        return
    begin, last = next(iter(days))
    for draft in some:
        if draft.type not in AT_TALKS or draft.modality != "actual":
            continue
        if draft.when.begin is not None or draft.trigger.claim:
            continue
        if draft.statement is not None and draft.type != "proposal":
            continue
        token = draft.trigger.token
        verb = token if token.pos_ == "VERB" else draft.trigger.support
        if token.pos_ != "VERB" and is_definite(token):
            continue  # "the accord opened the way": it was there before
        if verb is None or any(child.lower_ in OLD for child in verb.children):
            continue
        if verb.dep_ == "advcl" and opened_by(verb, {"after", "before", "since"}):
            continue
        if remote(verb) and calendar.day_beside(verb):
            continue
        if (past(verb) or remote(verb)) and not is_aside(verb):
            draft.when = When(begin, last, "at the talks of those days")


def is_recent(draft: Draft, published: date) -> bool:
    """True for talks that an article dates to the days before it."""
    begin = draft.when.begin
    if draft.type != "talks" or draft.modality != "actual":
        return False
    if begin is None or len(begin) < len("2000-01-01"):
        return False
    return timedelta() <= published - date.fromisoformat(begin) <= RECENT


def dated_speaker(statement: Statement, spoken: Iterable[Statement]) -> str | None:
    """Return the day of another statement of the same speaker in the article."""
    if statement.speaker is None:
        return None
    same = [
        (abs(found.content[0].start - statement.content[0].start), found.date)
        for found in spoken
        if found.speaker == statement.speaker and found.date
    ]
    return min(same)[1] if same and len({day for _, day in same}) == 1 else None


def beside_quote(token: Token, placed: Placed, spoken: Iterable[Statement]) -> bool:
    """True for a day outside the quotation that a word stands in: its saying's day."""
    for found in spoken:
        if found.kind == "direct" and any(
            part.start <= token.idx < part.end for part in found.content
        ):
            return not any(
                part.start <= placed.head.idx < part.end for part in found.content
            )
    return False
