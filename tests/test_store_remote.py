"""A store on a SPARQL 1.1 server: query, update and graph store, with a password."""

from __future__ import annotations

import hashlib
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from pyoxigraph import (
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Store,
    serialize,
)

from graph.errors import QueryError, StoreError
from graph.naming import article_iri
from graph.negotiation import NegotiationGraph
from graph.output import located, replaced_whole, write_graph
from graph.query import Triples, ask
from graph.remote import RemoteStore
from graph.store import fill, open_store
from graph.triples import quads
from tests.story_sample import FIRST, sample_story

USER, PASSWORD, REALM, NONCE = "dba", "secret", "graph", "abc"


class Server(ThreadingHTTPServer):
    """A SPARQL server over Oxigraph; what it asks for is set by each test."""

    store: Store
    password = False
    union = True
    seen: list[str]


class Handler(BaseHTTPRequestHandler):
    """The protocol as far as a client needs it."""

    server: Server

    def log_message(self, *args):
        """Say nothing."""

    def _answer(self, code, kind="text/plain", body=b"", **headers):
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def _allowed(self):
        given = self.headers.get("Authorization", "")
        fields = urllib.request.parse_keqv_list(
            urllib.request.parse_http_list(given.removeprefix("Digest "))
        )
        if given and fields.get("nonce") == NONCE:

            def md5(text):
                return hashlib.md5(text.encode()).hexdigest()

            one = md5(f"{USER}:{REALM}:{PASSWORD}")
            two = md5(f"{self.command}:{fields['uri']}")
            rest = f"{NONCE}:{fields['nc']}:{fields['cnonce']}:{fields['qop']}"
            if fields["response"] == md5(f"{one}:{rest}:{two}"):
                return True
        ask_for = f'Digest realm="{REALM}", nonce="{NONCE}", qop="auth"'
        self._answer(401, WWW_Authenticate=ask_for)
        return False

    def _body(self):
        return self.rfile.read(int(self.headers.get("Content-Length", 0)))

    def do_POST(self):
        """Answer queries and updates."""
        body, kind = self._body(), self.headers.get_content_type()
        self.server.seen.append(f"POST {kind}")
        if self.server.password and not self._allowed():
            return
        try:
            if kind == "application/sparql-update":
                self.server.store.update(body.decode())
                self._answer(204)
            else:
                self._query(urllib.parse.parse_qs(body.decode()))
        except SyntaxError as error:
            self._answer(400, body=str(error).encode())

    def _query(self, fields):
        graphs = [NamedNode(each) for each in fields.get("default-graph-uri", ())]
        answer = self.server.store.query(
            fields["query"][0],
            use_default_graph_as_union=self.server.union and not graphs,
            default_graph=graphs or None,
        )
        if isinstance(answer, QuerySolutions | QueryBoolean):
            written = answer.serialize(format=QueryResultsFormat.JSON)
            self._answer(200, "application/sparql-results+json", written)
        else:
            written = serialize(answer, format=RdfFormat.N_TRIPLES)
            self._answer(200, "application/n-triples", written)

    def do_PUT(self):
        """Replace a graph."""
        body = self._body()
        self.server.seen.append("PUT")
        if self.server.password and not self._allowed():
            return
        query = urllib.parse.parse_qs(urllib.parse.urlsplit(self.path).query)
        graph = NamedNode(query["graph"][0])
        self.server.store.remove_graph(graph)
        self.server.store.load(body, format=RdfFormat.N_TRIPLES, to_graph=graph)
        self._answer(204)


@pytest.fixture
def server():
    """A server with nothing in it."""
    with Server(("127.0.0.1", 0), Handler) as running:
        running.store, running.seen = Store(), []
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield running
        running.shutdown()
        thread.join()


@pytest.fixture
def url(server):
    """Where it answers."""
    return f"http://127.0.0.1:{server.server_port}/sparql"


@pytest.fixture
def facts():
    """The quads of the dam."""
    return list(quads(sample_story()))


def test_what_is_written_to_a_server_is_read_back(url, facts):
    store = RemoteStore(url)

    fill(store, facts)

    assert set(store.quads()) == set(facts)
    assert NegotiationGraph.open(url).story == NegotiationGraph.of(sample_story()).story


def test_an_output_may_keep_its_store_on_a_server(url, tmp_path):
    with replaced_whole(tmp_path / "out") as folder:
        write_graph(folder, quads(sample_story()), store=url)

    assert located(tmp_path / "out").store == url
    assert len(NegotiationGraph.open(tmp_path / "out").timeline()) == 4


def test_each_graph_is_replaced_by_one_request(server, url, facts):
    store = RemoteStore(url)
    fill(store, facts)
    server.seen.clear()

    store.replace(article_iri(FIRST.id), [])

    assert server.seen == ["POST application/sparql-update"]
    assert article_iri(FIRST.id) not in store.graphs()


def test_graphs_go_to_the_graph_store_where_there_is_one(server, url, facts):
    store = RemoteStore(url, graphs_url=f"{url}-graphs")

    fill(store, facts)

    assert server.seen.count("PUT") == len({q.graph_name for q in facts})
    assert set(store.quads()) == set(facts)


def test_a_server_may_ask_for_a_password(server, url, facts):
    server.password = True

    fill(RemoteStore(url, user=USER, password=PASSWORD), facts)

    assert len(server.store) == len(facts)


def test_the_password_comes_from_the_environment(server, url, facts, monkeypatch):
    server.password = True
    monkeypatch.setenv("PARLEY_STORE_USER", USER)
    monkeypatch.setenv("PARLEY_STORE_PASSWORD", PASSWORD)

    fill(open_store(url), facts)

    assert len(server.store) == len(facts)


def test_a_wrong_password_is_an_error_that_names_the_server(server, url):
    server.password = True

    with pytest.raises(StoreError, match=r"127\.0\.0\.1.*401"):
        RemoteStore(url, user=USER, password="wrong").graphs()


@pytest.mark.parametrize("union", [True, False], ids=["union", "no union"])
def test_every_form_is_answered_with_prefixes_known(server, url, facts, union):
    fill(RemoteStore(url), facts)
    server.union = union
    store = RemoteStore(url)

    assert ask(store, "ASK { ?e a pl:Talks ; sem:hasActor ?who }") is True
    assert len(ask(store, "SELECT ?e { ?e a pl:Event }").rows) == 4
    assert isinstance(ask(store, "CONSTRUCT WHERE { ?e a pl:Talks }"), Triples)


def test_a_mistake_in_a_query_is_shown_as_everywhere(url):
    with pytest.raises(QueryError, match="line 1, column 10: 'FILTR'"):
        ask(RemoteStore(url), "SELECT * FILTR { ?s ?p ?o }")


def test_a_server_that_is_not_there_is_an_error():
    with pytest.raises(StoreError, match="no answer"):
        RemoteStore("http://127.0.0.1:9/sparql").graphs()


def test_other_graphs_on_the_server_are_left_alone(server, url, facts):
    server.store.update("INSERT DATA { GRAPH <urn:mine> { <urn:a> <urn:b> <urn:c> } }")

    fill(RemoteStore(url), facts)

    assert server.store.contains_named_graph(NamedNode("urn:mine"))
    assert set(RemoteStore(url).quads()) == set(facts)
