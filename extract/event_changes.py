"""Words that say a paper departs from what was agreed or offered before.

"The new draft no longer mentions a freeze", "the offer drops the review", "the paper
is not compatible with the June text": whoever says so claims a deviation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    clause_of,
    is_passive,
    obliques,
    patients,
)
from extract.event_lexicon import EventLexicon
from extract.event_triggers import Trigger, lemmas_of
from extract.inflections import lemma
from extract.modality import is_negated, verb_mood
from extract.proposal_lexicon import proposal_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast

#: What is put on a table as words on paper.
PAPERS: Final = frozenset(
    {"draft", "text", "document", "paper", "version", "offer", "proposal", "plan"}
    | {"package", "blueprint", "wording", "counteroffer", "chapter", "language", "bid"}
)
#: More verbs by which a paper leaves out, takes back or slips in.
MORE: Final = frozenset(
    {"slip", "smuggle", "sneak", "erase", "gut", "reverse", "undo", "forget", "revoke"}
    | {"delete", "strike", "shrink", "shorten", "contradict", "retract", "dilute"}
)
#: Verbs by which what was agreed is made another thing, and what is so altered.
ALTERING: Final = frozenset(
    {"alter", "change", "rewrite", "amend", "doctor", "distort", "twist", "water"}
    | {"modify", "manipulate", "falsify", "tamper", "reinterpret", "edit", "add"}
    | {"drop", "remove", "delete", "omit", "insert", "leave", "slip", "reopen"}
    | {"abandon", "ignore", "back", "walk", "shift", "weaken", "unpick"}
)
TERMS: Final = frozenset(
    {"term", "wording", "clause", "commitment", "promise", "pledge", "list"}
    | {"provision", "position", "condition", "concession"}
)
OFF: Final = frozenset({"from", "to", "with", "on", "off"})
#: Adjectives of what goes with an earlier paper, and of what does not.
FITTING: Final = frozenset({"compatible", "consistent", "identical", "faithful"})
UNFIT: Final = frozenset(
    {"incompatible", "inconsistent", "contrary", "irreconcilable", "different"}
)


def departure(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return the claim that a paper departs from an earlier one."""
    if token.pos_ == "ADJ":
        claimed = unlike(token, lexicon, cast)
    elif token.pos_ == "VERB":
        claimed = (
            changed(token, cast)
            or disregards(token, lexicon, cast)
            or accused(token, lexicon, cast)
        )
    else:
        claimed = token.pos_ == "NOUN" and unmentioned(token)
    if not claimed:
        return None
    return Trigger(token, "deviation", "Deviation", "ACCUSE", claim=True)


def changed(verb: Token, cast: Cast) -> bool:
    """True where a paper's verb leaves out, adds or turns round a term."""
    if is_passive(verb) or not lemmas_of(agents(verb), cast) & PAPERS:
        return False
    mood = verb_mood(verb)
    if mood.modality not in {"actual", "negated"}:
        return False
    words, word = proposal_lexicon(), lemma(verb)
    if no_longer(verb):
        return True
    if is_negated(verb):
        return False
    if word == "leave" and any(child.lower_ == "out" for child in verb.children):
        return True
    return bool(patients(verb)) and word in words.omitted | words.added | MORE


def accused(verb: Token, lexicon: EventLexicon, cast: Cast) -> bool:
    """True for "accused them of altering the terms" and "complained that they had".

    Only where what is altered is a paper or something agreed.
    """
    above = verb.head
    blamed = verb.tag_ == "VBG" and lemma(above) in {"accuse", "charge", "reproach"}
    if verb.dep_ == "acl" and not blamed:  # "the union accused [the firm of altering]"
        outer = above.head
        blamed = verb.tag_ == "VBG" and lemma(outer) in {"accuse", "charge", "reproach"}
    complained = verb.dep_ == "ccomp" and lemma(above) in {"complain", "allege"}
    if not (blamed or complained) or is_negated(verb):
        return False
    if lemma(verb) not in ALTERING:
        return False
    papers = lexicon.words["accord"] | PAPERS | TERMS | {"it"}
    near = [*patients(verb), *(n for case, n in obliques(verb) if case in OFF)]
    return bool(lemmas_of(near, cast) & papers)


def no_longer(verb: Token) -> bool:
    """True for "no longer" or "not ... any more" on a verb."""
    near = {child.lower_ for child in children(verb, "advmod", "obl")}
    return bool(near & {"longer", "anymore"})


def disregards(verb: Token, lexicon: EventLexicon, cast: Cast) -> bool:
    """True for "ignores what was agreed" and "contradicts the accord"."""
    if lemma(verb) not in {"ignore", "disregard", "contradict", "forget", "flout"}:
        return False
    if verb_mood(verb).modality != "actual":
        return False
    accord = lexicon.words["accord"] | lexicon.words["draft"]
    agreed = any(
        lemma(clause) in {"agree", "sign", "promise", "offer", "accept", "settle"}
        and any(found.lower_ == "what" for found in clause.subtree)
        for clause in children(verb, "ccomp", "obj", "advcl", "xcomp")
    )
    return agreed or bool(lemmas_of(patients(verb), cast) & (accord - {"demand"}))


def unlike(word: Token, lexicon: EventLexicon, cast: Cast) -> bool:
    """True for a paper that is "not compatible with" another, or "contrary to" it."""
    if lemma(word) in FITTING:
        if not is_negated(word):
            return False
    elif lemma(word) not in UNFIT:
        return False
    others = [n for case, n in obliques(word) if case in {"with", "to", "from"}]
    papers = lexicon.words["accord"] | PAPERS
    return bool(lemmas_of(others, cast) & papers)


def unmentioned(noun: Token) -> bool:
    """True for "there is no longer any mention of a freeze"."""
    if lemma(noun) not in proposal_lexicon().mentions | {"provision"}:
        return False
    verb = clause_of(noun) if not children(noun, "expl", "cop") else noun
    return verb is not None and no_longer(verb)
