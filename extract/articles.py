"""Turn files, folders, web pages and standard input into articles.

What cannot be read is named in a ``Problem`` with what to do next, skipped and
counted; the rest is read.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from extract.blocks import split_blocks
from extract.errors import ArticleError
from extract.manifest import NAME, Manifest, Row, read_manifest
from extract.records import Article, Block
from extract.web import fetch, html_article, pdf_text

TEXT: Final = frozenset({".txt", ".text", ".md"})
HTML: Final = frozenset({".html", ".htm", ".xhtml"})
PDF: Final = frozenset({".pdf"})
#: A text longer than this is no news article; it would only exhaust memory.
LONGEST: Final = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Articles in a fixed order, and a line for each thing that was skipped."""

    articles: tuple[Article, ...]
    problems: tuple[str, ...] = ()


def load_articles(sources: Iterable[str | Path]) -> Found:
    """Return the articles of folders, files, URLs and ``-`` (standard input).

    A folder gives its .txt, .html and .pdf files in order of their names, with
    what its ``manifest.csv`` says of them; hidden files are passed over. Two
    sources with the same text are one article: the first by name is kept.

    >>> load_articles(["no-such-folder"]).problems
    ('no-such-folder: there is no such file or folder: check the name',)
    """
    articles: list[Article] = []
    problems: list[str] = []
    for source in sources:
        try:
            found, said = _load(source)
        except ArticleError as error:
            problems.append(str(error))
            continue
        articles += found
        problems += said
    kept: dict[str, Article] = {}
    for article in sorted(articles, key=lambda item: (item.file, item.id)):
        kept.setdefault(article.id, article)
    for article in kept.values():
        problems += _odd_dates(article)
    return Found(articles=tuple(kept.values()), problems=tuple(problems))


def future_dates(articles: Iterable[Article], *, today: date) -> tuple[str, ...]:
    """Return a line for each article said to be published after ``today``.

    What is read from such an article does not change; only its reader can tell
    whether the date or the clock is wrong.

    >>> article = replace(article_of("They met."), published=date(2031, 5, 1))
    >>> future_dates([article], today=date(2031, 5, 1))
    ()
    >>> future_dates([article], today=date(2031, 4, 30))
    ('-: published 2031-05-01 is after today, 2031-04-30: correct it in manifest.csv',)
    """
    return tuple(
        f"{each.file}: published {each.published} is after today, {today}: "
        "correct it in manifest.csv"
        for each in articles
        if each.published is not None and each.published > today
    )


def article_of(
    text: str,
    *,
    file: str = "-",
    blocks: tuple[Block, ...] | None = None,
    row: Row | None = None,
) -> Article:
    """Return an article for a text and what the manifest says of it.

    >>> article_of("They met on Monday.").id
    'cc9bb94c9efbd825'
    """
    cut = split_blocks(text) if blocks is None else blocks
    first = next((b for b in cut if b.kind in {"title", "body"}), None)
    title = None
    if first is not None and first.kind == "title":
        title = " ".join(text[first.start : first.end].split())
    return Article(
        file=file,
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title=(row.title if row else None) or title,
        publisher=row.publisher if row else None,
        url=row.url if row else None,
        published=row.published if row else None,
        published_basis="manifest" if row and row.published else None,
        text=text,
        blocks=cut,
    )


def _load(source: str | Path) -> tuple[list[Article], list[str]]:
    name = str(source)
    if name == "-":
        return [_text_article(sys.stdin.buffer.read(), "-", None)], []
    if name.startswith(("http://", "https://")):
        return [html_article(fetch(name), file=name, url=name)], []
    path = Path(source)
    if path.is_dir():
        return _folder(path)
    if not path.exists():
        msg = f"{name}: there is no such file or folder: check the name"
        raise ArticleError(msg)
    row = read_manifest(path.parent).rows.get(path.name)
    return [_file(path, row)], []


def _folder(folder: Path) -> tuple[list[Article], list[str]]:
    manifest: Manifest = read_manifest(folder)
    articles: list[Article] = []
    problems = list(manifest.problems)
    paths = sorted(p for p in folder.iterdir() if p.is_file() and p.name[0] != ".")
    for path in paths:
        if path.suffix.lower() not in TEXT | HTML | PDF:
            if path.name.lower() not in {NAME, "readme.md", "corrections.jsonl"}:
                problems.append(
                    f"{path}: is no .txt, .html or .pdf file: convert or remove it"
                )
            continue
        if path.name.lower() == "readme.md":
            continue
        try:
            articles.append(_file(path, manifest.rows.get(path.name)))
        except ArticleError as error:
            problems.append(str(error))
    if not articles and not problems:
        problems.append(f"{folder}: holds no article: put .txt or .html files into it")
    return articles, problems


def _file(path: Path, row: Row | None) -> Article:
    try:
        content = path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}): check its permissions"
        raise ArticleError(msg) from error
    if path.suffix.lower() in PDF:
        return article_of(pdf_text(content, str(path)), file=path.name, row=row)
    if path.suffix.lower() in HTML:
        article = html_article(content, file=path.name)
        return _with_row(article, row)
    return _text_article(content, path.name, row, shown=str(path))


def _with_row(article: Article, row: Row | None) -> Article:
    if row is None:
        return article
    return replace(
        article,
        title=row.title or article.title,
        publisher=row.publisher or article.publisher,
        url=row.url or article.url,
        published=row.published or article.published,
        published_basis="manifest" if row.published else article.published_basis,
    )


def _text_article(
    content: bytes, name: str, row: Row | None, *, shown: str | None = None
) -> Article:
    shown = shown or ("standard input" if name == "-" else name)
    if not content.strip():
        msg = f"{shown}: is empty: put the article's text into it, or remove it"
        raise ArticleError(msg)
    if len(content) > LONGEST:
        msg = (
            f"{shown}: holds {len(content):,} bytes, too long for an article: split it"
        )
        raise ArticleError(msg)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = (
            f"{shown}: is no UTF-8 text ({error.reason} at byte {error.start}): "
            "save it as UTF-8"
        )
        raise ArticleError(msg) from error
    if "\x00" in text:
        msg = f"{shown}: is no text (it holds NUL bytes): convert it to text first"
        raise ArticleError(msg)
    return article_of(text, file=name, row=row)


def _odd_dates(article: Article) -> list[str]:
    """Name a publication date before newspapers; see ``future_dates`` for others."""
    if article.published is not None and article.published < date(1800, 1, 1):
        return [
            f"{article.file}: published {article.published} is before 1800: "
            "correct it in manifest.csv"
        ]
    return []
