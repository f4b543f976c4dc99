"""Tokenize a whole article so that every block can be parsed by itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from extract.articles import article_of
from extract.blocks import readable, split_blocks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.language import Language
    from spacy.tokens import Token

#: Characters without white space that are cut into words at once: to take the marks
#: off the end of a word costs the square of its length.
_STRETCH: Final = re.compile(r"\S{200}(?=\S)")


class ArticleTokenizer:
    """Turn a text into a ``Doc`` whose blocks are known and whose text is exact.

    What lies between tokens (line breaks, markup) becomes tokens of its own,
    named in ``doc._.fillers`` by index; a parser never sees them.
    """

    def __init__(self, reader: Language) -> None:
        self.reader = reader

    def __call__(self, text: str) -> Doc:
        """Return an unparsed ``Doc`` with ``doc.text == text``."""
        blocks = split_blocks(text)
        words: list[str] = []
        spaces: list[bool] = []
        fillers: list[int] = []
        edges: list[tuple[int, int]] = []
        reached = 0

        def fill(end: int) -> None:
            nonlocal reached
            gap = text[reached:end]
            if gap.startswith(" ") and words and not spaces[-1]:
                spaces[-1] = True
                gap = gap[1:]
            if gap:
                fillers.append(len(words))
                words.append(gap)
                spaces.append(False)
            reached = end

        for block in blocks:
            fill(block.start)
            first = len(words)
            plain = readable(text[block.start : block.end]).replace("``", "''")
            for begin, token in self._tokens(plain):
                start = block.start + begin
                fill(start)
                words.append(text[start : start + len(token.text)])
                spaces.append(False)
                reached = start + len(token.text)
            edges.append((first, len(words)))
        fill(len(text))
        doc = Doc(self.reader.vocab, words=words, spaces=spaces)
        doc.spans["blocks"] = [
            Span(doc, first, end, label=block.kind)
            for block, (first, end) in zip(blocks, edges, strict=True)
            if end > first
        ]
        doc._.fillers = frozenset(fillers)
        doc._.article = article_of(text, blocks=blocks)
        return doc

    def _tokens(self, text: str) -> Iterator[tuple[int, Token]]:
        """Yield the words of a text, each with where in it the word begins."""
        first = 0
        for last in (*(m.end() for m in _STRETCH.finditer(text)), len(text)):
            for token in self.reader.make_doc(text[first:last]):
                if not token.is_space:
                    yield first + token.idx, token
            first = last
