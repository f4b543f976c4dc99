"""Which sentence a word like "it" looks back to, over the gaps of wire copy.

News agencies print a paragraph a sentence: there "It would also ..." at the head of a
paragraph goes on with the one before. A noun at its head starts anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Span, Token

#: Words by which a paragraph goes on with what was told.
LOOKING_BACK: Final = frozenset({"it", "they"})
#: How many words may stand before them ("but it", "separately, they").
OPENING: Final = 3


def paragraph_of(token: Token, blocks: Mapping[int, Span]) -> tuple[int, int]:
    """Return the first token and one past the last of a token's paragraph.

    Args:
        token: the token.
        blocks: the paragraphs by their first token.
    """
    for start in sorted(blocks, reverse=True):
        if start <= token.i:
            return start, blocks[start].end
    return 0, len(token.doc)


def sentence_before(token: Token, blocks: Mapping[int, Span]) -> Span | None:
    """Return the sentence before a token's that it may look back to.

    It stands in the same paragraph, or before one that opens with "it" or "they".

    Args:
        token: the token.
        blocks: the paragraphs by their first token.
    """
    sent = token.sent
    if sent.start < 2:
        return None
    previous = token.doc[sent.start - 1].sent
    if previous.start == sent.start:
        return None
    if previous.start < paragraph_of(token, blocks)[0] and not looks_back(sent):
        return None
    return previous


def looks_back(sent: Span) -> bool:
    """True for a sentence that opens with "it" or "they" as its subject.

    In quoted words they are somebody whom the speaker knows.
    """
    words = [token for token in sent if not token.is_space][:OPENING]
    return not any(word.is_quote for word in words) and any(
        word.lower_ in LOOKING_BACK and word.dep_ in {"nsubj", "nsubj:pass"}
        for word in words
    )


def before_cue(sent: Span) -> int:
    """Return where a sentence ends without its ", officials said"."""
    for token in sent:
        if token.text == "," and token.i > sent.start + 5:
            tail = token.doc[token.i + 1 : sent.end]
            cue = any(
                lemma(t) in {"say", "add", "note"} and t.tag_ == "VBD" for t in tail
            )
            if cue and len(tail) < 10:
                return int(token.i)
    return int(sent.end)
