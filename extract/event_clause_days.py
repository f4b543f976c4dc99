"""Days that stand in the clause beside an event's, or in the phrase around it.

"Before leaving for Oslo on Tuesday, she signed the decree"; "took office in 1982
after the cabinet resigned"; "the breakdown nine days ago of talks"; "told a hearing
in Oslo"; and what was done before the news of the day: "fell after owners refused".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, clause_of
from extract.event_clauses import explaining, its_own, opened_by
from extract.event_days import (
    NEVER,
    When,
    days,
    is_ahead,
    past,
    perfect,
    precision,
    remote,
)
from extract.event_news import goes_back
from extract.event_own_days import LATER, MONTH, beside_noun, is_last_day, is_titled
from extract.event_reported import news_of
from extract.event_spots import hears
from extract.event_times import is_deep, is_vaguely_told
from extract.inflections import lemma
from extract.modality import is_definite
from extract.timex import calendar as spans

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Conjunctions of what was done before, or apart from, what is told in the main clause.
BEFORE: Final = frozenset({"after", "since", "once", "because", "when", "until"})
#: Those of a clause in whose main clause a year or a month is its own as well.
SAME_TIME: Final = frozenset({"after", "when", "because", "once", "as", "before"})
#: Words that may open a participle on whose day the main clause is.
ALONG: Final = frozenset({"before", "after", "while", "when", "upon", "on"})
#: Nouns of how something came, went or ended, of which the thing itself is told.
TURNS: Final = frozenset(
    {"breakdown", "breakup", "break-up", "collapse", "failure", "end", "start"}
    | {"opening", "resumption", "conclusion", "suspension", "close", "closing"}
    | {"beginning", "launch", "signing", "expiry", "expiration", "cancellation"}
    | {"outbreak", "completion", "adjournment", "conclusion", "eruption"}
)
#: Types of what people come together for, who may be told something there.
HEARING: Final = frozenset({"talks", "meeting"})
#: Words from a noun to the day behind its phrase, at most.
GAP: Final = 8
#: Words by which a clause is on the day of the one over it.
SOON: Final = frozenset({"soon", "shortly", "minutes", "moments", "immediately"})
#: Verbs by which an occasion is had on a day.
HOLDING: Final = frozenset(
    {"hold", "convene", "conduct", "stage", "organize", "organise", "open"}
)
#: Verbs by which it begins or ends on one.
OPENING: Final = frozenset(
    {"open", "begin", "start", "resume", "convene", "end", "conclude", "close"}
)
#: Basis of the day on which words were said.
SAID: Final = "day of the statement"
ISO: Final = len("2000-01-01")


def said_on(day: str) -> When:
    """Return the days of a saying, a week or a weekend by its first and last day."""
    span = spans.days(day) if "-W" in day else None
    if span is None:
        return When(day, day, SAID)
    return When(span[0].isoformat(), span[1].isoformat(), SAID)


def is_told_before(token: Token, own: Statement | None) -> bool:
    """True for a turn behind "after" that has no day but that of the article.

    "The talks collapsed after owners refused to discuss a levy."
    """
    if own is None or own.date_basis == "clause":
        return False
    verb = token if token.pos_ in {"VERB", "AUX"} else clause_of(token)
    while verb is not None and verb.dep_ in {"conj", "xcomp"} and verb.head.i < verb.i:
        verb = verb.head
    if verb is None or verb.dep_ != "advcl" or not (past(verb) or remote(verb)):
        return False
    return opened_by(verb, set(BEFORE))


def is_later(token: Token, statement: Statement | None, calendar: Calendar) -> bool:
    """True for a saying after the day that was told, or before that of the news.

    "The union then accused them of bad faith", "had refused, saying that".
    """
    if statement is None or statement.date_basis == "clause":
        return False
    for step in (token, *token.ancestors):
        if step.i in calendar.cues:
            top = step.head if step.dep_ == "advcl" else step
            later = any(child.lower_ in LATER for child in step.children)
            return later or remote(top)
    return False


def claimed_now(
    token: Token, statement: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of the news for a claim in the present: "the union regrets"."""
    if statement is None or statement.date is not None:
        return None
    for step in (token, *token.ancestors):
        if step.i in calendar.cues:
            main = step.tag_ in {"VBZ", "VBP"} and step.dep_ in {"ROOT", "parataxis"}
            return news_of(calendar) if main and not is_deep(step, calendar) else None
    return None


def explained_saying(token: Token, calendar: Calendar) -> When | None:
    """Return the day that a saying explains: "the row of May 2, when he accused"."""
    for step in (token, *token.ancestors):
        if step.i in calendar.cues:
            return explaining(step, calendar.placed)
    return None


def day_described(verb: Token, calendar: Calendar) -> When | None:
    """Return the day that is told to be one of the occasion that a clause is of.

    "On 4 May, the last day of a meeting that broke up without a result".
    """
    if verb.dep_ != "acl:relcl":
        return None
    for placed in calendar.placed:
        if placed.last <= verb.i and is_last_day(placed, verb.head):
            return days(placed.time, "the day that the words after it describe")
    return None


def at_an_hour(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the day of the news for what was at an hour of no day."""
    verb = trigger.support or clause_of(trigger.token)
    verb = trigger.token if trigger.token.pos_ == "VERB" else verb
    if verb is None or not past(verb) or remote(verb) or goes_back(verb, calendar):
        return None
    at = any(calendar.governs(verb, clock, trigger) for clock in calendar.clocks)
    return news_of(calendar) if at else None


def in_that_year(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the year or month of the main clause for what was done "after" or "when".

    "Took office in 1982 after the cabinet resigned"; a day is too close for that.
    """
    verb = trigger.support or trigger.token
    if verb.pos_ != "VERB" or verb.dep_ != "advcl" or not past(verb):
        return None
    if not opened_by(verb, set(SAME_TIME)) or not past(verb.head):
        return None
    inside = range(verb.left_edge.i, verb.right_edge.i + 1)
    here = calendar.of_sentence(verb)
    if any(placed.first in inside for placed in here) or counts(verb):
        return None
    for placed in here:
        clause = clause_of(placed.head)
        if clause is None or clause.i != verb.head.i or beside_noun(placed):
            continue
        if case_of(placed.head) not in {"in", ""} or precision(placed.time) < MONTH:
            return None
        if not is_ahead(placed.time, calendar.published):
            return days(placed.time, "with the clause over it")
    return None


def soon_after(verb: Token, clause: Token) -> bool:
    """True for what was done "shortly after" a clause, on the day of that clause.

    Either way: "dropped the demand on Thursday, soon after the session opened".
    """
    if verb.dep_ != "advcl" or verb.head.i != clause.i or not past(verb):
        return False
    mark = next((c for c in verb.children if c.lower_ in {"after", "before"}), None)
    if mark is None or mark.i > verb.i or mark.i == verb.sent.start:
        return False
    return mark.nbor(-1).lower_ in SOON


def at_one_held(verb: Token, clause: Token) -> bool:
    """True for an occasion that a clause names: "in a ballot held on Friday"."""
    noun = clause.head
    if clause.dep_ != "acl" or clause.tag_ != "VBN" or lemma(clause) not in HOLDING:
        return False
    if noun.dep_ not in {"obl", "nmod"} or case_of(noun) not in {"in", "at", "during"}:
        return False
    near = {noun.head.i, noun.head.head.i}
    return verb.i in near and verb.i < noun.i and (past(verb) or perfect(verb))


def begun_behind(placed: Placed, noun: Token) -> bool:
    """True for the day on which talks opened, wherever a tree hangs that clause.

    "The negotiations between the union and the port, which opened on Monday".
    """
    clause = placed.head.head
    if clause.dep_ != "acl:relcl" or lemma(clause) not in OPENING:
        return False
    if noun.i >= clause.head.i or clause.head.pos_ == "VERB":
        return False
    which = children(clause, "nsubj", "nsubj:pass")
    return (
        any(child.lower_ in {"which", "that"} for child in which)
        and clause.head.i in {token.i for token in noun.subtree}
        and not clause.head.dep_.startswith("acl")
    )


def counts(verb: Token) -> bool:
    """True where a clause is told to be so long after: "two years after he quit"."""
    first = verb.left_edge.i
    return first > verb.sent.start and verb.doc[first - 1].lower_ in {
        *("days", "weeks", "months", "years", "day", "week", "month", "year"),
        *("hours", "decades", "decade", "soon", "shortly", "long"),
    }


def fronted(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day at the end of a participle before a main clause, for that clause.

    "Before leaving for Oslo on Tuesday, she signed the decree."
    """
    verb = trigger.token if trigger.token.pos_ == "VERB" else trigger.support
    if told is not None or verb is None or not past(verb) or remote(verb):
        return None
    if verb.dep_ not in {"ROOT", "conj"} or is_vaguely_told(
        trigger.token, verb, calendar
    ):
        return None
    root = verb.head if verb.dep_ == "conj" else verb
    if root.dep_ != "ROOT":
        return None
    for part in children(root, "advcl"):
        if part.tag_ != "VBG" or part.i > root.i:
            continue
        opening = {part.left_edge.lower_}
        if part.left_edge.i != part.i and not opening & ALONG:
            continue
        inside = [
            placed
            for placed in calendar.of_sentence(root)
            if part.i < placed.first <= part.right_edge.i
        ]
        if any(
            placed.first > part.right_edge.i for placed in calendar.of_sentence(root)
        ):
            return None
        if len(inside) != 1 or precision(inside[0].time) or beside_noun(inside[0]):
            return None
        if is_ahead(inside[0].time, calendar.published):
            return None
        return days(inside[0].time, "the day of the clause before it")
    return None


def told_to(trigger: Trigger, calendar: Calendar) -> When | None:
    """Return the day of what was told to a gathering: "told a hearing on Monday"."""
    noun = trigger.token
    if not hears(noun) or is_definite(noun) or noun.dep_ not in {"obj", "iobj"}:
        return None
    said = calendar.cues.get(noun.head.i)
    if said is None or said.date_basis != "clause" or not said.date:
        return NEVER
    return said_on(said.date) if past(noun.head) else NEVER


def of_its_turn(placed: Placed, noun: Token) -> bool:
    """True for the day of "the breakdown nine days ago of talks in Lima"."""
    if case_of(noun) != "of" or placed.last != noun.left_edge.i:
        return False
    before = noun.doc[max(placed.first - 2, noun.sent.start) : placed.first]
    return any(
        token.pos_ == "NOUN"
        and lemma(token) in TURNS
        and all(t.pos_ == "ADP" for t in before if t.i > token.i)
        for token in before
    )


def of_the_next(path: Iterable[Token]) -> bool:
    """True for a day of the last thing in a row: "the call-up and a raid last week"."""
    return any(
        step.dep_ == "conj"
        and step.pos_ == "NOUN"
        and any(child.lower_ in {"a", "an", "the"} for child in children(step, "det"))
        for step in path
    )


def right_behind(placed: Placed, noun: Token, cues: Container[int]) -> bool:
    """True where a date follows a noun phrase with nothing but its place between.

    A definite one may be any talks: there the tree has to say so.
    """
    gap = noun.doc[noun.i + 1 : placed.first]
    if placed.first <= noun.i or len(gap) > GAP:
        return False
    if placed.head.sent.start != noun.sent.start:
        return False
    told = noun.dep_ in {"obj", "iobj"} and noun.head.i in cues
    if is_definite(noun) and not told and not its_own(noun, placed):
        return False
    if (told or is_venue(noun)) and is_company(gap, noun):
        return True
    return all(
        token.pos_ in {"ADP", "PROPN", "DET"}
        or token.dep_ in {"case", "flat"}
        or token.ent_type_
        or token.text == ","
        or is_titled(token)
        for token in gap
    )


def is_venue(noun: Token) -> bool:
    """True for an occasion at which something is done: "at an urgent meeting"."""
    return noun.dep_ == "obl" and case_of(noun) in {"at", "during"}


def is_company(gap: Iterable[Token], noun: Token) -> bool:
    """True for who meets, and where, behind a noun: "of regional ministers in Oslo"."""
    inside = {token.i for token in noun.subtree}
    return all(
        token.pos_ in {"ADP", "DET", "PROPN", "NOUN", "ADJ", "CCONJ"}
        and (token.i in inside or token.pos_ == "ADP")
        for token in gap
    )
