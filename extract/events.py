"""Events of a document: what happened, was planned or might be.

Triggers (``event_triggers``) give the type, the clause around them who took part
and where (``event_participants``), the dates near them when (``event_dates``), the
words above them whether it happened at all (``modality``). Mentions of one event
within the article become one record (``event_merging``).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    children,
    obliques,
)
from extract.errors import ModelError
from extract.event_back_then import back_then
from extract.event_cast import Cast
from extract.event_company import around, headlined, is_undergone, of_bodies, sayer
from extract.event_counted import counted
from extract.event_dateline import dateline_of
from extract.event_dates import Calendar
from extract.event_days import (
    NEVER,
    When,
    ahead,
    ahead_of,
    is_past,
    not_ahead,
    of_next_year,
)
from extract.event_deed_labels import of_what
from extract.event_deeds import find_deeds
from extract.event_evidence import evidence, word
from extract.event_labels import event_label
from extract.event_lead import placed_by_dateline
from extract.event_lexicon import event_lexicon
from extract.event_matters import matter_of, sentence_part
from extract.event_merging import Draft, merge, unrepeated
from extract.event_moods import BRINGING, mood_in
from extract.event_news import comes, in_name
from extract.event_occasions import (
    occasions,
    placed_at_talks,
    placed_by_occasion,
)
from extract.event_ordinals import ordinal_of
from extract.event_participants import once, speaker_part
from extract.event_policy import allowed, may_be, stands
from extract.event_reported import at_talks
from extract.event_seat import placed_at_seat
from extract.event_sides import with_sides
from extract.event_spans import fixed_for
from extract.event_spots import hears, is_compared
from extract.event_tellers import is_interview, told_by
from extract.event_triggers import SET, Trigger, portion_of
from extract.event_turns import find_triggers
from extract.inflections import lemma
from extract.modality import (
    Mood,
    is_definite,
)
from extract.public_deed import name_of_deed
from extract.records import EventMention
from extract.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from spacy.tokens import Doc, Token

    from extract.records import Entity, Statement, TimeExpression

#: Types whose label names who does it, not to whom.
ONE_SIDED: Final = frozenset(
    {"rejection", "pledge", "proposal", "visit", "sanction", "statement", "other"}
    | {"vote", "walkout", "mobilization"}
)
#: Plans that a day in the past shows to have been carried out.
DONE: Final = frozenset({"decision", "order", "decide", "call"})


def find_events(
    doc: Doc,
    *,
    entities: Iterable[Entity],
    times: Iterable[TimeExpression],
    statements: Iterable[Statement],
    published: date | None,
) -> tuple[EventMention, ...]:
    """Return the events of ``doc`` in reading order.

    Args:
        doc: a parsed document, ``doc.text`` being the article's text.
        entities: its people, places, organisations and parties.
        times: its time expressions.
        statements: its reported statements.
        published: the article's day, ``None`` while unknown.

    Raises:
        ModelError: ``doc`` has no dependency parse.
    """
    if len(doc) and not doc.has_annotation("DEP"):
        msg = "events need a dependency parse: add the reading model before this step"
        raise ModelError(msg)
    cast = Cast(doc, entities)
    spoken = sorted(statements, key=lambda found: (found.content[0].start, found.id))
    calendar = Calendar(doc, times, tuple(spoken), published)
    dated = [(placed.first, placed.last) for placed in calendar.placed]

    def draft_of(trigger: Trigger) -> Draft | None:
        around_it = statements_around(trigger.token, spoken)
        return drafted(trigger, cast, calendar, around_it)

    triggers = find_triggers(doc, cast, dated)
    drafts = [found for found in map(draft_of, triggers) if found is not None]
    drafts += find_deeds(drafts, cast, calendar, triggers, draft_of)
    countries = {name: entity.country for name, entity in cast.entities.items()}
    placed_by_dateline(
        drafts, dateline_of(doc, cast.entities.values()), published, countries
    )
    kept = merge(drafts)
    with_sides(kept, cast)
    kept = [draft for draft in unrepeated(kept) if stands(draft)]
    kept = [draft for draft in kept if not is_interview(draft, doc)]
    placed_by_occasion(kept, occasions(doc, cast))
    take_from_talks(kept)
    back_then(kept)
    counted(kept, published)
    at_talks(kept, calendar)
    placed_at_talks(kept, published)
    placed_at_seat(
        kept, doc, dateline_of(doc, cast.entities.values()), published, countries
    )
    kept.sort(key=lambda draft: (draft.mentions[0].start, draft.type))
    return tuple(mention(draft, number) for number, draft in enumerate(kept, 1))


def take_from_talks(drafts: list[Draft]) -> None:
    """Give what was done "at the talks" the day and the place of these talks."""
    talks = {
        quoted.start: draft
        for draft in drafts
        if draft.type in {"talks", "meeting"}
        for quoted in draft.triggers
    }
    for draft in drafts:
        if draft.type in {"talks", "meeting"} or is_compared(draft.trigger.token):
            continue
        for case, noun in obliques(draft.trigger.token):
            held = talks.get(noun.idx)
            if held is None or case not in {"at", "during", "in"}:
                continue
            dated = held.when.begin is not None and not held.opening
            if dated and draft.when.begin is None:
                draft.when = When(
                    held.when.begin, held.when.last, "at talks of that day"
                )
            told = draft.type == "statement"  # a view of the talks is held elsewhere
            if held.places and not draft.places and not told:
                draft.places, draft.place_basis = held.places, "the talks"


def is_opening(trigger: Trigger) -> bool:
    """True where the day of talks is told as the day they began."""
    return trigger.support is not None and lemma(trigger.support) in {
        "begin", "start", "open", "resume", "launch", "convene",
    }  # fmt: skip


def statements_around(token: Token, statements: list[Statement]) -> list[Statement]:
    """Return the utterances whose content holds a token, the innermost first."""
    around = [
        (sum(part.end - part.start for part in found.content), found.id, found)
        for found in statements
        if any(part.start <= token.idx < part.end for part in found.content)
    ]
    return [found for _, _, found in sorted(around, key=lambda item: item[:2])]


def drafted(
    trigger: Trigger, cast: Cast, calendar: Calendar, told: list[Statement]
) -> Draft | None:
    """Return what a trigger tells, ``None`` where that did not happen."""
    token = trigger.token
    named_speakers = [found for found in told if found.speaker_id is not None]
    statement = next(iter(named_speakers or told), None)
    mood = mood_in(trigger)
    if mood.modality == "negated":
        return None
    if mood.modality == "hypothetical" and not may_be(trigger.type, mood):
        return None
    lexicon = event_lexicon()
    top = portion_of(token, lexicon)
    parts, places = around(trigger, top, cast, statement)
    when = calendar.when(trigger, told, mood.modality)
    of_its_own = token.pos_ != "VERB" and when.basis.startswith("in the same phrase")
    heard = hears(token) and (is_definite(token) or token.dep_ == "obl:agent")
    if heard and trigger.type in {"talks", "meeting", "statement"}:
        when = NEVER
    foreseen = mood.modality == "planned" and mood.reason not in SET
    foreseen = foreseen and trigger.type != "deadline"
    if of_its_own and foreseen and is_past(when, calendar.published):
        if mood.reason == "agree":  # "agreed on a November vote"
            when = of_next_year(ahead_of(when, calendar.published), calendar.published)
        elif trigger.support is None:
            mood = Mood()  # "will take the place of the accord of 1983"
        else:  # "will open talks next month on damages for last June's strike"
            when = calendar.in_clause(trigger) or NEVER
    if mood.reason in DONE and is_past(when, calendar.published):
        mood = Mood()
    if mood.modality == "actual" and when.begin and ahead(when, calendar.published):
        due = comes(token, trigger.support) or in_name(token, when)
        due = due or fixed_for(trigger, calendar)
        mood = Mood("planned", reason="is") if due else mood
    if mood.modality == "actual":
        when = not_ahead(when, calendar.published)
    elif mood.reason in BRINGING:
        when = ahead_of(when, calendar.published)
    if mood.modality == "hypothetical" and when.basis.startswith(("told", "day of")):
        when = NEVER
    if trigger.claim:
        speakers = [part for found in named_speakers for part in speaker_part(found)]
        sides = [part for part in parts if not part.between]
        if trigger.type == "impasse" and len(sides) == 1 and not speakers:
            speakers = sayer(token, cast)  # "Peru says talks with Chile have stalled"
        told_whose = trigger.type == "impasse" and len(sides) > 1
        parts = parts if told_whose else (*speakers, *parts)
    if not parts:
        parts = told_by(trigger, cast, statement)
    if trigger.type == "pledge" and not parts and calendar.cues.get(token.i):
        parts = tuple(speaker_part(calendar.cues[token.i]))
    if not parts and not places and calendar.block(token)[2] == "title":
        parts, places = headlined(token, trigger.type, cast)
    parts = once(parts)
    places = once(places)
    ordinal = ordinal_of(token, top)
    quoted = evidence(trigger, top)
    named = bool(
        when.begin
        or places
        or ordinal
        or trigger.support is not None
        or len(parts) > 1
        or token.pos_ == "VERB"
        or trigger.claim
        or top.i != token.i
    )
    if trigger.pattern is not None and not allowed(
        trigger,
        named,
        when.begin,
        parts,
        ordinal,
        places,
        dated=when.basis.startswith("in the same phrase"),
    ):
        return None
    if trigger.type == "meeting" and of_bodies(token, trigger.support, parts, cast):
        trigger = replace(trigger, type="talks")
    return Draft(
        trigger=trigger,
        modality=mood.modality,
        when=when,
        parts=parts,
        places=places,
        statement=statement,
        ordinal=ordinal,
        kind=kind_of(token, lexicon.kinds),
        key=key_of(trigger),
        named=named,
        opening=is_opening(trigger),
        definite=is_definite(token) and token.pos_ != "VERB",
        headline=calendar.block(token)[2] == "title",
        topics=topics_of(sentence_part(token)),
        mentions=[quoted],
        triggers=[word(token)],
    )


def key_of(trigger: Trigger) -> str:
    """Return what keeps two events of one type apart within an article."""
    if trigger.type in {"statement", "other", "proposal"}:
        return trigger.label
    if trigger.label in {"Hearing", "Briefing"}:
        return trigger.label
    if trigger.type == "rejection":
        return "refusal" if trigger.claim else ""
    if trigger.type == "deadline":
        return trigger.label
    if trigger.type == "attack":
        return attack_key(trigger)
    if trigger.type == "sanction":
        return "lift" if trigger.label.startswith("Lifting") else ""
    return ""


def attack_key(trigger: Trigger) -> str:
    """Return which sort of attack is told: a blast, a campaign, a strike."""
    lexicon = event_lexicon()
    word = lemma(trigger.token)
    if word in lexicon.blasts:
        return "blast"
    if word in lexicon.campaigns or word == "invade":
        return "campaign"
    return "strike"


def kind_of(token: Token, kinds: frozenset[str]) -> str:
    """Return what talks are called by: "peace", "trade", "emergency"."""
    words = [
        child.lower_
        for child in children(token, "compound", "amod")
        if child.lower_ in kinds and child.i < token.i
    ]
    return " ".join(words[-2:])


def mention(draft: Draft, number: int) -> EventMention:
    """Return the record of an event."""
    statement = draft.statement
    claim = draft.trigger.claim and statement is not None
    everybody = draft.parts
    if sum(part.id is not None for part in everybody) > 1 and draft.type == "meeting":
        everybody = tuple(part for part in everybody if part.id is not None)
    speaker = statement.speaker if statement is not None else None
    if draft.type == "impasse" and statement is not None and not statement.speaker_id:
        speaker = None  # "giving rise to hope", "a diplomatic source"
    participants = tuple(part.name for part in everybody)
    sides = tuple(part.name for part in everybody if not part.between)
    doers = tuple(part.name for part in everybody if part.agent)
    places = tuple(place.name for place in draft.places)
    undergone = draft.type == "sanction" or is_undergone(draft.trigger.token)
    noun, name = draft.trigger.token, draft.trigger.label
    done_to = noun.pos_ == "NOUN" and draft.type == "other" and " of " not in name
    what = of_what(noun) if done_to else ""
    label = name_of_deed(draft) or event_label(
        draft.type,
        f"{name} of {what}" if what else name,
        participants=doers
        if draft.type in ONE_SIDED and (doers or undergone)
        else sides,
        targets=sides if draft.type == "sanction" else (),
        places=places,
        modality=draft.modality,
        ordinal=draft.ordinal,
        topic=None if what else matter_of(draft),
        kind=draft.kind,
        speaker=speaker if claim else None,
    )
    order = sorted(range(len(draft.mentions)), key=lambda i: draft.mentions[i].start)
    return EventMention(
        id=f"v{number}",
        type=draft.type,
        label=label,
        begin=draft.when.begin,
        last=draft.when.last,
        date_basis=draft.when.basis,
        modality=draft.modality,
        participants=participants,
        participant_ids=tuple(part.id for part in everybody),
        places=places,
        place_ids=tuple(place.id for place in draft.places),
        place_basis=draft.place_basis,
        mentions=tuple(draft.mentions[i] for i in order),
        triggers=tuple(draft.triggers[i] for i in order),
        statement=statement.id if statement is not None else None,
        ordinal=draft.ordinal,
        topics=tuple(sorted(set(draft.topics[:6]))),
        plover=draft.trigger.plover,
    )
