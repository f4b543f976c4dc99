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
def _lines() -> tuple[str, ...]:
    packed = resources.files("extract").joinpath("lexicon/places.tsv.gz").read_bytes()
    return tuple(gzip.decompress(packed).decode("utf8").splitlines())


@cache
def _spelt() -> dict[str, list[int]]:
    """Return the numbers of the lines that hold each spelling."""
    out: dict[str, list[int]] = {}
    for number, line in enumerate(_lines()):
        for spelling in line[line.rindex("\t") + 1 :].split("|"):
            out.setdefault(spelling, []).append(number)
    return out


@lru_cache(maxsize=4096)
def find_cities(name: str) -> tuple[City, ...]:
    """Return the cities of a name or spelling, the usual name and the largest first.

    >>> find_cities("Kiev")[0].name, find_cities("Kiev")[0].primary
    ('Kyiv', False)
    >>> find_cities("Qwxyz")
    ()
    """
    asked = name.replace("’", "'")
    if (asked.isupper() and len(asked) > 3) or asked.islower():
        asked = asked.title()
    found: dict[int, City] = {}
    for at in _spelt().get(asked, ()):
        number, country, population, spelt = _lines()[at].split("\t")
        usual = spelt.split("|")[0]
        city = City(int(number), country, int(population), usual, usual == asked)
        found.setdefault(city.geonames, city)
    return tuple(
        sorted(found.values(), key=lambda c: (not c.primary, -c.population, c.geonames))
    )


def best_city(name: str, countries: frozenset[str] = frozenset()) -> City | None:
    """Return the city that a name most likely means, ``None`` where that is open.

    Args:
        name: as written.
        countries: countries that the text speaks of; a city there goes first.

    Cities of one name weigh by size; one in a country that the text speaks of
    weighs as if five times as large. The first must be half as weighty again as
    the next, and large, or lie in a country of the text.

    >>> best_city("Geneva").country
    'CH'
    """
    weighed = sorted(
        (
            (
                max(city.population, 1)
                * (5 if city.country in countries else 1)
                * (3 if city.primary else 1),
                -city.geonames,
                city,
            )
            for city in find_cities(name)
        ),
        reverse=True,
    )
    if not weighed:
        return None
    weight, _, first = weighed[0]
    if len(weighed) > 1 and weight < 1.5 * weighed[1][0]:
        return None
    if first.country not in countries and first.population < 150_000:
        return None
    return first
