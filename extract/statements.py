"""Reported statements, beliefs and intentions of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from spacy.tokens import Doc, Token

from extract.attributions import Draft, Span, attributions, lemma
from extract.cues import Lexicon, lexicon
from extract.direct_speech import Spoken, spoken
from extract.labels import labelled
from extract.retrospective import retrospective
from extract.phrases import text_of, trimmed
from extract.quotes import Quotation, find_quotations, paragraphs
from extract.records import (
    Entity,
    Quoted,
    Statement,
    StatementKind,
    TimeExpression,
)
from extract.sources import Source
from extract.speakers import Speaker, resolve_speaker
from extract.stance import stance_of
from extract.statement_dates import clause_time, is_day, is_narrated, said_on
from extract.topics import topics_of

_FEW_WORDS = 3
_KEPT = ("clause", "quote", "phrase", "relative")
_CHAINED = frozenset({"add", "continue", "go"})


@dataclass(frozen=True, slots=True)
class _Found:
    """An attribution with what is known of its speaker."""

    draft: Draft | None
    content: tuple[Span, ...]
    speaker: Speaker | None
    date: str | None = None
    date_basis: str | None = None


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
    drafts = _carried(text_of(doc), _drafts(doc, words, utterances, quotations, blocks))
    found = _chained(doc, [_resolved(doc, d, entities) for d in drafts], blocks)
    floating = _floating(utterances, found)
    every = sorted([*found, *floating], key=_place)
    dated = _dated(doc, every, times, published)
    return _records(doc, dated, quotations)


def _blocks(doc: Doc) -> list[Span]:
    spans = doc.spans.get("blocks")
    if spans is None:
        return list(paragraphs(text_of(doc)))
    out = []
    for span in spans:
        if span.label_ != "boilerplate":
            out.append((span.start_char, span.end_char))
    return out


def _place(found: _Found) -> tuple[int, int]:
    return found.content[0][0], -found.content[-1][1]


def _drafts(
    doc: Doc,
    words: Lexicon,
    utterances: Sequence[Spoken],
    quotations: Sequence[Quotation],
    blocks: Sequence[Span],
) -> list[Draft]:
    """Return all attributions that have a cue, each with its whole content."""
    direct = [s.draft for s in utterances if s.draft is not None]
    claimed = {d.word.i for d in direct}
    inner = [
        (q.inner_start, q.inner_end)
        for q in quotations
        if len(doc_words(text_of(doc), q)) > _FEW_WORDS
    ]
    out = list(direct)
    for draft in attributions(doc, words):
        if draft.word.i in claimed:
            continue
        at = draft.word.idx
        if any(start <= at < end for start, end in inner):
            continue
        content = _whole(text_of(doc), draft, quotations, blocks)
        if content:
            out.append(replace(draft, content=content))
    kept = _with_continuations(_outermost(out), utterances)
    labelled_ = list(labelled(doc, blocks))
    return [
        *(d for d in kept if not any(x.cue[0] in range(*d.cue) for x in labelled_)),
        *retrospective(doc, words, blocks),
        *labelled_,
    ]


def doc_words(text: str, quote: Quotation) -> list[str]:
    """Return the words of a quotation."""
    return text[quote.inner_start : quote.inner_end].split()


def _outermost(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without those that merely unfold another one's content.

    What somebody is said to say somebody else said stays: it is a statement
    inside a statement. A thought, a wish or a pronoun's word inside does not.
    """
    out: list[Draft] = []
    for draft in drafts:
        holders = [
            d
            for d in drafts
            if d is not draft
            and any(s <= draft.cue[0] < e for s, e in d.content)
            and not (draft.cue[0] <= d.cue[0] < draft.cue[1])
            and (_size(d), d.word.i) > (_size(draft), draft.word.i)
        ]
        twins = [
            d
            for d in drafts
            if d is not draft
            and d.form in ("aside", "quote")
            and d.source is not None
            and draft.source is not None
            and d.source.head.i == draft.source.head.i
            and not (d.cue[0] < draft.word.idx < d.cue[1])
            and any(s <= draft.word.idx < e for s, e in d.content)
        ]
        if twins or (holders and not _worth_keeping(draft, holders)):
            continue
        out.append(draft)
    return out


def _size(draft: Draft) -> int:
    return sum(e - s for s, e in draft.content)


def _worth_keeping(draft: Draft, holders: Sequence[Draft]) -> bool:
    if draft.sense.act != "speech" or draft.form not in _KEPT:
        return False
    if draft.source is None or draft.source.head.pos_ == "PRON":
        return False
    return all(
        d.source is None or d.source.head.i != draft.source.head.i for d in holders
    )


def _whole(
    text: str, draft: Draft, quotations: Sequence[Quotation], blocks: Sequence[Span]
) -> tuple[Span, ...]:
    """Return a draft's content widened to the quotations that it cuts through."""
    block = next((b for b in blocks if b[0] <= draft.word.idx < b[1]), None)
    if block is None:
        return ()
    spans: list[Span] = []
    for start, end in draft.content:
        begin, stop = max(start, block[0]), min(end, block[1])
        if begin >= stop:
            continue
        for quote in quotations:
            if quote.start < stop and begin < quote.end:
                outside = draft.cue[0] >= quote.end or draft.cue[1] <= quote.start
                if outside:
                    begin, stop = min(begin, quote.start), max(stop, quote.end)
        cut = trimmed(text, begin, stop)
        if cut is not None:
            spans.append(cut)
    return _merged(spans)


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    out: list[Span] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((start, end))
    return tuple(out)


def _with_continuations(
    drafts: list[Draft], utterances: Sequence[Spoken]
) -> list[Draft]:
    """Give each floating quotation to the utterance whose sentence it follows."""
    last: int | None = None
    by_word = {d.word.i: n for n, d in enumerate(drafts)}
    for item in utterances:
        if item.draft is not None:
            last = by_word.get(item.draft.word.i)
        elif item.follows and last is not None:
            whole = (*drafts[last].content, (item.quote.start, item.quote.end))
            drafts[last] = replace(drafts[last], content=_merged(whole))
        else:
            last = None
    return drafts


def _carried(text: str, drafts: list[Draft]) -> list[Draft]:
    """Make "according to the agency" beside somebody's words a link in their chain."""
    carriers = lexicon().carriers
    out: list[Draft] = []
    links: dict[int, Source] = {}
    for draft in drafts:
        source = draft.source
        if draft.form == "phrase" and source is not None:
            beside = [
                d
                for d in drafts
                if d.form != "phrase"
                and d.word.sent.start == draft.word.sent.start
                and d.sense.act == "speech"
            ]
            if beside and carriers.match(text[source.start : source.end]):
                links[beside[0].word.i] = source
                continue
        out.append(draft)
    return [
        replace(d, via=links[d.word.i]) if d.word.i in links and d.via is None else d
        for d in out
    ]


def _chained(doc: Doc, found: list[_Found], blocks: Sequence[Span]) -> list[_Found]:
    """Give "he added" the speaker of the sentence before in its paragraph."""
    ordered = sorted(found, key=lambda f: f.draft.cue[0] if f.draft else 0)
    out: list[_Found] = []
    for item in ordered:
        draft = item.draft
        before = out[-1] if out else None
        if (
            draft is not None
            and before is not None
            and before.draft is not None
            and draft.source is not None
            and draft.source.head.lower_ in ("he", "she", "it", "they")
            and lemma(draft.word) in _CHAINED
            and before.draft.sense.act == "speech"
            and before.speaker is not None
            and _together(before.draft.cue[0], draft.cue[0], blocks)
            and _agrees(draft.source.head, before.speaker)
        ):
            out.append(replace(item, speaker=before.speaker))
            continue
        out.append(item)
    return out


def _together(left: int, right: int, blocks: Sequence[Span]) -> bool:
    return any(b[0] <= left and right < b[1] for b in blocks)


def _agrees(pronoun: Token, speaker: Speaker) -> bool:
    """Tell whether a pronoun may stand for a speaker; "he" may for a spokesman's side."""
    entity = speaker.entity
    gender = entity.gender if entity is not None else None
    if pronoun.lower_ == "he":
        return gender != "f"
    if pronoun.lower_ == "she":
        return gender != "m"
    return entity is None or entity.kind != "person"


def _resolved(doc: Doc, draft: Draft, entities: Sequence[Entity]) -> _Found:
    speaker = None
    if draft.source is not None:
        speaker = resolve_speaker(doc, draft.source, entities)
    return _Found(draft, draft.content, speaker)


def _floating(utterances: Sequence[Spoken], found: Sequence[_Found]) -> list[_Found]:
    """Return the quotations without a cue; each has the speaker before it."""
    out: list[_Found] = []
    taken = [span for f in found for span in f.content]
    for item in utterances:
        span = (item.quote.start, item.quote.end)
        if any(s <= span[0] and span[1] <= e for s, e in taken):
            continue
        before = [
            f
            for f in (*found, *out)
            if f.content[0][0] < span[0]
            and (f.draft is None or f.draft.sense.act == "speech")
        ]
        last = max(before, key=_last_place, default=None)
        out.append(_Found(None, (span,), last.speaker if last is not None else None))
    return out


def _may_go_on(found: _Found) -> bool:
    """Tell whether a floating quotation may go on with what somebody said."""
    draft = found.draft
    if draft is None or draft.form == "quote":
        return True
    if draft.sense.act != "speech" or draft.form not in (*_KEPT, "aside"):
        return False
    return is_narrated(draft.word) and lexicon().introduces_speech(lemma(draft.word))


def _last_place(found: _Found) -> int:
    places = [found.content[-1][1]]
    if found.draft is not None:
        places.append(found.draft.cue[1])
    return max(places)


def _dated(
    doc: Doc,
    found: Sequence[_Found],
    times: Sequence[TimeExpression],
    published: date | None,
) -> list[_Found]:
    """Return the attributions with the day each was said on, where it is known.

    The saying clause tells it; else the speaker's statement before in the
    article that has a day, or the only such day; else, for a single past act of
    saying, the day of publication, which is then its basis.
    """
    own: list[str | None] = []
    for item in found:
        day = None
        if item.draft is not None:
            time = clause_time(doc, item.draft.word, times, item.content)
            day = said_on(time, published=published) if time is not None else None
        own.append(day)
    days: dict[str, set[str]] = {}
    for item, day in zip(found, own, strict=True):
        if is_day(day) and _spoken_by(item) is not None:
            days.setdefault(str(_spoken_by(item)), set()).add(str(day))
    out: list[_Found] = []
    last: dict[str, str] = {}
    for item, day in zip(found, own, strict=True):
        name = _spoken_by(item)
        basis = "clause" if day is not None else None
        if day is None and name is not None:
            if name in last:
                day, basis = last[name], "discourse"
            elif len(days.get(name, ())) == 1 and _same_occasion(item):
                day, basis = next(iter(days[name])), "discourse"
        if day is None and published is not None and _told_now(item):
            day, basis = published.isoformat(), "published"
        if name is not None and is_day(day) and basis != "published":
            last[name] = str(day)
        out.append(replace(item, date=day, date_basis=basis))
    return out


def _spoken_by(item: _Found) -> str | None:
    if item.draft is not None and item.draft.sense.act != "speech":
        return None
    return item.speaker.name if item.speaker is not None else None


def _same_occasion(item: _Found) -> bool:
    """Tell whether an undated saying may be the one dated later in the article."""
    draft = item.draft
    return draft is None or draft.form == "phrase" or draft.word.pos_ == "VERB"


def _told_now(item: _Found) -> bool:
    draft = item.draft
    if draft is None:
        return True
    if draft.sense.act != "speech":
        return False
    return draft.form == "quote" or is_narrated(draft.word)


def _records(
    doc: Doc, found: Sequence[_Found], quotations: Sequence[Quotation]
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


def _sentence(doc: Doc, item: _Found) -> Quoted | None:
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


__all__ = ["Source", "find_statements"]
