"""Which version of a text an event is of: "its first draft", "the 1979 agreement"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import children
from extract.proposal_drafts import version_of

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words of an agreement that is being made, and of one that was made before it.
_NEW: Final = frozenset({"draft", "final", "fresh", "new", "proposed", "renewed"})
_OLD: Final = frozenset(
    {"current", "earlier", "existing", "expiring", "former", "old", "original"}
    | {"previous", "prior"}
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d")


def age_of(trigger: Token) -> str:
    """Return "old", "new" or "" for an agreement: "the 1979 agreement", "a new pact".

    It is the trigger itself, or what was concluded, adopted, made by it.
    """
    for noun in [trigger, *children(trigger, "obj", "nsubj:pass", "nmod")]:
        words = {c.lower_ for c in children(noun, "amod", "compound", "nummod")}
        if words & _NEW:
            return "new"
        if words & _OLD or any(_YEAR.fullmatch(word) for word in words):
            return "old"
    return ""


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
