"""Mend what no tree of an English sentence holds, whoever parsed it.

The finders read trees; two trainings of one model, or one model with other names,
differ in a tree here and there. What is plainly no tree is set right in one place,
before any finder reads it, by rules about words and their order.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from extract.event_tags import tag_of

if TYPE_CHECKING:
    from collections.abc import Callable

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass"})
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERBAL: Final = frozenset({"VERB", "AUX"})
_STOPS: Final = frozenset({".", "!", "?", ":", ";", "…"})
#: Prepositions that never stand before a subject ("about 20 ships left").
_NO_SUBJECT: Final = frozenset({"since", "on", "in", "at", "during", "until", "by"})
_SHORT: Final = 6
#: Verbs that always have an object: what is demanded is a thing.
_ASKING: Final = frozenset({"demand", "propose", "seek", "want", "offer", "request"})


@dataclass
class _Tree:
    """A tree while it is mended."""

    words: list[str]
    tags: list[str]
    pos: list[str]
    heads: list[int]
    deps: list[str]
    lemmas: list[str]

    def children(self, at: int) -> list[int]:
        """Return what hangs on a word, in order."""
        return [i for i, head in enumerate(self.heads) if head == at and i != at]

    def sentences(self) -> list[tuple[int, int, int]]:
        """Return first word, one past the last, and root of each sentence."""
        tops = [self._top(i) for i in range(len(self.words))]
        roots = sorted(set(tops))
        return [
            (tops.index(root), len(tops) - tops[::-1].index(root), root)
            for root in roots
        ]

    def _top(self, at: int) -> int:
        while self.heads[at] != at:
            at = self.heads[at]
        return at

    def has(self, at: int, *labels: str) -> bool:
        """Tell whether a word has a dependent under one of the labels."""
        return any(self.deps[i] in labels for i in self.children(at))

    def reroot(self, old: int, new: int, label: str) -> None:
        """Make ``new`` the root of the sentence whose root is ``old``."""
        self.heads[new], self.deps[new] = new, "ROOT"
        self.heads[old], self.deps[old] = new, label


def mended(part: Doc) -> Doc:
    """Return a parsed block with its tags and trees mended."""
    pairs = [tag_of(token) for token in part]
    tree = _Tree(
        words=[token.lower_ for token in part],
        tags=[tag for tag, _ in pairs],
        pos=[pos for _, pos in pairs],
        heads=[token.head.i for token in part],
        deps=[token.dep_ if token.head.i != token.i else "ROOT" for token in part],
        lemmas=[token.lemma_ for token in part],
    )
    before = (list(tree.tags), list(tree.pos), list(tree.heads), list(tree.deps))
    for mend in _MENDS:
        mend(tree)
    if before == (tree.tags, tree.pos, tree.heads, tree.deps) and not any(
        pair != (token.tag_, token.pos_)
        for pair, token in zip(pairs, part, strict=True)
    ):
        return part
    read = Doc(
        part.vocab,
        words=[token.text for token in part],
        spaces=[bool(token.whitespace_) for token in part],
        tags=tree.tags,
        pos=tree.pos,
        morphs=[str(token.morph) for token in part],
        lemmas=tree.lemmas,
        heads=tree.heads,
        deps=tree.deps,
    )
    read.ents = [Span(read, e.start, e.end, label=e.label_) for e in part.ents]
    return read


def _nouns_are_nouns(tree: _Tree) -> None:
    """Let the finer tag decide where the coarse one says a verb."""
    for i, tag in enumerate(tree.tags):
        if tag in ("NN", "NNS") and tree.pos[i] in _VERBAL:
            tree.pos[i] = "NOUN"


def _fronted_phrase(tree: _Tree) -> None:
    """Give "On Monday" back to the sentence it was cut off from."""
    found = tree.sentences()
    for (start, end, root), (_, _, following) in pairwise(found):
        if (
            end - start <= _SHORT
            and tree.pos[start] == "ADP"
            and tree.words[end - 1] not in _STOPS
            and not any(tree.pos[i] in _VERBAL for i in range(start, end))
            and tree.pos[following] in _VERBAL
        ):
            tree.heads[root], tree.deps[root] = following, "obl"


def _no_subject_with_a_preposition(tree: _Tree) -> None:
    """Take "since Monday" for no subject."""
    for i, dep in enumerate(tree.deps):
        if dep not in _SUBJECTS:
            continue
        cases = [c for c in tree.children(i) if tree.deps[c] == "case" and c < i]
        if any(tree.words[c] in _NO_SUBJECT for c in cases):
            tree.deps[i] = "obl"


def _late_predicate(tree: _Tree) -> None:
    """Find the verb of "A stoppage that has shut the port goes on" at its end."""
    for start, end, root in tree.sentences():
        if tree.pos[root] not in ("NOUN", "PROPN") or tree.words[end - 1] != ".":
            continue
        if tree.has(root, "cop", *_SUBJECTS) or not tree.has(root, "acl:relcl"):
            continue
        clause = next(c for c in tree.children(root) if tree.deps[c] == "acl:relcl")
        late = [
            i
            for i in range(clause + 1, end)
            if tree.tags[i] in ("VBZ", "VBP", "VBD")
            and tree.deps[i] in ("advcl", "acl:relcl", "conj", "ccomp", "parataxis")
            and not tree.has(i, "cc", "mark", *_SUBJECTS)
            and tree.heads[i] in (root, clause)
        ]
        if len(late) == 1 and start <= root < clause:
            tree.reroot(root, late[0], "nsubj")


def _thing_asked_for(tree: _Tree) -> None:
    """Take "a shorter week" for what is demanded, and no time."""
    for i, dep in enumerate(tree.deps):
        verb = tree.heads[i]
        if (
            dep == "obl:unmarked"
            and verb < i
            and tree.lemmas[verb] in _ASKING
            and not tree.has(verb, "obj", "ccomp", "xcomp", "nsubj:pass", "aux:pass")
            and tree.tags[i] in ("NN", "NNS")
            and all(tree.heads[k] == i for k in range(verb + 1, i))
        ):
            tree.deps[i] = "obj"


_MENDS: Final[tuple[Callable[[_Tree], None], ...]] = (
    _nouns_are_nouns,
    _fronted_phrase,
    _no_subject_with_a_preposition,
    _late_predicate,
    _thing_asked_for,
)
