"""Whether a clause looks back or ahead, for days that may be either."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.lexicon import load

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.timex.atoms import Atoms
    from extract.timex.tags import Tags

_LEX = load()
_REACH = 12  # words to the left that are looked at without a parse
_CLIMB = 8
_STOPS = frozenset({".", ";", "!", "?", "\n"})
_FUTURE_AUXILIARIES = frozenset({"will", "shall", "'ll", "’ll", "wo", "would"})
_VERBS = ("VB", "MD")


def direction(a: Atoms, i: int, tags: Tags) -> int:
    """Return 1 where the clause around atom ``i`` looks ahead, -1 back, 0 unknown.

    The verb that governs the expression decides where there is a parse, the
    nearest telling word to the left where there is none.
    """
    before = a.words[i - 1] if i else ""
    if before == "since" or before in ("ended", "dated"):
        return -1
    if before in ("starting", "effective", "due", "ending", "through"):
        return 1
    if before in ("until", "till") and (i < 2 or a.words[i - 2] not in _STOPS):
        return 1
    if before == "as" and a.words[i - 2] in ("soon", "early", "late"):
        return 1
    if a.words[i + 1] == "'" and a.words[i + 2] == "s":
        return 0
    if tags.parsed:
        token = tags.token(a.starts[i])
        if token is not None:
            return _by_verb(token) or (1 if before == "by" else 0)
    return _by_words(a, i)


def _by_verb(token: Token) -> int:
    if token.dep_ == "compound":
        return 0
    verb = token
    for _ in range(_CLIMB):
        if _opens_after(verb, token) and verb.head.i != verb.i:
            verb = verb.head
            continue
        if verb.lower_ in _LEX.due and verb.tag_ not in ("VB", "VBN"):
            return 1
        if verb.tag_.startswith(_VERBS) or verb.pos_ == "AUX":
            found = _of_verb(verb)
            if found:
                return found
        if verb.tag_ == "JJ" and verb.lower_ in ("due", "likely", "effective", "ready"):
            return 1
        if verb.head.i == verb.i:
            return 0
        verb = verb.head
    return 0


def _opens_after(verb: Token, token: Token) -> bool:
    """Tell whether the verb's clause opens after the time ("on Friday that ...")."""
    return any(
        child.dep_ == "mark" and child.lower_ == "that" and token.i < child.i < verb.i
        for child in verb.children
    )


def _of_verb(verb: Token) -> int:
    children = {child.lower_ for child in verb.children}
    if children & _FUTURE_AUXILIARIES:
        return 1
    if verb.lower_ in _LEX.ahead and verb.tag_ != "VB":
        return -1 if "had" in children else 1
    tag = verb.tag_
    if tag == "VB":
        if "did" in children or "have" in children:
            return -1
        if children & {"may", "might", "should", "must", "can", "could"}:
            return 1
        planned = verb.dep_ == "acl" and verb.head.lower_ in _LEX.intentions
        if "to" in children and (
            planned or verb.dep_ in ("xcomp", "ccomp", "ROOT", "root")
        ):
            return -1 if any(c.lower_ == "had" for c in verb.head.children) else 1
        return 0
    if tag == "VBN" and "to" in children:
        return 1  # "is to be held"
    if tag in ("VBD", "VBN"):
        return -1
    return 0


def _by_words(a: Atoms, i: int) -> int:
    for k in range(i - 1, max(i - _REACH, 0) - 1, -1):
        word = a.words[k]
        if word in _STOPS:
            break
        if word in _LEX.ahead or word in _LEX.due:
            return 1
        if word in _LEX.back or (len(word) > 4 and word.endswith("ed")):
            return -1
    for k in range(i + 1, min(i + _REACH, a.size)):
        word = a.words[k]
        if word in _STOPS:
            break
        if word in ("will", "ll", "shall"):
            return 1
        if word in ("said", "was", "were", "had"):
            return -1
    return 0
