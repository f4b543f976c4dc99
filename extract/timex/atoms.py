"""Text cut into words, figures and signs, whatever tokenizer came before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

#: A paragraph break is an atom of its own, so that no expression crosses it.
BREAK = "\n"
_ATOM = re.compile(r"\n[^\S\n]*\n\s*|\d+|[^\W\d_]+|[^\w\s]|_")
_SAME = str.maketrans(
    {"’": "'", "‘": "'", "–": "-", "—": "--", "\u2011": "-", "−": "-", "`": "'"}
)
#: Atoms after the end, so that rules may look ahead without asking.
_MARGIN = 8


@dataclass(frozen=True, slots=True)
class Atoms:
    """The atoms of a text.

    Attributes:
        text: the text.
        words: lower-cased atoms, with some empty ones after the end; curly
            apostrophes and long hyphens are written plainly.
        starts: first character of each.
        ends: one past the last character of each.
        size: how many there are, not counting the empty ones.
    """

    text: str
    words: Sequence[str]
    starts: Sequence[int]
    ends: Sequence[int]
    size: int

    def joined(self, i: int) -> bool:
        """Tell whether atom ``i`` follows the one before without a space."""
        if not 0 < i < self.size or BREAK in (self.words[i - 1], self.words[i]):
            return False
        return self.starts[i] == self.ends[i - 1]

    def number(self, i: int) -> int | None:
        """Return the figure at ``i`` if it is one of at most four digits."""
        word = self.words[i]
        return (
            int(word)
            if word.isdecimal() and word.isascii() and len(word) <= 4
            else None
        )

    def capital(self, i: int) -> bool:
        """Tell whether the atom is written with a capital."""
        return i < self.size and self.text[self.starts[i]].isupper()


def cut(text: str, breaks: Iterable[int] = ()) -> Atoms:
    """Return the atoms of ``text``.

    Args:
        text: any text.
        breaks: characters at which a block begins; nothing is read across.

    >>> cut("three-hour talks").words[:4]
    ['three', '-', 'hour', 'talks']
    """
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    edges = sorted(set(breaks), reverse=True)
    for match in _ATOM.finditer(text):
        start = match.start()
        while edges and edges[-1] <= start:
            edge = edges.pop()
            if words and words[-1] != BREAK:
                words.append(BREAK)
                starts.append(min(edge, start))
                ends.append(min(edge, start))
        word = match.group()
        words.append(BREAK if word[0] == "\n" else word.lower())
        starts.append(start)
        ends.append(match.end())
    plain = [
        w.translate(_SAME) if len(w) == 1 and not w.isalnum() else w for w in words
    ]
    size = len(words)
    return Atoms(text, plain + [""] * _MARGIN, starts, ends, size)
