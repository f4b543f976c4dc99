"""Join profiles into clusters by scored pairs, without regard to their order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.identity_nodes import Profile

#: In a block of more names ("Mohammed" alone) not each is compared with each,
_CROWD: Final = 400
#: but with so many that come next in the order of their letters.
_NEXT: Final = 20
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Pair:
    """Two profiles that may be one thing.

    Attributes:
        left: index of the first.
        right: index of the second, larger.
        score: from 0 to 1.
        rule: short name of the rule.
        detail: the reason in words.
    """

    left: int
    right: int
    score: float
    rule: str
    detail: str


class Clusters:
    """Sets of profiles, joined pair by pair from the surest pair on."""

    def __init__(self, found: list[Profile]) -> None:
        self.found = found
        self._parent = list(range(len(found)))
        self._members = {i: [i] for i in range(len(found))}
        self.joined: list[Pair] = []
        self.refused: list[Pair] = []

    def root(self, index: int) -> int:
        """Return the index that stands for the cluster of a profile."""
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def members(self, index: int) -> list[Profile]:
        """Return the profiles in the cluster of a profile."""
        return [self.found[i] for i in sorted(self._members[self.root(index)])]

    def join(
        self,
        pairs: Iterable[Pair],
        *,
        enough: float,
        clash: Callable[[Profile, Profile], bool],
    ) -> None:
        """Join pairs that score enough, unless any two members clash.

        Args:
            pairs: in any order.
            enough: the least score.
            clash: tells whether two profiles can never be one thing.
        """
        ranked = sorted(
            pairs,
            key=lambda p: (
                -p.score,
                self.found[p.left].order,
                self.found[p.right].order,
            ),
        )
        for pair in ranked:
            a, b = self.root(pair.left), self.root(pair.right)
            if a == b:
                continue
            if pair.score < enough or any(
                clash(x, y) for x in self.members(a) for y in self.members(b)
            ):
                self.refused.append(pair)
                continue
            low, high = sorted((a, b))
            self._parent[high] = low
            self._members[low] += self._members.pop(high)
            self.joined.append(pair)

    def all(self) -> list[list[int]]:
        """Return the clusters as sorted lists of profile indexes."""
        return [sorted(self._members[i]) for i in sorted(self._members)]


def compared(
    blocks: Mapping[str, Sequence[int]], *, key: Callable[[int], Any]
) -> Iterator[tuple[int, int]]:
    """Yield the pairs of profiles that share a block, each pair once, smaller first.

    Args:
        blocks: indexes of profiles by what they share.
        key: the order in which neighbours are alike; asked for crowded blocks only,
            where a profile is compared with the next twenty, which is said in the log.
    """
    seen: set[tuple[int, int]] = set()
    crowded = 0
    for _, block in sorted(blocks.items()):
        members = sorted(set(block))
        reach = len(members)
        if len(members) > _CROWD:
            members.sort(key=key)
            reach = _NEXT
            crowded = max(crowded, len(members))
        for at, one in enumerate(members):
            for other in members[at + 1 : at + 1 + reach]:
                pair = (one, other) if one < other else (other, one)
                if pair not in seen:
                    seen.add(pair)
                    yield pair
    if crowded:
        _log.warning(
            "as many as %d names sound alike: each was compared with the %d next in "
            "the order of their letters, so that spellings far apart may not be joined",
            crowded,
            _NEXT,
        )
