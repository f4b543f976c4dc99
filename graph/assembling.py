"""From sources to a graph in hand: open what was built, read what was not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import RdfFormat, parse

from graph.errors import StoreError
from graph.output import located
from graph.store import EmbeddedStore, GraphStore, is_address, open_store

if TYPE_CHECKING:
    from extract.records import Article
    from graph.story import Story

__all__ = ["Sources", "found_articles", "more_articles", "opened", "read_story"]

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
        return open_store(located(path).store)
    except StoreError:
        if not path.is_dir():
            raise
    return open_store(located(path).store)  # a build may just have swapped it


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
    for source in given:
        folder = Path(source) if Path(source).is_dir() else Path(source).parent
        if (folder / "corrections.jsonl").is_file():
            return found.articles, folder / "corrections.jsonl"
    return found.articles, None


def more_articles(known: Sequence[Article], sources: Sources) -> tuple[Article, ...]:
    """Return known articles as they were given, with those in sources, by file.

    Dates that were read or inferred are forgotten, to be found again with more to go
    by; those that the reader gave stay.
    """
    new, _ = found_articles(sources)
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
    return tuple(sorted(every.values(), key=lambda each: (each.file, each.id)))


def read_story(
    articles: Sequence[Article],
    *,
    corrections: Path | None = None,
    model: str | None = None,
    jobs: int = 1,
    out: Path | None = None,
) -> Story:
    """Read articles and return their story; write the output folder too, if named."""
    from extract.parallel import read_many
    from graph.building import story_of, write

    readings = read_many(articles, model=model, jobs=jobs)
    if out is not None:
        return write(readings, out=out, corrections=corrections).story
    return story_of(readings, corrections=corrections)[0]
