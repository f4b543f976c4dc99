"""Years, decades and centuries, and the ends of years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.expressions import Between, Cycle, Fixed, YearBefore
from extract.timex.grammar_days import full_year, short_year
from extract.timex.lexicon import load
from extract.timex.numbers import ordinal

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import DateNode, Unit

_LEX = load()
_LONGEST_SPAN = 150  # a long life, or a dynasty
_LAST_YEAR = 2199


def year(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "1998", "the year 2000", "2014-15", "fiscal 1989", "'98"."""
    j = i
    the = a.words[j] == "the"
    named = the and full_year(a, j + 1)
    if named and a.words[named[1]] in ("period", "quarter"):
        unit: Unit | None = "quarter" if a.words[named[1]] == "quarter" else None
        return YearBefore(unit, None, named[0]), named[1] + 1
    if the and a.words[j + 1] in ("year", "fiscal"):
        j += 1
    fiscal = a.words[j] == "fiscal"
    j += fiscal
    j += a.words[j] == "year"
    found = full_year(a, j) or short_year(a, j)
    if found is None:
        return _year_of_era(a, j)
    value, j = found
    span = _year_span(a, value, j)
    if span is not None:
        return span
    return Fixed(f"{value:04}"), j


def _year_of_era(a: Atoms, j: int) -> tuple[DateNode, int] | None:
    """Return "347 AD", "AD 71", "44 BC"."""
    if a.words[j] in ("ad", "ce") and a.capital(j):
        value = a.number(j + 1)
        return (Fixed(f"{value:04}"), j + 2) if value else None
    value = a.number(j)
    era = a.words[j + 1]
    if not value or era not in ("ad", "ce", "bc", "bce") or not a.capital(j + 1):
        return None
    if era.startswith("b"):
        return Fixed(f"BC{value:04}"), j + 2
    return Fixed(f"{value:04}"), j + 2


def _year_span(a: Atoms, first: int, j: int) -> tuple[DateNode, int] | None:
    """Complete "2014-15" or "1998-2003" after the first year that ends at ``j``."""
    if a.words[j] not in ("-", "/") or not a.joined(j) or not a.joined(j + 1):
        return None
    last = a.number(j + 1)
    if last is None:
        return None
    runs_on = a.joined(j + 2) and a.words[j + 2] in ("-", "/", ":", ".")
    if runs_on and not (a.words[j + 2] == "." and not a.joined(j + 3)):
        return None
    if len(a.words[j + 1]) == 2:
        last += first // 100 * 100
    elif len(a.words[j + 1]) != 4:
        return None
    if not first < last <= first + _LONGEST_SPAN or last > _LAST_YEAR:
        return None
    if a.words[j + 2] in _LEX.after_no_year:
        return None
    return Between(Fixed(f"{first:04}"), Fixed(f"{last:04}")), j + 2


def decade(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the 1990s", "the '80s", "the nineties", "the early eighties"."""
    j = i + 1 if a.words[i] == "the" else i
    apostrophe = a.words[j] == "'" and a.joined(j + 1)
    k = j + 1 if apostrophe else j
    digits = a.words[k]
    if digits.isdecimal() and digits.endswith("0") and len(digits) in (2, 4):
        end = k + 1
        end += a.words[end] == "'" and a.joined(end)
        if a.words[end] != "s" or not a.joined(end):
            return None
        if len(digits) == 2:
            if not apostrophe and j == i:
                return None
            return Fixed(("20" if int(digits) < 20 else "19") + digits[0]), end + 1
        hundred = digits.endswith("00") and digits != "2000"
        return Fixed(digits[: 2 if hundred else 3]), end + 1
    tens = _LEX.decades.get(a.words[j])
    if tens is not None and (j > i or a.words[j - 1] == "mid"):
        return Fixed(f"19{tens}"), j + 1
    if a.words[j] == "nineteen" and a.words[j + 1] in _LEX.decades:
        return Fixed(f"19{_LEX.decades[a.words[j + 1]]}"), j + 2
    return None


def century(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the 20th century", "the nineteenth century"."""
    j = i + 1 if a.words[i] == "the" else i
    found = ordinal(a, j)
    if found is None:
        return None
    nth, j = found
    if a.words[j] in ("and", "or", "to") and (other := ordinal(a, j + 1)):
        shared = a.words[other[1]] == "centuries" and 1 <= nth < other[0]
        return (Fixed(f"{nth - 1:02}"), j) if shared else None
    j += a.words[j] == "-"
    if a.words[j] not in ("century", "centuries") or not 1 <= nth <= 30:
        return None
    return Fixed(f"{nth - 1:02}"), j + 1


def following_year(a: Atoms, j: int) -> tuple[Fixed | Cycle, int] | None:
    """Return the year after a part of a year: "of 1984", "last year", "in 2013"."""
    k = j + 1 if a.words[j] in ("of", "in", ",") else j
    k += a.words[k] == "fiscal"
    found = full_year(a, k) or short_year(a, k)
    if found is not None:
        return Fixed(f"{found[0]:04}"), found[1]
    k = j + 1 if a.words[j] == "of" else j
    if a.words[k] in ("last", "this", "next") and a.words[k + 1] == "year":
        return Cycle("year", _LEX.shifts[a.words[k]]), k + 2
    return None


def edge_of_year(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "year-end", "year's end", "the year end", "year-end 1998"."""
    words = a.words
    j = i + 1 if words[i] in ("the", "this") else i
    if words[j] not in ("year", "month"):
        return None
    k = j + 1
    k += words[k] == "-"
    if words[k] == "'" and words[k + 1] == "s":
        k += 2
    if words[k] != "end":
        return None
    after = full_year(a, k + 1)
    if after is not None:
        return Fixed(f"{after[0]:04}"), after[1]
    return Cycle("year" if words[j] == "year" else "month", 0), k + 1
