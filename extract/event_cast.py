"""Who an article names, by token: the entities and collectives that can take part."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from extract.clauses import children, conjuncts, noun_phrases
from extract.event_dateline import dateline_of, dateline_span
from extract.event_groups import (
    FOLLOWERS,
    LANDS,
    OFFICES,
    ORGANS,
    SENT,
    WORKERS,
    collective,
    is_actor,
    is_common,
    is_counted,
    is_of_a_country,
    is_union,
    organ_of,
    owner_name,
)
from extract.event_lexicon import event_lexicon
from extract.event_several import appended, halves, several
from extract.event_spots import is_same_town, told_capital
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.records import Entity


#: Ends of participles that are joined to a name ("U.N.-brokered", "Acme-led").
PARTICIPLES: Final = ("ed", "led", "run", "held", "built")
#: Letters of an adjective that can be told from others of its beginning.
SHORT: Final = 5
#: Bodies that say of what kind a thing is, not whose: "a coalition programme".
KINDS_OF: Final = frozenset({"coalition"})
#: Relations of a verb that tells more of a noun before it.
RELATIVE: Final = frozenset({"acl:relcl", "advcl:relcl"})
#: Relations of an adjective of a people, which may be read as a noun.
ADJECTIVAL: Final = frozenset({"amod", "compound", "nmod:desc"})


@dataclass(frozen=True, slots=True)
class Part:
    """Somebody or some place in an event.

    Attributes:
        name: the entity's name, or the words of a collective noun ("producers").
        id: ``Entity.id``, ``None`` for a collective noun.
        position: where the words stand, to keep reading order.
        agent: it does what the event tells.
        between: it only brings the sides together.
    """

    name: str
    id: str | None
    position: int
    agent: bool = False
    between: bool = False


class Cast:
    """The entities of a document by token."""

    def __init__(self, doc: Doc, entities: Iterable[Entity]) -> None:
        self.doc = doc
        self.entities = {entity.id: entity for entity in entities}
        self._at: dict[int, list[tuple[int, Entity, bool, str]]] = {}
        line = dateline_span(doc)
        place = dateline_of(doc, self.entities.values())
        self.home = place.country if place is not None else None
        self.site = Part(place.name, place.id, 0) if place is not None else None
        for entity in self.entities.values():
            whole = self._before_participle(entity)
            if whole is None or self._writes(entity, line):
                continue
            for mention in entity.mentions:
                quoted = mention.quoted
                span = doc.char_span(quoted.start, quoted.end, alignment_mode="expand")
                if span is None:
                    continue
                if line is not None and line[1] <= span.start and span.end <= line[2]:
                    continue
                for token in span:
                    self._at.setdefault(token.i, []).append(
                        (len(span), whole, mention.acts, mention.kind)
                    )

    def _writes(self, entity: Entity, line: tuple[str, int, int, int] | None) -> bool:
        """True for the agency of the dateline: "GENOA, May 3 (Harbour News) -"."""
        if line is None or entity.kind == "party":
            return False
        end = self.doc[line[2] - 1].idx
        return any(
            m.quoted.start < end and self.doc.text[m.quoted.start - 1] == "("
            for m in entity.mentions
            if m.quoted.start > self.doc[line[1]].idx
        )

    def _before_participle(self, entity: Entity) -> Entity | None:
        """Return whom a name with a participle names: "U.N." of "U.N.-brokered".

        ``None`` where the article does not name it by itself.
        """
        name, joined, behind = entity.name.rpartition("-")
        if not joined or not behind.endswith(PARTICIPLES):
            return entity
        initials = "".join(word for word in name if word.isalpha())
        for _, other in sorted(self.entities.items()):
            texts = {other.name, *(m.quoted.text for m in other.mentions)}
            letters = "".join(w[0] for w in other.name.split() if w[0].isupper())
            if other.id != entity.id and (name in texts or letters == initials):
                return other
        return None

    def at(self, token: Token) -> Entity | None:
        """Return the entity that a token names, the longest mention's first.

        "Whose" is of whom it follows: "Acme, whose offer the ministry refused".
        """
        if token.lower_ == "whose":
            held = next((v.head for v in token.ancestors if v.dep_ in RELATIVE), None)
            whose = None if held is None or held.i > token.i else self.at(held)
            return None if whose is None or whose.kind == "person" else whose
        found = self._at.get(token.i)
        if not found:
            return self._land_of(token)
        return min(found, key=lambda item: (item[3] == "role", item[0], item[1].id))[1]

    def _land_of(self, token: Token) -> Entity | None:
        """Return the only land whose name an adjective begins: "Abkhaz" of Abkhazia."""
        word = token.text
        if len(word) < SHORT or not word[0].isupper() or token.dep_ not in ADJECTIVAL:
            return None
        lands = [
            entity
            for _, entity in sorted(self.entities.items())
            if entity.kind in {"party", "place"}
            and " " not in entity.name
            and entity.name.startswith(word)
            and 0 < len(entity.name) - len(word) <= SHORT
        ]
        return lands[0] if len(lands) == 1 else None

    def all_at(self, token: Token) -> list[Entity]:
        """Return every entity that mentions a token, names before roles."""
        if token.lower_ == "whose":
            whose = self.at(token)
            return [] if whose is None else [whose]
        found = self._at.get(token.i, [])
        ordered = sorted(
            found, key=lambda item: (item[3] == "role", -item[0], item[1].id)
        )
        return [item[1] for item in ordered]

    @staticmethod
    def is_paper(entity: Entity) -> bool:
        """True for an agreement or a paper by its name, which takes part in nothing."""
        if entity.kind not in {"organization", "person"} or " " not in entity.name:
            return False
        papers = event_lexicon().words["accord"]
        if entity.kind == "organization":
            papers = papers | {"constitution", "law", "act"}
        names = (entity.name, *entity.expansions)
        return any(name.split()[-1].lower() in papers for name in names)

    def is_place(self, token: Token) -> bool:
        """True where a token names a place, or a country or seat as one."""
        if self.told_place(token) is not None:
            return True
        return any(
            entity.kind == "place" or (entity.kind == "party" and not acts)
            for _, entity, acts, _ in self._at.get(token.i, [])
        )

    def told_place(self, noun: Token) -> Part | None:
        """Return the place that a description stands for: "the Norwegian capital"."""
        found = told_capital(noun, self.entities, self.home)
        if found is not None:
            return Part(found[0], found[1], noun.idx)
        if self.site is None or not is_same_town(noun):
            return None
        return replace(self.site, position=noun.idx)

    def who(self, noun: Token, *, loose: bool = True) -> list[Part]:
        """Return whom a noun phrase stands for, without what it is joined with.

        Args:
            noun: the head of the phrase.
            loose: also take the owner of a thing ("Ruritania's proposals").
        """
        if self.told_place(noun) is not None:
            return []
        if is_counted(noun):
            return [Part(noun.text, None, noun.idx)]
        land = self._land(noun)
        if land:
            return land
        named = self._named(noun) or [
            Part(entity.name, entity.id, noun.idx) for entity in several(noun, self)
        ]
        if named:
            return named
        organ = organ_of(noun)
        if organ is not None:
            return [Part(organ, None, noun.idx)]
        actor = is_actor(noun)
        if actor or loose or (lemma(noun) in ORGANS and is_common(noun)):
            owners = self._owners(noun, actor=actor)
            if owners:
                return owners
        return [Part(collective(noun), None, noun.idx)] if actor else []

    def strictly(self, noun: Token) -> list[Part]:
        """Return whom a noun phrase stands for, if it stands for somebody."""
        return self.who(noun, loose=False)

    def _land(self, noun: Token) -> list[Part]:
        """Return the land of "the breakaway region of X", "the Republic of Y"."""
        if noun.lower_ not in LANDS:
            return []
        return [
            Part(entity.name, entity.id, found.idx)
            for case, found in noun_phrases(noun)
            if case == "of"
            for entity in self.all_at(found)[:1]
            if entity.kind in {"party", "place"}
        ]

    def _named(self, noun: Token) -> list[Part]:
        inner = self._name_in(noun)
        if inner:
            return inner
        entities = [
            e
            for e in self.all_at(noun)
            if (e.kind != "place" or noun.pos_ == "PROPN") and not self.is_paper(e)
        ]
        if entities:
            person = next((e for e in entities if e.kind == "person"), entities[0])
            return [
                Part(name, id_, noun.idx) for name, id_ in halves(person, noun, self)
            ] or [Part(person.name, person.id, noun.idx)]
        if noun.dep_ == "appos":
            held = [e for e in self.all_at(noun.head) if e.kind == "person"]
            if held:
                return [Part(held[0].name, held[0].id, noun.idx)]
        known = [
            found
            for verb in children(noun, "acl")
            if lemma(verb) in {"know", "call"}
            for found in children(verb, "obl", "xcomp", "obj")
        ]
        beside = children(noun, "appos")
        told = [n for child in beside if is_common(child) for n in told_by_name(child)]
        for child in [
            *known,
            *beside,
            *told,
            *children(noun, "flat", "flat:name", "nmod:desc"),
        ]:
            found = [e for e in self.all_at(child) if e.kind != "place"]
            if child.dep_ == "appos" and child.left_edge.lower_ == "and":
                continue
            if found and not self.is_paper(found[0]):
                return [Part(found[0].name, found[0].id, child.idx)]
        behind = appended(noun, self)
        return [] if behind is None else [Part(behind.name, behind.id, noun.idx)]

    def _name_in(self, noun: Token) -> list[Part]:
        """Return the body whose name stands right before "party" or "militia".

        A description may be taken for another's: "the X-allied Y party" is Y.
        """
        kinds = {kind for _, _, _, kind in self._at.get(noun.i, [])}
        if kinds != {"role"} or not noun.i or not is_common(noun):
            return []
        before = noun.nbor(-1)
        named = [
            entity
            for _, entity, _, kind in self._at.get(before.i, [])
            if kind == "name" and entity.kind == "organization"
        ]
        if not named or before.head.i not in {noun.i, before.i - 1}:
            return []
        return [Part(named[0].name, named[0].id, before.idx)]

    def _owners(self, noun: Token, *, actor: bool) -> list[Part]:
        parts: list[Part] = []
        owners = [
            token
            for child in children(noun, "nmod:poss", "amod", "compound", "nmod:desc")
            for token in [child, *children(child, "conj")]
        ]
        owners += [
            found
            for case, phrase in noun_phrases(noun)
            if case in {"of", "from"} or (case == "for" and lemma(noun) in SENT)
            for found in [phrase]
        ]
        of_a_body = lemma(noun) in SENT and any(
            case == "of" for case, _ in noun_phrases(noun)
        )
        for token in owners:
            if lemma(noun) == "head" and token.lower_ in {"state", "government"}:
                continue  # "heads of state"
            entity = self.at(token)
            if entity is None and is_common(token) and token.i > noun.i:
                parts += self.strictly(token) if lemma(noun) in SENT else []
            owns = entity is None and not actor and token.i < noun.i
            if owns and is_actor(token) and lemma(token) not in KINDS_OF:
                parts.append(Part(owner_name(token), None, token.idx))
            if entity is None or self.is_paper(entity):
                continue
            if entity.kind == "person" and token.dep_ not in {"nmod:poss", "nmod"}:
                continue
            if entity.kind == "person" and lemma(noun) in FOLLOWERS:
                entity = self.entities.get(entity.affiliation or "", entity)
            if entity.kind == "place" and entity.country is None:
                continue
            if actor and entity.country is not None and is_of_a_country(noun):
                continue
            if entity.country is not None and of_a_body and token.dep_ == "amod":
                continue  # "an American leader of a U.N. team"
            if lemma(noun) in WORKERS and not is_union(entity.name):
                continue
            parts.append(Part(entity.name, entity.id, token.idx))
        return parts

    def places(self, noun: Token) -> list[Part]:
        """Return the places that a noun phrase names, coordination included."""
        out = []
        for part in conjuncts(noun):
            told = self.told_place(part)
            if told is not None:
                out.append(told)
                continue
            own = [
                (entity, part)
                for entity in self.all_at(part)
                if entity.kind in {"place", "party"}
            ] or [
                (entity, child)
                for child in named_below(part)
                for entity in [e for e in self.all_at(child) if e.kind == "place"][:1]
            ]
            out += [Part(entity.name, entity.id, word.idx) for entity, word in own[:3]]
        return out


def told_by_name(noun: Token) -> list[Token]:
    """Return the name behind an office in an apposition: "the envoy, diplomat X"."""
    return children(noun, "appos", "flat") if lemma(noun) in OFFICES | SENT else []


def behind_office(noun: Token, cast: Cast) -> str:
    """Return who "the retired judge Ana Ruiz" is, "" where no person's name stands."""
    for child in children(noun, "appos", "flat", "nmod:desc"):
        entity = cast.at(child) if child.pos_ == "PROPN" else None
        if entity is not None and entity.kind == "person" and " " in entity.name:
            return entity.name
    return ""


def named_below(noun: Token) -> list[Token]:
    """Return the words that may name what a common noun stands for, in order.

    What a list has as its next member may be read as its apposition ("the northern
    republic, the Ob and Tura regions").
    """
    listed = [
        word
        for beside in children(noun, "appos")
        if is_common(beside)
        for word in children(beside, "compound")
    ]
    below = [
        *children(noun, "appos", "flat", "nmod:poss"),
        *(n for c in [*children(noun, "compound"), *listed] for n in conjuncts(c)),
        *(n for case, n in noun_phrases(noun) if case in {"of", "in", "near"}),
    ]
    return sorted(below, key=lambda word: word.i)
