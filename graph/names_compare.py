"""How likely two written names are one person's, one place's, one body's name.

Names alone: what the articles say besides is weighed in ``graph.identity``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Final

from graph.romanisation import (
    chinese_class,
    consonants,
    distance,
    general,
    is_wade,
    korean,
    plain,
    syllables,
    umlauts,
)

PARTICLES: Final = frozenset(
    ["al", "el", "ul", "ibn", "bin", "bint", "ben", "bar", "de", "da", "das", "del", "della", "der", "den", "di", "do", "dos", "du", "la", "le", "las", "los", "van", "von", "zu", "zur", "ter", "ten", "af", "av", "y", "e", "the"]
)
_GLUED: Final = frozenset(["al", "el", "as", "ash", "ar", "ad", "an", "az", "at", "ul", "abu"]) - {"abu"}
_COURTESY: Final = frozenset(
    ["mr", "mrs", "ms", "miss", "dr", "prof", "sir", "lord", "lady", "dame", "sheikh", "sheik", "shaikh", "president", "minister", "general", "gen", "senator", "sen", "rep", "ayatollah", "mullah", "imam", "king", "queen", "prince", "princess", "pope", "hajji", "haji", "sayyid", "seyyed", "daw", "u", "hon", "rev"]
) - {"u"}
_SUFFIX: Final = {
    "jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "fils": "jr", "pere": "sr",
    "i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7", "viii": "8",
    "ix": "9", "x": "10", "xi": "11", "xii": "12", "xiii": "13", "xiv": "14", "xv": "15",
    "xvi": "16", "xxiii": "23",
}  # fmt: skip
#: A part of a full name is the other's from this likeness on.
ALIKE: Final = 0.885


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are.

    Attributes:
        score: 0 for different, 1 for the same letters.
        why: in words.
    """

    score: float
    why: str


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


@lru_cache(maxsize=65536)
def person_name(text: str) -> PersonName:
    """Return a person's name taken apart.

    >>> person_name("Abdel-Fattah el-Sissi").parts
    ('abdfata', 'sisi')
    """
    spelt = umlauts(text) if re.search("[äöüøåÄÖÜØÅđĐ]", text) else plain(text)
    spelt = re.sub(
        r"\b(?:abd)[- ]?(?:[aeuo]?[lrsnzd]|ol)?[- ](?=[a-z])", "abdul", spelt
    )
    spelt = re.sub(r"\babd([aeuo][lrsnzd])[- ]", r"abd\1", spelt)
    spelt = re.sub(r"[- ](?:al|el|ad|ed|ud|ul|e|u)[- ]?d(?:i|ee)ne?\b", "din", spelt)
    spelt = re.sub(r"[.,]", " ", spelt)
    raw = [w.strip("'-") for w in spelt.split()]
    suffix = ""
    if len(raw) > 2 and raw[-1] in _SUFFIX:
        suffix = _SUFFIX[raw.pop()]
    words: list[str] = []
    for word in raw:
        pieces = word.split("-")
        if len(pieces) > 1 and pieces[0] in _GLUED:
            pieces = pieces[1:]
        word = "-".join(pieces)
        bare = word.replace("'", "")
        if bare and bare not in PARTICLES and not (bare in _COURTESY and not words):
            words.append(word)
    if not words:
        words = [w for w in raw if w] or [spelt]
    keys = tuple(general(w.replace("-", "").replace("'", "")) for w in words)
    return PersonName(tuple(words), keys, suffix, " ".join(words))


@cache
def _groups() -> dict[str, frozenset[int]]:
    """Return the groups of given names that stand for one another, by key."""
    text = resources.files("graph").joinpath("given_names.toml").read_text("utf8")
    found: dict[str, set[int]] = {}
    for number, group in enumerate(tomllib.loads(text)["same"]):
        for name in group.split():
            found.setdefault(general(plain(name)), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in found.items()}


@lru_cache(maxsize=65536)
def part_likeness(left: str, right: str) -> float:
    """Return how alike two keys of name parts are, 0 to 1.

    >>> part_likeness("putin", "medinski") < 0.5
    True
    """
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if len(short) == 1:
        return 0.9 if long.startswith(short) else 0.0
    if len(short) <= 3 and consonants(left) != consonants(right):
        return 0.0
    likeness = 1 - distance(left, right) / max(len(short), len(long) - 1, 3)
    if (
        left[0] != right[0]
        and left[0] not in "aeiou"
        and distance(left[0], right[0]) > 0.5
    ):
        likeness -= 0.15
    return max(0.0, likeness)


def _given_likeness(left: str, right: str) -> float:
    alike = part_likeness(left, right)
    if alike < 0.95 and _groups().get(left, frozenset()) & _groups().get(
        right, frozenset()
    ):
        return 0.95
    return alike


def compare_people(left: str, right: str) -> Likeness:
    """Return how likely two full names are one person's.

    A name of one word has no full name to compare: such a pair is alike only where
    the words are.

    >>> compare_people("Dmitry Peskov", "Dmitri Peskov").score > 0.9
    True
    >>> compare_people("Kim Jong Il", "Kim Jong-un").score
    0.0
    """
    if left == right:
        return Likeness(1.0, "same letters")
    a, b = person_name(left), person_name(right)
    if a.suffix != b.suffix:
        return Likeness(0.0, "the names count different people of one name")
    if a.spelt == b.spelt or a.spelt.replace("-", "").replace(
        " ", ""
    ) == b.spelt.replace("-", "").replace(" ", ""):
        return Likeness(0.99, "same letters but for marks, hyphens and particles")
    eastern = _eastern(a, b)
    if eastern is not None:
        return eastern
    if len(a.words) == 1 or len(b.words) == 1:
        if len(a.words) != len(b.words):
            return Likeness(0.0, "one is a single word")
        alike = part_likeness(a.parts[0], b.parts[0])
        return Likeness(alike if alike >= 0.93 else 0.0, "one word, spelt alike")
    return max(
        (_aligned(a.parts, b.parts), _turned(a.parts, b.parts)), key=lambda x: x.score
    )


def _eastern(a: PersonName, b: PersonName) -> Likeness | None:
    """Compare as Korean and as Chinese names, ``None`` where they are neither."""
    left, right = korean(a.words), korean(b.words)
    if left and right:
        if left == right:
            return Likeness(0.93, "same Korean syllables")
        if left[0] == right[0]:
            return Likeness(0.0, "different Korean given names")
    one, two = syllables(a.words), syllables(b.words)
    if one is None or two is None:
        return None
    if one == two or (sorted(one) == sorted(two) and one[-1:] + one[:-1] == two):
        return Likeness(0.95, "same Chinese syllables")
    if len(one) == len(two) and (is_wade(a.words) or is_wade(b.words)):
        if tuple(map(chinese_class, one)) == tuple(map(chinese_class, two)):
            return Likeness(0.9, "same Chinese syllables, one in Wade-Giles")
    if left is None or right is None:
        turned = {one[-2:] + one[:-2], one[-1:] + one[:-1]}
        if two in turned:
            return Likeness(0.93, "same Chinese syllables, surname last")
        if all(len(s) <= 6 for s in one + two):
            return Likeness(0.0, "different Chinese syllables")
    return None


def _aligned(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """Compare first with first and last with last; what is over lies between or after."""
    short, long = sorted((a, b), key=len)
    surname = part_likeness(short[-1], long[-1])
    first = _given_likeness(short[0], long[0])
    over = len(long) - len(short)
    if surname >= ALIKE and first >= ALIKE - 0.06:
        if short[0] != long[0] and _women(short[0], long[0]):
            return Likeness(0.0, "a man's and a woman's given name")
        if _women(short[-1], long[-1]):
            return Likeness(0.0, "a man's and a woman's surname")
        score = 0.5 * surname + 0.5 * min(first, 1.0)
        if min(len(short[0]), len(long[0])) == 1 and len(short[0]) != len(long[0]):
            return Likeness(min(score, 0.74), "same surname and first initial")
        middle_a, middle_b = short[1:-1], long[1:-1]
        return _middles(score, middle_a, middle_b)
    if over and len(short) >= 2:
        if first >= ALIKE and any(
            part_likeness(short[-1], p) >= 0.95 for p in long[1:-1]
        ):
            at = next(
                i
                for i, p in enumerate(long)
                if i and part_likeness(short[-1], p) >= 0.95
            )
            if at >= len(short) - 1:
                return Likeness(0.78, "a second surname is left out")
        if surname >= 0.95 and any(
            _given_likeness(short[0], p) >= 0.95 for p in long[1:-1]
        ):
            return Likeness(0.76, "a first given name is left out")
    return Likeness(0.0, "different given name or surname")


def _middles(score: float, short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    if not short and not long:
        return Likeness(score, "given name and surname spelt alike")
    left = [p for p in short if p]
    over = list(long)
    for part in left:
        fit = next((p for p in over if part_likeness(part, p) >= 0.85), None)
        if fit is None:
            return Likeness(0.0, "different middle names")
        over.remove(fit)
    if not over:
        return Likeness(score, "all names spelt alike")
    if any(len(p) == 1 for p in over):
        return Likeness(min(score, 0.66), "a middle initial is in one name only")
    return Likeness(min(score, 0.85), "a middle name is left out")


def _turned(a: tuple[str, ...], b: tuple[str, ...]) -> Likeness:
    """Compare a name with another that has its surname first."""
    for one in (b[-1:] + b[:-1], b[1:] + b[:1]):
        if len(one) == len(a) and all(
            part_likeness(x, y) >= 0.95 for x, y in zip(a, one, strict=True)
        ):
            return Likeness(0.88, "same names, surname first in one")
    return Likeness(0.0, "different given name or surname")


def _women(left: str, right: str) -> bool:
    """True where one word is the other with a woman's ending."""
    short, long = sorted((left, right), key=len)
    return len(short) > 2 and (
        long == short + "a"
        or (short.endswith(("ski", "oi", "i")) and long == short[:-1] + "aia")
        or (short.endswith("ski") and long == short[:-1] + "a")
        or (left[:-1] == right[:-1] and {left[-1], right[-1]} == {"o", "a"})
        or (short.endswith("i") and long == short + "ia")
    )


_NOT_WORDS: Final = frozenset(["the", "of", "and", "for", "on", "in", "to", "de", "la", "le", "du", "des", "al"])


@lru_cache(maxsize=65536)
def thing_key(text: str) -> str:
    """Return the name of a place or body as it is compared: folded words.

    >>> thing_key("The U.N. Security Council")
    'un security council'
    """
    words = re.sub(
        r"[^a-z0-9 ]+", " ", plain(text).replace(".", "").replace("'s ", " ")
    ).split()
    return " ".join(w for w in words if w != "the") or plain(text)


def compare_things(left: str, right: str) -> Likeness:
    """Return how likely two names are one place's or one body's.

    >>> compare_things("Zaporozhye", "Zaporozhie").score > 0.9
    True
    >>> compare_things("Niger", "Nigeria").score
    0.0
    """
    a, b = thing_key(left), thing_key(right)
    if a == b:
        return Likeness(1.0, "same name")
    one, two = a.split(), b.split()
    drop = (
        [w for w in one if w not in _NOT_WORDS],
        [w for w in two if w not in _NOT_WORDS],
    )
    if drop[0] == drop[1]:
        return Likeness(0.97, "same words but for articles")
    if len(drop[0]) == len(drop[1]):
        scores = [_word_likeness(x, y) for x, y in zip(*drop, strict=True)]
        if min(scores) >= 0.9:
            return Likeness(min(0.94, sum(scores) / len(scores)), "spelt alike")
    if a.replace(" ", "") == b.replace(" ", ""):
        return Likeness(0.95, "same letters but for spaces")
    return Likeness(0.0, "different words")


def _word_likeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if left.rstrip("s") == right.rstrip("s") or left.replace("z", "s") == right.replace(
        "z", "s"
    ):
        return 0.97
    x, y = general(left), general(right)
    if x == y and len(x) >= 4:
        return 0.96
    if (
        min(len(x), len(y)) < 6
        or x[:2] != y[:2]
        or (x.endswith("a") != y.endswith("a"))
    ):
        return 0.0
    return 1 - distance(x, y) / min(len(x), len(y))
