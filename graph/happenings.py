"""Make one event of all its tellings: type, days, places, participants, label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from extract.records import EVENT_TYPES, Modality, Quoted
from graph.corpus import Corpus, evidence, sentence_at
from graph.crossing import FIRST
from graph.days import Days, precision, written
from graph.event_cluster import Cluster
from graph.failing import name_failed_talks
from graph.families import HELD_AT, TWO_TURNS, WHOEVER
from graph.held_at import placed_at_talks
from graph.merging import merge
from graph.naming import digest, iri, slug
from graph.roles import part
from graph.sameness import told_once
from graph.story import Judgement, StoryEvent
from graph.telling import Telling
from graph.titles import title
from graph.took_part import with_the_two_sides

#: Basis of a day taken from the talks that something was done at.
FRAME_BASIS: Final = "day of the talks it was part of"
#: Parts whose common nouns say nothing beside a body of that part with a name.
NAMED_FOR: Final = frozenset({"labour", "legislature", "court"})
#: Types that can be dated by the talks they are told to be part of.
FRAMED: Final = frozenset({"proposal", "pledge", "rejection"})
#: Types that talks end with, so that the place and a vague day tell which talks.
REACHED: Final = frozenset({"agreement", "signing"})
#: Days at most of a vague day, and of the talks that it may mean.
VAGUE: Final = 31
HELD: Final = 7
#: Talks told with these go on beyond the day they are told with.
_GO_ON: Final = re.compile(
    r"\b(?:began|begun|begin|start|open|resum|continu|ongoing|under ?way)", re.I
)
_AT: Final = re.compile(
    r"\b(?:at|during|in|in the course of|on the sidelines of|after|following)\s+"
    r"(?:[\w'’-]+\s+){0,4}$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Events across articles, what became of each record, and why.

    ``late`` has those whose only day is that of a telling.
    """

    events: tuple[StoryEvent, ...]
    judgements: tuple[Judgement, ...]
    event_of: Mapping[tuple[str, str], str]
    days_of: Mapping[str, Days | None]
    late: frozenset[str]
    tellings_of: Mapping[str, tuple[Telling, ...]]


def happened(
    corpus: Corpus,
    found: Sequence[Telling],
    statement_iri: Mapping[tuple[str, str], str],
    *,
    kept_apart: Callable[[Telling, Telling], bool] = lambda _a, _b: False,
) -> Happened:
    """Return the events behind tellings.

    Talks and meetings are told apart first; what is told to have been done at them
    and has no day of its own takes theirs.
    """
    frames = merge(
        (t for t in found if t.mention.type in HELD_AT), kept_apart=kept_apart
    )
    rest = [t for t in found if t.mention.type not in HELD_AT]
    clusters = frames + merge(_framed(rest, frames), kept_apart=kept_apart)
    name_failed_talks(clusters, frames, kept_apart)
    named = [(cluster, _event(corpus, cluster, statement_iri)) for cluster in clusters]
    events: list[StoryEvent] = []
    judgements: list[Judgement] = []
    event_of: dict[tuple[str, str], str] = {}
    days_of: dict[str, Days | None] = {}
    tellings_of: dict[str, tuple[Telling, ...]] = {}
    for cluster in told_once(named, kept_apart):
        event = _event(corpus, cluster, statement_iri)
        events.append(event)
        days_of[event.iri] = cluster.days
        ordered = sorted(cluster.tellings, key=lambda telling: telling.place_in_line)
        tellings_of[event.iri] = tuple(ordered)
        for telling in ordered:
            event_of[telling.at] = event.iri
        judgements += _judgements(event, cluster)
    placed, where = placed_at_talks(events, days_of, tellings_of)
    placed, whose = with_the_two_sides(corpus, placed, tellings_of)
    return Happened(
        events=tuple(sorted(placed, key=in_time)),
        judgements=(*judgements, *where, *whose),
        event_of=event_of,
        days_of=days_of,
        late=frozenset(
            address
            for address, told in tellings_of.items()
            if any(t.days for t in told)
            and all(t.told is not None for t in told if t.days)
        ),
        tellings_of=tellings_of,
    )


def in_time(event: StoryEvent) -> tuple[str, str, str]:
    """Return what events are sorted by: undated ones come last."""
    return (event.begin or "9999", event.last or "9999", event.iri)


def _framed(rest: Iterable[Telling], frames: Sequence[Cluster]) -> list[Telling]:
    """Give undated tellings the days of the talks they are told to be part of."""
    days_of = {t.at: cluster.days for cluster in frames for t in cluster.tellings}
    by_article: dict[str, list[Telling]] = {}
    for cluster in frames:
        for telling in cluster.tellings:
            by_article.setdefault(telling.reading.article.id, []).append(telling)
    dated = []
    for telling in rest:
        when = None
        open_day = telling.days is None or telling.told is not None
        if open_day and telling.mention.type in FRAMED:
            when = _frame_days(telling, by_article, days_of)
        elif telling.mention.type in REACHED:
            when = _reached_at(telling, frames)
        dated.append(telling.dated(when, FRAME_BASIS) if when else telling)
    return dated


def _frame_days(
    telling: Telling,
    by_article: Mapping[str, Sequence[Telling]],
    days_of: Mapping[tuple[str, str], Days | None],
) -> Days | None:
    article = telling.reading.article
    published = article.published
    for link in telling.reading.links:
        if link.source == telling.mention.id and link.relation == "partOf":
            when = days_of.get((article.id, link.target))
            if when and when.length <= 7:
                return when
    for frame in by_article.get(article.id, ()):
        when = days_of[frame.at]
        if when is None or when.length > 7 or frame.mention.modality != "actual":
            continue
        if published and when.begin > published:
            continue
        if any(_GO_ON.search(m.text) for m in frame.mention.mentions):
            continue
        if any(
            _stands_at(telling, mention, quoted)
            for mention in frame.mention.mentions
            for quoted in telling.mention.mentions
        ):
            return when
    return None


def _reached_at(telling: Telling, frames: Sequence[Cluster]) -> Days | None:
    """Return the days of the only talks that something can have been reached at.

    What is told to have been agreed in a town in late March was agreed at the talks
    held there then, if its sides held talks there once in that time.
    """
    vague = telling.days
    if vague is None or not HELD < vague.length <= VAGUE or not telling.places:
        return None
    held = [
        (when, frame)
        for frame in frames
        if (when := frame.days) is not None
        and when.length <= HELD
        and when.meet(vague) == when
        and any(t.mention.modality == "actual" for t in frame.tellings)
        and any(t.places & telling.places for t in frame.tellings)
    ]
    if len(held) != 1:
        return None
    when, frame = held[0]
    sides = frozenset(side for t in frame.tellings for side in t.sides)
    return when if telling.sides <= sides or not telling.sides else None


def _stands_at(telling: Telling, frame: Quoted, quoted: Quoted) -> bool:
    """Tell whether ``frame`` is named in one sentence as where ``quoted`` was done."""
    sentence = sentence_at(telling.reading, quoted.start, quoted.end)
    if not sentence.start <= frame.start < sentence.end:
        return False
    before = telling.reading.article.text[
        max(sentence.start, frame.start - 50) : frame.start
    ]
    return bool(_AT.search(before)) or bool(_AT.match(frame.text))


def _event(
    corpus: Corpus, cluster: Cluster, statement_iri: Mapping[tuple[str, str], str]
) -> StoryEvent:
    told = sorted(cluster.tellings, key=lambda telling: telling.place_in_line)
    kind = _type(told)
    stretch = cluster.days
    begin, last = written(stretch)
    who, names = _named(corpus, told, places=False)
    where, place_names = _named(corpus, told, places=True)
    modality, denied = _modality(told)
    spans = corpus.line.sorted(
        {
            evidence(t.reading, q)
            for t in (*told, *cluster.named)
            for q in t.mention.mentions
        }
    )
    struck = any(t.is_strike and t.mention.type == "other" for t in told)
    called = "other" if kind == "walkout" and struck else kind
    label = title(corpus, told, called, modality, place_names)
    first = told[0]
    inside = sorted(
        {
            statement_iri[t.reading.article.id, t.mention.statement]
            for t in told
            if t.mention.statement
            and (t.reading.article.id, t.mention.statement) in statement_iri
        }
    )
    own_voice = any(t.mention.statement is None for t in told)
    best = min(
        (t for t in told if t.days is not None),
        key=lambda t: (
            t.days.length if t.days else 0,
            t.basis != t.mention.date_basis,
            not t.basis,
            t.place_in_line,
        ),
        default=None,
    )
    return StoryEvent(
        iri=iri(
            "event",
            f"{kind} {label}",
            digest(
                first.reading.article.id, str(first.place_in_line[3]), first.mention.id
            ),
        ),
        type=kind,
        label=label,
        begin=begin,
        last=last,
        precision=precision(stretch),
        date_basis=best.basis if best is not None else "",
        modality=modality,
        participants=who,
        participant_names=names,
        places=where,
        place_names=place_names,
        place_basis=_place_basis(told),
        ordinal=next((t.mention.ordinal for t in told if t.mention.ordinal), None),
        topics=tuple(sorted({topic for t in told for topic in t.mention.topics})),
        plover=next((t.mention.plover for t in told if t.mention.type == kind), None),
        told_in=() if own_voice else tuple(inside),
        denied=denied,
        confidence=round(min([r[1] for r in cluster.reasons], default=1.0), 2),
        evidence=tuple(spans),
    )


def _type(told: Sequence[Telling]) -> str:
    counts = Counter(t.mention.type for t in told)
    if first := FIRST.get(frozenset(counts)):
        return first
    turns = set(counts) in TWO_TURNS  # "agreed on Tuesday", elsewhere just "signed"
    dated = {t.mention.type for t in told if t.days and t.days.length == 1}
    return min(
        counts,
        key=lambda kind: (
            kind in {"other", "statement"},
            -counts[kind],
            turns and kind not in dated,
            EVENT_TYPES.index(kind),
        ),
    )


def _modality(told: Sequence[Telling]) -> tuple[Modality, bool]:
    kinds = {t.modality for t in told}
    ranked: tuple[Modality, ...] = ("actual", "planned", "hypothetical", "negated")
    modality = next(kind for kind in ranked if kind in kinds)
    return modality, "negated" in kinds and modality != "negated"


def _named(
    corpus: Corpus, told: Sequence[Telling], *, places: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return IRIs and names, each once; names without an entity follow."""
    iris: dict[str, str] = {}
    loose: dict[str, str] = {}
    for telling in told:
        mention = telling.mention
        ids, names = (
            (mention.place_ids, mention.places)
            if places
            else (mention.participant_ids, mention.participants)
        )
        for i, name in enumerate(names):
            entity = ids[i] if i < len(ids) else None
            known = corpus.iri(telling.reading, entity, name)
            if known and places and not corpus.is_place(known):
                loose.setdefault(slug(name), name)  # "Brussels" where the Union meets
            elif known:
                iris.setdefault(known, corpus.name(known, name) or name)
            else:
                loose.setdefault(slug(name), name)
    if not places:  # an office beside the power that it acts for says nothing more
        offices = {
            one
            for one in iris
            if not corpus.is_person(one) and corpus.side(one) in iris.keys() - {one}
        }
        iris = {one: name for one, name in iris.items() if one not in offices}
    taken = {slug(name) for name in iris.values()}
    if len(iris) > 1 and not places:
        parts = {part(key) for key in taken} & NAMED_FOR
        taken |= {key for key in loose if key in WHOEVER or part(key) in parts}
    extra = tuple(name for key, name in loose.items() if key not in taken)
    return tuple(iris), (*iris.values(), *extra)


def _place_basis(told: Sequence[Telling]) -> str:
    """Return where places come from, ``""`` where any telling names one itself."""
    bases = [t.mention.place_basis for t in told if t.mention.places]
    return bases[0] if bases and all(bases) else ""


def _judgements(event: StoryEvent, cluster: Cluster) -> list[Judgement]:
    found = []
    for telling, confidence, why in cluster.reasons:
        found.append(
            Judgement(
                target=event.iri,
                rule="one event across articles",
                detail=f"{telling.mention.label} in {telling.at[0]}: {why}",
                confidence=round(confidence, 2),
                evidence=tuple(
                    evidence(telling.reading, q) for q in telling.mention.mentions[:1]
                ),
            )
        )
    return found
