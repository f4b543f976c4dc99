"""The words that tell a public act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.event_triggers import Trigger
from extract.label_words import marked

if TYPE_CHECKING:
    from extract.deed_lexicon import Row
    from extract.event_merging import Draft


@dataclass(frozen=True, slots=True)
class Deed(Trigger):
    """A verb or noun that tells a public act, with the label that the event has.

    Attributes:
        row: the sort of act, ``None`` for words said in public.
        key: tells deeds of an article apart.
    """

    row: Row | None = None
    key: str = ""


def name_of_deed(draft: Draft) -> str | None:
    """Return the label of a deed, ``None`` for any other event."""
    if not isinstance(draft.trigger, Deed):
        return None
    return marked(draft.trigger.label, draft.type, draft.modality)
