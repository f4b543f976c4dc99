"""Numbers in figures and in words, ordinals, and years in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex.lexicon import load

if TYPE_CHECKING:
    from extract.timex.atoms import Atoms

_HALVES = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_LARGE = {"million": 1e6, "billion": 1e9}
_LEX = load()


def figure(a: Atoms, i: int) -> tuple[float, int] | None:
    """Return the number in figures at ``i`` and where it ends.

    Reads thousands ("1,200"), decimals ("2.5") and halves ("2 1/2", "2½").
    """
    word = a.words[i]
    if not (word.isdecimal() and word.isascii()) or len(word) > 9:
        return None
    value, j = float(word), i + 1
    while (
        len(word) <= 3
        and a.words[j] == ","
        and a.joined(j)
        and a.joined(j + 1)
        and len(a.words[j + 1]) == 3
        and a.words[j + 1].isdecimal()
    ):
        value, j = value * 1000 + int(a.words[j + 1]), j + 2
    if (
        a.words[j] == "."
        and a.joined(j)
        and a.joined(j + 1)
        and a.words[j + 1].isdecimal()
    ):
        value, j = float(f"{value:.0f}.{a.words[j + 1]}"), j + 2
    elif a.words[j] in _HALVES:
        value, j = value + _HALVES[a.words[j]], j + 1
    elif a.words[j : j + 3] == ["1", "/", "2"] or a.words[j : j + 4] == [
        "-",
        "1",
        "/",
        "2",
    ]:
        value, j = value + 0.5, j + (4 if a.words[j] == "-" else 3)
    return value, j


def spelled(a: Atoms, i: int) -> tuple[float, int] | None:
    """Return the number in words at ``i`` and where it ends ("twenty-four")."""
    total, group, j, seen = 0, 0, i, False
    while True:
        word = a.words[j]
        value = _LEX.cardinals.get(word)
        if value is None:
            if (
                seen
                and word == "-"
                and group % 10 == 0
                and group % 100 >= 20
                and 0 < _LEX.cardinals.get(a.words[j + 1], 0) < 10
            ):
                j += 1
                continue
            if (
                seen
                and word == "and"
                and group % 100 == 0
                and (total or group >= 100)
                and a.words[j + 1] in _LEX.cardinals
            ):
                j += 1
                continue
            break
        if word in ("hundred", "dozen"):
            if word == "dozen" and not seen and i == j:
                group, j, seen = 12, j + 1, True
                break
            group = max(group, 1) * value
        elif word == "thousand":
            total, group = total + max(group, 1) * 1000, 0
        elif (
            not seen
            or group % 100 == 0
            or (group % 10 == 0 and group % 100 >= 20 and value < 10)
        ):
            if seen and group % 100 == 0 and group == 0 and total == 0:
                break
            group += value
        else:
            break
        seen, j = True, j + 1
    if not seen:
        return None
    if a.words[j - 1] in ("-", "and"):
        j -= 1
    return float(total + group), j


def number(a: Atoms, i: int) -> tuple[float, int] | None:
    """Return the number at ``i``, in figures or in words, and where it ends."""
    found = figure(a, i) or spelled(a, i)
    if found is None:
        return None
    value, j = found
    large = _LARGE.get(a.words[j])
    if large is not None:
        return value * large, j + 1
    k = j + 1 if a.words[j] == "-" else j
    if (
        a.words[k] == "and"
        and a.words[k + 1] in ("a", "-")
        and "half" in a.words[k + 2 : k + 5]
    ):
        return value + 0.5, k + 2 + a.words[k + 2 : k + 5].index("half") + 1
    return value, j


def ordinal(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return the ordinal at ``i`` and where it ends ("23rd", "twenty-third")."""
    figure_ = a.number(i)
    if figure_ is not None:
        if a.words[i + 1] in _SUFFIXES and a.joined(i + 1):
            return figure_, i + 2
        return None
    value = _LEX.ordinals.get(a.words[i])
    if value is not None:
        return value, i + 1
    tens = _LEX.cardinals.get(a.words[i], 0)
    if tens >= 20 and tens < 100:
        j = i + 2 if a.words[i + 1] == "-" else i + 1
        ones = _LEX.ordinals.get(a.words[j], 0)
        if 0 < ones < 10:
            return tens + ones, j + 1
    return None


def year_in_words(a: Atoms, i: int) -> tuple[int, int] | None:
    """Return the year in words at ``i`` ("nineteen ninety-one")."""
    first = _LEX.cardinals.get(a.words[i], 0)
    if first == 2 and a.words[i + 1] == "thousand":
        found = spelled(a, i)
        return (int(found[0]), found[1]) if found and 2000 <= found[0] < 2100 else None
    if first not in (16, 17, 18, 19, 20):
        return None
    j = i + 2 if a.words[i + 1] == "-" else i + 1
    second = _LEX.cardinals.get(a.words[j], 0)
    if not 10 <= second < 100:
        return None
    found = spelled(a, j)
    if found is None or not 10 <= found[0] < 100:
        return None
    return first * 100 + int(found[0]), found[1]
