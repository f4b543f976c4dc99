"""Nouns and verbs of one event put together: "held talks" is one trigger.

A noun gets the verb that lets it happen; a verb that only carries an event noun, and
a noun that its verb tells, are dropped.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    case_of,
    children,
    grammatical_subjects,
    is_passive,
    noun_phrases,
    relative_head,
)
from extract.event_lexicon import EventLexicon, event_lexicon
from extract.event_triggers import SET, Trigger, portion_of
from extract.inflections import lemma
from extract.modality import is_definite, verb_mood

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Which noun's event a verb's event of another type takes in: "rejected the plan".
TAKES_IN: Final = frozenset(
    {
        ("rejection", "proposal"),
        ("rejection", "agreement"),
        ("agreement", "proposal"),
        ("signing", "agreement"),
        ("impasse", "talks"),
        ("impasse", "meeting"),
        ("walkout", "talks"),
        ("deviation", "agreement"),
        ("deviation", "pledge"),
        ("other", "proposal"),
        ("other", "agreement"),
        ("proposal", "agreement"),
        ("statement", "statement"),
        ("vote", "agreement"),
        ("vote", "proposal"),
        ("deadline", "agreement"),
        ("pledge", "proposal"),
        ("signing", "statement"),
    }
)
#: Where it is the other way round: "a ceasefire took effect", "began a strike".
GIVES_WAY: Final = frozenset(
    {("other", "ceasefire"), ("attack", "other"), ("other", "signing")}
)
#: Verbs by which talks that were held come to their end.
HELD: Final = frozenset(
    {"end", "conclude", "finish", "close", "adjourn", "break", "fail"}
)

#: Events that are the end of what their noun names: "ended their blockade".
ENDED: Final = "End of the action"
OVER: Final = frozenset({ENDED, "Calling off"})
#: What something that goes on is "in" or "under".
STANDING: Final[dict[str, frozenset[str]]] = {
    "place": frozenset({"in"}),
    "force": frozenset({"in"}),
    "effect": frozenset({"in"}),
    "way": frozenset({"under"}),
    "progress": frozenset({"in"}),
}
#: Verbs that with one of these words tell that something happens, or comes to its end.
OCCURRING: Final[dict[str, frozenset[str]]] = {
    "break": frozenset({"out"}),
    "flare": frozenset({"up", "again", "anew", "out"}),
    "spring": frozenset({"up"}),
    "blow": frozenset({"up", "over"}),
    "die": frozenset({"down", "out", "away"}),
    "peter": frozenset({"out"}),
    "spill": frozenset({"over"}),
    "drag": frozenset({"on"}),
    "wear": frozenset({"on"}),
}


def settled(found: dict[int, Trigger], lexicon: EventLexicon) -> list[Trigger]:
    """Give nouns their support and drop verbs that only carry an event noun."""
    gone: set[int] = set()
    held = in_force(found)
    out: dict[int, Trigger] = dict(held)
    for index in sorted(found):
        trigger = found[index]
        if trigger.token.pos_ == "VERB" or held.get(index) is not trigger:
            continue
        if is_told_by_participle(trigger, found):
            gone.add(index)
            continue
        verb = support_of(trigger.token, lexicon, found)
        if verb is None:
            continue
        carrier = found.get(verb.i)
        if carrier is not None and carrier.label in OVER:
            if carrier.label == ENDED:  # both are told: the strike, and its end
                out[index] = replace(trigger, support=verb)
            continue
        if carrier is not None and carrier.type == trigger.type:
            gone.add(verb.i)
            own = trigger.pattern if is_begun(trigger) else carrier.pattern
            out[index] = replace(trigger, support=verb, pattern=own)
        elif carrier is not None and was_held(trigger, carrier):
            out[index] = replace(trigger, support=verb)
        elif carrier is not None and not_after_all(carrier, trigger):
            continue
        elif carrier is not None and (carrier.type, trigger.type) in TAKES_IN:
            if trigger.pattern is None and trigger.type == "proposal":
                continue  # "rejected a draft by Norway": somebody's own turn
            gone.add(index)
        elif carrier is not None and (carrier.type, trigger.type) in GIVES_WAY:
            gone.add(verb.i)
            out[index] = replace(trigger, support=verb)
        elif (
            lemma(verb) in lexicon.occur | SET
            or gets_going(verb)
            or is_standing(verb)
            or trigger.token.dep_ == "obl"
            or calls(verb, trigger.token)
        ):
            out[index] = replace(trigger, support=verb)
    return [out[index] for index in sorted(out) if index not in gone]


def is_begun(trigger: Trigger) -> bool:
    """True for a war, which is told only where it begins or ends."""
    war = trigger.pattern is not None and trigger.pattern.begun
    return war and trigger.type == "attack"


def was_held(talks: Trigger, carrier: Trigger) -> bool:
    """True for talks that a verb ends without a deal: they are an event themselves.

    "Two days of talks in Oslo ended without a deal"; a bare "the talks" is told
    elsewhere in the article, and what was called off was not held.
    """
    if talks.type not in {"talks", "meeting"} or carrier.type != "impasse":
        return False
    if lemma(carrier.token) not in HELD or carrier.token.pos_ != "VERB":
        return False
    noun = talks.token
    top = portion_of(noun, event_lexicon())
    return (
        len(list(noun.lefts)) > 1
        or top.i != noun.i
        or bool(children(noun, "acl", "acl:relcl"))
        or any(
            case in {"in", "at", "with", "between", "under"}
            for case, _ in noun_phrases(noun)
        )
    )


def not_after_all(carrier: Trigger, noun: Trigger) -> bool:
    """True for the talks that "almost collapsed": they went on."""
    return (
        carrier.type == "impasse"
        and noun.type in {"talks", "meeting"}
        and verb_mood(carrier.token).modality == "negated"
    )


def is_told_by_participle(noun: Trigger, found: dict[int, Trigger]) -> bool:
    """True for the deal in "a deal signed in Oslo", which the verb tells."""
    above = found.get(noun.token.head.i)
    if above is not None and above.label == "Calling off":
        return True
    if noun.type not in {"agreement", "proposal"}:
        return False
    told = [
        found[verb.i].type for verb in children(noun.token, "acl") if verb.i in found
    ]
    return any(kind == noun.type or (kind, noun.type) in TAKES_IN for kind in told)


def in_force(found: dict[int, Trigger]) -> dict[int, Trigger]:
    """Tell "the truce, since it came into force" as the truce's own beginning."""
    out = dict(found)
    for index in sorted(found):
        trigger = found[index]
        if trigger.label != "Entry into force" or trigger.token.pos_ != "VERB":
            continue
        subject = children(trigger.token, "nsubj")
        if not subject or subject[0].lower_ not in {"it", "which", "that"}:
            continue
        before = [
            other
            for other in found.values()
            if other.type == "ceasefire"
            and other.token.pos_ != "VERB"
            and trigger.token.sent.start <= other.token.i < index
        ]
        if before:
            truce = max(before, key=lambda other: other.token.i)
            out[truce.token.i] = replace(truce, support=trigger.token)
            out.pop(index)
    return out


def support_of(
    noun: Token, lexicon: EventLexicon, found: dict[int, Trigger]
) -> Token | None:
    """Return the verb that lets an event noun happen, or that acts on it."""
    top = portion_of(noun, lexicon)
    if top.dep_ == "conj" and top.head.dep_ in {"obj", "nsubj", "nsubj:pass"}:
        top = top.head
    above = found.get(top.head.i)
    if (
        above is not None
        and above.label == "Entry into force"
        and (top.dep_ in {"nsubj", "nsubj:pass"})
    ):
        return top.head
    for verb in [
        *children(noun, "acl:relcl", "acl"),
        *(children(top, "acl:relcl", "acl") if top.i != noun.i else []),
    ]:
        if lemma(verb) in lexicon.occur and relative_head(verb) is not None:
            return verb
    verb = top.head
    if top.dep_ in {"nsubj", "nsubj:outer"} and is_standing(verb):
        return verb
    opens = lemma(verb) == "open" and any(c.lower_ == "to" for c in verb.children)
    if verb.i == top.i or not (verb.pos_ in {"VERB", "AUX"} or opens):
        return None
    if top.dep_ == "obl" and case_of(top) in {"in", "during"}:
        kinds = {child.lower_ for child in children(noun, "compound", "amod")}
        private = lemma(noun) in {"conversation", "interview"} or kinds & {
            "phone",
            "telephone",
        }
        return verb if private else None
    if top.dep_ == "obl" and top.i in {found.i for found in grammatical_subjects(verb)}:
        return verb if lemma(verb) in lexicon.occur or verb.i in found else None
    if top.dep_ == "obl" and is_passive(verb) and case_of(top) == "by":
        return verb if verb.i in found else None
    object_like = top.dep_ == "obl:unmarked" and not children(verb, "obj")
    if calls(verb, top):
        return verb
    subject_like = top.dep_ in {"nsubj", "nsubj:pass", "nsubj:outer"}
    if not (subject_like or top.dep_ in {"obj", "xcomp"} or object_like):
        return None
    if lemma(verb) in SET:
        inner = [c for c in children(verb, "xcomp") if lemma(c) in lexicon.occur]
        if inner:
            return inner[0]
        if subject_like and is_passive(verb):
            return verb
    occurs = lemma(verb) in lexicon.occur or gets_going(verb)
    return verb if occurs or verb.i in found else None


def is_standing(predicate: Token) -> bool:
    """True for "has been in place since March", "is under way": it goes on."""
    if predicate.lower_ == "underway":
        return bool(children(predicate, "cop"))
    cases = {c.lower_ for c in children(predicate, "case")}
    return bool(cases & STANDING.get(predicate.lower_, frozenset()))


def gets_going(verb: Token) -> bool:
    """True for "talks got under way" and "protests broke out"."""
    near = {c.lower_ for c in verb.children}
    if near & OCCURRING.get(lemma(verb), frozenset()):
        return True
    return lemma(verb) == "get" and bool(near & {"way", "underway", "started", "off"})


def calls(verb: Token, noun: Token) -> bool:
    """True for "called an election", not for "called the vote a scandal"."""
    return (
        lemma(verb) == "call"
        and noun.dep_ == "obj"
        and not is_definite(noun)
        and len(children(verb, "obj", "xcomp", "compound:prt")) == 1
        and not any(child.lower_ in {"which", "what"} for child in verb.children)
    )
