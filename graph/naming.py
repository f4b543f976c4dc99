"""Mint IRIs from content, so that the same input gives the same graph."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from typing import Final

#: Where every thing that Parley names lives; ``pl:`` terms are under ``ns#``.
BASE: Final = "https://w3id.org/parley/id/"


def slug(text: str) -> str:
    """Return ``text`` as lower-case ASCII words joined by hyphens, ``"x"`` if none.

    >>> slug("São Tomé & Príncipe")
    'sao-tome-principe'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-") or "x"


def digest(*parts: str) -> str:
    """Return 12 hexadecimal digits that stand for ``parts`` in this order.

    >>> digest("a", "b") == digest("ab", "")
    False
    """
    joined = "\x1f".join(parts).encode("utf-8")
    return hashlib.sha256(joined).hexdigest()[:12]


def iri(kind: str, readable: str, *parts: str) -> str:
    """Return an IRI of a kind, a readable part and the content that tells it apart.

    >>> iri("person", "Ana Ruiz")
    'https://w3id.org/parley/id/person/ana-ruiz'
    """
    tail = f"-{digest(*parts)}" if parts else ""
    return f"{BASE}{kind}/{slug(readable)[:60].strip('-')}{tail}"


def article_iri(article_id: str) -> str:
    """Return the IRI of an article, which is also its named graph.

    >>> article_iri("00ff")
    'https://w3id.org/parley/id/article/00ff'
    """
    return f"{BASE}article/{article_id}"


def span_iri(article_id: str, start: int, end: int) -> str:
    """Return the IRI of words of an article, a NIF offset fragment (RFC 5147).

    >>> span_iri("00ff", 10, 25)
    'https://w3id.org/parley/id/article/00ff#char=10,25'
    """
    return f"{article_iri(article_id)}#char={start},{end}"
