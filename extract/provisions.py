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
from extract.inflections import lemma
from extract.quantities import quantities_in
from extract.records import Provision, Quoted
from extract.term_lexicon import term_lexicon
from extract.topic_names import (
    NOMINAL,
    deed,
    described,
    head_nouns,
    is_money,
    measured,
    named,
    regulated,
    tells,
)
from extract.topics import disputed_places, topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.event_cast import Cast

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
#: Nouns by which a term is about nothing in particular.
NAMELESS: Final = frozenset(
    {
        "number",
        "change",
        "share",
        "half",
        "everything",
        "item",
        "goal",
        "mistake",
        "move",
    }
    | {"day", "month", "week", "year", "people", "side", "party", "matter", "kind"}
    | {"country", "element", "measure", "name", "rule", "lot", "bit", "part", "bid"}
    | {"person", "mean", "state", "plan", "record", "approach", "position", "order"}
)
#: How many tokens before a term of measures tell what it measures.
NEAR: Final = 12
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
    while first - 1 in out or (first - 2 in out and is_gap(doc[first - 1])):
        first -= 1
    while last + 1 in out or (last + 2 in out and is_gap(doc[last + 1])):
        last += 1
    return trimmed(doc, first, last + 1, rule, root)


def is_gap(token: Token) -> bool:
    """True for a line break, a comma or a quotation mark, which may hang anywhere."""
    return bool(token.is_space or token.is_quote or token.is_punct)


def trimmed(
    doc: Doc, first: int, last: int, rule: str, root: Token | None = None
) -> Term | None:
    """Return a term without the punctuation and joints at its edges.

    The preposition before a noun that is the whole term goes too ("for A").
    """
    last = min(last, first + LONGEST)
    first = past_day(doc, first, last)
    while first < last and (
        doc[first].is_space
        or doc[first].text in EDGES
        or doc[first].lower_ in OPENERS
        or (
            root is not None
            and doc[first].dep_ in {"case", "mark"}
            and doc[first].pos_ in {"ADP", "SCONJ"}
            and doc[first].head.i == root.i
            and doc[first].lower_ not in {"if", "unless", "when", "after", "before"}
        )
    ):
        first += 1
    if first + 1 < last and doc[first].lower_ == "to" and doc[first + 1].tag_ == "VBG":
        first += 1
    while last > first and (
        doc[last - 1].is_space
        or doc[last - 1].text in EDGES
        or doc[last - 1].lower_ in {"and", "or", "but", "nor"}
        or (doc[last - 1].lower_ == "that" and doc[last - 2].text in {";", ","})
    ):
        last -= 1
    last = before_remark(doc, first, last)
    if (
        doc[first:last].text.count('"') % 2
        and last < len(doc)
        and doc[last].text == '"'
    ):
        last += 1
    if last - first < 1 or not any(token.is_alpha for token in doc[first:last]):
        return None
    return Term(first, last, rule)


def before_remark(doc: Doc, first: int, last: int) -> int:
    """Return where a term ends without its closing ", which critics say has failed".

    What "which" says will or must be belongs to the term.
    """
    for word in reversed(doc[first + 2 : last]):
        if word.lower_ not in {"which", "who"} or word.nbor(-1).text != ",":
            continue
        verb = word.head
        while verb.dep_ in {"ccomp", "xcomp"} and verb.head.i > word.i:
            verb = verb.head
        if verb.dep_ != "acl:relcl" or verb.right_edge.i + 1 < last:
            continue
        told = doc[word.i : last]
        if any(t.tag_ in {"MD", "VB", "TO"} for t in told):
            continue
        return int(word.i) - 1
    return last


def past_day(doc: Doc, first: int, last: int) -> int:
    """Return where a clause starts behind "on Wednesday that"."""
    if doc[first].lower_ not in {"on", "in"}:
        return first
    for index in range(first + 1, min(first + 5, last - 2)):
        if doc[index].lower_ == "that" and doc[index].dep_ == "mark":
            return index + 1
    return first


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
    while first - 1 in inside or (first - 2 in inside and is_gap(doc[first - 1])):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and is_gap(doc[last + 1])):
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
                places.setdefault(token.text, place_name(entity.name, cast))
    disputed = [
        places[name]
        for name in disputed_places(span.text, places)
        if not is_side(places[name], cast)
    ]
    own = topics_of(span.text)
    own = named(span, own) if not disputed else own
    return tuple(dict.fromkeys((*disputed[:1], *own, *disputed)))


def place_name(name: str, cast: Cast) -> str:
    """Return the name of the place that an adjective belongs to ("-n", "-an")."""
    names = {
        known
        for entity in cast.entities.values()
        if entity.kind == "place"
        for known in (
            entity.name,
            *(mention.quoted.text for mention in entity.mentions),
        )
    }
    shorter = sorted(
        known
        for known in names
        if name.startswith(known) and 0 < len(name) - len(known) < 3
    )
    return min(shorter, default=name)


def is_side(name: str, cast: Cast) -> bool:
    """True for a country that acts in the article: a side, not an issue."""
    return any(
        entity.name == name and any(mention.acts for mention in entity.mentions)
        for entity in cast.entities.values()
    )


def fallback(doc: Doc, term: Term) -> str:
    """Return the head noun of a term with what stands before it, in small letters.

    A term of measures only ("6 percent in June") is about what is told just before.
    """
    span = doc[term.first : term.last]
    nouns = head_nouns(span)
    telling = [token for token in nouns if tells(token, span)]
    if not telling:
        start = max(doc[term.first].sent.start, term.first - NEAR)
        around = topics_of(doc[start : term.last].text)
        if around:
            return named(doc[start : term.last], around)[0]
        return deed(span) or measured(span, nouns)
    root = span.root
    if root not in telling:
        root = regulated(span, telling) or telling[0]
    deeds = NOMINAL.keys() - {"pay"}
    if root.i > span.root.i and lemma(span.root) in deeds:
        return NOMINAL[lemma(span.root)]
    return " ".join(word.lower_ for word in described(root, span))


def is_pronominal(term: Term, doc: Doc) -> bool:
    """True for "abolish it in July", which is about what the term before is about."""
    root = doc[term.first : term.last].root
    return any(c.lower_ in {"it", "them"} for c in children(root, "obj"))


def plain_topic(term: Term, doc: Doc) -> str | None:
    """Return the noun that a term is about where its words name no issue.

    None where its nouns tell nothing ("a number of changes").
    """
    span = doc[term.first : term.last]
    idle = term_lexicon().empty | NAMELESS
    nouns = [t for t in head_nouns(span) if lemma(t) not in idle and not is_money(t)]
    objects = [t for t in nouns if t.dep_ in {"obj", "nsubj", "nsubj:pass"}]
    return lemma((objects or nouns)[0]) if nouns else None
