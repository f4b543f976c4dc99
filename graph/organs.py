"""Which offices act for a body or a state: its commission, its seat of power.

Source: the bodies' own founding texts and sites (facts).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

#: Organs that act for a body in its dealings with others; parliaments and courts, which
#: often decide against it, are left out.
_ACTS_FOR: Final = {
    "African Union Commission": "African Union",
    "Council of the European Union": "European Union",
    "EU Commission": "European Union",
    "European Commission": "European Union",
    "European Council": "European Union",
    "European External Action Service": "European Union",
    "League of Arab States Secretariat": "Arab League",
    "UN Secretariat": "United Nations",
    "United Nations Secretariat": "United Nations",
}
#: Words after a body's name that name an organ which acts for it.
_ORGANS: Final = frozenset(
    ("Commission", "Conference", "Delegation", "Mission", "Office", "Secretariat")
)
#: Last words of names that say that a power itself is meant, not its seat.
_POWERS: Final = frozenset(
    ["administration", "authorities", "cabinet", "government", "leadership", "regime"]
)


def body_of(name: str, known: Iterable[str] = ()) -> str | None:
    """Return the name of the body that an organ acts for, ``None`` for no organ.

    Args:
        name: the organ's.
        known: names of bodies; what is called after one ("... Conference on Trade") is
            its organ.

    >>> body_of("European Commission")
    'European Union'
    >>> body_of("Port Union Secretariat", ["Port Union"])
    'Port Union'
    """
    if name in _ACTS_FOR:
        return _ACTS_FOR[name]
    after = (
        body
        for body in known
        if name.startswith(f"{body} ")
        and name[len(body) :].split()[0] in _ORGANS
        and len(body.split()) > 1
    )
    return max(after, key=lambda body: (len(body), body), default=None)


def is_seat(name: str) -> bool:
    """Tell whether the name of a party that speaks for another is that of an office.

    >>> is_seat("Berlaymont"), is_seat("Bern government")
    (True, False)
    """
    return name.split()[-1].lower() not in _POWERS
