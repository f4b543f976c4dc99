"""Pictures of every view: ``make screenshots`` writes them to ``screenshots/``.

    python -m tests.page.screenshots [PAGE.html] [--readme docs/page.png]

Without a page, the one that ``parley build seeds`` wrote is taken, or else the page
of the made-up dispute.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser

from graph.view import to_html
from tests.network_sample import sample_network
from tests.page.browser import PHONE, WIDE, browser, chromium, open_page

ROOT = Path(__file__).parent.parent.parent
VIEWS = ("story", "timeline", "positions", "proposals", "web")


def shoot(running: Browser, file: Path, folder: Path) -> list[Path]:
    """Write one picture a view, width and theme, and one with the panel open."""
    folder.mkdir(exist_ok=True, parents=True)
    written = []
    for name, size in (("1440", WIDE), ("390", PHONE)):
        for theme in ("light", "dark"):
            context = running.new_context(
                viewport=size, color_scheme=theme, reduced_motion="reduce"
            )
            opened = open_page(context, file)
            for view in VIEWS:
                page = opened.open(f"view={view}")
                if view == "web":
                    page.wait_for_timeout(1500)
                written.append(folder / f"{view}-{name}-{theme}.png")
                page.screenshot(path=written[-1], full_page=view != "timeline")
            page = opened.open()
            page.locator(".step button:visible").first.click()
            written.append(folder / f"panel-{name}-{theme}.png")
            page.screenshot(path=written[-1])
            context.close()
    return written


def picture(running: Browser, file: Path, target: Path) -> None:
    """Write the picture for the README: the story, one step chosen."""
    context = running.new_context(
        viewport={"width": 1280, "height": 920}, reduced_motion="reduce"
    )
    page = open_page(context, file).open()
    steps = page.locator("#panel .step button")
    steps.nth(min(5, steps.count() - 1)).click()
    page.evaluate("scrollTo(0, 0)")
    page.mouse.move(4, 4)
    page.screenshot(path=target)
    context.close()


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("page", nargs="?", type=Path)
    parser.add_argument("--readme", type=Path)
    wanted = parser.parse_args()
    if chromium() is None:
        sys.stderr.write("no chromium here: apt-get install chromium\n")
        return 3
    built = wanted.page or ROOT / "parley-out" / "page.html"
    with tempfile.TemporaryDirectory() as folder, browser() as running:
        if not built.is_file():
            built = Path(folder) / "page.html"
            built.write_text(to_html(sample_network()), encoding="utf-8")
        for path in shoot(running, built.resolve(), ROOT / "screenshots"):
            sys.stdout.write(f"{path.relative_to(ROOT)}\n")
        if wanted.readme:
            picture(running, built.resolve(), wanted.readme)
            sys.stdout.write(f"{wanted.readme}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
