"""How each kind of thing is drawn: shape and colour, told apart without colour too.

The seven colours keep their order of lightness and stay distinct under the common
kinds of colour blindness (after Okabe and Ito, "Color Universal Design"), darkened
until white figures on them reach WCAG contrast AA; shape repeats what colour says.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a family of types is drawn.

    Attributes:
        family: short name, also the class in the style sheet.
        label: what the legend calls it.
        shape: a vis-network shape.
        colour: fill on a light page.
    """

    family: str
    label: str
    shape: str
    colour: str


LOOKS = (
    Look(family="talks", label="Talks, meeting, call", shape="dot", colour="#0b62a4"),
    Look(
        family="proposal",
        label="Proposal or pledge",
        shape="square",
        colour="#00735a",
    ),
    Look(
        family="agreement",
        label="Agreement or truce",
        shape="star",
        colour="#1d7a1d",
    ),
    Look(
        family="breakdown",
        label="Setback: deviation, rejection, walkout, deadlock",
        shape="triangleDown",
        colour="#b8420f",
    ),
    Look(
        family="force",
        label="Force or pressure",
        shape="diamond",
        colour="#8c2d6b",
    ),
    Look(
        family="vote",
        label="Vote, deadline or other event",
        shape="hexagon",
        colour="#7a5b00",
    ),
    Look(family="statement", label="Statement", shape="dot", colour="#5c6670"),
    Look(family="person", label="Person", shape="ellipse", colour="#3d4852"),
    Look(family="side", label="Side or organisation", shape="box", colour="#26323d"),
    Look(family="place", label="Place", shape="triangle", colour="#6b6257"),
)

BY_FAMILY = {look.family: look for look in LOOKS}

_FAMILY_OF = {
    "talks": "talks",
    "meeting": "talks",
    "call": "talks",
    "visit": "talks",
    "proposal": "proposal",
    "pledge": "proposal",
    "agreement": "agreement",
    "signing": "agreement",
    "ceasefire": "agreement",
    "rejection": "breakdown",
    "deviation": "breakdown",
    "impasse": "breakdown",
    "walkout": "breakdown",
    "attack": "force",
    "mobilization": "force",
    "sanction": "force",
    "referendum": "vote",
    "vote": "vote",
    "deadline": "vote",
    "statement": "statement",
    "person": "person",
    "party": "side",
    "organization": "side",
    "place": "place",
}


def look_of(kind: str, type_: str) -> Look:
    """Return the look of a node; an unknown type is drawn as an event of its own."""
    if kind in {"statement", "person", "party", "organization", "place"}:
        return BY_FAMILY[_FAMILY_OF[kind]]
    family = _FAMILY_OF.get(type_) or _FAMILY_OF.get(kind) or "vote"
    return BY_FAMILY[family]
