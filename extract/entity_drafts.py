"""Entities while their article is being read, and the records they become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from extract.affiliations import affiliation_of
from extract.doc_text import text_of
from extract.firm_names import without_markup
from extract.records import Entity, EntityKind, Mention, Quoted

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Draft:
    """An entity while its article is being read."""

    kind: EntityKind
    name: str
    mentions: dict[tuple[int, int], Mention] = field(default_factory=dict)
    roles: list[tuple[int, int]] = field(default_factory=list)
    gender: str | None = None
    country: str | None = None
    expansions: set[str] = field(default_factory=set)
    same_as: tuple[str, ...] = ()
    side: str = ""


def mention(
    doc: Doc,
    start: int,
    end: int,
    *,
    acts: bool = False,
    kind: Literal["name", "role"] = "name",
) -> dict[tuple[int, int], Mention]:
    """Return the mention that stands at ``[start, end)``, keyed by its span."""
    quoted = Quoted(start=start, end=end, text=text_of(doc)[start:end])
    return {(start, end): Mention(quoted=quoted, kind=kind, acts=acts)}


def covered(found: Iterable[Draft], span: tuple[int, int]) -> bool:
    """True where some draft has a mention that overlaps a span."""
    return any(a < span[1] and span[0] < b for d in found for a, b in d.mentions)


def records(doc: Doc, found: Iterable[Draft]) -> tuple[Entity, ...]:
    """Return the drafts as records, by first mention."""
    drafts = _once([d for d in found if d.mentions])
    drafts.sort(key=lambda d: (min(d.mentions), d.kind, d.name))
    ids = {id(d): f"e{n}" for n, d in enumerate(drafts, start=1)}
    out = []
    for draft in drafts:
        mentions = tuple(m for _, m in sorted(draft.mentions.items()))
        texts = dict.fromkeys(
            " ".join(text_of(doc)[a:b].split()) for a, b in sorted(set(draft.roles))
        )
        target = affiliation_of(draft, drafts)
        out.append(
            Entity(
                id=ids[id(draft)],
                kind=_kind(draft),
                name=_name(draft),
                mentions=mentions,
                roles=tuple(texts),
                gender=draft.gender,  # type: ignore[arg-type]
                country=draft.country or (target.country if target else None),
                affiliation=ids[id(target)] if target else None,
                expansions=tuple(sorted(draft.expansions)),
                same_as=draft.same_as,
            )
        )
    return tuple(out)


def _once(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without bodies all of whose words name another one too.

    "Fund for Roads (FFR)" is found by its words and by its initials.
    """
    kept: list[Draft] = []
    for draft in drafts:
        spans = draft.mentions.keys()
        bodies = [d for d in drafts if d is not draft and d.kind == draft.kind]
        twice = any(
            spans < other.mentions.keys()
            or (spans == other.mentions.keys() and any(other is k for k in kept))
            for other in bodies
        )
        if draft.kind != "organization" or not twice:
            kept.append(draft)
    return kept


def _kind(draft: Draft) -> EntityKind:
    if draft.kind == "place" and any(m.acts for m in draft.mentions.values()):
        return "party"
    return draft.kind


def _name(draft: Draft) -> str:
    if draft.kind == "organization":
        texts = [
            m.quoted.text for _, m in sorted(draft.mentions.items()) if m.kind == "name"
        ]
        longest = max(texts, key=len, default=draft.name)
        return without_markup(" ".join(longest.split()))
    return draft.name
