"""Lemmas as edits of the word form, and a list of those that were seen.

An edit is written ``case|cut|add``: lower the form (``L``), keep it (``K``) or
capitalise it (``T``); take ``cut`` off its end; put ``add`` there.
"""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


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


class Lemmas:
    """Chooses among the edits that the network proposes.

    A form and tag that the treebanks know take the lemma they have there; else the
    first proposed edit wins whose result is a known word, else the first that fits.
    """

    def __init__(self, seen: dict[tuple[str, str], str], known: frozenset[str]) -> None:
        """Keep edits by lower-cased form and Penn tag, and known lemmas."""
        self._seen = seen
        self._known = known
        self._memory: dict[tuple[str, str, tuple[int, ...]], str] = {}

    @classmethod
    def load(cls, path: Path) -> Lemmas:
        """Read ``tag<TAB>form<TAB>edit`` lines; one field alone is a known lemma."""
        seen: dict[tuple[str, str], str] = {}
        known: set[str] = set()
        with gzip.open(path, "rt", encoding="utf8") as lines:
            for line in lines:
                fields = line.rstrip("\n").split("\t")
                if len(fields) == 1:
                    known.add(fields[0])
                else:
                    seen[fields[1], fields[0]] = fields[2]
        return cls(seen, frozenset(known))

    def choose(
        self, form: str, tag: str, picks: tuple[int, ...], edits: list[str]
    ) -> str:
        """Return the lemma of a form.

        Args:
            form: the word.
            tag: its Penn tag.
            picks: numbers of the proposed edits, the likeliest first.
            edits: all edits.
        """
        memory = (form, tag, picks)
        found = self._memory.get(memory)
        if found is None:
            if len(self._memory) > 200_000:
                self._memory.clear()
            found = self._memory[memory] = self._choose(
                form, tag, [edits[i] for i in picks]
            )
        return found

    def _choose(self, form: str, tag: str, proposed: list[str]) -> str:
        edit_seen = self._seen.get((form.lower(), tag))
        if edit_seen is not None:
            lemma = apply(form, edit_seen)
            if lemma:
                return lemma
        return first_known(form, proposed, self._known)


def first_known(form: str, proposed: Iterable[str], known: frozenset[str]) -> str:
    """Return the first result that is a known word, else the first there is.

    >>> first_known("enjoyed", ["L|d|", "L|ed|"], frozenset({"enjoy"}))
    'enjoy'
    """
    fits = [lemma for e in proposed if (lemma := apply(form, e))]
    if not fits:
        return form.lower()
    if fits[0][:1].isupper() or not form.isalpha():
        return fits[0]
    return next((lemma for lemma in fits if lemma in known), fits[0])
