"""The endpoint speaks SPARQL 1.1 Protocol, read-only, on this machine only.

The query half of the W3C's protocol tests is here, case by case; where they update,
the graph refuses.
"""

import io
import json
import re

import pytest
from pyoxigraph import QueryResultsFormat, parse_query_results
from rdflib import Graph
from starlette.testclient import TestClient

from graph.endpoint import Limits, endpoint
from graph.output import replaced_whole, write_graph
from graph.triples import quads
from tests.story_sample import sample_story

STORY = sample_story()
LABELS = "SELECT ?l WHERE { ?e a pl:Talks ; rdfs:label ?l }"


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("served") / "out"
    with replaced_whole(folder) as new:
        write_graph(new, list(quads(STORY)))
    return folder


@pytest.fixture(scope="module")
def client(out):
    with TestClient(endpoint(out)) as client:
        yield client


def rows(answer):
    read = parse_query_results(
        io.BytesIO(answer.content), format=QueryResultsFormat.JSON
    )
    return [row[0].value for row in read]


def test_the_three_encodings_of_a_query_give_the_same_rows(client):
    by_get = client.get("/sparql", params={"query": LABELS})
    by_form = client.post("/sparql", data={"query": LABELS})
    by_body = client.post(
        "/sparql", content=LABELS, headers={"Content-Type": "application/sparql-query"}
    )

    assert [a.status_code for a in (by_get, by_form, by_body)] == [200, 200, 200]
    assert rows(by_get) == rows(by_form) == rows(by_body)
    assert rows(by_get)


@pytest.mark.parametrize(
    ("accept", "given"),
    [
        ("*/*", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv"),
        ("text/tab-separated-values", "text/tab-separated-values"),
        ("text/csv;q=0.1, application/json", "application/json"),
    ],
)
def test_rows_come_in_the_format_that_is_accepted(client, accept, given):
    answer = client.get("/sparql", params={"query": LABELS}, headers={"Accept": accept})

    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith(given)


@pytest.mark.parametrize(
    ("accept", "parser"),
    [
        ("text/turtle", "turtle"),
        ("application/n-triples", "nt"),
        ("application/rdf+xml", "xml"),
        ("application/ld+json", "json-ld"),
    ],
)
def test_triples_come_in_the_format_that_is_accepted(client, accept, parser):
    query = "CONSTRUCT { ?e rdfs:label ?l } WHERE { ?e a pl:Talks ; rdfs:label ?l }"

    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})

    assert answer.status_code == 200
    assert len(Graph().parse(data=answer.content, format=parser)) >= 1


def test_a_question_is_answered_yes_or_no(client):
    answer = client.get("/sparql", params={"query": "ASK { ?e a pl:Talks }"})

    assert answer.json()["boolean"] is True


@pytest.mark.parametrize(
    ("accept", "says"),
    [
        ("application/sparql-results+json", b"true"),
        ("application/sparql-results+xml", b"<boolean>true</boolean>"),
        ("text/csv", b"true"),
    ],
)
def test_yes_or_no_comes_in_the_format_that_is_accepted(client, accept, says):
    answer = client.get(
        "/sparql", params={"query": "ASK { ?e a pl:Talks }"}, headers={"Accept": accept}
    )

    assert answer.headers["content-type"].startswith(accept)
    assert says in answer.content


def test_a_description_comes_as_triples(client):
    query = "DESCRIBE ?e WHERE { ?e a pl:Talks }"

    answer = client.get("/sparql", params={"query": query})

    assert answer.headers["content-type"].startswith("text/turtle")
    assert len(Graph().parse(data=answer.content, format="turtle")) > 1


def test_a_query_may_name_its_encoding_and_hold_any_letters(client):
    query = 'ASK { BIND("Łódź ≠ 東京" AS ?x) FILTER(STRLEN(?x) = 9) }'

    for kind in ("application/sparql-query", "application/sparql-query; charset=UTF-8"):
        answer = client.post(
            "/sparql", content=query.encode(), headers={"Content-Type": kind}
        )
        assert answer.json()["boolean"] is True
    assert client.get("/sparql", params={"query": query}).json()["boolean"] is True
    assert client.post("/sparql", data={"query": query}).json()["boolean"] is True


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT ?x WHERE {", "line 1"),
        ("SELECT * { SERVICE <http://x.example/> { ?s ?p ?o } }", "SERVICE"),
        ("LOAD <http://x.example/>", "not allowed"),
        ("DROP ALL", "not allowed"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "not allowed"),
        ("", "line 1"),
    ],
)
def test_a_bad_query_is_a_400_that_says_why(client, query, says):
    answer = client.get("/sparql", params={"query": query})

    assert answer.status_code == 400
    assert says in answer.text


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, 400),
        ({"query": [LABELS, LABELS]}, 400),
        ({"query": LABELS, "default-graph-uri": "urn:g"}, 400),
        ({"update": "DROP ALL"}, 403),
    ],
    ids=["no query", "two queries", "a dataset beside the query", "an update"],
)
def test_fields_that_make_no_query_are_refused(client, fields, status):
    assert client.get("/sparql", params=fields).status_code == status
    assert client.post("/sparql", data=fields or {"x": "y"}).status_code == status


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_another_method_is_a_405(client, method):
    answer = client.request(method, "/sparql", params={"query": LABELS})

    assert answer.status_code == 405
    assert {"GET", "POST"} <= set(answer.headers["allow"].split(", "))


@pytest.mark.parametrize(
    ("kind", "status"),
    [("text/plain", 415), ("application/sparql-update", 403), ("", 415)],
)
def test_a_body_of_another_type_is_refused(client, kind, status):
    answer = client.post("/sparql", content=LABELS, headers={"Content-Type": kind})

    assert answer.status_code == status


@pytest.mark.parametrize(
    "content",
    [
        {"update": ["DROP ALL", "DROP ALL"]},
        {"update": "DROP"},
        {"update": "DROP ALL", "using-graph-uri": "urn:g"},
        {"query": LABELS, "update": "DROP ALL"},
    ],
    ids=["two", "with a mistake", "with a dataset", "beside a query"],
)
def test_an_update_in_any_form_is_refused(client, content):
    assert client.post("/sparql", data=content).status_code == 403


@pytest.mark.parametrize(
    ("query", "accept", "offered"),
    [
        (LABELS, "image/png", "text/csv"),
        (LABELS, "text/turtle", "text/csv"),
        ("DESCRIBE <urn:x>", "text/csv", "text/turtle"),
    ],
)
def test_a_format_that_cannot_be_given_is_a_406(client, query, accept, offered):
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})

    assert answer.status_code == 406
    assert offered in answer.text


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xfe", "application/sparql-query"),
        ("ASK {}".encode("utf-16"), "application/sparql-query"),
        ("ASK {}".encode("utf-16-le"), "application/sparql-query; charset=UTF-16"),
        (b"query=\xff", "application/x-www-form-urlencoded"),
    ],
)
def test_a_body_that_is_no_utf8_is_a_400(client, content, kind):
    answer = client.post("/sparql", content=content, headers={"Content-Type": kind})

    assert answer.status_code == 400


def test_a_body_without_end_is_a_413(client):
    answer = client.post(
        "/sparql",
        content=b"#" * 1_000_001,
        headers={"Content-Type": "application/sparql-query"},
    )

    assert answer.status_code == 413


def test_a_query_that_runs_too_long_is_stopped(out):
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"

    with TestClient(endpoint(out, limits=Limits(seconds=1))) as client:
        answer = client.get("/sparql", params={"query": endless})

    assert answer.status_code == 503
    assert "no answer within 1 s" in answer.text


def test_an_answer_that_is_too_long_is_refused_not_cut(out):
    with TestClient(endpoint(out, limits=Limits(rows=3))) as client:
        answer = client.get("/sparql", params={"query": "SELECT * { ?s ?p ?o }"})

    assert answer.status_code == 413
    assert "add LIMIT" in answer.text


def test_another_hosts_name_is_refused(client):
    answer = client.get("/", headers={"Host": "evil.example"})

    assert answer.status_code == 421


def test_other_origins_may_not_ask_unless_they_are_named(out, client):
    asked = {"Origin": "https://a.example"}
    closed = client.get("/sparql", params={"query": LABELS}, headers=asked)
    with TestClient(endpoint(out, allow_origins=("https://a.example",))) as opened:
        named = opened.get("/sparql", params={"query": LABELS}, headers=asked)

    assert "access-control-allow-origin" not in closed.headers
    assert named.headers["access-control-allow-origin"] == "https://a.example"


def test_the_start_leads_to_every_article_and_its_words_are_marked(client):
    start = client.get("/")
    for article in STORY.articles:
        assert f"/articles/{article.id}" in start.text
        answer = client.get(f"/articles/{article.id}")
        assert answer.status_code == 200
        assert "<b>problem" not in answer.text
    assert client.get("/articles/none").status_code == 404
    first = next(
        a for a in STORY.articles if a.id in STORY.events[0].evidence[0].article
    )
    assert "<mark>" in client.get(f"/articles/{first.id}").text


def test_the_page_the_editor_and_the_vocabulary_are_served(client):
    assert client.get("/page").status_code == 200
    editor = client.get("/query").text
    for part in re.findall(r'(?:src|href)="(/query/[^"]+)"', editor):
        assert client.get(part).status_code == 200
    assert Graph().parse(data=client.get("/vocabulary").content, format="turtle")
    assert client.get("/query/../site.py").status_code == 404


def test_nothing_in_the_editor_names_another_host(client):
    page = client.get("/query")

    assert "connect-src 'self'" in page.headers["content-security-policy"]
    assert re.findall(r'(?:src|href)="https?://', page.text) == []


def test_results_are_json_that_any_client_reads(client):
    answer = client.get("/sparql", params={"query": LABELS}).text

    assert json.loads(answer)["head"]["vars"] == ["l"]
