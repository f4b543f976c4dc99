"""Lengths of time, and the distances built on them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import Away, Cycle, Length, Shifted, Vague
from extract.timex.lengths import length_value
from extract.timex.lexicon import load
from extract.timex.numbers import number

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node, Origin, Unit

_LEX = load()


def quantity(a: Atoms, i: int) -> tuple[float | None, int] | None:
    """Return how many at ``i``: a number, 1 for "a", ``None`` for "several"."""
    words = a.words
    vague = _LEX.vague_quantities.at(words, i)
    if vague is not None:
        return (float(vague[0]) or None), vague[1]
    if words[i : i + 3] == ["half", "a", "dozen"]:
        return 6.0, i + 3
    if words[i] == "half" and words[i + 1] in ("a", "an", "-"):
        return 0.5, i + 2
    if words[i] in ("a", "an"):
        if words[i + 1] in ("hundred", "thousand", "dozen"):
            return number(a, i + 1)
        if (
            words[i + 1] == "half"
            and words[i + 2 + (words[i + 2] == "-")] in _LEX.units
        ):
            return 0.5, i + 2
        return 1.0, i + 1
    found = number(a, i)
    if found is None:
        return None
    value, j = found
    # "two to three weeks", "12 to 18 months", "three or four days", "10-15 years"
    if words[j] in ("to", "or", "-") and not (
        words[j] == "-" and words[j + 1] in _LEX.units
    ):
        second = number(a, j + 1)
        if second is not None and second[0] > value:
            return value, second[1]
    return value, j


def length(a: Atoms, i: int) -> tuple[float | None, Unit, int] | None:
    """Return count, unit and end of "three hours", "15-year", "a couple of days"."""
    words = a.words
    found = quantity(a, i)
    if found is None:
        return None
    count, j = found
    if words[j] == "-" and words[j + 1] == "plus":
        j += 2
    j += words[j] == "plus"
    if words[j] in _LEX.between_number_and_unit or (words[j] == "-" and a.joined(j)):
        j += 1
    unit: Unit | None = _LEX.units.get(words[j])
    if unit is None:
        multiple = _LEX.unit_multiples.get(words[j])
        if multiple is None or (count is None):
            return None
        return count * multiple[0], multiple[1], j + 1
    if unit == "quarter" and words[j - 1] == "-":
        return None  # "three-quarters" is a share
    if count is not None and count >= 1000 and not words[j].endswith("s"):
        return None  # "the 2018 season day": a year and a noun
    single = words[j] in ("second", "quarter") and words[i] in ("a", "one")
    if single or (words[j] in ("min", "sec") and words[i] in ("a", "an")):
        return None
    j += 1
    # "a year and a half", "two and a half"
    if words[j : j + 3] == ["and", "a", "half"] and count is not None:
        count, j = count + 0.5, j + 3
    return count, unit, j


#: The unit that the rest of a length is told in ("an hour and ten minutes").
_SMALLER: dict[Unit, Unit] = {"hour": "minute", "minute": "second", "year": "month"}
_NEVER_BARE = frozenset({"secs", "quarters", "seconds", "mins"})


def bare_units(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "years", "weeks or months", "decades-long", "months-old", "months ago"."""
    words = a.words
    if words[i].endswith("long") and (whole := _LEX.units.get(words[i][:-4])):
        return Length(length_value(1, whole)), i + 1
    unit = _LEX.units.get(words[i])
    if unit is None:
        return None
    if words[i] == "weekend":
        return Cycle("weekend", 0), i + 1
    plural = words[i].endswith(("s", "ia"))
    if words[i + 1] == "-" and words[i + 2] == "old" and plural:
        return Length(length_value(None, unit)), i + 3
    if words[i + 1] == "-" and words[i + 2] == "long":
        return Length(length_value(None if plural else 1, unit)), i + 3
    if not words[i].endswith(("s", "ia")) or words[i] in _NEVER_BARE:
        return None
    if words[i + 1] == "apart" or (i and words[i - 1].isdecimal()):
        return None
    j = i + 1
    if (
        words[j] in ("or", "and")
        and words[j + 1].endswith("s")
        and words[j + 1] in _LEX.units
    ):
        j += 2
    away = _direction(a, j)
    if away is not None:
        sign, origin, end = away
        return Away(None, unit, sign, origin), end
    return Length(length_value(None, unit)), j


def _direction(a: Atoms, j: int) -> tuple[int, Origin, int] | None:
    """Return sign, origin and end of "ago", "earlier", "from now", "later"."""
    words = a.words
    if words[j] == "ago":
        return -1, "speech", j + 1
    if words[j] == "earlier":
        return -1, "story", j + 1
    if words[j] == "later":
        return 1, "story", j + 1
    if words[j] == "from" and words[j + 1] in ("now", "today"):
        return 1, "speech", j + 2
    if words[j] == "hence":
        return 1, "speech", j + 1
    if words[j] == "previously":
        return -1, "story", j + 1
    if words[j] in ("before", "after", "afterward", "afterwards", "beforehand"):
        if words[j][:5] == "after" and len(words[j]) > 5:
            return 1, "story", j + 1
        if closes(a, j + 1):
            return (-1 if words[j] == "before" else 1), "story", j + 1
    return None


_CLOSING = frozenset(
    {
        ".",
        ",",
        ";",
        ":",
        "'",
        '"',
        ")",
        "",
        "\n",
        "”",
        "?",
        "!",
        "-",
        "--",
        "_",
        "and",
        "or",
        "but",
        "by",
        "in",
        "at",
        "with",
        "from",
        "for",
        "to",
        "about",
        "when",
        "as",
        "on",
        "that",
    }
)


_MODALS = frozenset(
    {"will", "would", "may", "might", "could", "can", "should", "to", "ll"}
)


def closes(a: Atoms, j: int) -> bool:
    """Tell whether what stands at ``j`` cannot be what "before" or "after" governs."""
    return a.words[j] in _CLOSING


def measured(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return a length, or the distance it measures: "two weeks", "two weeks ago"."""
    words = a.words
    found = length(a, i)
    if found is None:
        return None
    count, unit, j = found
    k = j
    if words[j] == "-" and words[j + 1] in ("ago", "earlier", "to"):
        return None
    if words[i] in ("a", "an") and words[j : j + 2] == ["-", "long"]:
        return None  # the article belongs to the noun
    if words[j] == "'" and words[j + 1] == "s" and words[j + 2] == "time":
        return Away(count, unit, 1), j + 3
    if words[j] == "'" and words[j + 1] == "time":
        return Away(count, unit, 1), j + 2
    if words[k] == "or" and words[k + 1] in ("so", "more", "two", "less"):
        k += 2
    if words[i] == "one" and words[i + 1] == "day" and words[i - 1] in _MODALS:
        return Vague("FUTURE_REF"), j
    away = _direction(a, k)
    if away is not None:
        sign, origin, end = away
        if words[end - 1] == "ago" and unit == "year" and count == int(count or 0):
            same = _this_time(a, end)
            if same is not None:
                return Shifted(same[0], -int(count or 0), "year"), same[1]
        return Away(count, unit, sign, origin), end
    if words[j] == "-" and words[j + 1] == "long":
        j += 2
    return _with_rest(a, count, unit, j) or (Length(length_value(count, unit)), j)


def _with_rest(
    a: Atoms, count: float | None, unit: Unit, j: int
) -> tuple[Node, int] | None:
    """Complete "two hours" by "and 15 minutes", "three years" by "and two months"."""
    k = j + 1 if a.words[j] in ("and", ",") else j
    rest = length(a, k)
    if rest is None or rest[0] is None or not count:
        return None
    if rest[1] != _SMALLER.get(unit) or not a.words[rest[2] - 1].endswith("s"):
        return None
    whole, part = length_value(count, unit), length_value(rest[0], rest[1])
    tail = part[2:] if part.startswith("PT") else part[1:]
    return Length(whole + tail), rest[2]


def _this_time(a: Atoms, j: int) -> tuple[Cycle, int] | None:
    """Return the "this week" of "ten years ago this week", or "today"."""
    if a.words[j] == "today":
        return Cycle("day", 0), j + 1
    unit = _LEX.units.get(a.words[j + 1]) if a.words[j] in ("this", "last") else None
    if unit not in ("week", "month") or a.words[j + 1].endswith("s"):
        return None
    return Cycle(unit, _LEX.shifts[a.words[j]]), j + 2


def day_before(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "the day before", "the week after" where nothing follows to count from."""
    words = a.words
    if words[i] not in ("the", "a") or words[i + 2] not in (
        "before",
        "after",
        "earlier",
        "later",
    ):
        return None
    unit = _LEX.units.get(words[i + 1])
    if unit is None or words[i + 1].endswith("s") or unit in ("second", "minute"):
        return None
    if words[i] == "the" and words[i + 2] == "before" and words[i + 3] == "last":
        return Cycle(unit, -2), i + 4
    if words[i + 2] in ("before", "after") and not closes(a, i + 3):
        return None
    sign = -1 if words[i + 2] in ("before", "earlier") else 1
    if words[i] == "the" and unit != "day":
        return Cycle(unit, sign, "story"), i + 3
    return Away(1.0, unit, sign, "story"), i + 3


_SPAN_SHIFTS = frozenset({"last", "past", "next", "coming"})
_SPAN_PLACES = frozenset(
    {
        "previous",
        "first",
        "final",
        "following",
        "preceding",
        "latest",
        "recent",
        "remaining",
        "early",
        "opening",
        "closing",
        "initial",
    }
)


def spanned(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return "the past two years", "the next few days", "the first hours"."""
    words = a.words
    the = words[i] in ("the", "these", "those")
    j = i + 1 if the else i
    shifted = words[j] in _SPAN_SHIFTS or (the and words[j] in _SPAN_PLACES)
    j += shifted
    if shifted and words[j] in ("", "\n"):
        return None
    if (
        shifted
        and words[j - 1] in ("first", "early", "final", "opening", "closing", "initial")
        and the
    ):
        unit = _LEX.units.get(words[j])
        if unit is not None and words[j].endswith("s") and unit != "second":
            return Length(length_value(None, unit)), j + 1
    if the and not shifted and words[j + 1] == "ahead" and words[j].endswith("s"):
        unit = _LEX.units.get(words[j])
        return (Length(length_value(None, unit)), j + 2) if unit else None
    found = quantity(a, j)
    if found is None or words[j] in ("a", "an") or (j == i):
        return None
    if words[j : j + 2] == ["half", "-"] and not shifted:
        return None  # "the half-hour show"
    count, k = found
    k += words[k] in _LEX.between_number_and_unit
    dash = words[k] == "-"
    k += dash
    unit = _LEX.units.get(words[k])
    if unit is None or (the and not shifted and dash):
        if unit is not None and words[k + 1] in ("period", "term", "span"):
            return Length(length_value(count, unit)), k + 1
        return None
    end = k + 1
    if words[end] == "or" and words[end + 1] == "so":
        end += 2
    return Length(length_value(count, unit)), end
