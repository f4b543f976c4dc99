"""One key for the many Latin spellings of a name from another script.

Three schemes: a general one (Cyrillic, Arabic, Persian, Hebrew and the rest), one
for Chinese (Wade-Giles beside Pinyin) and one for Korean. A key is for comparing
only, never for showing.

Sources: ISO 9, BGN/PCGN and GOST for Cyrillic; ALA-LC and BGN/PCGN for Arabic,
Persian and Hebrew; the Wade-Giles and Pinyin syllable tables; the McCune-Reischauer,
Revised and customary Korean spellings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_LATIN: Final = re.compile(r"[A-Za-z]")
_GERMANIC: Final = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "đ": "dj", "ı": "i"}
)

#: Applied in this order to lower-case ASCII.
_GENERAL: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"[^a-z]", ""),
        (r"^abd[aeiou]*(?:l(?=[a-z]{3})|([rsndz])(?=\1))", "abd"),
        (r"(?:[aeu]d)?d?-?d(?:i|ee)ne?$", "din"),
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
        (r"aee|aei|ayi|aii|aji", "ai"),
        (r"iye?v|yev|jev", "ev"),
        (r"^(?:ye|ie|je(?=[lkv]))", "e"),
        (r"^(?:yu|ju(?=[lrs])|iu|iou|you)", "iu"),
        (r"^(?:ya|ja(?=[nkr])|ia)", "ia"),
        (r"^(?:yo|io)(?=[^aeiou])", "io"),
        (r"iy|ij|yi|yj|ii|yy|ie$|ey$|ei$|ej$|ay$|aj$", "i"),
        (r"(?:ei|ey|ej|ai|ay|aj)(?=[bdfgklmnprstvzhSCJ])", "ei"),
        (r"y", "i"),
        (r"(?<=[aeiou])j", "i"),
        (r"j", "J"),
        (r"ia", "ia"),
        (r"iia|ija|iya", "ia"),
        (r"h$", ""),
        (r"o(?=[hu])", "u"),
        (r"(.)\1+", r"\1"),
    )
)
_VOWELS: Final = frozenset("aeiou")
#: Consonants that two romanisations of one letter write differently, and how far apart they are.
_NEAR: Final = {
    frozenset(pair): cost
    for pair, cost in {
        "kg": 0.45, "gh": 0.45, "kh": 0.5, "hC": 0.5, "sz": 0.4, "sS": 0.6, "td": 0.6,
        "vf": 0.4, "bv": 0.6, "Jz": 0.5, "JS": 0.4, "JC": 0.6, "Jg": 0.45, "Ji": 0.35, "CS": 0.6,
        "ks": 0.9, "pb": 0.7, "Cs": 0.7, "Jd": 0.6, "vu": 0.4, "lr": 0.9, "Ck": 0.6, "tC": 0.7,
    }.items()
}  # fmt: skip


def plain(text: str) -> str:
    """Return a name in lower-case Latin letters of English, whatever its script.

    >>> plain("Çavuşoğlu"), plain("Дмитрий Песков")
    ('cavusoglu', 'dmitriy peskov')
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


@lru_cache(maxsize=65536)
def general(word: str) -> str:
    """Return the general key of one plain word.

    >>> general("medinsky") == general("medinskiy"), general("qadhafi")
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


# -- Chinese

_PINYIN_INITIAL: Final = "zh|ch|sh|b|p|m|f|d|t|n|l|g|k|h|j|q|x|r|z|c|s|y|w|"
_PINYIN_FINAL: Final = (
    "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ao|an|ei|en|er|ia|ie|in|iu|ou"
    "|ua|ue|ui|un|uo|ve|a|e|i|o|u|v"
)
_SYLLABLE: Final = re.compile(rf"(?:{_PINYIN_INITIAL})(?:{_PINYIN_FINAL})")
_WADE: Final = re.compile(
    r"(?:hs|tz|ts'|ch'|k'|p'|t')|ung\b|ung(?=-)|ieh\b|ien\b|ueh\b|erh\b|ih\b|eh\b|hsi|^ou|yeh|yen\b|jen\b|tse\b|tzu\b"
)
_TO_PINYIN: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"'", ""),
        (r"^ing$", "ying"),
        (r"^in$", "yin"),
        (r"jeou$", "jiu"),
        (r"^hs", "x"),
        (r"^(?:tz|ts)(?:u|e)?$", "zi"),
        (r"^(?:tz|ts)", "z"),
        (r"^ch", "zh"),
        (r"^j(?=[aeu])", "r"),
        (r"^yen$", "yan"),
        (r"^yeh$", "ye"),
        (r"^yu(?=ng)", "yo"),
        (r"ung$", "ong"),
        (r"ien$", "ian"),
        (r"ieh$", "ie"),
        (r"ueh$", "ue"),
        (r"uei$", "ui"),
        (r"erh$", "er"),
        (r"ih$", "i"),
        (r"eh$", "e"),
        (r"(?<=^[kgh])o$", "e"),
    )
)
_CLASSES: Final = (
    (re.compile(r"^(?:zh|ch|j|q)"), "C"),
    (re.compile(r"^(?:z|c)"), "Z"),
    (re.compile(r"^[bp]"), "P"),
    (re.compile(r"^[dt]"), "T"),
    (re.compile(r"^[gk]"), "K"),
    (re.compile(r"^x|^sh(?=i)"), "X"),
    (re.compile(r"^C(?:i(?=[aou]))?"), "C"),
)


def syllables(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return a Chinese name's syllables in Pinyin's letters, ``None`` for any other.

    >>> syllables(("mao", "tse-tung")), syllables(("mao", "zedong"))
    (('mao', 'zi', 'tong'), ('mao', 'ze', 'dong'))
    """
    found: list[str] = []
    for word in words:
        for part in word.split("-"):
            split = _split(part)
            if split is None:
                return None
            found += split
    return tuple(found) if 2 <= len(found) <= 4 else None


@lru_cache(maxsize=65536)
def _split(part: str) -> tuple[str, ...] | None:
    turned = part
    for pattern, into in _TO_PINYIN:
        turned = pattern.sub(into, turned)
    if _WADE.search(part) and _SYLLABLE.fullmatch(turned):
        return (turned,)
    bare = part.replace("'", "")
    if turned in {"ying", "yin"} or turned.endswith("jiu"):
        bare = turned
    if _SYLLABLE.fullmatch(bare):
        return (bare,)
    for cut in range(min(6, len(bare) - 1), 0, -1):
        left, right = bare[:cut], bare[cut:]
        if _WADE.search(right) and len(right) > 3:
            first, last = _split(left), _split(right)
            if first and last and len(first) == len(last) == 1:
                return first + last
        if _SYLLABLE.fullmatch(left) and _SYLLABLE.fullmatch(right):
            return (left, right)
    return (turned,) if _SYLLABLE.fullmatch(turned) else None


def is_wade(words: tuple[str, ...]) -> bool:
    """True where a name is written in the manner of Wade and Giles."""
    return any(_WADE.search(w) or "-" in w for w in words)


def chinese_class(syllable: str) -> str:
    """Return a syllable with what Wade-Giles leaves open made one class.

    >>> chinese_class("deng") == chinese_class("teng")
    True
    """
    for pattern, into in _CLASSES:
        syllable = pattern.sub(into, syllable)
    return syllable.replace("e", "i") if syllable in {"Ze", "Zi"} else syllable


# -- Korean

_KOREAN_SURNAMES: Final = {
    spelling: group.split()[0]
    for group in (
        "kim gim", "i lee yi ri rhee li", "pak park bak", "coe choi choe", "cong jung chung jeong cheong",
        "kang gang", "co cho jo", "yun yoon youn", "cang jang chang", "im lim rim yim", "han",
        "o oh", "so seo suh", "sin shin", "kwon gwon", "hwang", "an ahn", "song", "yu yoo ryu you",
        "hong", "con jeon chun chon cheon jun", "ko koh go", "mun moon", "yang", "son sohn", "pae bae",
        "pek baek paik paek", "ho heo hur huh", "no roh noh ro", "sim shim", "ha", "cu joo ju", "ku koo goo gu",
        "na ra", "min", "ci ji chi", "om um eom", "won", "pang bang", "kong gong",
        "hyon hyun", "ham", "pyon byun byeon", "ban pan", "hyo", "thae tae", "kil gil", "to do doh", "chae",
    )
    for spelling in group.split()
}  # fmt: skip
_KOREAN_SYLLABLE: Final = re.compile(
    r"(?:ch|kk|tt|pp|ss|jj|sh|[kgtdpbjchsnmlrwy])?(?:yeo|yae|weo|wae|you|yoo|eui|ae|eo|eu|oe|oo|ou|ui|wa|we|wi|wo|ya|ye|yo|yu|ee|oi|ah|a|e|i|o|u)(?:ng|ck|[kglmnptbdr])?"
)
_TO_KOREAN: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^(?:ch|j)", "c"), (r"^g", "k"), (r"^d", "t"), (r"^b", "p"), (r"^sh", "s"), (r"^r(?=y|i)", ""),
        (r"^l(?=i$)", ""), (r"ck$|g(?<!ng)$", "k"), (r"b$", "p"), (r"d$", "t"), (r"r$", "l"),
        (r"yeo|you|yoo|yu|yo", "yO"), (r"eui|ui", "i"), (r"weo|wo", "wO"), (r"eo|eu|oo|ou|o(?!e|i)|u(?!i)", "O"),
        (r"oe|oi", "we"), (r"ae|ai", "e"), (r"ee", "i"),
    )
)  # fmt: skip


def korean(words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Return the key of a Korean name, surname first; ``None`` for any other name.

    >>> korean(("kim", "jong-un")) == korean(("kim", "chong", "un"))
    True
    >>> korean(("kim", "jong-il")) == korean(("kim", "jong-un"))
    False
    """
    parts = [p for w in words for p in w.split("-")]
    if len(parts) == 2 and len(parts[1]) >= 5:
        cut = _cut_korean(parts[1])
        parts = [parts[0], *cut] if cut else parts
    if len(parts) != 3:
        return None
    orders = [parts]
    if words[-1] == parts[2] and "-" in words[0]:
        orders.append([parts[2], *parts[:2]])
    for order in orders:
        surname = _KOREAN_SURNAMES.get(order[0])
        if surname and all(_KOREAN_SYLLABLE.fullmatch(p) for p in order[1:]):
            return (surname, *(_korean_class(p) for p in order[1:]))
    return None


def _cut_korean(word: str) -> list[str] | None:
    for at in range(len(word) - 2, 1, -1):
        if _KOREAN_SYLLABLE.fullmatch(word[:at]) and _KOREAN_SYLLABLE.fullmatch(
            word[at:]
        ):
            return [word[:at], word[at:]]
    return None


def _korean_class(syllable: str) -> str:
    for pattern, into in _TO_KOREAN:
        syllable = pattern.sub(into, syllable)
    return syllable
