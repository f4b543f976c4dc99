"""Verbs whose form hides when a deed was done: "shut the mine", "would close it"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, conjuncts
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Verbs whose past is as their present.
SAME_FORM: Final = frozenset(
    {"shut", "cut", "put", "set", "hit", "let", "quit", "split", "spread", "cast"}
    | {"rid", "shed", "burst", "bid", "hurt", "thrust", "beset", "upset", "wed"}
)
#: Verbs by which is told what is to come.
TOLD: Final = frozenset(
    {"say", "tell", "announce", "add", "confirm", "report", "state", "declare", "note"}
    | {"explain", "decide", "agree", "disclose", "reveal", "write", "indicate"}
)


def unmarked_past(verb: Token) -> bool:
    """True for "the firm shut the mine", whose verb has one form for all times.

    Its subject is one, so that the present would be "shuts".
    """
    if verb.lower_ not in SAME_FORM or verb.tag_ not in {"VB", "VBP"}:
        return False
    if children(verb, "aux", "aux:pass", "mark") or verb.dep_ == "xcomp":
        return False
    who = [c for c in children(verb, "nsubj") if c.i < verb.i]
    one = len(who) == 1 and len(conjuncts(who[0])) == 1
    return one and (
        who[0].tag_ in {"NN", "NNP"}
        or (who[0].tag_ == "NNPS" or who[0].ent_type_ == "ORG")
        or who[0].lower_ in {"he", "she", "it"}
    )


def reported_past(verb: Token) -> bool:
    """True for "said that it would close the mine": what was to come then."""
    at = verb
    while at.dep_ == "conj" and at.head.pos_ == "VERB":
        at = at.head
    return at.dep_ == "ccomp" and at.head.tag_ == "VBD" and lemma(at.head) in TOLD
