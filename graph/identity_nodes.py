"""What identity knows of an entity of one article, and of a set of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from extract.records import Article, Entity
from graph.names_compare import thing_key
from graph.person_names import person_name
from graph.romanisation import plain
from graph.story import Evidence

#: Role words that many people share; they tell nobody apart.
_PLAIN_ROLES: Final = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "for",
        "and",
        "his",
        "her",
        "its",
        "their",
        "former",
        "then",
        "acting",
        "senior",
        "top",
        "chief",
        "deputy",
        "head",
        "leader",
        "official",
        "member",
        "counterpart",
        "mr",
        "mrs",
        "ms",
        "sir",
    ]
)


@dataclass(frozen=True)
class Node:
    """An entity of one article.

    Attributes:
        article: where it stands.
        entity: the record.
    """

    article: Article
    entity: Entity

    @property
    def key(self) -> tuple[str, str]:
        """What the node is known by: article id and entity id."""
        return self.article.id, self.entity.id

    @cached_property
    def order(self) -> tuple[str, int, str]:
        """A sort key that depends on content alone."""
        first = min(m.quoted.start for m in self.entity.mentions)
        return self.article.id, first, self.entity.name

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """The places where it is named; a name inside a longer one is left out."""
        spans = [
            (m.quoted.start, -m.quoted.end, m.quoted.text)
            for m in self.entity.mentions
            if m.kind == "name"
        ] or [
            (m.quoted.start, -m.quoted.end, m.quoted.text) for m in self.entity.mentions
        ]
        found: list[Evidence] = []
        reached = -1
        for start, end, text in sorted(set(spans)):
            if -end <= reached:
                continue
            reached = -end
            found.append(
                Evidence(
                    file=self.article.file,
                    start=start,
                    end=-end,
                    text=text,
                    article=self.article.id,
                )
            )
        return tuple(found)

    @cached_property
    def spans(self) -> frozenset[str]:
        """Its words as corrections name them."""
        return frozenset(f"{e.article}:{e.start}-{e.end}" for e in self.evidence)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Every text that names it, nested ones too, without repetition."""
        texts = [m.quoted.text for m in self.entity.mentions if m.kind == "name"]
        return tuple(dict.fromkeys([*texts, *(e.text for e in self.evidence)]))

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The words of its roles that tell people apart."""
        words = {w.strip(",.'’") for r in self.entity.roles for w in plain(r).split()}
        return frozenset(w for w in words if len(w) > 2 and w not in _PLAIN_ROLES)

    @cached_property
    def spelt(self) -> str:
        """Its name as it is compared letter by letter."""
        if self.entity.kind == "person":
            name = person_name(self.entity.name)
            return f"{name.spelt} {name.suffix}".strip()
        return thing_key(self.entity.name)

    @property
    def common(self) -> bool:
        """True for a side that a common noun names ("producers")."""
        return self.entity.kind == "party" and self.entity.name.islower()

    @cached_property
    def single(self) -> bool:
        """True for a person of whom the article gives one word only."""
        name = person_name(self.entity.name)
        return self.entity.kind == "person" and len(name.parts) == 1 and not name.suffix


@dataclass
class Profile:
    """Nodes of one spelling that nothing sets apart."""

    nodes: list[Node] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The spelling, as the first of its nodes writes it."""
        return min(n.entity.name for n in self.nodes)

    @property
    def order(self) -> tuple[str, tuple[str, int, str]]:
        """A sort key that depends on content alone."""
        return self.nodes[0].spelt, min(n.order for n in self.nodes)

    @property
    def genders(self) -> frozenset[str]:
        """Genders that its texts tell."""
        return frozenset(n.entity.gender for n in self.nodes if n.entity.gender)

    @property
    def countries(self) -> frozenset[str]:
        """Countries that it is of or speaks for."""
        return frozenset(n.entity.country for n in self.nodes if n.entity.country)

    @property
    def role_words(self) -> frozenset[str]:
        """Words of its roles."""
        return frozenset[str]().union(*(n.role_words for n in self.nodes))

    @property
    def links(self) -> frozenset[str]:
        """IRIs of it in public registers."""
        return frozenset(i for n in self.nodes for i in n.entity.same_as)

    def fits(self, node: Node) -> bool:
        """True where a node of the same spelling contradicts nothing here.

        Two countries and two roles without a word in common are two people; two
        GeoNames entries, or two countries, are two places or bodies.
        """
        if node.entity.kind == "person":
            countries, roles = self.countries, self.role_words
            apart = (
                bool(countries)
                and node.entity.country is not None
                and node.entity.country not in countries
                and bool(roles)
                and bool(node.role_words)
                and not roles & node.role_words
            )
            return not apart
        links = self.links
        mine = frozenset(node.entity.same_as)
        if links and mine:
            return bool(links & mine)
        country = node.entity.country
        return not (country and self.countries and country not in self.countries)


Parted = Callable[[Node, Node], bool]


def never(one: Node, other: Node) -> bool:
    """Return false: nothing keeps two nodes apart."""
    return False


def profiles(nodes: list[Node], parted: Parted = never) -> list[Profile]:
    """Return the nodes in profiles, sorted by content.

    Args:
        nodes: in any order.
        parted: tells whether the reader has said that two nodes are different.
    """
    by_spelling: dict[str, list[Node]] = {}
    for node in nodes:
        by_spelling.setdefault(node.spelt, []).append(node)
    found: list[Profile] = []
    for spelt in sorted(by_spelling):
        mine: list[Profile] = []
        ranked = sorted(
            by_spelling[spelt],
            key=lambda n: (-len(n.entity.same_as), not n.entity.country, n.order),
        )
        for node in ranked:
            home = next(
                (
                    p
                    for p in mine
                    if p.fits(node) and not any(parted(node, n) for n in p.nodes)
                ),
                None,
            )
            if home is None:
                home = Profile()
                mine.append(home)
            home.nodes.append(node)
        found += mine
    for profile in found:
        profile.nodes.sort(key=lambda n: n.order)
    return sorted(found, key=lambda p: p.order)
