"""Cut a stretch of words that strings several terms together into one term each.

Coordination that a tree misses shows in the words: behind a semicolon, or a comma or
an "and", something begins that reads like a term of its own ("and Ruritania's ...",
"not to place ...", ", after which ...", "and an end to ...", ", and the quota will").
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.provisions import CONDITION, Term, trimmed
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: How many words a subject may have before its auxiliary.
SUBJECT: Final = 9
#: Words that begin a noun phrase which is new to the reader.
NEW: Final = frozenset({"a", "an", "no", "full", "free", "better", "higher", "lower"})


def split(term: Term, doc: Doc, *, listed: bool = False) -> list[Term]:
    """Return the terms that one stretch of words strings together.

    Args:
        term: the words.
        doc: the document.
        listed: they follow a colon, so that a bare adjective may begin a term too.
    """
    cuts = [term.first]
    in_list = False
    for index in range(term.first + 2, term.last - 1):
        if doc[index].text == ";":
            cuts.append(index + 1)
            in_list = False
            continue
        if that_clause(doc, index, term.last) and index > cuts[-1] + 2:
            cuts.append(index + 1)
            in_list = False
            continue
        clause = clause_start(doc, index, term.last)
        if (
            clause is not None
            and clause > cuts[-1] + 2
            and is_ruled(doc, cuts[-1], index)
        ):
            cuts.append(clause)
            in_list = False
            continue
        begin = starts_term(doc, index, listed=listed)
        if begin is None or begin <= cuts[-1] + 1 or begin >= term.last:
            continue
        left, right = doc[cuts[-1] : index].text, doc[begin : term.last].text
        relative = begin + 1 < len(doc) and doc[begin + 1].lower_ == "which"
        if CONDITION.search(left) and not relative:
            continue
        if numbered_item(doc, cuts[-1], index, begin, term.last, in_list=in_list):
            in_list = in_list or doc[index].text == ","
            cuts.append(begin)
            continue
        ahead, behind = topics_of(left), topics_of(right)
        apart_enough = bool(ahead) or (index - cuts[-1] > 3 and not relative)
        if behind and apart_enough and (behind[0] not in ahead or relative or ahead):
            cuts.append(begin)
            in_list = in_list or doc[index].text == ","
    edges = [*cuts[1:], term.last]
    out = [trimmed(doc, a, b, term.rule) for a, b in zip(cuts, edges, strict=True)]
    return [found for found in out if found is not None]


def that_clause(doc: Doc, index: int, last: int) -> bool:
    """True where "and that A be done" goes on with clauses begun by "that"."""
    if doc[index].lower_ not in {"and", ","} or index + 3 >= last:
        return False
    that, after = doc[index + 1], doc[index + 2]
    if that.lower_ != "that" or that.dep_ != "mark":
        return False
    return after.pos_ in {"DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM"}


def is_ruled(doc: Doc, first: int, last: int) -> bool:
    """True where words hold a clause told as what will be, or as what is."""
    return any(
        token.tag_ == "MD"
        or (token.tag_ in {"VBZ", "VBP"} and has_subject(token, first))
        for token in doc[first:last]
    )


def has_subject(verb: Token, first: int) -> bool:
    """True for a finite verb of a clause of its own whose subject stands before it."""
    head = verb if verb.pos_ == "VERB" else verb.head
    if head.dep_ not in {"ROOT", "conj", "parataxis"}:
        return False
    return any(
        child.dep_.startswith(("nsubj", "expl")) and first <= child.i < verb.i
        for child in head.children
    )


def clause_start(doc: Doc, index: int, last: int) -> int | None:
    """Return where ", and the quota will ..." begins behind a joint, or ``None``."""
    token = doc[index]
    at = index + 1
    if token.text == ",":
        if at < last and doc[at].lower_ in {"and", "but"}:
            at += 1
    elif token.lower_ not in {"and", "but"} or doc[index - 1].text == ",":
        return None
    while at < last and doc[at].is_space:
        at += 1
    nouns = False
    for found in doc[at : min(at + SUBJECT, last)]:
        if found.tag_ == "MD":
            return at if nouns else None
        if found.tag_ in {"VBZ", "VBP"} and has_subject(found, at):
            return at
        if found.pos_ == "VERB" and found.tag_ not in {"VBN", "VBG"}:
            return None
        if found.text in {",", ";", ":", "(", '"', "\u201c"} or (
            found.tag_
            in {
                "WDT",
                "WP",
                "IN",
            }
            and found.lower_ in {"which", "who", "that", "if", "unless", "because"}
        ):
            return None
        nouns = nouns or found.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
    return None


def numbered_item(
    doc: Doc, first: int, index: int, begin: int, last: int, *, in_list: bool
) -> bool:
    """True where an item of a list begins: "a rise of 3% and an end to shifts".

    What is before has a number or an issue, and what follows is new: an indefinite
    noun phrase, a number, or the last item of a list already under way.
    """
    left = doc[first:index]
    if not any(token.like_num or token.text == "%" for token in left) and not topics_of(
        left.text
    ):
        return False
    word = doc[begin]
    if left[0].lower_ in {"between", "from"} or word.lower_ == "half":
        return False
    if not any(token.pos_ == "NOUN" for token in doc[begin : min(begin + 5, last)]):
        return False
    if word.lower_ in NEW:
        return True
    if word.like_num and doc[index].text == ",":
        return begin - index < 3 and not doc[index - 1].like_num
    return in_list and doc[index].lower_ == "and" and word.pos_ in {"ADJ", "NOUN"}


def starts_term(doc: Doc, index: int, *, listed: bool) -> int | None:
    """Return where a term begins behind a joint at ``index``, or ``None``."""
    token = doc[index]
    if token.text == ",":
        at = index + 1
        if at < len(doc) and doc[at].lower_ in {"and", "or", "nor"}:
            at += 1
    elif token.lower_ in {"and", "nor"} and doc[index - 1].text != ",":
        at = index + 1
    else:
        return None
    while at < len(doc) and doc[at].is_space:
        at += 1
    if at + 1 >= len(doc):
        return None
    word, after = doc[at], doc[at + 1]
    if token.text == "," and word.pos_ == "ADP" and after.lower_ == "which":
        return at
    if after.tag_ == "POS" or (at + 2 < len(doc) and doc[at + 2].tag_ == "POS"):
        return at
    if word.lower_ == "to" or (word.lower_ == "not" and after.lower_ == "to"):
        return at
    if word.lower_ in {"a", "an", "the", "that", "no"} or word.pos_ == "NUM":
        return at
    if word.lower_ in NEW or word.tag_ == "JJR":
        return at
    if listed and word.pos_ in {"ADJ", "NOUN", "VERB"}:
        return at
    return at if word.tag_ == "VBG" and word.dep_ not in {"amod", "compound"} else None
