"""Make training sentences look like the articles that are read later.

Corpora write quotation marks, dashes and headlines in one way, news sites in many.
Everything takes a seeded generator; forms change, trees stay.
"""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

from extract.training import names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.training.corpora import Sentence

QUOTES = (("“", "”"), ('"', '"'), ("«", "»"), ("``", "''"), ("‘", "’"))
QUOTE_WEIGHTS = (35, 35, 8, 4, 5)
DASHES = ("–", "—", "-", "--")
OPENERS = frozenset({"“", "«", "``", "„"})
MARKS = frozenset({'"', "“", "”", "``", "''", "«", "»", "„"})


class Pools:
    """Names to put in the place of others: one word each, by their part."""

    def __init__(self, train: Sequence[Sentence]) -> None:
        """Collect names of persons and places from corpora and gazetteer."""
        from extract.training.gazetteer import common_cities, common_names

        firsts: set[str] = set()
        lasts: set[str] = set()
        for s in train:
            for start, end, label in names.spans(s.names):
                words = s.forms[start:end]
                plain = all(w[:1].isupper() and w[1:].islower() for w in words)
                if label == "PERSON" and len(words) in {2, 3} and plain:
                    firsts.add(words[0])
                    lasts.add(words[-1])
        more_firsts, more_lasts = common_names()
        self.first = sorted(firsts | set(more_firsts))
        self.last = sorted(lasts) + more_lasts
        self.countries, self.cities = common_cities()


def vary(
    window: Sequence[Sentence], rng: random.Random, pools: Pools
) -> list[Sentence]:
    """Return the sentences of one passage, written another way."""
    quotes = rng.choices(QUOTES, QUOTE_WEIGHTS)[0] if rng.random() < 0.6 else None
    curly = rng.random() < 0.4
    dash = rng.choice(DASHES) if rng.random() < 0.3 else ""
    swap = rng.random() < 0.3
    out = []
    for s in window:
        if swap:
            s = _swap_names(s, rng, pools)
        forms = list(s.forms)
        opened = False
        for i, form in enumerate(forms):
            if quotes and form in MARKS:
                tag = s.xpos[i] if s.xpos else ""
                opens = tag == "``" or form in OPENERS or (tag != "''" and not opened)
                forms[i] = quotes[0] if opens else quotes[1]
                opened = opens
            elif curly and "'" in form:
                forms[i] = form.replace("'", "’")
            elif dash and form in DASHES and s.xpos and s.xpos[i] != "HYPH":
                forms[i] = dash
        forms = _recase(forms, s, rng)
        s = replace(s, forms=tuple(forms))
        out.append(s)
    if rng.random() < 0.08:
        out[-1] = _unpunctuated(out[-1])
    return out


def _recase(forms: list[str], s: Sentence, rng: random.Random) -> list[str]:
    chance = rng.random()
    if chance < 0.03:
        return [f.upper() if f.islower() or f.istitle() else f for f in forms]
    if chance < 0.055:
        return [
            f[:1].upper() + f[1:] if len(f) > 3 and f.islower() else f for f in forms
        ]
    if chance < 0.075:
        return [f.lower() for f in forms]
    if chance < 0.15 and s.names:
        mentions = names.spans(s.names)
        if mentions:
            start, end, _ = rng.choice(mentions)
            if end - start == 1 and forms[start].istitle():
                forms[start] = (
                    forms[start].lower() if rng.random() < 0.5 else forms[start].upper()
                )
    return forms


def _swap_names(s: Sentence, rng: random.Random, pools: Pools) -> Sentence:
    if not s.names:
        return s
    forms, lemmas = list(s.forms), list(s.lemmas)
    changed: dict[str, str] = {}
    for start, end, label in names.spans(s.names):
        if rng.random() < 0.5:
            continue
        if label == "PLACE" and end - start == 1:
            if forms[start] in pools.countries:
                _put(start, rng.choice(pools.countries), forms, lemmas, changed)
            elif forms[start] in pools.cities:
                _put(start, rng.choice(pools.cities), forms, lemmas, changed)
        elif label == "PERSON" and end - start <= 3:
            for i in range(start, end):
                if forms[i].istitle() and len(forms[i]) > 2:
                    last = i == end - 1
                    pool = pools.last if last else pools.first
                    _put(i, rng.choice(pool), forms, lemmas, changed)
    return replace(s, forms=tuple(forms), lemmas=tuple(lemmas))


def _put(
    at: int, name: str, forms: list[str], lemmas: list[str], changed: dict[str, str]
) -> None:
    name = changed.setdefault(forms[at], name)
    forms[at] = name
    if lemmas:
        lemmas[at] = name


def _unpunctuated(s: Sentence) -> Sentence:
    if not s.xpos or len(s.forms) < 3 or s.xpos[-1] != ".":
        return s
    n = len(s.forms) - 1
    if any(h == n for h in s.heads):
        return s
    return replace(
        s,
        forms=s.forms[:n],
        spaces=s.spaces[:n],
        xpos=s.xpos[:n],
        upos=s.upos[:n],
        feats=s.feats[:n],
        lemmas=s.lemmas[:n],
        heads=s.heads[:n],
        deprels=s.deprels[:n],
        names=s.names[:n],
    )
