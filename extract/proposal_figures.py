"""What a paper's noun has beside it: figures, and a participle that rules something."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children
from extract.inflections import lemma
from extract.proposal_asides import QUARRELS
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words of a share.
RATES: Final = frozenset({"%", "percent", "pct", "percentage"})
#: Signs of money.
SIGNS: Final = "$\u20ac\u00a3\u00a5"
#: Verbs that tell too little of what a paper lays down.
VAGUE: Final = frozenset(
    {"set", "begin", "bring", "involve", "mean", "include", "put", "cover"}
)


def is_rate(root: Token) -> bool:
    """True for a share or a sum: "4 percent", "$30"."""
    words = {token.lower_ for token in (root, *root.children)}
    rate = bool(words & RATES) or {"per", "cent"} <= words
    counted = any(token.pos_ == "NUM" for token in root.subtree)
    return counted and (
        rate or any(token.text in SIGNS for token in (root, *root.children))
    )


def lays_down(verb: Token) -> bool:
    """True for "a text banning A", "an accord giving B to C"."""
    words = term_lexicon()
    things = children(verb, "obj")
    return (
        lemma(verb) in words.contents - words.fate - VAGUE
        and bool(things)
        and not any(lemma(thing) in words.meetings | QUARRELS for thing in things)
    )
