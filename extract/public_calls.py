"""What parties call for in public: "called for a boycott", "asked the bank to open".

Told where it is the news of its article or has a day of its own.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import children, is_passive, obliques
from extract.deed_clauses import done_by, in_lead
from extract.deed_lexicon import deed_lemma
from extract.event_cast import Part
from extract.event_deed_labels import is_plural, named, phrase_of, present
from extract.event_participants import once
from extract.public_deed import Deed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_dates import Calendar
    from extract.event_merging import Draft
    from extract.event_triggers import Trigger

#: Verbs by which something is called for, with the prepositions of what it is.
CALLS: Final = {
    "call": frozenset({"for", "on", "upon"}), "ask": frozenset({"for"}),
    "appeal": frozenset({"for", "to"}), "press": frozenset({"for"}),
    "plead": frozenset({"for"}), "push": frozenset({"for"}),
}  # fmt: skip
#: Those of which the object is who is asked.
ASKING: Final = frozenset({"ask", "request", "petition"})
#: Words at most of what is called for.
LONGEST: Final = 8
#: Words at most from an office to the name of who holds it.
NEAR: Final = 5


def person_of(noun: Token, cast: Cast) -> list[Part]:
    """Return whom a noun names: of "the ambassador, Ann Ro" the ambassador herself."""
    below = {token.i for token in noun.subtree}
    for child in noun.doc[noun.i : noun.i + NEAR]:
        if child.pos_ != "PROPN" and child.i not in below:
            break
        known = [entity for entity in cast.all_at(child) if entity.kind == "person"]
        if known:
            return [Part(known[0].name, known[0].id, noun.idx, agent=True)]
    return [replace(part, agent=True) for part in cast.strictly(noun)]


def called_for(
    verb: Token,
    cast: Cast,
    calendar: Calendar,
    draft_of: Callable[[Trigger], Draft | None],
) -> Draft | None:
    """Return a call in "called for a boycott", "asked the bank to open its books"."""
    days = frozenset(i for p in calendar.placed for i in range(p.first, p.last))
    doers = done_by(verb, cast)
    parts = [part for who in doers for part in person_of(who, cast)]
    label = call_label(verb, doers, cast, days)
    if label is None or not any(part.id for part in parts):
        return None
    draft = draft_of(Deed(verb, "proposal", "Call", "REQUEST"))
    if draft is None or draft.modality != "actual":
        return None
    own = draft.when.basis.startswith("in the same")
    if not own and not in_lead(verb, calendar):
        return None
    draft.trigger = replace(draft.trigger, label=label)
    draft.parts = once((*parts, *draft.parts))
    draft.key = f"deed call {wanted(verb, days)}"
    return draft


def call_label(
    verb: Token, doers: Sequence[Token], cast: Cast, days: frozenset[int]
) -> str | None:
    """Return what a call is named: "Malta calls for naval patrol"."""
    phrase, who = wanted(verb, days), named(doers, cast, None, days)
    if not phrase or not who:
        return None
    told = present(deed_lemma(verb), plural=is_plural(doers, who, cast))
    return f"{who[:1].upper()}{who[1:]} {told} {phrase}"


def wanted(verb: Token, days: frozenset[int]) -> str:
    """Return what is called or asked for, "" where a verb asks for nothing."""
    word = deed_lemma(verb)
    cases = CALLS.get(word, frozenset())
    whom = [noun for noun in children(verb, "obj", "iobj") if noun.i > verb.i]
    goals = [(case, n) for case, n in obliques(verb) if case in cases and n.i > verb.i]
    if whom:  # "called him a friend"
        goals = [("", noun) for noun in whom] if word in ASKING else []
    if not goals:
        return ""
    case, noun = goals[0]
    if noun.pos_ == "PRON":  # "appealed for it" names nothing
        return ""
    text = phrase_of(noun, days)
    inner = infinitive_of(verb, noun)
    plain = [c for c in children(verb, "xcomp", "ccomp") if inner is None or c != inner]
    if not text or plain:
        return ""
    said = [case, text] if case else [text]
    if inner is not None and (case != "for" or is_passive(inner)):
        aux = [str(found.lower_) for found in children(inner, "aux:pass", "cop")]
        said += ["to", *aux, str(inner.lower_)]
        objects = children(inner, "obj")
        what = phrase_of(objects[0], days) if objects else ""
        if objects and not what:
            return ""
        said += [what] if what else []
    elif case != "for":
        return ""
    words = " ".join(said)
    return words if len(words.split()) <= LONGEST else ""


def infinitive_of(verb: Token, noun: Token) -> Token | None:
    """Return what somebody is asked to do: "asked the bank to open"."""
    below = [c for c in children(noun, "acl") if is_passive(c)]
    for clause in (*children(verb, "xcomp", "advcl", "ccomp"), *below):
        marked = any(mark.lower_ == "to" for mark in children(clause, "mark"))
        if clause.i > noun.i and marked:
            return clause
    return None
