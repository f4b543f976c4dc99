"""What parties did in public that is no talk, agreement or attack.

"The ministry lifted its warning", "Ruritania expelled six diplomats", "the offer was
extended": a clause that is told as having happened, or as set for a day, whose doer
is somebody of the article and whose verb is of a sort of public acts
(``lexicon/deeds.toml``). Told are such deeds that are the news of their article, that
have a day, or that are of a sort that is news wherever it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.clauses import clause_of, is_passive, obliques
from extract.deed_clauses import acted_on, done_by, fits, in_opinion, told
from extract.deed_lexicon import Row, deed_lemma, deed_lexicon
from extract.event_days import NEVER, precision
from extract.event_deed_labels import deed_label
from extract.event_participants import once, people_of
from extract.event_triggers import Trigger
from extract.inflections import lemma
from extract.label_words import marked

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Token

    from extract.event_cast import Cast, Part
    from extract.event_dates import Calendar
    from extract.event_merging import Draft
    from extract.records import Statement

#: Prepositions whose noun takes part in a deed.
TAKING: Final = frozenset({"to", "from", "with", "against", "of"})
#: Sentences at the head of an article that tell its news.
LEAD: Final = 3
#: Days below which a time is a day or a few.
WEEK: Final = 7
#: How the basis of a day begins that the deed's own words give, or its news.
OWN: Final = ("in the same", "the time that", "said to be")
NEWS: Final = ("told as the news", "the day of its news")


@dataclass(frozen=True, slots=True)
class Deed(Trigger):
    """A verb that tells a public act.

    Attributes:
        row: the sort of act.
        key: tells deeds of an article apart.
    """

    row: Row | None = None
    key: str = ""


def find_deeds(
    cast: Cast,
    calendar: Calendar,
    known: Iterable[Trigger],
    draft_of: Callable[[Trigger], Draft | None],
) -> list[Draft]:
    """Return the deeds of a document that no other event tells.

    Args:
        cast: the document's entities.
        calendar: its dates.
        known: the triggers of its other events.
        draft_of: reads a trigger's sides, place, day and mood.
    """
    used = taken(known)
    days = frozenset(i for p in calendar.placed for i in range(p.first, p.last))
    out: list[Draft] = []
    for token in cast.doc:
        if token.pos_ != "VERB" or token.i in used:
            continue
        deed = deed_of(token, cast, calendar, used)
        draft = draft_of(deed) if deed is not None else None
        if deed is None or draft is None:
            continue
        if not draft.when.basis.startswith((*OWN, *NEWS)):
            draft.when = NEVER
        if not is_news(deed, draft, calendar):
            continue
        doers, objects = done_by(token, cast), acted_on(token)
        label = deed_label(token, doers, objects, cast, draft.statement, days)
        if label is None:
            continue
        draft.trigger = replace(deed, label=label)
        draft.key = deed.key
        draft.parts = once((*draft.parts, *taking_part(token, cast, draft.statement)))
        out.append(draft)
    return out


def taken(known: Iterable[Trigger]) -> frozenset[int]:
    """Return the words by which other events are told."""
    out: set[int] = set()
    for trigger in known:
        out.add(trigger.token.i)
        if trigger.support is not None:
            out.add(trigger.support.i)
    return frozenset(out)


def deed_of(
    verb: Token, cast: Cast, calendar: Calendar, used: frozenset[int]
) -> Deed | None:
    """Return the deed that a verb tells, ``None`` where it tells none."""
    if not told(verb, calendar) or in_opinion(verb):
        return None
    objects = acted_on(verb)
    if any(noun.i in used for noun in objects):
        return None
    doers = done_by(verb, cast)
    rows = deed_lexicon().rows.get(deed_lemma(verb), ())
    row = next((row for row in rows if fits(verb, row, objects, cast)), None)
    if row is None and doers and verb.i not in calendar.cues:
        row = any_act(verb, objects, calendar)
    if row is None or not (doers or stands_alone(verb, row, objects)):
        return None
    head = lemma(objects[0]) if objects else ""
    key = f"deed {row.of} {head}".strip()
    return Deed(verb, row.type, "", row.plover, row=row, key=key)


def any_act(verb: Token, objects: list[Token], calendar: Calendar) -> Row | None:
    """Return a plain deed for what somebody did to something on a day of its own."""
    if is_passive(verb) or not objects or verb.tag_ not in {"VBD", "VBN"}:
        return None
    if deed_lemma(verb) in deed_lexicon().unlike:
        return None
    dated = any(
        precision(placed.time) < WEEK
        and (head := clause_of(placed.head)) is not None
        and head.i == verb.i
        for placed in calendar.placed
    )
    return Row(of=f"act {deed_lemma(verb)}") if dated else None


def stands_alone(verb: Token, row: Row, objects: list[Token]) -> bool:
    """True for a deed that is told without its doer."""
    if row.subject:
        return True
    return row.passive and is_passive(verb) and bool(objects) and verb.dep_ != "acl"


def is_news(deed: Deed, draft: Draft, calendar: Calendar) -> bool:
    """True for a deed that its article tells as news, or with a day."""
    verb, row = deed.token, deed.row
    own = draft.when.basis.startswith(OWN)
    if draft.statement is not None and draft.statement.kind == "direct":
        return False
    if draft.modality == "planned" or verb.dep_ in {"acl", "acl:relcl", "amod"}:
        return own
    if draft.modality != "actual":
        return False
    if own or (row is not None and row.strong):
        return True
    return calendar.block(verb)[2] == "title" or in_lead(verb, calendar)


def in_lead(verb: Token, calendar: Calendar) -> bool:
    """True in the first sentences of an article."""
    first = calendar.first_body()
    before = {token.sent.start for token in verb.doc[first : verb.sent.start + 1]}
    return verb.i >= first and len(before) <= LEAD


def taking_part(verb: Token, cast: Cast, statement: Statement | None) -> list[Part]:
    """Return whom a deed is done to, and who takes part beside its doer."""
    nouns = acted_on(verb)
    nouns += [n for case, n in obliques(verb) if case in TAKING]
    nouns = [noun for noun in nouns if not cast.is_place(noun)]
    parts = people_of(nouns, cast, statement, loose=False)
    return [part for part in parts if part.id is not None]


def name_of_deed(draft: Draft) -> str | None:
    """Return the label of a deed, ``None`` for any other event."""
    if not isinstance(draft.trigger, Deed):
        return None
    return marked(draft.trigger.label, draft.type, draft.modality)
