"""Commands that give the graph to others: view, serve, export, correct, diff."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.commands.common import printable, reported

if TYPE_CHECKING:
    import socket

    from graph.negotiation import NegotiationGraph

Graph = Annotated[
    str, typer.Option(help="Output folder, store or server (URL) to read.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(view)
    app.command()(serve)
    app.command()(export)
    app.command()(correct)
    app.command()(diff)


def view(
    output: Annotated[
        Path | None, typer.Option(help="Write the page here and open nothing.")
    ] = None,
    graph: Graph = "parley-out",
) -> None:
    """Open the page in a browser, or write it to a file."""
    import tempfile
    import webbrowser

    from graph.negotiation import NegotiationGraph
    from graph.view import to_html

    with reported():
        html = to_html(NegotiationGraph.open(graph).network)
        if output is not None:
            _write(output, html.encode("utf-8"))
            typer.echo(f"wrote {output}", err=True)
            return
        folder = Path(graph)
        if not folder.is_dir():  # a server, or one file: nothing is written beside it
            folder = Path(tempfile.mkdtemp(prefix="parley-"))
        page = folder / "page.html"
        if not page.is_file():
            _write(page, html.encode("utf-8"))
        if not webbrowser.open(page.resolve().as_uri()):
            typer.echo(f"no browser was found: open {page} yourself", err=True)


def serve(
    graph: Graph = "parley-out",
    port: Annotated[
        int, typer.Option(help="Port on 127.0.0.1; 0 takes a free one.", min=0)
    ] = 7878,
    timeout: Annotated[float, typer.Option(help="Seconds a query may take.")] = 30.0,
    rows: Annotated[int, typer.Option(help="Rows an answer may have.")] = 100_000,
    allow_origin: Annotated[
        list[str] | None, typer.Option(help="Web origin that may ask (CORS).")
    ] = None,
) -> None:
    """Serve SPARQL, the page and the articles on this machine, read-only."""
    with reported():
        try:
            import uvicorn

            from graph.endpoint import Limits, endpoint
        except ImportError as error:
            from graph.errors import StoreError

            msg = "serving needs more packages: pip install 'parleygraph[serve]'"
            raise StoreError(msg) from error
        limits = Limits(seconds=timeout, rows=rows)
        app = endpoint(graph, limits=limits, allow_origins=tuple(allow_origin or ()))
        listening = _listen(port)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
        typer.echo(f"{address}/ (SPARQL at {address}/sparql); Ctrl-C stops", err=True)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning"))
        server.run(sockets=[listening])


def export(
    format: Annotated[  # the contract's name for the option
        str,
        typer.Option(
            help="trig, turtle, ntriples, nquads, jsonld, graphml, gexf, csv, "
            "timelinejs, markdown, dna (statements as a coded table)."
        ),
    ],
    output: Annotated[
        Path | None, typer.Option(help="File to write; stdout without it.")
    ] = None,
    graph: Graph = "parley-out",
) -> None:
    """Write the graph in a format that other programs read."""
    from graph.exports import export as written
    from graph.negotiation import NegotiationGraph

    with reported():
        content = written(NegotiationGraph.open(graph).story, format)
        if output is None:
            typer.echo(content.decode("utf-8"), nl=False)
        else:
            _write(output, content)
            typer.echo(f"wrote {output}", err=True)


def correct(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="same, different, rename, date, type, drop or add-link.",
            show_default=False,
        ),
    ] = None,
    targets: Annotated[
        list[str] | None,
        typer.Argument(help="IRIs or labels, then the value.", show_default=False),
    ] = None,
    file: Annotated[
        Path, typer.Option(help="The corrections; keep it beside the articles.")
    ] = Path("corrections.jsonl"),
    why: Annotated[str, typer.Option(help="The reason.")] = "",
    who: Annotated[str, typer.Option(help="Who judges.", envvar="USER")] = "",
    undo: Annotated[
        str | None, typer.Option(help="Take back the correction of this id.")
    ] = None,
    listed: Annotated[
        bool, typer.Option("--list", help="Print the corrections in force.")
    ] = False,
    suggestions: Annotated[
        bool, typer.Option(help="Print names that may be one, to be judged.")
    ] = False,
    graph: Graph = "parley-out",
) -> None:
    """Record a judgement of your own; the next build replays it.

    parley correct same "A. Ruiz" "Ana Ruiz" | rename "A. Ruiz" "Ana Ruiz" |
    date "Talks in Porto" 2021-05-03 | type ID vote | drop ID | add-link A B leadsTo
    """
    from graph import corrections as held

    with reported():
        if listed:
            read = held.read_corrections(file)
            for problem in read.problems:
                typer.echo(f"skipped: {problem}", err=True)
            for one in read.corrections:
                names = " | ".join(t.label or t.iri for t in one.targets)
                to = f" -> {one.value}" if one.value else ""
                typer.echo(
                    printable(f"{one.id}  {one.kind}  {names}{to}  {one.who} {one.why}")
                )
            return
        if undo is not None:
            held.undo_correction(file, undo, who=who, when=_today())
            typer.echo(f"taken back; build again to see it ({file})", err=True)
            return
        from graph.negotiation import NegotiationGraph

        opened = NegotiationGraph.open(graph)
        if suggestions:
            _suggest(opened)
            return
        if kind not in held.KINDS or not targets:
            typer.echo(
                f"name a kind ({', '.join(held.KINDS)}) and what it is about", err=True
            )
            raise typer.Exit(2)
        known = opened.correct(kind, *targets, file=file, who=who, why=why)
        said = next(c for c in held.read_corrections(file).corrections if c.id == known)
        about = " | ".join(each.label or each.iri for each in said.targets)
        typer.echo(f"{known} recorded in {file}: {kind} {about}", err=True)
        typer.echo("build again to see it", err=True)


def diff(
    old: Annotated[str, typer.Argument(help="An output folder.")],
    new: Annotated[str, typer.Argument(help="Another one.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Print what is new, gone or changed between two builds, and why."""
    import msgspec

    from graph.diff import differences
    from graph.negotiation import NegotiationGraph

    with reported():
        changes = differences(
            NegotiationGraph.open(old).story, NegotiationGraph.open(new).story
        )
        if as_json:
            typer.echo(msgspec.json.encode(changes).decode("utf-8"))
            return
        for change in changes:
            typer.echo(printable(str(change)))
        typer.echo(f"{len(changes)} difference(s)", err=True)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all."""
    import os
    import tempfile

    from graph.errors import StoreError

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as out:
            out.write(content)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except OSError as error:
        msg = f"{path}: cannot be written ({error.strerror}): name another file"
        raise StoreError(msg) from error


def _listen(port: int) -> socket.socket:
    import socket

    from graph.errors import StoreError

    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError as error:
        msg = f"port {port} is taken ({error.strerror}): choose another with --port"
        raise StoreError(msg) from error
    return listening


def _today() -> str:
    from datetime import UTC, datetime

    return datetime.now(UTC).date().isoformat()


def _suggest(graph: NegotiationGraph) -> None:
    """Print what was left apart but may be one, with what speaks for it."""
    from graph.identity import MAY_BE

    names = {entity.iri: entity.name for entity in graph.story.entities}
    offered = [j for j in graph.story.judgements if j.rule == MAY_BE]
    for judgement in offered:
        name = names.get(judgement.target, judgement.target)
        typer.echo(f"{judgement.confidence:.2f}  {name}: {judgement.detail}")
    typer.echo(f"{len(offered)} suggestion(s)", err=True)
