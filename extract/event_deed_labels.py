"""What a deed is called: its clause as a headline has it.

"State Department lifts warning against travel to Kenya": who does it, what in the
present, to what, and the phrase that it cannot do without; nothing that is cut short.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import case_of, children, is_passive
from extract.deed_clauses import made_into
from extract.deed_lexicon import deed_lemma
from extract.event_cast import behind_office
from extract.event_tags import happenings
from extract.inflections import lemma, verb_forms

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spacy.tokens import Token

    from extract.event_cast import Cast
    from extract.records import Statement

#: Words of a label at most, of a phrase in it, and at least.
MOST: Final = 10
MOST_OF_ONE: Final = 5
LEAST: Final = 3
#: Words that a headline leaves out at the head of a phrase.
LEFT_OUT: Final = frozenset(
    {"the", "a", "an", "its", "his", "her", "their", "our", "my", "this", "these"}
    | {"that", "those", "some", "such", "your", "whose", "also", "only", "own"}
    | {"it's", "both", "'s", "’s", "then", "later"}
)
#: Prepositions of phrases that say what a deed was done to, in order of weight.
WEIGHT: Final = ("of", "to", "from", "against", "for", "on", "with", "into", "in", "at")
#: Words that name nobody and nothing.
NOBODY: Final = ("no ", "any ", "one ", "other ", "many of", "such ", "every", "each ")
#: Those that say whom.
ORDERING: Final = frozenset(
    {"order", "instruct", "direct", "command", "authorize", "authorise", "allow", "ask"}
    | {"permit", "invite", "urge", "forbid"}
)
#: Words that stand for something told before.
ECHOES: Final = frozenset({"one", "ones", "more", "much", "many", "others", "same"})
#: Nouns of phrases that only tie a clause to others.
LINKS: Final = frozenset(
    {"connection", "response", "addition", "case", "order", "part", "return", "way"}
    | {"favor", "favour", "line", "light", "view", "search", "protest", "turn", "end"}
    | {"result", "time", "moment", "effort", "move", "bid", "exchange", "basis"}
)
#: Ends of names in the plural.
PLURAL: Final = re.compile(r"(?:ist|crat|eral|ican|tive|ian|alist)s$", re.I)
#: Adverbs that belong to the verb before them.
PARTICLES: Final = frozenset(
    {"back", "away", "out", "down", "off", "up", "over", "in", "aside", "apart"}
    | {"home"}
)
#: Words that end no label.
OPEN: Final = frozenset(
    {"of", "to", "the", "a", "an", "and", "or", "for", "in", "on", "at", "by", "with"}
    | {"from", "as", "against", "into", "its", "his", "her", "their", "inc.", "co."}
)
#: Ends of companies' names that name nobody by themselves.
FIRMS: Final = frozenset({"co.", "inc.", "corp.", "ltd.", "plc", "company", "s.a."})
#: Verbs by which somebody gets an office: "named chief negotiator".
NAMING: Final = frozenset({"name", "appoint", "elect", "designate", "make", "nominate"})
#: Verbs whose infinitive says what was ordered, allowed or begun.
CARRIERS: Final = frozenset(
    {"order", "instruct", "direct", "command", "authorize", "authorise", "allow"}
    | {"permit", "invite", "ask", "urge", "begin", "start", "stop", "finish", "cease"}
    | {"announce", "seek", "forbid", "request", "continue", "resume", "complete"}
)


def deed_label(
    verb: Token,
    doers: Sequence[Token],
    objects: Sequence[Token],
    cast: Cast,
    statement: Statement | None,
    days: frozenset[int],
) -> str | None:
    """Return what a deed is called, ``None`` where its words make no headline.

    Args:
        verb: the word that tells it.
        doers: who does it; of nobody's deed what is done is told of its object.
        objects: what is acted on.
        cast: the document's entities.
        statement: the utterance it stands in, for "we".
        days: the tokens of dates, which a label leaves out.
    """
    who = named(doers or objects, cast, statement, days)
    if not who or not (doers or is_passive(verb)) or who.lower().startswith(NOBODY):
        return None
    if doers:
        plural = is_plural(doers, who, cast)
        told = [present(deed_lemma(verb), plural=plural)]
    else:
        told = [str(verb.lower_)]
    told += particles(verb)
    what = named(objects, cast, statement, days) if doers else ""
    if objects and doers and (not what or what == who):
        return None
    words = [*who.split(), *told, *what.split()]
    if len(words) > MOST + 2:
        return None
    if is_cut(verb, doers, objects):
        return None
    goes_on = infinitive(verb, cast, days, MOST - len(words))
    if goes_on[:1] == ["to"] and deed_lemma(verb) == "announce" and not objects:
        words = who.split()  # "Minister to offer reward"
    words += goes_on
    for office in made_into(verb) if deed_lemma(verb) in NAMING else ():
        words += phrase_of(office, days).split()
    words += phrases(verb, objects[-1:] if doers else (), cast, days, MOST - len(words))
    while words and words[-1].lower() in OPEN:
        words.pop()
    plain = all(word.replace("-", "").isalpha() for word in words)
    happening = any(n.lower_ in happenings() for n in objects)
    whole = happening or (plain and deed_lemma(verb) not in NAMING)
    least = LEAST - (whole and not doers)
    if len(words) < least or words[0].lower() in OPEN:
        return None  # "Vote delayed", "Firm founded"; not "Minister named"
    label = " ".join(unshouted(words, verb, cast)).strip(" ,;:")
    return label[:1].upper() + label[1:]


def particles(verb: Token) -> list[str]:
    """Return the particles of a verb, also those a tree calls adverbs: "pull back"."""
    return [
        str(child.lower_)
        for child in children(verb, "compound:prt", "advmod")
        if child.dep_ == "compound:prt"
        or (child.i == verb.i + 1 and child.lower_ in PARTICLES)
    ]


def unshouted(words: list[str], verb: Token, cast: Cast) -> list[str]:
    """Return words of a headline in capitals as a sentence has them."""
    if not verb.is_upper or len(verb) < LEAST:
        return words
    names = {
        part.upper(): part
        for entity in cast.entities.values()
        for part in entity.name.split()
    }
    small = {token.text for token in verb.doc if token.is_lower}
    return [
        names.get(word, word.lower())
        if word.isupper()
        and (word in names or len(word) > LEAST or word.lower() in small)
        else word
        for word in words
    ]


def is_cut(verb: Token, doers: Sequence[Token], objects: Sequence[Token]) -> bool:
    """True for a clause whose words without what it goes on with say something else.

    "The judge found the action unconstitutional", "ordered them to leave".
    """
    rest = [c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i]
    if deed_lemma(verb) in NAMING:
        offices = {office.i for office in made_into(verb)}
        rest = [c for c in rest if c.i not in offices]
    if not rest:
        return False
    carries = deed_lemma(verb) in CARRIERS
    if deed_lemma(verb) in ORDERING and doers and not objects:
        return any(c.tag_ == "VB" for c in rest)
    return not carries and any(c.tag_ not in {"VBG", "VBN"} for c in rest)


def named(
    nouns: Sequence[Token],
    cast: Cast,
    statement: Statement | None,
    days: frozenset[int],
) -> str:
    """Return nouns as a label has them, "" where they cannot be named."""
    if not nouns:
        return ""
    if len(nouns) > 1 and not joined(nouns):
        nouns = [n for n in nouns if n.ent_type_ == "PERSON"][-1:] or nouns[:1]
    if len(nouns) > 2 and any(noun.pos_ != "PROPN" for noun in nouns):
        nouns = nouns[:1]
    nouns = [noun for noun in nouns if noun.pos_ != "SYM"] or nouns
    found: list[str] = []
    for noun in nouns[:3]:
        text = name_of(noun, cast, statement, days)
        if text and text not in found:
            found.append(text)
    if not found or len(found) == 1:
        return found[0] if found else ""
    return ", ".join(found[:-1]) + f" and {found[-1]}"


def joined(nouns: Sequence[Token]) -> bool:
    """True for nouns that "and" joins, and not for a name behind what it is of."""
    return any(child.dep_ == "cc" for noun in nouns for child in noun.children) or any(
        t.dep_ == "cc" for t in nouns[0].doc[nouns[0].i : nouns[-1].i]
    )


def name_of(
    noun: Token, cast: Cast, statement: Statement | None, days: frozenset[int]
) -> str:
    """Return a noun as a label has it: a name, or its words without their articles."""
    if noun.tag_ in {"PRP", "PRP$", "WP", "WDT", "DT", "EX"} or noun.pos_ == "PRON":
        first = noun.lower_ in {"we", "i"}
        if first and statement is not None and statement.speaker:
            return statement.speaker
        known = [part for part in cast.strictly(noun) if part.id is not None]
        return known[0].name if known else ""
    if noun.pos_ == "SYM":
        return amount(noun)
    if noun.pos_ in {"NUM", "ADV", "X"}:
        return ""
    entity = cast.at(noun)
    place = entity is not None and entity.kind == "place"
    if noun.pos_ == "PROPN" and noun.tag_ != "NNPS" and not place:
        parts = cast.strictly(noun)
        if parts and parts[0].id is not None and parts[0].name.lower() not in FIRMS:
            return parts[0].name
    person = behind_office(noun, cast)
    if person:
        return person
    words = phrase_of(noun, days)
    if words.lower() in ECHOES:
        return ""
    return "" if words.lower() in FIRMS - {"company"} else words


def amount(sign: Token) -> str:
    """Return a sum of money, "" for a bare sign.

    "$500 million" of "transferred $500 million".
    """
    figures = [t for t in sign.subtree if t.i > sign.i and t.pos_ == "NUM"]
    if not figures or figures[0].i != sign.i + 1 or len(figures) > 2:
        return ""
    if figures[-1].i + 1 < len(sign.doc) and figures[-1].nbor().text in {"-", "a"}:
        return ""  # "$10-a-share"
    return str(sign.doc[sign.i : figures[-1].i + 1].text)


def phrase_of(noun: Token, days: frozenset[int]) -> str:
    """Return the words of a noun phrase that name it, "" where they are too many."""
    if any(token.i in days for token in (noun, *noun.lefts)):
        return ""
    joints = {"cc", "case"}
    cases = [c.i for c in noun.lefts if c.dep_ in joints and c.lower_ != "than"]
    lefts = [c for c in noun.lefts if c.i > max(cases, default=-1)]
    first = min([noun.i, *(c.left_edge.i for c in lefts)])
    last = max([noun.i, *(c.i for c in noun.rights if c.dep_ in {"flat", "compound"})])
    left = [t for t in noun.doc[first : last + 1] if not t.is_space]
    words = spelt(left)
    if len(words.split()) > MOST_OF_ONE:
        left = [t for t in left if t.dep_ not in {"amod", "advmod", "cc", "punct"}]
        words = spelt(left)
    if not words or len(words.split()) > MOST_OF_ONE + 1:
        return ""
    for child in noun.rights:
        if child.dep_ == "nmod" and case_of(child) == "of":
            if child.pos_ in {"SYM", "NUM", "PRON"}:
                break
            below = phrase_of(child, days)
            if below and len(words.split()) + len(below.split()) < MOST_OF_ONE:
                words += f" of {below}"
            break
    return words


#: Nouns of time, which say when and not what.
TIMELY: Final = re.compile(
    r"^(?:january|february|march|april|may|june|july|august|september|october|november"
    r"|december|(?:mon|tues|wednes|thurs|fri|satur|sun)day|days?|weeks?|months?|years?"
    r"|summer|winter|spring|autumn|fall|\d+)$"
)


def of_what(noun: Token) -> str:
    """Return what a noun's deed was done to, as a label has it, "" where unsaid.

    "The expulsion of six diplomats on Monday": "six diplomats".
    """
    for child in noun.rights:
        if child.dep_ != "nmod" or case_of(child) != "of":
            continue
        if child.pos_ not in {"NOUN", "PROPN"} or child.ent_type_ == "PERSON":
            return ""
        return "" if TIMELY.search(child.lower_) else phrase_of(child, frozenset())
    return ""


def spelt(tokens: Iterable[Token]) -> str:
    """Return tokens as text, without articles at the head."""
    ordered = sorted(tokens, key=lambda t: t.i)
    while ordered and (ordered[0].lower_ in LEFT_OUT or ordered[0].is_punct):
        ordered = ordered[1:]
    text = ""
    for at, token in enumerate(ordered):
        if token.text in {"`", "``", "''", '"', "“", "”", "("}:
            continue
        follows = at + 1 < len(ordered)
        tight = follows and ordered[at + 1].i == token.i + 1 and not token.whitespace_
        text += token.text + ("" if tight else " ")
    return " ".join(text.split())


def infinitive(verb: Token, cast: Cast, days: frozenset[int], most: int) -> list[str]:
    """Return what was ordered, allowed or begun: "to leave hotel", "using port"."""
    if deed_lemma(verb) not in CARRIERS:
        return []
    for inner in children(verb, "xcomp", "advcl", "ccomp"):
        marked = any(c.lower_ == "to" for c in children(inner, "mark"))
        doing = inner.tag_ == "VBG" and inner.dep_ == "xcomp"
        if inner.i < verb.i or not (marked or doing):
            continue
        words = ["to", deed_lemma(inner)] if marked else [str(inner.lower_)]
        words += [str(child.lower_) for child in children(inner, "compound:prt")]
        objects = children(inner, "obj")
        if objects:
            words += named(objects, cast, None, days).split() or ["?"]
        if "?" not in words and len(words) <= most:
            return words + phrases(inner, objects, cast, days, most - len(words))
    return []


def phrases(
    verb: Token,
    objects: Sequence[Token],
    cast: Cast,
    days: frozenset[int],
    most: int,
) -> list[str]:
    """Return the phrases behind a verb and its object that say more, in their order."""
    found: list[tuple[int, int, list[str]]] = []
    for owner in (*objects, verb):
        for child in owner.children:
            case = case_of(child)
            if child.dep_ not in {"nmod", "obl"} or case not in WEIGHT:
                continue
            if len(children(child, "case")) > 1 or child.pos_ == "PRON":
                continue
            if any(c.i < child.i for c in children(child, "advmod")):
                continue  # "next to the crater"
            if lemma(child) in LINKS:
                continue
            if child.i < verb.i or any(t.i in days for t in child.subtree):
                continue
            if owner.i != verb.i and case == "of" and owner.pos_ != "PROPN":
                continue  # told with its noun
            text = name_of(child, cast, None, days)
            if text and len(text.split()) < MOST_OF_ONE:
                found.append((WEIGHT.index(case), child.i, [case, *text.split()]))
    kept: list[tuple[int, list[str]]] = []
    for _, at, words in sorted(found):
        if len(words) <= most and len(kept) < 2:
            kept.append((at, words))
            most -= len(words)
    return [word for _, words in sorted(kept) for word in words]


def present(word: str, *, plural: bool) -> str:
    """Return a verb in the present.

    >>> present("deny", plural=False), present("reach", plural=False)
    ('denies', 'reaches')
    """
    if plural:
        return word
    forms = sorted(form for form in verb_forms(word) if form != word)
    if word.endswith("o"):
        return word + "es"
    return next((form for form in forms if form.endswith("s")), word + "s")


def is_plural(nouns: Sequence[Token], text: str, cast: Cast) -> bool:
    """True for several doers, or one that is told of in the plural."""
    if len(nouns) > 1 and " and " in text:
        return True
    head = nouns[0]
    if head.lower_ in {"police", "people"}:
        return True
    parts = cast.strictly(head)
    by_name = bool(parts) and parts[0].name == text and parts[0].id is not None
    if by_name and head.pos_ in {"PRON", "PROPN"}:
        return head.tag_ == "NNPS" and PLURAL.search(text) is not None
    return head.tag_ in {"NNS", "NNPS"}
