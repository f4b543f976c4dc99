"""Nouns that their own words tell as one known event: "the Zenda bombing"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, noun_phrases
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_merging import Draft

#: Attacks by force, whatever stands with them.
BLOWS: Final = frozenset(
    {"invasion", "incursion", "offensive", "counteroffensive", "airstrike", "raid"}
    | {"bombing", "bombardment", "shelling", "massacre", "ambush", "blast", "clash"}
    | {"explosion", "siege", "shooting", "shootout", "hijacking", "kidnapping"}
)
#: Words that tell an attack by force from one in words.
FORCE: Final = event_lexicon().blows | (
    {"bomb", "terrorist", "terror", "rebel", "guerrilla", "suicide", "sniper", "armed"}
    | {"mortar", "grenade", "gas", "chemical", "cross-border", "deadly", "gun", "knife"}
)


def is_known_blow(draft: Draft) -> bool:
    """True for an attack by force that its own words tell from others.

    "Ruritania's invasion", "the Zenda bombing": somebody's, or somewhere's.
    """
    noun = draft.trigger.token
    if draft.type != "attack" or draft.modality != "actual" or noun.pos_ != "NOUN":
        return False
    words = {c.lower_ for c in children(noun, "amod", "compound")}
    return (lemma(noun) in BLOWS or bool(words & FORCE)) and is_somebodys(noun)


#: What authorities and courts do that lasts, or is known by who did it.
INQUIRIES: Final = frozenset({"investigation", "inquiry", "probe", "ruling", "manhunt"})


def is_known_inquiry(noun: Token) -> bool:
    """True for "the Zenda court's ruling", told by whose it is."""
    return noun.pos_ == "NOUN" and lemma(noun) in INQUIRIES and is_somebodys(noun)


def is_known_letter(draft: Draft) -> bool:
    """True for a letter to somebody: "the premier wrote to the Fund's chief"."""
    verb = draft.trigger.token
    if draft.modality != "actual" or draft.trigger.label != "Letter":
        return False
    known = {part.id for part in draft.parts if part.id is not None}
    return verb.pos_ == "VERB" and len(known) > 1


def is_somebodys(noun: Token) -> bool:
    """True for a definite noun with a name: "the Zenda raid", "the raid on Zenda"."""
    owned = [
        c
        for c in children(noun, "nmod:poss")
        if c.tag_ == "PRP$" or children(c, "case")
    ]
    pointed = {c.lower_ for c in children(noun, "det")} & {
        "the",
        "this",
        "that",
        "both",
    }
    whose = [*children(noun, "amod", "compound"), *owned]
    whose += [n for case, n in noun_phrases(noun) if case in {"of", "on", "in"}]
    return bool(owned or pointed) and any(is_name(found) for found in whose)


def is_name(word: Token) -> bool:
    """True for a name, or an adjective of one ("Ruritanian")."""
    inner = (word, *children(word, "compound", "flat", "amod", "nmod"))
    return any(t.pos_ == "PROPN" or (t.is_title and not t.is_sent_start) for t in inner)
