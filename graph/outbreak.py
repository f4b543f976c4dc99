"""How a war or a campaign began, told apart from what came after."""

from __future__ import annotations

import re
from typing import Final

from graph.telling import Telling

#: Words of how a war or a campaign began.
_BEGAN: Final = re.compile(
    r"\b(?:beginning|start|outbreak|onset|launch|began|begun|begin)\w*\b.{0,40}?"
    r"\b(?:invasion|war|offensive|campaign|hostilities|conflict|incursion)\b",
    re.I | re.S,
)


def outbreak(telling: Telling) -> bool:
    """Tell whether a telling is of how a war or a campaign began."""
    for quoted in telling.mention.mentions:
        found = _BEGAN.search(quoted.text)
        if found is None:
            continue
        start, end = quoted.start + found.start(), quoted.start + found.end()
        triggers = telling.mention.triggers or telling.mention.mentions
        if any(start < t.end and t.start < end for t in triggers):
            return True
    return False
