"""The reader's own judgements: kept beside the sources, replayed on every build.

``corrections.jsonl`` is append-only, one JSON object a line; a line that takes
another back holds ``undo`` with its id. A correction names its targets by IRI, by
label and by the words they rest on, so that it finds them again when an IRI has
changed; one whose target is gone is reported, never lost.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

import msgspec

from graph.errors import CorrectionError
from graph.naming import digest

Kind = Literal["same", "different", "rename", "date", "type", "drop", "add-link"]
KINDS: Final[tuple[str, ...]] = get_args(Kind)
NAME: Final = "corrections.jsonl"
#: How many targets each kind takes.
_TARGETS: Final = {"same": 2, "different": 2, "add-link": 2}
#: Kinds that need a value: a name, a day, a type, a relation.
_VALUED: Final = ("rename", "date", "type", "add-link")


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a correction is about.

    Attributes:
        iri: its IRI when the correction was made.
        label: its label then.
        spans: the words it rested on then, as ``ARTICLE-ID:START-END``.

    >>> Target(iri="https://w3id.org/parley/id/person/ruiz", label="A. Ruiz").spans
    ()
    """

    iri: str
    label: str = ""
    spans: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One judgement of a reader.

    Attributes:
        kind: what to do.
        targets: two for same, different and add-link, else one.
        value: the new name, day (ISO), type or relation; ``None`` where none is due.
        who: who judged.
        when: the day or moment, ISO 8601.
        why: the reason.

    >>> ruiz = Target(iri="https://w3id.org/parley/id/person/ruiz")
    >>> Correction(kind="rename", targets=(ruiz,)).problem()
    'rename needs a value'
    """

    kind: Kind
    targets: tuple[Target, ...]
    value: str | None = None
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def id(self) -> str:
        """Return 12 hexadecimal digits made of the whole correction."""
        return digest(msgspec.json.encode(self).decode("utf-8"))

    def problem(self) -> str | None:
        """Return what is wrong with it in words, ``None`` when nothing is."""
        wanted = _TARGETS.get(self.kind, 1)
        if len(self.targets) != wanted:
            return f"{self.kind} takes {wanted} target(s), found {len(self.targets)}"
        if self.kind in _VALUED and not self.value:
            return f"{self.kind} needs a value"
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionFile:
    """The corrections in force, in file order, and what was wrong with other lines."""

    corrections: tuple[Correction, ...] = ()
    problems: tuple[str, ...] = ()


def read_corrections(path: Path) -> CorrectionFile:
    """Return the corrections of a file; one that is absent holds none.

    A bad line is named in ``problems`` and skipped. What was undone is left out.

    >>> read_corrections(Path("no-such-file.jsonl")).corrections
    ()
    """
    if not path.is_file():
        return CorrectionFile()
    problems: list[str] = []
    kept: dict[str, Correction] = {}
    content = path.read_bytes().decode("utf-8", "replace")
    for number, line in enumerate(content.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            read = correction_of(line)
        except CorrectionError as error:
            problems.append(f"{path} line {number}: {error}: mend or delete the line")
            continue
        if isinstance(read, Correction):
            kept[read.id] = read
        elif kept.pop(read, None) is None:
            problems.append(
                f"{path} line {number}: takes back {read}, which is not in force: "
                "delete the line"
            )
    return CorrectionFile(corrections=tuple(kept.values()), problems=tuple(problems))


def in_force(corrections: Path | CorrectionFile | None) -> CorrectionFile:
    """Return corrections by their file, as they were read, or none.

    >>> in_force(None).corrections
    ()
    """
    if isinstance(corrections, CorrectionFile):
        return corrections
    return CorrectionFile() if corrections is None else read_corrections(corrections)


def joined(*files: CorrectionFile) -> CorrectionFile:
    """Return the corrections of several files in their order, each once."""
    kept = {one.id: one for held in files for one in held.corrections}
    return CorrectionFile(
        corrections=tuple(kept.values()),
        problems=tuple(problem for held in files for problem in held.problems),
    )


def line_of(correction: Correction) -> str:
    """Return a correction as a line of its file; ``correction_of`` reads it back."""
    record = msgspec.to_builtins(correction) | {"id": correction.id}
    return msgspec.json.encode(record).decode("utf-8")


def correction_of(line: str) -> Correction | str:
    """Return the correction that a line holds, or the id of the one it takes back.

    Raises:
        CorrectionError: the line holds neither.
    """
    try:
        record = msgspec.json.decode(line)
    except msgspec.MsgspecError as error:
        msg = f"is no JSON ({error})"
        raise CorrectionError(msg) from error
    if not isinstance(record, dict):
        msg = "is no JSON object"
        raise CorrectionError(msg)
    if "undo" in record:
        return str(record["undo"])
    record.pop("id", None)
    record["targets"] = _targets(record.get("targets", ()))
    try:
        correction = msgspec.convert(record, Correction)
    except msgspec.MsgspecError as error:
        msg = f"is no correction ({error}); kinds are {', '.join(KINDS)}"
        raise CorrectionError(msg) from error
    problem = correction.problem()
    if problem is not None:
        raise CorrectionError(problem)
    return correction


def append_correction(path: Path, correction: Correction) -> str:
    """Write a correction at the end of a file and return its id.

    Raises:
        CorrectionError: the correction is not whole, or the file cannot be written.

    >>> append_correction(Path("mine.jsonl"), Correction(kind="drop", targets=()))
    Traceback (most recent call last):
    graph.errors.CorrectionError: drop takes 1 target(s), found 0
    """
    problem = correction.problem()
    if problem is not None:
        raise CorrectionError(problem)
    _append(path, line_of(correction))
    return correction.id


def undo_correction(path: Path, correction_id: str, *, who: str, when: str) -> None:
    """Take a correction back by a line of its own.

    Raises:
        CorrectionError: no correction of that id is in force.
    """
    known = {c.id for c in read_corrections(path).corrections}
    fits = sorted(one for one in known if one.startswith(correction_id))
    if len(fits) != 1:
        listed = ", ".join(sorted(known)) or "none"
        msg = f"{correction_id}: fits {len(fits)} corrections; in force: {listed}"
        raise CorrectionError(msg)
    taken = {"undo": fits[0], "who": who, "when": when}
    _append(path, msgspec.json.encode(taken).decode("utf-8"))


def _append(path: Path, text: str) -> None:
    line = text.encode("utf-8") + b"\n"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o644)
    except OSError as error:
        msg = f"{path}: cannot be written ({error.strerror}): check its permissions"
        raise CorrectionError(msg) from error
    try:
        size = os.lseek(handle, 0, os.SEEK_END)
        if size and os.pread(handle, 1, size - 1) != b"\n":
            line = b"\n" + line  # an edit by hand left the last line open
        os.write(handle, line)
        os.fsync(handle)
    finally:
        os.close(handle)


def _targets(given: object) -> list[object]:
    """Let a reader who edits by hand write a bare IRI or label for a target."""
    items: Iterable[object] = given if isinstance(given, Sequence) else (given,)
    if isinstance(given, str):
        items = (given,)
    return [
        {"iri": item, "label": item} if isinstance(item, str) else item
        for item in items
    ]
