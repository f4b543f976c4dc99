"""The page as a document: self-contained, safe, the same for the same network."""

from __future__ import annotations

import base64
import copy
import hashlib
import json
import re

import networkx as nx
import pytest

from graph.page.lanes import arrange
from graph.page.payload import day_range, payload
from graph.page.texts import Offsets, script_json, visible
from graph.view import to_html
from tests.network_sample import GAZETTE, add, iri, sample_network, words


@pytest.fixture(scope="module")
def html():
    return to_html(sample_network(), title="Ferry pay")


def data(html: str, name: str):
    pattern = rf'<script type="application/json" id="parley-{name}">(.*?)</script>'
    return json.loads(re.search(pattern, html, re.DOTALL)[1])


def test_the_page_refers_to_nothing_outside_itself(html):
    outside = re.sub(
        r"<script.*?</script>|<style.*?</style>", "", html, flags=re.DOTALL
    )

    assert not re.search(r"<link|<img|<iframe|\bsrc=|url\(|@import", outside)
    assert not re.search(
        r"url\(|@import", re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    )
    assert "sourceMappingURL" not in html


def test_the_policy_allows_exactly_the_scripts_and_the_style_of_the_page(html):
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)[1]
    policy = policy.replace("&#39;", "'")
    inline = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)

    def allowed(text: str) -> str:
        digest = hashlib.sha256(text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert policy == (
        f"default-src 'none'; script-src {' '.join(map(allowed, inline))}; "
        f"style-src {allowed(styles[0])}; img-src data: blob:; base-uri 'none'; "
        "form-action 'none'"
    )
    assert len(inline) == 2
    assert len(styles) == 1


def test_the_network_is_left_as_it_was():
    network = sample_network()
    before = copy.deepcopy(network)

    to_html(network)

    assert nx.utils.graphs_equal(network, before)
    assert network.graph == before.graph


def test_the_same_network_gives_the_same_page_whatever_the_order_of_its_nodes(html):
    network = sample_network()
    turned: nx.MultiDiGraph[str] = nx.MultiDiGraph(**network.graph)
    turned.add_nodes_from(reversed(list(network.nodes(data=True))))
    turned.add_edges_from(reversed(list(network.edges(keys=True, data=True))))

    assert to_html(turned, title="Ferry pay") == html


def test_an_empty_network_still_gives_a_page():
    assert "<title>The negotiation</title>" in to_html(nx.MultiDiGraph())


def test_a_page_without_a_title_is_named_after_the_two_main_sides():
    page = to_html(sample_network())

    assert "<h1>Crews&#39; union and Northern Ferries: the negotiation</h1>" in page


def test_nodes_stand_in_the_page_as_pyvis_wrote_them(html):
    nodes = data(html, "network")["nodes"]
    by_iri = {node["iri"]: node for node in nodes}

    talks, vote = by_iri[iri("talks")], by_iri[iri("vote")]
    assert (talks["label"], talks["shape"], talks["size"]) == (
        "Ferry talks in Port Halden",
        "dot",
        14,
    )
    assert vote["hollow"]
    assert vote["shapeProperties"] == {"borderDashes": [6, 4]}
    assert (vote["b"], vote["l"]) == ("2031-06-01", "2031-06-30")


def test_the_main_line_comes_first_and_in_order(html):
    nodes = data(html, "network")["nodes"]

    assert data(html, "about")["main"] == [0, 1, 2, 3, 4]
    assert [node["iri"] for node in nodes[:5]] == [
        iri(name) for name in ("talks", "terms", "departs", "deadlock", "no-talks")
    ]


def test_sides_have_lanes_and_the_rest_stands_between_or_beneath():
    network = sample_network()

    lanes, lane_of, sides = arrange(network)

    assert [lane.label for lane in lanes] == [
        "Crews' union",
        "At the table",
        "Northern Ferries",
        "Mediators and others",
        "On the ground",
    ]
    named = {name: lanes[lane_of[iri(name)]].kind for name in ("talks", "fire", "vote")}
    assert named == {"talks": "table", "fire": "ground", "vote": "others"}
    assert sides[iri("deadlock")] == ("Northern Ferries",)


def test_reports_of_one_utterance_are_one_node_with_the_words_of_all():
    network = sample_network()
    for name, file, text in (
        ("act-1", "herald.txt", "We have put our terms on paper"),
        ("act-2", "courier.txt", "what it asked for in Port Halden"),
    ):
        add(
            network,
            name,
            text,
            words(file, text, "Ada Moen"),
            kind="statement",
            begin="2031-05-05",
            speaker="Ada Moen",
            text=text,
            speech_act=iri("act"),
        )

    shown = payload(network, title="")

    found = [node for node in shown.nodes if node.facts["iri"].startswith(iri("act-"))]
    assert [(node.facts["outlets"], len(node.facts["ev"])) for node in found] == [
        (["The Courier", "Halden Herald"], 2)
    ]
    assert found[0].facts["also"] == [iri("act-1")]


def test_offsets_count_as_a_browser_counts():
    network = sample_network()
    start = GAZETTE.index("one boat was set on fire")

    shown = payload(network, title="")

    fire = next(node for node in shown.nodes if node.facts["iri"] == iri("fire"))
    assert Offsets(GAZETTE).unit(start) == start + 1
    assert fire.facts["ev"] == [{"a": 2, "s": start + 1, "e": start + 25}]


def test_evidence_that_no_article_bears_out_keeps_its_own_words():
    network = sample_network()
    row = {**words("herald.txt", "a rest day"), "start": 0, "end": 10}
    add(network, "odd", "Odd", row, begin="2031-05-05")

    shown = payload(network, title="")

    odd = next(node for node in shown.nodes if node.facts["iri"] == iri("odd"))
    assert odd.facts["ev"] == [{"a": 0, "t": "a rest day", "f": "herald.txt"}]


@pytest.mark.parametrize(
    ("begin", "last", "days"),
    [
        ("2031-05-06", None, ("2031-05-06", "2031-05-06")),
        ("2031-02", None, ("2031-02-01", "2031-02-28")),
        ("2031", "2031", ("2031-01-01", "2031-12-31")),
        ("2031-W19", None, ("2031-05-05", "2031-05-11")),
        ("2031-05-06", "2031-05-04", ("2031-05-06", "2031-05-06")),
        ("2031-02-30", None, None),
        ("XXXX-WXX-3", None, None),
        (None, "2031-05-06", None),
    ],
    ids=[
        "day",
        "month",
        "year",
        "week",
        "backwards",
        "no such day",
        "open",
        "no begin",
    ],
)
def test_days_may_be_prefixes(begin, last, days):
    assert day_range(begin, last) == days


@pytest.mark.parametrize(
    "text",
    ["</script>", "<!--", "]]>", "\u2028", "\x00", "\x85", "\ud800", "&lt;", "\ufeff"],
    ids=ascii,
)
def test_json_in_a_script_holds_nothing_that_html_or_utf8_minds(text):
    written = script_json([text])

    assert json.loads(written) == [text]
    assert not re.search(r"[<>&\u2028\u2029\x00-\x1f\x7f-\x9f\ufeff]", written)
    assert written.encode("utf-8")


def test_what_nobody_would_see_is_shown_by_a_sign_of_the_same_length():
    assert (
        visible("a\x00\x1b\x7f\u202e\ud800\nb") == "a\u2400\u241b\u2421\ufffd\ufffd\nb"
    )
