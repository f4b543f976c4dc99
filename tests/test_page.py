"""The page in a browser: what a reader sees, and does with mouse or keyboard alone."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from urllib.parse import quote

import pytest

from graph.view import to_html
from tests.network_sample import iri, sample_network
from tests.page.browser import PHONE, WIDE, browser, chromium, open_page

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        chromium() is None, reason="no chromium here: apt-get install chromium"
    ),
]
AXE = Path(__file__).parent / "page" / "vendor" / "axe.min.js"
VIEWS = ("story", "timeline", "positions", "proposals", "web")


@pytest.fixture(scope="module")
def chrome():
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def file(tmp_path_factory):
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_text(to_html(sample_network(), title="Ferry pay"), encoding="utf-8")
    return path


@pytest.fixture
def wide(chrome, file):
    context = chrome.new_context(viewport=WIDE, reduced_motion="reduce")
    yield open_page(context, file)
    context.close()


@pytest.fixture
def phone(chrome, file):
    context = chrome.new_context(viewport=PHONE, has_touch=True)
    yield open_page(context, file)
    context.close()


def focused(page):
    return page.evaluate(
        "document.activeElement.getAttribute('aria-label') || "
        "document.activeElement.textContent"
    )


def marks(page):
    """Return the labels of what is drawn, in the order of time."""
    found = page.locator("#drawing .mark").evaluate_all(
        "items => items.map(item => item.getAttribute('aria-label'))"
    )
    return sorted(found)


def test_it_opens_from_disk_without_a_request_or_a_complaint(wide):
    page = wide.open()
    for view in VIEWS:
        page.click(f"#tab-{view}")
        assert page.is_visible(f"#view-{view}")
    page.wait_for_timeout(300)

    assert wide.foreign == []
    assert wide.complaints == []


def test_the_main_line_is_read_at_first_sight(wide):
    page = wide.open()

    cards = page.locator("#drawing .card")
    assert cards.count() == 5
    assert page.locator(".card-number").all_text_contents() == list("12345")
    assert (
        page.locator(".card-title").all_text_contents()[0]
        == "Ferry talks in PortHalden"
    )
    assert (
        page.locator("#panel .step-label").first.inner_text()
        == "Ferry talks in Port Halden"
    )


@pytest.mark.parametrize("width", [1440, 1100, 800])
def test_cards_of_the_main_line_never_overlap_and_nothing_is_cut_off(wide, width):
    wide.page.set_viewport_size({"width": width, "height": 900})
    page = wide.open()

    boxes = sorted(
        page.locator(".card-box").evaluate_all(
            "items => items.map(i => { const b = i.getBoundingClientRect();"
            " return [b.left, b.top, b.right, b.bottom]; })"
        )
    )
    for one in boxes:
        for other in boxes:
            if one is not other:
                apart = one[2] <= other[0] or other[2] <= one[0]
                assert apart or one[3] <= other[1] or other[3] <= one[1]
    outside = page.locator("#story-svg text").evaluate_all(
        "items => items.filter(i => { const b = i.getBBox();"
        " const right = i.ownerSVGElement.width.baseVal.value;"
        " const mine = b.width && !i.closest('.mark');"
        " return mine && (b.x < 0 || b.x + b.width > right); })"
        ".map(i => i.textContent)"
    )
    assert outside == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_first_step_leads_to_its_sentence(wide):
    page = wide.open()
    page.click("#panel .step button")

    assert page.inner_text("#panel-title") == "Ferry talks in Port Halden"
    quotes = page.locator("#panel .evidence")
    assert quotes.first.locator("blockquote").inner_text() == (
        "The crews' union and Northern Ferries met in Port Halden on Monday."
    )
    assert quotes.first.locator("mark").inner_text() == "met in Port Halden on Monday"
    assert (
        quotes.first.locator("figcaption")
        .inner_text()
        .startswith("Halden Herald, 6 May 2031")
    )
    assert "5 May 2031, known to the day" in page.inner_text("#panel .facts")


def test_the_article_opens_at_the_place_with_its_words_marked(wide):
    page = wide.open(f"node={quote(iri('fire'))}")
    page.click("text=Read in the article")

    assert page.inner_text("#panel-title") == "Crews walk out"
    assert page.inner_text(".article mark.here") == "one boat was set on fire"
    assert page.evaluate(
        "(() => { const box = (q) => document.querySelector(q).getBoundingClientRect();"
        " const m = box('mark.here'), p = box('#panel-body');"
        " return m.top >= p.top && m.bottom <= p.bottom; })()"
    )
    page.click("text=← Back")
    assert page.inner_text("#panel-title") == "A boat is set on fire"


def test_a_relation_shows_its_words_and_how_sure_it_is(wide):
    page = wide.open(f"node={quote(iri('departs'))}")
    page.click("[aria-label='Why: departs from The union puts its terms on paper']")

    assert page.inner_text("#panel-title") == (
        "Brandt: the new terms depart from Port Halden departs from "
        "The union puts its terms on paper"
    )
    assert "fairly sure (80 %)" in page.inner_text("#panel .facts")
    assert (
        page.inner_text("#panel mark") == "depart from what it asked for in Port Halden"
    )


def test_search_finds_what_somebody_said_and_forgives_a_slip(wide):
    page = wide.open()
    page.keyboard.press("/")
    page.keyboard.type("Brandt percant")
    page.keyboard.press("Enter")

    assert "the new version asks for 9 percent" in focused(page)
    page.fill("#search", "Brandt")
    page.focus("#search")
    page.keyboard.press("Enter")

    assert focused(page).startswith("Statement. Karl Brandt")
    assert "Said by" in page.inner_text("#panel .facts")


def test_the_date_filter_leaves_what_is_in_those_days(wide):
    page = wide.open("from=2031-05-12&to=2031-05-31")

    assert all("May 2031" in label for label in marks(page))
    assert len(marks(page)) == 6
    assert "6 of 14 things shown" in page.inner_text("#active")


def test_as_known_on_a_day_hides_what_was_published_later(wide):
    page = wide.open("known=2031-05-07")

    assert len(marks(page)) == 3
    page.click("#panel .step button")
    assert page.locator("#panel .evidence").count() == 1


def test_the_address_restores_the_view(wide):
    page = wide.open()
    page.click("#tab-timeline")
    page.click("#filters summary")
    page.select_option("#f-side", "Northern Ferries")
    page.locator(".timeline [data-n]").first.click()
    title = page.inner_text("#panel-title")
    fragment = page.evaluate("location.hash.slice(1)")

    page = wide.open(fragment)

    assert page.is_visible("#view-timeline")
    assert page.inner_text("#panel-title") == title
    assert page.input_value("#f-side") == "Northern Ferries"
    page.evaluate("document.querySelector('#filters').open = true")
    page.click("#reset")
    assert page.inner_text("#active").strip() == ""


def test_the_keyboard_alone_does_all_of_it(wide):
    page = wide.open()
    press = page.keyboard.press
    for _ in range(40):
        press("Tab")
        if focused(page).startswith("Main line 1 of 5"):
            break
    assert focused(page).startswith("Main line 1 of 5. Talks. Ferry talks")
    press("PageDown")
    assert focused(page).startswith("Main line 2 of 5")
    press("ArrowRight")
    press("End")
    press("Home")
    press("Enter")
    assert focused(page) == page.inner_text("#panel-title")
    press("Tab")
    press("Shift+Tab")
    press("Escape")
    assert page.locator("#panel.open").count() == 0
    assert page.evaluate("document.activeElement.matches('.mark')")
    page.focus("#tab-story")
    press("ArrowRight")
    assert focused(page) == "Timeline"
    assert page.is_visible("#view-timeline")
    page.focus("#filters summary")
    press("Enter")
    press("Tab")
    page.keyboard.type("Talks")
    assert page.input_value("#f-type") == "talks"
    assert page.locator(".timeline .item").count() == 2


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_serious(chrome, file, theme):
    context = chrome.new_context(viewport=WIDE, color_scheme=theme, bypass_csp=True)
    opened = open_page(context, file)
    found = {}
    page = opened.open(f"node={quote(iri('departs'))}")
    page.add_script_tag(path=str(AXE))
    for view in VIEWS:
        page.click(f"#tab-{view}")
        if view == "timeline":
            page.click("#filters summary")
            page.fill("#f-from", "2031-05-12")
        report = page.evaluate("axe.run({resultTypes: ['violations']})")
        for each in report["violations"]:
            if each["impact"] in {"serious", "critical"}:
                found[each["id"]] = [view, each["nodes"][0]["html"], each["help"]]
    context.close()

    assert found == {}


def test_planned_denied_and_undated_things_look_different(wide):
    page = wide.open()

    def classes(name):
        number = next(
            i
            for i, label in enumerate(page.locator("#drawing .mark").all())
            if name in label.get_attribute("aria-label")
        )
        return (
            page.locator("#drawing .mark")
            .nth(number)
            .locator(".shape")
            .get_attribute("class")
        )

    assert "hollow m-planned" in classes("Vote on emergency rules")
    assert "m-negated" in classes("Meeting of owners")
    assert page.locator(".lane-name").all_text_contents()[-1] == "Date not known"


def test_positions_stand_side_by_side(wide):
    page = wide.open("view=positions")

    assert page.locator(".matrix thead th").all_inner_texts() == [
        "On",
        "Crews' union",
        "Northern Ferries",
    ]
    assert "Against · 13 May 2031 · Karl Brandt" in page.inner_text(".matrix")


def test_proposals_show_who_says_that_what_changed(wide):
    page = wide.open("view=proposals")

    table = page.inner_text("table.versions")
    assert page.locator("table.versions thead th").count() == 3
    assert "Changed, says Karl Brandt (13 May 2031)" in table
    assert "Left out, says Karl Brandt (13 May 2031)" in table
    assert page.locator("tr.changed").count() == 2


def test_tables_and_pictures_can_be_taken_away(wide):
    page = wide.open()
    taken = {}
    for kind in ("csv", "svg", "png"):
        page.click("#save summary")
        with page.expect_download() as download:
            page.click(f"#save-{kind}")
        taken[kind] = Path(download.value.path()).read_bytes()
        assert download.value.suggested_filename == f"ferry-pay-story.{kind}"

    rows = list(csv.DictReader(io.StringIO(taken["csv"].decode("utf-8-sig"))))
    assert len(rows) == 14
    fire = next(row for row in rows if row["label"] == "A boat is set on fire")
    text = next(
        row["text"]
        for row in sample_network().graph["articles"]
        if row["file"] == fire["file"]
    )
    assert text[int(fire["start"]) : int(fire["end"])] == fire["words"]
    assert taken["svg"].startswith(b"<?xml")
    assert b"Ferry talks" in taken["svg"]
    assert taken["png"].startswith(b"\x89PNG")


def test_a_phone_tells_the_main_line_first_and_needs_no_sideways_scrolling(phone):
    for view in VIEWS:
        page = phone.open(f"view={view}")
        assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page = phone.open()
    assert page.locator("#steps .step").count() == 5
    page.tap("#steps .step button")
    assert page.is_visible("#panel.open")
    page.tap("#panel .close")
    assert not page.is_visible("#panel")
    assert phone.complaints == []


def test_the_theme_can_be_switched_and_is_kept(wide):
    page = wide.open()
    before = page.evaluate(
        "getComputedStyle(document.body.parentElement).backgroundColor"
    )
    page.click("#theme")

    assert (
        page.evaluate("getComputedStyle(document.body.parentElement).backgroundColor")
        != before
    )
    assert "theme=dark" in page.url


def test_the_list_of_the_network_view_opens_things_without_a_mouse(wide):
    page = wide.open("view=web")
    page.wait_for_selector("#web canvas")
    page.select_option("#web-list", label="Ada Moen")

    assert page.inner_text("#panel-title") == "Ada Moen"
    assert "Described as" in page.inner_text("#panel")
