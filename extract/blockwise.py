"""Run a language model over one block of an article at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from extract.datelines import leading_dateline
from extract.errors import ModelError
from extract.headline_trees import as_told
from extract.mended_trees import mended
from extract.stand_ins import kinds_of_names, with_stand_ins

if TYPE_CHECKING:
    from spacy.language import Language

#: Quotation marks of wire copy, which the corpora that taught the model lack.
_TYPED_QUOTES: Final = {"``": '"', "''": '"'}


class BlockReader:
    """Parse each readable block by itself and write the result onto the article."""

    def __init__(self) -> None:
        self.reader: Language | None = None

    def use(self, reader: Language) -> None:
        """Take the model to read with; it must share the pipeline's vocabulary."""
        self.reader = reader

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc`` with tags, trees, sentences and names set."""
        return next(iter(self.pipe([doc])))

    def pipe(self, docs: Iterable[Doc], batch_size: int = 16) -> Iterator[Doc]:
        """Yield the docs read, one block at a time.

        Blocks are never read in one batch: a quantised model rounds by what stands
        in its batch, and what is read from a block must not depend on its
        neighbours.
        """
        if self.reader is None:
            msg = "the reading component has no model: use load_pipeline() to build it"
            raise ModelError(msg)
        reader = self.reader
        for doc in docs:
            jobs = [
                [token.i for token in piece if token.i not in doc._.fillers]
                for span in doc.spans.get("blocks", ())
                if span.label_ != "boilerplate"
                for piece in _without_dateline(span)
            ]
            parts = [_alone(_part(doc, tokens), reader) for tokens in jobs]
            trees = list(map(mended, _under_common_names(parts, reader)))
            trees = _with_headlines(doc, parts, trees, jobs, reader)
            yield _assemble(doc, list(zip(jobs, trees, strict=True)))


def _without_dateline(block: Span) -> tuple[Span, ...]:
    """Return a block's dateline and the rest, or the block where it has none.

    Read as one, "GENEVA, March 20 - Delegates agreed" makes Geneva agree.
    """
    opening = leading_dateline(block.text) if block.label_ == "body" else None
    if opening is None:
        return (block,)
    begins = block.start_char + opening[1]
    cut = next((token.i for token in block if token.idx >= begins), block.end)
    return tuple(
        piece
        for piece in (block.doc[block.start : cut], block.doc[cut : block.end])
        if any(token.i not in block.doc._.fillers for token in piece)
    )


def _part(doc: Doc, tokens: list[int]) -> Doc:
    words = [_TYPED_QUOTES.get(doc[i].text, doc[i].text) for i in tokens]
    spaces = [
        bool(doc[i].whitespace_) or (n + 1 < len(tokens) and tokens[n + 1] != i + 1)
        for n, i in enumerate(tokens)
    ]
    return Doc(doc.vocab, words=words, spaces=spaces)


def _under_common_names(parts: list[Doc], reader: Language) -> list[Doc]:
    """Return the parts with the trees that they have under common names."""
    kinds = kinds_of_names(parts)
    out = []
    for part in parts:
        words = with_stand_ins(part, kinds)
        if words == [token.text for token in part]:
            out.append(part)
            continue
        spaces = [bool(token.whitespace_) for token in part]
        other = Doc(part.vocab, words=words, spaces=spaces)
        out.append(_under(part, _alone(other, reader)))
    return out


def _with_headlines(
    doc: Doc,
    parts: list[Doc],
    trees: list[Doc],
    jobs: list[list[int]],
    reader: Language,
) -> list[Doc]:
    """Return the trees, those of headlines above a story as of plain sentences."""
    blocks = doc.spans.get("blocks", ())
    story = next((b.start for b in blocks if b.label_ == "body"), len(doc))
    titles = {
        token.i
        for span in blocks
        if span.label_ == "title" and span.start < story
        for token in span
    }
    heads = [bool(tokens) and tokens[0] in titles for tokens in jobs]
    if not any(heads):
        return trees
    kinds = kinds_of_names(parts)
    body = Counter(
        token.text
        for part, head in zip(parts, heads, strict=True)
        if not head
        for token in part
        if token.is_lower
    )

    def read(words: Sequence[str], spaces: Sequence[bool]) -> Doc:
        plain = Doc(reader.vocab, words=list(words), spaces=list(spaces))
        return mended(_alone(plain, reader))

    return [
        as_told(tree, with_stand_ins(part, kinds), body, read) if head else tree
        for part, tree, head in zip(parts, trees, heads, strict=True)
    ]


def _alone(part: Doc, reader: Language) -> Doc:
    """Return one block, read by itself."""
    return next(iter(reader.pipe([part])))


def _under(part: Doc, other: Doc) -> Doc:
    """Return the words and names of ``part`` with the tree of ``other``."""
    same = [a.text == b.text for a, b in zip(part, other, strict=True)]
    read = Doc(
        part.vocab,
        words=[token.text for token in part],
        spaces=[bool(token.whitespace_) for token in part],
        tags=[token.tag_ for token in other],
        pos=[token.pos_ for token in other],
        morphs=[str(token.morph) for token in other],
        lemmas=[
            (b if kept else a).lemma_
            for a, b, kept in zip(part, other, same, strict=True)
        ],
        heads=[token.head.i for token in other],
        deps=[token.dep_ for token in other],
    )
    read.ents = [Span(read, e.start, e.end, label=e.label_) for e in part.ents]
    return read


def _assemble(doc: Doc, parts: list[tuple[list[int], Doc]]) -> Doc:
    """Write the parts' annotations onto a doc of the same tokens.

    A token outside every part (a line break, furniture) hangs on the token
    before it, so that it begins no sentence of its own where it can be helped.
    """
    size = len(doc)
    tags, poses, morphs, lemmas, deps = ([""] * size for _ in range(5))
    heads = list(range(size))
    covered = [False] * size
    ents: list[tuple[int, int, str]] = []
    for tokens, part in parts:
        for here, token in zip(tokens, part, strict=True):
            tags[here], poses[here] = token.tag_, token.pos_
            morphs[here], lemmas[here] = str(token.morph), token.lemma_
            heads[here] = tokens[token.head.i]
            deps[here] = token.dep_ if token.head.i != token.i else "ROOT"
            covered[here] = True
        ents += [(tokens[e.start], tokens[e.end - 1] + 1, e.label_) for e in part.ents]
    for i in range(size):
        if covered[i]:
            continue
        deps[i], lemmas[i] = "ROOT", doc[i].text
        if i in doc._.fillers:
            tags[i], poses[i] = "_SP", "SPACE"
            if i:
                heads[i], deps[i] = i - 1, "dep"
    read = Doc(
        doc.vocab,
        words=[token.text for token in doc],
        spaces=[bool(token.whitespace_) for token in doc],
        tags=tags,
        pos=poses,
        morphs=morphs,
        lemmas=lemmas,
        heads=heads,
        deps=deps,
    )
    read.spans["blocks"] = [
        Span(read, span.start, span.end, label=span.label_)
        for span in doc.spans.get("blocks", ())
    ]
    read.ents = [Span(read, start, end, label=label) for start, end, label in ents]
    read._.article, read._.fillers = doc._.article, doc._.fillers
    return read
