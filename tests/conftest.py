"""What tests share: the pipeline, the seeds and their gold, the measuring-only sets."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# The same examples in every run: a test that fails here fails everywhere, and no
# test depends on how fast the machine is.
settings.register_profile("parley", derandomize=True, deadline=None)
settings.load_profile("parley")

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def nlp():
    """The shipped pipeline, loaded once."""
    from extract import load_pipeline

    return load_pipeline()


@pytest.fixture(scope="session")
def seeds():
    """The five seed articles, without what the manifest says of them."""
    from extract.articles import article_of

    return tuple(
        article_of(path.read_bytes().decode("utf-8"), file=path.name)
        for path in sorted((ROOT / "seeds").glob("*.txt"))
    )


@pytest.fixture(scope="session")
def seed_readings(nlp, seeds):
    """What is read from the seeds."""
    from extract import read

    return tuple(read(seeds, nlp=nlp))


@pytest.fixture(scope="session")
def eval_folder():
    """The measuring-only sets; tests that need them are skipped where they are not."""
    folder = Path(os.environ.get("PARLEY_EVAL", ROOT.parent / "shared" / "eval"))
    if not (folder / "gold").is_dir():
        pytest.skip(f"no measuring sets here (looked in {folder}; set PARLEY_EVAL)")
    return folder


@pytest.fixture(scope="session")
def reading_of(nlp):
    """Read one made-up text, published on Wednesday 12 June 2024."""
    from dataclasses import replace
    from datetime import date

    from extract import read
    from extract.articles import article_of

    def find(text):
        article = replace(
            article_of(text), published=date(2024, 6, 12), published_basis="manifest"
        )
        (found,) = read([article], nlp=nlp)
        return found

    return find


@pytest.fixture(scope="session")
def terms_told(reading_of):
    """Return the words of each term of a made-up text about talks."""
    from tests.ferry_talks import TALKS

    return lambda text: [
        item.quoted.text
        for one in reading_of(TALKS + text).proposals
        for item in one.provisions
    ]


@pytest.fixture(scope="session")
def days_of(reading_of):
    """The days of one made-up text's events, published on Wednesday 12 June 2024."""

    def find(text):
        return {(e.type, e.begin, e.last) for e in reading_of(text).events}

    return find
