"""Types of events that one happening may be told under."""

from __future__ import annotations

from typing import Final

#: Types that one event may be told under.
ALIKE: Final = tuple(
    frozenset(pair.split("/"))
    for pair in (
        "talks/meeting",
        "pledge/statement",
        "talks/call",
        "proposal/statement",
        "deviation/statement",
        "agreement/signing",
    )
)
#: Those of them that one article tells of two events.
TWO_TURNS: Final = (frozenset({"agreement", "signing"}),)
#: A name for each group of types that share one.
FAMILY: Final = {
    "talks": "talk",
    "meeting": "talk",
    "call": "talk",
    "deviation": "word",
    "pledge": "word",
    "other": "deed",
    "walkout": "deed",
    "impasse": "deed",
    "sanction": "deed",
    "ceasefire": "deed",
    "rejection": "ballot",
    "vote": "ballot",
    "agreement": "bond",
    "signing": "bond",
    "statement": "word",
    "proposal": "word",
}
#: Types whose tellings often name one side only, each its own counterpart.
FRAMES: Final = frozenset({"talks", "meeting"})
#: Types that others take place at.
HELD_AT: Final = FRAMES | {"call", "visit"}
#: Types of which there are many in a short time: a day alone says little.
RECURRING: Final = frozenset({"attack", "statement", "call", "sanction", "other"})
#: Types of which one negotiation has few: two tellings are more likely of one.
RARE: Final = frozenset({"ceasefire", "mobilization", "referendum", "signing"})
#: Words for whoever takes part, which name no side.
WHOEVER: Final = frozenset(
    {
        "both-sides",
        "countries",
        "delegates",
        "delegation",
        "delegations",
        "governments",
        "group",
        "groups",
        "leaders",
        "mediators",
        "members",
        "nations",
        "negotiators",
        "officials",
        "participants",
        "parties",
        "powers",
        "representatives",
        "sides",
        "states",
        "teams",
    }
)
