"""Names of firms without their legal forms, which do not count in comparing."""

from __future__ import annotations

from typing import Final

#: Legal forms as they end names, folded without full stops.
#: Source: ISO 20275 list of entity legal forms (GLEIF, public).
_FORMS: Final = frozenset(
    """
    inc incorporated corp corporation co cos company companies ltd limited plc llc llp
    lp pllc sa spa sas sarl sca snc srl ag gmbh mbh kgaa kg ohg nv bv bvba ab a/s asa
    aps oy oyj abp kk pty pte bhd sdn berhad tbk pvt pcl jsc ojsc pjsc cjsc oao zao ooo
    pao doo kft zrt nyrt ltda lda sab cie
    """.split()  # noqa: SIM905
)


def is_formed(name: str) -> bool:
    """True for a name that ends in a legal form."""
    words = name.split()
    return len(words) > 1 and _folded(words[-1]) in _FORMS


def bare_name(name: str) -> str:
    """Return a name without the legal forms at its end.

    >>> bare_name("Otter & Co. Ltd."), bare_name("Birch S.p.A."), bare_name("Co.")
    ('Otter', 'Birch', 'Co.')
    """
    words = name.replace(",", "").split()
    while len(words) > 1 and (
        _folded(words[-1]) in _FORMS or words[-1] in {"&", "and"}
    ):
        words.pop()
    return " ".join(words) if is_formed(name.replace(",", "")) else name


def _folded(word: str) -> str:
    return word.replace(".", "").lower()
