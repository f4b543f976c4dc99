"""Definite descriptions of people: what each says, and whom it may fit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

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
_FORMER = frozenset({"former", "ex", "late", "then", "onetime", "retired"})
_GENITIVE = re.compile(r"(?:'s|’s|[’'])$")
_OF = re.compile(" (?:of|for) ")
_AGE = re.compile(r"\d+-year-old|\d+")


@dataclass(frozen=True, slots=True)
class Description:
    """What a description says of a person.

    Attributes:
        classes: the kinds of office its noun belongs to.
        nouns: its head noun, with a modifier that makes it another office.
        countries: ISO codes of the countries it names.
        words: its other content words, folded.
        front: those of them that stand before its noun and tell which office
            it is ("energy" in "the energy minister").
        inner: words that make its noun another office ("prime" in "prime minister").
        ranks: those that tell a rank ("deputy").
        gender: what its noun tells, ``None`` for nothing.
        former: it speaks of a past office.
    """

    classes: frozenset[str]
    nouns: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    front: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    ranks: frozenset[str] = frozenset()
    gender: str | None = None
    former: bool = False


@cache
def _kin() -> dict[str, frozenset[str]]:
    """Return office phrases with the classes that each belongs to."""
    rows = lexicon("references")["kin"]
    out: dict[str, set[str]] = {}
    for name, phrases in rows.items():
        for phrase in phrases:
            out.setdefault(phrase, set()).add(name)
    return {phrase: frozenset(names) for phrase, names in out.items()}


@cache
def _kin_pattern() -> re.Pattern[str]:
    ordered = sorted(_kin(), key=lambda p: (-len(p), p))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, ordered))})(?![\w-])")


@cache
def office_nouns() -> frozenset[str]:
    """Return all nouns that may head a person's description: not what one heads."""
    listed = {w for words in plain_nouns().values() for w in words}
    return frozenset(
        set(lexicon("roles")["offices"]["nouns"])
        | listed
        | {_OF.split(phrase)[0].split()[-1] for phrase in _kin()}
    )


@cache
def plain_nouns() -> dict[str, frozenset[str]]:
    """Return the nouns that tell sex ("m", "f") or a calling ("n") alone."""
    rows = lexicon("references")["plain"]
    return {key: frozenset(words) for key, words in rows.items()}


@cache
def kinship_nouns() -> frozenset[str]:
    """Return the nouns that say what one person is to another ("daughter")."""
    return frozenset(lexicon("references")["kinship"]["nouns"])


@cache
def body_nouns() -> frozenset[str]:
    """Return the nouns that may point back at an organisation."""
    return frozenset(lexicon("references")["bodies"]["nouns"])


@cache
def _fillers() -> tuple[frozenset[str], frozenset[str]]:
    rows = lexicon("references")["fillers"]
    return frozenset(rows["words"]), frozenset(rows["ranks"])


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


@lru_cache(maxsize=4096)
def describe(phrase: str) -> Description:
    """Return what a role phrase says.

    >>> sorted(describe("the Kremlin spokesman").countries)
    ['RU']
    """
    countries: set[str] = set()
    kept: list[str] = []
    tokens = re.findall(r"[^\s,()“”\"]+", re.sub(r"\b[Ee]x-(?=\w)", "ex ", phrase))
    position = 0
    while position < len(tokens):
        for size in (3, 2, 1):
            piece = " ".join(tokens[position : position + size])
            bare = _GENITIVE.sub("", piece)
            known = look_up(bare) if bare[:1].isupper() or "." in bare else None
            if known is None and size == 1:
                known = people_of(bare)
            if known is not None and known.country:
                countries.add(known.country)
                position += size
                break
        else:
            kept.append(fold(_GENITIVE.sub("", tokens[position])))
            position += 1
    plain = " ".join(kept)
    head = re.split(r"\s(?:for|of|at|in|to|on|from)(?:\s|$)", plain, maxsplit=1)[0]
    classes, offices = _offices(plain, len(head))
    nouns = offices | {w for w in head.split() if w in office_nouns()}
    gender = next((g for w in sorted(nouns) if (g := gender_of(w))), None)
    fillers, ranks = _fillers()
    words = frozenset(w for w in kept if w not in _STOP)
    inside = {w for office in offices for w in office.split()}
    front = {
        w
        for w in head.split()
        if w in words
        and w not in office_nouns()
        and w not in fillers | ranks | inside
        and not _AGE.fullmatch(w)
    }
    return Description(
        classes=classes,
        nouns=frozenset(nouns),
        countries=frozenset(countries),
        words=words,
        front=frozenset(front),
        inner=frozenset(inside & words - office_nouns() - fillers),
        ranks=frozenset(set(head.split()) & ranks),
        gender=gender,
        former=bool(words & _FORMER),
    )


def _offices(phrase: str, reach: int) -> tuple[frozenset[str], frozenset[str]]:
    """Return the classes of the offices that begin before ``reach``, and their names.

    An office inside a longer one ("minister" in "foreign minister") counts for
    nothing.
    """
    classes: set[str] = set()
    found: set[str] = set()
    for m in _kin_pattern().finditer(phrase):
        if m.start() < reach:
            classes |= _kin()[m[0]]
            found.add(m[0])
    return frozenset(classes), frozenset(found)


def fits(
    description: Description,
    roles: Iterable[Description],
    entity: Entity,
    *,
    bodies: frozenset[str] = frozenset(),
) -> float:
    """Return how well a description fits a person, 0 where it cannot.

    Args:
        description: what is said.
        roles: what the article says of the person elsewhere.
        entity: the person.
        bodies: folded words for what the person speaks for or belongs to.
    """
    if entity.gender and description.gender and entity.gender != description.gender:
        return 0.0
    best = 0.0
    for role in roles:
        if description.former and not role.former:
            continue
        shared = description.nouns & role.nouns
        kin = description.classes & role.classes
        if not shared and not kin:
            continue
        if not kin and description.classes and role.classes:
            continue
        if description.ranks - role.ranks:
            continue
        theirs = {w for w in role.words if w not in office_nouns()} | bodies
        told = {w for w in theirs if w not in _fillers()[0]} - bodies
        front = description.front if kin else description.front | description.inner
        if front and told and not front & theirs:
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
        score += 0.5 * len(specific & theirs)
        score -= 0.15 * len(specific - theirs)
        score -= 0.3 * bool(role.ranks - description.ranks)
        score -= 0.2 * (role.former and not description.former)
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
