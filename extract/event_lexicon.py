"""The words that tell events: ``lexicon/events.toml`` and the lists beside it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Final

from extract.errors import LexiconError
from extract.occupations import workers
from extract.records import EVENT_TYPES

#: The lists, the one with the word classes first.
LISTS: Final = (
    "events.toml",
    "event_acts.toml",
    "event_moves.toml",
    "event_deals.toml",
    "event_phrases.toml",
    "event_nouns.toml",
    "event_public.toml",
    "event_idioms.toml",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """What a noun or verb needs around it to tell an event of a type.

    Attributes:
        type: one of ``EVENT_TYPES``.
        lemmas: the trigger's own lemmas.
        label: what the event is called.
        plover: PLOVER class, or ``None``.
        plural: the noun counts only in the plural.
        dated: needs a day.
        own_day: needs a day in its own words.
        weak: needs a day, a place, a number or two sides to stand by itself.
        reached: a noun that needs a word of being reached or a year.
        begun: a noun that counts only where its beginning is told.
        to_place: a verb that needs a place as its goal or object.
        sides: a verb whose object must be somebody.
        particle: verb particles, one of which must be there.
        object: lemmas, one of which must be what is acted on.
        oblique: lemmas, one of which must hang on it by a preposition.
        oblique_case: prepositions, one of which must introduce an oblique.
        not_oblique: prepositions that must not.
        subject: lemmas, one of which must be the subject.
        modifier: words, one of which must modify the noun.
        not_modifier: words that must not.
        not_case: prepositions that must not stand before the bare noun.
    """

    type: str
    lemmas: frozenset[str]
    label: str
    plover: str | None = None
    plural: bool = False
    weak: bool = False
    dated: bool = False
    own_day: bool = False
    reached: bool = False
    begun: bool = False
    to_place: bool = False
    sides: bool = False
    particle: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    oblique: frozenset[str] = frozenset()
    oblique_case: frozenset[str] = frozenset()
    not_oblique: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    modifier: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()
    not_case: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class EventLexicon:
    """Everything in ``events.toml``, its word classes filled in."""

    nouns: Mapping[str, tuple[Pattern, ...]]
    verbs: Mapping[str, tuple[Pattern, ...]]
    words: Mapping[str, frozenset[str]]
    progress: frozenset[str]
    positive: frozenset[str]
    prospects: frozenset[str]
    refusals: frozenset[str]
    refused: frozenset[str]
    portions: frozenset[str]
    occur: frozenset[str]
    kinds: frozenset[str]
    actors: frozenset[str]
    seen: frozenset[str]
    missed: frozenset[str]
    blows: frozenset[str]
    labour: frozenset[str]
    fighting: frozenset[str]
    small: frozenset[str]
    answers: frozenset[str]
    blasts: frozenset[str]
    campaigns: frozenset[str]
    targets: frozenset[str]
    before: frozenset[str]


def filled(names: Iterable[str], words: Mapping[str, list[str]]) -> frozenset[str]:
    """Return words with each ``@class`` replaced by its members."""
    out: set[str] = set()
    for name in names:
        out.update(words[name[1:]] if name.startswith("@") else (name,))
    return frozenset(out)


def pattern(row: Mapping[str, Any], key: str, table: Mapping[str, Any]) -> Pattern:
    """Return one row of the lexicon as a ``Pattern``."""
    words = table["words"]
    if row["type"] not in EVENT_TYPES:
        msg = f"lexicon/events.toml: {row['type']!r} is no event type"
        raise LexiconError(msg)

    def among(field: str) -> frozenset[str]:
        return filled(row.get(field, ()), words)

    return Pattern(
        type=row["type"],
        lemmas=frozenset(row[key]),
        label=row["label"],
        plover=row.get("plover", table["plover"].get(row["type"])),
        plural=row.get("number") == "plural",
        weak=row.get("weak", False),
        dated=row.get("dated", False),
        own_day=row.get("own_day", False),
        reached=row.get("reached", False),
        begun=row.get("begun", False),
        to_place=row.get("to_place", False),
        sides=row.get("sides", False),
        particle=among("particle"),
        object=among("object"),
        oblique=among("oblique"),
        oblique_case=among("oblique_case"),
        not_oblique=among("not_oblique"),
        subject=among("subject"),
        modifier=among("modifier"),
        not_modifier=among("not_modifier"),
        not_case=among("not_case"),
    )


def by_lemma(rows: Iterable[Pattern]) -> dict[str, tuple[Pattern, ...]]:
    """Return the rows that each lemma may be of, in the order of the list."""
    out: dict[str, tuple[Pattern, ...]] = {}
    for row in rows:
        for word in sorted(row.lemmas):
            out[word] = (*out.get(word, ()), row)
    return out


@cache
def event_lexicon() -> EventLexicon:
    """Read the lexicons of events once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    folder = files("extract").joinpath("lexicon")
    try:
        tables = [
            tomllib.loads(folder.joinpath(name).read_text(encoding="utf-8"))
            for name in LISTS
        ]
        table = tables[0]
        table["words"]["labour"] += sorted(workers())
        rows = {
            key: [row for some in tables for row in some.get(key, ())]
            for key in ("noun", "verb")
        }
        return EventLexicon(
            nouns=by_lemma(pattern(row, "nouns", table) for row in rows["noun"]),
            verbs=by_lemma(pattern(row, "verbs", table) for row in rows["verb"]),
            words={name: frozenset(some) for name, some in table["words"].items()},
            progress=frozenset(table["progress"]["nouns"]),
            positive=frozenset(table["progress"]["positive"]),
            prospects=frozenset(table["prospects"]["nouns"]),
            refusals=frozenset(table["refusals"]["verbs"]),
            refused=frozenset(table["refusals"]["adjectives"]),
            portions=frozenset(table["portions"]["nouns"]),
            occur=frozenset(table["occur"]["verbs"]),
            kinds=frozenset(table["kinds"]["words"]),
            actors=frozenset(table["actors"]["nouns"]),
            seen=frozenset(table["progress"]["seen"]),
            missed=frozenset(table["prospects"]["missed"]),
            blows=frozenset(table["strikes"]["blows"]),
            labour=frozenset(table["strikes"]["labour"]),
            fighting=frozenset(table["strikes"]["fighting"]),
            small=frozenset(table["small"]["objects"]),
            answers=frozenset(table["small"]["answers"]),
            blasts=frozenset(table["attacks"]["blasts"]),
            campaigns=frozenset(table["attacks"]["campaigns"]),
            targets=frozenset(table["targets"]["verbs"]),
            before=frozenset(table["targets"]["before"]),
        )
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        msg = f"the lexicons of events cannot be read: {error}"
        raise LexiconError(msg) from error
