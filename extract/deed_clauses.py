"""Which clauses tell a deed: who did what to whom, and that it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    case_of,
    children,
    conjuncts,
    grammatical_subjects,
    is_passive,
    is_relative,
    obliques,
    patients,
)
from extract.deed_lexicon import Row, deed_lexicon
from extract.deed_tenses import reported_past, unmarked_past
from extract.event_triggers import SET, lemmas_of
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_dates import Calendar

#: Words of what is done again and again, or only as somebody has it.
HABITS: Final = frozenset(
    {"often", "always", "usually", "regularly", "repeatedly", "routinely", "never"}
    | {"sometimes", "generally", "frequently", "traditionally", "ever", "rarely"}
    | {"seldom", "increasingly", "typically", "normally", "historically", "constantly"}
    | {"apparently", "reportedly", "allegedly", "supposedly", "hardly", "nearly"}
    | {"almost", "virtually", "barely"}
)
#: Verbs whose clause is somebody's opinion or charge and no report.
OPINIONS: Final = frozenset(
    {"believe", "think", "feel", "suspect", "allege", "fear", "hope", "doubt", "argue"}
    | {"suggest", "imagine", "assume", "complain", "deny", "guess", "presume", "claim"}
    | {"speculate", "wish", "pretend", "accuse", "charge", "insist", "predict", "imply"}
    | {"propose", "recommend", "demand", "require", "wonder", "ask", "know", "want"}
    | {"threaten", "warn", "try", "fail", "refuse", "decline", "promise", "pledge"}
)
#: Words under which an infinitive is set for a day.
ARRANGED: Final = SET | {"intend", "prepare", "arrange", "aim", "scheduled", "due"}
#: Verbs that a particle makes into others: "gave up its call".
LIGHT: Final = frozenset(
    {"give", "make", "take", "bring", "put", "get", "turn", "hold"}
)
PARTICLES: Final = frozenset(
    {"up", "off", "out", "down", "away", "in", "on", "over", "back", "through", "aside"}
)
#: Sentences at the head of an article that tell its news.
LEAD: Final = 3
#: Conjunctions under which nothing is told as done.
UNTOLD: Final = frozenset(
    {"if", "whether", "unless", "until", "before", "once", "lest", "than", "how", "why"}
)


def done_by(verb: Token, cast: Cast) -> list[Token]:
    """Return who did it, as far as that is somebody of the article."""
    if is_passive(verb):
        nouns = [
            found
            for child in children(verb, "obl:agent", "obl")
            if case_of(child) == "by"
            for found in conjuncts(child)
        ]
    else:
        nouns = grammatical_subjects(verb)
    return [noun for noun in nouns if is_somebody(noun, cast)]


def is_somebody(noun: Token, cast: Cast) -> bool:
    """True for who can act in public: a name, a body, an office."""
    if cast.strictly(noun):
        return True
    if noun.pos_ == "PROPN" and noun.ent_type_ in {"PERSON", "ORG", "NORP"}:
        return True
    return bool(lemmas_of([noun], cast) & deed_lexicon().doers)


def acted_on(verb: Token) -> list[Token]:
    """Return what a deed is done to.

    A participle describes the noun right before it: "the fate of the port, annexed in
    May".
    """
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        at = verb.i - 1
        while at > verb.sent.start and verb.doc[at].pos_ in {"ADV", "PUNCT", "SPACE"}:
            at -= 1
        near = verb.doc[at]
        while near.dep_ in {"flat", "compound"} and near.i != near.head.i:
            near = near.head
        inside = near.i > verb.head.i and near.pos_ in {"NOUN", "PROPN"}
        return [near] if inside else [verb.head]
    before = [c for c in children(verb, "nsubj:pass") if c.i < verb.i]
    if is_passive(verb) and before and not is_relative(before[0]):
        return conjuncts(before[0])
    return list(patients(verb))


def told(verb: Token, calendar: Calendar) -> bool:
    """True for a clause that tells what happened, or is set to happen.

    A finite past or perfect, a passive of these, "after expelling", a headline.
    """
    if verb.dep_ in {"amod", "compound", "case", "aux", "fixed", "aux:pass"}:
        return False
    if verb.sent.text.rstrip().endswith("?") or habitual(verb):
        return False
    marks = {child.lower_ for child in children(verb, "mark", "advmod", "case")}
    if marks & UNTOLD:
        return False
    aux = {child.lower_ for child in children(verb, "aux", "aux:pass")}
    title = calendar.block(verb)[2] == "title"
    if verb.tag_ == "VBG" and aux & {"was", "were"}:
        return True
    if verb.tag_ == "VBG":
        return not aux and verb.dep_ == "advcl" and bool(marks & {"after", "by"})
    if unmarked_past(verb):
        return True
    if verb.tag_ in {"VBZ", "VBP"}:
        return title
    if "would" in aux and reported_past(verb):
        return True
    if verb.tag_ == "VB" or "to" in marks:
        return bool({"will", "to"} & aux) or arranged(verb)
    if verb.tag_ == "VBN" and verb.dep_ == "conj" and not aux:
        return told(verb.head, calendar)
    if verb.tag_ == "VBN" and not aux & {"was", "were", "has", "have", "had"}:
        return verb.dep_ == "acl" or title
    return verb.tag_ in {"VBD", "VBN"}


def arranged(verb: Token) -> bool:
    """True for "is to open", "is scheduled to open", "is due to open"."""
    aux = {child.lower_ for child in children(verb, "aux", "aux:pass", "cop")}
    if "to" in {child.lower_ for child in children(verb, "mark", "aux")}:
        if aux & {"is", "are", "was", "were"}:
            return True
        return verb.dep_ == "xcomp" and lemma(verb.head) in ARRANGED
    return False


def habitual(verb: Token) -> bool:
    """True for what is done again and again."""
    return any(child.lower_ in HABITS for child in children(verb, "advmod"))


def in_opinion(verb: Token) -> bool:
    """True for what somebody believes, charges or asks for."""
    at = verb
    for _ in range(6):
        head = at.head
        if head.i == at.i or at.dep_ == "acl:relcl":
            return False
        if at.dep_ in {"ccomp", "xcomp", "csubj"} and lemma(head) in OPINIONS:
            return True
        if at.dep_ == "acl" and at.tag_ == "VB":
            return True
        at = head
    return False


def fits(verb: Token, row: Row, objects: list[Token], cast: Cast) -> bool:
    """True where a verb has around it what a sort of act wants."""
    near = {c.lower_ for c in children(verb, "compound:prt", "advmod")}
    if row.particle and not near & row.particle:
        return False
    if row.to:
        return bool({lemma(c) for c in children(verb, "xcomp")} & row.to and objects)
    if not row.particle and lemma(verb) in LIGHT and near & PARTICLES:
        return False
    heads = lemmas_of([*objects, *made_into(verb)], cast)
    if any(noun.pos_ == "SYM" or noun.tag_ == "$" for noun in objects):
        heads |= {"sum"}  # "released $40 million"
    if row.object and not heads & row.object:
        return begins(verb, row)
    if heads & row.not_object or (row.alone and objects):
        return False
    if row.subject:
        return bool(lemmas_of(grammatical_subjects(verb), cast) & row.subject)
    if row.person and not any(is_person(noun, cast) for noun in objects):
        return False
    if row.place:
        return goes(verb, objects, cast)
    return bool(row.bare or row.alone or objects or begins(verb, row))


def made_into(verb: Token) -> list[Token]:
    """Return the office of who is "named chief negotiator"."""
    return [child for child in children(verb, "xcomp") if child.pos_ == "NOUN"]


def begins(verb: Token, row: Row) -> bool:
    """True for "began withdrawing troops" and "announced to open a port"."""
    if not row.doing or children(verb, "obj"):
        return False
    return any(
        inner.i > verb.i and bool(children(inner, "obj"))
        for inner in children(verb, "xcomp")
    )


def goes(verb: Token, objects: list[Token], cast: Cast) -> bool:
    """True where a place is left, reached or gone to."""
    cases = {"to", "from", "into"}
    if lemma(verb) in {"arrive", "land", "dock", "leave", "depart"}:
        cases |= {"in", "at"} if lemma(verb) not in {"leave", "depart"} else {"for"}
    goals = [noun for case, noun in obliques(verb) if case in cases]
    named = [noun for noun in objects if noun.pos_ == "PROPN"]
    return any(cast.is_place(noun) for noun in [*named, *goals])


def is_person(noun: Token, cast: Cast) -> bool:
    """True for somebody: a name, a people, a party, "two suspects"."""
    if noun.tag_ in {"PRP", "PRP$", "WP", "WDT"}:
        return bool(cast.strictly(noun))
    if cast.strictly(noun) or noun.ent_type_ in {"PERSON", "NORP"}:
        return True
    return bool(lemmas_of([noun], cast) & deed_lexicon().people)


def in_lead(verb: Token, calendar: Calendar) -> bool:
    """True in the first sentences of an article."""
    first = calendar.first_body()
    before = {token.sent.start for token in verb.doc[first : verb.sent.start + 1]}
    return verb.i >= first and len(before) <= LEAD
