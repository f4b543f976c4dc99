"""Names of people in one article: variants of one name, roles, gender.

A surname joins the full name that carries it when just one person of the article
does; else the one named last. A role is what stands before the name or beside it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from extract.gazetteer import fold, genders, lexicon
from extract.name_titles import courtesy
from extract.name_words import PARTICLES
from extract.word_sets import spaced

#: Titles that stand before a given name.
_REGNAL: Final = frozenset(
    {"King", "Queen", "Prince", "Princess", "Emperor", "Empress", "Sultan", "Pope"}
)
_SUFFIXES: Final = spaced("jr jr. sr sr. ii iii iv")


@dataclass(slots=True)
class Sight:
    """A name of a person where it stands.

    Attributes:
        text: the name, without titles.
        first: index of its first token.
        last: index of its last token.
        titles: titles that stand before it.
    """

    text: str
    first: int
    last: int
    start: int
    end: int
    titles: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Its folded words; a particle glued by a hyphen is cut off."""
        return name_parts(self.text)


@dataclass(slots=True)
class Person:
    """A person of one article while the article is being read."""

    sights: list[Sight] = field(default_factory=list)

    @property
    def fullest(self) -> Sight:
        """The sight with most words, the earliest of them."""
        return max(self.sights, key=lambda s: (len(s.parts), len(s.text), -s.start))


def name_parts(text: str) -> tuple[str, ...]:
    """Return the folded parts of a name that tell people apart.

    >>> name_parts("Bashar al-Assad"), name_parts("de Mistura")
    (('bashar', 'assad'), ('mistura',))
    """
    parts = []
    for word in fold(text).replace("'", "").split():
        pieces = word.split("-")
        if pieces[0] in PARTICLES | {"al", "el", "as", "az", "an"} and len(pieces) > 1:
            pieces = pieces[1:]
        bare = "-".join(pieces)
        if bare and bare not in PARTICLES and bare not in _SUFFIXES:
            parts.append(bare)
    return tuple(parts) or (fold(text),)


def cluster(sights: list[Sight]) -> list[Person]:
    """Return the people of an article, each with all sights of its name.

    Args:
        sights: names of people in reading order.
    """
    people: list[Person] = []
    for sight in sorted(sights, key=lambda s: (-min(len(s.parts), 2), s.start)):
        if len(sight.parts) < 2:
            continue
        home = next(
            (p for p in people if _compatible(p.fullest.parts, sight.parts)), None
        )
        if home is None:
            home = Person()
            people.append(home)
        home.sights.append(sight)
    singles: dict[str, Person] = {}
    for sight in sorted(sights, key=lambda s: s.start):
        if len(sight.parts) >= 2:
            continue
        home = _home(sight, people)
        if home is None:
            home = singles.get(sight.parts[0]) or _nearly(sight.parts[0], singles)
            if home is None:
                home = singles[sight.parts[0]] = Person()
        home.sights.append(sight)
    out = [*people, *singles.values()]
    for person in out:
        person.sights.sort(key=lambda s: s.start)
    return sorted(out, key=lambda p: p.sights[0].start)


_ALIAS: Final = re.compile(
    r",?\s*\(?\s*(?:(?:also|better|widely|popularly|commonly)\s+)?"
    r"(?:known\s+as|nicknamed|alias|a\.k\.a\.|dubbed|born)\s+[\"“‘']?",
)


def join_aliases(text: str, people: list[Person]) -> list[Person]:
    """Return people with those joined that the text says are one.

    "Ana Ruiz, known as Anita" is one person; both names are kept.
    """
    kept: list[Person] = []
    for person in sorted(people, key=lambda p: p.sights[0].start):
        first = person.sights[0]
        home = next(
            (
                p
                for p in kept
                for s in p.sights
                if s.end < first.start <= s.end + 40
                and _ALIAS.fullmatch(text[s.end : first.start])
            ),
            None,
        )
        if home is None:
            kept.append(person)
        else:
            home.sights = sorted([*home.sights, *person.sights], key=lambda s: s.start)
    return kept


def _nearly(name: str, singles: dict[str, Person]) -> Person | None:
    return next((p for key, p in singles.items() if nearly(key, name)), None)


def _home(sight: Sight, people: list[Person]) -> Person | None:
    """Return the person a single name belongs to: surname, else any part."""
    name = sight.parts[0]
    reigns = bool(_REGNAL & set(sight.titles))
    for places in (slice(-1, None), slice(None, 1), slice(1, -1)):
        if reigns and places != slice(None, 1):
            continue  # "King Hussein": the name is no surname
        fits = [p for p in people if any(name in s.parts[places] for s in p.sights)]
        if not fits:
            fits = [
                p
                for p in people
                if len(name) >= 6
                and places == slice(-1, None)
                and any(nearly(s.parts[-1], name) for s in p.sights)
            ]
        if len(fits) == 1:
            return fits[0]
        if fits:
            before = [
                (s.start, i)
                for i, p in enumerate(fits)
                for s in p.sights
                if s.start < sight.start
            ]
            return fits[max(before)[1]] if before else fits[0]
    return None


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True where two full names of one article can be one person's."""
    if left == right or "".join(left) == "".join(right):
        return True
    if left[-1] != right[-1] and not (
        len(left[-1]) >= 5 and nearly(left[-1], right[-1])
    ):
        return False
    first, other = left[0], right[0]
    return (
        first == other
        or (len(first) == 1 and other.startswith(first))
        or (len(other) == 1 and first.startswith(other))
        or nearly(first, other)
        or (min(len(left), len(right)) >= 2 and (first in right or other in left))
    )


def nearly(left: str, right: str) -> bool:
    """True where two words differ by one letter, doubled letters and y/i aside.

    >>> nearly("tarasovsky", "tarasovski"), nearly("bush", "bosh")
    (True, False)
    """
    if left == right:
        return True
    a, b = _simple(left), _simple(right)
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    short, long = sorted((a, b), key=len)
    i = next(
        (i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y),
        len(short),
    )
    return short[i + (len(short) == len(long)) :] == long[i + 1 :]


def _simple(word: str) -> str:
    out = ""
    for c in word.replace("yy", "y").replace("iy", "y").replace("ij", "y"):
        c = "i" if c in "yj" else c
        if not out or out[-1] != c:
            out += c
    return out


def gender_of(titles: tuple[str, ...], roles: tuple[str, ...], full: str) -> str | None:
    """Return ``"f"``, ``"m"`` or ``None``: by titles, then roles, then given name."""
    told = {g for t in titles if (g := courtesy().get(t, "n")) != "n"}
    if len(told) == 1:
        return told.pop()
    gendered = lexicon("roles")["gendered"]
    told = {
        g
        for g in ("f", "m")
        for role in roles
        if (role.lower().split() and role.lower().split()[-1] in gendered[g])
        or any(w in gendered[g] for w in role.lower().split()[:2])
    }
    if len(told) == 1:
        return told.pop()
    parts = fold(full).split()
    if len(parts) < 2:
        return None
    return genders().get(parts[0].split("-")[0])
