"""What is new, gone or changed between two graphs, in words, with the cause."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from graph.story import Evidence, Story

#: What is compared: part of a story, what one is called, and the fields that count.
_PARTS: Final = (
    ("articles", "article", ("title", "publisher", "published", "published_basis")),
    ("entities", "name", ("kind", "name", "labels", "roles")),
    (
        "events",
        "event",
        ("type", "label", "begin", "last", "modality", "participant_names"),
    ),
    ("statements", "statement", ("speaker", "date", "stance", "topics")),
    ("proposals", "proposal", ("label", "proposer", "date", "version")),
    ("deviations", "deviation", ("topic", "kind", "claimed_by", "date")),
    ("links", "link", ("relation", "rule", "confidence")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference.

    Attributes:
        what: new, gone or changed.
        kind: article, name, event, statement, proposal, deviation or link.
        label: what it is called.
        iri: its IRI (an article's id).
        detail: for a change, each field with its old and new value.
        cause: the article or correction behind it, in words.
    """

    what: str
    kind: str
    label: str
    iri: str
    detail: str = ""
    cause: str = ""

    def __str__(self) -> str:
        """Return the difference as a line of text."""
        detail = f": {self.detail}" if self.detail else ""
        cause = f" ({self.cause})" if self.cause else ""
        return f"{self.what:<8}{self.kind:<10}{self.label}{detail}{cause}"


def differences(old: Story, new: Story) -> tuple[Change, ...]:
    """Return what differs, by kind, then new, gone and changed, then label.

    >>> differences(Story(articles=()), Story(articles=()))
    ()
    """
    found: list[Change] = []
    for part, kind, counts in _PARTS:
        before = {_key(node): node for node in getattr(old, part)}
        after = {_key(node): node for node in getattr(new, part)}
        changes = [
            *_only("new", kind, after, before, old, new),
            *_only("gone", kind, before, after, new, old),
            *_changed(kind, before, after, counts, new),
        ]
        found += sorted(
            changes, key=lambda c: (c.what != "new", c.what, c.label, c.iri)
        )
    return tuple(found)


def _key(node: Any) -> str:
    return str(getattr(node, "iri", None) or node.id)


def _label(node: Any, called: Mapping[str, str]) -> str:
    relation = getattr(node, "relation", None)
    if relation:
        ends = (called.get(end, end) for end in (node.source, node.target))
        return f"{relation}: {' -> '.join(ends)}"
    return _words(node) or _key(node)


def _words(node: Any) -> str:
    for name in ("label", "name", "content", "title", "topic", "file"):
        value = getattr(node, name, None)
        if value:
            return " ".join(str(value).split())[:100]
    return ""


def _called(story: Story) -> dict[str, str]:
    """Return what the ends of links are called, by IRI."""
    parts = (story.entities, story.events, story.statements, story.proposals)
    return {node.iri: _words(node) for part in parts for node in part}


def _only(
    what: str,
    kind: str,
    here: dict[str, Any],
    there: dict[str, Any],
    other: Story,
    own: Story,
) -> Iterator[Change]:
    known = {article.id for article in other.articles}
    called = _called(own)
    for key in sorted(here.keys() - there.keys()):
        node = here[key]
        cause = _judged(own, key)
        if not cause and kind != "article":
            cause = _articles(own, _evidence(node), known)
        yield Change(
            what=what, kind=kind, label=_label(node, called), iri=key, cause=cause
        )


def _changed(
    kind: str,
    before: dict[str, Any],
    after: dict[str, Any],
    counts: tuple[str, ...],
    new: Story,
) -> Iterator[Change]:
    called = _called(new)
    for key in sorted(before.keys() & after.keys()):
        one, other = before[key], after[key]
        detail = "; ".join(
            f"{name} was {_value(was)}, is {_value(now)}"
            for name in counts
            if (was := getattr(one, name)) != (now := getattr(other, name))
        )
        more = set(_evidence(other)) - set(_evidence(one))
        fewer = set(_evidence(one)) - set(_evidence(other))
        if more:
            detail += f"{'; ' if detail else ''}{len(more)} more words of evidence"
        if fewer:
            detail += f"{'; ' if detail else ''}{len(fewer)} words of evidence gone"
        if detail:
            cause = _judged(new, key) or _articles(new, more, set())
            yield Change(
                what="changed",
                kind=kind,
                label=_label(other, called),
                iri=key,
                detail=detail,
                cause=cause,
            )


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return str(value) if value is not None else "open"


def _evidence(node: Any) -> tuple[Evidence, ...]:
    return tuple(getattr(node, "evidence", ()))


def _judged(story: Story, key: str) -> str:
    for judgement in story.judgements:
        if judgement.target == key and judgement.rule.startswith("correction"):
            return f"{judgement.rule}, {judgement.detail}"
    return ""


def _articles(story: Story, evidence: Iterable[Evidence], known: set[str]) -> str:
    names = {article.id: article.file for article in story.articles}
    files = sorted(
        {
            names[words.article]
            for words in evidence
            if words.article in names and words.article not in known
        }
    )
    return f"from {', '.join(files)}" if files else ""
