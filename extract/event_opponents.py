"""Which two an article means by "both sides" where it tells of no talks between them.

The two that put, refuse or leave things, or the only two countries that it names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, obliques
from extract.event_cast import Part
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.event_merging import Draft

#: Nouns for whoever negotiates, the last word of a collective's name.
GENERIC: Final = frozenset(
    {"sides", "parties", "delegations", "negotiators", "delegates", "teams"}
    | {"participants", "belligerents", "foes", "rivals"}
)
#: Nouns that mean the two sides where a number says so ("the two governments").
PAIRED: Final = frozenset(
    {"countries", "nations", "states", "governments", "neighbours", "neighbors"}
    | {"companies", "factions", "groups", "armies", "leaders", "ministers"}
)
#: Verbs by which somebody brings others together.
BRINGING: Final = frozenset(
    {"mediate", "broker", "host", "chair", "sponsor", "facilitate", "moderate"}
    | {"convene", "oversee", "arrange", "organize", "organise"}
)
#: Who acts in an article at most where its two opponents are the sides of its talks.
FEW: Final = 4
#: Turns of those who negotiate.
TURNS: Final = frozenset({"proposal", "rejection", "walkout", "agreement", "signing"})
#: How often an article names a country at least that it is about.
OFTEN: Final = 2


def known_side(part: Part, cast: Cast) -> bool:
    """True for a party, a body or a collective with a meaning of its own."""
    if part.between:
        return False
    if part.id is None:
        last = part.name.lower().split()[-1]
        return last not in GENERIC | PAIRED
    entity = cast.entities[part.id]
    return entity.kind in {"party", "organization"} or (
        entity.kind == "place" and entity.country is not None and part.agent
    )


def opponents(drafts: Iterable[Draft], cast: Cast) -> tuple[Part, ...]:
    """Return the only two sides that put, refuse or leave things in an article."""
    made: dict[str, Part] = {}
    drafts = list(drafts)
    around = {part.name for d in drafts for part in d.parts if part.between}
    around |= {
        part.name
        for d in drafts
        if is_from_outside(d.trigger.token)
        for part in d.parts
        if part.agent
    }
    for draft in drafts:
        if draft.type in TURNS:
            for part in draft.parts:
                known = part.agent and part.id and part.name[:1].isupper()
                known = known and part.name not in around
                if known and known_side(part, cast):
                    made.setdefault(part.name, part)
    return tuple(made[name] for name in sorted(made)) if len(made) == 2 else ()


def is_from_outside(token: Token) -> bool:
    """True for what others say to the sides: an appeal, an offer to mediate."""
    appeals = lemma(token) == "call" and any(c == "for" for c, _ in obliques(token))
    if appeals or lemma(token) in {"urge", "appeal", "exhort", "plead"}:
        return True
    return any(
        lemma(verb) in BRINGING for verb in children(token, "xcomp", "acl", "ccomp")
    )


def is_alone(drafts: Iterable[Draft], cast: Cast) -> bool:
    """True where few beside two opponents act in an article: its talks are theirs."""
    acting = {
        part.name
        for draft in drafts
        for part in draft.parts
        if part.agent and part.id is not None and known_side(part, cast)
    }
    return len(acting) <= FEW


def both_countries(cast: Cast) -> tuple[Part, ...]:
    """Return the only two countries that an article is about, if there are two."""
    named = [
        entity
        for _, entity in sorted(cast.entities.items())
        if entity.kind == "party" and entity.country is not None
    ]
    about = [entity for entity in named if len(entity.mentions) >= OFTEN]
    if len(about) != 2 or len(named) > FEW:
        return ()
    return tuple(Part(entity.name, entity.id, 0) for entity in about)
