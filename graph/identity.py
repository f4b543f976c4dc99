"""Which names across articles are one person, place, organisation or party.

The answer does not depend on the order of the articles, and an article that
speaks of nobody known changes nothing. Every join is a judgement with its words;
what is likely but not sure stays apart and is offered to the reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from extract.records import Reading
from graph import naming
from graph.clusters import Clusters, Pair
from graph.entity_names import canonical, kind_of, most, room
from graph.identity_nodes import Node, Parted, Profile, never
from graph.in_line import Line, place_of
from graph.names_compare import thing_key
from graph.organs import body_of, is_seat
from graph.people_identity import OFFER, join_people
from graph.person_names import person_name
from graph.story import Evidence, Judgement, StoryEntity
from graph.things_identity import join_things

#: The rule of a judgement that only suggests: two entities stay apart but may be one.
MAY_BE: Final = "may be the same"


class Kept(Protocol):
    """What a correction names, with the words that it rested on.

    Attributes:
        spans: the words as ``ARTICLE-ID:START-END``.
    """

    @property
    def spans(self) -> tuple[str, ...]:
        """Return the words."""


class Correction(Protocol):
    """A reader's judgement, whatever record it is kept in (``graph.corrections``).

    Attributes:
        kind: only ``"different"`` is heard here: it keeps names apart while they
            are compared; the others are replayed on the finished story.
        targets: the two that are different.
    """

    @property
    def kind(self) -> str:
        """Return what the reader judged."""

    @property
    def targets(self) -> Sequence[Kept]:
        """Return what it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEntity:
    """An entry of the reader's own list (``graph.known``)."""

    name: str
    aliases: tuple[str, ...] = ()
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two entities that may be one, for the reader to decide.

    Attributes:
        left: IRI of the one.
        right: IRI of the other.
        names: their names, same order.
        detail: why they may be one, and what holds it up.
        confidence: from 0 to 1.
        evidence: where each is named first.
    """

    left: str
    right: str
    names: tuple[str, str]
    detail: str
    confidence: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Who is who across articles.

    Attributes:
        entities: sorted by IRI.
        iri_of: IRI by article id and ``Entity.id``.
        judgements: why names were joined, sorted.
        suggestions: what was left apart but may be one, likeliest first; each
            stands among the judgements too, under the rule ``MAY_BE``.
    """

    entities: tuple[StoryEntity, ...]
    iri_of: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...]
    suggestions: tuple[Suggestion, ...]


def identify(
    readings: Iterable[Reading],
    *,
    known: Sequence[KnownEntity] = (),
    corrections: Sequence[Correction] = (),
) -> Identity:
    """Return the entities of all articles, each under one IRI.

    Args:
        readings: in any order.
        known: the reader's list of people and bodies, with IRIs.
        corrections: the reader's judgements; they go before all rules.
    """
    nodes = [Node(r.article, e) for r in readings for e in r.entities if e.mentions]
    nodes.sort(key=lambda n: n.order)
    kept = _Parted(corrections)
    apart: Parted = kept if kept.pairs else never
    people = join_people([n for n in nodes if n.entity.kind == "person"], apart=apart)
    named = [
        n for n in nodes if n.entity.kind != "person" and not n.entity.name.islower()
    ]
    common = [n for n in nodes if n.entity.kind != "person" and n.entity.name.islower()]
    things = join_things(named, apart=apart)
    sides = join_things(common, apart=apart, shared=_company(people, things))
    return _Builder([people, things, sides], known).identity()


class _Parted:
    """Tells whether the reader has said that two nodes are different."""

    def __init__(self, corrections: Sequence[Correction]) -> None:
        self.pairs: list[tuple[frozenset[str], frozenset[str]]] = []
        for one in corrections:
            if one.kind == "different" and len(one.targets) == 2:
                first, second = (frozenset(target.spans) for target in one.targets)
                self.pairs.append((first - second, second - first))

    def __call__(self, one: Node, other: Node) -> bool:
        return any(
            (one.spans & a and other.spans & b) or (one.spans & b and other.spans & a)
            for a, b in self.pairs
        )


def _spelling(name: str) -> str:
    """Return a name as the reader's list is compared with the texts."""
    return person_name(name).spelt if len(name.split()) > 1 else thing_key(name)


def _company(*sorts: Clusters) -> frozenset[frozenset[str]]:
    """Return the pairs of articles that name one person or thing."""
    pairs: set[frozenset[str]] = set()
    for clusters in sorts:
        for members in clusters.all():
            articles = sorted(
                {n.article.id for i in members for n in clusters.found[i].nodes}
            )
            pairs |= {frozenset((articles[0], other)) for other in articles[1:]}
            if len(articles) <= 50:
                pairs |= {
                    frozenset((a, b))
                    for i, a in enumerate(articles)
                    for b in articles[i + 1 :]
                }
    return frozenset(pairs)


class _Builder:
    """Turns clusters into entities, judgements and suggestions."""

    def __init__(
        self,
        sorts: list[Clusters],
        known: Sequence[KnownEntity],
    ) -> None:
        self.sorts = sorts
        self.listed: dict[str, set[str]] = defaultdict(set)
        for entry in known:
            for text in (entry.name, *entry.aliases):
                self.listed[_spelling(text)].add(entry.iri)
        self.groups: list[list[Profile]] = []
        self.group_of: dict[tuple[int, int], int] = {}
        for sort, clusters in enumerate(sorts):
            for members in clusters.all():
                for index in members:
                    self.group_of[sort, index] = len(self.groups)
                self.groups.append([clusters.found[i] for i in members])

    def identity(self) -> Identity:
        """Return the whole answer."""
        drafts = [self._entity(group) for group in self.groups]
        iris = self._iris(drafts)
        iri_of: dict[tuple[str, str], str] = {}
        for group, iri in zip(self.groups, iris, strict=True):
            for profile in group:
                for node in profile.nodes:
                    iri_of[node.key] = iri
        bodies = {
            draft.name: iri
            for draft, iri in zip(drafts, iris, strict=True)
            if draft.kind in {"organization", "party"}
        }
        entities = []
        for group, draft, iri in zip(self.groups, drafts, iris, strict=True):
            acts_for = (body_of(name, bodies) for name in draft.labels)
            whole = bodies.get(next(filter(None, acts_for), ""))
            entities.append(self._placed(group, draft, iri, iri_of, whole))
        suggestions = self._suggestions(iris)
        return Identity(
            entities=tuple(sorted(entities, key=lambda e: e.iri)),
            iri_of=dict(sorted(iri_of.items())),
            judgements=tuple(
                sorted(
                    [*self._judgements(iris), *map(_offered, suggestions)],
                    key=lambda j: (j.target, -j.confidence, j.rule, j.detail),
                )
            ),
            suggestions=suggestions,
        )

    # -- entities

    def _entity(self, group: list[Profile]) -> StoryEntity:
        nodes = sorted((n for p in group for n in p.nodes), key=lambda n: n.order)
        line = Line({place_of(node.article) for node in nodes})
        evidence = line.sorted({e for n in nodes for e in n.evidence})
        name = canonical(nodes)
        counted = Counter(label for n in nodes for label in n.labels)
        labels = sorted(counted, key=lambda t: (-counted[t], t))
        roles = Counter(r for n in nodes for r in n.entity.roles)
        countries = Counter(n.entity.country for n in nodes if n.entity.country)
        genders = Counter(str(n.entity.gender) for n in nodes if n.entity.gender)
        links = sorted({i for n in nodes for i in n.entity.same_as})
        return StoryEntity(
            iri="",
            kind=kind_of(nodes),
            name=name,
            labels=tuple(dict.fromkeys([name, *labels])),
            roles=_once(sorted(roles, key=lambda r: (-roles[r], r))),
            gender=most(genders),
            country=most(countries),
            same_as=tuple(dict.fromkeys([*links, *self._listed(name, labels)])),
            evidence=evidence,
        )

    def _listed(self, name: str, labels: Sequence[str]) -> list[str]:
        mine = {
            _spelling(x) for x in (name, *labels) if len(x.split()) > 1 or x == name
        }
        return sorted({iri for key in mine for iri in self.listed.get(key, ())})

    def _iris(self, drafts: Sequence[StoryEntity]) -> list[str]:
        by_iri: dict[str, list[int]] = defaultdict(list)
        for index, draft in enumerate(drafts):
            by_iri[naming.iri(room(draft), draft.name)].append(index)
        iris = [""] * len(drafts)
        for iri, indexes in by_iri.items():
            for index in indexes:
                draft = drafts[index]
                if len(indexes) == 1:
                    iris[index] = iri
                    continue
                first = min((e.article, str(e.start)) for e in draft.evidence)
                mark = draft.same_as[:1] or first
                iris[index] = naming.iri(room(draft), draft.name, *mark)
        return iris

    def _placed(
        self,
        group: list[Profile],
        draft: StoryEntity,
        iri: str,
        iri_of: Mapping[tuple[str, str], str],
        whole: str | None,
    ) -> StoryEntity:
        """Return an entity with whom it speaks for; a seat of power is an office.

        Args:
            group: all that is known of it.
            draft: the entity so far.
            iri: its IRI.
            iri_of: IRI by article and record.
            whole: IRI of the body that it is an organ of.
        """
        targets = Counter(
            iri_of[n.article.id, n.entity.affiliation]
            for p in group
            for n in p.nodes
            if n.entity.affiliation and (n.article.id, n.entity.affiliation) in iri_of
        )
        targets.pop(iri, None)
        speaks_for = most(targets) or (whole if whole != iri else None)
        seat = draft.kind == "party" and speaks_for and is_seat(draft.name)
        return StoryEntity(
            iri=iri,
            kind="organization" if seat else draft.kind,
            name=draft.name,
            labels=draft.labels,
            roles=draft.roles,
            gender=draft.gender,
            country=draft.country,
            affiliation=speaks_for,
            same_as=draft.same_as,
            evidence=draft.evidence,
        )

    # -- reasons

    def _judgements(self, iris: Sequence[str]) -> Iterable[Judgement]:
        for sort, clusters in enumerate(self.sorts):
            for pair in clusters.joined:
                yield Judgement(
                    target=iris[self.group_of[sort, pair.left]],
                    rule=pair.rule,
                    detail=pair.detail,
                    confidence=round(pair.score, 3),
                    evidence=_both(clusters, pair),
                )
            for index, profile in enumerate(clusters.found):
                articles = {n.article.id: n for n in reversed(profile.nodes)}
                if len(articles) > 1:
                    yield Judgement(
                        target=iris[self.group_of[sort, index]],
                        rule="same name in several articles",
                        detail=f"“{profile.name}” in {len(articles)} articles, "
                        "nothing against it",
                        confidence=0.8 if profile.nodes[0].single else 0.95,
                        evidence=tuple(
                            n.evidence[0] for _, n in sorted(articles.items())
                        )[:12],
                    )

    def _suggestions(self, iris: Sequence[str]) -> tuple[Suggestion, ...]:
        best: dict[tuple[str, str], Suggestion] = {}
        for sort, clusters in enumerate(self.sorts):
            for pair in clusters.refused:
                a = iris[self.group_of[sort, pair.left]]
                b = iris[self.group_of[sort, pair.right]]
                if a == b or pair.score < OFFER:
                    continue
                left, right = sorted((a, b))
                names = (
                    clusters.found[pair.left].name,
                    clusters.found[pair.right].name,
                )
                said = Suggestion(
                    left=left,
                    right=right,
                    names=names if (left, right) == (a, b) else names[::-1],
                    detail=pair.detail,
                    confidence=round(min(pair.score, 0.69), 3),
                    evidence=_both(clusters, pair),
                )
                if (left, right) not in best or best[
                    left, right
                ].confidence < said.confidence:
                    best[left, right] = said
        return tuple(
            sorted(best.values(), key=lambda s: (-s.confidence, s.left, s.right))
        )


def _once(roles: Iterable[str]) -> tuple[str, ...]:
    """Return roles in order, one spelling of each ("Mediator", "mediator")."""
    kept: dict[str, str] = {}
    for role in roles:
        kept.setdefault(role.casefold(), role)
    return tuple(kept.values())


def _offered(suggestion: Suggestion) -> Judgement:
    """Return a suggestion as a judgement on its first entity."""
    return Judgement(
        target=suggestion.left,
        rule=MAY_BE,
        detail=f"may be the same as “{suggestion.names[1]}” ({suggestion.right}): "
        f"{suggestion.detail}",
        confidence=suggestion.confidence,
        evidence=suggestion.evidence,
    )


def _both(clusters: Clusters, pair: Pair) -> tuple[Evidence, ...]:
    found = (clusters.found[pair.left], clusters.found[pair.right])
    return tuple(p.nodes[0].evidence[0] for p in found)
