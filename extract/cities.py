"""Look a city up in the GeoNames list that ships with Parley."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class City:
    """A city or town.

    Attributes:
        geonames: its GeoNames id.
        country: ISO 3166-1 alpha-2.
        population: people.
        name: its usual English name.
        primary: it was looked up by that name, not by another spelling.
    """

    geonames: int
    country: str
    population: int
    name: str
    primary: bool


@cache
def _text() -> str:
    packed = resources.files("extract").joinpath("lexicon/places.tsv.gz").read_bytes()
    return gzip.decompress(packed).decode("utf8")


@lru_cache(maxsize=4096)
def find_cities(name: str) -> tuple[City, ...]:
    """Return the cities of a name or spelling, the usual name and the largest first.

    >>> find_cities("Kiev")[0].name, find_cities("Kiev")[0].primary
    ('Kyiv', False)
    >>> find_cities("Qwxyz")
    ()
    """
    asked = name.replace("’", "'")
    if asked.isupper() and len(asked) > 3:
        asked = asked.title()
    text = _text()
    found: dict[int, City] = {}
    for left in ("\t", "|"):
        for right in ("|", "\n"):
            needle = f"{left}{asked}{right}"
            at = text.find(needle)
            while at >= 0:
                begin = text.rfind("\n", 0, at) + 1
                line = text[begin : text.find("\n", at + 1)]
                number, country, population, spelt = line.split("\t")
                usual = spelt.split("|")[0]
                city = City(int(number), country, int(population), usual, left == "\t")
                found.setdefault(city.geonames, city)
                at = text.find(needle, at + 1)
    return tuple(
        sorted(found.values(), key=lambda c: (not c.primary, -c.population, c.geonames))
    )


def best_city(name: str, countries: frozenset[str] = frozenset()) -> City | None:
    """Return the city that a name most likely means, ``None`` where that is open.

    Args:
        name: as written.
        countries: countries that the text speaks of; a city there goes first.

    A name of several cities is decided by the countries of the text, else by
    size: the largest must be ten times as large as the next.

    >>> best_city("Geneva").country
    'CH'
    """
    cities = find_cities(name)
    here = [
        c
        for c in cities
        if c.country in countries and (c.primary or c.population > 50_000)
    ]
    if here:
        return max(here, key=lambda c: (c.primary, c.population))
    if not cities:
        return None
    usual = [c for c in cities if c.primary] or list(cities)
    first = max(usual, key=lambda c: c.population)
    others = [c.population for c in cities if c.geonames != first.geonames]
    if first.population < 10 * max(others, default=0) and first.population < 1_000_000:
        return None
    return first
