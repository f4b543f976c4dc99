"""Who speaks where the words of an event stand beside the saying.

"In a note sent on Tuesday, Chile said that", "in a speech, the premier said", "the
miners are ready to talk": the subject of the clause around takes part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import agents, clause_of, is_predicate, obliques
from extract.event_participants import people_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_cast import Cast, Part
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: What a reporter does to ask somebody, and sides do to talk.
ENCOUNTERS: Final = frozenset({"call", "meeting", "talks", "visit"})


def told_by(
    trigger: Trigger, cast: Cast, statement: Statement | None
) -> tuple[Part, ...]:
    """Return whose message or readiness it is, where its own clause does not say."""
    token = trigger.token
    if trigger.type != "statement":
        return ()
    if token.pos_ == "ADJ":
        who = agents(token)
        if not who and token.dep_ == "ccomp":  # "has said it is willing"
            who = agents(token.head)
        return tuple(people_of(who, cast, statement, loose=False))
    noun = token.head if token.dep_ == "acl" else token
    if noun.pos_ != "NOUN":
        return ()
    verb = saying(noun)
    if verb is None:
        return ()
    return tuple(people_of(agents(verb), cast, statement, loose=False))


def saying(noun: Token) -> Token | None:
    """Return the verb that is said "in a statement" or "in a letter"."""
    verb = noun.head if is_predicate(noun.head) else clause_of(noun)
    if verb is None:
        return None
    inside = any(case == "in" and found.i == noun.i for case, found in obliques(verb))
    return verb if inside else None


def is_interview(draft: Draft, doc: Doc) -> bool:
    """True for a meeting with the article's own paper: "the Post met her at home"."""
    article = doc._.article if doc.has_extension("article") else None
    if article is None or not article.publisher or draft.type not in ENCOUNTERS:
        return False
    own = bare_name(article.publisher)
    return any(bare_name(part.name) == own for part in draft.parts)


def bare_name(name: str) -> str:
    """Return a paper's name without its article, for comparison."""
    return name.casefold().removeprefix("the ").strip()
