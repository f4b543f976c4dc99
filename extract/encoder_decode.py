"""From the network's scores to trees, tag sequences and sentences.

Source:
    Dozat and Manning (2017), biaffine parsing; Chu and Liu (1965) and Edmonds (1967),
    maximum spanning trees; Viterbi (1967).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

NEVER = np.float32(-1e4)


def tree(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return each word's head in the best tree with one root, which heads itself.

    Args:
        scores: [word, head]; the diagonal scores being the root.

    >>> tree(np.array([[1, 5, 0], [2, 4, 1], [0, 3, 1]], dtype=np.float32)).tolist()
    [1, 1, 1]
    """
    n = len(scores)
    heads: NDArray[np.int64] = scores.argmax(1)
    roots = np.flatnonzero(heads == np.arange(n))
    if len(roots) == 1 and not _cycle(heads):
        return heads
    own = scores.diagonal().copy()
    if len(roots) == 1:
        candidates = roots
    else:
        best = scores - np.diag(np.full(n, 1e9, dtype=np.float32))
        lost = own - best.max(1) if n > 1 else own
        candidates = np.argsort(-lost)[:3]
    found: NDArray[np.int64] | None = None
    top = -np.inf
    for root in candidates:
        arcs = scores.astype(np.float64)
        np.fill_diagonal(arcs, -1e9)
        arcs[root] = -1e9
        arcs[root, root] = own[root]
        one = _spanning(arcs, int(root))
        value = float(arcs[np.arange(n), one].sum())
        if value > top:
            found, top = one, value
    return heads if found is None else found


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    state = [0] * len(heads)
    for start in range(len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            if heads[at] == at:
                break
            at = int(heads[at])
        else:
            if state[at] == 1 and at in path:
                return path[path.index(at) :]
        for i in path:
            state[i] = 2
    return []


def _spanning(arcs: NDArray[np.float64], root: int) -> NDArray[np.int64]:
    heads: NDArray[np.int64] = arcs.argmax(1)
    heads[root] = root
    cycle = _cycle(heads)
    if not cycle:
        return heads
    n = len(arcs)
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outer = np.flatnonzero(~inside)
    ring = np.array(cycle)
    kept = arcs[ring, heads[ring]]
    m = len(outer)
    small = np.full((m + 1, m + 1), -1e9)
    small[:m, :m] = arcs[np.ix_(outer, outer)]
    out_scores = arcs[np.ix_(outer, ring)]
    out_best = out_scores.argmax(1)
    small[:m, m] = out_scores.max(1)
    in_scores = arcs[np.ix_(ring, outer)] - kept[:, None]
    in_best = in_scores.argmax(0)
    small[m, :m] = in_scores.max(0) + kept.sum()
    new_root = int(np.flatnonzero(outer == root)[0])
    reduced = _spanning(small, new_root)
    for i in range(m):
        if i != new_root:
            h = int(reduced[i])
            heads[outer[i]] = ring[out_best[i]] if h == m else outer[h]
    enter = int(reduced[m])
    heads[ring[in_best[enter]]] = outer[enter]
    heads[root] = root
    return heads


class TagChain:
    """Best BIOES sequences under learned moves."""

    def __init__(self, tags: Sequence[str], moves: NDArray[np.float32]) -> None:
        """Keep tag names and the score of each move, forbidden ones far down."""
        self.tags = list(tags)
        self.moves = np.ascontiguousarray(moves.T)  # [to, from]
        self.first = np.array(
            [0.0 if t[0] in "OBS" else NEVER for t in tags], np.float32
        )
        self.final = np.array(
            [0.0 if t[0] in "OES" else NEVER for t in tags], np.float32
        )

    def best(self, scores: NDArray[np.float32]) -> list[int]:
        """Return the best sequence for [word, tag] scores."""
        n = len(scores)
        if n == 0:
            return []
        if bool((scores.argmax(1) == 0).all()) and bool(
            (scores[:, 0] > 4 + np.sort(scores[:, 1:], axis=1)[:, -1]).all()
        ):
            return [0] * n
        back = np.empty((n, len(self.tags)), dtype=np.int64)
        alpha = scores[0] + self.first
        columns = np.arange(len(self.tags))
        for i in range(1, n):
            table = self.moves + alpha
            back[i] = table.argmax(1)
            alpha = table[columns, back[i]] + scores[i]
        at = int((alpha + self.final).argmax())
        path = [at]
        for i in range(n - 1, 0, -1):
            at = int(back[i, at])
            path.append(at)
        return path[::-1]

    def spans(self, path: Sequence[int]) -> list[tuple[int, int, str]]:
        """Return ``(start, end, label)`` of the names in a sequence."""
        out = []
        start = 0
        for i, number in enumerate(path):
            tag = self.tags[number]
            if tag[0] in "BS":
                start = i
            if tag[0] in "ES":
                out.append((start, i + 1, tag[2:]))
        return out


def sentence_starts(scores: NDArray[np.float32]) -> list[int]:
    """Return the indices where sentences begin; the first word always does."""
    return [0, *(int(i) + 1 for i in np.flatnonzero(scores[1:] > 0))]
