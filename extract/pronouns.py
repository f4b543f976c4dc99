"""Whom a pronoun stands for: by gender, number, syntax, and how near and prominent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from spacy.tokens import Token

from extract.phrases import SUBJECTS, children, clause_of, phrase_top
from extract.scene import Scene, Sighting

HE: Final = frozenset({"he", "him", "his", "himself"})
SHE: Final = frozenset({"she", "her", "hers", "herself"})
IT: Final = frozenset({"it", "its", "itself"})
_REACH = 6
_MARGIN = 0.12
_PARALLEL = 0.5


def pronoun_meant(scene: Scene, token: Token, placed: Sequence[Sighting]) -> str | None:
    """Return the id of the entity a pronoun stands for, ``None`` where that is open."""
    word = token.lower_
    if word in HE:
        return _first(ranked_people(scene, token, placed, "m"), _MARGIN)
    if word in SHE:
        return _first(ranked_people(scene, token, placed, "f"), _MARGIN)
    if word in IT:
        return _body_meant(scene, token, placed)
    return None


def _first(ranked: Sequence[tuple[float, str]], margin: float) -> str | None:
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return None
    return ranked[0][1]


def ranked_people(
    scene: Scene, token: Token, placed: Sequence[Sighting], gender: str
) -> list[tuple[float, str]]:
    """Return the people a reference may mean with their scores, the likeliest first."""
    here = scene.sentence_of[token.i]
    top = phrase_top(token)
    subject = top.dep_ in SUBJECTS or top.dep_.startswith("nsubj")
    possessive = token.dep_ == "nmod:poss"
    clause = clause_of(top).i
    quoted = scene.quoted(token)
    best: dict[str, float] = {}
    for place in placed:
        entity = scene.by_id[place.entity]
        if entity.kind != "person" or here - place.sentence > _REACH:
            continue
        sex = scene.gender.get(entity.id)
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
        if sex is None:
            likely = scene.likely.get(entity.id)
            score -= 0.0 if likely == gender else 0.3 if likely is None else 0.8
        if place.quoted != quoted:
            score -= 0.35
        if place.sentence == here or (
            place.subject and place.token in scene.first_tokens
        ):
            score += 0.1
        best[entity.id] = max(best.get(entity.id, -9.0), score) + 0.03
    return sorted(((s, e) for e, s in best.items()), key=lambda x: (-x[0], x[1]))


def _body_meant(scene: Scene, token: Token, placed: Sequence[Sighting]) -> str | None:
    top = phrase_top(token)
    if token.dep_ in ("expl", "nsubj:outer") or any(
        c.dep_ in ("csubj", "expl") for c in top.head.children
    ):
        return None
    here = scene.sentence_of[token.i]
    clause = clause_of(top)
    if token.dep_ == "nmod:poss" and (own := _own_subject(clause, top)) is not None:
        near = {own.i, *(t.i for t in children(own, "appos", "flat", "nmod:desc"))}
        for place in placed:
            kind = scene.by_id[place.entity].kind
            if place.token in near and kind in ("organization", "party"):
                return place.entity
    before = clause.head.i if clause.dep_ == "conj" else -1
    best: dict[str, float] = {}
    for place in placed:
        entity = scene.by_id[place.entity]
        if entity.kind not in ("organization", "party") or here - place.sentence > 2:
            continue
        if place.clause == clause.i and token.dep_ != "nmod:poss":
            continue
        score = 1.0 - 0.5 * (here - place.sentence)
        score += 0.8 if place.subject else 0.0
        score -= 0.5 if place.nested else 0.0
        if place.subject and place.clause == before and top.dep_.startswith("nsubj"):
            score += _PARALLEL
        best[entity.id] = max(best.get(entity.id, -9.0), score)
    ranked = sorted(((s, e) for e, s in best.items()), key=lambda x: (-x[0], x[1]))
    if not ranked or ranked[0][0] < 0.8:
        return None
    return _first(ranked, 0.3)


def _own_subject(clause: Token, top: Token) -> Token | None:
    """Return the one noun that is the subject of a clause, before a phrase of it."""
    for child in clause.children:
        if child.dep_ in SUBJECTS and child.i < top.i:
            several = bool(children(child, "conj"))
            return child if child.tag_ in ("NN", "NNP") and not several else None
    return None
