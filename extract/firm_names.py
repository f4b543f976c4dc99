"""Names of firms: "Alderfield's Inc.", "Marsh, Keel & Co.", "Cie. de Mixte".

A legal form ends a firm's name and is none by itself. What stands before it, back to
where capitals begin, belongs to the name: an owner's mark before a legal form, an
ampersand with the commas before it, a state in brackets. "X Corp. and Y Corp." are
two; "X Corp. of Cleveland" is X Corp.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from extract.form_marks import is_form, is_sure_form
from extract.gazetteer import fold, look_up, people_of, words
from extract.name_links import CALENDAR, MARKS, adjacent, org_heads
from extract.name_titles import courtesy, is_title_word
from extract.word_sets import spaced

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc

    from extract.name_words import Word

AMPERSANDS: Final = frozenset({"&", "amp", "&amp;", "AMP"})
_LONGEST: Final = 14
#: Small words inside names of the Romance and Germanic languages.
_SMALL: Final = spaced(
    "de du des de la le les l d et der die und für van di del della do da dos y e und"
)
#: What may follow a legal form and still be the name: "Service Corp. International".
_BEHIND: Final = spaced("International Holdings Holding")
#: Firms that a whole land is in the name of: "Insurance Co. of North America".
_LANDS: Final = spaced("America Canada North South Latin the")
_MARKUP: Final = re.compile(r"(?<=\s)(?:&amp;|amp|AMP)(?=\s)")


@cache
def _firm_words() -> frozenset[str]:
    return words("firms", "forms", "before")


def is_firm(name: Sequence[Word]) -> bool:
    """True where a name ends in a legal form, or opens with one."""
    texts = [word.text for word in name]
    return len(texts) > 1 and (is_form(texts[-1]) or _is_opener(texts[0]))


def of_firm(doc: Doc, first: int) -> bool:
    """True for the seat of the firm before it: "Alder Corp. of Cleveland"."""
    return first > 1 and doc[first - 1].lower_ == "of" and is_form(doc[first - 2].text)


def is_bare_form(name: Sequence[Word]) -> bool:
    """True where nothing but legal forms is left of a name: "Co.", "& Co. Ltd."."""
    texts = [word.text for word in name if word.text not in AMPERSANDS]
    sure = (
        text.endswith(".") or text in words("firms", "forms", "sure") for text in texts
    )
    return all(is_form(text) for text in texts) and any(sure)


def without_markup(name: str) -> str:
    """Return a name with its ampersands as they were before a text lost its markup.

    >>> without_markup("Standard amp Poor's")
    "Standard & Poor's"
    """
    return _MARKUP.sub("&", name)


def firm_end(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past the name of a firm that begins at a word, else ``at``.

    Args:
        doc: the document, for what its model reads as one name.
        items: the words of a block.
        at: index of a capitalised word.
    """
    first = items[at]
    if first.text in {"The", "A", "An"} and at + 1 < len(items):
        end = firm_end(doc, items, at + 1)
        return end if end > at + 1 else at
    if not first.capital or first.text in courtesy() or is_form(first.text):
        return _after_opener(doc, items, at) if _is_opener(first.text) else at
    if fold(first.text) in CALENDAR and doc[first.first].ent_type_ != "ORG":
        return at
    ampersand = _partners(doc, items, at)
    found = ampersand + 2 if ampersand > at else at
    end = ampersand + 1
    while end < min(len(items), at + _LONGEST):
        if is_form(items[end].text) and _stands(doc, items, end):
            return _chained(doc, items, end + 1)
        ahead = _further(doc, items, at, end)
        if ahead == end:
            break
        end = ahead
    return found


def is_named_for_day(doc: Doc, items: tuple[Word, ...], at: int) -> bool:
    """True where the name of a day or month begins a firm's: "May Lumber"."""
    return fold(items[at].text) in CALENDAR and firm_end(doc, items, at) > at


def _further(doc: Doc, items: tuple[Word, ...], at: int, end: int) -> int:
    """Return one past what goes on a name at ``end``, else ``end``."""
    left, word = items[end - 1], items[end]
    after = items[end + 1] if end + 1 < len(items) else None
    if after is not None and word.start == left.end and word.text in MARKS:
        known = look_up(left.text) or people_of(left.text)
        held = is_form(after.text) or _as_one(doc, items[at], after)
        return end + 1 if held and not known else end
    if word.text == "," and after is not None and is_form(after.text):
        plain = is_sure_form(after.text)
        return end + 1 if plain else end
    if not _touches(doc, left, word):
        return end
    if word.text == "(" and end + 3 < len(items):
        form = items[end + 2].text == ")" and is_form(items[end + 3].text)
        return end + 3 if form else end
    if word.capital and word.alphabetic:
        stops = word.text in {"A", "An", "The"} or fold(word.text) in CALENDAR
        return end if word.begins or stops else end + 1
    if after is None or not after.capital or not _touches(doc, word, after):
        return end
    if word.text in AMPERSANDS:
        return end + 1
    if word.text == "and":
        heads = any(w.text in org_heads() or is_form(w.text) for w in items[at:end])
        own = is_form(after.text) or (_as_one(doc, items[at], after) and not heads)
        return end + 1 if own else end
    if word.text == "of":
        return end + 1 if left.text in org_heads() and not is_form(left.text) else end
    foreign = _as_one(doc, items[at], after) or items[at].text in _firm_words()
    return end + 1 if word.text in _SMALL and foreign else end


def _touches(doc: Doc, left: Word, right: Word) -> bool:
    """True where a space parts two words, or brackets and commas none."""
    return adjacent(doc, left, right) or (
        right.start == left.end and left.text in {"(", ")"}
    )


def _stands(doc: Doc, items: tuple[Word, ...], at: int) -> bool:
    """True where a word that may be a legal form is one here.

    Two capitals are much else ("AG Ana Ruiz"): a legal form closes its name.
    """
    word = items[at]
    if is_sure_form(word.text):
        return True
    if len(word.text) < 3 and doc[word.first].ent_type_ != "ORG":
        return False
    after = items[at + 1] if at + 1 < len(items) else None
    goes_on = after is not None and after.capital and adjacent(doc, word, after)
    return not goes_on or (after is not None and is_form(after.text))


def _chained(doc: Doc, items: tuple[Word, ...], end: int) -> int:
    """Return one past the legal forms that follow one: "Co. Ltd.", "GmbH & Co. KG"."""
    while end < len(items):
        texts = [word.text for word in items[end : end + 3]]
        near = adjacent(doc, items[end - 1], items[end])
        if near and is_form(texts[0]) and _stands(doc, items, end):
            end += 1
        elif len(texts) > 1 and texts[0] in AMPERSANDS | {","} and is_form(texts[1]):
            end += 2
        elif near and texts[0] in _BEHIND and not doc[items[end].first].is_sent_start:
            end += 1
        elif near and texts[0] == "of" and len(texts) > 1 and texts[1] in _LANDS:
            land = end + 1
            while land < len(items) and items[land].text in _LANDS:
                land += 1
            whole = items[land - 1].text in {"America", "Canada"}
            return land if whole else end
        else:
            break
    return end


def _partners(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return where partners' ampersand is, else ``at``: "Hale, Dorr & Reed"."""
    end, commas = at, 0
    while end < min(len(items), at + _LONGEST):
        first = end
        while end < len(items) and _is_surname(items[end]) and end - first < 2:
            if end > first and not adjacent(doc, items[end - 1], items[end]):
                break
            end += 1
        if end == first or (commas and end - first > 1):
            return at
        if end + 1 >= len(items):
            return at
        if items[end].text in AMPERSANDS and items[end + 1].capital and commas:
            return end
        if items[end].text != "," or items[end].start != items[end - 1].end:
            return at
        commas += 1
        end += 1
    return at


def _is_surname(word: Word) -> bool:
    """True for a capitalised word that no list of lands, days or forms holds."""
    return (
        word.capital
        and word.alphabetic
        and not is_form(word.text)
        and fold(word.text) not in CALENDAR
        and look_up(word.text) is None
        and people_of(word.text) is None
    )


def _is_opener(text: str) -> bool:
    return text.rstrip(".") in words("firms", "forms", "openers")


def _after_opener(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past a name whose legal form stands first: "Cie. de Mixte"."""
    end = at + 1
    while end < min(len(items), at + 8):
        word = items[end]
        if not adjacent(doc, items[end - 1], word) or word.begins:
            break
        if not (word.capital or word.text in _SMALL) or is_title_word(word.text):
            break
        end += 1
    while end > at and not items[end - 1].capital:
        end -= 1
    return end if end > at + 1 else at


def _as_one(doc: Doc, left: Word, right: Word) -> bool:
    """True where the model reads two words as parts of one body's name."""
    tokens = doc[left.first : right.last + 1]
    return all(t.ent_type_ == "ORG" for t in tokens) and not any(
        t.ent_iob_ == "B" for t in tokens[1:]
    )
