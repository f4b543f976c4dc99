"""parley: read articles, build the graph, ask it, look at it.

Each command module registers its commands here. Heavy imports stay inside the
commands, so that ``parley --help`` answers at once.
"""

from __future__ import annotations

import typer

from graph.commands import asking, reading, serving

app = typer.Typer(
    no_args_is_help=False,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

_WAY = """\
Parley reads news articles about a negotiation and builds a graph of it.

  parley demo                          try it on five articles that come with it
  parley build my-articles/            read your own (a folder of .txt or .html)
  parley timeline                      what happened, in order
  parley path "first talks" "impasse"  how one thing led to another
  parley why "first talks"             the words behind it
  parley view                          the page, in your browser

parley --help lists every command; parley COMMAND --help explains one."""


@app.callback(invoke_without_command=True)
def parley(context: typer.Context) -> None:
    """Read news about a negotiation; ask what happened, who said so, and where."""
    if context.invoked_subcommand is None:
        typer.echo(_WAY)


for _module in (reading, asking, serving):
    _module.register(app)


def main() -> None:
    """Run the command line; the entry point ``parley``."""
    app()
