"""What overlaps, is crossed or is cut off on a page, measured in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Page

#: Words may touch by this many pixels: boxes are larger than the letters in them.
_SLACK = 2
_SCRIPT = Path(__file__).with_name("measure.js")

#: What ``spoil`` can do to a story, each named as it is then found out.
FAULTS = (
    "labels of the main line overlap",
    "words leave their card",
    "labels overlap",
    "outside the drawing",
    "a line crosses a label of the main line",
    "the main line crosses a label",
    "a relation is drawn across a label",
)


def _run(page: Page, name: str, value: object) -> Any:
    script = _SCRIPT.read_text(encoding="utf-8")
    return page.evaluate(f"(value) => {script.strip()}.{name}(value)", value)


def story_faults(page: Page) -> list[str]:
    """Return what overlaps, is crossed or is cut off in the story that is open."""
    return list(_run(page, "story", _SLACK))


def words_of_drawing(page: Page, svg: str) -> tuple[list[str], int]:
    """Return what overlaps or is cut off in a saved drawing, and its labels' number."""
    page.set_content(svg)
    found = _run(page, "words", _SLACK)
    return list(found["faults"]), int(found["words"])


def spoil(page: Page, fault: str) -> None:
    """Make the story that is open as bad as ``fault`` says."""
    _run(page, "spoil", fault)
