"""Witnesses for what a name that no list holds is: a person, a place, a body."""

# Votes are fractions; the stubs of Counter know whole numbers only.
# mypy: disable-error-code="assignment"

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from extract.cities import find_cities
from extract.firm_names import AMPERSANDS, is_firm, of_firm
from extract.gazetteer import fold, given_names, people_of, words
from extract.name_runs import Piece
from extract.name_titles import courtesy, is_office
from extract.parties import head_of
from extract.town_names import before_state
from extract.word_sets import spaced

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

Votes = Counter[str]

#: What follows the name of a company, what goes before it, and what buys it.
_TRADED: Final = spaced("shares stock shareholders stockholders holders common bonds")
_BOUGHT: Final = spaced(
    "stake stakes shares stock takeover bid bids offer holders unit"
)
_BUYING: Final = spaced("acquire acquiring acquired")

#: What an organisation is called before its name.
_ORG_NOUNS: Final = spaced(
    """
    union unions company group bank airline charity agency firm militia carrier giant
    broadcaster newspaper network movement party faction alliance coalition watchdog
    regulator supermarket automaker manufacturer operator utility exchange retailer
    lender brokerage insurer publisher startup platform federation organisation
    organization association club
    """
)

_ENT: Final = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "PLACE": "place",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "MISC": "other",
    "EVENT": "other",
    "NORP": "people",
}
_IN: Final = {
    "in": 1.5,
    "near": 2.0,
    "outside": 2.0,
    "around": 1.0,
    "at": 0.7,
    "from": 0.6,
    "to": 0.5,
    "into": 1.2,
    "inside": 1.5,
    "across": 1.2,
    "throughout": 1.5,
    "toward": 0.8,
    "towards": 0.8,
    "over": 0.3,
    "through": 0.7,
    "on": 0.0,
}
SPEAKS: Final = spaced(
    """
    say tell add ask announce insist warn vow deny claim accuse urge stress note
    write explain reply respond argue comment remark assure admit acknowledge
    recall quip concede reiterate reaffirm meet speak visit arrive resign die
    marry lead thank travel believe
    """
)


def votes(doc: Doc, pieces: tuple[Piece, ...], index: int, block_first: int) -> Votes:
    """Return how strongly each kind is borne out by one sight of a name.

    Args:
        doc: a document with tags; entity labels and a parse where there are any.
        pieces: the capitalised run.
        index: which piece is asked about.
        block_first: index of the first token of its block.
    """
    piece = pieces[index]
    found: Votes = Counter()
    _by_shape(piece, found)
    _by_model(doc, piece, found)
    _by_neighbours(doc, pieces, index, block_first, found)
    _by_parse(doc, piece, found)
    _by_cities(piece, found)
    _by_place_in_text(doc, pieces, index, block_first, found)
    return found


def person_inside(doc: Doc, piece: Piece) -> Piece:
    """Return a name without the words that the model leaves out of a person's.

    "Rival Ana Ruiz" is "Ana Ruiz"; a given name or an initial is never cut off.
    """
    heads = words("organizations", "heads", "words") | words(
        "regions", "heads", "words"
    )
    if is_firm(piece.words):
        return piece
    inside = [doc[w.first].ent_type_ == "PERSON" for w in piece.words]
    if all(inside) or not any(inside) or any(w.text in heads for w in piece.words):
        return piece
    first = inside.index(True)
    last = len(inside) - inside[::-1].index(True)
    lead = piece.words[:first]
    if any(
        fold(w.text.split("-")[0]) in given_names() or len(w.text) <= 2 for w in lead
    ):
        first = 0
    if any(doc[w.first].pos_ in {"PROPN", "X"} for w in piece.words[last:]):
        last = len(inside)
    kept = piece.words[first:last]
    return Piece("core", kept) if kept else piece


def _by_shape(piece: Piece, found: Votes) -> None:
    texts = [w.text for w in piece.words]
    orgs, grounds = (
        words("organizations", "heads", "words"),
        words("regions", "heads", "words"),
    )
    firm = is_firm(piece.words) or bool(AMPERSANDS & set(texts))
    if firm:
        found["organization"] += 5
    if texts[-1] in orgs or (len(texts) > 1 and (texts[0] in orgs or firm)):
        found["organization"] += 4
    elif any(t in orgs for t in texts):
        found["organization"] += 3
    elif texts[-1] in grounds or (texts[0] in grounds and len(texts) > 1):
        found["place"] += 3
    elif any(t in {"of", "for", "&"} for t in texts):
        found["organization"] += 1.5
    if len(texts) == 1:
        if texts[0].isupper() and 2 <= len(texts[0].replace(".", "")) <= 6:
            found["organization"] += 3 if len(texts[0].replace(".", "")) > 2 else 2
            found["person"] -= 1.5
        elif fold(texts[0]) in given_names():
            found["person"] += 0.4
        return
    first = fold(texts[0].split("-")[0])
    if firm or any(t in orgs or t in grounds for t in texts):
        return
    if first in given_names() and not people_of(texts[0]):
        found["person"] += 3
    if any(len(t) == 2 and t[1] == "." and t[0].isupper() for t in texts[:-1]):
        found["person"] += 2.5
    if any(t.lower().startswith(("al-", "el-")) for t in texts[1:]):
        found["person"] += 1.5


def _by_model(doc: Doc, piece: Piece, found: Votes) -> None:
    first, last = piece.words[0].first, piece.words[-1].last
    labels = Counter(_ENT.get(doc[i].ent_type_, "") for i in range(first, last + 1))
    labels.pop("", None)
    if not labels:
        return
    label, count = min(labels.items(), key=lambda x: (-x[1], x[0]))
    if 2 * count >= last - first + 1:
        found[label] += 2.5


def _by_neighbours(
    doc: Doc, pieces: tuple[Piece, ...], index: int, block_first: int, found: Votes
) -> None:
    piece = pieces[index]
    before = pieces[index - 1] if index else None
    first, last = piece.words[0].first, piece.words[-1].last
    if before is not None and before.part == "title":
        found["person"] += 6 if before.words[-1].text in courtesy() else 4
        return
    if index + 1 < len(pieces) and pieces[index + 1].part == "title":
        found["person"] -= 3
        found["organization"] += 1
    if index == 0 or (before is not None and before.part == "people"):
        word = doc[first - 1] if first > block_first else None
        if word is not None and is_office(word.lower_) and not word.is_space:
            found["person"] += 3.5 if len(piece.words) > 1 else 2.5
        if word is not None and word.lower_ in _ORG_NOUNS and not word.is_space:
            found["organization"] += 3
            found["person"] -= 1
        if word is not None and word.lower_ in {"the", "a", "an"}:
            found["person"] -= 2.5
            found["organization"] += 0.8
        if word is not None and word.lower_ in _IN and not index:
            found["place"] += _IN[word.lower_]
    follows = doc[last + 1] if last + 1 < len(doc) else None
    if follows is None:
        return
    if follows.lower_ in words("regions", "heads", "nouns"):
        found["place"] += 3
    if follows.lower_ in _TRADED or _is_traded(doc, first, block_first):
        found["organization"] += 2.5
        found["person"] -= 1
    if (
        first - 2 >= block_first
        and doc[first - 1].lower_ == "of"
        and (doc[first - 2].lower_ in words("regions", "heads", "nouns"))
    ):
        found["place"] += 3
    if follows.text == "," and last + 3 < len(doc):
        window = [doc[i] for i in range(last + 2, min(last + 8, len(doc)))]
        for token in window:
            if token.text in {",", "."} or token.pos_ in {"VERB", "AUX"}:
                break
            if is_office(token.lower_):
                found["person"] += 2.5
                break
        if window and window[0].lower_ == "who":
            found["person"] += 3
        if _is_told_body(doc[last + 2 : last + 11]):
            found["organization"] += 4
    if doc[first - 1].text == "," and first - 2 >= block_first:
        for i in range(first - 2, max(block_first, first - 12), -1):
            if doc[i].text in {",", "."} or doc[i].pos_ in {"VERB", "AUX"}:
                break
            if is_office(doc[i].lower_):
                found["person"] += 2
                break


def _is_traded(doc: Doc, first: int, block_first: int) -> bool:
    """True for "a bid for X", "a stake in X", "to acquire X"."""
    left = [doc[i].lower_ for i in range(max(block_first, first - 2), first)]
    if left[-1:] and left[-1] in _BUYING:
        return True
    return len(left) > 1 and left[-1] in {"in", "for", "of"} and left[-2] in _BOUGHT


def _is_told_body(window: Span) -> bool:
    """True for "the state-owned operator," behind a name and its comma."""
    if window[0].lower_ not in {"the", "a", "an"}:
        return False
    bodies = _ORG_NOUNS | words("references", "companies", "told")
    for noun, behind in pairwise(window[1:]):
        if behind.text == "," and noun.lower_ in bodies:
            return True
        if noun.pos_ not in {"NOUN", "ADJ", "PROPN", "PUNCT", "VERB", "ADV"}:
            return False
    return False


def _by_parse(doc: Doc, piece: Piece, found: Votes) -> None:
    head = head_of(doc, piece.words[0].first, piece.words[-1].last)
    if head.dep_ == "nsubj" and head.head.lemma_.lower() in SPEAKS:
        found["person"] += 1.2
        found["organization"] += 0.6
        found["place"] -= 0.5


def _by_cities(piece: Piece, found: Votes) -> None:
    cities = find_cities(piece.text)
    if not cities:
        return
    best = cities[0]
    if best.primary:
        found["place"] += (
            2.0
            if best.population > 200_000
            else 1.2
            if best.population > 30_000
            else 0.8
        )
    elif best.population > 100_000 and len(piece.text) > 4:
        found["place"] += 1.2
    if len(piece.words) > 1 and fold(piece.words[0].text) not in given_names():
        found["place"] += 1.5


def in_dateline(doc: Doc, piece: Piece, block_first: int) -> bool:
    """True for a name that tells where a report was written: ``GENOA, June 3 -``.

    In capitals at the head of a block, and a dash follows soon; or it is a city and
    the next words are in lower case.
    """
    first, last = piece.words[0].first, piece.words[-1].last
    text = piece.text
    if first - block_first > 3 or not text.isupper() or len(text) <= 3:
        return False
    after = [doc[i] for i in range(last + 1, min(last + 8, len(doc)))]
    if any(t.text in {"-", "\u2013", "\u2014", "--"} for t in after):
        return True
    shouted = any(t.is_upper for t in after[:2] if len(t) > 1)
    return not shouted and bool(find_cities(text))


def _by_place_in_text(
    doc: Doc, pieces: tuple[Piece, ...], index: int, block_first: int, found: Votes
) -> None:
    """Datelines; what is annexed or shelled; what is part of a state."""
    piece = pieces[index]
    first, last = piece.words[0].first, piece.words[-1].last
    after = [doc[i] for i in range(last + 1, min(last + 8, len(doc)))]
    if in_dateline(doc, piece, block_first):
        found["place"] += 4
    town = before_state(doc, last) or of_firm(doc, first)
    if town and not any(
        w.text in words("organizations", "heads", "words") for w in piece.words
    ):
        found["place"] += 6
    left = [doc[i].lower_ for i in range(max(block_first, first - 3), first)]
    if left and (
        left[-1] in _GROUND_VERBS
        or (left[-1] == "the" and left[-2:-1] and left[-2] in _GROUND_VERBS)
    ):
        found["place"] += 1.6
    if len(left) >= 2 and left[-1] == "of" and left[-2] in _GROUND_NOUNS:
        found["place"] += 1.8
    if [t.lower_ for t in after[:1]] == ["is"] and "part" in {
        t.lower_ for t in after[1:3]
    }:
        found["place"] += 2.5
    if (
        after
        and after[0].text == ","
        and last + 2 < len(doc)
        and left[-1:]
        and left[-1] in _IN
    ):
        found["place"] += 1.0


_GROUND_VERBS: Final = spaced(
    """
    annexed annex annexes occupy occupied occupies seize seized capture captured
    retake retook recapture recaptured shell shelled bomb bombed bombing shelling
    besiege besieged liberate liberated invade invaded evacuate evacuated enter
    entered leave left visit visited reach reached cover discussing control
    """
)
_GROUND_NOUNS: Final = spaced(
    """
    status fate territory annexation occupation siege control part north south
    east west city town village port region province capital island state
    outskirts suburb bombing shelling liberation invasion battle evacuation coast
    streets people residents
    """
)
