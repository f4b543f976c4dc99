"""How what a trigger tells stands to the world: done, planned, supposed or denied."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, clause_of
from extract.event_ceasefire import is_aimed_at
from extract.event_clauses import called_off
from extract.event_triggers import SET
from extract.event_turns import conditional, only_feared
from extract.inflections import lemma
from extract.modality import Mood, mood_of, noun_mood, noun_words_mood, verb_mood

if TYPE_CHECKING:
    from extract.event_triggers import Trigger


#: Types that somebody brings others to.
MEETINGS: Final = frozenset({"talks", "meeting"})
#: Verbs by which somebody does so: "coaxed them to sit down on Friday".
BRINGING: Final = frozenset({"persuade", "convince", "coax", "get"})


def mood_in(trigger: Trigger) -> Mood:
    """Return how a trigger's event stands to the world."""
    if trigger.claim:
        told = trigger.token
        verb = told if told.pos_ in {"VERB", "AUX"} else clause_of(told)
        if verb is not None and (conditional(verb) or only_feared(told, verb)):
            return Mood("hypothetical", wished=True, reason="if")
        if trigger.type == "impasse" and told.pos_ == "VERB":
            mood = verb_mood(told)
            return Mood() if mood.reason in {"", "to"} else mood
        return Mood()
    token, support = trigger.token, trigger.support
    if trigger.type == "proposal" and trigger.pattern is None and support is None:
        own = noun_words_mood(token)  # a paper that is spoken of is there
        return own if own.modality == "negated" else Mood()
    ordered = support is not None and lemma(support) == "order"
    if trigger.type == "sanction" and support is not None and ordered:
        return verb_mood(support)
    if trigger.type == "ceasefire" and is_aimed_at(trigger):
        return Mood("hypothetical", wished=True, reason="aim")
    if trigger.type == "deadline":
        mood = noun_mood(token) if token.pos_ == "NOUN" else Mood()
        return mood if mood.modality == "negated" else Mood("planned")
    if called_off(token):
        return Mood("negated", reason=lemma(token.head))
    if support is not None and support.dep_ in {"acl", "acl:relcl"}:
        mood = verb_mood(support)
        due = mood.modality == "actual" and lemma(support) in SET
        return Mood("planned", reason=lemma(support)) if due else mood
    if trigger.type in MEETINGS and token.dep_ == "xcomp" and token.pos_ == "VERB":
        brought = lemma(token.head) in BRINGING and token.head.tag_ != "VBG"
        if brought and any(c.lower_ == "to" for c in children(token, "mark")):
            return Mood("planned", reason=lemma(token.head))
    if lemma(token) in {"expect", "await"}:
        return Mood("planned", reason=lemma(token))
    if token.dep_ == "nsubj:pass" and lemma(token.head) in SET:
        return Mood("planned", reason=lemma(token.head))
    planned = [lemma(verb) for verb in children(token, "acl") if lemma(verb) in SET]
    if planned:
        return Mood("planned", reason=planned[0])
    if token.dep_ in {"nmod", "obl"} and lemma(token.head) == "open":
        return verb_mood(token.head)
    return mood_of(token)
