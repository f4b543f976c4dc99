"""What was said, to its true edges.

A clause behind its cue runs to the end of the sentence unless something that is
the cue's own cuts it off; a clause before its cue begins with the sentence. The
parse decides which words are the cue's own, and where it is doubtful the tense
and the cue lexicon do.
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from extract.cues import Lexicon
from extract.edges import dateline, ends_content, regoverned
from extract.phrases import children, end_of, finite, runs, text_of, trimmed

Span = tuple[int, int]

VENUES = frozenset(
    [
        "interview",
        "statement",
        "speech",
        "conference",
        "briefing",
        "tweet",
        "post",
        "letter",
        "email",
        "e-mail",
        "call",
        "phone",
        "telephone",
        "rally",
        "debate",
        "hearing",
        "address",
        "message",
        "memo",
        "interview",
        "op-ed",
        "editorial",
        "essay",
        "column",
        "article",
        "report",
        "comment",
        "remark",
        "testimony",
        "appearance",
        "episode",
        "broadcast",
        "segment",
        "video",
        "filing",
        "release",
        "session",
        "meeting",
        "note",
        "text",
        "communique",
        "communiqué",
        "declaration",
        "press-conference",
        "webcast",
        "podcast",
    ]
)
_TURNS = frozenset({"although", "though", "while", "as"})
_CLAUSE_WORDS = frozenset(
    [
        "that",
        "whether",
        "if",
        "how",
        "why",
        "what",
        "who",
        "which",
        "when",
        "where",
        "whose",
    ]
)


def spans_of(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """Return the stretches that tokens cover, each cut to its words."""
    if not tokens:
        return ()
    text = text_of(tokens[0].doc)
    found = []
    for first, last in runs(sorted(set(tokens), key=lambda t: t.i)):
        span = trimmed(text, first.idx, end_of(last))
        if span is not None:
            found.append(span)
    return tuple(found)


def behind(
    cue: Token, head: Token, lexicon: Lexicon, *, start: int | None = None
) -> tuple[Span, ...]:
    """Return the clause that follows its cue.

    Args:
        cue: the cue's verb.
        head: the clause's predicate, right of the cue.
        lexicon: tells which verbs are cues themselves.
        start: index of the clause's first token where it is known.
    """
    first = clause_start(cue, head) if start is None else start
    last = clause_end(cue, head, first, lexicon)
    doc = cue.doc
    if first > last:
        return ()
    inside = [t for t in doc[first : last + 1] if not t.is_space]
    if not inside:
        return ()
    span = trimmed(text_of(doc), inside[0].idx, end_of(inside[-1]))
    return (span,) if span is not None else ()


def clause_start(cue: Token, head: Token) -> int:
    """Return the index of the first token of a clause right of its cue."""
    doc = cue.doc
    mark = [
        c
        for c in head.children
        if cue.i < c.i <= head.i and c.lower_ in _CLAUSE_WORDS and c.dep_ != "obl"
    ]
    if mark:
        return int(mark[0].i)
    for token in doc[cue.i + 1 : head.i]:
        if token.lower_ == "that" and token.tag_ == "IN":
            return int(token.i)
    own: set[int] = set()
    for c in cue.children:
        if c.i <= cue.i or c.i >= head.i:
            continue
        if c.dep_.startswith(("obj", "iobj", "compound", "advmod")) or timely(c):
            own.update(t.i for t in c.subtree)
        if c.dep_.startswith("obl") and (
            c.lemma_.lower() in VENUES
            or {"to"} & {k.lower_ for k in children(c, "case")}
        ):
            own.update(t.i for t in c.subtree)
    mine = [t.i for t in head.subtree if t.i > cue.i] or [head.i]
    first = min(mine)
    for i in range(cue.i + 1, first):
        token = doc[i]
        if i in own or token.is_punct or token.is_space:
            continue
        if all(j not in own for j in range(i, first)):
            first = i
            break
    return int(first)


def timely(token: Token) -> bool:
    """Tell whether a dependent names a time ("Tuesday", "on March 3", "last week")."""
    if token.dep_ in ("obl:unmarked", "nmod:unmarked", "obl:tmod"):
        return True
    return token.ent_type_ in ("DATE", "TIME") or token.lower_ in _DAYS


_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "today",
        "yesterday",
        "tomorrow",
        "week",
        "month",
        "year",
        "morning",
        "afternoon",
        "evening",
        "night",
        "day",
    ]
)


def clause_end(cue: Token, head: Token, first: int, lexicon: Lexicon) -> int:
    """Return the index of the last token of a clause right of its cue."""
    sentence = cue.sent
    doc = cue.doc
    last = max((t.i for t in head.subtree), default=head.i)
    last = max(last, sentence.end - 1)
    inside = {t.i for t in head.subtree}
    for c in cue.children:
        if c.i <= max(first, head.i) or c.i in inside:
            continue
        left = min(t.i for t in c.subtree)
        if left <= head.i:
            left = c.i
        if _cuts(cue, head, c, left, lexicon):
            last = min(last, left - 1)
    for edge in (fronted_end(cue), _relative_end(cue, head)):
        if edge is not None and edge > first:
            last = min(last, edge)
    for token in doc[head.i + 1 : last + 1]:
        if token.dep_ == "conj" and regoverned(token) == cue:
            joint = next((c for c in token.children if c.dep_ == "cc"), token)
            last = min(last, joint.i - 1)
        if token.lower_ in _TURNS and _turns(cue, token, lexicon):
            last = min(last, token.i - 1)
        if token.lower_ == "according" and doc[token.i - 1].text == ",":
            last = min(last, token.i - 1)
        if (
            token.tag_ in ("VBG", "VBD", "VBZ", "VBP")
            and token.i > head.i + 1
            and _parenthetic(token, lexicon)
        ):
            edge = _aside_start(token)
            if edge is not None and edge > head.i:
                last = min(last, edge - 1)
    return int(last)


def fronted_end(cue: Token) -> int | None:
    """Return the last index of a fronted clause ("While he said so, she left").

    ``None`` for a cue whose clause is not fronted.
    """
    head = cue.head
    if not cue.dep_.startswith("advcl") or head.i <= cue.i:
        return None
    starts = [
        min(t.i for t in c.subtree if t.i > cue.i)
        for c in head.children
        if c.dep_.startswith("nsubj") and c.i > cue.i
    ]
    start = min(starts, default=head.i)
    for i in range(start - 1, cue.i, -1):
        if cue.doc[i].text == ",":
            return i - 1
    return None


def _relative_end(cue: Token, head: Token) -> int | None:
    """Return the last index of what ", who had said that A, denied B" reports.

    ``None`` where the noun's own clause does not go on behind a relative clause.
    """
    governor = cue.head.head
    if cue.dep_ != "acl:relcl" or governor.i <= head.i or governor.pos_ != "VERB":
        return None
    if not cue.head.dep_.startswith("nsubj"):
        return None
    for i in range(governor.i - 1, head.i, -1):
        if cue.doc[i].text == ",":
            return i - 1
    return None


def _turns(cue: Token, word: Token, lexicon: Lexicon) -> bool:
    """Tell whether "although", "while" or "as" turns to another saying."""
    doc = word.doc
    verb = word.head
    if verb.i <= word.i or lexicon.known(verb.lemma_.lower()) is None:
        return False
    subject = [c for c in verb.children if c.dep_.startswith("nsubj")]
    if word.lower_ == "as":
        return bool(subject) and subject[0].lower_ in ("he", "she", "they", "it")
    if doc[word.i - 1].text != ",":
        return False
    sense = lexicon.known(verb.lemma_.lower())
    return bool(subject) and sense is not None and sense.act == "speech"


def _cuts(cue: Token, head: Token, c: Token, left: int, lexicon: Lexicon) -> bool:
    """Tell whether a dependent of the cue right of the content is the cue's own."""
    doc = cue.doc
    lemma = c.lemma_.lower()
    known = lexicon.known(lemma) is not None
    label = c.dep_.partition(":")[0]
    if label == "conj" and c.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
        mine, theirs = _tense(cue), _tense(head)
        here = _tense(c)
        own = [k for k in c.children if k.dep_.startswith("nsubj")]
        if own and known and own[0].lower_ in ("he", "she", "it", "they"):
            return here == "past" or here != theirs
        if own:
            return here == mine != theirs
        if here == mine and here != theirs:
            return True
        if here == theirs and here != mine:
            return False
        return known
    if label in ("advcl", "parataxis", "acl"):
        marks = {k.lower_ for k in children(c, "mark")}
        if c.tag_ == "VBG" and known and doc[max(left - 1, 0)].text in (",", "—", "-"):
            return True
        if marks & {"as", "while", "though", "although", "after", "before", "when"}:
            return known or bool(marks & {"after", "before"} and c.tag_ == "VBG")
        return label == "parataxis" and known
    if label == "obl":
        return c.lemma_.lower() in VENUES
    return False


def _tense(token: Token) -> str:
    """Return "past", "present" or "" for the tense of a predicate."""
    tags = {c.tag_ for c in token.children if c.dep_.startswith(("aux", "cop"))}
    tags.add(token.tag_)
    if "VBD" in tags:
        return "past"
    if tags & {"VBZ", "VBP"}:
        return "present"
    if "MD" in tags:
        return "modal"
    return "participle" if token.tag_ in ("VBG", "VBN") else ""


def _parenthetic(token: Token, lexicon: Lexicon) -> bool:
    """Tell whether a verb is the cue of an aside such as ", he said,"."""
    if lexicon.sense(token.lemma_.lower(), "clause") is None:
        return False
    doc = token.doc
    after = next((t for t in doc[token.i + 1 :] if not t.is_space), None)
    ends = after is None or after.text in (",", ".", ";")
    start = _aside_start(token)
    if start is None:
        return False
    if token.tag_ == "VBG":
        return doc[start - 1].text == "," and token.i == start
    return ends and finite(token)


def _aside_start(token: Token) -> int | None:
    """Return the index of the first token of an aside, behind its comma."""
    doc = token.doc
    subject = [
        c for c in token.children if c.dep_.startswith("nsubj") and c.i < token.i
    ]
    left = min((t.i for c in subject for t in c.subtree), default=token.i)
    if left > 0 and doc[left - 1].text in (",", "—", "--", "-"):
        return left
    return None


def around(cue: Token, source: Span, lexicon: Lexicon) -> tuple[Span, ...]:
    """Return the sentence that a parenthetic cue stands in, without the cue.

    Args:
        cue: the cue's verb.
        source: the source's characters.
        lexicon: tells another cue, which ends the content.
    """
    own = {cue.i}
    for c in cue.children:
        if c.dep_ in ("ccomp", "csubj") or (c.dep_ == "conj" and c.i > cue.i):
            continue
        if c.dep_ == "punct":
            continue
        if c.idx < source[0] and c.i < cue.i and c.dep_ != "mark":
            continue
        size = sum(1 for _ in c.subtree)
        if (
            c.dep_.startswith(
                ("nsubj", "aux", "advmod", "compound", "iobj", "obj", "mark")
            )
            or timely(c)
            or c.lemma_.lower() in VENUES
            or (c.dep_.startswith("obl") and c.i > cue.i and size < 8)
        ):
            own.update(t.i for t in c.subtree)
    sentence = [t for t in cue.sent if not t.is_space]
    own.update(t.i for t in sentence if source[0] <= t.idx < source[1])
    edge = max(cue.i, max((t.i for t in sentence if t.i in own), default=cue.i))
    for t in sentence:
        if t.i > cue.i and (t.text in (",", "—", "--") and t.i >= edge):
            break
        if t.i > cue.i:
            own.add(t.i)
    own.update(dateline(cue))
    other = next((t for t in sentence if ends_content(t, cue, lexicon)), None)
    if other is not None:
        own.update(t.i for t in sentence if t.i >= other.i)
    return spans_of([t for t in sentence if t.i not in own])
