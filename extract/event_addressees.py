"""To whom something is said, offered or done: "accused X", "an offer for Y".

An accusation, a promise, a bid or an arrest has somebody at its other end, who takes
part in it without doing it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, noun_phrases, obliques, patients
from extract.inflections import lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast, Part

#: Types that are addressed to, or done to, somebody.
ADDRESSED: Final = frozenset(
    {"statement", "pledge", "proposal", "other", "agreement", "sanction"}
)
#: Prepositions that bring to whom or against whom, by type.
TOWARDS: Final = {
    "statement": frozenset({"against", "to"}),
    "pledge": frozenset({"to"}),
    "proposal": frozenset({"to", "for", "before"}),
    "other": frozenset({"against", "for"}),
    "sanction": frozenset({"on", "against"}),
}
#: Prepositions that bring to whom something is done, or before whom it is brought.
RECEIVING: Final = frozenset({"to", "with", "before", "against"})
#: Verbs that buy a company, or make one of two.
ACQUIRING: Final = frozenset(
    {"acquire", "buy", "purchase", "take", "merge", "combine", "absorb"}
)
#: What is bought of a company, and stands for it.
SHARES: Final = frozenset(
    {"share", "stock", "stake", "holding", "unit", "asset", "interest", "control"}
    | {"%", "percent", "rest", "remainder", "half", "majority", "third", "quarter"}
)
#: Verbs that only carry what a noun tells to somebody: "gave X its assurances".
CARRYING: Final = frozenset(
    {"give", "make", "send", "issue", "offer", "hand", "submit", "deliver", "present"}
    | {"extend", "direct", "address", "write", "put", "renew", "repeat", "file"}
)
#: What sanctions stop, and whose it is.
TRADED: Final = frozenset(
    {"trade", "export", "import", "shipment", "sale", "good", "product", "commerce"}
    | {"oil", "travel", "flight", "bank", "official", "asset", "company", "firm"}
)
#: Labels of turns that are undone or asked of a court: "withdrew its bid for X".
DEALINGS: Final = frozenset(
    {"Lawsuit", "Acquisition", "Extension", "Withdrawal of a proposal", "Expulsion"}
    | {"Change of office", "Arrest", "Release of captives", "Invitation"}
)


def addressees(
    token: Token, support: Token | None, type_: str, label: str, cast: Cast
) -> list[Part]:
    """Return who is at the other end of what a verb or noun tells.

    Args:
        token: the event's trigger.
        support: the verb that lets a noun happen ("gave assurances"), or ``None``.
        type_: its type.
        label: what the trigger is called.
        cast: the document's entities.
    """
    if type_ not in ADDRESSED:
        return []
    if type_ == "other" and label not in DEALINGS:
        return at_the_other_end(token, cast)
    nouns = bought(token, cast)
    if type_ == "agreement":
        return named(nouns, cast)
    things = patients(token) if token.pos_ == "VERB" else [token]
    if token.pos_ == "VERB":
        nouns += things if type_ != "proposal" else []
        nouns += children(token, "iobj")
        phrases = list(obliques(token))
    else:
        phrases = []
        if support is not None and (lemma(support) in CARRYING or type_ == "sanction"):
            nouns += children(support, "iobj")
            phrases += [(case, n) for case, n in obliques(support) if case != "for"]
    for thing in things:
        phrases += noun_phrases(thing)
        nouns += bought(thing, cast)
    for case, noun in phrases:
        if case in TOWARDS.get(type_, frozenset()):
            if case == "for" and not is_body(noun, cast):
                nouns += whose_shares(noun, cast)
                continue
            nouns.append(noun)
            if type_ == "sanction" and lemma(noun) in TRADED:
                nouns += [
                    found
                    for inner, found in noun_phrases(noun)
                    if inner in {"with", "to", "from", "of"}
                ]
                nouns += children(noun, "amod", "nmod:poss", "compound")
    told = at_the_other_end(token, cast) if type_ == "other" else []
    return named(nouns, cast) + told


def at_the_other_end(verb: Token, cast: Cast) -> list[Part]:
    """Return to whom, or to whose thing, something is done, by their names.

    "Acme handed the papers to the police", "the court threw out Acme's complaint".
    """
    if verb.pos_ != "VERB":
        return []
    things = [thing for thing in patients(verb) if thing.pos_ == "NOUN"]
    nouns = [noun for noun in patients(verb) if noun.pos_ == "PROPN"]
    nouns += children(verb, "iobj")
    nouns += [noun for case, noun in obliques(verb) if case in RECEIVING]
    for thing in things:
        nouns += children(thing, "nmod:poss")
        nouns += [noun for case, noun in noun_phrases(thing) if case in RECEIVING]
        nouns += whose_shares(thing, cast)
    return [
        part
        for part in named(
            [n for n in nouns if n.pos_ != "PRON" or n.lower_ == "its"], cast
        )
        if cast.entities[part.id or ""].kind != "place"
    ]


def whose_shares(noun: Token, cast: Cast) -> list[Token]:
    """Return the companies of "for 100% of Acme's shares" and "for Acme stock"."""
    if lemma(noun) not in SHARES:
        return []
    below = [found for case, found in noun_phrases(noun) if case in {"of", "in"}]
    below += children(noun, "compound", "nmod:poss")
    below += [n for found in below for n in children(found, "compound", "nmod:poss")]
    return [found for found in below if is_body(found, cast)][:1]


def bought(token: Token, cast: Cast) -> list[Token]:
    """Return the companies that are to be bought: "agreed to acquire X"."""
    out: list[Token] = []
    verbs = [token] if lemma(token) in ACQUIRING and token.pos_ == "VERB" else []
    verbs += [
        verb
        for verb in children(token, "xcomp", "acl", "advcl")
        if lemma(verb) in ACQUIRING
    ]
    for verb in verbs:
        for thing in children(verb, "obj"):
            whose = children(thing, "compound", "nmod:poss")
            whose += [n for case, n in noun_phrases(thing) if case in {"of", "in"}]
            found = [thing] if is_body(thing, cast) else whose
            if lemma(thing) in SHARES or found == [thing]:
                out += [noun for noun in found if is_body(noun, cast)][:1]
        out += [
            noun
            for case, noun in obliques(verb)
            if case in {"with", "in"} and is_body(noun, cast)
        ]
    return out


def is_body(noun: Token, cast: Cast) -> bool:
    """True for the name of a company or another body, not of a country."""
    entity = cast.at(noun)
    return entity is not None and entity.kind == "organization"


def named(nouns: list[Token], cast: Cast) -> list[Part]:
    """Return the people, parties and bodies among some nouns, by their names."""
    out: list[Part] = []
    for noun in nouns:
        for part in cast.strictly(noun):
            known = cast.entities.get(part.id or "")
            if known is None or (known.kind == "place" and known.country is None):
                continue
            if known.kind == "place" and case_of(noun) in {"for", "in"}:
                continue
            out.append(part)
    return out
