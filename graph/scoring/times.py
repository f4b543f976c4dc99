"""Temporal expressions, scored as TempEval-3 scores task A."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from graph.scoring.measures import Json, Miss, overlap, prf


def score_times(
    cases: Iterable[tuple[str, Sequence[Json], Sequence[Json], Sequence[Json]]],
) -> tuple[Json, list[Miss]]:
    """Return strict and relaxed span F1, type and value F1, and the misses.

    Args:
        cases: file name, gold times, system times, optional gold times; a system
            time that meets only an optional one is neither asked for nor held
            against the system.
    """
    gold_n = sys_n = strict = relaxed = kind = value = 0
    misses: list[Miss] = []
    for name, gold, found, optional in cases:
        system = [
            time for time in found if _meets(time, gold) or not _meets(time, optional)
        ]
        gold_n += len(gold)
        sys_n += len(system)
        free = list(gold)
        for time in system:
            match = next((g for g in free if overlap(_span(g), _span(time))), None)
            if match is None:
                misses.append([name, "spurious", time["text"], time["value"]])
                continue
            free.remove(match)
            relaxed += 1
            strict += _span(match) == _span(time)
            kind += match["type"] == time["type"]
            value += match["value"] == time["value"]
            if match["value"] != time["value"]:
                misses.append(
                    [name, "value", match["text"], match["value"], time["value"]]
                )
        misses += [[name, "missed", g["text"], g["value"]] for g in free]
    report = {
        "gold": gold_n,
        "system": sys_n,
        "strict": prf(strict, sys_n, gold_n),
        "relaxed": prf(relaxed, sys_n, gold_n),
        "type": prf(kind, sys_n, gold_n),
        "value": prf(value, sys_n, gold_n),
    }
    return report, misses


def _span(time: Json) -> tuple[int, int]:
    return time["start"], time["end"]


def _meets(time: Json, others: Sequence[Json]) -> bool:
    return any(overlap(_span(other), _span(time)) for other in others)
