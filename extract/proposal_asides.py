"""What stands beside a term and only frames it: remarks, quarrels, the past."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import children, grammatical_subjects
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Auxiliaries that make a clause about a proposal one of its terms.
MODALS: Final = frozenset(
    ["must", "will", "shall", "would", "should", "can", "may", "could", "might", "'ll"]
)


#: A remark on a term: "a step that he called ...".
ASIDE_NOTE: Final = re.compile(
    r"an? \w+ (?:that|which)\b.*\b(?:called|described|termed|dubbed|said|labell?ed)\b",
    re.IGNORECASE | re.DOTALL,
)


#: To settle what the sides are at odds about is what talks are for, and no term.
SETTLING: Final = frozenset({"end", "settle", "resolve", "break", "solve", "overcome"})
QUARRELS: Final = frozenset(
    {"dispute", "row", "deadlock", "impasse", "stalemate", "standoff", "feud"}
    | {"quarrel", "wrangle", "disagreement", "difference", "crisis", "issue"}
    | {"problem", "question", "matter"}
)


#: What becomes of a paper, which is no term of it.
PAPERWORK: Final = frozenset({"drafting", "adoption", "signing"})
STARTING: Final = frozenset({"start", "begin", "resume", "continue", "take", "follow"})


def settles(root: Token) -> bool:
    """True for "to end the dispute", which talks are for."""
    return lemma(root) in SETTLING and any(
        lemma(c) in QUARRELS for c in children(root, "obj")
    )


def is_background(words: Span, rule: str) -> bool:
    """True for words that only frame a term.

    "To replace the current accord", "the way is cleared", "the drafting will
    start", "before these measures were taken", "they had become poor".

    Args:
        words: the words.
        rule: what found them.
    """
    root = words.root
    subjects = grammatical_subjects(root)
    if lemma(root) in {"replace", "succeed", "supersede"}:
        things = [t for c in children(root, "obj") for t in c.subtree]
        return any(t.lower_ in {"current", "existing", "old"} for t in things)
    if any(lemma(s) in {"way", "stage", "door"} for s in subjects):
        return True
    if root.tag_ == "VBD" and lemma(root) in {"end", "replace", "cost", "follow"}:
        return True
    if lemma(root) == "bring":
        return any(lemma(c) in {"peace", "end"} for c in children(root, "obj"))
    if any(lemma(s) in PAPERWORK for s in subjects) and lemma(root) in STARTING:
        return True
    if words[0].lower_ in {"before", "until", "unless", "if"} and subjects:
        return all(
            any(c.lower_ in {"these", "those", "such"} for c in children(s, "det"))
            for s in subjects
        )
    told = {"had", "have", "has"} & {c.lower_ for c in children(root, "aux")}
    own = [s for s in subjects if words.start <= s.i < root.i]
    return bool(
        rule in {"list", "relative clause"}
        and told
        and own
        and root.tag_ == "VBN"
        and not {c.lower_ for c in children(root, "aux")} & MODALS
    )
