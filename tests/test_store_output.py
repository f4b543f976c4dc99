"""The output folder: whole or as it was, whatever happens to the build."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graph.errors import StoreError
from graph.negotiation import NegotiationGraph
from graph.output import ABOUT, located, replaced_whole, write_graph
from graph.triples import quads
from tests.story_sample import sample_story

ROOT = Path(__file__).parent.parent

BUILD = """
import sys
from pathlib import Path
from graph.output import replaced_whole, write_graph
from graph.triples import quads
from tests.story_sample import sample_story

facts = list(quads(sample_story()))
print("ready", flush=True)
while True:
    with replaced_whole(Path(sys.argv[1])) as folder:
        write_graph(folder, facts)
"""


def build(out, **options):
    with replaced_whole(out) as folder:
        write_graph(folder, quads(sample_story()), **options)


def test_a_build_writes_its_files_and_nothing_beside(tmp_path):
    build(tmp_path / "out")

    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]
    assert sorted(each.name for each in (tmp_path / "out").iterdir()) == [
        ABOUT,
        "graph.trig",
        "store",
    ]


def test_two_builds_are_the_same_bytes(tmp_path):
    build(tmp_path / "one")
    build(tmp_path / "two")

    for name in (ABOUT, "graph.trig"):
        one, two = (tmp_path / each / name for each in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_a_second_build_takes_the_place_of_the_first(tmp_path):
    out = tmp_path / "out"
    build(out)
    (out / "graph.trig").write_text("old", encoding="utf-8")

    build(out)

    assert (out / "graph.trig").read_text(encoding="utf-8") != "old"
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


def test_a_build_that_fails_leaves_the_output_as_it_was(tmp_path):
    out = tmp_path / "out"
    build(out)
    before = (out / "graph.trig").read_bytes()

    def fails():
        with replaced_whole(out) as folder:
            (folder / "graph.trig").write_text("half", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()

    assert (out / "graph.trig").read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


def test_a_users_own_files_in_the_output_stay(tmp_path):
    out = tmp_path / "out"
    build(out)
    (out / "notes.md").write_text("mine", encoding="utf-8")

    build(out)

    assert (out / "notes.md").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_what_is_no_output_is_never_replaced(tmp_path, kind):
    place = tmp_path / "thesis"
    if kind == "folder":
        place.mkdir()
        (place / "chapter-1.tex").write_text("years of work", encoding="utf-8")
    else:
        place.write_text("years of work", encoding="utf-8")

    with pytest.raises(StoreError, match="name a"):
        build(place)

    assert place.exists()


def test_an_empty_folder_may_become_the_output(tmp_path):
    (tmp_path / "out").mkdir()

    build(tmp_path / "out")

    assert NegotiationGraph.open(tmp_path / "out").story.events


def test_a_store_may_stand_elsewhere(tmp_path):
    build(tmp_path / "out", store=tmp_path / "elsewhere")

    assert not (tmp_path / "out" / "store").exists()
    assert NegotiationGraph.open(tmp_path / "out").story.events


def test_a_store_elsewhere_is_replaced_too_but_nothing_else_is(tmp_path):
    build(tmp_path / "out", store=tmp_path / "elsewhere")
    build(tmp_path / "out", store=tmp_path / "elsewhere")
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "letter").write_text("dear", encoding="utf-8")

    with pytest.raises(StoreError, match="holds other files"):
        build(tmp_path / "out", store=tmp_path / "home")

    assert (tmp_path / "home" / "letter").exists()


def test_an_output_that_is_not_there_says_how_to_make_it(tmp_path):
    with pytest.raises(StoreError, match="parley build SOURCE --out"):
        located(tmp_path / "out")


def test_an_output_of_a_later_version_is_not_misread(tmp_path):
    build(tmp_path / "out")
    about = json.loads((tmp_path / "out" / ABOUT).read_text(encoding="utf-8"))
    about["format"] = 99
    (tmp_path / "out" / ABOUT).write_text(json.dumps(about), encoding="utf-8")

    with pytest.raises(StoreError, match="later version"):
        located(tmp_path / "out")


def test_an_output_moved_away_by_a_killed_build_is_found_and_put_back(tmp_path):
    out = tmp_path / "out"
    build(out)
    out.rename(tmp_path / ".out.old-abc")

    assert NegotiationGraph.open(out).story.events
    build(out)
    assert (out / ABOUT).is_file()


def test_leftovers_of_the_dead_are_removed_and_those_of_the_living_are_not(tmp_path):
    out = tmp_path / "out"
    (tmp_path / ".out.new-dead").mkdir()

    with replaced_whole(out) as living:
        build(tmp_path / "out")
        assert living.is_dir()
        (living / "graph.trig").write_text("", encoding="utf-8")

    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]


def test_without_exchange_of_folders_two_renames_do(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "other")
    out = tmp_path / "out"
    build(out)
    (out / "notes.md").write_text("mine", encoding="utf-8")

    build(out)

    assert (out / "notes.md").exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]
    assert NegotiationGraph.open(out).story.events


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_readable_output(tmp_path):
    out = tmp_path / "out"
    build(out)
    dice = random.Random(8)

    for _ in range(20):
        with subprocess.Popen(
            [sys.executable, "-c", BUILD, str(out)],
            stdout=subprocess.PIPE,
            cwd=ROOT,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        ) as child:
            child.stdout.readline()
            time.sleep(dice.uniform(0.0, 0.4))
            child.send_signal(signal.SIGKILL)
        opened = NegotiationGraph.open(out)
        assert len(opened.story.events) == 4
        assert (located(out).folder / "graph.trig").stat().st_size > 10_000

    build(out)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["out"]
