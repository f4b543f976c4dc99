"""Turns of a conference that an article reports from where it is held.

"LONDON, June 16 - Producers turned down a consumer plan": the paper says once a week
that the talks are in London, and every day what was put, refused and agreed there.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.event_cast import Part
from extract.event_lead import HELD, place_part
from extract.event_lexicon import event_lexicon
from extract.event_occasions import LEFT_OPEN
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from spacy.tokens import Doc

    from extract.event_dateline import Dateline
    from extract.event_merging import Draft

#: Types of what is done at talks; what is done by stopping work is not.
TURNS: Final = frozenset({"proposal", "rejection", "walkout", "impasse", "agreement"})
TALKED: Final = frozenset({"talks", "meeting"})
#: Who stands for talks in a first paragraph that does not name them.
DELEGATED: Final = frozenset(
    {"conference", "delegate", "delegation", "negotiator", "mediator", "session"}
    | {"plenary", "summit", "round"}
)
#: Stopping work.
STOPPED: Final = frozenset({"strike", "stoppage", "down", "stop", "cease"})
#: How long before its report a turn of the same round may be.
ROUND: Final = timedelta(days=8)
#: Why a turn has the place.
BASIS: Final = "dateline"


def placed_at_seat(
    drafts: Iterable[Draft],
    doc: Doc,
    line: Dateline | None,
    published: date | None,
    countries: Mapping[str, str | None],
) -> None:
    """Give turns of the talks an article reports from there the place of its dateline.

    Args:
        drafts: the article's events.
        doc: the article.
        line: its dateline.
        published: its day.
        countries: the country of each side, by ``Entity.id``.
    """
    drafts = list(drafts)
    if line is None or published is None:
        return
    if not is_seat(drafts, doc, line, published, countries):
        return
    place: Part = place_part(line)
    for draft in drafts:
        if draft.places or draft.modality != "actual":
            continue
        turn = draft.type in TURNS or draft.trigger.label in LEFT_OPEN
        talks = draft.type in TALKED and (draft.definite or draft.opening)
        if not (turn or talks) or lemma(draft.trigger.token) in STOPPED:
            continue
        said = draft.statement is not None and (
            draft.statement.kind == "direct" or draft.type == "rejection"
        )
        if not said and is_of_round(draft, published):
            draft.places, draft.place_basis = (place,), BASIS


def is_seat(
    drafts: list[Draft],
    doc: Doc,
    line: Dateline,
    published: date,
    countries: Mapping[str, str | None],
) -> bool:
    """True where an article reports on talks from the place they are held in.

    It puts some of them there itself, or it opens with talks of sides none of which is
    at home there; and it tells of no talks of these days elsewhere.
    """
    now = [d for d in drafts if d.type in HELD and is_of_round(d, published, late=True)]
    where = {place.name for draft in now for place in draft.places}
    if where:
        return where == {line.name}
    lead = doc[line.last : line.lead]
    words = event_lexicon().words["talks"] | DELEGATED
    if not any(lemma(token) in words for token in lead if token.pos_ == "NOUN"):
        return False
    turns = [d for d in drafts if d.type in TURNS | HELD and is_of_round(d, published)]
    home = {countries.get(part.id or "") for draft in turns for part in draft.parts}
    sides = {part.name for draft in turns for part in draft.parts}
    return line.country is not None and line.country not in home and len(sides) > 1


def is_of_round(draft: Draft, published: date, *, late: bool = False) -> bool:
    """True for what happened on a day of the last week, or is due in the next."""
    begin = draft.when.begin
    if begin is None or len(begin) < len("2000-01-01"):
        return False
    age = published - date.fromisoformat(begin[:10])
    return (-ROUND if late else timedelta(days=-1)) <= age <= ROUND
