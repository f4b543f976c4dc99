"""The text of a document, without building it anew from its tokens each time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc


def text_of(doc: Doc) -> str:
    """Return ``doc.text``: the article's own text, where the article is set."""
    article = doc._.article if doc.has_extension("article") else None
    return doc.text if article is None else str(article.text)
