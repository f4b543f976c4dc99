"""Who "the two sides" are, and who brings them together.

An article that names the two sides of its talks once means them wherever it speaks
of "both sides", "the parties" or "negotiators", and where talks are told without
sides. Where it names several pairs, nothing is filled in.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    case_of,
    children,
    conjuncts,
    noun_phrases,
    obliques,
)
from extract.event_bodies import with_bodies
from extract.event_cast import Part
from extract.event_groups import is_union
from extract.event_opponents import (
    BRINGING,
    GENERIC,
    PAIRED,
    both_countries,
    is_alone,
    known_side,
    opponents,
)
from extract.inflections import lemma
from extract.occupations import names_workers

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_merging import Draft
    from extract.records import Entity

#: What an article calls a union, a company, and who speaks for one.
UNIONS: Final = frozenset({"union", "unions"})
FIRMS: Final = frozenset(
    {"company", "employer", "management", "carrier", "airline", "operator", "carmaker"}
    | {"automaker", "railway", "firm", "employers"}
)
SPEAKING: Final = frozenset({"representatives", "officials", "negotiators", "lawyers"})
#: Types in which workers act by their union.
BY_BODIES: Final = frozenset(
    {"rejection", "agreement", "signing", "walkout", "proposal", "talks", "impasse"}
)
#: Who votes, whose union votes.
MEMBERS: Final = "members"
#: Words before "sides" that do not say whose they are.
OF_BOTH: Final = frozenset(
    {"warring", "rival", "opposing", "negotiating", "conflicting", "respective"}
    | {"technical", "two", "both", "chief", "hostile", "feuding"}
)
#: Types told without sides that those of an article's talks have, and if only two act.
TOLD: Final = frozenset({"talks", "ceasefire", "impasse", "signing", "call"})
HELD: Final = frozenset({"talks", "ceasefire", "impasse"})
#: Types that both sides of a negotiation take part in.
JOINT: Final = frozenset({"talks", "meeting", "agreement", "signing", "call"})
#: What talks are held under.
UNDER: Final = frozenset(
    {"auspices", "aegis", "mediation", "chairmanship", "help", "assistance", "presence"}
)


def go_betweens(noun: Token, support: Token | None) -> list[Token]:
    """Return who mediates, hosts or chairs: "mediated by X", "with X mediating"."""
    out: list[Token] = []
    clauses = children(noun, "acl", "acl:relcl", "advcl", "parataxis")
    if support is not None:
        clauses += children(support, "advcl", "acl", "xcomp", "parataxis", "conj")
    for verb in clauses:
        if lemma(verb) in BRINGING:
            by = [
                found
                for child in children(verb, "obl:agent", "obl")
                if child.dep_ == "obl:agent" or case_of(child) == "by"
                for found in conjuncts(child)
            ]
            out += [found for found in by or agents(verb) if found.i != noun.i]
    for near in dict.fromkeys((noun, support)):
        for case, phrase in obliques(near) if near is not None else ():
            if case in {"under", "through", "with", "in"} and lemma(phrase) in UNDER:
                out += children(phrase, "nmod:poss", "amod", "compound")
                out += [
                    found
                    for child in children(phrase, "nmod")
                    if case_of(child) in {"of", "by"}
                    for found in conjuncts(child)
                ]
    return out


def included(noun: Token) -> list[Token]:
    """Return whom an occasion takes in: "a meeting that included X and Y"."""
    return [
        found
        for verb in children(noun, "acl", "acl:relcl")
        if lemma(verb) in {"include", "involve", "gather", "unite", "bring", "group"}
        for child in children(verb, "obj")
        for found in conjuncts(child)
    ] + [
        found
        for child in children(noun, "nmod", "acl")
        if case_of(child) in {"including", "involving"}
        for found in conjuncts(child)
    ]


def is_generic(part: Part) -> bool:
    """True for "the two sides" and the like."""
    words = part.name.lower().split()
    bare = len(words) == 1 or words[0] in OF_BOTH
    return part.id is None and words[-1] in GENERIC and bare


def pair_of(drafts: Iterable[Draft], cast: Cast) -> tuple[Part, ...]:
    """Return the two sides that an article's talks are between, if it names one pair.

    Go-betweens and people are no sides.
    """
    counts: dict[tuple[str, ...], int] = {}
    first: dict[tuple[str, ...], tuple[Part, ...]] = {}
    for draft in drafts:
        if draft.type not in JOINT | {"impasse"}:
            continue
        sides = tuple(part for part in draft.parts if known_side(part, cast))
        if len(sides) != 2:
            continue
        key = tuple(sorted(part.name for part in sides))
        counts[key] = counts.get(key, 0) + 1
        first.setdefault(key, sides)
    if not counts:
        return ()
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[0][1] < 2 * sum(n for _, n in ranked[1:]):
        return ()
    return first[ranked[0][0]]


def with_unions(drafts: Iterable[Draft], cast: Cast) -> None:
    """Put the only union that an article names where its workers act.

    Also the only company where its management or its representatives do.
    """
    unions = called(cast, UNIONS)
    unions = unions if len(unions) == 1 else []
    firms = [body for body in called(cast, FIRMS) if body not in unions]
    firms = firms if len(firms) == 1 else []
    for draft in drafts:
        draft.parts = tuple(singular(part, cast) for part in draft.parts)
        if draft.type in BY_BODIES | {"vote"}:
            draft.parts = tuple(
                replace(part, name=body.name, id=body.id) if body else part
                for part in draft.parts
                for acts in [draft.type in BY_BODIES or part.name == MEMBERS]
                for body in [body_behind(part, unions, firms) if acts else None]
            )
        if draft.trigger.label != "Strike" or not unions:
            continue
        if any(part.id in {body.id for body in unions} for part in draft.parts):
            continue
        at = draft.trigger.token.idx
        draft.parts += (Part(unions[0].name, unions[0].id, at, agent=True),)


def called(cast: Cast, nouns: frozenset[str]) -> list[Entity]:
    """Return the bodies that an article calls by some nouns, or of workers by name."""
    return [
        entity
        for _, entity in sorted(cast.entities.items())
        if entity.kind in {"organization", "party"} and entity.country is None
        if entity.name.lower() not in nouns
        if (nouns is UNIONS and is_union(entity.name) and entity.name[:1].isupper())
        or any(
            mention.kind == "role" and mention.quoted.text.lower().split()[-1] in nouns
            for mention in entity.mentions
        )
    ]


def singular(part: Part, cast: Cast) -> Part:
    """Return "the union" as such, where its entity is called "unions"."""
    span = cast.doc.char_span(part.position, part.position + 1, alignment_mode="expand")
    if part.name != "unions" or span is None or span.text.lower() != "union":
        return part
    return replace(part, name="union")


def body_behind(part: Part, unions: list[Entity], firms: list[Entity]) -> Entity | None:
    """Return the union or company that a collective is of, ``None`` for others."""
    words = part.name.lower().split()
    if not part.name.islower() and part.id is not None:
        return None
    if (are_strikers(words[-1]) or words == ["union"]) and unions:
        return unions[0]
    own = words[0] in {"company", "management"} and words[-1] in SPEAKING
    return firms[0] if firms and (words[-1] in FIRMS or own) else None


def with_sides(drafts: list[Draft], cast: Cast) -> None:
    """Put the two sides where an article only says "both sides", or nobody."""
    with_bodies(drafts, cast)
    with_unions(drafts, cast)
    pair = pair_of(drafts, cast)
    told = TOLD if pair else HELD
    told = told if pair or is_alone(drafts, cast) else frozenset()
    if pair or (pair := opponents(drafts, cast)):
        with_pair(drafts, pair, cast, told)
    elif pair := both_countries(cast):
        with_pair(drafts, pair, cast, frozenset())
    unions = {body.id for body in called(cast, UNIONS)}
    for draft in drafts:
        draft.parts = told_once(draft.parts, unions)


def are_strikers(word: str) -> bool:
    """True for those a union speaks for: "drivers", "staff", "members"."""
    return names_workers(word) or word.lower() == "members"


def told_once(parts: tuple[Part, ...], unions: set[str]) -> tuple[Part, ...]:
    """Return the parts without "the sides" and "participants" beside two with names.

    Of a strike's workers and their union, the union, and each of them once.
    """
    first = {(part.name, part.id): part.position for part in reversed(parts)}
    parts = tuple(p for p in parts if p.position == first[p.name, p.id])
    named = [part for part in parts if part.id is not None and not part.between]
    union = any(part.id in unions for part in named)
    alone = UNIONS if len(unions) == 1 else frozenset()
    return tuple(
        part
        for part in parts
        if not (is_generic(part) and len(named) > 1)
        and not (
            union
            and part.id not in unions
            and (part.id is None or part.name.islower())
            and (
                are_strikers(part.name.split()[-1])
                or part.name.lower().split()[-1] in alone
            )
        )
    )


def with_pair(
    drafts: list[Draft],
    pair: tuple[Part, ...],
    cast: Cast,
    told: frozenset[str],
) -> None:
    """Put the two sides where an article only says "both sides", or nobody.

    Args:
        drafts: an article's events.
        pair: its two sides.
        cast: its entities.
        told: the types of which it tells without sides, theirs; of others only
            "both sides" are they.
    """
    for draft in drafts:
        generic = [
            part
            for part in draft.parts
            if is_generic(part) or (part.id is None and paired(draft, part))
        ]
        rest = [part for part in draft.parts if part not in generic]
        known = {part.name for part in rest if known_side(part, cast)}
        actual = draft.modality == "actual" or draft.when.begin is not None
        nobody = (
            (not draft.kind or bool(draft.when.begin or draft.places))
            and actual
            and all(part.between for part in draft.parts)
            and draft.type in told
        )
        if draft.type not in JOINT | {"impasse", "pledge", "ceasefire"} or known - {
            part.name for part in pair
        }:
            continue
        half = (
            draft.type == "talks"
            and "talks" in told
            and len(known) == 1
            and (draft.when.begin is not None or bool(draft.places))
        )
        if generic or nobody or half:
            at = generic[0].position if generic else draft.trigger.token.idx
            draft.parts = tuple(
                part for part in draft.parts if part not in generic
            ) + tuple(
                replace(part, position=at, agent=bool(generic))
                for part in pair
                if part.name not in known
            )


def paired(draft: Draft, part: Part) -> bool:
    """True for "the two governments", "both ministers", "officials of both sides"."""
    doc = draft.trigger.token.doc
    span = doc.char_span(part.position, part.position + 1, alignment_mode="expand")
    if span is None:
        return False
    if part.name.lower().split()[-1] in PAIRED and is_two(span[0]):
        return True
    return any(
        case in {"of", "from"} and is_two(noun) and noun.lower_ in PAIRED | GENERIC
        for case, noun in noun_phrases(span[0])
    )


def is_two(noun: Token) -> bool:
    """True for a noun that a number or "both" takes for two."""
    return any(
        child.lower_ in {"two", "both"} and child.dep_ in {"nummod", "det", "amod"}
        for child in noun.children
    )
