"""The reading model as a spaCy pipeline: tags, morphology, lemmas, trees, names.

``load_reader`` gives the model that ships with Parley; ``check_pipeline`` refuses
another pipeline that lacks what the finders rely on.
"""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, cast

import numpy as np
import spacy
from spacy.language import Language
from spacy.tokens import Span

from extract.encoder import FILES, ReadingNetwork
from extract.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from spacy.tokens import Doc
    from spacy.vocab import Vocab
    from thinc.types import Ints2d

    from extract.encoder import Parsed

FOLDER = Path(__file__).parent / "model"
ATTRIBUTES: list[int | str] = [
    "TAG", "POS", "MORPH", "LEMMA", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE",
]  # fmt: skip
NAMES = ("PERSON", "ORG", "PLACE")
SAME = {
    "PER": "PERSON", "LOC": "PLACE", "GPE": "PLACE", "FAC": "PLACE",
    "GPE_LOC": "PLACE", "GPE_ORG": "PLACE",
}  # fmt: skip
TYPICAL = frozenset({"nsubj", "obl", "case", "mark", "nsubj:pass"})
_BEGIN, _INSIDE, _OUTSIDE = 3, 1, 2


class Reader:
    """A spaCy component that fills in everything up to names."""

    def __init__(self, vocab: Vocab, folder: Path, *, threads: int = 1) -> None:
        """Load the network of a model folder."""
        self.vocab = vocab
        self.folder = folder
        self.threads = threads
        self.network = ReadingNetwork(folder, threads=threads)
        self._ids: dict[str, int] = {}

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the name labels that the model may give."""
        return tuple(sorted({t[2:] for t in self.network.labels["names"] if t != "O"}))

    def __call__(self, doc: Doc) -> Doc:
        """Return ``doc``, annotated."""
        return next(iter(self.pipe([doc])))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Yield the documents in order, annotated; many at once are faster."""
        docs = iter(stream)
        while batch := list(islice(docs, batch_size)):
            kept = [[t.i for t in doc if not t.is_space] for doc in batch]
            passages = [self._passage(d, k) for d, k in zip(batch, kept, strict=True)]
            parses = self.network.parse(passages)
            for doc, indices, parsed in zip(batch, kept, parses, strict=True):
                self._write(doc, indices, parsed)
                yield doc

    def _passage(self, doc: Doc, kept: Sequence[int]) -> tuple[list[str], list[bool]]:
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        if len(kept) == len(words):
            return words, spaces
        for i in range(len(words) - 1):
            if words[i + 1].isspace():
                spaces[i] = True
        return [words[i] for i in kept], [spaces[i] for i in kept]

    def _write(self, doc: Doc, kept: Sequence[int], parsed: Parsed) -> None:
        n = len(doc)
        if n == 0:
            return
        values = np.zeros((n, len(ATTRIBUTES)), dtype=np.uint64)
        values[:, 6] = _OUTSIDE
        if len(kept) < n:
            self._write_spaces(doc, set(kept), values)
        if kept:
            at = np.asarray(kept, dtype=np.int64)
            feats = self._feats
            values[at, 0] = [self._id(x) for x in parsed.tags]
            values[at, 1] = [self._id(x) for x in parsed.pos]
            values[at, 2] = [feats(x) for x in parsed.feats]
            values[at, 3] = [self._id(x) for x in parsed.lemmas]
            values[at, 5] = [
                self._id("ROOT" if x == "root" else x) for x in parsed.deprels
            ]
            heads = at[np.asarray(parsed.heads, dtype=np.int64)] - at
            values[at, 4] = heads.astype(np.int64).view(np.uint64)
            for start, end, label in parsed.names:
                first, last = kept[start], kept[end - 1] + 1
                values[first:last, 7] = self._id(label)
                values[first, 6] = _BEGIN
                values[first + 1 : last, 6] = _INSIDE
        doc.from_array(ATTRIBUTES, cast("Ints2d", values))

    def _write_spaces(
        self, doc: Doc, kept: set[int], values: np.ndarray[Any, Any]
    ) -> None:
        """Attach white space to the word before it, or after it at the beginning."""
        first = min(kept, default=-1)
        for i, token in enumerate(doc):
            if i in kept:
                continue
            values[i, 0] = self._id("_SP")
            values[i, 1] = self._id("SPACE")
            values[i, 2] = self._feats("_")
            values[i, 3] = self._id(token.text)
            back = -1
            while i + back >= 0 and i + back not in kept:
                back -= 1
            if i + back >= 0:
                offset = back
            elif first >= 0:
                offset = first - i
            else:
                offset = -i
            values[i, 4] = np.int64(offset).view(np.uint64)
            values[i, 5] = self._id("ROOT" if offset == 0 else "dep")

    def _id(self, text: str) -> int:
        known = self._ids.get(text)
        if known is None:
            known = self._ids[text] = self.vocab.strings.add(text)
        return known

    def _feats(self, feats: str) -> int:
        known = self._ids.get("feats " + feats)
        if known is None:
            known = self.vocab.morphology.add("" if feats == "_" else feats)
            self._ids["feats " + feats] = known
        return known

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process needs to load the network again."""
        return {"vocab": self.vocab, "folder": self.folder, "threads": self.threads}

    def __setstate__(self, state: dict[str, Any]) -> None:
        """Load the network in this process."""
        self.__init__(  # type: ignore[misc]
            state["vocab"], state["folder"], threads=state["threads"]
        )

    def to_disk(self, path: Path, exclude: Sequence[str] = ()) -> None:
        """Write nothing: the folder of the model is the component's own."""

    def from_disk(self, path: Path, exclude: Sequence[str] = ()) -> Self:
        """Return the component as it is."""
        return self


@Language.factory(
    "parley_reader",
    default_config={"folder": "", "threads": 1},
    assigns=[
        "token.tag", "token.pos", "token.morph", "token.lemma", "token.head",
        "token.dep", "token.is_sent_start", "doc.sents", "doc.ents",
        "token.ent_iob", "token.ent_type",
    ],
)  # fmt: skip
def make_reader(nlp: Language, name: str, folder: str, threads: int) -> Reader:
    """Build the component; an empty folder takes the model that ships."""
    if threads < 0:
        msg = f"threads must be 0 (all) or more, not {threads}"
        raise ModelError(msg)
    return Reader(nlp.vocab, Path(folder) if folder else FOLDER, threads=threads)


def load_reader(model: str | Path | None = None, *, threads: int = 1) -> Language:
    """Return an English pipeline with everything up to names.

    Args:
        model: a folder with the files of a reading model, or the name or folder of
            any spaCy pipeline with Universal Dependencies labels; ``None`` takes
            the model that ships with Parley.
        threads: threads that one batch may use; 0 takes all.

    Raises:
        ModelError: a file of the model is missing, the pipeline cannot be loaded,
            or it lacks what the finders rely on.
    """
    folder = FOLDER if model is None else Path(model)
    if model is None or (folder / FILES[0]).is_file():
        nlp = spacy.blank("en")
        settings = {"folder": str(folder) if model else "", "threads": threads}
        nlp.add_pipe("parley_reader", config=settings)
        return nlp
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError) as error:
        msg = f"cannot load the spaCy pipeline {str(model)!r}: {error}"
        raise ModelError(msg) from error
    nlp.add_pipe("parley_name_labels")
    check_pipeline(nlp)
    return nlp


@Language.component("parley_name_labels", assigns=["doc.ents"])
def rename_names(doc: Doc) -> Doc:
    """Give the names of another pipeline our labels, where they mean the same."""
    doc.set_ents(
        [
            Span(doc, e.start, e.end, SAME.get(e.label_, e.label_), kb_id=e.kb_id)
            for e in doc.ents
        ]
    )
    return doc


def check_pipeline(nlp: Language) -> None:
    """Refuse a pipeline that lacks what the finders rely on.

    Args:
        nlp: any spaCy pipeline; it reads one short sentence.

    Raises:
        ModelError: tags, trees, lemmas or names are missing, or labels are not
            Universal Dependencies' or not ours.
    """
    doc = nlp(
        "The mayor of Paris said on Monday that two letters were sent by Anna Smith."
    )
    for attribute, what, component in (
        ("TAG", "part-of-speech tags", "tagger"),
        ("POS", "universal tags", "morphologizer"),
        ("DEP", "a dependency parse", "parser"),
        ("LEMMA", "lemmas", "lemmatizer"),
        ("ENT_IOB", "names", "ner"),
    ):
        if not doc.has_annotation(attribute):
            msg = f"the pipeline gives no {what}: it needs a {component!r} component"
            raise ModelError(msg)
    relations = {label for labels in nlp.pipe_labels.values() for label in labels}
    seen = {token.dep_ for token in doc}
    if not (relations >= TYPICAL or {"case", "obl"} & seen) or {"pobj", "prep"} & seen:
        msg = (
            "the pipeline's parser does not use Universal Dependencies relations "
            f"(found {', '.join(sorted(seen)[:6])}): name one trained on a UD treebank"
        )
        raise ModelError(msg)
    labels = relations | {ent.label_ for ent in doc.ents}
    if "parley_name_labels" in nlp.pipe_names:
        labels |= {SAME[label] for label in labels & SAME.keys()}
    missing = [name for name in NAMES if name not in labels]
    if missing:
        msg = (
            f"the pipeline's names lack the label {', '.join(missing)}: Parley reads "
            "PERSON (PER), ORG and PLACE (LOC, GPE, FAC)"
        )
        raise ModelError(msg)
