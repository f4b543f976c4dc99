"""Build the list of given names, with the gender that each tells.

    python -m extract.training.given_names OUT.tsv

Source: first names of the US Census of 1990 with their frequencies (public
domain) carried by ``names`` (MIT), and ``lexicon/given_world.toml``.
"""

from __future__ import annotations

import sys
import tomllib
from importlib import resources
from pathlib import Path
from typing import Final

#: A name tells a gender where it is this many times as frequent with it.
CLEAR: Final = 10.0


def build() -> dict[str, str]:
    """Return folded given names with ``"m"``, ``"f"`` or ``"-"``."""
    share: dict[str, dict[str, float]] = {}
    for gender, part in (("m", "dist.male.first"), ("f", "dist.female.first")):
        text = (resources.files("names") / part).read_text("utf8")
        for line in text.splitlines():
            name, frequency = line.split()[:2]
            share.setdefault(name.lower(), {})[gender] = float(frequency) + 0.0005
    out: dict[str, str] = {}
    for name, by_gender in share.items():
        m, f = by_gender.get("m", 0.0002), by_gender.get("f", 0.0002)
        out[name] = "m" if m >= CLEAR * f else "f" if f >= CLEAR * m else "-"
    world = resources.files("extract").joinpath("lexicon/given_world.toml")
    for gender, listed in tomllib.loads(world.read_text("utf8"))["names"].items():
        for name in listed.split():
            out[name.lower()] = gender
    return out


if __name__ == "__main__":
    rows = [f"{name}\t{gender}\n" for name, gender in sorted(build().items())]
    Path(sys.argv[1]).write_text("".join(rows), encoding="utf8")
