"""The page under strain: strings that want to be markup, graphs that are large."""

from __future__ import annotations

from urllib.parse import quote

import pytest

from graph.view import to_html
from tests.network_sample import iri, sample_network, words
from tests.page.browser import WIDE, browser, chromium, open_page
from tests.page.large import large_network

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium here: apt-get install chromium"
    ),
]
VIEWS = ("story", "timeline", "positions", "proposals", "web")


@pytest.fixture(scope="module")
def chrome():
    with browser() as running:
        yield running


NASTY = (
    '<script>window.hacked = 1</script> "><img src=x onerror="window.hacked = 1"> '
    "</script><svg onload=alert(1)> {{ 7 * 7 }} javascript:alert(1) "
    "\x00\x01\x1b\x7f\u2028\u202e \ud800 -->"
)


def test_hostile_strings_are_text_everywhere(chrome, tmp_path):
    network = sample_network()
    for _, node in network.nodes(data=True):
        node["label"] = NASTY + node["label"]
        node["basis"] = NASTY
        for name in ("topics", "places", "outlets", "participants", "roles"):
            node[name] = [*(node.get(name) or []), NASTY]
    courier = network.graph["articles"][1]
    here = words("courier.txt", "the rest day was gone")
    here.update(
        start=len(courier["text"]), end=len(courier["text"] + NASTY), text=NASTY
    )
    network.nodes[iri("departs")]["evidence"].append(here)
    for _, _, edge in network.edges(data=True):
        edge["rule"] = edge["label"] = NASTY
    for article in network.graph["articles"]:
        article["title"] = article["publisher"] = NASTY
        article["url"] = "javascript:window.hacked=1"
        article["text"] += NASTY
    for rows in ("positions", "proposals", "deviations", "phases"):
        for row in network.graph[rows]:
            for name in (
                "label",
                "side",
                "holder",
                "topic",
                "text",
                "proposer",
                "name",
                "claimed_by",
            ):
                if name in row:
                    row[name] = NASTY
    file = tmp_path / "nasty.html"
    file.write_text(to_html(network, title=NASTY), encoding="utf-8", errors="strict")
    context = chrome.new_context(viewport=WIDE)
    opened = open_page(context, file)

    for view in VIEWS:
        page = opened.open(f"view={view}&node={quote(iri('departs'))}")
        assert "<script>window.hacked" in page.inner_text("#panel-title")
        assert "<img src=x" in page.inner_text("#panel .evidence:last-of-type mark")
        page.click("text=Read in the article")
        assert "<svg onload" in page.inner_text("#panel")
        assert page.locator("#panel a").count() == 0
    page = opened.open()
    page.fill("#search", "script")
    assert "<img src=x" in page.inner_text("#hits")
    assert "\u2400\u2401\u241b\u2421\ufffd\ufffd" in page.inner_text("h1")
    assert page.evaluate("window.hacked") is None
    assert page.locator("img, iframe, object, svg[onload]").count() == 0
    assert opened.foreign == []
    assert opened.complaints == []
    context.close()


def test_a_large_graph_opens_with_its_main_line_and_draws_the_rest_when_asked(
    chrome, tmp_path
):
    file = tmp_path / "large.html"
    file.write_text(to_html(large_network(2000)), encoding="utf-8")
    context = chrome.new_context(viewport=WIDE)
    page = open_page(context, file).open()

    assert page.locator(".card").count() == 5
    assert page.locator("#drawing .mark").count() < 400
    page.click("#more")
    assert page.locator("#drawing .mark").count() > 2000
    context.close()
