"""When something was said: from the saying clause, or the discourse around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Token

from extract.phrases import subtree
from extract.records import TimeExpression


def clause_time(
    doc: Doc,
    cue: Token,
    times: Sequence[TimeExpression],
    content: Sequence[tuple[int, int]],
) -> TimeExpression | None:
    """Return the time expression that dates the saying, ``None`` without one.

    It stands in the cue's own clause and outside what was said; of several the
    one nearest to the cue counts.
    """
    sentence = cue.sent
    dated = [
        t
        for t in times
        if t.begin is not None
        and t.type in ("DATE", "TIME")
        and sentence.start_char <= t.quoted.start < sentence.end_char
        and not any(s <= t.quoted.start < e for s, e in content)
        and (t.last is None or (t.last - t.begin).days <= 31)
    ]
    if not dated:
        return None
    mine = {t.i for t in _own(cue)}
    own = [t for t in dated if _overlaps(doc, t, mine)]
    if own:
        return min(own, key=lambda t: abs(t.quoted.start - cue.idx))
    return None


def _own(cue: Token) -> list[Token]:
    """Return the words of a cue's clause: it and its dependents, not its content."""
    cut = [c for c in cue.children if c.dep_ in ("ccomp", "csubj", "acl:relcl")]
    cut += [c for c in cue.children if c.dep_ == "conj" and c.i > cue.i]
    return subtree(cue, without=cut)


def _overlaps(doc: Doc, time: TimeExpression, tokens: set[int]) -> bool:
    span = doc.char_span(
        time.quoted.start, time.quoted.end, alignment_mode="expand"
    )
    return span is not None and any(t.i in tokens for t in span)


def said_on(time: TimeExpression, *, published: date | None) -> str | None:
    """Return a time expression's day as an ISO date or a prefix of one.

    A time that lies after the publication dates no saying.
    """
    if time.begin is None:
        return None
    if published is not None and time.begin > published:
        return None
    if time.last is None or time.last == time.begin:
        return time.begin.isoformat()
    if time.begin.year == time.last.year and time.begin.month == time.last.month:
        if (time.last - time.begin).days >= 27:
            return time.begin.isoformat()[:7]
        return time.value if time.value[:4].isdigit() else time.begin.isoformat()[:7]
    return time.value if time.value[:4].isdigit() else None
