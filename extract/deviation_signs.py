"""Set phrases by which somebody says that a later text departs from an earlier one.

"It is silent on A", "makes no mention of A", "not a word about A", "speaks of 15 A,
not 30", "4 percent, where 3 had been agreed", "a clause, never discussed before".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, is_passive
from extract.inflections import lemma
from extract.modality import is_negated
from extract.provisions import Term, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: Nouns of being spoken of, for "no mention of" and "not a word about".
MENTIONS: Final = frozenset({"mention", "word", "reference", "trace", "line"})
#: Verbs of a text that names a figure.
NAMING: Final = frozenset(
    {"speak", "talk", "provide", "mention", "offer", "contain", "name", "say", "give"}
    | {"count", "include", "list", "allow", "grant", "foresee", "set"}
)
#: Verbs of what had been settled before.
SETTLED: Final = frozenset({"agree", "promise", "settle", "offer", "accept", "sign"})
#: Marks of a contrast.
CONTRAST: Final = frozenset({"where", "though", "although", "whereas", "while", "when"})


def is_silent(token: Token) -> bool:
    """True for "is silent on A", "makes no mention of A", "no word about A"."""
    if token.lower_ in {"silent", "mute"} and children(token, "cop"):
        return any(case_of(c) in {"on", "about"} for c in children(token, "obl"))
    if lemma(token) not in {"make", "contain", "hold", "say", "have"}:
        return False
    things = [c for c in children(token, "obj") if lemma(c) in MENTIONS]
    return any(
        (is_negated(token) or any(g.lower_ == "no" for g in children(c, "det")))
        and any(case_of(g) in {"of", "to", "about"} for g in children(c, "nmod"))
        for c in things
    )


def figure_denied(token: Token) -> Term | None:
    """Return the old figure of "speaks of 15 posts, not 30"."""
    if lemma(token) not in NAMING or token.pos_ != "VERB" or is_negated(token):
        return None
    doc: Doc = token.doc
    for near in doc[token.i + 1 : token.sent.end - 1]:
        after = doc[near.i + 1 : min(near.i + 4, token.sent.end)]
        if near.lower_ == "not" and near.nbor(-1).text == "," and len(after):
            counted = any(t.like_num for t in doc[token.i + 1 : near.i])
            if counted and any(t.like_num for t in after):
                return trimmed(doc, near.i + 1, token.sent.end, "set aside")
    return None


def settled_otherwise(token: Token) -> Term | None:
    """Return the old term of "limited A to 4 percent, where 3 had been agreed"."""
    if token.pos_ != "VERB" or is_negated(token):
        return None
    for clause in token.subtree:
        if clause.i <= token.i or lemma(clause) not in SETTLED or clause.pos_ != "VERB":
            continue
        marks = {c.lower_ for c in children(clause, "mark", "advmod")}
        before = {c.lower_ for c in children(clause, "aux", "aux:pass")}
        if not marks & CONTRAST or not is_passive(clause):
            continue
        if not before & {"had", "was", "were"}:
            continue
        things = children(clause, "nsubj:pass", "nsubj")
        if things and any(t.like_num for c in things for t in c.subtree):
            first = things[0].left_edge.i
            return trimmed(token.doc, first, clause.i + 1, "what was settled")
    return None


def is_unheard(verb: Token) -> bool:
    """True for "a clause, never discussed before" behind a noun."""
    return (
        verb.dep_ == "acl"
        and verb.tag_ == "VBN"
        and any(c.lower_ == "never" for c in verb.children)
    )


def old_figure(token: Token) -> Term | None:
    """Return the old term that a verb's clause is set against, or ``None``."""
    return figure_denied(token) or settled_otherwise(token) or agreed_before(token)


def agreed_before(token: Token) -> Term | None:
    """Return the old term of "we agreed on 3 percent and now they offer 2"."""
    if token.dep_ != "conj" or token.pos_ != "VERB" or is_negated(token):
        return None
    head = token.head
    if lemma(head) not in SETTLED or head.tag_ not in {"VBD", "VBN"}:
        return None
    if not any(c.lower_ == "now" for c in token.children):
        return None
    old = [c for c in children(head, "obl", "obj") if any(map(counts, c.subtree))]
    new = any(map(counts, children(token, "obj", "obl", "xcomp")))
    new = new or any(counts(t) for t in token.subtree)
    if not old or not new:
        return None
    return trimmed(token.doc, old[0].left_edge.i, old[0].right_edge.i + 1, "agreed")


def counts(token: Token) -> bool:
    """True for a number."""
    return bool(token.like_num)
