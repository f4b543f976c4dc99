"""What an event verb acts on, where a tree hangs it elsewhere.

"An offer the union rejected", "the bill presented in May", "a draft of the rules that
was circulated": the noun stands before the verb, and a tree may give it to another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    case_of,
    children,
    conjuncts,
    grammatical_subjects,
    is_passive,
    is_relative,
    patients,
)
from extract.event_triggers import lemmas_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast

#: How a noun hangs on the one that a clause behind it may be said of.
INSIDE: Final = frozenset({"nmod", "appos", "flat", "conj", "nmod:poss", "obl"})
#: Particles that a tree may take for the preposition of a verb's object.
PARTICLES: Final = frozenset({"off", "down", "out", "up", "over", "back", "aside"})
#: How a participle that describes the noun before it may be read.
DESCRIBING: Final = frozenset({"acl", "parataxis", "ccomp", "advcl", "conj"})


def acted_on(verb: Token) -> list[Token]:
    """Return what a verb acts on, told or described."""
    told = patients(verb) or set_free(verb) or described(verb)
    return told or behind_particle(verb) or fronted(verb)


def set_free(verb: Token) -> list[Token]:
    """Return the captives of "set free 14 captives", hung on the adjective."""
    return [
        noun
        for state in children(verb, "xcomp")
        if state.pos_ == "ADJ" and state.i == verb.i + 1
        for noun in children(state, "obj")
    ]


def behind_particle(verb: Token) -> list[Token]:
    """Return the strike in "called off their strike", read as a free phrase.

    A tree may take the particle for a preposition: "closed off the port".
    """
    particles = [child.i for child in children(verb, "compound:prt", "advmod")]
    return [
        child
        for child in children(verb, "obl", "obl:unmarked")
        if (child.left_edge.i - 1 in particles and not case_of(child))
        or (child.left_edge.i == verb.i + 1 and child.left_edge.lower_ in PARTICLES)
    ]


def possibly_acted_on(verb: Token) -> list[Token]:
    """Return also the nouns before a verb that it may be said of, for a word test."""
    nouns = acted_on(verb)
    known = {noun.i for noun in nouns}
    more = [*holders(verb), *standing_before(verb), *fronted(verb)]
    return nouns + [noun for noun in more if noun.i not in known]


def described(verb: Token) -> list[Token]:
    """Return the noun of "the paper, which producers dismissed" as what is acted on.

    For where a tree hangs the relative pronoun on the subject.
    """
    if verb.dep_ != "acl:relcl" or verb.head.i in {
        noun.i for noun in grammatical_subjects(verb)
    }:
        return []
    between = verb.doc[verb.head.i + 1 : verb.i]
    return [verb.head] if any(is_relative(t) for t in between) else []


def holders(verb: Token) -> list[Token]:
    """Return the nouns around the one that a clause describes.

    For "the text on the pricing of goods that was circulated".
    """
    if verb.dep_ not in {"acl", "acl:relcl"} or not (
        is_passive(verb) or described(verb) or patients(verb) == [verb.head]
    ):
        return []
    out: list[Token] = []
    noun = verb.head
    for _ in range(4):
        if noun.dep_ not in INSIDE or noun.head.pos_ not in {"NOUN", "PROPN"}:
            break
        noun = noun.head
        out.append(noun)
    return out


def standing_before(verb: Token) -> list[Token]:
    """Return the noun right before a participle: "the bill presented in May"."""
    if verb.tag_ not in {"VBN", "VBD"} or verb.dep_ not in DESCRIBING or not verb.i:
        return []
    own = children(verb, "obj", "aux", "aux:pass", "mark", *SUBJECTS)
    if any(child.i < verb.i or child.dep_ == "obj" for child in own):
        return []
    noun = verb.nbor(-1)
    if noun.pos_ != "NOUN" or noun.dep_ in SUBJECTS:
        return []
    return [noun]


def fronted(verb: Token) -> list[Token]:
    """Return the first noun of "an offer the union rejected", read as a subject."""
    before = [child for child in children(verb, "nsubj") if child.i < verb.i]
    if len(before) < 2 or children(verb, "obj") or is_relative(before[0]):
        return []
    return conjuncts(before[0])


def objects_of(verb: Token, cast: Cast) -> set[str]:
    """Return the words of what a verb acts on.

    "Them" and "it" stand for the subject or the object of the sentence before.
    """
    nouns = possibly_acted_on(verb)
    words = lemmas_of(nouns, cast)
    if not words & {"they", "them", "it", "these", "those"} or not verb.sent.start:
        return words
    last = verb.doc[verb.sent.start - 1].sent
    if len(last) < 3 and last.start:
        last = verb.doc[last.start - 1].sent
    named = [t for t in last if t.dep_ in {"nsubj", "obj", "nsubj:pass", "ROOT"}]
    return words | lemmas_of([t for t in named if t.pos_ == "NOUN"], cast)
