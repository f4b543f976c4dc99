"""Elections: whose they are, not who is told of in the same breath."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import agents, children, noun_phrases
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_merging import Draft

#: Verbs that say what somebody did with an election.
HOLDING: Final = frozenset(
    {"hold", "call", "organize", "organise", "schedule", "postpone", "stage", "win"}
    | {"lose", "boycott", "contest", "cancel", "delay", "sweep", "announce"}
    | {"fight", "conduct", "set", "plan", "rig", "steal", "annul", "carry", "face"}
)
#: Kinds of elections.
KINDS: Final = frozenset(
    {"presidential", "parliamentary", "general", "legislative", "local", "municipal"}
    | {"regional", "mid-term", "midterm", "snap", "early", "special", "federal"}
    | {"provincial", "state", "national", "european", "congressional", "gubernatorial"}
    | {"mayoral", "primary", "leadership", "senate", "council", "assembly"}
)


def at_polls(draft: Draft, cast: Cast) -> None:
    """Call an election by its name, and keep those whose election it is.

    "The chairman, who served during the 2004 election, agreed": it was not his.
    """
    noun = draft.trigger.token
    if draft.type != "vote" or lemma(noun) != "election" or noun.pos_ == "VERB":
        return
    kinds = [c.lower_ for c in children(noun, "amod", "compound") if c.lower_ in KINDS]
    verb = draft.trigger.support or noun.head
    name = " ".join([*kinds[-1:], "election", *(["called"] if calls(verb) else [])])
    draft.trigger = replace(draft.trigger, label=name[0].upper() + name[1:])
    if lemma(verb) in HOLDING or is_of_somebody(noun):
        return
    near = [token for child in noun.lefts for token in child.subtree]
    near += [found for case, found in noun_phrases(noun) if case in {"of", "in"}]
    own = {part.id for token in near for part in cast.strictly(token)}
    draft.parts = tuple(part for part in draft.parts if part.id in own)


def calls(verb: Token) -> bool:
    """True for who "calls an early election"."""
    return lemma(verb) in {"call", "announce", "schedule"} and bool(agents(verb))


def is_of_somebody(noun: Token) -> bool:
    """True for the election of somebody: "Strasz's election to parliament"."""
    owners = children(noun, "nmod:poss")
    return any(owner.ent_type_ == "PERSON" for owner in owners)


def is_told_of(draft: Draft) -> bool:
    """True for an election with a day, a place, a deed or somebody who was elected.

    "In an election where taxes count" tells of none.
    """
    noun = draft.trigger.token
    if lemma(noun) != "election" or noun.pos_ == "VERB":
        return True
    known = draft.when.begin or draft.places or draft.trigger.support is not None
    return bool(known) or is_of_somebody(noun) or lemma(noun.head) in HOLDING
