"""Replay a reader's corrections on a story, after identity and chronology."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar, cast

from extract.records import EVENT_TYPES
from graph.corrections import Correction, Target
from graph.days import days
from graph.naming import iri
from graph.story import (
    Evidence,
    Judgement,
    Link,
    Story,
    StoryEntity,
    StoryEvent,
    StoryProposal,
)

T = TypeVar("T")
Node = StoryEntity | StoryEvent | StoryProposal | Any

#: Parts of a story whose records a correction can be about.
_PARTS: Final = (
    "entities",
    "events",
    "statements",
    "speech_acts",
    "proposals",
    "deviations",
    "links",
    "positions",
    "phases",
)
_RELATIONS: Final = (
    "respondsTo",
    "about",
    "partOf",
    "revisionOf",
    "deviatesFrom",
    "contradicts",
    "leadsTo",
)
_KINDS: Final = ("person", "place", "organization", "party")


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A story with corrections in it.

    Attributes:
        story: the story, with a judgement for each correction that applied.
        applied: the corrections that changed it.
        lost: a line for each that found no target or made no sense, with why.
    """

    story: Story
    applied: tuple[Correction, ...] = ()
    lost: tuple[str, ...] = ()


def correct(story: Story, corrections: Iterable[Correction]) -> Corrected:
    """Return the story with corrections replayed in their order.

    ``different`` is not replayed here: it keeps things apart while they are
    compared (``graph.identity``, ``graph.chronology``), so only that its targets
    are still two is checked.
    """
    applied: list[Correction] = []
    lost: list[str] = []
    for one in corrections:
        found, problem = _found(story, one)
        if problem:
            lost.append(f"correction {one.id} ({one.kind}): {problem}")
            continue
        story = _APPLY[one.kind](story, one, found)
        story = _judged(story, one, found[0])
        applied.append(one)
    return Corrected(story=story, applied=tuple(applied), lost=tuple(lost))


def problem_with(story: Story, one: Correction) -> str | None:
    """Return why a correction cannot be replayed on a story, ``None`` if it can."""
    return _found(story, one)[1]


def _found(story: Story, one: Correction) -> tuple[list[Node], str | None]:
    found = [_find(story, target) for target in one.targets]
    gone = [t for t, node in zip(one.targets, found, strict=True) if node is None]
    if gone:
        return [], f"{', '.join(t.label or t.iri for t in gone)} is gone"
    nodes = [node for node in found if node is not None]
    return nodes, _problem(one, nodes)


def spans_of(node: Node) -> tuple[str, ...]:
    """Return the words a node rests on, as corrections keep them.

    >>> words = Evidence(file="a.txt", start=5, end=9, text="Ruiz", article="a1")
    >>> spans_of(StoryEntity(iri="urn:ruiz", kind="person", name="Ruiz", labels=(),
    ...                      evidence=(words,)))
    ('a1:5-9',)
    """
    return tuple(f"{e.article}:{e.start}-{e.end}" for e in _evidence(node))


def _evidence(node: Node) -> tuple[Evidence, ...]:
    return tuple(getattr(node, "evidence", ()))


def _find(story: Story, target: Target) -> Node | None:
    """Find a target by IRI, else by the words it rested on, else by its label."""
    nodes = [node for part in _PARTS for node in getattr(story, part)]
    for node in nodes:
        if node.iri == target.iri:
            return node
    wanted = set(target.spans)
    kind = target.iri.rsplit("/", 2)[-2] if target.iri.count("/") >= 2 else ""
    alike = [n for n in nodes if not kind or f"/{kind}/" in n.iri]
    by_words = [(len(wanted & set(spans_of(n))), n.iri, n) for n in alike]
    best = max(by_words, key=lambda row: (row[0], row[1]), default=None)
    if best is not None and best[0]:
        return best[2]
    named = [n for n in nodes if target.label and _label(n) == target.label]
    return named[0] if len(named) == 1 else None


def _label(node: Node) -> str:
    return str(getattr(node, "label", getattr(node, "name", "")))


def _problem(one: Correction, nodes: list[Node]) -> str | None:
    value = one.value or ""
    if one.kind == "same":
        if nodes[0].iri == nodes[1].iri:
            return "the two are one already"
        if type(nodes[0]) is not type(nodes[1]):
            return "the two are of different kinds"
        if not isinstance(nodes[0], StoryEntity | StoryEvent | StoryProposal):
            return "only people, places, parties, events and proposals can be merged"
    if one.kind == "different" and nodes[0].iri == nodes[1].iri:
        return "the two are still one: build again, or name narrower words"
    if one.kind == "rename" and not hasattr(nodes[0], "evidence"):
        return "this has no name"
    if one.kind == "date" and not _is_day(value):
        return f"{value!r} is no day: write YYYY-MM-DD, YYYY-MM or YYYY"
    if one.kind == "date" and not isinstance(nodes[0], StoryEvent | StoryProposal):
        return "only events and proposals can be dated (articles: in manifest.csv)"
    if one.kind == "type":
        known = _KINDS if isinstance(nodes[0], StoryEntity) else EVENT_TYPES
        if value not in known:
            return f"{value!r} is no type: choose from {', '.join(known)}"
    if one.kind == "add-link" and value not in _RELATIONS:
        return f"{value!r} is no relation: choose from {', '.join(_RELATIONS)}"
    return None


def _is_day(value: str) -> bool:
    whole = re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", value) is not None
    return whole and days(value) is not None


def _same(story: Story, one: Correction, nodes: list[Node]) -> Story:
    keep, drop = sorted(nodes, key=lambda n: (-len(_evidence(n)), n.iri))
    changes: dict[str, Any] = {
        field.name: _union(getattr(keep, field.name), getattr(drop, field.name))
        for field in fields(keep)
        if isinstance(getattr(keep, field.name), tuple)
    }
    for name in ("begin", "last", "date", "gender", "country", "affiliation"):
        if hasattr(keep, name) and getattr(keep, name) is None:
            changes[name] = getattr(drop, name)
    if "begin" in changes:
        changes["precision"] = getattr(drop, "precision", "unknown")
    if isinstance(keep, StoryEntity) and isinstance(drop, StoryEntity):
        changes["labels"] = _union(changes["labels"], (drop.name,))
    merged = replace(keep, **changes)
    without = _without(story, drop.iri)
    return _swapped(_put(without, merged), {drop.iri: keep.iri})


def _union(a: tuple[Any, ...], b: tuple[Any, ...]) -> tuple[Any, ...]:
    return a + tuple(item for item in b if item not in a)


def _different(story: Story, one: Correction, nodes: list[Node]) -> Story:
    return story


def _rename(story: Story, one: Correction, nodes: list[Node]) -> Story:
    (node,) = nodes
    if isinstance(node, StoryEntity):
        labels = _union((one.value or node.name,), node.labels)
        story = _put(story, replace(node, name=one.value or node.name, labels=labels))
        return _renamed(story, node, one.value or node.name)
    return _put(story, replace(node, label=one.value))


def _renamed(story: Story, node: StoryEntity, name: str) -> Story:
    """Carry an entity's new name to wherever its name is written beside its IRI."""

    def names(iris: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
        pairs = zip(iris, old[: len(iris)], strict=False)
        fresh = tuple(name if i == node.iri else o for i, o in pairs)
        return fresh + old[len(fresh) :]

    return replace(
        story,
        events=tuple(
            replace(
                e,
                participant_names=names(e.participants, e.participant_names),
                place_names=names(e.places, e.place_names),
            )
            for e in story.events
        ),
        statements=tuple(
            replace(s, speaker=name) if s.speaker_iri == node.iri else s
            for s in story.statements
        ),
        speech_acts=tuple(
            replace(s, speaker=name) if s.speaker_iri == node.iri else s
            for s in story.speech_acts
        ),
        proposals=tuple(
            replace(p, proposer=name) if p.proposer_iri == node.iri else p
            for p in story.proposals
        ),
        deviations=tuple(
            replace(d, claimed_by=name) if d.claimed_by_iri == node.iri else d
            for d in story.deviations
        ),
        positions=tuple(
            replace(
                p,
                side_name=name if p.side == node.iri else p.side_name,
                holder_name=name if p.holder == node.iri else p.holder_name,
            )
            for p in story.positions
        ),
    )


def _date(story: Story, one: Correction, nodes: list[Node]) -> Story:
    (node,) = nodes
    day = one.value or ""
    if isinstance(node, StoryProposal):
        return _put(story, replace(node, date=day))
    precision = {4: "year", 7: "month"}.get(len(day), "day")
    basis = f"corrected by {one.who or 'a reader'}"
    event = replace(
        cast("StoryEvent", node),
        begin=day,
        last=day,
        precision=precision,
        date_basis=basis,
    )
    return _put(story, event)


def _type(story: Story, one: Correction, nodes: list[Node]) -> Story:
    (node,) = nodes
    field = "kind" if isinstance(node, StoryEntity) else "type"
    return _put(story, replace(node, **{field: one.value}))


def _drop(story: Story, one: Correction, nodes: list[Node]) -> Story:
    return _swapped(_without(story, nodes[0].iri), {nodes[0].iri: None})


def _add_link(story: Story, one: Correction, nodes: list[Node]) -> Story:
    first, second = nodes
    link = Link(
        iri=iri("link", one.value or "", first.iri, second.iri),
        source=first.iri,
        target=second.iri,
        relation=one.value or "",
        rule="a reader's correction",
        confidence=1.0,
        about=one.why if one.value == "contradicts" else "",
        evidence=_evidence(first) + _evidence(second),
    )
    others = tuple(old for old in story.links if old.iri != link.iri)
    links = sorted((*others, link), key=lambda item: item.iri)
    return replace(story, links=tuple(links))


_APPLY: Final = {
    "same": _same,
    "different": _different,
    "rename": _rename,
    "date": _date,
    "type": _type,
    "drop": _drop,
    "add-link": _add_link,
}


def _judged(story: Story, one: Correction, node: Node) -> Story:
    when = f" on {one.when}" if one.when else ""
    why = f": {one.why}" if one.why else ""
    judgement = Judgement(
        target=node.iri,
        rule=f"correction: {one.kind}",
        detail=f"{one.who or 'a reader'}{when}{why}",
        confidence=1.0,
        evidence=_evidence(node),
    )
    return replace(story, judgements=(*story.judgements, judgement))


def _put(story: Story, node: Node) -> Story:
    for part in _PARTS:
        nodes = getattr(story, part)
        if any(old.iri == node.iri for old in nodes):
            fresh = tuple(node if old.iri == node.iri else old for old in nodes)
            change: dict[str, Any] = {part: fresh}
            return replace(story, **change)
    return story


def _without(story: Story, gone: str) -> Story:
    kept: dict[str, Any] = {
        part: tuple(node for node in getattr(story, part) if node.iri != gone)
        for part in _PARTS
    }
    return replace(story, **kept)


def _swapped(story: Story, names: Mapping[str, str | None]) -> Story:
    """Put one IRI for another everywhere; ``None`` removes what cannot do without."""
    changes: dict[str, Any] = {}
    story = replace(story, events=tuple(_named(story, e, names) for e in story.events))
    for part in (*_PARTS, "judgements"):
        swapped = (_swap(node, names) for node in getattr(story, part))
        changes[part] = tuple(node for node in swapped if _whole(node))
    line = (names.get(node, node) for node in story.main_line)
    changes["main_line"] = tuple(dict.fromkeys(node for node in line if node))
    return replace(story, **changes)


def _named(
    story: Story, event: StoryEvent, names: Mapping[str, str | None]
) -> StoryEvent:
    """Keep the names beside an event's people and places in step with their IRIs."""
    known = {entity.iri: entity.name for entity in story.entities}

    def fresh(iris: tuple[str, ...], old: tuple[str, ...]) -> tuple[str, ...]:
        kept: dict[str, str] = {}
        for one, name in zip(iris, old, strict=False):
            new = names.get(one, one)
            if new is not None:
                kept.setdefault(new, known.get(new, name))
        return (*kept.values(), *old[len(iris) :])

    return replace(
        event,
        participant_names=fresh(event.participants, event.participant_names),
        place_names=fresh(event.places, event.place_names),
    )


def _whole(node: Node) -> bool:
    """Tell whether a record still has both ends: links and phases need theirs."""
    if isinstance(node, Link):
        return bool(node.source and node.target and node.source != node.target)
    needed = [getattr(node, name) for name in ("event", "side") if hasattr(node, name)]
    if type(node).__name__ in {"Phase", "Position"}:
        return all(needed)
    return True


def _swap(value: T, names: Mapping[str, str | None]) -> T:
    if isinstance(value, str):
        return cast("T", names.get(value, value))
    if isinstance(value, tuple):
        swapped = (_swap(item, names) for item in value)
        return cast("T", tuple(dict.fromkeys(i for i in swapped if i is not None)))
    if is_dataclass(value) and not isinstance(value, type):
        fresh = {f.name: _swap(getattr(value, f.name), names) for f in fields(value)}
        changed = {k: v for k, v in fresh.items() if v != getattr(value, k)}
        return replace(value, **changed) if changed else value
    return value
