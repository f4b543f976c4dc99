"""In which order articles and the words in them are taken.

By the day of publication, then by the text alone: a file may be called anything, and
which words are quoted first must not hang on it. Of one day the article with fewer
paragraphs comes first, then the one with fewer words, which other names in it leave
as they are; what is still alike is told apart by its id, a digest of the text.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from extract.records import Article
from graph.story import Evidence

#: Where an article stands: its day, its size, its id.
Place = tuple[str, str, str]

_UNDATED: Final = "9999-99-99"


def place(published: str | None, text: str, article: str) -> Place:
    r"""Return what articles are sorted by; those without a day come last.

    Args:
        published: the day of publication, ISO 8601.
        text: the article's.
        article: its id.

    >>> place("2031-05-04", "They met.\n\nThen they left.", "00ff")
    ('2031-05-04', '00000002 00000005', '00ff')
    """
    return (published or _UNDATED, _size(text), article)


@lru_cache(maxsize=1024)
def _size(text: str) -> str:
    return f"{text.count(chr(10)):08d} {len(text.split()):08d}"


def place_of(article: Article) -> Place:
    """Return what articles are sorted by."""
    day = article.published
    return place(day.isoformat() if day else None, article.text, article.id)


class Line:
    """Articles in line, to sort words of them.

    >>> Line().sorted(())
    ()
    """

    def __init__(self, places: Iterable[Place] = ()) -> None:
        """Take in where the articles stand; words of others come last."""
        self._place = {article: (day, size) for day, size, article in places}

    def at(self, words: Evidence) -> tuple[Place, int, int]:
        """Return what words are sorted by: their article's place, then their own."""
        day, size = self._place.get(words.article, (_UNDATED, ""))
        return ((day, size, words.article), words.start, words.end)

    def sorted(self, words: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Return words in the order in which a reader of all articles meets them."""
        return tuple(sorted(words, key=self.at))
