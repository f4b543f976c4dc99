"""Whom a description stands for: a person of that office, a body of that kind."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from extract.body_kinds import body_of_kind, is_called, kind_of, told_of
from extract.cues import lexicon
from extract.descriptions import (
    Description,
    body_nouns,
    describe,
    fits,
    is_definite,
    kinship_nouns,
    plain_nouns,
)
from extract.drafts import lemma
from extract.gazetteer import fold
from extract.phrases import children, end_of, phrase_top, text_of
from extract.pronouns import ranked_people
from extract.scene import Scene, Sighting

Found = tuple[str, int, int]
_LEAST = 0.8
_CLOSE = 0.05
_PLAIN_MARGIN = 0.3
_PLAIN_REACH = 3
_BODY_REACH = 12
_LEAD = 6
_MODIFIERS = ("det", "amod", "compound", "nmod:poss", "nmod", "nmod:desc", "nummod")


def reach(head: Token) -> tuple[int, int]:
    """Return the token range of a description: modifiers and "of"-phrases."""
    left = right = head.i
    for c in head.children:
        if c.i < head.i and c.dep_ in _MODIFIERS:
            left = min(left, *(t.i for t in c.subtree))
        if c.dep_ == "nmod" and c.i > head.i and c.i - head.i < 9:
            cases = {k.lower_ for k in children(c, "case")}
            if cases & {"of", "for", "to"} and not children(c, "acl"):
                right = max(right, *(t.i for t in c.subtree if not t.is_punct))
    return left, right + 1


def described_as(head: Token) -> Description:
    """Return what the description of a noun says."""
    start, end = reach(head)
    doc = head.doc
    return describe(text_of(doc)[doc[start].idx : end_of(doc[end - 1])])


def person_described(
    scene: Scene, head: Token, placed: Sequence[Sighting], meant: dict[int, str]
) -> Found | None:
    """Return the person a definite description stands for, with its token range.

    Args:
        scene: the article.
        head: the description's noun.
        placed: what was mentioned before it.
        meant: what each name and pronoun before it stands for, by token.
    """
    if not is_definite(head) or head.dep_ in ("xcomp", "obl:as") or _predicate(head):
        return None
    owners = {
        meant[t.i]
        for c in children(head, "nmod:poss")
        for t in (c, *c.children)
        if t.i in meant
    }
    if any(c.dep_ == "acl:relcl" and c.i < head.i + 8 for c in head.children) and not (
        owners or _behind_comma(head)
    ):
        return None
    found = _best_person(scene, head, described_as(head), placed, owners)
    if found is None:
        found = _plain_person(scene, head, placed, owners)
    if found is None and not owners:
        found = _last_unintroduced(scene, head, placed)
    return (found, *reach(head)) if found is not None else None


def beside_name(scene: Scene, head: Token) -> Found | None:
    """Return the person whose name stands behind a definite description."""
    start, end = reach(head)
    doc = scene.doc
    opener = doc[start]
    definite = opener.lower_ in ("the", "this", "that") or opener.tag_ == "PRP$"
    if not definite and not any(t.tag_ == "POS" for t in doc[start : head.i]):
        return None
    after = end
    if after < len(doc) and doc[after].text == ",":
        after += 1
    for i in range(after, min(after + 2, len(doc))):
        if i not in scene.covered:
            return None
        entity = scene.by_id.get(scene.heads.get(i, ""))
        if entity is not None and not any(
            t in scene.covered
            for t in range(start, end)
            if scene.heads.get(t) == entity.id
        ):
            return (entity.id, start, end) if entity.kind == "person" else None
    return None


def _predicate(head: Token) -> bool:
    """Tell whether a noun says what somebody is, and refers to nobody by itself."""
    current = head
    for _ in range(4):
        if children(current, "cop"):
            return True
        if current.dep_ != "conj":
            return False
        current = current.head
    return False


def _behind_comma(head: Token) -> bool:
    """Tell whether a relative clause stands behind a comma, and singles out nobody."""
    following = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    return following is not None and following.text == ","


def _best_person(
    scene: Scene,
    head: Token,
    description: Description,
    placed: Sequence[Sighting],
    owners: Iterable[str],
) -> str | None:
    here = scene.sentence_of[head.i]
    last = {p.entity: p for p in placed}
    kin = bool(description.nouns & kinship_nouns())
    scores: list[tuple[float, str]] = []
    for entity in scene.people:
        if entity.id in owners:
            continue
        sex = scene.gender.get(entity.id) or scene.likely.get(entity.id)
        if sex and description.gender not in (None, sex):
            continue
        score = fits(
            description,
            scene.roles[entity.id],
            entity,
            bodies=scene.bodies[entity.id],
        )
        if score < 1.0:
            continue
        before = last.get(entity.id)
        if before is None:
            score -= 1.0 if here > 3 or kin else 0.4
            if (not description.countries and here > 3) or kin:
                continue
        else:
            score -= 0.05 * min(here - before.sentence, 12)
        scores.append((score, entity.id))
    scores.sort(key=lambda x: (-x[0], x[1]))
    if not scores or scores[0][0] < _LEAST:
        return None
    if len(scores) > 1 and scores[0][0] - scores[1][0] < _CLOSE:
        return None
    return scores[0][1]


def _plain_person(
    scene: Scene, head: Token, placed: Sequence[Sighting], owners: Iterable[str]
) -> str | None:
    """Return the last person of a sex ("the woman"), or the only one near."""
    word = head.lower_
    modifiers = [c for c in head.children if c.dep_ in ("amod", "compound", "nmod")]
    if modifiers or children(head, "nmod:poss") or word in kinship_nouns():
        return None
    here = scene.sentence_of[head.i]
    near = [p for p in placed if here - p.sentence <= _PLAIN_REACH]
    for sex in ("m", "f"):
        if word in plain_nouns()[sex]:
            known = [p for p in near if scene.gender.get(p.entity) == sex]
            ranked = ranked_people(scene, head, known, sex)
            if ranked and (
                len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _PLAIN_MARGIN
            ):
                return ranked[0][1]
            return None
    if word not in plain_nouns()["n"]:
        return None
    people = {p.entity for p in near if scene.by_id[p.entity].kind == "person"}
    people -= set(owners)
    if len(people) != 1:
        return None
    only = people.pop()
    return only if not scene.roles[only] else None


def _last_unintroduced(
    scene: Scene, head: Token, placed: Sequence[Sighting]
) -> str | None:
    """Return the subject of the sentence before, if no office of it is told.

    "Maria Rossi turned the offer down. The Italian envoy argued ...": whoever is
    named without a word on the office is given it by the next description.
    """
    here = scene.sentence_of[head.i]
    if not phrase_top(head).dep_.startswith("nsubj") or head.lower_ in kinship_nouns():
        return None
    before = [p for p in placed if p.sentence == here - 1]
    people = {p.entity for p in before if scene.by_id[p.entity].kind == "person"}
    subjects = {p.entity for p in before if p.subject and not p.nested} & people
    if len(people) != 1 or not subjects or "\n\n" in _between(scene, before[-1], head):
        return None
    only = people.pop()
    described = described_as(head)
    entity = scene.by_id[only]
    sex = scene.gender.get(only)
    if scene.roles[only] or (described.gender and sex and described.gender != sex):
        return None
    if described.countries and entity.country not in (None, *described.countries):
        return None
    return only


def _between(scene: Scene, last: Sighting, head: Token) -> str:
    return text_of(scene.doc)[scene.doc[last.token].idx : head.idx]


# ---------------------------------------------------------------- before the name


def announces(scene: Scene, head: Token) -> bool:
    """Tell whether an indefinite description opens an article as a speaker's.

    "..., an opposition representative said" in the lead is by custom somebody
    whom the article names further down.
    """
    return (
        scene.sentence_of[head.i] <= _LEAD
        and any(c.lower_ in ("a", "an") for c in children(head, "det"))
        and _speaks(head)
    )


def announced(
    scene: Scene, heads: Sequence[Token], placed: Sequence[Sighting]
) -> Found | None:
    """Return the person whom the lead announced by a description, if it is plain who.

    It is the only one whom the article lets speak without a word of who that is;
    and the description is the only one of its kind.
    """
    if len(heads) != 1:
        return None
    head = heads[0]
    first: dict[str, Sighting] = {}
    for place in placed:
        first.setdefault(place.entity, place)
    bare = [
        entity.id
        for entity in scene.people
        if entity.id in first
        and not scene.roles[entity.id]
        and first[entity.id].token > head.i
        and _speaks(scene.doc[first[entity.id].token])
    ]
    sex = described_as(head).gender
    bare = [e for e in bare if sex is None or scene.gender.get(e) in (None, sex)]
    return (bare[0], *reach(head)) if len(bare) == 1 else None


def _speaks(head: Token) -> bool:
    top = phrase_top(head)
    verb = top.head
    return top.dep_ == "nsubj" and lexicon().introduces_speech(lemma(verb))


# ---------------------------------------------------------------- bodies


def body_described(
    scene: Scene, head: Token, placed: Sequence[Sighting]
) -> Found | None:
    """Return the body a definite description stands for, with its token range."""
    if kind_of(head.lower_) is not None or head.lower_ not in body_nouns():
        found = body_of_kind(scene, head, placed)
        if found is not None:
            return found, reach(head)[0], head.i + 1
        if not is_called(scene, head):
            return None
    modifiers = [
        fold(c.text)
        for c in children(head, "amod", "compound", "nmod")
        if c.i < head.i and c.dep_ != "nmod:poss"
    ]
    if children(head, "nmod:poss"):
        return None
    for place in reversed(placed):
        entity = scene.by_id[place.entity]
        if entity.kind not in ("organization", "party"):
            continue
        if scene.sentence_of[head.i] - place.sentence > _BODY_REACH:
            break
        names = fold(" ".join((entity.name, *entity.expansions, *entity.roles)))
        words = set(names.split())
        if fold(head.text) in words and all(m in words for m in modifiers):
            return entity.id, reach(head)[0], head.i + 1
    return _body_told(scene, head, modifiers, placed)


def _body_told(
    scene: Scene, head: Token, modifiers: Sequence[str], placed: Sequence[Sighting]
) -> Found | None:
    """Return the body that the article calls by this noun, here or further down."""
    seen = {p.entity for p in placed}
    fits_: list[str] = []
    for entity in scene.entities:
        if entity.kind not in ("organization", "party"):
            continue
        for noun, theirs in told_of(scene, entity):
            if noun != head.lower_:
                continue
            mine = {m for m in modifiers if m not in _EMPTY}
            if mine & theirs or (not mine and entity.id in seen):
                fits_.append(entity.id)
                break
    if len(fits_) != 1:
        return None
    return fits_[0], reach(head)[0], head.i + 1


_EMPTY = frozenset({"main", "new", "same", "largest", "biggest", "powerful", "whole"})
