"""He, the spokesman, Russia's chief negotiator: the person each one stands for.

Descriptions are matched by what they say of a person: office, country, other
words. Pronouns are matched by gender, number, syntax and how near and prominent
a person was last. What stays undecided gets no mention.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from spacy.tokens import Doc, Token

from extract.descriptions import (
    Description,
    body_nouns,
    describe,
    fits,
    is_definite,
    office_nouns,
    roles_of,
)
from extract.gazetteer import fold
from extract.person_hints import nearby_roles, told_gender
from extract.phrases import (
    SUBJECTS,
    children,
    clause_of,
    end_of,
    phrase_top,
    text_of,
)
from extract.quotes import find_quotations
from extract.records import Entity, Mention, Quoted

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_IT = frozenset({"it", "its", "itself"})
_REACH = 6
_MARGIN = 0.12
_NAME_DEPS = ("flat", "compound", "appos", "nmod:desc")


@dataclass(slots=True)
class _Place:
    """One mention already placed, as pronouns see it."""

    entity: str
    token: int
    sentence: int
    subject: bool
    nested: bool
    quoted: bool
    clause: int


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
        self.entities = list(entities)
        self.by_id = {e.id: e for e in entities}
        self.sentence_of = [0] * len(doc)
        for number, sentence in enumerate(doc.sents):
            for token in sentence:
                self.sentence_of[token.i] = number
        self.blocks = self._blocks()
        self.quotes = find_quotations(text_of(doc), self.blocks)
        people = [e for e in entities if e.kind == "person"]
        self.gender = {e.id: told_gender(doc, e) for e in people}
        self.roles = {e.id: roles_of(e, nearby_roles(doc, e)) for e in people}
        self._firsts = {s.start for s in doc.sents}
        self.heads: dict[int, str] = {}
        self.covered: set[int] = set()
        self._place_names()
        self.added: dict[str, list[Mention]] = {}

    def _blocks(self) -> list[tuple[int, int]] | None:
        spans = self.doc.spans.get("blocks")
        if spans is None:
            return None
        return [(s.start_char, s.end_char) for s in spans if s.label_ != "boilerplate"]

    # ------------------------------------------------------------ placing

    def _place_names(self) -> None:
        for entity in self.entities:
            for mention in entity.mentions:
                span = self.doc.char_span(
                    mention.quoted.start, mention.quoted.end, alignment_mode="expand"
                )
                if span is None:
                    continue
                for token in span:
                    self.covered.add(token.i)
                head = span.root
                self.heads[head.i] = entity.id

    def _quoted(self, token: Token) -> bool:
        return any(q.start <= token.idx < q.end for q in self.quotes)

    def _place(self, entity: str, head: Token) -> _Place:
        top = phrase_top(head)
        return _Place(
            entity,
            head.i,
            self.sentence_of[head.i],
            top.dep_.startswith("nsubj"),
            top.dep_ in ("nmod:poss", "compound", "nmod", "amod", "acl"),
            self._quoted(head),
            clause_of(top).i,
        )

    # ------------------------------------------------------------ running

    def run(self) -> tuple[Entity, ...]:
        placed: list[_Place] = []
        for token in self.doc:
            if token.is_space:
                continue
            if token.i in self.heads:
                placed.append(self._place(self.heads[token.i], token))
                continue
            if token.i in self.covered:
                continue
            found: str | None = None
            if token.lower_ == "who":
                meant = self._before_comma(token)
                if meant is not None:
                    placed.append(self._place(meant, token))
                continue
            if token.pos_ == "PRON" or token.lower_ in (_HE | _SHE):
                found = self._pronoun(token, placed)
                if found is not None:
                    self._add(found, token.i, token.i + 1, "pronoun")
            elif token.pos_ in ("NOUN", "PROPN"):
                found = self._description(token, placed)
            if found is not None:
                placed.append(self._place(found, token))
        return tuple(self._finished(e) for e in self.entities)

    def _before_comma(self, who: Token) -> str | None:
        """Return the person named right before ", who"."""
        if who.i < 2 or self.doc[who.i - 1].text != ",":
            return None
        near = self.doc[who.i - 2]
        for index in range(near.i, max(-1, near.i - 4), -1):
            identity = self.heads.get(index)
            if identity is not None and self.by_id[identity].kind == "person":
                return identity
        return None

    def _add(self, entity: str, start: int, end: int, kind: str) -> None:
        first, last = self.doc[start], self.doc[end - 1]
        text = text_of(self.doc)[first.idx : end_of(last)]
        quoted = Quoted(start=first.idx, end=end_of(last), text=text)
        mention = Mention(quoted=quoted, kind="role" if kind == "role" else "pronoun")
        self.added.setdefault(entity, []).append(mention)

    def _finished(self, entity: Entity) -> Entity:
        more = self.added.get(entity.id, [])
        told = self.gender.get(entity.id)
        gender: Literal["f", "m"] | None = entity.gender
        if gender is None and told is not None:
            gender = "f" if told == "f" else "m"
        mentions = sorted(
            (*entity.mentions, *more), key=lambda m: (m.quoted.start, m.quoted.end)
        )
        return replace(entity, mentions=tuple(mentions), gender=gender)

    # ------------------------------------------------------------ descriptions

    def _description(self, head: Token, placed: list[_Place]) -> str | None:
        word = head.lower_
        if head.tag_ in ("NNS", "NNPS") or head.dep_ in (*_NAME_DEPS, "amod"):
            return None
        if any(
            c.i in self.heads or c.i in self.covered
            for c in children(head, "appos", "flat")
        ):
            return None
        if word in office_nouns():
            return self._person_described(head, placed)
        if word in body_nouns() and is_definite(head):
            return self._body_described(head, placed)
        return None

    def _person_described(self, head: Token, placed: list[_Place]) -> str | None:
        if not is_definite(head) or head.dep_ in ("xcomp", "obl:as"):
            return None
        if children(head, "cop"):
            return None
        start, end = self._reach(head)
        description = describe(
            text_of(self.doc)[self.doc[start].idx : end_of(self.doc[end - 1])]
        )
        found = self._best_person(head, description, placed)
        if found is not None:
            self._add(found, start, end, "role")
        return found

    def _reach(self, head: Token) -> tuple[int, int]:
        """Return the token range of a description: modifiers and "of"-phrases."""
        left = right = head.i
        for c in head.children:
            if c.i < head.i and c.dep_ in (
                "det",
                "amod",
                "compound",
                "nmod:poss",
                "nmod",
                "nmod:desc",
                "nummod",
            ):
                left = min(left, *(t.i for t in c.subtree))
            if c.dep_ == "nmod" and c.i > head.i and c.i - head.i < 9:
                cases = {k.lower_ for k in children(c, "case")}
                if cases & {"of", "for", "to"} and not children(c, "acl"):
                    right = max(right, *(t.i for t in c.subtree if not t.is_punct))
        return left, right + 1

    def _best_person(
        self, head: Token, description: Description, placed: list[_Place]
    ) -> str | None:
        here = self.sentence_of[head.i]
        last = {p.entity: p for p in placed}
        scores: list[tuple[float, str]] = []
        for entity in self.entities:
            if entity.kind != "person":
                continue
            if self.gender.get(entity.id) and description.gender not in (
                None,
                self.gender[entity.id],
            ):
                continue
            score = fits(description, self.roles[entity.id], entity)
            if score < 1.0:
                continue
            before = last.get(entity.id)
            if before is None:
                score -= 1.0 if here > 3 else 0.4
                if not description.countries and here > 3:
                    continue
            else:
                score -= 0.05 * min(here - before.sentence, 12)
            scores.append((score, entity.id))
        scores.sort(key=lambda x: (-x[0], x[1]))
        if not scores or scores[0][0] < 0.8:
            return None
        if len(scores) > 1 and scores[0][0] - scores[1][0] < 0.05:
            return None
        return scores[0][1]

    def _body_described(self, head: Token, placed: list[_Place]) -> str | None:
        if (
            head.text[0].isupper()
            and self.sentence_of[head.i] == self.sentence_of[max(0, head.i - 1)]
            and not head.is_sent_start
            and head.lower_ not in body_nouns()
        ):
            return None
        modifiers = [
            fold(c.text)
            for c in children(head, "amod", "compound", "nmod")
            if c.i < head.i and c.dep_ != "nmod:poss"
        ]
        if children(head, "nmod:poss"):
            return None
        for place in reversed(placed):
            entity = self.by_id[place.entity]
            if entity.kind not in ("organization", "party"):
                continue
            if self.sentence_of[head.i] - place.sentence > 12:
                break
            names = fold(" ".join((entity.name, *entity.expansions, *entity.roles)))
            words = set(names.split())
            if fold(head.text) in words and all(m in words for m in modifiers):
                start, _end = self._reach(head)
                self._add(entity.id, start, head.i + 1, "role")
                return entity.id
        return None

    # ------------------------------------------------------------ pronouns

    def _pronoun(self, token: Token, placed: list[_Place]) -> str | None:
        word = token.lower_
        if word in _HE:
            return self._person_meant(token, placed, "m")
        if word in _SHE:
            return self._person_meant(token, placed, "f")
        if word in _IT:
            return self._body_meant(token, placed)
        return None

    def _person_meant(
        self, token: Token, placed: list[_Place], gender: str
    ) -> str | None:
        ranked = self._ranked(token, placed, gender)
        if not ranked:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
            return None
        return ranked[0][1]

    def _ranked(
        self, token: Token, placed: list[_Place], gender: str
    ) -> list[tuple[float, str]]:
        here = self.sentence_of[token.i]
        top = phrase_top(token)
        subject = top.dep_ in SUBJECTS or top.dep_.startswith("nsubj")
        possessive = token.dep_ == "nmod:poss"
        clause = clause_of(top).i
        quoted = self._quoted(token)
        best: dict[str, float] = {}
        for place in placed:
            entity = self.by_id[place.entity]
            if entity.kind != "person" or here - place.sentence > _REACH:
                continue
            sex = self.gender.get(entity.id)
            if sex is not None and sex != gender:
                continue
            if (
                place.clause == clause
                and not possessive
                and place.sentence == here
                and not place.nested
                and not token.lower_.endswith("self")
            ):
                continue
            score = 2.0 - 0.55 * (here - place.sentence)
            score += 0.6 if place.subject else 0.0
            score += 0.25 if place.subject and subject else 0.0
            score -= 0.45 if place.nested else 0.0
            score -= 0.3 if sex is None else 0.0
            if place.quoted != quoted:
                score -= 0.35
            if place.sentence == here or (
                place.subject and place.token in self._firsts
            ):
                score += 0.1
            best[entity.id] = max(best.get(entity.id, -9.0), score) + 0.03
        return sorted(((s, e) for e, s in best.items()), key=lambda x: (-x[0], x[1]))

    def _body_meant(self, token: Token, placed: list[_Place]) -> str | None:
        top = phrase_top(token)
        if token.dep_ in ("expl", "nsubj:outer") or any(
            c.dep_ in ("csubj", "expl") for c in top.head.children
        ):
            return None
        here = self.sentence_of[token.i]
        clause = clause_of(top).i
        best: dict[str, float] = {}
        for place in placed:
            entity = self.by_id[place.entity]
            if (
                entity.kind not in ("organization", "party")
                or here - place.sentence > 2
            ):
                continue
            if place.clause == clause and token.dep_ != "nmod:poss":
                continue
            score = 1.0 - 0.5 * (here - place.sentence)
            score += 0.8 if place.subject else 0.0
            score -= 0.5 if place.nested else 0.0
            best[entity.id] = max(best.get(entity.id, -9.0), score)
        ranked = sorted(((s, e) for e, s in best.items()), key=lambda x: (-x[0], x[1]))
        if not ranked or ranked[0][0] < 0.8:
            return None
        if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 0.3:
            return None
        return ranked[0][1]
