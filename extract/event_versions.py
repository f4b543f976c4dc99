"""Which version of a proposal an event puts: "its first draft", "the new proposal"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import children
from extract.proposal_drafts import version_of

if TYPE_CHECKING:
    from spacy.tokens import Token


def stage_of(trigger: Token) -> str:
    """Return "old", "new" or "" for what is put by a trigger.

    What is put is the trigger itself ("its first draft"), its object, or the noun
    that its relative clause is about ("the new proposal, which she said was sent").
    """
    nouns = [trigger, *children(trigger, "obj", "nsubj:pass", "obl", "nmod")]
    top = trigger
    while top.dep_ in {"ccomp", "xcomp", "conj"} and top.head is not top:
        top = top.head
    if top.dep_.startswith("acl"):
        nouns.append(top.head)
    return next((stage for noun in nouns if (stage := version_of(noun)[0])), "")
