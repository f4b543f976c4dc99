"""Phrases of a parsed document: what belongs to a word, trimmed to its edges.

The parse is trusted for what depends on what, and little beyond: all spans are
cut back to letters, digits and quotation marks, and white space never counts.
"""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

SUBJECTS = frozenset({"nsubj", "nsubj:outer"})
_LOOSE = " \t\r\n\xa0,;:.—–-―…"
_QUOTES = "\"“”„«»‘’'"
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ", "X", "SYM"})


def text_of(doc: Doc) -> str:
    """Return a document's text; ``Doc.text`` joins all tokens anew at each call."""
    text = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return str(text)


def children(token: Token, *labels: str) -> list[Token]:
    """Return the dependents of a token with one of these relations, in order.

    A label without subtype also matches its subtypes: ``"obl"`` finds ``obl:agent``.
    """
    found = []
    for c in token.children:
        label = c.dep_
        if label in labels or (":" in label and label.partition(":")[0] in labels):
            found.append(c)
    return found


def subtree(token: Token, *, without: Iterable[Token] = ()) -> list[Token]:
    """Return a token and all below it in text order, without some branches."""
    cut = {t.i for t in without}
    out: list[Token] = []
    stack = [token]
    seen: set[int] = set()
    while stack:
        current = stack.pop()
        if current.i in cut or current.i in seen:
            continue
        seen.add(current.i)
        out.append(current)
        stack.extend(current.children)
    return sorted((t for t in out if not t.is_space), key=lambda t: t.i)


def runs(tokens: Iterable[Token]) -> list[tuple[Token, Token]]:
    """Return the first and last token of each unbroken stretch of words.

    Punctuation and white space between two words break nothing.
    """
    out: list[tuple[Token, Token]] = []
    for token in tokens:
        if out and _touch(out[-1][1], token):
            out[-1] = (out[-1][0], token)
        else:
            out.append((token, token))
    return out


def _touch(left: Token, right: Token) -> bool:
    doc = left.doc
    return all(
        doc[i].is_space or (doc[i].is_punct and doc[i].text not in "()")
        for i in range(left.i + 1, right.i)
    )


def end_of(token: Token) -> int:
    """Return the character offset one past a token."""
    return int(token.idx + len(token.text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a span without loose punctuation at its edges, ``None`` if none is left.

    A quotation mark stays, and what it encloses with it. A closing bracket goes
    where nothing in the span opens it.

    >>> trimmed("that it is so, ", 0, 15)
    (0, 13)
    """
    while start < end and text[start] in _LOOSE:
        start += 1
    while start < end and text[end - 1] in _LOOSE:
        end -= 1
    inside = text[start:end]
    if inside.endswith(")") and inside.count(")") > inside.count("("):
        return trimmed(text, start, end - 1)
    if inside.startswith("(") and inside.count("(") > inside.count(")"):
        return trimmed(text, start + 1, end)
    if not any(c.isalnum() for c in inside):
        return None
    return start, end


def finite(token: Token) -> bool:
    """Tell whether a token is a finite verb, or carries a finite auxiliary."""
    if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
        return True
    return any(
        c.dep_.startswith(("aux", "cop")) and c.tag_ in ("VBD", "VBZ", "VBP", "MD")
        for c in token.children
    )


def case_of(token: Token) -> str:
    """Return the prepositions of a phrase, lower case, in order, "" for none."""
    words: list[str] = []
    for c in children(token, "case", "mark"):
        if c.pos_ in ("ADP", "SCONJ", "PART", "VERB", "ADV") or c.dep_ == "case":
            words.append(c.lower_)
            words += [f.lower_ for f in children(c, "fixed")]
    return " ".join(words)


def noun_phrase(
    head: Token, *, without: Iterable[Token] = ()
) -> tuple[int, int] | None:
    """Return a noun phrase as a character span, prepositions left out.

    Appositions and relative clauses belong to it. The comma that closes one
    does where the phrase goes on to a verb.
    """
    doc = head.doc
    cut = [c for c in children(head, "case", "cc", "mark", "cop") if c.i < head.i]
    cut += list(children(head, "parataxis", "advcl", "punct", "discourse"))
    cut += [c for c in head.children if c.dep_ in ("nsubj", "aux") or c.dep_ == "dep"]
    tokens = subtree(head, without=[*cut, *without])
    if head not in tokens:
        return None
    stretch = next(((a, b) for a, b in runs(tokens) if a.i <= head.i <= b.i), None)
    if stretch is None:
        return None
    first, last = stretch
    return trimmed(text_of(doc), first.idx, end_of(last))


def phrase_top(token: Token) -> Token:
    """Return the head of the noun phrase that a token is the name or title part of."""
    for _ in range(5):
        if token.dep_ in (
            "flat",
            "appos",
            "nmod:desc",
            "compound",
        ) and token.head.pos_ in (
            "NOUN",
            "PROPN",
        ):
            if token.dep_ == "compound":
                break
            token = token.head
        else:
            break
    return token


def clause_of(token: Token) -> Token:
    """Return the predicate whose clause a token stands in."""
    current = token
    for _ in range(20):
        head = current.head
        if head.i == current.i:
            return current
        if current.dep_.startswith(("nsubj", "obj", "iobj", "obl", "csubj")):
            return head
        current = head
    return current


def in_compound(token: Token) -> bool:
    """True for a part of a word with a hyphen: "multi-party", "power-sharing"."""
    near = token.doc[max(0, token.i - 1) : token.i + 2]
    return any(found.text in {"-", "\u2011"} for found in near)
