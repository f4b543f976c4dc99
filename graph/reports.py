"""Compare reports of utterances, and group those that are of one.

Reports are of one utterance where the speaker is the same, the days agree, and the
content says the same thing; a person's words and those that another outlet ascribes
to the side the person speaks for can be one utterance too. Nothing is decided by the
articles' order.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from heapq import heapify, heappop, heappush
from itertools import combinations
from typing import Final

from rapidfuzz import fuzz

from extract.records import Reading, Statement
from graph.concepts import COMMON
from graph.corpus import Corpus, order
from graph.days import Days, days, meeting
from graph.naming import slug
from graph.wording import Wording, similarity, wording_of

#: How alike contents must be on average to be one utterance.
ALIKE: Final = 0.36
#: Stands for a report inside another, which counts neither for nor against.
INSIDE: Final = -2.0
#: Where only the side is the same, not the person.
ALIKE_BY_SIDE: Final = 0.42
#: How a negotiation stands: who denies it twice on one day says one thing.
STANDING: Final = frozenset({"*progress", "*deadlock"})
#: Verbatim parts this alike are copies of one text.
COPIED: Final = 97.0
#: How long after an utterance an article may report it without its day.
NEWS: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Report:
    """One statement of one article, ready to be compared."""

    reading: Reading
    statement: Statement
    speaker: str | None
    side: str | None
    person: bool
    days: Days | None
    words: Wording

    @property
    def place_in_line(self) -> tuple[str, str, str, int, str]:
        """Return what reports are sorted by."""
        return (
            *order(self.reading),
            self.statement.content[0].start,
            self.statement.id,
        )

    @property
    def text(self) -> str:
        """Return the content as one line."""
        pieces = (quoted.text for quoted in self.statement.content)
        return " ".join(" ".join(piece.split()) for piece in pieces)


def reports(corpus: Corpus) -> list[Report]:
    """Return every report in reading order."""
    found = []
    for reading in corpus.readings:
        named = corpus.named.get(reading.article.id, ())
        for statement in reading.statements:
            speaker = corpus.iri(reading, statement.speaker_id, statement.speaker)
            key = corpus.key(speaker) if speaker else None
            if key is None and statement.speaker:
                key = slug(statement.speaker)
            side = corpus.side_key(speaker) if speaker else key
            found.append(
                Report(
                    reading=reading,
                    statement=statement,
                    speaker=key,
                    side=side,
                    person=corpus.is_person(speaker),
                    days=days(statement.date),
                    words=wording_of(reading, statement.content, named),
                )
            )
    return sorted(found, key=lambda report: report.place_in_line)


def alike(one: Report, other: Report) -> float | None:
    """Return how alike two reports' contents are, ``None`` where they cannot be one."""
    a, b = one.statement, other.statement
    if (a.act == "intention") != (b.act == "intention"):
        return None
    if not one.speaker or not other.speaker:
        return None
    window, around = _window(one), _window(other)
    if window and around and window.meet(around) is None:
        return None
    if one.words.words.isdisjoint(other.words.words):
        return 0.0
    same = one.speaker == other.speaker
    if not same and one.side != other.side:
        return None
    if not same and ((one.person and other.person) or a.act != b.act):
        return None
    shared = {
        word
        for word in one.words.words & other.words.words
        if not word.startswith("@") and word.removeprefix("*") not in COMMON
    }
    least = min(one.words.weight, other.words.weight)
    if not shared or least < 15:
        return 0.0
    score = similarity(one.words, other.words)
    both_deny = one.words.denies and other.words.denies
    claimed = both_deny and any(w[0] == "*" and w[1:] not in COMMON for w in shared)
    if claimed:
        score += 0.2 if shared & STANDING else 0.1
    verbatim = fuzz.token_sort_ratio(one.text, other.text)
    few = len(one.words.words & other.words.words) < 2 and not claimed
    if few and verbatim < 80:
        return 0.0
    if one.words.denies == other.words.denies:
        score = max(score, verbatim / 100 - 0.35)
    if one.reading is other.reading:
        score -= 0.12  # one speaker in one article mostly goes on to say something else
    return score if same else score * ALIKE / ALIKE_BY_SIDE


def _overlap(a: Statement, b: Statement) -> bool:
    return any(
        max(x.start, y.start) < min(x.end, y.end) for x in a.content for y in b.content
    )


def grouped(
    found: Sequence[Report],
    *,
    kept_apart: Callable[[Report, Report], bool] = lambda _a, _b: False,
) -> list[list[Report]]:
    """Return reports by utterance: the closest groups are joined first.

    Groups are joined while their reports are alike on average and none excludes
    another.
    """
    by_side: dict[str, list[int]] = {}
    for i, report in enumerate(found):
        by_side.setdefault(report.side or f"?{i}", []).append(i)
    groups: list[list[Report]] = []
    for side in sorted(by_side):
        groups += _grouped([found[i] for i in by_side[side]], kept_apart)
    return sorted(groups, key=lambda group: group[0].place_in_line)


def _grouped(
    found: Sequence[Report], kept_apart: Callable[[Report, Report], bool]
) -> list[list[Report]]:
    """Return the groups of one side's reports, closest pairs joined first."""
    scores = _Scores(found, kept_apart)
    neighbours: dict[int, set[int]] = {}
    table: dict[tuple[int, int], float] = {}
    for i, j in meeting([_window(report) for report in found]):
        if found[i].words.words.isdisjoint(found[j].words.words):
            continue
        score = scores[i, j]
        if score is not None and score >= ALIKE:
            table[i, j] = score
            neighbours.setdefault(i, set()).add(j)
            neighbours.setdefault(j, set()).add(i)
    queue = [(-score, pair) for pair, score in table.items()]
    heapify(queue)
    groups = [[i] for i in range(len(found))]
    while queue:
        score, (a, b) = heappop(queue)
        if table.get((a, b)) != -score:
            continue
        groups[a] = sorted(groups[a] + groups[b])
        groups[b] = []
        around = (neighbours.pop(a, set()) | neighbours.pop(b, set())) - {a, b}
        for c in (*around, b):
            for gone in (a, b):
                table.pop((min(gone, c), max(gone, c)), None)
        for c in sorted(around):
            neighbours[c].discard(b)
            neighbours[c].add(a)
            close = _between(found, scores, groups[a], groups[c])
            if close >= ALIKE:
                pair = (min(a, c), max(a, c))
                table[pair] = close
                heappush(queue, (-close, pair))
        neighbours[a] = around
    return [[found[i] for i in group] for group in groups if group]


class _Scores(dict[tuple[int, int], float | None]):
    """How alike two reports are, worked out when first asked for."""

    def __init__(
        self, found: Sequence[Report], kept_apart: Callable[[Report, Report], bool]
    ) -> None:
        super().__init__()
        self._found = found
        self._kept_apart = kept_apart

    def __missing__(self, pair: tuple[int, int]) -> float | None:
        one, other = self._found[pair[0]], self._found[pair[1]]
        score: float | None
        if one.reading is other.reading and _overlap(one.statement, other.statement):
            score = INSIDE  # one report inside another says nothing of either
        else:
            score = alike(one, other)
            if score and self._kept_apart(one, other):
                score = None
        self[pair] = score
        return score


def _window(report: Report) -> Days | None:
    """Return the days that a report can be of, ``None`` where nothing bounds them."""
    if report.days is not None:
        return report.days
    published = report.reading.article.published
    return Days(published - NEWS, published) if published else None


def _between(
    found: Sequence[Report],
    scores: _Scores,
    one: Sequence[int],
    other: Sequence[int],
) -> float:
    """Return how close two groups are: the mean of their mean and their best pair."""
    values: list[float] = []
    for i in one:
        for j in other:
            days, others = found[i].days, found[j].days
            if days and others and days.meet(others) is None:
                return -1.0
            score = scores[min(i, j), max(i, j)]
            if score is None:
                return -1.0
            if score != INSIDE:
                values.append(score)
    best = max(values, default=0.0)
    if best < ALIKE:
        return 0.0
    return (sum(sorted(values)) / len(values) + best) / 2


def origins(group: Sequence[Report]) -> int:
    """Return how many independent origins the reports of one utterance have.

    Reports are of one origin where they stand in one article, came through one
    agency, or are word for word one sentence.
    """
    parent = list(range(len(group)))

    def root(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for i, j in combinations(range(len(group)), 2):
        one, other = group[i], group[j]
        agencies = {slug(via) for via in one.statement.via}
        if (
            one.reading is other.reading
            or agencies & {slug(via) for via in other.statement.via}
            or _copied(one, other)
        ):
            parent[max(root(i), root(j))] = min(root(i), root(j))
    return len({root(i) for i in range(len(group))})


def _copied(one: Report, other: Report) -> bool:
    a, b = one.statement.sentence, other.statement.sentence
    if a is None or b is None or min(len(a.text), len(b.text)) < 60:
        return False
    return fuzz.ratio(a.text, b.text) >= COPIED
