"""Mend a tag that cannot be: "Talks" at a sentence's start, read as a verb."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from extract.event_lexicon import event_lexicon
from extract.inflections import noun_forms

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def plurals() -> frozenset[str]:
    """Return the plurals of event nouns."""
    return frozenset(
        form
        for word in event_lexicon().nouns
        for form in noun_forms(word)
        if form != word
    )


@cache
def happenings() -> frozenset[str]:
    """Return event nouns in the singular and plural, in lower case."""
    return frozenset(
        form.lower() for word in event_lexicon().nouns for form in noun_forms(word)
    )


def tag_of(token: Token) -> tuple[str, str]:
    """Return a token's tag and part of speech.

    No sentence of the news opens with a verb in -s: what looks like one there, with
    no subject and the form of an event's plural, is that plural.
    """
    if token.tag_ != "VBZ" or token.lower_ not in plurals():
        return token.tag_, token.pos_
    quoted = token.i > 0 and token.nbor(-1).is_quote
    first = token.nbor(-1) if quoted else token
    subject = any(child.dep_.startswith("nsubj") for child in token.children)
    if not first.is_sent_start or (subject and token.nbor(1).pos_ != "ADP"):
        return token.tag_, token.pos_
    return "NNS", "NOUN"
