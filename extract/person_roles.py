"""Roles that stand beside a person's name: before it, before or after a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.gazetteer import look_up, people_of
from extract.name_titles import courtesy, is_office
from extract.word_sets import spaced

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet

    from spacy.tokens import Doc, Token

    from extract.people import Sight

_LONGEST: Final = 16
_STOPS: Final = frozenset(';:()[]"“”«»—–|•')
_LINKS: Final = frozenset({"of", "for", "to", "at", "in", "on", "from", "with"})
_ARTICLES: Final = frozenset(
    {"the", "a", "an", "his", "her", "their", "its", "one", "another"}
)
_NO_MODIFIER: Final = frozenset(
    {"VERB", "AUX", "PRON", "SCONJ", "ADV", "CCONJ", "ADP", "INTJ"}
)
_ENDS: Final = frozenset(
    {"chief", "general", "president", "minister", "chairman", "founder", "elect"}
)
_LEADS: Final = frozenset({"lead", "head", "chair", "run", "represent", "command"})
_WHEN: Final = spaced(
    """
    last next this monday tuesday wednesday thursday friday saturday sunday week
    month year then today yesterday himself herself themselves
    """
)


def roles_of(
    doc: Doc, sight: Sight, begin: int, taken: AbstractSet[int] = frozenset()
) -> list[tuple[int, int]]:
    """Return the spans of roles that stand beside a name, in reading order.

    Args:
        doc: a document with part-of-speech tags.
        sight: the name.
        begin: index of the first token of the block it stands in.
        taken: indexes of tokens that belong to names of people; a role does not
            run over another person's name unless that owns it ("Ruiz's lawyer").

    Returns:
        ``(start, end)`` characters: before the name ("Kremlin spokesman"),
        before it and a comma ("the head of the Russian delegation,"), after it
        and a comma (", a spokesman for the union"; ", who leads the union").
    """
    found = (
        _before(doc, sight, begin, taken),
        _before_comma(doc, sight, begin, taken),
        _after_comma(doc, sight, taken),
        _who_leads(doc, sight),
    )
    return [span for span in found if span]


def country_in(roles: Iterable[str]) -> str | None:
    """Return the country that roles speak of first, ``None`` where they name none.

    >>> country_in(["chief negotiator", "Kenyan trade minister"])
    'KE'
    """
    for role in roles:
        for word in role.replace("'s", "").replace("’s", "").split():
            known = people_of(word) or (look_up(word) if word[:1].isupper() else None)
            if known is not None and known.country:
                return known.country
    return None


def role_word(token: Token) -> bool:
    """True for the head noun of an office, compounds too ("state-secretary")."""
    low = token.lower_
    if low == "justice" and not token.text[0].isupper():
        return False
    return is_office(low) or low.split("-")[-1] in _ENDS


def _parts(token: Token) -> bool:
    """True for white space that ends a paragraph, not for the end of a line."""
    return token.is_space and token.text not in {"\n", " ", "\n ", " \n"}


def _skipped(doc: Doc, at: int, begin: int) -> int:
    """Return the last token from ``at`` backwards that is no line end."""
    while at > begin and doc[at].is_space and not _parts(doc[at]):
        at -= 1
    return at


def _foreign(doc: Doc, at: int, taken: AbstractSet[int]) -> bool:
    """True where a token belongs to another person who does not own what follows."""
    if at not in taken:
        return False
    end = at
    while end + 1 < len(doc) and end + 1 in taken:
        end += 1
    after = doc[end + 1] if end + 1 < len(doc) else None
    if after is None:
        return True
    return after.tag_ != "POS" and after.pos_ not in {"NOUN", "ADJ", "PROPN"}


def _before(
    doc: Doc, sight: Sight, begin: int, taken: AbstractSet[int]
) -> tuple[int, int] | None:
    """Read the noun phrase that ends where the name begins.

    Its head is the last word, or stands before "of" and the like. "of" and "for"
    are crossed only to a bare singular office ("spokesman for the Russian president"
    before a name); "a spokesman for" is somebody else.
    """
    last = sight.first - 1
    while last >= begin and doc[last].lower_ in {"himself", "herself"}:
        last -= 1
    last = _skipped(doc, last, begin)
    if last < begin or doc[last].is_space:
        return None
    if doc[last].text == "." and not role_word(doc[last - 1]):
        return None
    at, inner, seen = last, -1, False
    while at >= begin and last - at < _LONGEST:
        token = doc[at]
        if _parts(token) or token.text in _STOPS or _foreign(doc, at, taken):
            break
        if token.is_space:
            at -= 1
            continue
        role = role_word(token)
        if token.text in {",", "...", "…", ".", "!", "?"} and at != last:
            break
        if token.lower_ in {"and", "&"}:
            left = doc[at - 1]
            if at == begin or (not role_word(left) and (seen or left.pos_ == "PROPN")):
                break
        elif token.lower_ in _LINKS:
            if at == last or _office_left(doc, at, begin) is None:
                break
            if seen and inner < 0:
                inner = at + 1
        elif token.lower_ in {"the", "a", "an"}:
            if at == last or _office_left(doc, at, begin) is None:
                break
        elif (
            token.pos_ in _NO_MODIFIER
            and not role
            and token.tag_ not in {"VBN", "PRP$"}
        ) or (token.pos_ == "NUM" and not seen):
            break
        seen = seen or role
        at -= 1
    if not seen:
        return None
    first = at + 1
    if inner >= 0 and not _bare_singular(doc, first, inner):
        first = inner
    return _headed(doc, first, last)


def _headed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    """Return the phrase where its head is an office: last, or before "of"."""
    links = [i for i in range(first, last + 1) if doc[i].lower_ in _LINKS]
    head = links[0] - 1 if links else last
    while head > first and (
        doc[head].pos_ in {"PUNCT", "ADV"} or doc[head].lower_ in _WHEN
    ):
        head -= 1
    if head < first or not role_word(doc[head]):
        return None
    return _trimmed(doc, first, last)


def _bare_singular(doc: Doc, first: int, end: int) -> bool:
    """True where an outer office stands without article: it names the person."""
    for at in range(end - 2, first - 1, -1):
        token = doc[at]
        if role_word(token):
            plural = token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("s")
            left = [doc[i] for i in range(max(0, first - 1), at)]
            return not plural and not any(t.lower_ in _ARTICLES for t in left)
    return False


def _office_left(doc: Doc, index: int, begin: int) -> int | None:
    """Return the office that stands shortly left of a preposition or article."""
    for at in range(index - 1, max(begin, index - 4) - 1, -1):
        if role_word(doc[at]):
            return at
        if doc[at].pos_ in {"VERB", "AUX", "PUNCT"} or doc[at].lower_ == "and":
            return None
    return None


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and (
        doc[first].pos_ in {"DET", "PUNCT", "ADP", "CCONJ", "PART", "SPACE"}
        or doc[first].tag_ in {"PRP$", "POS"}
        or doc[first].lower_ in _WHEN
        or doc[first].text in {"'s", "’s", ","}
    ):
        first += 1
    while last >= first and (
        doc[last].pos_ in {"SPACE", "ADP", "CCONJ", "DET"}
        or doc[last].lower_ in _WHEN
        or (doc[last].pos_ == "PUNCT" and doc[last].text != ".")
    ):
        last -= 1
    if first > last:
        return None
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def _before_comma(
    doc: Doc, sight: Sight, begin: int, taken: AbstractSet[int]
) -> tuple[int, int] | None:
    comma = _skipped(doc, sight.first - 1, begin)
    while comma > begin and (
        (role_word(doc[comma]) and doc[comma].text[0].isupper())
        or doc[comma].text in courtesy()
    ):
        comma = _skipped(doc, comma - 1, begin)
    if comma <= begin or doc[comma].text != "," or comma - 1 in taken:
        return None
    at, first = comma - 1, -1
    while at >= begin and comma - at < _LONGEST:
        token = doc[at]
        if _parts(token) or token.text in _STOPS or token.text in {",", "."}:
            break
        if _foreign(doc, at, taken):
            break
        if token.is_space:
            at -= 1
            continue
        if token.pos_ in {"VERB", "AUX", "SCONJ"} and not role_word(token):
            break
        if role_word(token):
            first = at
        at -= 1
    if first < 0:
        return None
    while first - 1 > at and (
        doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN", "PART", "SPACE"}
        or doc[first - 1].tag_ == "POS"
    ):
        first -= 1
    return _headed(doc, first, comma - 1)


def _after_comma(
    doc: Doc, sight: Sight, taken: AbstractSet[int]
) -> tuple[int, int] | None:
    comma = sight.last + 1
    if comma + 1 >= len(doc) or doc[comma].text not in {",", "(", "-", "—", "–"}:
        return None
    first = at = comma + 1 + (doc[comma + 1].text == "\n")
    seen = False
    while at < len(doc) and at - first < _LONGEST:
        token = doc[at]
        if _parts(token) or token.text in _STOPS or token.text in {",", ".", ")"}:
            break
        if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} and not role_word(token):
            if not seen:
                return None
            break
        if not seen and _foreign(doc, at, taken):
            return None
        if role_word(token):
            seen = True
        elif not seen and at - first >= 6:
            return None
        at += 1
    if not seen or at == first or doc[first].pos_ in {"CCONJ", "ADP"}:
        return None
    if any(i in taken for i in range(first, at)) and _names_another(
        doc, first, at, taken
    ):
        return None
    return _trimmed(doc, first, at - 1)


def _who_leads(doc: Doc, sight: Sight) -> tuple[int, int] | None:
    """Read ", who leads the union": the verb with what is led."""
    at = sight.last + 1
    if [t.lower_ for t in doc[at : at + 2]] != [",", "who"]:
        return None
    verb = next((t for t in doc[at + 2 : at + 5] if t.lemma_.lower() in _LEADS), None)
    led = next((c for c in verb.children if c.dep_ == "obj"), None) if verb else None
    if verb is None or led is None or led.i < verb.i or led.pos_ == "PRON":
        return None
    last = led.i
    while last + 1 < len(doc) and doc[last + 1].head.i in {led.i, last}:
        if doc[last + 1].dep_ not in {"flat", "compound", "nmod", "case"}:
            break
        last += 1
    return verb.idx, doc[last].idx + len(doc[last].text)


def _names_another(doc: Doc, first: int, end: int, taken: AbstractSet[int]) -> bool:
    """True where the phrase after the comma is itself a titled name in a list."""
    for at in range(first, end):
        if at in taken:
            return role_word(doc[at - 1]) and doc[at - 1].text[:1].isupper()
    return False
