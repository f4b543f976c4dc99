"""Verbs that a headline may use, and which of their forms are nouns as well."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, Literal, NamedTuple

from extract.event_lexicon import event_lexicon
from extract.gazetteer import lexicon, words
from extract.inflections import verb_forms

#: A short verb that doubles its last letter: "plan", "planned".
_DOUBLES: Final = re.compile(r"^[^aeiou]*[aeiou][bdgmnprt]$")
#: Auxiliaries, and particles that a list of verbs has too.
_NONE: Final = frozenset({"be", "do", "have", "up", "down"})


class Verb(NamedTuple):
    """A word that may be a verb.

    Attributes:
        base: its infinitive.
        form: which form of the verb the word is.
        rank: 2 for what is hardly a noun, 1 for what is one as well, 0 for what is
            a noun first.
    """

    base: str
    form: Literal["s", "base", "past"]
    rank: int


@cache
def verbs() -> dict[str, Verb]:
    """Return the verb that each form is of."""
    both = words("headlines", "verbs", "both")
    nouns = words("headlines", "verbs", "nouns")
    known = set(event_lexicon().verbs) | words("headlines", "verbs", "more")
    for row in lexicon("deeds")["deed"]:
        known |= set(row.get("verbs", ()))
    out: dict[str, Verb] = {}
    for base in sorted((known | both | nouns) - _NONE):
        rank = 0 if base in nouns else 1 if base in both else 2
        out[base] = Verb(base, "base", rank)
        regular = {base + "es"} if base.endswith("o") else verb_forms(base) - {base}
        for form in sorted(regular):
            if form.endswith("s"):
                out.setdefault(form, Verb(base, "s", rank))
        for form in _pasts(base):
            out.setdefault(form, Verb(base, "past", 2))
    for thing in words("headlines", "verbs", "things"):
        out.pop(thing, None)
    return out


def past(base: str) -> str:
    """Return a past that looks like nothing else.

    >>> past("reject"), past("deny"), past("hit"), past("plan")
    ('rejected', 'denied', 'struck', 'planned')
    """
    return _irregular().get(base) or _regular(base)


@cache
def _irregular() -> dict[str, str]:
    return dict(lexicon("headlines")["past"])


def _regular(base: str) -> str:
    if _DOUBLES.match(base):
        return base + base[-1] + "ed"
    return next(form for form in sorted(verb_forms(base)) if form.endswith("ed"))


@cache
def _listed() -> dict[str, list[str]]:
    return dict(lexicon("inflections")["verbs"])


def _pasts(base: str) -> list[str]:
    own = [f for f in _listed().get(base, ()) if not f.endswith(("ing", "s"))]
    return own or [_irregular().get(base) or _regular(base)]
