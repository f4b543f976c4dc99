"""Debian's chromium for the tests of the page, kept off every network."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def chromium() -> str | None:
    """Return the path of the browser, or ``None`` where there is none."""
    return os.environ.get("PARLEY_CHROMIUM") or shutil.which("chromium")


@contextmanager
def browser() -> Iterator[Browser]:
    """Run the browser while the block lasts."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        yield running
        running.close()


@dataclass
class Opened:
    """A page opened from disk, with all that it asked for and complained about."""

    page: Page
    file: Path
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, fragment: str = "") -> Page:
        """Open the file anew, at a fragment."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.file.as_uri()}{'#' + fragment if fragment else ''}")
        self.page.wait_for_selector("html[data-ready=yes]", state="attached")
        return self.page

    @property
    def foreign(self) -> list[str]:
        """Return the requests that left the file."""
        own = ("data:", "blob:", "about:")
        return [
            url
            for url in self.requests
            if not url.startswith(own) and url.split("#")[0] != self.file.as_uri()
        ]


def open_page(context: BrowserContext, file: Path) -> Opened:
    """Return a fresh tab that listens; the network is cut."""
    context.set_offline(True)
    opened = Opened(context.new_page(), file)
    opened.page.set_default_timeout(20_000)
    opened.page.on("request", lambda request: opened.requests.append(request.url))
    opened.page.on("pageerror", lambda error: opened.complaints.append(str(error)))
    opened.page.on(
        "console",
        lambda message: (
            opened.complaints.append(message.text)
            if message.type in {"error", "warning"}
            else None
        ),
    )
    return opened
