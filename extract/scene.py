"""Who is on the scene of an article: what is known of each when a reference is read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.descriptions import Description, gender_of, kinship_nouns, roles_of
from extract.gazetteer import fold
from extract.person_hints import likely_gender, nearby_roles, told_gender
from extract.phrases import clause_of, phrase_top, text_of
from extract.quotes import find_quotations
from extract.records import Entity


@dataclass(frozen=True, slots=True)
class Sighting:
    """One mention already placed, as later references see it.

    Attributes:
        entity: id of the entity.
        token: index of the mention's head.
        sentence: number of its sentence.
        subject: it is a subject.
        nested: it stands inside another noun phrase.
        quoted: it stands in quotation marks.
        clause: index of its clause's predicate.
    """

    entity: str
    token: int
    sentence: int
    subject: bool
    nested: bool
    quoted: bool
    clause: int


class Scene:
    """An article with its entities: where their names stand, and what is told."""

    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self.doc = doc
        self.entities = list(entities)
        self.by_id = {e.id: e for e in entities}
        self.sentence_of = [0] * len(doc)
        self.first_tokens: set[int] = set()
        for number, sentence in enumerate(doc.sents):
            self.first_tokens.add(sentence.start)
            for i in range(sentence.start, sentence.end):
                self.sentence_of[i] = number
        self._quotes = sorted(
            (q.start, q.end) for q in find_quotations(text_of(doc), self._blocks())
        )
        self._quote_starts = [start for start, _ in self._quotes]
        people = [e for e in entities if e.kind == "person"]
        self.people = people
        self.gender = {e.id: told_gender(doc, e) for e in people}
        self.likely = {e.id: likely_gender(e) for e in people}
        self.roles = {e.id: self._roles(e) for e in people}
        self.bodies = {e.id: self._bodies(e) for e in people}
        self.heads: dict[int, str] = {}
        self.covered: set[int] = set()
        self.of_kind: dict[tuple[str, str], bool] = {}
        self._place_names()

    def _blocks(self) -> list[tuple[int, int]] | None:
        spans = self.doc.spans.get("blocks")
        if spans is None:
            return None
        return [(s.start_char, s.end_char) for s in spans if s.label_ != "boilerplate"]

    def _place_names(self) -> None:
        for entity in self.entities:
            for mention in entity.mentions:
                span = self.doc.char_span(
                    mention.quoted.start, mention.quoted.end, alignment_mode="expand"
                )
                if span is None:
                    continue
                self.covered.update(range(span.start, span.end))
                self.heads[span.root.i] = entity.id

    def _roles(self, entity: Entity) -> tuple[Description, ...]:
        """Return a person's roles, without another person's word of kinship."""
        sex = self.gender[entity.id]
        return tuple(
            role
            for role in roles_of(entity, nearby_roles(self.doc, entity))
            if not (
                sex is not None
                and role.nouns & kinship_nouns()
                and {gender_of(w) for w in role.nouns} - {None, sex}
            )
        )

    def _bodies(self, entity: Entity) -> frozenset[str]:
        """Return the folded words for the bodies that a person belongs to."""
        names: list[str] = []
        told = {w for role in self.roles[entity.id] for w in role.words}
        for other in self.entities:
            if other.kind not in ("organization", "party"):
                continue
            forms = {other.name, *other.expansions}
            mine = other.id == entity.affiliation or any(
                set(fold(form).split()) <= told for form in forms if len(form) > 2
            )
            if mine:
                names += [*forms, *other.roles]
        return frozenset(w for name in names for w in fold(name).split())

    def quoted(self, token: Token) -> bool:
        """Tell whether a word stands in quotation marks."""
        at = bisect_right(self._quote_starts, token.idx)
        return any(token.idx < end for _, end in self._quotes[max(0, at - 3) : at])

    def sighting(self, entity: str, head: Token) -> Sighting:
        """Return a mention as later references see it."""
        top = phrase_top(head)
        return Sighting(
            entity,
            head.i,
            self.sentence_of[head.i],
            top.dep_.startswith("nsubj"),
            top.dep_ in ("nmod:poss", "compound", "nmod", "amod", "acl"),
            self.quoted(head),
            clause_of(top).i,
        )
