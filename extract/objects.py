"""What is said of a thing: objects, and relative clauses that a cue parts."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from extract.content import VENUES, Span, spans_of, timely
from extract.phrases import finite


def relative(cue: Token) -> tuple[Span, ...]:
    """Return the content of "which he said was sent": all behind the cue."""
    doc = cue.doc
    after = next((t for t in doc[cue.i + 1 :] if not t.is_space), None)
    if after is None or not (after.pos_ in ("AUX", "VERB") and after.tag_ != "VBG"):
        return ()
    if after.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return ()
    before = [t for t in doc[max(cue.sent.start, cue.i - 8) : cue.i] if not t.is_space]
    pronoun = next(
        (
            t
            for t in reversed(before)
            if t.lower_ in ("which", "who", "that", "whom", "what")
        ),
        None,
    )
    if pronoun is None:
        return ()
    verb = after
    while verb.dep_.startswith(("aux", "cop")) and verb.head.i > verb.i:
        verb = verb.head
    last = after.i
    for i in range(after.i, cue.sent.end):
        token = doc[i]
        if token.text in (",", ";", ".", ")", "—") and i > verb.i:
            break
        if not token.is_space:
            last = i
    return spans_of(list(subtree_between(doc, after.i, last)))


def subtree_between(doc: Doc, first: int, last: int) -> list[Token]:
    """Return the words from one index to another, both included."""
    return [t for t in doc[first : last + 1] if not t.is_space]


def thing(tokens: Sequence[Token], verb: Token) -> list[Token]:
    """Return the words of an object with what stands behind it up to a break.

    A break is punctuation outside brackets, a conjunction before a verb, a time,
    a venue, or a preposition of time or circumstance.
    """
    kept = sorted(set(tokens), key=lambda t: t.i)
    doc, ids = verb.doc, {t.i for t in kept}
    out = [t for t in kept if not _circumstance(t, kept[0])]
    cut = min((t.i for t in kept if _circumstance(t, kept[0])), default=None)
    if cut is not None:
        return [t for t in out if t.i < cut]
    last = kept[-1].i
    for token in doc[last + 1 : verb.sent.end]:
        if token.is_space:
            continue
        if (token.is_punct and token.text not in ("-", "%", "$")) or token.i in ids:
            break
        if token.dep_ in ("cc", "mark") or token.pos_ in ("SCONJ", "CCONJ", "AUX"):
            break
        if timely(token) or timely(token.head) or _circumstance(token, kept[0]):
            break
        if token.pos_ == "ADP" and (
            token.head.lemma_.lower() in VENUES or timely(token.head)
        ):
            break
        if token.pos_ == "VERB" and finite(token):
            break
        kept.append(token)
    return kept


def _circumstance(token: Token, first: Token) -> bool:
    before = token.doc[token.i - 1] if token.i else token
    if before.pos_ == "ADV":
        return False
    return token.i > first.i and token.lower_ in (
        "following",
        "amid",
        "while",
        "during",
        "after",
        "before",
    )
