"""What the reader said, as quads of the graph of corrections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import Quad

from graph.corrections import Correction
from graph.facts import Facts
from graph.naming import iri
from graph.terms import CORRECTIONS_GRAPH, PL, RDFS

__all__ = ["correction_quads"]

_IRI: Final = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>"{}|^`\\]+')


def correction_quads(corrections: Iterable[Correction]) -> Iterator[Quad]:
    """Yield the corrections in force: what they are about, by whom, when and why.

    A target that was written by hand and is no IRI stands by its label only.

    >>> list(correction_quads(()))
    []
    """
    facts = Facts(CORRECTIONS_GRAPH)
    for one in corrections:
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
