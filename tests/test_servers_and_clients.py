"""The same rows through every door: embedded, served, and in a server of others.

Asked is all that the README's chapter on SPARQL asks: each question that ships, and
the query written out there.
"""

from __future__ import annotations

import json
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from graph.named import named_queries
from graph.output import replaced_whole, write_graph
from graph.query import Solutions, ask, checked
from graph.remote import RemoteStore
from graph.store import EmbeddedStore, fill
from graph.terms import PREFIXES
from graph.triples import quads
from tests.story_sample import sample_story
from tests.virtuoso import program, virtuoso

pytestmark = pytest.mark.slow

QUADS = list(quads(sample_story()))
README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Question:
    """A query of the README's chapter."""

    name: str
    text: str

    @property
    def form(self):
        return checked(self.text).form


WRITTEN_OUT = re.findall(r'^    \$ parley query "(.+)"$', README, re.MULTILINE)
QUESTIONS = [Question(each.name, each.text) for each in named_queries()]
QUESTIONS += [Question(f"written-out-{n}", q) for n, q in enumerate(WRITTEN_OUT)]
every_question = pytest.mark.parametrize("query", QUESTIONS, ids=lambda q: q.name)


def test_the_readmes_chapter_is_asked_whole():
    listed = set(re.findall(r"^- `([a-z-]+)`: ", README, re.MULTILINE))

    assert listed == {each.name for each in named_queries()}
    assert WRITTEN_OUT


@pytest.fixture(scope="module")
def out(tmp_path_factory):
    folder = tmp_path_factory.mktemp("servers") / "out"
    with replaced_whole(folder) as new:
        write_graph(new, QUADS)
    return folder


@pytest.fixture(scope="module")
def address(out):
    """``parley serve`` in a process of its own."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = listening.getsockname()[1]
    server = subprocess.Popen(
        [
            *(sys.executable, "-c", "from graph.cli import main; main()"),
            *("serve", "--graph", str(out), "--port", str(port)),
        ],
        stderr=subprocess.DEVNULL,
    )
    url = f"http://127.0.0.1:{port}"
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{url}/vocabulary", timeout=5).close()
            break
        except OSError:
            time.sleep(0.2)
    yield url
    server.terminate()
    server.wait(20)


@pytest.fixture(scope="module")
def remote(tmp_path_factory):
    if program() is None:
        pytest.skip("no Virtuoso here: apt-get install virtuoso-opensource-7")
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as url:
        yield RemoteStore(
            f"{url}/sparql",
            update_url=f"{url}/sparql-auth",
            graphs_url=f"{url}/sparql-graph-crud-auth",
            user="dba",
            password="dba",
        )


@pytest.fixture(scope="module")
def filled(remote):
    fill(remote, QUADS)
    return remote


BOOLEAN = NamedNode("http://www.w3.org/2001/XMLSchema#boolean")
#: Virtuoso writes the other lexical form of the same value.
TRUTH = {"1": "true", "0": "false"}


def value(term):
    if isinstance(term, Literal) and term.datatype == BOOLEAN:
        return TRUTH.get(term.value, term.value)
    return "" if term is None else str(getattr(term, "value", term))


def plain(found):
    """An answer as values in an order that all share."""
    if isinstance(found, Solutions):
        return sorted(tuple(value(term) for term in row) for row in found.rows)
    return sorted(triples(found.triples))


def triples(found):
    return {
        (value(quad.subject), value(quad.predicate), value(quad.object))
        for quad in found
    }


def from_results(body):
    """Rows of SPARQL results in JSON."""
    answer = json.loads(body)
    names = answer["head"]["vars"]
    return sorted(
        tuple(row.get(name, {"value": ""})["value"] for name in names)
        for row in answer["results"]["bindings"]
    )


def from_triples(body):
    return sorted(triples(parse(body, format=RdfFormat.TURTLE)))


@pytest.fixture(scope="module")
def here():
    return EmbeddedStore.memory(QUADS)


def test_a_filled_server_holds_the_same_quads(filled):
    assert triples(filled.quads()) == triples(QUADS)


@every_question
def test_virtuoso_gives_the_same_rows(query, here, filled):
    assert plain(ask(filled, query.text)) == plain(ask(here, query.text))


def test_replacing_a_graph_on_a_server_leaves_only_the_new(filled):
    graph = "https://w3id.org/parley/id/graph/test"
    first, second = QUADS[:3], QUADS[3:5]

    filled.replace(graph, first)
    filled.replace(graph, second)

    held = [q for q in filled.quads() if q.graph_name == NamedNode(graph)]
    assert triples(held) == triples(second)
    filled.remove(graph)
    assert graph not in filled.graphs()


@every_question
def test_sparqlwrapper_gives_the_same_rows(query, here, address):
    wrapper = pytest.importorskip("SPARQLWrapper")
    rows = query.form == "SELECT"
    wanted = wrapper.JSON if rows else wrapper.TURTLE
    client = wrapper.SPARQLWrapper(f"{address}/sparql", returnFormat=wanted)
    client.setQuery(query.text)
    client.setMethod(wrapper.POST)

    body = client.query().response.read()

    found = from_results(body) if rows else from_triples(body)
    assert found == plain(ask(here, query.text))


@pytest.mark.skipif(shutil.which("curl") is None, reason="no curl here")
@every_question
def test_curl_gives_the_same_rows(query, here, address):
    rows = query.form == "SELECT"
    accept = "application/sparql-results+json" if rows else "text/turtle"

    done = subprocess.run(
        [
            *("curl", "--silent", "--show-error", "--fail", "-H", f"Accept: {accept}"),
            *("--data-urlencode", f"query={query.text}", f"{address}/sparql"),
        ],
        capture_output=True,
        check=True,
    )

    found = from_results(done.stdout) if rows else from_triples(done.stdout)
    assert found == plain(ask(here, query.text))


def test_many_readers_are_answered_at_once(address):
    from concurrent.futures import ThreadPoolExecutor
    from urllib.parse import quote

    url = f"{address}/sparql?query={quote('SELECT (COUNT(*) AS ?n) { ?s ?p ?o }')}"

    def get(_):
        with urllib.request.urlopen(url, timeout=60) as answer:
            return answer.read()

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(get, range(16)))

    assert len(answers) == 1


CLIENTS = Path(__file__).parent / "clients"


@pytest.fixture(scope="module")
def by_comunica(address):
    """The answers of all questions, by one process."""
    if shutil.which("node") is None or not (CLIENTS / "node_modules").is_dir():
        pytest.skip("no Comunica here: npm ci --prefix tests/clients")
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    asked = [
        {"name": each.name, "query": prefixes + each.text, "form": each.form}
        for each in QUESTIONS
    ]

    done = subprocess.run(
        ["node", "rows.js", f"{address}/sparql"],
        cwd=CLIENTS,
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@every_question
def test_comunica_gives_the_same_rows(query, here, by_comunica):
    found = by_comunica[query.name]
    expected = ask(here, query.text)

    assert isinstance(found, list), found
    if isinstance(expected, Solutions):
        found = [tuple(row.get(name, "") for name in expected.columns) for row in found]
    assert sorted(map(tuple, found)) == plain(expected)
