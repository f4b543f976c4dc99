"""Lemmas as edits of the word form.

An edit is written ``case|cut|add``: lower the form (``L``), keep it (``K``) or
capitalise it (``T``); take ``cut`` off its end; put ``add`` there.
"""

from __future__ import annotations

IDENTITY = "L||"


def edit(form: str, lemma: str) -> str:
    """Return the shortest edit that makes ``lemma`` of ``form``.

    >>> edit("deviated", "deviate"), edit("Was", "be"), edit("KREMLIN", "Kremlin")
    ('L|d|', 'L|was|be', 'T||')
    """
    best = ""
    for case in "LKT":
        base = _cased(form, case)
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        found = f"{case}|{base[common:]}|{lemma[common:]}"
        if not best or len(found) < len(best):
            best = found
    return best


def apply(form: str, script: str) -> str | None:
    """Return the lemma, or ``None`` if the edit does not fit the form.

    >>> apply("proposes", "L|s|"), apply("talks", "L|d|") is None
    ('propose', True)
    """
    case, cut, add = script.split("|", 2)
    base = _cased(form, case)
    if not base.endswith(cut):
        return None
    return base[: len(base) - len(cut)] + add or None


def _cased(form: str, case: str) -> str:
    if case == "L":
        return form.lower()
    return form if case == "K" else form[:1].upper() + form[1:].lower()
