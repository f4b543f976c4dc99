"""What ties two articles: a happening in one place, or the same words.

A tie pairs a time of the one with a time of the other. Of many undated articles
each keeps the ties to those that share most with it, so that the work grows with
the number of articles, not with its square.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.dating_clues import ArticleDays, Matter, Passage

_ALIKE = 0.4  # cosine from which two sentences tell the same
_SHARED = 4  # stems that they share at least
_NEIGHBOURS = 12  # undated articles that one may take evidence from
_LONGEST = 70  # characters of a sentence in a reason


@dataclass(frozen=True, slots=True)
class Tie:
    """Two articles tell one thing: the times they give for it.

    Attributes:
        mine: index of the time in the first article.
        theirs: index of the time in the second.
        what: the thing, in words.
        said: it is a passage of words, not a happening with a place.
    """

    mine: int
    theirs: int
    what: str
    said: bool


#: By taker, by giver.
Ties = dict[int, dict[int, list[Tie]]]


def ties_of(articles: Sequence[ArticleDays], undated: Sequence[int]) -> Ties:
    """Return, for each undated article, what it and each other tell of one thing.

    A time that the taker names in full says nothing of the taker's own day.
    """
    words = _same_words(articles, undated)
    matters = [_by_key(article) for article in articles]
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for m, keys in enumerate(matters):
        for key in keys:
            holders[key].append(m)
    out: Ties = {}
    for n in undated:
        givers = _neighbours(articles, n, matters[n], holders, words)
        ties = {m: _between(matters[n], matters[m]) for m in givers}
        for m in givers:
            ties[m] += words.get((n, m), [])
        out[n] = {
            m: kept
            for m, found in sorted(ties.items())
            if (kept := [t for t in found if not articles[n].fixed(t.mine)])
        }
    return out


def _neighbours(
    articles: Sequence[ArticleDays],
    n: int,
    keys: Mapping[tuple[str, str], Sequence[Matter]],
    holders: Mapping[tuple[str, str], Sequence[int]],
    words: Mapping[tuple[int, int], Sequence[Tie]],
) -> list[int]:
    """Return the dated articles that share anything, and the closest undated ones."""
    shared: dict[int, float] = defaultdict(float)
    for key in keys:
        for m in holders[key]:
            shared[m] += 1.0 / len(holders[key])
    for m in range(len(articles)):
        if (n, m) in words:
            shared[m] += 2.0 * len(words[n, m])
    near = sorted((m for m in shared if m != n), key=lambda m: (-shared[m], m))
    dated = [m for m in near if articles[m].published is not None]
    return dated + [m for m in near if articles[m].published is None][:_NEIGHBOURS]


def _by_key(article: ArticleDays) -> dict[tuple[str, str], list[Matter]]:
    out: dict[tuple[str, str], list[Matter]] = {}
    for matter in article.matters:
        out.setdefault((matter.group, matter.place), []).append(matter)
    return out


def _between(
    mine: Mapping[tuple[str, str], Sequence[Matter]],
    theirs: Mapping[tuple[str, str], Sequence[Matter]],
) -> list[Tie]:
    found = [
        Tie(one.index, other.index, f"the {one.group} in {one.name}", False)
        for key, here in mine.items()
        for one in here
        for other in theirs.get(key, ())
    ]
    return list(dict.fromkeys(found))


def _same_words(
    articles: Sequence[ArticleDays], undated: Sequence[int]
) -> dict[tuple[int, int], list[Tie]]:
    """Return the ties by words: background is repeated for weeks, a saying is not."""
    weights = _weights(articles)
    said = [
        (m, passage)
        for m, article in enumerate(articles)
        for passage in article.passages
        if passage.quotes and passage.index is not None
    ]
    norms = np.array([_norm(p, weights) for _, p in said])
    postings: dict[str, list[int]] = defaultdict(list)
    for k, (_, passage) in enumerate(said):
        for stem in sorted(passage.stems):
            postings[stem].append(k)
    takers = set(undated)
    best: dict[tuple[int, int, int, int], tuple[float, Tie]] = {}
    for k, (n, one) in enumerate(said):
        if n not in takers:
            continue
        stems = sorted(one.stems)
        at = np.concatenate([np.array(postings[s], dtype=np.intp) for s in stems])
        squares = [np.full(len(postings[s]), weights[s] ** 2) for s in stems]
        shared = np.bincount(at, minlength=len(said))
        alike = np.bincount(at, np.concatenate(squares), minlength=len(said))
        alike = alike / np.maximum(norms * norms[k], 1e-12)
        for j in np.flatnonzero((shared >= _SHARED) & (alike >= _ALIKE)):
            m, other = said[int(j)]
            if m == n or one.index is None or other.index is None:
                continue
            key = (n, m, one.index, other.index)
            what = f"the words “{_short(one.text)}”"
            if key not in best or alike[j] > best[key][0]:
                tie = Tie(one.index, other.index, what, True)
                best[key] = (float(alike[j]), tie)
    out: dict[tuple[int, int], list[Tie]] = {}
    for (n, m, _, _), (_, tie) in best.items():
        out.setdefault((n, m), []).append(tie)
    return out


def _weights(articles: Sequence[ArticleDays]) -> dict[str, float]:
    """Return how telling each stem is: the rarer among all sentences, the more."""
    sentences = [passage.stems for a in articles for passage in a.passages]
    counts = Counter(stem for stems in sentences for stem in stems)
    return {stem: math.log((len(sentences) + 1) / n) for stem, n in counts.items()}


def _norm(passage: Passage, weights: Mapping[str, float]) -> float:
    return math.sqrt(sum(weights[s] ** 2 for s in sorted(passage.stems)))


def _short(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    return text[: _LONGEST - 3].rsplit(" ", 1)[0] + " …"
