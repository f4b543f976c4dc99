"""Capitals that name nobody: currencies, and the party and state behind a member.

"US$", "C$500" and "DM 300 million" are money; in "Sen. Ana Ruiz (D-N.Y.)" the
brackets tell her party and state.
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
_MEMBER: Final = re.compile(r"(?:D|R|I|DFL)-(?!Day|Mark)[A-Z][\w.]*")


def names_nobody(doc: Doc, word: Word) -> bool:
    """True for a currency, and for a member's party and state."""
    if any(char in _SIGNS for char in word.text) or _MEMBER.fullmatch(word.text):
        return True
    after = doc[word.last + 1] if word.last + 1 < len(doc) else None
    if after is None or word.text not in _CODES:
        return False
    amount = after.text[:1].isdigit() or after.text[:1] in _SIGNS
    return amount and (after.text[0] in _SIGNS or len(word.text) > 1)
