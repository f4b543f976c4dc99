"""The Python surface: one object for notebooks and pipelines."""

from __future__ import annotations

import inspect
from datetime import date
from itertools import pairwise

import pandas as pd
import pytest
import rdflib

from graph import NegotiationGraph
from graph.errors import GraphError, NotFoundError, StoreError
from graph.known import known_on
from graph.output import replaced_whole, write_graph
from graph.triples import quads
from tests.story_sample import (
    BERG,
    DRAFT,
    LED_TO,
    NEVER,
    NEVER_SAID,
    OFFER,
    TALKS,
    WALKOUT,
    sample_story,
)


@pytest.fixture(scope="module")
def dam(tmp_path_factory):
    """The graph of the dam, from an output folder."""
    folder = tmp_path_factory.mktemp("dam") / "out"
    with replaced_whole(folder) as new:
        write_graph(new, quads(sample_story()))
    return NegotiationGraph.open(folder)


PUBLIC = [
    name
    for name, value in inspect.getmembers(NegotiationGraph)
    if not name.startswith("_")
]


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_is_documented(name):
    assert inspect.getdoc(getattr(NegotiationGraph, name))


def test_what_was_opened_is_what_was_written(dam):
    assert repr(dam) == (
        "NegotiationGraph(4 articles, 4 events, 4 statements, 2 proposals)"
    )


@pytest.mark.parametrize("where", ["", "store", "graph.trig"])
def test_a_folder_a_store_and_a_file_open_alike(dam, where):
    folder = dam.store.folder.parent

    assert NegotiationGraph.open(folder / where).story == dam.story


def test_a_file_that_holds_no_graphs_is_refused(tmp_path):
    (tmp_path / "a.txt").write_text("They met.", encoding="utf-8")

    with pytest.raises(StoreError, match="not a file of named graphs"):
        NegotiationGraph.open(tmp_path / "a.txt")


def test_a_damaged_file_is_refused(tmp_path):
    (tmp_path / "a.trig").write_text("<a> <b", encoding="utf-8")

    with pytest.raises(StoreError, match="cannot be read"):
        NegotiationGraph.open(tmp_path / "a.trig")


def test_tables_are_frames(dam):
    frames = dam.to_pandas()

    assert all(isinstance(frame, pd.DataFrame) for frame in frames.values())
    assert len(frames["timeline"]) == 4


def test_statements_of_a_speaker_on_a_topic(dam):
    found = dam.statements(speaker="berg", topic="dam")

    assert set(found["speaker"]) == {"Anna Berg"}
    assert len(found) == 2


def test_the_way_from_one_event_to_another(dam):
    way = dam.path("April offer", "walkout")

    assert way.nodes[-1]["iri"] == WALKOUT
    assert all(edge["evidence"] for edge in way.edges)
    assert "Sudmark leaves the talks" in str(way)
    assert way._repr_html_().startswith("<ol>")


def test_a_way_to_nowhere_is_not_found(dam):
    with pytest.raises(NotFoundError):
        dam.path("Lindau talks", "the moon landing")


def test_two_versions_side_by_side_with_what_is_claimed(dam):
    found = dam.compare("Norland's offer", DRAFT)

    assert found[["basis", "kind", "claimed_by"]].astype(object).where(
        found.notna(), None
    ).values.tolist() == [
        ["claimed", "changed", "Otto Falk"],
        ["texts", "changed", None],
    ]
    assert found["old"].tolist() == [
        "40 percent of the water",
        "Sudmark receive 40 percent of the water",
    ]


def test_only_proposals_can_be_compared(dam):
    with pytest.raises(NotFoundError):
        dam.compare(TALKS, DRAFT)


def test_what_was_known_before_anything_was_published(dam):
    assert repr(dam.as_of("2031-04-01")).startswith("NegotiationGraph(0 articles, 0")


def test_what_was_known_after_the_first_article(dam):
    then = dam.as_of("2031-04-02")

    talks = next(row for row in then.rows.timeline() if row["iri"] == TALKS)
    assert talks["outlets"] == ["The Lindau Post"]
    assert [act.reports for act in then.story.speech_acts] == [(NEVER,)]
    assert then.story.links == ()
    assert [p.iri for p in then.story.proposals] == [OFFER]


def test_later_articles_add_and_never_take_away():
    story = sample_story()
    days = [date(2031, 4, d) for d in (1, 2, 3)] + [date(2031, 5, 10)]

    known = [{e.iri for e in known_on(story, day).events} for day in days]

    assert all(a <= b for a, b in pairwise(known))
    assert known[-1] == {each.iri for each in story.events}


def test_an_undated_article_was_known_on_no_day(dam):
    then = dam.as_of(date(2099, 1, 1))

    assert "undated.txt" not in {each.file for each in then.story.articles}


def test_what_was_known_conforms_to_the_shapes(dam):
    from graph.shapes import broken_shapes

    for day in ("2031-04-02", "2031-04-03", "2031-05-10"):
        assert broken_shapes(dam.as_of(day).store.quads()) == []


def test_a_day_that_is_none_is_refused(dam):
    with pytest.raises(GraphError, match="write it as"):
        dam.as_of("April 8")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (TALKS, TALKS),
        ("Talks in Lindau", TALKS),
        ("talks in lindau", TALKS),
        ("A. Berg", BERG),
        ("party:norland", "https://w3id.org/parley/id/party/norland"),
        (LED_TO, LED_TO),
        (NEVER_SAID, NEVER_SAID),
        ("Lindau talks", TALKS),
    ],
)
def test_why_takes_iris_labels_and_phrases(dam, asked, found):
    assert dam.why(asked).iri == found


def test_why_shows_words_articles_rules_and_confidence(dam):
    said = str(dam.why(TALKS))

    assert "“met in Lindau on Tuesday”  The Lindau Post, 2031-04-02" in said
    assert "River News, 2031-04-03, inferred (second.txt:" in said
    assert "same type, place and day (0.95): talks in Lindau on 1 April" in said
    assert "denied: yes" in said


def test_why_of_a_link_names_its_rule(dam):
    reason = dam.why(LED_TO).reasons[0]

    assert (reason.rule, reason.confidence) == ("blamed", 0.8)


def test_why_in_a_notebook_is_escaped(dam):
    page = dam.why("undated.txt")._repr_html_()

    assert "<b>problem" not in page


def test_why_lists_what_a_word_may_mean(dam):
    found = dam.why("April offer")

    assert found.alternatives


def test_why_of_nothing_says_so(dam):
    with pytest.raises(NotFoundError, match="nothing in the graph is called 'xyzzy'"):
        dam.why("xyzzy")


def test_to_networkx_is_a_copy(dam):
    copy = dam.to_networkx()
    copy.clear()

    assert dam.network.number_of_nodes() > 0


def test_to_rdf_is_a_dataset_with_every_quad(dam):
    held = dam.to_rdf()

    assert isinstance(held, rdflib.Dataset)
    assert len(set(held.quads())) == len(list(dam.store.quads()))


def test_to_rdf_is_a_copy_that_may_be_changed(dam):
    held = dam.to_rdf()
    before = len(list(dam.store.quads()))

    held.add((rdflib.URIRef("urn:a"), rdflib.RDFS.label, rdflib.Literal("x")))

    assert len(list(dam.store.quads())) == before


def test_the_page_is_shown_in_a_frame_without_a_network(dam):
    shown = dam.show(height=400)._repr_html_()

    assert shown.startswith('<div><iframe srcdoc="')
    assert 'height="400"' in shown
    assert "<script" not in shown  # escaped: it belongs to the frame


def test_a_graph_in_a_notebook_shows_its_main_line(dam):
    shown = dam._repr_html_()

    assert "<b>4</b> events" in shown
    assert "<li><b>2031-05-09</b> Sudmark leaves the talks</li>" in shown


def test_why_shows_what_the_reader_said():
    from graph.correction_triples import correction_quads
    from graph.corrections import Correction, Target
    from graph.store import EmbeddedStore

    said = Correction(
        kind="rename",
        targets=(Target(iri=BERG, label="A. Berg"), Target(iri="by hand, no IRI")),
        value="Anna Berg",
        who="Ruiz",
        when="2031-06-01",
        why="her full name",
    )
    facts = [*quads(sample_story()), *correction_quads([said])]

    found = NegotiationGraph(EmbeddedStore.memory(facts)).why(BERG)

    assert found.corrections == (
        "rename: A. Berg, by hand, no IRI = Anna Berg, by Ruiz, on 2031-06-01: "
        "her full name",
    )
    assert "corrected:\n  rename" in str(found)
