"""Choose what to answer with from an ``Accept`` header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def chosen(accept: str, offered: Sequence[str]) -> str | None:
    """Return the offered media type that is accepted most, ``None`` for none.

    Of equals the one offered first is taken; an unreadable part is passed over.

    Source:
        RFC 9110, section 12.5.1.

    >>> offered = ("text/turtle", "application/ld+json")
    >>> chosen("application/*;q=0.9, text/turtle;q=0.1", offered)
    'application/ld+json'
    >>> chosen("image/png", offered) is None
    True
    """
    ranges = list(_ranges(accept or "*/*"))
    best, most = None, 0.0
    for media in offered:
        fits = [(kind, q) for kind, q in ranges if _fits(media, kind)]
        if not fits:
            continue
        _, quality = max(fits, key=lambda pair: _precision(pair[0]))
        if quality > most:
            best, most = media, quality
    return best


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    for part in accept.split(","):
        kind, *fields = (piece.strip() for piece in part.split(";"))
        quality = 1.0
        for field in fields:
            name, _, value = field.partition("=")
            if name.strip().lower() == "q":
                try:
                    quality = min(1.0, max(0.0, float(value)))
                except ValueError:
                    quality = 0.0
        if kind:
            yield kind.lower(), quality


def _precision(kind: str) -> int:
    return 0 if kind == "*/*" else 1 if kind.endswith("/*") else 2


def _fits(media: str, kind: str) -> bool:
    if kind in {"*/*", "*"}:
        return True
    return media == kind or (kind.endswith("/*") and media.startswith(kind[:-1]))
