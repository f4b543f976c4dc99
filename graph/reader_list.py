"""The reader's own list of people and bodies: a CSV file with names, aliases, IRIs."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Final

from graph.errors import GraphError
from graph.identity import KnownEntity

_NAME: Final = "name"
_IRI: Final = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")


def read_known(path: Path) -> tuple[KnownEntity, ...]:
    """Return the entries of a list in its order.

    Args:
        path: UTF-8, with a header; columns ``name`` and ``iri``, and ``aliases``
            if wanted, parted by ``|`` or ``;``. Lines without a name are left out.

    Raises:
        GraphError: the file cannot be read, lacks a column, or holds an IRI that
            is none; the line is named.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"{path}: cannot be read as UTF-8 text ({error})"
        raise GraphError(msg) from error
    rows = csv.DictReader(text.splitlines())
    columns = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    missing = [name for name in (_NAME, "iri") if name not in columns]
    if missing:
        msg = f"{path}: no column {' or '.join(missing)} in the first line"
        raise GraphError(msg)
    found = []
    for number, row in enumerate(rows, start=2):
        name = (row[columns[_NAME]] or "").strip()
        iri = (row[columns["iri"]] or "").strip()
        if not name:
            continue
        if not _IRI.fullmatch(iri):
            msg = f"{path}, line {number}: {iri!r} is no IRI (for {name})"
            raise GraphError(msg)
        listed = row[columns["aliases"]] or "" if "aliases" in columns else ""
        aliases = tuple(a.strip() for a in re.split(r"[|;]", listed) if a.strip())
        found.append(KnownEntity(name=name, aliases=aliases, iri=iri))
    return tuple(found)
