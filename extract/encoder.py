"""Run the reading network: words in, tags, trees and names out.

No torch here: an ONNX session, word pieces and numpy. Passages longer than the network
takes are read window by window; a window ends where a sentence does.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from extract.encoder_decode import TagChain, sentence_starts, tree
from extract.encoder_features import WordReader
from extract.encoder_lemmas import Lemmas
from extract.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from extract.encoder_features import WordForm

MAX_PIECES = 190
BATCH_PIECES = 400  # small batches stay in a laptop's cache
FILES = (
    "network.onnx",
    "heads.npz",
    "labels.json",
    "tokenizer.json",
    "gazetteer.txt.gz",
    "lemmas.txt.gz",
)


@dataclass(frozen=True, slots=True)
class Parsed:
    """What the network says of one passage, word by word.

    Attributes:
        tags: Penn tags.
        pos: universal tags.
        feats: features in UD notation, ``_`` for none.
        lemmas: lemmas.
        heads: index of the head; its own for the root of a sentence.
        deprels: Universal Dependencies relations, ``root`` for roots.
        names: ``(start, end, label)`` in words, end exclusive, not overlapping.
    """

    tags: list[str]
    pos: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[tuple[int, int, str]]


@dataclass(slots=True)
class _Task:
    words: Sequence[str]
    forms: list[WordForm]
    hashed: NDArray[np.int64]
    flags: NDArray[np.float32]
    sizes: NDArray[np.int64]
    parsed: Parsed
    at: int = 0

    def window(self) -> int:
        """Return where the next window ends: at least one word on."""
        room = np.cumsum(self.sizes[self.at :]) <= MAX_PIECES
        return self.at + max(1, int(room.sum()))


class ReadingNetwork:
    """The trained network and what it takes to run it."""

    def __init__(self, folder: Path, *, threads: int = 1) -> None:
        """Load the files of a model folder.

        Args:
            folder: holds the files listed in :data:`FILES`.
            threads: threads that one passage may use.

        Raises:
            ModelError: a file is missing.
        """
        missing = [name for name in FILES if not (folder / name).is_file()]
        if missing:
            msg = (
                f"the reading model in {folder} lacks {', '.join(missing)}: "
                "reinstall Parley, or rebuild it with 'make model'"
            )
            raise ModelError(msg)
        ort: Any = import_module("onnxruntime")  # slow to import, and untyped
        options = ort.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = ort.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self._reader = WordReader.load(folder)
        labels: dict[str, list[str]] = json.loads(
            (folder / "labels.json").read_text("utf8")
        )
        self.labels = labels
        with np.load(folder / "heads.npz") as arrays:
            self._rel_mix: NDArray[np.float32] = arrays["rel_mix"]
            self._chain = TagChain(labels["names"], arrays["moves"])
        self._root = labels["deprels"].index("root")
        self._lemmas = Lemmas.load(folder / "lemmas.txt.gz")

    def parse(
        self, passages: Sequence[tuple[Sequence[str], Sequence[bool]]]
    ) -> list[Parsed]:
        """Return the analysis of each passage, in order.

        Args:
            passages: words (none of them white space) and whether white space
                follows each.
        """
        tasks = [self._task(words, spaces) for words, spaces in passages]
        waiting = [t for t in tasks if t.words]
        while waiting:
            sized = sorted(waiting, key=lambda t: int(t.sizes[t.at : t.window()].sum()))
            for batch in _batched(sized):
                self._run(batch)
            waiting = [t for t in waiting if t.at < len(t.words)]
        return [t.parsed for t in tasks]

    def _task(self, words: Sequence[str], spaces: Sequence[bool]) -> _Task:
        forms, hashed, flags = self._reader.inputs(words, spaces)
        sizes = np.array([len(f.pieces) for f in forms], dtype=np.int64)
        empty = Parsed([], [], [], [], [], [], [])
        return _Task(words, forms, hashed, flags, sizes, empty)

    def _run(self, batch: list[tuple[_Task, int]]) -> None:
        b = len(batch)
        w = max(end - task.at for task, end in batch)
        t = max(int(task.sizes[task.at : end].sum()) for task, end in batch) + 2
        pieces = np.zeros((b, t), dtype=np.int64)
        piece_mask = np.zeros((b, t), dtype=np.float32)
        pool = np.zeros((b, w, t), dtype=np.float32)
        hashed = np.zeros((b, w, batch[0][0].hashed.shape[1]), dtype=np.int64)
        flags = np.zeros((b, w, batch[0][0].flags.shape[1]), dtype=np.float32)
        mask = np.zeros((b, w), dtype=np.float32)
        for row, (task, end) in enumerate(batch):
            at, n = task.at, end - task.at
            ids = [self._reader.start]
            for form in task.forms[at:end]:
                ids += form.pieces
            ids.append(self._reader.end)
            pieces[row, : len(ids)] = ids
            piece_mask[row, : len(ids)] = 1.0
            sizes = task.sizes[at:end]
            owners = np.repeat(np.arange(n), sizes)
            pool[row, owners, np.arange(1, len(ids) - 1)] = 1.0 / sizes[owners]
            hashed[row, :n] = task.hashed[at:end]
            flags[row, :n] = task.flags[at:end]
            mask[row, :n] = 1.0
        out: list[NDArray[Any]] = self._session.run(
            None,
            {
                "pieces": pieces, "piece_mask": piece_mask, "pool": pool,
                "hashed": hashed, "flags": flags, "mask": mask,
            },
        )  # fmt: skip
        for row, (task, end) in enumerate(batch):
            self._take(task, end, [part[row] for part in out])

    def _take(self, task: _Task, end: int, out: list[NDArray[Any]]) -> None:
        """Add one window's analysis to a task and move on."""
        xpos, upos, feats, lemmas, starts, arcs, rel_dep, rel_head, names = out
        at, n = task.at, end - task.at
        begins = sentence_starts(starts[:n])
        if end < len(task.words) and len(begins) > 1:
            n = begins.pop()  # the last sentence may be cut off: read it again
        heads = np.zeros(n, dtype=np.int64)
        for first, last in zip(begins, [*begins[1:], n], strict=True):
            heads[first:last] = tree(arcs[first:last, first:last]) + first
        rels = self._relations(rel_dep[:n], rel_head[heads], heads)
        parsed, labels = task.parsed, self.labels
        parsed.tags.extend([labels["xpos"][i] for i in xpos[:n]])
        parsed.pos.extend([labels["upos"][i] for i in upos[:n]])
        parsed.feats.extend([labels["feats"][i] for i in feats[:n]])
        parsed.lemmas.extend(
            self._lemmas.choose(word, tag, tuple(picks), labels["lemmas"])
            for word, tag, picks in zip(
                task.words[at : at + n],
                parsed.tags[at : at + n],
                lemmas[:n].tolist(),
                strict=True,
            )
        )
        parsed.heads.extend((heads + at).tolist())
        parsed.deprels.extend([labels["deprels"][i] for i in rels])
        path = self._chain.best(names[:n])
        parsed.names.extend((at + a, at + e, k) for a, e, k in self._chain.spans(path))
        task.at += n

    def _relations(
        self,
        dep: NDArray[np.float32],
        head: NDArray[np.float32],
        heads: NDArray[np.int64],
    ) -> NDArray[np.int64]:
        """Return each word's best relation to its head; only roots are ``root``."""
        n = len(dep)
        ones = np.ones((n, 1), dtype=np.float32)
        dep, head = np.hstack([dep, ones]), np.hstack([head, ones])
        m, r, k = self._rel_mix.shape
        left = (dep @ self._rel_mix.reshape(m, r * k)).reshape(n, r, k)
        scores = np.matmul(left, head[:, :, None])[:, :, 0]
        scores[:, self._root] = -1e9
        best: NDArray[np.int64] = scores.argmax(1)
        best[heads == np.arange(n)] = self._root
        return best


def _batched(tasks: Sequence[_Task]) -> Iterator[list[tuple[_Task, int]]]:
    batch: list[tuple[_Task, int]] = []
    longest = 0
    for task in tasks:
        end = task.window()
        size = int(task.sizes[task.at : end].sum()) + 2
        if batch and max(longest, size) * (len(batch) + 1) > BATCH_PIECES:
            yield batch
            batch, longest = [], 0
        batch.append((task, end))
        longest = max(longest, size)
    if batch:
        yield batch
