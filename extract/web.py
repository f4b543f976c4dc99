"""Web pages and PDF files: the article in them, and the day it appeared.

The body is trafilatura's, the date htmldate's; a PDF is read with pypdf, which
the ``[pdf]`` extra installs.
"""

from __future__ import annotations

import hashlib
import io
import logging
import re
import urllib.error
import urllib.request
from datetime import date
from typing import Final

from extract.blocks import split_blocks
from extract.errors import ArticleError
from extract.records import Article

#: Bytes of a page that are read at most, and seconds to wait for it.
LARGEST: Final = 20_000_000
PATIENCE: Final = 20
_AGENT: Final = "parleygraph (reads one page at its user's request)"


def fetch(url: str) -> bytes:
    """Return the bytes of a page.

    Raises:
        ArticleError: it cannot be reached, is too large, or is no page.
    """
    request = urllib.request.Request(url, headers={"User-Agent": _AGENT})
    try:
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            content: bytes = answer.read(LARGEST + 1)
    except (urllib.error.URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        msg = (
            f"{url}: cannot be fetched ({reason}): check the address, or save the page"
        )
        raise ArticleError(msg) from error
    if len(content) > LARGEST:
        msg = f"{url}: is larger than {LARGEST:,} bytes: save the article as text"
        raise ArticleError(msg)
    return content


def html_article(content: bytes, *, file: str, url: str | None = None) -> Article:
    """Return the article of a web page, dated where the page itself states a day.

    Raises:
        ArticleError: the page holds no article text.
    """
    import trafilatura
    from htmldate import find_date

    found = trafilatura.bare_extraction(
        content, url=url, include_comments=False, with_metadata=True
    )
    text = (getattr(found, "text", None) or "").strip()
    if not text:
        msg = f"{file}: no article was found in this page: save its text as .txt"
        raise ArticleError(msg)
    title = getattr(found, "title", None) or None
    if title and not text.startswith(title):
        text = f"{title}\n\n{text}"
    stated = find_date(content.decode("utf-8", "replace"), url=url, original_date=True)
    published = date.fromisoformat(stated) if stated and _is_day(stated) else None
    return Article(
        file=file,
        id=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        title=title,
        publisher=getattr(found, "sitename", None) or None,
        url=url or getattr(found, "url", None) or None,
        published=published,
        published_basis="stated" if published else None,
        published_reasons=("the page's own metadata or byline",) if published else (),
        text=text,
        blocks=split_blocks(text),
    )


def pdf_text(content: bytes, name: str) -> str:
    """Return the text of a PDF, its pages parted by blank lines.

    Raises:
        ArticleError: pypdf is not installed, or the file cannot be read.
    """
    try:
        from pypdf import PdfReader
        from pypdf.errors import PyPdfError
    except ImportError as error:
        msg = f"{name}: reading PDF needs pypdf: pip install 'parleygraph[pdf]'"
        raise ArticleError(msg) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # we name the file ourselves
    try:
        pages = [page.extract_text() for page in PdfReader(io.BytesIO(content)).pages]
    except (PyPdfError, ValueError, KeyError, OSError) as error:
        msg = f"{name}: cannot be read as PDF ({error}): save its text as .txt"
        raise ArticleError(msg) from error
    text = "\n\n".join(pages).strip()
    if not text:
        msg = f"{name}: holds no text (a scan?): run text recognition on it first"
        raise ArticleError(msg)
    return text


def _is_day(stated: str) -> bool:
    return bool(re.fullmatch(r"\d{4}-\d\d-\d\d", stated))
