"""Where a line opens like a dispatch: a place in capitals, a day, a dash."""

from __future__ import annotations

import re
from typing import Final

from extract.cities import best_city, find_cities
from extract.gazetteer import look_up

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


_DISPATCH = re.compile(
    r"(?m)^[ \t]*(?P<place>[^\W\d_a-z][^\n]{1,45}?)\s*"
    r"(?P<agency>\([^()\n]{2,30}\))?\s*(?:--|[–—_]|-(?=\s))\s*(?=\S)"
)


def opens_dispatch(text: str) -> int | None:
    """Return where a dispatch without a day in its dateline begins, if one opens.

    A place in capitals, or the agency's name in brackets, stands before a dash.

    >>> opens_dispatch("BRUSSELS (EuroPress) -- The Alliance said on Wednesday")
    24
    >>> opens_dispatch("Brussels - a city of talks") is None
    True
    """
    for match in _DISPATCH.finditer(text):
        names = _WORD.findall(match["place"].partition(",")[0])
        capitals = bool(names) and all(w.isupper() for w in names)
        if capitals and len(names) <= _NAMES and any(len(w) > 2 for w in names):
            return match.end()
    return None


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = 4  # words of a place or an outlet beside the day
_PROSE = frozenset(
    {"in", "on", "by", "at", "since", "until", "from", "after", "before", "of", "and"}
)
_EDGE = ",|-–—·•:)/"


def heads_story(line: str, first: int, last: int) -> bool:
    """Tell whether a day with its year stands with nothing but a name or two.

    So it does on a line above a story ("Nairobi | 21 January 2019") and where
    the story opens with it ("Nairobi, 21 January 2019 - The talks").

    >>> heads_story("Nairobi | 21 January 2019", 10, 25)
    True
    >>> heads_story("Nairobi, 21 January 2019 - The talks", 9, 24)
    True
    >>> heads_story("Nairobi, 21 January 2019 (Rift News)", 9, 24)
    True
    >>> heads_story("In Nairobi, 21 January 2019 - or so", 12, 27)
    False
    """
    before, day, after = line[:first].strip(), line[first:last], line[last:].strip()
    if not _YEAR.search(day):
        return False
    words = _WORD.findall(before)
    named = len(words) <= _NAMES and all(
        word[0].isupper() and word.lower() not in _PROSE for word in words
    )
    if not named or (before and before[-1] not in _EDGE):
        return False
    if not after:
        return bool(words)
    outlet = after[0] == "(" and after[-1] == ")"
    if after[0] not in _EDGE and not outlet:
        return False
    rest = _WORD.findall(after)
    alone = len(rest) <= _NAMES and all(word[0].isupper() for word in rest)
    return alone or (bool(words) and after[0] in "-–—")


#: A city, perhaps a country, a date and an agency, and a dash.
_DASHED: Final = re.compile(
    r"\W*(?P<city>[A-Z][\w.'’]+(?:[ -][A-Z][\w.'’]+){0,3})"
    r"(?P<rest>(?:,? [A-Z][\w.]+){0,3}(?:,? \d{1,2}(?:,? \d{4})?)?"
    r"(?:,? \d{1,2} [A-Z][a-z]+)?(?:,? ?\([^)\n]{2,40}\))?)\s*(?:--|[—–_-])\s+"
)
#: A city in capitals before a word that is not in capitals.
_SHOUTED: Final = re.compile(
    r"(?P<city>[A-Z]{3,}(?:[ -][A-Z]{3,}){0,2})(?P<rest>(?:, [A-Z][a-z]+)?) "
    r"(?=[A-Z][a-z]|[A-Z]\.|A |[A-Z]+['’]s )"
)
#: Words in capitals before a dash that name no town.
_LABELS: Final = frozenset(
    {"UPDATE", "UPDATED", "ANALYSIS", "EXCLUSIVE", "CORRECTED", "CORRECTION", "FACTBOX"}
    | {"BREAKING", "OPINION", "COMMENT", "PROFILE", "TIMELINE", "BACKGROUND", "NOTE"}
    | {"WATCH", "VIDEO", "PHOTOS", "INTERVIEW", "EXPLAINER", "FEATURE", "SUMMARY"}
    | {
        "ADVISORY",
        "URGENT",
        "ALERT",
        "BRIEF",
        "BRIEFS",
        "DIGEST",
        "WRAPUP",
        "EDITORIAL",
    }
    | {"QUESTION", "ANSWER", "WHERE", "WHEN", "DATELINE", "SPORTS", "BUSINESS"}
)
#: A day or an agency, which only a dateline has before its dash.
_DATED: Final = re.compile(r"\d|\(")


def leading_dateline(text: str) -> tuple[str, int] | None:
    """Return the city of the dateline that opens a paragraph, and its length.

    The length is in characters, the dash and the space after it included.

    >>> leading_dateline("GENEVA, March 20 - The talks ended")
    ('GENEVA', 19)
    >>> leading_dateline("The talks - the third - ended") is None
    True
    """
    found = _DASHED.match(text)
    if found and (
        _DATED.search(found["rest"])
        or _is_city(found["city"])
        or _is_shouted(found["city"], text[found.end() :])
    ):
        return found["city"], found.end()
    found = _SHOUTED.match(text)
    if found is None:
        return None
    city = found["city"]
    listed = look_up(city)
    if best_city(city) is None or (listed is not None and listed.hit == "body"):
        return None
    return city, found.end()


def _is_shouted(city: str, rest: str) -> bool:
    """True for a town that no list has before a story: "ELMSHAVEN - The strike"."""
    if not city.isupper() or len(city) <= len("NATO") or len(city.split()) > 2:
        return False
    opens = rest.lstrip("\"“'‘")[:1].isupper()
    return opens and city not in _LABELS and look_up(city) is None


def _is_city(name: str) -> bool:
    return bool(find_cities(name)) and (name.isupper() or best_city(name) is not None)
