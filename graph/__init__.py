"""Turn what was read into a graph that can be asked, walked and seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graph.negotiation import NegotiationGraph

__all__ = ["NegotiationGraph"]


def __getattr__(name: str) -> object:
    """Load the heavy parts (rdflib, pandas) only when they are asked for."""
    if name == "NegotiationGraph":
        from graph.negotiation import NegotiationGraph

        return NegotiationGraph
    msg = f"module 'graph' has no attribute {name!r}"
    raise AttributeError(msg)
