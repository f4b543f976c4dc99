"""What extract/ hands to graph/: plain, frozen, free of spaCy.

All offsets are 0-based characters of ``Article.text``, end exclusive. All days
are ISO 8601 (``2022-03-29``); a value known less precisely is a prefix of one
(``2022-03``). Ids (``e3``, ``s12``, ``v4``, ``p1``) are unique inside one reading.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from extract.errors import OffsetError

EntityKind = Literal["person", "place", "organization", "party"]
MentionKind = Literal["name", "role", "pronoun"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal["speech", "belief", "intention"]
Stance = Literal["supports", "rejects", "neutral", "unclear"]
Modality = Literal["actual", "planned", "hypothetical", "negated"]
PublishedBasis = Literal["manifest", "stated", "inferred"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
ChangeKind = Literal["changed", "omitted", "added"]

#: What an event can be (design.md section 3).
# fmt: off
EVENT_TYPES: Final = (
    "talks", "meeting", "call", "visit", "statement", "proposal", "agreement",
    "signing", "pledge", "rejection", "deviation", "impasse", "walkout", "ceasefire",
    "attack", "mobilization", "sanction", "referendum", "vote", "deadline", "other",
)
# fmt: on


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of an article, and where they stand.

    Attributes:
        start: first character, counted from 0 in ``Article.text``.
        end: one past the last character, so ``end - start == len(text)``.
        text: the words, verbatim.

    >>> Quoted(start=4, end=9, text="mayor").text
    'mayor'
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end or self.end - self.start != len(self.text):
            msg = f"offsets [{self.start}, {self.end}) do not fit {self.text!r}"
            raise OffsetError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of an article that is read by itself: a paragraph or a heading.

    Attributes:
        start: first character of the block in ``Article.text``.
        end: one past its last character.
        kind: ``"title"``, ``"dateline"`` (a line that only dates or places the
            article), ``"caption"``, ``"body"``, or ``"boilerplate"`` (navigation, photo
            credits, share bars, outlet notices: no facts are read from it).
    """

    start: int
    end: int
    kind: Literal["title", "dateline", "caption", "body", "boilerplate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article as it was read from its file.

    Attributes:
        file: the file's name as the reader gave it (a URL for a fetched page).
        id: first 16 hexadecimal digits of the SHA-256 of the text.
        title: headline, or ``None`` when the text and manifest have none.
        publisher: outlet, or ``None`` when unknown.
        url: address, or ``None`` when unknown.
        published: day of publication, or ``None`` while it is unknown.
        published_basis: where that day comes from; ``None`` exactly when
            ``published`` is ``None``.
        published_reasons: for an inferred or open date the evidence in words,
            strongest first.
        published_candidates: where the evidence contradicts itself, the days
            that it allows (then ``published`` is ``None``).
        text: the content that all offsets count in; for ``.txt`` the file's own.
        blocks: the blocks of ``text`` in order, without overlap.
    """

    file: str
    id: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: date | None = None
    published_basis: PublishedBasis | None = None
    published_reasons: tuple[str, ...] = ()
    published_candidates: tuple[date, ...] = ()
    text: str
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """A temporal expression, normalised as TIMEX3 (ISO-TimeML).

    Attributes:
        quoted: the expression.
        type: TIMEX3 type.
        value: TIMEX3 value; open parts stand as ``X`` (``XXXX-WXX-3``).
        mod: TIMEX3 modifier such as ``"START"``, or ``None``.
        begin: first day the value covers; ``None`` where it names no day.
        last: last day the value covers, inclusive; ``None`` with ``begin``.
        anchor: the day the expression was counted from, ``None`` for absolute ones.
        rule: which reading gave the value, in a few words, for ``why``.
    """

    quoted: Quoted
    type: TimexType
    value: str
    mod: str | None = None
    begin: date | None = None
    last: date | None = None
    anchor: date | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place where an entity is named, described or pointed at.

    Attributes:
        quoted: the words.
        kind: ``"name"``, ``"role"`` ("the spokesman") or ``"pronoun"``.
        acts: the mention stands for a side that speaks, acts or owns a position
            ("Moscow will study ..."), not for a location.
    """

    quoted: Quoted
    kind: MentionKind = "name"
    acts: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, place, organisation or party of one article.

    Attributes:
        id: unique in its reading, such as ``"e3"``.
        kind: what it is here; a capital that acts is a ``"party"``.
        name: the fullest name in the article ("Russia" for the party that the
            article calls Moscow only where the lexicon says so).
        mentions: in reading order, at least one.
        roles: descriptions such as "spokesman for the president", verbatim, in
            reading order, without repetition.
        gender: ``"f"``, ``"m"`` or ``None`` where the text does not say.
        country: ISO 3166 alpha-2 of the country that it is or speaks for, or ``None``.
        affiliation: id of the entity that a person speaks for, or ``None``.
        expansions: other full forms the article itself gives (acronyms).
        same_as: IRIs of the same thing in public registers (ISO 3166, GeoNames).
    """

    id: str
    kind: EntityKind
    name: str
    mentions: tuple[Mention, ...]
    roles: tuple[str, ...] = ()
    gender: Literal["f", "m"] | None = None
    country: str | None = None
    affiliation: str | None = None
    expansions: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Something an article reports somebody as saying, believing or intending.

    Attributes:
        id: unique in its reading, such as ``"s2"``.
        speaker: the speaker's resolved name, ``None`` where undecidable.
        speaker_id: the speaker's ``Entity.id``, ``None`` where it is no entity.
        source: spans that name the source; empty for a floating quote.
        cue: spans that signal the attribution.
        content: what was said, its quotation marks included, in reading order.
        kind: direct, indirect or mixed.
        act: only ``"speech"`` is an utterance.
        date: when it was said (ISO day or a prefix), ``None`` while open.
        date_basis: ``"clause"``, ``"discourse"``, ``"published"`` or ``None``.
        via: who passed it on, nearest to the speaker first; never the outlet itself.
        topics: issue topics of the content, sorted.
        stance: towards what the statement is about.
        cue_kind: what the cue does: ``"say"``, ``"accuse"``, ``"deny"``, ...
        inside: id of the statement whose content holds this one, or ``None``.
        sentence: the sentence, or sentences, in which it stands.
        places: ids of the places that its content names, in reading order.
    """

    id: str
    speaker: str | None
    speaker_id: str | None = None
    source: tuple[Quoted, ...] = ()
    cue: tuple[Quoted, ...] = ()
    content: tuple[Quoted, ...]
    kind: StatementKind
    act: Act = "speech"
    date: str | None = None
    date_basis: str | None = None
    via: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    stance: Stance = "unclear"
    cue_kind: str = "say"
    inside: str | None = None
    sentence: Quoted | None = None
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One event as one article tells it; several wordings of it are one record.

    Attributes:
        id: unique in its reading, such as ``"v4"``.
        type: one of ``EVENT_TYPES``.
        label: short and readable ("Talks in Geneva"), never a fragment.
        begin: first day (ISO, may be a prefix), ``None`` while unknown.
        last: last day, inclusive, ``None`` with ``begin``.
        date_basis: in a few words, where the date comes from ("on Tuesday"; "said
            in the same sentence"; "day of the statement"); empty with no date.
        modality: actual, planned, hypothetical or negated.
        participants: names, in reading order.
        participant_ids: their ``Entity.id`` where they are entities; same order
            as ``participants``, ``None`` for a name that is none.
        places: names of places.
        place_ids: likewise.
        place_basis: ``"dateline"`` where only that gives the places, ``"the talks"``
            where they are those of the talks it was part of; empty where the words
            that tell the event give them.
        mentions: the words that tell it (trigger with what belongs to it).
        triggers: the trigger words alone, one a mention, same order.
        statement: id of the statement inside whose content it stands, or ``None``.
        ordinal: 2 for "the second round", or ``None``.
        topics: issue topics, sorted.
        plover: PLOVER class, or ``None``.
    """

    id: str
    type: str
    label: str
    begin: str | None = None
    last: str | None = None
    date_basis: str = ""
    modality: Modality = "actual"
    participants: tuple[str, ...] = ()
    participant_ids: tuple[str | None, ...] = ()
    places: tuple[str, ...] = ()
    place_ids: tuple[str | None, ...] = ()
    place_basis: str = ""
    mentions: tuple[Quoted, ...]
    triggers: tuple[Quoted, ...] = ()
    statement: str | None = None
    ordinal: int | None = None
    topics: tuple[str, ...] = ()
    plover: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a provision, as a value with its unit.

    Attributes:
        quoted: the words ("15-year", "2.5 percent").
        value: the number.
        unit: ``"year"``, ``"percent"``, ``"reservist"``, a currency code, ...
    """

    quoted: Quoted
    value: float
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """One term of a proposal.

    Attributes:
        quoted: the words that state it.
        topic: its main topic (``lexicon/topics.toml``).
        topics: all its topics, main one first.
        condition: words that make it conditional or name its exchange, or ``None``.
        quantities: numbers in it.
    """

    quoted: Quoted
    topic: str
    topics: tuple[str, ...] = ()
    condition: Quoted | None = None
    quantities: tuple[Quantity, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal, offer, plan or draft as one article tells it.

    Attributes:
        id: unique in its reading, such as ``"p1"``.
        label: short and readable ("Ukraine's written proposals").
        proposer: name, ``None`` where undecidable.
        proposer_id: its ``Entity.id``.
        addressee: name, or ``None``.
        date: the day it was put (ISO or prefix), ``None`` while open.
        version: the article's words for the version ("first draft", "new"), or ``""``.
        revises: id of the proposal in this reading that it replaces, or ``None``.
        mentions: where it is spoken of.
        provisions: in reading order.
        event: id of the event of putting it, or ``None``.
    """

    id: str
    label: str
    proposer: str | None
    proposer_id: str | None = None
    addressee: str | None = None
    date: str | None = None
    version: str = ""
    revises: str | None = None
    mentions: tuple[Quoted, ...]
    provisions: tuple[Provision, ...] = ()
    event: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deviation:
    """A claim that one version of a proposal departs from another.

    Attributes:
        id: unique in its reading, such as ``"d1"``.
        topic: what it concerns.
        kind: changed, omitted or added.
        old: the earlier version's words, where the text gives them.
        new: the later version's words, or the words that state the omission.
        source: id of the earlier ``Proposal`` in this reading, or ``None``.
        target: id of the later one, or ``None``.
        claimed_by: name of who claims it, ``None`` for the article itself.
        statement: id of the statement that claims it, or ``None``.
        date: when it was claimed (ISO), or ``None``.
    """

    id: str
    topic: str
    kind: ChangeKind
    old: Quoted | None = None
    new: Quoted
    source: str | None = None
    target: str | None = None
    claimed_by: str | None = None
    statement: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkMention:
    """Words of one article that relate two of its things.

    Attributes:
        source: id of an event, statement or proposal of this reading.
        target: likewise.
        relation: ``"respondsTo"``, ``"about"``, ``"partOf"``, ``"revisionOf"``,
            ``"deviatesFrom"``, ``"contradicts"`` or ``"leadsTo"``.
        quoted: the words that say so.
        rule: the rule that read them, in a few words.
    """

    source: str
    target: str
    relation: str
    quoted: Quoted
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that was read from one article."""

    article: Article
    times: tuple[TimeExpression, ...] = ()
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[EventMention, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    links: tuple[LinkMention, ...] = ()
    sentences: tuple[tuple[int, int], ...] = field(default=())
