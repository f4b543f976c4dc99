"""Calendar dates: days, months and years as they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.calendar import valid_day
from extract.timex.expressions import (
    Between,
    Cycle,
    Fixed,
    MonthDay,
    Shifted,
    Weekday,
    Yearly,
)
from extract.timex.grammar_lengths import closes
from extract.timex.lexicon import load
from extract.timex.numbers import ordinal, year_in_words

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms
    from extract.timex.expressions import DateNode, Unit

_LEX = load()
_SHIFTED_YEAR = {"last": -1, "this": 0, "next": 1}
_PIVOT = 50  # two-digit years below it are of this century


def full_year(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return the four-digit year at ``i``, in figures or in words."""
    word = a.words[i]
    if len(word) == 4 and word.isdecimal() and word.isascii():
        year = int(word)
        return (year, i + 1) if 1000 <= year <= 2999 else None
    return year_in_words(a, i)


def short_year(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return a year cut to two digits after an apostrophe ("'98")."""
    if a.words[i] == "'" and a.joined(i + 1) and len(a.words[i + 1]) == 2:
        if a.joined(i):
            return None
        digits = a.words[i + 1]
        tail = a.joined(i + 2) and a.words[i + 2].isalpha()
        if digits.isdecimal() and digits.isascii() and not tail:
            return (2000 if int(digits) < _PIVOT else 1900) + int(digits), i + 2
    return None


def month_name(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return the month named at ``i`` and where its name ends, full stop included."""
    month = _LEX.months.get(a.words[i])
    if month is None:
        return None
    j = i + 1
    shortened = len(a.words[i]) <= 4 and a.words[i] not in (
        "may",
        "june",
        "july",
        "march",
    )
    if shortened and a.words[j] == "." and a.joined(j):
        j += 1
    return month, j


def weekday_name(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return the weekday named at ``i`` and where its name ends."""
    day = _LEX.weekdays.get(a.words[i])
    if day is None:
        return None
    j = i + 1
    if (
        len(a.words[i]) <= 5
        and a.words[i][-3:] != "day"
        and a.words[j] == "."
        and a.joined(j)
    ):
        j += 1
    return day, j


def _day_number(a: Atoms, i: int) -> tuple[int, int] | None:
    found = ordinal(a, i)
    if found is None:
        value = a.number(i)
        if value is None or len(a.words[i]) > 2:
            return None
        if a.words[i + 1] in (":", "%") and a.joined(i + 1) and a.joined(i + 2):
            return None
        glued = a.joined(i + 1) and a.joined(i + 2) and a.words[i + 2].isdecimal()
        if glued and a.words[i + 1] in (".", ",") and len(a.words[i + 2]) != 4:
            return None
        found = value, i + 1
    return found if 1 <= found[0] <= 31 else None


def _year_after(a: Atoms, j: int) -> tuple[Fixed | Cycle, int] | None:
    """Return the year that completes a day or month ending at ``j``."""
    k = j + 1 if a.words[j] == "," else j
    found = full_year(a, k) or short_year(a, k)
    if found is not None:
        follower = a.words[found[1]]
        if follower in (":", "%") and a.joined(found[1]):
            return None
        if k > j or a.words[k] != "'" or True:
            return Fixed(f"{found[0]:04}"), found[1]
    k += a.words[k] == "of"
    shift = _SHIFTED_YEAR.get(a.words[k])
    if shift is not None and a.words[k + 1] == "year":
        return Cycle("year", shift), k + 2
    return None


def _of_year(part: str, year: Fixed | Cycle | None) -> DateNode:
    if isinstance(year, Fixed):
        return Fixed(f"{year.value}-{part}")
    return Yearly(part, year)


def month_first(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "March 30, 2022", "Sept. 23-27", "May 1996", "March" at ``i``."""
    named = month_name(a, i)
    if named is None:
        return None
    month, j = named
    k = j + 1 if a.words[j] == "the" else j
    day = _day_number(a, k)
    if day is not None and valid_day(None, month, day[0]):
        return _days_of_month(a, month, *day)
    year = _year_after(a, j)
    if year is None and a.words[j] == "of":
        found = full_year(a, j + 1)
        year = (Fixed(f"{found[0]:04}"), found[1]) if found else _year_after(a, j + 1)
    if year is None:
        return Yearly(f"{month:02}"), j
    return _of_year(f"{month:02}", year[0]), year[1]


def _days_of_month(a: Atoms, month: int, day: int, j: int) -> tuple[DateNode, int]:
    """Complete "March 30" that ends at ``j``: a range of days, a year."""
    last: tuple[int, int] | None = None
    last_month = month
    if a.words[j] in ("-", "to", "through", "until"):
        k = j + 1
        named = month_name(a, k)
        if named is not None and a.words[j] == "-":
            last_month, k = named
        last = _day_number(a, k) if a.words[j] == "-" or len(a.words[k]) <= 2 else None
        if last is not None and (last_month, last[0]) <= (month, day):
            last = None
    if last is not None and valid_day(None, last_month, last[0]):
        year = _year_after(a, last[1])
        first_part, last_part = f"{month:02}-{day:02}", f"{last_month:02}-{last[0]:02}"
        if year is None:
            return Between(Yearly(first_part), Yearly(last_part)), last[1]
        both = Between(_of_year(first_part, year[0]), _of_year(last_part, year[0]))
        return both, year[1]
    year = _year_after(a, j)
    part = f"{month:02}-{day:02}"
    if year is None:
        return Yearly(part), j
    if isinstance(year[0], Fixed) and not valid_day(int(year[0].value), month, day):
        return Yearly(part), j
    return _of_year(part, year[0]), year[1]


def day_first(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "30 March 2022", "the 15th of March", "23 septembre 2022" at ``i``."""
    start = i + 1 if a.words[i] == "the" else i
    day = _day_number(a, start)
    if day is None or (start > i and ordinal(a, start) is None):
        return None  # "the 17 March vote": the article belongs to the noun
    first, j = day
    last: int | None = None
    if a.words[j] == "-" and (other := _day_number(a, j + 1)) and other[0] > first:
        last, j = other
    if a.words[j] == "." and a.joined(j) and not a.joined(j + 1):
        j += 1  # "12. März"
    j += a.words[j] in ("of", "de", "-", "день")
    j += a.words[j] == "day" and a.words[j + 1] == "of"
    named = month_name(a, j)
    if named is None:
        return _day_first_foreign(a, first, j)
    month, j = named
    if not valid_day(None, month, last or first):
        return None
    j += a.words[j] in ("-", "de") and full_year(a, j + 1) is not None
    year = _year_after(a, j)
    parts = [f"{month:02}-{d:02}" for d in (first, last) if d is not None]
    end = year[1] if year else j
    nodes = [_of_year(part, year[0] if year else None) for part in parts]
    if (
        year
        and isinstance(year[0], Fixed)
        and not valid_day(int(year[0].value), month, last or first)
    ):
        return None
    return (Between(nodes[0], nodes[1]) if last is not None else nodes[0]), end


def day_of_shared_month(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return the "14" of "14 and 15 March", "from 23 to 27 September" at ``i``.

    So is the "7" of "7, 8 and 15 March".
    """
    day = _day_number(a, i)
    if day is None or a.words[day[1]] not in ("and", "to", "or", ","):
        return None
    if a.words[day[1]] == ",":
        other = day_of_shared_month(a, day[1] + 1)
    else:
        other = day_first(a, day[1] + 1)
    if other is None or a.words[day[1] + 1] == "the":
        return None
    node = other[0]
    value = node.value if isinstance(node, Fixed) else getattr(node, "part", "")
    first = f"{day[0]:02}"
    if len(value) not in (5, 10) or not first < value[-2:]:
        return None
    if isinstance(node, Fixed):
        return Fixed(f"{value[:-2]}{first}"), day[1]
    year = node.year if isinstance(node, Yearly) else None
    return Yearly(f"{value[:-2]}{first}", year), day[1]


def _day_first_foreign(a: Atoms, day: int, j: int) -> tuple[DateNode, int] | None:
    month = _LEX.foreign_months.get(a.words[j])
    if month is None:
        return None
    j += 1
    j += a.words[j] in ("de", "del", ".")
    year = full_year(a, j)
    if year is None or not valid_day(year[0], month, day):
        return None
    return Fixed(f"{year[0]:04}-{month:02}-{day:02}"), year[1]


def month_day_open(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "the 15th" at ``i``: an ordinal in figures that counts nothing."""
    if a.words[i] != "the" or a.number(i + 1) is None:
        return None
    found = ordinal(a, i + 1)
    if found is None or not 1 <= found[0] <= 31:
        return None
    if a.words[found[1]] in ("and", "or") and (other := ordinal(a, found[1] + 1)):
        return (MonthDay(found[0]), found[1]) if closes(a, other[1]) else None
    if a.words[found[1]] in (".", ",", ";", ")", "", "and", "or", "at", "when", "\n"):
        return MonthDay(found[0]), found[1]
    return None


def with_weekday(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "Friday, Oct. 23", "Tuesday the 18th", "Saturday 25 April" at ``i``."""
    named = weekday_name(a, i)
    if named is None:
        return None
    j = named[1]
    j += a.words[j] == ","
    if a.words[j] == "the" and (nth := ordinal(a, j + 1)) and nth[0] <= 31:
        bare = a.number(j + 1) is not None and a.words[nth[1]] not in ("of", "day")
        return (MonthDay(nth[0]), nth[1]) if bare else day_first(a, j)
    found = month_first(a, j) or day_first(a, j)
    if found is None or (isinstance(found[0], Yearly) and len(found[0].part) < 5):
        return None
    return found


def weekday(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "Friday", "last Friday", "the Friday before", "Monday of last week"."""
    if a.words[i] == "the" and (beside := weekday_name(a, i + 1)):
        side = _SIDES.get(a.words[beside[1]])
        if side is not None and closes(a, beside[1] + 1):
            return Weekday(beside[0], side, "story"), beside[1] + 1
    j, shift, story = i, None, False
    if a.words[j] == "the" and a.words[j + 1] in _LEX.shifts:
        j, story = j + 1, True
    word = a.words[j]
    if not story and word in ("following", "previous", "preceding", "prior"):
        return None
    if word in _LEX.shifts and word not in ("current", "present"):
        shift, j = _LEX.shifts[word], j + 1
        story = story or word in ("that", "same", "following", "previous", "preceding")
        if a.words[j] in ("coming", "past"):
            shift, j = (1 if a.words[j] == "coming" else -1), j + 1
    named = weekday_name(a, j)
    if named is None:
        return None
    day, j = named
    if shift is None:
        k = j + (a.words[j] == "of")
        week = a.words[k] in ("last", "this", "next") and a.words[k + 1] == "week"
        if week and (k == j or a.words[k + 2] not in ("'s", "’s")):
            return Weekday(day, week=_LEX.shifts[a.words[k]]), k + 2
        return Weekday(day), j
    k = j + 1 if a.words[j] == "," else j
    dated = month_first(a, k)
    if dated is not None and isinstance(dated[0], Yearly | Fixed) and dated[1] > k + 1:
        return dated
    return Weekday(day, shift, "story" if story and word in _STORY else "speech"), j


_SIDES = {"before": -1, "after": 1}
_STORY = frozenset(
    {"the", "that", "same", "following", "previous", "preceding", "next"}
)


def numeric(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return a date in figures: "2022-03-30", "2022/03/30", "30.03.2022", "3/30/22"."""
    words = a.words
    if words[i : i + 3] == ["9", "/", "11"] and a.joined(i + 1) and a.joined(i + 2):
        more = a.joined(i + 3) and words[i + 3] in ("/", ".", ":")
        return (
            None if more and words[i + 4].isdecimal() else (Fixed("2001-09-11"), i + 3)
        )
    sign = words[i + 1]
    if sign not in ("-", "/", ".") or words[i + 3] != sign:
        return None
    if not all(a.joined(k) for k in range(i + 1, i + 5)):
        return None
    if a.joined(i) and words[i - 1] in ("-", ".", "$"):
        return None
    figures = [a.number(k) for k in (i, i + 2, i + 4)]
    if None in figures or (a.joined(i + 5) and words[i + 5] in ("-", ":")):
        return None
    first, second, third = (x or 0 for x in figures)
    if len(words[i]) == 4:
        year, month, day = first, second, third
    elif len(words[i + 4]) == 4 or (len(words[i + 4]) == 2 and sign != "-"):
        year, month, day = third, first, second
        if len(words[i + 4]) == 2:
            year += 2000 if year < _PIVOT else 1900
        if sign == "." or month > 12:
            month, day = second, first
    else:
        return None
    if not 1000 <= year <= 2999 or not valid_day(year, month, day):
        return None
    end = i + 5
    return Fixed(f"{year:04}-{month:02}-{day:02}"), end


def named_day(a: Atoms, i: int) -> tuple[DateNode, int] | None:
    """Return "Christmas Day 1998", "last Thanksgiving", "Good Friday" at ``i``."""
    j = i
    shift = None
    if (
        a.words[j] in ("last", "this", "next")
        and a.words[j + 1] in _LEX.named_days.by_first
    ):
        shift, j = _LEX.shifts[a.words[j]], j + 1
    found = _LEX.named_days.at(a.words, j)
    if found is None or not found[0] or not a.capital(j + (a.words[j] == "the")):
        return None
    rule, j = found
    if a.words[j] in ("week", "weekend"):
        unit: Unit = "week" if a.words[j] == "week" else "weekend"
        return Shifted(Yearly(f"@{rule}", None, shift), 0, unit), j + 1
    year = _year_after(a, j)
    if year is not None and (isinstance(year[0], Cycle) or a.words[j] != "'"):
        return Yearly(f"@{rule}", year[0]), year[1]
    return Yearly(f"@{rule}", None, shift), j
