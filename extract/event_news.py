"""The news that a dated report tells in the plain past, and days that are others'.

"He chaired an emergency session" in a report of Monday is of the day of its news,
unless the article has gone back to an older story before. Days of a term ("3 percent
next year"), of a reaction ("welcomed the deal on Monday") and of what came earlier
("three previous rounds") are not the event's.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, clause_of, grammatical_subjects
from extract.event_clauses import opened_by
from extract.event_days import WEEKDAY, is_ahead, main_clause, past, perfect, remote
from extract.event_lexicon import event_lexicon
from extract.event_own_days import beside_noun, is_attack, of_another
from extract.event_reported import OLD, news_of
from extract.event_times import is_deep, is_vaguely_told
from extract.event_triggers import portion_of
from extract.inflections import lemma
from extract.modality import is_definite

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_dates import Calendar
    from extract.event_days import Placed, When
    from extract.event_triggers import Trigger
    from extract.records import Statement

#: Acts that a report tells as what was done on the day it reports.
ACTS: Final = frozenset(
    {"meeting", "call", "visit", "walkout", "attack", "statement", "proposal"}
    | {"rejection", "pledge", "signing", "agreement", "sanction", "other", "talks"}
    | {"mobilization", "vote"}
)
#: Turns that have terms, with days of their own.
TERMS: Final = frozenset({"proposal", "pledge", "agreement", "rejection", "deviation"})
#: Verbs by which somebody only reacts to what is there.
REACTIONS: Final = frozenset(
    {"welcome", "praise", "hail", "criticize", "criticise", "condemn", "denounce"}
    | {"reject", "dismiss", "applaud", "defend", "discuss", "attack", "mark"}
)
#: What goes off in an attack.
WEAPONS: Final = frozenset({"bomb", "device", "missile", "rocket", "shell", "grenade"})
#: Verbs by which people are called to what is still to come.
CALLING: Final = frozenset({"call", "invite", "summon", "recall"})
#: Words of what came before.
EARLIER: Final = frozenset({"previous", "earlier", "prior", "past", "former"})
#: How old the story before a sentence may be for that to be news.
FRESH: Final = timedelta(days=4)


def plain_news(
    trigger: Trigger, statement: Statement | None, calendar: Calendar
) -> When | None:
    """Return the day of a report's news for an act told in the plain past."""
    published = calendar.published
    token = trigger.token
    verb = token if token.pos_ == "VERB" else trigger.support
    if published is None or verb is None or statement is not None:
        return None
    if trigger.type not in ACTS or not past(verb) or remote(verb):
        return None
    if verb.dep_ not in {"ROOT", "conj", "parataxis"} or is_earlier(token, verb):
        return None
    root = verb
    while root.dep_ == "conj" and root.head.i != root.i:
        root = root.head
    if root.dep_ not in {"ROOT", "parataxis"}:
        return None
    if any(child.lower_ in OLD for child in verb.children):
        return None
    if is_vaguely_told(token, verb, calendar) or is_deep(token, calendar):
        return None
    if token.pos_ != "VERB" and (trigger.type == "other" or is_definite(token)):
        return None  # "the strike cost millions" tells nothing of its day
    if attacked(trigger, verb) or of_another(token, verb):
        return None
    if any(opened_by(clause, {"when"}) for clause in children(verb, "advcl")):
        return None  # "the pact failed when its fund ran out": it says when itself
    if goes_back(verb, calendar) or (verb.tag_ != "VBD" and calendar.day_beside(verb)):
        return None
    return news_of(calendar)


def goes_back(verb: Token, calendar: Calendar) -> bool:
    """True where a sentence or one just before it tells an older story."""
    published = calendar.published
    block = calendar.block(verb)
    for placed in calendar.placed:
        same = placed.head.sent.start == verb.sent.start
        ahead = is_ahead(placed.time, published)
        if same and not beside_noun(placed) and not ahead:
            return True
        if not block[0] <= placed.first < verb.sent.start:
            continue
        begin, last = placed.time.begin, placed.time.last
        if begin is None or last is None or published is None:
            continue
        if published - last > FRESH and main_clause(placed.head):
            return True
    before = verb.doc[block[0] : verb.sent.start]
    return any(t.lower_ == "had" and t.dep_ == "aux" for t in before[-25:])


def attacked(trigger: Trigger, verb: Token) -> bool:
    """True for the toll of an attack that is told as known: "the blast killed 20"."""
    if trigger.type != "attack":
        return False
    return any(
        is_attack(noun) or (lemma(noun) in WEAPONS and is_definite(noun))
        for noun in grammatical_subjects(verb)
    )


def is_earlier(token: Token, verb: Token | None = None) -> bool:
    """True for "three previous rounds" and what is said of them."""
    nouns = [token] if token.pos_ not in {"VERB", "AUX"} else []
    if verb is not None:
        nouns += children(verb, "nsubj", "nsubj:pass")
    if nouns and token.pos_ not in {"VERB", "AUX"}:
        nouns.append(portion_of(token, event_lexicon()))
    return any(
        lemma(child) in EARLIER
        for noun in nouns
        for child in children(noun, "amod", "compound")
    )


def of_a_term(placed: Placed, trigger: Trigger) -> bool:
    """True for a day behind an amount: "offered 3 percent this year"."""
    token = trigger.token
    if trigger.type not in TERMS or not token.i < placed.first:
        return False
    begin, last = placed.time.begin, placed.time.last
    if begin is None or last is None or (last - begin).days < 27:
        return False
    near = token.doc[max(token.i + 1, placed.first - 5) : placed.first]
    return any(
        t.lower_ in {"%", "percent", "cent", "$", "€", "£"} or t.pos_ == "SYM"
        for t in near
    )


def of_a_reaction(placed: Placed, noun: Token) -> bool:
    """True for the day of "welcomed the agreement on Monday"."""
    verb = noun.head
    return (
        noun.dep_ == "obj"
        and lemma(verb) in REACTIONS
        and placed.first > noun.i
        and placed.head.dep_ in {"obl", "obl:unmarked", "nmod", "nmod:unmarked"}
        and case_of(placed.head) in {"on", ""}
        and clause_of(placed.head) is not None
        and past(verb)
    )


def comes(token: Token, support: Token | None) -> bool:
    """True for a present by which a day ahead is planned: "takes effect on Monday"."""
    verb = token if token.pos_ in {"VERB", "AUX"} else support
    if is_called_to(token) or is_behind_due(token):
        return True
    return verb is not None and verb.tag_ in {"VBZ", "VBP"} and not perfect(verb)


def is_behind_due(noun: Token) -> bool:
    """True for "the meeting, due to open on Monday", whatever a tree makes of it."""
    behind = noun.doc[noun.i + 1 : noun.i + 3]
    return noun.pos_ == "NOUN" and any(
        token.lower_ == "due" and token.sent.start == noun.sent.start
        for token in behind
    )


def is_called_to(noun: Token) -> bool:
    """True for talks that somebody has invited others to: they are still to come."""
    return (
        noun.dep_ == "obl"
        and case_of(noun) in {"to", "for"}
        and lemma(noun.head) in CALLING
        and bool(children(noun.head, "obj"))
    )


def in_name(token: Token, when: When) -> bool:
    """True for a noun that its own phrase puts in time: "next week's talks"."""
    own = token.pos_ in {"NOUN", "PROPN"} and when.basis.startswith(
        "in the same phrase"
    )
    return own and WEEKDAY.search(when.basis) is None
