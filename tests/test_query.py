"""Asking in SPARQL: every form, nothing fetched, nothing changed, mistakes shown."""

from __future__ import annotations

import csv
import io
import json
import time

import pandas as pd
import pytest
import typer
from pyoxigraph import (
    NamedNode,
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
)
from rdflib import Graph
from typer.testing import CliRunner

from graph.commands import asking
from graph.commands.common import ExitCode
from graph.errors import NotFoundError, QueryError
from graph.named import named_queries, named_query
from graph.negotiation import NegotiationGraph
from graph.output import replaced_whole, write_graph
from graph.query import Solutions, Triples, ask, checked
from graph.rows import ROWS
from graph.store import EmbeddedStore
from graph.terms import GAF, NIF, PL, PROV, RDF, RESOLVED_GRAPH, SCHEMA, SKOS
from graph.triples import quads
from tests.story_sample import sample_story


@pytest.fixture(scope="module")
def store():
    """The dam, in memory."""
    return EmbeddedStore.memory(quads(sample_story()))


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    """An output folder with the dam."""
    folder = tmp_path_factory.mktemp("asked") / "out"
    with replaced_whole(folder) as new:
        write_graph(new, quads(sample_story()))
    return folder


@pytest.fixture
def parley(out):
    """Run ``parley`` with arguments on the output folder."""
    app = typer.Typer()
    asking.register(app)

    def run(*args, graph=None):
        where = ["--graph", str(graph or out)]
        return CliRunner().invoke(app, [*args, *where])

    return run


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_answers_and_says_its_question(store, query):
    answer = ask(store, query.text)

    assert query.question[-1] in "?."
    assert isinstance(answer, Solutions | Triples)
    if query.name not in {"facts-without-words", "changed-positions", "responses"}:
        assert answer.rows if isinstance(answer, Solutions) else answer.triples


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_orders_its_rows(store, query):
    assert "ORDER BY" in query.text or "CONSTRUCT" in query.text


def test_there_are_at_least_twenty_named_queries():
    assert len(named_queries()) >= 20


def test_no_fact_is_without_words(store):
    assert ask(store, named_query("facts-without-words").text).rows == ()


def kinds_without_words(facts):
    rows = ask(EmbeddedStore.memory(facts), named_query("facts-without-words").text)
    return {row[1].value for row in rows.rows}


def test_a_fact_without_words_would_be_found():
    facts = [
        quad
        for quad in quads(sample_story())
        if not (quad.predicate.value.endswith("denotedBy") and "talks-in" in str(quad))
    ]

    assert {kind.rpartition("#")[2] for kind in kinds_without_words(facts)} == {"Event"}


#: What is no fact that somebody read: articles, their words, and how they were read.
NO_FACTS = {str(kind) for kind in (PL.Article, PL.Reading, PL.Correction)} | {
    str(SCHEMA.NewsArticle),
    str(SCHEMA.NewsMediaOrganization),
    str(PROV.Activity),
    str(PROV.SoftwareAgent),
    str(SKOS.Concept),
    str(SKOS.ConceptScheme),
}


def test_without_any_words_everything_that_is_no_article_is_found():
    said = str(GAF.denotedBy)
    facts = [q for q in quads(sample_story()) if q.predicate.value != said]
    found = kinds_without_words(facts)
    told = {
        (quad.subject.value, quad.object.value)
        for quad in facts
        if quad.predicate.value == str(RDF.type) and str(NIF) not in quad.object.value
    }

    fact_iris = {thing for thing, kind in told if kind in found}
    left = {kind for thing, kind in told if thing not in fact_iris}

    assert left <= NO_FACTS


@pytest.mark.parametrize(
    ("name", "values", "rows"),
    [
        ("said-about-topic", {"topic": "dam", "speaker": "BERG"}, 2),
        ("said-about-topic", {"topic": "wages"}, 0),
        ("known-on-day", {"day": "2031-04-03"}, 3),
        ("known-on-day", {"day": "2031-12-31"}, 4),
        ("happened-in-place", {"place": "lindau", "from": "2031-03-01"}, 1),
        ("happened-in-place", {"until": "2031-03-01"}, 0),
        ("who-proposed-what", {"proposer": "norland"}, 1),
        ("who-said-what", {"speaker": 'x" AS ?y) SERVICE <http://x/> {} #'}, 0),
    ],
)
def test_a_named_query_can_be_narrowed(store, name, values, rows):
    answer = ask(store, named_query(name).asked(**values))

    assert len(answer.rows) == rows


def test_narrowing_by_what_a_query_does_not_know_is_refused():
    with pytest.raises(QueryError, match="it takes speaker"):
        named_query("who-said-what").asked(colour="red")


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(NotFoundError, match="who-said-what: Who said what"):
        named_query("who-cares")


@pytest.mark.parametrize(
    ("query", "kind"),
    [
        ("SELECT ?e { ?e a pl:Event }", Solutions),
        ("CONSTRUCT { ?e a sem:Event } WHERE { ?e a pl:Event }", Triples),
        ("DESCRIBE ?e { ?e a pl:Talks }", Triples),
        ("ASK { ?e a pl:Event }", bool),
    ],
)
@pytest.mark.parametrize("timeout", [None, 60], ids=["here", "apart"])
def test_every_form_of_query_is_answered(store, query, kind, timeout):
    assert isinstance(ask(store, query, timeout=timeout), kind)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "select * { service silent <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE ?s { ?a ?b ?c } } }",
        "SELECT * { { SELECT * { SERVICE <http://x/> {} } } }",
    ],
)
def test_a_query_never_leaves_this_machine(store, query):
    with pytest.raises(QueryError, match="SERVICE is not allowed"):
        ask(store, query)


@pytest.mark.parametrize(
    "query",
    [
        'ASK { ?s ?p "SERVICE <http://x/> {}" }',
        "ASK { <urn:x> ?p ?service } # SERVICE",
        "PREFIX service: <http://x/> ASK { ?s service:SERVICE ?o }",
        "ASK { <http://x/SERVICE> ?p '''a ' SERVICE''' }",
        'ASK { ?s ?p "SERVICE"@en }',
    ],
)
def test_the_word_alone_is_no_offence(store, query):
    assert ask(store, query) is False


@pytest.mark.parametrize(
    "query",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DELETE WHERE { ?s ?p ?o }",
        "LOAD <http://127.0.0.1:9/x>",
        "CLEAR ALL",
        "PREFIX a: <urn:a> DROP GRAPH <urn:g>",
        "WITH <urn:g> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    ],
)
def test_a_query_never_changes_the_graph(store, query):
    before = len(store)

    with pytest.raises(QueryError, match="is not allowed here"):
        ask(store, query)

    assert len(store) == before


def test_from_names_graphs_of_the_store_and_fetches_nothing(store):
    def count(clause):
        query = f"SELECT (COUNT(*) AS ?n) {clause} {{ ?s ?p ?o }}"
        return ask(store, query).rows[0][0]

    whole = count("")
    resolved = count(f"FROM <{RESOLVED_GRAPH}>")
    nothing = count("FROM <http://127.0.0.1:9/x>")

    assert 0 < int(resolved.value) < int(whole.value)
    assert nothing.value == "0"


@pytest.mark.parametrize(
    ("query", "line", "column", "word"),
    [
        ("SELECT * {\n  ?s ?p ?o FILTR (?o > 3)\n}", 2, 12, "FILTR"),
        ("SELEC * {}", 1, 1, "SELEC"),
        ("SELECT ?x WHERE { ?x a pl:Event } LIMT 3", 1, 35, "LIMT"),
    ],
)
def test_a_mistake_is_shown_in_its_line_with_a_caret(store, query, line, column, word):
    with pytest.raises(QueryError) as raised:
        ask(store, query)

    said, shown, caret = str(raised.value).split("\n")
    assert said == f"line {line}, column {column}: {word!r} is not expected here"
    assert shown == query.split("\n")[line - 1]
    assert caret == " " * (column - 1) + "^"


def test_a_query_that_ends_too_early_says_so(store):
    with pytest.raises(QueryError, match="the query ends too early"):
        ask(store, "SELECT ?x { ?x a pl:Event")


def test_an_undeclared_prefix_is_named_with_the_known_ones(store):
    with pytest.raises(QueryError, match=r"'foo:' is not declared \(known: .*pl"):
        ask(store, "ASK { ?s foo:bar ?o }")


def test_a_variable_that_is_not_grouped_is_a_mistake_too(store):
    with pytest.raises(QueryError):
        ask(store, "SELECT ?s ?o { ?s ?p ?o } GROUP BY ?s")


@pytest.mark.parametrize("where", ["memory", "disk"])
def test_a_query_that_takes_too_long_is_stopped(store, out, where):
    asked = store if where == "memory" else NegotiationGraph.open(out).store
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    start = time.monotonic()

    with pytest.raises(QueryError, match="no answer within 1 s"):
        ask(asked, endless, timeout=1)

    assert time.monotonic() - start < 30


def test_the_child_reports_mistakes_as_the_parent_does(store):
    with pytest.raises(QueryError, match="column 8: '\\}' is not expected"):
        ask(store, "ASK { }}", timeout=60)


def test_a_table_has_numbers_days_and_truth_values(store):
    graph = NegotiationGraph(store)

    found = graph.query(
        """SELECT ?day ?rank ?sure ?denied { ?e a pl:Talks ; pl:mainLineRank ?rank ;
             sem:hasBeginTimeStamp ?day ; pl:confidence ?sure ; pl:denied ?denied }"""
    )

    assert found.iloc[0].tolist() == [pd.Timestamp("2031-04-01"), 1, 0.95, True]


def test_a_graph_comes_as_an_rdflib_graph(store):
    found = NegotiationGraph(store).query("CONSTRUCT WHERE { ?e a pl:Event }")

    assert isinstance(found, Graph)
    assert len(found) == 4


def test_checked_knows_the_form():
    assert checked("PREFIX a: <urn:a> # ASK\nDESCRIBE <urn:SELECT>").form == "DESCRIBE"


# the command


SELECT = "SELECT ?label ?begin { ?e a pl:Event ; rdfs:label ?label OPTIONAL "
SELECT += "{ ?e sem:hasBeginTimeStamp ?begin } } ORDER BY ?label"


def test_rows_as_a_table(parley):
    done = parley("query", SELECT)

    assert done.exit_code == ExitCode.OK
    assert done.stdout.splitlines()[0].split() == ["label", "begin"]
    assert "Talks in Lindau" in done.stdout
    assert done.stderr == "4 rows\n"


def test_rows_as_csv(parley):
    done = parley("query", SELECT, "--format", "csv")

    rows = list(csv.reader(io.StringIO(done.stdout)))
    assert rows[0] == ["label", "begin"]
    assert rows[-1] == ["War over the dam", ""]


def test_rows_as_json_read_by_another_parser(parley):
    done = parley("query", SELECT, "--format", "json")

    found = parse_query_results(done.stdout.encode(), format=QueryResultsFormat.JSON)
    assert [row["label"].value for row in found][2] == "Talks in Lindau"


def test_truth_as_json(parley):
    done = parley("query", "ASK { ?e a pl:Event }", "--format", "json")

    assert json.loads(done.stdout) == {"head": {}, "boolean": True}


def test_triples_as_turtle(parley):
    done = parley("query", "CONSTRUCT WHERE { ?e a pl:Talks }", "--format", "turtle")

    found = list(parse(done.stdout.encode(), format=RdfFormat.TURTLE))
    assert [each.object for each in found] == [
        NamedNode("https://w3id.org/parley/ns#Talks")
    ]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["query", SELECT, "--format", "turtle"], "SELECT gives rows"),
        (["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], "use --format"),
        (["query", "--name", "nonesuch"], "no query is named 'nonesuch'"),
        (["query", "--file", "nonesuch.rq"], "cannot be read"),
        (["query", "SELECT"], "line 1, column 7"),
        (["why", "the moon landing"], "nothing in the graph is called"),
    ],
)
def test_what_cannot_be_answered_is_said_on_stderr_only(parley, args, says):
    done = parley(*args)

    assert done.exit_code == ExitCode.BAD_INPUT
    assert done.stdout == ""
    assert done.stderr.startswith("error: ")
    assert says in done.stderr


@pytest.mark.parametrize(
    "args",
    [
        ["query"],
        ["query", "ASK {}", "--name", "timeline"],
        ["query", "ASK {}", "--format", "xml"],
        ["query", "--name", "who-said-what", "--with", "berg"],
        ["timeline", "--json", "--csv"],
    ],
)
def test_misuse_is_a_usage_error(parley, args):
    assert parley(*args).exit_code == 2


def test_a_query_from_a_file(parley, tmp_path):
    (tmp_path / "q.rq").write_text("ASK { ?e a pl:Event }", encoding="utf-8")

    assert parley("query", "--file", str(tmp_path / "q.rq")).stdout == "true\n"


def test_a_named_query_narrowed_on_the_command_line(parley):
    done = parley("query", "--name", "who-said-what", "--with", "speaker=falk")

    assert "Otto Falk" in done.stdout
    assert "Anna Berg" not in done.stdout


def test_the_list_of_named_queries(parley):
    done = parley("query", "--list")

    assert "who-said-what" in done.stdout
    assert "Who said what, when" in done.stdout


@pytest.mark.parametrize("name", ROWS)
def test_every_row_command_prints_table_json_and_csv(parley, name):
    table, as_json, as_csv = (parley(name, *o) for o in ([], ["--json"], ["--csv"]))

    assert {done.exit_code for done in (table, as_json, as_csv)} == {ExitCode.OK}
    rows = json.loads(as_json.stdout)
    assert len(list(csv.reader(io.StringIO(as_csv.stdout)))) == len(rows) + 1
    assert table.stdout.strip()


@pytest.mark.parametrize(
    "name", ["deviations", "positions", "contradictions", "proposals", "phases"]
)
def test_a_table_says_where_each_row_is_written(parley, name):
    held = [article.file for article in sample_story().articles]

    table = parley(name).stdout

    assert "read from" in table.splitlines()[0]
    assert any(file in table for file in held)


def test_a_graph_that_is_not_there_is_bad_input(parley, tmp_path):
    done = parley("timeline", graph=tmp_path / "nothing")

    assert done.exit_code == ExitCode.BAD_INPUT
    assert "make one with 'parley build" in done.stderr


def test_a_trig_file_can_be_asked_too(parley, out):
    done = parley("timeline", "--json", graph=out / "graph.trig")

    assert len(json.loads(done.stdout)) == 4
