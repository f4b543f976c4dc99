"""Tokenize a whole article so that every block can be parsed by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span

from extract.articles import article_of
from extract.blocks import readable, split_blocks

if TYPE_CHECKING:
    from spacy.language import Language


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
            for token in self.reader.make_doc(readable(text[block.start : block.end])):
                if token.is_space:
                    continue
                start = block.start + token.idx
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
