"""What "they", "it" or "the first" at the head of a clause stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

#: Words that take up one of several things named before: "the first broke down".
ONE_OF: Final = frozenset({"first", "second", "third", "fourth", "fifth", "one"})
ONE_OF_TWO: Final = frozenset({"latter", "former", "last", "latest", "another"})
#: Words that take up the subject of the sentence before.
SAME: Final = frozenset({"they", "it", "these", "those", "both"})
SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
#: Tokens of a sentence at least.
SENTENCE: Final = 3


def echoed(subjects: Iterable[Token], wanted: frozenset[str]) -> set[str]:
    """Return which of the wanted nouns a clause without a noun of its own is said of.

    Args:
        subjects: what the clause is said of.
        wanted: lemmas that it may stand for.
    """
    out: set[str] = set()
    for word in subjects:
        if word.lower_ in ONE_OF | ONE_OF_TWO:
            out |= near(word, wanted)
        elif word.lower_ in SAME and not outer(word):
            out |= {lemma(noun) for noun in before(word) if noun.dep_ in SUBJECTS}
    return out & wanted


def near(word: Token, wanted: frozenset[str]) -> set[str]:
    """Return the last wanted noun before a word, in its sentence or the one before."""
    earlier = [*before(word), *word.doc[word.sent.start : word.i]]
    found = [lemma(noun) for noun in earlier if lemma(noun) in wanted]
    return set(found[-1:])


def outer(word: Token) -> bool:
    """True where a sentence names somebody or something before its pronoun."""
    return any(
        token.dep_ in SUBJECTS and token.pos_ in {"NOUN", "PROPN"}
        for token in word.doc[word.sent.start : word.i]
    )


def before(word: Token) -> list[Token]:
    """Return the sentence before the one a word stands in."""
    at = word.sent.start
    while at > 0:
        last = word.doc[at - 1].sent
        if len(last) >= SENTENCE:
            return list(last)
        at = last.start
    return []
