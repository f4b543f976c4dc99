"""The words of one term: from a tree's node to exact spans, one a term.

Coordinated terms are terms each ("A, B and C"); a coordination inside a term
("Russian and Syrian bombing", "signed and ratified") is not cut.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, children
from extract.quantities import quantities_in
from extract.records import Provision, Quoted
from extract.topics import disputed_places, topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_participants import Cast

#: Words that make a term conditional, or name what it is exchanged for.
CONDITION: Final = re.compile(
    r"\b(?:(?:only |even )?if|unless|in exchange for|in return for|in exchange|provided"
    r" (?:that)?|as long as|on condition that|on the condition that|in case of|in the"
    r" event of|when ratified|subject to|until|except|under certain circumstances)\b",
    re.IGNORECASE,
)
#: What never begins or ends a term's words.
EDGES: Final = frozenset({",", ".", ";", ":", '"', "“", "”", "'", "—", "–", "-", "--"})
#: Words that may stand first and are not part of the term.
OPENERS: Final = frozenset({"that", "and", "but", "or", "also", "nor", "as", "well"})
#: How many tokens a term may have.
LONGEST: Final = 90


@dataclass(frozen=True, slots=True)
class Term:
    """Words that state a term, as tokens, and the rule that found them."""

    first: int
    last: int
    rule: str

    def quoted(self, doc: Doc) -> Quoted:
        """Return the words as quoted from the article."""
        span = doc[self.first : self.last]
        return Quoted(start=span.start_char, end=span.end_char, text=span.text)


def members(root: Token) -> list[Token]:
    """Return a term's root and the terms coordinated with it.

    A verb coordinated without subject, infinitive marker or mood of its own shares
    its partner's and stays in one term with it.
    """
    out = [root]
    for child in root.children:
        if child.dep_ == "conj" and apart(root, child):
            out += members(child)
    return sorted(out, key=lambda token: token.i)


def apart(root: Token, other: Token) -> bool:
    """True where a coordinated word is a term of its own."""
    if root.pos_ in {"VERB", "AUX"} and other.pos_ in {"VERB", "AUX"}:
        if children(other, *SUBJECTS):
            return True
        marked = any(c.dep_ == "mark" and c.lower_ == "to" for c in other.children)
        if marked or (other.tag_ == root.tag_ == "VBG"):
            return True
        infinitive = any(c.dep_ == "mark" and c.lower_ == "to" for c in root.children)
        return (
            infinitive
            and root.dep_ in {"xcomp", "acl"}
            and bool(children(other, "obj"))
        )
    return True


def term_of(root: Token, rule: str, *, keep: Iterable[Token] = ()) -> Term | None:
    """Return the words of one member without those of the next.

    Args:
        root: the node of the tree that states the term.
        rule: what found it.
        keep: further tokens whose subtrees belong to the term.
    """
    doc = root.doc
    out: set[int] = set()
    stack = [root, *keep]
    while stack:
        token = stack.pop()
        out.add(token.i)
        for child in token.children:
            if child.dep_ == "conj" and token.i == root.i and apart(root, child):
                continue
            if token.i == root.i and child.dep_ == "cc" and child.i > root.i:
                continue
            stack.append(child)
    first = last = root.i
    while first - 1 in out or (first - 2 in out and doc[first - 1].is_space):
        first -= 1
    while last + 1 in out or (last + 2 in out and doc[last + 1].is_space):
        last += 1
    return trimmed(doc, first, last + 1, rule)


def trimmed(doc: Doc, first: int, last: int, rule: str) -> Term | None:
    """Return a term without the punctuation and joints at its edges."""
    last = min(last, first + LONGEST)
    while first < last and (
        doc[first].is_space
        or doc[first].text in EDGES
        or doc[first].lower_ in OPENERS
        or doc[first].dep_ in {"case"}
    ):
        if doc[first].dep_ == "case" and doc[first].head.dep_ not in {
            "obj",
            "obl",
            "nmod",
        }:
            break
        first += 1
    while last > first and (doc[last - 1].is_space or doc[last - 1].text in EDGES):
        last -= 1
    if (
        doc[first:last].text.count('"') % 2
        and last < len(doc)
        and doc[last].text == '"'
    ):
        last += 1
    if last - first < 1 or not any(token.is_alpha for token in doc[first:last]):
        return None
    return Term(first, last, rule)


def trailing(verb: Token, root: Token) -> list[Token]:
    """Return what follows an object in its clause and belongs to the term.

    "An offer of neutrality in exchange for guarantees" may hang on the verb.
    """
    return [
        child
        for child in verb.children
        if child.i > root.i and child.dep_ in {"obl", "advcl", "xcomp"}
    ]


def clause_term(verb: Token, rule: str, *, without: Sequence[int] = ()) -> Term | None:
    """Return a whole clause, subject included, as a term.

    Args:
        verb: its predicate.
        rule: what found it.
        without: tokens whose subtrees at the clause's edge are left out.
    """
    doc = verb.doc
    cut: set[int] = set()
    for index in without:
        cut |= {token.i for token in doc[index].subtree}
    inside = {token.i for token in verb.subtree} - cut
    for child in verb.children:
        if child.dep_ == "conj" and apart(verb, child) and children(child, *SUBJECTS):
            inside -= {token.i for token in child.subtree}
        if child.dep_ == "parataxis":
            inside -= {token.i for token in child.subtree}
    first = last = verb.i
    while first - 1 in inside or (first - 2 in inside and doc[first - 1].is_space):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and doc[last + 1].is_space):
        last += 1
    return trimmed(doc, first, last + 1, rule)


def provision(
    term: Term, doc: Doc, cast: Cast, *, inherited: str | None = None
) -> Provision:
    """Return a term as a record: topic, condition and numbers read from its words.

    Args:
        term: its words.
        doc: the document.
        cast: its entities, for disputed places.
        inherited: the topic of what it continues, used where its own words name none.
    """
    quoted = term.quoted(doc)
    topics = topics_in(term, doc, cast)
    if not topics:
        topics = (inherited,) if inherited else (fallback(doc, term),)
    condition = CONDITION.search(quoted.text)
    words = None
    if condition is not None:
        end = len(quoted.text)
        if condition.start() == 0:
            comma = quoted.text.find(",", condition.end())
            end = comma if comma > 0 else end
        words = Quoted(
            start=quoted.start + condition.start(),
            end=quoted.start + end,
            text=quoted.text[condition.start() : end],
        )
    return Provision(
        quoted=quoted,
        topic=topics[0],
        topics=topics,
        condition=words,
        quantities=quantities_in(quoted.text, quoted.start),
    )


def topics_in(term: Term, doc: Doc, cast: Cast) -> tuple[str, ...]:
    """Return the topics of a term, a disputed place in it first."""
    span = doc[term.first : term.last]
    places: dict[str, str] = {}
    for token in span:
        for entity in cast.all_at(token):
            if entity.kind in {"place", "party"}:
                places.setdefault(token.text, entity.name)
    disputed = [
        places[name]
        for name in disputed_places(span.text, places)
        if not is_side(places[name], cast)
    ]
    own = topics_of(span.text)
    return tuple(dict.fromkeys((*disputed[:1], *own, *disputed)))


def is_side(name: str, cast: Cast) -> bool:
    """True for a country that acts in the article: a side, not an issue."""
    return any(
        entity.name == name and any(mention.acts for mention in entity.mentions)
        for entity in cast.entities.values()
    )


def fallback(doc: Doc, term: Term) -> str:
    """Return the head noun of a term with its compounds, in small letters."""
    span = doc[term.first : term.last]
    nouns = [token for token in span if token.pos_ in {"NOUN", "PROPN"}]
    if not nouns:
        return "other"
    root = span.root if span.root.pos_ in {"NOUN", "PROPN"} else nouns[0]
    words = [*(c for c in children(root, "compound") if c.i >= term.first), root]
    return " ".join(word.lower_ for word in sorted(words, key=lambda word: word.i))
