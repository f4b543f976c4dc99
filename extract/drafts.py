"""Attributions in the making: their parts, and the edges of their cues."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Token

from extract.cues import Sense, lexicon
from extract.phrases import children, end_of, runs, subtree, text_of, trimmed
from extract.records import Act
from extract.sources import Source

Span = tuple[int, int]

_ENDINGS = (
    ("ied", "y"),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("d", ""),
    ("ing", ""),
    ("ing", "e"),
    ("es", ""),
    ("es", "e"),
    ("s", ""),
    ("ting", ""),
    ("ted", ""),
)

LIGHT = frozenset(
    [
        "express",
        "make",
        "give",
        "issue",
        "voice",
        "offer",
        "have",
        "put",
        "raise",
        "deliver",
        "send",
        "release",
        "hold",
        "share",
        "repeat",
        "present",
        "state",
        "show",
        "show",
        "reach",
        "publish",
        "extract",
    ]
)


@dataclass(frozen=True, slots=True)
class Draft:
    """One attribution before its speaker and date are known.

    Attributes:
        cue: the cue as a character span.
        word: the cue's main word.
        source: who is behind it, ``None`` for a passive without agent.
        content: what is attributed, as character spans in reading order.
        sense: what the cue does.
        form: how it was read: "clause", "quote", "object", "noun", "phrase", ...
        via: the agent that passed it on ("as saying by the agency").
    """

    cue: Span
    word: Token
    source: Source | None
    content: tuple[Span, ...]
    sense: Sense
    form: str
    via: Source | None = None


def lemma(token: Token) -> str:
    """Return a token's lemma in lower case, mended where a cue's was misread.

    A verb whose lemma the lexicon does not know is tried under the regular
    endings of its form.
    """
    return _lemma(token.lemma_.lower() or token.lower_, token.lower_, token.tag_)


@cache
def _lemma(read: str, form: str, tag: str) -> str:
    words = lexicon()
    if not tag.startswith("VB") or words.known(read) or read in words.particles:
        return read
    for ending, instead in _ENDINGS:
        if form.endswith(ending):
            stem = form[: len(form) - len(ending)] + instead
            if words.known(stem):
                return stem
    return read


def cue_span(verb: Token, tail: Token | None = None) -> Span:
    """Return a cue with its auxiliaries, adverbs, negation and particle."""
    doc = verb.doc
    first = last = verb
    while first.i > 0:
        before = doc[first.i - 1]
        if before.is_space:
            break
        mine = before.head.i in (verb.i, first.i) or before.head.i == verb.head.i
        helps = before.dep_.startswith("aux") or (
            before.dep_ == "advmod" and before.pos_ in ("ADV", "PART")
        )
        if not (mine and helps) or before.lower_ in ("when", "where", "how", "why"):
            break
        first = before
    for c in children(verb, "compound"):
        if c.dep_ == "compound:prt" and c.i == last.i + 1:
            last = c
    if tail is not None and last.i < tail.i <= verb.i + 5:
        last = tail
    return int(first.idx), end_of(last)


def negated(verb: Token) -> bool:
    """Tell whether a verb is negated."""
    return any(
        c.lower_ in ("not", "n't", "n’t", "never", "nor") or c.dep_ == "neg"
        for c in verb.children
    )


def unreal(verb: Token) -> bool:
    """Tell whether a saying is future, wished or only possible, or is denied."""
    auxiliaries = {c.lower_ for c in children(verb, "aux")}
    if auxiliaries & {"will", "'ll", "’ll", "would", "could", "might", "may", "should"}:
        return True
    if "to" in {c.lower_ for c in children(verb, "mark")} and verb.tag_ == "VB":
        return True
    return negated(verb)


def real_sense(verb: Token, sense: Sense) -> Sense:
    """Return a sense with the act that mood and negation leave of it."""
    if sense.act != "speech" or not unreal(verb):
        return sense
    act: Act = "belief" if negated(verb) else "intention"
    return replace(sense, act=act)


def content_spans(
    head: Token, *, without: tuple[Token, ...] = (), drop_case: bool = False
) -> tuple[Span, ...]:
    """Return the stretches that a clause or phrase covers, cut to its words."""
    cut = list(without)
    if drop_case:
        cut += [c for c in children(head, "case", "mark") if c.i < head.i]
        cut += [f for c in cut for f in children(c, "fixed")]
    cut += [c for c in children(head, "cc") if c.i < head.i]
    found = []
    for first, last in runs(subtree(head, without=cut)):
        span = trimmed(text_of(head.doc), first.idx, end_of(last))
        if span is not None:
            found.append(span)
    return tuple(found)


def phrase_tokens(head: Token) -> list[Token]:
    """Return the words of a phrase without the conjunction before it."""
    return subtree(head, without=[c for c in children(head, "cc") if c.i < head.i])


def is_infinitive(clause: Token) -> bool:
    """Tell whether a clause is an infinitive with "to"."""
    return any(c.lower_ == "to" and c.i < clause.i for c in children(clause, "mark"))


def takes_clause(clause: Token) -> bool:
    """Tell whether a clause is opened by a word of reporting."""
    marks = {c.lower_ for c in children(clause, "mark")}
    return bool(marks & {"that", "to", "whether", "if"})
