"""Definite descriptions of people: what each says, and whom it may fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from extract.gazetteer import fold, lexicon, look_up, people_of
from extract.phrases import children
from extract.records import Entity

_STOP = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "to",
        "in",
        "on",
        "at",
        "and",
        "his",
        "her",
        "its",
        "their",
        "own",
        "'s",
        "’s",
        "s",
    ]
)
_FORMER = frozenset({"former", "ex", "late", "then", "onetime"})


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says of a person.

    Attributes:
        classes: the kinds of office its noun belongs to.
        nouns: its head noun, with a modifier that makes it another office.
        countries: ISO codes of the countries it names.
        words: its other content words, folded.
        gender: what its noun tells, ``None`` for nothing.
        former: it speaks of a past office.
    """

    classes: frozenset[str]
    nouns: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    gender: str | None = None
    former: bool = False


@cache
def _kin() -> tuple[tuple[str, str], ...]:
    """Return office phrases with their class, the longest phrases first."""
    rows = lexicon("references")["kin"]
    pairs = [(phrase, name) for name, phrases in rows.items() for phrase in phrases]
    return tuple(sorted(pairs, key=lambda p: (-len(p[0]), p)))


@cache
def office_nouns() -> frozenset[str]:
    """Return all nouns that may head a person's description."""
    plain = lexicon("references")["plain"]
    listed = {w for words in plain.values() for w in words}
    return frozenset(
        set(lexicon("roles")["offices"]["nouns"])
        | listed
        | {phrase.split()[-1] for phrase, _ in _kin()}
    )


@cache
def body_nouns() -> frozenset[str]:
    """Return the nouns that may point back at an organisation."""
    return frozenset(lexicon("references")["bodies"]["nouns"])


@cache
def _gendered() -> dict[str, str]:
    roles = lexicon("roles")["gendered"]
    plain = lexicon("references")["plain"]
    out = dict.fromkeys((*roles["m"], *plain["m"]), "m")
    out.update(dict.fromkeys((*roles["f"], *plain["f"]), "f"))
    return out


def gender_of(noun: str) -> str | None:
    """Return the gender a noun for a person tells.

    >>> gender_of("spokeswoman")
    'f'
    """
    return _gendered().get(noun.casefold())


def describe(phrase: str) -> Description:
    """Return what a role phrase says.

    >>> sorted(describe("the Kremlin spokesman").countries)
    ['RU']
    """
    countries: set[str] = set()
    kept: list[str] = []
    tokens = re.findall(r"[^\s,()“”\"]+", phrase)
    position = 0
    while position < len(tokens):
        for size in (3, 2, 1):
            piece = " ".join(tokens[position : position + size])
            bare = re.sub(r"(?:'s|’s|[’'])$", "", piece)
            known = look_up(bare) if bare[:1].isupper() or "." in bare else None
            if known is None and size == 1:
                known = people_of(bare)
            if known is not None and known.country:
                countries.add(known.country)
                position += size
                break
        else:
            kept.append(fold(re.sub(r"(?:'s|’s|[’'])$", "", tokens[position])))
            position += 1
    head, _, _ = re.sub(
        r"\s(?:for|of|at|in|to|on)\s", "\0", " ".join(kept) + " "
    ).partition("\0")
    classes, offices = _offices(" ".join(kept), len(head))
    nouns = offices | {w for w in head.split() if w in office_nouns()}
    gender = next((g for w in sorted(nouns) if (g := gender_of(w))), None)
    words = frozenset(w for w in kept if w not in _STOP)
    return Description(
        classes, nouns, frozenset(countries), words, gender, bool(words & _FORMER)
    )


def _offices(phrase: str, reach: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes of the offices that begin before ``reach``, and their names.

    An office inside a longer one ("minister" in "foreign minister") counts for
    nothing.
    """
    classes: set[str] = set()
    taken: list[tuple[int, int]] = []
    found: set[str] = set()
    for office, name in _kin():
        for m in re.finditer(rf"(?<![\w-]){re.escape(office)}(?![\w-])", phrase):
            span = m.span()
            if span[0] >= reach:
                continue
            if any(a <= span[0] and span[1] <= b and (a, b) != span for a, b in taken):
                continue
            taken.append(span)
            classes.add(name)
            found.add(office)
    return frozenset(classes), frozenset(found)


def fits(
    description: Description, roles: Iterable[Description], entity: Entity
) -> float:
    """Return how well a description fits a person, 0 where it cannot.

    Args:
        description: what is said.
        roles: what the article says of the person elsewhere.
        entity: the person.
    """
    if entity.gender and description.gender and entity.gender != description.gender:
        return 0.0
    best = 0.0
    for role in roles:
        if description.former != role.former and description.former:
            continue
        shared = description.nouns & role.nouns
        kin = description.classes & role.classes
        if not shared and not kin:
            continue
        score = 2.0 if shared else 1.0
        if shared and not (description.classes <= role.classes or not role.classes):
            score = 1.2
        known = role.countries or (
            frozenset({entity.country}) if entity.country else frozenset()
        )
        if description.countries and known:
            if not description.countries & known:
                continue
            score += 1.0
        specific = {w for w in description.words if w not in office_nouns()}
        theirs = {w for w in role.words if w not in office_nouns()}
        score += 0.5 * len(specific & theirs)
        score -= 0.15 * len(specific - theirs)
        best = max(best, score)
    return max(best, 0.0)


def is_definite(head: Token) -> bool:
    """Tell whether a noun phrase is definite: "the", a genitive, or "his"."""
    for c in children(head, "det", "nmod:poss"):
        if c.dep_ == "nmod:poss" or c.lower_ in ("the", "this", "that"):
            return True
    return False


def roles_of(entity: Entity, nearby: Sequence[str]) -> tuple[Description, ...]:
    """Return all that is known of a person's roles as descriptions."""
    seen = dict.fromkeys((*entity.roles, *nearby))
    return tuple(describe(role) for role in seen if role.strip())
