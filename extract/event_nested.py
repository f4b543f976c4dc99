"""Places that stand inside another phrase: "closed a mine in Z", "marched on X in Y".

A preposition right behind a verb puts what it tells in a place; a tree hangs the same
words on the noun before them as often as on the verb, and what was done to something
in a town was done in the town.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    children,
    grammatical_subjects,
    is_passive,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_cast import Part
from extract.gazetteer import countries, people_of
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from extract.event_cast import Cast

#: Types that happen where those and the things are that they tell of.
BODILY: Final = frozenset({"other", "walkout", "mobilization", "attack"})
#: Types that happen where some phrase of their clause puts people.
GATHERED: Final = BODILY | {"meeting", "talks", "signing", "agreement", "call", "visit"}
#: Prepositions of a place inside a phrase.
INSIDE: Final = frozenset({"in", "at", "near", "outside", "inside", "off"})
#: Prepositions between a noun and one that lies in a place ("days of talks in X").
BETWEEN: Final = INSIDE | {"of", "on", "before", "under", "behind", "across", "for"}
#: Phrases of a verb that say nothing of where: who did it, what is compared.
ELSEWHERE: Final = frozenset(
    {"than", "like", "unlike", "as", "about", "over", "of", "with", "since", "until"}
    | {"from", "because", "despite", "besides", "except", "without", "pending", "by"}
)
#: What has a place that is not where it is dealt with.
MATTERS: Final = frozenset(
    {"crisis", "issue", "problem", "question", "conflict", "war", "dispute", "plan"}
    | {"situation", "case", "standoff", "row", "treaty", "proposal", "policy", "peace"}
    | {"election", "vote", "interest", "investment", "inflation", "fighting", "role"}
    | {"violence", "stake", "price", "growth", "report", "news", "development", "law"}
    | {"government", "regime", "rule", "right", "democracy", "effort", "influence"}
    | {"confidence", "tension", "unrest", "crackdown", "offensive", "invasion", "aid"}
    | {"share", "market", "economy", "subsidiary", "debt", "project", "business"}
)
#: Verbs of the mind and of papers, whose object may lie anywhere.
MINDED: Final = frozenset(
    {"blame", "accuse", "condemn", "criticize", "criticise", "praise", "welcome"}
    | {"support", "back", "want", "see", "consider", "monitor", "watch", "study"}
    | {"own", "buy", "sell", "acquire", "finance", "fund", "lose", "win", "earn"}
    | {"cite", "note", "describe", "recall", "discuss", "review", "order", "approve"}
    | {"link", "compare", "represent", "lead", "head", "know", "call", "include"}
    | {"recognize", "recognise", "pardon", "choose", "pick", "name", "appoint"}
    | {"elect", "nominate", "invite", "visit", "join", "quit", "beat", "defeat"}
    | {"have", "be", "suspect", "deny", "urge", "ask", "tell", "say", "report"}
)
#: Verbs of coming and going, which take the place itself.
PASSED: Final = frozenset({"leave", "reach", "enter", "flee"})
#: Sites and grounds that are called by the place they lie in: "the Zenda mine".
SITES: Final = frozenset(
    {"mine", "pit", "plant", "factory", "mill", "refinery", "smelter", "shipyard"}
    | {"port", "harbour", "harbor", "dock", "terminal", "airport", "airfield", "base"}
    | {"station", "bridge", "crossing", "checkpoint", "border", "road", "highway"}
    | {"tunnel", "canal", "dam", "market", "hospital", "prison", "jail", "camp"}
    | {"barracks", "mosque", "church", "school", "university", "stadium", "square"}
    | {"depot", "warehouse", "field", "oilfield", "well", "pipeline", "valve", "works"}
    | {"headquarters", "embassy", "courthouse", "hotel", "quarry", "colliery", "yard"}
)
#: Ways that lead to a place: "the road to Zenda".
WAYS: Final = frozenset({"road", "highway", "route", "bridge", "ferry", "railway"})
#: Sides of a place: "south of Zenda".
SIDES_OF: Final = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast"}
    | {"southwest", "north-east", "north-west", "south-east", "south-west"}
    | {"outskirt", "outskirts", "edge", "heart", "centre", "center", "middle"}
)
#: Deeds that take a place as what they are done to: "the invasion of Zenda".
DONE_TO: Final = frozenset(
    {"invasion", "bombing", "shelling", "bombardment", "occupation", "siege", "capture"}
    | {"seizure", "annexation", "storming", "blockade", "encirclement", "raid"}
)
#: Prepositions by which somebody is brought into a site or out of it.
THROUGH: Final = frozenset({"from", "into", "onto", "to", "out", "of"})
#: Who acts in the land that it is of.
LOCAL: Final = frozenset(
    {"police", "court", "judge", "magistrate", "prosecutor", "jury", "tribunal"}
    | {"policeman", "gendarme", "gendarmerie", "immigration", "customs"}
)
#: Verbs of sending, which a tree hangs the goal's phrase on the one sent from.
SENDING: Final = frozenset(
    {"send", "dispatch", "despatch", "deploy", "fly", "airlift", "ship", "rush"}
    | {"bring", "take", "transfer", "move", "deport", "extradite", "evacuate"}
)
#: Phrases inside phrases that are looked through.
DEPTH: Final = 3


def nested_places(
    trigger: Token, support: Token | None, type_: str, cast: Cast
) -> list[Part]:
    """Return places that stand inside the phrases of an event's clause."""
    out: list[Part] = []
    if type_ == "attack" and lemma(trigger) in DONE_TO:
        for case, noun in noun_phrases(trigger):
            if case == "of":
                out += ground(noun, cast, lands=True) + inside(noun, cast)
    for head in (trigger, *(n for n in patients(trigger) if trigger.pos_ == "VERB")):
        for child in children(head, "advmod", "obl", "nmod", "obl:unmarked"):
            if lemma(child) in SIDES_OF:
                out += side_of(child, cast)
    verb = trigger if trigger.pos_ == "VERB" else support
    if verb is None or type_ not in GATHERED:
        return out
    out += sent_to(verb, cast)
    if type_ in BODILY and lemma(verb) not in MINDED:
        done_to = patients(verb)
        if not is_passive(verb) and not children(verb, "obj"):
            done_to = done_to + grammatical_subjects(verb)
        for noun in done_to:
            if noun.i == trigger.i or noun.sent.start != verb.sent.start:
                continue
            if noun.i in {n.i for n in patients(verb)}:
                out += ground(noun, cast, lands=lemma(verb) in PASSED)
            out += inside(noun, cast)
        out += local(verb, cast)
    elif type_ in {"meeting", "talks", "signing"} and trigger.i == verb.i:
        out += [p for noun in children(verb, "obj") for p in inside(noun, cast)]
    for case, noun in obliques(verb):
        if noun.i == trigger.i or not case:
            continue
        if lemma(noun) in SITES and case in INSIDE | THROUGH and type_ in BODILY:
            out += ground(noun, cast, lands=False)
        if case not in ELSEWHERE:
            out += inside(noun, cast)
    return out


def local(verb: Token, cast: Cast) -> list[Part]:
    """Return the land in which its police or its courts do what they do."""
    out: list[Part] = []
    for noun in agents(verb):
        if lemma(noun) not in LOCAL or noun.sent.start != verb.sent.start:
            continue
        owners = children(noun, "amod", "nmod:poss", "compound")
        owners += [inner for case, inner in noun_phrases(noun) if case == "in"]
        named = [p for o in owners if cast.is_place(o) for p in cast.places(o)]
        if spots := [part for part in named if is_spot(part)]:
            out += spots[:1]
            continue
        codes: list[str | None] = [
            known.country for o in owners if (known := people_of(o.text))
        ]
        codes += [
            entity.country
            for owner in owners
            for entity in cast.all_at(owner)
            if entity.kind in {"party", "place"}
        ]
        name = next((countries()[code]["name"] for code in codes if code), None)
        if name is not None:
            known_as = {e.name: e.id for _, e in sorted(cast.entities.items())}
            out.append(Part(str(name), known_as.get(str(name)), verb.idx))
    return out


def sent_to(verb: Token, cast: Cast) -> list[Part]:
    """Return where somebody is sent: "sent an envoy to Oslo"."""
    if lemma(verb) not in SENDING:
        return []
    return [
        place
        for noun in patients(verb)
        for case, inner in noun_phrases(noun)
        if case in {"to", "into"} and cast.is_place(inner) and noun.i < inner.i
        for place in cast.places(inner)
    ]


def ground(noun: Token, cast: Cast, *, lands: bool) -> list[Part]:
    """Return the place that something was done to, or that it is called by."""
    named = noun.pos_ == "PROPN" and any(e.kind == "place" for e in cast.all_at(noun))
    if named and (lands or cast.is_place(noun)):
        return [p for p in cast.places(noun) if lands or is_spot(p)]
    if lemma(noun) not in SITES:
        return []
    out = [
        place
        for child in children(noun, "compound", "nmod:desc")
        if cast.is_place(child) and child.i < noun.i
        for place in cast.places(child)
        if is_spot(place)
    ]
    if lemma(noun) in WAYS:
        out += [
            place
            for case, inner in noun_phrases(noun)
            if case in {"to", "into", "across", "over"} and cast.is_place(inner)
            for place in cast.places(inner)
        ]
    return out


def inside(noun: Token, cast: Cast, depth: int = DEPTH) -> list[Part]:
    """Return the places that a phrase puts what its noun names in."""
    if lemma(noun) in MATTERS or not depth:
        return []
    if noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return []
    out: list[Part] = []
    for case, inner in below(noun):
        if case in INSIDE and cast.is_place(inner):
            out += [p for p in cast.places(inner) if is_spot(p)]
        elif case in INSIDE and (site := ground(inner, cast, lands=False)):
            out += site
        elif case in BETWEEN and not cast.is_place(inner):
            out += inside(inner, cast, depth - 1)
    return out


def below(noun: Token) -> Iterator[tuple[str, Token]]:
    """Yield the phrases of a noun, without the agent of a nominal."""
    for case, inner in noun_phrases(noun):
        if noun.i < inner.i:
            yield case, inner


def side_of(noun: Token, cast: Cast) -> list[Part]:
    """Return the place of "south of Zenda"."""
    return [
        place
        for case, inner in noun_phrases(noun)
        if case == "of" and cast.is_place(inner)
        for place in cast.places(inner)
        if is_spot(place)
    ]


def is_spot(part: Part) -> bool:
    """True for a place that is no whole country."""
    return part.id is not None and not any(
        part.name == known["name"] for known in countries().values()
    )
