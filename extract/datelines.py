"""Where a line opens like a dispatch: a place in capitals, a day, a dash."""

from __future__ import annotations

_LONGEST = 60  # characters before the day
_AFTER = ("-", "–", "—", "(", ":", "_", "/")


def opens_dateline(line: str, first: int, last: int) -> bool:
    """Tell whether a line opens with a place in capitals and a day.

    Args:
        line: one line of an article.
        first: first character of the day in the line.
        last: the character after it.

    >>> opens_dateline("GENEVA, March 20 - The talks", 8, 16)
    True
    >>> opens_dateline("On March 20 - or so -", 3, 11)
    False
    """
    before, after = line[:first].strip(), line[last:].lstrip()
    place = before.split(",")[0].strip("( ")
    return (
        bool(place)
        and place.upper() == place
        and any(c.isalpha() for c in place)
        and len(before) <= _LONGEST
        and after[:1] in _AFTER
    )
