"""Capitalised runs of words, cut into titles, peoples, known names and the rest.

``Kenyan Foreign Minister Daniel Otieno`` is a people, a title and a name that no
list holds; ``Paris Hilton`` is one name although a list holds its first word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from extract.firm_names import is_bare_form, is_named_for_day
from extract.gazetteer import (
    Known,
    fold,
    given_names,
    look_up,
    people_of,
)
from extract.joint_matters import tells_which
from extract.joint_names import joint_name
from extract.name_cuts import held, is_person_start, of_those, parted
from extract.name_links import (
    CALENDAR,
    LINKS,
    MARKS,
    adjacent,
    link,
    may_link,
    org_heads,
    owns,
    place_heads,
    spelt_out,
)
from extract.name_titles import is_title_word, title_at
from extract.name_words import Stretch, Word
from extract.no_names import names_nobody
from extract.town_names import is_numbered, state_at
from extract.whole_names import whole_name
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc

Part = Literal["people", "title", "known", "core"]

_NO_NAME: Final = frozenset(
    {
        "DET",
        "ADP",
        "PRON",
        "SCONJ",
        "CCONJ",
        "ADV",
        "AUX",
        "INTJ",
        "PART",
        "VERB",
        "NUM",
    }
)
_FIRST_PARTICLES: Final = spaced("de al el van von der den bin ibn da dos du di ul")
_LONGEST_KNOWN: Final = 8
#: Last words of the names of papers, stations and their owners.
_PRESS: Final = spaced(
    "Agency Broadcasting Communications Company Corporation Foundation Gazette Group "
    "Herald Institute Journal Media Network News Post Press Radio Service Services "
    "Telegraph Television Times Tribune Trust TV Zeitung"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a run.

    Attributes:
        part: what it is.
        words: its words.
        known: what the word lists say of it, for ``known`` and ``people``.
    """

    part: Part
    words: tuple[Word, ...]
    known: Known | None = None

    @property
    def text(self) -> str:
        """Its words, joined by spaces; a possessive mark stands at its word."""
        parts = (w.text if w.text in MARKS else f" {w.text}" for w in self.words)
        return "".join(parts).strip()


def runs(doc: Doc, stretch: Stretch) -> Iterator[tuple[Piece, ...]]:
    """Yield the runs of a block as pieces, in reading order.

    In a headline only what the word lists know is found; who else is named
    there is told by the body.
    """
    items = stretch.words
    at = 0
    while at < len(items):
        end = _run_end(doc, items, at, headline=stretch.headline)
        if end == at:
            at += 1
            continue
        cut = _cut(doc, items[at:end], headline=stretch.headline)
        pieces = tuple(piece for piece in cut if not is_bare_form(piece.words))
        if pieces:
            yield pieces
        at = end


def _run_end(doc: Doc, items: tuple[Word, ...], at: int, *, headline: bool) -> int:
    """Return one past the last word of the run that begins at ``at``."""
    if (
        items[at].text in _FIRST_PARTICLES
        and at + 2 < len(items)
        and items[at + 1].text in _FIRST_PARTICLES
        and items[at + 2].capital
        and adjacent(doc, items[at], items[at + 1])
        and adjacent(doc, items[at + 1], items[at + 2])
    ):
        return max(_run_end(doc, items, at + 2, headline=headline), at + 3)
    if (
        items[at].text in _FIRST_PARTICLES
        and at + 1 < len(items)
        and items[at + 1].capital
        and adjacent(doc, items[at], items[at + 1])
        and not known_at(items, at + 1)
        and not people_of(items[at + 1].text)
        and not is_title_word(items[at + 1].text)
    ):
        return max(_run_end(doc, items, at + 1, headline=headline), at + 2)
    if not _opens(doc, items[at]) and not is_named_for_day(doc, items, at):
        known = known_at(items, at)
        if known is None or _opens_body(doc, items, at + len(known.words)):
            return at
        return at + len(known.words)
    whole = whole_name(doc, items, at)
    if whole > at:
        return whole
    spelt = at if headline else spelt_out(doc, items, at)
    if spelt > at and any(w.text == "," for w in items[at:spelt]):
        return spelt
    end = at + 1
    while end < len(items):
        word = items[end]
        owned = owns(doc, items, end)
        if owned > end:
            end = owned
            continue
        if not adjacent(doc, items[end - 1], word):
            break
        if word.text in {"A", "An", "The"} and not known_at(items, end):
            break
        if (
            fold(word.text) in CALENDAR - {"may", "april", "june", "jan"}
            and word.capital
        ):
            break
        if is_numbered(items[end - 1].text, word.text):
            end += 1
            continue
        if word.capital or (
            word.text.isdigit() and look_up(f"{items[end - 1].text} {word.text}")
        ):
            if word.begins and fold(word.text) not in given_names():
                break
            end += 1
            continue
        ahead = end
        while ahead < len(items) and ahead - end < 3 and link(items, ahead):
            ahead += 1
        if (
            ahead > end
            and ahead < len(items)
            and items[ahead].capital
            and adjacent(doc, items[ahead - 1], items[ahead])
            and may_link(items, at, end, ahead)
            and joint_name(doc, items, ahead) == ahead
        ):
            end = ahead + 1
            continue
        break
    return end


def _opens_body(doc: Doc, items: tuple[Word, ...], at: int) -> bool:
    """True where a listed name goes on as a body's: "The Pacific Alliance"."""
    return (
        at < len(items)
        and items[at].text in org_heads()
        and adjacent(doc, items[at - 1], items[at])
    )


def _opens(doc: Doc, word: Word) -> bool:
    if not word.capital or not word.alphabetic or names_nobody(doc, word):
        return False
    low = fold(word.text)
    if low in CALENDAR or len(word.text) == 1:
        return (
            word.text.isupper()
            and len(word.text) == 1
            and low != "i"
            and not word.begins
        )
    if look_up(word.text) or people_of(word.text) or is_title_word(word.text):
        return True
    if not word.begins:
        return doc[word.first].pos_ not in {
            "DET",
            "ADP",
            "PRON",
            "CCONJ",
            "AUX",
        } or bool(doc[word.first].ent_type_)
    if doc[word.first].ent_type_ in {"PERSON", "ORG", "PLACE"}:
        return True
    if doc[word.first].dep_ == "amod" and doc[word.first].head.text.islower():
        return False  # "International mediator Ana Ruiz" opens a sentence
    return doc[word.first].pos_ not in _NO_NAME and doc[word.first].pos_ in {
        "PROPN",
        "NOUN",
        "X",
        "ADJ",
        "",
    }


def known_at(items: tuple[Word, ...], at: int) -> Piece | None:
    """Return the longest listed name that begins at a word."""
    for length in range(min(_LONGEST_KNOWN, len(items) - at), 0, -1):
        chunk = items[at : at + length]
        if chunk[0].text == "the":
            return None
        if not (chunk[0].alphabetic and chunk[-1].alphabetic) and length > 1:
            continue
        text = " ".join(w.text for w in chunk)
        known = look_up(text)
        if known is None and length > 1:
            known = look_up(
                "".join(w.text if w.text == "'s" else f" {w.text}" for w in chunk)
            )
        if known and length == 1 and known.hit == "outlet" and _heads(items, at + 1):
            continue  # "the Ucayali Liberation Army" has nothing of a paper
        if known and (
            length > 1 or chunk[0].text[:1].isupper() or known.hit == "capital"
        ):
            if length == 1 and chunk[0].text.islower() and len(chunk[0].text) < 4:
                continue
            return Piece("known", chunk, known)
    return None


def _heads(items: tuple[Word, ...], at: int) -> bool:
    """True for the last word of a body's name, and not of a paper's or a station's."""
    return at < len(items) and items[at].text in org_heads() - _PRESS


def _cut(doc: Doc, items: tuple[Word, ...], *, headline: bool) -> Iterator[Piece]:
    """Cut a run into pieces; known names swallow the words that they list."""
    state = state_at(doc, items[0]) if len(items) == 1 else ""
    if state:
        yield Piece("known", items, Known("region", state))
        return
    if any(w.text == "," for w in items) or whole_name(doc, items, 0) == len(items):
        yield Piece("core", items)
        return
    pieces: list[Piece] = []
    at = 0
    while at < len(items):
        if pieces and pieces[-1].part == "core" and items[at - 1].text in LINKS:
            last = pieces.pop()
            pieces.append(Piece("core", (*last.words, items[at])))
            at += 1
            continue
        known = known_at(items, at)
        own = bool(known) and at > 0 and tells_which(items[at - 1], items[at:])
        if known and not own and not is_person_start(items, at, known):
            pieces.append(known)
            at += len(known.words)
            continue
        title = title_at(items, at)
        owned = held(items, at, title)
        if owned > at:
            pieces.append(Piece("core", items[at:owned]))
            at = owned
            continue
        if title and pieces and of_those(doc, pieces[-1], title):
            pieces.append(Piece("core", (*pieces.pop().words, *title)))
            at += len(title)
            continue
        if title:
            pieces.append(Piece("title", title))
            at += len(title)
            continue
        people = people_of(items[at].text)
        if people and not (pieces and pieces[-1].part == "core"):
            pieces.append(Piece("people", (items[at],), people))
            at += 1
            continue
        if pieces and pieces[-1].part == "core" and not parted(items, at):
            last = pieces.pop()
            pieces.append(Piece("core", (*last.words, items[at])))
        else:
            pieces.append(Piece("core", (items[at],)))
        at += 1
    if headline:
        pieces = [p for p in pieces if p.part != "title"]
    yield from (pieces if headline else _joined(pieces))


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Join what one name consists of: Paris Hilton, Air France, Syrian Observatory."""
    out: list[Piece] = []
    for piece in pieces:
        last = out[-1] if out else None
        if last is not None and _belongs(last, piece):
            out[-1] = Piece("core", (*last.words, *piece.words))
        else:
            out.append(piece)
    return out


def _belongs(left: Piece, right: Piece) -> bool:
    heads = org_heads() | place_heads()
    if right.part == "core":
        has_head = any(w.text in heads for w in right.words)
        if left.part in {"people", "core"}:
            return has_head and left.words[-1].text not in heads
        if left.part == "known" and left.known is not None:
            if left.known.hit in {"body", "seat", "outlet"}:
                return has_head and right.words[0].text in heads
            return has_head or (len(right.words) <= 2 and left.known.hit != "country")
        if left.part == "title":
            return right.words[0].text in heads and not has_person_shape(right)
    if right.part in {"known", "people"} and left.part == "core":
        if right.part == "people":
            return False
        if _is_surname(left, right):
            return True
        return (
            right.known is not None
            and right.known.hit in {"country", "capital", "region"}
            and (
                len(left.words) == 1
                or left.words[-1].text in {"of", "for", "the", "in"}
            )
            and fold(left.words[0].text) not in given_names()
        ) or any(
            w.text in heads and left.words[-1].text in {"of", "for", "the"}
            for w in left.words
        )
    if right.part == "title" and left.part in {"known", "core", "people"}:
        return False
    return False


def _is_surname(left: Piece, right: Piece) -> bool:
    """True for a place's name behind a given name: "Jim Jordan"."""
    if len(left.words) > 2 or len(right.words) > 1 or right.known is None:
        return False
    lands = {"country", "capital", "region"}
    if left.text.isupper() or right.text.isupper() or right.known.hit not in lands:
        return False
    return all(fold(word.text) in given_names() for word in left.words)


def has_person_shape(piece: Piece) -> bool:
    """True where a name looks like a person's: a given name, or an initial, first."""
    first = piece.words[0].text
    return fold(first.split("-")[0]) in given_names() or (
        len(first) <= 2 and first.endswith(".")
    )
