"""Which names across articles are one person, place, organisation or party.

The answer does not depend on the order of the articles, and an article that
speaks of nobody known changes nothing. Every join is a judgement with its words;
what is likely but not sure stays apart and is offered to the reader.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from extract.records import EntityKind, Reading
from graph import naming
from graph.clusters import Clusters, Pair
from graph.identity_nodes import Node, Profile
from graph.names_compare import person_name, thing_key
from graph.people_identity import OFFER, join_people
from graph.story import Evidence, Judgement, StoryEntity
from graph.things_identity import join_things


class Correction(Protocol):
    """A reader's judgement on identity, whatever record it is kept in.

    Attributes:
        kind: ``"same"``, ``"different"`` or ``"rename"``; others are passed over.
        targets: IRIs or names; two for same and different, one for rename.
        value: the new name of a rename, else ``None``.
    """

    @property
    def kind(self) -> str: ...
    @property
    def targets(self) -> Sequence[str]: ...
    @property
    def value(self) -> str | None: ...


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
        suggestions: what was left apart but may be one, likeliest first.
        unmatched: corrections whose target is not there.
    """

    entities: tuple[StoryEntity, ...]
    iri_of: Mapping[tuple[str, str], str]
    judgements: tuple[Judgement, ...]
    suggestions: tuple[Suggestion, ...]
    unmatched: tuple[Correction, ...] = ()


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
    apart = frozenset(
        frozenset(_spellings(t) for t in c.targets)
        for c in corrections
        if c.kind == "different" and len(c.targets) == 2
    )
    people = join_people([n for n in nodes if n.entity.kind == "person"], apart=apart)
    named = [
        n for n in nodes if n.entity.kind != "person" and not n.entity.name.islower()
    ]
    common = [n for n in nodes if n.entity.kind != "person" and n.entity.name.islower()]
    things = join_things(named, apart=apart)
    sides = join_things(common, apart=apart, shared=_company(people, things))
    return _Builder(nodes, [people, things, sides], known, corrections).identity()


def _spellings(target: str) -> str:
    """Return a target as names are compared; an IRI by its readable part."""
    if target.startswith("http"):
        target = target.rstrip("/").rsplit("/", 1)[-1].replace("-", " ")
    return person_name(target).spelt if len(target.split()) > 1 else thing_key(target)


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
        nodes: list[Node],
        sorts: list[Clusters],
        known: Sequence[KnownEntity],
        corrections: Sequence[Correction],
    ) -> None:
        self.nodes = nodes
        self.sorts = sorts
        self.known = known
        self.corrections = corrections
        self.groups: list[list[Profile]] = []
        self.group_of: dict[tuple[int, int], int] = {}
        for sort, clusters in enumerate(sorts):
            for members in clusters.all():
                for index in members:
                    self.group_of[sort, index] = len(self.groups)
                self.groups.append([clusters.found[i] for i in members])
        self.extra: list[tuple[int, Judgement]] = []
        self.unmatched: list[Correction] = []
        self.renamed: dict[int, str] = {}

    def identity(self) -> Identity:
        """Return the whole answer."""
        self._correct()
        drafts = [self._entity(g) if g else None for g in self.groups]
        iris = self._iris(drafts)
        iri_of: dict[tuple[str, str], str] = {}
        for group, iri in zip(self.groups, iris, strict=True):
            for profile in group:
                for node in profile.nodes:
                    iri_of[node.key] = iri
        entities = []
        for group, draft, iri in zip(self.groups, drafts, iris, strict=True):
            if draft is not None:
                entities.append(self._placed(group, draft, iri, iri_of))
        return Identity(
            entities=tuple(sorted(entities, key=lambda e: e.iri)),
            iri_of=dict(sorted(iri_of.items())),
            judgements=tuple(
                sorted(
                    self._judgements(iris),
                    key=lambda j: (j.target, -j.confidence, j.rule, j.detail),
                )
            ),
            suggestions=self._suggestions(iris),
            unmatched=tuple(self.unmatched),
        )

    # -- corrections

    def _correct(self) -> None:
        for correction in self.corrections:
            if correction.kind == "same" and len(correction.targets) >= 2:
                found = [self._find(t) for t in correction.targets]
                if any(f is None for f in found):
                    self.unmatched.append(correction)
                    continue
                self._join(sorted({f for f in found if f is not None}), correction)
            elif (
                correction.kind == "rename" and correction.targets and correction.value
            ):
                at = self._find(correction.targets[0])
                if at is None:
                    self.unmatched.append(correction)
                else:
                    self.renamed[at] = correction.value
            elif correction.kind == "different":
                if any(self._find(t) is None for t in correction.targets):
                    self.unmatched.append(correction)

    def _join(self, groups: list[int], correction: Correction) -> None:
        first, *rest = groups
        names = " and ".join(f"“{t}”" for t in correction.targets)
        evidence = tuple(
            g[0].nodes[0].evidence[0] for i in groups if (g := self.groups[i])
        )
        for other in rest:
            self.groups[first] += self.groups[other]
            self.groups[other] = []
            for key, at in self.group_of.items():
                if at == other:
                    self.group_of[key] = first
        said = Judgement(
            target="", rule="the reader's correction", detail=f"{names} are one",
            confidence=1.0, evidence=evidence,
        )  # fmt: skip
        self.extra.append((first, said))

    def _find(self, target: str) -> int | None:
        """Return the group that an IRI or a name means, ``None`` where it is open."""
        drafts = [self._entity(g) if g else None for g in self.groups]
        if target.startswith(naming.BASE):
            iris = self._iris(drafts)
            return next(
                (i for i, iri in enumerate(iris) if iri == target and drafts[i]), None
            )
        wanted = _spellings(target)
        exact = [i for i, d in enumerate(drafts) if d and _spellings(d.name) == wanted]
        if len(exact) == 1:
            return exact[0]
        fits = [
            i
            for i, d in enumerate(drafts)
            if d and any(_spellings(label) == wanted for label in d.labels)
        ]
        return fits[0] if len(fits) == 1 else None

    # -- entities

    def _entity(self, group: list[Profile]) -> StoryEntity:
        nodes = sorted((n for p in group for n in p.nodes), key=lambda n: n.order)
        evidence = tuple(sorted({e for n in nodes for e in n.evidence}))
        name = _canonical(nodes)
        counted = Counter(label for n in nodes for label in n.labels)
        labels = sorted(counted, key=lambda t: (-counted[t], t))
        roles = Counter(r for n in nodes for r in n.entity.roles)
        countries = Counter(n.entity.country for n in nodes if n.entity.country)
        genders = Counter(str(n.entity.gender) for n in nodes if n.entity.gender)
        links = sorted({i for n in nodes for i in n.entity.same_as})
        return StoryEntity(
            iri="",
            kind=_kind(nodes),
            name=name,
            labels=tuple(dict.fromkeys([name, *labels])),
            roles=tuple(sorted(roles, key=lambda r: (-roles[r], r))),
            gender=_most(genders),
            country=_most(countries),
            same_as=tuple(dict.fromkeys([*links, *self._listed(name, labels)])),
            evidence=evidence,
        )

    def _listed(self, name: str, labels: Sequence[str]) -> list[str]:
        mine = {
            _spellings(x) for x in (name, *labels) if len(x.split()) > 1 or x == name
        }
        return sorted(
            {
                k.iri
                for k in self.known
                if mine & {_spellings(x) for x in (k.name, *k.aliases)}
            }
        )

    def _iris(self, drafts: Sequence[StoryEntity | None]) -> list[str]:
        by_iri: dict[str, list[int]] = defaultdict(list)
        for index, draft in enumerate(drafts):
            if draft is not None:
                by_iri[naming.iri(_room(draft), draft.name)].append(index)
        iris = [""] * len(drafts)
        for iri, indexes in by_iri.items():
            for index in indexes:
                draft = drafts[index]
                if draft is None:
                    continue
                if len(indexes) == 1:
                    iris[index] = iri
                    continue
                first = min((e.article, str(e.start)) for e in draft.evidence)
                mark = draft.same_as[:1] or first
                iris[index] = naming.iri(_room(draft), draft.name, *mark)
        return iris

    def _placed(
        self,
        group: list[Profile],
        draft: StoryEntity,
        iri: str,
        iri_of: Mapping[tuple[str, str], str],
    ) -> StoryEntity:
        targets = Counter(
            iri_of[n.article.id, n.entity.affiliation]
            for p in group
            for n in p.nodes
            if n.entity.affiliation and (n.article.id, n.entity.affiliation) in iri_of
        )
        targets.pop(iri, None)
        at = next((i for i, g in enumerate(self.groups) if g is group), -1)
        name = self.renamed.get(at, draft.name)
        return StoryEntity(
            iri=iri,
            kind=draft.kind,
            name=name,
            labels=tuple(dict.fromkeys([name, *draft.labels])),
            roles=draft.roles,
            gender=draft.gender,
            country=draft.country,
            affiliation=_most(targets),
            same_as=draft.same_as,
            evidence=draft.evidence,
        )

    # -- reasons

    def _judgements(self, iris: Sequence[str]) -> Iterable[Judgement]:
        for index, said in self.extra:
            yield Judgement(
                target=iris[index], rule=said.rule, detail=said.detail,
                confidence=said.confidence, evidence=said.evidence,
            )  # fmt: skip
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
                        detail=f"“{profile.name}” in {len(articles)} articles, nothing against it",
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
                    left=left, right=right, names=names if (left, right) == (a, b) else names[::-1],
                    detail=pair.detail, confidence=round(min(pair.score, 0.69), 3),
                    evidence=_both(clusters, pair),
                )  # fmt: skip
                if (left, right) not in best or best[
                    left, right
                ].confidence < said.confidence:
                    best[left, right] = said
        return tuple(
            sorted(best.values(), key=lambda s: (-s.confidence, s.left, s.right))
        )


def _both(clusters: Clusters, pair: Pair) -> tuple[Evidence, ...]:
    found = (clusters.found[pair.left], clusters.found[pair.right])
    return tuple(p.nodes[0].evidence[0] for p in found)


def _most(counted: Counter[str]) -> str | None:
    return min(counted, key=lambda k: (-counted[k], k)) if counted else None


def _kind(nodes: Sequence[Node]) -> EntityKind:
    kinds = Counter(n.entity.kind for n in nodes)
    if kinds["party"]:
        return "party"
    return min(kinds, key=lambda k: (-kinds[k], k))


def _room(entity: StoryEntity) -> str:
    """Return the kind that an IRI says: it does not change when a place acts."""
    if entity.kind == "person":
        return "person"
    if any("geonames.org" in i or "iso.org" in i for i in entity.same_as):
        return "place"
    return "place" if entity.kind == "place" else "organization"


def _canonical(nodes: Sequence[Node]) -> str:
    """Return the name that most articles use, a full one first."""
    articles: dict[str, set[str]] = defaultdict(set)
    uses: Counter[str] = Counter()
    for node in nodes:
        articles[node.entity.name].add(node.article.id)
        uses[node.entity.name] += len(node.evidence)
    full = {
        n: (len(person_name(n).parts) > 1 if nodes[0].entity.kind == "person" else True)
        for n in articles
    }
    return min(
        articles,
        key=lambda n: (
            not full[n],
            n.isupper() and len(n) > 5,
            -len(articles[n]),
            -uses[n],
            -len(n),
            n,
        ),
    )
