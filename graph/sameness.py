"""Let no two rows of the timeline say the same thing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from graph.event_cluster import Cluster
from graph.families import RARE
from graph.fitting import days_agree
from graph.story import StoryEvent
from graph.telling import Telling

#: Words from which on a label alone says enough.
WORDS: Final = 3
#: How sure it is that two rows of the same words are of one event.
SURE: Final = 0.6


def told_once(
    clusters: Sequence[tuple[Cluster, StoryEvent]],
    kept_apart: Callable[[Telling, Telling], bool],
) -> list[Cluster]:
    """Return the clusters, those whose rows would say the same as one.

    A row says when, what, who and where. One that says no more than what is joined
    with another only within an article, or where a negotiation has one of its type.
    """
    kept: list[Cluster] = []
    by_row: dict[tuple[object, ...], list[Cluster]] = {}
    for cluster, event in clusters:
        row = (
            event.type,
            event.label,
            event.begin,
            event.last,
            event.modality,
            event.ordinal,
            frozenset(event.participant_names),
            frozenset(event.place_names),
        )
        named = event.participant_names or event.place_names
        says = bool(event.begin or named) or len(event.label.split()) >= WORDS
        home = next(
            (
                other
                for other in by_row.get(row, ())
                if (says or event.type in RARE or _of_one_article(cluster, other))
                and all(
                    days_agree(a, b) and not kept_apart(a, b)
                    for a in cluster.tellings
                    for b in other.tellings
                )
            ),
            None,
        )
        if home is None:
            by_row.setdefault(row, []).append(cluster)
            kept.append(cluster)
            continue
        first = min(cluster.tellings, key=lambda telling: telling.place_in_line)
        home.reasons += [*cluster.reasons, (first, SURE, "nothing tells them apart")]
        home.tellings += cluster.tellings
        home.named += cluster.named
    return kept


def _of_one_article(one: Cluster, other: Cluster) -> bool:
    return {t.at[0] for t in one.tellings} == {t.at[0] for t in other.tellings}
