"""A story as RDF: quads with their graphs, or the triples of all graphs together."""

from __future__ import annotations

from typing import Final

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from graph.story import Story
from graph.terms import PREFIXES
from graph.trig import to_trig
from graph.triples import quads

_FORMATS: Final = {
    "turtle": RdfFormat.TURTLE,
    "ntriples": RdfFormat.N_TRIPLES,
    "nquads": RdfFormat.N_QUADS,
    "jsonld": RdfFormat.JSON_LD,
}


def to_rdf(story: Story, name: str) -> bytes:
    """Return a story as trig, turtle, ntriples, nquads or jsonld, in a fixed order."""
    facts = list(quads(story))
    if name == "trig":
        return to_trig(facts)
    form = _FORMATS[name]
    given: list[Quad] | list[Triple] = facts
    if not form.supports_datasets or name == "turtle":
        unique = {str(quad.triple): quad.triple for quad in facts}
        given = [unique[key] for key in sorted(unique)]
    written = serialize(given, format=form, prefixes=PREFIXES) or b""
    if name != "turtle":
        return written
    lines = written.split(b"\n")
    head = [line for line in lines if line.startswith(b"@prefix")]
    body = [line for line in lines if not line.startswith(b"@prefix")]
    return b"\n".join([*sorted(head), b"", *body])
