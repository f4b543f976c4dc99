"""Plain words find their node, and a path in time between two of them."""

from __future__ import annotations

import pytest

from graph.chronology import tell
from graph.compare import check, compare
from graph.errors import NotFoundError
from graph.network import to_network
from graph.path import find_path, understand
from tests.ferry_strike import Paper, ferry_strike


@pytest.fixture(scope="module")
def story():
    return tell(ferry_strike())


@pytest.fixture(scope="module")
def network(story):
    return to_network(story)


@pytest.mark.parametrize(
    ("phrase", "kind", "day"),
    [
        ("Port Vell talks", "talks", "2031-05-06"),
        ("the Port Vel negotiations", "talks", "2031-05-06"),
        ("September impasse", "impasse", "2031-09-05"),
        ("Dahl's deviation", "deviation", "2031-05-15"),
        ("the first draft", "proposal", "2031-05-06"),
        ("the latest draft", "proposal", "2031-05-14"),
        ("deadlock in May", "impasse", "2031-05-16"),
        ("2031-05-14 proposal", "proposal", "2031-05-14"),
        ("Norlink's pledge", "pledge", "2031-05-06"),
        ("Ivo Dahl", "person", None),
    ],
)
def test_a_phrase_is_understood(network, phrase, kind, day):
    node = network.nodes[understand(network, phrase).node]

    assert (node["type"], node["begin"]) == (kind, day)


def test_an_iri_and_a_whole_label_mean_themselves(network, story):
    talks = next(e for e in story.events if e.type == "talks")

    assert understand(network, talks.iri).node == talks.iri
    assert understand(network, talks.label).node == talks.iri


def test_where_two_fit_both_are_listed(network):
    found = understand(network, "the deadlock")

    assert found.label.endswith("(2031-05-16)")
    assert "No sign of new talks (2031-09-05)" in [
        label for _, label in found.alternatives
    ]


def test_words_that_fit_nothing_are_refused_with_what_is_close(network):
    with pytest.raises(NotFoundError, match=r"moon landing.*closest are"):
        understand(network, "moon landing")


def test_a_path_goes_through_proposals_and_claims(network):
    found = find_path(network, "Port Vell talks", "September impasse")

    days = [network.nodes[n]["begin"] for n in found.nodes]
    assert days == sorted(days)
    assert [network.nodes[n]["type"] for n in found.nodes] == [
        "talks",
        "proposal",
        "proposal",
        "proposal",
        "deviation",
        "impasse",
        "impasse",
    ]
    assert len(found.edges) == len(found.nodes) - 1
    assert {e.relation for e in found.edges} <= {
        "partOf",
        "about",
        "revisionOf",
        "respondsTo",
        "deviatesFrom",
    }


def test_each_step_of_a_path_is_an_edge_of_the_graph_with_words(network):
    found = find_path(network, "Port Vell talks", "September impasse")

    for (one, other), edge in zip(
        zip(found.nodes, found.nodes[1:], strict=False), found.edges, strict=True
    ):
        assert {edge.source, edge.target} == {one, other}
        assert network.has_edge(edge.source, edge.target, key=edge.relation)
        assert edge.evidence


def test_a_path_asked_backwards_is_told_forwards(network):
    there = find_path(network, "Port Vell talks", "September impasse")

    assert (
        find_path(network, "September impasse", "Port Vell talks").nodes == there.nodes
    )


def test_two_versions_are_compared_by_topic(story):
    first, new = story.proposals

    assert [(d.kind, d.topic) for d in compare(first, new)] == [
        ("changed", "rest"),
        ("omitted", "crew"),
        ("omitted", "wages"),
    ]


def test_a_claim_stands_beside_what_the_texts_show(story):
    told = check(story.deviations, story.proposals)

    assert [(c.claim is not None, c.difference.topic) for c in told] == [
        (True, "rest"),
        (False, "crew"),
        (False, "wages"),
    ]


def _walkout() -> Paper:
    text = (
        "The Seafarers' Union put its demands in March. Norlink put an offer in May. "
        "The Seafarers' Union began a strike on 2 June."
    )
    paper = Paper("post.txt", "2031-06-05", text)
    union, line = ("Seafarers' Union",), ("Norlink",)
    paper.event(
        "proposal",
        "put its demands",
        begin="2031-03",
        who=union,
        label="Crews' demands",
    )
    paper.event(
        "proposal", "put an offer", begin="2031-05", who=line, label="Norlink's offer"
    )
    return paper.event(
        "other",
        "began a strike",
        begin="2031-06-02",
        who=union,
        label="Strike by Seafarers' Union",
    )


@pytest.mark.parametrize(
    ("phrase", "label"),
    [
        ("first offer", "Norlink's offer (2031-05)"),
        ("the strike", "Strike by Seafarers' Union (2031-06-02)"),
        ("the start of the strike", "Strike by Seafarers' Union (2031-06-02)"),
    ],
)
def test_a_word_means_what_is_called_so_before_what_is_like_it(phrase, label):
    known = to_network(tell([_walkout().reading()]))

    found = understand(known, phrase)

    assert found.label == label
    assert label not in [other for _, other in found.alternatives]
