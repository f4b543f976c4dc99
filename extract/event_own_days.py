"""Which of the days beside an event are its own, and which are others'.

"Shortly before midnight on Monday" is on Monday, "before Monday's vote" is not; a
day belongs to the nearest clause, to what happened there, and not to the saying
behind it.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    CLAUSAL,
    SUBJECTS,
    case_of,
    children,
    clause_of,
    obliques,
)
from extract.event_days import (
    WEEKDAY,
    When,
    in_list,
    is_ahead,
    past,
    perfect,
    ranged,
)
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma
from extract.modality import is_definite

if TYPE_CHECKING:
    from collections.abc import Container, Iterable
    from datetime import date

    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed
    from extract.records import TimeExpression

#: Prepositions that part what is done from the clause it stands under.
APART: Final = {"after", "before", "since", "for", "without", "despite", "until"}
#: Labels under which a day owns or describes a noun: "Monday's vote".
OWNING: Final = frozenset({"nmod:poss", "compound", "amod", "nummod"})
#: Words that say of which day an hour is.
DAYS: Final = re.compile(
    r"(?i)day|night|morning|tomorrow|evening|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep"
    r"|oct|nov|dec)|\d{4}"
)
#: Words of a weekday that is surely still to come.
COMING: Final = re.compile(r"(?i)\b(?:next|coming)\b")
#: Words of what came after the day that a text was at.
LATER: Final = frozenset({"then", "later", "subsequently", "afterwards", "eventually"})
#: Labels of auxiliaries.
AUXILIARIES: Final = ("aux", "aux:pass", "cop")
#: Words from a participle behind its noun to its day, at most.
ASIDE: Final = 6
#: Words from a day to the word "day" that describes it, at most.
DESCRIBED: Final = 5
#: From how many days on a date is a month or more.
MONTH: Final = 27
#: Words from a day to the words that explain it, at most.
APPOSED: Final = 3
#: Prepositions of what a deed is about, which may have a day of its own.
MATTERS: Final = frozenset({"on", "upon", "to", "about", "over", "against"})
#: Nouns of attacks, beside those of blasts.
ATTACKS: Final = frozenset({"attack", "raid", "strike", "assault", "shelling"})


def edges(placed: Placed, trigger: Token) -> set[str]:
    """Return the words before a day that can put an event outside it.

    Those of the noun that the day describes count too ("after its 1990 defeat"),
    not those of the event itself ("before next week's talks").
    """
    doc = placed.head.doc
    before = doc[placed.first - 1].lower_ if placed.first else ""
    clock = placed.time.type == "TIME" and ":" in placed.time.value
    if clock:
        return {doc[placed.first].lower_}
    words = {case_of(placed.head), before, doc[placed.first].lower_}
    if placed.head.dep_ not in OWNING or placed.head.head.pos_ not in {"NOUN", "PROPN"}:
        return words
    noun = placed.head.head
    inside = trigger.i in {t.i for t in noun.subtree}
    words -= {case_of(noun), before}
    return words if inside else words | {case_of(noun)}


def of_an_object(placed: Placed, verb: Token, trigger: Token) -> bool:
    """True for a day that describes what is acted on: "rejected Monday's offer".

    Or what it is about: "agreed on a November vote".
    """
    noun = bearer(placed)
    if noun is None or noun.i == trigger.i or verb.i >= placed.first:
        return False
    about = noun.dep_ == "obl" and case_of(noun) in MATTERS
    acted_on = noun.dep_ in {"obj", "iobj"} or about
    return acted_on and trigger.i not in {t.i for t in noun.subtree}


def bearer(placed: Placed) -> Token | None:
    """Return the noun in whose phrase a day stands before it, wherever it hangs.

    "Monday's offer", "the April 23 court order".
    """
    day = placed.head
    if day.dep_ in {*OWNING, "nmod:unmarked"} and day.head.i > day.i:
        noun = day.head
    else:
        opening = day.doc[max(placed.first - 1, day.sent.start)]
        if opening.dep_ not in {"det", "nmod:poss"} or opening.head.i < placed.last:
            return None
        noun = opening.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def nearest(found: list[Placed], verbs: list[Token]) -> list[Placed]:
    """Return the days that hang right on an event's predicate, or all without one.

    The other end of a range goes with them.
    """
    at = {verb.i for verb in verbs}
    own = [placed for placed in found if placed.head.head.i in at]
    own += [p for p in found if any(ends_clause(verb, p) for verb in verbs)]
    return [
        p for p in found if p in own or any(ranged(p, q) or in_list(q, p) for q in own)
    ] or found


def said_behind(verb: Token, placed: Placed, cues: Container[int]) -> bool:
    """True for the day of a saying that follows its words: "..., he said on Monday".

    A tree may hang that day on the last verb of what was said.
    """
    if placed.first < verb.i:
        return False
    between = verb.doc[verb.i + 1 : placed.first]
    return any(
        token.i in cues
        and token.dep_ in {"ROOT", "parataxis"}
        and token.tag_ == "VBD"
        and any(up.i == token.i for up in verb.ancestors)
        for token in between
    )


def while_then(verb: Token, clause: Token) -> bool:
    """True for a day in a clause that says when: "died when two crashed in May"."""
    if clause.dep_ != "advcl" or not (past(verb) and past(clause)):
        return False
    if not any(c.lower_ == "when" and c.i < clause.i for c in clause.children):
        return False
    step = clause
    while step.dep_ == "advcl" and step.head.i != verb.i:
        step = step.head
    return step.dep_ == "advcl"


def ends_clause(verb: Token, placed: Placed) -> bool:
    """True for the day before the comma of "After meeting them Friday, he said"."""
    doc = verb.doc
    top = placed.head.head
    if placed.last >= len(doc) or doc[placed.last].text != ",":
        return False
    if not verb.i < placed.first < top.i or top.pos_ != "VERB":
        return False
    between = doc[verb.i + 1 : placed.first]
    if any(token.text == "," or token.pos_ == "VERB" for token in between):
        return False
    return any(up.i == top.i for up in verb.ancestors)


def ends_relative(verb: Token, clause: Token, placed: Placed) -> bool:
    """True for the day before the verb of "the paper that he gave her on Monday asks".

    A tree may hang it on the verb that follows.
    """
    noun = verb.head
    first = min([clause.i, *(c.i for c in children(clause, *AUXILIARIES))])
    return (
        verb.dep_ == "acl:relcl"
        and noun.head.i == clause.i
        and noun.dep_ in SUBJECTS
        and verb.i < placed.first
        and placed.last == first
        and not any(t.text == "," for t in verb.doc[verb.i : placed.first])
    )


def starting(verb: Token, clause: Token) -> bool:
    """True for the day of "plan to meet in Oslo, starting on Monday"."""
    return (
        clause.dep_ in {"advcl", "case", "mark"}
        and clause.lower_ in {"starting", "beginning"}
        and clause.head.i == verb.i
        and not children(clause, *SUBJECTS)
    )


def is_last_day(placed: Placed, noun: Token) -> bool:
    """True for a day that the words behind it call the last of an occasion."""
    doc = noun.doc
    if placed.last >= len(doc) or doc[placed.last].text not in {",", "("}:
        return False
    path = [t for t in (noun, *noun.ancestors) if placed.last < t.i <= noun.i]
    return any(
        day.lower_ == "day"
        and day.i - placed.last < DESCRIBED
        and any(c.lower_ in {"last", "final", "closing"} for c in day.children)
        for day in path
    )


def is_passive_aside(verb: Token) -> bool:
    """True for a participle behind its noun: "the plan rejected on Monday"."""
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


def behind_participle(verb: Token, placed: Placed) -> bool:
    """True for the day of "the pact signed in Oslo this week", wherever it hangs.

    Nothing but who did it and where stands between.
    """
    between = verb.doc[verb.i + 1 : placed.first]
    return (
        is_passive_aside(verb)
        and 0 < len(between) < ASIDE
        and between[0].lower_ in {"by", "in", "at"}
        and all(t.pos_ in {"ADP", "DET", "NOUN", "PROPN", "ADJ"} for t in between)
    )


def is_far(verb: Token, placed: Placed) -> bool:
    """True for "expelled six who were in the raid last month": the raid's month."""
    begin, last = placed.time.begin, placed.time.last
    if begin is None or last is None or (last - begin).days < MONTH:
        return False
    return placed.first > verb.i and any(
        token.dep_ == "acl:relcl" and past(token)
        for token in verb.doc[verb.i + 1 : placed.first]
    )


def within(verb: Token, clause: Token, placed: Placed, published: date | None) -> bool:
    """True for a day that a tree hangs on what was begun, invited or voted for.

    "Stopped paying in 1984", "invited them to return two weeks ago", "voted to
    support the bill Friday": a day that is over is none of what is still to be done.
    """
    if clause.dep_ != "xcomp" or clause.head.i != verb.i or not past(verb):
        return False
    if clause.tag_ == "VBG":
        return True
    between = verb.doc[verb.i + 1 : placed.first]
    if any(token.dep_ in {"acl", "acl:relcl"} for token in between):
        return False  # "refused to sign the draft sent on Monday"
    last = placed.time.last
    over = published is not None and last is not None and last <= published
    return clause.tag_ == "VB" and (over or placed.time.quoted.text.endswith("ago"))


def is_due(placed: Placed, verb: Token, calendar: Calendar) -> bool:
    """True for a day to come beside what was done: "declared a fee due 1 December".

    A weekday may be read a week too late, and is not one, unless it is "next Friday".
    What explains such a day ("8 December, the first Sunday of Advent") goes with it.
    """
    if verb.pos_ != "VERB" or not (past(verb) or perfect(verb)):
        return False
    return any(
        is_ahead(day.time, calendar.published)
        and (
            WEEKDAY.search(day.time.quoted.text) is None
            or COMING.search(day.time.quoted.text) is not None
        )
        and (day is placed or 0 <= placed.first - day.last < APPOSED)
        for day in calendar.placed
    )


def right_on(found: list[Placed], noun: Token) -> list[Placed]:
    """Return the days right on a noun ("the 2011 raid that"), or all without one."""
    own = [
        placed
        for placed in found
        if placed.head.head.i == noun.i and placed.last <= noun.i
    ]
    return own or found


def left_on(placed: Placed, noun: Token) -> bool:
    """True for the day of "was expelled from the talks on Monday": of the leaving."""
    return (
        noun.dep_ == "obl"
        and case_of(noun) == "from"
        and placed.first > noun.i
        and noun.head.pos_ == "VERB"
    )


def behind_subject(placed: Placed, noun: Token) -> bool:
    """True for a day behind another clause's subject: "After the talks, he left on"."""
    between = noun.doc[noun.i + 1 : placed.first]
    return any(
        token.dep_ in SUBJECTS and token.head.i >= placed.last for token in between
    )


def is_described(path: list[Token], noun: Token) -> bool:
    """True where at most one clause stands between a day and the noun over it.

    It is that noun's: no "talks on the deal reached on Monday". What is "expected on
    Monday" may hang on any noun of the phrase.
    """
    clauses = [step for step in path if step.dep_ in CLAUSAL]
    return len(clauses) < 2 and all(
        step.dep_.startswith("acl")
        and (step.head.i == noun.i or lemma(step) == "expect")
        for step in clauses
    )


def is_titled(token: Token) -> bool:
    """True for the words of a title before a name: "British Prime Minister"."""
    if token.dep_ not in {"amod", "compound"} or not token.text[:1].isupper():
        return False
    verb = clause_of(token)
    return verb is None or verb.i < token.i


def beside_noun(placed: Placed) -> bool:
    """True for a day that only describes a noun: "the draft of 12 March"."""
    head = placed.head
    if head.dep_ in {"nmod", *OWNING} and head.head.pos_ in {"NOUN", "PROPN"}:
        return head.head.dep_ not in {"nsubj", "nsubj:pass"}
    verb = clause_of(head)
    return verb is not None and verb.dep_ in {"acl", "acl:relcl"}


def is_aside(token: Token) -> bool:
    """True for what a relative clause in the past tells beside the news."""
    verb = token if token.pos_ in {"VERB", "AUX"} else clause_of(token)
    return verb is not None and verb.dep_ == "acl:relcl" and past(verb)


def of_another(token: Token, verb: Token) -> bool:
    """True for what was done in an attack that is named: "were killed in the blast".

    Or after the day that was told ("then sent troops").
    """
    if any(child.lower_ in LATER for child in children(verb, "advmod")):
        return True
    return any(
        noun.i != token.i and is_attack(noun) and is_definite(noun)
        for _, noun in obliques(verb)
    )


def is_attack(noun: Token) -> bool:
    """True for "the bombing", "the attack", "the raid"."""
    return noun.pos_ == "NOUN" and lemma(noun) in event_lexicon().blasts | ATTACKS


def in_time_clause(placed: Placed, verb: Token) -> bool:
    """True for a day in a verb's own clause or one that says when it was."""
    clause = clause_of(placed.head)
    if clause is None:
        return False
    return clause.i == verb.i or (clause.dep_ == "advcl" and clause.head.i == verb.i)


def is_bare_clock(time: TimeExpression) -> bool:
    """True for an hour of no day: "shortly after 3 a.m."."""
    return (
        time.type == "TIME"
        and ":" in time.value
        and time.anchor is not None
        and not DAYS.search(time.quoted.text)
    )


def since_midnight(when: When | None, found: Iterable[Placed]) -> When | None:
    """Return the day that a truce holds from: after "midnight on Monday" the next."""
    if when is None or when.begin is None:
        return when
    for placed in found:
        midnight = placed.time.value.endswith("T24:00")
        if midnight and placed.time.begin is not None:
            day = (placed.time.begin + timedelta(days=1)).isoformat()
            if placed.time.begin.isoformat() == when.begin:
                return When(day, day, when.basis)
    return when
