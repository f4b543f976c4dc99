"""The output folder: written whole or not at all, readable at any moment.

A build writes into a hidden folder beside the output (``.parley-out.new-...``) and
lets it take the output's place when all is there: at once where the system can
exchange two folders (Linux), else by two renames. Whoever is killed in between
leaves the previous output under a name that ``located`` knows; the next build puts
it back and removes what is left over. A builder holds a lock on its
own hidden folder, so that only the leftovers of the dead are touched. Files that a
user put into the output stay.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Quad

from graph.errors import StoreError
from graph.exchange import exchange, try_lock
from graph.store import EmbeddedStore, fill, is_address
from graph.trig import to_trig

__all__ = ["ABOUT", "Output", "located", "replaced_whole", "write_graph"]

#: The file that is written last, and says what the folder holds.
ABOUT: Final = "about.json"
_OURS: Final = frozenset({ABOUT, "graph.trig", "page.html", "store"})
_FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """An output folder as it was found.

    Attributes:
        folder: where its files are; not always the name asked for, if a build was
            killed while it swapped folders.
        store: the folder or URL of its store.
    """

    folder: Path
    store: str


def located(out: Path) -> Output:
    """Return the output of a build, whatever happened to later builds.

    Raises:
        StoreError: no build has ended there, or a later version of Parley made it.
    """
    for folder in (out, *_hidden(out, "old")):
        about = folder / ABOUT
        if about.is_file():
            return _read_about(folder)
    msg = f"{out}: no graph is there; make one with 'parley build SOURCE --out {out}'"
    raise StoreError(msg)


def _read_about(folder: Path) -> Output:
    try:
        known = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        version, store = int(known["format"]), str(known["store"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        msg = f"{folder / ABOUT}: unreadable ({error}); build the graph again"
        raise StoreError(msg) from error
    if version > _FORMAT:
        msg = f"{folder}: made by a later version of Parley; update, or build again"
        raise StoreError(msg)
    if not is_address(store):
        store = str(folder / store)
    return Output(folder=folder, store=store)


@contextmanager
def replaced_whole(out: Path) -> Iterator[Path]:
    """Give an empty folder that takes the place of ``out`` when the block ends well.

    When the block raises, or the process dies, ``out`` stays as it was.

    Raises:
        StoreError: ``out`` holds something that is no output of Parley, or cannot be
            replaced.
    """
    out = Path(os.path.realpath(out))
    _refuse_foreign(out)
    out.parent.mkdir(parents=True, exist_ok=True)
    _recover(out)
    made = tempfile.mkdtemp(prefix=f".{out.name}.new-", dir=out.parent)
    new = Path(made)
    new.chmod(0o755)
    with try_lock(new):
        try:
            yield new
            _swap(new, out)
        finally:
            _discard(new, out)


def _refuse_foreign(out: Path) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        msg = f"{out}: a file is there; name a folder for the output"
        raise StoreError(msg)
    ours = (out / ABOUT).exists() or not any(out.iterdir())
    if not ours:
        msg = f"{out}: holds other files; name a new or empty folder for the output"
        raise StoreError(msg)


def _hidden(out: Path, kind: str) -> list[Path]:
    return sorted(out.parent.glob(f".{out.name}.{kind}-*"))


def _recover(out: Path) -> None:
    """Put back what a killed build moved away, and remove its leftovers."""
    for folder in (*_hidden(out, "old"), *_hidden(out, "new")):
        with try_lock(out.parent) as quiet, try_lock(folder) as alone:
            if not quiet or not alone:
                continue  # somebody is building there, or swapping, right now
            if not out.exists() and folder.name.startswith(f".{out.name}.old-"):
                folder.rename(out)
            else:
                _discard(folder, out)


def _swap(new: Path, out: Path) -> None:
    """Let ``new`` take the place of ``out``; what was there ends up hidden."""
    try:
        if not out.exists():
            new.rename(out)
        elif not exchange(new, out):
            old = out.parent / new.name.replace(".new-", ".old-")
            with try_lock(out.parent):
                out.rename(old)
                new.rename(out)
            _discard(old, out)
    except OSError as error:
        msg = f"{out}: cannot be replaced ({error.strerror}); name a folder inside it"
        raise StoreError(msg) from error


def _discard(folder: Path, out: Path) -> None:
    """Remove a hidden folder, but save what a user had put into it."""
    if not folder.is_dir():
        return
    for entry in sorted(folder.iterdir()):
        if entry.name not in _OURS and out.is_dir() and not (out / entry.name).exists():
            entry.rename(out / entry.name)
    shutil.rmtree(folder, ignore_errors=True)


def write_graph(
    folder: Path, quads: Iterable[Quad], *, store: str | Path | None = None
) -> str:
    """Write a graph's files: ``graph.trig``, the store, and last ``about.json``.

    Args:
        folder: an empty folder, as ``replaced_whole`` gives it.
        quads: sorted quads.
        store: a folder or URL for the store; ``None`` for ``store`` in ``folder``.

    Returns:
        Where the store is, for opening it.
    """
    held = list(quads)
    (folder / "graph.trig").write_bytes(to_trig(held))
    if store is None:
        where, named = str(folder / "store"), "store"
        (folder / "store").mkdir()
        EmbeddedStore.fill_new(folder / "store", held)
    elif is_address(store):
        from graph.remote import RemoteStore

        where = named = str(store)
        fill(RemoteStore.at(str(store)), held)
    else:
        place = Path(os.path.realpath(store))
        where = named = str(place)
        _write_apart(place, held)
    graphs = {quad.graph_name for quad in held}
    about = {
        "format": _FORMAT,
        "graphs": len(graphs),
        "quads": len(held),
        "store": named,
    }
    text = json.dumps(about, indent=2, sort_keys=True) + "\n"
    (folder / ABOUT).write_text(text, encoding="utf-8")
    return where


def _write_apart(place: Path, quads: Iterable[Quad]) -> None:
    """Write a store outside the output folder, whole or not at all."""
    if place.is_dir() and any(place.iterdir()) and not (place / "CURRENT").exists():
        msg = f"{place}: holds other files; name a new or empty folder for the store"
        raise StoreError(msg)
    place.parent.mkdir(parents=True, exist_ok=True)
    _recover(place)
    new = Path(tempfile.mkdtemp(prefix=f".{place.name}.new-", dir=place.parent))
    with try_lock(new):
        try:
            EmbeddedStore.fill_new(new, quads)
            _swap(new, place)
        finally:
            shutil.rmtree(new, ignore_errors=True)
