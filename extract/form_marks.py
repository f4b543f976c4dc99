"""Legal forms of firms: "Inc.", "S.p.A.", "A/S", whole and cut by a tokenizer."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from extract.doc_text import text_of
from extract.gazetteer import lexicon, words

if TYPE_CHECKING:
    from spacy.tokens import Token

_TOKENS: Final = 8


@cache
def _forms() -> frozenset[str]:
    plain = words("firms", "forms", "words")
    return plain | {f.upper() for f in plain if f.istitle() and len(f) > 2}


def is_form(text: str) -> bool:
    """True for a legal form, with its full stop or without.

    >>> is_form("PLC"), is_form("S.A."), is_form("Bank")
    (True, True, False)
    """
    return text in _forms() or text.rstrip(".") in _forms()


def is_sure_form(text: str) -> bool:
    """True for a legal form that is nothing else, so that a capital may follow it."""
    return text.rstrip(".") in words("firms", "forms", "sure")


def form_end(tokens: list[Token], at: int) -> int:
    """Return the last token of a legal form that begins at one, else ``at``."""
    forms = words("firms", "forms", "words")
    text = text_of(tokens[at].doc)
    start = tokens[at].idx
    for end in range(min(at + _TOKENS, len(tokens)) - 1, at, -1):
        found = text[start : tokens[end].idx + len(tokens[end].text)]
        if found.rstrip(".") in forms and (found[-1] == "." or found in forms):
            closed = found.count(".") > 1 or "/" in found or found == "Cie."
            if closed:
                return end
    return at


def ends_sentence(tokens: list[Token], last: int, text: str) -> bool:
    """True where the full stop of a legal form or a state ends its sentence too."""
    if text[-1:] != "." or last + 1 >= len(tokens):
        return False
    short = is_sure_form(text) or text in _states()
    return short and bool(tokens[last + 1].is_sent_start)


@cache
def _states() -> frozenset[str]:
    listed = lexicon("states")["abbreviations"]
    return frozenset(short for name in listed for short in listed[name])
