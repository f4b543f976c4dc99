"""Who said it, where a tree has no speaker: behind a quotation, or between commas."""

from __future__ import annotations

from typing import Final

from extract.mended_base import QUOTES, SUBJECTS, LooseTree
from extract.mended_words import DAYS, SAYING

_OBJECTS: Final = frozenset({"obj", "iobj", "obl", "obl:unmarked", "xcomp"})


def speaker_behind_the_quotation(tree: LooseTree) -> None:
    """Take the official in '"It is over," said an official' for who said it."""
    for verb, tag in enumerate(tree.tags):
        if (
            tag not in ("VBD", "VBZ", "VBN")
            or tree.pos[verb] != "VERB"
            or tree.lemmas[verb] not in SAYING
            or tree.has(verb, *SUBJECTS, "aux", "aux:pass", "mark", "expl")
            or verb + 1 >= len(tree)
            or not _behind_what_was_said(tree, verb)
        ):
            continue
        speaker = next(
            (
                k
                for k in tree.chain(verb + 1)
                if k > verb
                and tree.first(k) == verb + 1
                and (
                    tree.deps[k] in SUBJECTS
                    or (tree.deps[k] in _OBJECTS and tree.heads[k] == verb)
                )
            ),
            None,
        )
        if (
            speaker is not None
            and tree.pos[speaker] in ("NOUN", "PROPN", "PRON")
            and tree.words[speaker] not in DAYS
            and not tree.has(speaker, "case", "mark")
        ):
            tree.hang(speaker, verb, "nsubj")
            if tag == "VBN":
                tree.tags[verb] = "VBD"


def _behind_what_was_said(tree: LooseTree, verb: int) -> bool:
    """Tell whether a mark right before a verb ends what was said."""
    before = verb - 1
    if before < 1 or tree.pos[before] != "PUNCT":
        return False
    quoted = tree.words[before] in QUOTES or tree.words[before - 1] in QUOTES
    told = tree.has(verb, "ccomp")
    loose = tree.deps[verb] in ("parataxis", "advcl") and tree.heads[verb] < verb
    return quoted or ((told or loose) and tree.words[before] == ",")


def subject_around_the_speaker(tree: LooseTree) -> None:
    """Give the pact of "The pact, envoys said, was signed" its own verb.

    The tree may take both the pact and the envoys for who said it, or the envoys
    for another name of the pact.
    """
    for verb, tag in enumerate(tree.tags):
        if (
            tag not in ("VBD", "VBZ", "VBP")
            or tree.lemmas[verb] not in SAYING
            or verb + 1 >= len(tree)
        ):
            continue
        end = next((k for k in range(verb + 1, verb + 3) if _comma(tree, k)), None)
        if end is None:
            continue
        found = [k for k in tree.children(verb) if tree.deps[k] in SUBJECTS]
        if len(found) == 2 and found[0] < found[1] < verb:
            _two_speakers(tree, verb, *found)
        elif not found:
            _speaker_as_a_name(tree, verb)


def _two_speakers(tree: LooseTree, verb: int, first: int, second: int) -> None:
    start = tree.first(second)
    comma = start if _comma(tree, start) else start - 1
    clause = next(
        (
            k
            for k in tree.children(verb)
            if k > verb
            and tree.deps[k] in ("ccomp", "parataxis", "xcomp")
            and not tree.has(k, *SUBJECTS, "mark", "expl", "csubj")
        ),
        None,
    )
    if clause is not None and _comma(tree, comma) and tree.last(first) <= comma:
        passive = tree.has(clause, "aux:pass")
        tree.hang(first, clause, "nsubj:pass" if passive else "nsubj")


def _speaker_as_a_name(tree: LooseTree, verb: int) -> None:
    """Find the speaker of "The pact, Mr Ode said, fell" beside the pact."""
    before = verb - 1
    while before > 0 and tree.tags[before] == "RB":
        before -= 1
    for speaker in tree.chain(before):
        head = tree.heads[speaker]
        start = tree.first(speaker)
        comma = start if _comma(tree, start) else start - 1
        if (
            tree.deps[speaker] in ("appos", "conj", "compound", "nmod")
            and head < comma < speaker <= before
            and comma >= 0
            and _comma(tree, comma)
            and not tree.has(speaker, "case", "cc")
            and tree.pos[speaker] in ("NOUN", "PROPN", "PRON")
            and tree.last(speaker) in range(before, verb + 2)
            and verb not in tree.above(head)
            and speaker not in tree.above(verb)
        ):
            tree.hang(speaker, verb, "nsubj")
            return


def _comma(tree: LooseTree, at: int) -> bool:
    return 0 <= at < len(tree) and tree.words[at] == ","
