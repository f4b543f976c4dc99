"""He, the spokesman, Russia's chief negotiator: the person each one stands for.

Descriptions are matched by what they say of a person: office, country, other
words. Pronouns are matched by gender, number, syntax and how near and prominent
a person was last. What stays undecided gets no mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from spacy.tokens import Doc, Token

from extract.body_kinds import pointing_nouns
from extract.descriptions import body_nouns, is_definite, office_nouns
from extract.phrases import children, end_of, text_of
from extract.pronouns import HE, SHE, pronoun_meant
from extract.records import Entity, Mention, Quoted
from extract.referents import (
    Found,
    announced,
    announces,
    beside_name,
    body_described,
    person_described,
)
from extract.scene import Scene, Sighting

_NAME_DEPS = ("flat", "compound", "appos", "nmod:desc", "amod")


def resolve_references(doc: Doc, entities: Sequence[Entity]) -> tuple[Entity, ...]:
    """Return the entities with their pronouns and descriptions as mentions.

    Args:
        doc: a parsed article.
        entities: what is named in it.

    Returns:
        The same entities in the same order, each with the mentions found added
        in reading order; a person's gender is filled in where the article or a
        given name that is only men's or only women's tells it.
    """
    return _Resolver(doc, entities).run()


class _Resolver:
    def __init__(self, doc: Doc, entities: Sequence[Entity]) -> None:
        self.doc = doc
        self.scene = Scene(doc, entities)
        self.placed: list[Sighting] = []
        self.meant: dict[int, str] = {}
        self.added: dict[str, list[Mention]] = {}
        self.announcing: list[Token] = []

    def run(self) -> tuple[Entity, ...]:
        scene = self.scene
        for token in self.doc:
            if token.i in scene.heads:
                self._see(scene.heads[token.i], token)
            elif token.is_space or token.i in scene.covered:
                continue
            elif token.lower_ == "who":
                named = self._before_comma(token)
                if named is not None:
                    self._see(named, token)
            elif token.pos_ == "PRON" or token.lower_ in HE | SHE:
                found = pronoun_meant(scene, token, self.placed)
                if found is not None:
                    self._add((found, token.i, token.i + 1), "pronoun")
                    self._see(found, token)
            elif token.pos_ in ("NOUN", "PROPN"):
                described = self._description(token)
                if described is not None:
                    self._add(described, "role")
                    self._see(described[0], token)
        late = announced(scene, self.announcing, self.placed)
        if late is not None:
            self._add(late, "role")
        return tuple(self._finished(e) for e in scene.entities)

    def _see(self, entity: str, token: Token) -> None:
        self.meant[token.i] = entity
        self.placed.append(self.scene.sighting(entity, token))

    def _before_comma(self, who: Token) -> str | None:
        """Return the person named right before ", who"."""
        if who.i < 2 or self.doc[who.i - 1].text != ",":
            return None
        near = who.i - 2
        for index in range(near, max(-1, near - 4), -1):
            identity = self.scene.heads.get(index)
            if identity is not None and self.scene.by_id[identity].kind == "person":
                return identity
        return None

    def _description(self, head: Token) -> Found | None:
        word = head.lower_
        office = word in office_nouns()
        if not office and word not in body_nouns() | pointing_nouns():
            return None
        if head.tag_ in ("NNS", "NNPS"):
            return None
        if office and (beside := beside_name(self.scene, head)) is not None:
            return beside
        if head.dep_ in _NAME_DEPS:
            return None
        if any(
            c.i in self.scene.heads or c.i in self.scene.covered
            for c in children(head, "appos", "flat")
        ):
            return None
        if office:
            if announces(self.scene, head):
                self.announcing.append(head)
            return person_described(self.scene, head, self.placed, self.meant)
        if is_definite(head):
            return body_described(self.scene, head, self.placed)
        return None

    def _add(self, found: Found, kind: Literal["role", "pronoun"]) -> None:
        entity, start, end = found
        first, last = self.doc[start], self.doc[end - 1]
        text = text_of(self.doc)[first.idx : end_of(last)]
        quoted = Quoted(start=first.idx, end=end_of(last), text=text)
        self.added.setdefault(entity, []).append(Mention(quoted=quoted, kind=kind))

    def _finished(self, entity: Entity) -> Entity:
        more = self.added.get(entity.id, [])
        told = self.scene.gender.get(entity.id)
        gender: Literal["f", "m"] | None = entity.gender
        if told is not None:
            gender = "f" if told == "f" else "m"
        mentions = sorted(
            (*entity.mentions, *more), key=lambda m: (m.quoted.start, m.quoted.end)
        )
        return replace(entity, mentions=tuple(mentions), gender=gender)
