"""Earlier or later: what words like "the first draft" say of a version."""

from __future__ import annotations

import re
from typing import Final

from extract.records import EventMention, Reading

_EARLY: Final = re.compile(
    r"\b(first|initial|original|previous|prior|earlier|old|older|former)\b", re.I
)
_LATE: Final = re.compile(
    r"\b(new|newer|newest|amended|revised|updated|modified|latest|second|third|final|"
    r"counter|improved|reworked|later|subsequent|fresh)\b",
    re.I,
)


def stage(version: str) -> int | None:
    """Return 0 for words of an earlier version, 1 for those of a later one.

    >>> stage("the previous version"), stage("amended text"), stage("draft")
    (0, 1, None)
    """
    early, late = _EARLY.search(version), _LATE.search(version)
    if early and late:
        return None
    return 0 if early else 1 if late else None


def put_stage(reading: Reading, mention: EventMention) -> int | None:
    """Return the stage of the version that an event of a reading puts."""
    words = (p.version for p in reading.proposals if p.event == mention.id)
    return next((found for w in words if (found := stage(w)) is not None), None)
