"""Sets of words, written as one string."""

from __future__ import annotations


def spaced(text: str) -> frozenset[str]:
    """Return the words of a text as a set.

    >>> sorted(spaced("of the"))
    ['of', 'the']
    """
    return frozenset(text.split())
