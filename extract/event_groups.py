"""Groups without a name, and whom they belong to: "major powers", "Irish farmers".

A state stands for what belongs to it where that acts for the state (its ministry,
its delegation), never for those who are merely of the country (its opposition, its
workers, its companies).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.body_kinds import is_of_workers
from extract.clauses import children, first_conjunct, noun_phrases
from extract.event_lexicon import event_lexicon
from extract.gazetteer import fold, look_up, people_of
from extract.inflections import lemma
from extract.occupations import occupations

if TYPE_CHECKING:
    from spacy.tokens import Token

#: Who is sent by somebody else and stands for them.
SENT: Final = frozenset(
    {"envoy", "negotiator", "delegate", "representative", "delegation", "team"}
    | {"mediator", "diplomat", "leader", "head", "chief"}
)


#: Bodies of which an article means the one it is about: "a ministry paper".
BODIES: Final = frozenset(
    {"administration", "agency", "airline", "army", "authority", "bank", "board"}
    | {"cabinet", "chair", "committee", "commission", "company", "council", "court"}
    | {"delegation", "department", "employer", "federation", "firm", "government"}
    | {"industry", "junta", "leadership", "management", "mediator", "military"}
    | {"ministry", "opposition", "panel", "parliament", "party", "presidency", "state"}
    | {"treasury", "union", "utility"}
)
#: Adjectives of parts of the world and of peoples without one country.
PEOPLES: Final = frozenset(
    {"Asian", "African", "European", "American", "Arab", "Latin", "Western", "Eastern"}
    | {"Islamic", "Muslim", "Christian", "Jewish", "Kurdish", "Nordic", "Baltic"}
    | {"Balkan", "Caribbean", "Pacific", "Atlantic", "Central", "Persian", "Andean"}
)
#: Groups that are of a country and do not stand for it: "Irish farmers".
CIVIL: Final = frozenset(
    {"association", "party", "farmer", "union", "company", "firm", "student"}
    | {"producer", "consumer", "carrier", "bank", "exporter", "court", "judge"}
    | {"importer", "trader", "resident", "citizen", "protester", "voter"}
    | {"airline", "manufacturer", "grower", "breeder", "club"}
    | {"newspaper", "lawyer", "activist", "rebel", "militant", "insurgent", "group"}
    | {"opposition", "separatist", "guerrilla", "fighter", "demonstrator", "people"}
    | {"supporter", "villager", "refugee", "prisoner", "parent", "pupil"}
    | {"movement", "faction", "coalition", "militia", "owner", "investor", "clergy"}
)
#: People who work for somebody, who does not do what they do.
WORKERS: Final = occupations() - {"guard"}  # a coast guard is its country's
#: More people that take part without a name.
PEOPLE: Final = frozenset(
    {"extremist", "terrorist", "bomber", "attacker", "supporter", "follower", "aide"}
    | {"adviser", "marcher", "investigator", "agent", "diplomat", "monk", "cleric"}
)
#: Organs that are called by their country and are not its government.
NAMED_ORGANS: Final = frozenset(
    {"police", "parliament", "senate", "court", "judiciary", "legislature", "lawmaker"}
)
#: Bodies that sit and decide, and what an urgent meeting is one of.
SITTING: Final = frozenset(
    {"council", "assembly", "committee", "commission", "parliament", "cabinet"}
)
#: Words before a noun that put a group against those who govern its country.
OPPOSED: Final = frozenset(
    {"opposition", "rebel", "separatist", "insurgent", "dissident", "guerrilla"}
    | {"secessionist", "militant", "exile", "exiled", "anti-government", "civil"}
)
#: Offices that a name may follow after a comma.
OFFICES: Final = frozenset(
    {"minister", "commissioner", "envoy", "representative", "ambassador", "chairman"}
    | {"president", "secretary", "negotiator", "mediator", "chief", "head", "leader"}
    | {"director", "coordinator", "chair", "counterpart", "premier", "chancellor"}
    | {"chairwoman", "governor", "commander", "spokesman", "spokeswoman", "delegate"}
)
#: Organs that act for the body that they belong to: "the union's executive".
ORGANS: Final = frozenset(
    {"body", "executive", "board", "committee", "leadership", "directorate"}
    | {"unit", "subsidiary", "arm", "affiliate", "division", "parent"}
    | {"presidium", "bureau", "spokesperson", "spokeswoman", "boss", "camp", "aide"}
)
#: Lands that only their name tells from others: "the breakaway region of X".
LANDS: Final = frozenset(
    {"region", "republic", "province", "territory", "kingdom", "enclave", "entity"}
    | {"island", "emirate", "state", "sultanate", "principality", "colony"}
)

#: Words for some of several, who are told behind them.
PORTIONS: Final = frozenset(
    {"most", "some", "many", "all", "several", "half", "part", "rest", "both", "none"}
    | {"thousands", "hundreds", "dozens", "scores", "majority", "each", "two", "three"}
)
#: Whose people they are by a leader: "her members voted".
FOLLOWERS: Final = frozenset(
    {"member", "union", "party", "delegation", "team", "side", "government", "camp"}
    | {"supporter", "follower", "troop", "force", "fighter", "ministry", "colleague"}
)


def is_actor(noun: Token) -> bool:
    """True for a common noun of people or a body that can take part."""
    known = event_lexicon().actors
    return is_common(noun) and (lemma(noun) in known or lemma(noun) in PEOPLE)


def organ_of(noun: Token) -> str | None:
    """Return "Ruritanian police" for it and for its leaders, ``None`` otherwise."""
    heads = [noun] if lemma(noun) in NAMED_ORGANS else []
    if lemma(noun) in SENT | {"officer", "member", "official"}:
        heads = [c for c in children(noun, "compound") if lemma(c) in NAMED_ORGANS]
    for head in heads:
        before = [*children(noun, "amod", "compound"), *children(head, "amod")]
        for child in before:
            if child.i < head.i and people_of(child.text) is not None:
                return f"{child.text} {head.lower_}"
    return None


def is_counted(noun: Token) -> bool:
    """True for people of a country who are not its state: "all Americans"."""
    if noun.tag_ not in {"NNPS", "NNS"} or people_of(noun.text) is None:
        return False
    first = first_conjunct(noun)
    some = {"all", "some", "many", "most", "several", "any", "other"}
    return any(
        child.dep_ == "nummod" or child.lower_ in some
        for child in (*noun.children, *first.children)
        if child.i < noun.i
    )


def some_of(noun: Token) -> Token:
    """Return of whom a number or a part is: the rebels of "most of the rebels"."""
    if noun.lower_ not in PORTIONS:
        return noun
    return next((found for case, found in noun_phrases(noun) if case == "of"), noun)


def owner_name(noun: Token) -> str:
    """Return a collective that owns a thing ("Consumer demands": consumers)."""
    return owners(noun) if noun.dep_ == "compound" else collective(noun)


def owners(noun: Token) -> str:
    """Return what a noun before a thing names: many, or the one body of that kind.

    "Consumer demands" are of consumers, "a ministry paper" is of the ministry.
    """
    word = noun.lower_
    if noun.dep_ != "compound" or word in BODIES or word.endswith("s"):
        return word
    if word.endswith("y") and word[-2:-1] not in set("aeiou"):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("x", "ch", "sh")) else "s")


def collective(noun: Token) -> str:
    """Return the name of a group that has none: "major powers", "producers"."""
    kept = [
        child
        for child in noun.children
        if child.dep_ in {"amod", "compound"}
        and child.i < noun.i
        and child.pos_ != "NUM"
    ]
    named = [
        inner
        for child in kept
        if child.pos_ == "PROPN"
        for inner in children(child, "compound", "amod", "flat")
        if inner.pos_ == "PROPN" and inner.i < child.i
    ]
    own = {*(child.i for child in (*kept, *named)), noun.i}
    words = [noun.doc[i].text for i in sorted(own)]
    if lemma(noun) == "head":
        words += [
            f"of {n.text}"
            for case, n in noun_phrases(noun)
            if case == "of" and n.lower_ in {"state", "government"}
        ]
    if noun.text.isupper() and len(noun.text) > len("MPS"):  # a shouted headline
        words = [
            word if len(word) <= len("MPS") else word.capitalize() for word in words
        ]
    return " ".join(
        word.lower()
        if word.istitle()
        and not (is_proper(word) or is_a_name(noun, word) or is_land(word, words))
        else word
        for word in words
    )


def is_a_name(noun: Token, word: str) -> bool:
    """True for a word that its article writes with a capital amid a sentence."""
    if word == noun.text:
        return False
    seen = [token for token in noun.doc if token.lower_ == word.lower()]
    if any(token.text.islower() for token in seen):
        return False
    if noun.text.islower() and any(token.pos_ == "PROPN" for token in seen):
        return True  # "Norlandic court" and "Norland court"
    return any(
        token.i > token.sent.start
        and (token.nbor(-1).text.islower() or token.head.text.islower())
        for token in seen
    )


def is_proper(word: str) -> bool:
    """True for an adjective of a country or a part of the world."""
    listed = people_of(word) is not None or word in PEOPLES
    return listed or any(letter.isdigit() for letter in word)


def is_land(word: str, words: list[str]) -> bool:
    """True for a word of a country's or a capital's name before a group."""
    at = words.index(word)
    pairs = (
        word,
        " ".join(words[at : at + 2]),
        " ".join(words[max(at - 1, 0) : at + 1]),
    )
    return word != words[-1] and any(look_up(pair) is not None for pair in pairs)


def is_common(noun: Token) -> bool:
    """True for a common noun, also where a capital makes it look like a name."""
    return noun.pos_ == "NOUN" or noun.tag_ in {"NN", "NNS"}


def is_union(name: str) -> bool:
    """True for the name of a union of workers."""
    words = {word.strip(".,'’") for word in fold(name).split()}
    return len(words) > 1 and is_of_workers(words)


def is_of_a_country(noun: Token) -> bool:
    """True for a group that is of a country and does not stand for it."""
    if lemma(noun) in CIVIL | WORKERS:
        return True
    before = children(noun, "amod", "compound", "nmod:desc")
    return any(child.lower_ in OPPOSED or lemma(child) in OPPOSED for child in before)
