"""A negotiation's graph in one hand: for notebooks, pipelines and commands."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError
from graph.known import known_on
from graph.retelling import retell
from graph.rows import ROWS, Rows
from graph.store import EmbeddedStore, GraphStore
from graph.story import Story
from graph.triples import quads

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd
    import rdflib
    from matplotlib.figure import Figure

    from graph.assembling import Sources
    from graph.shown import ShownPage
    from graph.walk import Walk
    from graph.why import Why

__all__ = ["NegotiationGraph"]


class NegotiationGraph:
    """What is known of a negotiation: events, claims, proposals, with their words.

    Make one with ``open`` (a graph that ``parley build`` wrote) or ``build`` (from
    articles). Tables come as pandas DataFrames. Nothing here changes what was opened.

    Attributes:
        store: where the triples are kept.

    >>> g = NegotiationGraph.of(Story(articles=()))
    >>> len(g.timeline())
    0
    """

    def __init__(self, store: GraphStore, *, story: Story | None = None) -> None:
        """Take a store; ``open`` and ``build`` are what you want."""
        self.store = store
        if story is not None:
            self.__dict__["story"] = story

    @classmethod
    def open(cls, where: str | Path = "parley-out") -> NegotiationGraph:
        """Open a graph: an output folder, a store's folder, a server, or a TriG file.

        Raises:
            StoreError: no graph is there, or it cannot be read.

        >>> NegotiationGraph.open("no-such-folder")
        Traceback (most recent call last):
        graph.errors.StoreError: no-such-folder: no graph is there; make one with \
'parley build SOURCE --out no-such-folder'
        """
        from graph.assembling import opened

        return cls(opened(where))

    @classmethod
    def of(cls, story: Story) -> NegotiationGraph:
        """Return the graph of a story, in memory.

        >>> NegotiationGraph.of(Story(articles=())).story.events
        ()
        """
        return cls(EmbeddedStore.memory(quads(story)))

    @classmethod
    def build(
        cls,
        sources: Sources,
        *,
        out: str | Path | None = None,
        corrections: str | Path | None = None,
        model: str | None = None,
        jobs: int = 1,
    ) -> NegotiationGraph:
        """Read articles and return their graph.

        Args:
            sources: folders, files or web addresses, one or several.
            out: folder to write as well, as ``parley build`` does.
            corrections: file of corrections to replay; ``None`` takes the one beside
                the sources, if any.
            model: another reading model, by name or folder.
            jobs: processes to read with; 0 takes one a core.

        Raises:
            StoreError: nothing in ``sources`` can be read.

        >>> NegotiationGraph.build([])
        Traceback (most recent call last):
        graph.errors.StoreError: nothing to read: no .txt, .html or .pdf file is there
        """
        from graph.assembling import found_articles, read_story

        articles, beside = found_articles(sources)
        story = read_story(
            articles,
            corrections=beside if corrections is None else Path(corrections),
            model=model,
            jobs=jobs,
            out=None if out is None else Path(out),
        )
        return cls.of(story)

    def add(
        self,
        sources: Sources,
        *,
        model: str | None = None,
        jobs: int = 1,
    ) -> NegotiationGraph:
        """Return the graph of the articles here and more; the same as all at once.

        The graph at hand stays as it is. Its articles are read again, because new
        ones can change what old ones are understood to say.

        >>> NegotiationGraph.of(Story(articles=())).add([])
        Traceback (most recent call last):
        graph.errors.StoreError: nothing to read: no .txt, .html or .pdf file is there
        """
        from graph.assembling import more_articles, read_story

        articles = more_articles(self.story.articles, sources)
        return NegotiationGraph.of(read_story(articles, model=model, jobs=jobs))

    @cached_property
    def story(self) -> Story:
        """All that the graph says, as records (``graph.story``).

        >>> NegotiationGraph.of(Story(articles=())).story.main_line
        ()
        """
        return retell(self.store.quads())

    @property
    def rows(self) -> Rows:
        """The rows of the contract, as the commands print them in JSON.

        >>> NegotiationGraph.of(Story(articles=())).rows.timeline()
        []
        """
        return Rows(self.story)

    def _table(self, name: str, **wanted: str | None) -> pd.DataFrame:
        from graph.tables import table

        return table(name, getattr(self.rows, name)(**wanted))

    def timeline(self) -> pd.DataFrame:
        """Return all events by date, undated ones last.

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

        >>> NegotiationGraph.of(Story(articles=())).statements(speaker="Ruiz").empty
        True
        """
        return self._table("statements", speaker=speaker, topic=topic)

    def proposals(self) -> pd.DataFrame:
        """Return all versions of proposals with their provisions.

        >>> NegotiationGraph.of(Story(articles=())).proposals().empty
        True
        """
        return self._table("proposals")

    def deviations(self) -> pd.DataFrame:
        """Return all claims that a later version departs from an earlier one.

        >>> NegotiationGraph.of(Story(articles=())).deviations().empty
        True
        """
        return self._table("deviations")

    def positions(self, *, topic: str | None = None) -> pd.DataFrame:
        """Return where the sides stand and stood, or on one topic.

        >>> NegotiationGraph.of(Story(articles=())).positions(topic="wages").empty
        True
        """
        return self._table("positions", topic=topic)

    def contradictions(self) -> pd.DataFrame:
        """Return pairs of claims that cannot both be so.

        >>> NegotiationGraph.of(Story(articles=())).contradictions().empty
        True
        """
        return self._table("contradictions")

    def phases(self) -> pd.DataFrame:
        """Return the states that the negotiation went through.

        >>> NegotiationGraph.of(Story(articles=())).phases().empty
        True
        """
        return self._table("phases")

    def entities(self) -> pd.DataFrame:
        """Return people, places, organisations and parties.

        >>> NegotiationGraph.of(Story(articles=())).entities().empty
        True
        """
        return self._table("entities")

    def path(self, start: str, end: str) -> Walk:
        """Return how one thing led to another, with the words for each step.

        Args:
            start: words for where to begin, such as ``"first talks"``, or an IRI.
            end: words for where to end.

        Raises:
            NotFoundError: one of them names nothing, or no way leads there.

        >>> from tests.story_sample import sample_story
        >>> way = NegotiationGraph.of(sample_story()).path("talks in Lindau", "walkout")
        >>> [node["label"] for node in way.nodes]
        ['Talks in Lindau', 'Sudmark', 'Sudmark leaves the talks']
        """
        from graph.walk import walk

        return walk(self.network, start, end)

    def compare(self, old: str, new: str) -> pd.DataFrame:
        """Return how a later version of a proposal stands to an earlier one.

        ``basis`` tells a difference between the texts from one that somebody claims.

        Raises:
            NotFoundError: one of them names no proposal.

        >>> from tests.story_sample import sample_story
        >>> g = NegotiationGraph.of(sample_story())
        >>> g.compare("Norland's offer", "New draft")["basis"].tolist()
        ['claimed', 'texts']
        """
        from graph.side_by_side import compare
        from graph.tables import table

        return table("compare", compare(self.story, old, new))

    def as_of(self, day: str | date) -> NegotiationGraph:
        """Return the graph as the articles published up to a day tell it.

        >>> NegotiationGraph.of(Story(articles=())).as_of("2022-04-08").story.events
        ()
        """
        try:
            last = day if isinstance(day, date) else date.fromisoformat(day)
        except ValueError as error:
            msg = f"{day!r} is no day; write it as 2022-04-08"
            raise GraphError(msg) from error
        return NegotiationGraph.of(known_on(self.story, last))

    def why(self, node: str) -> Why:
        """Return the words, articles, rules and corrections behind a node or edge.

        Args:
            node: an IRI, a label, or a phrase such as ``"first talks"``.

        Raises:
            NotFoundError: nothing is called so, or several things are.

        >>> from tests.story_sample import sample_story
        >>> NegotiationGraph.of(sample_story()).why("talks in Lindau").words[0].text
        'met in Lindau on Tuesday'
        """
        from graph.explaining import explained

        return explained(self.story, self.store, node, within=lambda: self.network)

    def query(
        self, sparql: str, *, timeout: float | None = None
    ) -> pd.DataFrame | rdflib.Graph | bool:
        """Return the answer of a SPARQL query: a table, a graph, or yes and no.

        Prefixes of ``graph.terms.PREFIXES`` need no declaration; the default graph is
        the union of all.

        Raises:
            QueryError: the query is malformed or refused, or took too long.

        >>> NegotiationGraph.of(Story(articles=())).query("ASK { ?event a pl:Event }")
        False
        """
        from graph.dataset import answered
        from graph.query import ask

        return answered(ask(self.store, sparql, timeout=timeout))

    @cached_property
    def network(self) -> nx.MultiDiGraph[str]:
        """The event graph: see ``graph.network`` for its attributes.

        >>> NegotiationGraph.of(Story(articles=())).network.number_of_nodes()
        0
        """
        from graph.network import to_network

        return to_network(self.story)

    def to_networkx(self) -> nx.MultiDiGraph[str]:
        """Return a copy of the event graph, yours to change.

        >>> NegotiationGraph.of(Story(articles=())).to_networkx().number_of_edges()
        0
        """
        return self.network.copy()

    def to_pandas(self) -> dict[str, pd.DataFrame]:
        """Return all tables by name.

        >>> sorted(NegotiationGraph.of(Story(articles=())).to_pandas())[:2]
        ['contradictions', 'deviations']
        """
        return {name: getattr(self, name)() for name in ROWS}

    def to_rdf(self) -> rdflib.Dataset:
        """Return all triples as an rdflib dataset, one named graph an article.

        >>> len(NegotiationGraph.of(Story(articles=())).to_rdf())
        0
        """
        from graph.dataset import to_dataset

        return to_dataset(self.store)

    def show(self, *, height: int = 720) -> ShownPage:
        """Show the page inside a notebook; it needs no network.

        Args:
            height: of the frame, in pixels.

        >>> NegotiationGraph.of(Story(articles=())).show(height=400)
        ShownPage(height=400)
        """
        from graph.shown import ShownPage
        from graph.view import to_html

        return ShownPage(to_html(self.network), height)

    def plot_timeline(self, *, main_line_only: bool = True) -> Figure:
        """Return a figure of the timeline, for papers; see ``graph.figures``.

        >>> len(NegotiationGraph.of(Story(articles=())).plot_timeline().axes)
        1
        """
        from graph.figures import plot_timeline

        return plot_timeline(self.rows.timeline(), main_line_only=main_line_only)

    def plot_positions(self, *, topic: str | None = None) -> Figure:
        """Return a figure of who stands where, for papers; see ``graph.figures``.

        >>> len(NegotiationGraph.of(Story(articles=())).plot_positions().axes)
        1
        """
        from graph.figures import plot_positions

        return plot_positions(self.rows.positions(), topic=topic)

    def _repr_html_(self) -> str:
        from graph.shown import summary_html

        return summary_html(self.story)

    def __repr__(self) -> str:
        """Return how much the graph holds."""
        story = self.story
        return (
            f"NegotiationGraph({len(story.articles)} articles, "
            f"{len(story.events)} events, {len(story.statements)} statements, "
            f"{len(story.proposals)} proposals)"
        )
