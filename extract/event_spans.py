"""Days of what is told with its length, and of what somebody has called for a day.

"Signed on Friday at the end of three days of talks", "after a two-day meeting": the
talks end with the clause's day. "Has called a strike from Monday": the Monday to come.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, case_of, clause_of
from extract.event_days import When, ahead_of, past, perfect, remote
from extract.event_same_day import day_of
from extract.inflections import lemma
from extract.quantities import WORDS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Types of what people come together for, and what goes on for days.
HEARING: Final = frozenset({"talks", "meeting"})
#: Days that talks last at most, where they are counted.
LONGEST: Final = 9
#: Letters of a day of an ISO date.
ISO: Final = len("2000-01-01")
#: Prepositions of talks that are over with the clause they stand in.
OVER: Final = frozenset({"after", "following"})
#: Units in which talks are counted.
UNITS: Final = frozenset({"day", "hour"})
#: Nouns of the end of what they are "of".
ENDS: Final = frozenset(
    {"end", "close", "conclusion", "completion", "finish", "last", "climax"}
)
#: How many days something is said to take, right before it: "a two-day peace meeting",
#: "three days of intense talks".
N_DAY: Final = re.compile(
    r"(?i)\b(\w+)(?:\s?-\s?day|(?: straight| full)? days? of)\b"
    r"(?:[^\S\n][\w-]+){0,4}\s?$"
)
HOURS: Final = re.compile(r"(?i)\bhours? of\b(?:[^\S\n][\w-]+){0,4}\s?$")
#: Words of a count before its unit.
BEFORE: Final = 2
#: Verbs of the first and of the last day of talks.
BEGINNING: Final = frozenset({"begin", "commence", "launch", "open", "start"})
ENDING: Final = frozenset({"close", "conclude", "end", "finish"})
#: Verbs by which a deed is fixed for a day: "announced a strike for Friday".
CALLING: Final = frozenset(
    {"announce", "call", "convene", "declare", "order", "proclaim", "schedule", "set"}
    | {"summon", "threaten", "plan", "organise", "organize", "fix", "arrange"}
)
#: Prepositions of the day that it is fixed for.
FOR: Final = frozenset({"for", "from", "starting", "beginning"})


def number_of(word: str) -> int:
    """Return the whole number that a word is, 0 for none."""
    if word.isdecimal():
        return int(word)
    return int(WORDS.get(word.lower(), 0))


def wholes_of(noun: Token) -> list[Token]:
    """Return a noun and those that it is told as a part of: "end", "days", "talks"."""
    chain = [noun]
    if lemma(noun.head) in UNITS and noun.head.i < noun.i:
        chain.append(noun.head)  # "three days of bargaining", whatever it hangs as
    while chain[-1].dep_ == "nmod" and case_of(chain[-1]) == "of":
        chain.append(chain[-1].head)
    return chain


def length_of(noun: Token) -> int:
    """Return how many days an occasion takes: "three days of talks"; 0 if untold.

    Hours of talks take a day.
    """
    first = min(noun.left_edge.i, wholes_of(noun)[-1].i)
    first = max(first - BEFORE, noun.sent.start)
    words = noun.doc[first : noun.i].text
    told = N_DAY.search(words)
    if told is not None:
        return number_of(told[1])
    return 1 if HOURS.search(words) else 0


def after_so_long(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the days of "after three days of talks", which end with the clause's.

    Likewise "at the end of a two-day meeting". Talks of hours are of that day; of
    weeks nothing is told to the day.
    """
    noun = trigger.token
    if told is not None or trigger.type not in HEARING:
        return None
    count = length_of(noun)
    if not 1 <= count <= LONGEST:
        return None
    chain = wholes_of(noun)
    top = chain[-1]
    ended = any(lemma(whole) in ENDS for whole in chain)
    within = case_of(top) == "in" and len(chain) > 1  # "in two days of talks"
    if top.dep_ not in {"obl", "nmod", "appos"}:
        return None
    if not (ended or within or case_of(top) in OVER):
        return None
    verb = clause_of(top)
    if verb is None or verb.pos_ != "VERB" or not (past(verb) or perfect(verb)):
        return None
    last = day_of(verb, calendar)
    if last is None or last.last is None or len(last.last) != ISO:
        return None
    begin = date.fromisoformat(last.last) - timedelta(days=count - 1)
    return When(begin.isoformat(), last.last, "to the day of the clause over it")


def in_full(trigger: Trigger, when: When, calendar: Calendar) -> When:
    """Return the days of what is told with its length, or has been called for a day."""
    if when.begin is not None and fixed_for(trigger, calendar):
        when = ahead_of(when, calendar.published)
    return over_days(trigger, when)


def over_days(trigger: Trigger, when: When) -> When:
    """Return all the days of talks told with their length and their first or last day.

    "Ended a two-day meeting on Friday" began on Thursday, "opened three days of talks
    on Monday" goes on until Wednesday.
    """
    noun = trigger.token
    if trigger.type not in HEARING or noun.pos_ == "VERB" or when.begin is None:
        return when
    if when.begin != when.last or len(when.begin) != ISO:
        return when
    more = timedelta(days=min(length_of(noun), LONGEST + 1) - 1)
    if not timedelta() < more < timedelta(days=LONGEST):
        return when
    chain = wholes_of(noun)
    whole = [lemma(part) for part in chain]
    support = trigger.support or clause_of(noun)
    told = lemma(support) if support is not None else ""
    acted = chain[-1].dep_ in {"obj", *SUBJECTS}
    day = date.fromisoformat(when.begin)
    if ENDS & set(whole) or (acted and told in ENDING):
        return replace(when, begin=(day - more).isoformat())
    if acted and told in BEGINNING:
        return replace(when, last=(day + more).isoformat())
    return when


def is_fixed_for(trigger: Trigger, placed: Placed) -> bool:
    """True for the day of "has called a strike from Monday", "a vote was set for".

    A day without such a preposition may be that of the calling.
    """
    noun = trigger.token
    verb = noun.head
    if noun.pos_ not in {"NOUN", "PROPN"} or verb.pos_ != "VERB":
        return False
    if noun.dep_ not in {"obj", "nsubj:pass"} or lemma(verb) not in CALLING:
        return False
    if remote(verb) or not (past(verb) or perfect(verb) or verb.tag_ == "VBN"):
        return False
    day = placed.head
    if day.head.i not in {verb.i, noun.i} or placed.first < max(noun.i, verb.i):
        return False
    opening = {case_of(day), day.doc[placed.first - 1].lower_}
    between = day.doc[max(noun.i, verb.i) + 1 : placed.first]
    return bool(opening & FOR) and not any(
        (token.pos_ == "VERB" and token.lower_ not in FOR) or token.dep_ in SUBJECTS
        for token in between
    )


def fixed_for(trigger: Trigger, calendar: Calendar) -> bool:
    """True where a day is told that a deed has been called for."""
    return any(
        is_fixed_for(trigger, placed) for placed in calendar.of_sentence(trigger.token)
    )
