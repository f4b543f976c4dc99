"""One event told several times within one article becomes one record.

Two mentions are one event where type and modality agree and nothing tells them
apart: their days, places, ordinals and sides may be missing, but not differ.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final

from extract.event_versions import age_of, stage_of

if TYPE_CHECKING:
    from extract.event_cast import Part
    from extract.event_days import When
    from extract.event_triggers import Trigger
    from extract.records import Modality, Quoted, Statement

#: Types whose mentions in one article are taken for one until told apart.
LOOSE: Final = frozenset(
    {
        "talks",
        "meeting",
        "ceasefire",
        "referendum",
        "deadline",
        "walkout",
        "mobilization",
        "signing",
    }
)
#: Words for the talks before those that are told of.
EARLIER: Final = frozenset({"earlier", "preceding", "previous", "prior"})
#: Kinds of meetings that are told apart.
APART: Final = frozenset(
    {"bilateral", "emergency", "plenary", "ministerial", "trilateral"}
)


@dataclass(slots=True)
class Draft:
    """An event while it is being put together from its mentions."""

    trigger: Trigger
    modality: Modality
    when: When
    parts: tuple[Part, ...]
    places: tuple[Part, ...]
    statement: Statement | None
    ordinal: int | None
    kind: str
    key: str
    named: bool
    definite: bool = False
    headline: bool = False
    opening: bool = False
    place_basis: str = ""
    topics: tuple[str, ...] = ()
    mentions: list[Quoted] = field(default_factory=list)
    triggers: list[Quoted] = field(default_factory=list)

    @property
    def type(self) -> str:
        """The event's type."""
        return self.trigger.type


def merge(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts, those of one event as one, in reading order."""
    out: list[Draft] = []
    for draft in drafts:
        near = [other for other in out if same_event(other, draft)]
        if near:
            take(best_of(near, draft), draft)
        else:
            out.append(draft)
    return out


def unrepeated(drafts: list[Draft]) -> list[Draft]:
    """Return the drafts without words that only repeat what is told.

    Accusations whose content is an event itself; "a statement issued" in which
    something was said, without a day of its own.
    """
    sentences = {d.trigger.token.sent.start for d in drafts if d.trigger.claim}
    return [
        draft
        for draft in drafts
        if not _is_bare_statement(draft)
        and (
            draft.trigger.label != "Accusation"
            or draft.trigger.token.sent.start not in sentences
        )
    ]


def _is_bare_statement(draft: Draft) -> bool:
    """True for "issued" in "said in a statement issued before he left"."""
    dated = draft.when.basis.startswith("in the same")
    return (
        draft.type == "statement"
        and draft.trigger.token.dep_ == "acl"
        and len(draft.mentions) == 1
        and not dated
    )


def best_of(near: list[Draft], draft: Draft) -> Draft:
    """Return the event that a mention joins: most in common, then the latest."""

    def common(at: int) -> tuple[int, int]:
        other = near[at]
        ids = {part.name for part in other.parts} & {part.name for part in draft.parts}
        spots = {p.name for p in other.places} & {p.name for p in draft.places}
        same_day = draft.when.begin is not None and other.when.begin == draft.when.begin
        return (len(ids) + 2 * len(spots) + 3 * same_day, at)

    return near[max(range(len(near)), key=common)]


def is_new(draft: Draft) -> bool:
    """True for a strike or walkout that its article brings in as another one."""
    return any(
        child.lower_ in {"a", "an", "another", "earlier", "previous", "first", "second"}
        for child in draft.trigger.token.children
    )


def apart_in_line(one: Draft, two: Draft) -> bool:
    """True where one of two rounds is told as an earlier one and no day says else."""
    dated = None not in {one.when.begin, two.when.begin}
    told = one.when.basis.startswith("told") or two.when.basis.startswith("told")
    return is_earlier(one) != is_earlier(two) and (told or not dated)


def is_earlier(draft: Draft) -> bool:
    """True for talks that are told as those before others ("an earlier round")."""
    token = draft.trigger.token
    heads = [token]
    if token.dep_ == "nmod" and token.head.lower_ in {"round", "rounds"}:
        heads.append(token.head)
    return any(child.lower_ in EARLIER for head in heads for child in head.children)


def is_loose(draft: Draft) -> bool:
    """True where an article's mentions of a type are of one event until told apart."""
    return draft.type in LOOSE or draft.trigger.label == "Strike"


def same_event(one: Draft, two: Draft) -> bool:
    """True where two mentions can be one event and something says so."""
    if one.type != two.type or one.key != two.key or not same_modality(one, two):
        return False
    if (
        one.ordinal is not None
        and two.ordinal is not None
        and one.ordinal != two.ordinal
    ):
        return False
    if not overlapping(one.when, two.when):
        return False
    if one.type in {"talks", "meeting"} and apart_in_line(one, two):
        return False
    if one.type == "proposal" and {
        stage_of(one.trigger.token),
        stage_of(two.trigger.token),
    } == {"old", "new"}:
        return False
    if one.type == "agreement" and {
        age_of(one.trigger.token),
        age_of(two.trigger.token),
    } == {"old", "new"}:
        return False
    spots_one, spots_two = ({p.name for p in d.places} for d in (one, two))
    apart = spots_one and spots_two and not spots_one & spots_two
    if apart and not (one.place_basis or two.place_basis):
        return False
    who_one, who_two = (
        {p.name for p in d.parts if p.id and not p.between} for d in (one, two)
    )
    shared = bool(who_one & who_two) or bool(spots_one & spots_two)
    same_day = one.when.begin is not None and one.when.begin == two.when.begin
    if one.type in {"statement", "impasse"} and (one.headline or two.headline):
        return same_day or shared or None in {one.when.begin, two.when.begin}
    if one.trigger.claim or two.trigger.claim:
        open_day = None in {one.when.begin, two.when.begin}
        there = one.type == "impasse" and open_day and bool(spots_one & spots_two)
        same = same_day or there or one.trigger.label == two.trigger.label
        return shared and same
    if who_one and who_two and not who_one & who_two:
        return False
    if one.type in {"call", "visit"} and min(len(who_one), len(who_two)) > 1:
        return who_one <= who_two or who_two <= who_one
    if is_loose(one) and two.type in {"other", "walkout"} and is_new(two):
        return same_day or one.headline
    if is_loose(one):
        kinds = {one.kind, two.kind}
        apart_kind = len(kinds) == 2 and bool(kinds & APART)
        return not (apart_kind and ("" not in kinds or bool(who_one or who_two)))
    if one.headline or two.headline:
        return True
    if one.type == "attack":
        return shared or (two.definite and not two.places)
    return shared or same_day or (two.definite and not two.named)


def same_modality(one: Draft, two: Draft) -> bool:
    """True where two mentions see an event alike: done, to come, or maybe."""
    if one.modality == two.modality:
        return True
    pair = {one.modality, two.modality}
    if pair == {"actual", "planned"}:
        return bool(one.when.begin and two.when.begin) and overlapping(
            one.when, two.when
        )
    return False


def overlapping(one: When, two: When) -> bool:
    """True unless both have days and these lie apart."""
    if one.begin is None or two.begin is None:
        return True
    if one.basis.startswith("told") or two.basis.startswith("told"):
        return abs((day_of(one.begin) - day_of(two.begin)).days) < 3
    first_end, second_end = one.last or one.begin, two.last or two.begin
    return one.begin <= upper(second_end) and two.begin <= upper(first_end)


def day_of(day: str) -> date:
    """Return a day or the first day of a month or year."""
    return date.fromisoformat((day + "-01-01")[:10])


def upper(day: str) -> str:
    """Return a day or a prefix of one as the end of what it covers."""
    return day + "\uffff"


def narrower(one: When, two: When) -> bool:
    """True where days lie inside others and are fewer."""
    if one.begin is None or two.begin is None or one.basis.startswith("told"):
        return False
    inside = two.begin <= one.begin and (one.last or "") <= (two.last or "")
    return inside and (one.begin, one.last) != (two.begin, two.last)


def unnamed_apart(draft: Draft, other: Draft) -> tuple[Part, ...]:
    """Return an event's parts without a headline's common nouns for whom others name.

    The "union" of a headline is who the story names, its "coffee states" are several.
    """
    named = sum(part.id is not None for part in other.parts)
    if not draft.headline or other.headline or not named:
        return draft.parts
    line = draft.trigger.token.sent
    return tuple(
        part
        for part in draft.parts
        if part.id is not None
        or not line.start_char <= part.position < line.end_char
        or (named < 3 and " " in part.name)
    )


def take(draft: Draft, other: Draft) -> None:
    """Add a mention's days, sides and places to an event."""
    if other.when.begin is not None and (
        draft.when.begin is None
        or draft.when.basis.startswith("told")
        or len(other.when.begin) > len(draft.when.begin)
        or narrower(other.when, draft.when)
    ):
        draft.when = other.when
    kept = unnamed_apart(draft, other)
    names = {part.name for part in kept}
    added = unnamed_apart(other, draft)
    draft.parts = kept + tuple(part for part in added if part.name not in names)
    if draft.place_basis and other.places and not other.place_basis:
        draft.places, draft.place_basis = (), ""
    elif other.place_basis and draft.places and not draft.place_basis:
        other.places = ()
    elif other.places and not draft.places:
        draft.place_basis = other.place_basis
    spots = {part.name for part in draft.places}
    draft.places += tuple(part for part in other.places if part.name not in spots)
    draft.ordinal = draft.ordinal if draft.ordinal is not None else other.ordinal
    draft.kind = draft.kind or other.kind
    draft.topics += tuple(t for t in other.topics if t not in draft.topics)
    draft.mentions += other.mentions
    draft.triggers += other.triggers
    draft.named = draft.named or other.named
    draft.opening = draft.opening or other.opening
    draft.definite = draft.definite or other.definite
