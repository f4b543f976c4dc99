"""Talks that an article names only by how they failed: "the first talks collapsed"."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from graph.event_cluster import Cluster
from graph.families import FRAMES
from graph.merging import homes
from graph.telling import Telling

#: Classes of words for talks, one of which a failure must name.
_TALKS: Final = frozenset({"*negotiation", "*meeting", "*discuss"})


def name_failed_talks(
    clusters: Iterable[Cluster],
    frames: Sequence[Cluster],
    kept_apart: Callable[[Telling, Telling], bool],
) -> None:
    """Add to talks the words that tell only how they failed, where one alone fits.

    Args:
        clusters: all events.
        frames: those of them that are talks and the like.
        kept_apart: says of two tellings that they are of different events.
    """
    held = [c for c in frames if any(_held(t) for t in c.tellings)]
    told = {
        (t.at[0], start): end
        for cluster in frames
        for t in cluster.tellings
        for start, end in ((m.start, m.end) for m in t.mention.mentions)
    }
    failed = []
    for cluster in clusters:
        as_talks = [
            _as_talks(t)
            for t in cluster.tellings
            if _names_talks(t) and not _told_there(t, told)
        ]
        if as_talks:
            failed.append(Cluster(as_talks))
    for fit in homes(failed, held, kept_apart):
        fit.home.named += fit.newcomer.tellings


def _held(telling: Telling) -> bool:
    return telling.mention.type in FRAMES and telling.modality == "actual"


def _names_talks(telling: Telling) -> bool:
    done = telling.mention.type == "impasse" and telling.modality == "actual"
    dated = telling.days is not None
    return done and dated and not telling.several and bool(telling.words.words & _TALKS)


def _told_there(telling: Telling, told: dict[tuple[str, int], int]) -> bool:
    """Tell whether the words of a telling are told as talks already."""
    return any(
        article == telling.at[0] and start < m.end and m.start < end
        for (article, start), end in told.items()
        for m in telling.mention.mentions
    )


def _as_talks(telling: Telling) -> Telling:
    mention = replace(telling.mention, type="talks", label="Talks")
    return replace(telling, mention=mention, end="ended")
