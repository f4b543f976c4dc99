"""Rows of a query in the standard result formats, and short for a terminal."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from graph.query import Solutions, Term
from graph.terms import PREFIXES

__all__ = ["results_csv", "results_json", "short"]

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def results_json(found: Solutions) -> str:
    """Return rows as SPARQL 1.1 Query Results JSON.

    >>> results_json(Solutions(columns=("a",), rows=()))
    '{"head": {"vars": ["a"]}, "results": {"bindings": []}}'
    """
    rows = [
        {
            name: _json(term)
            for name, term in zip(found.columns, row, strict=True)
            if term is not None
        }
        for row in found.rows
    ]
    head = {"vars": list(found.columns)}
    whole = {"head": head, "results": {"bindings": rows}}
    return json.dumps(whole, ensure_ascii=False)


def _json(term: Term) -> dict[str, Any]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, BlankNode):
        return {"type": "bnode", "value": term.value}
    if not isinstance(term, Literal):
        return {"type": "literal", "value": str(term)}
    written: dict[str, Any] = {"type": "literal", "value": term.value}
    if term.language:
        written["xml:lang"] = term.language
    elif term.datatype.value != _STRING:
        written["datatype"] = term.datatype.value
    return written


def results_csv(found: Solutions) -> str:
    r"""Return rows as SPARQL 1.1 Query Results CSV, lines ending in CR LF.

    >>> results_csv(Solutions(columns=("a", "b"), rows=()))
    'a,b\r\n'
    """
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(found.columns)
    for row in found.rows:
        writer.writerow(["" if term is None else _value(term) for term in row])
    return written.getvalue()


def _value(term: Term) -> str:
    return getattr(term, "value", None) or str(term)


def short(term: Term | None) -> str:
    """Return a term for people: prefixed where it can be, texts without quotes.

    >>> short(NamedNode("https://w3id.org/parley/ns#Event"))
    'pl:Event'
    """
    if term is None:
        return ""
    if isinstance(term, NamedNode):
        for prefix, name in PREFIXES.items():
            rest = term.value.removeprefix(name)
            if rest != term.value and rest and "/" not in rest and "#" not in rest:
                return f"{prefix}:{rest}"
        return f"<{term.value}>"
    return _value(term)
