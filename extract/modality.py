"""Whether a word tells what happened, is planned, might be, or did not happen.

Read from auxiliaries, conditionals, negation and the words that govern the event
("expected to", "refused to", "the possibility of"), as FactBank and UDS-IH do:
the outermost word that takes the event out of the world wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    DEEP,
    case_of,
    children,
    clause_of,
    first_conjunct,
    has_own_start,
    is_predicate,
)
from extract.records import Modality

if TYPE_CHECKING:
    from spacy.tokens import Token

WILL: Final = frozenset({"will", "shall", "'ll", "’ll", "wo"})
MAYBE: Final = frozenset(
    {"would", "could", "may", "might", "should", "must", "can", "ca", "'d", "ought"}
)
CONDITIONS: Final = frozenset(
    {"if", "unless", "whether", "lest", "should", "provided", "once", "until", "till"}
)
#: Governors of an infinitive, a clause or a noun, and what they make of it.
PLAN: Final = frozenset(
    "plan schedule expect intend prepare decide arrange set due slate agree announce"
    " vow pledge promise commit likely ready poise bind resolve about tentatively"
    " await anticipate scheduled expected intention plan decision schedule"
    " announcement due order".split()
)
WISH: Final = frozenset(
    "want wish hope seek aim urge call ask demand consider threaten offer try attempt"
    " propose suggest recommend request need require favor favour support advocate"
    " encourage press push appeal desire invite insist willing open able possible"
    " impossible unlikely willingness readiness desire hope wish call demand appeal"
    " possibility prospect chance likelihood threat option idea proposal offer request"
    " need attempt effort right ability opportunity condition prerequisite warn fear"
    " risk allow let enable help oppose discuss debate explore contemplate envisage"
    " avoid avert forestall talk aimed designed bid push"
    " authorize authorise permit accuse suspect".split()
)
DENY: Final = frozenset(
    "refuse fail decline deny avoid prevent cancel reject refusal failure stop prohibit"
    " ban forbid exclude boycott preclude rule unable unwilling scrap block bar forgo"
    " lack absence failed denial".split()
)
#: Governors that leave the event as it is.
FACT: Final = frozenset(
    "begin start continue resume manage help proceed finish cease see hear watch follow"
    " keep go come meet move turn".split()
)
#: Adjectives of an event noun.
PLANNED_WORDS: Final = frozenset(
    "planned upcoming scheduled forthcoming next future coming impending expected"
    " proposed anticipated".split()
)
POSSIBLE_WORDS: Final = frozenset(
    "possible potential any eventual hypothetical prospective looming threatened"
    " alleged further would-be imminent".split()
)
FAILED_WORDS: Final = frozenset({"cancelled", "canceled", "aborted", "averted"})


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
        if child.lower_ in CONDITIONS and child.i < verb.i:
            if child.lower_ in {"once", "until", "till"}:
                return Mood("planned", reason=child.lower_)
            return Mood("hypothetical", reason=child.lower_)
    if is_negated(verb):
        return Mood("negated", reason="not")
    auxiliaries = [
        child for child in verb.children if child.dep_ in {"aux", "aux:pass", "cop"}
    ]
    for child in auxiliaries:
        if child.lower_ in MAYBE:
            return Mood("hypothetical", reason=child.lower_)
    for child in auxiliaries:
        if child.lower_ in WILL:
            return Mood("planned", reason="will")
    if "going" in words and words["going"].dep_ == "aux":
        return Mood("planned", reason="going to")
    return ACTUAL


def outer_mood(verb: Token, depth: int) -> Mood:
    """Return what the words above a verb make of it."""
    head = verb.head
    if head.i == verb.i:
        return ACTUAL
    lemma, word = head.lemma_.lower(), head.lower_
    infinitive = any(
        child.lower_ == "to" and child.dep_ == "mark" for child in verb.children
    )
    if verb.dep_ in {"xcomp", "ccomp", "csubj"} or (
        verb.dep_ in {"acl", "advcl"} and infinitive
    ):
        if verb.dep_ == "ccomp" and not infinitive and verb.tag_ not in {"VB", "VBG"}:
            if lemma in {"expect", "hope", "wish", "doubt", "fear"}:
                return Mood("hypothetical", wished=lemma != "expect", reason=lemma)
            return ACTUAL
        mood = governor_mood(lemma, word)
        above = verb_mood(head, depth + 1) if is_predicate(head) else ACTUAL
        if mood.modality == "planned" and verb.dep_ == "acl":
            return mood
        if mood.modality == "negated" and above.modality == "negated":
            return ACTUAL
        if mood.reason:
            return stronger(mood, above) if above.modality != "actual" else mood
        if infinitive and verb.dep_ in {"acl", "advcl"} and lemma not in FACT:
            return Mood("hypothetical", wished=True, reason="to")
        return above
    if verb.dep_ in {"acl", "acl:relcl"} and verb.tag_ == "VBG":
        return noun_mood(head, depth + 1) if depth < DEEP else ACTUAL
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and head.pos_ == "VERB":
        case = next((c.lower_ for c in children(verb, "mark", "case")), "")
        if case in {"without", "instead"}:
            return Mood("negated", reason=case)
        if case in {"before"}:
            return Mood("planned", reason=case)
        if case in {"for", "of", "about"}:
            return governor_mood(lemma, word)
        return ACTUAL
    return ACTUAL


def governor_mood(lemma: str, word: str) -> Mood:
    """Return what a governing word makes of the event under it."""
    if lemma in DENY or word in DENY:
        return Mood("negated", reason=lemma)
    if lemma in PLAN or word in PLAN:
        return Mood("planned", reason=lemma)
    if lemma in WISH or word in WISH:
        return Mood("hypothetical", wished=True, reason=lemma)
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
    for child in noun.children:
        word = child.lower_
        if child.dep_ == "det" and word in {"no", "neither"}:
            return Mood("negated", reason=word)
        if child.dep_ == "det" and word == "any":
            return Mood("hypothetical", reason=word)
        if child.dep_ in {"amod", "compound", "nmod:desc"}:
            if word in FAILED_WORDS:
                return Mood("negated", reason=word)
            if word in PLANNED_WORDS:
                return Mood("planned", reason=word)
            if word in POSSIBLE_WORDS:
                return Mood("hypothetical", reason=word)
    case = case_of(noun)
    if case in {"without", "instead"}:
        return Mood("negated", reason=case)
    words = " ".join(t.lower_ for t in noun.doc[max(0, noun.left_edge.i - 3) : noun.i])
    if "in case of" in words or "in the event of" in words:
        return Mood("hypothetical", reason="in case of")
    if depth > DEEP or noun.head.i == noun.i:
        return ACTUAL
    return governed_noun_mood(noun, case, depth)


def governed_noun_mood(noun: Token, case: str, depth: int) -> Mood:
    """Return what the verb or noun above an event noun makes of it."""
    head = noun.head
    if noun.dep_ == "conj":
        return noun_mood(head, depth + 1) if not is_predicate(head) else ACTUAL
    if noun.dep_ in {"nmod", "obl", "compound"} and head.pos_ in {"NOUN", "ADJ"}:
        if case in {"of", "for", "to", "on", "about", "in"}:
            mood = governor_mood(head.lemma_.lower(), head.lower_)
            if mood.reason:
                return mood
            if case == "of":
                return noun_mood(head, depth + 1)
        return ACTUAL
    verb = head if is_predicate(head) else clause_of(noun)
    if verb is None:
        return ACTUAL
    lemma = verb.lemma_.lower()
    if noun.dep_ in {"obj", "nsubj:pass"} or (
        noun.dep_ == "obl" and case in {"for", "to", "on", "about", "in", "from"}
    ):
        if lemma in {"call"} and any(c.lower_ == "off" for c in verb.children):
            return Mood("negated", reason="called off")
        if lemma in {"reject", "discuss", "support", "oppose", "agree", "announce"}:
            definite = any(
                c.dep_ in {"det", "nmod:poss"} and c.lower_ != "a" and c.lower_ != "an"
                for c in noun.children
            )
            if definite or lemma in {"agree", "announce"}:
                return verb_mood(verb) if lemma in {"announce", "agree"} else ACTUAL
        if noun.dep_ != "obl" or case in {"for", "to"}:
            mood = governor_mood(lemma, verb.lower_)
            if mood.reason:
                return mood
    if noun.dep_ in {"nsubj", "nsubj:pass", "obj"}:
        mood = verb_mood(verb)
        if mood.modality != "actual" and is_presupposed(noun, verb):
            return ACTUAL
        return mood
    if noun.dep_ == "obl" and verb.pos_ == "VERB":
        mood = verb_mood(verb)
        if case in {"at", "during", "after", "following", "since", "amid", "before"}:
            return ACTUAL if mood.modality != "planned" else mood
        return mood
    return ACTUAL


def is_presupposed(noun: Token, verb: Token) -> bool:
    """True where a definite event is spoken of, not told by the verb above it.

    "The talks must focus on aid" does not make the talks hypothetical, "the talks
    will begin on Monday" makes them planned.
    """
    definite = any(
        child.lower_ in {"the", "this", "these", "those", "that"}
        or child.dep_ == "nmod:poss"
        for child in noun.children
    )
    happens = verb.lemma_ in {
        "hold",
        "begin",
        "start",
        "open",
        "resume",
        "take",
        "happen",
        "occur",
        "convene",
        "launch",
        "conduct",
        "host",
        "schedule",
        "organize",
        "organise",
        "restart",
    } or any(child.dep_ == "cop" for child in verb.children)
    return definite and not happens
