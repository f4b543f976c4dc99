"""Write quads as TriG, the same bytes for the same quads."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, serialize

from graph.terms import PREFIXES

__all__ = ["to_trig"]


def to_trig(quads: Iterable[Quad]) -> bytes:
    """Return sorted quads as TriG in UTF-8, prefixes first and in alphabetical order.

    There are no blank nodes among Parley's quads, so sorted quads are canonical: two
    builds can be compared line by line.

    >>> from graph.facts import Facts
    >>> written = to_trig(Facts("urn:g").link("urn:a", "urn:p", "urn:b"))
    >>> written.split(b"xsd:")[1].decode().split()[2:]
    ['<urn:g>', '{', '<urn:a>', '<urn:p>', '<urn:b>', '.', '}']
    """
    written = serialize(quads, format=RdfFormat.TRIG, prefixes=PREFIXES) or b""
    lines = written.split(b"\n")
    body = next(
        (n for n, line in enumerate(lines) if not line.startswith(b"@prefix")),
        len(lines),
    )
    return b"\n".join([*sorted(lines[:body]), b"", *lines[body:]])
