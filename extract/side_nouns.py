"""Sides that a common noun names: the opposition, producers, the Syrian government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from extract.entity_drafts import Draft, covered, mention
from extract.gazetteer import words
from extract.parties import acts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


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
            spot = _phrase(token, phrases) or _side(token, collective)
            if spot is None:
                continue
            name, first = spot
            low = token.lower_
            two = name if name in phrases else ""
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
            does = bool(two) or acts(doc, first, token.i, sort="body")
            if does:
                active.add(key)
            start, end = doc[first].idx, token.idx + len(token.text)
            draft.mentions.update(mention(doc, start, end, acts=does))
    for key in sorted(found):
        if key in active:
            yield key, found[key]


def _phrase(token: Token, phrases: frozenset[str]) -> tuple[str, int] | None:
    """Return "major powers", which only two words name, and where it begins."""
    if token.i == 0:
        return None
    two = f"{token.doc[token.i - 1].lower_} {token.lower_}"
    return (two, token.i - 1) if two in phrases else None


def _side(token: Token, collective: frozenset[str]) -> tuple[str, int] | None:
    """Return the side that a word names, and where its words begin.

    "Producers", "a producer proposal" and "producing countries" are one side.
    """
    low, doc = token.lower_, token.doc
    if low in collective and token.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return low, token.i
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if f"{low}s" in collective and after is not None and token.dep_ == "compound":
        owned = words("metonymy", "nouns", "owned") | words(
            "metonymy", "nouns", "dealings"
        )
        held = token.head.lemma_.lower() in owned and token.head.i > token.i
        return (f"{low}s", token.i) if held else None
    if low in words("metonymy", "parties", "groups") and token.i > 0:
        does = doc[token.i - 1]
        for ending in ("ers", "ors"):
            name = does.lower_.removesuffix("ing") + ending
            if does.lower_.endswith("ing") and name in collective:
                return name, does.i
    return None
