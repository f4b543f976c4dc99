"""A person's name taken apart, and the other ways in which it may be meant.

Word lists stand in ``name_words.toml``; given names that stand for one another in
``given_groups.tsv.gz``, which ``extract.training.given_names`` makes.
"""

from __future__ import annotations

import gzip
import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

from graph.romanisation import foreign, general, plain, umlauts

_GLUED: Final = frozenset({"al", "el", "as", "ash", "ar", "ad", "an", "az", "at", "ul"})
_ROMAN: Final = {
    "I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6", "VII": "7",
    "VIII": "8", "IX": "9", "X": "10", "XI": "11", "XII": "12", "XIII": "13",
    "XIV": "14", "XV": "15", "XVI": "16", "XXIII": "23",
}  # fmt: skip
_GENERATION: Final = {
    "jr": "jr",
    "junior": "jr",
    "fils": "jr",
    "sr": "sr",
    "senior": "sr",
}
_WRITTEN_ABD: Final = re.compile(
    r"\babe?d[- ]?(?:[aeuo]?[lrsnzd]|ol)?[- ](?=[a-z])|\babd[aeuo][lrsnzd][- ]"
)
_WRITTEN_DIN: Final = re.compile(r"[- ](?:al|el|ad|ed|ud|ul|e|u)[- ]?d(?:i|ee)ne?\b")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, taken apart.

    Attributes:
        words: plain words, hyphens kept, particles and titles left out.
        parts: general keys of the words.
        suffix: "jr", "sr" or a number, else "".
        spelt: the name in plain lower-case Latin letters.
    """

    words: tuple[str, ...]
    parts: tuple[str, ...]
    suffix: str
    spelt: str


@cache
def _lists() -> dict[str, Any]:
    text = resources.files("graph").joinpath("name_words.toml").read_text("utf8")
    return tomllib.loads(text)


@cache
def listed(name: str) -> frozenset[str]:
    """Return one of the word lists."""
    return frozenset(_lists()[name].split())


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """Return a person's name taken apart.

    >>> person_name("Abdel-Fattah el-Sissi").parts
    ('abdfata', 'sisi')
    """
    return _taken_apart(text, plain(text))


@lru_cache(maxsize=65536)
def name_variants(text: str) -> tuple[PersonName, ...]:
    """Return the ways to take a name apart.

    Umlauts written out, hyphens parted, an article written as one with its name,
    French and German spellings read as such.
    """
    found = [person_name(text)]
    if re.search("[äöüøåÄÖÜØÅđĐıİ]", text):
        found.append(_taken_apart(text, umlauts(text)))
    if "-" in text:
        found.append(_taken_apart(text, re.sub(r"(?<=\w{3})-", " ", plain(text))))
    fused = re.sub(r"\b([ae]l)[- ](?=[a-z]{3,}$)", r"\1", plain(text))
    if fused != plain(text):
        found.append(_taken_apart(text, fused))
    found += [_taken_apart(text, other) for other in foreign(text)]
    return tuple(dict.fromkeys(found))


def _taken_apart(text: str, spelt: str) -> PersonName:
    spelt = _WRITTEN_ABD.sub("abdul", spelt)
    spelt = _WRITTEN_DIN.sub("din", spelt)
    raw = [w.strip("'-") for w in re.sub(r"[.,]", " ", spelt).split()]
    raw = [w for w in raw if w]
    suffix = ""
    last = text.replace(".", "").split()[-1:]
    if len(raw) > 1 and last and last[0] in _ROMAN:
        suffix = _ROMAN[last[0]]
        raw.pop()
    elif len(raw) > 2 and raw[-1] in _GENERATION:
        suffix = _GENERATION[raw.pop()]
    words: list[str] = []
    for at, word in enumerate(raw):
        pieces = word.split("-")
        if len(pieces) > 1 and pieces[0] in _GLUED:
            pieces = pieces[1:]
        word = "-".join(pieces)
        particle = word in listed("particles") and at + 1 < len(raw)
        if word and not particle and not (word in listed("courtesy") and not words):
            words.append(word)
    words = words or raw or [spelt]
    keys = tuple(general(w.replace("-", "").replace("'", "")) for w in words)
    return PersonName(tuple(words), keys, suffix, " ".join(words))


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Return the groups of given names that stand for one another, by key."""
    found: dict[str, set[int]] = {}
    listed = resources.files("graph").joinpath("given_groups.tsv.gz").read_bytes()
    for number, row in enumerate(gzip.decompress(listed).decode("utf8").splitlines()):
        for name in row.split("\t"):
            found.setdefault(general(name), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


def given_groups(key: str) -> frozenset[int]:
    """Return the groups of given names that stand for one another, by general key."""
    return _groups().get(key, frozenset())
