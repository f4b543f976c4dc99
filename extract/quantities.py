"""Numbers in a provision, as values with units: "15-year", "2.5 percent"."""

from __future__ import annotations

import re
from typing import Final

from extract.records import Quantity, Quoted

#: Number words up to twenty and the tens.
WORDS: Final = {
    word: value
    for value, word in [
        (1, "one"), (2, "two"), (3, "three"), (4, "four"), (5, "five"), (6, "six"),
        (7, "seven"), (8, "eight"), (9, "nine"), (10, "ten"), (11, "eleven"),
        (12, "twelve"), (13, "thirteen"), (14, "fourteen"), (15, "fifteen"),
        (16, "sixteen"), (17, "seventeen"), (18, "eighteen"), (19, "nineteen"),
        (20, "twenty"), (30, "thirty"), (40, "forty"), (50, "fifty"), (60, "sixty"),
        (70, "seventy"), (80, "eighty"), (90, "ninety"),
    ]
}  # fmt: skip
#: Words that multiply.
SCALES: Final = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "mln": 1e6,
    "bln": 1e9,
    "m": 1e6,
    "bn": 1e9,
}
#: Currency signs and words, as ISO 4217.
CURRENCIES: Final = {
    "$": "USD", "US$": "USD", "A$": "AUD", "C$": "CAD", "€": "EUR", "£": "GBP",
    "¥": "JPY", "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY",
    "ruble": "RUB", "rouble": "RUB", "yuan": "CNY", "franc": "CHF", "rupee": "INR",
    "hryvnia": "UAH", "peso": "MXN", "cent": "cent",
}  # fmt: skip
#: Spellings of percent.
PERCENT: Final = frozenset({"%", "percent", "pct", "per cent", "percentage point"})

_NUMBER: Final = (
    r"(?:\d{1,3}(?:[,\u00a0 ]\d{3})+|\d+)(?:\.\d+)?|"
    + r"(?<!\w)(?:"
    + "|".join(WORDS)
    + r")(?!\w)"
)
_FOUND: Final = re.compile(
    rf"(?P<sign>US\$|A\$|C\$|[$€£¥])?\s?(?P<number>{_NUMBER})"
    rf"(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion|mln|bln)|(?P<tight>bn|m)\b)?"
    r"(?:[\s-]?(?P<percent>%|per\s?cent|pct|percentage points?)"
    r"|(?=[\s-](?P<unit>[A-Za-z/]+(?:[\s-][A-Za-z]+)?)))?",
    re.IGNORECASE,
)
#: Words after a number that are no unit.
NO_UNIT: Final = frozenset(
    [
        "of",
        "and",
        "or",
        "in",
        "to",
        "at",
        "on",
        "for",
        "by",
        "from",
        "the",
        "a",
        "is",
        "other",
        "more",
        "new",
        "per",
        "with",
        "as",
        "will",
        "would",
        "between",
        "was",
        "if",
        "unless",
        "over",
        "under",
        "above",
        "below",
        "years'",
        "main",
        "all",
        "off",
        "has",
        "have",
        "had",
        "were",
        "are",
        "this",
        "that",
        "not",
    ]
)
#: Words between a number and its unit.
MEASURED: Final = frozenset(
    {"metric", "square", "cubic", "nautical", "paid", "working"}
)
#: A number before one of these is a day.
MONTHS: Final = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ]
)
#: Nouns whose plural is not in -s.
IRREGULAR: Final = {
    "feet": "foot",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
}


def quantities_in(text: str, offset: int = 0) -> tuple[Quantity, ...]:
    """Return the numbers of a text that carry a unit, in reading order.

    Args:
        text: a provision's words.
        offset: where they stand in the article.

    >>> [(q.value, q.unit) for q in quantities_in("a 15-year period, 2.5 pct")]
    [(15.0, 'year'), (2.5, 'percent')]
    >>> [(q.value, q.unit) for q in quantities_in("300,000 tonnes for $14 billion")]
    [(300000.0, 'tonne'), (14000000000.0, 'USD')]
    """
    out = []
    for found in _FOUND.finditer(text):
        value = number(found["number"])
        if value is None:
            continue
        scale = (found["scale"] or found["tight"] or "").lower()
        if found["tight"] and not found["sign"]:
            scale = ""
        value *= SCALES.get(scale, 1.0)
        unit, end = unit_of(found, text)
        if unit is None:
            continue
        start = found.start("sign") if found["sign"] else found.start("number")
        quoted = Quoted(start=offset + start, end=offset + end, text=text[start:end])
        out.append(Quantity(quoted=quoted, value=value, unit=unit))
    return tuple(out)


def number(text: str) -> float | None:
    """Return a number in digits or as a word."""
    word = text.lower()
    if word in WORDS:
        return float(WORDS[word])
    digits = re.sub(r"[,\u00a0 ]", "", text)
    return float(digits) if re.fullmatch(r"\d+(\.\d+)?", digits) else None


def unit_of(found: re.Match[str], text: str) -> tuple[str | None, int]:
    """Return the unit of a number and where its words end."""
    if found["sign"]:
        end = max(found.end("number"), found.end("scale"), found.end("tight"))
        return CURRENCIES[found["sign"].upper()], end
    if found["percent"]:
        return "percent", found.end("percent")
    if not found["unit"]:
        return None, 0
    words = re.split(r"[\s-]", found["unit"])
    if words[0].lower() in NO_UNIT:
        return None, 0
    if words[0].lower() in MEASURED and len(words) > 1:
        return singular(words[1].lower()), found.end("unit")
    if words[0].lower() in MONTHS or (value_is_year(found) and not found["sign"]):
        return None, 0
    plain = found["number"].lower() not in {"1", "one", "a"} and (
        text[found.end("number") : found.end("number") + 1] != "-"
    )
    if plain and not is_plural(words[0]) and "/" not in words[0]:
        if len(words) > 1 and is_plural(words[1]):
            return singular(words[1].lower()), found.end("unit")
        return None, 0
    first = words[0].split("/")[-1]
    two = words[1] if len(words) > 1 else ""
    end = found.start("unit") + len(words[0])
    if "/" in words[0] and two.lower() in {"cent", "cents", "dollars"}:
        return "cent" if two.lower().startswith("cent") else "USD", end + 1 + len(two)
    unit = singular(first.lower())
    return CURRENCIES.get(unit, unit), end


def value_is_year(found: re.Match[str]) -> bool:
    """True for a number that reads as a year of our time."""
    return re.fullmatch(r"(?:19|20)\d\d", found["number"]) is not None


def is_plural(word: str) -> bool:
    """True for a plural by spelling."""
    low = word.lower()
    return (
        low in IRREGULAR
        or low in {"feet", "mln", "bln"}
        or (low.endswith("s") and not low.endswith("ss"))
    )


def singular(word: str) -> str:
    """Return a noun's singular by spelling."""
    if word in IRREGULAR:
        return IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
