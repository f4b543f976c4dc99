"""How likely two written names are one person's, one place's, one body's name.

Names alone: what the articles say besides is weighed in ``graph.identity``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from graph.eastern_names import chinese_class, is_wade, korean, syllables
from graph.person_names import (
    PersonName,
    given_groups,
    listed,
    name_variants,
    person_name,
)
from graph.romanisation import (
    consonants,
    distance,
    general,
    is_unvowelled,
    plain,
    skeleton,
)

_MIXED: Final = str.maketrans("eiougkCJSzfbwt", "aaaakkkkssvvvd")
#: From this likeness on a surname, or a given name, is the other's.
SURNAME: Final = 0.895
GIVEN: Final = 0.825
#: The same where no romanisation stands between two given names.
_SURELY: Final = 0.93
#: Enough for a long surname with the same consonants beside the same given name.
SAME_SOUNDS: Final = 0.87
#: So many consonants are needed to compare scripts without vowels.
_TELLING: Final = 5


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are.

    Attributes:
        score: 0 for different, 1 for the same letters.
        why: in words.
    """

    score: float
    why: str


@lru_cache(maxsize=65536)
def _letters_of(key: str) -> frozenset[str]:
    """Return the consonants of a key, those that spellings mix up as one."""
    return frozenset(key.translate(_MIXED)) - {"a", "h"}


@lru_cache(maxsize=65536)
def part_likeness(left: str, right: str) -> float:
    """Return how alike two keys of name parts are, 0 to 1.

    >>> part_likeness("tarasov", "okonkvo") < 0.5
    True
    """
    if left == right:
        return 1.0
    short, long = sorted((left, right), key=len)
    if len(short) <= 1:
        return 0.9 if short and long.startswith(short) else 0.0
    if len(short) <= 3 and _bare(left) != _bare(right):
        return 0.0
    if len(_letters_of(left) ^ _letters_of(right)) > 3:
        return 0.0
    likeness = 1 - distance(left, right) / max(len(short), len(long) - 1, 3)
    firsts = {left[0], right[0]}
    if (
        len(firsts) == 2
        and not firsts & set("aeiou")
        and distance(*sorted(firsts)) > 0.5
    ):
        likeness -= 0.15
    return max(0.0, likeness)


def _bare(key: str) -> str:
    """Return the consonants of a key, and whether a vowel stands first."""
    return consonants("a" + key.lstrip("aeiou") if key[0] in "aeiou" else key)


def _given_likeness(left: str, right: str) -> float:
    alike = part_likeness(left, right)
    both = given_groups(left) & given_groups(right)
    return 0.95 if alike < 0.95 and both else alike


def compare_people(left: str, right: str) -> Likeness:
    """Return how likely two full names are one person's.

    A name of one word has no full name to compare: such a pair is alike only where
    the words are.

    >>> compare_people("Yevgeny Tarasov", "Evgeni Tarasov").score > 0.9
    True
    >>> compare_people("Kim Jong Il", "Kim Jong-un").score
    0.0
    """
    if left == right:
        return Likeness(1.0, "same letters")
    if is_unvowelled(left) != is_unvowelled(right):
        return _without_vowels(person_name(left), person_name(right))
    tried = [_compare(a, b) for a in name_variants(left) for b in name_variants(right)]
    return max(tried, key=lambda found: found.score)


def _without_vowels(a: PersonName, b: PersonName) -> Likeness:
    """Compare a name in Arabic or Hebrew letters with one in Latin letters."""
    one, two = (tuple(w for w in skeleton(name.words) if w) for name in (a, b))
    if one == two and sum(map(len, one)) >= _TELLING:
        return Likeness(0.85, "same consonants in both scripts")
    return Likeness(0.0, "different consonants")


@lru_cache(maxsize=65536)
def _compare(a: PersonName, b: PersonName) -> Likeness:
    if a.suffix != b.suffix:
        return Likeness(0.0, "the names count different people of one name")
    if _letters(a) == _letters(b):
        return Likeness(0.99, "same letters but for marks, hyphens and particles")
    eastern = _eastern(a, b)
    if eastern is not None:
        return eastern
    if len(a.words) == 1 or len(b.words) == 1:
        if len(a.words) != len(b.words):
            return Likeness(0.0, "one is a single word")
        alike = part_likeness(a.parts[0], b.parts[0])
        return Likeness(alike if alike >= 0.93 else 0.0, "one word, spelt alike")
    pair = _aligned(a, b), _turned(a.parts, b.parts)
    return max(pair, key=lambda found: found.score)


def _letters(name: PersonName) -> str:
    return re.sub(r"[- ']", "", name.spelt)


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
    if one == two:
        return Likeness(0.95, "same Chinese syllables")
    wade = is_wade(a.words) or is_wade(b.words)
    if wade and list(map(chinese_class, one)) == list(map(chinese_class, two)):
        return Likeness(0.9, "same Chinese syllables, one in Wade-Giles")
    if two in {one[-2:] + one[:-2], one[-1:] + one[:-1]}:
        return Likeness(0.93, "same Chinese syllables, surname last")
    if left is None or right is None:
        return Likeness(0.0, "different Chinese syllables")
    return None


def _aligned(a: PersonName, b: PersonName) -> Likeness:
    """Compare first with first and last with last, then what lies between."""
    one, two = sorted((a, b), key=lambda name: len(name.parts))
    short, long = one.parts, two.parts
    surname = part_likeness(short[-1], long[-1])
    first = _given_likeness(short[0], long[0])
    least = 0.97 if _western(one, two) else SURNAME
    if short[0] == long[0] and consonants(short[-1]) == consonants(long[-1]):
        least = SAME_SOUNDS if least == SURNAME else least
    if surname >= least and first >= (_SURELY if _latin(one, two) else GIVEN):
        if _tells_gender(short[0], long[0]) or _woman(short[-1], long[-1]):
            return Likeness(0.0, "a man's and a woman's name")
        score = 0.5 * surname + 0.5 * first
        if min(len(short[0]), len(long[0])) == 1 and short[0] != long[0]:
            return Likeness(min(score, 0.74), "same surname and first initial")
        return _middles(score, short[1:-1], long[1:-1])
    if len(long) > len(short) >= 2:
        inner = [
            i
            for i, p in enumerate(long[1:-1], 1)
            if part_likeness(short[-1], p) >= 0.95
        ]
        if first >= SURNAME and inner and inner[0] >= len(short) - 1:
            return Likeness(0.78, "a second surname is left out")
        if surname >= 0.95 and any(
            _given_likeness(short[0], p) >= 0.95 for p in long[1:-1]
        ):
            return Likeness(0.76, "a first given name is left out")
    return Likeness(0.0, "different given name or surname")


def _western(a: PersonName, b: PersonName) -> bool:
    """True where one given name says that the name was never romanised."""
    return a.words[0] == b.words[0] and a.words[0] in listed("latin")


def _latin(a: PersonName, b: PersonName) -> bool:
    """True where either given name is of a language that Latin letters write."""
    return bool({a.words[0], b.words[0]} & listed("latin"))


def _middles(score: float, short: tuple[str, ...], long: tuple[str, ...]) -> Likeness:
    over = list(long)
    for part in short:
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


def _tells_gender(left: str, right: str) -> bool:
    """True where two given names are a man's and a woman's form of one name."""
    short, long = sorted((left, right), key=len)
    return len(short) > 2 and (
        long == short + "a"
        or (short.endswith("i") and long == short + "a")
        or (left[:-1] == right[:-1] and {left[-1], right[-1]} == {"o", "a"})
        or (long[:-2] == short and long.endswith("ia"))
    )


def _woman(left: str, right: str) -> bool:
    """True where one surname is the other with a Slavic woman's ending."""
    short, long = sorted((left, right), key=len)
    return (long == short + "a" and short.endswith(("v", "n"))) or (
        short.endswith(("ski", "oi")) and long in {short[:-1] + "aia", short[:-1] + "a"}
    )


_LONG: Final = 9
_SMALL: Final = frozenset(
    {"of", "the", "and", "for", "on", "in", "to", "de", "du", "des"}
)
_BRITISH: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"\b(lab|harb|fav|hon|neighb)our", r"\1or"),
        (r"\bcentre\b", "center"),
        (r"\bdefence\b", "defense"),
        (r"\bprogramme\b", "program"),
        (r"is(?=ation|ed\b|ing\b)", "iz"),
        (r"\bst\b", "saint"),
    )
)


@lru_cache(maxsize=65536)
def thing_key(text: str) -> str:
    """Return the name of a place or body as it is compared: folded words.

    >>> thing_key("The U.N. Security Council"), thing_key("Labour Party")
    ('un security council', 'labor party')
    """
    folded = plain(text).replace(".", "").replace("'s ", " ").replace("'", "")
    words = re.sub(r"[^a-z0-9 ]+", " ", folded).split()
    key = " ".join(w for w in words if w != "the") or folded
    for pattern, into in _BRITISH:
        key = pattern.sub(into, key)
    return key


def compare_things(left: str, right: str) -> Likeness:
    """Return how likely two names are one place's or one body's.

    >>> compare_things("Ekaterinodar", "Yekaterinodar").score > 0.9
    True
    >>> compare_things("Niger", "Nigeria").score
    0.0
    """
    a, b = thing_key(left), thing_key(right)
    if a == b:
        return Likeness(1.0, "same name")
    one = [w for w in a.split() if w not in _SMALL]
    two = [w for w in b.split() if w not in _SMALL]
    if one and one == two:
        return Likeness(0.97, "same words but for small ones")
    if one and len(one) == len(two):
        scores = [_word_likeness(x, y) for x, y in zip(one, two, strict=True)]
        if min(scores) >= 0.92:
            return Likeness(min(0.94, sum(scores) / len(scores)), "spelt alike")
    if _unspaced(a, b):
        return Likeness(0.95, "same letters but for spaces")
    return Likeness(0.0, "different words")


def _unspaced(a: str, b: str) -> bool:
    """True where two names are one but for spaces, and for a vowel where they are."""
    left, right = a.replace(" ", ""), b.replace(" ", "")
    return left == right or (
        a.count(" ") != b.count(" ")
        and min(len(left), len(right)) >= _LONG
        and _word_likeness(left, right) >= 0.94
    )


def _word_likeness(left: str, right: str) -> float:
    if left == right:
        return 1.0
    if left.rstrip("s") == right.rstrip("s") and min(len(left), len(right)) > 3:
        return 0.97
    x, y = general(left), general(right)
    if x == y and len(x) >= 4:
        return 0.96
    vowels = x.endswith("a") != y.endswith("a")
    if min(len(x), len(y)) < 6 or x[:2] != y[:2] or vowels:
        return 0.0
    return 1 - distance(x, y) / min(len(x), len(y))
