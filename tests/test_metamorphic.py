"""What must not change the graph, or change it in one way only."""

from __future__ import annotations

import pytest

import tests.ferry_strike as corpus
from graph.chronology import tell
from tests.ferry_strike import ferry_strike


def shape(story):
    """Everything but names: what is linked to what, told where, of what kind."""
    number = {
        thing.iri: i
        for part in (story.events, story.statements, story.proposals, story.deviations)
        for i, thing in enumerate(
            sorted(part, key=lambda t: (_files(t), getattr(t, "type", ""), _day(t)))
        )
    }
    return {
        "events": sorted(
            (e.type, e.begin or "", e.last or "", _files(e)) for e in story.events
        ),
        "acts": sorted(
            (len(a.reports), a.origins, a.date or "") for a in story.speech_acts
        ),
        "terms": sorted(
            (p.date or "", v.topic, len(v.evidence))
            for p in story.proposals
            for v in p.provisions
        ),
        "links": sorted((link.relation, link.rule) for link in story.links),
        "phases": [(p.begin, p.name, p.explained) for p in story.phases],
        "positions": sorted((p.topic, p.stance, p.date or "") for p in story.positions),
        "main": [number.get(iri, -1) >= 0 for iri in story.main_line],
    }


def _files(thing):
    spans = getattr(thing, "evidence", None) or (thing.new,)
    return tuple(e.file for e in spans)


def _day(thing):
    return getattr(thing, "begin", None) or getattr(thing, "date", None) or ""


@pytest.mark.parametrize("given", [1, 2, 3])
def test_adding_an_article_equals_building_with_it(given):
    readings = ferry_strike()

    before = tell(readings[:given])
    after = tell((*readings[:given], *readings[given:]))

    assert after == tell(tuple(reversed(readings)))
    assert len(before.articles) == given


def test_other_names_give_the_same_graph_up_to_the_names(monkeypatch):
    before = shape(tell(ferry_strike()))
    names = {
        "Norlink": "Zubeyr Lines",
        "Seafarers' Union": "Azania Guild",
        "Ivo Dahl": "Kofi Quansah",
        "Mara Teke": "Lindiwe Zuma-Ito",
        "Port Vell": "Ulundi",
        "Osterby": "Bata",
    }
    monkeypatch.setattr(
        corpus, "PERSONS", {names[p]: names[s] for p, s in corpus.PERSONS.items()}
    )
    monkeypatch.setattr(corpus, "PARTIES", tuple(names[n] for n in corpus.PARTIES))
    monkeypatch.setattr(corpus, "PLACES", tuple(names[n] for n in corpus.PLACES))
    paper = corpus.Paper
    short = {n.split()[-1]: names[n].split()[-1] for n in ("Ivo Dahl", "Mara Teke")}
    swaps = {**names, **short}

    class Renamed(paper):
        def __init__(self, file, published, text, outlet=""):
            super().__init__(file, published, _renamed(text, swaps), outlet)

        def at(self, words):
            return super().at(_renamed(words, swaps))

        def event(self, kind, words, **known):
            for key in ("who", "where"):
                known[key] = tuple(swaps.get(n, n) for n in known.get(key, ()))
            return super().event(kind, words, **known)

        def says(self, speaker, words, **known):
            return super().says(swaps.get(speaker, speaker), words, **known)

        def proposal(self, words, terms, **known):
            known["proposer"] = swaps.get(known.get("proposer"))
            return super().proposal(words, terms, **known)

        def deviation(self, words, **known):
            known["claimed_by"] = swaps.get(known.get("claimed_by"))
            return super().deviation(words, **known)

    monkeypatch.setattr(corpus, "Paper", Renamed)

    assert shape(tell(ferry_strike())) == before


def _renamed(text, swaps):
    for old in sorted(swaps, key=len, reverse=True):
        text = text.replace(old, swaps[old])
    return text
