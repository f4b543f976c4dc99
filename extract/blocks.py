"""Cut an article into blocks that are read one by one, and set furniture apart.

A block is a paragraph, a heading, a caption or a dateline. What a page carries
around an article (navigation, credits, share bars, outlet notices) is marked
``boilerplate``; no fact is read from it. The word lists stand in
``lexicon/boilerplate.toml``.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from extract.records import Block

Kind = Literal["title", "dateline", "caption", "body", "boilerplate"]

_MONTH: Final = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE: Final = re.compile(
    rf"\b(?:\d{{1,2}}[ -]{_MONTH},?[ -]\d{{4}}|{_MONTH} \d{{1,2}},? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})\b",
    re.IGNORECASE,
)
_TIME: Final = re.compile(
    r"\b\d{1,2}[:.]\d\d(?:[:.]\d\d)*(?:[.,]\d+)?\s*(?:[ap]\.?m\.?)?|\b(?:GMT|UTC|EST|EDT|CET|BST)\b",
    re.IGNORECASE,
)
_DATE_WORDS: Final = re.compile(
    r"\b(?:published|posted|updated|last|modified|on|at|by|date|issued|created"
    r"|mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b|[|,:•·-]",
    re.IGNORECASE,
)
_BULLET: Final = re.compile(r"^[•·▪◦*–-]\s+")
_ONLY_URL: Final = re.compile(r"^(?:https?://|www\.)\S+(?:\s+\S{1,4})?$")
_BRACKETED: Final = re.compile(r"^\[[^\]]{1,30}\]$")
_CREDIT: Final = re.compile(
    r"(?:(?i:\|\s*(?:photo|image|picture|credit)s?\s*:.*)"
    r"|(?i:\((?:photo|image|picture|credit)s?\s*:[^)]*\))"
    r"|(?:[A-Z][\w'’-]+ |[A-Z]\. ){1,3}/ ?(?:[A-Z][\w'’.-]*[ ,]*){1,5})\s*$",
)
_CREDIT_START: Final = re.compile(
    r"^\(?(?:reporting|writing|editing|additional)\b.*\bby\b", re.I
)
#: A name of up to five words behind a dash or a bar at the end of a line.
_MASTHEAD: Final = re.compile(
    r"\s+(?P<sign>[|–—-])\s+(?P<name>[^\s|–—]+(?:\s+[^\s|–—]+){0,4})\s*$"
)
_SITE: Final = re.compile(
    r"^(?:www\.)?[\w-]+\.(?:com|org|net|info|co\.[a-z]{2}|[a-z]{2})$", re.I
)
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


class _Piece(NamedTuple):
    start: int
    end: int


@cache
def _words() -> dict[str, tuple[str, ...]]:
    text = resources.files("extract").joinpath("lexicon/boilerplate.toml")
    read = tomllib.loads(text.read_text(encoding="utf-8"))
    return {key: tuple(values) for key, values in read.items()}


def split_blocks(text: str) -> tuple[Block, ...]:
    r"""Return the blocks of ``text`` in order; white space lies between them.

    Lines end a paragraph unless the text is hard-wrapped (most lines break in
    mid-sentence at about the same width); there a blank line or an indented line
    begins the next one.

    >>> [block.kind for block in split_blocks("Talks end\n\nThey met on Monday.\n")]
    ['title', 'body']
    """
    pieces = _paragraphs(text)
    kinds: list[Kind] = [_kind(text[p.start : p.end]) for p in pieces]
    _mark_headings(text, pieces, kinds)
    blocks: list[Block] = []
    for piece, kind in zip(pieces, kinds, strict=True):
        if kind == "title" and (cut := _masthead(text[piece.start : piece.end])):
            end = piece.start + cut
            blocks.append(Block(start=piece.start, end=end, kind="title"))
            rest = _trim(text, _Piece(end, piece.end))
            blocks.append(Block(start=rest.start, end=rest.end, kind="caption"))
        else:
            blocks.extend(_split_credit(text, piece, kind))
    return tuple(blocks)


def readable(text: str) -> str:
    """Return ``text`` with markup and line breaks blanked out, length unchanged.

    >>> readable("was <u>played</u>")
    'was    played    '
    """
    blanked = _MARKUP.sub(lambda found: " " * len(found[0]), text)
    return re.sub(r"[\n\r\t\f\v\x00-\x1f\x7f\u2028\u2029\u00a0\ufeff]", " ", blanked)


def _lines(text: str) -> list[_Piece]:
    found = []
    for match in re.finditer(r"[^\n\r\u2028\u2029]+", text):
        if match[0].strip():
            found.append(_Piece(match.start(), match.end()))
    return found


def _paragraphs(text: str) -> list[_Piece]:
    lines = _lines(text)
    if not lines:
        return []
    merged: list[_Piece] = []
    wrapped = _is_wrapped(text, lines)
    for line in lines:
        gap = text[merged[-1].end : line.start] if merged else ""
        joins = (
            wrapped
            and merged
            and gap.count("\n") <= 1
            and not text[line.start].isspace()
            and not _ONLY_URL.match(text[line.start : line.end].strip())
            and not text[merged[-1].start : merged[-1].end].strip().isupper()
            and _kind(text[merged[-1].start : merged[-1].end]) != "dateline"
        )
        if joins:
            merged[-1] = _Piece(merged[-1].start, line.end)
        else:
            merged.append(line)
    return [_trim(text, piece) for piece in merged]


def _is_wrapped(text: str, lines: list[_Piece]) -> bool:
    """True where most lines stop in mid-sentence below a common width."""
    breaks = 0
    for here, after in pairwise(lines):
        if text[here.end : after.start].count("\n") != 1:
            continue
        tail, head = text[here.start : here.end].rstrip(), text[after.start]
        if not _ENDS_SENTENCE.search(tail) and (head.islower() or head.isdigit()):
            breaks += 1
    widths = sorted(piece.end - piece.start for piece in lines)
    return breaks >= 2 and breaks >= 0.25 * len(lines) and widths[-1] <= 132


def _trim(text: str, piece: _Piece) -> _Piece:
    raw = text[piece.start : piece.end]
    start = piece.start + len(raw) - len(raw.lstrip())
    return _Piece(start, piece.start + len(raw.rstrip()))


def _kind(paragraph: str) -> Kind:
    words = _words()
    plain = _BULLET.sub("", readable(paragraph).strip())
    folded = plain.lower().strip(" .:!>»|")
    if not any(character.isalnum() for character in plain):
        return "boilerplate"
    if folded in words["lines"] or _ONLY_URL.match(plain) or _BRACKETED.match(plain):
        return "boilerplate"
    if _is_date_line(plain):
        return "dateline"
    count = len(plain.split())
    if folded.startswith(words["prefixes"]) and count <= 40:
        return "boilerplate"
    if _CREDIT_START.match(plain):
        return "boilerplate"
    if _BULLET.match(paragraph.strip()) and count <= 3 and not plain.endswith("."):
        return "boilerplate"
    if count <= 8 and re.search(r"\w (?:>|»|›) \w", plain):
        return "boilerplate"
    low = plain.lower()
    if sum(cue in low for cue in words["notices"]) >= 2:
        return "boilerplate"
    return "body"


def _is_date_line(plain: str) -> bool:
    if len(plain) > 80 or not _DATE.search(plain):
        return False
    rest = _DATE_WORDS.sub(" ", _TIME.sub(" ", _DATE.sub(" ", plain)))
    return len(rest.split()) <= 1


def _mark_headings(text: str, pieces: list[_Piece], kinds: list[Kind]) -> None:
    """Mark short lines without a full stop: headings before, tags after the body."""
    bodies = [
        n
        for n, piece in enumerate(pieces)
        if kinds[n] == "body" and _ENDS_SENTENCE.search(text[piece.start : piece.end])
    ]
    last = bodies[-1] if bodies else len(pieces)
    seen = False
    for n, piece in enumerate(pieces):
        words = text[piece.start : piece.end].split()
        if kinds[n] != "body" or n in bodies:
            seen = seen or kinds[n] == "body"
            continue
        if n > last and seen and len(words) <= 6:
            kinds[n] = "boilerplate"
        elif not seen and len(words) <= 30 and any(b > n for b in bodies):
            kinds[n] = "title"
            seen = True
        elif len(words) <= 14 and any(b > n for b in bodies):
            kinds[n] = "title"


def _masthead(headline: str) -> int | None:
    """Return where a headline ends before the name of its outlet, if it has one.

    Behind a dash a headline may name who said it ("No progress - minister"); behind
    a bar stand only the sections and the name of a site.
    """
    found = _MASTHEAD.search(headline)
    if found is None or len(headline[: found.start()].split()) < 3:
        return None
    if found["sign"] == "|" and found["name"][:1].isupper():
        return _masthead(headline[: found.start()]) or found.start()
    name = found["name"].lower()
    last = name.split()[-1]
    known = (
        name in _words()["outlets"]
        or name.removesuffix(" news") in (_words()["outlets"])
    )
    called = last in _words()["outlet_words"] and found["name"][:1].isupper()
    site = _SITE.match(name)
    return found.start() if known or called or site else None


def _split_credit(text: str, piece: _Piece, kind: Kind) -> list[Block]:
    words = text[piece.start : piece.end]
    found = (
        _CREDIT.search(words)
        if kind in {"body", "title"} and len(words) < 400
        else None
    )
    if found is None:
        return [Block(start=piece.start, end=piece.end, kind=kind)]
    cut = piece.start + found.start()
    head = _trim(text, _Piece(piece.start, cut))
    blocks = []
    if head.end > head.start:
        blocks.append(Block(start=head.start, end=head.end, kind="caption"))
    blocks.append(Block(start=cut, end=piece.end, kind="boilerplate"))
    return blocks
