"""Ask a store in SPARQL 1.1: never fetch, never write, end in time.

Queries are Oxigraph's to answer. Before that they are looked over: ``SERVICE`` and
updates are refused, known prefixes need no declaration, and a mistake is shown in
its line with a caret under it. ``FROM`` names graphs of the store and fetches
nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

from pyoxigraph import (
    BlankNode,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    RdfFormat,
    Triple,
    serialize,
)
from pyoxigraph import Literal as RdfLiteral

from graph.errors import QueryError
from graph.store import GraphStore
from graph.terms import PREFIXES

__all__ = ["Checked", "Solutions", "Triples", "ask", "checked", "gathered"]

Term = NamedNode | BlankNode | RdfLiteral | Triple
Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]

_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
_UPDATES: Final = frozenset(
    {"ADD", "CLEAR", "COPY", "CREATE", "DELETE", "DROP", "INSERT", "LOAD", "MOVE"}
    | {"WITH"}
)
_TOKEN: Final = re.compile(
    r"""
      (?P<comment> \#[^\r\n]* )
    | (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<string> '''(?:(?:'|'')?(?:[^'\\]|\\.))*'''
                | \"\"\"(?:(?:"|"")?(?:[^"\\]|\\.))*\"\"\"
                | '(?:[^'\\\r\n]|\\.)*' | "(?:[^"\\\r\n]|\\.)*" )
    | (?P<variable> [?$]\w+ )
    | (?P<language> @[A-Za-z]+(?:-[A-Za-z0-9]+)* )
    | (?P<prefixed> (?:[^\W\d_][\w.-]*)?:(?:[\w:.%-]|\\.)* )
    | (?P<word> [^\W\d]\w* )
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Solutions:
    """The rows of a SELECT.

    Attributes:
        columns: names of the variables, without question marks.
        rows: one term a column, ``None`` where a variable is unbound.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Triples:
    """The triples of a CONSTRUCT or DESCRIBE, sorted, each once."""

    triples: tuple[Triple, ...]

    def turtle(self) -> str:
        """Return them as Turtle with the known prefixes."""
        written = serialize(self.triples, format=RdfFormat.TURTLE, prefixes=PREFIXES)
        lines = (written or b"").decode("utf-8").split("\n")
        head = sorted(line for line in lines if line.startswith("@prefix"))
        return "\n".join([*head, "", *lines[len(head) :]])


@dataclass(frozen=True, slots=True)
class Checked:
    """A query that may be run.

    Attributes:
        text: the query as it was given.
        form: what kind of answer it asks for.
        union: its default graph is the union of all; not where it names graphs
            with ``FROM``.
    """

    text: str
    form: Form
    union: bool


def checked(text: str) -> Checked:
    """Return a query that only reads what the store holds.

    Raises:
        QueryError: it would leave this machine or change the graph, or uses a prefix
            that nobody declared.

    >>> checked("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }")
    Traceback (most recent call last):
    graph.errors.QueryError: SERVICE is not allowed here: queries stay on this machine
    """
    words = [token.upper() for token in _words(_unescaped(text))]
    raw = [token.upper() for token in _words(text)]
    if "SERVICE" in words or "SERVICE" in raw:
        msg = "SERVICE is not allowed here: queries stay on this machine"
        raise QueryError(msg)
    form = next((word for word in words if word in _FORMS or word in _UPDATES), None)
    if form in _UPDATES:
        msg = f"{form} is not allowed here: 'parley correct' changes the graph"
        raise QueryError(msg)
    _check_prefixes(text)
    named: Form = "SELECT"
    for each in ("ASK", "CONSTRUCT", "DESCRIBE"):
        if form == each:
            named = each
    return Checked(text=text, form=named, union="FROM" not in words)


def _unescaped(text: str) -> str:
    r"""SPARQL reads ``\u0053`` as ``S`` before it looks at anything else."""
    return re.sub(
        r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})",
        lambda m: chr(min(int(m[1] or m[2], 16), 0x10FFFF)),
        text,
    )


def _words(text: str) -> Iterator[str]:
    """Yield bare words, which in SPARQL are keywords and functions."""
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "word":
            yield match[0]


def _check_prefixes(text: str) -> None:
    declared = set(PREFIXES)
    previous = ""
    for match in _TOKEN.finditer(text):
        if match.lastgroup == "comment":
            continue
        if match.lastgroup == "prefixed":
            prefix = match[0].split(":", 1)[0]
            if previous == "PREFIX":
                declared.add(prefix)
            elif prefix not in declared and text[: match.start()][-1:] != "_":
                known = ", ".join(sorted(PREFIXES))
                wrong = f"prefix '{prefix}:' is not declared (known: {known})"
                raise QueryError(pointed(text, match.start(), wrong))
        previous = match[0].upper()


def pointed(text: str, place: int, wrong: str) -> str:
    r"""Return what is wrong with the line it is in, a caret under the place.

    >>> print(pointed("ASK {\n  ?s ?p }", 11, "'}' is not expected here"))
    line 2, column 6: '}' is not expected here
      ?s ?p }
         ^
    """
    before = text[:place]
    number = before.count("\n") + 1
    column = place - (before.rfind("\n") + 1)
    line = (text.split("\n") or [""])[number - 1].replace("\t", " ").rstrip("\r")
    return f"line {number}, column {column + 1}: {wrong}\n{line}\n{' ' * column}^"


def ask(
    store: GraphStore, text: str, *, timeout: float | None = None
) -> Solutions | Triples | bool:
    """Return the answer of a query: rows, triples, or yes and no.

    Args:
        store: where to ask.
        text: SPARQL 1.1; prefixes of ``graph.terms.PREFIXES`` need no declaration.
        timeout: seconds after which to give up; ``None`` waits.

    Raises:
        QueryError: the query is refused or malformed, or took too long.
    """
    query = checked(text)
    try:
        if timeout is None:
            return gathered(store.run(query.text, union=query.union))
        from graph.apart import ask_apart

        return gathered(ask_apart(store, query.text, union=query.union, limit=timeout))
    except SyntaxError as error:
        raise QueryError(explained(text, str(error))) from error
    except (OSError, RuntimeError, ValueError) as error:
        msg = f"the query cannot be answered: {error}"
        raise QueryError(msg) from error


def gathered(answer: object) -> Solutions | Triples | bool:
    """Return an answer as plain values that outlive the store."""
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QuerySolutions):
        names = tuple(variable.value for variable in answer.variables)
        rows = tuple(tuple(row[name] for name in names) for row in answer)
        return Solutions(columns=names, rows=rows)
    if isinstance(answer, bool | Solutions | Triples):
        return answer
    found: set[Triple] = set(answer)  # type: ignore[call-overload]
    return Triples(triples=tuple(sorted(found, key=_by_subject)))


def _by_subject(triple: Triple) -> tuple[str, str, str]:
    return (str(triple.subject), str(triple.predicate), str(triple.object))


def explained(text: str, found: str) -> str:
    """Show where a query goes wrong.

    Oxigraph's position is as far as it ever looked ahead; rdflib's parser, slow as it
    is, knows the word that does not fit.
    """
    from pyparsing.exceptions import ParseException
    from rdflib.plugins.sparql.parser import parseQuery

    try:
        parseQuery(text)
    except ParseException as error:
        place = _start_of_word(text, int(error.loc))
        word = _word_at(text, place)
        wrong = f"{word!r} is not expected here" if word else "the query ends too early"
        return pointed(text, min(place, len(text)), wrong)
    except Exception:  # rdflib raises whatever comes to hand; Oxigraph's words do
        pass
    match = re.match(r"error at (\d+):(\d+): (.*)", found, re.DOTALL)
    if match is None:
        return found
    wrong = re.sub(r"(, )?\[[^\]]*\](?= \||,|$)", "", match[3].split("\n")[0])
    lines = text.split("\n")
    before = sum(len(line) + 1 for line in lines[: int(match[1]) - 1])
    return pointed(text, min(before + int(match[2]) - 1, len(text)), wrong)


def _start_of_word(text: str, place: int) -> int:
    while place < len(text) and text[place].isspace():
        place += 1
    return place


def _word_at(text: str, place: int) -> str:
    match = re.match(r"[?$]?[\w:]+|\S", text[place:])
    return match[0] if match else ""
