"""What each name of an article is: voted by all its sights together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from extract.people import name_parts

if TYPE_CHECKING:
    from extract.name_votes import Votes

#: A name that no list holds needs this much evidence to be one.
ENOUGH: Final = 1.4
#: Votes that are enough however many sights there are.
PLENTY: Final = 3


def kinds_of(sights: Iterable[tuple[str, Votes]]) -> dict[str, str]:
    """Return the kind of each folded name, ``""`` where the votes are too few.

    A surname alone is the person whose it is.

    Args:
        sights: each sight's folded name, and what bears out which kind there.
    """
    totals: dict[str, Votes] = defaultdict(Counter)
    counts: Counter[str] = Counter()
    for key, votes in sights:
        totals[key].update(votes)
        counts[key] += 1
    surnames: set[str] = set()
    kinds: dict[str, str] = {}
    for key, found in totals.items():
        kind, score = max(found.items(), key=lambda x: (x[1], x[0]), default=("", 0.0))
        kinds[key] = kind if score / counts[key] >= ENOUGH or score >= PLENTY else ""
        if kinds[key] == "person" and len(name_parts(key)) > 1:
            surnames |= {name_parts(key)[-1], name_parts(key)[0]}
    for key, found in totals.items():
        parts = name_parts(key)
        if (
            len(parts) == 1
            and parts[0] in surnames
            and max(found["place"], found["organization"]) < 4 * counts[key]
        ):
            kinds[key] = "person"
    return kinds
