"""Who "the rebels" and "the government" are, where an article names only one such body.

A conflict's articles name the front once and then speak of the rebels; they tell of
"Ruritania's government" once and then of the government.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.gazetteer import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from extract.event_cast import Cast, Part
    from extract.event_merging import Draft
    from extract.records import Entity

#: What those who fight a government are called.
REBELS: Final = frozenset(
    {"rebel", "rebels", "separatist", "separatists", "insurgent", "insurgents"}
    | {"guerrilla", "guerrillas", "secessionist", "secessionists"}
)
#: Fighters, who are a front's where the article names one.
FIGHTING: Final = REBELS | {"fighters", "insurgency", "rebellion"}
#: Words before them that may mean others than the ones of the article.
OTHERS: Final = frozenset(
    {"islamist", "jihadist", "other", "rival", "foreign", "suspected", "former", "some"}
    | {"dissident", "breakaway", "splinter", "smaller", "pro-government", "army"}
)
#: Words of the names of those who fight a government.
FRONTS: Final = frozenset(
    {"front", "liberation", "resistance", "guerrilla", "salvation", "brigades"}
    | {"rebel", "insurgent", "tigers", "revolutionary", "mujahideen"}
)
#: Words of names that parties and parliaments have too.
CIVIC: Final = frozenset({"party", "parliament", "bank", "guards", "guard", "council"})
GOVERNMENT: Final = "government"
#: Types of what a parliament does as one.
VOTING: Final = frozenset({"vote", "rejection", "agreement"})
#: Last words of the names of parliaments, and of bodies that are none.
PARLIAMENTS: Final = frozenset(
    {"assembly", "parliament", "senate", "knesset", "bundestag", "duma", "diet"}
    | {"riksdag", "storting", "folketing", "sejm", "seimas", "rada", "majlis"}
    | {"legislature", "khural", "cortes"}
)
OTHER_ASSEMBLIES: Final = frozenset({"general", "federal", "un", "u.n.", "european"})
#: What a parliament is called, and who sits in it.
SITTING_THERE: Final = frozenset(
    {"parliament", "legislature", "deputies", "lawmakers", "legislators", "mps"}
    | {"parliamentarians"}
)


def with_bodies(drafts: Iterable[Draft], cast: Cast) -> None:
    """Put the only front of an article where its rebels act, and its government.

    Also the only parliament that it names, where its deputies vote.
    """
    drafts = list(drafts)
    with_parliament(drafts, cast)
    fronts = [e for _, e in sorted(cast.entities.items()) if is_front(e, cast)]
    states = [e for _, e in sorted(cast.entities.items()) if governs(e)]
    front = fronts[0] if len(fronts) == 1 else None
    if not states and front is not None and cast.home is not None:
        states = [e for e in cast.entities.values() if e.country == cast.home]
        states = [e for e in states if e.kind == "party"]
    state = states[0] if len(states) == 1 else None
    for draft in drafts:
        draft.parts = tuple(
            replace(part, name=body.name, id=body.id) if body is not None else part
            for part in draft.parts
            for body in [behind(part, front, state, cast)]
        )


def with_parliament(drafts: Iterable[Draft], cast: Cast) -> None:
    """Put the only parliament of an article where "parliament" or deputies vote."""
    known = [e for _, e in sorted(cast.entities.items()) if is_parliament(e)]
    if len(known) != 1:
        return
    for draft in drafts:
        if draft.type in VOTING:
            draft.parts = tuple(
                replace(part, name=known[0].name, id=known[0].id)
                if votes_there(part, cast)
                else part
                for part in draft.parts
            )


def is_parliament(entity: Entity) -> bool:
    """True for a parliament by its name."""
    words = split(entity.name)
    return (
        entity.kind == "organization"
        and words[-1] in PARLIAMENTS
        and not set(words) & OTHER_ASSEMBLIES
    )


def votes_there(part: Part, cast: Cast) -> bool:
    """True for deputies, and for a country whose parliament is named by it."""
    if part.id is None:
        return part.name.lower() in SITTING_THERE
    span = cast.doc.char_span(part.position, part.position + 1, alignment_mode="expand")
    if span is None or cast.entities[part.id].country is None:
        return False
    return any(noun.lower_ in SITTING_THERE for noun in (span[0], span[0].head))


def behind(
    part: Part, front: Entity | None, state: Entity | None, cast: Cast
) -> Entity | None:
    """Return the body that a group without a name is, ``None`` for others."""
    entity = cast.entities.get(part.id or "")
    if entity is not None and (entity.kind != "party" or entity.country is not None):
        return None
    words = part.name.lower().split()
    if words == [GOVERNMENT]:
        return state
    if words[-1] not in FIGHTING or set(words) & OTHERS:
        return None
    return front


def governs(entity: Entity) -> bool:
    """True for a state whose government an article tells of by its name."""
    if entity.country is None:
        return False
    return any(
        GOVERNMENT in mention.quoted.text.lower().split() for mention in entity.mentions
    )


def is_front(entity: Entity, cast: Cast) -> bool:
    """True for a body that fights a government, by its name or what it is called."""
    if entity.kind != "organization" or entity.country is not None:
        return False
    words = {word for name in (entity.name, *entity.expansions) for word in split(name)}
    if words & CIVIC:
        return False
    if words & FRONTS:
        return True
    for mention in entity.mentions:
        span = cast.doc.char_span(
            mention.quoted.start, mention.quoted.end, alignment_mode="expand"
        )
        if span is None or mention.kind != "name":
            continue
        before = cast.doc[max(span.sent.start, span.start - 1) : span.start]
        after = cast.doc[span.end : min(span.sent.end, span.end + 1)]
        if any(token.lower_ in REBELS for token in (*before, *after)):
            return True
    return False


def split(name: str) -> list[str]:
    """Return the words of a name, folded.

    >>> split("Front for the Freedom of Ruritania")[:2]
    ['front', 'for']
    """
    return [word.strip("()'’\"") for word in fold(name).split()]
