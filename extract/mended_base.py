"""A tree while it is mended: words may be hung elsewhere, one at a time."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass, field
from typing import Final

SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
#: Tags that only a finite verb has.
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
VERBAL: Final = frozenset({"VERB", "AUX"})
QUOTES: Final = frozenset({'"', "”", "''", "’’", "»"})
_DEEP: Final = 6
#: Relations of a name, or of the larger place, behind the noun it goes with.
_BESIDE: Final = frozenset({"flat", "appos", "nmod:unmarked", "nmod:desc"})


@dataclass
class LooseTree:
    """A tree while it is mended."""

    words: list[str]
    tags: list[str]
    pos: list[str]
    heads: list[int]
    deps: list[str]
    lemmas: list[str]
    _below: list[list[int]] = field(init=False)

    def __post_init__(self) -> None:
        """Note what hangs on each word: to look for it each time takes too long."""
        self._below = [[] for _ in self.heads]
        for at, head in enumerate(self.heads):
            if head != at:
                self._below[head].append(at)

    def children(self, at: int) -> list[int]:
        """Return what hangs on a word, in order."""
        return list(self._below[at])

    def hang(self, at: int, head: int, label: str) -> None:
        """Hang a word on another; on itself, as a root."""
        if self.heads[at] != at:
            self._below[self.heads[at]].remove(at)
        if head != at:
            insort(self._below[head], at)
        self.heads[at], self.deps[at] = head, label

    def sentences(self) -> list[tuple[int, int, int]]:
        """Return first word, one past the last, and root of each sentence."""
        edges: dict[int, tuple[int, int]] = {}
        for at in range(len(self)):
            root = self._top(at)
            edges[root] = edges.get(root, (at, at))[0], at + 1
        return [(*edges[root], root) for root in sorted(edges)]

    def _top(self, at: int) -> int:
        return [at, *self.above(at)][-1]

    def sound(self) -> bool:
        """Tell whether every word hangs, by whatever way, on a root."""
        return all(self.heads[top] == top for top in map(self._top, range(len(self))))

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.words)

    def has(self, at: int, *labels: str) -> bool:
        """Tell whether a word has a dependent under one of the labels."""
        return any(self.deps[i] in labels for i in self.children(at))

    def named_by(self, at: int) -> int:
        """Return the noun whose name or place beside it ends with a word."""
        for _ in range(_DEEP):
            head = self.heads[at]
            if self.deps[at] not in _BESIDE or head >= at:
                break
            at = head
        return at

    def chain(self, at: int) -> list[int]:
        """Return a word and the nouns it hangs on, up to a verb."""
        out = [at]
        for head in self.above(at):
            if self.pos[head] in VERBAL:
                break
            out.append(head)
        return out

    def above(self, at: int) -> list[int]:
        """Return what a word hangs on, up to the root.

        It ends where a half-mended tree goes in a circle.
        """
        out: list[int] = []
        while self.heads[at] != at and len(out) < len(self):
            at = self.heads[at]
            out.append(at)
        return out

    def reroot(self, old: int, new: int, label: str) -> None:
        """Make ``new`` the root of the sentence whose root is ``old``."""
        self.hang(new, new, "ROOT")
        self.hang(old, new, label)

    def first(self, at: int) -> int:
        """Return the first word of what hangs on a word, itself included."""
        return min(self.all_below(at))

    def last(self, at: int) -> int:
        """Return the last word of what hangs on a word, itself included."""
        return max(self.all_below(at))

    def all_below(self, at: int) -> set[int]:
        """Return a word and all that hangs on it, by whatever way."""
        found = {at}
        left = [at]
        while left:
            new = [i for i in self._below[left.pop()] if i not in found]
            found.update(new)
            left += new
        return found
