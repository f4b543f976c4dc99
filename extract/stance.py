"""What a statement does to what it is about: supports, rejects, or neither."""

from __future__ import annotations

import re

from extract.records import Stance

_REJECTS = frozenset({"accuse", "deny", "reject", "complain"})
_SUPPORTS = frozenset({"pledge", "praise"})
_AGAINST = re.compile(
    r"\b(?:not|never|no|cannot|can't|can’t|won't|won’t|don't|don’t|reject\w*|refus\w*"
    r"|oppos\w*|unacceptable|impossible|ruled out|out of the question|exclud\w*"
    r"|against|den(?:y|ies|ied)|fail\w*|violat\w*|deviat\w*|reneg\w*|deadlock)\b",
    re.I,
)
_FOR = re.compile(
    r"\b(?:support\w*|welcom\w*|agree\w*|accept\w*|read(?:y|iness)|willing\w*"
    r"|commit\w*|back(?:s|ed|ing)?|endors\w*|in favou?r|progress|constructive"
    r"|posit(?:ive)|thank\w*|prais\w*|hope\w*|optimis\w*)\b",
    re.I,
)


def stance_of(cue_kind: str, content: str) -> Stance:
    """Return the stance that a cue and the words it introduces show.

    ``"unclear"`` where they pull both ways, ``"neutral"`` where neither pulls.

    >>> stance_of("reject", "such accusations")
    'rejects'
    """
    if cue_kind in _REJECTS:
        return "rejects"
    if cue_kind in _SUPPORTS:
        return "supports"
    against, favour = bool(_AGAINST.search(content)), bool(_FOR.search(content))
    if against and favour:
        return "unclear"
    if against:
        return "rejects"
    return "supports" if favour else "neutral"
