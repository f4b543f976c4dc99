"""Who "the two" and "both men" are: the only two people told of just before."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, noun_phrases
from extract.event_cast import Part
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast

#: People of whom two may be meant by number alone.
PEOPLE: Final = frozenset(
    {"man", "woman", "leader", "minister", "president", "premier", "envoy", "diplomat"}
    | {"negotiator", "official", "chief", "politician", "rival", "statesman"}
)


def the_two(noun: Token, cast: Cast) -> list[Part]:
    """Return the only two people named in this sentence before, or in the last one.

    Args:
        noun: the head of "the two", "the pair", "both men", "the two ministers".
        cast: the document's entities.
    """
    if not is_of_two(noun):
        return []
    sent = noun.sent
    before = [token for token in sent if token.i < noun.i]
    found = people_among(before, cast)
    if not found and sent.start:
        found = people_among(list(noun.doc[sent.start - 1].sent), cast)
    if len(found) != 2:
        return []
    return [Part(name, id_, noun.idx) for id_, name in sorted(found.items())]


def is_of_two(noun: Token) -> bool:
    """True for "the two", "the pair", "both", "the two men" and the like."""
    if any(case == "of" for case, _ in noun_phrases(noun)):
        return False
    words = {child.lower_ for child in children(noun, "det", "nummod", "amod")}
    if noun.lower_ in {"two", "pair"}:
        return "the" in words
    return lemma(noun) in PEOPLE and bool(words & {"two", "both"})


def people_among(tokens: list[Token], cast: Cast) -> dict[str, str]:
    """Return the people that some tokens name, by id."""
    return {
        entity.id: entity.name
        for token in tokens
        if token.pos_ == "PROPN"
        for entity in cast.all_at(token)
        if entity.kind == "person"
    }
