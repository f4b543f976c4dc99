"""Whether a verb tells that somebody met or spoke with somebody."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    grammatical_subjects,
    is_passive,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_cast import Cast
from extract.event_days import past
from extract.event_lexicon import EventLexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs by which somebody has guests, and the guests that they may have.
HOSTS: Final = frozenset({"receive", "host", "greet", "welcome"})
GUESTS: Final = frozenset(
    {"minister", "president", "premier", "leader", "delegation", "envoy", "diplomat"}
    | {"ambassador", "negotiator", "delegate", "mediator", "official", "counterpart"}
    | {"chancellor", "commissioner", "representative", "team", "mission", "side"}
)
#: Verbs by which somebody telephones somebody.
RINGING: Final = frozenset({"call", "ring"})


def converses(verb: Token, cast: Cast) -> bool:
    """True where named people or sides speak with one another, not with the press."""
    others = [noun for case, noun in obliques(verb) if case in {"to", "with"}]
    if lemma(verb) in RINGING:
        if children(verb, "xcomp", "ccomp", "compound:prt") or is_passive(verb):
            return False
        others = children(verb, "obj")
        if len(others) != 1 or others[0].ent_type_ != "PERSON":
            return False
    known = [
        entity
        for noun in others
        for entity in cast.all_at(noun)
        if entity.kind in {"person", "party"}
    ]
    return (
        past(verb) and bool(known) and any(cast.strictly(noun) for noun in agents(verb))
    )


def talks_over(verb: Token, cast: Cast, lexicon: EventLexicon) -> bool:
    """True for "discussed the crisis with the premier": two who matter, at talks."""
    phrases = [*obliques(verb), *(p for n in patients(verb) for p in noun_phrases(n))]
    others = [noun for case, noun in phrases if case == "with"]

    def matters(noun: Token) -> bool:
        return bool(cast.strictly(noun)) or lemma(noun) in lexicon.actors

    return any(map(matters, others)) and any(map(matters, agents(verb)))


def meets(verb: Token, cast: Cast) -> bool:
    """True where somebody meets somebody, and not a deadline or a need."""
    objects = patients(verb)
    if lemma(verb) in HOSTS:
        return any(is_guest(noun, cast) for noun in objects)
    if lemma(verb) == "meet" and any(noun.tag_ == "CD" for noun in objects):
        return any(
            cast.who(noun) or lemma(noun) in GUESTS or children(noun, "appos")
            for noun in agents(verb)
        )
    if objects:
        named = [n for n in objects if n.pos_ == "PROPN" and not cast.is_place(n)]
        return bool(named) or any(cast.strictly(noun) for noun in objects)
    known = any(cast.who(noun) for noun in agents(verb)) or any(
        case == "with" and (cast.strictly(noun) or lemma(noun) in GUESTS)
        for case, noun in obliques(verb)
    )
    return known or any(
        noun.pos_ == "PROPN" or noun.tag_ == "CD" or noun.lower_ in {"both", "pair"}
        for noun in grammatical_subjects(verb)
    )


def is_guest(noun: Token, cast: Cast) -> bool:
    """True for a person or a body that somebody receives, and not for goods."""
    if any(found.kind in {"person", "party"} for found in cast.all_at(noun)):
        return not cast.is_place(noun)
    return lemma(noun) in GUESTS
