"""When something was said: from the saying clause, or the discourse around it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc, Token

from extract.phrases import subtree
from extract.records import TimeExpression

_LONGEST = 31
_DAY = len("2022-03-30")
_VENUES = frozenset({"in", "at", "during", "on"})
_OTHER_END = frozenset(
    {"after", "since", "until", "before", "by", "from", "following", "ended", "ending"}
)
#: Conjunctions of a clause that tells another time than that of the saying.
_OTHER_CLAUSE = frozenset(
    {"since", "until", "till", "before", "because", "although", "though", "if"}
    | {"unless", "whereas"}
)
#: Words of what came after the day that was told.
_LATER = frozenset({"then", "later", "subsequently", "afterwards", "afterward"})
#: Participles of words that are made known.
_SPREAD = frozenset(
    {"read", "issued", "published", "released", "broadcast", "posted", "delivered"}
    | {"aired", "made", "sent", "circulated", "televised", "printed", "dated", "given"}
)


def clause_time(
    doc: Doc,
    cue: Token,
    times: Sequence[TimeExpression],
    content: Sequence[tuple[int, int]],
) -> TimeExpression | None:
    """Return the time expression that dates the saying, ``None`` without one.

    It stands in the cue's own clause, or in the clause that it is coordinated
    with, and reaches outside what was said; of several the one nearest to the cue
    counts.
    A time behind "after" or "since", or the owner of something ("Tuesday's talks"),
    dates no saying.
    """
    sentence = cue.sent
    first = min(s for s, _ in content)
    last = max(e for _, e in content)
    dated = [
        t
        for t in times
        if t.begin is not None
        and t.type in ("DATE", "TIME")
        and sentence.start_char <= t.quoted.start < sentence.end_char
        and not (first <= t.quoted.start and t.quoted.end <= last and first > cue.idx)
        and not any(s <= t.quoted.start and t.quoted.end <= e for s, e in content)
        and (t.last is None or (t.last - t.begin).days <= _LONGEST)
    ]
    dated = [t for t in dated if not _dates_another(doc, t, cue)]
    current = cue
    for _ in range(3):
        mine = {t.i for t in _own(current)}
        own = [
            t
            for t in dated
            if _overlaps(doc, t, mine) and not _tells_another(doc, t, current)
        ]
        if own:
            return min(
                own,
                key=lambda t: (_places_talks(doc, t), abs(t.quoted.start - cue.idx)),
            )
        if current.dep_ not in ("conj", "advcl", "xcomp"):
            break
        if any(child.lower_ in _LATER for child in current.children):
            break  # "met on Monday, but the union then accused them"
        current = current.head
    return None


def _dates_another(doc: Doc, time: TimeExpression, cue: Token) -> bool:
    """Tell whether a time dates something else than the clause it stands in."""
    span = doc.char_span(time.quoted.start, time.quoted.end, alignment_mode="expand")
    if span is None:
        return True
    text = span.text
    if text.endswith(("'s", "’s")) or (
        span.end < len(doc) and doc[span.end].lower_ in ("'s", "’s")
    ):
        return True
    if _describes(span.root, cue) or _ends_aside(doc, span.start, cue):
        return True
    before = doc[span.start - 1].lower_ if span.start else ""
    return before in _OTHER_END or _is_name(span.root)


def _is_name(time: Token) -> bool:
    """Tell whether a time only names which one: "a 9/11 widow", "the May pact"."""
    if time.dep_ in ("compound", "amod", "nmod:poss"):
        return True
    return time.dep_ == "nummod" and time.head.pos_ in ("NOUN", "PROPN")


def _tells_another(doc: Doc, time: TimeExpression, clause: Token) -> bool:
    """Tell whether a time stands in a clause under the saying's that tells another.

    "The minister, who quit in May, said", "said it because he was hurt in May"; not
    "said a letter that was read on Monday".
    """
    span = doc.char_span(time.quoted.start, time.quoted.end, alignment_mode="expand")
    step = span.root if span is not None else clause
    while step.i != clause.i and step.head.i != step.i:
        if step.dep_ == "acl:relcl" and step.lower_ not in _SPREAD:
            return True
        marks = {c.lower_ for c in step.children if c.dep_ == "mark"}
        if step.dep_ == "advcl" and marks & _OTHER_CLAUSE:
            return True
        step = step.head
    return False


def _ends_aside(doc: Doc, first: int, cue: Token) -> bool:
    """Tell whether a time ends "the pact signed in Oslo this week", behind a cue.

    A tree may hang it on the cue, which stands far before it.
    """
    behind = cue.i > first
    start = cue.sent.start if behind else cue.i + 1
    for token in reversed(doc[start:first]):
        if token.dep_ == "acl" and token.tag_ == "VBN":
            near = doc[token.i + 1].lower_ in ("by", "in", "at")
            described = behind and token.head.dep_ == "obj" and token.lower_ in _SPREAD
            return near and (described or _is_terms(token.head, cue))
        if token.pos_ not in ("ADP", "DET", "NOUN", "PROPN", "ADJ"):
            return False
    return False


def _describes(time: Token, cue: Token) -> bool:
    """Tell whether a time is that of a paper or a deed that a clause describes.

    "Refused the draft sent on Monday" was not said on Monday; "said in a letter
    published on Monday" was.
    """
    clause = time.head
    while clause.pos_ not in ("VERB", "AUX") and clause.head.i != clause.i:
        clause = clause.head
    if clause.dep_ != "acl" or clause.i == cue.i:
        return False
    noun = clause.head
    venue = {c.lower_ for c in noun.children if c.dep_ == "case"}
    return not (noun.dep_ == "obl" and venue & _VENUES and not _is_terms(noun, cue))


def _is_terms(noun: Token, cue: Token) -> bool:
    """Tell whether a noun stands in what a speaker says somebody did.

    "Accused them of going back on the pact signed on Monday".
    """
    verb = noun.head
    return verb.i > cue.i and verb.dep_ in ("advcl", "xcomp")


def _places_talks(doc: Doc, time: TimeExpression) -> int:
    """Return 1 for a time that hangs on a noun ("talks in Oslo on Tuesday")."""
    span = doc.char_span(time.quoted.start, time.quoted.end, alignment_mode="expand")
    if span is None:
        return 1
    return int(span.root.dep_ == "nmod" and span.root.head.pos_ == "NOUN")


def _own(cue: Token) -> list[Token]:
    """Return the words of a cue's clause: it and its dependents, not its content."""
    cut = [
        c
        for c in cue.children
        if c.dep_ in ("ccomp", "csubj", "acl:relcl")
        or (c.dep_ in ("conj", "parataxis") and c.i > cue.i)
    ]
    return subtree(cue, without=cut)


def _overlaps(doc: Doc, time: TimeExpression, tokens: set[int]) -> bool:
    span = doc.char_span(time.quoted.start, time.quoted.end, alignment_mode="expand")
    return span is not None and any(t.i in tokens for t in span)


def is_day(value: str | None) -> bool:
    """Tell whether an ISO value is a single day.

    >>> is_day("2022-03-30"), is_day("2022-03")
    (True, False)
    """
    return value is not None and len(value) == _DAY


def is_narrated(cue: Token) -> bool:
    """Tell whether a cue tells a single past act of saying ("said", "was quoted")."""
    tags = {c.tag_ for c in cue.children if c.dep_.startswith("aux")}
    if cue.tag_ == "VBD":
        return not tags & {"VBZ", "VBP", "MD"}
    if cue.tag_ in ("VBG", "VBN"):
        head = cue.head
        if "VBD" in tags:
            return True
        return head.i != cue.i and head.tag_ == "VBD" and not tags
    return False


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
