"""Readiness that is told and no deed yet: "is willing to accept a truce".

Somebody who is ready to talk, or agrees to the mere possibility of a deal, has said
something and agreed to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import agents, children, obliques
from extract.event_triggers import Trigger, lemmas_of
from extract.event_verbs import only_possible
from extract.inflections import lemma
from extract.modality import is_negated, verb_mood

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_lexicon import EventLexicon

#: Adjectives of somebody who would do a thing.
DISPOSED: Final = frozenset({"willing", "ready", "prepared"})
#: What is done at a table.
DEEDS: Final = frozenset(
    {"accept", "agree", "negotiate", "talk", "compromise", "sign", "discuss", "meet"}
    | {"join", "resume", "withdraw", "release", "recognize", "recognise", "consider"}
    | {"concede", "restart", "return", "hold", "bid", "sell", "reopen", "lift"}
)


def readiness(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return the news that a side would do something, ``None`` for none."""
    if token.pos_ == "VERB" and lemma(token) == "agree":
        told = only_possible(token) and not is_negated(token)
        return Trigger(token, "statement", "Readiness") if told else None
    if token.lower_ not in DISPOSED or not children(token, "cop"):
        return None
    mood = verb_mood(token)
    if is_negated(token) or (mood.modality != "actual" and mood.reason != "only if"):
        return None
    who = [*agents(token), *children(token, "expl")]
    if not any(cast.strictly(noun) or noun.pos_ == "PRON" for noun in who):
        return None
    for deed in children(token, "xcomp", "advcl", "ccomp"):
        near = [noun for _, noun in obliques(deed)]
        near += children(deed, "obj")
        wanted = lexicon.words["accord"] | lexicon.words["table"] | {"withdrawal"}
        if lemma(deed) in DEEDS and (
            lemma(deed) in {"negotiate", "talk", "compromise", "withdraw", "bid"}
            or lemmas_of(near, cast) & wanted
        ):
            return Trigger(token, "statement", "Readiness")
    return None
