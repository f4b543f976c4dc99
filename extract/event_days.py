"""Days as events have them, and how verbs tell when."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import children, clause_of, obliques
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Span, Token

    from extract.records import Statement, TimeExpression


#: A month, or a part of one, at the start of a time expression.
MONTH_NAME: Final = re.compile(
    r"(?i)(?:early |mid-|late )?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z.]*"
)
#: Names of weekdays, which a tense may put on either side of today.
WEEKDAY: Final = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")


@dataclass(frozen=True, slots=True)
class When:
    """The days of an event, ISO, and the evidence in a few words."""

    begin: str | None = None
    last: str | None = None
    basis: str = ""


NEVER: Final = When()
#: How far apart the days of one event that are listed lie at most: a weekend.
NEXT: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Placed:
    """A time expression and the token that carries it in the tree."""

    time: TimeExpression
    head: Token
    first: int
    last: int


def root_of(span: Span) -> Token:
    """Return the token of a span that hangs outside it."""
    for token in span:
        outside = token.head.i == token.i or not span.start <= token.head.i < span.end
        if outside and not token.is_punct and not token.is_space:
            return token
    return span.root


def up(token: Token, goal: Token, most: int) -> list[Token] | None:
    """Return the steps from a token up to another above it, ``None`` if not above."""
    path = []
    for _ in range(most):
        path.append(token)
        if token.head.i == goal.i:
            return path
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def merged(placed: list[Placed], basis: str) -> When | None:
    """Return the days of one date, or of two that make a range."""
    if not placed:
        return None
    ordered = sorted(placed, key=lambda found: found.first)
    if len(ordered) > 1:
        ordered = [p for p in ordered if not any(names_hour(q, p) for q in ordered)]
    best = min(ordered, key=lambda found: (grade(found.time), found.first))
    if len(ordered) > 1:
        one, two = ordered[0], ordered[1]
        if listed(one, two) and is_parted(one.time, two.time):
            return days(one.time, basis)
        if ranged(one, two) or in_list(one, two):
            begin, last = days(one.time, basis), days(two.time, basis)
            return When(
                begin.begin,
                after(begin.begin, last.last),
                f"{basis}: {one.time.quoted.text} to {two.time.quoted.text}",
            )
    return days(best.time, basis)


def ranged(one: Placed, two: Placed) -> bool:
    """True for the two ends of a range: "from Monday to Thursday"."""
    first, second = sorted((one, two), key=lambda placed: placed.first)
    gap = first.head.doc[first.last : second.first].text.strip().lower()
    return gap in {"to", "and", "-", "–", "until", "through", "till"}


def listed(one: Placed, two: Placed) -> bool:
    """True for days that are told one by one: "on 8 and on 22 December"."""
    gap = one.head.doc[one.last : two.first].text.strip().lower()
    return gap in {"and", ",", ", and", "and on", ", on", "and again on"}


def is_parted(one: TimeExpression, two: TimeExpression) -> bool:
    """True for two days with others between them, which are of two events."""
    if one.last is None or two.begin is None or precision(one) or precision(two):
        return False
    gap = two.begin - one.last
    return (gap if gap >= timedelta() else gap % timedelta(days=7)) > NEXT


def in_list(one: Placed, two: Placed) -> bool:
    """True for the first days of one month's list: "on 9, 10 and 11 November"."""
    figures = one.time.quoted.text.isdecimal() and two.time.quoted.text[:1].isdecimal()
    return figures and listed(one, two)


def after(begin: str | None, last: str | None) -> str | None:
    """Return the last day of a range, a weekday read a week too early mended."""
    if not begin or not last or last >= begin or len(begin) < 10 or len(last) < 10:
        return last
    later = date.fromisoformat(last) + timedelta(days=7)
    return max(later.isoformat(), begin)


def precision(time: TimeExpression) -> int:
    """Return how many days a time spans; fewer is better."""
    if time.begin is None or time.last is None:
        return 10_000
    return (time.last - time.begin).days


def grade(time: TimeExpression) -> int:
    """Return how many days a time spans, every month taken to be as long."""
    some = precision(time)
    return max(some, 30) if 27 <= some <= 31 else some


def names_hour(one: Placed, two: Placed) -> bool:
    """True for a day behind its own hour: "midnight on New Year's Eve"."""
    if two.last > one.first or ":" not in two.time.value or ":" in one.time.value:
        return False
    return one.head.doc[two.last : one.first].text.strip().lower() in {"on", "of", ""}


def days(time: TimeExpression, basis: str) -> When:
    """Return a time expression's days, a month or a year as a prefix."""
    if time.begin is None:
        return NEVER
    last = time.last or time.begin
    text = f"{basis}: {time.quoted.text}"
    value = time.value[:10]
    if re.fullmatch(r"\d{4}(-\d\d)?", value) and (not time.mod or is_whole(time)):
        return When(value, value, text)
    return When(time.begin.isoformat(), last.isoformat(), text)


def is_whole(time: TimeExpression) -> bool:
    """True for a part of a month that is known no closer: "early in March"."""
    if time.begin is None or time.last is None or len(time.value) != len("2022-03"):
        return False
    whole = (time.last + timedelta(days=1)).day == 1 and time.begin.day == 1
    return whole and time.begin.month == time.last.month


def past(verb: Token) -> bool:
    """True for a verb told in the simple past."""
    if verb.tag_ == "VBD":
        return True
    return any(
        child.tag_ == "VBD" and child.dep_ in {"aux", "aux:pass"}
        for child in verb.children
    ) and verb.tag_ in {"VBN", "VBG"}


def perfect(verb: Token) -> bool:
    """True for the present perfect, in which news is told."""
    return any(
        child.lower_ in {"has", "have", "'ve"} for child in children(verb, "aux")
    )


def present(token: Token) -> bool:
    """True where the words are a turn as they are said, not a report of an old one."""
    verb = token if token.pos_ in {"VERB", "AUX"} else clause_of(token)
    if verb is None:
        return False
    if verb.tag_ == "VBG" and any(
        child.lower_ in {"after", "before"} and child.i < verb.i
        for child in verb.children
    ):
        return False
    return not past(verb)


def main_clause(token: Token) -> bool:
    """True where a date stands in a sentence's main clause."""
    verb = clause_of(token)
    return verb is not None and (
        verb.dep_ in {"ROOT", "conj"} or not children(verb, "mark")
    )


def in_participle(token: Token) -> bool:
    """True where a date only describes a noun: "members dismissed in August"."""
    verb = clause_of(token)
    return verb is not None and verb.dep_ in {"acl", "acl:relcl"}


def cues_of(doc: Doc, statements: Iterable[Statement]) -> dict[int, Statement]:
    """Return the statement that each cue verb introduces, by token."""
    out: dict[int, Statement] = {}
    for statement in statements:
        for cue in statement.cue:
            span = doc.char_span(cue.start, cue.end, alignment_mode="expand")
            for token in span or ():
                out.setdefault(token.i, statement)
    return out


def not_ahead(when: When, published: date | None) -> When:
    """Return the days of what has happened: a weekday ahead is the one before.

    "On Tuesday" is read by the tense of the verb that the tree gives it; where the
    event itself is past, so is its weekday.
    """
    if published is None or when.begin is None or len(when.begin) < 10:
        return when
    begin = date.fromisoformat(when.begin)
    if begin <= published:
        return when
    if not WEEKDAY.search(when.basis) or (begin - published).days > 7:
        return NEVER
    last = date.fromisoformat(when.last or when.begin) - timedelta(days=7)
    earlier = begin - timedelta(days=7)
    return When(earlier.isoformat(), last.isoformat(), when.basis)


def ahead_of(when: When, published: date | None) -> When:
    """Return the days of what others were brought to do: the weekday to come."""
    if published is None or when.begin is None or len(when.begin) < len("2000-01-01"):
        return when
    begin, last = (
        date.fromisoformat(day) for day in (when.begin, when.last or when.begin)
    )
    late = (published - begin).days
    if not WEEKDAY.search(when.basis) or not 0 < late < 7:
        return when
    week = timedelta(days=7)
    return When((begin + week).isoformat(), (last + week).isoformat(), when.basis)


def of_next_year(when: When, published: date | None) -> When:
    """Return a month that is told without its year in the year to come."""
    text = when.basis.rpartition(": ")[2]
    if published is None or when.begin is None or not MONTH_NAME.match(text):
        return when
    if re.search(r"\d{4}|last|previous|ago", text):
        return when
    if not 0 <= published.year - int(when.begin[:4]) <= 1:
        return when
    moved = [
        f"{int(day[:4]) + 1}{day[4:]}" for day in (when.begin, when.last or when.begin)
    ]
    return When(moved[0], moved[1], when.basis)


def is_ahead(time: TimeExpression, published: date | None) -> bool:
    """True for a day after the publication."""
    if published is None or time.begin is None:
        return False
    return time.begin > published


def ahead(when: When, published: date | None) -> bool:
    """True for days after the publication."""
    return published is not None and (when.begin or "") > published.isoformat()


def told_at(verb: Token) -> bool:
    """True where what is told was done at talks that the clause names."""
    talks = event_lexicon().words["talks"]
    return any(
        case in {"at", "during"} and lemma(noun) in talks
        for case, noun in obliques(verb)
    )


def remote(verb: Token) -> bool:
    """True for "had resisted" and "were proposing": before the news of the day."""
    aux = {child.lower_ for child in children(verb, "aux", "aux:pass")}
    return "had" in aux or (verb.tag_ == "VBG" and bool(aux & {"was", "were"}))


def is_past(when: When, published: date | None) -> bool:
    """True where an event's last day lies before the publication."""
    if published is None or when.last is None:
        return False
    return when.last < published.isoformat()
