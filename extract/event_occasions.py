"""Where turns in words were made: "Speaking in Oslo on Tuesday, she also ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import agents
from extract.event_cast import Cast, Part
from extract.event_places import event_places
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from extract.event_merging import Draft


def occasions(doc: Doc, cast: Cast) -> dict[str, tuple[Part, ...]]:
    """Return where each speaker is told to have spoken, by the speaker's name.

    A speaker told to have spoken in several places is left out: which words were
    said where is then open.
    """
    found: dict[str, list[tuple[Part, ...]]] = {}
    for token in doc:
        if lemma(token) not in {"speak", "talk"} or token.pos_ != "VERB":
            continue
        places = tuple(event_places(token, None, "statement", cast))
        if not places:
            continue
        for noun in agents(token):
            for part in cast.strictly(noun):
                found.setdefault(part.name, []).append(places)
    return {name: some[0] for name, some in sorted(found.items()) if len(some) == 1}


def placed_by_occasion(drafts: list[Draft], where: dict[str, tuple[Part, ...]]) -> None:
    """Give turns made in words the place where their speaker spoke."""
    for draft in drafts:
        if not draft.trigger.claim or draft.places or draft.statement is None:
            continue
        speaker = draft.statement.speaker
        if speaker in where and draft.statement.date_basis in {"clause", "discourse"}:
            draft.places = where[speaker]
