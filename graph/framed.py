"""The tables of a graph, as pandas DataFrames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.rows import ROWS, Rows
from graph.story import Story

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Framed"]


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

    def proposals(self) -> pd.DataFrame:
        """Return all versions of proposals with their provisions.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).proposals().empty
        True
        """
        return self._table("proposals")

    def deviations(self) -> pd.DataFrame:
        """Return all claims that a later version departs from an earlier one.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).deviations().empty
        True
        """
        return self._table("deviations")

    def positions(self, *, topic: str | None = None) -> pd.DataFrame:
        """Return where the sides stand and stood, or on one topic.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).positions(topic="wages").empty
        True
        """
        return self._table("positions", topic=topic)

    def contradictions(self) -> pd.DataFrame:
        """Return pairs of claims that cannot both be so.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).contradictions().empty
        True
        """
        return self._table("contradictions")

    def phases(self) -> pd.DataFrame:
        """Return the states that the negotiation went through.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).phases().empty
        True
        """
        return self._table("phases")

    def entities(self) -> pd.DataFrame:
        """Return people, places, organisations and parties.

        >>> from graph import NegotiationGraph
        >>> NegotiationGraph.of(Story(articles=())).entities().empty
        True
        """
        return self._table("entities")

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Return all tables by name.

        >>> from graph import NegotiationGraph
        >>> sorted(NegotiationGraph.of(Story(articles=())).to_pandas())[:2]
        ['contradictions', 'deviations']
        """
        return {name: getattr(self, name)() for name in ROWS}
