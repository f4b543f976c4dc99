"""Which words go on a name: what stands between them, and what the name is of.

"Union of Rail Workers", "Dock Workers' Union" and a name that runs over the end of
a line are one name each; "Russia's Defence Ministry" is two.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from extract.doc_text import text_of
from extract.form_marks import is_form
from extract.gazetteer import fold, given_names, look_up, people_of, words
from extract.name_titles import is_office, is_office_domain
from extract.name_words import PARTICLES, Word
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINKS: Final = frozenset({"of", "for", "on", "and", "the", "&", "amp", "in", "to"})
MARKS: Final = frozenset({"'", "’", "'s", "’s"})
#: What bodies that administer or decide are called by, at the end of their names.
ENDING: Final = spaced(
    """
    Administration Agency Association Authority Board Bureau Commission Committee
    Council Department Directorate Federation Fund Institute Institution Ministry
    Office Organisation Organization Service Union
    """
)
_MANY: Final = spaced("people women men children fishermen policemen seamen firemen")
CALENDAR: Final = spaced(
    """
    monday tuesday wednesday thursday friday saturday sunday january february
    march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs fri sat
    sun christmas easter ramadan gmt utc est edt am pm cet bst today tomorrow
    yesterday i ok
    """
)


def adjacent(doc: Doc, left: Word, right: Word) -> bool:
    """True where nothing but a space, or the end of a line, parts two words."""
    between = text_of(doc)[left.end : right.start]
    if between == "" and left.text[-1:] == ".":
        return True
    if "\n" in between and not _runs_on(doc, left, right, between):
        return False
    return between.strip() == "" and between != ""


def _runs_on(doc: Doc, left: Word, right: Word, between: str) -> bool:
    """True where a line ends inside a name, as the model reads it."""
    first, last = doc[right.first], doc[left.last]
    if between.strip(" ") != "\n" or len(between) > 2 or right.begins:
        return False
    held = first.head == last or last.head == first or first.head == last.head
    return held and bool(first.ent_type_) and first.ent_type_ == last.ent_type_


def owns(doc: Doc, items: tuple[Word, ...], end: int) -> int:
    """Return one past a body's head that many own, else ``end``.

    "Workers' Union", "People's Assembly": the owner is a common noun in the plural,
    so that the name is no owner's ("Russia's Defence Ministry").
    """
    left = items[end - 1]
    owned = items[end].text in {"'", "’", "'s", "’s"} and items[end].start == left.end
    if not owned or look_up(left.text) or people_of(left.text):
        return end
    if end + 1 < len(items) and is_form(items[end + 1].text):
        return end + 2  # "Weir's Inc."
    tag = doc[left.last].tag_
    many = left.text.lower() in _MANY or (
        tag in {"NNS", "NNPS"} and left.text[-1] == "s"
    )
    heads = [
        at
        for at in range(end + 1, min(end + 4, len(items)))
        if all(w.capital for w in items[end + 1 : at + 1])
    ]
    ends = [at for at in heads if items[at].text in org_heads()]
    return ends[-1] + 1 if many and left.capital and ends else end


def owns_at(items: tuple[Word, ...], mark: int) -> bool:
    """True where a plural owns a body by its mark: "Allied Workers' Union"."""
    return (
        mark + 1 < len(items)
        and items[mark].text in {"'", "’"}
        and items[mark - 1].text[-1:] == "s"
        and any(w.text in org_heads() for w in items[mark + 1 : mark + 3])
    )


def spelt_out(doc: Doc, items: tuple[Word, ...], at: int) -> int:
    """Return one past the last word of a name that brackets abbreviate, else ``at``.

    "Union of Rail, Maritime and Transport Workers (RMT)": up to the bracket, each
    letter begins a capitalised word; the name begins with the first letter or says
    early what it is a name of.
    """
    for end in range(at + 2, min(at + 12, len(items) - 2)):
        if items[end].text in {".", ";", ":", '"', "(", ")"} and items[end].text != "(":
            return at
        if items[end].text == "(":
            short = items[end + 1].text.replace(".", "")
            if items[end + 2].text != ")" or not short.isupper() or len(short) < 2:
                return at
            heads = "".join(w.text[0] for w in items[at:end] if w.capital)
            rest = iter(heads)
            named = any(w.text in org_heads() for w in items[at : at + 3])
            fits = heads[:1] == short[0] or named
            return end if fits and all(letter in rest for letter in short) else at
    return at


def link(items: tuple[Word, ...], index: int) -> bool:
    """True for a lower-case word that may stand inside a name."""
    return items[index].text in LINKS or items[index].text in PARTICLES


def may_link(items: tuple[Word, ...], at: int, end: int, ahead: int) -> bool:
    """True where lower-case words inside a run belong to one name."""
    between = [w.text for w in items[end:ahead]]
    left = items[at:end]
    if all(b in PARTICLES for b in between):
        return True
    whole = " ".join(w.text for w in items[at : ahead + 1])
    if look_up(whole):
        return True
    head = any(w.text in org_heads() or w.text in place_heads() for w in left)
    if between in (["and"], ["&"], ["amp"]):
        known = _listed(left[::-1]) or _listed(items[ahead:])
        if "and" in between and is_whole(left):
            return False
        if "and" in between and is_of_two_domains(items, at, end, ahead):
            return True
        tail = [w.text for w in items[ahead : ahead + 3]]
        marks = [i for i in (ahead + 1, ahead + 2) if owns_at(items, i)]
        if marks and not known:
            return True
        complete = left[-1].text in org_heads()  # "the Council and the Ministry"
        both = head and not complete and any(t in org_heads() for t in tail)
        return ("and" not in between or both) and not known
    if fold(items[ahead].text) in CALENDAR or (between[0] == "on" and not head):
        return False
    if between[0] in {"of", "for", "on"}:
        office = any(is_office(w.text) for w in left)
        if between[0] == "on" and left[-1].text not in {
            "Commission",
            "Committee",
            "Conference",
            "Council",
            "Convention",
        }:
            return False
        return head or (office and is_office_domain(items[ahead].text))
    return False


def _listed(words: tuple[Word, ...]) -> bool:
    """True where a listed name begins with the first of some words, or ends there."""
    texts = [word.text for word in words[:3]]
    spans = [texts[:length] for length in range(1, len(texts) + 1)]
    return any(look_up(" ".join(s)) or look_up(" ".join(s[::-1])) for s in spans)


def is_whole(left: tuple[Word, ...]) -> bool:
    """True for a name that is told whole before "and": "Acme Corp. and Zenith Inc.".

    "Council" of "the Council and Commission" too, "Ministry of Roads" not.
    """
    if is_form(left[-1].text):
        return len(left) > 1
    inner = {word.text for word in left}
    return len(left) > 1 and left[-1].text in ENDING and not inner & {"of", "for"}


def is_of_two_domains(items: tuple[Word, ...], at: int, end: int, ahead: int) -> bool:
    """True for a body of two things: "the Securities and Exchange Commission"."""
    domain = items[end - 1]
    told = items[at - 1].text.lower() == "the" if at else False
    if end - at > 1:
        told = look_up(items[at].text) is not None or bool(people_of(items[at].text))
    if not told or end - at > 2 or domain.text.isupper() or domain.text in org_heads():
        return False
    if look_up(domain.text) or people_of(domain.text) or is_office(domain.text):
        return False
    if fold(domain.text) in given_names():
        return False
    for word in items[ahead : ahead + 4]:
        if not word.capital or look_up(word.text) or people_of(word.text):
            return False
        if word.text in ENDING:
            return word is not items[ahead]
    return False


@cache
def org_heads() -> frozenset[str]:
    """Return words that organisations are called by."""
    return words("organizations", "heads", "words")


@cache
def place_heads() -> frozenset[str]:
    """Return words that places are called by."""
    return words("regions", "heads", "words")
