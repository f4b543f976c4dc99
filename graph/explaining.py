"""The reasons for a thing, whether it is named exactly or by a phrase."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import networkx as nx

from graph.errors import NotFoundError
from graph.store import GraphStore
from graph.story import Story
from graph.understanding import understand
from graph.why import Why, why

__all__ = ["explained"]


def explained(
    story: Story,
    store: GraphStore,
    node: str,
    *,
    within: Callable[[], nx.MultiDiGraph[str]],
) -> Why:
    """Return the reasons for a node or edge; a phrase is understood as in a path.

    Args:
        story: what is known.
        store: where it is kept.
        node: an IRI, a label, or a phrase.
        within: gives the network in which to look for a phrase, when it is needed.

    Raises:
        NotFoundError: nothing is called so, or several things are.
    """
    try:
        return why(story, store, node)
    except NotFoundError as error:
        try:
            meant = understand(within(), node)
        except NotFoundError:
            raise error from None
        others = tuple(f"{label}  {iri}" for iri, label in meant.alternatives)
        return replace(why(story, store, meant.node), alternatives=others)
