"""Places that an article names by what they are: "the Norwegian capital"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, noun_phrases
from extract.gazetteer import fold, lexicon, people_of
from extract.inflections import lemma

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

    from extract.records import Entity

#: Verbs by which somebody speaks to a conference.
TELLING: Final = frozenset({"tell", "inform", "address", "assure", "ask", "urge"})


def hears(noun: Token) -> bool:
    """True for a conference that is spoken to or that decides: it has its own days.

    "Told the conference that the 1979 pact worked", "was adopted by the conference".
    """
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return False
    before = noun.doc[max(noun.sent.start, noun.i - 2) : noun.i]
    if any(t.pos_ == "VERB" and lemma(t) in TELLING for t in before):
        return True
    verb = noun.head
    told = verb.pos_ == "VERB" and lemma(verb) in TELLING
    return (told and noun.dep_ in {"obj", "iobj"}) or noun.dep_ == "obl:agent"


#: Verbs and nouns by which something is measured against what was before it.
DIFFERING: Final = frozenset(
    {"deviate", "depart", "differ", "diverge", "stray", "deviation", "departure"}
)


def is_compared(token: Token) -> bool:
    """True for what something else departs from: "from what it had offered in Oslo".

    What it tells is older, and the place of the older is not the place of the newer.
    """
    for above in token.ancestors:
        if lemma(above) in DIFFERING and token.sent.start <= above.i < token.i:
            return any(t.lower_ == "from" for t in token.doc[above.i : token.i])
    return False


def capital_of(country: str | None) -> str | None:
    """Return a country's capital.

    >>> capital_of("NO"), capital_of(None)
    ('Oslo', None)
    """
    known = lexicon("countries").get(country or "", {})
    cities = known.get("capitals", ())
    return str(cities[0]) if cities else None


#: What only a state has.
RULING: Final = frozenset(
    {"government", "parliament", "president", "army", "cabinet", "premier", "king"}
    | {"ambassador", "currency", "constitution", "legislature", "lawmaker", "queen"}
    | {"embassy", "delegation", "troop"}
)


def rules_itself(token: Token) -> bool:
    """True for a land that no list has, whose government its article names.

    "The government of Ruritania" or "Ruritania's army"; talks called by its name are
    not where it is.
    """
    for word in token.doc:
        if word.text != token.text or word.i == token.i:
            continue
        owner = word.dep_ in {"nmod:poss", "nmod", "compound"}
        if owner and lemma(word.head) in RULING:
            return True
    return False


def is_same_town(noun: Token) -> bool:
    """True for "the Black Sea city", with no name of its own: where the report is from.

    "The city of Gao" and "the nearby town" are other places.
    """
    if noun.lower_ not in {"city", "town", "port", "resort"} or noun.dep_ == "compound":
        return False
    if not any(child.lower_ in {"the", "this"} for child in noun.children):
        return False
    if any(True for _ in noun_phrases(noun)) or children(noun, "appos", "flat", "acl"):
        return False
    near = {child.lower_ for child in children(noun, "amod")}
    return not near & {"nearby", "neighbouring", "neighboring", "other", "same", "next"}


def told_capital(
    noun: Token, entities: Mapping[str, Entity], home: str | None
) -> tuple[str, str | None] | None:
    """Return the city and its entity's id for "the Norwegian capital".

    Args:
        noun: the head of the phrase.
        entities: the article's entities by id.
        home: the country the article was written in, for "the capital" alone.
    """
    if noun.lower_ != "capital" or children(noun, "appos", "flat"):
        return None
    if any(child.lower_ in {"commercial", "former", "old"} for child in noun.children):
        return None
    owners = [
        *children(noun, "amod", "nmod:poss", "compound"),
        *(found for case, found in noun_phrases(noun) if case == "of"),
    ]
    codes = [known.country for child in owners if (known := people_of(child.text))]
    for child in owners:
        for entity in entities.values():
            if entity.country and any(
                mention.quoted.start <= child.idx < mention.quoted.end
                for mention in entity.mentions
            ):
                codes.append(entity.country)
    alone = not owners and any(child.lower_ == "the" for child in noun.children)
    city = capital_of(codes[0] if codes else home if alone else None)
    if city is None:
        return None
    for entity in entities.values():
        if fold(entity.name) == fold(city):
            return entity.name, entity.id
        if any(fold(m.quoted.text) == fold(city) for m in entity.mentions):
            return city, entity.id
    return city, None
