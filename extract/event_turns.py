"""Turns that are made in words: judgements on the talks, refusals, targets.

"We see no progress", "there is no prospect of talks", "we cannot discuss that",
"it must be settled by Friday": the saying is the event, so its day is the day of
the statement and its speaker takes part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import (
    agents,
    case_of,
    children,
    clause_of,
    is_passive,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_ballots import is_tally, told_by_count
from extract.event_cast import Cast
from extract.event_changes import PAPERS, departure
from extract.event_lexicon import EventLexicon, event_lexicon
from extract.event_objects import acted_on
from extract.event_readiness import readiness
from extract.event_refusals import flat_refusal
from extract.event_supports import settled
from extract.event_triggers import (
    Trigger,
    labour_text,
    lemmas_of,
    noun_trigger,
    strike,
)
from extract.event_verbs import verb_trigger
from extract.inflections import lemma
from extract.modality import is_negated, moods, verb_mood
from extract.topics import topics_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc, Token

#: Verbs of what was had after all.
HAVING = frozenset({"have", "get", "reach", "make", "achieve", "obtain", "win"})


def find_triggers(
    doc: Doc, cast: Cast, dated: Iterable[tuple[int, int]]
) -> list[Trigger]:
    """Return the triggers of a document in reading order, one a token.

    Args:
        doc: the document.
        cast: its entities.
        dated: where its dates stand, as tokens.
    """
    lexicon = event_lexicon()
    found = lexical_triggers(doc, cast)
    times = list(dated)
    for token in doc:
        if token.is_space or not token.dep_:
            continue
        turn = (
            assessment(token, lexicon, cast)
            or refusal(token, lexicon, cast)
            or failure(token, lexicon, cast)
            or departure(token, lexicon, cast)
            or readiness(token, lexicon, cast)
            or target(token, lexicon, times)
            or prolonged(token, lexicon, times)
        )
        ended = found.get(token.head.i)
        if turn is not None and not (
            turn.label == "no agreement"
            and ended is not None
            and ended.type == "impasse"
        ):
            found[token.i] = turn
            if turn.label == "Readiness":  # what somebody would do is not planned
                for deed in children(token, "xcomp", "advcl", "ccomp"):
                    found.pop(deed.i, None)
    return settled(found, lexicon)


def lexical_triggers(doc: Doc, cast: Cast) -> dict[int, Trigger]:
    """Return what the lexicon's nouns and verbs tell, by token."""
    lexicon = event_lexicon()
    labour = labour_text(doc, lexicon)
    found: dict[int, Trigger] = {}
    for token in doc:
        if token.is_space or not token.dep_ or is_tally(token):
            continue
        trigger = (
            strike(token, lexicon, labour)
            or noun_trigger(token, lexicon, cast)
            or paper_by(token, cast)
            or verb_trigger(token, lexicon, cast)
        )
        if trigger is not None:
            found[token.i] = told_by_count(trigger)
    for token in filter(is_tally, doc):
        verb = clause_of(token)
        if verb is not None:
            found.setdefault(verb.i, Trigger(verb, "vote", "Vote"))
    return found


def paper_by(token: Token, cast: Cast) -> Trigger | None:
    """Return the proposal in "a revised draft by the chair"."""
    if (
        token.pos_ != "NOUN"
        or lemma(token) not in PAPERS | {"roadmap"}
        or token.dep_ == "compound"
    ):
        return None
    authors = [
        noun
        for case, noun in noun_phrases(token)
        if case in {"by", "from"} and noun.i > token.i and noun.head.i == token.i
    ]
    if lemma(token) in {"bid", "offer", "draft", "blueprint", "roadmap"}:
        authors += [
            noun for noun in children(token, "nmod:poss") if noun.pos_ != "PRON"
        ]
    if not any(cast.strictly(noun) for noun in authors):
        return None
    return Trigger(token, "proposal", "Proposal")


def prolonged(
    token: Token, lexicon: EventLexicon, times: list[tuple[int, int]]
) -> Trigger | None:
    """Return the day until which an offer now stands: "extended its bid to June 6"."""
    verb = token.head
    if lemma(verb) not in {"extend", "prolong"} or not token.dep_.startswith("obl"):
        return None
    if token.i < verb.i or case_of(token) not in {"until", "till", "to", "through"}:
        return None
    if not any(first <= token.i < last for first, last in times):
        return None
    lasting = lexicon.words["draft"] | lexicon.words["accord"] | {"deadline", "mandate"}
    held = {lemma(noun) for noun in acted_on(verb)}
    if not held & lasting or is_negated(verb):
        return None
    return Trigger(token, "deadline", "Expiry", support=verb)


def assessment(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return a judgement on the talks: no progress, a breakthrough, no prospect."""
    if token.pos_ not in {"NOUN", "ADJ"} or token.dep_ == "compound":
        return None
    word = lemma(token)
    if word in lexicon.progress and case_of(token) != "as":
        if denied(token):
            return Trigger(token, "statement", "no progress", claim=True)
        if word in lexicon.positive and seen(token, lexicon, cast):
            return Trigger(token, "statement", "progress", claim=True)
        return None
    if word in {"result", "outcome", "solution"} and denied(token):
        return fruitless(token, lexicon, cast)
    if word not in lexicon.prospects or not denied(token):
        return None
    if word in {"agreement", "deal", "accord"}:
        verb = clause_of(token)
        if verb is None or lemma(verb) not in lexicon.missed or conditional(verb):
            return None
        if made_up_for(verb):
            return None
        return Trigger(token, "impasse", "no agreement", claim=True)
    near = {
        lemma(found)
        for case, noun in noun_phrases(token)
        if case in {"for", "of", "in", "to"}
        for found in [noun, *children(noun, "compound", "amod")]
    }
    if near & lexicon.words["talks"] or (word == "prospect" and not near):
        return Trigger(token, "impasse", f"no {token.lower_} for talks", claim=True)
    return None


def fruitless(noun: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return talks that are said to have brought nothing: "produced no result"."""
    verb = noun.head
    if noun.dep_ != "obj" or verb_mood(verb).modality == "hypothetical":
        return None
    if not lemmas_of(agents(verb), cast) & lexicon.words["talks"]:
        return None
    return Trigger(noun, "impasse", "talks ended without agreement", claim=True)


def made_up_for(verb: Token) -> bool:
    """True for "did not get a deal on X, but we have one on Y": part of a success."""
    for other in children(verb, "conj", "parataxis"):
        but = any(child.lower_ == "but" for child in children(other, "cc"))
        if but and not is_negated(other) and lemma(other) in HAVING:
            return True
    return False


def conditional(verb: Token) -> bool:
    """True for a clause under "if" or "unless", or one that only may be so."""
    if verb_mood(verb).reason in moods()["conditions"]:
        return True
    return any(
        child.lower_ in moods()["conditions"] for child in children(verb, "mark")
    )


def only_feared(noun: Token, verb: Token) -> bool:
    """True for "a long stalemate could try their patience": there is none yet."""
    indefinite = any(child.lower_ in {"a", "an", "any"} for child in noun.children)
    return (
        noun.pos_ == "NOUN"
        and indefinite
        and verb_mood(verb).modality == ("hypothetical")
    )


def failure(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return a failure to agree: "failed to reach a deal"."""
    if lemma(token) not in {"fail", "unable", "failure"} or is_negated(token):
        return None
    for inner in children(token, "xcomp", "acl", "advcl"):
        objects = lemmas_of(patients(inner), cast)
        accord = lexicon.words["accord"] | {
            "difference",
            "dispute",
            "impasse",
            "deadlock",
        }
        if lemma(inner) == "agree" or (
            lemma(inner) in lexicon.missed | lexicon.targets and objects & accord
        ):
            return Trigger(token, "impasse", "no agreement")
    return None


def denied(token: Token) -> bool:
    """True where a noun is denied: "no progress", "cannot see any progress"."""
    for child in token.children:
        denying = child.lower_ in {"no", "little", "without", "not"}
        near = child.i < token.i and child.dep_ in {"det", "amod", "case", "advmod"}
        if denying and near:
            return True
    head = token.head
    if token.dep_ == "conj" and head.pos_ == token.pos_:
        return denied(head)
    if token.dep_ not in {"obj", "nsubj", "nsubj:pass", "obl", "ROOT", "ccomp", "nmod"}:
        return False
    verb = head if head.pos_ in {"VERB", "AUX"} else token
    for _ in range(3):
        if is_negated(verb):
            return True
        if verb.dep_ == "xcomp" or (
            verb.dep_ == "conj" and not children(verb, "nsubj")
        ):
            verb = verb.head
            continue
        break
    return False


def seen(token: Token, lexicon: EventLexicon, cast: Cast) -> bool:
    """True where somebody says that the talks or the way to a deal make progress."""
    verb = token.head if token.head.pos_ in {"VERB", "AUX"} else None
    if verb is None and not children(token, "expl", "cop"):
        return False
    if verb is not None:
        particles = children(verb, "compound:prt")
        if lemma(verb) not in lexicon.seen or particles:
            return False
        if verb_mood(verb).modality != "actual":
            return False
    near = [noun for _, noun in noun_phrases(token)]
    near += agents(verb) if verb is not None else []
    near += [noun for _, noun in obliques(verb)] if verb is not None else []
    near += [
        child
        for found in children(token, "acl", "advcl")
        for child in children(found, "obj")
    ]
    words = lemmas_of(near, cast)
    if words & (lexicon.words["talks"] | lexicon.words["accord"]):
        return True
    issue = [
        noun for case, noun in noun_phrases(token) if case in {"on", "in", "toward"}
    ]
    return any(topics_of(noun.text) for noun in issue)


def refusal(token: Token, lexicon: EventLexicon, cast: Cast) -> Trigger | None:
    """Return a refusal in so many words: "we cannot discuss", "that is excluded"."""
    word = lemma(token)
    will_not = token.head if is_not_going(token) else token
    if token.pos_ == "VERB" and word in lexicon.refusals and is_negated(will_not):
        if not refuses(token, word, lexicon, cast):
            return None
        return Trigger(token, "rejection", "Refusal", "REJECT", claim=True)
    starter = token.lower_ == "starter" and any(
        child.lower_ == "non" for child in token.children
    )
    if word in lexicon.refused or token.lower_ in lexicon.refused or starter:
        copula = children(token, "cop", "aux:pass")
        if any(case == "from" for case, _ in obliques(token)):
            return None  # who is "excluded from the talks" refuses nothing
        if copula and not is_negated(token) and token.pos_ in {"ADJ", "VERB", "NOUN"}:
            label = "Rejection" if token.pos_ == "NOUN" else "Refusal"
            return Trigger(token, "rejection", label, "REJECT", claim=True)
    if flat_refusal(token):
        return Trigger(token, "rejection", "Refusal", "REJECT", claim=True)
    return None


def is_not_going(verb: Token) -> bool:
    """True for the second verb of "we are not going to sign this"."""
    above = verb.head
    return verb.dep_ == "xcomp" and above.lower_ == "going" and is_negated(above)


def refuses(verb: Token, word: str, lexicon: EventLexicon, cast: Cast) -> bool:
    """True where a negated modal verb refuses something in the negotiation."""
    modal = {"will", "wo", "ca", "can", "would", "going", "could", "shall"}
    aux = {child.lower_ for child in children(verb, "aux")}
    if not aux & modal and not is_not_going(verb):
        return False
    who = agents(verb)
    if not who or who[0].lower_ in {"you", "one", "nobody", "everyone", "people"}:
        return False
    if word in {"discuss", "accept", "recognise", "recognize", "consider", "sign"}:
        return bool(patients(verb)) or is_passive(verb)
    if word in {
        "oppose",
        "allow",
        "return",
        "back",
        "join",
        "meet",
        "talk",
        "attend",
    }:
        near = [*patients(verb), *(noun for _, noun in obliques(verb))]
        objects = lemmas_of(near, cast)
        wanted = lexicon.words["table"] | lexicon.words["violence"]
        return bool(objects & (wanted | {"airstrikes", "strikes", "troop"}))
    return True


def unless(verb: Token) -> bool:
    """True for "unless it is restored by noon" and "if it is not paid by Friday"."""
    marks = {child.lower_ for child in children(verb, "mark", "advmod")}
    if verb.dep_ == "acl:relcl" and verb.head.lower_ in {"anyone", "those", "everyone"}:
        return is_negated(verb)  # "anyone who has not reported by Monday"
    return "unless" in marks or ("if" in marks and is_negated(verb))


def target(
    token: Token, lexicon: EventLexicon, times: list[tuple[int, int]]
) -> Trigger | None:
    """Return a day by which something must be done: "settle it by Friday"."""
    if token.pos_ != "VERB":
        return None
    warned = unless(token)
    if not warned and (lemma(token) not in lexicon.targets or is_negated(token)):
        return None
    mood = verb_mood(token)
    if mood.modality == "actual" and not mood.reason:
        return None
    if mood.modality == "negated" and not warned:
        return None
    if mood.modality == "planned" and mood.reason in {"will", "would"}:
        return None
    near = list(token.children)
    if token.dep_ in {"xcomp", "advcl", "acl"} and lemma(token.head) in {
        "have",
        "give",
    }:
        near += list(token.head.children)
    for child in near:
        if not child.dep_.startswith("obl"):
            continue
        inside = any(
            first < child.right_edge.i + 1 and child.left_edge.i < last
            for first, last in times
        )
        words = {case_of(child), child.left_edge.lower_}
        course = "course" in {found.lower_ for found in child.subtree}
        this = "this" in {found.lower_ for found in child.subtree}
        if inside and (words & lexicon.before or ((course or this) and not warned)):
            return Trigger(token, "deadline", "Target date")
    return None
