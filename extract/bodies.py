"""Organisations of one article: acronyms with their full forms, short forms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from extract.doc_text import text_of
from extract.entity_drafts import Draft, mention
from extract.firm_names import without_markup
from extract.firm_shorts import bare_firm, full_firm, with_short_names
from extract.gazetteer import fold

__all__ = ["merge_bodies", "with_short_names"]

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word

_SMALL = frozenset({"of", "the", "and", "for", "on", "in", "to", "de", "&"})


def merge_bodies(
    doc: Doc, names: Iterable[tuple[tuple[Word, ...], bool]]
) -> dict[str, Draft]:
    """Return the organisations of an article by folded name.

    Args:
        doc: the document.
        names: the words of each sight, and whether it acts there.
    """
    found: dict[str, Draft] = {}
    for used, does in names:
        start, end = used[0].start, used[-1].end
        name = without_markup(" ".join(text_of(doc)[start:end].split()))
        key = fold(name)
        draft = found.setdefault(key, Draft("organization", name))
        draft.mentions.update(mention(doc, start, end, acts=does))
    _join_acronyms(doc, found)
    _join_short_forms(found)
    return found


def _join_acronyms(doc: Doc, found: dict[str, Draft]) -> None:
    """Join "High Negotiations Committee (HNC)" and later bare "HNC"."""
    for short in sorted(found):
        letters = short.replace(".", "")
        if " " in short or not 2 <= len(letters) <= 7:
            continue
        if not any(m.quoted.text.isupper() for m in found[short].mentions.values()):
            continue
        for long in sorted(found, key=lambda k: (-len(k), k)):
            if long == short or " " not in long:
                continue
            bracketed = _bracketed(doc, found[long], found[short])
            if letters in {_initials(long), _initials(bare_firm(long))} or bracketed:
                found[long].mentions.update(found.pop(short).mentions)
                break


def _join_short_forms(found: dict[str, Draft]) -> None:
    """Join "the Observatory" to the one longer name that holds the word.

    Also a company's name without its legal form to the name with it.
    """
    for short in sorted(found):
        if short not in found:
            continue  # joined to a longer one that came before it
        full = full_firm(short, sorted(found))
        if full is not None and not found[short].expansions:
            short, full = sorted((short, full), key=lambda k: (len(k), k))
            found[full].mentions.update(found.pop(short).mentions)
    for short in sorted(found):
        fits = [k for k in sorted(found) if k != short and short in k.split()]
        if " " not in short and len(short) > 3 and len(fits) == 1:
            found[fits[0]].mentions.update(found.pop(short).mentions)


def _bracketed(doc: Doc, long: Draft, short: Draft) -> bool:
    return any(
        text_of(doc)[end:start].strip() == "("
        for _, end in long.mentions
        for start, _ in short.mentions
        if 0 < start - end <= 3
    )


def _initials(long: str) -> str:
    return "".join(w[0] for w in long.replace("-", " ").split() if w not in _SMALL)
