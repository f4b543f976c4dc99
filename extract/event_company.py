"""Sides and places of one mention of an event, from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    clause_of,
    is_passive,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_addressees import addressees
from extract.event_cast import Cast, Part
from extract.event_lexicon import event_lexicon
from extract.event_participants import noun_parts, speaker_part, verb_parts
from extract.event_places import event_places
from extract.event_verbs import subjects
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_triggers import Trigger
    from extract.records import Entity, Statement

#: Who meets to negotiate, as the last word of a collective's name.
NEGOTIATING: Final = frozenset(
    {"teams", "delegations", "delegates", "negotiators", "sides", "parties"}
    | {"representatives", "mediators", "coalition", "bloc", "groups", "factions"}
    | {"council", "committee", "commission"}
)

#: Stopping work, which a headline may only name beside others.
STOPPING: Final = frozenset({"strike", "strikes", "walkout", "stoppage", "stoppages"})
#: Verbs whose passive says what its subject does: "is committed", "is expected in X".
STATES: Final = frozenset({"commit", "expect", "schedule", "oppose", "plan", "set"})


def around(
    trigger: Trigger, top: Token, cast: Cast, statement: Statement | None
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return sides and places of a trigger, those of its portion word included."""
    token, type_ = trigger.token, trigger.type
    if token.pos_ not in {"VERB", "AUX"}:
        parts = noun_parts(token, trigger.support, type_, cast, statement)
        places = event_places(token, trigger.support, type_, cast)
        for noun in stuck(token, trigger.support) if type_ == "impasse" else ():
            parts += noun_parts(noun, None, "talks", cast, statement)
            places += event_places(noun, None, "talks", cast)
        if top.i != token.i:
            parts += noun_parts(top, None, type_, cast, statement)
            places += event_places(top, None, type_, cast)
    else:
        parts = verb_parts(token, type_, cast, statement)
        places = event_places(token, None, type_, cast)
        if type_ in {"attack", "pledge", "talks", "meeting"}:
            for noun in [*patients(token), *inner_objects(token)]:
                places += event_places(noun, None, type_, cast)
        for noun in talks_of(token) if type_ in {"impasse", "walkout"} else ():
            parts += noun_parts(noun, None, "talks", cast, statement)
            places += event_places(noun, None, "talks", cast)
    known = {part.name for part in parts}
    parts += [
        part
        for part in addressees(token, trigger.support, type_, trigger.label, cast)
        if part.name not in known
    ]
    if type_ == "deadline" and not parts and trigger.label != "Expiry":
        parts = speaker_part(statement)
    named = sum(part.id is not None for part in parts)
    if trigger.claim and named > (type_ == "impasse"):
        parts = [part for part in parts if part.id is not None]
    if type_ == "referendum":
        held = [
            part for part in parts if part.id and cast.entities[part.id].kind == "place"
        ]
        places = [*places, *held]
        parts = [part for part in parts if part not in held]
    where = {place.name for place in places}
    if type_ in {"attack", "visit"}:
        aimed = {place.position for place in places}
        parts = [part for part in parts if part.position not in aimed]
    elif token.pos_ == "NOUN":
        parts = [part for part in parts if part.name not in where or part.id is None]
    return tuple(parts), tuple(places)


def talks_of(verb: Token) -> list[Token]:
    """Return the talks that a verb says have failed, or somebody has left."""
    talks = event_lexicon().words["talks"]
    out: list[Token] = []
    for noun in [*subjects(verb), *patients(verb), *(n for _, n in obliques(verb))]:
        if lemma(noun) not in talks or noun.i in {found.i for found in out}:
            continue
        out.append(noun)
        out += [
            found
            for case, found in noun_phrases(noun)
            if case == "of" and lemma(found) in talks
        ]
    return out


def stuck(noun: Token, support: Token | None) -> list[Token]:
    """Return the talks that a noun says are stuck: "talks have reached a deadlock"."""
    verb = support if support is not None else clause_of(noun)
    talks = event_lexicon().words["talks"]
    out = [
        found
        for case, found in noun_phrases(noun)
        if case in {"in", "of", "over"} and lemma(found) in talks
    ]
    if verb is not None and (noun.head.i == verb.i or noun.i == verb.i):
        out += [found for found in talks_of(verb) if found.i != noun.i]
    return out


def sayer(token: Token, cast: Cast) -> list[Part]:
    """Return who says the clause that a token stands in."""
    verb: Token | None = token
    for _ in range(3):
        verb = verb if verb is None or verb.dep_ == "ccomp" else clause_of(verb)
    if verb is None or verb.dep_ != "ccomp":
        return []
    return [part for noun in agents(verb.head) for part in cast.strictly(noun)]


def headlined(
    token: Token, type_: str, cast: Cast
) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """Return whom a headline names before its event: headlines have little syntax."""
    before = [found for found in token.sent if found.i < token.i]
    named = [
        part
        for found in before
        for part in cast.strictly(found)
        if part.id and (type_ == "referendum" or not is_city(cast.entities[part.id]))
    ]
    if type_ != "referendum":
        return tuple(named if token.lower_ not in STOPPING else ()), ()
    held = tuple(p for p in named if cast.entities[p.id or ""].kind == "place")
    return tuple(part for part in named if part not in held), held


def is_city(entity: Entity) -> bool:
    """True for a place that is no country."""
    return entity.kind == "place"


def of_bodies(
    token: Token, support: Token | None, parts: tuple[Part, ...], cast: Cast
) -> bool:
    """True for a meeting of sides and bodies, and not of people: talks."""
    kinds = {cast.entities[part.id].kind for part in parts if part.id is not None}
    if "person" in kinds:
        return False
    if any(part.name.lower().split()[-1] in NEGOTIATING for part in parts):
        return True
    urgent = {child.lower_ for child in children(token, "amod", "compound")}
    if not kinds & {"party", "organization"}:
        return bool(urgent & {"emergency", "urgent", "plenary", "ministerial"})
    verb = token if token.pos_ == "VERB" else support
    subjects = {lemma(noun) for noun in agents(verb)} if verb is not None else set()
    return not subjects & {"leader", "president", "minister", "chief", "envoy", "head"}


def inner_objects(verb: Token) -> list[Token]:
    """Return the objects of what a verb promises or plans to do."""
    return [
        noun for inner in children(verb, "xcomp") for noun in [inner, *patients(inner)]
    ]


def is_undergone(token: Token) -> bool:
    """True for a passive verb, whose subject did not do it."""
    return token.pos_ == "VERB" and is_passive(token) and lemma(token) not in STATES
