"""Who goes on speaking: "he added" chains and quotations without a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from extract.cues import lexicon
from extract.direct_speech import Spoken
from extract.drafts import Draft, Span, lemma
from extract.records import Entity
from extract.sources import source_of
from extract.speakers import Speaker, resolve_speaker
from extract.statement_dates import is_narrated
from extract.statement_drafts import KEPT

_CHAINED = frozenset({"add", "continue", "go"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """An attribution with what is known of its speaker.

    Attributes:
        draft: its cue and source, ``None`` for a floating quotation.
        content: what was said.
        speaker: who it was, ``None`` where that cannot be told.
        date: the day it was said on, ``None`` while open.
        date_basis: where that day comes from.
    """

    draft: Draft | None
    content: tuple[Span, ...]
    speaker: Speaker | None
    date: str | None = None
    date_basis: str | None = None


def resolved(doc: Doc, draft: Draft, entities: Sequence[Entity]) -> Attributed:
    """Return an attribution with its source resolved."""
    speaker = None
    if draft.source is not None:
        speaker = resolve_speaker(doc, draft.source, entities)
        if speaker is None and draft.source.head.lower_ == "they":
            speaker = _group_before(doc, draft.source.head, entities)
    return Attributed(draft, draft.content, speaker)


def _group_before(doc: Doc, they: Token, entities: Sequence[Entity]) -> Speaker | None:
    """Return whom "they" means: the plural subject of the sentence before."""
    sentence = they.sent
    if sentence.start == 0:
        return None
    before = doc[sentence.start - 1].sent
    if "\n\n" in before.text.strip() or "\n\n" in doc[sentence.start - 1].text:
        return None
    for token in before:
        if token.dep_ != "nsubj" or token.head.dep_ not in ("ROOT", "root"):
            continue
        plural = token.tag_ in ("NNS", "NNPS") or any(
            c.dep_ == "conj" for c in token.children
        )
        source = source_of(token, cue=token.head) if plural else None
        return resolve_speaker(doc, source, entities) if source is not None else None
    return None


def chained(
    doc: Doc, found: list[Attributed], blocks: Sequence[Span]
) -> list[Attributed]:
    """Give "he added" the speaker of the sentence before in its paragraph."""
    ordered = sorted(found, key=lambda f: f.draft.cue[0] if f.draft else 0)
    out: list[Attributed] = []
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
    """Tell whether a pronoun may stand for a speaker."""
    entity = speaker.entity
    gender = entity.gender if entity is not None else None
    if pronoun.lower_ == "he":
        return gender != "f"
    if pronoun.lower_ == "she":
        return gender != "m"
    return entity is None or entity.kind != "person"


def floating(
    utterances: Sequence[Spoken], found: Sequence[Attributed]
) -> list[Attributed]:
    """Return the quotations without a cue; each has the speaker before it."""
    out: list[Attributed] = []
    taken = [span for f in found for span in f.content]
    for item in utterances:
        span = (item.quote.start, item.quote.end)
        if any(s <= span[0] and span[1] <= e for s, e in taken):
            continue
        before = [
            f for f in (*found, *out) if f.content[0][0] < span[0] and _may_go_on(f)
        ]
        last = max(before, key=_last_place, default=None)
        out.append(
            Attributed(None, (span,), last.speaker if last is not None else None)
        )
    return out


def _may_go_on(found: Attributed) -> bool:
    """Tell whether a floating quotation may go on with what somebody said."""
    draft = found.draft
    if draft is None or draft.form == "quote":
        return True
    if draft.sense.act != "speech" or draft.form not in (*KEPT, "aside"):
        return False
    return is_narrated(draft.word) and lexicon().introduces_speech(lemma(draft.word))


def _last_place(found: Attributed) -> int:
    places = [found.content[-1][1]]
    if found.draft is not None:
        places.append(found.draft.cue[1])
    return max(places)
