"""Who is behind a cue: its subject, its agent, or the noun it hangs on."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from extract.cues import lexicon
from extract.edges import regoverned
from extract.phrases import (
    NOMINAL,
    SUBJECTS,
    children,
    end_of,
    noun_phrase,
    text_of,
    trimmed,
)

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TEXTS = frozenset(
    [
        "communique",
        "communiqué",
        "declaration",
        "email",
        "letter",
        "memo",
        "message",
        "note",
        "release",
        "remark",
        "report",
        "statement",
        "tweet",
    ]
)


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name a source.

    Attributes:
        start: first character.
        end: one past the last character.
        head: the word that carries the phrase.
        antecedent: for "who" the noun it stands for, else ``head``.
    """

    start: int
    end: int
    head: Token
    antecedent: Token


def is_passive(verb: Token) -> bool:
    """Tell whether a verb is in the passive."""
    return bool(children(verb, "nsubj:pass", "aux:pass", "obl:agent")) and (
        verb.tag_ == "VBN" or bool(children(verb, "aux:pass"))
    )


def subject(verb: Token, *, depth: int = 6) -> Token | None:
    """Return the word that stands as a verb's subject, its own or one it shares."""
    own = [c for c in verb.children if c.dep_ in SUBJECTS]
    if own:
        return min(own, key=lambda c: abs(c.i - verb.i))
    if depth == 0:
        return None
    if children(verb, "nsubj:pass", "csubj", "expl"):
        return None
    head = verb.head
    if head.i == verb.i:
        return None
    label = verb.dep_.partition(":")[0]
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and head.pos_ in NOMINAL:
        beside = verb.doc[verb.i - 1]
        if beside.text == ",":
            free = _main_subject(verb, depth)
            if free is not None:
                return free
        if beside.pos_ in ("NOUN", "PROPN") and beside.i > head.i:
            return beside
        if head.lemma_.lower() in _TEXTS:
            owner = children(head, "nmod:poss")
            return owner[0] if owner else _above(head, depth) or head
        return head
    outer = regoverned(verb) or _outer_cue(verb)
    if outer is not None:
        return subject(outer, depth=depth - 1)
    if verb.dep_ == "acl:relcl":
        return None
    if verb.dep_ == "acl" and head.pos_ == "NOUN":
        owner = children(head, "nmod:poss")
        if owner:
            return owner[0]
        return _above(head, depth)
    if label in ("conj", "xcomp", "advcl", "parataxis"):
        if label == "xcomp":
            objects = children(head, "obj", "iobj")
            if objects and objects[0].i < verb.i:
                return objects[0]
            passive = children(head, "nsubj:pass")
            if passive:
                return passive[0]
        if label == "advcl" and verb.tag_ not in ("VBG", "VBN", "VB"):
            return None
        nearer = _nearer_subject(verb) if label == "advcl" else None
        if nearer is not None:
            return nearer
        if head.pos_ in ("VERB", "AUX", "ADJ") or label in ("conj", "xcomp"):
            found = subject(head, depth=depth - 1)
            if found is None:
                passive = children(head, "nsubj:pass")
                found = passive[0] if passive else None
            return found
        own = [c for c in head.children if c.dep_ in SUBJECTS]
        return own[0] if own else None
    return None


def _nearer_subject(verb: Token) -> Token | None:
    """Return who does it in "talks failed when A left, accusing B".

    The subject of the clause right before a participle, where the main clause is
    about a thing, which says nothing.
    """
    main = verb.head
    if verb.tag_ != "VBG" or main.i > verb.i:
        return None
    things = [c for c in children(main, "nsubj") if says_nothing(c)]
    before = [
        c
        for c in children(main, "advcl")
        if main.i < c.i < verb.i and c.tag_ in ("VBD", "VBZ", "VBP")
    ]
    own = [c for b in before[-1:] for c in b.children if c.dep_ in SUBJECTS]
    return own[0] if things and own and not says_nothing(own[0]) else None


def says_nothing(noun: Token) -> bool:
    """Tell whether a common noun is what happens or lasts ("talks", "a year")."""
    return noun.pos_ == "NOUN" and noun.lemma_.lower() in lexicon().occurrences


def _main_subject(verb: Token, depth: int) -> Token | None:
    """Return the subject of the clause that a free participle goes with."""
    current = verb
    for _ in range(depth):
        if current.head.i == current.i:
            return None
        current = current.head
        if current.pos_ == "VERB" and current.i < verb.i:
            own = [c for c in current.children if c.dep_ in SUBJECTS]
            if own:
                return own[0]
    return None


def _outer_cue(verb: Token) -> Token | None:
    """Return the cue that ", noting that" goes with, however deep it was hung.

    A participle behind a comma that hangs on a reported clause belongs to the
    verb that reports.
    """
    head = verb.head
    if verb.tag_ != "VBG" or not verb.dep_.startswith("advcl") or head.i > verb.i:
        return None
    if verb.i == 0 or verb.doc[verb.i - 1].text != "," or head.dep_ != "ccomp":
        return None
    if not children(verb, "ccomp") or head.head.i >= head.i:
        return None
    if any(c.lemma_.lower() in lexicon().nouns for c in children(head, "obj")):
        return None  # "she gave assurances, saying": what was reported is a saying
    return head.head


def _above(noun: Token, depth: int) -> Token | None:
    head = noun.head
    if noun.dep_.partition(":")[0] in ("obj", "obl") and head.pos_ == "VERB":
        return subject(head, depth=depth - 1)
    return None


def agent(verb: Token) -> Token | None:
    """Return the agent of a passive verb ("by the spokesman"), or ``None``."""
    for c in children(verb, "obl", "nmod"):
        if any(k.lower_ == "by" for k in children(c, "case")):
            return c
    return None


def antecedent(word: Token) -> Token:
    """Return the noun that a relative pronoun stands for, or the word itself."""
    if word.lower_ not in _RELATIVE or word.pos_ not in ("PRON", "DET", "SCONJ"):
        return word
    current = word
    for _ in range(6):
        if current.dep_ in ("acl:relcl", "acl") or current.head.i == current.i:
            break
        current = current.head
    if current.dep_ in ("acl:relcl", "acl"):
        return current.head
    return word


def source_of(head: Token, *, cue: Token | None = None) -> Source | None:
    """Return the phrase of a source, its appositions in it.

    Args:
        head: the word that carries it.
        cue: the cue, which the phrase may not reach over.
    """
    span = noun_phrase(head, without=[cue] if cue is not None else [])
    if span is None:
        return None
    start, end = span
    text = text_of(head.doc)
    if cue is not None:
        if head.i < cue.i and end > cue.idx:
            cut = trimmed(text, start, cue.idx)
            if cut is None:
                return None
            start, end = cut
        if head.i > cue.i and start < end_of(cue):
            cut = trimmed(text, end_of(cue), end)
            if cut is None:
                return None
            start, end = cut
    start, end = _without_frame(text, start, end, head)
    if head.idx < start:
        inside = head.doc.char_span(start, end, alignment_mode="contract")
        if inside is None:
            return None
        head = inside.root
    closing = text[end : end + 1]
    inner = text[start:end]
    if (
        closing == ","
        and (cue is None or head.i < cue.i)
        and "," in inner
        and text[end + 1 : end + 2].isspace()
        and (cue is None or end < cue.idx)
    ):
        end += 1
    elif inner.count("--") % 2 == 1 and text[end:].startswith(" --"):
        end += 3
    return Source(start, end, head, antecedent(head))


_DATELINE = re.compile(
    r"^[A-Z][A-Za-z.'’]+(?:[ /][A-Z][A-Za-z.'’]+)*(?:, [A-Z][\w. ]+){0,2}"
    r"(?: \([^)]*\))? (?:-|--|–|—) "
)
_WEEKDAYS = "Mon|Tues|Wednes|Thurs|Fri|Satur|Sun"
_TIME_TAIL = re.compile(
    rf",?\s+(?:(?:on|this|last|late|early)\s+)*(?:(?:{_WEEKDAYS})day"
    r"(?:\s+(?:morning|afternoon|evening|night))?|today|yesterday"
    r"|(?:this|last) (?:week|month|year))$"
)


def _without_frame(text: str, start: int, end: int, head: Token) -> tuple[int, int]:
    """Return a source span without a dateline before it or a time behind it."""
    dateline = _DATELINE.match(text[start:end])
    if dateline is not None and start + dateline.end() < end:
        start += dateline.end()
    tail = _TIME_TAIL.search(text[start:end])
    if tail is not None and head.idx < start + tail.start():
        end = start + tail.start()
    return start, end
