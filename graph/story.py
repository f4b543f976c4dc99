"""What is known across articles, before it becomes triples: plain and frozen.

``graph.chronology.tell`` makes a ``Story`` from readings; ``graph.triples`` writes
it down. All ``iri`` fields are strings minted by ``graph.naming``. Days are ISO
8601, may be prefixes (``2022-03``), ``None`` while unknown. Every tuple is sorted
by a rule that does not depend on the articles' order.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.records import (
    Act,
    Article,
    ChangeKind,
    EntityKind,
    Modality,
    Quantity,
    Stance,
    StatementKind,
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """Words of an article that a fact was read from.

    Attributes:
        file: the article's file name.
        start: first character in the article's text.
        end: one past the last.
        text: the words, verbatim.
        article: the article's id.
    """

    file: str
    start: int
    end: int
    text: str
    article: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Why something across articles was taken to be so.

    Attributes:
        target: IRI of the entity, event, proposal, speech act or link judged.
        rule: short name of the rule ("same surname and role").
        detail: the reason in words, for ``parley why``.
        confidence: between 0 and 1.
        evidence: the words it rests on.
    """

    target: str
    rule: str
    detail: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEntity:
    """One person, place, organisation or party, whatever its spellings."""

    iri: str
    kind: EntityKind
    name: str
    labels: tuple[str, ...]
    roles: tuple[str, ...] = ()
    gender: str | None = None
    country: str | None = None
    affiliation: str | None = None
    same_as: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryEvent:
    """One real-world event, told once or often.

    Attributes:
        precision: ``"day"``, ``"range"``, ``"month"``, ``"year"`` or ``"unknown"``.
        date_basis: where the date comes from, in words.
        participants: IRIs of entities, ordered by first mention.
        participant_names: their names, same order (names without an entity, if
            any, follow).
        told_in: IRIs of statements inside whose content it is told; empty where
            an article tells it in its own voice.
        place_basis: where its places come from, in words; empty where the words that
            tell it give them.
        denied: a report of it stands against a denial or a negated report.
    """

    iri: str
    type: str
    label: str
    begin: str | None
    last: str | None
    precision: str
    date_basis: str = ""
    modality: Modality = "actual"
    participants: tuple[str, ...] = ()
    participant_names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    place_names: tuple[str, ...] = ()
    place_basis: str = ""
    ordinal: int | None = None
    topics: tuple[str, ...] = ()
    plover: str | None = None
    told_in: tuple[str, ...] = ()
    denied: bool = False
    confidence: float = 1.0
    evidence: tuple[Evidence, ...]

    def _repr_html_(self) -> str:
        """Return a small table, for notebooks."""
        from graph.cards import event_card

        return event_card(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStatement:
    """One report of something said, believed or intended, in one article."""

    iri: str
    speaker: str | None
    speaker_iri: str | None
    content: str
    kind: StatementKind
    act: Act
    date: str | None
    date_basis: str | None = None
    cue_kind: str = "say"
    via: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stance: Stance = "unclear"
    inside: str | None = None
    article: str
    speech_act: str
    evidence: tuple[Evidence, ...]
    source: tuple[Evidence, ...] = ()
    cue: tuple[Evidence, ...] = ()
    sentence: Evidence | None = None

    def _repr_html_(self) -> str:
        """Return a small table, for notebooks."""
        from graph.cards import statement_card

        return statement_card(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechAct:
    """One utterance, with all its reports.

    Attributes:
        reports: IRIs of statements, sorted.
        origins: how many independent origins they have; copies of one agency
            are one origin.
    """

    iri: str
    label: str
    speaker: str | None
    speaker_iri: str | None
    date: str | None
    topics: tuple[str, ...] = ()
    reports: tuple[str, ...]
    origins: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryProvision:
    """One term of a proposal; each article that states it adds evidence."""

    iri: str
    topic: str
    topics: tuple[str, ...] = ()
    text: str
    evidence: tuple[Evidence, ...]
    condition: Evidence | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryProposal:
    """One version of a proposal, across articles."""

    iri: str
    label: str
    proposer: str | None
    proposer_iri: str | None = None
    addressee: str | None = None
    date: str | None = None
    version: str = ""
    revision_of: str | None = None
    provisions: tuple[StoryProvision, ...] = ()
    event: str | None = None
    evidence: tuple[Evidence, ...]

    def _repr_html_(self) -> str:
        """Return a small table, for notebooks."""
        from graph.cards import proposal_card

        return proposal_card(self)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryDeviation:
    """A claim that a later version departs from an earlier one."""

    iri: str
    topic: str
    kind: ChangeKind
    source: str | None
    target: str | None
    claimed_by: str | None
    claimed_by_iri: str | None = None
    date: str | None = None
    old: Evidence | None = None
    new: Evidence
    statement: str | None = None
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A relation between two events, statements or proposals, with its words.

    Attributes:
        relation: respondsTo, about, partOf, revisionOf, deviatesFrom, contradicts
            or leadsTo.
        about: for a contradiction, what it concerns, in words; else ``""``.
    """

    iri: str
    source: str
    target: str
    relation: str
    rule: str
    confidence: float
    about: str = ""
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """Where a side stands on a topic on a day, by one sentence.

    Attributes:
        side: IRI of the party or organisation (a person's own where it speaks
            for nobody).
        holder: IRI of the person who voiced it, or ``None``.
        origin: IRI of the statement or provision behind it.
        outlets: how many articles report it.
    """

    iri: str
    side: str
    side_name: str
    holder: str | None
    holder_name: str | None
    topic: str
    stance: Stance
    date: str | None
    text: str
    origin: str
    outlets: int = 1
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A state of the negotiation, from a day on.

    Attributes:
        name: proposed, under discussion, countered, deadlocked, suspended,
            resumed, agreed, signed or rejected.
        event: IRI of the event that began it.
        explained: the texts say why the negotiation went from the phase before
            into this one.
    """

    iri: str
    name: str
    begin: str | None
    event: str
    explained: bool
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Everything resolved across the articles of a negotiation.

    Attributes:
        main_line: IRIs of the events, proposals and deviations that a newcomer
            should see first, in date order.
    """

    articles: tuple[Article, ...]
    entities: tuple[StoryEntity, ...] = ()
    events: tuple[StoryEvent, ...] = ()
    statements: tuple[StoryStatement, ...] = ()
    speech_acts: tuple[SpeechAct, ...] = ()
    proposals: tuple[StoryProposal, ...] = ()
    deviations: tuple[StoryDeviation, ...] = ()
    links: tuple[Link, ...] = ()
    positions: tuple[Position, ...] = ()
    phases: tuple[Phase, ...] = ()
    main_line: tuple[str, ...] = ()
    judgements: tuple[Judgement, ...] = ()
