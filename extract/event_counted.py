"""Days counted from another event: "six days after the members approved it".

What is told to have been so long before or after something with a day has a day
too. A distance in months or years gives the month or the year.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, clause_of
from extract.event_days import NEVER, When, remote
from extract.event_own_days import ATTACKS
from extract.inflections import lemma
from extract.quantities import WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Token

    from extract.event_merging import Draft

#: Days of a unit that is counted to the day.
DAYS: Final = {"day": 1, "week": 7}
#: Words between what was counted and what it is counted from.
MARKS: Final = frozenset({"after", "before"})
#: Units that are counted in months.
MONTHS: Final = {"month": 1, "year": 12}
#: Weeks that are counted to the day at most.
FEW: Final = 2
#: Days around a day that is counted in many weeks.
AROUND: Final = 3
#: How the basis of a day begins that is only that of a saying.
SAID: Final = "day of the statement"
#: How the bases of days begin that are only those of what is told around an event.
GUESSED: Final = ("told", "the date under discussion", "the day of its news")
#: Words that leave a count open.
VAGUE: Final = frozenset({"several", "some", "many", "few", "couple", "or"})


def counted(drafts: Sequence[Draft], published: date | None) -> None:
    """Give events without a day the one that is counted from another event's."""
    for draft in drafts:
        told = draft.when.begin is not None
        told = told and not draft.when.basis.startswith((*GUESSED, SAID))
        if told or draft.modality not in {"actual", "planned"}:
            continue
        found = distance(draft.trigger.token, draft.trigger.support)
        if found is None:
            if draft.modality == "actual" and not draft.when.basis.startswith(SAID):
                later(draft, drafts)
            continue
        mark, count, unit, top = found
        if draft.modality == "planned" and mark == "after":
            continue
        base = day_of(top, drafts, draft)
        if base is None and top.tag_ in {"VBZ", "VBP"} and top.dep_ == "ROOT":
            base = published  # "the threat comes barely five months after a strike"
        if base is None:
            continue
        mood = draft.modality
        draft.when = at_distance(mark, base, count, unit) or draft.when
        if mood == "actual" and published and (draft.when.begin or "") > str(published):
            draft.when = NEVER


def at_distance(mark: str, base: date, count: int, unit: str) -> When | None:
    """Return the days so long before the day of another event, or behind it.

    Args:
        mark: the word between; what others came "after" was before them.
        base: the day of the other event.
        count: how many units lie between.
        unit: a day, a week, a month or a year.
    """
    ahead = mark == "before"
    other = moved(base, -count if ahead else count, unit)
    if other is None:
        return None
    side = "after" if ahead else "before"
    words = f"counted: {count} {unit}{'s' * (count > 1)} {side} {base.isoformat()}"
    if unit == "week" and count > FEW:  # "four weeks after" is not told to the day
        day = date.fromisoformat(other)
        first, last = (day + timedelta(days=d) for d in (-AROUND, AROUND))
        return When(first.isoformat(), last.isoformat(), words)
    return When(other, other, words)


def later(draft: Draft, drafts: Sequence[Draft]) -> None:
    """Give an event the day so long after another: "the day after the attack".

    The other is the only event of its word in the article that has a day.
    """
    verb = draft.trigger.token
    words = verb.doc[verb.left_edge.i : verb.right_edge.i + 1]
    support = draft.trigger.support or verb.head
    if support.pos_ == "VERB":
        words = verb.doc[support.left_edge.i : support.right_edge.i + 1]
    for mark in words:
        counted_on = mark.lower_ == "after" and mark.dep_ == "case"
        if not counted_on or mark.i < verb.i or mark.i - 2 < mark.sent.start:
            continue
        number, unit = (t.lower_ for t in verb.doc[mark.i - 2 : mark.i])
        if unit != "day" or number not in {"the", "a", "one"}:
            continue
        base = {
            other.when.begin
            for other in drafts
            if other is not draft
            and is_of(mark.head, other)
            and len(other.when.begin or "") == len("2000-01-01")
        }
        if len(base) == 1:
            day = date.fromisoformat(base.pop() or "") + timedelta(days=1)
            words_of = f"counted: 1 day after {(day - timedelta(days=1)).isoformat()}"
            draft.when = When(day.isoformat(), day.isoformat(), words_of)
            return


def is_of(noun: Token, draft: Draft) -> bool:
    """True where a noun names an event again: by its word, or as what it was."""
    if noun.idx in {t.start for t in draft.triggers}:
        return True
    same = lemma(draft.trigger.token) == lemma(noun)
    return same or (draft.type == "attack" and lemma(noun) in ATTACKS)


def distance(token: Token, support: Token | None) -> tuple[str, int, str, Token] | None:
    """Return how long after or before an event something was, with its predicate.

    Args:
        token: the event's word.
        support: the verb that tells it, if it is a noun.
    """
    verb = token if token.pos_ in {"VERB", "AUX"} else support
    if verb is None and token.dep_ == "obl" and case_of(token) in {"in", "at", "by"}:
        verb = clause_of(token)
    if verb is not None and verb.dep_ == "advcl" and not remote(verb):
        mark = next((c for c in verb.children if c.lower_ in MARKS), None)
        top: Token | None = verb.head
    elif token.dep_ in {"obl", "nmod"} and case_of(token) in MARKS:
        mark = next((c for c in token.children if c.lower_ in MARKS), None)
        top = clause_of(token)
        while top is not None and top.dep_ == "advcl" and top.tag_ == "VBG":
            top = top.head  # "retaliating six days after the raid, they struck"
    else:
        return None
    if mark is None or top is None or mark.i - token.sent.start < 2:
        return None
    number, unit = (t.lower_ for t in token.doc[mark.i - 2 : mark.i])
    if number in VAGUE or token.doc[max(mark.i - 3, 0)].lower_ in VAGUE:
        return None
    count = 1 if number in {"a", "one"} else WORDS.get(number, 0)
    count = int(number) if number.isdecimal() else int(count)
    unit = unit.removesuffix("s")
    if count < 1 or unit not in DAYS.keys() | MONTHS.keys():
        return None
    return mark.lower_, count, unit, top


def day_of(top: Token, drafts: Sequence[Draft], but: Draft) -> date | None:
    """Return the day of the event that a predicate tells, if that is known."""
    for draft in drafts:
        begin = draft.when.begin
        if draft is but or begin is None or len(begin) < len("2000-01-01"):
            continue
        told = {t.start for t in draft.triggers}
        support = draft.trigger.support
        if top.idx in told or (support is not None and support.i == top.i):
            return date.fromisoformat(begin)
    return None


def moved(base: date, count: int, unit: str) -> str | None:
    """Return the day, month or year so long before a day, ISO."""
    if unit in DAYS:
        return (base - timedelta(days=count * DAYS[unit])).isoformat()
    months = base.year * 12 + base.month - 1 - count * MONTHS[unit]
    if months < 12:
        return None
    year, month = divmod(months, 12)
    return f"{year:04}" if unit == "year" else f"{year:04}-{month + 1:02}"
