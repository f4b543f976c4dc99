"""More articles are added to a graph as if all had been read at once."""

import json

import pytest

from graph import NegotiationGraph
from graph.correction_triples import correction_quads, corrections_in
from graph.corrections import Correction, Target
from graph.story import Story

pytestmark = pytest.mark.filterwarnings("error")

FIRST = (
    "Ferry talks open\n\nThe Ferry Crews Union and Costa Lines resumed talks in "
    'Aveiro on Monday. "We want more leave," said Marta Sousa, the union\'s chief '
    "negotiator.\n"
)
SECOND = (
    "Ferry talks go on\n\nCosta Lines rejected the demand on Tuesday. "
    '"We cannot pay for more leave," said Rui Campos, a spokesman of the company.\n'
)


def judge(kind, *labels, value=None, why=""):
    targets = tuple(
        Target(iri=f"https://w3id.org/parley/id/person/{label}", label=label)
        for label in labels
    )
    return Correction(kind=kind, targets=targets, value=value, who="me", why=why)


def line(kind, name, **more):
    return json.dumps({"kind": kind, "targets": [name], "who": "me", **more}) + "\n"


def test_corrections_come_back_from_the_graph_in_their_order():
    said = (
        judge("rename", "m-sousa", value="Marta Sousa", why="byline “in full”"),
        judge("same", "m-sousa", "marta-sousa"),
        judge("drop", "a name\nof two lines"),
    )

    assert corrections_in(correction_quads(said)) == said
    assert corrections_in(reversed(list(correction_quads(said)))) == said


def test_a_graph_in_memory_keeps_its_corrections_on_any_day():
    said = (judge("drop", "m-sousa"),)

    g = NegotiationGraph.of(Story(articles=()), corrections=said)

    assert g.corrections == said
    assert g.as_of("2021-05-04").corrections == said


@pytest.fixture(scope="module")
def ferries(tmp_path_factory):
    """Two folders of one article each; corrections stand beside both."""
    one, two = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("two")
    for folder, name, text, day in (
        (one, "monday.txt", FIRST, "2021-05-03"),
        (two, "tuesday.txt", SECOND, "2021-05-04"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        (folder / "manifest.csv").write_text(
            f"file,title,publisher,url,published\n{name},,Harbour News,,{day}\n",
            encoding="utf-8",
        )
    (one / "corrections.jsonl").write_text(
        line("rename", "Marta Sousa", value="Marta A. Sousa"), encoding="utf-8"
    )
    (two / "corrections.jsonl").write_text(
        line("rename", "Rui Campos", value="Rui B. Campos"), encoding="utf-8"
    )
    return one, two


def names(g):
    return set(g.entities()["name"])


@pytest.mark.model
def test_adding_articles_replays_the_corrections_of_old_and_new(ferries, tmp_path):
    one, two = ferries
    NegotiationGraph.build(one, out=tmp_path / "out")
    g = NegotiationGraph.open(tmp_path / "out")

    more = g.add(two)

    assert {"Marta A. Sousa", "Rui B. Campos"} <= names(more)
    assert len(more.corrections) == 2
    assert more.why("Marta A. Sousa").reasons
    assert "Rui B. Campos" not in names(g)


@pytest.mark.model
def test_adding_is_the_same_as_building_at_once(ferries, tmp_path):
    one, two = ferries
    both = tmp_path / "corrections.jsonl"
    both.write_bytes(b"".join((f / "corrections.jsonl").read_bytes() for f in ferries))

    at_once = NegotiationGraph.build([one, two], corrections=both)
    added = NegotiationGraph.build(one).add(two)

    assert set(added.store.quads()) == set(at_once.store.quads())


@pytest.mark.model
def test_a_correction_that_finds_no_target_is_a_warning_and_stays(ferries, tmp_path):
    _, two = ferries
    said = tmp_path / "corrections.jsonl"
    said.write_text(line("drop", "Nobody Atall"), encoding="utf-8")

    with pytest.warns(UserWarning, match="Nobody Atall is gone"):
        g = NegotiationGraph.build(two, corrections=said)

    assert [one.kind for one in g.corrections] == ["drop"]


@pytest.mark.model
def test_a_file_that_is_skipped_is_a_warning(ferries, tmp_path):
    (tmp_path / "broken.txt").write_bytes(b"\xff\xfe")
    one, _ = ferries

    with pytest.warns(UserWarning, match=r"broken.txt: is no UTF-8"):
        NegotiationGraph.build([one / "monday.txt", tmp_path])
