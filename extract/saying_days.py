"""The day of each saying: its own, its speaker's, or the article's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Span

from extract.discourse import Attributed
from extract.records import TimeExpression
from extract.statement_dates import clause_time, is_day, is_narrated, said_on

_NEWS = 3
_RECENT = timedelta(days=9)
_HEADLINE = 12
_SENTENCES = 2


def dated(
    doc: Doc,
    found: Sequence[Attributed],
    times: Sequence[TimeExpression],
    published: date | None,
) -> list[Attributed]:
    """Return the attributions with the day each was said on, where it is known.

    The saying clause tells it; else the speaker's statement before in the
    article that has a day, or the only such day, where it is not long past or
    told just before; else, for a single past act of
    saying, the day of the news in the lead, or the day of publication, which is
    then its basis.
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
    lead = _lead_day(doc, times, published) if published is not None else None
    out: list[Attributed] = []
    last: dict[str, tuple[str, int]] = {}
    for item, day in zip(found, own, strict=True):
        name = _spoken_by(item)
        basis = "clause" if day is not None else None
        of_news = False
        if day is None and name is not None:
            before, where = last.get(name, (None, 0))
            near = _paragraph(doc, item) - where <= 1
            if before is not None and (near or not _is_old(before, published)):
                day, basis = before, "discourse"
            elif len(days.get(name, ())) == 1 and _same_occasion(item):
                other = next(iter(days[name]))
                if not _is_old(other, published):
                    day, basis = other, "discourse"
        now = _told_now(item) or _in_headline(doc, item)
        if day is None and published is not None and now:
            of_news = True
            day = (lead if lead is not None else published).isoformat()
            basis = "published" if lead is None else "discourse"
        if name is not None and is_day(day) and not of_news:
            last[name] = str(day), _paragraph(doc, item)
        out.append(replace(item, date=day, date_basis=basis))
    return out


def _is_old(day: str, published: date | None) -> bool:
    """Tell whether a day lies so far back that what is said later is of another."""
    if published is None:
        return False
    return published - date.fromisoformat(day) > _RECENT


def _paragraph(doc: Doc, item: Attributed) -> int:
    """Return which paragraph a saying stands in, counted from the first."""
    start = item.content[0][0]
    blocks = doc.spans.get("blocks", ())
    return sum(block.end_char <= start for block in blocks)


def _lead_day(
    doc: Doc, times: Sequence[TimeExpression], published: date
) -> date | None:
    """Return the day of the news that an article's first sentences tell.

    ``None`` where they name no day shortly before the publication, or several.
    """
    for sentence in _lead(doc):
        days = {
            t.begin
            for t in times
            if t.begin is not None
            and t.begin == t.last
            and t.type in ("DATE", "TIME")
            and sentence.start_char <= t.quoted.start < sentence.end_char
            and 0 <= (published - t.begin).days <= _NEWS
        }
        if days:
            return days.pop() if len(days) == 1 else None
    return None


def _lead(doc: Doc) -> list[Span]:
    """Return the first two sentences of an article that tell something past.

    A headline has a verb in the present, or none.
    """
    out = []
    for sentence in doc.sents:
        words = [t for t in sentence if not t.is_space]
        if len(words) > _HEADLINE and any(t.tag_ in ("VBD", "VBN") for t in words):
            out.append(sentence)
        if len(out) == _SENTENCES:
            break
    return out


def _spoken_by(item: Attributed) -> str | None:
    if item.draft is not None and item.draft.sense.act != "speech":
        return None
    return item.speaker.name if item.speaker is not None else None


def _same_occasion(item: Attributed) -> bool:
    """Tell whether an undated saying may be the one dated later in the article."""
    draft = item.draft
    return draft is None or draft.form == "phrase" or draft.word.pos_ == "VERB"


def _told_now(item: Attributed) -> bool:
    draft = item.draft
    if draft is None:
        return True
    if draft.sense.act != "speech":
        return False
    return draft.form == "quote" or is_narrated(draft.word)


def _in_headline(doc: Doc, item: Attributed) -> bool:
    """Tell whether a headline tells a saying in the present ("Union says no")."""
    draft = item.draft
    if draft is None or draft.sense.act != "speech" or draft.word.tag_ != "VBZ":
        return False
    return any(
        block.start <= draft.word.i < block.end and block.label_ == "title"
        for block in doc.spans.get("blocks", ())
    )
