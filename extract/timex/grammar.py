"""The grammar as a whole: the longest time expression at a place, with its modifier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.timex import grammar_clock as clocks
from extract.timex import grammar_days as dates
from extract.timex import grammar_lengths as lengths
from extract.timex import grammar_periods as periods
from extract.timex import grammar_reports as reports
from extract.timex import grammar_sets as sets
from extract.timex import grammar_years as years
from extract.timex.expressions import (
    Away,
    Between,
    Clock,
    Cycle,
    DayPart,
    Expression,
    Fixed,
    Length,
    Vague,
    Weekday,
    Yearly,
)
from extract.timex.lexicon import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from extract.timex.atoms import Atoms
    from extract.timex.expressions import Node

_LEX = load()


def _reference(a: Atoms, i: int) -> tuple[Node, int] | None:
    found = _LEX.references.at(a.words, i)
    return (Vague(found[0]), found[1]) if found else None


#: Tried at every place; among the longest the first one wins.
_RULES: tuple[Callable[[Atoms, int], tuple[Node, int] | None], ...] = (
    dates.numeric,
    dates.with_weekday,
    dates.month_first,
    dates.day_first,
    dates.day_of_shared_month,
    dates.named_day,
    clocks.day_part,
    clocks.clock,
    reports.part_of_year,
    reports.shared_quarter,
    reports.compared_period,
    reports.latest_period,
    years.decade,
    years.century,
    periods.season,
    periods.week_of,
    years.edge_of_year,
    years.year,
    _reference,
    sets.repeated,
    lengths.day_before,
    lengths.spanned,
    lengths.measured,
    dates.weekday,
    dates.month_day_open,
    periods.deictic_day,
    periods.nth_day,
    periods.shifted_month,
    periods.shifted_unit,
    periods.open_reference,
    periods.plain_period,
    lengths.bare_units,
)


def core(a: Atoms, i: int) -> tuple[Node, int] | None:
    """Return the longest expression without a modifier at ``i`` and where it ends."""
    best: tuple[Node, int] | None = None
    for rule in _RULES:
        found = rule(a, i)
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    return best


def expression(a: Atoms, i: int) -> tuple[Expression, int] | None:
    """Return the longest expression at ``i``, its modifier read, and where it ends."""
    plain = core(a, i)
    modified = _modified(a, i)
    if modified is not None and (plain is None or modified[1] > plain[1]):
        return modified
    if plain is None:
        return None
    return Expression(plain[0]), plain[1]


_DATED = (Fixed, Yearly, Cycle, Weekday, DayPart, Between)


def _modified(a: Atoms, i: int) -> tuple[Expression, int] | None:
    words = a.words
    j = i + 1 if words[i] == "the" else i
    found = _LEX.modifiers_of_dates.at(words, i) or _LEX.modifiers_of_dates.at(words, j)
    if found is not None:
        mod, k = found
        inner = _inner(a, k, mod)
        if inner is not None:
            return inner
    any_ = _LEX.modifiers_of_any.at(words, i)
    if any_ is not None:
        mod, k = any_
        node = core(a, k)
        if node is not None and isinstance(node[0], (*_DATED, Length, Away, Clock)):
            return Expression(node[0], mod), node[1]
    length = _LEX.modifiers_of_lengths.at(words, i)
    if length is not None:
        mod, k = length
        node = lengths.measured(a, k) or lengths.spanned(a, k)
        whole = core(a, k) if words[k] in ("the", "about", "a") else None
        if whole is not None and (node is None or whole[1] > node[1]):
            node = whole
        if node is not None and isinstance(node[0], Length | Away):
            return Expression(node[0], mod or None), node[1]
    return None


def _inner(a: Atoms, k: int, mod: str) -> tuple[Expression, int] | None:
    inner = core(a, k)
    if inner is None:
        deeper = _modified(a, k)
        if deeper is not None and isinstance(deeper[0].node, _DATED):
            return Expression(deeper[0].node, mod), deeper[1]
        return None
    if not isinstance(inner[0], _DATED):
        return None
    return Expression(inner[0], mod), inner[1]
