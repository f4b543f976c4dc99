"""Mend what no tree of an English sentence holds, whoever parsed it.

The finders read trees; two trainings of one model, or one model with other names,
differ in a tree here and there. What is plainly no tree is set right in one place,
before any finder reads it, by rules about words and their order.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from spacy.tokens import Doc, Span

from extract.event_tags import tag_of
from extract.mended_base import FINITE, QUOTES, SUBJECTS, VERBAL, LooseTree
from extract.mended_clauses import (
    day_before_what_was_said,
    day_behind_the_subject,
    next_deed,
    object_behind_a_phrase,
    participle_behind_its_noun,
    subject_of_what_was_said,
)
from extract.mended_due import due_to_do
from extract.mended_names import (
    day_is_no_subject,
    halves_of_a_name,
    title_beside_its_name,
)
from extract.mended_said import (
    speaker_behind_the_quotation,
    subject_around_the_speaker,
)
from extract.mended_subjects import (
    bare_object,
    subject_of_a_later_verb,
    which_they_said,
    word_that_joins_a_clause,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_STOPS: Final = frozenset({".", "!", "?", ":", ";", "…"})
#: Prepositions that never stand before a subject ("about 20 ships left").
_NO_SUBJECT: Final = frozenset({"since", "on", "in", "at", "during", "until", "by"})
_SHORT: Final = 6
_LOOSE: Final = ("obl", "obj", "nsubj", "iobj", "advmod")
_HYPHENS: Final = frozenset({"-", "\u2010", "\u2011", "\u2013"})
#: Verbs that always have an object: what is demanded is a thing.
_ASKING: Final = frozenset({"demand", "propose", "seek", "want", "offer", "request"})


def mended(part: Doc) -> Doc:
    """Return a parsed block with its tags and trees mended."""
    pairs = [tag_of(token) for token in part]
    tree = LooseTree(
        words=[token.lower_ for token in part],
        tags=[tag for tag, _ in pairs],
        pos=[pos for _, pos in pairs],
        heads=[token.head.i for token in part],
        deps=[token.dep_ if token.head.i != token.i else "ROOT" for token in part],
        lemmas=[token.lemma_ for token in part],
    )
    before = (list(tree.tags), list(tree.pos), list(tree.heads), list(tree.deps))
    for mend in _MENDS:
        kept = list(tree.heads), list(tree.deps), list(tree.tags), list(tree.pos)
        mend(tree)
        if not tree.sound():
            heads, deps, tags, pos = kept
            tree = replace(tree, heads=heads, deps=deps, tags=tags, pos=pos)
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


def _nouns_are_nouns(tree: LooseTree) -> None:
    """Let the finer tag decide where the coarse one says a verb."""
    for i, tag in enumerate(tree.tags):
        if tag in ("NN", "NNS") and tree.pos[i] in VERBAL:
            tree.pos[i] = "NOUN"


def _fronted_phrase(tree: LooseTree) -> None:
    """Give "On Monday" back to the sentence it was cut off from."""
    found = tree.sentences()
    for (start, end, root), (_, _, following) in pairwise(found):
        if (
            end - start <= _SHORT
            and tree.pos[start] == "ADP"
            and tree.words[end - 1] not in _STOPS
            and not any(tree.pos[i] in VERBAL for i in range(start, end))
            and tree.pos[following] in VERBAL
        ):
            tree.hang(root, following, "obl")


def _no_subject_with_a_preposition(tree: LooseTree) -> None:
    """Take "since Monday" for no subject."""
    for i, dep in enumerate(tree.deps):
        if dep not in SUBJECTS:
            continue
        cases = [c for c in tree.children(i) if tree.deps[c] == "case" and c < i]
        if any(tree.words[c] in _NO_SUBJECT for c in cases):
            tree.deps[i] = "obl"


def _subject_of_the_next_verb(tree: LooseTree) -> None:
    """Give a verb that lacks a subject the phrase right before it.

    In "the mayor got a deal, the head of the port said" the tree may hang the head
    on "got".
    """
    for verb in range(1, len(tree)):
        if (
            tree.tags[verb] not in FINITE
            or tree.pos[verb] != "VERB"
            or tree.has(verb, *SUBJECTS)
        ):
            continue
        noun = next((i for i in tree.chain(verb - 1) if tree.deps[i] in SUBJECTS), verb)
        if (
            tree.heads[noun] < noun < verb
            and tree.heads[verb] != noun
            and _subjects(tree, tree.heads[noun]) > 1
            and all(noun in tree.above(i) for i in range(noun + 1, verb))
        ):
            tree.hang(noun, verb, "nsubj")


def _subjects(tree: LooseTree, verb: int) -> int:
    return sum(tree.deps[i] in SUBJECTS for i in tree.children(verb))


def _speaker_behind(tree: LooseTree) -> None:
    """Take the name in "Said Ellis:" for who says it, not for who is told."""
    for start, end, _ in tree.sentences():
        verb = start + (tree.pos[start] == "PUNCT")
        if (
            verb + 1 < end
            and tree.tags[verb] in ("VBD", "VBZ")
            and tree.pos[verb + 1] == "PROPN"
            and tree.deps[verb + 1] in ("iobj", "obj")
            and tree.heads[verb + 1] == verb
            and not tree.has(verb, *SUBJECTS)
        ):
            tree.deps[verb + 1] = "nsubj"


def _pair_of_names(tree: LooseTree) -> None:
    """Hang both names of "the Chad-Mali talks" on their noun."""
    for at in range(1, len(tree.words) - 2):
        pair, noun = (at - 1, at + 1), at + 2
        if (
            tree.words[at] in _HYPHENS
            and tree.tags[at] == "HYPH"
            and all(tree.pos[i] == "PROPN" for i in pair)
            and tree.pos[noun] == "NOUN"
            and tree.heads[noun] not in (*pair, at)
            and any(tree.deps[i] in (*SUBJECTS, "obj", "obl", "flat") for i in pair)
            and not any(
                tree.deps[below] not in ("punct", "flat")
                for name in pair
                for below in tree.children(name)
                if below not in (*pair, at)
            )
        ):
            for i in pair:
                tree.hang(i, noun, "compound")


def _names_of_regions(tree: LooseTree) -> None:
    """Hang both names of "the Ob and Tura regions" on their noun."""
    for first in range(1, len(tree.words) - 3):
        det, joint, second, noun = first - 1, first + 1, first + 2, first + 3
        names = (first, second)
        if (
            tree.pos[det] != "DET"
            or tree.tags[joint] != "CC"
            or tree.tags[noun] != "NNS"
            or any(tree.pos[i] != "PROPN" for i in names)
            or (tree.heads[first] == noun and tree.deps[first] == "compound")
        ):
            continue
        if tree.heads[noun] in names:
            top = next(i for i in names if tree.heads[i] not in (*names, noun))
            root = tree.heads[top] == top
            tree.hang(noun, noun if root else tree.heads[top], tree.deps[top])
        elif set(tree.above(noun)) & set(names):
            continue
        for word, head, label in (
            (det, noun, "det"),
            (first, noun, "compound"),
            (second, first, "conj"),
            (joint, second, "cc"),
        ):
            tree.hang(word, head, label)


def _clause_on_its_noun(tree: LooseTree) -> None:
    """Hang ", where they met" on the place before it, and ", who ..." on the person."""
    for word, (text, tag) in enumerate(zip(tree.words, tree.tags, strict=True)):
        verb = tree.heads[word]
        if word < 2 or tree.words[word - 1] != "," or verb <= word:
            continue
        noun = tree.named_by(word - 2)
        if tree.pos[noun] not in ("NOUN", "PROPN") or noun > word:
            continue
        if text == "where" and tag == "WRB":
            loose = tree.deps[verb] in ("parataxis", "advcl", "conj", "ccomp")
        elif text == "who" and tree.deps[word] == "nsubj":
            loose = tree.deps[verb] == "acl:relcl"
        else:
            continue
        if loose and tree.heads[verb] not in tree.chain(word - 2):
            tree.hang(verb, noun, "acl:relcl")


def _behind_a_quotation(tree: LooseTree) -> None:
    """Give the verb behind a quotation what stands behind it.

    In '"We leave," said the envoy on Monday' nobody is left, and nobody left then.
    """
    for word, head in enumerate(tree.heads):
        if head >= word or not tree.deps[word].startswith(_LOOSE):
            continue
        verb = next((at for at in tree.above(head) if head < at < word), None)
        if verb is None or tree.pos[verb] != "VERB":
            continue
        closed = any(text in QUOTES for text in tree.words[head + 1 : verb])
        if not closed or any(text in QUOTES for text in tree.words[verb:word]):
            continue
        tree.hang(word, verb, tree.deps[word])
        between = range(verb + 1, word)
        first = all(tree.heads[i] == word for i in between)
        if tree.deps[word] in ("obj", "nsubj", "iobj"):
            said = first and not tree.has(verb, *SUBJECTS)
            tree.deps[word] = "nsubj" if said else "obj"


def _late_predicate(tree: LooseTree) -> None:
    """Find the verb of "A stoppage that has shut the port goes on" at its end."""
    for start, end, root in tree.sentences():
        if tree.pos[root] not in ("NOUN", "PROPN") or tree.words[end - 1] != ".":
            continue
        if tree.has(root, "cop", *SUBJECTS) or not tree.has(root, "acl:relcl"):
            continue
        clause = next(c for c in tree.children(root) if tree.deps[c] == "acl:relcl")
        late = [
            i
            for i in range(clause + 1, end)
            if tree.tags[i] in ("VBZ", "VBP", "VBD")
            and tree.deps[i] in ("advcl", "acl:relcl", "conj", "ccomp", "parataxis")
            and not tree.has(i, "cc", "mark", *SUBJECTS)
            and tree.heads[i] in (root, clause)
        ]
        if len(late) == 1 and start <= root < clause:
            tree.reroot(root, late[0], "nsubj")


def _thing_asked_for(tree: LooseTree) -> None:
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


_MENDS: Final[tuple[Callable[[LooseTree], None], ...]] = (
    _nouns_are_nouns,
    _fronted_phrase,
    _no_subject_with_a_preposition,
    _subject_of_the_next_verb,
    _speaker_behind,
    _behind_a_quotation,
    _pair_of_names,
    _names_of_regions,
    _clause_on_its_noun,
    due_to_do,
    _late_predicate,
    _thing_asked_for,
    day_is_no_subject,
    title_beside_its_name,
    halves_of_a_name,
    speaker_behind_the_quotation,
    subject_around_the_speaker,
    word_that_joins_a_clause,
    which_they_said,
    subject_of_a_later_verb,
    bare_object,
    day_before_what_was_said,
    day_behind_the_subject,
    participle_behind_its_noun,
    object_behind_a_phrase,
    next_deed,
    subject_of_what_was_said,
)
