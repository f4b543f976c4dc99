"""Verbs that tell an event, where they have around them what that needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    conjuncts,
    grammatical_subjects,
    is_passive,
    is_relative,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_cast import Cast
from extract.event_echoes import echoed
from extract.event_encounters import GUESTS, converses, meets, talks_over
from extract.event_lexicon import EventLexicon, Pattern
from extract.event_objects import acted_on, objects_of
from extract.event_places import goal_place
from extract.event_refusals import plausible_refusal
from extract.event_triggers import Trigger, is_of_workers, lemmas_of, matched
from extract.event_walkouts import walks_out
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

#: How people are killed whom nobody attacks.
MISHAPS: Final = frozenset(
    {"crash", "accident", "collision", "earthquake", "quake", "flood", "storm", "wreck"}
    | {"avalanche", "cyclone", "hurricane", "typhoon", "tornado", "landslide", "derail"}
    | {"mudslide", "lightning", "capsize", "stampede", "disease", "epidemic", "collide"}
    | {"famine", "drown", "overdose", "tsunami", "volcano", "virus"}
)
#: Prepositions of what is called for, and of whom is called on.
FOR: Final = frozenset({"for", "on", "upon"})
#: Verbs by which somebody is brought to mediate: the news is that he is.
ASKED: Final = frozenset(
    {"ask", "invite", "request", "persuade", "enlist", "appoint", "name", "call"}
    | {"designate", "engage", "commission", "urge"}
)
#: What never goes anywhere: "what went wrong in the capital".
NO_TRAVELLER: Final = frozenset(
    {"what", "something", "nothing", "everything", "anything"}
)
#: How things go, and nobody does.
FARED: Final = frozenset(
    {"wrong", "awry", "well", "badly", "smoothly", "nowhere", "missing", "bankrupt"}
    | {"unanswered", "unnoticed", "unheeded", "ahead", "viral", "public", "live"}
)
#: What sides agree to do that is an event of its own: "agreed to meet on Friday".
ENCOUNTERS: Final = frozenset({"meet", "talk", "negotiate", "speak", "confer"})


def verb_trigger(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return what an event verb tells, ``None`` where it lacks what it needs."""
    if token.pos_ != "VERB" or token.dep_ in {"amod", "compound", "case", "aux"}:
        return None
    if token.tag_ == "VBN" and token.dep_ == "acl" and modifies_next(token):
        return None
    if is_reason(token) or is_habit(token):
        return None
    word = lemma(token)
    fitting = [row for row in lexicon.verbs.get(word, ()) if fits(token, row, cast)]
    fitting.sort(key=lambda row: -matched(row))
    best = next(
        (row for row in fitting[:2] if plausible(token, row, cast, lexicon)), None
    )
    if best is None:
        return None
    if of_all(token, best.type):
        return None
    claim = best.type in {"impasse", "deviation"}
    return Trigger(token, best.type, best.label, best.plover, best, claim=claim)


def modifies_next(word: Token) -> bool:
    """True for a participle before its noun: "the renewed talks"."""
    after = word.i + 1
    while after < word.sent.end and word.doc[after].pos_ == "ADJ":
        after += 1
    return after < word.sent.end and (
        word.doc[after].pos_ == "NOUN" and not list(word.rights)
    )


def is_reason(verb: Token) -> bool:
    """True for "blamed them for blocking aid": told of somebody, and no news."""
    return (
        verb.tag_ == "VBG"
        and verb.dep_ in {"acl", "advcl"}
        and any(c.lower_ == "for" for c in children(verb, "mark", "case"))
    )


def of_all(verb: Token, kind: str) -> bool:
    """True for "where all previous efforts failed": a rule, and no single event.

    That "all sides agreed" tells of one.
    """
    rules = {"every", "any", "most"}
    rules |= {"all", "many", "other"} if kind == "impasse" else set()
    return any(
        child.lower_ in rules for noun in subjects(verb) for child in noun.children
    )


def is_habit(verb: Token) -> bool:
    """True for "march each July" and "meet every week": no single event."""
    return verb.tag_ in {"VBP", "VBZ"} and any(
        grand.lower_ in {"each", "every"}
        for child in verb.children
        if child.dep_.startswith("obl")
        for grand in child.children
    )


def fits(verb: Token, pattern: Pattern, cast: Cast) -> bool:
    """True where a verb has around it what a lexicon row wants."""
    if pattern.particle:
        particles = {
            child.lower_
            for child in verb.children
            if child.dep_ in {"compound:prt", "advmod", "case", "obl", "xcomp"}
        }
        particles |= {
            grand.lower_
            for child in verb.children
            if child.dep_ in {"obl", "obj"}
            for grand in children(child, "case", "advmod")
        }
        if not particles & pattern.particle:
            return False
    if pattern.object and not objects_of(verb, cast) & pattern.object:
        return False
    doing = pattern.type == "attack" and is_passive(verb)  # not who was killed
    told = agents(verb) if doing else subjects(verb)
    if pattern.subject and not lemmas_of(told, cast) & pattern.subject:
        spoken_of = {"talk", "talks", "conference"} & pattern.subject
        if not (spoken_of and echoed(told, pattern.subject)):
            return False
    phrases = list(obliques(verb))
    if pattern.oblique_case:
        cases = {case for case, _ in phrases} | {
            word.lower_
            for child in verb.children
            for word in child.children
            if word.dep_ in {"case", "mark"}
        }
        if pattern.object:  # "claimed responsibility for the raid"
            behind = (noun_phrases(noun) for noun in patients(verb))
            cases |= {case for phrases_ in behind for case, _ in phrases_}
        if not cases & pattern.oblique_case:
            return False
    if pattern.oblique and not oblique_words(verb, pattern, cast) & pattern.oblique:
        return False
    if pattern.to_place and not goal_place(verb, cast):
        return False
    return not any(case in pattern.not_oblique for case, _ in phrases)


def subjects(verb: Token) -> list[Token]:
    """Return what a verb is said of: its subjects, or a passive's.

    Where a tree gives it a second subject behind it, the one before it counts.
    """
    if is_passive(verb):
        return patients(verb)
    before = [child for child in children(verb, "nsubj") if child.i < verb.i]
    known = grammatical_subjects(verb)
    if before and known and known[0].i > verb.i and not is_relative(before[-1]):
        return conjuncts(before[-1])
    return known


def oblique_words(verb: Token, pattern: Pattern, cast: Cast) -> set[str]:
    """Return the words in a verb's prepositional phrases and free clauses."""
    near = [
        noun
        for case, noun in obliques(verb)
        if not pattern.oblique_case or case in pattern.oblique_case
    ]
    if pattern.type == "deviation":  # "differs on three points from the memorandum"
        near += [
            inner
            for noun in near.copy()
            for case, inner in noun_phrases(noun)
            if case == "from"
        ]
    clauses = [
        child
        for child in children(verb, "ccomp", "advcl")
        if any(found.lower_ == "what" for found in child.subtree)
    ]
    words = lemmas_of(near, cast) | {"what" for _ in clauses}
    return words | {
        found.lower_ for noun in near for found in children(noun, "compound")
    }


def plausible(verb: Token, pattern: Pattern, cast: Cast, lexicon: EventLexicon) -> bool:
    """Rule out what a verb's company shows to be something else."""
    word = lemma(verb)
    objects = lemmas_of(acted_on(verb), cast)
    if objects & lexicon.small and pattern.type in {"proposal", "rejection"}:
        return False
    if word == "back" and not pattern.particle and backs_off(verb):
        return False
    if pattern.type == "rejection":
        if "down" in pattern.particle:  # "turned the bidder down", not "the volume"
            return bool(pattern.object) or any(map(cast.at, patients(verb)))
        return plausible_refusal(verb, word, objects, lexicon)
    if word == "agree":
        return plausible_agreement(verb)
    if pattern.type == "attack" and any(map(is_of_workers, patients(verb))):
        return False
    if pattern.label == "Killing" and pattern.own_day:
        words = {lemma(token) for token in verb.sent}
        return not words & MISHAPS and (is_passive(verb) or bool(patients(verb)))
    if pattern.label == "Appeal":
        return bool(patients(verb)) and bool(children(verb, "xcomp", "ccomp", "advcl"))
    if pattern.label in {"Call", "Order"}:
        return asks(verb, cast, lexicon)
    if word == "threaten" and pattern.type == "statement":
        return menaces(verb, cast)
    if word == "vote" and any(
        noun.lower_ == "i" for noun in grammatical_subjects(verb)
    ):
        return False
    if word == "walk" and pattern.label in {"Strike", "Walkout"}:
        return walks_out(verb, pattern)
    if pattern.type == "visit" and not travels(verb, cast, lexicon):
        return False
    if word == "occupy" and verb.tag_ in {"VBP", "VBZ"}:
        return False
    if pattern.type == "deadline" and word in {"have", "give", "allow", "grant"}:
        return given_until(verb)
    if word in {"mediate", "arbitrate"}:
        asked = verb.dep_ == "xcomp" and lemma(verb.head) in ASKED
        return verb.dep_ not in {"acl", "acl:relcl", "advcl"} and not asked
    if pattern.label == "Shutdown":
        return "strike" not in objects | lemmas_of(subjects(verb), cast) | {
            "strike" if lemma(noun) in {"stoppage", "walkout", "lockout"} else ""
            for noun in subjects(verb)
        }
    if word in {"assure", "reassure", "guarantee"} and not children(
        verb, "obj", "iobj"
    ):
        return any(case == "of" for case, _ in obliques(verb)) and bool(objects)
    if word in {"expect", "await"}:
        return is_passive(verb) and any(cast.strictly(noun) for noun in patients(verb))
    if pattern.type == "call" and pattern.sides:
        return converses(verb, cast)
    if word in {"discuss", "review"} and pattern.sides:
        return talks_over(verb, cast, lexicon)
    if pattern.sides:
        return not (verb.tag_ == "VBN" and verb.dep_ == "acl") and meets(verb, cast)
    if word in {"propose", "offer", "demand", "pledge", "promise", "vow", "sign"}:
        clauses = children(verb, "ccomp", "xcomp", "obl", "advcl")
        return bool(objects or clauses) or is_passive(verb)
    if pattern.type == "attack" and word in {"attack", "storm", "explode", "raid"}:
        return bool(objects) or (bool(agents(verb)) and word == "explode")
    if word == "commit":
        goal = any(case == "to" for case, _ in obliques(verb))
        return goal or bool(children(verb, "xcomp", "advcl"))
    if word in {"stall", "falter", "founder", "stagnate", "flounder"}:
        talks = lexicon.words["talks"] | lexicon.words["accord"]
        return bool(lemmas_of(subjects(verb), cast) & talks)
    return True


def backs_off(verb: Token) -> bool:
    """True for "backed off some of its demands": no backing."""
    near = {c.lower_ for c in children(verb, "compound:prt", "advmod")}
    near |= {case for case, _ in obliques(verb)}
    return bool(near & {"off", "away", "out", "down", "into"})


def asks(verb: Token, cast: Cast, lexicon: EventLexicon) -> bool:
    """True where somebody known calls for something or orders it, as news.

    "Called a lawyer" and "what the law calls for" are none.
    """
    goes_on = verb.dep_ == "xcomp" and lemma(verb.head) in {"continue", "begin"}
    if is_passive(verb) or (verb.tag_ in {"VB", "VBG"} and not goes_on):
        return False
    if lemma(verb) in {"order", "instruct", "direct", "command"}:
        return bool(patients(verb)) or bool(children(verb, "xcomp", "ccomp"))
    if patients(verb) or children(verb, "compound:prt", "iobj"):
        return False
    wanted = [
        noun
        for case, noun in obliques(verb)
        if noun.i > verb.i
        and (
            case in {"for", "on", "upon"} or (case == "to" and children(verb, "xcomp"))
        )
    ]
    subjects_ = agents(verb)
    known = any(
        cast.strictly(noun) or lemma(noun) in lexicon.actors for noun in subjects_
    )
    spoken = any(noun.pos_ == "PRON" for noun in subjects_)
    return bool(wanted) and (known or spoken)


def menaces(verb: Token, cast: Cast) -> bool:
    """True where somebody says what he will do, not where troops are a danger."""
    if children(verb, "xcomp", "ccomp") or is_passive(verb):
        return True
    if any(case in {"with", "over"} for case, _ in obliques(verb)):
        return True
    objects = patients(verb)
    return not objects or not all(cast.at(noun) for noun in objects)


def travels(verb: Token, cast: Cast, lexicon: EventLexicon) -> bool:
    """True where somebody goes to a place, and not goods: "exports go to Chile"."""
    if lemma(verb) in {"expect", "await", "send", "dispatch"}:
        return True
    who = agents(verb) or grammatical_subjects(verb)
    if {child.lower_ for child in verb.children} & (FARED | NO_TRAVELLER):
        return False
    if not who:
        return True
    return any(
        noun.pos_ in {"PROPN", "PRON", "NUM"}
        or bool(cast.who(noun))
        or lemma(noun) in lexicon.actors | GUESTS | lexicon.labour
        or lemma(noun) in lexicon.words["labour"] | {"delegation", "people", "family"}
        for noun in who
    )


def given_until(verb: Token) -> bool:
    """True for "has until Friday to reply": what is to be done by then."""
    tasks = [
        found
        for part in (verb, *(noun for _, noun in obliques(verb)), *patients(verb))
        for found in children(part, "xcomp", "advcl", "acl")
    ]
    return any(
        child.lower_ == "to" for task in tasks for child in children(task, "mark")
    )


def plausible_agreement(verb: Token) -> bool:
    """True where sides agree to do something, not where one shares a view."""
    if any(case in {"on", "to", "upon"} for case, _ in obliques(verb)):
        return not only_possible(verb)
    if any(lemma(inner) in ENCOUNTERS for inner in children(verb, "xcomp")):
        return False
    if children(verb, "xcomp", "obj") or is_passive(verb):
        return True
    for clause in children(verb, "ccomp"):
        words = {child.lower_ for child in clause.children}
        if words & {"should", "will", "would", "must", "to"} or clause.tag_ == "VB":
            return True
    return any(
        child.lower_ == "to"
        for clause in children(verb, "advcl")
        for child in clause.children
    )


def only_possible(verb: Token) -> bool:
    """True for "agreed to the possibility of a truce": no agreement yet."""
    return any(
        lemma(noun) in {"possibility", "idea", "prospect", "need", "importance"}
        for case, noun in obliques(verb)
        if case in {"on", "to", "upon"}
    )
