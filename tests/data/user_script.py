"""A user's script that touches every public name; types are checked, it never runs."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import networkx as nx
import pandas as pd
import rdflib
from matplotlib.figure import Figure
from spacy.language import Language

from extract import load_pipeline, read
from extract.articles import load_articles
from extract.records import Article, Reading
from graph import NegotiationGraph
from graph.correcting import spans_of
from graph.corrections import Correction, Target, append_correction
from graph.diff import differences
from graph.errors import GraphError, NotFoundError
from graph.exports import FORMATS, export
from graph.rows import Rows
from graph.shown import ShownPage
from graph.story import Story, StoryEvent
from graph.walk import Walk
from graph.why import Why


def reading(folder: Path) -> list[str]:
    """From articles to what each of them says."""
    articles: tuple[Article, ...] = load_articles([folder]).articles
    nlp: Language = load_pipeline()
    readings: Iterator[Reading] = read(articles, nlp=nlp)
    return [
        f"{one.article.title}: {said.speaker} on {said.date}"
        for one in readings
        for said in one.statements
    ]


def making(folder: Path) -> NegotiationGraph:
    """Every way to a graph."""
    built: NegotiationGraph = NegotiationGraph.build(
        [folder], out="out", corrections=folder / "mine.jsonl", model=None, jobs=2
    )
    more: NegotiationGraph = built.add("more.txt", jobs=1)
    story: Story = more.story
    again: NegotiationGraph = NegotiationGraph.of(story, corrections=more.corrections)
    return again.as_of("2022-04-08").as_of(date(2022, 4, 1))


def tables(g: NegotiationGraph) -> list[pd.DataFrame]:
    """Every table."""
    rows: Rows = g.rows
    events: tuple[StoryEvent, ...] = g.story.events
    print(len(rows.timeline()), len(events), g.store)
    every: dict[str, pd.DataFrame] = g.to_pandas()
    return [
        g.timeline(),
        g.statements(),
        g.statements(speaker="Berg", topic="wages"),
        g.proposals(),
        g.deviations(),
        g.positions(topic="wages"),
        g.contradictions(),
        g.phases(),
        g.entities(),
        g.compare("first draft", "second draft"),
        *every.values(),
    ]


def asking(g: NegotiationGraph) -> str:
    """Every question."""
    way: Walk = g.path("first talks", "impasse")
    told: Why = g.why(str(way.nodes[0]["iri"]))
    answer: pd.DataFrame | rdflib.Graph | bool = g.query("ASK { ?s ?p ?o }", timeout=2)
    if isinstance(answer, bool):
        return "yes" if answer else "no"
    return f"{told.label}: {len(answer)}"


def judging(g: NegotiationGraph, folder: Path) -> list[str]:
    """What the reader says, and what is in force."""
    file = folder / "corrections.jsonl"
    made: str = g.correct("rename", "M. Sousa", "Marta Sousa", file=file, why="byline")
    known: tuple[Correction, ...] = g.corrections
    target = Target(iri=g.story.events[0].iri, spans=spans_of(g.story.events[0]))
    append_correction(file, Correction(kind="drop", targets=(target,)))
    changes = differences(g.story, g.add(folder, corrections=file).story)
    return [made, *(one.id for one in known), *(each.label for each in changes)]


def taking(g: NegotiationGraph) -> dict[str, bytes]:
    """Every way out."""
    network: nx.MultiDiGraph[str] = g.network
    mine: nx.MultiDiGraph[str] = g.to_networkx()
    triples: rdflib.Dataset = g.to_rdf()
    page: ShownPage = g.show(height=500)
    line: Figure = g.plot_timeline(main_line_only=False)
    sides: Figure = g.plot_positions(topic=None)
    print(network.number_of_nodes(), mine.number_of_edges(), len(triples), page.height)
    line.savefig("timeline.pdf")
    sides.savefig("positions.pdf")
    return {name: export(g.story, name) for name in FORMATS}


def main() -> None:
    """Open a graph and use it."""
    try:
        g: NegotiationGraph = NegotiationGraph.open("parley-out")
        print(asking(g), len(tables(g)), len(taking(g)))
    except NotFoundError as error:
        print(error)
    except GraphError as error:
        raise SystemExit(3) from error
