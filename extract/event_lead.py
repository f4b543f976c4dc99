"""Which events the dateline places: what the first paragraph tells as the news.

A dateline tells where a report is from. Where a side of the event is at home in that
country, it may only name a bureau, and then what somebody said there is left without
a place.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from extract.clauses import agents
from extract.event_cast import Part
from extract.event_groups import WORKERS
from extract.gazetteer import look_up, people_of
from extract.inflections import lemma

if TYPE_CHECKING:
    from extract.event_dateline import Dateline
    from extract.event_merging import Draft

#: Types that are held somewhere, so that a report from there places them.
HELD: Final = frozenset({"talks", "meeting", "agreement", "signing", "impasse"})
#: Ways of asking everybody, which no town holds alone.
ELECTIONS: Final = frozenset({"election", "poll", "referendum", "ballot", "ballots"})
#: Who votes in many places at once.
VOTERS: Final = WORKERS | {"staff", "member", "people", "citizen", "voter", "employee"}
#: How old the news of a report may be.
FRESH: Final = timedelta(days=3)


def placed_by_dateline(
    drafts: list[Draft],
    line: Dateline | None,
    published: date | None,
    countries: dict[str, str | None],
) -> None:
    """Give the news that a first paragraph tells the place it was written in.

    Args:
        drafts: single mentions, before those of one event are put together.
        line: the article's dateline.
        published: the article's day.
        countries: the country of each side and speaker, by ``Entity.id``.
    """
    if line is None or published is None:
        return
    lead = [d for d in drafts if line.last <= d.trigger.token.i < line.lead]
    if any(place.name != line.name for draft in lead for place in draft.places):
        return
    for draft in lead:
        voted = draft.type == "vote" and is_voted_here(draft, line, countries)
        if voted and is_fresh(draft, published):
            draft.places, draft.place_basis = (place_part(line),), "dateline"
        if draft.type in HELD and draft.modality == "actual" and not draft.places:
            sides = {countries.get(part.id or "") for part in draft.parts}
            at_home = line.country is not None and line.country in sides
            told = draft.statement is not None and draft.statement.speaker_id
            if at_home and (told or draft.type == "impasse"):
                continue
            if is_fresh(draft, published):
                draft.places = (place_part(line),)
                draft.place_basis = "dateline"


def is_voted_here(
    draft: Draft, line: Dateline, countries: dict[str, str | None]
) -> bool:
    """True for a vote of a body that a report from its country, or of none, tells."""
    if draft.places or draft.modality != "actual" or not draft.parts:
        return False
    if lemma(draft.trigger.token) in ELECTIONS:
        return False
    if any(part.name.split()[-1].lower().rstrip("s") in VOTERS for part in draft.parts):
        return False
    of = {countries.get(part.id or "") for part in draft.parts} - {None}
    token = draft.trigger.token
    owned = [word for noun in agents(token) for word in noun.subtree]
    named = [people_of(word.text) or look_up(word.text) for word in owned]
    of |= {known.country for known in named if known is not None and known.country}
    return not of or of == {line.country}


def is_fresh(draft: Draft, published: date) -> bool:
    """True for what happened as the report was written, or is spoken of as known."""
    if draft.when.begin is None:
        return draft.type in {"talks", "meeting"} and (draft.definite or draft.opening)
    if len(draft.when.begin) < 10:
        return False
    age = published - date.fromisoformat(draft.when.begin)
    return timedelta(days=-1) <= age <= FRESH or (
        draft.type in {"talks", "meeting"} and timedelta() <= age <= 4 * FRESH
    )


def place_part(line: Dateline) -> Part:
    """Return the place of a dateline."""
    return Part(line.name, line.id, 0)
