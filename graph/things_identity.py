"""Which places, bodies and sides of different articles are one."""

from __future__ import annotations

from collections import defaultdict
from typing import Final

from graph.clusters import Clusters, Pair, compared
from graph.firm_forms import bare_name, is_formed
from graph.identity_nodes import Node, Parted, Profile, never, profiles
from graph.names_compare import compare_things, thing_key
from graph.people_identity import JOIN, OFFER
from graph.romanisation import consonants, general

_SMALL: Final = frozenset(["of", "the", "and", "for", "on", "in", "to", "de"])


def join_things(
    nodes: list[Node],
    *,
    apart: Parted = never,
    shared: frozenset[frozenset[str]] = frozenset(),
) -> Clusters:
    """Return places, bodies and sides as clusters of profiles.

    Args:
        nodes: one an article and entity.
        apart: tells whether the reader has said that two are different.
        shared: pairs of articles that speak of one person or place at least;
            a side by common noun ("the opposition") is one only in such articles.
    """
    found = _by_company(profiles(nodes, apart), shared)
    clusters = Clusters(found)

    def clash(a: Profile, b: Profile) -> bool:
        if apart is not never and any(apart(x, y) for x in a.nodes for y in b.nodes):
            return True
        return _other_entry(a, b)

    pairs = [
        *_by_links(found),
        *_by_names(found),
        *_by_initials(found),
        *_by_last_words(found),
        *_by_first_words(found),
    ]
    clusters.join(pairs, enough=JOIN, clash=clash)
    return clusters


def is_common(profile: Profile) -> bool:
    """True for a side that a common noun names."""
    return profile.nodes[0].common


def _by_company(
    found: list[Profile], shared: frozenset[frozenset[str]]
) -> list[Profile]:
    """Split sides by common noun by the articles that speak of the same people."""
    out: list[Profile] = []
    for profile in found:
        if not is_common(profile):
            out.append(profile)
            continue
        groups: list[list[Node]] = []
        for node in profile.nodes:
            near = [
                g
                for g in groups
                if any(
                    m.article.id == node.article.id
                    or frozenset((m.article.id, node.article.id)) in shared
                    for m in g
                )
            ]
            merged = [node, *(m for g in near for m in g)]
            groups = [g for g in groups if g not in near] + [merged]
        out += [Profile(sorted(g, key=lambda n: n.order)) for g in groups]
    return sorted(out, key=lambda p: p.order)


def _other_entry(a: Profile, b: Profile) -> bool:
    """True where two names have different entries in one register."""
    for register in ("iso.org", "geonames.org"):
        mine = {i for i in a.links if register in i}
        other = {i for i in b.links if register in i}
        if mine and other and not mine & other:
            return True
    state, capital = ({i for i in p.links if "iso.org" in i} for p in (a, b))
    return bool(state) != bool(capital) and bool(a.links) and bool(b.links)


def _by_links(found: list[Profile]) -> list[Pair]:
    by_link: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(found):
        for link in sorted(profile.links):
            by_link[link].append(index)
    pairs = []
    for link, indexes in sorted(by_link.items()):
        register = "ISO 3166" if "iso.org" in link else "GeoNames"
        for index in indexes[1:]:
            a, b = found[indexes[0]], found[index]
            pairs.append(
                Pair(
                    indexes[0],
                    index,
                    0.97,
                    f"one entry in {register}",
                    f"“{a.name}” and “{b.name}” are both {link}",
                )
            )
    return pairs


def _forms(profile: Profile) -> set[str]:
    """Return the names that may join it to others: its own, full forms, acronyms."""
    forms = {thing_key(profile.name)}
    if any("iso.org" in i for i in profile.links):
        return forms
    if _sort(profile) == "body":
        forms.add(thing_key(bare_name(profile.name)))
    for node in profile.nodes:
        forms |= {thing_key(e) for e in node.entity.expansions}
        if node.entity.kind in {"organization", "party"}:
            for label in node.labels:
                acronym = label.isupper() and 2 <= len(label.replace(".", "")) <= 7
                if acronym or (len(label.split()) > 1 and label[:1].isupper()):
                    forms.add(thing_key(label))
    return forms


def _by_names(found: list[Profile]) -> list[Pair]:
    by_form: dict[str, list[int]] = defaultdict(list)
    by_sound: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(found):
        if is_common(profile):
            continue
        for form in sorted(_forms(profile)):
            by_form[form].append(index)
            first = next((w for w in form.split() if w not in _SMALL), form)
            by_sound[f"{consonants(general(first))[:3]}/{len(form.split())}"].append(
                index
            )
            by_sound[general(form.replace(" ", ""))[:5]].append(index)
    pairs: list[Pair] = []
    for form, indexes in sorted(by_form.items()):
        for index in indexes[1:]:
            a, b = found[indexes[0]], found[index]
            same = _sort(a) == _sort(b)
            score = (0.95 if same else 0.72) - (0.0 if _countries_agree(a, b) else 0.3)
            pairs.append(
                Pair(
                    indexes[0],
                    index,
                    score,
                    "same name",
                    f"“{a.name}” and “{b.name}” are both called “{form}”",
                )
            )
    for left, right in compared(by_sound, key=lambda i: (thing_key(found[i].name), i)):
        alike = compare_things(found[left].name, found[right].name)
        if alike.score >= 0.94 and _sort(found[left]) == _sort(found[right]):
            score = min(alike.score, 0.95) - (
                0.0 if _countries_agree(found[left], found[right]) else 0.3
            )
            pairs.append(
                Pair(
                    left,
                    right,
                    score,
                    "names spelt alike",
                    f"“{found[left].name}” and “{found[right].name}”: {alike.why}",
                )
            )
    return [p for p in pairs if p.score >= OFFER]


def _sort(profile: Profile) -> str:
    kinds = {n.entity.kind for n in profile.nodes}
    return "place" if kinds <= {"place"} or "place" in kinds else "body"


def _countries_agree(a: Profile, b: Profile) -> bool:
    return not (a.countries and b.countries and not a.countries & b.countries)


def _by_initials(found: list[Profile]) -> list[Pair]:
    """Return an acronym with the one name that it abbreviates."""
    long: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(found):
        initials = _initials(profile.name)
        if len(initials) >= 2 and not is_common(profile):
            long[initials].append(index)
    pairs = []
    for index, profile in enumerate(found):
        name = profile.name.replace(".", "")
        fits = long.get(name.lower(), []) if name.isupper() and len(name) >= 3 else []
        if len(fits) == 1 and fits[0] != index:
            why = "are the initials of “{}”, the only name they fit"
            pairs.append(_only(found, index, fits[0], "acronym of a name", why))
    return pairs


def _initials(name: str) -> str:
    """Return the first letters of a name's words, without small ones and forms."""
    words = thing_key(bare_name(name)).split()
    return "".join(w[0] for w in words if w not in _SMALL)


def _only(found: list[Profile], short: int, full: int, rule: str, why: str) -> Pair:
    """Return a short name with the only full one that it fits.

    Args:
        found: all profiles.
        short: which of them has the short name.
        full: which the full one.
        rule: short name of the rule.
        why: how the one fits the other, with ``{}`` for the full name.
    """
    left, right = sorted((short, full))
    detail = f"“{found[short].name}” {why.format(found[full].name)}"
    return Pair(left, right, 0.74, rule, detail)


def _by_last_words(found: list[Profile]) -> list[Pair]:
    """Return a short name with the only full name that ends in it in its articles.

    "The Commission" is the European Commission where an article names that, and two
    words or more of a name are that name wherever no other ends in them.
    """
    long: dict[str, list[int]] = defaultdict(list)
    articles_of: dict[str, set[str]] = defaultdict(set)
    for index, profile in enumerate(found):
        words = thing_key(profile.name).split()
        articles_of[profile.name.replace(".", "").lower()] |= {
            n.article.id for n in profile.nodes
        }
        if not is_common(profile) and _sort(profile) == "body":
            for first in range(1, len(words)):
                long[" ".join(words[first:])].append(index)

    def told_in(index: int) -> set[str]:
        """Return the articles that name a body in full or by its initials."""
        name = found[index].name
        return articles_of[name.replace(".", "").lower()] | articles_of[_initials(name)]

    pairs = []
    for index, profile in enumerate(found):
        if is_common(profile) or _sort(profile) != "body" or profile.links:
            continue
        articles = {n.article.id for n in profile.nodes}
        key = thing_key(profile.name)
        full = [i for i in long.get(key, ()) if " " in key or articles & told_in(i)]
        if len(full) == 1 and full[0] != index:
            why = "ends the name of “{}”, the only one that does where it is named"
            pairs.append(_only(found, index, full[0], "last words of a name", why))
    return pairs


def _by_first_words(found: list[Profile]) -> list[Pair]:
    """Return a short name with the only firm whose name begins with it."""
    firms: dict[str, list[int]] = defaultdict(list)
    for index, profile in enumerate(found):
        if is_formed(profile.name) and _sort(profile) == "body":
            words = thing_key(bare_name(profile.name)).split()
            for last in range(1, len(words)):
                firms[" ".join(words[:last])].append(index)
    pairs = []
    for index, profile in enumerate(found):
        key = thing_key(profile.name)
        full = firms.get(key, ())
        if is_common(profile) or _sort(profile) != "body" or profile.links:
            continue
        if len(full) == 1 and full[0] != index and len(key) > 3:
            why = "begins the name of “{}”, the only firm whose name does"
            pairs.append(_only(found, index, full[0], "first words of a name", why))
    return pairs
