"""Words that only look like times: "may", "march", a flight number, a June."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import (
    Away,
    Clock,
    Cycle,
    DayPart,
    Fixed,
    Length,
    Repeated,
    Vague,
    Weekday,
    Yearly,
)
from extract.timex.lexicon import load

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Expression
    from extract.timex.tags import Tags

_LEX = load()
_TIME_PREPOSITIONS = frozenset(
    {
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "before",
        "after",
        "of",
        "through",
        "to",
        "between",
        "for",
        "around",
        "about",
        "and",
        "or",
        "last",
        "next",
        "this",
        "each",
        "every",
        "early",
        "late",
        "mid",
        "on",
        "-",
        "(",
        "throughout",
        "within",
        "over",
        "into",
    }
)
_COUNTING = frozenset(
    {"of", "for", "on", "over", "about", "and", "or", "-", "within", "this"}
)
#: Words that open a sentence with a capital before a name of a time.
_FUNCTION_WORDS = frozenset(
    {"the", "a", "an", "this", "that", "its", "his", "her", "our", "their", "my"}
    | {"your", "no", "some", "any", "all", "both", "when", "as", "if", "but", "so"}
    | {"is", "was", "are", "were", "will", "once", "while", "with", "at"}
)
_WORD_MONTHS = frozenset({"may", "march"})
_NAME_MONTHS = frozenset({"april", "may", "june", "august", "jan", "mar", "march"})
#: What makes a name of a weekday that comes once a year or came once.
_NAMING = frozenset({"black", "bloody", "super", "cyber", "good"})
_SHORT = frozenset(
    {
        "jan",
        "mar",
        "dec",
        "nov",
        "sun",
        "sat",
        "mon",
        "wed",
        "fri",
        "thu",
        "tue",
        "jun",
        "jul",
        "apr",
        "feb",
        "aug",
        "sep",
        "oct",
        "sept",
        "tues",
        "thurs",
        "thur",
        "weds",
    }
)


def plausible(a: Atoms, i: int, j: int, found: Expression, tags: Tags) -> bool:
    """Tell whether the words from ``i`` to ``j`` are a time in their surroundings."""
    node = found.node
    first = a.words[i]
    if found.mod is None and j == i + 1:
        if first in _LEX.months:
            return _month(a, i, tags)
        if first in _LEX.weekdays:
            if i and a.words[i - 1] in _NAMING and a.capital(i - 1):
                return False
            return a.capital(i) and first not in _SHORT and not _in_name(a, i, j, tags)
        if first in _LEX.seasons:
            return _season(a, i, tags)
        if isinstance(node, Fixed) and first.isdecimal():
            return _year(a, i, j, tags)
    if isinstance(node, Weekday) and a.words[j - 1] in _SHORT:
        return False
    if isinstance(found.node, Weekday) and first == "around":
        return False
    if first in _SHORT and j == i + 2 and a.words[i + 1] == ".":
        return a.capital(i) and (i > 0 and a.words[i - 1] in _TIME_PREPOSITIONS)
    if first in _LEX.months and not a.capital(i) and not a.words[j - 1].isdecimal():
        return False
    last = a.words[j - 1]
    if last in _WORD_MONTHS and not a.capital(j - 1) and not first.isdecimal():
        return False  # "a second march is planned"
    if first == "the" and last in ("fall", "spring"):
        follows = a.words[j]
        if follows in ("of", "in") or tags.tag(a.starts[j - 1])[:2] == "VB":
            return False
    if a.words[i : i + 2] in (["this", "may"], ["that", "may"], ["this", "march"]):
        return a.capital(i + 1)
    roughly = first in _LEX.modifiers_of_any.by_first
    if roughly and isinstance(node, Fixed) and len(node.value) == 4:
        return not tags.tag(a.starts[j] if j < a.size else 0).startswith("NNS")
    if isinstance(node, Length | Away):
        return _length(a, i, j, tags)
    if isinstance(node, Vague):
        return _vague(a, i, j, tags)
    if isinstance(node, Yearly) and node.part.startswith("@") and _more_name(a, j):
        return False  # "the Good Friday Agreement", "Christmas Island"
    named = a.capital(j) or (a.capital(i) and _follows_name(a, i))
    if isinstance(node, Repeated) and j == i + 1 and named:
        return False  # "the daily Tribune", "Science Daily"
    if isinstance(node, Clock) and i and a.words[i - 1] == "high":
        return False
    if isinstance(node, DayPart) and first == "this" and a.capital(j - 1):
        return False
    if isinstance(node, Cycle) and a.capital(j - 1) and _title(a, i, j):
        return False  # "USA Today", "This Week With ..."
    amount = i > 0 and (a.words[i - 1].isdecimal() or a.words[i - 1] in _AMOUNTS)
    if isinstance(node, Repeated) and j == i + 1 and amount:
        return False
    if isinstance(node, Repeated) and first == "quarterly" and a.words[j].isalpha():
        return False
    if isinstance(node, Repeated | Cycle | Weekday | Yearly | Clock):
        return not _in_name(a, i, j, tags)
    return True


def _follows_name(a: Atoms, i: int) -> bool:
    """Tell whether the word before is a name by its capital ("Theresa May")."""
    if i == 0 or not a.words[i - 1].isalpha() or not a.capital(i - 1):
        return False
    return a.words[i - 1] not in _FUNCTION_WORDS


def _more_name(a: Atoms, j: int) -> bool:
    """Tell whether a name of a day runs on in a capitalised word."""
    word = a.words[j]
    if not word.isalpha() or not a.capital(j):
        return False
    return word not in _LEX.months and word not in _LEX.weekdays


def _title(a: Atoms, i: int, j: int) -> bool:
    """Tell whether capitals make a title of the words, not the start of a sentence."""
    if j - i > 1:
        return a.capital(i) and a.words[j - 1] in _LEX.units
    before = a.words[i - 1] if i else "\n"
    return (before.isalpha() and a.capital(i - 1)) or (
        before == "(" and a.capital(i + 1)
    )


def _in_name(a: Atoms, i: int, j: int, tags: Tags) -> bool:
    """Tell whether the words are part of a longer name ("USA Today")."""
    entity = tags.entity(a.starts[i])
    if entity is None or entity[0] not in ("PERSON", "ORG"):
        return False
    return entity[2] > a.ends[j - 1]


def _month(a: Atoms, i: int, tags: Tags) -> bool:
    word = a.words[i]
    if not a.capital(i):
        return False
    before = a.words[i - 1] if i else ""
    if before in _TIME_PREPOSITIONS and before not in (
        "to",
        "and",
        "or",
        "for",
        "-",
        "(",
        "of",
    ):
        return True
    if word in _SHORT:
        return False
    if word in _NAME_MONTHS and _follows_name(a, i) and before not in _LEX.weekdays:
        return False  # "Theresa May", "Kimberly June"
    tag = tags.tag(a.starts[i])
    if word in _WORD_MONTHS:
        if a.words[i + 1] in ("of", "for", "on"):
            return False
        if tag:
            return tag in ("NNP", "NN", "NNPS") and not _in_name(a, i, i + 1, tags)
        return before in _TIME_PREPOSITIONS
    if word in _NAME_MONTHS:
        return not a.capital(i + 1) and not _in_name(a, i, i + 1, tags)
    return not _in_name(a, i, i + 1, tags)


def _season(a: Atoms, i: int, tags: Tags) -> bool:
    word = a.words[i]
    before = a.words[i - 1] if i else ""
    if word in ("fall", "spring"):
        if tags.tag(a.starts[i])[:2] == "VB":
            return False
        return before in ("in", "by", "until", "since", "during", "every", "each")
    if a.capital(i) and a.capital(i + 1):
        return False
    if before == "a" or tags.tag(a.starts[i + 1] if i + 1 < a.size else 0)[:2] == "NN":
        return False  # "a winter storm"
    return not _in_name(a, i, i + 1, tags)


def _year(a: Atoms, i: int, j: int, tags: Tags) -> bool:
    year = int(a.words[i])
    before, after = (a.words[i - 1] if i else ""), a.words[j]
    if a.joined(i) and before not in ("(", "'", '"', "-", "“", "[", "/", "_"):
        return False
    if a.joined(j) and (
        after.isalpha() or after in ("%", "/", "@", ":", "=", "&", "_")
    ):
        return False
    if (
        a.joined(j)
        and after in (".", ",")
        and a.joined(j + 1)
        and a.words[j + 1].isdecimal()
    ):
        return False
    if before == "-" and a.joined(i) and i >= 2 and a.words[i - 2].isdecimal():
        return False
    if after == "-" and a.joined(j) and a.words[j + 1].isdecimal():
        return False
    if before in _LEX.before_no_year and before != "-":
        return False
    if before == "." and i >= 2 and a.words[i - 2] in ("no", "nos", "art", "sec"):
        return False
    if after in _LEX.after_no_year:
        return False
    if not 1500 <= year <= 2100:
        return before in _TIME_PREPOSITIONS and before not in _COUNTING and year < 2100
    tag = tags.tag(a.starts[j]) if j < a.size else ""
    if tag == "NNS" and not 1900 <= year <= 2040:
        return before in _TIME_PREPOSITIONS
    return True


def _length(a: Atoms, i: int, j: int, tags: Tags) -> bool:
    words = a.words
    if words[i].isdecimal() and a.capital(j - 1) and not a.capital(i - 1):
        return False  # a programme's name: "60 Minutes"
    if words[i] == "last" and tags.tag(a.starts[i])[:2] == "VB":
        return False  # "it will last 30 days"
    # Ages: "a 44-year-old", "37 years old", "aged 5 years".
    if words[j] == "old" or (words[j] == "-" and words[j + 1] in ("old", "olds")):
        return False
    if words[j] in ("of",) and words[j + 1] == "age":
        return False
    if words[i] in ("a", "an") and words[i + 1] in ("fiscal", "calendar"):
        return False
    if words[i] in ("a", "an") and j == i + 2 and _is_rate(a, i):
        return False
    if words[i] in ("over", "around") and not _measures(a, i):
        return False
    return not _in_name(a, i, j, tags)


def _is_rate(a: Atoms, i: int) -> bool:
    """Tell whether "a year" follows an amount, as in "$2 million a year"."""
    before = a.words[i - 1] if i else ""
    if a.words[i + 2] in ("before", "after", "later", "earlier", "ago"):
        return False
    if before in ("times", "than", "as", "for", "in", "within"):
        return False
    return (
        before.isdecimal()
        or before in _AMOUNTS
        or (before.endswith("s") and len(before) > 3)
    )


_AMOUNTS = frozenset(
    {
        "million",
        "billion",
        "trillion",
        "thousand",
        "hundred",
        "%",
        "percent",
        "barrels",
        "dollars",
        "cents",
        "euros",
    }
)


def _measures(a: Atoms, i: int) -> bool:
    """Tell whether "over" means "more than" here, and not "in the course of"."""
    if a.words[i + 1] in ("the", "these", "those", "this", "last", "next", "past"):
        return False
    before = a.words[i - 1] if i else ""
    return before in (
        "for",
        "after",
        "in",
        "than",
        "of",
        "since",
        "just",
        "well",
        "lasted",
        "lasting",
        "took",
        "takes",
        "take",
        "taken",
        "taking",
        "spent",
        "within",
        "a",
        "every",
        "is",
        "was",
        "were",
        "are",
        "little",
        "by",
        "to",
        "only",
    )


def _vague(a: Atoms, i: int, j: int, tags: Tags) -> bool:
    last = a.words[j - 1]
    if last in ("past", "present", "future", "moment"):
        follower = tags.tag(a.starts[j]) if j < a.size else ""
        if last == "present" or last == "past":
            return not follower.startswith(("NN", "JJ", "CD"))
    return not _in_name(a, i, j, tags)
