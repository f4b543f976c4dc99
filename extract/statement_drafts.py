"""All attributions of an article that have a cue, each once and whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Doc

from extract.attributions import attributions
from extract.cues import Lexicon, lexicon
from extract.direct_speech import Spoken
from extract.drafts import Draft, Span
from extract.edges import without_consequence
from extract.labels import labelled
from extract.phrases import text_of, trimmed
from extract.quotes import Quotation
from extract.retrospective import retrospective
from extract.sources import Source

_FEW_WORDS = 3

KEPT = ("clause", "quote", "phrase", "relative")


def whole_drafts(
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
        content = without_consequence(text_of(doc), draft.content, quotations)
        content = _whole(
            text_of(doc), replace(draft, content=content), quotations, blocks
        )
        if content:
            out.append(replace(draft, content=content))
    kept = _with_continuations(_outermost(carried(text_of(doc), out)), utterances)
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
    if draft.sense.act != "speech" or draft.form not in KEPT:
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
    return merged(spans)


def merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that overlap joined."""
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
            drafts[last] = replace(drafts[last], content=merged(whole))
        else:
            last = None
    return drafts


def carried(text: str, drafts: list[Draft]) -> list[Draft]:
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
