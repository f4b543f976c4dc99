"""Names in many spellings: joined where they are one, apart where they are two.

``data/names.csv`` holds pairs from public facts: heads of state, ministers and
negotiators as news agencies in several languages spell them (the romanisation is
named under ``why``), places with their GeoNames alternate names, bodies with their
acronyms; and pairs that are alike but are two. ``{country=..;role=..}`` is what the
texts say beside the name, ``{city=..}`` the country that the text speaks of.
"""

import csv
import re
from pathlib import Path

import pytest

from extract.cities import best_city, find_cities
from extract.gazetteer import countries, look_up
from extract.people import gender_of
from extract.places import country_iri, geonames_iri
from extract.records import Article, Entity, Mention, Quoted, Reading
from graph.identity import identify

TABLE = Path(__file__).parent / "data/names.csv"
#: Written afterwards, before anything was tried on it: 120 of 136 and 2 of 134 then.
LATER = Path(__file__).parent / "data/names_heldout.csv"
#: Written after its misses were mended, and left alone since: for measuring only.
LAST = Path(__file__).parent / "data/names_second.csv"
ROWS = tuple(csv.DictReader(TABLE.read_text(encoding="utf-8").splitlines()))


def links(name, kind, told):
    """What the reading of an article would link the name to."""
    known = look_up(name)
    if "state" in told or kind in {"person", "organization"}:
        return ()
    if known is not None and known.country and known.hit == "country":
        code = known.country
        return (country_iri(code), geonames_iri(countries()[code]["geonames"]))
    there = [c for c in find_cities(name) if c.country == told.get("city")]
    city = max(there, key=lambda c: c.population) if there else best_city(name)
    return (geonames_iri(city.geonames),) if city else ()


def reading(text, kind, number):
    name, _, rest = text.partition("{")
    told = dict(re.findall(r"(\w+)=([^;}]+)", rest))
    known = look_up(name) if kind != "person" else None
    entity = Entity(
        id="e1",
        kind="place" if kind == "country" else kind,
        name=known.name if known and known.hit == "country" else name,
        mentions=(Mention(quoted=Quoted(start=0, end=len(name), text=name)),),
        roles=(told["role"],) if "role" in told else (),
        gender=gender_of((), (), name) if kind == "person" else None,
        country=told.get("country") or told.get("state") or told.get("city"),
        expansions=(known.name,) if known and known.hit == "body" else (),
        same_as=links(name, kind, told),
    )
    article = Article(file=f"{number}.txt", id=f"{number:016d}", text=name)
    return Reading(article=article, entities=(entity,))


def joined(row):
    kind = row["kind"]
    identity = identify([reading(row["a"], kind, 1), reading(row["b"], kind, 2)])
    return len(set(identity.iri_of.values())) == 1


def wrong(same):
    return [r for r in ROWS if r["same"] == same and joined(r) != (same == "yes")]


def listed(rows):
    return "; ".join(f"{r['a']} / {r['b']}" for r in rows)


def test_the_table_is_large_and_names_its_reasons():
    assert sum(r["same"] == "yes" for r in ROWS) >= 300
    assert sum(r["same"] == "no" for r in ROWS) >= 300
    assert all(r["why"] for r in ROWS)


def test_at_least_97_percent_of_the_same_are_joined():
    missed = wrong("yes")

    total = sum(r["same"] == "yes" for r in ROWS)
    assert len(missed) <= 0.03 * total, f"{len(missed)} of {total}: {listed(missed)}"


def test_at_most_1_percent_of_the_different_are_joined():
    merged = wrong("no")

    total = sum(r["same"] == "no" for r in ROWS)
    assert len(merged) <= 0.01 * total, f"{len(merged)} of {total}: {listed(merged)}"


@pytest.mark.parametrize(
    ("table", "found", "merged"),
    [(LATER, 0.97, 0.01), (LAST, 0.96, 0.02)],
    ids=["later", "last"],
)
def test_pairs_written_later_are_joined_almost_as_well(table, found, merged):
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))

    same = [joined(r) for r in rows if r["same"] == "yes"]
    different = [joined(r) for r in rows if r["same"] == "no"]
    assert sum(same) >= found * len(same), f"{sum(same)} of {len(same)}"
    assert sum(different) <= merged * len(different), sum(different)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Vladimir Putin", "Vladimir Medinsky"),
        ("George Bush", "George W. Bush"),
        ("Niger", "Nigeria"),
        ("Republic of the Congo", "Democratic Republic of the Congo"),
        ("North Korea", "South Korea"),
    ],
)
def test_the_classic_pairs_stay_apart(a, b):
    row = next(r for r in ROWS if (r["a"], r["b"]) == (a, b))

    assert not joined(row)
