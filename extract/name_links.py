"""Which words go on a name: what stands between them, and what the name is of.

"Union of Rail Workers", "Dock Workers' Union" and a name that runs over the end of
a line are one name each; "Russia's Defence Ministry" is two.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from extract.doc_text import text_of
from extract.gazetteer import fold, look_up, people_of, words
from extract.name_titles import is_office, is_office_domain
from extract.name_words import PARTICLES, Word
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

LINKS: Final = frozenset({"of", "for", "on", "and", "the", "&", "in", "to"})
MARKS: Final = frozenset({"'", "’", "'s", "’s"})
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
    if between == ["and"] or between == ["&"]:
        known = look_up(left[-1].text) or look_up(items[ahead].text)
        tail = [w.text for w in items[ahead : ahead + 3]]
        marks = [i for i in (ahead + 1, ahead + 2) if owns_at(items, i)]
        if marks and not known:
            return True
        return (
            "&" in between or (head and any(t in org_heads() for t in tail))
        ) and not known
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


@cache
def org_heads() -> frozenset[str]:
    """Return words that organisations are called by."""
    return words("organizations", "heads", "words")


@cache
def place_heads() -> frozenset[str]:
    """Return words that places are called by."""
    return words("regions", "heads", "words")
