"""Compare the provisions of two versions, and claims about them with their texts.

What a side claims to have changed and what the two texts show are different things;
either can be there without the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from graph.story import StoryDeviation, StoryProposal, StoryProvision
from graph.wording import similarity, wording

Kind = Literal["same", "changed", "omitted", "added"]
#: How alike two provisions' words are that say the same.
SAME: Final = 0.75
#: How alike they must be to be versions of one provision.
VERSION: Final = 0.15
_ORDER: Final = ("changed", "omitted", "added", "same")


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One provision in two versions.

    Attributes:
        topic: what it concerns.
        kind: same, changed, omitted (only in the old) or added (only in the new).
        old: the provision of the old version, or ``None``.
        new: that of the new version, or ``None``.
    """

    topic: str
    kind: Kind
    old: StoryProvision | None = None
    new: StoryProvision | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim beside the texts.

    Attributes:
        claim: the claimed deviation, ``None`` where only the texts differ.
        difference: what the texts show, ``None`` where they show nothing.
    """

    claim: StoryDeviation | None = None
    difference: Difference | None = None


def compare(old: StoryProposal, new: StoryProposal) -> tuple[Difference, ...]:
    """Return how two versions differ: changed, omitted, added, then what is the same.

    Provisions on one topic are paired where their words are closest; absence from the
    articles' account of a version is all that "omitted" can mean here.
    """
    pairs = sorted(
        (
            (-_alike(a, b), i, j)
            for i, a in enumerate(old.provisions)
            for j, b in enumerate(new.provisions)
            if _topics(a) & _topics(b)
            and (_alike(a, b) >= VERSION or a.topic == b.topic)
        ),
    )
    left, right = set(range(len(old.provisions))), set(range(len(new.provisions)))
    found = []
    for score, i, j in pairs:
        if i in left and j in right:
            left.discard(i)
            right.discard(j)
            a, b = old.provisions[i], new.provisions[j]
            same = -score >= SAME and _numbers(a) == _numbers(b)
            kind: Kind = "same" if same else "changed"
            found.append(Difference(topic=b.topic, kind=kind, old=a, new=b))
    found += [
        Difference(topic=old.provisions[i].topic, kind="omitted", old=old.provisions[i])
        for i in sorted(left)
    ]
    found += [
        Difference(topic=new.provisions[j].topic, kind="added", new=new.provisions[j])
        for j in sorted(right)
    ]
    return tuple(sorted(found, key=lambda d: (_ORDER.index(d.kind), d.topic)))


def check(
    claims: Iterable[StoryDeviation], proposals: Sequence[StoryProposal]
) -> tuple[Checked, ...]:
    """Return every claim with what the texts show, then differences nobody claims."""
    by_iri = {proposal.iri: proposal for proposal in proposals}
    shown: dict[tuple[str, str], list[Difference]] = {}
    for proposal in proposals:
        if proposal.revision_of in by_iri:
            versions = (by_iri[proposal.revision_of], proposal)
            differences = [d for d in compare(*versions) if d.kind != "same"]
            shown[proposal.revision_of, proposal.iri] = differences
    found = []
    used: set[int] = set()
    for claim in claims:
        fitting = [
            d
            for d in shown.get((claim.source or "", claim.target or ""), ())
            if d.kind == claim.kind and claim.topic in {d.topic, *_all_topics(d)}
        ]
        used.update(id(d) for d in fitting[:1])
        found.append(Checked(claim=claim, difference=fitting[0] if fitting else None))
    for differences in shown.values():
        found += [Checked(difference=d) for d in differences if id(d) not in used]
    return tuple(found)


def _alike(one: StoryProvision, other: StoryProvision) -> float:
    return similarity(wording(one.text), wording(other.text))


def _topics(provision: StoryProvision) -> set[str]:
    return {provision.topic, *provision.topics}


def _all_topics(difference: Difference) -> set[str]:
    sides = (difference.old, difference.new)
    return {topic for p in sides if p is not None for topic in _topics(p)}


def _numbers(provision: StoryProvision) -> list[tuple[float, str]]:
    return sorted((q.value, q.unit) for q in provision.quantities)
