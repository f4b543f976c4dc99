"""Words that labels share: names in a row, and how sure an event is.

The labels of an article's events and those of events across articles are made of the
same words, so that what one room writes the other can take off again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.records import Modality

_MARKS: Final[Mapping[Modality, str]] = {
    "actual": "",
    "planned": " (planned)",
    "hypothetical": " (possible)",
    "negated": " (denied)",
}


def listed(names: Sequence[str]) -> str:
    """Return names as a phrase, ``""`` for none.

    >>> listed(("A", "B", "C"))
    'A, B and C'
    """
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def marked(label: str, type_: str, modality: Modality) -> str:
    """Return a label with the mark of its modality; a deadline bears none.

    >>> marked("Talks in Strelsau", "talks", "planned")
    'Talks in Strelsau (planned)'
    """
    return label if type_ == "deadline" else label + _MARKS[modality]


def unmarked(label: str) -> str:
    """Return a label without any mark of a modality.

    >>> unmarked("Talks in Strelsau (planned)")
    'Talks in Strelsau'
    """
    for mark in _MARKS.values():
        if mark:
            label = label.removesuffix(mark)
    return label


def is_marked(label: str, modality: Modality) -> bool:
    """Tell whether a label says of its event how it is told.

    >>> is_marked("Talks", "actual"), is_marked("Talks", "planned")
    (True, False)
    """
    return label.endswith(_MARKS[modality])
