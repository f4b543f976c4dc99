"""Commands that give the graph to others: view, serve, export, correct, diff."""

from __future__ import annotations

import typer


def register(app: typer.Typer) -> None:
    """Add the commands to the command line."""
