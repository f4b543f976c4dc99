"""Tell whether a headline sums up what a sentence of its article tells."""

from __future__ import annotations

from typing import Final

from graph.telling import Telling
from graph.wording import similarity

#: From how much on wordings are like each other.
LIKE_WORDS: Final = 0.4


def headed(one: Telling, other: Telling) -> bool:
    """Tell whether a headline sums up a sentence of its day in much the same words.

    It may name its doer shorter or otherwise: "Court halts sale", "a Zenda court".
    """
    alike = similarity(one.words, other.words) >= LIKE_WORDS
    return alike and one.days == other.days and sums_up(one, other)


def sums_up(one: Telling, other: Telling) -> bool:
    """Tell whether a headline tells what its article then tells of the same day."""
    if one.reading is not other.reading or one.mention.type != other.mention.type:
        return False
    return None not in (one.days, other.days) and one.headline != other.headline
