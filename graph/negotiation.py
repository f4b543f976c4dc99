"""A negotiation's graph in one hand: for notebooks, pipelines and commands."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from graph.errors import GraphError
from graph.framed import Framed
from graph.known import known_on
from graph.retelling import retell
from graph.store import EmbeddedStore, GraphStore
from graph.story import Story
from graph.triples import quads

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    import pandas as pd
    import rdflib
    from matplotlib.figure import Figure

    from graph.assembling import Sources
    from graph.corrections import Correction
    from graph.shown import ShownPage
    from graph.walk import Walk
    from graph.why import Why

__all__ = ["NegotiationGraph"]


class NegotiationGraph(Framed):
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
    def of(
        cls, story: Story, *, corrections: Iterable[Correction] = ()
    ) -> NegotiationGraph:
        """Return the graph of a story, in memory.

        Args:
            story: all that the graph says, already corrected.
            corrections: those that were replayed on it, to be kept with it.

        >>> NegotiationGraph.of(Story(articles=())).story.events
        ()
        """
        from graph.correction_triples import correction_quads

        said = correction_quads(corrections)
        return cls(EmbeddedStore.memory([*quads(story), *said]))

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
        from graph.assembling import found_articles, read_graph

        articles, beside = found_articles(sources)
        built = read_graph(
            articles,
            corrections=beside if corrections is None else Path(corrections),
            model=model,
            jobs=jobs,
            out=None if out is None else Path(out),
        )
        return cls.of(built.story, corrections=built.corrections)

    def add(
        self,
        sources: Sources,
        *,
        corrections: str | Path | None = None,
        model: str | None = None,
        jobs: int = 1,
    ) -> NegotiationGraph:
        """Return the graph of the articles here and more; the same as all at once.

        The graph at hand stays as it is. Its articles are read again, because new
        ones can change what old ones are understood to say. Its corrections are
        replayed, then those beside the new articles; or ``corrections`` alone.

        >>> NegotiationGraph.of(Story(articles=())).add([])
        Traceback (most recent call last):
        graph.errors.StoreError: nothing to read: no .txt, .html or .pdf file is there
        """
        from graph.assembling import more_articles, read_graph

        articles, held = more_articles(self.story.articles, self.corrections, sources)
        said = held if corrections is None else Path(corrections)
        built = read_graph(articles, corrections=said, model=model, jobs=jobs)
        return NegotiationGraph.of(built.story, corrections=built.corrections)

    @cached_property
    def story(self) -> Story:
        """All that the graph says, as records (``graph.story``).

        >>> NegotiationGraph.of(Story(articles=())).story.main_line
        ()
        """
        return retell(self.store.quads())

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """The reader's corrections in force, in the order of their replay.

        >>> NegotiationGraph.of(Story(articles=())).corrections
        ()
        """
        from graph.correction_triples import corrections_in

        return corrections_in(self.store.quads())

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
        known = known_on(self.story, last)
        return NegotiationGraph.of(known, corrections=self.corrections)

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

    def correct(
        self,
        kind: str,
        *targets: str,
        file: str | Path = "corrections.jsonl",
        who: str = "",
        why: str = "",
    ) -> str:
        """Record a judgement of yours and return its id; the next build replays it.

        Args:
            kind: same, different, rename, date, type, drop or add-link.
            targets: one or two things, by label or IRI, then the new value if any.
            file: where it is written; keep it beside the articles.
            who: who judges.
            why: the reason.

        Raises:
            CorrectionError: the kind is unknown, or something is missing.
            NotFoundError: a name fits nothing here, or several things.

        >>> NegotiationGraph.of(Story(articles=())).correct("drop", "A. Ruiz")
        Traceback (most recent call last):
        graph.errors.NotFoundError: 'A. Ruiz' fits 0 things, name one by its IRI: \
see parley entities and parley timeline
        """
        from graph.corrections import append_correction
        from graph.judging import judgement

        said = judgement(self.story, kind, targets, who=who, why=why)
        return append_correction(Path(file), said)

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
