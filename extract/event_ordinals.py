"""Which round of talks an article counts: the second, the fourth."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import noun_phrases
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Stretches of talks that are no rounds: "the second day of the talks".
SPANS: Final = frozenset({"day", "week", "hour", "month", "year", "stage", "half"})
ORDINAL: Final = re.compile(
    r"(?i)\b(?:(\d+)(?:st|nd|rd|th)|(first|second|third|fourth|fifth|sixth|seventh"
    r"|eighth|ninth|tenth))\b"
)
NUMBERS: Final = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]


def ordinal_of(token: Token, top: Token) -> int | None:
    """Return 2 for "the second round of talks"; "the first in years" counts nothing."""
    for noun in (top, token):
        if lemma(noun) in SPANS:
            continue
        since = {case for case, _ in noun_phrases(noun)} & {"in", "since", "for"}
        for child in noun.children:
            if child.i >= noun.i or child.dep_ not in {"amod", "nummod", "compound"}:
                continue
            if child.lower_ == "first" and since and lemma(noun) != "round":
                continue
            found = ORDINAL.fullmatch(child.text)
            if found:
                if found[1]:
                    return int(found[1])
                return NUMBERS.index(found[2].lower()) + 1
    return None
