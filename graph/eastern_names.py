"""Chinese and Korean names by their syllables, whichever spelling a text follows.

Sources: the Wade-Giles and Pinyin syllable tables; the McCune-Reischauer, Revised and
customary Korean spellings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

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

#: Spellings of one surname between commas, the key first.
_SURNAMES: Final = """
    kim gim, i lee yi ri rhee li, pak park bak, coe choi choe, kang gang, co cho jo,
    cong jung chung jeong cheong, yun yoon youn, cang jang chang, im lim rim yim, han,
    o oh, so seo suh, sin shin, kwon gwon, hwang, an ahn, song, yu yoo ryu you, hong,
    con jeon chun chon cheon jun, ko koh go, mun moon, yang, son sohn, pae bae,
    pek baek paik paek, ho heo hur huh, no roh noh ro, sim shim, ha, cu joo ju,
    ku koo goo gu, na ra, min, ci ji chi, om um eom, won, pang bang, kong gong,
    hyon hyun, ham, pyon byun byeon, ban pan, thae tae, kil gil, to do doh, chae
"""
_KOREAN_SURNAMES: Final = {
    spelling: spellings[0]
    for group in re.split(r",", _SURNAMES)
    for spellings in (group.split(),)
    for spelling in spellings
}
_KOREAN_SYLLABLE: Final = re.compile(
    r"(?:ch|kk|tt|pp|ss|jj|sh|[kgtdpbjchsnmlrwy])?(?:yeo|yae|weo|wae|you|yoo|eui|ae|eo|eu|oe|oo|ou|ui|wa|we|wi|wo|ya|ye|yo|yu|ee|oi|ah|a|e|i|o|u)(?:ng|ck|[kglmnptbdr])?"
)
_TO_KOREAN: Final = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"^(?:ch|j)", "c"),
        (r"^g", "k"),
        (r"^d", "t"),
        (r"^b", "p"),
        (r"^sh", "s"),
        (r"^r(?=y|i)", ""),
        (r"^l(?=i$)", ""),
        (r"ck$|g(?<!ng)$", "k"),
        (r"b$", "p"),
        (r"d$", "t"),
        (r"r$", "l"),
        (r"yeo|you|yoo|yu|yo", "yO"),
        (r"eui|ui", "i"),
        (r"weo|wo", "wO"),
        (r"eo|eu|oo|ou|o(?!e|i)|u(?!i)", "O"),
        (r"oe|oi", "we"),
        (r"ae|ai", "e"),
        (r"ee", "i"),
    )
)


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
