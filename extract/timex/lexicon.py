"""The words of time expressions, read once from ``lexicon/dates.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

from extract.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from extract.timex.expressions import Reference, Unit

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Phrases(Generic[V]):
    """Phrases of one or more words, looked up longest first.

    Attributes:
        by_first: for a first word, the phrases that begin with it, longest first.
    """

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], V], ...]]

    def at(self, words: Sequence[str], i: int) -> tuple[V, int] | None:
        """Return the meaning of the longest phrase at ``i`` and where it ends."""
        for phrase, value in self.by_first.get(words[i], ()):
            if len(phrase) == 1 or tuple(words[i : i + len(phrase)]) == phrase:
                return value, i + len(phrase)
        return None


def _phrases(table: Mapping[str, V]) -> Phrases[V]:
    grouped: dict[str, list[tuple[tuple[str, ...], V]]] = {}
    for text, value in table.items():
        words = tuple(text.split())
        grouped.setdefault(words[0], []).append((words, value))
    return Phrases(
        {
            first: tuple(sorted(entries, key=lambda e: (-len(e[0]), e[0])))
            for first, entries in grouped.items()
        }
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All word tables; keys are lower case, one table a meaning."""

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, Unit]
    unit_multiples: Mapping[str, tuple[int, Unit]]
    seasons: Mapping[str, str]
    day_parts: Mapping[str, str]
    cardinals: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    shifts: Mapping[str, int]
    vague_quantities: Phrases[int]
    between_number_and_unit: frozenset[str]
    modifiers_of_dates: Phrases[str]
    modifiers_of_any: Phrases[str]
    modifiers_of_lengths: Phrases[str]
    references: Phrases[Reference]
    repeated: Mapping[str, str]
    named_days: Phrases[str]
    zones: frozenset[str]
    ahead: frozenset[str]
    due: frozenset[str]
    intentions: frozenset[str]
    back: frozenset[str]
    before_no_year: frozenset[str]
    after_no_year: frozenset[str]
    foreign_months: Mapping[str, int] = field(default_factory=dict)


def _read(name: str) -> dict[str, Any]:
    source = files("extract") / "lexicon" / name
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/{name} cannot be read: {error}; reinstall Parley"
        raise LexiconError(msg) from error


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Return the lexicon that ships with Parley.

    Raises:
        LexiconError: a table is missing or damaged.
    """
    raw = _read("dates.toml")
    try:
        return Lexicon(
            months=raw["months"],
            weekdays=raw["weekdays"],
            units=raw["units"],
            unit_multiples={
                word: (int(count), cast("Unit", unit))
                for word, (count, unit) in raw["unit_multiples"].items()
            },
            seasons=raw["seasons"],
            day_parts=raw["day_parts"],
            cardinals=raw["cardinals"],
            ordinals=raw["ordinals"],
            decades=raw["decades"],
            shifts=raw["shifts"],
            vague_quantities=_phrases(raw["vague_quantities"]),
            between_number_and_unit=frozenset(raw["between_number_and_unit"]),
            modifiers_of_dates=_phrases(raw["modifiers_of_dates"]),
            modifiers_of_any=_phrases(raw["modifiers_of_any"]),
            modifiers_of_lengths=_phrases(raw["modifiers_of_lengths"]),
            references=_phrases(raw["references"]),
            repeated=raw["repeated"],
            named_days=_phrases(raw["named_days"]),
            zones=frozenset(raw["zones"]),
            ahead=frozenset(raw["direction"]["ahead"]),
            due=frozenset(raw["direction"]["due"]),
            intentions=frozenset(raw["direction"]["intentions"]),
            back=frozenset(raw["direction"]["back"]),
            before_no_year=frozenset(raw["not_years"]["before"]),
            after_no_year=frozenset(raw["not_years"]["after"]),
            foreign_months=_read("dates_months.toml")["months"],
        )
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"lexicon/dates.toml lacks or damages a table: {error}; reinstall Parley"
        raise LexiconError(msg) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class Matters:
    """Words by which articles are dated.

    Attributes:
        groups: for a word ("negotiations") the matter it names ("talks").
        stamp_words: words of a stamp line besides the date.
        stamp_first: those that introduce the day of first publication.
        stamp_later: those that introduce a later change.
        common: words too common to show that two passages tell the same.
    """

    groups: Mapping[str, str]
    stamp_words: frozenset[str]
    stamp_first: frozenset[str]
    stamp_later: frozenset[str]
    common: frozenset[str]


@lru_cache(maxsize=1)
def load_matters() -> Matters:
    """Return the words by which articles are dated.

    Raises:
        LexiconError: a table is missing or damaged.
    """
    raw = _read("dates_matters.toml")
    try:
        return Matters(
            groups={
                word: group for group, words in raw["matters"].items() for word in words
            },
            stamp_words=frozenset(raw["stamps"]["words"]),
            stamp_first=frozenset(raw["stamps"]["first"]),
            stamp_later=frozenset(raw["stamps"]["later"]),
            common=frozenset(raw["common"]["words"]),
        )
    except (KeyError, TypeError, AttributeError) as error:
        msg = f"lexicon/dates_matters.toml lacks a table: {error}; reinstall Parley"
        raise LexiconError(msg) from error
