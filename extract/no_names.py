"""Capitals that name nobody: currencies, a member's party and state, a first word.

"US$", "C$500" and "DM 300 million" are money; in "Sen. Ana Ruiz (D-N.Y.)" the
brackets tell her party and state; "Federal mediators" begin a sentence.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_SIGNS: Final = frozenset("$£€¥₹₽₩₺₴₪")
#: Currencies by sign or code before an amount; case counts.
_CODES: Final = spaced(
    """
    DM FF FFr FFr. SF SFr SFr. SKr SKr. DKr DKr. NKr NKr. BF BFr BFr. Fl Fl. Dfl Dfl.
    Lit Lit. L. Pta Pta. Pts Rs Rs. Rp Rp. US A C S HK NT NZ USD EUR GBP JPY CHF CAD
    AUD NZD SEK NOK DKK CNY RMB INR RUB BRL MXN ZAR KRW TRY DEM FRF ITL ESP NLG BEF
    ECU ECUs Cdn Cdn. Kcs Zl Ft Ksh KSh Sh Shs
    """
)
#: Codes that name a land as often; a sign must follow them.
_LANDS: Final = spaced("US HK NT NZ")
_MEMBER: Final = re.compile(r"(?:D|R|I|DFL)-(?!Day|Mark)[A-Z][\w.]*")
#: "U.N.-chaired talks": who describes a noun takes no part by that.
_DESCRIBED: Final = re.compile(r"(?:[A-Z]\.){2,}-[a-z-]+")
#: Adjectives that describe a common noun behind them where they begin a sentence.
_PLAIN: Final = spaced(
    """
    International National Federal Regional Local Foreign Domestic Global Public Private
    Military Civil Political Official Independent Industrial Provincial Municipal
    Multinational Bilateral Diplomatic Presidential Parliamentary Ministerial Judicial
    """
)


def names_nobody(doc: Doc, word: Word) -> bool:
    """True for a currency, a member's party and state, "U.N.-chaired", a first word."""
    if any(char in _SIGNS for char in word.text):
        return True
    if _MEMBER.fullmatch(word.text) or _DESCRIBED.fullmatch(word.text):
        return True
    after = doc[word.last + 1] if word.last + 1 < len(doc) else None
    if word.text == "A" and after is not None and len(after.text) > 1:
        return bool(after.text[0].isalpha())  # "A Chilean court" behind a dateline
    if word.text in _PLAIN and after is not None and after.text.islower():
        first = word.first == 0 or not doc[word.first - 1].text[-1].isalnum()
        return first and after.pos_ in {"NOUN", "ADJ"}
    if after is None or word.text not in _CODES:
        return False
    if after.text[0] in _SIGNS:
        return True
    number = after.text[0].isdigit() and after.text[-1].isdigit()
    return number and len(word.text) > 1 and word.text not in _LANDS
