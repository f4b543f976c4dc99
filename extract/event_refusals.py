"""Refusals told by what something is: "out of the question", "not up for debate"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children

if TYPE_CHECKING:
    from spacy.tokens import Token

#: What something refused is not up "for".
TREATED: Final = frozenset(
    {"discussion", "negotiation", "negotiations", "debate", "compromise", "grabs"}
    | {"bargaining", "talks", "renegotiation", "question"}
)


def flat_refusal(noun: Token) -> bool:
    """True for "is out of the question", "is off the table" and "is a red line".

    Also for "is not on the table" and "is not up for discussion".
    """
    if noun.pos_ != "NOUN" or not children(noun, "cop"):
        return False
    near = {c.lower_ for c in noun.lefts}
    denied = bool(near & {"not", "n't", "n’t", "never"})
    if noun.lower_ == "question":
        return {"out", "of"} <= near and not denied
    if noun.lower_ == "table":
        return ("off" in near and not denied) or ("on" in near and denied)
    if noun.lower_ in TREATED:
        return denied and "for" in near
    return noun.lower_ == "line" and {"a", "red"} <= near and not denied
