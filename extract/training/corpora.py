"""Read the corpora: sentences with trees, names or both.

Every reader takes the folder of one corpus and yields sentences in the corpus's
own order, so that two runs see the same data.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from extract.training import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from extract.encoder_features import Gazetteer

_CLOSERS = ". , ; : ? ! ) ] } % 's ’s n't 'll 're 've 'd 'm ” » …"
_OPENERS = "( [ { $ # “ « £ €"
NO_SPACE_BEFORE = frozenset(_CLOSERS.split())
NO_SPACE_AFTER = frozenset(_OPENERS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A sentence of a corpus, column by column.

    Attributes:
        forms: the words.
        spaces: whether white space follows each word.
        xpos: Penn tags; empty if the corpus has no trees (so are the next five).
        upos: universal tags.
        feats: morphological features as one string, ``_`` for none.
        lemmas: lemmas.
        heads: index of each word's head in this sentence; its own for the root.
        deprels: Universal Dependencies relations with subtypes.
        names: BIO tags; empty if names are unknown.
        group: sentences of one running text share it and stand in order.
        new_paragraph: whether a paragraph begins here.
        corpus: where it comes from.
    """

    forms: tuple[str, ...]
    spaces: tuple[bool, ...]
    xpos: tuple[str, ...] = ()
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    lemmas: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    deprels: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    group: str = ""
    new_paragraph: bool = False
    corpus: str = ""


def _blocks(path: Path) -> Iterator[list[str]]:
    block: list[str] = []
    with path.open(encoding="utf8") as lines:
        for line in lines:
            row = line.rstrip("\n")
            if row.strip():
                block.append(row)
            elif block:
                yield block
                block = []
    if block:
        yield block


def conllu(path: Path, corpus: str) -> Iterator[tuple[Sentence, list[str]]]:
    """Yield the trees of a CoNLL-U file, each with its MISC column."""
    group = path.stem
    for block in _blocks(path):
        rows = [r.split("\t") for r in block if not r.startswith("#")]
        rest = [r for r in block if r.startswith("#")]
        no_space_inside: set[int] = set()
        for row in rows:
            if "-" in row[0]:
                first, last = (int(n) for n in row[0].split("-"))
                no_space_inside |= set(range(first, last))
                if "SpaceAfter=No" in row[9]:
                    no_space_inside.add(last)
        rows = [r for r in rows if r[0].isdigit()]
        new = False
        for comment in rest:
            if comment.startswith("# newdoc id = "):
                group, new = comment[14:], True
            elif comment.startswith("# newpar"):
                new = True
        heads = tuple(i if r[6] == "0" else int(r[6]) - 1 for i, r in enumerate(rows))
        yield (
            Sentence(
                forms=tuple(r[1] for r in rows),
                spaces=tuple(
                    "SpaceAfter=No" not in r[9] and int(r[0]) not in no_space_inside
                    for r in rows
                ),
                xpos=tuple(r[4] for r in rows),
                upos=tuple(r[3] for r in rows),
                feats=tuple(r[5] for r in rows),
                lemmas=tuple(r[2] for r in rows),
                heads=heads,
                deprels=tuple(r[7] for r in rows),
                group=group,
                new_paragraph=new,
                corpus=corpus,
            ),
            [r[9] for r in rows],
        )


def ewt(folder: Path, split: str) -> list[Sentence]:
    """Return EWT with the names of Universal NER."""
    trees = list(conllu(folder / f"en_ewt-ud-{split}.conllu", "ewt"))
    tagged = [
        [r.split("\t") for r in b if not r.startswith("#")]
        for b in _blocks(folder / f"en_ewt-ud-{split}.iob2")
    ]
    out = []
    for (sentence, _), rows in zip(trees, tagged, strict=True):
        bio = tuple(
            r[2][:2] + names.EWT[r[2][2:]] if r[2][2:] in names.EWT else "O"
            for r in rows
        )
        if len(bio) != len(sentence.forms):
            bio = ()
        out.append(replace(sentence, names=bio))
    return out


def gum_splits(folder: Path) -> dict[str, str]:
    """Return the official split of each GUM document."""
    found: dict[str, str] = {}
    current = ""
    for line in (folder / "splits.md").read_text("utf8").splitlines():
        if line.startswith("## "):
            current = line[3:].strip()
        name = re.search(r"\* (GUM_\w+)", line)
        if name:
            found[name[1]] = current
    return found


def gum(folder: Path, split: str) -> list[Sentence]:
    """Return GUM documents of a split; what ``splits.md`` does not list is train."""
    of = gum_splits(folder)
    out = []
    for path in sorted(folder.glob("*.conllu")):
        if of.get(path.stem, "train") != split:
            continue
        for s, misc in conllu(path, "gum"):
            bio = names.gum_names(s.forms, s.upos, s.xpos, s.heads, s.deprels, misc)
            out.append(replace(s, names=bio))
    return out


def guess_spaces(forms: Sequence[str]) -> tuple[bool, ...]:
    """Return where white space stood, for corpora that do not say."""
    out = []
    inside: set[str] = set()
    for i, form in enumerate(forms):
        after = forms[i + 1] if i + 1 < len(forms) else ""
        space = after not in NO_SPACE_BEFORE and form not in NO_SPACE_AFTER
        if form in {'"', "``", "''", "'"}:
            opens = form not in inside
            inside ^= {form}
            space = space and not opens
        elif after in {'"', "''", "'"} and after in inside:
            space = False
        if after == "-" or form == "-":
            space = False
        out.append(space)
    return tuple(out)


def _split_hyphens(form: str, tag: str) -> list[tuple[str, str]]:
    """Split a word at hyphens between letters, as treebanks and tokenizer do."""
    parts = re.split(r"(?<=[^\W\d_])(-)(?=[^\W\d_])", form)
    inner = tag.replace("B-", "I-", 1) if tag[:2] == "B-" else tag
    return [(part, inner if n else tag) for n, part in enumerate(parts)]


def _named(
    blocks: Iterable[list[str]], labels: dict[str, str] | None, corpus: str, group: str
) -> Iterator[Sentence]:
    for number, block in enumerate(blocks):
        rows = [r.split() for r in block]
        rows = [r for r in rows if len(r) >= 2 and r[0] != "-DOCSTART-"]
        if not rows:
            continue
        parts = [part for r in rows for part in _split_hyphens(r[0], r[-1])]
        forms = tuple(form for form, _ in parts)
        raw = [tag for _, tag in parts]
        if labels is None:
            bio = names.re3d_names(forms, raw)
        else:
            bio = names.tags(
                [(s, e, labels[k]) for s, e, k in names.spans(raw) if k in labels],
                len(forms),
            )
        yield Sentence(
            forms=forms,
            spaces=guess_spaces(forms),
            names=bio,
            group=group or f"{corpus}-{number}",
            new_paragraph=not group,
            corpus=corpus,
        )


def crossner(folder: Path, split: str) -> list[Sentence]:
    """Return CrossNER politics; single sentences, so each is its own text."""
    return list(
        _named(_blocks(folder / f"{split}.txt"), names.CROSSNER, "crossner", "")
    )


def wikigold(folder: Path) -> list[Sentence]:
    """Return Wikigold, in running order."""
    return list(
        _named(_blocks(folder / "wikigold.conll.txt"), names.WIKIGOLD, "wikigold", "wg")
    )


def re3d(folder: Path, *, test: bool) -> list[Sentence]:
    """Return re3d; every sixth document in sorted order is for testing."""
    out = []
    for number, path in enumerate(sorted(folder.glob("*/*.conll"))):
        if (number % 6 == 0) == test:
            out += list(_named(_blocks(path), None, "re3d", f"re3d-{path.stem}"))
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class Corpora:
    """All sentences, by use."""

    train: tuple[Sentence, ...]
    dev: dict[str, tuple[Sentence, ...]]
    test: dict[str, tuple[Sentence, ...]]


def read(root: Path, gazetteer: Gazetteer) -> Corpora:
    """Read every corpus under ``root``; peoples are labelled NORP throughout."""
    world = names.World(gazetteer)

    def norp(sentences: list[Sentence]) -> tuple[Sentence, ...]:
        return tuple(
            replace(s, names=world.label(s.forms, s.names, strict=s.corpus == "re3d"))
            if s.names
            else s
            for s in sentences
        )

    politics, conflict = root / "crossner-politics", root / "re3d"
    train = (
        ewt(root / "ewt", "train")
        + gum(root / "gum", "train")
        + crossner(politics, "train")
        + crossner(politics, "dev")
        + wikigold(root / "wikigold")
        + re3d(conflict, test=False)
    )
    dev = {"ewt": norp(ewt(root / "ewt", "dev")), "gum": norp(gum(root / "gum", "dev"))}
    test = {
        "ewt": norp(ewt(root / "ewt", "test")),
        "gum": norp(gum(root / "gum", "test")),
        "crossner": norp(crossner(politics, "test")),
        "re3d": norp(re3d(conflict, test=True)),
    }
    return Corpora(train=norp(train), dev=dev, test=test)
