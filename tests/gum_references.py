"""References to people in GUM: pronouns and definite descriptions with their names.

What counts as a description: a singular noun phrase for a person whom the text
also names; definite by "the", "this", "that", a genitive or "his", "her", "its",
"their"; none of its words is part of a name of that person; neither an apposition
of the name nor a predicate, which introduce a description rather than refer by it.
A description with the name right behind it ("his wife, Anna") is told apart.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PRONOUNS = frozenset(["he", "him", "his", "himself", "she", "her", "hers", "herself"])
_DEFINITE = frozenset(["the", "this", "that", "his", "her", "its", "their"])
_INTRODUCING = ("appos", "flat", "nmod:desc", "parataxis", "root", "list", "vocative")


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference to a named person.

    Attributes:
        start: its first character.
        end: one past its last.
        kind: ``"pronoun"``, ``"description"`` or, with the name right behind it,
            ``"title"``.
        names: the words of that person's names, in lower case.
    """

    start: int
    end: int
    kind: str
    names: frozenset[str]


@dataclass(slots=True)
class _Word:
    start: int
    end: int
    form: str
    pos: str
    tag: str
    head: int
    dep: str
    copula: bool = False


_Mention = tuple[str, str, int, int]


def read(path: Path) -> tuple[str, list[Reference]]:
    """Return a document's text, a blank line between paragraphs, and its references."""
    text, words, mentions = _document(path)
    clusters: dict[str, list[_Mention]] = {}
    for mention in mentions:
        clusters.setdefault(mention[0], []).append(mention)
    found: list[Reference] = []
    for cluster in clusters.values():
        if cluster[0][1] != "person":
            continue
        names = _names(words, cluster)
        if names:
            found += [r for m in cluster if (r := _reference(words, m, names))]
    return text, sorted(found, key=lambda r: (r.start, r.end))


def _document(path: Path) -> tuple[str, list[_Word], list[_Mention]]:
    text = ""
    words: list[_Word] = []
    mentions: list[_Mention] = []
    opened: list[tuple[str, str, int]] = []
    first = 0
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("# newpar") and "block" not in line and text:
            text = text.rstrip() + "\n\n"
        columns = line.split("\t")
        if len(columns) != 10 or not columns[0].isdigit():
            continue
        if columns[0] == "1":
            first = len(words)
        start = len(text)
        text += columns[1]
        words.append(
            _Word(
                start,
                len(text),
                columns[1],
                columns[3],
                columns[4],
                first + int(columns[6]) - 1 if columns[6] != "0" else -1,
                columns[7],
            )
        )
        if "SpaceAfter=No" not in columns[9]:
            text += " "
        marks = re.search(r"(?:^|\|)Entity=([^|]*)", columns[9])
        for mark in re.findall(r"\([^()]*\)?|[^()]+\)", marks[1] if marks else ""):
            body = mark.strip("()")
            if mark.startswith("("):
                name, _, rest = body.partition("-")
                opened.append((name, rest.partition("-")[0], len(words) - 1))
                if not mark.endswith(")"):
                    continue
                body = name
            for k in range(len(opened) - 1, -1, -1):
                if opened[k][0] == body:
                    mentions.append((*opened.pop(k), len(words) - 1))
                    break
    for word in words:
        if word.dep == "cop":
            words[word.head].copula = True
    return text.rstrip(), words, mentions


def _names(words: list[_Word], cluster: list[_Mention]) -> frozenset[str]:
    """Return the words of a person's names: mentions of proper nouns alone."""
    return frozenset(
        words[i].form.casefold()
        for _, _, a, b in cluster
        if all(words[j].pos in ("PROPN", "PUNCT") for j in range(a, b + 1))
        for i in range(a, b + 1)
        if words[i].pos == "PROPN"
    )


def _reference(
    words: list[_Word], mention: _Mention, names: frozenset[str]
) -> Reference | None:
    _, _, a, b = mention
    inside = words[a : b + 1]
    start, end = inside[0].start, inside[-1].end
    if a == b and inside[0].form.casefold() in PRONOUNS:
        return Reference(start, end, "pronoun", names)
    head = next((w for w in inside if not a <= w.head <= b), None)
    if head is None or head.tag != "NN" or head.copula:
        return None
    if head.dep.startswith(_INTRODUCING) or any(
        w.form.casefold() in names for w in inside
    ):
        return None
    before = inside[: inside.index(head)]
    definite = inside[0].form.casefold() in _DEFINITE or any(
        w.form in ("'s", "’s", "'", "’") and w.pos == "PART" for w in before
    )
    if not definite:
        return None
    behind = [w.form.casefold() for w in words[b + 1 : b + 3]]
    kind = "title" if names & set(behind) else "description"
    return Reference(start, end, kind, names)
