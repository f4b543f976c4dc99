"""Words of an article as names are written: glued at hyphens, with their tokens.

A tokenizer cuts ``al-Assad`` in three and ``Jong-un`` in three; a name is read
whole. A hyphen between two names (``Russia-Ukraine``) still parts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.doc_text import text_of
from extract.form_marks import ends_sentence, form_end
from extract.gazetteer import fold, look_up, people_of
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

HYPHENS: Final = frozenset("-\u2010\u2011\u2013")
#: Lower-case words inside the names of people.
PARTICLES: Final = spaced(
    """
    ag al el ad ar as ash at az an abu abd ul ibn bin bint ben ould de da das del
    della der den di do dos du la le van von zu zur ter ten af av y e of
    """
) - {"of", "an", "at", "as", "e", "y"}
_BREAKS: Final = frozenset('.!?:;•*>|"“”«‘—–…')
_DOTTED: Final = frozenset(
    {
        "Corp.",
        "Bros.",
        "Supt.",
        "Capt.",
        "Cmdr.",
        "Sens.",
        "Reps.",
        "Brig.",
        "Prof.",
        "Pres.",
    }
)
_PREFIXES: Final = frozenset(
    {"Trans", "Anglo", "Sino", "Franco", "Afro", "Indo", "Asia", "Euro", "Russo", "Pan"}
)
_GLUED_PARTICLES: Final = PARTICLES | {"an", "at", "as", "ez", "es", "ed", "o", "d"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, as a stretch of tokens.

    Attributes:
        text: as written.
        first: index of its first token.
        last: index of its last token.
        start: first character in the document.
        end: one past its last character.
        begins: it begins a sentence, a heading or a quotation.
    """

    text: str
    first: int
    last: int
    start: int
    end: int
    begins: bool

    @property
    def capital(self) -> bool:
        """True where it begins with a capital or holds one after a particle."""
        return self.text[:1].isupper() or (
            "-" in self.text
            and self.text.split("-")[0].lower() in _GLUED_PARTICLES
            and self.text.split("-")[-1][:1].isupper()
        )

    @property
    def alphabetic(self) -> bool:
        """True where it holds a letter."""
        return any(c.isalpha() for c in self.text)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A readable block's words, and whether capitals say anything in it."""

    words: tuple[Word, ...]
    kind: str
    headline: bool


def stretches(doc: Doc) -> Iterator[Stretch]:
    """Yield the blocks that facts are read from, in order, as words.

    A document without blocks is one block. Boilerplate is left out.
    """
    blocks = doc.spans.get("blocks") or [doc[:]]
    for block in blocks:
        if block.label_ == "boilerplate":
            continue
        words = tuple(_words(block))
        if words:
            yield Stretch(words, block.label_ or "body", _is_headline(words, block))


def _words(block: Span) -> Iterator[Word]:
    fillers = block.doc._.fillers if block.doc.has_extension("fillers") else ()
    tokens = [t for t in block if not t.is_space and t.i not in fillers]
    at = 0
    begins = True
    while at < len(tokens):
        end = at
        while end + 2 < len(tokens) and _glues(tokens, at, end):
            end += 2
        if end == at:
            end = form_end(tokens, at)
        if end == at and _elides(tokens, at):
            end += 1
        first, last = tokens[at], tokens[end]
        start, stop = first.idx, last.idx + len(last.text)
        text = text_of(block.doc)[start:stop]
        if (
            len(text) > 4
            and text.endswith(".")
            and "." not in text[:-1]
            and text not in _DOTTED
        ):
            text, stop = text[:-1], stop - 1
            yield Word(text, first.i, last.i, start, stop, begins)
            begins = True
            at = end + 1
            continue
        if not any(c.isalnum() for c in text):
            yield Word(text, first.i, last.i, start, stop, False)
            begins = begins or text in ".!?:;•*>|" or text[0] in '"“”«‘—–'
            at = end + 1
            continue
        for piece_start, piece_stop in _slashed(text):
            a, b = start + piece_start, start + piece_stop
            yield Word(text_of(block.doc)[a:b], first.i, last.i, a, b, begins)
            begins = False
        begins = ends_sentence(tokens, end, text)
        at = end + 1


def _slashed(text: str) -> list[tuple[int, int]]:
    """Return the parts of ``AMMAN/GENEVA`` with the slash between; else the whole."""
    dotted = re.fullmatch(r"((?:[A-Z][a-z]*\.)+)-(?:based|born|area|bound)", text)
    if dotted:  # "N.J.-based"
        return [(0, dotted.end(1)), (dotted.end(1), len(text))]
    parts = text.split("/")
    if text == "A/S" or len(parts) < 2 or not all(p[:1].isupper() for p in parts):
        return [(0, len(text))]
    spans: list[tuple[int, int]] = []
    at = 0
    for part in parts:
        if spans:
            spans.append((at - 1, at))
        spans.append((at, at + len(part)))
        at += len(part) + 1
    return spans


def _touch(left: Token, right: Token) -> bool:
    return left.idx + len(left.text) == right.idx


def _glues(tokens: list[Token], at: int, end: int) -> bool:
    left, hyphen, right = tokens[end], tokens[end + 1], tokens[end + 2]
    if hyphen.text not in HYPHENS or not _touch(left, hyphen):
        return False
    if not _touch(hyphen, right) or not right.text[:1].isalpha():
        return False
    so_far = text_of(tokens[at].doc)[tokens[at].idx : left.idx + len(left.text)]
    if left.text.lower() in _GLUED_PARTICLES and right.text[:1].isupper():
        return True
    if not left.text[:1].isupper():
        return False
    if look_up(f"{so_far}{hyphen.text}{right.text}"):
        return True
    if so_far in _PREFIXES:
        return True
    if look_up(so_far) or people_of(so_far) or look_up(right.text):
        return False
    if people_of(right.text):
        return False
    if right.text[:1].isupper():
        return so_far.isupper() == right.text.isupper()
    return (
        2 <= len(right.text) <= 5
        and right.pos_ in {"PROPN", "X", "NOUN"}
        and (
            len(so_far) <= 5 and right.text not in {"led", "run", "era", "held", "made"}
        )
    )


def _elides(tokens: list[Token], at: int) -> bool:
    """True for a name cut at its apostrophe: N'Djamena, Sana'a, d'Orsay."""
    if at + 1 >= len(tokens) or not _touch(tokens[at], tokens[at + 1]):
        return False
    left, right = tokens[at].text, tokens[at + 1].text
    return (left[-1:] in "'’" and len(left) <= 3 and right[:1].isupper()) or bool(
        right[:1] in "'’ʼ" and look_up(left + right)
    )


def _is_headline(words: tuple[Word, ...], block: Span) -> bool:
    """True where capitals say nothing: Title Case Or ALL CAPITALS.

    A verb in small letters shows a sentence, however many names it holds: "President
    Ana Ruiz met Premier Juan Soto in Lima on Monday."
    """
    if any(_is_plain_verb(block.doc[w.last]) for w in words):
        return False
    long = [w for w in words if len(w.text) > 3 and w.text.isalpha()]
    if len(long) < 3:
        return False
    last = next((w.text for w in reversed(words)), "")
    share = sum(w.text[0].isupper() for w in long) / len(long)
    if last in {".", "!", "?"} and share < 0.9:
        return False
    return share >= 0.75 and (len(words) > 3 or block.label_ == "title")


def _is_plain_verb(token: Token) -> bool:
    """True for a verb with its tense that is not written with a capital."""
    tensed = token.tag_ in {"VBD", "VBZ", "VBP"} and token.pos_ == "VERB"
    return tensed and token.text.islower() and len(token.text) > 2


def folded(words: tuple[Word, ...] | list[Word]) -> str:
    """Return the words as one folded name."""
    return fold(" ".join(w.text for w in words))
