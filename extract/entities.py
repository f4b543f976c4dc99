"""Find the people, places, organisations and parties of one article.

The model's names are one witness among several: titles, roles, word lists, the
words beside a name and what the rest of the article calls the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.article_names import ArticleNames
from extract.records import Entity, Mention

if TYPE_CHECKING:
    from spacy.tokens import Doc


def find_entities(doc: Doc) -> tuple[Entity, ...]:
    """Return the entities that an article names, by first mention.

    Args:
        doc: a document with tags, a parse and the model's names; blocks in
            ``doc.spans["blocks"]`` where it has any.

    Returns:
        A country or a listed body is one entity however it is called, a
        ``"party"`` once it acts anywhere; a capital that acts is a mention of
        its country, as a location it is a place of its own. ``Mention.acts``
        tells the two uses apart: ``is_location`` reads it.
    """
    return ArticleNames(doc).entities()


def entity_at(entities: Sequence[Entity], start: int, end: int) -> Entity | None:
    """Return the entity whose mention covers ``[start, end)`` most closely.

    Where none covers it, the entity whose mention ends last inside it, since the
    head of an English noun phrase stands at its end ("Kenyan President Chidi Obi"
    is the person).
    """
    found = mention_at(entities, start, end)
    return found[0] if found else None


def mention_at(
    entities: Sequence[Entity], start: int, end: int
) -> tuple[Entity, Mention] | None:
    """Return the entity of ``entity_at`` with the mention that was met."""
    covering = [
        (m.quoted.end - m.quoted.start, n, e, m)
        for n, e in enumerate(entities)
        for m in e.mentions
        if m.quoted.start <= start and end <= m.quoted.end
    ]
    if covering:
        best = min(covering, key=lambda x: x[:2])
        return best[2], best[3]
    inside = [
        (m.quoted.end, m.quoted.end - m.quoted.start, -n, e, m)
        for n, e in enumerate(entities)
        for m in e.mentions
        if start <= m.quoted.start and m.quoted.end <= end
    ]
    if not inside:
        return None
    last = max(inside, key=lambda x: x[:3])
    return last[3], last[4]


def is_location(entity: Entity, mention: Mention) -> bool:
    """True where a mention says where something is: a place, not a side.

    A country that acts elsewhere in the article is a ``"party"``; where it does
    not act ("talks in Turkey") it still is a location.
    """
    if mention.acts or mention.kind != "name":
        return False
    if entity.kind == "place":
        return True
    return (
        entity.kind == "party"
        and entity.country is not None
        and any(link.startswith("https://www.iso.org/") for link in entity.same_as)
    )
