"""What an event is called: built from type, sides and place, never a fragment."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from extract.label_words import listed, marked

if TYPE_CHECKING:
    from extract.records import Modality

#: What nobody does alone, and is fought between sides.
FOUGHT: Final = frozenset(
    {"war", "fighting", "clash", "clashes", "hostilities", "battle", "battles"}
    | {"skirmish", "skirmishes", "shootout", "firefight"}
)
#: Occasions that a body holds by itself, and the words that name such a body.
MEETINGS: Final = frozenset({"meeting", "conference", "session", "summit"})
SITTING: Final = frozenset(
    {"council", "committee", "commission", "assembly", "organization", "league"}
    | {"organisation", "association", "parliament", "cabinet", "congress"}
)
#: Topics that only say again what an event of a type is.
SAID: Final = {
    "deadline": frozenset({"deadline", "debt", "duration", "timetable", "talks"}),
    "signing": frozenset({"signature", "ratification"}),
    "walkout": frozenset({"troop withdrawal"}),
    "sanction": frozenset({"blockade", "sanctions"}),
}
#: Ordinals as words.
ORDINALS: Final = {
    1: "First", 2: "Second", 3: "Third", 4: "Fourth", 5: "Fifth", 6: "Sixth",
    7: "Seventh", 8: "Eighth", 9: "Ninth", 10: "Tenth",
}  # fmt: skip


def event_label(
    type_: str,
    name: str,
    *,
    participants: Sequence[str],
    places: Sequence[str],
    modality: Modality,
    ordinal: int | None = None,
    topic: str | None = None,
    kind: str = "",
    speaker: str | None = None,
    targets: Sequence[str] = (),
) -> str:
    """Return a short readable label.

    Args:
        type_: the event's type.
        name: what the trigger is called ("Air strikes", "no progress").
        participants: names in reading order.
        places: names of places.
        modality: anything but actual is said in brackets.
        ordinal: 2 for a second round.
        topic: what it is about, where the type's label says so.
        kind: what the text calls talks by ("peace").
        speaker: whose judgement it is.
        targets: whom it is aimed at, where the label names nobody who did it.

    >>> event_label("talks", "Talks", participants=("Ruritania", "Graustark"),
    ...             places=("Strelsau",), modality="planned", ordinal=2, kind="peace")
    'Second round of Ruritania-Graustark peace talks in Strelsau (planned)'
    """
    topic = None if topic in SAID.get(type_, ()) else topic
    sides = [short(name) for name in participants]
    where = f" in {listed(places[:2])}" if places else ""
    known = {type_, name.lower(), *type_.split()}
    known |= {side.lower() for side in sides}
    about = f" on {topic}" if topic and topic.lower() not in known else ""
    if type_ == "talks":
        label = talks_label(name, sides, where, ordinal, kind)
    elif type_ in {"meeting", "call"}:
        kind = "" if kind in {"political", "peace"} else kind
        label = (f"{kind} {name.lower()}".strip()).capitalize()
        if len(sides) > 1:
            label += f" of {listed(sides[:3])}"
        elif sides:
            label += f" with {sides[0]}" if type_ == "call" else f" of {sides[0]}"
        label += where
    elif type_ == "visit":
        label = f"Visit by {listed(sides[:3])}" if sides else "Visit"
        label += f" to {listed(places[:2])}" if places else ""
    elif type_ == "deviation" and speaker:
        others = [side for side in sides if side != speaker]
        label = f"{speaker}: {name.lower()}"
        label += f" by {listed(others[:2])}" if others else f"{about}"
    elif type_ in {"statement", "impasse"}:
        label = judgement_label(type_, name, sides, speaker, where, about)
    elif type_ == "deadline":
        label = name + (f" on {topic}" if topic and topic != name.lower() else "")
    elif type_ == "attack":
        label = attack_label(name, sides, places)
    elif type_ == "referendum":
        label = ("Referendums" if len(places) > 1 else "Referendum") + where
        label += f" ({listed(sides[:2])})" if sides and not places else ""
    elif name.endswith("lection called"):
        label = name + (f" by {listed(sides[:2])}" if sides else "") + where
    elif name.endswith("lection"):
        label = name + where
        label += f" ({listed(sides[:2])})" if sides and not places else ""
    else:
        sides = [side for side in sides if side.lower()[:7] != name.lower()[:7]]
        label = f"{name} by {listed(sides[:2])}" if sides else name
        label += f" against {listed(targets[:2])}" if targets and not sides else ""
        label += where if name == "Protest" else ""
        label += about if type_ not in {"ceasefire"} else ""
        label += where if type_ in {"ceasefire", "mobilization", "vote"} else ""
    return marked((label[0].upper() + label[1:]).strip(), type_, modality)


def talks_label(
    name: str, sides: Sequence[str], where: str, ordinal: int | None, kind: str
) -> str:
    """Return a label for talks: sides, kind, round and place."""
    noun = name.lower()
    kind = "" if noun in MEETINGS and kind in {"political", "peace"} else kind
    pair = "-".join(sides[:2]) + " " if len(sides) == 2 else ""
    label = f"{pair}{kind + ' ' if kind else ''}{noun}"
    if len(sides) == 1:
        body = sits(sides[0]) and name.lower() in MEETINGS
        label += f" of {sides[0]}" if body else f" with {sides[0]}"
    elif len(sides) > 2:
        label += f" of {listed(sides[:3])}"
    if ordinal is not None:
        label = f"{ORDINALS.get(ordinal, f'{ordinal}th')} round of {label}"
    return label[0].upper() + label[1:] + where


def attack_label(name: str, sides: Sequence[str], places: Sequence[str]) -> str:
    """Return a label for an attack, or for fighting that nobody does alone.

    >>> attack_label("War", ("Ruritania", "Graustark"), ())
    'War between Ruritania and Graustark'
    """
    if name.lower().split()[-1] not in FOUGHT:
        label = name + (f" on {listed(places[:2])}" if places else "")
        return label + (f" by {listed(sides[:2])}" if sides else "")
    label = name
    if len(sides) > 1:
        label += f" between {listed(sides[:2])}"
    elif sides:
        label += f" involving {sides[0]}"
    return label + (f" in {listed(places[:2])}" if places else "")


def sits(name: str) -> bool:
    """True for a body that meets as itself: "meeting of the Security Council"."""
    return bool({word.lower() for word in name.split()} & SITTING)


def judgement_label(
    type_: str,
    name: str,
    sides: Sequence[str],
    speaker: str | None,
    where: str,
    about: str,
) -> str:
    """Return a label for what somebody says of the talks."""
    who = short(speaker) if speaker else ""
    if type_ == "impasse":
        text = f"talks in {name}" if name in {"deadlock"} else name
        text = "talks at a deadlock" if name == "deadlock" else text
        return f"{who}: {text}" if who else text
    if name in {"progress", "no progress"}:
        return (
            f"{who or listed(sides[:1])} sees {name} in the talks"
            if who or sides
            else name
        )
    label = f"{name} by {listed(sides[:2])}" if sides else name
    return label + (where if name == "Interview" else about)


def short(name: str | None) -> str:
    """Return a name as labels use it."""
    return name or ""
