"""Read a dependency tree as clauses: who does what to whom, under which verb.

All functions take UD labels with subtypes (``nsubj:pass``, ``acl:relcl``) and
tolerate the odd parse: they return nothing rather than guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Labels under which a new clause hangs on its head.
CLAUSAL: Final = frozenset(
    {"ROOT", "ccomp", "advcl", "acl", "parataxis", "csubj", "csubj:pass", "acl:relcl"}
    | {"advcl:relcl", "csubj:outer", "discourse"}
)
#: Labels of a clause's subject.
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
#: Conjunctions that a tree may take for a preposition of the clause's subject.
JOINING: Final = frozenset({"after", "before", "as", "since", "until"})
#: How far a chain of verbs is followed; deeper ones are parse errors.
DEEP: Final = 6


def children(token: Token, *labels: str) -> list[Token]:
    """Return the children of a token under any of the labels, in order."""
    return [child for child in token.children if child.dep_ in labels]


def is_predicate(token: Token) -> bool:
    """True for a verb, or a noun or adjective with a copula or a subject."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "AUX" and token.dep_ not in {"aux", "aux:pass", "cop"}:
        return True
    return any(child.dep_ in {"cop", "nsubj", "nsubj:pass"} for child in token.children)


def clause_of(token: Token) -> Token | None:
    """Return the predicate of the smallest clause around a token, not itself."""
    seen = token
    for _ in range(40):
        if seen.head.i == seen.i:
            return None
        seen = seen.head
        if is_predicate(seen):
            return seen
    return None


def conjuncts(token: Token) -> list[Token]:
    """Return a token and what is coordinated with it, in order."""
    out = [token]
    for child in token.children:
        if child.dep_ == "conj":
            out += conjuncts(child)
        elif child.dep_ == "flat":  # "Director Ana Ruiz and President Ivo Dahl"
            out += conjuncts(child)[1:]
    return sorted(out, key=lambda found: found.i)


def first_conjunct(token: Token) -> Token:
    """Return the first member of the coordination a token stands in."""
    while token.dep_ == "conj" and token.head.i != token.i:
        token = token.head
    return token


def relative_head(verb: Token) -> Token | None:
    """Return the noun that a relative clause or participle describes."""
    for _ in range(DEEP):
        if verb.dep_ in {"acl:relcl", "acl", "advcl:relcl"}:
            return verb.head
        if verb.dep_ in {"ccomp", "xcomp", "conj"} and verb.head.i != verb.i:
            verb = verb.head
            continue
        return None
    return None


def is_relative(token: Token) -> bool:
    """True for "which", "who" and "that" as pronouns."""
    return token.tag_ in {"WDT", "WP"} or (
        token.lower_ in {"which", "who", "that"} and token.pos_ == "PRON"
    )


def is_passive(verb: Token) -> bool:
    """True for a verb whose subject undergoes it."""
    if any(child.dep_ in {"nsubj:pass", "aux:pass"} for child in verb.children):
        return True
    if verb.tag_ == "VBN" and verb.dep_ == "acl":
        return True
    return (
        verb.dep_ == "conj"
        and verb.tag_ == "VBN"
        and not has_own_start(verb)
        and is_passive(verb.head)
    )


def has_own_start(verb: Token) -> bool:
    """True where a coordinated verb has a subject or auxiliary of its own."""
    return any(
        child.dep_ in SUBJECTS or (child.dep_ in {"aux", "aux:pass"})
        for child in verb.children
    )


def grammatical_subjects(verb: Token, depth: int = 0) -> list[Token]:
    """Return a verb's subjects, borrowed from its governor where it has none.

    A relative pronoun gives way to the noun it stands for.
    """
    own = children(verb, *SUBJECTS) or standing_before(verb)
    if own:
        subject = own[-1]
        if is_relative(subject):
            noun = relative_head(verb)
            return conjuncts(noun) if noun is not None else []
        return conjuncts(subject)
    if depth > DEEP or verb.head.i == verb.i:
        return []
    if verb.dep_ == "ccomp" and verb.i < verb.head.i:
        told = children(verb.head, *SUBJECTS)
        if told and told[0].i < verb.i < told[-1].i:  # "X met Y, an aide said"
            return conjuncts(told[0])
    if verb.tag_ == "VBG" and verb.head.lower_.startswith(("accus", "blam")):
        accused = children(verb.head, "obj", "nsubj:pass")
        return conjuncts(accused[0]) if accused else []
    if verb.dep_ == "conj" and is_predicate(verb.head):
        return grammatical_subjects(verb.head, depth + 1)
    if verb.dep_ == "xcomp":
        persons = children(verb.head, "obj", "iobj")
        if persons and verb.head.lemma_ not in {"promise", "threaten", "use", "take"}:
            return conjuncts(persons[0])
        return grammatical_subjects(verb.head, depth + 1)
    if verb.dep_ == "acl" and verb.tag_ == "VB":
        owners = children(verb.head, "nmod:poss")
        return conjuncts(owners[0]) if owners else []
    if verb.dep_ in {"acl", "acl:relcl"}:
        bare = not any(map(is_relative, verb.children))
        if verb.head.pos_ in {"NOUN", "PROPN"} and (
            verb.tag_ in {"VBN", "VBG"} or (verb.tag_ == "VBD" and bare)
        ):
            return conjuncts(verb.head)
        return []
    if verb.dep_ == "advcl" and (
        verb.tag_ in {"VBG", "VBN"} or (verb.tag_ == "VB" and verb.head.pos_ == "ADJ")
    ):
        return grammatical_subjects(verb.head, depth + 1)
    return []


def standing_before(verb: Token) -> list[Token]:
    """Return the noun right before a finite verb that the tree gives no subject.

    What is put in between ("the plan, she said, includes ...") is stepped over.
    """
    finite = verb.tag_ in {"VBZ", "VBP", "VBD"} or children(verb, "aux", "aux:pass")
    if not finite and not (
        verb.tag_ == "VB" and verb.dep_ in {"conj", "parataxis", "ccomp"}
    ):
        return []
    if verb.dep_ in {"acl:relcl", "xcomp"} or children(verb, "mark"):
        return []
    doc, first = verb.doc, verb.sent.start
    at = verb.i - 1
    while at > first and (doc[at].pos_ in {"AUX", "ADV", "PART"} or doc[at].is_space):
        at -= 1
    if doc[at].text == "," and at - first > 3:
        before = at - 1
        while before > first and doc[before].text != "," and at - before < 9:
            before -= 1
        inside = doc[before + 1 : at]
        if doc[before].text != "," or not any(t.pos_ == "VERB" for t in inside):
            return []
        at = before - 1
    if doc[at].text == ")":
        while at > first and doc[at].text != "(":
            at -= 1
        at -= 1
    found = doc[max(at, first)]
    if found.pos_ not in {"NOUN", "PROPN"}:
        return []
    while found.head.i < found.i and found.head.pos_ in {"NOUN", "PROPN"}:
        if found.head.i < first or found.dep_ in SUBJECTS:
            break
        found = found.head
    top = first_conjunct(found)
    if top.dep_ == "obl" and top.head.i == verb.i:
        return joined_subject(verb) if case_of(top) else [top]
    return [top] if top.dep_ in {*SUBJECTS, "ROOT", "conj", "obl", "dep"} else []


def joined_subject(verb: Token) -> list[Token]:
    """Return a subject that a tree takes for a phrase: "after talks in X ended"."""
    for child in children(verb, "obl"):
        if child.i < verb.i and case_of(child) in JOINING:
            return [child]
    for child in children(verb, "obl:unmarked", "nmod:unmarked"):
        for noun in children(child, "nmod", "obl"):
            if noun.i < verb.i and case_of(noun) in JOINING:
                return conjuncts(noun)
    return []


def agents(verb: Token) -> list[Token]:
    """Return who does it: the subject, or the "by" phrase of a passive."""
    by = [
        found
        for child in children(verb, "obl:agent", "obl", "nmod")
        if child.dep_ == "obl:agent" or case_of(child) == "by"
        for found in conjuncts(child)
    ]
    if is_passive(verb):
        return by
    return grammatical_subjects(verb)


def patients(verb: Token) -> list[Token]:
    """Return what is acted on: objects, or a passive's subject."""
    if is_passive(verb):
        if verb.dep_ == "acl":
            return conjuncts(verb.head)
        return grammatical_subjects(verb)
    own = [found for child in children(verb, "obj") for found in conjuncts(child)]
    if own and not all(is_relative(found) for found in own):
        return own
    if verb.dep_ == "acl:relcl" and (
        own or (children(verb, *SUBJECTS) and not any(map(is_relative, verb.children)))
    ):
        return [verb.head]
    return own


def case_of(token: Token) -> str:
    """Return the preposition in front of a noun, "" where there is none.

    A tree may hang it on the first word of the phrase ("of pay talks").
    """
    for child in token.children:
        if child.dep_ == "case" and child.i < token.i:
            return str(child.lower_)
    first = token.left_edge
    if first.dep_ == "case" and first.i < token.i and first.head.head.i == token.i:
        naming = {"compound", "amod", "flat", "nummod", "nmod:desc"}
        return str(first.lower_) if first.head.dep_ in naming else ""
    return ""


def obliques(verb: Token) -> Iterator[tuple[str, Token]]:
    """Yield the prepositional phrases of a verb as (preposition, noun)."""
    for child in verb.children:
        if child.dep_.startswith("obl") or child.dep_ in {"nmod", "advmod"}:
            case = case_of(child)
            if child.dep_ == "advmod" and not case:
                continue
            for found in conjuncts(child):
                yield case_of(found) or case, found


def noun_phrases(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield what a noun's own prepositions bring: "talks with X" is ("with", X)."""
    for child in noun.children:
        if child.dep_ in {"nmod", "obl", "nmod:unmarked"}:
            case = case_of(child)
            for found in conjuncts(child):
                yield case_of(found) or case, found


def modifiers(noun: Token) -> list[Token]:
    """Return the words that modify a noun: adjectives, compounds, possessors, "of"."""
    out = []
    for child in noun.children:
        if child.dep_ in {"amod", "compound", "nmod:poss", "nmod:desc", "nummod"}:
            out += [child, *children(child, "compound", "amod", "conj")]
        elif child.dep_ == "nmod" and case_of(child) in {
            "of",
            "about",
            "in",
            "to",
            "for",
            "into",
        }:
            out += conjuncts(child)
    return out


def phrase_edges(noun: Token, *, whole: bool = False) -> tuple[int, int]:
    """Return first and one past last token of a noun phrase without its clauses.

    Args:
        noun: its head.
        whole: with its preposition, and what is joined to it by "and".
    """
    kept = {noun.i}
    stack = [noun]
    while stack:
        token = stack.pop()
        for child in token.children:
            if child.dep_ in CLAUSAL or child.dep_ in {"punct", "appos"}:
                continue
            if child.dep_ in {"conj", "cc"} and token.i == noun.i and not whole:
                continue
            if child.dep_ == "conj" and child.pos_ not in {"NOUN", "PROPN", "NUM"}:
                continue
            if child.is_space:
                continue
            kept.add(child.i)
            stack.append(child)
    first = last = noun.i
    while first - 1 in kept or (first - 2 in kept and noun.doc[first - 1].is_punct):
        first -= 1
    while last + 1 in kept or (
        last + 2 in kept and noun.doc[last + 1].text in {"-", "’s", ","}
    ):
        last += 1
    while not whole and noun.doc[first].dep_ in {"case", "cc", "mark", "fixed"}:
        if first == noun.i:
            break
        first += 1
    while noun.doc[last].dep_ == "cc":
        last -= 1
    return first, last + 1
