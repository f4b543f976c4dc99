"""Commands that ask a graph: its rows, paths, reasons, and SPARQL."""

from __future__ import annotations

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graph.commands.common import printable, reported
from graph.commands.showing import as_csv, as_json, as_table

if TYPE_CHECKING:
    from graph.negotiation import NegotiationGraph
    from graph.query import Solutions, Triples

Where = Annotated[
    str,
    typer.Option(
        "--graph", help="Output folder, store, server (URL) or .trig file to ask."
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
AsCsv = Annotated[bool, typer.Option("--csv", help="Print CSV.")]
Topic = Annotated[str | None, typer.Option(help="Only on this topic.")]
_HERE = "parley-out"


class Format(StrEnum):
    """How an answer to SPARQL is printed."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TURTLE = "turtle"


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    for command in (
        timeline,
        statements,
        proposals,
        deviations,
        positions,
        contradictions,
        phases,
        entities,
        path,
        why,
        query,
    ):
        app.command()(command)


def _opened(graph: str) -> NegotiationGraph:
    from graph.negotiation import NegotiationGraph

    return NegotiationGraph.open(graph)


def _rows(
    name: str, graph: str, as_json_: bool, as_csv_: bool, **wanted: str | None
) -> None:
    if as_json_ and as_csv_:
        msg = "choose one of --json and --csv"
        raise typer.BadParameter(msg)
    with reported():
        rows = getattr(_opened(graph).rows, name)(**wanted)
    if as_json_:
        as_json(rows)
    elif as_csv_:
        as_csv(name, rows)
    else:
        as_table(name, rows)


def timeline(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print what happened, in order, and what was planned, supposed or denied."""
    _rows("timeline", graph, js, cs)


def statements(
    graph: Where = _HERE,
    speaker: Annotated[
        str | None, typer.Option(help="Only of this speaker, in any spelling.")
    ] = None,
    topic: Topic = None,
    js: AsJson = False,
    cs: AsCsv = False,
) -> None:
    """Print who said what, when, and who reported it."""
    _rows("statements", graph, js, cs, speaker=speaker, topic=topic)


def proposals(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print what was proposed, version by version, with its provisions."""
    _rows("proposals", graph, js, cs)


def deviations(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print what is claimed to have changed between versions of a proposal."""
    _rows("deviations", graph, js, cs)


def positions(
    graph: Where = _HERE, topic: Topic = None, js: AsJson = False, cs: AsCsv = False
) -> None:
    """Print where each side stands on each topic, and since when."""
    _rows("positions", graph, js, cs, topic=topic)


def contradictions(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print claims that cannot both be so; both sides stay."""
    _rows("contradictions", graph, js, cs)


def phases(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print the states of the negotiation: proposed, countered, deadlocked, ..."""
    _rows("phases", graph, js, cs)


def entities(graph: Where = _HERE, js: AsJson = False, cs: AsCsv = False) -> None:
    """Print the people, places, organisations and parties."""
    _rows("entities", graph, js, cs)


def path(
    start: Annotated[str, typer.Argument(metavar="FROM", help="Where to begin.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="Where to end.")],
    graph: Where = _HERE,
    js: AsJson = False,
) -> None:
    """Print how one thing led to another, with the words for each step."""
    with reported():
        found = _opened(graph).path(start, end)
    if js:
        as_json(found.as_json())
    else:
        typer.echo(printable(str(found)))


def why(
    node: Annotated[
        str, typer.Argument(metavar="IRI-OR-LABEL", help="What to ask about.")
    ],
    graph: Where = _HERE,
    js: AsJson = False,
) -> None:
    """Print the words, articles, rules and corrections behind a node or an edge."""
    with reported():
        found = _opened(graph).why(node)
    if js:
        as_json(found.as_json())
    else:
        typer.echo(printable(str(found)))


def query(
    sparql: Annotated[
        str | None, typer.Argument(help="A SPARQL 1.1 query; - reads it from stdin.")
    ] = None,
    file: Annotated[Path | None, typer.Option(help="A file with the query.")] = None,
    name: Annotated[
        str | None, typer.Option(help="A query that comes with Parley.")
    ] = None,
    narrowed: Annotated[
        list[str] | None,
        typer.Option(
            "--with", help="Narrow a named query: --with topic=wages (repeatable)."
        ),
    ] = None,
    list_names: Annotated[
        bool, typer.Option("--list", help="List the queries that come with Parley.")
    ] = False,
    format_: Annotated[
        Format, typer.Option("--format", help="How to print the answer.")
    ] = Format.TABLE,
    timeout: Annotated[
        float | None, typer.Option(help="Seconds to wait.", min=0.001)
    ] = None,
    graph: Where = _HERE,
) -> None:
    """Print the answer of a SPARQL query; known prefixes need no declaration."""
    from graph.named import named_queries
    from graph.query import ask

    if list_names:
        for each in named_queries():
            narrow = f"  [--with {', '.join(each.parameters)}]" * bool(each.parameters)
            typer.echo(f"{each.name:<28} {each.question}{narrow}")
        return
    if sum(each is not None for each in (sparql, file, name)) != 1:
        msg = "give one of a query, --file and --name (--list shows the names)"
        raise typer.BadParameter(msg)
    with reported():
        text = _text(sparql, file) if name is None else _named(name, narrowed)
        answer = ask(_opened(graph).store, text, timeout=timeout)
        _print(answer, format_)


def _named(name: str, narrowed: list[str] | None) -> str:
    from graph.named import named_query

    values: dict[str, str] = {}
    for each in narrowed or ():
        parameter, equals, value = each.partition("=")
        if not equals:
            msg = f"--with takes NAME=VALUE, not {each!r}"
            raise typer.BadParameter(msg)
        values[parameter.strip()] = value
    return named_query(name).asked(**values)


def _text(sparql: str | None, file: Path | None) -> str:
    from graph.errors import QueryError

    if sparql == "-":
        return sys.stdin.read()
    if sparql is not None:
        return sparql
    try:
        return (file or Path()).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{file}: cannot be read ({error})"
        raise QueryError(msg) from error


def _print(answer: Solutions | Triples | bool, format_: Format) -> None:
    from graph.query import Triples

    if isinstance(answer, bool):
        _print_truth(answer, format_)
    elif isinstance(answer, Triples):
        _print_triples(answer, format_)
    else:
        _print_solutions(answer, format_)


def _print_truth(answer: bool, format_: Format) -> None:
    if format_ is Format.JSON:
        typer.echo(json.dumps({"head": {}, "boolean": answer}))
    elif format_ in {Format.TABLE, Format.CSV}:
        typer.echo("true" if answer else "false")
    else:
        _refuse("ASK gives yes or no: no Turtle")


def _print_triples(answer: Triples, format_: Format) -> None:
    if format_ in {Format.TURTLE, Format.TABLE}:
        typer.echo(answer.turtle(), nl=False)
    else:
        _refuse("CONSTRUCT and DESCRIBE give triples: use --format turtle")


def _print_solutions(answer: Solutions, format_: Format) -> None:
    from graph.formats import results_csv, results_json, short

    if format_ is Format.JSON:
        typer.echo(results_json(answer))
    elif format_ is Format.CSV:
        typer.echo(results_csv(answer), nl=False)
    elif format_ is Format.TURTLE:
        _refuse("SELECT gives rows: use --format table, csv or json")
    else:
        _table(answer.columns, [[short(cell) for cell in row] for row in answer.rows])


def _table(columns: tuple[str, ...], rows: list[list[str]]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console()
    if not console.is_terminal:
        console = Console(width=max(160, console.width))
    table = Table(box=None, pad_edge=False, show_edge=False, padding=(0, 2, 0, 0))
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(printable(" ".join(cell.split()))) for cell in row))
    console.print(table)
    typer.echo(f"{len(rows)} row{'s' * (len(rows) != 1)}", err=True)


def _refuse(message: str) -> Any:
    from graph.errors import QueryError

    raise QueryError(message)
