"""What a statement is about beyond its own words: a saying before it, places.

"rejected such accusations", "denied this", "the president's claim was groundless":
words of saying that point back at another statement of the article.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extract.gazetteer import lexicon
from extract.records import Entity, LinkMention, Quoted, Statement

_DETERMINER = (
    r"(?P<det>such|the|this|that|these|those|any|all|his|her|its|their"
    r"|(?P<owner>[\w.’' -]{2,40}?)['’]s?)"
)
_BARE = re.compile(r"\W*(?P<det>this|that|it|so)\W*", re.IGNORECASE)
_FAR = 1500
_NEAR = 400
_LEAST = 8
_ANSWERS = frozenset({"deny", "reject", "admit", "praise"})


@cache
def _pointing() -> re.Pattern[str]:
    nouns = sorted(lexicon("references")["sayings"], key=lambda n: (-len(n), n))
    said = "|".join(re.escape(noun) for noun in nouns)
    return re.compile(
        rf"\W*(?:that |as |of )?{_DETERMINER}\s+(?:[\w-]+\s+){{0,2}}?"
        rf"(?P<noun>{said})(?:s|es)?(?![\w-])(?!\s+(?:that|of|to)\b)",
        re.IGNORECASE,
    )


def with_places(
    statements: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[Statement, ...]:
    """Return the statements, each with the ids of the places that its words name."""
    named = sorted(
        (m.quoted.start, m.quoted.end, e.id)
        for e in entities
        if e.kind == "place"
        for m in e.mentions
        if not m.acts
    )
    return tuple(
        replace(said, places=tuple(dict.fromkeys(inside)))
        if (
            inside := [
                place
                for start, end, place in named
                if any(c.start <= start and end <= c.end for c in said.content)
            ]
        )
        else said
        for said in statements
    )


def statement_links(
    statements: Sequence[Statement], entities: Sequence[Entity]
) -> tuple[LinkMention, ...]:
    """Return links from statements to the statements that their words point back at.

    Only a saying by somebody else counts, of the kind that the noun names, the
    nearest before; "the minister's claim" points at the minister's.

    Args:
        statements: those of one article, in any order.
        entities: its entities.
    """
    ordered = sorted(statements, key=_at)
    out: list[LinkMention] = []
    for number, said in enumerate(ordered):
        found = _pointed(said)
        if found is None:
            continue
        words, noun, owner = found
        kinds = frozenset(lexicon("references")["sayings"].get(noun, ()))
        target = _target(said, ordered[:number], kinds, _ids_of(owner, entities))
        if target is not None:
            out.append(
                LinkMention(
                    source=said.id,
                    target=target.id,
                    relation="about",
                    quoted=words,
                    rule=f"points back: {noun}" if noun else "points back",
                )
            )
    return tuple(out)


def _at(said: Statement) -> tuple[int, int]:
    return min(q.start for q in (*said.cue, *said.content)), said.content[0].start


def _pointed(said: Statement) -> tuple[Quoted, str, str | None] | None:
    """Return the words with which a statement's content points back, and their noun."""
    first = said.content[0]
    if said.act != "speech":
        return None
    bare = _BARE.fullmatch(first.text)
    if bare is not None:
        return (first, "", None) if said.cue_kind in _ANSWERS else None
    found = _pointing().match(first.text)
    if found is None:
        return None
    start = first.start + found.start("det")
    text = first.text[found.start("det") : found.end()]
    words = Quoted(start=start, end=start + len(text), text=text)
    return words, found["noun"].casefold(), found["owner"]


def _ids_of(owner: str | None, entities: Sequence[Entity]) -> frozenset[str] | None:
    if owner is None:
        return None
    name = re.sub(r"^(?:the|The)\s+", "", owner).casefold()
    return frozenset(
        e.id
        for e in entities
        if any(
            name == re.sub(r"^the ", "", m.quoted.text.casefold()) for m in e.mentions
        )
    )


def _target(
    said: Statement,
    before: Sequence[Statement],
    kinds: frozenset[str],
    owners: frozenset[str] | None,
) -> Statement | None:
    """Return the nearest statement before that a noun of saying may mean."""
    reach = _FAR if kinds else _NEAR
    for other in reversed(before):
        if _at(said)[0] - other.content[-1].end > reach:
            break
        if other.act != "speech" or other.inside == said.id or said.inside == other.id:
            continue
        if sum(len(q.text) for q in other.content) < _LEAST:
            continue
        if owners is not None:
            if other.speaker_id not in owners:
                continue
        elif other.speaker is None or other.speaker == said.speaker:
            continue
        if kinds and other.cue_kind not in kinds:
            continue
        return other
    return None
