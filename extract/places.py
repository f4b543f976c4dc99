"""Places of one article: spellings of one place, and the country it lies in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from extract.cities import best_city, find_cities
from extract.gazetteer import fold
from extract.people import nearly
from extract.town_names import full_state

_GEONAMES: Final = "https://sws.geonames.org/"
_ADJECTIVE: Final = ("an", "ian", "ean", "n", "i", "ese", "ish", "ic")


@dataclass(slots=True)
class Spot:
    """A name of a place where it stands.

    Attributes:
        text: the words.
        bare: the name without "province", "peninsula" and the like.
    """

    text: str
    bare: str
    first: int
    last: int
    start: int
    end: int

    def __post_init__(self) -> None:
        """Spell an abbreviated state out."""
        self.bare = full_state(self.bare)


@dataclass(slots=True)
class Place:
    """A place of one article while the article is being read."""

    spots: list[Spot] = field(default_factory=list)
    country: str | None = None
    same_as: tuple[str, ...] = ()


def geonames_iri(number: int) -> str:
    """Return the IRI of a GeoNames feature.

    >>> geonames_iri(2660646)
    'https://sws.geonames.org/2660646/'
    """
    return f"{_GEONAMES}{number}/"


def country_iri(code: str) -> str:
    """Return the IRI of a country in ISO 3166-1's own register.

    >>> country_iri("CH")
    'https://www.iso.org/obp/ui/#iso:code:3166:CH'
    """
    return f"https://www.iso.org/obp/ui/#iso:code:3166:{code}"


def merge_spots(spots: list[Spot], countries: frozenset[str]) -> list[Place]:
    """Return the places of an article, each with all spellings.

    Args:
        spots: names of places in reading order.
        countries: ISO codes of the countries that the article speaks of; they
            decide between cities of one name.
    """
    places: list[Place] = []
    for spot in spots:
        home = next((p for p in places if any(_same(s, spot) for s in p.spots)), None)
        if home is None:
            home = Place()
            places.append(home)
        home.spots.append(spot)
    for place in places:
        for spot in place.spots:
            city = best_city(spot.bare, countries)
            if city is not None:
                place.country = city.country
                place.same_as = (geonames_iri(city.geonames),)
                break
    return places


def written(name: str, spots: list[Spot]) -> str:
    """Return a place's name as sentences have it, where it may be in capitals.

    As another of its spots has it, as the list of cities does, or with the first
    letters of a long name in capitals; what is short and in no list is an acronym.

    >>> written("OSLO", []), written("DAR ES SALAAM", []), written("UAE", [])
    ('Oslo', 'Dar es Salaam', 'UAE')
    """
    if not name.isupper() or "." in name:
        return name
    alike = [s.bare for s in spots if fold(s.bare) == fold(name)]
    alike += [c.name for c in find_cities(name) if c.name.upper() == name]
    known = [spelling for spelling in alike if not spelling.isupper()]
    return known[0] if known else name.title() if len(name) > 4 else name


def _same(left: Spot, right: Spot) -> bool:
    a, b = fold(left.bare), fold(right.bare)
    if a == b or (min(len(a), len(b)) >= 6 and nearly(a, b)):
        return True
    short, long = sorted((a, b), key=len)
    if len(short) >= 4 and any(
        long in {short + end, short[:-1] + end, short[:-1] + short[-1:] + end}
        for end in _ADJECTIVE
    ):
        return left.bare != left.text or right.bare != right.text
    mine = {c.geonames for c in find_cities(left.bare)[:3] if c.population > 20_000}
    return bool(mine & {c.geonames for c in find_cities(right.bare)[:3]})
