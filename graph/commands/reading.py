"""Commands that read articles: build, extract, demo, evaluate."""

from __future__ import annotations

import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.commands.common import ExitCode, printable, reported

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from extract.records import Article, Reading

Sources = Annotated[
    list[str],
    typer.Argument(
        help="Folders, files (.txt, .html, .pdf), web addresses, or - for stdin.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int, typer.Option(help="Processes to read with; 0 takes one a core.", min=0)
]
Model = Annotated[
    str | None,
    typer.Option(help="Another spaCy pipeline with UD labels, by name or folder."),
]
Cluster = Annotated[
    str | None, typer.Option(help="Address of a Dask scheduler to read with.")
]


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
    app.command()(build)
    app.command()(extract)
    app.command()(demo)
    app.command()(evaluate)


def build(
    sources: Sources,
    out: Annotated[Path, typer.Option(help="Folder to write.")] = Path("parley-out"),
    store: Annotated[
        str | None,
        typer.Option(help="Folder or SPARQL 1.1 server (URL) to keep triples in."),
    ] = None,
    jobs: Jobs = 1,
    cluster: Cluster = None,
    model: Model = None,
    corrections: Annotated[
        Path | None,
        typer.Option(help="Corrections to replay (default: those in the source)."),
    ] = None,
    known: Annotated[
        Path | None,
        typer.Option(
            help="Your list of people and bodies: CSV with name, aliases, iri."
        ),
    ] = None,
    reconcile: Annotated[
        str | None,
        typer.Option(
            help="Ask a reconciliation service for names: its URL or 'wikidata'."
        ),
    ] = None,
    no_page: Annotated[bool, typer.Option(help="Write no page.html.")] = False,
    no_shapes: Annotated[
        bool, typer.Option(help="Skip the check against the shapes (large graphs).")
    ] = False,
) -> None:
    """Read articles and write their graph: graph.trig, page.html and store/.

    Prints the main line of the negotiation with a quoted line of evidence each.
    """
    from extract.articles import future_dates, load_articles
    from graph.building import build as build_graph
    from graph.reconcile import service_at

    with reported():
        found = load_articles(sources)
        _say(found.problems)
        if not found.articles:
            typer.echo("nothing to read: name a folder with .txt files", err=True)
            raise typer.Exit(ExitCode.BAD_INPUT)
        with _progress(len(found.articles)) as step:
            built = build_graph(
                found.articles,
                out=out,
                store=store,
                corrections=corrections or _beside(sources),
                known=known,
                service=service_at(reconcile),
                model=model,
                jobs=jobs,
                cluster=cluster,
                page=not no_page,
                shapes=not no_shapes,
                progress=step,
            )
        _say(built.problems)
        late = future_dates(built.story.articles, today=_today())
        _doubt(late)
        typer.echo(printable(built.main_line()))
        typer.echo(_summary(built.counts, out, page=not no_page), err=True)
    if found.problems or late:
        raise typer.Exit(ExitCode.BAD_INPUT)


def extract(
    sources: Sources,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object an article, one a line.")
    ] = False,
    jobs: Jobs = 1,
    cluster: Cluster = None,
    model: Model = None,
) -> None:
    """Print what is read from each article, before articles are put together."""
    from extract.articles import future_dates, load_articles
    from extract.json_edge import contract_json
    from extract.parallel import read_many

    with reported():
        found = load_articles(sources)
        _say(found.problems)
        with _progress(len(found.articles)) as step:
            readings = read_many(
                found.articles, model=model, jobs=jobs, cluster=cluster, progress=step
            )
        for reading in readings:
            typer.echo(contract_json(reading) if as_json else _outline(reading))
        late = future_dates((each.article for each in readings), today=_today())
        _doubt(late)
    if found.problems or late:
        raise typer.Exit(ExitCode.BAD_INPUT)


def demo(
    out: Annotated[Path, typer.Option(help="Folder to write.")] = Path("parley-out"),
) -> None:
    """Build the graph of five articles that come with Parley."""
    from graph.building import packaged_seeds

    with packaged_seeds() as folder:
        build(sources=[str(folder)], out=out)


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="gold.json of a corpus, or gold .jsonl texts.")
    ],
    texts: Annotated[
        Path | None,
        typer.Option(help="Folder of the articles (default: texts/ beside gold)."),
    ] = None,
    misses: Annotated[bool, typer.Option(help="List every miss.")] = False,
    model: Model = None,
) -> None:
    """Score extraction against annotations by hand; prints one JSON object."""
    import msgspec

    from graph.evaluating import evaluate as score

    with reported():
        report, missed = score(gold, texts=texts, model=model)
        pretty = msgspec.json.format(msgspec.json.encode(report), indent=1)
        typer.echo(pretty.decode("utf-8"))
        if misses:
            for miss in missed:
                typer.echo(msgspec.json.encode(miss).decode("utf-8"))


def _say(problems: tuple[str, ...]) -> None:
    for problem in problems:
        typer.echo(f"skipped: {problem}", err=True)
    if problems:
        typer.echo(f"{len(problems)} problem(s) in the input", err=True)


def _doubt(doubts: tuple[str, ...]) -> None:
    for doubt in doubts:
        typer.echo(f"check: {doubt}", err=True)


def _today() -> date:
    """Return the latest day that it is anywhere on earth: the only use of a clock."""
    return datetime.now(timezone(timedelta(hours=14))).date()


def _beside(sources: list[str]) -> Path | None:
    """Return the corrections that stand beside the articles, if there are any."""
    for source in sources:
        path = Path(source)
        folder = path if path.is_dir() else path.parent
        if source != "-" and (folder / "corrections.jsonl").is_file():
            return folder / "corrections.jsonl"
    return None


class _progress:  # noqa: N801
    """A bar on stderr where that is a terminal, else nothing."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.bar: object | None = None

    def __enter__(self) -> Callable[[Article], None] | None:
        if not sys.stderr.isatty():
            return None
        from rich.console import Console
        from rich.progress import Progress

        bar = Progress(console=Console(stderr=True), transient=True)
        task = bar.add_task("loading the reading model", total=self.total)
        bar.start()
        self.bar = bar

        def step(article: Article) -> None:
            bar.update(task, advance=1, description=f"read {article.file[:40]}")

        return step

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()  # type: ignore[attr-defined]


def _outline(reading: Reading) -> str:
    return printable("\n".join(_outline_lines(reading))) + "\n"


def _outline_lines(reading: Reading) -> Iterator[str]:
    article = reading.article
    when = article.published or "undated"
    yield f"{article.file}: {article.title or '(no title)'} [{when}]"
    for time in reading.times:
        yield f"  time       {time.quoted.text} = {time.value}"
    for entity in reading.entities:
        roles = f" ({'; '.join(entity.roles)})" if entity.roles else ""
        yield f"  {entity.kind:<10} {entity.name}{roles}"
    for said in reading.statements:
        words = " ... ".join(" ".join(part.text.split()) for part in said.content)
        when = said.date or "undated"
        yield f"  {said.act:<10} {said.speaker or '(open)'} [{when}]: {words}"
    for event in reading.events:
        yield f"  event      {event.label} [{event.begin or 'undated'}]"
    for proposal in reading.proposals:
        yield f"  proposal   {proposal.label} [{proposal.date or 'undated'}]"
        for term in proposal.provisions:
            yield f"             - {term.topic}: {' '.join(term.quoted.text.split())}"


def _own_name() -> str:
    """Return how this program can be called from here."""
    from shutil import which

    return "parley" if which("parley") else sys.argv[0]


def _summary(counts: dict[str, int], out: Path, *, page: bool) -> str:
    read = ", ".join(
        f"{number} {name.removesuffix('s') if number == 1 else name}"
        for name, number in counts.items()
    )
    lines = [read, f"graph: {out / 'graph.trig'}"]
    if page:
        lines.append(f"page:  {out / 'page.html'} (open it in a browser)")
    ways = ", ".join(f"{_own_name()} {word}" for word in ("timeline", "deviations"))
    lines.append(f"look further: {ways}, why, query, view; all: {_own_name()} --help")
    return "\n".join(lines)
