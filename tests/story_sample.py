"""A made-up negotiation, told in full: what tests of graph/ start from.

Two river states, Norland and Sudmark, talk in Lindau about a dam. Three outlets
report; nobody and nothing in it is real. ``sample_story()`` is what
``graph.chronology.tell`` would make of the articles.
"""

from __future__ import annotations

from datetime import date

from extract.records import Article, Block, Quantity, Quoted
from graph.naming import article_iri, iri
from graph.story import (
    Evidence,
    Judgement,
    Link,
    Phase,
    Position,
    SpeechAct,
    Story,
    StoryDeviation,
    StoryEntity,
    StoryEvent,
    StoryProposal,
    StoryProvision,
    StoryStatement,
)

FIRST_TEXT = (
    "Norland offers dam deal\n\n"
    "Delegations of Norland and Sudmark met in Lindau on Tuesday. "
    "Norland proposed that Sudmark receive 40 percent of the water. "
    "“We will never give up the dam,” said Anna Berg, head of the Norland delegation."
)
SECOND_TEXT = (
    "Talks at Lindau\n\n"
    "Norland will not give up the dam, its chief negotiator Anna Berg told reporters "
    "after Tuesday's talks in Lindau. Sudmark denied that talks had taken place."
)
THIRD_TEXT = (
    "Walkout\n\n"
    "Sudmark left the talks on 9 May. Foreign minister Otto Falk said the new draft "
    "gives Sudmark only 30 percent of the water, and blamed the April offer."
)
UNDATED_TEXT = 'The dam remains a <b>problem</b> & a "risk".'


def _article(text: str, file: str, **known: object) -> Article:
    from hashlib import sha256

    title_end = text.index("\n\n") if "\n\n" in text else 0
    blocks = (Block(start=title_end, end=len(text), kind="body"),)
    if title_end:
        blocks = (
            Block(start=0, end=title_end, kind="title"),
            Block(start=title_end + 2, end=len(text), kind="body"),
        )
    known.setdefault("title", text[:title_end] or None)
    return Article(
        file=file,
        id=sha256(text.encode()).hexdigest()[:16],
        text=text,
        blocks=blocks,
        **known,  # type: ignore[arg-type]
    )


FIRST = _article(
    FIRST_TEXT,
    "first.txt",
    publisher="The Lindau Post",
    url="https://post.example/dam",
    published=date(2031, 4, 2),
    published_basis="manifest",
)
SECOND = _article(
    SECOND_TEXT,
    "second.txt",
    publisher="River News",
    published=date(2031, 4, 3),
    published_basis="inferred",
    published_reasons=("“Tuesday's talks” are those of 1 April", "no later day fits"),
)
THIRD = _article(
    THIRD_TEXT,
    "third.txt",
    publisher="The Lindau Post",
    published=date(2031, 5, 10),
    published_basis="stated",
)
UNDATED = _article(
    UNDATED_TEXT,
    "undated.txt",
    published_reasons=("two days fit",),
    published_candidates=(date(2031, 4, 5), date(2031, 4, 12)),
)


def words(article: Article, text: str) -> Evidence:
    """Return the first place where an article has these words."""
    start = article.text.index(text)
    return Evidence(
        file=article.file,
        start=start,
        end=start + len(text),
        text=text,
        article=article.id,
    )


NORLAND = iri("party", "Norland")
SUDMARK = iri("party", "Sudmark")
BERG = iri("person", "Anna Berg")
FALK = iri("person", "Otto Falk")
LINDAU = iri("place", "Lindau")
TALKS = iri("event", "Talks in Lindau", "talks", "2031-04-01")
OFFER_EVENT = iri("event", "Offer on the dam", "proposal", "2031-04-01")
WALKOUT = iri("event", "Walkout of Sudmark", "walkout", "2031-05-09")
OFFER = iri("proposal", "Norland's offer", "2031-04-01")
DRAFT = iri("proposal", "New draft", "2031-05")
NEVER = iri("statement", "We will never give up the dam", FIRST.id, "1")
NOT_GIVE_UP = iri("statement", "Norland will not give up the dam", SECOND.id, "1")
NO_TALKS = iri("statement", "talks had taken place", SECOND.id, "2")
ONLY_30 = iri("statement", "the new draft gives only 30 percent", THIRD.id, "1")
NEVER_SAID = iri("speechact", "We will never give up the dam", NORLAND, "2031-04-01")
DENIAL_SAID = iri("speechact", "No talks", SUDMARK)
DRAFT_SAID = iri("speechact", "Only 30 percent", FALK, "2031-05-09")
SHARE_40 = iri("provision", "40 percent of the water", OFFER)
SHARE_30 = iri("provision", "30 percent of the water", DRAFT)
DEVIATION = iri("deviation", "water", OFFER, DRAFT)
LED_TO = iri("link", "leadsTo", OFFER_EVENT, WALKOUT)
DENIES = iri("link", "contradicts", NO_TALKS, NEVER)


def sample_story() -> Story:
    """Return the whole story of the dam, every kind of record in it."""
    return Story(
        articles=tuple(
            sorted((FIRST, SECOND, THIRD, UNDATED), key=lambda each: each.id)
        ),
        entities=_entities(),
        events=_events(),
        statements=_statements(),
        speech_acts=_speech_acts(),
        proposals=_proposals(),
        deviations=(
            StoryDeviation(
                iri=DEVIATION,
                topic="water",
                kind="changed",
                source=OFFER,
                target=DRAFT,
                claimed_by="Otto Falk",
                claimed_by_iri=FALK,
                date="2031-05-09",
                old=words(FIRST, "40 percent of the water"),
                new=words(THIRD, "only 30 percent of the water"),
                statement=ONLY_30,
                event=None,
            ),
        ),
        links=_links(),
        positions=(
            Position(
                iri=iri("position", "dam", NORLAND, NEVER),
                side=NORLAND,
                side_name="Norland",
                holder=BERG,
                holder_name="Anna Berg",
                topic="dam",
                stance="rejects",
                date="2031-04-01",
                text="We will never give up the dam",
                origin=NEVER,
                outlets=2,
                evidence=(
                    words(FIRST, "We will never give up the dam"),
                    words(SECOND, "Norland will not give up the dam"),
                ),
            ),
        ),
        phases=(
            Phase(
                iri=iri("phase", "proposed", OFFER_EVENT),
                name="proposed",
                begin="2031-04-01",
                event=OFFER_EVENT,
                explained=False,
                evidence=(words(FIRST, "Norland proposed"),),
            ),
            Phase(
                iri=iri("phase", "suspended", WALKOUT),
                name="suspended",
                begin="2031-05-09",
                event=WALKOUT,
                explained=True,
                evidence=(words(THIRD, "Sudmark left the talks"),),
            ),
        ),
        main_line=(TALKS, OFFER, WALKOUT),
        judgements=(
            Judgement(
                target=TALKS,
                rule="same type, place and day",
                detail="talks in Lindau on 1 April in both articles",
                confidence=0.95,
                evidence=(
                    words(FIRST, "met in Lindau on Tuesday"),
                    words(SECOND, "Tuesday's talks in Lindau"),
                ),
            ),
            Judgement(
                target=BERG,
                rule="same name and role",
                detail="head of the delegation is its chief negotiator",
                confidence=0.9,
            ),
        ),
    )


def _entities() -> tuple[StoryEntity, ...]:
    return tuple(
        sorted(
            (
                StoryEntity(
                    iri=NORLAND,
                    kind="party",
                    name="Norland",
                    labels=("Norland",),
                    evidence=(words(FIRST, "Norland"), words(SECOND, "Norland")),
                ),
                StoryEntity(
                    iri=SUDMARK,
                    kind="party",
                    name="Sudmark",
                    labels=("Sudmark",),
                    evidence=(
                        words(FIRST, "Sudmark"),
                        words(SECOND, "Sudmark"),
                        words(THIRD, "Sudmark"),
                    ),
                ),
                StoryEntity(
                    iri=BERG,
                    kind="person",
                    name="Anna Berg",
                    labels=("A. Berg", "Anna Berg"),
                    roles=("chief negotiator", "head of the Norland delegation"),
                    gender="f",
                    affiliation=NORLAND,
                    evidence=(words(FIRST, "Anna Berg"), words(SECOND, "Anna Berg")),
                ),
                StoryEntity(
                    iri=FALK,
                    kind="person",
                    name="Otto Falk",
                    labels=("Otto Falk",),
                    roles=("Foreign minister",),
                    affiliation=SUDMARK,
                    evidence=(words(THIRD, "Otto Falk"),),
                ),
                StoryEntity(
                    iri=LINDAU,
                    kind="place",
                    name="Lindau",
                    labels=("Lindau",),
                    country="DE",
                    evidence=(words(FIRST, "Lindau"), words(SECOND, "Lindau")),
                ),
            ),
            key=lambda entity: entity.iri,
        )
    )


def _events() -> tuple[StoryEvent, ...]:
    return (
        StoryEvent(
            iri=TALKS,
            type="talks",
            label="Talks in Lindau",
            begin="2031-04-01",
            last="2031-04-01",
            precision="day",
            date_basis="on Tuesday",
            participants=(NORLAND, SUDMARK),
            participant_names=("Norland", "Sudmark", "mediators"),
            places=(LINDAU,),
            place_names=("Lindau",),
            ordinal=2,
            topics=("dam",),
            plover="CONSULT",
            denied=True,
            confidence=0.95,
            evidence=(
                words(FIRST, "met in Lindau on Tuesday"),
                words(SECOND, "Tuesday's talks in Lindau"),
            ),
        ),
        StoryEvent(
            iri=OFFER_EVENT,
            type="proposal",
            label="Offer on the dam",
            begin="2031-04",
            last="2031-04",
            precision="month",
            date_basis="the April offer",
            participants=(NORLAND,),
            participant_names=("Norland",),
            topics=("dam", "water"),
            evidence=(words(FIRST, "Norland proposed"),),
        ),
        StoryEvent(
            iri=iri("event", "War", "attack"),
            type="attack",
            label="War over the dam",
            begin=None,
            last=None,
            precision="unknown",
            modality="hypothetical",
            told_in=(NEVER,),
            evidence=(words(FIRST, "give up the dam"),),
        ),
        StoryEvent(
            iri=WALKOUT,
            type="walkout",
            label="Sudmark leaves the talks",
            begin="2031-05-09",
            last="2031-05-09",
            precision="day",
            date_basis="on 9 May",
            participants=(SUDMARK,),
            participant_names=("Sudmark",),
            evidence=(words(THIRD, "Sudmark left the talks on 9 May"),),
        ),
    )


def _statements() -> tuple[StoryStatement, ...]:
    return (
        StoryStatement(
            iri=NEVER,
            speaker="Anna Berg",
            speaker_iri=BERG,
            content="We will never give up the dam,",
            kind="direct",
            act="speech",
            date="2031-04-01",
            date_basis="discourse",
            topics=("dam",),
            stance="rejects",
            article=FIRST.id,
            speech_act=NEVER_SAID,
            evidence=(words(FIRST, "We will never give up the dam,"),),
            source=(words(FIRST, "Anna Berg, head of the Norland delegation"),),
            cue=(words(FIRST, "said"),),
            sentence=words(
                FIRST,
                "“We will never give up the dam,” said Anna Berg, head of the "
                "Norland delegation.",
            ),
        ),
        StoryStatement(
            iri=NOT_GIVE_UP,
            speaker="Anna Berg",
            speaker_iri=BERG,
            content="Norland will not give up the dam",
            kind="indirect",
            act="speech",
            date="2031-04-01",
            via=("River Agency", "Norland"),
            topics=("dam",),
            stance="rejects",
            article=SECOND.id,
            speech_act=NEVER_SAID,
            evidence=(words(SECOND, "Norland will not give up the dam"),),
            source=(words(SECOND, "its chief negotiator Anna Berg"),),
            cue=(words(SECOND, "told"),),
        ),
        StoryStatement(
            iri=NO_TALKS,
            speaker="Sudmark",
            speaker_iri=SUDMARK,
            content="talks had taken place",
            kind="indirect",
            act="speech",
            date="2031-04",
            cue_kind="deny",
            inside=NOT_GIVE_UP,
            article=SECOND.id,
            speech_act=DENIAL_SAID,
            evidence=(words(SECOND, "talks had taken place"),),
            cue=(words(SECOND, "denied"),),
        ),
        StoryStatement(
            iri=ONLY_30,
            speaker="Otto Falk",
            speaker_iri=FALK,
            content="the new draft gives Sudmark only 30 percent of the water",
            kind="indirect",
            act="speech",
            date="2031-05-09",
            topics=("water",),
            article=THIRD.id,
            speech_act=DRAFT_SAID,
            evidence=(
                words(
                    THIRD, "the new draft gives Sudmark only 30 percent of the water"
                ),
            ),
            cue=(words(THIRD, "said"),),
        ),
    )


def _speech_acts() -> tuple[SpeechAct, ...]:
    return (
        SpeechAct(
            iri=NEVER_SAID,
            label="Anna Berg: We will never give up the dam",
            speaker="Anna Berg",
            speaker_iri=BERG,
            date="2031-04-01",
            topics=("dam",),
            reports=tuple(sorted((NEVER, NOT_GIVE_UP))),
            origins=2,
        ),
        SpeechAct(
            iri=DENIAL_SAID,
            label="Sudmark: talks had taken place",
            speaker="Sudmark",
            speaker_iri=SUDMARK,
            date="2031-04",
            reports=(NO_TALKS,),
        ),
        SpeechAct(
            iri=DRAFT_SAID,
            label="Otto Falk: the new draft gives Sudmark only 30 percent",
            speaker="Otto Falk",
            speaker_iri=FALK,
            date="2031-05-09",
            topics=("water",),
            reports=(ONLY_30,),
        ),
    )


def _proposals() -> tuple[StoryProposal, ...]:
    forty = words(FIRST, "40 percent")
    return (
        StoryProposal(
            iri=OFFER,
            label="Norland's offer",
            proposer="Norland",
            proposer_iri=NORLAND,
            addressee="Sudmark",
            date="2031-04-01",
            version="first offer",
            event=OFFER_EVENT,
            provisions=(
                StoryProvision(
                    iri=SHARE_40,
                    topic="water",
                    topics=("water", "shares"),
                    text="Sudmark receive 40 percent of the water",
                    evidence=(words(FIRST, "Sudmark receive 40 percent of the water"),),
                    quantities=(
                        Quantity(
                            quoted=Quoted(
                                start=forty.start, end=forty.end, text=forty.text
                            ),
                            value=40.0,
                            unit="percent",
                        ),
                    ),
                ),
            ),
            evidence=(words(FIRST, "Norland proposed"),),
        ),
        StoryProposal(
            iri=DRAFT,
            label="The new draft",
            proposer=None,
            addressee="the mediators",
            date="2031-05",
            version="new",
            revision_of=OFFER,
            provisions=(
                StoryProvision(
                    iri=SHARE_30,
                    topic="water",
                    topics=("water",),
                    text="only 30 percent of the water",
                    evidence=(words(THIRD, "only 30 percent of the water"),),
                    condition=words(THIRD, "the new draft"),
                ),
            ),
            evidence=(words(THIRD, "the new draft"),),
        ),
    )


def _links() -> tuple[Link, ...]:
    return (
        Link(
            iri=LED_TO,
            source=OFFER_EVENT,
            target=WALKOUT,
            relation="leadsTo",
            rule="blamed",
            confidence=0.8,
            evidence=(words(THIRD, "blamed the April offer"),),
        ),
        Link(
            iri=DENIES,
            source=NO_TALKS,
            target=NEVER,
            relation="contradicts",
            rule="denial",
            confidence=0.7,
            about="whether talks took place",
            evidence=(words(SECOND, "Sudmark denied"),),
        ),
    )


__all__ = ["article_iri", "sample_story", "words"]
