"""What somebody said on an earlier day than the news: "On Sunday, police said that".

That a report quotes its sources on the day of its news is no event. What it recalls
that a side said on a day before is one, and so is a saying that is its news: told in
its first sentence, with its day.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import children, noun_phrases
from extract.deed_clauses import done_by, habitual
from extract.event_deed_labels import named
from extract.event_participants import once
from extract.public_calls import person_of
from extract.public_deed import Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_dates import Calendar
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Forms of verbs of plain saying.
SAID: Final = frozenset({"said", "told", "stated", "declared", "asserted", "added"})
#: How far back what was said is recalled.
RECENT: Final = timedelta(days=45)
#: Where such a verb tells the main clause.
MAIN: Final = frozenset({"ROOT", "conj", "parataxis"})
ISO: Final = re.compile(r"\d{4}-\d\d-\d\d")
#: Names of those who only pass on what others said.
MEDIA: Final = re.compile(
    r"\b(?:news\w*|agency|radio|television|tv|times|post|journal|daily|gazette|herald"
    r"|press|magazine|media|reports?|analysts?|sources?|observers?)\b",
    re.I,
)


def past_sayings(
    cast: Cast,
    calendar: Calendar,
    used: frozenset[int],
    draft_of: Callable[[Trigger], Draft | None],
) -> Iterator[Draft]:
    """Yield what is recalled as said on a day before that of the news.

    Args:
        cast: the document's entities.
        calendar: its dates and statements.
        used: the words by which other events are told.
        draft_of: reads a trigger's sides, place, day and mood.
    """
    newest = news_day_of(calendar)
    if newest is None:
        return
    told: set[tuple[str, str]] = set()
    for index, statement in sorted(calendar.cues.items()):
        verb = cast.doc[index]
        if index in used or not (
            is_recalled(verb, statement, newest)
            or is_the_news(verb, statement, calendar)
        ):
            continue
        if any(clause.i in used for clause in children(verb, "ccomp")):
            continue
        doers = done_by(verb, cast)
        parts = [part for noun in doers for part in person_of(noun, cast)]
        who = named(doers, cast, None, frozenset())
        known = any(part.id is not None for part in parts)
        if any(is_other(noun) for noun in doers):
            continue
        if not who or not known or MEDIA.search(who) or (who, statement.date) in told:
            continue
        draft = draft_of(Deed(verb, "statement", "Statement", "CONSULT"))
        if draft is None or draft.modality != "actual":
            continue
        if draft.when.begin != statement.date or "same clause" not in draft.when.basis:
            continue
        told.add((who, str(statement.date)))
        draft.parts = once(parts)
        draft.trigger = replace(draft.trigger, label=f"Statement by {who}")
        draft.key = f"deed saying {statement.date}"
        yield draft


def is_other(noun: Token) -> bool:
    """True for an office that has no name here: "the ambassador to Peru"."""
    to = any(case == "to" for case, _ in noun_phrases(noun))
    return noun.pos_ == "NOUN" and to and not children(noun, "appos", "flat")


def news_day_of(calendar: Calendar) -> str | None:
    """Return the latest day on which somebody is told to have said something.

    An article that gives no saying a day is of its publication.
    """
    days = [
        said.date
        for said in calendar.statements
        if said.date and said.date_basis == "clause" and ISO.fullmatch(said.date)
    ]
    published = calendar.published.isoformat() if calendar.published else None
    return max(days, default=published)


def is_the_news(verb: Token, statement: Statement, calendar: Calendar) -> bool:
    """True for a saying with a day that the first sentence of an article tells."""
    if verb.lower_ not in SAID or verb.dep_ not in MAIN or habitual(verb):
        return False
    if statement.date_basis != "clause" or statement.act != "speech":
        return False
    if statement.kind == "direct":
        return False
    first = calendar.first_body()
    return verb.i >= first and verb.sent.start <= first < verb.sent.end


def is_recalled(verb: Token, statement: Statement, newest: str) -> bool:
    """True for a plain saying with a day of its own that lies before the news."""
    if verb.lower_ not in SAID or verb.dep_ not in MAIN or habitual(verb):
        return False
    day = statement.date
    if statement.date_basis != "clause" or statement.act != "speech" or day is None:
        return False
    if len(day) < len(newest) or day >= newest:
        return False
    return date.fromisoformat(newest) - date.fromisoformat(day) <= RECENT
