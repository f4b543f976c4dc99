"""Names that their own words tell whole, before any list is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.firm_names import firm_end
from extract.joint_matters import joint_matters
from extract.joint_names import joint_name
from extract.town_names import state_at, town_end

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.name_words import Word


def whole_name(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past a firm, a town or a joint name at a word, else ``at``."""
    if state_at(doc, items[at]):
        return at + 1
    town, matters = town_end(items, at), joint_matters(doc, items, at)
    return max(town, matters, firm_end(doc, items, at), joint_name(doc, items, at))
