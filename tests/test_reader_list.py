"""The reader's own list, and a reconciliation service asked only where wanted."""

import json
import threading
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from graph.errors import GraphError
from graph.identity import KnownEntity
from graph.reader_list import read_known
from graph.reconcile import Service, reconcile
from graph.story import Evidence, StoryEntity


def test_a_list_with_aliases_is_read(tmp_path):
    path = tmp_path / "people.csv"
    path.write_text(
        "name,aliases,iri\nAna Ruiz,A. Ruiz|Ruiz A.,https://example.org/ruiz\n,,\n",
        encoding="utf-8",
    )

    assert read_known(path) == (
        KnownEntity(
            name="Ana Ruiz",
            aliases=("A. Ruiz", "Ruiz A."),
            iri="https://example.org/ruiz",
        ),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("who,iri\nAna,ex:a\n", "no column name"),
        ("name,alias\nAna,x\n", "no column iri"),
        ("name,iri\nAna Ruiz,not an iri\n", "line 2: 'not an iri' is no IRI"),
    ],
    ids=["no name", "no iri", "no IRI in the line"],
)
def test_a_list_that_cannot_be_used_is_refused_with_the_reason(tmp_path, text, said):
    path = tmp_path / "people.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(GraphError, match=said):
        read_known(path)


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(GraphError, match=r"nobody\.csv"):
        read_known(tmp_path / "nobody.csv")


ANSWERS = {
    "Ana Ruiz": [{"id": "Q1", "name": "Ana Ruiz", "score": 100, "match": True}],
    "Pedro Ruiz": [
        {"id": "Q2", "name": "Pedro Ruiz", "score": 97, "match": False},
        {"id": "Q3", "name": "Pedro Ruiz", "score": 96, "match": False},
    ],
    "Dockers Union": [
        {"id": "Q4", "name": "Dockers Union", "score": 98, "match": False}
    ],
}


class Handler(BaseHTTPRequestHandler):
    asked: list[dict] = []  # noqa: RUF012

    def do_POST(self):
        size = int(self.headers["Content-Length"])
        form = urllib.parse.parse_qs(self.rfile.read(size).decode("utf-8"))
        queries = json.loads(form["queries"][0])
        self.asked.append(queries)
        answer = {
            key: {"result": ANSWERS.get(query["query"], [])}
            for key, query in queries.items()
        }
        payload = json.dumps(answer).encode("utf-8")
        self.send_response(200)
        self.end_headers()
        self.wfile.write(payload)

    def log_message(self, *args):
        pass


@pytest.fixture
def service():
    """A reconciliation service on this machine."""
    Handler.asked.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield Service(url=f"http://127.0.0.1:{server.server_port}/", space="ex:")
    server.shutdown()
    thread.join()
    server.server_close()


def entity(name, kind="person"):
    words = Evidence(file="a.txt", start=0, end=len(name), text=name, article="a")
    return StoryEntity(
        iri=f"ex:here/{name}", kind=kind, name=name, labels=(name,), evidence=(words,)
    )


def test_only_a_certain_answer_is_taken_over(service):
    asked = [
        entity("Ana Ruiz"),
        entity("Pedro Ruiz"),
        entity("Dockers Union", "organization"),
        entity("Lea Nobody"),
    ]

    found = {
        e.name: known.iri if known else None
        for e, known, _ in reconcile(asked, service)
    }

    assert found == {
        "Ana Ruiz": "ex:Q1",
        "Pedro Ruiz": None,
        "Dockers Union": "ex:Q4",
        "Lea Nobody": None,
    }
    assert Handler.asked[0]["q0"] == {"query": "Ana Ruiz", "limit": 3, "type": "Q5"}


def test_surnames_alone_and_common_nouns_are_not_asked_for(service):
    assert (
        list(reconcile([entity("Ruiz"), entity("producers", "party")], service)) == []
    )
    assert Handler.asked == []


def test_a_service_that_is_not_there_is_named():
    service = Service(url="http://127.0.0.1:9/", timeout=2)

    with pytest.raises(GraphError, match=r"127\.0\.0\.1:9"):
        list(reconcile([entity("Ana Ruiz")], service))
