"""Read news articles and return what they name, date, propose and report.

``load_pipeline`` gives the spaCy pipeline with every component in it; ``read``
turns articles into records. spaCy is imported only when one of them is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from spacy.language import Language

    from extract.records import Article, Reading

__all__ = ["load_pipeline", "read"]


def load_pipeline(model: str | Path | None = None) -> Language:
    """Return the English reading pipeline, every component of Parley in it.

    Args:
        model: another spaCy pipeline with Universal Dependencies labels, by
            name or folder; ``None`` takes the one that Parley ships.

    Raises:
        ModelError: ``model`` cannot be loaded, or lacks what the finders need.

    >>> callable(load_pipeline)
    True
    """
    from extract.pipeline import load_pipeline as load

    return load(model)


def read(
    articles: Iterable[Article], *, nlp: Language | None = None
) -> Iterator[Reading]:
    """Yield one reading an article, in the articles' order; see ``extract.pipeline``.

    >>> list(read([]))
    []
    """
    from extract.pipeline import read as read_articles

    return read_articles(articles, nlp=nlp)
