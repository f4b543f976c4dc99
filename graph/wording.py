"""Measure how far two wordings say the same thing, without a model.

A wording is a bag of stems, classes of ``graph.concepts`` and the entities named in
it, so that translations meet and names never decide by their spelling.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from extract.records import Quoted, Reading
from graph.concepts import COMMON, CONCEPTS, NEGATIONS, STOP

#: From so many words on a wording counts in full where a longer one holds it.
FULL: Final = 3
#: How many words before another a word that denies it may stand.
BEFORE: Final = 4
_CLAUSE_END: Final = re.compile(r"[,;:.!?()]|\bbut\b", re.I)
_WORD: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_ENDINGS: Final = (
    ("ations", ""), ("ation", ""), ("ating", ""), ("ated", ""), ("ates", ""),
    ("ate", ""), ("ions", ""), ("ion", ""), ("ments", ""),
    ("ment", ""), ("ities", "ity"), ("ing", ""), ("ies", "y"), ("ied", "y"),
    ("ed", ""), ("ly", ""), ("es", ""), ("s", ""), ("e", ""),
)  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """Return the word without its commonest endings, for comparison only.

    >>> stem("proposals") == stem("proposal")
    True
    >>> stem("negotiations") == stem("negotiating")
    True
    """
    word = word.lower().replace("’", "'").removesuffix("'s").strip("'")
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            if ending == "s" and word.endswith("ss"):
                continue
            return (
                stem(word[: -len(ending)] + rest)
                if ending == "s"
                else (word[: -len(ending)] + rest)
            )
    return word


_BY_STEM: Final[dict[str, tuple[str, ...]]] = {}
for _written, _classes in sorted(CONCEPTS.items()):
    _key = "_".join(stem(part) for part in _written.split("_"))
    _BY_STEM[_key] = tuple(sorted({*_BY_STEM.get(_key, ()), *_classes}))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a stretch of text says, as a bag.

    Attributes:
        words: stems, classes (``"*progress"``) and entities (``"@iri"``).
        denies: it has a word that turns a claim into its opposite.
    """

    words: frozenset[str]
    denies: bool

    @property
    def weight(self) -> int:
        """Return how much there is to share."""
        return _weight_of(self.words)


@lru_cache(maxsize=20_000)
def _weight_of(bag: frozenset[str]) -> int:
    return total(bag)


def words(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in order, numbers included.

    >>> words("no progress, 15-year term")
    ('no', 'progress', '15', 'year', 'term')
    """
    return tuple(match.group() for match in _WORD.finditer(text))


@lru_cache(maxsize=20_000)
def _bag(text: str) -> tuple[frozenset[str], bool]:
    found: set[str] = set()
    denies = False
    seen = [word.lower().replace("’", "'") for word in words(text)]
    stems = [stem(word) for word in seen]
    used: set[int] = set()
    for i in range(len(stems) - 1):
        classes = _BY_STEM.get(f"{stems[i]}_{stems[i + 1]}")
        if classes:
            found.update(f"*{name}" for name in classes)
            used.update((i, i + 1))
    for i, word in enumerate(seen):
        if word in NEGATIONS or word.endswith("n't"):
            denies = True
        if i in used or word in STOP or word.endswith("n't"):
            continue
        classes = _BY_STEM.get(stems[i])
        if classes:
            found.update(f"*{name}" for name in classes)
        elif word[0].isdigit() or len(word) > 2:
            found.add(stems[i])
    return frozenset(found), denies


def denied(text: str, name: str) -> tuple[bool, ...]:
    """Return of each word of a class in a text whether the words before deny it.

    >>> denied("no real progress; some progress is not the end", "progress")
    (True, False)
    """
    found = []
    for clause in _CLAUSE_END.split(text):
        seen = [word.lower().replace("’", "'") for word in words(clause)]
        stems = [stem(word) for word in seen]
        for i in range(len(seen)):
            keys = (stems[i], "_".join(stems[i : i + 2]))
            if any(name in _BY_STEM.get(key, ()) for key in keys):
                before = seen[max(0, i - BEFORE) : i]
                found.append(any(w in NEGATIONS or w.endswith("n't") for w in before))
    return tuple(found)


def wording(text: str) -> Wording:
    """Return what ``text`` says, names taken as ordinary words."""
    found, denies = _bag(text)
    return Wording(found, denies)


def wording_of(
    reading: Reading, spans: Iterable[Quoted], named: Sequence[tuple[int, int, str]]
) -> Wording:
    """Return what the spans of an article say, names replaced by what they name.

    Args:
        reading: the article.
        spans: what to read; spans that follow each other are read as one text.
        named: start, end and key of each mention of an entity, sorted.
    """
    found: set[str] = set()
    denies = False
    for span in sorted(spans, key=lambda quoted: (quoted.start, quoted.end)):
        at = span.start
        for start, end, key in named:
            if end <= at or start >= span.end:
                continue
            piece, negated = _bag(reading.article.text[at : max(at, start)])
            found |= piece
            found.add(f"@{key}")
            denies = denies or negated
            at = max(at, end)
        piece, negated = _bag(reading.article.text[at : max(at, span.end)])
        found |= piece
        denies = denies or negated
    return Wording(frozenset(found), denies)


@lru_cache(maxsize=50_000)
def weight(word: str) -> int:
    """Return how much a shared word counts: classes most, common ones least."""
    if word.startswith("*"):
        return 5 if word[1:] in COMMON else 15
    return 8 if word.startswith("@") else 10


def total(bag: Iterable[str]) -> int:
    """Return the weight of a bag; whole numbers, so in whatever order it is summed."""
    return sum(map(weight, bag))


def similarity(one: Wording, other: Wording) -> float:
    """Return between 0 (nothing shared) and 1 (the same bag).

    The mean of the share of the shorter wording that the longer one has, which says
    less the shorter it is, and the share of both; one that denies beside
    one that does not loses most.

    >>> similarity(wording("no progress"), wording("cannot see a breakthrough")) > 0.5
    True
    """
    both = one.words & other.words
    if not both:
        return 0.0
    first, second, shared = one.weight, other.weight, total(both)
    least = min(first, second)
    full = min(1.0, min(len(one.words), len(other.words)) / FULL)
    share = shared / (first + second - shared)
    score = 0.6 * full * shared / least + (1 - 0.6 * full) * share
    return score if one.denies == other.denies else 0.35 * score
