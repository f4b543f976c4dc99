"""Look names up in the word lists of countries, capitals, seats, bodies and names.

Everything is read once and folded: case, diacritics and full stops do not count,
but a name that is a common word in lower case must be capitalised.
"""

from __future__ import annotations

import gzip
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final, Literal

Hit = Literal["country", "capital", "seat", "region", "demonym", "body", "outlet"]

_LONGEST: Final = 8


@dataclass(frozen=True, slots=True)
class Known:
    """What a word list says about a name.

    Attributes:
        hit: which list.
        name: the entry's usual name ("United States" for "U.S.").
        country: ISO 3166-1 alpha-2 code, or ``""`` for what is no state's.
        side: the name of the party that the words stand for when they act;
            ``""`` for none.
    """

    hit: Hit
    name: str
    country: str = ""
    side: str = ""


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return ``text`` in lower case without diacritics, full stops and odd quotes.

    >>> fold("U.S."), fold("Élysée"), fold("Quai d’Orsay")
    ('us', 'elysee', "quai d'orsay")
    """
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", text.replace("’", "'").replace("ʼ", "'"))
        if not unicodedata.combining(c)
    )
    plain = plain.translate(str.maketrans("ıøłđßæœ", "iolds" + "ao")).casefold()
    return re.sub(r"\s+", " ", plain.replace(".", "")).strip()


@cache
def lexicon(name: str) -> dict[str, Any]:
    """Return one of the TOML word lists of ``extract/lexicon``."""
    text = resources.files("extract").joinpath(f"lexicon/{name}.toml")
    return tomllib.loads(text.read_text(encoding="utf-8"))


@cache
def words(name: str, section: str, key: str) -> frozenset[str]:
    """Return a list of a word list as a set, as written."""
    return frozenset(lexicon(name)[section][key])


@cache
def countries() -> dict[str, dict[str, Any]]:
    """Return the countries by ISO code."""
    return lexicon("countries")


@cache
def names() -> dict[str, Known]:
    """Return all listed names, folded; a state wins over its capital of that name."""
    found: dict[str, Known] = {}

    def add(text: str, known: Known) -> None:
        found.setdefault(fold(text), known)

    for code, row in countries().items():
        known = Known("country", row["name"], code, row["name"])
        for text in (row["name"], *row.get("other", ())):
            add(text, known)
    for text in lexicon("regions")["known"]["past"]:
        add(text, Known("country", text, "", text))
    for text, short in lexicon("organizations")["known"].items():
        for other in (text, *short):
            add(other, Known("body", text, "", text))
    for text, power in lexicon("seats")["seats"].items():
        state = countries().get(power)
        side = state["name"] if state else power
        add(text, Known("seat", _seat_name(text), power if state else "", side))
    for code, row in countries().items():
        for capital in row.get("capitals", ()):
            known = Known("capital", row["capitals"][0], code, row["name"])
            add(capital, known)
    for text, side in lexicon("seats")["cities"].items():
        found[fold(text)] = Known("capital", text, "", side)
    for text in lexicon("organizations")["outlets"]["names"]:
        add(text, Known("outlet", text.removeprefix("The ")))
    for text in lexicon("regions")["known"]["names"]:
        add(text, Known("region", text))
    return found


@cache
def demonyms() -> dict[str, Known]:
    """Return adjectives and words for peoples, folded, plurals too."""
    found: dict[str, Known] = {}
    for code, row in countries().items():
        for word in row.get("demonyms", ()):
            known = Known("demonym", row["name"], code, row["name"])
            found.setdefault(fold(word), known)
            if not re.search(r"(?:ese|ish|ch|ss|zi)$", word):
                found.setdefault(fold(word) + "s", known)
    for word in lexicon("regions")["affiliations"]["words"]:
        found[fold(word)] = Known("demonym", "")
    for word, place in lexicon("regions")["adjectives"].items():
        found.setdefault(fold(word), Known("demonym", place))
        found.setdefault(fold(word) + "s", Known("demonym", place))
    return found


@cache
def common() -> frozenset[str]:
    """Return folded names that are common words when in lower case."""
    return frozenset(lexicon("regions")["known"]["ambiguous_lower"])


@lru_cache(maxsize=65536)
def look_up(text: str) -> Known | None:
    """Return what the lists say of a name, ``None`` where they do not hold it.

    >>> look_up("the U.S.").name, look_up("Zhongnanhai").side
    ('United States', 'China')
    >>> look_up("turkey") is None
    True
    """
    bare = re.sub(r"^[Tt]he ", "", text.strip())
    if bare.islower() and (fold(bare) in common() or len(bare) < 4):
        return None
    folded = fold(bare)
    if folded == "us" and "." not in bare and bare != "US":
        return None
    known = names().get(fold(text)) or names().get(folded)
    if known and len(folded) <= 4 and known.hit == "body" and bare == bare.capitalize():
        # "It", "Who", "Pa": an acronym is written in capitals; "Nato" is listed.
        return known if bare in _listed_short() else None
    return known


def people_of(word: str) -> Known | None:
    """Return the country whose adjective or people a capitalised word is.

    >>> people_of("Ukrainian").country, people_of("polish")
    ('UA', None)
    """
    if not word[:1].isupper():
        return None
    return demonyms().get(fold(word))


@cache
def _listed_short() -> frozenset[str]:
    listed = lexicon("organizations")["known"]
    return frozenset(t for full, short in listed.items() for t in (full, *short))


@cache
def given_names() -> frozenset[str]:
    """Return folded words that are given names, whatever else they may be."""
    return frozenset(name for name, gender in _first_names() if not gender.isupper())


@cache
def genders() -> dict[str, str]:
    """Return folded first words of names that tell a gender, ``"m"`` or ``"f"``."""
    return {name: gender.lower() for name, gender in _first_names() if gender != "-"}


def _first_names() -> Iterator[tuple[str, str]]:
    """Yield names and genders; a capital marks a name that is as often a surname."""
    listed = resources.files("extract").joinpath("lexicon/given_names.tsv.gz")
    for row in gzip.decompress(listed.read_bytes()).decode("utf8").splitlines():
        name, _, gender = row.partition("\t")
        yield name, gender


def _seat_name(text: str) -> str:
    aliases = {
        "10 Downing Street": "Downing Street",
        "No 10": "Downing Street",
        "No. 10": "Downing Street",
        "Number 10": "Downing Street",
        "Number Ten": "Downing Street",
        "Elysee": "Élysée Palace",
        "Élysée": "Élysée Palace",
        "Elysee Palace": "Élysée Palace",
        "Malacanang": "Malacañang Palace",
        "Malacañang": "Malacañang Palace",
        "Malacanang Palace": "Malacañang Palace",
        "Quai d’Orsay": "Quai d'Orsay",
        "Casa de Narino": "Casa de Nariño",
        "Narino Palace": "Casa de Nariño",
    }
    return aliases.get(text, text)
