"""Refusals: of what is on the table, and told by what it is: "out of the question"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, patients
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_lexicon import EventLexicon

#: What the press is not told: to keep it back refuses nothing at a table.
DETAILS: Final = frozenset(
    {"detail", "figure", "number", "name", "matter", "question", "case", "report"}
    | {"information", "date", "specific", "particular", "content", "reason", "comment"}
)
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


def plausible_refusal(
    verb: Token, word: str, objects: set[str], lexicon: EventLexicon
) -> bool:
    """True where something on the table is refused, and not a comment or a claim."""
    if objects & lexicon.words["claims"]:
        return False
    deeds = children(verb, "xcomp") or [
        child
        for child in children(verb, "advcl")
        if any(c.lower_ == "to" for c in children(child, "mark"))
    ]
    inner = {lemma(child) for child in deeds}
    if word in {"refuse", "decline"}:
        if word == "refuse" and "discuss" in inner:
            return discusses(deeds)
        shown = [noun for child in deeds for noun in patients(child)]
        told = {lemma(noun) for noun in shown} & DETAILS
        return bool(inner or objects) and not inner & lexicon.answers and not told
    if word in {"vote", "balk", "baulk", "bridle", "say"}:
        return True
    if word in {"rule", "dismiss", "resist", "spurn"}:
        return bool(objects) or bool(children(verb, "xcomp", "ccomp"))
    return bool(objects)


def discusses(deeds: list[Token]) -> bool:
    """True for "refused to discuss any levy", not for "refused to discuss details"."""
    nouns = [
        noun for child in deeds for noun in patients(child) if lemma(child) == "discuss"
    ]
    return any(
        noun.pos_ in {"NOUN", "PROPN"} and lemma(noun) not in DETAILS for noun in nouns
    )
