"""Events of the merged timeline against the events told in the articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.scoring.measures import Json, Miss, overlap, percent, same_name


def score_events(
    gold: Sequence[Json], timeline: Sequence[Json], aliases: Mapping[str, set[str]]
) -> tuple[Json, list[Miss]]:
    """Return how many events were found, typed, dated, placed and merged.

    A gold event meets the timeline's event whose evidence overlaps its own in
    most articles, one of the same type before others.
    """
    found = typed = dated = dated_n = merged = merged_n = 0
    tallies = {"places": [0, 0], "participants": [0, 0]}
    misses: list[Miss] = []
    for g in gold:
        best = _meeting(g, timeline)
        if best is None:
            misses.append(["event", g["id"], g["label"]])
            continue
        found += 1
        typed += best["type"] == g["type"]
        if best["type"] != g["type"]:
            misses.append(
                ["event-type", g["id"], g["type"], best["type"], best["label"]]
            )
        if g["begin"]:
            dated_n += 1
            begin = best.get("begin") or ""
            last = best.get("last") or begin
            good = _inside(begin, last, g)
            dated += good
            if not good:
                misses.append(
                    ["event-date", g["id"], g["begin"], g["last"], begin, last]
                )
        for field, tally in tallies.items():
            for want in g[field]:
                known = aliases.get(want, set())
                tally[0] += any(same_name(have, want, known) for have in best[field])
                tally[1] += 1
        files = {e["file"] for e in g["evidence"]}
        if len(files) > 1:
            merged_n += len(files)
            merged += _touches(g, best)
    return {
        "gold": len(gold),
        "system": len(timeline),
        "found_percent": percent(found, len(gold)),
        "type_percent": percent(typed, found),
        "date_percent": percent(dated, dated_n),
        "place_percent": percent(*tallies["places"]),
        "participant_percent": percent(*tallies["participants"]),
        "same_event_across_articles_percent": percent(merged, merged_n),
    }, misses


def _meeting(gold: Json, timeline: Sequence[Json]) -> Json | None:
    ranked = sorted(
        timeline,
        key=lambda event: (event["type"] == gold["type"], _touches(gold, event)),
        reverse=True,
    )
    return next((event for event in ranked if _touches(gold, event)), None)


def _touches(gold: Json, event: Json) -> int:
    """Return in how many articles the two rest on the same words."""
    return len(
        {
            e["file"]
            for e in gold["evidence"]
            for x in event["evidence"]
            if x["file"].rsplit("/", 1)[-1] == e["file"]
            and overlap((e["start"], e["end"]), (x["start"], x["end"]))
        }
    )


def _inside(begin: str, last: str, gold: Json) -> bool:
    return (
        bool(begin)
        and begin[: len(gold["begin"])] >= gold["begin"][: len(begin)]
        and last[: len(gold["last"])] <= gold["last"]
    )
