"""The words that tell an event, as evidence: trigger, sides, place and day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import clause_of, phrase_edges
from extract.records import Quoted

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.event_triggers import Trigger

#: Longest evidence of one mention, in tokens.
LONGEST: Final = 40


def word(token: Token) -> Quoted:
    """Return a token as quoted words."""
    return Quoted(start=token.idx, end=token.idx + len(token.text), text=token.text)


def evidence(trigger: Trigger, top: Token) -> Quoted:
    """Return the words that tell an event: trigger, sides, place and day."""
    token = trigger.token
    spans = [(token.i, token.i + 1)]
    if token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        spans.append(phrase_edges(top))
        if trigger.support is not None:
            spans += clause_edges(trigger.support)
        elif trigger.claim:
            verb = clause_of(token)
            spans += clause_edges(verb) if verb is not None else []
    else:
        spans += clause_edges(trigger.support or token)
    sent = token.sent
    first = max(min(first for first, _ in spans), sent.start, token.i - LONGEST // 2)
    last = min(max(last for _, last in spans), sent.end, first + LONGEST)
    last = max(last, token.i + 1)
    span: Span = token.doc[first:last]
    while len(span) > 1 and (span[0].is_space or span[0].text in {'"', "“", ","}):
        span = span[1:]
    while len(span) > 1 and (
        span[-1].is_space or span[-1].text in {",", ".", "-", "—", ";", "“"}
    ):
        span = span[:-1]
    return Quoted(start=span.start_char, end=span.end_char, text=span.text)


def clause_edges(verb: Token) -> list[tuple[int, int]]:
    """Return where a verb's subject, objects and phrases stand, without clauses."""
    spans = [(verb.i, verb.i + 1)]
    for child in verb.children:
        if child.dep_ in {
            "nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "aux", "aux:pass",
            "advmod", "compound:prt", "obl:unmarked", "xcomp", "cop",
        }:  # fmt: skip
            spans.append(phrase_edges(child, whole=True))
    return spans
