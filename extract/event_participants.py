"""Who takes part in an event, and where it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    clause_of,
    conjuncts,
    grammatical_subjects,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.records import Entity, Statement

#: Prepositions that bring the other side.
WITH: Final = frozenset({"with", "between", "among", "by", "involving", "of", "from"})
#: Types in which both sides take part.
MUTUAL: Final = frozenset(
    {"talks", "meeting", "call", "visit", "agreement", "signing", "rejection"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or some place in an event.

    Attributes:
        name: the entity's name, or the words of a collective noun ("producers").
        id: ``Entity.id``, ``None`` for a collective noun.
        position: where the words stand, to keep reading order.
        agent: it does what the event tells.
    """

    name: str
    id: str | None
    position: int
    agent: bool = False


class Cast:
    """The entities of a document by token."""

    def __init__(self, doc: Doc, entities: Iterable[Entity]) -> None:
        self.doc = doc
        self.entities = {entity.id: entity for entity in entities}
        self._at: dict[int, list[tuple[int, Entity, bool, str]]] = {}
        for entity in self.entities.values():
            for mention in entity.mentions:
                quoted = mention.quoted
                span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
                if span is None:
                    continue
                for token in span:
                    self._at.setdefault(token.i, []).append(
                        (len(span), entity, mention.acts, mention.kind)
                    )

    def at(self, token: Token) -> Entity | None:
        """Return the entity that a token names, the longest mention's first."""
        found = self._at.get(token.i)
        if not found:
            return None
        return min(found, key=lambda item: (item[3] == "role", item[0], item[1].id))[1]

    def all_at(self, token: Token) -> list[Entity]:
        """Return every entity that mentions a token, names before roles."""
        found = self._at.get(token.i, [])
        ordered = sorted(
            found, key=lambda item: (item[3] == "role", -item[0], item[1].id)
        )
        return [item[1] for item in ordered]

    def is_place(self, token: Token) -> bool:
        """True where a token names a place, or a country or seat as one."""
        return any(
            entity.kind == "place" or (entity.kind == "party" and not acts)
            for _, entity, acts, _ in self._at.get(token.i, [])
        )

    def who(self, noun: Token, *, loose: bool = True) -> list[Part]:
        """Return whom a noun phrase stands for, without what it is joined with.

        Args:
            noun: the head of the phrase.
            loose: also take the owner of a thing ("Ruritania's proposals").
        """
        named = self._named(noun)
        if named:
            return named
        actor = lemma(noun) in event_lexicon().actors and noun.pos_ == "NOUN"
        if actor or loose:
            owners = self._owners(noun)
            if owners:
                return owners
        return [Part(collective(noun), None, noun.idx)] if actor else []

    def strictly(self, noun: Token) -> list[Part]:
        """Return whom a noun phrase stands for, if it stands for somebody."""
        return self.who(noun, loose=False)

    def _named(self, noun: Token) -> list[Part]:
        entities = [
            e
            for e in self.all_at(noun)
            if (e.kind != "place" or noun.pos_ == "PROPN") and not is_paper(e.name)
        ]
        if entities:
            person = next((e for e in entities if e.kind == "person"), entities[0])
            return [Part(person.name, person.id, noun.idx)]
        known = [
            found
            for verb in children(noun, "acl")
            if lemma(verb) in {"know", "call"}
            for found in children(verb, "obl", "xcomp", "obj")
        ]
        for child in [
            *known,
            *children(noun, "appos", "flat", "flat:name", "nmod:desc"),
        ]:
            found = [e for e in self.all_at(child) if e.kind != "place"]
            if found and not is_paper(found[0].name):
                return [Part(found[0].name, found[0].id, child.idx)]
        return []

    def _owners(self, noun: Token) -> list[Part]:
        parts = []
        owners = [
            token
            for child in children(noun, "nmod:poss", "amod", "compound", "nmod:desc")
            for token in [child, *children(child, "conj")]
        ]
        owners += [
            found
            for case, phrase in noun_phrases(noun)
            if case in {"of", "from"}
            for found in [phrase]
        ]
        for token in owners:
            entity = self.at(token)
            if entity is None or is_paper(entity.name):
                continue
            if entity.kind == "person" and token.dep_ not in {"nmod:poss", "nmod"}:
                continue
            if entity.kind == "place" and entity.country is None:
                continue
            parts.append(Part(entity.name, entity.id, token.idx))
        return parts

    def places(self, noun: Token) -> list[Part]:
        """Return the places that a noun phrase names, coordination included."""
        out = []
        for part in conjuncts(noun):
            own = [e for e in self.all_at(part) if e.kind in {"place", "party"}]
            if not own:
                below = [
                    *children(part, "appos", "flat", "compound", "nmod:poss"),
                    *(n for c, n in noun_phrases(part) if c in {"of", "in", "near"}),
                ]
                for child in below:
                    own += [e for e in self.all_at(child) if e.kind == "place"][:1]
            out += [Part(entity.name, entity.id, part.idx) for entity in own[:2]]
        return out


def is_paper(name: str) -> bool:
    """True for the name of an agreement or a paper, which takes part in nothing."""
    last = name.split()[-1].lower()
    return last in event_lexicon().words["accord"] | {"constitution", "law", "act"}


def collective(noun: Token) -> str:
    """Return the name of a group that has none: "major powers", "producers"."""
    kept = [
        child
        for child in noun.children
        if child.dep_ in {"amod", "compound"}
        and child.i < noun.i
        and child.pos_ != "NUM"
    ]
    words = [noun.doc[i].text for i in sorted({*(child.i for child in kept), noun.i})]
    if lemma(noun) == "head":
        words += [
            f"of {n.text}"
            for case, n in noun_phrases(noun)
            if case == "of" and n.lower_ in {"state", "government"}
        ]
    return " ".join(word.lower() if word.istitle() else word for word in words)


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
    for noun in nouns:
        found = cast.who(noun, loose=loose)
        if not found and first_person(noun):
            found = speaker_part(statement)
        out += found
    return out


def verb_parts(
    verb: Token, type_: str, cast: Cast, statement: Statement | None
) -> list[Part]:
    """Return who takes part in what a verb tells, who does it marked as agent."""
    loose = type_ in {"deviation", "attack", "proposal"}
    parts = [
        replace(part, agent=True)
        for part in people_of(agents(verb), cast, statement, loose=loose)
    ]
    if type_ == "proposal" and not parts:
        parts = people_of(patients(verb), cast, statement)
    phrases = list(obliques(verb))
    if lemma(verb) in {"fail", "unable"}:
        phrases += [
            phrase for inner in children(verb, "xcomp") for phrase in obliques(inner)
        ]
    for case, noun in phrases:
        if case in {"with", "between", "among"} or (case == "by" and not parts):
            parts += people_of([noun], cast, statement, loose=False)
    if type_ in MUTUAL:
        for noun in patients(verb):
            mine = people_of([noun], cast, statement, loose=type_ == "rejection")
            parts += [part for part in mine if part.id is not None]
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
                if child.dep_ == "nmod:poss" or token.dep_ == "compound":
                    found = people_of([token], cast, statement, loose=False)
                    parts += [replace(part, agent=True) for part in found]
                continue
            if is_paper(entity.name) or (
                entity.kind == "place"
                and (entity.country is None or child.dep_ == "compound")
            ):
                continue
            parts.append(Part(entity.name, entity.id, token.idx, agent=True))
    if not parts and noun.i > 1 and noun.nbor(-1).tag_ == "POS":
        entity = cast.at(noun.nbor(-2))
        if entity is not None:
            owner = noun.nbor(-2)
            parts.append(Part(entity.name, entity.id, owner.idx, agent=True))
    for case, phrase in noun_phrases(noun):
        if case in {"with", "between", "among", "by", "involving"} or (
            case in {"of", "from"} and type_ in {"meeting", "pledge", "visit", "talks"}
        ):
            parts += people_of([phrase], cast, statement, loose=False)
    if type_ in {"meeting", "talks", "call"} and any(
        case in {"with", "between"} for case, _ in noun_phrases(noun)
    ):
        people = [
            found for found in children(noun, "appos") if cast.at(found) is not None
        ]
        parts += people_of(people, cast, statement, loose=False)
    for child in children(noun, "acl", "acl:relcl"):
        for case, phrase in obliques(child):
            if case in {"with", "between", "by", "among"}:
                parts += people_of([phrase], cast, statement, loose=False)
    if support is not None and support.dep_ != "acl":
        own = {noun.idx, *(found.idx for found in conjuncts(noun))}
        around = verb_parts(support, type_, cast, statement)
        if type_ in {"attack"} and lemma(support) in {"kill", "wound", "injure", "hit"}:
            around = []
        parts += [part for part in around if part.position not in own]
    if type_ in {"referendum", "vote"} and support is None:
        verb = clause_of(noun)
        if verb is not None and noun.dep_ == "obl":
            parts += people_of(grammatical_subjects(verb), cast, statement)
    return parts


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
