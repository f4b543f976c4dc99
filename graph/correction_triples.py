"""What the reader said, as quads of the graph of corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from graph.corrections import Correction, correction_of, line_of
from graph.facts import Facts
from graph.naming import iri
from graph.terms import CORRECTIONS_GRAPH, PL, RDFS

__all__ = ["correction_quads", "corrections_in"]

_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+')


def correction_quads(corrections: Iterable[Correction]) -> Iterator[Quad]:
    """Yield the corrections in force: what they are about, by whom, when and why.

    A target that was written by hand and is no IRI stands by its label only.

    >>> list(correction_quads(()))
    []
    """
    facts = Facts(CORRECTIONS_GRAPH)
    for rank, one in enumerate(corrections, start=1):
        node = iri("correction", one.kind, one.id)
        yield from facts.types(node, PL.Correction)
        labels = ", ".join(each.label or each.iri for each in one.targets)
        yield from facts.text(node, RDFS.label, f"{one.kind}: {labels}")
        yield from facts.text(node, PL.correctionKind, one.kind)
        for each in one.targets:
            if _IRI.fullmatch(each.iri):
                yield from facts.link(node, PL.target, each.iri)
        yield from facts.text(node, PL.correctedTo, one.value)
        yield from facts.text(node, PL.correctedBy, one.who)
        yield from facts.text(node, PL.correctedOn, one.when)
        yield from facts.text(node, PL.reason, one.why)
        yield from facts.text(node, PL.correctionLine, line_of(one))
        yield from facts.whole(node, PL.correctionRank, rank)


def corrections_in(quads: Iterable[Quad]) -> tuple[Correction, ...]:
    """Return the corrections that quads hold, in the order of their replay.

    >>> corrections_in(correction_quads(()))
    ()
    """
    lines: dict[str, Correction] = {}
    ranks: dict[str, int] = {}
    for quad in quads:
        if not isinstance(quad.subject, NamedNode) or not isinstance(
            quad.object, Literal
        ):
            continue
        if quad.predicate.value == str(PL.correctionLine):
            read = correction_of(quad.object.value)
            if isinstance(read, Correction):
                lines[quad.subject.value] = read
        elif quad.predicate.value == str(PL.correctionRank):
            ranks[quad.subject.value] = int(quad.object.value)
    return tuple(
        lines[node] for node in sorted(lines, key=lambda n: (ranks.get(n, 0), n))
    )
