"""Which clause's day is an event's day, where it is not the event's own clause."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, clause_of, obliques
from extract.event_days import Placed, When, days, past, perfect
from extract.event_lexicon import event_lexicon
from extract.event_triggers import portion_of
from extract.inflections import lemma
from extract.modality import is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Words that put two clauses in one time.
TOGETHER: Final = frozenset({"as", "while", "when"})
#: Verbs by which people come together for an occasion.
GATHERING: Final = frozenset(
    {"sit", "meet", "gather", "arrive", "return", "assemble", "convene", "come", "fly"}
)
#: What people are on while they do something else.
TRIPS: Final = frozenset({"visit", "trip", "tour", "mission"})
#: Verbs by which what was planned for a day is not done.
CALLED_OFF: Final = frozenset({"call", "cancel", "suspend", "abandon", "postpone"})


def timely(verb: Token, clause: Token, placed: Placed) -> bool:
    """True where "said on Monday as he opened the talks" gives the opening its day.

    And the signing in "met in Oslo on Monday, where they signed the pact".

    Args:
        verb: the predicate of the event.
        clause: the predicate that the date stands under.
        placed: the date.
    """
    if at_the_same(verb, clause):
        return True
    if verb.dep_ != "advcl":
        return False
    marks = [child.i for child in verb.children if child.lower_ in TOGETHER]
    if not marks:
        return False
    return clause.i == verb.head.i or 0 <= min(marks) - placed.last < 2


def where_it_was(verb: Token) -> Token | None:
    """Return the place that a clause is about: "met in Oslo, where they signed"."""
    if verb.dep_ != "acl:relcl" or verb.head.i > verb.i:
        return None
    where = any(child.lower_ == "where" for child in children(verb, "advmod"))
    return verb.head if where else None


def at_the_same(verb: Token, clause: Token) -> bool:
    """True for what was done where the main clause says that something was."""
    place = where_it_was(verb)
    if place is None or not (past(verb) and past(clause)):
        return False
    return place.dep_ == "obl" and place.head.i == clause.i


def said_to_be(token: Token, placed: list[Placed]) -> When | None:
    """Return the day that an event is said to be: "the deadline is Friday"."""
    if token.dep_ not in {"nsubj", "nsubj:outer"}:
        return None
    for found in placed:
        if found.first <= token.head.i < found.last:
            return days(found.time, "said to be")
    return None


def explaining(verb: Token, placed: list[Placed]) -> When | None:
    """Return the time that a "when" clause explains: "since 2014, when it voted"."""
    if verb.dep_ in {"ccomp", "conj"} and verb.head.i < verb.i:
        return explaining(verb.head, placed)
    if verb.pos_ == "NOUN" and not is_definite(verb):
        clause = clause_of(verb)  # "in 2019, when guards took part in a stoppage"
        near = verb.dep_ in {"obl", "obj"} and clause is not None
        if not near or clause is None or clause.i != verb.head.i or not past(clause):
            return None
        return explaining(clause, placed)
    for child in verb.children:
        if child.lower_ != "when" or child.i > verb.i:
            continue
        aside = child.i and child.nbor(-1).text in {",", "_", "-", "--", "–", "—"}
        first = child.i - 1 if aside else child.i
        for found in placed:
            if found.last == first and found.head.sent.start == verb.sent.start:
                return days(found.time, "the time that the clause explains")
    return None


def opened_by(verb: Token, words: set[str]) -> bool:
    """True where a clause opens with one of some conjunctions.

    A tree may hang the word on the clause's first noun, as its preposition.
    """
    if any(child.lower_ in words and child.i < verb.i for child in verb.children):
        return True
    first = verb.left_edge
    return first.lower_ in words and first.i < verb.i


#: Verbs by which what was set for a day does not happen on it.
UNDONE: Final = frozenset(
    {"avert", "forestall", "postpone", "defer", "shelve", "cancel", "preempt", "delay"}
)


def called_off(noun: Token) -> bool:
    """True for a strike, a vote or an attack that was called off before it began.

    What is "put off" or "postponed" did not happen when it had been set for.
    """
    verb = noun.head
    if noun.pos_ not in {"NOUN", "PROPN"} or verb.pos_ != "VERB":
        return False
    if noun.dep_ not in {"obj", "nsubj:pass", "obl", "xcomp"}:
        return False
    off = case_of(noun) == "off" or (
        not case_of(noun) and any(child.lower_ == "off" for child in verb.children)
    )
    if any(
        child.lower_ in {"could", "may", "might", "would"} for child in verb.children
    ):
        return False
    word = lemma(verb)
    return word in UNDONE or (off and word in {"call", "head", "ward", "put"})


def is_of_the_plan(verb: Token, placed: Placed) -> bool:
    """True for a day of what is put off: "on Monday postponed a strike for Friday"."""
    off = any(child.lower_ == "off" for child in verb.children)
    put = lemma(verb) in UNDONE | CALLED_OFF - {"call"} or (
        off and lemma(verb) == "call"
    )
    return (
        put
        and placed.first > verb.i
        and case_of(placed.head) in {"for", "from", "to", "until", "till"}
    )


def right_after(verb: Token, placed: Placed) -> bool:
    """True for a day right behind its verb: "agreed on Monday that it would open"."""
    gap = verb.doc[verb.i + 1 : placed.first]
    return 0 <= placed.first - verb.i - 1 < 3 and all(
        token.pos_ in {"ADP", "ADV", "DET"} or token.dep_ == "compound:prt"
        for token in gap
    )


def under_object(verb: Token, clause: Token) -> bool:
    """True for a day at the end of "called off plans to meet on Friday"."""
    return (
        clause.dep_ == "acl"
        and clause.tag_ == "VB"
        and clause.head.dep_ == "obj"
        and clause.head.head.i == verb.i
        and past(verb)
        and lemma(verb) in CALLED_OFF
    )


def holding(noun: Token) -> list[Token]:
    """Return the past verb in whose course an occasion stands, or which it lasts.

    "Tabled the offer during talks on Monday", "a stoppage that has shut the port
    since Monday".
    """
    top = portion_of(noun, event_lexicon())
    verb = top.head
    told = top.dep_ == "obl" and case_of(top) in {"at", "during", "in", "with"}
    told = told or (
        top.dep_ == "obl" and case_of(top) == "for" and lemma(verb) in GATHERING
    )
    if told and verb.pos_ == "VERB" and past(verb) and not is_definite(top):
        return [verb]
    if top.dep_ == "obl" and case_of(top) == "for" and was_at(verb):
        return [] if is_definite(top) else [verb]
    away = top.dep_ in {"obl", "nmod"} and case_of(top) == "on"
    if away and lemma(top) in TRIPS and not is_definite(top):
        clause = clause_of(top)  # "paid tribute on Monday on a visit to Oslo"
        return [clause] if clause is not None and past(clause) else []
    new = any(child.lower_ in {"a", "an"} for child in top.children)
    if top.dep_ == "nsubj" and new and verb.pos_ == "VERB" and past(verb):
        return [verb]
    lasting = [
        child
        for child in children(noun, "acl:relcl")
        if perfect(child) and not children(child, "nsubj:pass")
    ]
    if top.dep_ == "nsubj" and verb.pos_ == "VERB" and perfect(verb):
        lasting.append(verb)
    return [
        child
        for child in lasting
        if any(case == "since" for case, _ in obliques(child))
    ]


def was_at(place: Token) -> bool:
    """True for the place of "he was in Oslo on Monday for talks"."""
    was = any(c.lower_ in {"was", "were"} for c in children(place, "cop"))
    return was and place.pos_ == "PROPN" and case_of(place) in {"in", "at"}


def its_own(noun: Token, placed: Placed) -> bool:
    """True for a day behind a definite noun that no verb can claim.

    "The talks in Oslo on Monday produced nothing", "the next round on Monday".
    """
    top = portion_of(noun, event_lexicon())
    if {child.lower_ for child in children(top, "amod")} & {"next", "coming"}:
        return True
    subject = top.dep_ in {"nsubj", "nsubj:pass"} and placed.last <= top.head.i
    return subject and top.head.pos_ in {"VERB", "AUX"} and top.i < placed.first


def goes_on(placed: Placed, token: Token, end: int) -> bool:
    """True where the last sentence before a paragraph is at a day, and at its names.

    Args:
        placed: the date.
        token: the event's word, in the first sentence of its paragraph.
        end: one past the last token of the paragraph before.
    """
    sent, before = token.sent, placed.head.sent
    if before.end < end - 1 or sent.start > end + 2:
        return False
    day = {found.i for found in token.doc[placed.first : placed.last]}
    names = {t.text for t in before if t.pos_ == "PROPN" and t.i not in day}
    return len(names & {t.text for t in sent if t.pos_ == "PROPN"}) > 1
