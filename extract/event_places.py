"""Where an event is: in, at or near a place, or aimed at one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeGuard

from extract.cities import find_cities
from extract.clauses import (
    agents,
    case_of,
    children,
    first_conjunct,
    noun_phrases,
    obliques,
    patients,
)
from extract.event_cast import Cast, Part
from extract.event_clauses import where_it_was
from extract.event_nested import inside, is_spot, nested_places
from extract.event_spots import rules_itself
from extract.gazetteer import countries
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Prepositions that put an event in a place.
LOCATIVE: Final = frozenset(
    [
        "in",
        "at",
        "near",
        "outside",
        "around",
        "inside",
        "across",
        "within",
        "throughout",
        "through",
        "over",
        "off",
        "along",
        "beside",
    ]
)
#: Prepositions that aim an attack or a visit.
AIMED: Final = LOCATIVE | {"on", "against", "to", "into", "upon"}
#: Verbs that bring somebody or something to a place.
MOVING: Final = frozenset(
    {"come", "go", "arrive", "return", "travel", "fly", "move", "roll", "march"}
    | {"cross", "drive", "sail", "send", "ship", "transport", "bring", "take"}
    | {"transfer", "airlift", "evacuate", "deport", "deploy", "flee", "withdraw"}
    | {"dispatch", "despatch", "head", "walk", "advance", "extradite", "escort"}
)
#: Structures and grounds that things happen "on".
GROUNDS: Final = frozenset(
    {"bridge", "island", "border", "river", "coast", "peninsula", "street", "road"}
    | {"square", "avenue", "beach", "highway", "line", "mountain", "islands", "isle"}
)
#: Sorts of places that a name behind them names: "the border town of Zenda".
SPOTS: Final = frozenset(
    {"town", "city", "village", "capital", "port", "island", "stronghold", "province"}
    | {"region", "state", "district", "resort", "enclave", "suburb", "base", "camp"}
    | {"area", "settlement", "headquarters", "republic", "territory", "kingdom"}
    | {"emirate", "county", "hamlet", "crossing", "oasis", "seat", "hub", "bastion"}
)
#: Verbs of setting out, "for" some place.
LEAVING: Final = frozenset({"leave", "head", "depart", "embark", "fly", "sail"})
#: What talks are about, of which a place is no place of the talks.
TOPICS: Final = frozenset(
    {"crisis", "issue", "problem", "question", "conflict", "war", "dispute", "plan"}
    | {"situation", "case", "standoff", "row", "treaty", "proposal", "policy"}
)
#: Prepositions of who takes part in an occasion.
PARTED: Final = frozenset({"of", "with", "between", "among", "by"})
#: Stopping work, and what it does to a place.
STRIKING: Final = frozenset({"strike", "stoppage", "walkout", "protest", "rally"})
HALTING: Final = frozenset(
    {"paralyse", "paralyze", "hit", "cripple", "disrupt", "shut", "halt", "close"}
)
#: Types whose verb has somebody as object, the place behind it ("met X in Y").
SPOKEN: Final = frozenset({"statement", "talks", "meeting", "call", "signing"})
#: Types whose noun may carry its place in front ("Strelsau talks").
HELD: Final = frozenset({"talks", "meeting", "agreement", "signing", "call"})
#: What is held on dry land, and waters that it may be about.
DRY: Final = HELD | {"walkout", "proposal", "rejection", "impasse", "vote"}
WATERS: Final = frozenset({"Ocean", "Sea", "Gulf", "Strait", "Straits", "River"})


def event_places(
    trigger: Token, support: Token | None, type_: str, cast: Cast
) -> list[Part]:
    """Return where an event is: in, at or near a place, or aimed at one."""
    wanted = AIMED if type_ in {"attack", "visit", "mobilization"} else LOCATIVE
    if type_ == "visit" and lemma(trigger) in LEAVING:
        wanted = wanted | {"for"}
    if type_ == "other" and lemma(trigger) in MOVING and trigger.pos_ == "VERB":
        wanted = wanted | {"to", "into"}
    out: list[Part] = []
    if trigger.pos_ != "VERB":
        phrases = list(noun_phrases(trigger))
        for child in children(trigger, "acl"):
            if lemma(child) in {"aim", "intend", "design", "mean"}:
                continue
            for phrase in obliques(child):
                phrases += [phrase, *noun_phrases(phrase[1])]
        for child in children(trigger, "compound"):
            for part in (child, *children(child, "compound")):
                about = lemma(trigger) in TOPICS  # "discussed the Gulf crisis"
                about = about or rules_itself(part)
                if cast.is_place(part) and type_ in HELD and not about:
                    out += [p for p in cast.places(part) if not is_land(p)]
    else:
        phrases = list(obliques(trigger))
        if type_ in {"visit", "attack"}:
            phrases += [("to", noun) for noun in patients(trigger)]
        elif type_ in {"meeting", "signing", "talks"}:
            phrases += [
                (case, noun)
                for met in children(trigger, "obj")
                for case, noun in noun_phrases(met)
                if case in {"in", "at"} and cast.is_place(noun)
            ]
    if type_ == "attack" and support is not None:
        phrases += [phrase for hit in patients(support) for phrase in noun_phrases(hit)]
    if type_ == "walkout" and trigger.pos_ == "VERB":
        out += [
            p for n in patients(trigger) if cast.is_place(n) for p in cast.places(n)
        ]
    if support is not None and support.i != trigger.i:
        phrases += [
            (case, noun) for case, noun in obliques(support) if noun.i != trigger.i
        ]
    for verb in (trigger, support):
        place = where_it_was(clause_top(verb)) if is_verb(verb) else None
        if place is not None:
            phrases.append(("in", place))
            out += inside(place, cast)
    phrases += added_places(trigger, cast)
    out += beside(trigger, support, type_, cast)
    for case, noun in phrases:
        first = first_conjunct(noun)
        if (
            first.i != noun.i
            and not case_of(noun)
            and not (cast.is_place(first) or has_place(first, cast))
        ):
            continue
        known = cast.is_place(noun) or has_place(noun, cast)
        if case == "over" and type_ in DRY:
            continue  # "bargaining over the future of X"
        if case not in LOCATIVE and case in wanted:
            known = known or any(
                e.country or e.kind == "place" for e in cast.all_at(noun)
            )
        ground = case == "on" and trigger.pos_ == "VERB" and noun.lower_ in GROUNDS
        if (case in wanted or ground) and known:
            out += cast.places(noun)
        elif (case in wanted and (case in LOCATIVE or type_ == "attack")) or (
            type_ in SPOKEN
            and trigger.pos_ == "VERB"
            and case in {"to", "with", "behind", "for", "amid"}
        ):
            out += [
                place
                for inner, found in noun_phrases(noun)
                if inner in LOCATIVE and cast.is_place(found)
                for place in cast.places(found)
            ]
    out = out or nested_places(trigger, support, type_, cast)
    return [p for p in out if type_ not in DRY or p.name.split()[-1] not in WATERS]


def is_verb(token: Token | None) -> TypeGuard[Token]:
    """True for a verb."""
    return token is not None and token.pos_ == "VERB"


def clause_top(verb: Token) -> Token:
    """Return the verb that opens the clause of "where workers plan to vote"."""
    while verb.dep_ == "xcomp" and verb.head.i < verb.i and verb.head.pos_ == "VERB":
        verb = verb.head
    return verb


def beside(trigger: Token, support: Token | None, type_: str, cast: Cast) -> list[Part]:
    """Return places that a tree hangs on who took part: "talks with X in Geneva".

    Only towns; the country that somebody is from is no place of the event. "Here" is
    where the report is from, and strikers strike where they work.
    """
    out: list[Part] = []
    near = [found for found in (trigger, support) if found is not None]
    for found in near:
        if any(child.lower_ == "here" for child in found.children) and cast.site:
            out.append(replace(cast.site, position=found.idx))
        out += place_before(found, cast)
    out += doers_towns(trigger, support, type_, cast)
    whose: list[Token] = []
    if type_ in HELD - {"call"} and trigger.pos_ != "VERB":
        whose = [n for case, n in noun_phrases(trigger) if case in PARTED]
    elif type_ == "statement" and trigger.pos_ == "VERB":
        whose = patients(trigger)
    elif lemma(trigger) in STRIKING:
        whose = [noun for found in near for noun in agents(found)]
        for child in children(trigger, "acl:relcl"):
            if lemma(child) in HALTING:
                out += [p for n in patients(child) for p in towns(n, cast)]
    for noun in whose:
        for case, inner in noun_phrases(noun):
            if case in {"in", "at"}:
                out += towns(inner, cast)
            if case == "at" and cast.is_place(inner):
                out += [p for p in cast.places(inner) if is_spot(p)]
    return out


def doers_towns(
    trigger: Token, support: Token | None, type_: str, cast: Cast
) -> list[Part]:
    """Return the towns that who does it is told to be in: "officials in Oslo said".

    Also where an attack is called by its town: "the Oslo bombing".
    """
    verb = trigger if trigger.pos_ == "VERB" else support
    out: list[Part] = []
    if verb is not None and type_ not in {"visit", "attack", "deadline"}:
        for noun in agents(verb):
            if noun.pos_ == "NOUN" and cast.at(noun) is None:
                for case, inner in noun_phrases(noun):
                    if case in {"in", "at"}:
                        out += towns(inner, cast)
    if type_ == "attack" and trigger.pos_ == "NOUN":
        for child in children(trigger, "compound"):
            if cast.is_place(child):
                out += towns(child, cast)
    return out


def towns(noun: Token, cast: Cast) -> list[Part]:
    """Return the towns that a noun names, or that its phrase is in."""
    found = cast.places(noun) if cast.is_place(noun) or has_place(noun, cast) else []
    found += [
        part
        for case, inner in noun_phrases(noun)
        if case in {"in", "at"} and cast.is_place(inner)
        for part in cast.places(inner)
    ]
    return [
        part
        for part in found
        if part.id and find_cities(part.name) and not is_land(part)
    ]


def is_land(part: Part) -> bool:
    """True for a country, which has its talks without being where they are."""
    return any(part.name == known["name"] for known in countries().values())


def place_before(token: Token, cast: Cast) -> list[Part]:
    """Return the place that "met there" takes up: the last that words lead to."""
    there = [c for c in children(token, "advmod") if c.lower_ == "there"]
    if not there or there[0].i < token.i:
        return []
    sent = token.sent
    first = sent.start if sent.start == 0 else token.doc[sent.start - 1].sent.start
    for word in reversed(token.doc[first : token.i]):
        if word.pos_ != "PROPN" or not cast.is_place(word):
            continue
        if case_of(word) in LOCATIVE | {"to", "into", "from", "for", "of"}:
            return [replace(p, position=there[0].idx) for p in cast.places(word)][:1]
        if word.dep_ in {"obj", "nsubj", "nsubj:pass"}:
            return [replace(p, position=there[0].idx) for p in cast.places(word)][:1]
    return []


def added_places(trigger: Token, cast: Cast) -> list[tuple[str, Token]]:
    """Return the places of "to Oslo today and to Bergen on Friday" after the first."""
    below = children(trigger, "obl:unmarked", "nmod:unmarked", "obl", "nmod")
    return [
        (case_of(found), found)
        for head in (trigger, *below)
        for found in children(head, "conj")
        if case_of(found) and found.pos_ == "PROPN" and cast.is_place(found)
    ]


def has_place(noun: Token, cast: Cast) -> bool:
    """True for "the northern city of X" and "the X region"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or lemma(noun) in TOPICS:
        return False
    below = children(noun, "appos", "compound", "flat")
    below += [found for case, found in noun_phrases(noun) if case == "of"]
    return any(cast.is_place(child) for child in below)


def names_spot(noun: Token, cast: Cast) -> bool:
    """True for "the border town of Zenda" and "the Ruritanian capital, Strelsau"."""
    if lemma(noun) not in SPOTS:
        return False
    of = [inner for case, inner in noun_phrases(noun) if case == "of"]
    return any(cast.is_place(n) for n in [*of, *children(noun, "appos")])


def goal_place(verb: Token, cast: Cast) -> bool:
    """True where a verb goes to a place or acts on one."""
    for case, noun in obliques(verb):
        if case not in {"to", "in", "into", "for", "at"}:
            continue
        if cast.is_place(noun) or names_spot(noun, cast):
            return True
    return any(cast.is_place(noun) for noun in patients(verb))
