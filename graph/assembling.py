"""From sources to a graph in hand: open what was built, read what was not."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph.corrections import Correction, CorrectionFile, in_force, joined
from graph.errors import StoreError
from graph.output import located
from graph.store import EmbeddedStore, GraphStore, is_address, open_store

if TYPE_CHECKING:
    from extract.records import Article
    from graph.building import Built

__all__ = ["Sources", "found_articles", "more_articles", "opened", "read_graph"]

#: Folders, files or web addresses, one or several.
Sources = str | Path | Sequence[str | Path]


def opened(where: str | Path) -> GraphStore:
    """Open the store of an output folder, a store's folder, a server or a file.

    Raises:
        StoreError: no graph is there, or it cannot be read.
    """
    if is_address(where):
        return open_store(where)
    path = Path(where)
    if path.is_file():
        return _read_file(path)
    if (path / "CURRENT").is_file():
        return open_store(path)
    try:
        return _output(path)
    except StoreError:
        if not path.is_dir():
            raise
    return _output(path)  # a build may just have swapped it


def _output(path: Path) -> GraphStore:
    out = located(path)
    if is_address(out.store):
        return open_store(out.store)
    return EmbeddedStore.open(Path(out.store), text=out.folder / "graph.trig")


def _read_file(path: Path) -> GraphStore:
    kind = RdfFormat.from_extension(path.suffix.removeprefix("."))
    if kind is None or not kind.supports_datasets:
        msg = f"{path}: not a file of named graphs; give .trig or .nq, or a folder"
        raise StoreError(msg)
    try:
        return EmbeddedStore.memory(parse(path=str(path), format=kind))
    except (OSError, SyntaxError) as error:
        msg = f"{path}: cannot be read ({error})"
        raise StoreError(msg) from error


def found_articles(sources: Sources) -> tuple[tuple[Article, ...], Path | None]:
    """Return the articles in sources, and the corrections beside them, if any.

    What is skipped is named in a warning.

    Raises:
        StoreError: there is nothing to read; the message says what was skipped.
    """
    from extract.articles import load_articles

    given = [sources] if isinstance(sources, str | Path) else list(sources)
    found = load_articles([str(each) for each in given])
    if not found.articles:
        said = "; ".join(found.problems) or "no .txt, .html or .pdf file is there"
        msg = f"nothing to read: {said}"
        raise StoreError(msg)
    _warn(found.problems)
    for source in given:
        folder = Path(source) if Path(source).is_dir() else Path(source).parent
        if (folder / "corrections.jsonl").is_file():
            return found.articles, folder / "corrections.jsonl"
    return found.articles, None


def more_articles(
    known: Sequence[Article], said: Sequence[Correction], sources: Sources
) -> tuple[tuple[Article, ...], CorrectionFile]:
    """Return known articles as they were given, with those in sources, by file.

    And the corrections in force, then those beside the sources.

    Dates that were read or inferred are forgotten, to be found again with more to go
    by; those that the reader gave stay.
    """
    new, beside = found_articles(sources)
    forgotten = {
        each.id: each
        if each.published_basis == "manifest"
        else replace(
            each,
            published=None,
            published_basis=None,
            published_reasons=(),
            published_candidates=(),
        )
        for each in known
    }
    every = forgotten | {each.id: each for each in new}
    together = sorted(every.values(), key=lambda each: (each.file, each.id))
    held = joined(CorrectionFile(corrections=tuple(said)), in_force(beside))
    return tuple(together), held


def read_graph(
    articles: Sequence[Article],
    *,
    corrections: Path | CorrectionFile | None = None,
    model: str | None = None,
    jobs: int = 1,
    out: Path | None = None,
) -> Built:
    """Read articles and return their graph; write the output folder too, if named.

    A correction that finds no target, or makes no sense, is named in a warning.
    """
    from extract.parallel import read_many
    from graph.building import Built, story_of, write

    readings = read_many(articles, model=model, jobs=jobs)
    held = in_force(corrections)
    if out is not None:
        built = write(readings, out=out, corrections=held)
    else:
        story, problems = story_of(readings, corrections=held)
        built = Built(story=story, problems=problems, corrections=held.corrections)
    _warn(built.problems)
    return built


def _warn(problems: Sequence[str]) -> None:
    for problem in problems:
        warnings.warn(f"skipped: {problem}", stacklevel=4)
