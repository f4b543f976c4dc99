"""Name the two sides of a negotiation, and its mediator, where a telling does not.

Articles about one negotiation between two sides tell of "an agreement" and of talks
that collapsed without saying between whom. Where the events that name several sides
mostly name the same two, those are meant; where several pairs or more sides
negotiate, nothing is filled in. The only mediator that articles name was at the talks
of the two that they tell of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from graph.corpus import Corpus
from graph.families import WHOEVER
from graph.naming import slug
from graph.story import Judgement, StoryEvent
from graph.telling import Telling

#: Types that two sides take part in.
JOINT: Final = frozenset(
    {"talks", "meeting", "agreement", "signing", "impasse", "ceasefire"}
)
#: Those that articles tell without their sides, which are then the negotiation's.
MEANT: Final = frozenset({"talks", "agreement", "impasse", "ceasefire"})
#: Stems of the words that tell of talks between two sides, not of a body's session.
TALKING: Final = ("talk", "negotiat", "round", "mediat", "conciliat")
#: Events that name a pair at least, so that it is the negotiation's.
OFTEN: Final = 3
#: Words of an office that brings others together.
MEDIATING: Final = frozenset(
    {"mediator", "conciliator", "arbitrator", "facilitator", "go-between"}
)
#: Words for the two of them together, which name neither,
BOTH: Final = frozenset({"sides", "parties", "delegations", "camps"})
#: and words before them that say no more.
OF_BOTH: Final = frozenset({"two", "both", "warring", "rival", "opposing", "feuding"})
#: What somebody chairs who brings others together.
CHAIRED: Final = frozenset({"talks", "discussions", "negotiations"})
#: Why somebody takes part whom no telling names there.
OF_TWO: Final = "by the two sides of the negotiation"
MEDIATED: Final = "with the only mediator of the negotiation"
#: How sure it is that what is told without sides is between the two.
SURE: Final = 0.75


@dataclass(frozen=True, slots=True)
class Side:
    """A side as an event names it: its key, its IRI if it has one, its name."""

    key: str
    iri: str | None
    name: str


def with_the_two_sides(
    corpus: Corpus,
    events: Sequence[StoryEvent],
    tellings_of: Mapping[str, Sequence[Telling]],
) -> tuple[tuple[StoryEvent, ...], tuple[Judgement, ...]]:
    """Return events with the negotiation's sides where they name none, and why.

    Args:
        corpus: what names stand for.
        events: events across articles.
        tellings_of: IRI of an event -> its tellings.
    """
    mediators = _mediators(corpus)
    between = frozenset(
        iri for one in mediators for iri in (one, corpus.side(one)) if iri
    )
    sides_of = {event.iri: _sides(corpus, event, between) for event in events}
    pair, shown = _the_two(events, sides_of)
    keys = {side.key for side in pair}
    out: list[StoryEvent] = []
    why: list[Judgement] = []
    for event in events:
        here, told = {s.key for s in sides_of[event.iri]}, tellings_of[event.iri]
        more: list[Side] = []
        if shown is not None and _is_theirs(event, here, keys, told):
            more = [side for side in pair if side.key not in here]
            why.append(_because(event, OF_TWO, f"as in {shown.label}", shown))
        theirs = here | {side.key for side in more} == keys
        if theirs and len(mediators) == 1:
            present = _present(corpus, event, mediators[0], told)
            if present is not None:
                more.append(present)
                why.append(_because(event, MEDIATED, present.name, event))
        out.append(_joined(event, more) if theirs else event)
    return tuple(out), tuple(why)


def _because(event: StoryEvent, rule: str, detail: str, shown: StoryEvent) -> Judgement:
    return Judgement(
        target=event.iri,
        rule=rule,
        detail=detail,
        confidence=SURE,
        evidence=shown.evidence[:1],
    )


def _mediators(corpus: Corpus) -> tuple[str, ...]:
    """Return the people who are called mediators, or chair the talks."""
    return tuple(
        entity.iri
        for _, entity in sorted(corpus.entities.items())
        if entity.kind == "person" and any(map(_mediates, entity.roles))
    )


def _mediates(role: str) -> bool:
    """Tell whether a role is that of who brings others together.

    >>> _mediates("Peruvian mediator"), _mediates("chairman of the board")
    (True, False)
    """
    words = set(role.lower().split())
    chairs = any(word.startswith("chair") for word in words)
    return bool(MEDIATING & words) or (chairs and bool(CHAIRED & words))


def _present(
    corpus: Corpus, event: StoryEvent, mediator: str, told: Iterable[Telling]
) -> Side | None:
    """Return the mediator where articles that tell of talks name him or her."""
    if event.type != "talks" or mediator in event.participants or not _talking(told):
        return None
    for telling in told:
        reading = telling.reading
        for entity in reading.entities:
            if corpus.iri(reading, entity.id, entity.name) == mediator:
                name = corpus.name(mediator, entity.name) or entity.name
                return Side(corpus.key(mediator), mediator, name)
    return None


def _sides(
    corpus: Corpus, event: StoryEvent, between: frozenset[str]
) -> tuple[Side, ...]:
    """Return the sides that an event names, through their people, each once."""
    found: dict[str, Side] = {}
    known = (*event.participants, *[None] * len(event.participant_names))
    for one, name in zip(known, event.participant_names, strict=False):
        iri = corpus.side(one)
        if (one is None and _is_anybody(name)) or {one, iri} & between:
            continue
        key = corpus.key(iri) if iri else slug(name)
        found.setdefault(key, Side(key, iri, corpus.name(iri, name) or name))
    return tuple(found.values())


def _is_anybody(name: str) -> bool:
    """Tell whether a name is a word for whoever takes part."""
    return slug(name) in WHOEVER or _is_both(name)


def _is_both(name: str) -> bool:
    """Tell whether a name is one for both sides ("the warring parties").

    >>> _is_both("warring parties"), _is_both("opposition parties")
    (True, False)
    """
    *before, last = slug(name).split("-")
    return last in BOTH and set(before) <= OF_BOTH


def _the_two(
    events: Iterable[StoryEvent], sides_of: Mapping[str, tuple[Side, ...]]
) -> tuple[tuple[Side, ...], StoryEvent | None]:
    """Return the two sides that most events of several sides name, and one of those."""
    counts: Counter[tuple[str, ...]] = Counter()
    first: dict[tuple[str, ...], tuple[tuple[Side, ...], StoryEvent]] = {}
    for event in events:
        sides = sides_of[event.iri]
        if event.type not in JOINT or len(sides) < 2:
            continue
        key = tuple(sorted(side.key for side in sides))
        counts[key] += 1
        first.setdefault(key, (sides, event))
    most = min(counts, key=lambda key: (-counts[key], key), default=())
    if len(most) != 2 or counts[most] < OFTEN:
        return (), None
    return first[most] if 2 * counts[most] > counts.total() else ((), None)


def _is_theirs(
    event: StoryEvent, here: set[str], pair: set[str], told: Iterable[Telling]
) -> bool:
    """Tell whether an event is of both sides, or of none that is named."""
    names = event.participant_names
    if any(_is_both(name) for name in names):
        return here <= pair
    if event.type not in MEANT or event.modality == "negated":
        return False
    if here and not (event.type == "ceasefire" and here < pair):
        return False
    if event.type == "talks":
        return _talking(told)
    return event.type != "agreement" or all(_is_anybody(name) for name in names)


def _talking(told: Iterable[Telling]) -> bool:
    """Tell whether words tell of talks between sides, not of a body's session."""
    return any(
        word.startswith(TALKING)
        for telling in told
        for quoted in telling.mention.triggers or telling.mention.mentions
        for word in quoted.text.lower().split()
    )


def _joined(event: StoryEvent, sides: Iterable[Side]) -> StoryEvent:
    """Return an event with more sides, those known by an IRI before loose names."""
    known = [side for side in sides if side.iri is not None]
    loose = [side for side in sides if side.iri is None]
    count = len(event.participants)
    names = event.participant_names
    kept = [name for name in names[count:] if not _is_anybody(name)]
    return replace(
        event,
        participants=(*event.participants, *(side.iri or "" for side in known)),
        participant_names=(
            *names[:count],
            *(side.name for side in known),
            *kept,
            *(side.name for side in loose),
        ),
    )
