"""One scheme of names out of five corpora's.

Labels: PERSON, ORG, PLACE (countries, cities, regions, landmarks), NORP (peoples,
nationalities), EVENT, MISC (other names). A tag sequence is BIO over words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extract.training.gazetteer import key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from extract.encoder_features import Gazetteer

LABELS = ("PERSON", "ORG", "PLACE", "NORP", "EVENT", "MISC")
SCORED = ("PERSON", "ORG", "PLACE")
EWT = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG", "OTH": "MISC"}
WIKIGOLD = {"PER": "PERSON", "LOC": "PLACE", "ORG": "ORG", "MISC": "MISC"}
CROSSNER = {
    "politician": "PERSON",
    "person": "PERSON",
    "politicalparty": "ORG",
    "organisation": "ORG",
    "country": "PLACE",
    "location": "PLACE",
    "election": "EVENT",
    "event": "EVENT",
    "misc": "MISC",
}
RE3D = {
    "Organisation": "ORG",
    "Person": "PERSON",
    "Location": "PLACE",
    "Nationality": "NORP",
}
GUM = {"person": "PERSON", "place": "PLACE", "organization": "ORG", "event": "EVENT"}
_TITLES = """
sheriff chair chairwoman fellow coach bishop archbishop cardinal mayoress doctor
admiral ambassador aunt brother capt. captain chairman chancellor chief col. colonel
commander congressman congresswoman defence defense deputy detective director dr dr.
emperor empress father finance for foreign gen. general gov. governor interior judge
justice king lady lieutenant lord major mayor minister mr mr. mrs mrs. ms ms. of
officer pope premier president prime prince princess prof prof. professor queen rep.
representative rev. reverend saint secretary sen. senator sergeant sheikh sir sister
speaker spokesman spokesperson spokeswoman st. state the uncle vice
"""
_CONNECTORS = "of the and & - – ' 's ’s for de la le du van von al el bin ."
_PERSONAL = "- – ' de la le du van von al el bin ."
TITLES = frozenset(_TITLES.split())
CONNECTORS = frozenset(_CONNECTORS.split())
PERSONAL = frozenset(_PERSONAL.split())
Mention = tuple[int, int, str]


def spans(tags: Sequence[str]) -> list[Mention]:
    """Return ``(start, end, label)`` of the names in a BIO or IO sequence."""
    found: list[Mention] = []
    start, label = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        inside = tag[:1] == "I" and tag[2:] == label
        if label and not inside:
            found.append((start, i, label))
            label = ""
        if tag != "O" and not inside:
            start, label = i, tag[2:]
    return found


def tags(mentions: Sequence[Mention], length: int) -> tuple[str, ...]:
    """Return the BIO sequence of mentions; the longest wins where two overlap."""
    out = ["O"] * length
    for start, end, label in sorted(mentions, key=lambda m: (m[0] - m[1], m)):
        if all(tag == "O" for tag in out[start:end]):
            out[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return tuple(out)


def gum_mentions(entity_column: Sequence[str]) -> list[tuple[int, int, str]]:
    """Return every nested mention of a sentence from its ``Entity=`` values."""
    stack: dict[str, list[tuple[int, str]]] = {}
    found: list[tuple[int, int, str]] = []
    for i, misc in enumerate(entity_column):
        value = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
        if value is None:
            continue
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", value[1]):
            fields = part.strip("()").split("-")
            if part.startswith("("):
                kind = fields[1] if len(fields) > 1 else ""
                stack.setdefault(fields[0], []).append((i, kind))
            if part.endswith(")") and stack.get(fields[0]):
                start, kind = stack[fields[0]].pop()
                found.append((start, i + 1, kind))
    return found


def _proper(xpos: str, upos: str) -> bool:
    return xpos in {"NNP", "NNPS"} or upos == "PROPN"


def gum_names(
    forms: Sequence[str],
    upos: Sequence[str],
    xpos: Sequence[str],
    heads: Sequence[int],
    deprels: Sequence[str],
    misc: Sequence[str],
) -> tuple[str, ...]:
    """Reduce GUM's nested mentions to names, by the mention's head.

    A mention counts when its head is a proper noun; its name is the run of
    proper nouns around the head, joined by words such as *of*. Determiners,
    titles and what describes the name fall away; of nested names the longest stays.
    """
    nested = gum_mentions(misc)
    found: list[Mention] = []
    for start, end, kind in nested:
        label = GUM.get(kind, "MISC" if kind in {"abstract", "object"} else "")
        tops = [
            i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i
        ]
        if not label or not tops or not _proper(xpos[tops[0]], upos[tops[0]]):
            continue
        head = tops[0]
        if label in {"EVENT", "MISC"} and (
            end - start > 8 or "@" in forms[head] or "http" in forms[head]
        ):
            continue
        stop = end
        for i in range(head + 1, end):
            if heads[i] == head and deprels[i].split(":")[0] in {
                "conj",
                "appos",
                "acl",
            }:
                stop = min(
                    [j for j in range(head + 1, i + 1) if _under(j, i, heads)] + [stop]
                )
        joins = PERSONAL if label == "PERSON" else CONNECTORS
        right = _run(head, stop, 1, joins, forms, upos, xpos)
        left = _run(head, start - 1, -1, joins, forms, upos, xpos)
        if label == "PERSON":
            for s, e, other in nested:
                if s == left and e <= head and other in {"place", "organization"}:
                    left = e
            while left < right and forms[left].lower() in TITLES:
                left += 1
        while left <= right and (
            upos[left] in {"DET", "PUNCT"}
            or forms[left].lower()
            in CONNECTORS - {"al", "el", "de", "van", "von", "la", "le"}
        ):
            left += 1
        only_title = label == "PERSON" and forms[right].lower() in TITLES
        if left <= right and not (only_title and left == right):
            found.append((left, right + 1, label))
    return tags(found, len(forms))


def _under(word: int, top: int, heads: Sequence[int]) -> bool:
    for _ in range(40):
        if word == top:
            return True
        if heads[word] == word:
            return False
        word = heads[word]
    return False


def _run(
    head: int,
    bound: int,
    step: int,
    joins: frozenset[str],
    forms: Sequence[str],
    upos: Sequence[str],
    xpos: Sequence[str],
) -> int:
    last = head
    i = head + step
    while i != bound:
        if _proper(xpos[i], upos[i]) or (xpos[i] == "CD" and last == i - step):
            last = i
        elif forms[i].lower() not in joins and (
            xpos[i] not in {"HYPH", "POS"} or (xpos[i] == "POS" and joins is PERSONAL)
        ):
            break
        i += step
    return last


def re3d_names(forms: Sequence[str], raw: Sequence[str]) -> tuple[str, ...]:
    """Reduce re3d's descriptive mentions to the names in them.

    Leading determiners, titles and lower-case words fall away ("northern Iraq" is
    *Iraq*, "We" and "the security forces" are no names).
    """
    found: list[Mention] = []
    for start, end, kind in spans(raw):
        label = RE3D.get(kind)
        if label is None:
            continue
        first, last = start, end
        if label == "PERSON":
            titles = [i for i in range(start, end - 1) if forms[i].lower() in TITLES]
            first = max(titles, default=start - 1) + 1
        while first < last and (
            forms[first].islower()
            or forms[first] in {"The", "A", "An", "We", "Our", "They", "I", "It", "He"}
            or (label == "PERSON" and forms[first].lower() in TITLES)
            or not any(c.isalnum() for c in forms[first])
        ):
            if forms[first] in {"al", "de", "el"}:
                break
            first += 1
        while (
            last > first
            and (
                forms[last - 1].islower()
                or not any(c.isalnum() for c in forms[last - 1])
            )
            and not any(c.isupper() for c in forms[last - 1])
        ):
            last -= 1
        if (first < last and forms[first][:1].isupper()) or (
            first < last and forms[first] in {"al", "de", "el"}
        ):
            found.append((first, last, label))
    return tags(found, len(forms))


class World:
    """Applies the scheme where corpora differ: peoples are NORP, countries PLACE."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        """Take peoples and countries of the gazetteer."""
        self._gazetteer = gazetteer

    def label(
        self, forms: Sequence[str], bio: Sequence[str], *, strict: bool = False
    ) -> tuple[str, ...]:
        """Return ``bio`` with capitalised peoples outside other names as NORP.

        Args:
            forms: the words.
            bio: their tags.
            strict: also relabel peoples and countries that the corpus calls
                organisations or places, as re3d does for those that act.
        """
        out = []
        for start, end, label in spans(bio):
            words = forms[start:end]
            if label == "MISC" or (strict and label in {"ORG", "PLACE"}):
                if all(self._is_people(f) for f in words):
                    label = "NORP"
                elif strict and "country" in self._kinds(" ".join(words)):
                    label = "PLACE"
            out.append((start, end, label))
        taken = {i for s, e, _ in out for i in range(s, e)}
        out += [
            (i, i + 1, "NORP")
            for i, form in enumerate(forms)
            if i not in taken and self._is_people(form)
        ]
        return tags(out, len(forms))

    def _is_people(self, form: str) -> bool:
        return form[:1].isupper() and "demonym" in self._kinds(form)

    def _kinds(self, name: str) -> frozenset[str]:
        return self._gazetteer.kinds(key(name))
