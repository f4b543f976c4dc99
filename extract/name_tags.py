"""Capitalised words that are no names of their own: ranks, models, ends of towns.

"D.C." behind a town's comma tells where the town is, "AK-47" is a make, "Jr." the end
of a name, and "Police" at the head of a sentence says what people do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.event_lexicon import event_lexicon
from extract.town_names import full_state

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

#: What stands behind a town as a state does, and is none.
_DISTRICTS: Final = frozenset({"D.C.", "D.C", "DC", "V.I.", "V.I"})
#: What may stand before a surname's generation or alone where a name was cut.
_ALONE: Final = frozenset(
    {"Jr", "Jr.", "Sr", "Sr.", "Capt", "Sgt", "Maj", "Cmdr", "Pvt"}
)
#: Letters of a common noun at least.
_PLAIN: Final = 4
_MODEL_NUMBER: Final = re.compile(r"[A-Z]{1,2}-\d+[A-Z]?")
_BASED: Final = re.compile(r".*[-.](?:based|born|area|style|bound|educated)")


def is_no_name(doc: Doc, words: tuple[Word, ...]) -> bool:
    """True where words that no list holds only look like a name.

    Args:
        doc: the document that they stand in.
        words: the whole name.
    """
    if len(words) > 1:
        return False
    text = words[0].text
    if text in _ALONE or _BASED.fullmatch(text) or _MODEL_NUMBER.fullmatch(text):
        return True
    return (
        _before(doc, words[0]) == ","
        and (text in _DISTRICTS or full_state(text) != text)
        and _ends_there(doc, words[0])
    ) or _is_common(doc, words[0])


def _before(doc: Doc, word: Word) -> str:
    """Return the token before a word, ``""`` at the beginning of a document."""
    return doc[word.first - 1].text if word.first else ""


def _ends_there(doc: Doc, word: Word) -> bool:
    """True for "Ala." and for "Maine," behind a town, not for what goes on."""
    after = doc[word.last + 1] if word.last + 1 < len(doc) else None
    if after is None or text_is_cut(word) or after.text in {".", ",", ";", ")"}:
        return True
    return after.is_space or after.text.islower()


def text_is_cut(word: Word) -> bool:
    """True for an abbreviation that its full stop shows as one."""
    return word.text.endswith(".")


def _is_common(doc: Doc, word: Word) -> bool:
    """True for people by what they do, whose capital only begins a sentence."""
    token = doc[word.first]
    if not word.begins or word.first != word.last:
        return False
    if token.tag_ in {"NN", "NNS"} and token.lemma_.lower() in event_lexicon().actors:
        return True
    return _is_written_small(doc, word)


def _is_written_small(doc: Doc, word: Word) -> bool:
    """True for "River" at the head of a sentence in an article of rivers and a river.

    It is a name all the same where its capital stands amid a sentence.
    """
    low = word.text.lower()
    if len(low) < _PLAIN or not word.text.istitle():
        return False
    after = doc[word.last + 1] if word.last + 1 < len(doc) else None
    if after is None or not after.text.islower():
        return False
    forms = {low, f"{low}s"}
    alike = [t for t in doc if t.lower_ in forms and t.i != word.first]
    small = [t for t in alike if t.text.islower() and t.pos_ == "NOUN"]
    return bool(small) and all(t.text.islower() or t.is_sent_start for t in alike)
