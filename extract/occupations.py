"""People by the work that they stop when they strike (``lexicon/occupations.toml``)."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from extract.errors import LexiconError


@cache
def occupations() -> frozenset[str]:
    """Return what workers are called, in the singular: "docker", "staff".

    Raises:
        LexiconError: the file is not what it should be.
    """
    source = files("extract").joinpath("lexicon", "occupations.toml")
    try:
        table = tomllib.loads(source.read_text(encoding="utf-8"))
        people = [word for some in table["occupations"].values() for word in some]
        return frozenset([*people, *table["groups"]["nouns"]])
    except (KeyError, TypeError, tomllib.TOMLDecodeError) as error:
        msg = f"lexicon/occupations.toml cannot be read: {error}"
        raise LexiconError(msg) from error


def plural(word: str) -> str:
    """Return the plural of what workers are called.

    >>> plural("docker"), plural("fireman"), plural("waitress")
    ('dockers', 'firemen', 'waitresses')
    """
    if word.endswith("man"):
        return f"{word[:-2]}en"
    return f"{word}es" if word.endswith(("s", "x", "ch", "sh")) else f"{word}s"


@cache
def workers() -> frozenset[str]:
    """Return what workers are called, in both numbers."""
    return occupations() | {plural(word) for word in occupations()}


def names_workers(word: str) -> bool:
    """True for a word that calls people by their work, whatever its case and ending.

    >>> names_workers("Dockers'"), names_workers("firemen"), names_workers("senators")
    (True, True, False)
    """
    low = word.lower().strip("'\u2019")
    return low.removesuffix("'s").removesuffix("\u2019s") in workers()
