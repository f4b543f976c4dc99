"""A whole negotiation against its annotation: everything at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graph.scoring.events import score_events
from graph.scoring.measures import (
    Json,
    Miss,
    characters,
    fold,
    overlap,
    percent,
    prf,
    same_name,
    within,
)
from graph.scoring.names import score_names
from graph.scoring.statements import best_match
from graph.scoring.times import score_times

Aliases = Mapping[str, set[str]]
_Dated = Sequence[tuple[Json, Json | None]]


def score_corpus(
    gold: Json,
    system: Mapping[str, Json],
    *,
    timeline: Sequence[Json] | None = None,
    statements: Sequence[Json] | None = None,
    proposals: Sequence[Json] | None = None,
    deviations: Sequence[Json] | None = None,
) -> tuple[Json, list[Miss]]:
    """Return the scores of a negotiation, one entry a task, and the misses.

    Args:
        gold: the annotation, such as ``tests/data/seeds.json``.
        system: what ``parley extract --json`` printed, by file name.
        timeline: what ``parley timeline --json`` printed; ``None`` skips the task.
        statements: what ``parley statements --json`` printed, likewise.
        proposals: what ``parley proposals --json`` printed, likewise.
        deviations: what ``parley deviations --json`` printed, likewise.
    """
    report: Json = {}
    misses: list[Miss] = []
    aliases: dict[str, set[str]] = {
        name: set(seen) for name, seen in gold.get("aliases", {}).items()
    }
    for article in gold["articles"]:
        for entity in article.get("entities", []):
            aliases.setdefault(entity["name"], set()).update(entity["aliases"])
    dated = [(a, system.get(a["file"])) for a in gold["articles"]]

    right = 0
    for a, s in dated:
        said = s["article"].get("published") if s else None
        right += bool(s) and said == a["published"]
        if not s or said != a["published"]:
            misses.append(["published", a["file"], a["published"], said])
    report["published_date_percent"] = percent(right, len(dated))
    report["times"], missed = score_times(
        (
            a["file"],
            a.get("times", []),
            (s or {}).get("times", []),
            a.get("optional_times", []),
        )
        for a, s in dated
    )
    misses += [["time", *miss] for miss in missed]
    names, missed = score_names(dated)
    report.update(names)
    misses += missed
    report["statements"], missed = _statements(dated, aliases)
    misses += missed
    if statements is not None:
        report["speech_acts"] = _speech_acts(gold, statements)
    if timeline is not None:
        report["events"], missed = score_events(gold["events"], timeline, aliases)
        misses += missed
    if proposals is not None:
        report["provisions"], missed = _provisions(gold["proposals"], proposals)
        misses += missed
    if deviations is not None:
        report["deviations"], missed = _deviations(gold, deviations, aliases)
        misses += missed
    return report, misses


def _statements(dated: _Dated, aliases: Aliases) -> tuple[Json, list[Miss]]:
    found = speaker = said = date_n = kind = gold_n = sys_n = 0
    misses: list[Miss] = []
    for a, s in dated:
        items = [
            item
            for item in (s or {}).get("statements", [])
            if item.get("act", "speech") == "speech"
        ]
        sys_n += len(items)
        sets = [characters(item["content"]) for item in items]
        free = set(range(len(items)))
        for g in a.get("statements", []):
            gold_n += 1
            best = best_match(_wanted(g), sets, free)
            words = g["content"]["text"]
            if best is None:
                misses.append(["statement", a["file"], g["speaker"], words[:80]])
                continue
            free.remove(best)
            found += 1
            item = items[best]
            kind += item.get("kind") == g["kind"]
            right = any(
                same_name(item.get("speaker"), name, aliases.get(name, ()))
                for name in (g["speaker"], *g["speaker_alternatives"])
            )
            speaker += right
            where = [a["file"], g["speaker"], item.get("speaker"), words[:60]]
            if not right:
                misses.append(["speaker", *where])
            if g["date"]:
                date_n += 1
                good = within(item.get("date"), g["date"])
                said += good
                if not good:
                    where = [a["file"], g["date"], item.get("date"), words[:60]]
                    misses.append(["statement-date", *where])
        for g in a.get("optional_statements", []):
            want = _wanted(g)
            spare = {
                i
                for i in free
                if len(want & sets[i]) >= 0.5 * min(len(want), len(sets[i]) or 1)
            }
            free -= spare
            sys_n -= len(spare)
    return {
        "gold": gold_n,
        "system": sys_n,
        **prf(found, sys_n, gold_n),
        "speaker_percent": percent(speaker, found),
        "kind_percent": percent(kind, found),
        "date_percent": percent(said, date_n),
    }, misses


def _wanted(gold: Json) -> set[int]:
    whole = [[gold["content"]["start"], gold["content"]["end"]]]
    return characters(gold.get("spans") or whole)


def _name(file: str) -> str:
    return file.rsplit("/", 1)[-1]


def _speech_acts(gold: Json, statements: Sequence[Json]) -> Json:
    """Pairs of reports of one utterance, over the gold reports found at all."""
    rows: list[tuple[int, str | None]] = []
    for number, act in enumerate(gold.get("speech_acts", [])):
        for want in act["reports"]:
            length = want["end"] - want["start"]
            hits = [
                said["speech_act"]
                for said in statements
                for e in said["evidence"]
                if _name(e["file"]) == want["file"]
                and overlap((e["start"], e["end"]), (want["start"], want["end"]))
                >= 0.5 * length
            ]
            rows.append((number, hits[0] if hits else None))
    pairs = [(a, b) for i, a in enumerate(rows) for b in rows[i + 1 :]]
    in_gold = sum(a[0] == b[0] for a, b in pairs)
    in_system = sum(a[1] is not None and a[1] == b[1] for a, b in pairs)
    both = sum(a[0] == b[0] and a[1] is not None and a[1] == b[1] for a, b in pairs)
    return {"reports": len(rows), **prf(both, in_system, in_gold)}


def _provisions(
    gold: Sequence[Json], proposals: Sequence[Json]
) -> tuple[Json, list[Miss]]:
    found = total = topic = 0
    parents: dict[str, list[str]] = {}
    misses: list[Miss] = []
    for g in gold:
        for want in g["provisions"]:
            total += 1
            hits = [
                (proposal["iri"], have)
                for proposal in proposals
                for have in proposal["provisions"]
                if _meets(want, have["evidence"])
            ]
            if not hits:
                where = [g["id"], want["topic"], want["text"][:60]]
                misses.append(["provision", *where])
                continue
            found += 1
            word = fold(want["topic"]).split()[0]
            topic += any(word in fold(have["topic"]) for _, have in hits)
            parents.setdefault(g["id"], []).append(hits[0][0])
    one = sum(max(map(iris.count, iris)) for iris in parents.values())
    return {
        "gold": total,
        "system": sum(len(proposal["provisions"]) for proposal in proposals),
        "found_percent": percent(found, total),
        "topic_percent": percent(topic, found),
        "under_one_proposal_percent": percent(one, found),
    }, misses


def _meets(want: Json, have: Json) -> bool:
    shared = overlap((want["start"], want["end"]), (have["start"], have["end"]))
    shorter = min(want["end"] - want["start"], have["end"] - have["start"])
    return bool(_name(have["file"]) == want["file"] and shared >= 0.5 * shorter)


def _deviations(
    gold: Json, deviations: Sequence[Json], aliases: Aliases
) -> tuple[Json, list[Miss]]:
    found = 0
    misses: list[Miss] = []
    for g in gold["deviations"]:
        word = fold(g["topic"]).split()[0]
        right = any(
            word in fold(have["topic"])
            and have["kind"] == g["kind"]
            and have.get("date") == g["date"]
            and same_name(
                have.get("claimed_by"),
                g["claimed_by"],
                aliases.get(g["claimed_by"], ()),
            )
            for have in deviations
        )
        found += right
        if not right:
            misses.append(["deviation", g["topic"], g["kind"]])
    return {
        "gold": len(gold["deviations"]),
        "system": len(deviations),
        "found_percent": percent(found, len(gold["deviations"])),
    }, misses
