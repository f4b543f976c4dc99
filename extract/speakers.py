"""Who a source is: an entity of the article, a described group, or nobody known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extract.cues import lexicon
from extract.gazetteer import look_up, people_of
from extract.phrases import text_of
from extract.records import Entity, Mention
from extract.sources import Source

_ARTICLES = re.compile(r"^(?:the|a|an|some|many|several|these|those|both)\s+", re.I)
_VAGUE = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "who",
        "which",
        "that",
        "this",
        "we",
        "i",
        "you",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "one",
        "others",
        "some",
        "many",
        "everyone",
        "nobody",
        "someone",
        "both",
        "all",
        "each",
    ]
)
_TAIL = re.compile(r"(?<!close)\s(?:for|of|at|in|from|with|on|to|speaking)\s")
_NEAR = 4
_CUT = re.compile(r",|\s[–—-]+\s|\(|\bwho\b|\bwhich\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """A resolved speaker.

    Attributes:
        name: the resolved name, or the words of a group that has none.
        entity: the entity, ``None`` for a described group.
    """

    name: str
    entity: Entity | None = None


def mentions_in(
    entities: Sequence[Entity], start: int, end: int
) -> list[tuple[Mention, Entity]]:
    """Return the mentions inside a span, in reading order, longest first."""
    found = [
        (m, e)
        for e in entities
        for m in e.mentions
        if start <= m.quoted.start and m.quoted.end <= end
    ]
    return sorted(found, key=lambda x: (x[0].quoted.start, -x[0].quoted.end, x[1].id))


def resolve_speaker(
    doc: Doc, source: Source, entities: Sequence[Entity]
) -> Speaker | None:
    """Return who a source is, ``None`` where that cannot be told.

    A person named in the phrase's first part wins; then whatever entity the
    phrase's head belongs to; a description in the plural, or of an unnamed
    source, speaks for itself.
    """
    text = text_of(doc)
    start, end = source.start, source.end
    if source.antecedent.i != source.head.i:
        head = source.antecedent
        left = min(t.i for t in head.subtree if t.i <= head.i)
        start, end = int(doc[left].idx), int(head.idx + len(head.text))
    else:
        head = source.head
    inside = mentions_in(entities, start, end)
    if source.head.lower_ in ("who", "which"):
        named = _before_relative(text, source.start, entities)
        if named is not None:
            return _named(named)
    around = [
        (m, e)
        for e in entities
        for m in e.mentions
        if m.quoted.start <= head.idx < m.quoted.end
    ]
    core_end = end
    cut = _CUT.search(text, start, end)
    if cut is not None and cut.start() > start:
        core_end = cut.start()
    if head.idx >= start:
        tail = _TAIL.search(text, max(start, int(head.idx)), core_end)
        if tail is not None and tail.start() > start:
            core_end = tail.start()
    beside = [
        e
        for c in head.children
        if c.dep_ in ("appos", "flat", "nmod:desc") and start <= c.idx < end
        for m, e in mentions_in(entities, start, end)
        if e.kind == "person" and m.quoted.start <= c.idx < m.quoted.end
    ]
    if beside and head.tag_ != "NNS":
        return _named(beside[0])
    core = [(m, e) for m, e in inside if m.quoted.end <= core_end]
    people = [
        (m, e)
        for m, e in core
        if e.kind == "person" and not _possessed(text, m.quoted.end)
    ]
    if people and head.tag_ not in ("NNS",):
        return _named(people[-1][1])
    at_head = [(m, e) for m, e in around if m.quoted.end <= max(end, m.quoted.end)]
    titled = [e for m, e in inside if e.kind == "person" and _is_role(head.text, e)]
    if titled and not at_head:
        return _named(titled[0])
    owner = _owner(source, inside, text)
    if owner is not None:
        return owner
    if at_head:
        best = max(
            at_head,
            key=lambda x: (x[0].quoted.end - x[0].quoted.start, x[1].kind == "person"),
        )
        return _named(best[1])
    apposed = [
        (m, e)
        for m, e in inside
        if e.kind == "person"
        and m.quoted.start >= core_end
        and not text[core_end : m.quoted.start].strip(" ,–—-(")
    ]
    if apposed and head.tag_ != "NNS":
        return _named(apposed[0][1])
    late = [e for m, e in inside if e.kind == "person" and m.quoted.start > head.idx]
    if late and text[core_end:end].count(",") and not at_head and head.tag_ == "NN":
        after = re.search(r",\s*$", text[start : _first(inside, late[-1])])
        if after:
            return _named(late[-1])
    ending = [
        (m, e)
        for m, e in core
        if m.quoted.end == core_end and m.kind == "name" and e.kind != "place"
    ]
    if ending:
        return _named(ending[-1][1])
    phrase = text[start : _described_end(head, core_end)].strip()
    bare = re.sub(r"\s+", " ", _ARTICLES.sub("", phrase)).strip(" ,")
    bare = re.sub(r"(?:'s|’s|['’])$", "", bare)
    if not bare or bare.casefold() in _VAGUE or len(bare) > 80:
        return None
    return Speaker(bare)


def _described_end(head: Token, end: int) -> int:
    """Return where a phrase ends, a participle behind its noun left out.

    "two officials briefed on the talks" are two officials.
    """
    cut = [
        int(head.doc[min(t.i for t in c.subtree)].idx)
        for c in head.children
        if c.dep_.startswith("acl") and c.tag_ == "VBN" and c.i > head.i
    ]
    return min([end, *(c for c in cut if c > head.idx)])


def _before_relative(
    text: str, start: int, entities: Sequence[Entity]
) -> Entity | None:
    """Return the person or body named right before ", who"."""
    near = [
        (m.quoted.end, e.id, e)
        for e in entities
        for m in e.mentions
        if e.kind != "place" and 0 <= start - m.quoted.end <= _NEAR
    ]
    near = [x for x in near if not text[x[0] : start].strip(" ,—–-")]
    return max(near)[2] if near else None


def _is_role(word: str, entity: Entity) -> bool:
    """Tell whether the article gives a person a role that begins with a word."""
    return any(
        role.casefold().split()[:1] == [word.casefold()] for role in entity.roles
    )


def _owner(
    source: Source, inside: Sequence[tuple[Mention, Entity]], text: str
) -> Speaker | None:
    """Return whose text a source is: "a U.S. statement", "the bank's estimates"."""
    words = lexicon()
    noun = source.head.lemma_.casefold()
    if noun not in words.nouns and noun not in words.inanimate:
        return None
    for c in source.head.children:
        if (
            c.dep_ not in ("nmod:poss", "compound", "amod", "nmod")
            or c.i > source.head.i
        ):
            continue
        for m, e in inside:
            if e.kind != "place" and m.quoted.start <= c.idx < m.quoted.end:
                return _named(e)
        known = people_of(c.text) or look_up(c.text)
        if known is not None and known.side:
            return Speaker(known.side)
    return None


def _first(inside: Sequence[tuple[Mention, Entity]], entity: Entity) -> int:
    return next(m.quoted.start for m, e in inside if e is entity)


def _possessed(text: str, end: int) -> bool:
    """Tell whether a genitive and a further noun follow a name ("the mayor's aide")."""
    return bool(re.match(r"['’]s?\s+\w", text[end : end + 5]))


def _named(entity: Entity) -> Speaker:
    return Speaker(entity.name, entity)
