"""Passages as tensors.

A passage is a run of sentences of one text, as the reader meets it: a headline, a
paragraph. Passages of like length share a batch.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from extract import encoder_lemmas
from extract.training import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from extract.encoder_features import WordReader
    from extract.training.corpora import Sentence

IGNORED = -100
MAX_PIECES = 190


@dataclass(frozen=True, slots=True)
class Labels:
    """The label lists; a label's number is its place."""

    xpos: list[str]
    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    deprels: list[str]
    names: list[str]

    @classmethod
    def collect(cls, train: Sequence[Sentence]) -> Labels:
        """Return the labels of the training part, frequent first."""

        def ordered(counts: Counter[str], least: int) -> list[str]:
            kept = [(n, k) for k, n in counts.items() if n >= least]
            return [k for n, k in sorted(kept, key=lambda x: (-x[0], x[1]))]

        trees = [s for s in train if s.xpos]
        edits = Counter(
            encoder_lemmas.edit(f, m)
            for s in trees
            for f, m in zip(s.forms, s.lemmas, strict=True)
        )
        return cls(
            xpos=ordered(Counter(t for s in trees for t in s.xpos), 1),
            upos=ordered(Counter(t for s in trees for t in s.upos), 1),
            feats=ordered(Counter(t for s in trees for t in s.feats), 3),
            lemmas=ordered(edits, 3),
            deprels=ordered(Counter(t for s in trees for t in s.deprels), 1),
            names=["O"] + [f"{p}-{n}" for n in names.LABELS for p in "BIES"],
        )

    def to_dict(self) -> dict[str, list[str]]:
        """Return plain lists, for the labels file."""
        return {k: getattr(self, k) for k in self.__slots__}


def bioes(bio: Sequence[str]) -> list[str]:
    """Return the BIOES form of a BIO sequence.

    >>> bioes(["B-ORG", "I-ORG", "O", "B-ORG"])
    ['B-ORG', 'E-ORG', 'O', 'S-ORG']
    """
    out = ["O"] * len(bio)
    for start, end, label in names.spans(bio):
        if end - start == 1:
            out[start] = f"S-{label}"
        else:
            out[start:end] = (
                [f"B-{label}"] + [f"I-{label}"] * (end - start - 2) + [f"E-{label}"]
            )
    return out


def passages(
    sentences: Sequence[Sentence], reader: WordReader, rng: random.Random | None
) -> list[list[Sentence]]:
    """Cut running texts into passages.

    Args:
        sentences: in corpus order.
        reader: counts word pieces.
        rng: varies where passages end; ``None`` cuts at paragraphs only, or
            where one would exceed the limit.
    """
    out: list[list[Sentence]] = []
    current: list[Sentence] = []
    size, limit = 0, MAX_PIECES
    group = ""
    for s in sentences:
        n = sum(len(reader.form(w).pieces) for w in s.forms)
        cut = s.group != group or size + n > limit
        if s.new_paragraph and (rng is None or rng.random() < 0.6):
            cut = True
        if cut and current:
            out.append(current)
            current, size = [], 0
        if not current and rng is not None:
            limit = rng.choice((30, 70, 110, 150, MAX_PIECES))
        current.append(s)
        size += n
        group = s.group
    if current:
        out.append(current)
    return out


@dataclass(frozen=True, slots=True)
class Encoded:
    """One passage as arrays."""

    pieces: list[int]
    lengths: list[int]
    hashed: np.ndarray
    flags: np.ndarray
    gold: dict[str, np.ndarray]


class Coder:
    """Turns passages into arrays and batches."""

    def __init__(self, reader: WordReader, labels: Labels) -> None:
        """Keep word reader and label numbers."""
        self.reader = reader
        self.labels = labels
        self._of = {
            k: {label: n for n, label in enumerate(v)}
            for k, v in labels.to_dict().items()
        }

    def encode(self, passage: Sequence[Sentence]) -> Encoded:
        """Return the arrays of one passage; unknown labels are ignored in training."""
        words = [w for s in passage for w in s.forms]
        spaces = [x for s in passage for x in s.spaces]
        forms, hashed, flags = self.reader.inputs(words, spaces)
        pieces = [self.reader.start]
        for f in forms:
            pieces += f.pieces
        pieces = [*pieces[:510], self.reader.end]
        n = len(words)
        gold = {
            k: np.full(n, IGNORED, dtype=np.int64)
            for k in ("xpos", "upos", "feats", "lemmas", "deprels", "heads", "names")
        }
        gold["sentence"] = np.zeros(n, dtype=np.int64)
        gold["starts"] = np.full(n, IGNORED, dtype=np.int64)
        at = 0
        for number, s in enumerate(passage):
            end = at + len(s.forms)
            gold["sentence"][at:end] = number
            if s.xpos:
                for k in ("xpos", "upos", "feats", "deprels"):
                    of = self._of[k]
                    gold[k][at:end] = [of.get(x, IGNORED) for x in getattr(s, k)]
                edits = (
                    encoder_lemmas.edit(f, m)
                    for f, m in zip(s.forms, s.lemmas, strict=True)
                )
                gold["lemmas"][at:end] = [
                    self._of["lemmas"].get(e, IGNORED) for e in edits
                ]
                gold["heads"][at:end] = [at + h for h in s.heads]
                gold["starts"][at:end] = 0
                gold["starts"][at] = 1
            if s.names:
                gold["names"][at:end] = [self._of["names"][t] for t in bioes(s.names)]
            at = end
        return Encoded(pieces, [len(f.pieces) for f in forms], hashed, flags, gold)

    def batches(
        self, encoded: Sequence[Encoded], size: int, rng: random.Random | None
    ) -> list[list[Encoded]]:
        """Group passages of like length, about ``size`` pieces a batch."""
        order = list(range(len(encoded)))
        if rng is not None:
            rng.shuffle(order)
            noise = {i: rng.uniform(0.92, 1.08) for i in order}
        else:
            noise = dict.fromkeys(order, 1.0)
        order.sort(key=lambda i: len(encoded[i].pieces) * noise[i])
        out: list[list[Encoded]] = []
        batch: list[Encoded] = []
        for i in order:
            longest = max([len(encoded[i].pieces)] + [len(b.pieces) for b in batch])
            if batch and longest * (len(batch) + 1) > size:
                out.append(batch)
                batch = []
            batch.append(encoded[i])
        if batch:
            out.append(batch)
        if rng is not None:
            rng.shuffle(out)
        return out


def tensors(batch: Sequence[Encoded]) -> dict[str, Tensor]:
    """Return the padded tensors of a batch."""
    b = len(batch)
    t = max(len(e.pieces) for e in batch)
    w = max(len(e.lengths) for e in batch)
    pieces = np.zeros((b, t), dtype=np.int64)
    piece_mask = np.zeros((b, t), dtype=np.float32)
    pool = np.zeros((b, w, t), dtype=np.float32)
    mask = np.zeros((b, w), dtype=np.float32)
    hashed = np.zeros((b, w, batch[0].hashed.shape[1]), dtype=np.int64)
    flags = np.zeros((b, w, batch[0].flags.shape[1]), dtype=np.float32)
    gold = {
        k: np.full((b, w), -1 if k == "sentence" else IGNORED, dtype=np.int64)
        for k in batch[0].gold
    }
    for n, e in enumerate(batch):
        words = len(e.lengths)
        pieces[n, : len(e.pieces)] = e.pieces
        piece_mask[n, : len(e.pieces)] = 1.0
        at = 1
        for i, length in enumerate(e.lengths):
            pool[n, i, at : at + length] = 1.0 / length
            at += length
        mask[n, :words] = 1.0
        hashed[n, :words] = e.hashed
        flags[n, :words] = e.flags
        for k, v in e.gold.items():
            gold[k][n, :words] = v
    out = {
        "pieces": pieces,
        "piece_mask": piece_mask,
        "pool": pool,
        "mask": mask,
        "hashed": hashed,
        "flags": flags,
        **{f"gold_{k}": v for k, v in gold.items()},
    }
    return {k: torch.from_numpy(v) for k, v in out.items()}
