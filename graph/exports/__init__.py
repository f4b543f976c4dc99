"""Write a story in the formats that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from graph.errors import QueryError
from graph.exports.coded import to_coded_csv
from graph.exports.footnotes import to_markdown
from graph.exports.networks import to_gexf, to_graphml
from graph.exports.rdf import to_rdf
from graph.exports.timelines import to_csv, to_timelinejs
from graph.story import Story

__all__ = ["FORMATS", "export"]


def _rdf(name: str) -> Callable[[Story], bytes]:
    return lambda story: to_rdf(story, name)


#: Every format by the name that ``parley export --format`` takes.
FORMATS: Final[Mapping[str, Callable[[Story], bytes]]] = {
    "trig": _rdf("trig"),
    "turtle": _rdf("turtle"),
    "ntriples": _rdf("ntriples"),
    "nquads": _rdf("nquads"),
    "jsonld": _rdf("jsonld"),
    "graphml": to_graphml,
    "gexf": to_gexf,
    "csv": to_csv,
    "timelinejs": to_timelinejs,
    "markdown": to_markdown,
    "dna": to_coded_csv,
}


def export(story: Story, format: str) -> bytes:
    """Return a story in a format, as UTF-8; the same story gives the same bytes.

    Raises:
        QueryError: there is no such format.

    >>> export(Story(articles=()), "csv").decode().split(",")[:3]
    ['begin', 'last', 'precision']
    """
    if format not in FORMATS:
        msg = f"{format!r} is no format: choose from {', '.join(FORMATS)}"
        raise QueryError(msg)
    return FORMATS[format](story)
