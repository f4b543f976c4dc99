"""Quotation marks and the stretches of text they enclose, a paragraph at a time.

Nothing here looks past a paragraph, so a mark that is missing or stray costs at
most the paragraph it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

#: Opening mark -> the marks that may close it, its own partner first.
PAIRS = {
    "“": '”"',
    "„": "“”",
    "«": "»",
    "»": "«",
    '"': '"”',
    "‘": "’",
    "''": "''",
    "``": "''",
}
_MARK = re.compile(r"''|``|[“”„«»\"‘’']")
_SINGLE_WORDS = 2


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between two marks.

    Attributes:
        start: the opening mark's first character, or the paragraph's where the
            opening mark is missing.
        end: one past the closing mark, or the paragraph's end where it is missing.
        inner_start: first character after the opening mark.
        inner_end: the closing mark's first character, or ``end``.
        opened: the opening mark is there.
        closed: the closing mark is there.
        single: the marks are single ones.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    opened: bool = True
    closed: bool = True
    single: bool = False


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs of a text as spans, in order.

    A blank line parts paragraphs. So does a line break, unless the line before
    it was broken for width: it ends inside a sentence and is longer than 45
    characters.

    >>> list(paragraphs("One." + chr(10) + "Two."))
    [(0, 4), (5, 9)]
    """
    begin = None
    previous_end = 0
    for line in re.finditer(r"[^\n]*", text):
        stripped = line.group().strip()
        if not stripped:
            if begin is not None and line.start() > previous_end + 1:
                yield begin, previous_end
                begin = None
            continue
        start = line.start() + (len(line.group()) - len(line.group().lstrip()))
        end = line.start() + len(line.group().rstrip())
        if begin is None:
            begin = start
        elif not _wrapped(text[begin:previous_end], line.group()):
            yield begin, previous_end
            begin = start
        previous_end = end
    if begin is not None:
        yield begin, previous_end


def _wrapped(before: str, line: str) -> bool:
    """Tell whether a line goes on with what stands before it."""
    last = before.rsplit("\n", 1)[-1]
    if (
        line[:1].isspace()
        and not last[:1].isspace()
        and len(line) - len(line.lstrip()) > 2
    ):
        return False
    return 45 < len(last.strip()) <= 90 and not line[:3].isspace()


def find_quotations(
    text: str, spans: Iterable[tuple[int, int]] | None = None
) -> tuple[Quotation, ...]:
    """Return the outermost quotations of a text, in reading order.

    Args:
        text: the text.
        spans: its paragraphs; found by ``paragraphs`` where left out.

    Returns:
        Quotations that do not overlap. One whose closing mark is missing ends
        with its paragraph; one whose opening mark is missing begins with it, and
        only where the closing mark follows a comma or a sentence's end.

    >>> [q.start for q in find_quotations('He said "no" and “yes”.')]
    [8, 17]
    """
    found: list[Quotation] = []
    for start, end in spans if spans is not None else paragraphs(text):
        found += _in_paragraph(text, start, end)
    return tuple(found)


def _in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    marks = [
        (m.start(), m.group())
        for m in _MARK.finditer(text, start, end)
        if m.group() not in "'’" or m.group() == "''"
    ]
    out: list[Quotation] = []
    position = 0
    while position < len(marks):
        at, mark = marks[position]
        side = _side(text, at, mark, start, end)
        if mark == "‘":
            quote = _single(text, at, start, end)
            if quote is not None:
                out.append(quote)
                position = _after(marks, quote.end)
                continue
            position += 1
            continue
        if side == "close":
            if not out and position == 0 and text[at - 1 : at] in set(",.!?…"):
                out.append(Quotation(start, at + len(mark), start, at, opened=False))
            position += 1
            continue
        closing = _closing(text, marks, position, start, end)
        inner = at + len(mark)
        if closing is None:
            if _next_opens(text, marks, position, start, end):
                position += 1
                continue
            if text[inner:end].strip():
                out.append(Quotation(at, end, inner, end, closed=False))
            break
        close_at, close_mark = marks[closing]
        if text[inner:close_at].strip():
            out.append(Quotation(at, close_at + len(close_mark), inner, close_at))
        position = closing + 1
    return out


def _after(marks: list[tuple[int, str]], offset: int) -> int:
    return next((i for i, (at, _) in enumerate(marks) if at >= offset), len(marks))


def _side(text: str, at: int, mark: str, start: int, end: int) -> str:
    """Return "open", "close" or "either" for a mark, by its shape and neighbours."""
    if mark in "“„«``" and mark != "''":
        return "open"
    if mark in "”»":
        return "close"
    before = text[at - 1] if at > start else " "
    behind = at + len(mark)
    after = text[behind] if behind < end else " "
    opening = before.isspace() or before in "([{—–-/‘'“:"
    closing = after.isspace() or after in ")]},.;:!?—–-/’'”"
    if opening and not closing:
        return "open"
    if closing and not opening:
        return "close"
    return "either"


def _closing(
    text: str, marks: list[tuple[int, str]], position: int, start: int, end: int
) -> int | None:
    """Return the index of the mark that closes the one at ``position``."""
    opener = marks[position][1]
    partners = PAIRS.get(opener, opener)
    own = partners if len(opener) == 2 else partners[0]
    depth = 0
    for i in range(position + 1, len(marks)):
        at, mark = marks[i]
        if mark == opener and mark in ('"', "''"):
            if _side(text, at, mark, start, end) == "open":
                if _matched_later(text, marks, i, start, end):
                    return None
                continue
            return i
        if mark == opener:
            depth += 1
        elif mark == own:
            if depth == 0:
                return i
            depth -= 1
    if len(partners) == 2 and len(opener) == 1:
        for i in range(position + 1, len(marks)):
            at, mark = marks[i]
            if mark == partners[1] and _side(text, at, mark, start, end) == "close":
                return i
    if depth:
        return next(
            (i for i in range(len(marks) - 1, position, -1) if marks[i][1] == own), None
        )
    return None


def _matched_later(
    text: str, marks: list[tuple[int, str]], position: int, start: int, end: int
) -> bool:
    opener = marks[position][1]
    later = [
        _side(text, at, mark, start, end)
        for at, mark in marks[position + 1 :]
        if mark == opener
    ]
    opens = 1 + later.count("open")
    return later.count("close") + later.count("either") <= opens


def _next_opens(
    text: str, marks: list[tuple[int, str]], position: int, start: int, end: int
) -> bool:
    """Tell whether another opening mark follows, so that this one is stray."""
    return any(
        _side(text, at, mark, start, end) == "open"
        for at, mark in marks[position + 1 :]
        if mark != "‘"
    )


def _single(text: str, at: int, start: int, end: int) -> Quotation | None:
    """Return a quotation in single marks, told from apostrophes."""
    if at > start and text[at - 1].isalnum():
        return None
    for m in re.finditer("’", text[at + 1 : end]):
        close = at + 1 + m.start()
        after = text[close + 1 : close + 2]
        if after.isalnum():
            continue
        if text[close - 1] == "s" and not after:
            continue
        if len(text[at + 1 : close].split()) < _SINGLE_WORDS:
            return None
        return Quotation(at, close + 1, at + 1, close, single=True)
    return None
