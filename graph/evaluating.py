"""Score what is read from annotated articles, by the same code that users run."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from extract.articles import article_of, load_articles
from extract.json_edge import contract_json
from extract.parallel import read_many
from extract.records import Article
from graph.building import story_of
from graph.errors import NotFoundError
from graph.rows import Rows
from graph.scoring import score_corpus, score_statements, score_times
from graph.scoring.measures import Json, Miss


def evaluate(
    gold: Path, *, texts: Path | None = None, model: str | None = None
) -> tuple[Json, list[Miss]]:
    """Return scores and misses for an annotated corpus or set of texts.

    Args:
        gold: a ``.jsonl`` file of articles with ``text`` and ``times`` or
            ``statements``, or a ``.json`` corpus annotation with its articles in
            a folder.
        texts: that folder; ``None`` looks for ``texts`` beside ``gold``.
        model: another reading model, by name or folder.

    Raises:
        NotFoundError: the annotation or the articles are not there.
    """
    if not gold.is_file():
        msg = f"{gold}: there is no such annotation: name a .json or .jsonl file"
        raise NotFoundError(msg)
    if gold.suffix == ".jsonl":
        return _texts(gold, model)
    return _corpus(gold, texts or gold.parent / "texts", model)


def _texts(gold: Path, model: str | None) -> tuple[Json, list[Miss]]:
    lines = gold.read_text(encoding="utf-8").splitlines()
    wanted = [json.loads(line) for line in lines if line.strip()]
    articles = [_dated(article_of(g["text"], file=g["file"]), g) for g in wanted]
    system = _read(articles, model)
    report: Json = {}
    misses: list[Miss] = []
    if any("times" in g for g in wanted):
        report["times"], missed = score_times(
            (g["file"], g["times"], system[g["file"]]["times"], []) for g in wanted
        )
        misses += missed
    if any("statements" in g for g in wanted):
        report["statements"], missed = score_statements(
            (g["file"], g["statements"], system[g["file"]]["statements"])
            for g in wanted
        )
        misses += missed
    return report, misses


def _dated(article: Article, gold: Json) -> Article:
    if not gold.get("published"):
        return article
    day = date.fromisoformat(gold["published"])
    return replace(article, published=day, published_basis="manifest")


def _read(articles: list[Article], model: str | None) -> dict[str, Json]:
    readings = read_many(articles, model=model)
    return {
        reading.article.file: json.loads(contract_json(reading)) for reading in readings
    }


def _corpus(gold: Path, texts: Path, model: str | None) -> tuple[Json, list[Miss]]:
    wanted = json.loads(gold.read_text(encoding="utf-8"))
    found = load_articles([texts])
    if not found.articles:
        msg = f"{texts}: holds none of the articles: name their folder with --texts"
        raise NotFoundError(msg)
    readings = read_many(found.articles, model=model)
    system = {
        Path(reading.article.file).name: json.loads(contract_json(reading))
        for reading in readings
    }
    rows = Rows(story_of(readings)[0])
    return score_corpus(
        wanted,
        system,
        timeline=rows.timeline(),
        statements=rows.statements(),
        proposals=rows.proposals(),
        deviations=rows.deviations(),
    )
