"""Attributions by nouns and adjectives: "his warning that", "is willing to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extract.cues import Lexicon
from extract.drafts import (
    LIGHT,
    Draft,
    content_spans,
    cue_span,
    is_infinitive,
    lemma,
    real_sense,
    takes_clause,
)
from extract.phrases import case_of, children, end_of
from extract.sources import is_passive, source_of, subject


def noun_attributions(noun: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what a noun of saying or thinking attributes ("his warning that")."""
    sense = lexicon.nouns.get(lemma(noun))
    if sense is None:
        return
    doc = noun.doc
    clause = next(
        (
            c
            for c in children(noun, "acl", "ccomp")
            if c.i > noun.i and c.dep_ != "acl:relcl" and takes_clause(c)
        ),
        None,
    )
    phrase = next(
        (
            c
            for c in children(noun, "nmod", "obl")
            if c.i > noun.i
            and c.dep_ == "nmod"
            and case_of(c)
            in (
                "of",
                "for",
                "about",
                "on",
                "over",
                "to",
                "against",
                "toward",
                "towards",
            )
        ),
        None,
    )
    if clause is None and phrase is None:
        return
    source_head: Token | None = None
    first = noun
    owners = [c for c in children(noun, "nmod:poss") if c.dep_ == "nmod:poss"]
    by = next(
        (
            c
            for c in children(noun, "nmod")
            if case_of(c) in ("by", "from") and c.i > noun.i
        ),
        None,
    )
    verb = noun.head
    if owners:
        source_head = owners[0]
    elif by is not None:
        source_head = by
    elif noun.dep_ in ("obj", "obl") and verb.pos_ == "VERB" and not is_passive(verb):
        if lemma(verb) not in LIGHT:
            return
        source_head = subject(verb)
        if source_head is not None and verb.i < noun.i:
            first = verb
    elif noun.dep_ == "obl" and verb.pos_ == "VERB":
        return
    if source_head is None:
        return
    source = source_of(source_head)
    if source is None:
        return
    if clause is not None:
        spans = content_spans(clause)
        if not is_infinitive(clause) and clause.tag_ == "VBG":
            return
        start, tail_end = int(first.idx), end_of(noun)
    elif phrase is not None:
        marks = [c for c in children(phrase, "case") if c.i < phrase.i]
        if by is phrase:
            return
        spans = content_spans(phrase, drop_case=True)
        tail_end = end_of(marks[-1]) if marks else end_of(noun)
        start = int(first.idx)
        if first is noun and sense.act == "speech":
            sense = replace(sense, act="belief")
    if first is not noun:
        start = cue_span(first)[0]
        if sense.act == "speech":
            sense = real_sense(first, sense)
    elif by is None:
        before = doc[noun.i - 1] if noun.i else noun
        while (
            before.i > source_head.i
            and before.head.i == noun.i
            and before.dep_ == "amod"
        ):
            start = int(before.idx)
            before = doc[before.i - 1]
    if spans and source.start not in range(spans[0][0], spans[-1][1]):
        yield Draft((start, tail_end), noun, source, spans, sense, "noun")


def adjective_attributions(word: Token, lexicon: Lexicon) -> Iterator[Draft]:
    """Yield what an adjective of mind attributes ("is willing to accept")."""
    sense = lexicon.adjectives.get(lemma(word))
    copula = children(word, "cop")
    if sense is None:
        return
    head = subject(word)
    if head is None or not (copula or word.dep_ in ("xcomp", "conj", "advcl")):
        return
    clause = next(
        (
            c
            for c in children(word, "ccomp", "xcomp", "advcl", "csubj")
            if (c.i > word.i and takes_clause(c))
            or (c.dep_ == "ccomp" and c.i > word.i)
        ),
        None,
    )
    tail: Token | None = None
    if clause is not None:
        spans = content_spans(clause)
    else:
        phrase = next(
            (
                c
                for c in children(word, "obl")
                if c.i > word.i
                and case_of(c) in ("of", "about", "to", "with", "on", "at", "by")
            ),
            None,
        )
        if phrase is None:
            return
        marks = children(phrase, "case")
        tail = marks[-1] if marks else None
        spans = content_spans(phrase, drop_case=True)
    source = source_of(head, cue=copula[0] if copula else word)
    if source is None or not spans:
        return
    if source.antecedent.lower_ in ("it", "there", "this", "that"):
        return
    first = copula[0] if copula and copula[0].i < word.i else word
    start = cue_span(first)[0] if first is not word else int(word.idx)
    for c in word.children:
        if c.dep_ in ("aux", "advmod") and c.idx < start and c.idx >= source.end:
            start = int(c.idx)
    yield Draft((start, end_of(tail or word)), word, source, spans, sense, "adjective")
