"""Decisions whose votes are told: "approved it by 61 votes to 22" is a vote.

How many were for and how many against says that votes were cast, whichever verb
tells what was decided; the tally itself is no vote of its own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from spacy.tokens import Token

from extract.clauses import agents, is_passive, patients
from extract.inflections import lemma
from extract.phrases import clause_of

if TYPE_CHECKING:
    from extract.event_triggers import Trigger

_COUNT: Final = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty)"
)
#: How newspapers tell votes: "by 61 votes to 22", "by a vote of 5 to 4", "4-1".
_TALLY: Final = re.compile(
    rf"\b(?:by|in)\s+(?:an?\s+(?:[\w-]+\s+)?(?:vote|margin|majority|count|tally)\s+of\s+)?"
    rf"{_COUNT}(?:\s+votes)?(?:\s+to\s+|\s?[-\u2013]\s?(?:to\s?-\s?)?){_COUNT}\b"
    rf"|\b{_COUNT}\s+votes\s+to\s+{_COUNT}\b"
    r"|\s\d{1,3}\s?[-\u2013]\s?\d{1,3}(?=\s*(?:$|[,.;]|(?:on|after|in|with|late|early|to"
    r"|last|this|today|yesterday|mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\b))"
    r"|\bunanimous(?:ly)?\b(?=[^.;]*\bvote)|\bby\s+(?:a\s+)?show\s+of\s+hands\b",
    re.IGNORECASE,
)
#: Verbs by which a body decides.
_DECIDING: Final = frozenset(
    {"accept", "adopt", "agree", "approve", "back", "carry", "clear", "endorse"}
    | {"pass", "ratify", "support", "reject", "defeat", "oppose", "throw", "vote"}
    | {"turn", "refuse", "decide", "elect", "dismiss", "uphold", "confirm", "oust"}
)


def is_tally(noun: Token) -> bool:
    """True for the noun of "passed the bill by nine votes to four"."""
    if noun.lower_ not in {"votes", "vote"}:
        return False
    verb = clause_of(noun)
    if verb.i >= noun.i or lemma(verb) not in _DECIDING:
        return False
    return any(
        found.start() <= noun.idx - verb.idx < found.end()
        for found in _TALLY.finditer(rest_of(verb))
    )


def rest_of(verb: Token) -> str:
    """Return the words from a verb to the end of its clause."""
    end = verb.right_edge
    return str(verb.doc.text[verb.idx : end.idx + len(end.text)])


def told_by_count(trigger: Trigger) -> Trigger:
    """Return a decision as the vote that its tally tells, others as they are.

    That a side rejects what others offer stays a rejection: "threw out the offer by
    41 votes to 7". A motion that "was rejected by 61 votes to 21" was voted on.
    """
    verb = trigger.token
    if verb.pos_ != "VERB" or trigger.type not in {"agreement", "rejection"}:
        return trigger
    if lemma(verb) not in _DECIDING or _TALLY.search(rest_of(verb)) is None:
        return trigger
    by = [noun for noun in agents(verb) if noun.lower_ not in {"votes", "vote"}]
    if trigger.type == "rejection" and (by or not is_passive(verb)):
        return trigger
    if trigger.type == "agreement" and not (patients(verb) or is_passive(verb)):
        return trigger
    return replace(trigger, type="vote", label="Vote", claim=False)
