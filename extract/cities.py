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
    if (asked.isupper() and len(asked) > 3) or asked.islower():
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
