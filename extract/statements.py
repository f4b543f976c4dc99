"""Reported statements, beliefs and intentions of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from extract.cues import lexicon
from extract.direct_speech import spoken
from extract.discourse import Attributed, chained, floating, resolved
from extract.drafts import Draft, Span
from extract.phrases import text_of
from extract.quotes import Quotation, find_quotations, paragraphs
from extract.records import Entity, Quoted, Statement, StatementKind, TimeExpression
from extract.said_about import with_places
from extract.saying_days import dated
from extract.stance import stance_of
from extract.statement_drafts import whole_drafts
from extract.topics import topics_of


def find_statements(
    doc: Doc,
    *,
    entities: Sequence[Entity],
    times: Sequence[TimeExpression],
    published: date | None,
) -> tuple[Statement, ...]:
    """Return who is reported to have said, thought or intended what.

    Args:
        doc: a parsed article; ``doc.text`` is the article's text.
        entities: its entities, pronouns and descriptions among their mentions.
        times: its temporal expressions.
        published: its day of publication, ``None`` while unknown.

    Returns:
        Statements in the order of their first content. A quotation whose speaker
        cannot be told has ``speaker`` ``None``; its words are kept.
    """
    words = lexicon()
    blocks = _blocks(doc)
    quotations = find_quotations(text_of(doc), blocks)
    utterances = spoken(doc, quotations, blocks, words)
    drafts = whole_drafts(doc, words, utterances, quotations, blocks)
    found = chained(doc, [resolved(doc, d, entities) for d in drafts], blocks)
    loose = floating(utterances, found)
    every = sorted([*found, *loose], key=_place)
    every = dated(doc, every, times, published)
    return with_places(_records(doc, every, quotations), entities)


def _blocks(doc: Doc) -> list[Span]:
    spans = doc.spans.get("blocks")
    if spans is None:
        return list(paragraphs(text_of(doc)))
    out = []
    for span in spans:
        if span.label_ != "boilerplate":
            out.append((span.start_char, span.end_char))
    return out


def _place(found: Attributed) -> tuple[int, int]:
    return found.content[0][0], -found.content[-1][1]


def _records(
    doc: Doc, found: Sequence[Attributed], quotations: Sequence[Quotation]
) -> tuple[Statement, ...]:
    text = text_of(doc)
    out: list[Statement] = []
    for number, item in enumerate(found, start=1):
        draft = item.draft
        content = tuple(_quoted(text, s) for s in item.content)
        said = " ".join(c.text for c in content)
        speaker = item.speaker
        kind = _kind(text, item.content, quotations)
        cue_kind = draft.sense.kind if draft is not None else "say"
        out.append(
            Statement(
                id=f"s{number}",
                speaker=speaker.name if speaker else None,
                speaker_id=speaker.entity.id if speaker and speaker.entity else None,
                source=_source_spans(text, draft),
                cue=(_quoted(text, draft.cue),) if draft is not None else (),
                content=content,
                kind=kind,
                act=draft.sense.act if draft is not None else "speech",
                date=item.date,
                date_basis=item.date_basis,
                via=_via(text, draft),
                topics=tuple(sorted(topics_of(said))),
                stance=stance_of(cue_kind, said),
                cue_kind=cue_kind,
                sentence=_sentence(doc, item),
            )
        )
    return _nested(out)


def _source_spans(text: str, draft: Draft | None) -> tuple[Quoted, ...]:
    if draft is None or draft.source is None:
        return ()
    return (_quoted(text, (draft.source.start, draft.source.end)),)


def _via(text: str, draft: Draft | None) -> tuple[str, ...]:
    if draft is None:
        return ()
    carriers = lexicon().carriers
    names: list[str] = []
    if draft.via is not None:
        names.append(text[draft.via.start : draft.via.end])
    for told in draft.word.children:
        if told.dep_ in ("obj", "iobj") and told.pos_ in ("PROPN", "NOUN"):
            left = min((t.i for t in told.subtree), default=told.i)
            name = doc_text(told.doc, left, told)
            if carriers.match(name):
                names.append(name)
    return tuple(re.sub(r"^(?:the|The)\s+", "", " ".join(n.split())) for n in names)


def doc_text(doc: Doc, first: int, last: Token) -> str:
    """Return the words from one token to another, line breaks as spaces."""
    return " ".join(text_of(doc)[doc[first].idx : last.idx + len(last.text)].split())


def _kind(
    text: str, content: Sequence[Span], quotations: Sequence[Quotation]
) -> StatementKind:
    """Return direct, indirect or mixed, by how much stands in quotation marks."""
    total = sum(c.isalnum() for s, e in content for c in text[s:e])
    inside = 0
    for start, end in content:
        for quote in quotations:
            begin, stop = max(start, quote.start), min(end, quote.end)
            if begin < stop:
                inside += sum(c.isalnum() for c in text[begin:stop])
    if inside == 0:
        return "indirect"
    words = re.sub(r"^\W*(?:that|as|to)\s+", "", text[content[0][0] : content[0][1]])
    lead = sum(c.isalnum() for c in text[content[0][0] : content[0][1]]) - sum(
        c.isalnum() for c in words
    )
    return "direct" if inside >= total - lead else "mixed"


def _sentence(doc: Doc, item: Attributed) -> Quoted | None:
    marks = [*item.content]
    if item.draft is not None:
        marks.append(item.draft.cue)
        if item.draft.source is not None:
            marks.append((item.draft.source.start, item.draft.source.end))
    span = doc.char_span(
        min(s for s, _ in marks), max(e for _, e in marks), alignment_mode="expand"
    )
    if span is None:
        return None
    start, end = span[0].sent.start_char, span[-1].sent.end_char
    cut = text_of(doc)[start:end]
    start += len(cut) - len(cut.lstrip())
    end -= len(cut) - len(cut.rstrip())
    return _quoted(text_of(doc), (start, end)) if start < end else None


def _nested(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """Say of each statement inside which other one's content its cue stands."""
    out: list[Statement] = []
    for inner in statements:
        at = inner.cue[0].start if inner.cue else inner.content[0].start
        holders = [
            s
            for s in statements
            if s is not inner
            and any(q.start <= at < q.end for q in s.content)
            and not (s.cue and s.cue[0].start == at)
        ]
        holder = min(
            holders, key=lambda s: sum(len(q.text) for q in s.content), default=None
        )
        out.append(replace(inner, inside=holder.id) if holder is not None else inner)
    return tuple(out)


def _quoted(text: str, span: Span) -> Quoted:
    return Quoted(start=span[0], end=span[1], text=text[span[0] : span[1]])
