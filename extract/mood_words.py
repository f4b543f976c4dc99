"""The words of ``lexicon/modality.toml``, and what they make of an event."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Final

from extract.clauses import children
from extract.errors import LexiconError
from extract.inflections import lemma
from extract.records import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def moods() -> Mapping[str, frozenset[str]]:
    """Read ``lexicon/modality.toml`` once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "modality.toml")
    try:
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        return {name: frozenset(words) for name, words in table.items()}
    except (TypeError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/modality.toml cannot be read: {error}"
        raise LexiconError(msg) from error


@dataclass(frozen=True, slots=True)
class Mood:
    """How an event stands to the world.

    Attributes:
        modality: the four-way answer.
        wished: somebody only wants, asks for or fears it.
        reason: the word that decided it, "" for plain actual events.
    """

    modality: Modality = "actual"
    wished: bool = False
    reason: str = ""


ACTUAL: Final = Mood()
#: Of what somebody works at: "stand together on arresting them".
AIMED: Final = Mood("hypothetical", wished=True, reason="aim")


#: Verbs by which somebody makes another do something, so that it was done.
MADE: Final = frozenset(
    {"lead", "force", "prompt", "cause", "compel", "oblige", "persuade", "induce"}
    | {"drive", "manage", "get"}
)
#: Nouns and verbs in which an "-ing" is not done yet: "progress in resolving it".
UNDERWAY: Final = frozenset(
    {"progress", "headway", "interest", "difficulty", "delay", "cooperate", "assist"}
    | {"succeed", "step", "role"}
)
#: What a list names as still to be settled: "three issues: a truce, aid and jobs".
MATTERS: Final = frozenset(
    {"issue", "point", "demand", "condition", "term", "topic", "question", "goal"}
    | {"priority", "aim", "requirement", "element", "area"}
)


def is_to(verb: Token) -> bool:
    """True for "is to be signed" and "are to meet": an arrangement.

    In a headline "to" is the auxiliary itself: "Ministers to meet".
    """
    if any(child.lower_ == "to" for child in children(verb, "aux")):
        return not any(c.lower_ in {"have", "has", "had"} for c in verb.children)
    marked = any(
        child.lower_ == "to" and child.dep_ in {"mark", "aux"}
        for child in verb.children
    )
    return marked and any(
        child.lower_ in {"is", "are", "was", "were"} and child.i < verb.i
        for child in children(verb, "aux", "aux:pass", "cop")
    )


def is_told_past(verb: Token) -> bool:
    """True for a finite past: what it tells has happened, whatever comes after it."""
    if verb.tag_ == "VBD":
        return True
    aux = {child.tag_ for child in children(verb, "aux", "aux:pass")}
    return verb.tag_ == "VBN" and "VBD" in aux


def future_in_past(verb: Token) -> bool:
    """True for "said it would hold a vote": a plan, as seen from the past.

    Not where a condition makes it only possible.
    """
    if verb.dep_ not in {"ccomp", "parataxis"} or not would(verb):
        return False
    head = verb.head
    told = head.pos_ == "VERB" and (
        head.tag_ == "VBD" or any(c.lower_ == "had" for c in children(head, "aux"))
    )
    unsure = lemma(head) in {"suggest", "think", "believe", "hope", "doubt", "wonder"}
    unsure = unsure or lemma(head) in {"ask", "argue", "warn", "fear", "deny"}
    return told and not unsure and not conditions(verb)


def would(verb: Token) -> bool:
    """True for "would sign", not for "would have signed"."""
    aux = [child.lower_ for child in children(verb, "aux", "aux:pass")]
    return "would" in aux and "have" not in aux


def conditions(verb: Token) -> bool:
    """True where a clause beside the verb says on what it hangs."""
    return any(
        mark.lower_ in {"if", "unless", "provided", "should"}
        for child in children(verb, "advcl")
        for mark in children(child, "mark", "advmod", "aux")
        if mark.i < child.i
    )


def still_to_be(verb: Token) -> bool:
    """True for "must still be ratified" and "has yet to be signed": a next step."""
    near = {child.lower_ for child in children(verb, "advmod")}
    if near & {"still"} and any(c.lower_ == "must" for c in children(verb, "aux")):
        return True
    above = verb.head
    if verb.dep_ != "xcomp" or lemma(above) not in {"have", "need", "remain"}:
        return False
    words = {child.lower_ for child in children(above, "advmod")} | near
    return lemma(above) == "remain" or bool(words & {"still", "yet"})


def underway(verb: Token) -> bool:
    """True for "is making headway in ...": what comes is not done yet."""
    nouns = {lemma(child) for child in children(verb, "obj")}
    return lemma(verb) in UNDERWAY or bool(nouns & UNDERWAY)


def only_if(verb: Token) -> bool:
    """True for "will leave only if the others do": an offer, no plan."""
    for child in children(verb, "advcl"):
        for mark in children(child, "mark"):
            before = mark.nbor(-1).lower_ if mark.i else ""
            if mark.lower_ == "unless" or (mark.lower_ == "if" and before == "only"):
                return True
    return False


def one_of_a_list(noun: Token) -> bool:
    """True for "three issues: a truce, aid and jobs": matters, not events."""
    for _ in range(6):
        if noun.dep_ != "conj":
            break
        noun = noun.head
    listed = noun.dep_ in {"appos", "parataxis", "conj", "ccomp", "nmod", "dep", "acl"}
    if not listed or lemma(noun.head) not in MATTERS or noun.head.i > noun.i:
        return False
    between = noun.doc[noun.head.i + 1 : noun.i]
    return any(token.text in {":", ";", "-", "--", "\u2013"} for token in between)
