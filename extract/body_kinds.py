"""The union, the company: which named body of the article is of that kind.

A body is of a kind by its name ("Rail Workers' Union"), by a noun beside its name
("the operator Acme", "the SIMF union"), by an office that only such bodies have, or
by whom it employs. "The union" is then the only union that the article names; of
several, the one that was plainly spoken of last; else nobody is guessed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from extract.descriptions import body_nouns
from extract.gazetteer import fold, lexicon
from extract.phrases import children, text_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.records import Entity
    from extract.scene import Scene, Sighting

_KINDS = ("unions", "companies")
#: How many sentences ahead a body may be named that is already spoken of.
_AHEAD = 4
#: How many sentences one of several bodies must have been named after the others.
_APART = 3
_EMPTY = frozenset({"main", "new", "same", "largest", "biggest", "powerful", "whole"})


@cache
def _words(kind: str, key: str) -> frozenset[str]:
    return frozenset(lexicon("references")[kind].get(key, ()))


@cache
def pointing_nouns() -> frozenset[str]:
    """Return the nouns that may point back at a body of a kind."""
    return frozenset(w for kind in _KINDS for w in _words(kind, "any")) | _words(
        "companies", "told"
    )


@cache
def telling_nouns() -> frozenset[str]:
    """Return the nouns that tell, beside a name, what body it names."""
    told = {w for kind in _KINDS for w in _words(kind, "told")}
    return frozenset(told) | body_nouns()


def kind_of(noun: str) -> str | None:
    """Return the kind of which a noun means any body, ``None`` for no such noun."""
    return next((k for k in _KINDS if noun in _words(k, "any")), None)


def spans_of(scene: Scene, entity: Entity) -> Iterator[Span]:
    """Yield where an entity is named."""
    for mention in entity.mentions:
        if mention.kind == "name":
            span = scene.doc.char_span(
                mention.quoted.start, mention.quoted.end, alignment_mode="expand"
            )
            if span is not None:
                yield span


def told_of(scene: Scene, entity: Entity) -> list[tuple[str, frozenset[str]]]:
    """Return the nouns that the article gives a body, each with its modifiers."""
    out: list[tuple[str, frozenset[str]]] = []
    for span in spans_of(scene, entity):
        for noun in _beside(span):
            if noun.lower_ in telling_nouns() and not span.start <= noun.i < span.end:
                told = {
                    fold(t.text)
                    for c in children(noun, "amod", "compound", "nmod")
                    if c.i < noun.i
                    for t in (c, *children(c, "compound"))
                    if not span.start <= t.i < span.end
                }
                out.append((noun.lower_, frozenset(told)))
    return out


def _beside(span: Span) -> list[Token]:
    """Return the nouns that say what a name names: "X, the operator", "the X union"."""
    root = span.root
    above = root.head
    nouns = children(root, "appos")
    if root.dep_ in ("appos", "nmod:desc", "flat"):
        nouns.append(above)
    if root.dep_ in ("obl", "xcomp") and above.lemma_ in ("know", "call", "name"):
        nouns.append(above.head)
    if root.dep_ == "nsubj" and children(above, "cop"):
        nouns.append(above)
    nouns += children(root, "nmod:desc")
    if span.start and span.doc[span.start - 1].tag_ == "NN":
        nouns.append(span.doc[span.start - 1])
    nouns += [c for c in children(root, "compound") if c.tag_ == "NN"]
    if (
        root.dep_ in ("compound", "nmod", "nmod:desc")
        and above.i > root.i
        and above.lower_ in _words("behind_names", "nouns")
        and (span.text.isupper() or above.lower_ not in _words("unions", "any"))
    ):
        nouns.append(above)
    nouns += _beside_in_text(span)
    unique = {n.i: n for n in nouns if n.tag_ not in ("NNS", "NNPS")}
    return list(unique.values())


def _beside_in_text(span: Span) -> list[Token]:
    """Return nouns that stand right beside a name, whatever the tree makes of them.

    "X, the operator," and "the X federation"; a list such as "X, the union, and the
    bank" tells nothing of X.
    """
    doc = span.doc
    after = [t for t in doc[span.end : span.end + 10] if not t.is_space]
    if len(after) > 2 and after[0].text == "," and after[1].lower_ in ("the", "a"):
        for noun, behind in pairwise(after[2:]):
            if behind.text == "," and noun.lower_ in telling_nouns():
                listed = doc[min(behind.i + 1, len(doc) - 1)].lower_ in ("and", "or")
                return [] if listed and kind_of(noun.lower_) is not None else [noun]
            if noun.tag_ not in ("NN", "JJ", "NNP", "HYPH", "VBN"):
                return []
    if after and after[0].lower_ in _words("unions", "told"):
        words = set(fold(span.text).split())
        if words & _words("behind_names", "nouns"):
            return after[:1]
    return []


def fits_kind(scene: Scene, entity: Entity, kind: str) -> bool:
    """Tell whether a body is of a kind, by its name or by what the article tells."""
    if entity.kind != "organization":
        return False
    names = {entity.name, *entity.expansions}
    names |= {s.text for s in spans_of(scene, entity)}
    words = {w.strip(".,()'’") for n in names for w in fold(n).split()}
    words |= {w.removesuffix("'s").removesuffix("’s") for w in words}
    if words & _words(kind, "not") and kind != "unions":
        return False
    if kind == "unions":
        if words & _words("unions", "names"):
            return is_of_workers(words)
        return any(n in _words("unions", "told") for n, _ in told_of(scene, entity))
    if words & _words("companies", "names"):
        return True
    if words & (_words("unions", "names") | _words("state_bodies", "names")):
        return False
    told = {noun for noun, _ in told_of(scene, entity)}
    if told & (_words("unions", "told") | _words("state_bodies", "names")):
        return False
    return bool(told & _words("companies", "told")) or _has_offices(scene, entity)


def is_of_workers(words: Collection[str]) -> bool:
    """Tell whether the words of a name, in lower case, are those of a trade union.

    >>> is_of_workers({"dockers'", "union"}), is_of_workers({"patriotic", "union"})
    (True, False)
    >>> is_of_workers({"federation", "of", "ferry", "crews"})
    True
    """
    if not _words("unions", "leagues").isdisjoint(words):
        whose = {word.rstrip("'’") for word in words}
        if not _words("unions", "trades").isdisjoint(whose):
            return True
    if _words("unions", "names").isdisjoint(words):
        return False
    workers = any(w.endswith(("ers", "ers'", "ists", "men")) for w in words)
    return workers or _words("unions", "not").isdisjoint(words)


def _has_offices(scene: Scene, entity: Entity) -> bool:
    """Tell whether a body has the offices, the owners or the people of a company."""
    text = text_of(scene.doc)
    offices = _words("companies", "offices")
    if any(scene_fits(scene, e, "unions") for e in scene.entities):
        offices |= _words("companies", "chairs")
    else:
        return any(_holds(text, span, offices) for span in spans_of(scene, entity))
    return any(
        _holds(text, span, offices) or _employs(span)
        for span in spans_of(scene, entity)
    )


def _holds(text: str, span: Span, offices: frozenset[str]) -> bool:
    """Tell whether an office, or who owns it, is told right beside a name."""
    before = text[max(0, span.start_char - 40) : span.start_char].casefold()
    after = text[span.end_char : span.end_char + 40].casefold()
    after = after.removeprefix("'s").removeprefix("’s").strip()
    owned = tuple(f"{w} " for w in _words("companies", "owned"))
    return before.endswith(owned) or any(
        after.startswith(office)
        or before.endswith((f"{office} of ", f"{office} of the "))
        for office in offices
    )


def _employs(span: Span) -> bool:
    """Tell whether a name's people are told: "Acme's drivers", "workers at Acme"."""
    root, above = span.root, span.root.head
    if above.lemma_.lower() not in _words("companies", "people"):
        return False
    at = {c.lower_ for c in children(root, "case")}
    return root.dep_.startswith(("nmod:poss", "compound")) or "at" in at


def body_of_kind(scene: Scene, head: Token, placed: Sequence[Sighting]) -> str | None:
    """Return the named body that a noun for a kind of body means, if it is plain.

    Args:
        scene: the article.
        head: a definite noun such as "union" or "company".
        placed: what was mentioned before it.
    """
    noun = head.lower_
    kind = kind_of(noun)
    if kind is not None:
        fitting = [e for e in scene.entities if scene_fits(scene, e, kind)]
    elif noun in _words("companies", "told"):
        fitting = [
            e
            for e in scene.entities
            if scene_fits(scene, e, "companies")
            and any(n == noun for n, _ in told_of(scene, e))
        ]
    else:
        return None
    own = _modifiers(head)
    fitting = [e for e in fitting if own <= _known_words(scene, e, noun)]
    if not fitting:
        return None
    here = scene.sentence_of[head.i]
    last = {p.entity: p.sentence for p in placed}
    if len(fitting) == 1:
        only = fitting[0]
        first = min(scene.sentence_of[s.start] for s in spans_of(scene, only))
        return only.id if only.id in last or first - here <= _AHEAD else None
    seen = sorted(((last[e.id], e.id) for e in fitting if e.id in last), reverse=True)
    if not seen or here - seen[0][0] > _APART:
        return None
    if len(seen) > 1 and seen[0][0] - seen[1][0] < _APART:
        return None
    return seen[0][1]


def is_called(scene: Scene, head: Token) -> bool:
    """Tell whether a noun may mean a body that only its name calls so.

    "The union" is the European Union where an article knows of no other: neither a
    union of workers nor workers or employers.
    """
    kind = kind_of(head.lower_)
    return kind is not None and not any(
        scene_fits(scene, entity, kind)
        or (entity.kind == "party" and entity.country is None)
        for entity in scene.entities
    )


def scene_fits(scene: Scene, entity: Entity, kind: str) -> bool:
    """Return ``fits_kind``, worked out once for each article."""
    key = (entity.id, kind)
    if key not in scene.of_kind:
        scene.of_kind[key] = fits_kind(scene, entity, kind)
    return scene.of_kind[key]


def _modifiers(head: Token) -> frozenset[str]:
    """Return the words before a noun that single out which body it is."""
    found = {
        fold(t.text)
        for c in children(head, "amod", "compound", "nmod")
        if c.i < head.i
        for t in (c, *children(c, "compound", "amod"))
    }
    plain = _EMPTY | _words("bare", "words") | _words("bare", "workers")
    return frozenset(found - plain)


def _known_words(scene: Scene, entity: Entity, noun: str) -> frozenset[str]:
    """Return the words that an article uses of a body, beside a noun or in its name."""
    names = fold(" ".join((entity.name, *entity.expansions, *entity.roles)))
    told = {w for n, words in told_of(scene, entity) for w in words}
    words = {w.strip(".,()'’") for w in names.split()} | told
    return frozenset(words | {f"{w}s" for w in words if w} | {noun})
