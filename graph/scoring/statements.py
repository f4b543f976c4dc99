"""Attributed statements: content characters, attributions, sources, exact spans."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.scoring.measures import Json, Miss, characters, joined, percent, prf, share

LABELS = ("source", "cue", "content")


def score_statements(
    cases: Iterable[tuple[str, Sequence[Json], Sequence[Json]]],
) -> tuple[Json, list[Miss]]:
    """Return the scores of attributions and the misses.

    An attribution is found where contents share half their characters or more
    (intersection over union). Exact spans are counted as the published sequence
    taggers count them: contiguous source, cue and content spans, a label each.

    Args:
        cases: file name, gold statements, system statements.
    """
    exact = {label: [0, 0, 0] for label in LABELS}
    both = gold_c = sys_c = gold_n = sys_n = found = source = 0
    misses: list[Miss] = []
    for name, gold, system in cases:
        for label, tally in exact.items():
            want = {span for g in gold for span in joined(g.get(label) or [])}
            have = {span for s in system for span in joined(s.get(label) or [])}
            for i, n in enumerate((len(want & have), len(have), len(want))):
                tally[i] += n
        wanted = [characters(g["content"]) for g in gold]
        had = [characters(s["content"]) for s in system]
        want_all: set[int] = set().union(*wanted)
        have_all: set[int] = set().union(*had)
        both += len(want_all & have_all)
        gold_c += len(want_all)
        sys_c += len(have_all)
        gold_n += len(gold)
        sys_n += len(system)
        free = set(range(len(system)))
        for g, chars in zip(gold, wanted, strict=True):
            best = best_match(chars, had, free)
            if best is None:
                misses.append([name, "missed", g["content"]])
                continue
            free.remove(best)
            found += 1
            theirs = characters(system[best].get("source") or [])
            source += bool(characters(g["source"]) & theirs)
    report = {
        "gold": gold_n,
        "system": sys_n,
        "content_characters": prf(both, sys_c, gold_c),
        "attributions": prf(found, sys_n, gold_n),
        "source_found_percent": percent(source, found),
        "exact": {label: prf(*tally) for label, tally in exact.items()},
    }
    return report, misses


def best_match(
    want: set[int], have: Sequence[set[int]], free: Iterable[int]
) -> int | None:
    """Return which free content shares most with ``want``, at least half.

    >>> best_match({1, 2, 3}, [{3}, {1, 2}], {0, 1})
    1
    """
    best = max(free, key=lambda i: share(want, have[i]), default=None)
    if best is None or share(want, have[best]) < 0.5:
        return None
    return best
