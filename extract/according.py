"""Attributions by "according to": the clause beside the phrase."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extract.content import spans_of
from extract.cues import Sense
from extract.drafts import Draft, Span
from extract.phrases import NOMINAL, end_of, finite, text_of, trimmed
from extract.sources import Source


def according_attributions(token: Token) -> Iterator[Draft]:
    """Yield what stands "according to" somebody: the clause beside the phrase."""
    doc, sentence = token.doc, token.sent
    words = [t for t in sentence if not t.is_space]
    to = next((t for t in doc[token.i + 1 : token.i + 3] if t.lower_ == "to"), None)
    if to is None:
        return
    phrase: list[Token] = []
    for t in words:
        if t.i <= to.i:
            continue
        if t.text in (",", ".", ";", ":", ")", "—", "--") or t.text in '"“”':
            break
        if finite(t) and t.pos_ in ("VERB", "AUX") and not _in_relative(t, phrase):
            break
        phrase.append(t)
    nominal = [t for t in phrase if t.pos_ in NOMINAL]
    if not nominal:
        return
    ids = {t.i for t in phrase}
    head = next((t for t in nominal if t.head.i not in ids), nominal[-1])
    span = trimmed(text_of(doc), phrase[0].idx, end_of(phrase[-1]))
    if span is None or nominal[0].lower_ in ("which", "whom", "what"):
        return
    before = [t for t in words if t.i < token.i]
    last = phrase[-1].i
    after = [t for t in words if t.i > last]
    if not any(t.is_alpha for t in before):
        spans = spans_of(after)
        span = _with_apposition(span, after) or span
        if span[1] > end_of(phrase[-1]):
            spans = spans_of([t for t in after if t.idx >= span[1]])
    else:
        opener = [t for t in before if not t.is_punct]
        joint = opener[-1].lower_ if opener else ""
        if joint in ("where", "which", "who", "that", "because", "and", "but", "as"):
            spans = spans_of(after)
        elif len([t for t in after if t.is_alpha]) > 2 and after[0].text == ",":
            spans = spans_of([*before, *after])
        else:
            spans = spans_of(before)
        if spans and joint != "where" and _only_apposition(after):
            spans = spans_of(before)
            whole = trimmed(text_of(doc), span[0], end_of(after[-1]))
            span = whole or span
    if not spans:
        return
    source = Source(span[0], span[1], head, head)
    sense = Sense("according to", "speech")
    yield Draft((int(token.idx), end_of(to)), token, source, spans, sense, "phrase")


def _only_apposition(after: list[Token]) -> bool:
    """Tell whether a comma and a description of the source end the sentence."""
    words = [t for t in after if t.is_alpha]
    if not words or after[0].text != "," or words[0].pos_ in ("CCONJ", "SCONJ"):
        return False
    relative = words[0].lower_ in ("who", "which")
    return relative or not any(
        finite(t) and t.dep_ != "acl:relcl" and t.pos_ in ("VERB", "AUX") for t in words
    )


def _in_relative(token: Token, phrase: list[Token]) -> bool:
    return any(t.lower_ in ("who", "which", "that") for t in phrase)


def _with_apposition(span: Span, after: list[Token]) -> Span | None:
    """Return a fronted source with what stands between commas behind it."""
    if not after or after[0].text != ",":
        return None
    for position, t in enumerate(after[1:], start=1):
        if t.text == ",":
            inner = after[1:position]
            if (
                inner
                and inner[0].lower_ in ("a", "an", "the", "who", "which")
                and not any(finite(x) for x in inner if inner[0].lower_ != "who")
            ):
                return span[0], end_of(t)
            return None
    return None
