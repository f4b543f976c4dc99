"""What was known on a day: a story without what was published later."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Protocol, TypeVar

from graph.story import Evidence, Story

__all__ = ["known_on"]


class _Evident(Protocol):
    @property
    def iri(self) -> str: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...


_E = TypeVar("_E", bound=_Evident)


def known_on(story: Story, day: date) -> Story:
    """Return the story as the articles published up to a day tell it.

    An article whose date is unknown was known on no day. Whatever rests on words of
    later articles only is gone; the rest keeps the words that were there. What was
    resolved with the help of later articles (that two names are one person, an
    event's day) stays resolved: this is today's understanding of that day's news.

    >>> known_on(Story(articles=()), date(2022, 4, 8)) == Story(articles=())
    True
    """
    articles = tuple(
        each
        for each in story.articles
        if each.published is not None and each.published <= day
    )
    ids = frozenset(each.id for each in articles)
    entities = _kept(story.entities, ids)
    statements = tuple(each for each in story.statements if each.article in ids)
    said = frozenset(each.iri for each in statements)
    acts = tuple(
        replace(act, reports=reports, origins=min(act.origins, len(reports)))
        for act in story.speech_acts
        if (reports := tuple(each for each in act.reports if each in said))
    )
    events = tuple(
        replace(each, told_in=tuple(iri for iri in each.told_in if iri in said))
        for each in _kept(story.events, ids)
    )
    happened = frozenset(each.iri for each in events)
    proposals = tuple(
        replace(each, provisions=_kept(each.provisions, ids))
        for each in _kept(story.proposals, ids)
    )
    put = frozenset(each.iri for each in proposals)
    proposals = tuple(
        replace(
            each,
            revision_of=_if_in(each.revision_of, put),
            event=_if_in(each.event, happened),
        )
        for each in proposals
    )
    deviations = tuple(
        replace(
            each,
            old=each.old if each.old is not None and each.old.article in ids else None,
            source=_if_in(each.source, put),
            target=_if_in(each.target, put),
            statement=_if_in(each.statement, said),
            event=_if_in(each.event, happened),
        )
        for each in story.deviations
        if each.new.article in ids
    )
    there = (
        said
        | happened
        | put
        | {each.iri for each in deviations}
        | {each.iri for each in entities}
        | {each.iri for each in acts}
        | {term.iri for each in proposals for term in each.provisions}
    )
    links = tuple(
        each
        for each in _kept(story.links, ids)
        if each.source in there and each.target in there
    )
    positions = tuple(
        replace(each, outlets=len({words.article for words in each.evidence}))
        for each in _kept(story.positions, ids)
        if each.origin in there
    )
    phases = tuple(each for each in _kept(story.phases, ids) if each.event in happened)
    there |= {each.iri for each in links}
    there |= {each.iri for each in positions} | {each.iri for each in phases}
    judgements = tuple(
        replace(each, evidence=_in(each.evidence, ids))
        for each in story.judgements
        if each.target in there
    )
    return Story(
        articles=articles,
        entities=entities,
        events=events,
        statements=statements,
        speech_acts=acts,
        proposals=proposals,
        deviations=deviations,
        links=links,
        positions=positions,
        phases=phases,
        main_line=tuple(each for each in story.main_line if each in there),
        judgements=judgements,
    )


def _in(words: tuple[Evidence, ...], ids: frozenset[str]) -> tuple[Evidence, ...]:
    return tuple(each for each in words if each.article in ids)


def _kept(things: tuple[_E, ...], ids: frozenset[str]) -> tuple[_E, ...]:
    """Return things with the words that were there, without those left wordless."""
    return tuple(
        replace(each, evidence=words)  # type: ignore[type-var]
        for each in things
        if (words := _in(each.evidence, ids))
    )


def _if_in(iri: str | None, there: frozenset[str]) -> str | None:
    return iri if iri in there else None
