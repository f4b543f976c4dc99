"""Triples and answers as objects of the libraries that Python users know."""

from __future__ import annotations

import pandas as pd
import rdflib
from oxrdflib import OxigraphStore
from pyoxigraph import Store

from graph.query import Solutions, Triples
from graph.store import GraphStore
from graph.tables import solutions_table
from graph.terms import PREFIXES

__all__ = ["answered", "to_dataset"]


def to_dataset(store: GraphStore) -> rdflib.Dataset:
    """Return a copy of all triples, one named graph an article, prefixes bound.

    >>> from graph.store import EmbeddedStore
    >>> len(to_dataset(EmbeddedStore.memory([])))
    0
    """
    copy = Store()
    copy.extend(store.quads())
    held = rdflib.Dataset(store=OxigraphStore(store=copy))
    for prefix, name in PREFIXES.items():
        held.bind(prefix, name)
    return held


def answered(answer: Solutions | Triples | bool) -> pd.DataFrame | rdflib.Graph | bool:
    """Return a query's answer as a table, a graph, or yes and no.

    >>> answered(Solutions(columns=("n",), rows=())).columns.tolist()
    ['n']
    """
    if isinstance(answer, bool):
        return answer
    if isinstance(answer, Solutions):
        return solutions_table(answer)
    return rdflib.Graph().parse(data=answer.turtle(), format="turtle")
