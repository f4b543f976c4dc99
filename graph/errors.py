"""Everything graph/ raises on purpose.

* GraphError
  * QueryError       a SPARQL query is malformed or asks for what we refuse
  * StoreError       a store or an output folder cannot be opened or written
  * NotFoundError    a phrase, IRI or name fits nothing in the graph
  * CorrectionError  a correction cannot be read or recorded
  * ShapeError       the graph breaks its shapes
"""

from __future__ import annotations


class GraphError(Exception):
    """Base class: catch this to catch everything graph/ raises on purpose."""


class QueryError(GraphError):
    """A SPARQL query is malformed or asks for something we refuse."""


class StoreError(GraphError):
    """A store or an output folder cannot be opened or written."""


class NotFoundError(GraphError):
    """A phrase, an IRI or a name fits nothing in the graph."""


class CorrectionError(GraphError):
    """A correction cannot be read or recorded."""


class ShapeError(GraphError):
    """The graph breaks its shapes."""
