"""Attributions that the parse shows: a cue, who is behind it, and its content."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extract.according import according_attributions
from extract.cues import Lexicon
from extract.drafts import Draft
from extract.noun_cues import adjective_attributions, noun_attributions
from extract.verb_cues import verb_attributions


def attributions(doc: Doc, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield the attributions of a parsed document in reading order of their cues.

    Args:
        doc: a document with a Universal Dependencies parse, lemmas and tags.
        lexicon: the cues.

    Yields:
        One draft for each cue that has content. A cue whose content or source
        the parse does not show is passed over.
    """
    for token in doc:
        if token.is_space or not token.dep_:
            continue
        if token.pos_ in ("VERB", "AUX") or token.tag_.startswith("VB"):
            yield from verb_attributions(token, lexicon)
        elif token.pos_ in ("NOUN", "PROPN"):
            yield from noun_attributions(token, lexicon)
        elif token.pos_ == "ADJ":
            yield from adjective_attributions(token, lexicon)
        if token.lower_ == "according":
            yield from according_attributions(token)
