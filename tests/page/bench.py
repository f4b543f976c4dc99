"""How fast the page of a large graph opens: the page's lines of ``make bench``."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from graph.view import to_html
from tests.page.browser import WIDE, browser, chromium, open_page
from tests.page.large import large_network


def measure(size: int = 5000) -> dict[str, float]:
    """Return seconds until a page of ``size`` nodes is built, drawn and answers.

    ``interactive`` counts from the start of loading to the end of the first
    drawing; ``busy`` is the processor's share of that, whatever else the machine
    does; ``first_click`` counts from a click on the main line to its sentences.
    """
    started = time.perf_counter()
    html = to_html(large_network(size))
    found = {"build": time.perf_counter() - started, "megabytes": len(html) / 1e6}
    with tempfile.TemporaryDirectory() as folder, browser() as running:
        file = Path(folder) / "large.html"
        file.write_text(html, encoding="utf-8")
        context = running.new_context(viewport=WIDE, reduced_motion="reduce")
        opened = open_page(context, file)
        console = context.new_cdp_session(opened.page)
        console.send("Performance.enable", {"timeDomain": "threadTicks"})
        page = opened.open()
        metrics = console.send("Performance.getMetrics")["metrics"]
        found["busy"] = next(m["value"] for m in metrics if m["name"] == "TaskDuration")
        found["interactive"] = (
            page.evaluate(
                "performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd"
            )
            / 1000
        )
        found["first_click"] = (
            page.evaluate(
                "(() => { const start = performance.now();"
                " document.querySelector('#panel .step button').click();"
                " document.querySelector('#panel .evidence').getBoundingClientRect();"
                " return performance.now() - start; })()"
            )
            / 1000
        )
        context.close()
    return found


def main() -> int:
    """Print the figures."""
    if chromium() is None:
        sys.stderr.write("no chromium here: apt-get install chromium\n")
        return 3
    for name, value in measure().items():
        sys.stdout.write(f"page of 5,000 nodes, {name}: {value:.2f}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
