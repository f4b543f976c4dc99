"""Who is listed right before a verb that a tree leaves without its subject."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import children, is_passive

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.event_cast import Cast

#: Days that stand between a subject and its verb.
WEEKDAYS: Final = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
    | {"today", "yesterday", "tonight"}
)


def named_before(verb: Token, cast: Cast) -> list[Token]:
    """Return the names listed right before a finite verb that lacks its subject.

    A tree may hang them on a clause or phrase in front: "A month after the talks
    collapsed in rancour, Ruritania, Graustark and Freedonia on Friday initialled it".
    """
    if verb.tag_ not in {"VBD", "VBP", "VBZ"} or is_passive(verb):
        return []
    if children(verb, "nsubj", "nsubj:pass", "csubj") or verb.dep_ == "acl:relcl":
        return []
    doc, first, at = verb.doc, verb.sent.start, verb.i - 1
    while at > first and is_when(doc[at]):
        at -= 1
    found: list[Token] = []
    edge = at
    while at >= first:
        at = before_brackets(doc[at])
        name = cast.at(doc[at])
        if name is None or doc[at].pos_ != "PROPN":
            break
        found.append(doc[at])
        while at >= first and (cast.at(doc[at]) is name or doc[at].lower_ == "the"):
            at -= 1
        edge = at
        while at > first and doc[at].lower_ in {",", "and"}:
            at -= 1
        if at == edge:
            break
    openers = {",", "after", "before", "when", "since", "as"}
    opened = edge < first or doc[edge].lower_ in openers or bool(children(verb, "mark"))
    return found[::-1] if len(found) > 1 and opened else []


def before_brackets(token: Token) -> int:
    """Return where a token stands, or what its closed brackets follow."""
    at = token.i
    if token.text == ")":
        while at > token.sent.start and token.doc[at].text != "(":
            at -= 1
        at -= 1
    return max(at, token.sent.start)


def is_when(token: Token) -> bool:
    """True for a word that only says when or how, between a subject and its verb."""
    if token.pos_ in {"AUX", "ADV"} or token.is_space:
        return True
    return token.lower_ in WEEKDAYS or (
        token.lower_ in {"on", "also"} and token.nbor(1).lower_ in WEEKDAYS
    )
