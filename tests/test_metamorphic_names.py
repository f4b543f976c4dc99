"""Other names give the same graph: the seeds, everybody and every place renamed.

The texts are the seeds with whole words replaced by ``data/renamed_seeds*.toml``, once
by names from South America, once by names from Asia and Africa; what is read from
them is what is read from the seeds once that is renamed too, all of it.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from extract import read
from extract.articles import article_of
from graph.chronology import tell

pytestmark = pytest.mark.model

DATA = Path(__file__).parent / "data"


class Names:
    """A renaming: whole words by other words, the longest first."""

    def __init__(self, path):
        groups = tomllib.loads(path.read_text(encoding="utf-8")).values()
        self.new = {old: new for group in groups for old, new in group.items()}
        words = map(re.escape, sorted(self.new, key=len, reverse=True))
        self.old = re.compile(rf"\b(?:{'|'.join(words)})\b")

    def __call__(self, text):
        return self.old.sub(lambda found: self.new[found.group()], text or "")


@pytest.fixture(scope="module", params=["renamed_seeds", "renamed_seeds_second"])
def renamed(request):
    return Names(DATA / f"{request.param}.toml")


@pytest.fixture(scope="module")
def before(seed_readings):
    return tell(seed_readings)


@pytest.fixture(scope="module")
def after(nlp, seeds, renamed):
    other = [article_of(renamed(seed.text), file=seed.file) for seed in seeds]
    return tell(read(other, nlp=nlp))


def told(thing):
    return tuple(sorted(Counter(words.file for words in thing.evidence).items()))


def bag(label):
    """The words of a label: who of two sides is named first is not compared."""
    return tuple(sorted(re.findall(r"\w+", label)))


def things(story, name):
    found = {e.iri: (e.begin, e.type, bag(name(e.label))) for e in story.events}
    found |= {p.iri: (p.date, "proposal", name(p.label)) for p in story.proposals}
    found |= {d.iri: (d.date, d.kind, name(d.topic)) for d in story.deviations}
    found |= {s.iri: (s.date, "says", name(s.content)[:60]) for s in story.statements}
    return found


def shape(story, name):
    known = things(story, name)
    return {
        "days of publication": [(a.file, a.published) for a in story.articles],
        "entities": [(e.kind, name(e.name)) for e in story.entities],
        "events": [
            (e.begin, e.last, e.type, e.modality, told(e)) for e in story.events
        ],
        "labels": [known[e.iri] for e in story.events],
        "statements": [
            (s.date, name(s.speaker), name(s.content)) for s in story.statements
        ],
        "proposals": [
            (p.date, name(p.proposer), name(v.topic), name(v.text), len(v.evidence))
            for p in story.proposals
            for v in p.provisions
        ],
        "deviations": [
            (d.date, d.kind, name(d.topic), name(d.claimed_by), name(d.new.text))
            for d in story.deviations
        ],
        "speech acts told twice": [
            (a.date, name(a.speaker), len(a.reports), a.origins)
            for a in story.speech_acts
            if len(a.reports) > 1
        ],
        "links": [
            (link.relation, known[link.source], known[link.target])
            for link in story.links
        ],
        "phases": [(p.begin, p.name, p.explained) for p in story.phases],
        "positions": [
            (name(p.side_name), name(p.topic), p.stance, p.date)
            for p in story.positions
        ],
        "main line": [known[iri] for iri in story.main_line],
    }


@pytest.fixture(scope="module")
def shapes(before, after, renamed):
    return shape(before, renamed), shape(after, lambda text: text or "")


def test_the_renamed_texts_hold_none_of_the_old_names(seeds, renamed):
    text = " ".join(renamed(seed.text) for seed in seeds)

    assert renamed.old.findall(text) == []


PARTS = (
    "days of publication",
    "entities",
    "events",
    "labels",
    "statements",
    "proposals",
    "deviations",
    "speech acts told twice",
    "links",
    "phases",
    "positions",
    "main line",
)


@pytest.mark.parametrize("part", PARTS)
def test_other_names_give_the_same(shapes, part):
    before, after = (Counter(shape[part]) for shape in shapes)

    assert sorted((before - after).elements(), key=str) == []
    assert sorted((after - before).elements(), key=str) == []
