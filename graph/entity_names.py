"""What an entity of several articles is called, what kind it is, where its IRI lies."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from extract.records import EntityKind
from graph.identity_nodes import Node
from graph.person_names import person_name
from graph.story import StoryEntity

#: Nouns for those who stand between the sides of a negotiation.
BETWEEN: Final = frozenset(
    {"arbitrator", "broker", "conciliator", "facilitator", "go-between"}
    | {"intermediary", "intermediaries", "mediator", "moderator"}
)


def most(counted: Counter[str]) -> str | None:
    """Return what is counted most, the first in order where that is open."""
    return min(counted, key=lambda k: (-counted[k], k)) if counted else None


def kind_of(nodes: Sequence[Node]) -> EntityKind:
    """Return the kind of an entity: a party where it is one in any article.

    Those who stand between the sides ("UN mediators") are no side.
    """
    kinds = Counter(n.entity.kind for n in nodes)
    if kinds["party"]:
        between = all(_stands_between(n.entity.name) for n in nodes)
        return "organization" if between else "party"
    return min(kinds, key=lambda k: (-kinds[k], k))


def _stands_between(name: str) -> bool:
    last = name.split()[-1].lower()
    return last in BETWEEN or last.removesuffix("s") in BETWEEN


def room(entity: StoryEntity) -> str:
    """Return the kind that an IRI says: it does not change when a place acts."""
    if entity.kind == "person":
        return "person"
    if any("geonames.org" in i or "iso.org" in i for i in entity.same_as):
        return "place"
    return "place" if entity.kind == "place" else "organization"


def canonical(nodes: Sequence[Node]) -> str:
    """Return the name that most articles use, a full one first."""
    articles: dict[str, set[str]] = defaultdict(set)
    uses: Counter[str] = Counter()
    for node in nodes:
        articles[node.entity.name].add(node.article.id)
        uses[node.entity.name] += len(node.evidence)
    person = nodes[0].entity.kind == "person"
    full = {
        n: len(person_name(n).parts) > 1
        if person
        else not any(other.endswith(f" {n}") for other in articles)
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
