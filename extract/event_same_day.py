"""What was done on the day of another clause's news: no day of its own.

"Ministers meeting in Oslo agreed", "said in a statement issued in Berlin", "toured
the port before meeting the mayor"; and what a side reports of itself: "the company
said it extended its offer".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, case_of, children, clause_of
from extract.event_days import When, days, is_ahead, past, perfect, precision, remote
from extract.event_news import ACTS, goes_back, is_earlier
from extract.event_own_days import beside_noun
from extract.event_reported import NEWS_DAY, OLD, news_of
from extract.event_times import is_deep, is_vaguely_told

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Words that put a participle at another time than the clause it stands under.
OTHER_TIME: Final = frozenset(
    {"after", "since", "for", "without", "despite", "until", "when", "if", "of"}
    | {"having", "from", "against", "although", "though", "once", "unless"}
)
#: What people come to one after the other on one day.
ROUND: Final = frozenset({"meeting", "talks", "visit", "call", "statement"})
#: Pronouns by which a body speaks of itself.
ITSELF: Final = frozenset({"it", "they", "we"})
#: Pronouns by which a person does.
SELF: Final = frozenset({"he", "she", "i"})
#: Basis of such a day.
BESIDE: Final = "the day of the clause beside it"
ISO: Final = len("2000-01-01")


def beside_main(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of a main clause for what a participle in it tells."""
    if told is not None or calendar.published is None or trigger.type not in ACTS:
        return None
    token = trigger.token
    part = token if token.pos_ == "VERB" else trigger.support or clause_of(token)
    if part is None or is_vaguely_told(token, part, calendar):
        return None
    if token.pos_ != "VERB" and not is_occasion(token, trigger):
        return None
    if is_earlier(token, part):
        return None
    top = main_of(part, trigger)
    if top is None or top.i == token.i:
        return None
    if any(
        part.left_edge.i <= placed.first <= part.right_edge.i
        for placed in calendar.placed
        if part.dep_ != "acl" or placed.first > part.i
    ):
        return None
    return day_of(top, calendar)


def is_occasion(noun: Token, trigger: Trigger) -> bool:
    """True for what a participle is said at or ends: "speaking at a rally"."""
    if noun.dep_ == "obj":
        return trigger.type in ROUND
    return noun.dep_ == "obl" and case_of(noun) in {"at", "in", "during", "on"}


def main_of(part: Token, trigger: Trigger) -> Token | None:
    """Return the main verb on whose day a participle's deed was done, if any."""
    opening = {child.lower_ for child in part.children if child.i < part.i} | {
        part.left_edge.lower_
    }
    if opening & OTHER_TIME:
        return None
    if part.tag_ == "VBG" and part.dep_ == "advcl":
        if "before" in opening and trigger.type not in ROUND:
            return None
        return part.head
    noun = part.head
    if part.dep_ != "acl" or part.i < noun.i:
        return None
    if part.tag_ == "VBG" and noun.dep_ == "nsubj":
        return noun.head
    said_in = (
        noun.dep_ == "obl" and case_of(noun) == "in" and trigger.type == "statement"
    )
    return noun.head if part.tag_ == "VBN" and said_in else None


def day_of(verb: Token, calendar: Calendar) -> When | None:
    """Return the day that a main verb told in the past has, or that of its news."""
    if verb.pos_ != "VERB" or remote(verb) or is_vaguely_told(verb, verb, calendar):
        return None
    if not (past(verb) or verb.tag_ == "VBD") or is_old(verb):
        return None
    for placed in calendar.placed:
        clause = clause_of(placed.head)
        if clause is not None and clause.i == verb.i and not beside_noun(placed):
            if precision(placed.time) > 1 or is_ahead(placed.time, calendar.published):
                return None
            return days(placed.time, BESIDE)
    if has_other_day(verb, calendar):
        return None
    said = calendar.cues.get(verb.i)
    if said is not None and said.date and len(said.date) == ISO:
        return When(said.date, said.date, BESIDE)
    main = verb.dep_ in {"ROOT", "parataxis"}
    if not main or goes_back(verb, calendar) or is_deep(verb, calendar):
        return None
    return news_of(calendar)


def is_old(verb: Token) -> bool:
    """True for a verb with "earlier", "often" and the like."""
    return any(child.lower_ in OLD for child in verb.children)


def own_report(
    trigger: Trigger, told: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of the saying for what a side says that it did.

    "The company said it extended its offer"; of what others did only near the top
    of an article.
    """
    token = trigger.token
    verb = token if token.pos_ == "VERB" else trigger.support
    if told is None or told.kind == "direct" or verb is None or not told.date:
        return None
    if trigger.type not in ACTS or verb.dep_ != "ccomp" or len(told.date) != ISO:
        return None
    said = calendar.cues.get(verb.head.i)
    if said is None or said.id != told.id:
        return None
    if told.date_basis == "clause" and perfect(verb):
        return None  # "said on Monday that it has sold it", at any time before
    new = verb.tag_ == "VBD" or past(verb) or perfect(verb)
    if not new or remote(verb) or is_old(verb) or is_earlier(token, verb):
        return None
    if is_vaguely_told(token, verb, calendar) or is_deep(token, calendar):
        return None
    if has_other_day(verb, calendar):
        return None
    subjects = {subject.lower_ for subject in children(verb, *SUBJECTS)}
    if not subjects & ITSELF and not is_near_top(token, calendar):
        return None
    return When(told.date, told.date, NEWS_DAY)


def has_other_day(verb: Token, calendar: Calendar) -> bool:
    """True where the words of a report name a past day for what they tell."""
    return any(
        verb.left_edge.i <= placed.first <= verb.right_edge.i
        and not beside_noun(placed)
        and not is_ahead(placed.time, calendar.published)
        for placed in calendar.placed
    )


def is_near_top(token: Token, calendar: Calendar) -> bool:
    """True in the first two paragraphs of an article."""
    bodies = [first for first, end, kind in calendar.blocks if kind == "body"]
    first = calendar.first_body()
    following = [start for start in bodies if start >= first]
    return calendar.block(token)[0] in following[:2]
