"""Reports that stand behind their words: "This was stated at a briefing by ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from extract.cues import Lexicon, Sense
from extract.drafts import Draft, Span, cue_span, lemma
from extract.phrases import children, text_of, trimmed
from extract.sources import agent, source_of, subject

_POINTERS = frozenset({"this", "that", "it", "these"})
_REACH = 8


def retrospective(
    doc: Doc, lexicon: Lexicon, blocks: Sequence[Span]
) -> Iterator[Draft]:
    """Yield what sentences such as "This was stated by the minister" report.

    The content is what stands before in the same paragraph, or the whole
    paragraph before where the sentence opens its own.
    """
    text = text_of(doc)
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if not words or words[0].lower_ not in _POINTERS:
            continue
        verb = next((t for t in words[:_REACH] if _reports(t, lexicon)), None)
        if verb is None:
            continue
        by = agent(verb) or _by(words, verb)
        head = by if by is not None else None
        if head is None and children(verb, "nsubj:pass", "aux:pass"):
            continue
        if head is None:
            head = subject(verb)
            if head is None or head.lower_ in _POINTERS:
                continue
        source = source_of(head)
        before = _before(text, words[0].idx, blocks)
        if source is None or before is None:
            continue
        sense = lexicon.sense(lemma(verb), "clause") or Sense("say", "speech")
        yield Draft(cue_span(verb), verb, source, (before,), sense, "retrospective")


def _reports(token: Token, lexicon: Lexicon) -> bool:
    if token.tag_ != "VBN" or lemma(token) not in lexicon.retrospective:
        return False
    return any(c.dep_.startswith("aux") for c in token.children)


def _by(words: Sequence[Token], verb: Token) -> Token | None:
    """Return the noun behind the first "by" after a verb, however it was parsed."""
    by = next((t for t in words if t.i > verb.i and t.lower_ == "by"), None)
    if by is None:
        return None
    if by.head.i > by.i:
        return by.head
    return next((t for t in words if t.i > by.i and t.pos_ in ("NOUN", "PROPN")), None)


def _before(text: str, start: int, blocks: Sequence[Span]) -> Span | None:
    number = next((i for i, b in enumerate(blocks) if b[0] <= start < b[1]), None)
    if number is None:
        return None
    here = trimmed(text, blocks[number][0], start)
    if here is not None:
        return here
    if number == 0:
        return None
    return trimmed(text, *blocks[number - 1])
