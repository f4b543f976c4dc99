"""One key for the many Latin spellings of a name from another script.

For Cyrillic, Arabic, Persian, Hebrew and the rest; Chinese and Korean have schemes of
their own (``graph.eastern_names``). A key is for comparing only, never for showing.

Sources: ISO 9, BGN/PCGN and GOST for Cyrillic; ALA-LC and BGN/PCGN for Arabic,
Persian and Hebrew.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_LATIN: Final = re.compile(r"[A-Za-z]")
_GERMANIC: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "\u0131": "i"}
)

#: Applied in this order to lower-case ASCII.
_GENERAL: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"[^a-z]", ""),
        (r"^abd[aeiou]*(?:l(?=[a-z]{3})|([rsndz])(?=\1))", "abd"),
        (r"(?:[aeu]d)?d?-?d(?:i|ee)ne?$", "din"),
        (r"tzch", "tzh"),
        (r"shch|schtsch|stsch", "S"),
        (r"tsch|tch|tsh|cz", "C"),
        (r"dzh|dsch|dj", "J"),
        (r"sch|sh|sz", "S"),
        (r"zh", "J"),
        (r"kh", "h"),
        (r"gh", "g"),
        (r"^ch(?=[rl])", "h"),
        (r"ch", "C"),
        (r"ph", "f"),
        (r"th", "t"),
        (r"dh", "d"),
        (r"rh", "r"),
        (r"tz|ts|z(?=s)", "s"),
        (r"ck|cq|q", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])", "s"),
        (r"c", "k"),
        (r"w", "v"),
        (r"oe(?=[bcdfghjklmnprstvz])", "u"),
        (r"ae(?=[bcdfghjklmnprstvz])", "e"),
        (r"ue(?=[bcdfghjklmnprstvz])", "u"),
        (r"ou|oo", "u"),
        (r"(?<=[bcdfghjklmnpqrstvzSCJ])ee", "i"),
        (r"aee|aei|ayi|aii|aji$", "ai"),
        (r"iye?v|yev|jev", "ev"),
        (r"(?<=[bcdfghklmnprstvzSCJ])[iyj]ov(?=a?$)|(?<=[SCJ])ov(?=a?$)", "ev"),
        (r"^(?:ye|ie|je(?=[lkv]))", "e"),
        (r"^(?:yu|ju(?=[lrsS])|iu|iou|you)", "iu"),
        (r"^(?:ya|ja(?=[nkr])|ia)", "ia"),
        (r"^(?:yo|io)(?=[^aeiou])", "io"),
        (r"iy|ij|yi|yj|ii|yy|ie$|ey$|ei$|ej$|ay$|aj$", "i"),
        (r"(?:ei|ey|ej|ai|ay|aj)(?=[bdfgklmnprstvzhSCJ])", "ei"),
        (r"y", "i"),
        (r"(?<=[aeiou])j(?![aeiou])", "i"),
        (r"j", "J"),
        (r"ia", "ia"),
        (r"iia|ija|iya", "ia"),
        (r"h$", ""),
        (r"o(?=[hu])", "u"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS: Final = frozenset("aeiou")
#: How far apart consonants are that two romanisations write for one letter.
_NEAR: Final = {
    frozenset(pair): cost
    for cost, pairs in {
        0.35: "Ji",
        0.4: "sz vf JS vu",
        0.45: "kg gh Jg",
        0.5: "kh hC Jz",
        0.6: "sS td bv JC CS Jd Ck",
        0.7: "pb Cs tC",
        0.9: "ks lr",
    }.items()
    for pair in pairs.split()
}


def plain(text: str) -> str:
    """Return a name in lower-case Latin letters of English, whatever its script.

    >>> plain("Çavuşoğlu"), plain("Евгений Тарасов")
    ('cavusoglu', 'evgeniy tarasov')
    """
    turned = anyascii(unicodedata.normalize("NFC", text.replace("ʼ", "'")))
    if not _LATIN.search(text):
        turned = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", turned)
    return turned.lower().replace("’", "'")


def umlauts(text: str) -> str:
    """Return a name in lower-case with umlauts written out: ``ü`` as ``ue``.

    >>> umlauts("Schröder")
    'schroeder'
    """
    return anyascii(
        unicodedata.normalize("NFC", text).lower().translate(_GERMANIC)
    ).lower()


#: What tells that a name is spelt as French or German newspapers spell it, and how its
#: letters are read then.
_FOREIGN: Final = (
    (
        re.compile(r"tch|ï|[gj]u?[ei]u?o|^iou| iou|ou[a-z]{3}|gu[eiï]|dj"),
        (
            (r"tch", "\x00"),
            (r"sch|ch", "sh"),
            ("\x00", "ch"),
            (r"gu(?=[eiy])", "g"),
            (r"dj", "dzh"),
            (r"(?<!d)j(?=[aeiou])", "zh"),
            (r"^iou| iou", " yu"),
            (r"ou", "u"),
        ),
    ),
    (
        re.compile(r"sch|w|j[aeiou]"),
        (
            (r"tsch", "\x00"),
            (r"sch", "\x01"),
            (r"ch", "kh"),
            ("\x00", "ch"),
            ("\x01", "sh"),
            (r"(?<=[aeiou])s(?=[aeiou])|\bs(?=[aeiou])", "z"),
            (r"w", "v"),
            (r"j(?=[aeiou])", "y"),
        ),
    ),
)


def foreign(text: str) -> tuple[str, ...]:
    """Return a name respelt in English where French or German may have spelt it.

    >>> foreign("Iouri Tarassov"), foreign("Maria Tschaikowskaja")
    (('yuri tarassov',), ('maria chaikovskaya',))
    """
    spelt = plain(text)
    found = []
    for marks, rules in _FOREIGN:
        if marks.search(spelt):
            turned = spelt
            for pattern, into in rules:
                turned = re.sub(pattern, into, turned)
            found.append(turned.strip())
    return tuple(t for t in found if t != spelt)


def is_unvowelled(text: str) -> bool:
    """True for a name in Arabic or Hebrew letters, which leave vowels out."""
    return bool(re.search("[\u0590-\u06ff\u0750-\u077f]", text))


def skeleton(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return what the Arabic or Hebrew spelling and the Latin one of a name share.

    >>> skeleton(("ytshk",)) == skeleton(("yitzhak",))
    True
    """
    bare = (re.sub(r"[^a-z]|^al?(?=[bcdfghjklmnpqrstvz]{3})", "", w) for w in words)
    return tuple(
        re.sub(r"(.)\1+", r"\1", re.sub("[aeiouwyvJ]|h$", "", _hard(w))) for w in bare
    )


def _hard(word: str) -> str:
    turned = re.sub("t[sz]|z", "s", re.sub("kh|gh|ch|q|g|j", "k", word))
    return re.sub("ph|f", "p", re.sub("th", "t", re.sub("sh", "s", turned)))


@lru_cache(maxsize=65536)
def general(word: str) -> str:
    """Return the general key of one plain word.

    >>> general("chaikovsky") == general("chaikovskiy"), general("qadhafi")
    (True, 'kadafi')
    """
    for pattern, into in _GENERAL:
        word = pattern.sub(into, word)
    return word


def consonants(key: str) -> str:
    """Return a general key without vowels, its first letter kept.

    >>> consonants(general("volodymyr")) == consonants(general("vladimir"))
    True
    """
    return key[:1] + "".join(c for c in key[1:] if c not in _VOWELS)


@lru_cache(maxsize=65536)
def distance(left: str, right: str) -> float:
    """Return the weighted edit distance of two general keys.

    A vowel costs 0.35 to change and 0.4 to leave out (a last one 0.8, since it
    often tells a woman's name from a man's); a consonant 1, or less where two
    romanisations write one letter so.
    """
    if left == right:
        return 0.0
    above = [0.0]
    for j, c in enumerate(right):
        above.append(above[-1] + _drop(right, j, c))
    for i, a in enumerate(left):
        row = [above[0] + _drop(left, i, a)]
        for j, b in enumerate(right):
            row.append(
                min(
                    above[j] + _swap(a, b),
                    above[j + 1] + _drop(left, i, a),
                    row[j] + _drop(right, j, b),
                )
            )
        above = row
    return above[-1]


def _drop(word: str, at: int, letter: str) -> float:
    if letter in _VOWELS:
        return 0.8 if at == len(word) - 1 and letter == "a" else 0.4
    return 0.5 if letter == "h" else 1.0


def _swap(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _VOWELS and b in _VOWELS:
        return 0.35
    return _NEAR.get(frozenset((a, b)), 1.0)
