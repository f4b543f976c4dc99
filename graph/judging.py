"""A judgement of the reader's, made out of the names that the reader uses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, Final, cast

from graph.correcting import problem_with, spans_of
from graph.corrections import KINDS, Correction, Kind, Target
from graph.errors import CorrectionError, NotFoundError
from graph.story import Story

__all__ = ["judgement", "target"]

_PAIRS: Final = frozenset({"same", "different", "add-link"})


def judgement(
    story: Story, kind: str, names: Sequence[str], *, who: str = "", why: str = ""
) -> Correction:
    """Return a correction of today.

    Args:
        story: what it is about.
        kind: same, different, rename, date, type, drop or add-link.
        names: one or two things, by label or IRI, then the new value if one is due.
        who: who judges.
        why: the reason.

    Raises:
        CorrectionError: the kind is unknown, names are missing, or it makes no sense.
        NotFoundError: a name fits nothing, or several things.
    """
    if kind not in KINDS:
        msg = f"{kind!r} is no kind of correction: choose from {', '.join(KINDS)}"
        raise CorrectionError(msg)
    takes = 2 if kind in _PAIRS else 1
    made = Correction(
        kind=cast("Kind", kind),
        targets=tuple(target(story, name) for name in names[:takes]),
        value=names[takes] if len(names) > takes else None,
        who=who,
        when=datetime.now(UTC).date().isoformat(),
        why=why,
    )
    problem = made.problem()
    if problem is None and kind != "different":
        problem = problem_with(story, made)
    if problem is not None:
        raise CorrectionError(problem)
    return made


def target(story: Story, name: str) -> Target:
    """Return what a label or IRI stands for, with the words it rests on.

    An IRI or the whole label wins; then another name of the thing; then words that
    its label holds, such as ``talks in Porto``, where they fit one thing only.

    Raises:
        NotFoundError: it fits nothing, or several things, which are listed.
    """
    parts = (story.entities, story.events, story.proposals, story.statements)
    nodes: list[Any] = [node for part in parts for node in part]
    wanted = name.casefold()
    fits: list[Any] = []
    for fit in (_exactly, _alike, _otherwise, _in_words):
        fits = [node for node in nodes if node.iri == name or fit(node, name, wanted)]
        if fits:
            break
    if len(fits) != 1:
        near = sorted({f"{_label(node)} <{node.iri}>" for node in fits})
        listed = "; ".join(near) or "see parley entities and parley timeline"
        msg = f"{name!r} fits {len(fits)} things, name one by its IRI: {listed}"
        raise NotFoundError(msg)
    (node,) = fits
    return Target(iri=node.iri, label=_label(node), spans=spans_of(node))


def _label(node: Any) -> str:
    return str(getattr(node, "label", None) or getattr(node, "name", ""))


def _exactly(node: Any, name: str, _: str) -> bool:
    return _label(node) == name


def _alike(node: Any, _: str, wanted: str) -> bool:
    return _label(node).casefold() == wanted


def _otherwise(node: Any, _: str, wanted: str) -> bool:
    return wanted in {str(each).casefold() for each in getattr(node, "labels", ())}


def _in_words(node: Any, _: str, wanted: str) -> bool:
    words = set(re.findall(r"\w+", wanted))
    return bool(words) and words <= set(re.findall(r"\w+", _label(node).casefold()))
