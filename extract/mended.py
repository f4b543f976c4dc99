"""Clauses that a parse hung on the wrong word, given back to the cue they follow."""

from __future__ import annotations

from spacy.tokens import Token

from extract.content import timely
from extract.cues import Lexicon
from extract.drafts import is_infinitive, lemma
from extract.phrases import children, finite
from extract.sources import Source

_WHILE = frozenset({"as", "while", "when", "after", "before", "since"})
_BARE = frozenset({"say", "add", "tell", "announce", "note", "insist", "claim"})


def may_attribute(verb: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb is a cue, alone or with a particle, or has a clause."""
    base = lemma(verb)
    if base in lexicon.particles or lexicon.known(base) is not None:
        return True
    return verb.dep_ == "advcl" or any(c.dep_ == "ccomp" for c in verb.children)


def said_in(verb: Token, lexicon: Lexicon) -> list[Token]:
    """Return the clauses that say what a verb reports, right ones first to last.

    Left out are clauses that tell when it was said ("as he opened the talks"), and
    those that a fronted participle reports ("Saying there was no plan, he asked").
    """
    own = [
        c
        for c in children(verb, "ccomp")
        if not is_infinitive(c)
        and not (c.i > verb.i and _tells_when(verb, c))
        and not (c.i < verb.i and _fronted_cue(verb, c, lexicon))
    ]
    head = verb.head
    if not own and verb.tag_ == "VBG" and verb.dep_ == "advcl" and verb.i < head.i:
        own = [c for c in children(head, "ccomp") if verb.i < c.i < head.i]
    return own


def _tells_when(verb: Token, clause: Token) -> bool:
    first = min((t.i for t in clause.subtree if t.i > verb.i), default=clause.i)
    token = verb.doc[first]
    return token.lower_ in _WHILE and token.dep_ == "mark" and first < clause.i


def _fronted_cue(verb: Token, clause: Token, lexicon: Lexicon) -> bool:
    """Tell whether a participle before a clause reports it."""
    return any(
        c.tag_ == "VBG"
        and c.i < clause.i
        and lexicon.sense(lemma(c), "clause") is not None
        and not any(t.text == "," for t in verb.doc[c.i : clause.i])
        for c in children(verb, "advcl")
    )


def unattached(verb: Token) -> tuple[int, Token] | None:
    """Return a that-clause right of a verb that the parse hung elsewhere."""
    doc = verb.doc
    for i in range(verb.i + 1, min(verb.i + 9, verb.sent.end)):
        token = doc[i]
        if token.lower_ == "that" and token.tag_ == "IN" and token.dep_ == "mark":
            head = token.head
            if head.i > i:
                return i, head
        if token.pos_ in ("VERB", "AUX") or token.text in (".", ";", ":"):
            return None
    return None


def unmarked(verb: Token, source: Source) -> tuple[int, Token] | None:
    """Return a clause without "that" right behind a saying that the parse missed.

    Behind a subject, its verb and a day stands a noun phrase that a finite verb
    follows: that is what was said.
    """
    if lemma(verb) not in _BARE or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return None
    if source.head.i > verb.i or children(verb, "obj", "xcomp", "ccomp"):
        return None
    doc = verb.doc
    start = verb.i + 1
    while start < verb.sent.end and (
        timely(doc[start]) or (doc[start].tag_ == "IN" and timely(doc[start].head))
    ):
        start += 1
    if start >= verb.sent.end or doc[start].pos_ not in (
        "DET",
        "NOUN",
        "PROPN",
        "PRON",
        "ADJ",
        "NUM",
    ):
        return None
    for token in doc[start + 1 : verb.sent.end]:
        if token.text in (",", ".", ";", ":") or token.tag_ in ("WDT", "WP"):
            return None
        if token.tag_ in ("VBD", "VBZ", "VBP", "MD") and finite(token):
            return start, token
    return None
