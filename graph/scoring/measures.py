"""Small measures that every score is made of."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

Span = Sequence[int]
Json = dict[str, Any]
#: What was missed or made up: a kind, a file, then what helps to find it.
Miss = list[Any]


def prf(correct: int, predicted: int, gold: int) -> dict[str, float]:
    """Return precision, recall and F1 in percent.

    >>> prf(1, 2, 4)
    {'p': 50.0, 'r': 25.0, 'f1': 33.33}
    """
    p = correct / predicted if predicted else 0.0
    r = correct / gold if gold else 0.0
    f = 2 * p * r / (p + r) if p + r else 0.0
    return {"p": round(100 * p, 2), "r": round(100 * r, 2), "f1": round(100 * f, 2)}


def percent(part: int, whole: int) -> float | None:
    """Return a share in percent, ``None`` of nothing.

    >>> percent(1, 3)
    33.33
    """
    return round(100 * part / whole, 2) if whole else None


def overlap(a: Span, b: Span) -> int:
    """Return how many characters two spans share.

    >>> overlap((0, 5), (3, 9))
    2
    """
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def characters(spans: Iterable[Span]) -> set[int]:
    """Return the characters that spans cover.

    >>> sorted(characters([(1, 3), (2, 4)]))
    [1, 2, 3]
    """
    return {i for start, end in spans for i in range(start, end)}


def share(a: set[int], b: set[int]) -> float:
    """Return intersection over union.

    >>> share({1, 2}, {2, 3})
    0.3333333333333333
    """
    return len(a & b) / len(a | b)


def within(value: str | None, gold: str) -> bool:
    """Tell whether a date equals the gold one or is a finer date inside it.

    >>> within("2022-09-21", "2022-W38"), within("2022-03", "2022-03-29")
    (True, False)
    """
    value = (value or "").split("/")[0]
    week = re.fullmatch(r"(\d{4})-W(\d\d)", gold)
    if week and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value).isocalendar()
        return (day.year, day.week) == (int(week[1]), int(week[2]))
    return value.startswith(gold)


def joined(spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Merge spans that touch or are parted by one character.

    >>> joined([(4, 6), (0, 3)])
    [(0, 6)]
    """
    out: list[tuple[int, int]] = []
    for start, end in sorted((span[0], span[1]) for span in spans):
        if out and start <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out


def fold(name: str | None) -> str:
    """Return a name in lower-case ASCII words.

    >>> fold("São-Tomé")
    'sao tome'
    """
    plain = unicodedata.normalize("NFKD", name or "").encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", " ", plain.decode().lower()).strip()


def same_name(name: str | None, gold: str, aliases: Iterable[str] = ()) -> bool:
    """Tell whether names denote the same: equal, or one the other's last words.

    >>> same_name("Ruiz", "Ana Ruiz"), same_name("Ana", "Ana Ruiz")
    (True, False)
    """
    folded = fold(name)
    for other in map(fold, (gold, *aliases)):
        if folded and (
            folded == other
            or folded.endswith(" " + other)
            or other.endswith(" " + folded)
        ):
            return True
    return False
