"""The page of the seed articles, in a browser: from the graph to the words."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest

from graph.chronology import tell
from graph.network import to_network
from graph.page.payload import payload
from graph.view import to_html
from tests.page.browser import PHONE, WIDE, browser, chromium, open_page
from tests.page.measure import story_faults

pytestmark = [
    pytest.mark.slow,
    pytest.mark.model,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium here: apt-get install chromium"
    ),
]


@pytest.fixture(scope="module")
def network(seed_readings):
    return to_network(tell(seed_readings))


@pytest.fixture(scope="module")
def file(network, tmp_path_factory):
    path = tmp_path_factory.mktemp("seeds") / "page.html"
    path.write_text(to_html(network), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def chrome():
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def opened(chrome, file):
    context = chrome.new_context(viewport=WIDE, reduced_motion="reduce")
    return open_page(context, file)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["1440", "390"])
def test_no_label_overlaps_is_crossed_or_is_cut_off(chrome, file, size, theme):
    context = chrome.new_context(
        viewport=size, color_scheme=theme, reduced_motion="reduce"
    )
    found = story_faults(open_page(context, file).open())
    context.close()

    assert found == []


def test_a_proposal_and_the_event_of_it_are_one_mark(opened, network):
    page = opened.open()
    labels = page.locator("#drawing .mark").evaluate_all(
        "items => items.map(item => item.getAttribute('aria-label'))"
    )
    put_forward = [
        data["label"]
        for _, data in network.nodes(data=True)
        if data["kind"] == "proposal" and data.get("event") in network
    ]

    assert put_forward
    for label in put_forward:
        assert sum(label in each for each in labels) == 1


def test_the_page_of_the_seeds_is_small_and_complete(opened, network):
    page = opened.open()

    assert opened.file.stat().st_size < 2_500_000
    steps = page.locator("#panel .step-label").all_inner_texts()
    assert steps == [
        network.nodes[node]["label"] for node in network.graph["main_line"]
    ]
    assert opened.foreign == []
    assert opened.complaints == []


def test_every_step_of_the_main_line_shows_its_own_words_in_their_sentence(
    opened, network
):
    for node in network.graph["main_line"]:
        page = opened.open(f"node={quote(node)}")
        words = page.locator("#panel [aria-labelledby=ev-head] .evidence mark")
        marked = words.all_text_contents()
        assert marked == [row["text"] for row in network.nodes[node]["evidence"]]


def test_the_first_step_quotes_words_that_name_what_its_label_names(opened):
    page = opened.open()
    step = page.locator(".step").filter(has=page.locator(".step-words")).first
    label = step.locator(".step-label").inner_text()
    words = step.locator(".step-words").inner_text()

    assert set(re.findall(r"\w{4,}", label)) & set(re.findall(r"\w{4,}", words))


def test_searching_for_a_speaker_focuses_what_was_said(opened, network):
    speaker = next(
        row["claimed_by"] for row in network.graph["deviations"] if row["claimed_by"]
    )
    page = opened.open()
    page.fill("#search", speaker.split()[-1])
    page.focus("#search")
    page.keyboard.press("Enter")

    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith(f"Statement. {speaker}")
    assert speaker in page.inner_text("#panel-title")


def test_the_filter_to_one_month_leaves_what_is_in_it(opened, network):
    month = next(row["date"] for row in network.graph["deviations"] if row["date"])[:7]
    first, last = f"{month}-01", f"{month}-28"
    expected = sorted(
        node.label
        for node in payload(network, title="").nodes
        if "b" in node.facts
        and node.facts["b"] <= last
        and node.facts.get("l", node.facts["b"]) >= first
    )
    page = opened.open(f"from={first}&to={last}")
    shown = page.evaluate(
        "[...document.querySelectorAll('#drawing .mark')].map(i => i.ariaLabel)"
    )

    assert len(shown) == len(expected) > 0
    assert all(
        any(label.lower() in name.lower() for name in shown) for label in expected
    )
