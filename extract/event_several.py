"""Words that stand for several whom the article names elsewhere: "both presidents".

Also two names that were read as one, and a name that follows an office behind a comma.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, noun_phrases
from extract.event_groups import OFFICES, PEOPLE, SENT
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.records import Entity

#: Offices of those who lead a country or a side.
HEADS: Final = frozenset({"president", "premier", "leader", "king", "chancellor"})
TWO: Final = 2
#: Mentions of those whom an article is about.
OFTEN: Final = 4
#: Ends of companies' names.
FIRMS: Final = frozenset(
    {"Corp.", "Inc.", "Co.", "Ltd.", "Corp", "Inc", "Co", "Ltd", "PLC", "AG", "S.A."}
)
#: More people who act for their country.
STATE_PEOPLE: Final = frozenset(
    {"official", "authority", "army", "troop", "government"}
)
#: What two countries are called that were named before.
LANDED: Final = frozenset({"country", "nation", "government", "neighbour", "neighbor"})


def several(noun: Token, cast: Cast) -> list[Entity]:
    """Return the two or more that a plural noun stands for, where that is plain.

    Args:
        noun: the head of a phrase without a name.
        cast: the document's entities.
    """
    if noun.tag_ not in {"NNS", "NNPS"}:
        return []
    if lemma(noun) in OFFICES | SENT | PEOPLE | STATE_PEOPLE:
        pair = of_two(noun, cast)
        if pair:
            return pair
    if any(child.lower_ in {"two", "both"} for child in noun.children):
        if lemma(noun) in LANDED:
            return countries_before(noun, cast)
        if lemma(noun) in OFFICES:
            return holders(noun, cast) or countries_before(noun, cast)
    return aides(noun, cast) if lemma(noun) in OFFICES | PEOPLE | HEADS else []


def of_two(noun: Token, cast: Cast) -> list[Entity]:
    """Return the two countries of "officials from the two countries"."""
    whose = [found for case, found in noun_phrases(noun) if case in {"of", "from"}]
    whose += children(noun, "nmod:poss")
    for owner in whose:
        two = any(child.lower_ in {"two", "both"} for child in owner.children)
        plural = owner.dep_ == "nmod:poss" and owner.tag_ == "NNS"
        if lemma(owner) in LANDED and (two or plural):
            return countries_before(owner, cast)
    return []


def holders(noun: Token, cast: Cast) -> list[Entity]:
    """Return the two who hold an office, or whom the article is about."""
    offices = HEADS if lemma(noun) == "leader" else {lemma(noun)}
    everybody = [e for _, e in sorted(cast.entities.items()) if e.kind == "person"]
    fitting = [
        entity
        for entity in everybody
        if any(
            {word.removesuffix("s") for word in role.lower().split()} & offices
            for role in entity.roles
        )
    ]
    often = [entity for entity in everybody if len(entity.mentions) >= OFTEN]
    if len(fitting) != TWO and lemma(noun) != "leader":
        often = [entity for entity in often if entity in fitting or not entity.roles]
    people = fitting if len(fitting) == TWO else often
    return people if len(people) == TWO else []


def countries_before(noun: Token, cast: Cast) -> list[Entity]:
    """Return the two countries that "the two countries" takes up.

    Those named before it in its sentence and the sentence before, if two.
    """
    first = noun.sent.start
    if first:
        first = noun.doc[first - 1].sent.start
    lands = {
        entity.country: entity
        for token in noun.doc[first : noun.i]
        for entity in cast.all_at(token)[:1]
        if entity.country is not None
    }
    named = [entity for entity in lands.values() if entity.kind == "party"]
    named = named if len(named) == TWO else list(lands.values())
    return named if len(named) == TWO else []


def aides(noun: Token, cast: Cast) -> list[Entity]:
    """Return the people of "two aides to X, the adviser A and the secretary B"."""
    behind = [token for token in noun.subtree if token.i > noun.i]
    comma = next((token.i for token in behind if token.text == ","), None)
    clause = [t.left_edge.i for t in behind if t.dep_ in {"acl:relcl", "acl"}]
    if comma is None:
        return []
    people = {
        entity.id: entity
        for word in behind
        if comma < word.i < min(clause, default=noun.sent.end) and word.pos_ == "PROPN"
        for entity in cast.all_at(word)[:1]
        if entity.kind == "person"
    }
    return list(people.values()) if len(people) > 1 else []


def appended(noun: Token, cast: Cast) -> Entity | None:
    """Return the person whose name follows an office: "the envoy, Ms Berg"."""
    if noun.pos_ not in {"NOUN", "PROPN"} or lemma(noun) not in OFFICES:
        return None
    doc, last = noun.doc, noun.i
    inside = {token.i for token in noun.subtree if token.text != ","}
    while last + 1 in inside:
        last += 1
    end = noun.sent.end
    if last + 2 >= end or doc[last + 1].text != ",":
        return None
    for token in doc[last + 2 : min(last + 5, end)]:
        people = [e for e in cast.all_at(token) if e.kind == "person"]
        if people and token.pos_ == "PROPN":
            return people[0]
        if token.pos_ != "PROPN":
            return None
    return None


def halves(entity: Entity, noun: Token, cast: Cast) -> list[tuple[str, str | None]]:
    """Return both of two companies that a name takes for one.

    Where the tree tells them apart, only the one that the noun is of.
    """
    both = entity.name.split(" and ")
    if entity.kind != "organization" or len(both) != TWO:
        return []
    if not all(half.rpartition(" ")[2] in FIRMS for half in both):
        return []
    found: list[tuple[str, str | None]] = []
    at = [half for half in both if noun.text in half.split()]
    beside = any(child.text in entity.name.split() for child in children(noun, "conj"))
    for half in at if len(at) == 1 and (beside or noun.dep_ == "conj") else both:
        known = [
            other
            for _, other in sorted(cast.entities.items())
            if other.id != entity.id and half.startswith(other.name)
        ]
        found.append((known[0].name, known[0].id) if known else (half, None))
    return found
