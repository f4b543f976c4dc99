"""Read articles with several processes, or on a cluster.

Every worker loads the pipeline once and reads whole articles. Undated articles
are dated afterwards from all readings together, and read again with their date;
so the result is the same as with one process.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from multiprocessing import get_context
from typing import TYPE_CHECKING, Any, Final, cast

from extract.dating import date_articles
from extract.errors import ExtractError
from extract.pipeline import load_pipeline, read_alone
from extract.pipeline import read as read_here
from extract.records import Article, Reading

if TYPE_CHECKING:
    from spacy.language import Language

#: Articles sent to a worker at a time.
CHUNK: Final = 16

Progress = Callable[[Article], None]
_Map = Callable[[Sequence[Sequence[Article]]], Iterable[list[Reading]]]


def read_many(
    articles: Sequence[Article],
    *,
    model: str | None = None,
    jobs: int = 1,
    cluster: str | None = None,
    progress: Progress | None = None,
) -> tuple[Reading, ...]:
    """Return one reading an article, in the order given, whoever read it.

    Args:
        articles: what to read.
        model: another pipeline than the shipped one, by name or folder.
        jobs: processes on this machine; 0 takes one a core.
        cluster: address of a Dask scheduler (``tcp://host:8786``).
        progress: called with each article once it has been read.

    Raises:
        ModelError: the model cannot be used.
        ExtractError: the cluster cannot be reached.
    """
    if cluster is None and (jobs == 1 or len(articles) <= CHUNK):
        nlp = load_pipeline(model)
        return tuple(read_here(articles, nlp=nlp, progress=progress))
    if cluster is not None:
        with _Cluster(cluster, model) as chunks:
            return _read(articles, chunks, progress)
    with ProcessPoolExecutor(jobs or None, mp_context=get_context("spawn")) as pool:

        def spread(parts: Sequence[Sequence[Article]]) -> Iterable[list[Reading]]:
            return pool.map(_read_chunk, parts, [model] * len(parts))

        return _read(articles, spread, progress)


def _read(
    articles: Sequence[Article], spread: _Map, progress: Progress | None
) -> tuple[Reading, ...]:
    readings: list[Reading] = []
    for done in spread(list(_chunks(articles))):
        for reading in done:
            readings.append(reading)
            if progress is not None:
                progress(reading.article)
    if all(reading.article.published for reading in readings):
        return tuple(readings)
    dated = date_articles(readings)
    again: dict[str, Article] = {}
    for number, reading in enumerate(readings):
        dating = dated.get(reading.article.id)
        if reading.article.published is not None or dating is None:
            continue
        article = replace(
            reading.article,
            published=dating.published,
            published_basis=dating.basis if dating.published else None,
            published_reasons=tuple(dating.reasons),
            published_candidates=tuple(dating.candidates),
        )
        readings[number] = replace(reading, article=article)
        if article.published is not None:
            again[article.id] = article
    fresh = {
        reading.article.id: reading
        for done in spread(list(_chunks(tuple(again.values()))))
        for reading in done
    }
    return tuple(fresh.get(reading.article.id, reading) for reading in readings)


def _chunks(articles: Sequence[Article]) -> Iterator[Sequence[Article]]:
    for start in range(0, len(articles), CHUNK):
        yield articles[start : start + CHUNK]


@cache
def _pipeline(model: str | None) -> Language:
    return load_pipeline(model)


def _read_chunk(articles: Sequence[Article], model: str | None) -> list[Reading]:
    return list(read_alone(articles, nlp=_pipeline(model)))


class _Cluster:
    """A Dask cluster for as long as the ``with`` block lasts."""

    def __init__(self, address: str, model: str | None) -> None:
        try:
            from distributed import Client
        except ImportError as error:
            msg = "reading on a cluster needs Dask: pip install 'parleygraph[cluster]'"
            raise ExtractError(msg) from error
        try:
            self.client: Any = cast("Any", Client)(address, timeout="20s")
        except (OSError, ValueError) as error:
            msg = f"{address}: no Dask scheduler answers there ({error}): start one"
            raise ExtractError(msg) from error
        self.model = model

    def __enter__(self) -> _Map:
        def spread(parts: Sequence[Sequence[Article]]) -> Iterable[list[Reading]]:
            futures = self.client.map(
                _read_chunk, parts, [self.model] * len(parts), pure=False
            )
            return (future.result() for future in futures)

        return spread

    def __exit__(self, *_: object) -> None:
        self.client.close()
