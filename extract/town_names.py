"""Towns as agencies write them: "Yakima, Wash.", "Dar es Salaam".

A state's abbreviation behind a town's comma, or one of single letters, is the state;
the name before that comma is a town.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from extract.cities import find_cities
from extract.doc_text import text_of
from extract.gazetteer import lexicon
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_SMALL: Final = spaced(
    """
    al am an and auf au aux by d da das de del della den der des di do dos du e el
    en es in l la las le les los na nad of on op sous sur the upon y zur
    """
)
#: Spots that a number tells apart: "Gate 4", "Number 12 Village".
_NUMBERED: Final = spaced(
    """
    Gate Terminal Pier Berth Quay Wharf Platform Block Sector Zone District Area
    Building Camp Route Highway Checkpoint Number No. Hall Tower Ward Precinct
    """
)


def is_numbered(name: str, number: str) -> bool:
    """True for a spot's number behind its name.

    >>> is_numbered("Gate", "4"), is_numbered("Article", "4")
    (True, False)
    """
    return number.isdigit() and name in _NUMBERED


@cache
def _states() -> dict[str, str]:
    listed = lexicon("states")["abbreviations"]
    return {short: name for name in sorted(listed) for short in listed[name]}


def full_state(text: str) -> str:
    """Return the state or province that an abbreviation is of, else the text.

    >>> full_state("Calif."), full_state("N.Y."), full_state("Oslo")
    ('California', 'New York State', 'Oslo')
    """
    states = _states()
    return states.get(text) or states.get(text + ".") or text


def state_at(doc: Doc, word: Word) -> str:
    """Return the state that a word abbreviates where it stands, else ``""``."""
    text = text_of(doc)
    if text[word.end : word.end + 1] != "." and not word.text.endswith("."):
        return ""
    name = full_state(word.text)
    behind = word.first > 0 and doc[word.first - 1].text == ","
    after = doc[word.last + 1] if word.last + 1 < len(doc) else None
    goes_on = after is not None and after.text[:1].isupper() and not after.is_sent_start
    lettered = word.text.count(".") > 1 and word.text.isupper() and not goes_on
    return name if name != word.text and (behind or lettered) else ""


def before_state(doc: Doc, last: int) -> bool:
    """True where a comma and a state's abbreviation follow a name."""
    if last + 2 >= len(doc) or doc[last + 1].text != ",":
        return False
    token = doc[last + 2]
    text = token.text
    dotted = text.endswith(".") or text_of(doc)[token.idx + len(text) :][:1] == "."
    return dotted and full_state(text) != text


def town_end(items: tuple[Word, ...], at: int) -> int:
    """Return one past a listed town with small words in its name, else ``at``."""
    for end in range(min(at + 5, len(items)), at + 2, -1):
        inner = [word.text for word in items[at + 1 : end - 1]]
        if not items[end - 1].capital or not any(w in _SMALL for w in inner):
            continue
        if all(word.capital or word.text in _SMALL for word in items[at:end]):
            cities = find_cities(" ".join(word.text for word in items[at:end]))
            if cities and {"and", "of"}.isdisjoint(inner):
                return end
    return at
