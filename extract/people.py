"""Names of people in one article: variants of one name, roles, gender.

A surname joins the full name that carries it when just one person of the article
does; else the one named last. A role is what stands before the name or beside it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from extract.gazetteer import fold, given_names, lexicon
from extract.name_runs import courtesy, is_office
from extract.name_words import PARTICLES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_ROLE: Final = 16
_NO_MODIFIER: Final = frozenset(
    {"VERB", "AUX", "PRON", "SCONJ", "ADV", "CCONJ", "ADP", "INTJ"}
)
_STOPS: Final = frozenset(';:()[]"“”«»—–|')
_SUFFIXES: Final = frozenset("jr jr. sr sr. ii iii iv".split())


@dataclass(slots=True)
class Sight:
    """A name of a person where it stands.

    Attributes:
        text: the name, without titles.
        first: index of its first token.
        last: index of its last token.
        titles: titles that stand before it.
    """

    text: str
    first: int
    last: int
    start: int
    end: int
    titles: tuple[str, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """Its folded words; a particle glued by a hyphen is cut off."""
        return name_parts(self.text)


@dataclass(slots=True)
class Person:
    """A person of one article while the article is being read."""

    sights: list[Sight] = field(default_factory=list)

    @property
    def fullest(self) -> Sight:
        """The sight with most words, the earliest of them."""
        return max(self.sights, key=lambda s: (len(s.parts), len(s.text), -s.start))


def name_parts(text: str) -> tuple[str, ...]:
    """Return the folded parts of a name that tell people apart.

    >>> name_parts("Bashar al-Assad"), name_parts("de Mistura")
    (('bashar', 'assad'), ('mistura',))
    """
    parts = []
    for word in fold(text).replace("'", "").split():
        pieces = word.split("-")
        if pieces[0] in PARTICLES | {"al", "el", "as", "az", "an"} and len(pieces) > 1:
            pieces = pieces[1:]
        bare = "-".join(pieces)
        if bare and bare not in PARTICLES and bare not in _SUFFIXES:
            parts.append(bare)
    return tuple(parts) or (fold(text),)


def cluster(sights: list[Sight]) -> list[Person]:
    """Return the people of an article, each with all sights of its name.

    Args:
        sights: names of people in reading order.
    """
    people: list[Person] = []
    for sight in sorted(sights, key=lambda s: (-min(len(s.parts), 2), s.start)):
        if len(sight.parts) < 2:
            continue
        home = next(
            (p for p in people if _compatible(p.fullest.parts, sight.parts)), None
        )
        if home is None:
            home = Person()
            people.append(home)
        home.sights.append(sight)
    singles: dict[str, Person] = {}
    for sight in sorted(sights, key=lambda s: s.start):
        if len(sight.parts) >= 2:
            continue
        home = _home(sight, people)
        if home is None:
            home = singles.get(sight.parts[0]) or _nearly(sight.parts[0], singles)
            if home is None:
                home = singles[sight.parts[0]] = Person()
        home.sights.append(sight)
    out = [*people, *singles.values()]
    for person in out:
        person.sights.sort(key=lambda s: s.start)
    return sorted(out, key=lambda p: p.sights[0].start)


def _nearly(name: str, singles: dict[str, Person]) -> Person | None:
    return next((p for key, p in singles.items() if nearly(key, name)), None)


def _home(sight: Sight, people: list[Person]) -> Person | None:
    """Return the person a single name belongs to: surname, else any part."""
    name = sight.parts[0]
    for places in (slice(-1, None), slice(None, 1), slice(1, -1)):
        fits = [p for p in people if any(name in s.parts[places] for s in p.sights)]
        if not fits:
            fits = [
                p
                for p in people
                if len(name) >= 6
                and places == slice(-1, None)
                and any(nearly(s.parts[-1], name) for s in p.sights)
            ]
        if len(fits) == 1:
            return fits[0]
        if fits:
            before = [
                (s.start, i)
                for i, p in enumerate(fits)
                for s in p.sights
                if s.start < sight.start
            ]
            return fits[max(before)[1]] if before else fits[0]
    return None


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """True where two full names of one article can be one person's."""
    if left == right or "".join(left) == "".join(right):
        return True
    if left[-1] != right[-1] and not (
        len(left[-1]) >= 5 and nearly(left[-1], right[-1])
    ):
        return False
    first, other = left[0], right[0]
    return (
        first == other
        or (len(first) == 1 and other.startswith(first))
        or (len(other) == 1 and first.startswith(other))
        or nearly(first, other)
        or (min(len(left), len(right)) >= 2 and (first in right or other in left))
    )


def nearly(left: str, right: str) -> bool:
    """True where two words differ by one letter, doubled letters and y/i aside.

    >>> nearly("medinsky", "medinski"), nearly("bush", "bosh")
    (True, False)
    """
    if left == right:
        return True
    a, b = _simple(left), _simple(right)
    if a == b:
        return True
    if min(len(a), len(b)) < 6 or abs(len(a) - len(b)) > 1 or a[0] != b[0]:
        return False
    short, long = sorted((a, b), key=len)
    i = next(
        (i for i, (x, y) in enumerate(zip(short, long, strict=False)) if x != y),
        len(short),
    )
    return short[i + (len(short) == len(long)) :] == long[i + 1 :]


def _simple(word: str) -> str:
    out = ""
    for c in word.replace("yy", "y").replace("iy", "y").replace("ij", "y"):
        c = "i" if c in "yj" else c
        if not out or out[-1] != c:
            out += c
    return out


def gender_of(titles: tuple[str, ...], roles: tuple[str, ...], full: str) -> str | None:
    """Return ``"f"``, ``"m"`` or ``None``: titles first, roles next, given name last."""
    told = {g for t in titles if (g := courtesy().get(t, "n")) != "n"}
    if len(told) == 1:
        return told.pop()
    gendered = lexicon("roles")["gendered"]
    told = {
        g
        for g in ("f", "m")
        for role in roles
        if role.lower().split()
        and role.lower().split()[-1] in gendered[g]
        or any(w in gendered[g] for w in role.lower().split()[:2])
    }
    if len(told) == 1:
        return told.pop()
    parts = fold(full).split()
    if len(parts) < 2:
        return None
    gender = given_names().get(parts[0].split("-")[0], "-")
    return gender if gender in {"f", "m"} else None


def roles_of(doc: Doc, sight: Sight, begin: int) -> list[tuple[int, int]]:
    """Return the spans of roles that stand beside a name, in reading order.

    Args:
        doc: a document with part-of-speech tags.
        sight: the name.
        begin: index of the first token of the block it stands in.

    Returns:
        ``(start, end)`` characters: before the name ("Kremlin spokesman"),
        before it and a comma ("the head of the Russian delegation,"), after it
        and a comma (", a spokesman for the union").
    """
    spans = [
        span
        for span in (
            _before(doc, sight, begin),
            _before_comma(doc, sight, begin),
            _after_comma(doc, sight),
        )
        if span
    ]
    return spans


def _role_word(token: Token) -> bool:
    low = token.lower_
    return is_office(low) or low.split("-")[-1] in {
        "chief",
        "general",
        "president",
        "minister",
        "chairman",
        "founder",
        "elect",
    }


def _before(doc: Doc, sight: Sight, begin: int) -> tuple[int, int] | None:
    """Read the noun phrase that ends where the name begins.

    "of" and "for" are crossed only to a bare singular office ("spokesman for the
    Russian president" before a name); "a spokesman for" is somebody else.
    """
    at = sight.first - 1
    if at < begin or doc[at].is_space:
        return None
    last = at
    seen = False
    inner = -1
    while at >= begin and last - at < _LONGEST_ROLE:
        token = doc[at]
        if token.is_space or "\n" in token.text or token.text in _STOPS:
            break
        if token.text in {",", "...", "…"} or (
            token.text == "." and not token.whitespace_
        ):
            break
        role = _role_word(token)
        if token.lower_ in {"and", "&"}:
            if at == begin or (seen and not _role_word(doc[at - 1])):
                break
            if doc[at - 1].pos_ in {"PROPN"} and not _role_word(doc[at - 1]):
                break
        elif token.lower_ in {"of", "for", "to", "at", "in", "on", "from"}:
            office = _office_before(doc, at, begin)
            if office is None:
                break
            if seen and inner < 0:
                inner = at + 1
        elif token.pos_ == "DET" or token.lower_ in {"the", "a", "an"}:
            if _office_before(doc, at, begin) is None:
                break
        elif (
            token.pos_ in _NO_MODIFIER
            and not role
            and token.tag_ not in {"VBN", "VBG", "PRP$"}
        ):
            break
        elif token.pos_ == "NUM" and not seen:
            break
        seen = seen or role
        at -= 1
    if not seen:
        return None
    first = at + 1
    if inner >= 0 and not _bare_singular(doc, first, inner):
        first = inner
    return _trimmed(doc, first, last)


def _bare_singular(doc: Doc, first: int, end: int) -> bool:
    """True where an outer office stands without article: it names the person."""
    for at in range(end - 2, first - 1, -1):
        token = doc[at]
        if _role_word(token):
            plural = token.tag_ in {"NNS", "NNPS"} or token.lower_.endswith("s")
            left = [doc[i] for i in range(first, at)]
            before = doc[first - 1] if first > 0 else None
            articles = {
                "the",
                "a",
                "an",
                "his",
                "her",
                "their",
                "its",
                "one",
                "another",
            }
            return not plural and not any(
                t is not None and t.lower_ in articles for t in (*left, before)
            )
    return False


def _office_before(doc: Doc, index: int, begin: int) -> int | None:
    """Return the office that stands shortly left of a preposition or article."""
    for at in range(index - 1, max(begin, index - 4) - 1, -1):
        if _role_word(doc[at]):
            return at
        if doc[at].pos_ in {"VERB", "AUX", "PUNCT"} or doc[at].lower_ == "and":
            return None
    return None


def _trimmed(doc: Doc, first: int, last: int) -> tuple[int, int] | None:
    while first <= last and (
        doc[first].pos_ in {"DET", "PUNCT", "ADP", "CCONJ", "PART", "SPACE"}
        or doc[first].tag_ in {"PRP$", "POS"}
        or doc[first].text in {"'s", "’s", ",", "his", "her", "their", "its"}
    ):
        first += 1
    while last >= first and doc[last].pos_ in {"PUNCT", "SPACE", "ADP", "CCONJ"}:
        last -= 1
    if first > last:
        return None
    return doc[first].idx, doc[last].idx + len(doc[last].text)


def _before_comma(doc: Doc, sight: Sight, begin: int) -> tuple[int, int] | None:
    comma = sight.first - 1
    if comma <= begin or doc[comma].text != ",":
        return None
    at = comma - 1
    first = -1
    while at >= begin and comma - at < _LONGEST_ROLE:
        token = doc[at]
        if token.is_space or token.text in _STOPS or token.text in {",", "."}:
            break
        if token.pos_ in {"VERB", "AUX", "SCONJ"} and not _role_word(token):
            break
        if _role_word(token):
            first = at
        at -= 1
    if first < 0:
        return None
    while first - 1 > at and (
        doc[first - 1].pos_ in {"ADJ", "NOUN", "PROPN", "PART"}
        or doc[first - 1].tag_ == "POS"
    ):
        first -= 1
    return _trimmed(doc, first, comma - 1)


def _after_comma(doc: Doc, sight: Sight) -> tuple[int, int] | None:
    comma = sight.last + 1
    if comma + 1 >= len(doc) or doc[comma].text not in {",", "(", "-", "—", "–"}:
        return None
    at = comma + 1
    first = at
    seen = False
    while at < len(doc) and at - first < _LONGEST_ROLE:
        token = doc[at]
        if token.is_space or token.text in _STOPS or token.text in {",", ".", ")"}:
            break
        if token.pos_ in {"VERB", "AUX", "PRON", "SCONJ"} and not _role_word(token):
            if not seen:
                return None
            break
        if _role_word(token):
            seen = True
        elif not seen and at - first >= 6:
            return None
        at += 1
    if not seen or at == first:
        return None
    if doc[first].pos_ in {"CCONJ", "ADP"} or (
        at < len(doc) and _is_name_after(doc, first, at)
    ):
        return None
    return _trimmed(doc, first, at - 1)


def _is_name_after(doc: Doc, first: int, end: int) -> bool:
    """True where the phrase after the comma is itself a titled name in a list."""
    offices = [i for i in range(first, end) if _role_word(doc[i])]
    after = doc[offices[-1] + 1] if offices and offices[-1] + 1 < end else None
    return bool(
        after is not None
        and after.pos_ == "PROPN"
        and doc[offices[-1]].text[:1].isupper()
        and doc[first].pos_ != "DET"
    )
