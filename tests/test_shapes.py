"""Shapes: a graph that breaks one is refused, by name of thing, shape and article."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
import typer
from pyoxigraph import Literal, NamedNode, Quad
from rdflib import RDF, SH, Graph, Namespace
from rdflib import Literal as Value

from graph.commands.common import ExitCode, reported
from graph.errors import ShapeError
from graph.named import named_query
from graph.naming import article_iri
from graph.shapes import broken_shapes, check
from graph.terms import GAF, NIF, PL, PROV, RDFS, SCHEMA, SEM, SKOS, XSD
from graph.triples import quads
from tests.story_sample import (
    DEVIATION,
    DRAFT_SAID,
    FIRST,
    LED_TO,
    NEVER,
    NORLAND,
    OFFER,
    SHARE_40,
    TALKS,
    WALKOUT,
    sample_story,
)

ARTICLE = article_iri(FIRST.id)
SHAPE = Namespace("https://w3id.org/parley/shapes#")
Change = Callable[[list[Quad]], Iterator[Quad]]


@pytest.fixture(scope="module")
def facts():
    """The quads of the dam, which break nothing."""
    return list(quads(sample_story()))


def without(subject: str, term: str) -> Change:
    """Leave out what a thing has of a term."""

    def change(facts: list[Quad]) -> Iterator[Quad]:
        for quad in facts:
            if (quad.subject.value, quad.predicate.value) != (subject, str(term)):
                yield quad

    return change


def with_value(subject: str, term: str, value: str, kind: str | None = None) -> Change:
    """Give a thing one more value of a term."""

    def change(facts: list[Quad]) -> Iterator[Quad]:
        yield from facts
        graph = next(q.graph_name for q in facts if q.subject.value == subject)
        if kind == "iri":
            term_value: NamedNode | Literal = NamedNode(value)
        elif kind is None:
            term_value = Literal(value)
        else:
            term_value = Literal(value, datatype=NamedNode(str(kind)))
        yield Quad(NamedNode(subject), NamedNode(term), term_value, graph)

    return change


def instead(subject: str, term: str, value: str, kind: str | None = None) -> Change:
    """Give a thing another value of a term."""

    def change(facts: list[Quad]) -> Iterator[Quad]:
        left = list(without(subject, term)(facts))
        yield from with_value(subject, term, value, kind)(left)

    return change


SPAN = f"{ARTICLE}#char=86,102"
NOWHERE = "https://w3id.org/parley/id/event/nowhere"
POSITION = next(each.iri for each in sample_story().positions)
PHASE = next(each.iri for each in sample_story().phases)

BREACHES = [
    ("Grounded", TALKS, without(TALKS, GAF.denotedBy)),
    ("Grounded", NORLAND, without(NORLAND, GAF.denotedBy)),
    ("Grounded", SHARE_40, without(SHARE_40, GAF.denotedBy)),
    ("Words", SPAN, without(SPAN, NIF.anchorOf)),
    ("Words", SPAN, without(SPAN, NIF.referenceContext)),
    ("Words", SPAN, instead(SPAN, NIF.beginIndex, "500", XSD.integer)),
    ("Words", SPAN, instead(SPAN, NIF.beginIndex, "-1", XSD.integer)),
    ("Words", SPAN, with_value(SPAN, NIF.endIndex, "104", XSD.integer)),
    ("Words", NOWHERE, with_value(TALKS, GAF.denotedBy, NOWHERE, "iri")),
    ("Article", ARTICLE, without(ARTICLE, PL.file)),
    ("Article", ARTICLE, without(ARTICLE, PL.publishedBasis)),
    ("Article", ARTICLE, instead(ARTICLE, PL.publishedBasis, "guessed")),
    ("Article", ARTICLE, instead(ARTICLE, SCHEMA.datePublished, "soon")),
    ("Named", NORLAND, without(NORLAND, SKOS.prefLabel)),
    ("Named", NORLAND, with_value(NORLAND, SKOS.prefLabel, "Northland")),
    ("Named", NOWHERE, with_value(TALKS, SEM.hasActor, NOWHERE, "iri")),
    ("Event", TALKS, without(TALKS, RDFS.label)),
    ("Event", TALKS, instead(TALKS, PL.modality, "possible")),
    ("Event", TALKS, instead(TALKS, SEM.hasBeginTimeStamp, "2031-04-02", XSD.date)),
    ("Event", TALKS, with_value(TALKS, SEM.hasEndTimeStamp, "2031-04-09", XSD.date)),
    ("Confidence", TALKS, instead(TALKS, PL.confidence, "1.5", XSD.decimal)),
    ("Statement", NEVER, without(NEVER, PL.content)),
    ("Statement", NEVER, without(NEVER, PL.reports)),
    ("Statement", NEVER, instead(NEVER, PL.kind, "hearsay")),
    ("SpeechAct", DRAFT_SAID, without(DRAFT_SAID, PL.origins)),
    ("Typed", NOWHERE, with_value(NEVER, PL.inside, NOWHERE, "iri")),
    ("Proposal", OFFER, without(OFFER, RDFS.label)),
    ("Provision", SHARE_40, without(SHARE_40, PL.mainTopic)),
    ("Provision", SHARE_40, without(OFFER, PL.hasProvision)),
    ("ClaimedDeviation", DEVIATION, without(DEVIATION, PL.newWords)),
    ("ClaimedDeviation", DEVIATION, instead(DEVIATION, PL.changeKind, "bent")),
    ("Link", LED_TO, without(LED_TO, PL.rule)),
    ("Link", LED_TO, instead(LED_TO, PL.relation, str(PL.speaker), "iri")),
    ("Typed", NOWHERE, instead(LED_TO, PL.to, NOWHERE, "iri")),
    ("Position", POSITION, without(POSITION, PROV.wasDerivedFrom)),
    ("Position", POSITION, instead(POSITION, PL.outlets, "0", XSD.integer)),
    ("Phase", PHASE, without(PHASE, PL.beganWith)),
    ("Phase", PHASE, without(PHASE, PL.phaseName)),
]


def test_a_graph_that_we_write_conforms(facts):
    assert broken_shapes(facts) == []


@pytest.mark.parametrize(
    ("shape", "node", "change"),
    BREACHES,
    ids=[f"{shape}-{n}" for n, (shape, _, _) in enumerate(BREACHES)],
)
def test_every_breach_is_reported_by_thing_and_shape(facts, shape, node, change):
    broken = broken_shapes(list(change(facts)))

    assert (node, shape) in {(each.node, each.shape) for each in broken}


@pytest.mark.parametrize("shape", sorted({shape for shape, _, _ in BREACHES}))
def test_a_breach_is_found_by_its_own_shape_and_no_other(facts, shape, monkeypatch):
    """Silence one shape: what it reported is reported no more."""
    silenced = Graph().parse("graph/vocabulary/shapes.ttl")
    silenced.add((SHAPE[shape], SH.deactivated, Value(True)))
    monkeypatch.setattr("graph.shapes._shapes", lambda: silenced)
    node, change = next((n, c) for name, n, c in BREACHES if name == shape)

    broken = broken_shapes(list(change(facts)))

    assert (node, shape) not in {(each.node, each.shape) for each in broken}


def test_judgements_need_their_rule(facts):
    judgement = next(
        q.subject.value for q in facts if q.object == NamedNode(PL.Judgement)
    )

    (broken,) = broken_shapes(list(without(judgement, PL.rule)(facts)))

    assert (broken.shape, broken.node) == ("Judgement", judgement)


def test_every_shape_is_broken_by_some_test():
    shapes = Graph().parse("graph/vocabulary/shapes.ttl")
    named = {
        str(each).rpartition("#")[2]
        for each in shapes.subjects(RDF.type, SH.NodeShape)
        if "#" in str(each)
    }

    assert named - {shape for shape, _, _ in BREACHES} == {"Judgement"}


def test_the_message_names_the_thing_the_shape_and_the_article(facts):
    with pytest.raises(ShapeError) as raised:
        check(without(NEVER, PL.content)(facts))

    assert str(raised.value) == (
        "the graph breaks its shapes in 1 places:\n"
        f"  {NEVER}: Statement: a statement has content (read from first.txt)"
    )


def test_a_broken_graph_ends_a_command_with_its_own_exit_code(facts, capsys):
    def command():
        with reported():
            check(without(WALKOUT, GAF.denotedBy)(facts))

    with pytest.raises(typer.Exit) as raised:
        command()

    assert raised.value.exit_code == ExitCode.NOT_CONFORMANT
    assert WALKOUT in capsys.readouterr().err


def test_the_shapes_are_shacl_core_only():
    shapes = Graph().parse("graph/vocabulary/shapes.ttl")

    used = {str(term).rpartition("shacl#")[2] for term in shapes.predicates()}
    assert not used & {"sparql", "js", "rule", "values", "expression", "select", "ask"}


def test_a_query_finds_no_fact_without_words_where_the_shapes_hold():
    assert "gaf:denotedBy" in named_query("facts-without-words").text
