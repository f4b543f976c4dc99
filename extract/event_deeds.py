"""What parties did in public that is no talk, agreement or attack.

"The ministry lifted its warning", "Ruritania expelled six diplomats", "the offer was
extended": a clause that is told as having happened, or as set for a day, whose doer
is somebody of the article and whose verb is of a sort of public acts
(``lexicon/deeds.toml``). Told are such deeds that are the news of their article, that
have a day, or that are of a sort that is news wherever it stands.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    children,
    clause_of,
    grammatical_subjects,
    is_passive,
    is_relative,
    noun_phrases,
    obliques,
)
from extract.deed_clauses import (
    acted_on,
    done_by,
    fits,
    in_lead,
    in_opinion,
    is_somebody,
    told,
)
from extract.deed_lexicon import Row, deed_lemma, deed_lexicon
from extract.deed_tenses import unmarked_past
from extract.event_addressees import at_the_other_end
from extract.event_days import NEVER, perfect, precision
from extract.event_deed_labels import deed_label, named
from extract.event_merging import take
from extract.event_participants import once, people_of
from extract.event_polls import at_polls
from extract.event_triggers import lemmas_of
from extract.inflections import lemma
from extract.modality import is_definite, is_negated
from extract.past_sayings import past_sayings
from extract.public_calls import call_label
from extract.public_deed import Deed
from extract.public_words import public_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from spacy.tokens import Token

    from extract.event_cast import Cast, Part
    from extract.event_dates import Calendar
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Prepositions whose noun takes part in a deed.
TAKING: Final = frozenset({"to", "from", "with", "against", "of"})
ISO: Final = "2000-01-01"
#: Days below which a time is a day or a few.
WEEK: Final = 7
#: Names of events that say less than the clause that tells them.
BARE: Final = frozenset(
    {"Arrest", "Expulsion", "Change of office", "Appointment", "Lawsuit", "Charges"}
    | {"Court filing", "Ruling", "Reopening", "Closure", "Shutdown", "Acquisition"}
    | {"Accession", "Release of captives", "Setting up of a body", "Report", "Pardon"}
    | {"Inspection", "Weapons test", "Recall of an envoy", "Extension", "Dismissals"}
    | {"Suspension of payments", "Termination of an agreement", "Postponement"}
    | {"Withdrawal from an accord", "Aid delivery", "Declaration of default"}
    | {"Deployment", "Call-up", "Mobilization", "Mission", "Invitation"}
    | {"Exclusion from a market", "New charge or rule", "Suspension", "Trial", "Plea"}
    | {"Offer for sale", "Referral", "Return home", "Decision to leave as is"}
    | {"Change of power", "Takeover", "Overthrow", "Alert", "Retaliation", "Levy"}
    | {"Formation of a government", "Flight of civilians", "Withdrawal of troops"}
    | {"Arson", "Riot", "Dispersal of a crowd", "Cut in supplies", "Surrender"}
    | {"Refusal of entry", "End of the action", "Calling off"}
    | {"Accident"}
)
#: What is bought and issued day by day.
PAPERS: Final = frozenset({"share", "bond", "stock", "note", "security", "debenture"})
#: Those of what goes on by itself.
GOING_ON: Final = frozenset({"Reopening", "Shutdown", "Accident"})
#: Those of calls, which say nothing of what is called for.
CALLED: Final = frozenset({"Call", "Request"})
#: Where a verb tells the main clause.
MAIN: Final = frozenset({"ROOT", "conj", "parataxis"})
#: How the basis of a day begins that the deed's own words give, or its news.
OWN: Final = ("in the same", "the time that", "said to be")
NEWS: Final = (
    *("told as the news", "the day of its news", "told as new", "told with"),
    *("counted", "since", "the day of the clause"),
    *("the date under discussion", "day of the statement"),
)


def find_deeds(
    drafts: Iterable[Draft],
    cast: Cast,
    calendar: Calendar,
    known: Iterable[Trigger],
    draft_of: Callable[[Trigger], Draft | None],
) -> list[Draft]:
    """Return the deeds of a document that no other event tells.

    Other events that a verb tells as barely are given a headline as well.

    Args:
        drafts: the other events.
        cast: the document's entities.
        calendar: its dates.
        known: the triggers of its other events.
        draft_of: reads a trigger's sides, place, day and mood.
    """
    used = taken(draft.trigger for draft in drafts)
    days = frozenset(i for p in calendar.placed for i in range(p.first, p.last))
    for other in drafts:
        headlined(other, cast, days)
        at_polls(other, cast)
    out = list(public_words(cast, calendar, used, draft_of))
    out += past_sayings(
        cast, calendar, used | {d.trigger.token.i for d in out}, draft_of
    )
    used |= taken(draft.trigger for draft in out)
    for token in cast.doc:
        if token.i in used:
            continue
        journey = under_way(token, cast, draft_of)
        if journey is not None:
            out.append(journey)
            continue
        deed = deed_of(token, cast, calendar, used)
        draft = draft_of(deed) if deed is not None else None
        if deed is None or draft is None:
            continue
        if not draft.when.basis.startswith((*OWN, *NEWS)):
            draft.when = NEVER
        held = [d for d in out if any(is_of(d, noun) for noun in acted_on(token))]
        if held:
            take(held[0], draft)
        elif is_news(deed, draft, calendar) and told_as(deed, draft, cast, days):
            out.append(draft)
    return out


def told_as(deed: Deed, draft: Draft, cast: Cast, days: frozenset[int]) -> bool:
    """Give a deed its label and all who take part, ``False`` where it has no label."""
    verb = deed.token
    doers, objects = done_by(verb, cast), acted_on(verb)
    if deed.row is not None and deed.row.subject and not objects:
        doers = doers or resumed(verb)
    label = deed_label(verb, doers, objects, cast, draft.statement, days)
    if label is None:
        return False
    draft.trigger = replace(deed, label=label)
    draft.key = deed.key
    draft.parts = once((*draft.parts, *taking_part(verb, cast, draft.statement)))
    return True


def headlined(draft: Draft, cast: Cast, days: frozenset[int]) -> None:
    """Give an event that its label names barely ("Arrest") the headline of a deed."""
    trigger = draft.trigger
    verb = trigger.token
    if trigger.label == "Ruling" and lemma(verb) in {"find", "hold", "side", "declare"}:
        return
    called = trigger.label in CALLED and draft.type == "proposal"
    if verb.pos_ != "VERB" or not (called or trigger.label in BARE):
        return
    if draft.modality not in {"actual", "planned"}:
        return
    doers, objects = done_by(verb, cast), acted_on(verb)
    if trigger.label in GOING_ON and not objects:
        doers = doers or resumed(verb)
    if called:
        label = call_label(verb, doers, cast, days)
    elif doers or verb.dep_ not in {"acl", "acl:relcl"} or of_its_own(verb):
        label = deed_label(verb, doers, objects, cast, draft.statement, days)
    else:
        label = None
    if label is not None:
        draft.trigger = Deed(
            verb, trigger.type, label, trigger.plover, trigger.pattern, trigger.support
        )


def resumed(verb: Token) -> list[Token]:
    """Return what starts or stops of itself: "deliveries of maize resumed"."""
    if is_passive(verb):
        return []
    return [n for n in grammatical_subjects(verb) if n.pos_ in {"NOUN", "PROPN"}]


def of_its_own(verb: Token) -> bool:
    """True for a relative clause that says itself what was done to whom.

    "Santos, where a ship was turned away".
    """
    return any(
        c.pos_ in {"NOUN", "PROPN"} and not is_relative(c)
        for c in children(verb, "nsubj:pass")
    )


def under_way(
    token: Token, cast: Cast, draft_of: Callable[[Trigger], Draft | None]
) -> Draft | None:
    """Return the journey of who "was en route to Oslo" or "on his way to Oslo"."""
    before = token.doc[max(token.sent.start, token.i - 2) : token.i]
    words = [found.lower_ for found in before]
    going = token.lower_ == "route" and words[-1:] == ["en"]
    if not going and not (token.lower_ == "way" and words[:1] == ["on"]):
        return None
    past = any(c.lower_ in {"was", "were"} for c in children(token, "cop"))
    if not going and not past:
        return None
    goals = [n for case, n in (*obliques(token), *noun_phrases(token)) if case == "to"]
    places = [part for noun in goals for part in cast.places(noun)]
    who = [n for n in grammatical_subjects(token) if is_somebody(n, cast)]
    if not places or not who or is_negated(token):
        return None
    days = frozenset[int]()
    name = named(who, cast, None, days)
    draft = draft_of(Deed(token, "visit", "", "CONSULT")) if name else None
    if draft is None or draft.modality != "actual":
        return None
    parts = [replace(p, agent=True) for noun in who for p in cast.strictly(noun)]
    draft.parts, draft.places = once(parts), once(places)
    label = f"{name} on way to {places[0].name}"
    draft.trigger = replace(draft.trigger, label=label[:1].upper() + label[1:])
    draft.key = "deed journey"
    return draft


def is_of(draft: Draft, noun: Token) -> bool:
    """True for the occasion that "the ceremony" takes up."""
    told_by = draft.trigger.token
    if told_by.pos_ != "NOUN" or draft.type != "other":
        return False
    return lemma(told_by) == lemma(noun) and is_definite(noun)


def taken(known: Iterable[Trigger]) -> frozenset[int]:
    """Return the words by which other events are told.

    An offer's new deadline leaves the deed of extending it to be told.
    """
    out: set[int] = set()
    for trigger in known:
        out.add(trigger.token.i)
        until = trigger.type == "deadline" and trigger.token.dep_.startswith("obl")
        if trigger.support is not None and not until:
            out.add(trigger.support.i)
    return frozenset(out)


def deed_of(
    verb: Token, cast: Cast, calendar: Calendar, used: frozenset[int]
) -> Deed | None:
    """Return the deed that a verb tells, ``None`` where it tells none."""
    if verb.pos_ != "VERB" or not told(verb, calendar) or in_opinion(verb):
        return None
    objects = acted_on(verb)
    if any(noun.i in used for noun in objects):
        return None
    doers = done_by(verb, cast)
    rows = deed_lexicon().rows.get(deed_lemma(verb), ())
    row = next((row for row in rows if fits(verb, row, objects, cast)), None)
    if row is None and doers and verb.i not in calendar.cues:
        row = any_act(verb, objects, cast, calendar)
    if row is None or not (doers or stands_alone(verb, row, objects)):
        return None
    head = lemma(objects[0]) if objects else ""
    key = f"deed {row.of} {head}".strip()
    return Deed(verb, row.type, "", row.plover, row=row, key=key)


def any_act(
    verb: Token, objects: list[Token], cast: Cast, calendar: Calendar
) -> Row | None:
    """Return a plain deed for what somebody did to something on a day of its own."""
    past = verb.tag_ in {"VBD", "VBN"} or unmarked_past(verb)
    if is_passive(verb) or not objects or not past:
        return None
    words = deed_lexicon()
    if deed_lemma(verb) in words.unlike or lemmas_of(objects, cast) & words.vague:
        return None
    if children(verb, "xcomp", "ccomp"):
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
    if not (row.passive and is_passive(verb) and objects):
        return False
    paper = row.of == "trade" or lemma(objects[0]) in PAPERS  # "shares bought in May"
    return verb.dep_ != "acl" or not paper


def is_news(deed: Deed, draft: Draft, calendar: Calendar) -> bool:
    """True for a deed that its article tells as news, or with a day."""
    verb, row = deed.token, deed.row
    own = draft.when.basis.startswith(OWN)
    if draft.statement is not None and draft.statement.kind == "direct":
        return False
    needs = verb.dep_ in {"acl", "acl:relcl", "amod"} or verb.tag_ == "VBG"
    if draft.modality == "planned" or needs:
        return own
    if draft.modality != "actual":
        return False
    if row is not None and row.bare and not (row.strong or is_close(draft)):
        return False
    if own or (row is not None and row.strong):
        return True
    if calendar.block(verb)[2] == "title" or in_lead(verb, calendar):
        return True
    if row is None or verb.dep_ not in MAIN or not draft.parts:
        return False
    if draft.when.basis.startswith(("told as the news", "the day of its news")):
        draft.when = NEVER  # an older story may be told
    return row.wide or (perfect(verb) and bool(row.verbs))


def is_close(draft: Draft) -> bool:
    """True for a day of its own and not a month or a year."""
    begin, last = draft.when.begin or "", draft.when.last or ""
    if not draft.when.basis.startswith(OWN) or min(len(begin), len(last)) < len(ISO):
        return False
    return (date.fromisoformat(last) - date.fromisoformat(begin)).days < WEEK


def taking_part(verb: Token, cast: Cast, statement: Statement | None) -> list[Part]:
    """Return whom a deed is done to, and who takes part beside its doer."""
    nouns = acted_on(verb)
    nouns += [n for case, n in obliques(verb) if case in TAKING]
    nouns = [noun for noun in nouns if not cast.is_place(noun)]
    undone = is_passive(verb) and not done_by(verb, cast)
    parts = people_of(nouns, cast, statement, loose=undone)
    parts += at_the_other_end(verb, cast)
    return [part for part in parts if part.id is not None]
