"""Build the reading pipeline, and read articles with it.

The pipeline's tokenizer cuts a text into blocks (``extract.blocks``); the first
component, ``reading``, runs a language model over one block at a time, so that a
parse never crosses a paragraph, and twice, so that no tree hangs on a name
(``extract.stand_ins``); what is plainly no tree is mended (``extract.mended_trees``).
Parley's finders follow. ``Doc.text`` is the article's text, so character offsets of
tokens are offsets of the article.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from extract import components
from extract.dating import Dating, date_articles, stated_date
from extract.reader import load_reader
from extract.records import Article, Reading
from extract.tokens import ArticleTokenizer

if TYPE_CHECKING:
    from collections.abc import Callable

#: Articles parsed together; more gains no speed and costs memory.
BATCH: Final = 16


def load_pipeline(model: str | Path | None = None) -> Language:
    """Return a spaCy pipeline that reads whole articles, all finders in it.

    Args:
        model: another spaCy pipeline with Universal Dependencies labels, by
            package name or folder; ``None`` takes the one that Parley ships.

    Raises:
        ModelError: ``model`` cannot be loaded or lacks what the finders need.
    """
    reader = load_reader(Path(model) if isinstance(model, str) else model)
    nlp = spacy.blank("en", vocab=reader.vocab)
    nlp.tokenizer = ArticleTokenizer(reader)
    nlp.max_length = 10_000_000
    for name in components.ORDER:
        nlp.add_pipe(name)
    nlp.get_pipe("reading").use(reader)  # type: ignore[attr-defined]
    return nlp


def read(
    articles: Iterable[Article],
    *,
    nlp: Language | None = None,
    progress: Callable[[Article], None] | None = None,
) -> Iterator[Reading]:
    """Yield one reading an article, in the order given.

    An article without a publication date is dated from what it states itself,
    else from the other articles; while any is undated, the readings after it
    wait, since every article may bear on it.

    Args:
        articles: what to read.
        nlp: a pipeline from ``load_pipeline``; ``None`` loads the shipped one.
        progress: called with each article once it has been read.
    """
    nlp = nlp or load_pipeline()
    docs: list[Doc | None] = []
    readings: list[Reading] = []
    for doc in _named(nlp, articles):
        dated = doc._.article.published is not None
        found = _told(nlp, doc) if dated else reading(doc)
        if progress is not None:
            progress(found.article)
        docs.append(None if dated else doc)
        readings.append(found)
    dates = date_articles(readings) if any(doc is not None for doc in docs) else {}
    for undated, found in zip(docs, readings, strict=True):
        if undated is None:
            yield found
            continue
        if found.article.id in dates:
            _date(nlp, undated, dates[found.article.id])
        yield _told(nlp, undated)


def read_alone(articles: Iterable[Article], *, nlp: Language) -> Iterator[Reading]:
    """Yield one reading an article; no article helps to date another."""
    for doc in _named(nlp, articles):
        yield _told(nlp, doc)


def reading(doc: Doc) -> Reading:
    """Return what the components found in ``doc`` as one record."""
    return Reading(
        article=doc._.article,
        times=doc._.times,
        entities=doc._.entities,
        statements=doc._.statements,
        events=doc._.events,
        proposals=doc._.proposals,
        deviations=doc._.deviations,
        links=doc._.links,
        sentences=tuple((sent.start_char, sent.end_char) for sent in doc.sents),
    )


def _named(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    """Yield docs with times and names, dated where an article states its day."""
    docs = _docs(nlp, articles)
    for doc in nlp.pipe(docs, batch_size=BATCH, disable=components.DATED):
        if doc._.article.published is None:
            stated = stated_date(doc._.article, doc._.times)
            if stated is not None:
                _date(nlp, doc, stated)
        yield doc


def _told(nlp: Language, doc: Doc) -> Reading:
    """Run the finders that wait for the day of publication."""
    for name in components.DATED:
        if name in nlp.pipe_names:
            nlp.get_pipe(name)(doc)
    return reading(doc)


def _docs(nlp: Language, articles: Iterable[Article]) -> Iterator[Doc]:
    for article in articles:
        doc = nlp.make_doc(article.text)
        doc._.article = article
        yield doc


def _date(nlp: Language, doc: Doc, dating: Dating) -> None:
    """Give the article its date, and its times the values they then have."""
    doc._.article = replace(
        doc._.article,
        published=dating.published,
        published_basis=dating.basis if dating.published else None,
        published_reasons=tuple(dating.reasons),
        published_candidates=tuple(dating.candidates),
    )
    if dating.published is not None:
        nlp.get_pipe("times")(doc)
