"""Which body a description stands for: "the union" where one union is named.

A description stands for a body where its words are the last words of the name of
exactly one body of the article, or of none there and exactly one of all articles.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

#: Words at the end of bodies' names that are also said of anybody.
_ANYBODY: Final = frozenset(
    (
        "alliance",
        "assembly",
        "coalition",
        "conference",
        "countries",
        "delegation",
        "forces",
        "front",
        "government",
        "group",
        "groups",
        "members",
        "movement",
        "nations",
        "parties",
        "party",
        "people",
        "power",
        "powers",
        "side",
        "sides",
        "states",
        "talks",
        "team",
        "troops",
    )
)
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

Names = Iterable[tuple[str, Sequence[str]]]


class Bodies:
    """The bodies that articles name, by the last words of their names."""

    def __init__(self, named: Mapping[str, Names]) -> None:
        """Take the bodies in.

        Args:
            named: article id -> bodies, each with all its names.
        """
        self._in: dict[str, dict[tuple[str, ...], set[str]]] = {}
        self._all: dict[tuple[str, ...], set[str]] = {}
        for article, bodies in named.items():
            here = self._in.setdefault(article, {})
            for body, names in bodies:
                for name in names:
                    words = _words(name)
                    for first in range(1, len(words)):
                        here.setdefault(words[first:], set()).add(body)
                        self._all.setdefault(words[first:], set()).add(body)

    def called(self, article: str, description: str | None) -> str | None:
        """Return the body that a description in an article stands for.

        >>> bodies = Bodies({"a": [("norlink", ["Norlink Ferries"]),
        ...                        ("union", ["Seafarers' Union"])]})
        >>> bodies.called("a", "union"), bodies.called("a", "company")
        ('union', None)
        """
        words = _words(description or "")
        if not words or (description or "")[:1].isupper() or words[-1] in _ANYBODY:
            return None
        found = self._in.get(article, {}).get(words) or self._all.get(words, set())
        return next(iter(found)) if len(found) == 1 else None


def _words(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))
