"""Nothing on the page overlaps, is crossed or is cut off: measured, not looked at."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.view import to_html
from tests.network_sample import sample_network
from tests.page.browser import PHONE, WIDE, browser, chromium, open_page
from tests.page.large import large_network
from tests.page.measure import FAULTS, spoil, story_faults, words_of_drawing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium here: apt-get install chromium"
    ),
]
SIZES = [pytest.param(WIDE, id="1440"), pytest.param(PHONE, id="390")]


@pytest.fixture(scope="module")
def chrome():
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("clear") / "small.html"
    path.write_text(to_html(sample_network()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def crowded(tmp_path_factory):
    path = tmp_path_factory.mktemp("clear") / "crowded.html"
    path.write_text(to_html(large_network(160)), encoding="utf-8")
    return path


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES)
def test_labels_stand_clear_of_each_other_of_lines_and_of_the_edge(
    chrome, small, crowded, size, theme
):
    context = chrome.new_context(
        viewport=size, color_scheme=theme, reduced_motion="reduce"
    )
    found = {
        file.stem: story_faults(open_page(context, file).open())
        for file in (small, crowded)
    }
    context.close()

    assert found == {"small": [], "crowded": []}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_drawing_that_is_spoilt_on_purpose_is_found_out(chrome, small, fault):
    context = chrome.new_context(viewport=WIDE, reduced_motion="reduce")
    page = open_page(context, small).open()
    spoil(page, fault)
    found = story_faults(page)
    context.close()

    assert any(each.startswith(fault) for each in found), found


@pytest.mark.parametrize("size", SIZES)
def test_labels_of_the_network_view_stand_clear_of_each_other(chrome, crowded, size):
    context = chrome.new_context(viewport=size, reduced_motion="reduce")
    page = open_page(context, crowded).open("view=web")
    page.wait_for_selector("#web canvas")
    page.click("#save summary")
    with page.expect_download() as download:
        page.click("#save-svg")
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    faults, labels = words_of_drawing(context.new_page(), saved.split("?>", 1)[1])
    context.close()

    assert faults == []
    assert labels > 10
