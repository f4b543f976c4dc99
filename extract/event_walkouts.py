"""What walking out means: leaving talks, stopping work, or being set free."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import obliques
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_lexicon import Pattern

#: Where sides sit together: to walk out of it breaks off talks, and stops no work.
SEATS: Final = frozenset(
    {"room", "chamber", "hall", "session", "meeting", "conference", "summit", "hearing"}
    | {"ministry", "parliament", "assembly", "hotel", "office", "building", "debate"}
    | {"negotiation", "negotiations", "talk", "talks", "round", "congress", "council"}
    | {"house", "headquarters", "palace", "table", "gathering", "ceremony", "coalition"}
)
#: What those leave who are set free, or go about their day.
LEFT_BEHIND: Final = frozenset(
    {
        "prison",
        "jail",
        "cell",
        "custody",
        "captivity",
        "detention",
        "court",
        "courtroom",
    }
    | {"shop", "store", "restaurant", "church", "airport", "bank", "home", "flat"}
)


def walks_out(verb: Token, pattern: Pattern) -> bool:
    """Tell a strike from leaving talks by what is walked out of, and both from release.

    "Dockers walked out of the meeting" is no strike, "detainees walked out of jail"
    is neither.
    """
    left = {
        lemma(noun) for case, noun in obliques(verb) if case in {"out", "of", "out of"}
    }
    if left & LEFT_BEHIND:
        return False
    return pattern.label == "Walkout" or not left & SEATS
