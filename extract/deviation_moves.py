"""Changes told as moves: "cut from one year to 120 days", "slipped in a charge".

Such verbs tell what became of a term whoever is their subject: the term itself
("was shortened"), a version ("the text waters down A") or a side ("they went back on
A"). They count only in somebody's words about a paper (``deviation_clauses.Scope``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    case_of,
    children,
    is_passive,
    patients,
)
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_lexicon import proposal_lexicon
from extract.provisions import Term, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.records import ChangeKind

#: Particles that a tree may take for prepositions ("waters down A").
PARTICLES: Final = frozenset({"down", "up", "out", "off", "in", "back"})
#: Verbs by which a measure itself goes up or down.
GROWN: Final = frozenset({"go", "rise", "fall", "grow", "shrink", "drop", "increase"})
#: What a side may raise and lower as it likes.
OWN_CLAIMS: Final = frozenset({"claim", "demand", "offer", "price", "bid", "estimate"})
#: Words that go with a verb of moving to tell that a term came in or went out.
INWARD: Final = frozenset({"in", "into", "on", "onto"})
OUTWARD: Final = frozenset({"out", "off", "from"})


@dataclass(frozen=True, slots=True)
class Move:
    """A verb that tells a change: its kind, its words, the old words in it."""

    kind: ChangeKind
    term: Term
    old: Term | None = None


def move_of(verb: Token) -> Move | None:
    """Return the change that a verb of moving tells, or ``None``."""
    if is_negated(verb) or verb.pos_ not in {"VERB", "AUX"}:
        return None
    words, word = proposal_lexicon(), lemma(verb)
    near = {c.lower_ for c in children(verb, "compound:prt") if c.i > verb.i}
    near |= {verb.nbor().lower_} if verb.i + 1 < len(verb.doc) else set()
    if word in words.moved_in and near & INWARD and told(verb):
        return made(verb, "added") if word == "tack" or not near & {"on"} else None
    left = word in {"drop", "pull"} and not children(verb, "obj")
    if left and not is_passive(verb):
        return None
    if word in words.moved_out and near & OUTWARD and affected(verb):
        return made(verb, "omitted")
    if word in words.backs and near & {"on", "from", "down", "away", "back"}:
        return made(verb, "changed") if told(verb) and names(verb) else None
    if word in words.softens and affected(verb) and told(verb):
        return made(verb, "changed")
    if word in words.resizes:
        return resized(verb)
    if word in {"replace", "swap", "substitute"} and is_passive(verb):
        return made(verb, "changed") if affected(verb) and told(verb) else None
    return None


def resized(verb: Token) -> Move | None:
    """Read "shortened from one year to 120 days"."""
    source = [c for c in children(verb, "obl") if case_of(c) == "from"]
    goal = [c for c in children(verb, "obl") if case_of(c) == "to"]
    for thing in children(verb, "obj"):
        source += [c for c in children(thing, "nmod") if case_of(c) == "from"]
        goal += [c for c in children(thing, "nmod") if case_of(c) == "to"]
    goal += [g for c in source for g in children(c, "nmod") if case_of(g) == "to"]
    counted = [c for c in source if any(t.like_num for t in c.subtree)]
    grown = lemma(verb) in GROWN and any(
        s.pos_ == "NOUN" for s in children(verb, "nsubj")
    )
    if not counted or not goal or not told(verb) or not (affected(verb) or grown):
        return None
    agreed = any(lemma(t) in {"agree", "accept"} for t in verb.subtree)
    if not agreed and any(
        lemma(c) in OWN_CLAIMS and children(c, "nmod:poss")
        for c in children(verb, "obj")
    ):
        return None
    old = counted[-1]
    later = [g.left_edge.i for g in goal if g.i > old.i]
    end = min([old.right_edge.i + 1, *later])
    term = trimmed(verb.doc, old.left_edge.i + 1, end, "old measure")
    found = made(verb, "changed")
    return Move(found.kind, found.term, term) if found is not None else None


def affected(verb: Token) -> bool:
    """True where a verb is done to a thing."""
    things = patients(verb) or children(verb, "obj", "obl:unmarked")
    things = things or [c for c in children(verb, "obl") if case_of(c) in PARTICLES]
    return any(t.pos_ in {"NOUN", "PRON", "NUM"} for t in things) and not any(
        proposal_lexicon().nouns.get(lemma(t)) in {"draft", "proposal", "plan"}
        for t in things
    )


def names(verb: Token) -> bool:
    """True where a verb names what was gone back on: a thing, not "what was said"."""
    things = [
        c
        for c in children(verb, "obl", "obj", "advcl", "ccomp")
        if c.i > verb.i and case_of(c) in {"on", "from", "off", ""}
    ]
    return (
        bool(things)
        and things[0].pos_ == "NOUN"
        and not proposal_lexicon().nouns.get(lemma(things[0]))
        and not self_told(things[0])
    )


def self_told(noun: Token) -> bool:
    """True for "what had been on the table": no thing by name."""
    return any(c.lower_ in {"what", "who"} for c in noun.children)


def told(verb: Token) -> bool:
    """True for what has been done, not for what may be done."""
    auxiliaries = {c.lower_ for c in children(verb, "aux", "aux:pass")}
    if is_negated(verb):
        return False
    if auxiliaries & {
        "will",
        "would",
        "could",
        "can",
        "may",
        "might",
        "must",
        "should",
    }:
        return False
    if verb.tag_ == "VBG" and not verb.head.lower_.startswith(("accus", "blam")):
        return False
    if verb.tag_ == "VB" and lemma(verb) in {"cut", "put", "set"}:
        return verb.dep_ == "ccomp" and not children(verb, "aux", "mark")
    return verb.tag_ in {"VBD", "VBN", "VBZ", "VBP", "VBG"}


def made(verb: Token, kind: ChangeKind) -> Move | None:
    """Return a move with the words that tell it: the thing's clause, or the verb's."""
    doc: Doc = verb.doc
    first = verb.i
    if is_passive(verb) or (lemma(verb) in GROWN and not children(verb, "obj")):
        subjects = children(verb, "nsubj:pass", "nsubj")
        first = min([verb.i, *(s.left_edge.i for s in subjects[-1:])])
    last = verb.i + 1
    for child in verb.children:
        if child.i > verb.i and child.dep_ not in {"conj", "cc", "parataxis", "punct"}:
            last = max(last, child.right_edge.i + 1)
    term = trimmed(doc, first, last, "a move of a term")
    if term is None or term.last - term.first < 3:
        return None
    if not any(t.pos_ == "NOUN" or t.like_num for t in doc[term.first : term.last]):
        return None
    return Move(kind, term)
