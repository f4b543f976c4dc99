"""A story as quads: complete, canonical, each fact tied to its words."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import fields, replace

from pyoxigraph import RdfFormat, parse
from rdflib import Dataset

from graph.claim_triples import judgement_iri
from graph.naming import BASE, article_iri
from graph.query import ask
from graph.retelling import retell
from graph.store import EmbeddedStore
from graph.story import Story
from graph.terms import LOG_GRAPH, RESOLVED_GRAPH
from graph.trig import to_trig
from graph.triples import quads
from tests.story_sample import FIRST, OFFER, SECOND, THIRD, UNDATED, sample_story


def spread(story: Story) -> dict[str, object]:
    """A story's records by kind, in an order of their own."""
    return {
        each.name: getattr(story, each.name)
        if each.name == "main_line"
        else sorted(getattr(story, each.name), key=str)
        for each in fields(story)
    }


def test_a_story_comes_back_from_its_quads_word_for_word():
    assert spread(sample_story()) == spread(retell(quads(sample_story())))


def test_a_story_comes_back_from_the_written_file():
    written = to_trig(quads(sample_story()))

    back = retell(parse(input=written, format=RdfFormat.TRIG))

    assert spread(sample_story()) == spread(back)


def test_the_order_of_records_does_not_matter():
    story, dice = sample_story(), random.Random(7)
    shuffled = replace(
        story,
        **{
            each.name: tuple(
                dice.sample(getattr(story, each.name), len(getattr(story, each.name)))
            )
            for each in fields(story)
            if each.name != "main_line"
        },
    )

    assert to_trig(quads(story)) == to_trig(quads(shuffled))


def test_two_writings_are_the_same_bytes():
    assert to_trig(quads(sample_story())) == to_trig(quads(sample_story()))


def test_rdflib_reads_the_file_and_finds_the_same_quads():
    held = list(quads(sample_story()))
    dataset = Dataset()

    dataset.parse(data=to_trig(held).decode(), format="trig")

    assert len(held) == len(set(dataset.quads()))


def test_prefixes_come_first_in_alphabetical_order():
    lines = to_trig(quads(sample_story())).decode().splitlines()

    head = [line for line in lines if line.startswith("@prefix")]

    assert head == sorted(head) == lines[: len(head)]


def test_each_article_has_a_graph_of_its_own_beside_the_resolved_and_the_log():
    names = {quad.graph_name.value for quad in quads(sample_story())}

    articles = {article_iri(each.id) for each in (FIRST, SECOND, THIRD, UNDATED)}
    assert names == articles | {RESOLVED_GRAPH, LOG_GRAPH}


def test_no_triple_stands_in_two_graphs_so_that_counts_are_right():
    count = Counter(str(quad.triple) for quad in quads(sample_story()))

    assert [triple for triple, times in count.items() if times > 1] == []


def test_there_are_no_blank_nodes():
    assert not [
        quad
        for quad in quads(sample_story())
        if str(quad.subject).startswith("_:") or str(quad.object).startswith("_:")
    ]


def test_an_inferred_date_is_resolved_knowledge_and_a_given_one_the_articles_own():
    where = {
        quad.subject.value: quad.graph_name.value
        for quad in quads(sample_story())
        if quad.predicate.value.endswith("datePublished")
    }

    assert where == {
        article_iri(FIRST.id): article_iri(FIRST.id),
        article_iri(SECOND.id): RESOLVED_GRAPH,
        article_iri(THIRD.id): article_iri(THIRD.id),
    }


def test_words_are_named_by_their_offsets_and_say_what_they_are():
    store = EmbeddedStore.memory(quads(sample_story()))

    rows = ask(
        store,
        """SELECT ?text ?begin ?end ?words WHERE {
             ?span nif:anchorOf ?words ; nif:beginIndex ?begin ; nif:endIndex ?end ;
                   nif:referenceContext/nif:isString ?text }""",
    ).rows

    assert len(rows) > 30
    for text, begin, end, words in rows:
        assert text.value[int(begin.value) : int(end.value)] == words.value


def test_the_log_holds_no_clock():
    logged = [q for q in quads(sample_story()) if q.graph_name.value == LOG_GRAPH]

    assert logged
    assert not [q for q in logged if "date" in str(q).lower()]


def test_a_relation_stands_directly_and_as_a_link_with_its_words():
    store = EmbeddedStore.memory(quads(sample_story()))

    assert ask(
        store,
        """ASK { ?a pl:leadsTo ?b . ?link pl:from ?a ; pl:to ?b ;
                 pl:relation pl:leadsTo ; pl:rule "blamed" ; pl:confidence 0.8 ;
                 gaf:denotedBy/nif:anchorOf "blamed the April offer" }""",
    )


def test_a_month_is_a_stretch_of_days_and_stays_a_month():
    store = EmbeddedStore.memory(quads(sample_story()))

    (row,) = ask(
        store,
        """SELECT ?begin ?end ?value ?precision WHERE {
             ?event a pl:ProposalEvent ; pl:timexValue ?value ;
                    sem:hasBeginTimeStamp ?begin ; sem:hasEndTimeStamp ?end ;
                    pl:datePrecision ?precision }""",
    ).rows

    found = [term.value for term in row]
    assert found == ["2031-04-01", "2031-04-30", "2031-04", "month"]


def test_a_later_version_is_a_revision_in_prov_too():
    store = EmbeddedStore.memory(quads(sample_story()))

    assert ask(store, f"ASK {{ ?draft prov:wasRevisionOf <{OFFER}> }}")


def test_markup_in_an_article_is_only_text():
    written = to_trig(quads(sample_story())).decode()

    assert '"The dam remains a <b>problem</b> & a \\"risk\\"."' in written


def test_every_iri_of_ours_is_under_one_base():
    ours = {
        quad.subject.value
        for quad in quads(sample_story())
        if not quad.subject.value.startswith(BASE)
    }

    assert ours == set()


def test_a_score_beyond_one_is_as_sure_as_can_be():
    story = sample_story()
    sure = replace(story.links[0], confidence=1.07)

    (link,) = (
        each
        for each in retell(quads(replace(story, links=(sure,)))).links
        if each.iri == sure.iri
    )

    assert link.confidence == 1.0


def test_a_thing_told_twice_has_one_label():
    story = sample_story()
    twice = replace(story.events[0], label="Zweite Runde")

    told = retell(quads(replace(story, events=(*story.events, twice))))

    (talks,) = (each for each in told.events if each.iri == twice.iri)
    assert talks.label == story.events[0].label


def test_a_conclusion_drawn_twice_is_as_sure_as_the_surer():
    story = sample_story()
    less = replace(story.judgements[0], confidence=0.1)

    told = retell(quads(replace(story, judgements=(less, *story.judgements))))

    assert [each.confidence for each in told.judgements] == [0.95, 0.9]


def test_a_judgement_is_called_the_same_whatever_its_articles_files_are_called():
    judged = next(j for j in sample_story().judgements if len(j.evidence) > 1)
    turned = replace(judged, evidence=judged.evidence[::-1])

    assert judgement_iri(turned) == judgement_iri(judged)
