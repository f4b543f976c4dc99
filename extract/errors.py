"""Everything extract/ raises on purpose.

* ExtractError
  * ArticleError    an input file is unusable
  * OffsetError     a record does not point at its own words
  * ModelError      the spaCy pipeline lacks something that extraction relies on
  * LexiconError    a word list is damaged
"""

from __future__ import annotations


class ExtractError(Exception):
    """Base class: catch this to catch everything extract/ raises on purpose."""


class ArticleError(ExtractError):
    """An input file cannot be read as an article."""


class OffsetError(ExtractError):
    """A record does not point at the words it claims to quote."""


class ModelError(ExtractError):
    """The spaCy pipeline lacks something that extraction relies on."""


class LexiconError(ExtractError):
    """A word list that ships with Parley cannot be read."""
