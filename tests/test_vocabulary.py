"""The vocabulary: every term defined, described, placed and matched."""

from __future__ import annotations

from pathlib import Path

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from extract.records import EVENT_TYPES
from graph.terms import EVENT_CLASSES, PL, PREFIXES, RELATIONS, SEM
from graph.triples import quads
from tests.story_sample import sample_story

FOLDER = Path(__file__).parent.parent / "graph" / "vocabulary"
NAMES = sorted({*PL.__annotations__, "from"} - {"_fail", "_NS", "_extras"})
CLASSES = [name for name in NAMES if name[0].isupper()]
PROPERTIES = [name for name in NAMES if name[0].islower()]


@pytest.fixture(scope="module")
def vocabulary():
    """parley.ttl as a graph."""
    return Graph().parse(FOLDER / "parley.ttl")


def test_the_terms_in_code_and_file_are_the_same(vocabulary):
    defined = {str(s) for s in vocabulary.subjects(RDFS.isDefinedBy, None)}

    assert defined == {str(PL[name]) for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_every_term_has_one_label_and_one_comment(vocabulary, name):
    for term in (RDFS.label, RDFS.comment):
        (text,) = vocabulary.objects(PL[name], term)
        assert text.language == "en"
        assert text.strip()


@pytest.mark.parametrize("name", PROPERTIES)
def test_every_property_has_a_kind_a_domain_and_a_range(vocabulary, name):
    kinds = set(vocabulary.objects(PL[name], RDF.type))

    assert len(kinds & {OWL.ObjectProperty, OWL.DatatypeProperty}) == 1
    assert len(list(vocabulary.objects(PL[name], RDFS.domain))) == 1
    assert len(list(vocabulary.objects(PL[name], RDFS.range))) == 1


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_is_one(vocabulary, name):
    assert (PL[name], RDF.type, OWL.Class) in vocabulary


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_every_type_of_event_is_a_class_of_events(vocabulary, kind):
    assert (EVENT_CLASSES[kind], RDFS.subClassOf, PL.Event) in vocabulary


def test_events_are_those_of_sem(vocabulary):
    assert (PL.Event, RDFS.subClassOf, SEM.Event) in vocabulary


def test_three_types_share_their_name_with_something_else():
    base = PREFIXES["pl"]
    apart = {k for k, v in EVENT_CLASSES.items() if str(v) != base + k.capitalize()}

    assert apart == {"statement", "proposal", "other"}


def test_relations_are_properties(vocabulary):
    for term in RELATIONS.values():
        assert (term, RDF.type, OWL.ObjectProperty) in vocabulary


def test_a_misspelt_term_raises():
    with pytest.raises(AttributeError, match="spaeker"):
        _ = PL.spaeker


def test_plover_classes_are_in_capitals(vocabulary):
    found = {str(code) for code in vocabulary.objects(None, SKOS.notation)}

    assert found
    assert all(code.isupper() for code in found)


def test_values_are_of_the_kind_that_the_vocabulary_says(vocabulary):
    things = set(vocabulary.subjects(RDF.type, OWL.ObjectProperty))
    for quad in quads(sample_story()):
        term = URIRef(quad.predicate.value)
        if str(term).startswith(PREFIXES["pl"]):
            is_thing = str(quad.object).startswith("<")
            assert is_thing == (term in things), term


def test_only_defined_terms_are_written(vocabulary):
    used = {
        value
        for quad in quads(sample_story())
        for value in (quad.predicate.value, getattr(quad.object, "value", ""))
        if value.startswith(PREFIXES["pl"])
    }

    assert used <= {str(s) for s in vocabulary.subjects(RDFS.isDefinedBy, None)}


def test_prefixes_and_files_agree():
    for file in FOLDER.glob("*.ttl"):
        for prefix, name in Graph().parse(file).namespaces():
            if prefix in PREFIXES:
                assert str(name) == PREFIXES[prefix]
