"""The shipped model keeps its scores on the corpora's test parts.

The corpora are not in this repository: set PARLEY_CORPORA to their folder.
"""

from __future__ import annotations

import os
import tomllib
from pathlib import Path

import pytest

from extract.encoder import ReadingNetwork
from extract.encoder_features import Gazetteer
from extract.reader import FOLDER

ROOT = Path(__file__).parent.parent
FLOORS = tomllib.loads((ROOT / "tests/data/model_floors.toml").read_text("utf8"))

pytestmark = [pytest.mark.model, pytest.mark.slow]


@pytest.fixture(scope="module")
def scores():
    """What the model reaches on every test part."""
    folder = Path(os.environ.get("PARLEY_CORPORA", ROOT.parent / "shared" / "corpora"))
    if not (folder / "ewt").is_dir():
        pytest.skip(f"no corpora here (looked in {folder}; set PARLEY_CORPORA)")
    from extract.training import corpora, evaluate

    data = corpora.read(folder, Gazetteer.load(FOLDER / "gazetteer.txt.gz"))
    return evaluate.evaluate(ReadingNetwork(FOLDER), data.test)


@pytest.mark.parametrize(
    ("part", "way", "what"),
    [
        (part, way, what)
        for part, ways in sorted(FLOORS.items())
        for way, floors in sorted(ways.items())
        for what in sorted(floors)
    ],
)
def test_the_model_keeps_its_floor(scores, part, way, what):
    reached = scores[part][way][what]

    figure = reached[-1] if isinstance(reached, list) else reached
    assert figure >= FLOORS[part][way][what]
