"""Whether a truce that an article speaks of was ever in force."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children
from extract.inflections import lemma
from extract.modality import is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_triggers import Trigger

#: Prepositions before a truce that is only aimed at: "closer to a truce".
AIMS: Final = frozenset(
    {"to", "on", "for", "about", "toward", "towards", "into", "of", "over", "without"}
)
#: Nouns and adjectives before "of" that leave a truce as it is.
HELD: Final = frozenset(
    {"day", "hour", "week", "start", "beginning", "end", "violation", "breach"}
    | {"announcement", "declaration", "collapse", "expiry", "extension", "anniversary"}
)


def is_aimed_at(trigger: Trigger) -> bool:
    """True for a truce that somebody talks about, plans or wants, and nobody has.

    "Closer to a truce today", "working on a temporary truce": indefinite, and no
    verb says that it was called, agreed or held.
    """
    noun = trigger.token
    if noun.pos_ in {"VERB", "AUX"} or trigger.support is not None:
        return False
    told = children(noun, "acl", "acl:relcl")
    if any(lemma(verb) in {"intend", "aim", "mean", "design"} for verb in told):
        return True
    if is_definite(noun) or told:
        return is_wished_end(noun)
    case = case_of(noun)
    first = noun.left_edge.i
    if not case and first > noun.sent.start and noun.doc[first - 1].pos_ == "ADP":
        case = noun.doc[first - 1].lower_
    if noun.dep_ in {"nmod", "obl"} and case in AIMS:
        return not (case == "of" and lemma(noun.head) in HELD)
    return False


def is_wished_end(noun: Token) -> bool:
    """True for "an end to the fighting" that somebody asks for or works at."""
    return lemma(noun) == "end" and noun.dep_ in {"obj", "obl"}
