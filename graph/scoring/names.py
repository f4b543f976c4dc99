"""People, places, organisations and parties, article by article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from graph.scoring.measures import Json, Miss, fold, percent, same_name

_SAME_ROOM = {"place", "party", "organization"}


def score_names(dated: Sequence[tuple[Json, Json | None]]) -> tuple[Json, list[Miss]]:
    """Return, for each kind, how many entities were found, whole and with roles.

    An entity is whole where one system entity of the article covers every alias
    seen there. A place, a party and an organisation may stand for one another.
    """
    kinds: dict[str, dict[str, int]] = {}
    misses: list[Miss] = []
    for a, s in dated:
        for e in a.get("entities", []):
            row = kinds.setdefault(
                e["kind"], {"gold": 0, "found": 0, "whole": 0, "role": 0, "roles": 0}
            )
            row["gold"] += 1
            touching = [
                x
                for x in (s or {}).get("entities", [])
                if (x["kind"] == e["kind"] or {x["kind"], e["kind"]} <= _SAME_ROOM)
                and any(
                    same_name(m["text"], e["name"], e["aliases"]) for m in x["mentions"]
                )
            ]
            row["found"] += bool(touching)
            row["whole"] += any(_covers(x, e["aliases"]) for x in touching)
            if "role_contains" in e:
                row["roles"] += 1
                row["role"] += any(
                    e["role_contains"] in role.lower()
                    for x in touching
                    for role in x.get("roles", [])
                )
            if not touching:
                misses.append(["entity", a["file"], e["kind"], e["name"]])
    made_up = [
        ["entity-spurious", a["file"], x["name"]]
        for a, s in dated
        if s
        for x in s["entities"]
        if x["kind"] == "person" and not _known(x, a)
    ]
    entities = {
        kind: {
            "gold": row["gold"],
            "found_percent": percent(row["found"], row["gold"]),
            "all_aliases_in_one_percent": percent(row["whole"], row["gold"]),
            "role_percent": percent(row["role"], row["roles"]),
        }
        for kind, row in kinds.items()
    }
    return {"entities": entities, "people_spurious": len(made_up)}, misses + made_up


def _covers(entity: Json, aliases: Sequence[str]) -> bool:
    seen = {fold(re.sub(r"[’']s$", "", m["text"])) for m in entity["mentions"]}
    return {fold(alias) for alias in aliases} <= seen


def _known(entity: Json, article: Json) -> bool:
    people = [e for e in article.get("entities", []) if e["kind"] == "person"]
    return any(
        same_name(mention["text"], e["name"], e["aliases"])
        for mention in entity["mentions"]
        for e in people
    ) or any(
        same_name(entity["name"], other) for other in article.get("optional_people", [])
    )
