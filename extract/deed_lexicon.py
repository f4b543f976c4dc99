"""The sorts of public acts: ``lexicon/deeds.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from extract.errors import LexiconError
from extract.event_lexicon import filled
from extract.inflections import forms, lemma, verb_forms
from extract.records import EVENT_TYPES

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Letters that "-ed" and "-ing" may double at a verb's end.
DOUBLING: Final = frozenset("bdglmnprt")


#: A mute "e" that a guessed lemma has too many: "expende".
MUTE: Final = re.compile(
    r"((?:n[dt]|[cfpxs]t|r[dtknm]|l[dtkpl]|s[skh]|ch|ck|wn|mp|ff|gn|[aeo]w|oad|[aeo]in))e$"
)
#: One that it has too few: "reshuffl".
ENDLESS: Final = re.compile(r"([bcdfgkptz]l)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Verbs of one sort of act and what they need around them.

    Attributes:
        of: the sort.
        type: one of ``EVENT_TYPES``.
        plover: PLOVER class, or ``None``.
        verbs: their lemmas.
        object: nouns, one of which must be acted on; none wants any noun.
        not_object: nouns that must not be acted on.
        subject: nouns, one of which it must be said of.
        particle: words, one of which must stand with the verb.
        to: verbs, one of which must be what somebody is asked to do.
        bare: needs nothing acted on.
        alone: has nothing acted on.
        doing: may have what is begun, ended or announced as a verb.
        person: somebody must be acted on.
        place: needs a place that is left, reached or gone to.
        passive: stands in the passive without its doer.
        strong: is news wherever it stands, and without a day.
        wide: is news in a main clause.
    """

    of: str
    type: str = "other"
    plover: str | None = None
    verbs: frozenset[str] = frozenset()
    object: frozenset[str] = frozenset()
    not_object: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    particle: frozenset[str] = frozenset()
    to: frozenset[str] = frozenset()
    bare: bool = False
    alone: bool = False
    doing: bool = False
    person: bool = False
    place: bool = False
    passive: bool = False
    strong: bool = False
    wide: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """Nouns of what is held or spoken in public."""

    type: str
    label: str
    nouns: frozenset[str]
    modifier: frozenset[str] = frozenset()
    not_modifier: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class DeedLexicon:
    """Everything in ``deeds.toml``."""

    rows: Mapping[str, tuple[Row, ...]]
    occasions: Mapping[str, tuple[Occasion, ...]]
    unlike: frozenset[str]
    people: frozenset[str]
    doers: frozenset[str]
    audiences: frozenset[str]
    vague: frozenset[str]
    forms: Mapping[str, str]


def row_of(table: Mapping[str, Any], words: Mapping[str, list[str]]) -> Row:
    """Return one row of the lexicon."""
    kind = table.get("told", "other")
    if kind not in EVENT_TYPES:
        msg = f"lexicon/deeds.toml: {kind!r} is no event type"
        raise LexiconError(msg)

    def among(field: str) -> frozenset[str]:
        return filled(table.get(field, ()), words)

    return Row(
        of=table["of"],
        type=kind,
        plover=table.get("plover"),
        verbs=frozenset(table["verbs"]),
        object=among("object"),
        not_object=among("not_object"),
        subject=among("subject"),
        particle=among("particle"),
        to=among("to"),
        bare=table.get("bare", False),
        alone=table.get("alone", False),
        doing=table.get("doing", False),
        person=table.get("person", False),
        place=table.get("place", False),
        passive=table.get("passive", False),
        strong=table.get("strong", False),
        wide=table.get("wide", False),
    )


def occasion_of(table: Mapping[str, Any]) -> Occasion:
    """Return one occasion of the lexicon."""
    return Occasion(
        type=table["type"],
        label=table["label"],
        nouns=frozenset(table["nouns"]),
        modifier=frozenset(table.get("modifier", ())),
        not_modifier=frozenset(table.get("not_modifier", ())),
    )


def forms_of(verbs: Iterable[str]) -> dict[str, str]:
    """Return the verb that each form is of, the irregular ones included."""
    irregular = forms()[0]
    out = {form: verb for form, verb in irregular.items() if verb in set(verbs)}
    for verb in sorted(verbs):
        for form in verb_forms(verb):
            out.setdefault(form, verb)
        if verb[-1] in DOUBLING:
            for ending in ("ed", "ing"):
                out.setdefault(verb + verb[-1] + ending, verb)
    return out


@cache
def deed_lexicon() -> DeedLexicon:
    """Read the lexicon of deeds once.

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "deeds.toml")
    try:
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        words = table["words"]
        rows = [row_of(row, words) for row in table["deed"]]
        held = [occasion_of(row) for row in table["occasion"]]
        verbs = {verb for row in rows for verb in row.verbs}
        unlike = frozenset(table["unlike"]["verbs"])
        return DeedLexicon(
            rows={v: tuple(r for r in rows if v in r.verbs) for v in sorted(verbs)},
            occasions={
                noun: tuple(some for some in held if noun in some.nouns)
                for noun in sorted({noun for some in held for noun in some.nouns})
            },
            unlike=unlike,
            people=frozenset(words["people"]),
            doers=frozenset(words["doers"]),
            audiences=frozenset(words["audiences"]),
            vague=frozenset({*words["vague"], *words["trouble"], *words["figures"]}),
            forms=forms_of(verbs | unlike),
        )
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/deeds.toml cannot be read: {error}"
        raise LexiconError(msg) from error


def deed_lemma(verb: Token) -> str:
    """Return the lemma of a verb, by its form where the lexicon has it."""
    known = deed_lexicon().forms.get(verb.lower_)
    return known or ENDLESS.sub(r"\1e", MUTE.sub(r"\1", lemma(verb)))
