"""Keep apart what a reader said is not the same.

A correction names its two targets by the words they rested on; two tellings, drafts
or reports are kept apart where one has words of the first target and the other of
the second.
"""

from __future__ import annotations

from collections.abc import Iterable

from extract.records import Quoted
from graph.corrections import Correction


class Apart:
    """The pairs of targets that are different things.

    >>> Apart(()).parted(frozenset(), frozenset())
    False
    """

    def __init__(self, corrections: Iterable[Correction]) -> None:
        self.pairs: list[tuple[frozenset[str], frozenset[str]]] = []
        for one in corrections:
            if one.kind == "different" and len(one.targets) == 2:
                first, second = (frozenset(target.spans) for target in one.targets)
                self.pairs.append((first - second, second - first))

    def parted(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Tell whether two things, given by their words, are kept apart."""
        return bool(self.pairs) and any(
            (one & first and other & second) or (one & second and other & first)
            for first, second in self.pairs
        )


def spans(article: str, quoted: Iterable[Quoted]) -> frozenset[str]:
    """Return words as corrections name them.

    >>> spans("00ff", [Quoted(start=4, end=9, text="mayor")])
    frozenset({'00ff:4-9'})
    """
    return frozenset(f"{article}:{q.start}-{q.end}" for q in quoted)
