"""Sides that a common noun names: the opposition, producers, the Syrian government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.entity_drafts import Draft, covered, mention
from extract.gazetteer import words
from extract.parties import acts

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_sides(
    doc: Doc, drafts: Mapping[tuple[str, str], Draft]
) -> Iterator[tuple[tuple[str, str], Draft]]:
    """Yield sides by common noun that act at least once in the article.

    Args:
        doc: a parsed document.
        drafts: what names the article holds already; a government is a side of
            its own only beside an opposition, else it is its state.
    """
    collective = words("metonymy", "parties", "collective")
    phrases = words("metonymy", "parties", "powers")
    if not doc.has_annotation("DEP"):
        return
    blocks = doc.spans.get("blocks") or [doc[:]]
    found: dict[tuple[str, str], Draft] = {}
    active: set[tuple[str, str]] = set()
    for block in blocks:
        if block.label_ == "boilerplate":
            continue
        for token in block:
            low = token.lower_
            two = f"{doc[token.i - 1].lower_} {low}" if token.i > block.start else ""
            if two in phrases:
                name, first = two, token.i - 1
            elif low in collective and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
                name, first = low, token.i
            else:
                continue
            if (
                low == "opposition"
                and token.i + 1 < len(doc)
                and doc[token.i + 1].lower_ in {"to", "from"}
            ):
                continue
            if doc[first].text[0].isupper() and covered(
                drafts.values(), (token.idx, token.idx + len(token.text))
            ):
                continue
            key = ("side", name)
            draft = found.setdefault(key, Draft("party", name))
            does = two in phrases or acts(doc, first, token.i, sort="body")
            if does:
                active.add(key)
            start, end = doc[first].idx, token.idx + len(token.text)
            draft.mentions.update(mention(doc, start, end, acts=does))
    for key in sorted(found):
        if key in active:
            yield key, found[key]
