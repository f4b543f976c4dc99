"""The tables of a graph, as pandas DataFrames."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from graph.rows import ROWS, Rows
from graph.story import Story

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Framed"]


def _listing(name: str, what: str) -> Callable[[Framed], pd.DataFrame]:
    """Return a method that gives a table whole, with its documentation."""

    def listing(self: Framed) -> pd.DataFrame:
        return self._table(name)

    listing.__name__ = name
    listing.__qualname__ = f"Framed.{name}"
    listing.__doc__ = f"""Return {what}.

    >>> from graph import NegotiationGraph
    >>> NegotiationGraph.of(Story(articles=())).{name}().empty
    True
    """
    return listing


class Framed:
    """Something that tells a story in tables; ``NegotiationGraph`` is one."""

    @property
    def story(self) -> Story:
        """What the tables are made of."""
        raise NotImplementedError

    @property
    def rows(self) -> Rows:
        """The rows of the contract, as the commands print them in JSON.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).rows.timeline()
        []
        """
        return Rows(self.story)

    def _table(self, name: str, **wanted: str | None) -> pd.DataFrame:
        from graph.tables import table

        return table(name, getattr(self.rows, name)(**wanted))

    def timeline(self) -> pd.DataFrame:
        """Return all events by date, undated ones last.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).timeline().columns[:4].tolist()
        ['iri', 'type', 'label', 'begin']
        """
        return self._table("timeline")

    def statements(
        self, *, speaker: str | None = None, topic: str | None = None
    ) -> pd.DataFrame:
        """Return who said what, or only a speaker's words, or those on a topic.

        Args:
            speaker: words of a name in any known spelling, such as ``"Berg"``.
            topic: words of a topic's name, such as ``"wages"``.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).statements(speaker="Ruiz").empty
        True
        """
        return self._table("statements", speaker=speaker, topic=topic)

    proposals = _listing("proposals", "all versions of proposals with their provisions")
    deviations = _listing(
        "deviations", "all claims that a later version departs from an earlier one"
    )
    contradictions = _listing(
        "contradictions", "pairs of claims that cannot both be so"
    )
    phases = _listing("phases", "the states that the negotiation went through")
    entities = _listing("entities", "people, places, organisations and parties")

    def positions(self, *, topic: str | None = None) -> pd.DataFrame:
        """Return where the sides stand and stood, or on one topic.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).positions(topic="wages").empty
        True
        """
        return self._table("positions", topic=topic)

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Return all tables by name.

        >>> from graph import NegotiationGraph
        >>> sorted(NegotiationGraph.of(Story(articles=())).to_pandas())[:2]
        ['contradictions', 'deviations']
        """
        return {name: getattr(self, name)() for name in ROWS}
