"""Where what was said ends: another cue, the reporter's own remark, a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from spacy.tokens import Token

from extract.cues import Lexicon, lexicon
from extract.phrases import children, text_of, trimmed
from extract.quotes import Quotation

_SHORTEST = 12


def ends_content(token: Token, cue: Token, words: Lexicon) -> bool:
    """Tell whether a word is another cue behind a comma that ends a content.

    It has its subject behind it (", said the mayor"), or goes with the cue
    before it (", adding that").
    """
    if token.i <= cue.i or token.doc[token.i - 1].text != ",":
        return False
    if words.sense(token.lemma_.lower(), "clause") is None:
        return False
    if token.tag_ == "VBG":
        return bool(children(token, "ccomp"))
    return token.tag_ in ("VBD", "VBZ") and any(
        c.dep_ == "nsubj" and c.i > token.i for c in token.children
    )


def regoverned(verb: Token) -> Token | None:
    """Return the cue that a verb is coordinated with, where the parse says another.

    "He warned that each day was costing millions and accused the union": a simple
    past cannot go on with "was costing", so it goes on with "warned".
    """
    head = verb.head
    words = lexicon()
    if verb.dep_ != "conj" or verb.tag_ != "VBD" or head.i >= verb.i:
        return None
    if any(c.dep_.startswith(("nsubj", "aux", "cop")) for c in verb.children):
        return None
    if words.known(verb.lemma_.lower()) is None or not head.dep_.startswith("ccomp"):
        return None
    cue = head.head
    if cue.i > head.i or cue.tag_ != "VBD" or words.known(cue.lemma_.lower()) is None:
        return None
    helped = any(
        c.dep_.startswith(("aux", "cop")) and c.tag_ != "TO" for c in head.children
    )
    return cue if helped or head.tag_ in ("VBZ", "VBP", "VBG") else None


@cache
def _consequence() -> re.Pattern[str]:
    words = "|".join(lexicon().consequences)
    return re.compile(rf",\s+(?:further\s+)?(?:{words})\s")


def without_consequence(
    text: str, spans: Sequence[tuple[int, int]], quotations: Sequence[Quotation]
) -> tuple[tuple[int, int], ...]:
    """Return a content without the reporter's remark on what it leads to.

    ", dimming hopes of a deal" behind what somebody said is the article's own;
    inside quotation marks it is not.
    """
    out: list[tuple[int, int]] = []
    for start, end in spans:
        found = _consequence().search(text, start + _SHORTEST, end)
        if found is None or any(q.start <= found.start() < q.end for q in quotations):
            out.append((start, end))
            continue
        cut = trimmed(text, start, found.start())
        if cut is not None:
            out.append(cut)
    return tuple(out)


_DATELINE = re.compile(
    r"[A-Z][A-Z.'’]+(?:[ /][A-Z][A-Z.'’]+)*"
    r"(?:, [A-Z][a-z]+(?: [A-Z][a-z]+)?)?(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: \([^)]{2,30}\))?(?: ?-| --| –| —) "
)


def dateline(token: Token) -> list[int]:
    """Return the token indices of the dateline that opens a token's sentence."""
    text = text_of(token.doc)
    sentence = token.sent
    start = sentence.start_char
    start += len(text[start:]) - len(text[start:].lstrip()) if text else 0
    found = _DATELINE.match(text, start, sentence.end_char)
    if found is None:
        return []
    return [t.i for t in sentence if t.idx < found.end()]
