"""Who takes part in an event, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    clause_of,
    conjuncts,
    grammatical_subjects,
    is_passive,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_cast import Cast, Part
from extract.event_groups import SITTING, some_of
from extract.event_listed import named_before
from extract.event_opponents import BRINGING
from extract.event_sides import go_betweens, included
from extract.event_two import the_two
from extract.gazetteer import people_of as people_named
from extract.inflections import lemma
from extract.phrases import in_compound

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.records import Entity, Statement

#: Prepositions that bring the other side.
WITH: Final = frozenset({"with", "between", "among", "by", "involving", "of", "from"})
#: Prepositions that bring the sides of talks.
PAIRING: Final = frozenset({"with", "between"})
#: Types in which whoever it is done with takes no part ("filed it with the ministry").
ALONE: Final = frozenset({"statement", "proposal", "vote", "sanction", "deadline"})
#: Verbs of who tells of an agreement, or brings it about, without being a side of it.
BROKERED: Final = frozenset({"announce", "broker", "mediate", "arrange", "facilitate"})
#: Verbs of who gives talks a roof or a chair, and is no side of them.
HOSTING: Final = frozenset(
    {"host", "mediate", "broker", "facilitate", "moderate", "sponsor"}
)
#: Types in which both sides take part.
MUTUAL: Final = frozenset(
    {"talks", "meeting", "call", "visit", "agreement", "signing", "rejection"}
)
#: Words before an event noun that say of what kind it is: "a state visit".
KINDS: Final = frozenset({"terrorist", "state", "party", "board", "coalition"})


def speaker_part(statement: Statement | None) -> list[Part]:
    """Return the speaker of a statement as a participant."""
    if statement is None or not statement.speaker or statement.speaker_id is None:
        return []
    start = (
        statement.source[0].start if statement.source else statement.content[0].start
    )
    return [Part(statement.speaker, statement.speaker_id, start)]


def first_person(token: Token) -> bool:
    """True for "we", "I" and their forms."""
    return token.lower_ in {"we", "i", "us", "me", "our", "my"} and token.pos_ in {
        "PRON",
        "DET",
    }


def people_of(
    nouns: Iterable[Token],
    cast: Cast,
    statement: Statement | None,
    *,
    loose: bool = True,
) -> list[Part]:
    """Return whom some nouns stand for; "we" in a quotation is its speaker."""
    out: list[Part] = []
    for noun in [found for each in nouns for found in (some_of(each), *joined(each))]:
        found = the_two(noun, cast) or cast.who(noun, loose=loose)
        if not found and first_person(noun):
            found = speaker_part(statement)
        if not found and noun.lower_ in {"they", "it"}:
            found = told_of(noun, cast)
        out += found
    return out


def joined(noun: Token) -> list[Token]:
    """Return the names that a tree takes for appositions, though "and" joins them.

    Also who else is named behind several people: "the envoys, X and Y".
    """
    beside = [found for found in children(noun, "appos") if found.pos_ == "PROPN"]
    several = noun.tag_ in {"NNS", "NNPS"}
    return [
        found
        for found in beside
        if children(found, "cc") or found.left_edge.lower_ == "and"
    ] + [
        other
        for found in beside
        for other in conjuncts(found)[1:]
        if several and other.pos_ == "PROPN"
    ]


def told_of(pronoun: Token, cast: Cast) -> list[Part]:
    """Return whom "they" in "the sides announced that they had agreed" stands for."""
    verb = pronoun.head
    if pronoun.dep_ not in {"nsubj", "nsubj:pass"}:
        return []
    if verb.dep_ != "ccomp":
        return before(pronoun, cast) if pronoun.lower_ == "they" else []
    return [
        part
        for noun in agents(verb.head)
        if noun.lower_ not in {"they", "it"}
        for part in cast.strictly(noun)
    ]


def before(pronoun: Token, cast: Cast) -> list[Part]:
    """Return the several or the group that the sentence before has as its subject."""
    sent = pronoun.sent
    if not sent.start or pronoun.head.i != sent.root.i:
        return []
    last = pronoun.doc[sent.start - 1]
    found = [part for noun in agents(last.sent.root) for part in cast.strictly(noun)]
    group = len(found) == 1 and found[0].name.lower().endswith(("s", "police"))
    named = [cast.entities[part.id] for part in found if part.id is not None]
    if any(entity.kind in {"person", "place"} for entity in named) and len(found) < 2:
        return []
    return found if len(found) > 1 or group else []


def doers(verb: Token) -> list[Token]:
    """Return who does it; headlines string subjects together ("A, B start talks")."""
    found = agents(verb)
    own = [
        child
        for child in children(verb, "nsubj")
        if child.i < verb.i and child.pos_ in {"NOUN", "PROPN"}
    ]
    if found and own and found[0].i > verb.i and not is_passive(verb):
        return conjuncts(own[-1])  # "X started it, a group watching the war said"
    if len(own) > 1 and found and not is_passive(verb):
        known = {noun.i for noun in found}
        found = [noun for noun in own if noun.i not in known] + found
    return found


def verb_parts(
    verb: Token, type_: str, cast: Cast, statement: Statement | None
) -> list[Part]:
    """Return who takes part in what a verb tells, who does it marked as agent."""
    loose = type_ in {"deviation", "attack", "proposal"}
    listed = named_before(verb, cast)
    parts = [
        replace(part, agent=True)
        for part in people_of(listed or doers(verb), cast, statement, loose=loose)
    ]
    if type_ in {"agreement", "ceasefire"} and lemma(verb) in BROKERED:
        alone = len(parts) == 1 and parts[0].id is not None and is_passive(verb)
        parts = [replace(part, agent=False, between=alone) for part in parts]
    if type_ == "proposal" and not parts:
        parts = people_of(patients(verb), cast, statement)
    if type_ in {"talks", "meeting"} and lemma(verb) in HOSTING:
        parts = [replace(part, agent=False, between=True) for part in parts]
    phrases = list(obliques(verb))
    if lemma(verb) in {"fail", "unable"}:
        phrases += [
            phrase for inner in children(verb, "xcomp") for phrase in obliques(inner)
        ]
    for case, noun in phrases:
        spoken_to = type_ == "call" and case == "to"
        if (
            (case in {"with", "between", "among"} and type_ not in ALONE)
            or (case == "by" and not parts and verb.tag_ in {"VBN", "VBD"})
            or spoken_to
        ):
            parts += people_of([noun], cast, statement, loose=False)
    if type_ in MUTUAL:
        helpers = people_of(go_betweens(verb, None), cast, statement, loose=False)
        parts += [replace(part, between=True) for part in helpers]
        for noun in patients(verb) if type_ in {"signing", "agreement"} else ():
            for case, phrase in noun_phrases(noun):
                if case in {"with", "between"}:
                    parts += people_of([phrase], cast, statement, loose=False)
        for noun in patients(verb):
            taken = type_ in {"rejection", "agreement"}
            mine = people_of([noun], cast, statement, loose=taken)
            own = noun.idx if taken else None
            parts += [
                part
                for part in mine
                if part.id is not None or (own is not None and part.position < own)
            ]
    if type_ == "visit":
        hosts = [
            noun
            for met in children(verb, "conj", "advcl:relcl", "acl:relcl")
            if lemma(met) == "meet" and not children(met, "mark", "advmod:neg")
            for noun in patients(met)
        ]
        parts += people_of(hosts, cast, statement, loose=False)
    if type_ == "sanction":
        for case, noun in obliques(verb):
            if case in {"on", "against"}:
                parts += people_of([noun], cast, statement, loose=False)
    return parts


def noun_parts(
    noun: Token,
    support: Token | None,
    type_: str,
    cast: Cast,
    statement: Statement | None,
) -> list[Part]:
    """Return who takes part in what a noun tells.

    Args:
        noun: the event noun.
        support: the verb that lets it happen ("hold talks"), or ``None``.
        type_: the event's type.
        cast: the document's entities.
        statement: the statement it stands in, for "we" and "our".
    """
    parts: list[Part] = []
    for child in noun.children:
        if child.dep_ not in {"nmod:poss", "amod", "compound", "nmod:desc"}:
            continue
        for token in [child, *children(child, "conj", "compound", "flat")]:
            entity = cast.at(token)
            if entity is None:
                if (
                    token.text not in KINDS
                    and not in_compound(token)
                    and (child.dep_ == "nmod:poss" or token.dep_ == "compound")
                ):
                    found = people_of([token], cast, statement, loose=False)
                    parts += [replace(part, agent=True) for part in found]
                continue
            if cast.is_paper(entity) or (
                entity.kind == "place"
                and (entity.country is None or child.dep_ == "compound")
            ):
                continue
            if (
                type_ == "attack"
                and child.dep_ == "compound"
                and is_where(token, entity)
            ):
                continue  # "the Kenya bombing"
            host = entity.kind == "organization" and child.dep_ == "compound"
            parts.append(
                Part(entity.name, entity.id, token.idx, agent=True, between=host)
            )
    if not parts and noun.i > 1 and noun.nbor(-1).tag_ == "POS":
        entity = cast.at(noun.nbor(-2))
        if entity is not None:
            owner = noun.nbor(-2)
            parts.append(Part(entity.name, entity.id, owner.idx, agent=True))
    for case, phrase in noun_phrases(noun):
        if case in {"with", "between", "among", "by", "involving"} or (
            case in {"of", "from"} and type_ in {"meeting", "pledge", "visit", "talks"}
        ):
            found = people_of([phrase], cast, statement, loose=False)
            parts += [replace(part, agent=part.agent or case == "by") for part in found]
    others = [phrase for case, phrase in noun_phrases(noun) if case in PAIRING]
    if type_ in {"meeting", "talks", "call"} and others:
        also = ("appos", "conj") if len(others) == 1 else ("appos",)
        people = [
            found
            for found in children(noun, *also)
            if cast.at(found) is not None and found.pos_ == "PROPN"
        ]
        parts += people_of(people, cast, statement, loose=False)
    if type_ in {"meeting", "talks"} and not parts:
        parts += sitting(noun, cast)
    alone = not any(part.agent for part in parts)
    for child in children(noun, "acl", "acl:relcl"):
        if lemma(child) in BROKERED | BRINGING:
            continue
        for case, phrase in obliques(child):
            if case in {"with", "between", "by", "among"}:
                found = people_of([phrase], cast, statement, loose=False)
                parts += [
                    replace(part, agent=part.agent or (case == "by" and alone))
                    for part in found
                ]
    if type_ in MUTUAL | {"ceasefire"}:
        parts += people_of(included(noun), cast, statement, loose=False)
        helpers = people_of(go_betweens(noun, support), cast, statement, loose=False)
        parts += [replace(part, between=True) for part in helpers]
    if support is not None and support.dep_ != "acl":
        own = {noun.idx, *(found.idx for found in conjuncts(noun))}
        around = verb_parts(support, type_, cast, statement)
        if type_ in {"attack"} and lemma(support) in {"kill", "wound", "injure", "hit"}:
            around = []
        parts += [part for part in around if part.position not in own]
    if type_ == "visit" and support is None and not parts:
        verb = clause_of(noun)
        if verb is not None and noun.dep_ in {"obj", "obl"}:
            parts += people_of(grammatical_subjects(verb), cast, statement, loose=False)
    if type_ in {"referendum", "vote"} and support is None:
        verb = clause_of(noun)
        if verb is not None and noun.dep_ == "obl":
            parts += people_of(grammatical_subjects(verb), cast, statement)
    return parts


def sitting(noun: Token, cast: Cast) -> list[Part]:
    """Return the only body of a sentence that an urgent meeting can be one of."""
    called = {child.lower_ for child in children(noun, "amod", "compound")}
    if not called & {"emergency", "urgent", "special", "closed-door", "extraordinary"}:
        return []
    bodies = {
        entity.id: Part(entity.name, entity.id, token.idx)
        for token in noun.sent
        if lemma(token) in SITTING or token.lower_ in SITTING
        for entity in cast.all_at(token)[:1]
        if entity.kind == "organization"
    }
    return list(bodies.values()) if len(bodies) == 1 else []


def is_where(token: Token, entity: Entity) -> bool:
    """True for a country or its capital, not for its people or its initials."""
    if entity.country is None or people_named(token.text) is not None:
        return False
    return not token.text.replace(".", "").isupper()


def once(parts: Iterable[Part]) -> tuple[Part, ...]:
    """Return the parts in reading order, each name once."""
    out: dict[str, Part] = {}
    for part in sorted(parts, key=lambda part: (part.position, part.name)):
        head = part.name.split()[-1]
        if part.id is None and any(
            known.id is None and known.name.split()[-1] == head
            for known in out.values()
        ):
            continue
        known = out.setdefault(part.name, part)
        if part.agent and not known.agent:
            out[part.name] = replace(known, agent=True)
    return tuple(out.values())
