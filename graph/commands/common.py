"""What all commands share: exit codes, errors as one line, words of articles."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum

import typer

from extract.errors import ExtractError
from graph.errors import GraphError, ShapeError
from graph.page.texts import visible

__all__ = ["ExitCode", "printable", "reported"]


class ExitCode(IntEnum):
    """What the shell sees. 1 is left to crashes, 2 to usage errors (click's own)."""

    OK = 0
    BAD_INPUT = 3
    NOT_CONFORMANT = 4


@contextmanager
def reported() -> Iterator[None]:
    """Turn expected errors into a line on stderr; let bugs keep their traceback.

    Raises:
        typer.Exit: with 4 where the graph breaks its shapes, with 3 for all else.
    """
    try:
        yield
    except ShapeError as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(ExitCode.NOT_CONFORMANT) from error
    except (ExtractError, GraphError) as error:
        typer.echo(f"error: {error}", err=True)
        raise typer.Exit(ExitCode.BAD_INPUT) from error


def printable(text: str) -> str:
    r"""Return text in which nothing commands the terminal, whatever an article holds.

    >>> printable("They met.\r\n\x1b[2JThen they left.")
    'They met.\n␛[2JThen they left.'
    """
    return visible("\n".join(text.splitlines()))
