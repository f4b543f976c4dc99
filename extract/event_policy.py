"""Which events say enough to be told: a wrong one costs more than a missing one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import children
from extract.event_known import is_known_blow, is_known_inquiry, is_known_letter
from extract.event_polls import is_told_of
from extract.event_senses import means_else
from extract.inflections import lemma
from extract.modality import verb_mood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Part
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger
    from extract.modality import Mood

#: Types that may be told as merely possible.
POSSIBLE: Final = frozenset(
    {"talks", "meeting", "call", "referendum", "vote", "signing", "walkout"}
)
#: Types that may be told as possible where a modal says so.
FORCEFUL: Final = frozenset({"attack", "sanction", "ceasefire", "agreement"})
#: Types whose bare nouns tell nothing without a day, a place, sides or a verb.
BARE: Final = frozenset(
    {"talks", "meeting", "ceasefire", "attack", "agreement", "visit"}
)

#: Verbs that tell of a war or an embargo when it began or ended.
BEGINNINGS: Final = frozenset(
    {"begin", "start", "launch", "end", "erupt", "declare", "break", "resume"}
    | {"lift", "impose"}
)
#: Types that say nothing without a day, a place or a side.
EMPTY: Final = frozenset({"other", "attack", "sanction", "mobilization", "vote"})


def may_be(type_: str, mood: Mood) -> bool:
    """True where a merely possible event of a type is worth telling."""
    if type_ in {"vote", "signing"}:
        return not mood.wished
    if type_ in FORCEFUL:
        return not mood.wished and mood.reason in {"may", "might", "could"}
    return type_ in POSSIBLE and mood.reason not in {"must", "should", "ought"}


def allowed(
    trigger: Trigger,
    named: bool,
    begin: str | None,
    parts: tuple[Part, ...],
    ordinal: int | None = None,
    places: tuple[Part, ...] = (),
    *,
    dated: bool = False,
) -> bool:
    """True where a trigger has what its lexicon row wants to stand.

    A war with a day in its own phrase ("the 2008 war") needs no beginning told.
    """
    pattern = trigger.pattern
    if means_else(trigger):
        return False
    if pattern is None:
        return True
    if trigger.type == "call" and lemma(trigger.token) == "tell" and len(parts) < 2:
        return False  # "told Reuters by telephone" is an interview
    told = (
        begin or parts or places or trigger.support is not None or ordinal is not None
    )
    described = trigger.type in TAKEN_UP and is_described(trigger.token)
    described = described or is_known_inquiry(trigger.token)
    if (pattern.weak and not ((named or described) and told)) or (
        pattern.dated and not begin
    ):
        return False
    if pattern.reached and not (reached(trigger, begin) or (described and parts)):
        return False
    war = pattern.type == "attack" or not (described and parts)
    if pattern.begun and not dated and war:
        support = trigger.support
        return (
            support is not None
            and lemma(support) in BEGINNINGS
            and verb_mood(support).modality in {"actual", "planned"}
        )
    return trigger.type not in {
        "proposal",
        "pledge",
        "rejection",
        "mobilization",
    } or bool(parts or begin)


#: What only an agreement that was reached does.
BROUGHT: Final = frozenset(
    {"end", "avert", "settle", "resolve", "cap", "halt", "follow", "forestall"}
    | {"come", "clear", "pave", "bring", "stop", "free", "emerge", "conclude"}
)
#: Types that a definite noun takes up without telling them: "the seven-day deal".
TAKEN_UP: Final = frozenset({"agreement", "sanction"})
#: Words with a definite noun that do not tell it from others of its sort.
PLAIN: Final = frozenset(
    {"new", "same", "other", "latest", "last", "next", "current", "entire", "whole"}
    | {"final", "actual", "proposed", "possible", "planned", "future", "eventual"}
    | {"so-called", "very", "only", "such", "good", "bad", "big", "own", "alleged"}
    | {"potential", "similar", "any", "first", "present"}
)


def is_described(noun: Token) -> bool:
    """True for a definite noun that its words tell from others: "the seven-day deal".

    It takes up an event that is told elsewhere.
    """
    if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ in {"compound", "appos"}:
        return False
    if not any(c.lower_ in {"the", "that", "this"} for c in children(noun, "det")):
        return False
    before = [
        c
        for c in children(noun, "amod", "compound", "nummod", "nmod:desc")
        if c.i < noun.i and c.lower_ not in PLAIN
    ]
    return bool(before)


def reached(trigger: Trigger, begin: str | None) -> bool:
    """True where an agreement is told as made: a year, "tentative", "was reached"."""
    token = trigger.token
    words = {child.lower_ for child in children(token, "amod", "compound", "nummod")}
    if words & {"tentative", "provisional", "interim", "preliminary"}:
        return True
    if any(re.fullmatch(r"(?:19|20)\d\d", found) for found in words):
        return True
    if trigger.support is not None:
        return True
    free = [c for c in children(token, "advcl") if c.tag_ == "VBN"]
    for verb in [*children(token, "acl", "acl:relcl"), *free]:
        if lemma(verb) in {
            "reach", "make", "strike", "sign", "broker", "conclude", "achieve", "agree",
            "negotiate", "announce", "hammer", "mediate", "seal", "clinch", "work",
        }:  # fmt: skip
            return True
    if token.dep_ == "nsubj" and lemma(token.head) in BROUGHT:
        return verb_mood(token.head).modality == "actual"
    return begin is not None


#: Words of a sort that are news whoever they are from.
SERVED: Final = frozenset({"Claim of responsibility", "Notice", "Letter"})


def own_day(draft: Draft) -> bool:
    """True where the words that tell an event give it a day."""
    return draft.when.basis.startswith("in the same")


def is_near(draft: Draft) -> bool:
    """True for a day or a month, and no year."""
    return len(draft.when.begin or "") > len("2000")


def is_empty(draft: Draft) -> bool:
    """True where an event has no day, place or side, and no name in its words."""
    if draft.when.begin or draft.parts or draft.places or draft.ordinal is not None:
        return False
    if draft.definite and draft.type in {"attack", "sanction"}:
        return False
    token = draft.trigger.token
    if token.pos_ == "NOUN" and any(t.pos_ == "PROPN" for t in token.subtree):
        return False
    words = " ".join(quoted.text for quoted in draft.mentions)
    return not re.search(r"[a-z,'’] [A-Z]", words) and not draft.headline


def is_only_named(draft: Draft) -> bool:
    """True for "its promises to the people": spoken of as old, and not told."""
    token = draft.trigger.token
    return (
        len(draft.mentions) == 1
        and token.pos_ == "NOUN"
        and draft.trigger.support is None
        and not own_day(draft)
        and any(child.dep_ == "nmod:poss" for child in token.children)
        and lemma(token) in {"promise", "pledge", "vow", "commitment", "undertaking"}
    )


def stands(draft: Draft) -> bool:
    """True where an event says enough to be told."""
    if draft.modality == "hypothetical":
        return bool(draft.when.begin or draft.parts or draft.places)
    pattern = draft.trigger.pattern
    if (
        pattern is not None
        and pattern.own_day
        and not (own_day(draft) and is_near(draft))
        and not is_known_letter(draft)
    ):
        return False
    exists = draft.definite and draft.modality == "actual"
    described = draft.type in TAKEN_UP and is_described(draft.trigger.token)
    told = draft.named or (described and bool(draft.parts)) or is_known_blow(draft)
    if draft.type in BARE and not told and draft.type != "ceasefire":
        return False
    if draft.type in EMPTY and is_empty(draft):
        return False
    if draft.type == "pledge" and is_only_named(draft):
        return False
    if draft.type in {"meeting", "call", "visit"}:
        return bool(draft.parts or draft.when.begin or draft.places)
    if draft.type in {"proposal", "rejection"} and own_day(draft):
        return True
    if draft.trigger.label in SERVED and own_day(draft):
        return True
    if draft.type in {"statement", "pledge", "rejection", "deviation", "proposal"}:
        return bool(draft.parts)
    if draft.type == "vote" and not is_told_of(draft):
        return False
    if draft.type in {"agreement", "vote"}:
        return bool(draft.parts or draft.when.begin or draft.places)
    if draft.type == "deadline":
        return draft.when.begin is not None
    if draft.type == "ceasefire":
        return bool(draft.when.begin or draft.trigger.support is not None or exists)
    return True
