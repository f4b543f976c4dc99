"""When words for a place stand for the side that sits there; and sides by common noun.

``Moscow will study Kyiv's proposals`` names two parties, ``the talks in Moscow``
a place. The reading goes by the parse: what the name is to its verb, what it
owns, which preposition it stands behind and what that hangs on.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final, Literal

from extract.gazetteer import words
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Sort = Literal["country", "capital", "seat", "place", "body"]

_PLACE_PREPOSITIONS: Final = spaced(
    """
    in at near outside inside around across through throughout within into over
    above below beyond beside along off past via under onto toward towards
    """
)
_SIDE_PREPOSITIONS: Final = spaced("by against between with versus vs among without")
_GROUND_OF: Final = spaced(
    """
    part north south east west area centre center city capital territory
    occupation invasion annexation siege fall liberation bombardment shelling
    bombing map outskirts edge side suburb district region rest most much
    city-center coast border heart streets people population port town airport
    """
)
_MOVES: Final = spaced(
    """
    travel go return fly drive come arrive head move get fly-out route road trip
    visit journey flight way access corridor march withdraw retreat flee escape
    deport transfer send ship export import
    """
)
_SPEECH: Final = spaced(
    """
    say tell add ask announce insist warn vow pledge deny claim accuse urge demand
    reject propose agree refuse offer call declare state argue stress accept want
    hope expect believe consider support oppose promise threaten decide sign
    negotiate seek need plan intend agree respond reply welcome condemn vote break
    declare demand hold join mediate pull walk withdraw suspend resume
    """
)


@cache
def _verbs(key: str) -> frozenset[str]:
    return words("metonymy", "verbs", key)


@cache
def _nouns(key: str) -> frozenset[str]:
    return words("metonymy", "nouns", key)


def head_of(doc: Doc, first: int, last: int) -> Token:
    """Return the token of a name that the rest of the sentence hangs on."""
    for token in doc[first : last + 1]:
        if not first <= token.head.i <= last or token.head.i == token.i:
            return token
    return doc[last]


def acts(doc: Doc, first: int, last: int, *, sort: Sort) -> bool:
    """True where a name stands for a side that speaks, acts or owns a position.

    Args:
        doc: a document with a parse in Universal Dependencies.
        first: index of the name's first token.
        last: index of its last token.
        sort: what the name names: a seat of power is a side unless the words say
            otherwise; a place that is no state's capital only where it speaks.

    Source:
        Markert and Nissim (2007), SemEval-2007 task 8: place-for-people.
    """
    return _acts(doc, head_of(doc, first, last), sort, set())


def _acts(doc: Doc, head: Token, sort: Sort, seen: set[int]) -> bool:
    if head.i in seen:
        return False
    seen.add(head.i)
    dep, governor = head.dep_, head.head
    base = dep.split(":")[0]
    case = _case(head)
    if base == "conj" and governor.i != head.i and not case:
        return _acts(doc, governor, sort, seen)
    if base in {"appos"} and governor.pos_ == "PROPN" and not case:
        return _acts(doc, governor, sort, seen)
    if base in {"nsubj", "csubj"}:
        return _as_subject(head, governor, dep, sort)
    if dep in {"nmod:poss"} or (
        head.i + 1 < len(doc)
        and doc[head.i + 1].text in {"'s", "’s", "'", "’"}
        and doc[head.i + 1].tag_ == "POS"
    ):
        return _as_owner(governor, sort)
    if (
        base in {"compound", "amod", "flat", "nmod", "dep"}
        and not case
        and governor.i > head.i
    ):
        return _before_noun(governor, sort)
    if base in {"obj", "iobj"}:
        return governor.lemma_.lower() in _verbs("to_side") and sort != "place"
    if dep == "obl:agent" and case not in _PLACE_PREPOSITIONS:
        return sort != "place"
    if case:
        return _after_preposition(head, case, governor, sort)
    if base == "vocative":
        return True
    return sort in {"seat"}


def _case(head: Token) -> str:
    cases = [
        c for c in head.children if c.dep_.split(":")[0] == "case" and c.i < head.i
    ]
    return cases[0].lower_ if cases else ""


def _as_subject(head: Token, verb: Token, dep: str, sort: Sort) -> bool:
    lemma = verb.lemma_.lower()
    if "pass" in dep:
        return sort != "place" and (lemma in _verbs("to_side") or sort == "seat")
    copula = next((c for c in verb.children if c.dep_ == "cop"), None)
    if copula is not None:
        if sort in {"place"}:
            return False
        fits = (
            lemma in _verbs("attitudes")
            or verb.lower_ in _verbs("attitudes")
            or (lemma in _nouns("dealings") and bool(_case(verb)))
        )
        return fits or (sort == "seat" and verb.pos_ == "ADJ")
    if verb.pos_ in {"NOUN", "PROPN", "ADJ"} and sort != "seat":
        return lemma in _verbs("attitudes")
    if sort == "place":
        return lemma in _SPEECH and lemma not in {"hold", "need"}
    if lemma in _verbs("stative"):
        return sort == "seat" or (
            lemma in {"see", "remain", "become", "host"}
            and sort == "country"
            and any(c.dep_ in {"obj", "xcomp", "ccomp"} for c in verb.children)
        )
    return True


def _as_owner(noun: Token, sort: Sort) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _nouns("ground") or (noun.pos_ == "PROPN" and sort == "place"):
        return False
    if lemma in _nouns("owned") or lemma in _nouns("dealings"):
        return sort != "place" or lemma in _nouns("owned")
    if sort in {"country", "seat", "body"}:
        return True
    return sort == "capital" and noun.pos_ != "PROPN"


def _before_noun(noun: Token, sort: Sort) -> bool:
    lemma = noun.lemma_.lower()
    if lemma in _nouns("ground"):
        return False
    if lemma in _nouns("dealings"):
        return sort in {"country", "seat", "body"}
    if lemma in _nouns("owned") or lemma in _nouns("sides") | _nouns("powers"):
        return sort != "place"
    return sort in {"seat", "body"}


def _after_preposition(head: Token, case: str, governor: Token, sort: Sort) -> bool:
    lemma = governor.lemma_.lower()
    if sort == "place":
        return False
    if case in _PLACE_PREPOSITIONS:
        return case in {"in"} and lemma in {"confidence", "trust", "faith"}
    if case in {"with", "between"}:
        if case == "between":
            return lemma not in {
                "border",
                "road",
                "flight",
                "corridor",
                "railway",
                "line",
                "distance",
                "sea",
                "land",
                "pipeline",
                "route",
            }
        return lemma not in {"border", "frontier"}
    if case in _SIDE_PREPOSITIONS:
        return True
    if case == "according":
        return True
    if case == "to":
        if lemma in _MOVES:
            return False
        return (
            lemma in _verbs("to_recipient")
            or lemma in _nouns("owned")
            or lemma in _verbs("to_side")
            or any(t.lower_ in {"according", "thanks", "due"} for t in head.children)
        )
    if case == "from":
        return (
            lemma in _nouns("owned")
            or lemma in _nouns("dealings")
            or (
                lemma
                in {
                    "demand",
                    "hear",
                    "receive",
                    "seek",
                    "want",
                    "obtain",
                    "extract",
                    "get",
                    "win",
                    "secure",
                    "expect",
                    "ask",
                    "come",
                    "guarantee",
                    "request",
                    "official",
                    "officials",
                }
                and lemma != "withdrawal"
            )
        )
    if case == "of":
        if lemma in _GROUND_OF or lemma in _nouns("ground"):
            return False
        return (
            lemma in _nouns("owned")
            or lemma in _nouns("sides")
            or lemma in _nouns("powers")
            or governor.lower_
            in {"leaders", "representatives", "president", "government"}
            or lemma in _verbs("to_side")
            or sort == "seat"
        )
    if case in {"on", "upon"}:
        return lemma in {
            "sanction",
            "pressure",
            "tariff",
            "impose",
            "press",
            "demand",
            "call",
            "blame",
            "depend",
            "rely",
            "condition",
            "embargo",
            "war",
            "fine",
            "duty",
        }
    if case in {"for"}:
        return lemma not in {
            "leave",
            "head",
            "bound",
            "depart",
            "flight",
            "plane",
            "train",
            "fly",
            "sail",
        }
    return sort == "seat"


def side_noun(doc: Doc, index: int) -> str:
    """Return how a noun stands for the side named before it.

    Returns:
        ``"side"`` for "the Russian side", ``"power"`` for "the Syrian
        government", ``""`` for any other noun.
    """
    low = doc[index].lower_
    if low in _nouns("sides"):
        return "side"
    return "power" if low in _nouns("powers") else ""
