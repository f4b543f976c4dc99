"""A link before its reports are put together, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass

from graph.board import Board
from graph.story import Evidence


@dataclass(frozen=True, slots=True)
class Raw:
    """A link before its reports are put together."""

    source: str
    target: str
    relation: str
    rule: str
    confidence: float
    evidence: tuple[Evidence, ...]
    about: str = ""


def same_parties(board: Board, one: str, other: str) -> bool:
    """Tell whether two things share a side, or one of them names none."""
    a, b = board.sides_of.get(one), board.sides_of.get(other)
    return not a or not b or bool(a & b)


def both(board: Board, one: str, other: str) -> tuple[Evidence, ...]:
    """Return words of both, of one article where one tells both."""
    shared = board.together(one, other)
    return (*_words(board, one, shared), *_words(board, other, shared))


def _words(board: Board, thing: str, articles: frozenset[str]) -> tuple[Evidence, ...]:
    spans = board.evidence_of.get(thing, ())
    inside = [span for span in spans if span.article in articles]
    return tuple(inside[:1] or spans[:1])
