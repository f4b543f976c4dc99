"""All that a story knows by IRI: what it is called, what is stated of it, its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from graph.errors import NotFoundError
from graph.naming import article_iri
from graph.rows import fits
from graph.story import Evidence, Story, StoryDeviation
from graph.terms import PREFIXES

__all__ = ["Thing", "chosen", "things"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """A node or an edge of the graph.

    Attributes:
        names: all it may be called, its label first.
        facts: what is stated of it, as names and values; an empty value says nothing.
        rule: the rule that made it, ``""`` for what was simply read.
        detail: that rule's reason in words.
    """

    iri: str
    kind: str
    names: tuple[str, ...]
    facts: tuple[tuple[str, str], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    rule: str = ""
    detail: str = ""
    confidence: float = 1.0

    @property
    def label(self) -> str:
        """Return what it is called first."""
        return self.names[0]


def things(story: Story) -> dict[str, Thing]:
    """Return all things of a story by IRI, those a reader asks for most first.

    >>> things(Story(articles=()))
    {}
    """
    found: dict[str, Thing] = {}
    called = _called(story)
    for thing in (
        *_events(story),
        *_proposals(story, called),
        *_entities(story, called),
        *_said(story),
        *_relations(story, called),
        *_articles(story),
    ):
        found.setdefault(thing.iri, thing)
    return found


def chosen(known: Mapping[str, Thing], wanted: str) -> Thing:
    """Return the thing that an IRI, a label, or words of a label name.

    Raises:
        NotFoundError: nothing does, or several things do, which are listed.
    """
    wanted = wanted.strip().strip("<>")
    prefix, colon, rest = wanted.partition(":")
    iri = f"{PREFIXES[prefix]}{rest}" if colon and prefix in PREFIXES else wanted
    if iri in known:
        return known[iri]
    folded = wanted.casefold()
    exact = [t for t in known.values() if folded in {n.casefold() for n in t.names}]
    near = exact or [t for t in known.values() if fits(wanted, *t.names)]
    if not near:
        words = [word for word in wanted.split() if len(word) > 2]
        near = [t for t in known.values() if all(_in(word, t) for word in words)]
        near = near if words else []
    kinds = [t for t in near if t.kind == near[0].kind]
    if len(kinds) == 1:
        return kinds[0]
    if not near:
        msg = (
            f"nothing in the graph is called {wanted!r}; 'parley timeline' lists events"
        )
        raise NotFoundError(msg)
    listed = "\n".join(f"  {t.kind}: {t.label}  {t.iri}" for t in kinds[:12])
    msg = f"{wanted!r} may mean {len(kinds)} things; give an IRI:\n{listed}"
    raise NotFoundError(msg)


def _in(word: str, thing: Thing) -> bool:
    return any(fits(word, name) for name in thing.names)


def _called(story: Story) -> dict[str | None, str]:
    """Return what each thing that others point at is called, by IRI."""
    return {
        **{each.iri: each.name for each in story.entities},
        **{each.iri: each.content for each in story.statements},
        **{each.iri: each.label for each in story.events},
        **{each.iri: each.label for each in story.proposals},
        **{each.iri: _claim(each) for each in story.deviations},
    }


def _claim(claim: StoryDeviation) -> str:
    return f"{claim.topic}: {claim.kind}"


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names)


def _range(begin: str | None, last: str | None) -> str:
    if begin is None:
        return "unknown"
    return begin if last in {None, begin} else f"{begin} to {last}"


def _events(story: Story) -> Iterator[Thing]:
    said = {each.iri: each for each in story.statements}
    for each in story.events:
        told = [f"{said[iri].speaker or '?'}" for iri in each.told_in if iri in said]
        yield Thing(
            iri=each.iri,
            kind=each.type,
            names=(each.label,),
            facts=(
                ("when", _range(each.begin, each.last)),
                ("date from", each.date_basis),
                ("modality", each.modality),
                ("who", _list(each.participant_names)),
                ("where", _list(each.place_names)),
                ("place from", each.place_basis),
                ("topics", _list(each.topics)),
                ("told by", _list(tuple(sorted(set(told))))),
                ("denied", "yes: a report stands against a denial" * each.denied),
                ("confidence", f"{each.confidence:.2f}"),
            ),
            evidence=each.evidence,
        )


def _proposals(story: Story, called: Mapping[str | None, str]) -> Iterator[Thing]:
    for each in story.proposals:
        yield Thing(
            iri=each.iri,
            kind="proposal",
            names=(each.label,),
            facts=(
                ("proposer", each.proposer or "open"),
                ("addressee", each.addressee or ""),
                ("put", each.date or "unknown"),
                ("version", each.version),
                ("revises", called.get(each.revision_of, each.revision_of or "")),
                ("provisions", "; ".join(p.text for p in each.provisions)),
            ),
            evidence=each.evidence,
        )
        for term in each.provisions:
            yield Thing(
                iri=term.iri,
                kind="provision",
                names=(term.text,),
                facts=(("topic", term.topic), ("of", each.label)),
                evidence=term.evidence,
            )
    for claim in story.deviations:
        old = () if claim.old is None else (claim.old,)
        yield Thing(
            iri=claim.iri,
            kind="deviation",
            names=(_claim(claim),),
            facts=(
                ("claimed by", claim.claimed_by or "the article"),
                ("claimed on", claim.date or "unknown"),
                ("from", called.get(claim.source, "")),
                ("to", called.get(claim.target, "")),
                ("before", "" if claim.old is None else claim.old.text),
                ("now", claim.new.text),
            ),
            evidence=(*old, claim.new),
        )


def _entities(story: Story, called: Mapping[str | None, str]) -> Iterator[Thing]:
    for each in story.entities:
        yield Thing(
            iri=each.iri,
            kind=each.kind,
            names=(each.name, *(name for name in each.labels if name != each.name)),
            facts=(
                ("also called", _list(each.labels)),
                ("roles", "; ".join(each.roles)),
                ("speaks for", called.get(each.affiliation, "")),
                ("country", each.country or ""),
            ),
            evidence=each.evidence,
        )


def _said(story: Story) -> Iterator[Thing]:
    said = {each.iri: each for each in story.statements}
    for each in story.statements:
        yield Thing(
            iri=each.iri,
            kind="statement",
            names=(each.content,),
            facts=(
                ("speaker", each.speaker or "open"),
                ("said", each.date or "unknown"),
                ("date from", each.date_basis or ""),
                ("kind", f"{each.kind} {each.act}"),
                ("through", _list(each.via)),
                ("topics", _list(each.topics)),
                ("stance", each.stance),
                ("speech act", each.speech_act),
            ),
            evidence=(*each.evidence, *each.source, *each.cue),
        )
    for act in story.speech_acts:
        reports = [said[iri] for iri in act.reports if iri in said]
        yield Thing(
            iri=act.iri,
            kind="speech act",
            names=(act.label,),
            facts=(
                ("speaker", act.speaker or "open"),
                ("said", act.date or "unknown"),
                ("topics", _list(act.topics)),
                ("reports", str(len(reports))),
                ("independent origins", str(act.origins)),
            ),
            evidence=tuple(words for each in reports for words in each.evidence),
        )


def _relations(story: Story, called: Mapping[str | None, str]) -> Iterator[Thing]:
    for each in story.links:
        source = called.get(each.source, each.source)
        target = called.get(each.target, each.target)
        yield Thing(
            iri=each.iri,
            kind="link",
            names=(f"{source} --{each.relation}--> {target}",),
            facts=(
                ("from", each.source),
                ("relation", each.relation),
                ("to", each.target),
                ("concerns", each.about),
                ("confidence", f"{each.confidence:.2f}"),
            ),
            evidence=each.evidence,
            rule=each.rule,
            detail="read from these words",
            confidence=each.confidence,
        )
    for stand in story.positions:
        yield Thing(
            iri=stand.iri,
            kind="position",
            names=(f"{stand.side_name} on {stand.topic}: {stand.text}",),
            facts=(
                ("stance", stand.stance),
                ("voiced by", stand.holder_name or ""),
                ("on", stand.date or "unknown"),
            ),
            evidence=stand.evidence,
        )
    for phase in story.phases:
        yield Thing(
            iri=phase.iri,
            kind="phase",
            names=(phase.name,),
            facts=(
                ("from", phase.begin or "unknown"),
                ("began with", called.get(phase.event, phase.event)),
                ("explained", "yes" if phase.explained else "no"),
            ),
            evidence=phase.evidence,
        )


def _articles(story: Story) -> Iterator[Thing]:
    for each in story.articles:
        yield Thing(
            iri=article_iri(each.id),
            kind="article",
            names=(each.title or each.file, each.file),
            facts=(
                ("file", each.file),
                ("publisher", each.publisher or ""),
                ("published", str(each.published or "unknown")),
                ("date from", each.published_basis or ""),
                ("because", "; ".join(each.published_reasons)),
                ("possible days", _list(tuple(map(str, each.published_candidates)))),
                ("address", each.url or ""),
            ),
        )
