"""Which word of a lexicon a token is a form of, whatever a model's lemma says.

Lemmas that a statistical model guesses are sometimes off for the irregular and
the rare ("adopte"). The word lists of the finders are closed, so the forms of
their words can be written out and looked up.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from extract.errors import LexiconError

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Lists whose words are looked up by form.
LISTS = (
    "events.toml",
    "event_acts.toml",
    "event_moves.toml",
    "event_deals.toml",
    "event_phrases.toml",
    "event_nouns.toml",
    "event_public.toml",
    "proposals.toml",
    "terms.toml",
    "modality.toml",
)


def verb_forms(verb: str) -> set[str]:
    """Return a regular verb's forms.

    >>> sorted(verb_forms("deny"))
    ['denied', 'denies', 'deny', 'denying']
    >>> sorted(verb_forms("propose"))
    ['propose', 'proposed', 'proposes', 'proposing']
    """
    forms = {verb}
    if verb.endswith("e"):
        stem = verb[:-1]
        return forms | {
            verb + "s",
            verb + "d",
            (verb if verb[-2:] == "ee" else stem) + "ing",
        }
    if re.search(r"[^aeiou]y$", verb):
        return forms | {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    ending = "es" if re.search(r"(?:s|x|z|ch|sh)$", verb) else "s"
    return forms | {verb + ending, verb + "ed", verb + "ing"}


def noun_forms(noun: str) -> set[str]:
    """Return a regular noun's singular and plural.

    >>> sorted(noun_forms("treaty"))
    ['treaties', 'treaty']
    """
    if re.search(r"[^aeiou]y$", noun):
        return {noun, noun[:-1] + "ies"}
    ending = "es" if re.search(r"(?:s|x|z|ch|sh)$", noun) else "s"
    return {noun, noun + ending}


@cache
def forms() -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Return the verb and the noun that each known form is of.

    Raises:
        LexiconError: a list is not what it should be.
    """
    words: set[str] = set()
    folder = files("extract").joinpath("lexicon")
    try:
        for name in LISTS:
            text = folder.joinpath(name).read_text(encoding="utf-8")
            words |= set(words_in(tomllib.loads(text)))
        text = folder.joinpath("inflections.toml").read_text(encoding="utf-8")
        irregular = tomllib.loads(text)
        verbs: dict[str, str] = {}
        nouns: dict[str, str] = {}
        for word in sorted(words):
            for form in verb_forms(word):
                verbs.setdefault(form, word)
            for form in noun_forms(word):
                nouns.setdefault(form, word)
        for table, name in ((verbs, "verbs"), (nouns, "nouns")):
            for word, some in irregular[name].items():
                table[word] = word
                table.update(dict.fromkeys(some, word))
    except (KeyError, tomllib.TOMLDecodeError) as error:
        msg = f"a list of forms cannot be read: {error}"
        raise LexiconError(msg) from error
    return verbs, nouns


def words_in(value: Any) -> Iterable[str]:
    """Yield the single words of a lexicon, at any depth."""
    if isinstance(value, str):
        if re.fullmatch(r"[a-z]+(?:-[a-z]+)*", value):
            yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from words_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words_in(inner)


#: Verbs that end in a double letter of their own.
DOUBLE: Final = frozenset(
    {"add", "err", "ebb", "egg", "butt", "boycott", "abet", "net", "putt", "purr"}
)


def undoubled(form: str, word: str) -> str:
    """Return a verb without the letter that "-ed" and "-ing" double.

    >>> undoubled("stunned", "stunn"), undoubled("added", "add")
    ('stun', 'add')
    """
    twice = len(word) > 3 and word[-1] == word[-2] and word[-1] in "bdgmnprt"
    if twice and form != word and word not in DOUBLE:
        return word[:-1]
    return word


def lemma(token: Token) -> str:
    """Return the dictionary form of a token, in small letters."""
    verbs, nouns = forms()
    form = token.lower_
    if token.pos_ in {"VERB", "AUX"}:
        return verbs.get(form) or undoubled(form, str(token.lemma_.lower()))
    if token.pos_ in {"NOUN", "PROPN"}:
        return nouns.get(form) or str(token.lemma_.lower())
    return str(token.lemma_.lower()) or form
