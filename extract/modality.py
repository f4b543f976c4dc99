"""Whether a word tells what happened, is planned, might be, or did not happen.

Read from auxiliaries, conditionals, negation and the words that govern the event
("expected to", "refused to", "the possibility of"), as FactBank and UDS-IH do:
the outermost word that takes the event out of the world wins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.clauses import (
    DEEP,
    case_of,
    children,
    clause_of,
    first_conjunct,
    has_own_start,
    is_predicate,
)
from extract.inflections import lemma
from extract.mood_words import ACTUAL as ACTUAL
from extract.mood_words import (
    AIMED,
    MADE,
    UNDERWAY,
    future_in_past,
    is_to,
    is_told_past,
    one_of_a_list,
    only_if,
    still_to_be,
    underway,
)
from extract.mood_words import Mood as Mood
from extract.mood_words import moods as moods

if TYPE_CHECKING:
    from spacy.tokens import Token

_UNDONE = re.compile(
    r"\b(?:but|yet|although|though) (?:\S+ ){0,3}?"
    r"(?:(?:nobody|no one|none|neither)\b.* did\b|did ?(?:not|n['’]t)\b|never did\b)"
)


def mood_of(token: Token) -> Mood:
    """Return how the event that a verb or noun tells stands to the world."""
    if is_predicate(token) and token.pos_ in {"VERB", "AUX"}:
        return verb_mood(token)
    return noun_mood(token)


def is_negated(verb: Token) -> bool:
    """True where the verb's own clause denies it."""
    for child in verb.children:
        if child.lower_ in {"not", "n't", "n’t", "never", "hardly", "neither", "nor"}:
            if child.i + 1 < len(verb.doc) and child.nbor().lower_ in {"only", "just"}:
                continue
            return True
        if child.dep_ in {"nsubj", "nsubj:pass", "obj", "obl"} and any(
            grand.lower_ in {"no", "neither", "nobody", "none"}
            and grand.dep_ in {"det", "advmod"}
            for grand in child.children
        ):
            return True
        if child.lower_ in {"nobody", "none", "nothing"} and child.dep_ in {
            "nsubj",
            "obj",
            "nsubj:pass",
        }:
            return True
        if child.dep_ in {"aux", "cop"} and child.lower_.endswith("n't"):
            return True
    return False


def verb_mood(verb: Token, depth: int = 0) -> Mood:
    """Return the mood of a verb with its auxiliaries and governors."""
    own = own_mood(verb)
    if depth > DEEP:
        return own
    if verb.dep_ == "conj" and is_predicate(verb.head):
        if not own.reason and not has_own_start(verb):
            return verb_mood(verb.head, depth + 1)
        return stronger(own, outer_mood(first_conjunct(verb), depth))
    return stronger(own, outer_mood(verb, depth))


def own_mood(verb: Token) -> Mood:
    """Return what a verb's own auxiliaries, negation and conjunctions make of it."""
    words = {child.lower_: child for child in verb.children}
    for child in children(verb, "mark", "advmod"):
        if child.lower_ in moods()["conditions"] and child.i < verb.i:
            if child.lower_ in {"once", "until", "till"}:
                return Mood("planned", reason=child.lower_)
            return Mood("hypothetical", reason=child.lower_)
    first = verb.left_edge.lower_
    opened = verb.dep_ == "parataxis" and first in {"if", "unless", "once", "when"}
    if opened and not is_told_past(verb):  # "when governments have ratified it"
        return Mood("hypothetical", reason=str(first))
    if is_negated(verb):
        return Mood("negated", reason="not")
    for child in children(verb, "advmod"):
        if child.lower_ in {"nearly", "almost"} and child.i < verb.i:
            return Mood("negated", reason=child.lower_)
    if still_to_be(verb):
        return Mood("planned", reason="still to be")
    if future_in_past(verb):
        return Mood("planned", reason="would")
    if only_if(verb):
        return Mood("hypothetical", wished=True, reason="only if")
    auxiliaries = [
        child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}
    ]
    for child in auxiliaries:
        if child.lower_ in {"must", "should", "ought"}:
            return Mood("hypothetical", wished=True, reason=child.lower_)
        if child.lower_ in moods()["maybe"]:
            return Mood("hypothetical", reason=child.lower_)
    for child in auxiliaries:
        if child.lower_ in moods()["will"]:
            return Mood("planned", reason="will")
    if "due" in words and words["due"].i < verb.i and verb.tag_ == "VB":
        return Mood("planned", reason="due")
    if "going" in words and words["going"].dep_ == "aux":
        return Mood("planned", reason="going to")
    if is_to(verb):
        return Mood("planned", reason="is to")
    return ACTUAL


def outer_mood(verb: Token, depth: int) -> Mood:
    """Return what the words above a verb make of it."""
    head = verb.head
    if head.i == verb.i:
        return ACTUAL
    infinitive = any(
        child.lower_ == "to" and child.dep_ == "mark" for child in verb.children
    )
    clausal = verb.dep_ in {"xcomp", "ccomp", "csubj"}
    if verb.dep_.startswith("csubj") and verb.tag_ == "VBG":
        return verb_mood(head, depth + 1)
    if verb.tag_ == "VBG" and lemma(head) in moods()["holds"]:
        return Mood("hypothetical", wished=True, reason=lemma(head))
    if clausal and not infinitive and verb.dep_ != "xcomp":
        return reported_mood(verb, head)
    if clausal or (verb.dep_ in {"acl", "advcl"} and infinitive):
        return infinitive_mood(verb, head, infinitive, depth)
    if verb.dep_ == "acl" and any(c.lower_ == "that" for c in children(verb, "mark")):
        return governor_mood(head)
    if verb.dep_ in {"advcl", "acl", "parataxis"} and "to" not in {
        child.lower_ for child in children(verb, "mark")
    }:
        joint = {c.lower_ for c in children(verb, "mark", "advmod")}
        if joint & {"after", "when", "once", "before", "until"} and is_predicate(head):
            if joint & {"after", "when", "before"} and is_told_past(verb):
                return ACTUAL
            above = verb_mood(head, depth + 1)
            return above if above.modality != "actual" else ACTUAL
    if verb.dep_ in {"acl", "acl:relcl"} and verb.tag_ == "VBG":
        governed = governor_mood(head) if lowered_case(verb) else ACTUAL
        if governed.reason or depth >= DEEP:
            return governed
        if lowered_case(verb) == "in" and lemma(head) in UNDERWAY:
            return AIMED
        return noun_mood(head, depth + 1)
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.pos_ in {"VERB", "NOUN"}:
        case = lowered_case(verb)
        if case in {"without", "instead"}:
            return Mood("negated", reason=case)
        if case == "before":
            return Mood("planned", reason=case)
        if case in {"for", "of", "about", "at", "on", "to", "from"}:
            aimed = case in {"on", "about"} and verb.i > head.i
            mood = governor_mood(head)
            return AIMED if aimed and not mood.reason else mood
        if case in {"in", "by", "while"} and is_predicate(head):
            if underway(head):
                return AIMED
            above = verb_mood(head, depth + 1)
            return above if above.modality != "negated" else ACTUAL
        return ACTUAL
    return ACTUAL


def lowered_case(verb: Token) -> str:
    """Return the word that brings in a participle: "by" of "by closing the port"."""
    return next((str(c.lower_) for c in children(verb, "mark", "case")), "")


def reported_mood(verb: Token, head: Token) -> Mood:
    """Return the mood of a finite clause under a verb or an adjective."""
    if verb.tag_ == "VB" and not children(verb, "aux"):
        return governor_mood(head)
    if lemma(head) in {"deny", "dispute", "refute"}:
        return Mood("negated", reason=lemma(head))
    if lemma(head) in {"hope", "wish", "doubt", "fear", "pretend", "imagine"}:
        return Mood("hypothetical", wished=True, reason=lemma(head))
    if lemma(head) in {"expect", "anticipate"}:
        return Mood("planned", reason=lemma(head))
    if head.pos_ == "ADJ" and lemma(head) in moods()["wish"]:
        return Mood("hypothetical", wished=True, reason=lemma(head))
    return ACTUAL


def infinitive_mood(verb: Token, head: Token, infinitive: bool, depth: int) -> Mood:
    """Return the mood of an infinitive or a bare complement."""
    if was_possible(head):
        return ACTUAL
    mood = governor_mood(head)
    above = verb_mood(head, depth + 1) if is_predicate(head) else ACTUAL
    if lemma(head) in MADE and verb.dep_ == "xcomp":
        return above
    if verb.dep_ == "xcomp" and still_to_be(verb):
        return Mood("planned", reason="still to be")
    if mood.modality == "planned" and verb.dep_ == "acl":
        return mood
    if mood.modality == "negated" and above.modality == "negated":
        return ACTUAL
    if mood.reason:
        return stronger(mood, above) if above.modality != "actual" else mood
    if infinitive and lemma(head) in {"have", "need", "ought"}:
        return Mood("hypothetical", wished=True, reason=lemma(head))
    free = head.pos_ in {"ADJ", "NOUN"} or verb.dep_ in {"acl", "advcl"}
    if infinitive and free and above.modality == "negated":
        return above  # "nobody has sat down to negotiate"
    if infinitive and free and lemma(head) not in moods()["fact"]:
        return Mood("hypothetical", wished=True, reason="to")
    return above


def was_possible(head: Token) -> bool:
    """True for "it was possible to": what follows was done.

    Not where the sentence says that it was not: "... to meet, but nobody did".
    """
    aux = {child.tag_ for child in children(head, "aux", "cop")}
    undone = _UNDONE.search(
        " ".join(t.lower_ for t in head.doc[head.i : head.sent.end])
    )
    return (
        head.lower_ == "possible"
        and "VBD" in aux
        and "MD" not in aux
        and own_mood(head).modality == "actual"
        and not undone
    )


def governor_mood(head: Token) -> Mood:
    """Return what a governing word makes of the event under it."""
    words = {lemma(head), head.lower_}
    if words & moods()["deny"]:
        return Mood("negated", reason=lemma(head))
    if words & moods()["plan"]:
        return Mood("planned", reason=lemma(head))
    if words & moods()["wish"] or (head.pos_ == "ADJ" and words & moods()["open"]):
        return Mood("hypothetical", wished=True, reason=lemma(head))
    return ACTUAL


def stronger(inner: Mood, outer: Mood) -> Mood:
    """Return the mood that two moods, one inside the other, come to."""
    if inner.modality == "negated" and outer.modality == "negated":
        return Mood("actual", reason="double negation")
    order = {"negated": 3, "hypothetical": 2, "planned": 1, "actual": 0}
    if order[outer.modality] > order[inner.modality]:
        return outer
    return Mood(
        inner.modality, inner.wished or outer.wished, inner.reason or outer.reason
    )


def noun_mood(noun: Token, depth: int = 0) -> Mood:
    """Return the mood of an event noun: its words, then what governs it."""
    own = noun_words_mood(noun)
    if own.reason:
        return own
    if one_of_a_list(noun):
        return Mood("hypothetical", wished=True, reason="issue")
    case = case_of(noun)
    if case in {"without", "instead", "as"}:
        return Mood("negated", reason=case)
    words = " ".join(t.lower_ for t in noun.doc[max(0, noun.left_edge.i - 3) : noun.i])
    if re.search(
        r"\b(?:in case|in the event|possibility|prospects?|chances?) of\b", words
    ):
        return Mood("hypothetical", reason="possibility of")
    if depth > DEEP or noun.head.i == noun.i:
        return ACTUAL
    return governed_noun_mood(noun, case, depth)


def noun_words_mood(noun: Token) -> Mood:
    """Return what an event noun's own adjectives and determiner make of it."""
    for child in noun.children:
        word = child.lower_
        if child.dep_ == "det" and word in {"no", "neither"}:
            return Mood("negated", reason=word)
        if child.dep_ == "det" and word == "any":
            return Mood("hypothetical", reason=word)
        if child.dep_ in {"amod", "compound", "nmod:desc"}:
            if word in moods()["failed_words"]:
                return Mood("negated", reason=word)
            if word in moods()["planned_words"]:
                return Mood("planned", reason=word)
            if word in moods()["possible_words"]:
                return Mood("hypothetical", reason=word)
    return ACTUAL


def governed_noun_mood(noun: Token, case: str, depth: int) -> Mood:
    """Return what the verb or noun above an event noun makes of it."""
    head = noun.head
    if noun.dep_ == "conj":
        bare = is_predicate(head) and head.pos_ in {"VERB", "AUX"}
        return verb_mood(head) if bare else noun_mood(head, depth + 1)
    if noun.dep_ in {"nmod", "obl", "compound"} and head.pos_ in {"NOUN", "ADJ"}:
        if case in {"of", "for", "to", "on", "about", "in"}:
            mood = governor_mood(head)
            if mood.reason:
                return mood
            if case == "of":
                return noun_mood(head, depth + 1)
            if is_predicate(head):
                return verb_mood(head)
        return ACTUAL
    verb = head if is_predicate(head) else clause_of(noun)
    if verb is None:
        return ACTUAL
    if noun.dep_ in {"obj", "nsubj:pass"} or (
        noun.dep_ == "obl" and case in {"for", "to", "on", "about", "in", "from"}
    ):
        governed = object_mood(noun, verb, case)
        if governed is not None:
            return governed
    if noun.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer", "obj"}:
        mood = verb_mood(verb)
        if mood.modality != "actual" and is_presupposed(noun, verb):
            return ACTUAL
        if verb.pos_ == "ADJ" and lemma(verb) in moods()["wish"] | {"possible"}:
            return Mood("hypothetical", reason=lemma(verb))
        return mood
    if noun.dep_ == "obl" and verb.pos_ == "VERB":
        mood = verb_mood(verb)
        if is_definite(noun) and case not in {"for", "to", "by"}:
            return ACTUAL
        if case in {"after", "following", "since", "amid", "despite"}:
            return ACTUAL
        if case in {"at", "during", "before"}:
            return ACTUAL if mood.modality != "planned" else mood
        return mood
    return ACTUAL


def object_mood(noun: Token, verb: Token, case: str) -> Mood | None:
    """Return what a verb makes of an event that it acts on, ``None`` for nothing."""
    word = lemma(verb)
    if word == "call" and any(c.lower_ == "off" for c in verb.children):
        return Mood("negated", reason="called off")
    if word == "call" and noun.dep_ in {"obj", "nsubj:pass"}:
        return verb_mood(verb) if is_definite(noun) else Mood("planned", reason=word)
    if word == "agree" and case and lemma(noun) in moods()["agreed_on"]:
        return ACTUAL if is_definite(noun) else Mood("planned", reason=word)
    if word in {"announce", "agree"}:
        return verb_mood(verb)
    if word in moods()["holds"]:
        return Mood("hypothetical", wished=True, reason=word)
    if word in {"reject", "discuss", "support", "oppose"} and is_definite(noun):
        return ACTUAL
    if noun.dep_ != "obl" or case in {"for", "to"}:
        mood = governor_mood(verb)
        if mood.reason:
            return mood
    return None


def is_definite(noun: Token) -> bool:
    """True for "the talks", "these talks", "their talks"."""
    return any(
        child.lower_ in {"the", "this", "these", "those", "that"}
        or child.dep_ == "nmod:poss"
        for child in noun.children
    )


def is_presupposed(noun: Token, verb: Token) -> bool:
    """True where a definite event is spoken of, not told by the verb above it.

    "The talks must focus on aid" does not make the talks hypothetical, "the talks
    will begin on Monday" makes them planned.
    """
    inner = {lemma(child) for child in children(verb, "xcomp")}
    happens = lemma(verb) in moods()["happens"] or verb.pos_ == "ADJ"
    happens = happens or any(child.dep_ == "cop" for child in verb.children)
    if inner & moods()["goes_on"]:
        happens = False
    return is_definite(noun) and not happens
