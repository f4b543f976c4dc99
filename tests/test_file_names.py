"""What an article's file is called decides nothing in the graph."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from graph.building import Built
from graph.chronology import tell
from graph.printing import main_line
from graph.retelling import retell
from graph.rows import ROWS, Rows
from tests.ferry_strike import ferry_strike

#: New names, which put the articles in another order and one first that came last.
NAMES = ("d.txt", "b.txt", "c.txt", "a.txt", "e.txt", "0.txt")


def renamed(readings, names=NAMES):
    return [
        replace(reading, article=replace(reading.article, file=name))
        for reading, name in zip(readings, names, strict=False)
    ]


def undated(readings):
    return [
        replace(
            reading, article=replace(reading.article, published=None, publisher="Post")
        )
        for reading in readings
    ]


def of_one_outlet(readings):
    return [
        replace(reading, article=replace(reading.article, publisher="Post"))
        for reading in readings
    ]


def without_files(value):
    if isinstance(value, dict):
        return {
            key: without_files(each) for key, each in value.items() if key != "file"
        }
    return [without_files(each) for each in value] if isinstance(value, list) else value


def rows(story):
    return {name: without_files(getattr(Rows(story), name)()) for name in ROWS}


CORPORA = pytest.mark.parametrize("corpus", [of_one_outlet, undated])


@CORPORA
def test_the_rows_are_the_same_whatever_the_files_are_called(corpus):
    readings = corpus(ferry_strike())

    assert rows(tell(renamed(readings))) == rows(tell(readings))


@CORPORA
def test_a_store_gives_the_same_rows_whatever_the_files_are_called(corpus):
    readings = corpus(ferry_strike())
    one, other = (
        retell(Built(story=tell(each)).quads())
        for each in (readings, renamed(readings))
    )

    assert rows(one) == rows(other)


def test_the_printed_line_quotes_the_same_words_whatever_the_files_are_called():
    readings = of_one_outlet(ferry_strike())
    files = dict(zip(NAMES, (r.article.file for r in readings), strict=False))
    printed = main_line(tell(renamed(readings)))

    told = re.sub(r"\w+\.txt", lambda name: files[name[0]], printed)

    assert told == main_line(tell(readings))


@pytest.mark.model
def test_the_seeds_give_the_same_whatever_their_files_are_called(seed_readings):
    readings = of_one_outlet(seed_readings)

    assert rows(tell(renamed(readings))) == rows(tell(readings))
