"""News without a day of its own, by how and where an article tells it.

What goes on while it is written ("his current visit", "is moving troops"), what its
first paragraph has from somebody ("Police arrested five men, a newspaper reported
on Friday"), what stands in its headline ("approves the levy in a rare vote").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children
from extract.event_clauses import opened_by
from extract.event_days import When, past, perfect, remote
from extract.event_lexicon import event_lexicon
from extract.event_news import ACTS, is_earlier
from extract.event_own_days import APART
from extract.event_reported import NEWS_DAY, news_of
from extract.event_triggers import portion_of
from extract.inflections import lemma

if TYPE_CHECKING:
    from extract.event_dates import Calendar
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: What takes days, so that it can be under way.
LASTING: Final = frozenset(
    {"visit", "talks", "meeting", "mobilization", "walkout", "attack", "other"}
)
#: Words of what is under way.
CURRENT: Final = frozenset({"current", "ongoing", "continuing"})
#: Verbs by which it goes on.
CONTINUE: Final = frozenset({"continue", "persist", "rage", "drag"})


def going_on(
    trigger: Trigger, statement: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of the report for what is told as under way on it."""
    published = calendar.published
    token = trigger.token
    if published is None or trigger.type not in LASTING:
        return None
    if lemma(token) in {"route", "way"} and children(token, "cop"):
        day = statement.date if statement is not None else None
        return When(day, day, NEWS_DAY) if day else news_of(calendar)
    if statement is not None:
        return None
    day = published.isoformat()
    if token.pos_ not in {"VERB", "AUX"}:
        top = portion_of(token, event_lexicon())
        if trigger.type not in {"talks", "meeting"} and any(
            lemma(child) in CURRENT
            for noun in (top, token)
            for child in children(noun, "amod")
        ):
            return When(day, day, NEWS_DAY)
        verb = trigger.support or top.head
        goes_on = top.dep_ == "nsubj" and lemma(verb) in CONTINUE
        main = verb.dep_ in {"ROOT", "conj"} and verb.tag_ in {"VBD", "VBZ", "VBP"}
        return news_of(calendar) if goes_on and main else None
    now = any(child.tag_ in {"VBZ", "VBP"} for child in children(token, "aux"))
    if token.tag_ == "VBG" and now and token.dep_ in {"ROOT", "conj"}:
        return When(day, day, NEWS_DAY)
    return None


def told_in_lead(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of the saying for the news that a lead has from somebody."""
    token = trigger.token
    verb = token if token.pos_ == "VERB" else trigger.support
    if told is None or told.kind == "direct" or not told.date or verb is None:
        return None
    if trigger.type not in ACTS or not calendar.is_leading(token):
        return None
    if calendar.block(token)[2] == "title" or calendar.published is None:
        return None
    if remote(verb) or not (verb.tag_ == "VBD" or past(verb) or perfect(verb)):
        return None
    if verb.dep_ not in {"ROOT", "ccomp", "parataxis"} or is_earlier(token, verb):
        return None
    if len(told.date) < len("2000-01-01"):
        return None
    return When(told.date, told.date, NEWS_DAY)


def in_headline(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the day of the news for what a headline names beside its verb."""
    noun = trigger.token
    if trigger.support is not None or noun.pos_ not in {"NOUN", "PROPN"}:
        return None
    if trigger.type in {"talks", "meeting", "ceasefire"}:
        return None  # "suspends its role in the talks", which may be to come
    if calendar.block(noun)[2] != "title" or noun.dep_ != "obl":
        return None
    if case_of(noun) not in {"in", "at", "by", "during"} or noun.head.dep_ != "ROOT":
        return None
    return news_of(calendar)


def while_saying(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of a saying for what was done in it: "speaking at a forum"."""
    verb = trigger.token
    if told is not None or verb.dep_ != "advcl" or verb.tag_ != "VBG":
        return None
    said = calendar.cues.get(verb.head.i)
    if said is None or opened_by(verb, APART) or not past(verb.head):
        return None
    day = said.date
    if not day or len(day) < len("2000-01-01"):
        return None
    return When(day, day, "day of the statement")


def ever_since(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the days of "have bombed two towns since they were expelled in May"."""
    verb, published = trigger.token, calendar.published
    if told is not None or published is None or verb.pos_ != "VERB":
        return None
    top = verb.head if verb.dep_ == "conj" else verb
    if not perfect(top) or trigger.type not in {"attack", "other", "talks", "meeting"}:
        return None
    for clause in (*children(verb, "advcl"), *children(top, "advcl")):
        if not opened_by(clause, {"since"}):
            continue
        for placed in calendar.placed:
            begin = placed.time.begin
            inside = clause.left_edge.i <= placed.first <= clause.right_edge.i
            if inside and begin is not None and begin <= published:
                days = (begin.isoformat(), published.isoformat())
                return When(*days, f"since {placed.time.quoted.text}")
    return None
