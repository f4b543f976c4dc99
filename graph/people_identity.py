"""Which people of different articles are one person."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import Final

from graph.clusters import Clusters, Pair, compared
from graph.eastern_names import chinese_class, korean, syllables
from graph.identity_nodes import Node, Parted, Profile, never, profiles
from graph.names_compare import compare_people, part_likeness
from graph.person_names import given_groups, name_variants, person_name
from graph.romanisation import consonants, skeleton

#: From this score on two names are joined.
JOIN: Final = 0.7
#: From this score on a pair that stays apart is offered to the reader.
OFFER: Final = 0.45


def join_people(nodes: list[Node], *, apart: Parted = never) -> Clusters:
    """Return the people as clusters of profiles.

    Full names are compared within blocks that share a sound; a single name joins
    the one full name that carries it, where its country and roles do not tell
    several apart.

    Args:
        nodes: people, one an article and entity.
        apart: tells whether the reader has said that two are different people.
    """
    found = profiles(nodes, apart)
    clusters = Clusters(found)
    full = [i for i, p in enumerate(found) if not p.nodes[0].single]
    single = [i for i, p in enumerate(found) if p.nodes[0].single]

    def clash(a: Profile, b: Profile) -> bool:
        if apart is not never and any(apart(x, y) for x in a.nodes for y in b.nodes):
            return True
        if a.nodes[0].single or b.nodes[0].single:
            return bool(a.genders and b.genders and not a.genders & b.genders)
        if a.nodes[0].spelt == b.nodes[0].spelt:
            return True
        return compare_people(a.name, b.name).score == 0.0 or contradicts(a, b)

    clusters.join(_full_pairs(found, full), enough=JOIN, clash=clash)
    clusters.join(
        _single_pairs(clusters, found, full, single), enough=JOIN, clash=clash
    )
    return clusters


def contradicts(a: Profile, b: Profile) -> bool:
    """True where what the texts say of two names cannot be one person."""
    if a.genders and b.genders and not a.genders & b.genders:
        return True
    return bool(
        a.countries
        and b.countries
        and not a.countries & b.countries
        and a.role_words
        and b.role_words
        and not a.role_words & b.role_words
    )


def _blocks(found: list[Profile], indexes: list[int]) -> dict[str, list[int]]:
    """Return the profiles by what they share with any that may be the same.

    The sound of one part with the first sound of another; with a group of given
    names that stand for one another; Chinese and Korean syllables; the letters
    regardless of their order.
    """
    blocks: dict[str, list[int]] = defaultdict(list)
    for index in indexes:
        marks: set[str] = set()
        for name in name_variants(found[index].name):
            marks.add("=" + "".join(sorted("".join(name.words).replace("-", ""))))
            for part in name.parts:
                others = [p for p in name.parts if p != part]
                marks |= {f"{_sound(part)}/{_sound(p)[:1]}" for p in others}
                marks |= {
                    f"{_sound(part)}#{g}" for p in others for g in given_groups(p)
                }
            marks.add("~" + "".join(skeleton(name.words)))
        name = person_name(found[index].name)
        korean_key = korean(name.words)
        if korean_key:
            marks.add(f"kr:{' '.join(korean_key)}")
        chinese = syllables(name.words)
        if chinese:
            marks.add(f"cn:{' '.join(sorted(map(chinese_class, chinese)))}")
        for mark in sorted(marks):
            blocks[mark].append(index)
    return blocks


@lru_cache(maxsize=65536)
def _sound(part: str) -> str:
    """Return the consonants of a key by classes, a vowel at its front left out."""
    bare = part.lstrip("aeiou") or part
    return "".join(_class(c) for c in consonants(bare))[:5]


def _class(letter: str) -> str:
    for letters in ("aeiou", "gkhCJ", "szS", "vfb", "td"):
        if letter in letters:
            return letters[0]
    return letter


def _full_pairs(found: list[Profile], full: list[int]) -> list[Pair]:
    pairs: list[Pair] = []
    blocks = _blocks(found, full)
    for left, right in compared(
        blocks, key=lambda i: (person_name(found[i].name).parts[::-1], found[i].name)
    ):
        pair = _weigh(found, left, right)
        if pair is not None and pair.score >= OFFER:
            pairs.append(pair)
    return pairs


def _weigh(found: list[Profile], left: int, right: int) -> Pair | None:
    a, b = found[left], found[right]
    alike = compare_people(a.name, b.name)
    if a.nodes[0].spelt == b.nodes[0].spelt:
        return Pair(
            left,
            right,
            0.5,
            "same name, contradicting roles",
            f"“{a.name}” is the name of both, but their countries and roles differ",
        )
    if alike.score < OFFER:
        return None
    score, reasons = alike.score, [alike.why]
    roles = a.role_words & b.role_words
    if roles:
        score += 0.06
        reasons.append(f"both are called {', '.join(sorted(roles)[:3])}")
    if a.countries & b.countries:
        score += 0.06
        reasons.append(f"both of {', '.join(sorted(a.countries & b.countries))}")
    elif a.countries and b.countries:
        score -= 0.1
        reasons.append("of different countries")
    if a.genders and b.genders and not a.genders & b.genders:
        score -= 0.4
        reasons.append("a man and a woman")
    elif contradicts(a, b):
        score -= 0.3
        reasons.append("roles without a word in common")
    return Pair(
        left, right, max(0.0, min(score, 0.99)), "names spelt alike",
        f"“{a.name}” and “{b.name}”: {'; '.join(reasons)}",
    )  # fmt: skip


def _single_pairs(
    clusters: Clusters, found: list[Profile], full: list[int], single: list[int]
) -> list[Pair]:
    by_part: dict[str, list[int]] = defaultdict(list)
    for index in full:
        parts = person_name(found[index].name).parts
        for part in {parts[-1], parts[0], *parts[1:-1]}:
            by_part[consonants(part)[:4]].append(index)
    pairs: list[Pair] = []
    by_single: dict[str, list[int]] = defaultdict(list)
    for index in single:
        part = person_name(found[index].name).parts[0]
        by_single[consonants(part)[:4]].append(index)
        pairs += _homes(
            clusters, found, index, part, by_part.get(consonants(part)[:4], [])
        )
    for _, block in sorted(by_single.items()):
        for at, left in enumerate(block):
            for right in block[at + 1 :]:
                a, b = found[left], found[right]
                alike = (
                    1.0
                    if a.nodes[0].spelt == b.nodes[0].spelt
                    else compare_people(a.name, b.name).score
                )
                if alike >= 0.93:
                    score = 0.78 * alike - (0.3 if contradicts(a, b) else 0.0)
                    pairs.append(
                        Pair(
                            left,
                            right,
                            score,
                            "same single name",
                            f"“{a.name}” and “{b.name}”: one word, spelt alike",
                        )
                    )
    return pairs


def _homes(
    clusters: Clusters,
    found: list[Profile],
    index: int,
    part: str,
    candidates: list[int],
) -> list[Pair]:
    """Return pairs of a single name with the full names that carry it."""
    mine = found[index]
    fits: dict[int, tuple[float, int]] = {}
    for other in sorted(set(candidates)):
        parts = person_name(found[other].name).parts
        last = part_likeness(part, parts[-1])
        rest = max((part_likeness(part, p) for p in parts[:-1]), default=0.0)
        alike = last if last >= 0.93 else 0.9 * rest if rest >= 0.97 else 0.0
        if not alike or (
            mine.genders
            and found[other].genders
            and not mine.genders & found[other].genders
        ):
            continue
        root = clusters.root(other)
        fits[root] = max(fits.get(root, (0.0, 0)), (alike, -other))
    surnames = {r: f for r, f in fits.items() if f[0] >= 0.93} or fits
    if not surnames:
        return []
    if len(surnames) == 1:
        ((root, (alike, other)),) = surnames.items()
        return [
            _home(
                found,
                index,
                -other,
                0.85 * alike,
                "it is the only full name that has it",
            )
        ]
    agreed = {
        r: f
        for r, f in surnames.items()
        if any(_agrees(mine, p) for p in clusters.members(r))
    }
    if len(agreed) == 1:
        ((root, (alike, other)),) = agreed.items()
        return [
            _home(
                found,
                index,
                -other,
                0.76 * alike,
                "of the people of that name only this one has the country or role",
            )
        ]
    return [
        _home(found, index, -other, 0.5 * alike, "several people have that name")
        for _, (alike, other) in sorted(surnames.items())
    ]


def _agrees(a: Profile, b: Profile) -> bool:
    return bool(a.role_words & b.role_words) or bool(a.countries & b.countries)


def _home(found: list[Profile], single: int, full: int, score: float, why: str) -> Pair:
    left, right = sorted((single, full))
    detail = f"“{found[single].name}” is part of “{found[full].name}”; {why}"
    return Pair(left, right, score, "surname of a full name", detail)
