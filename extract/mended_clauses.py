"""Which clause a phrase belongs to, where words and order leave one answer.

Wire copy puts the day between a verb and what it reports ("said on Monday it had
left") or behind the subject ("the union on Monday left"), and participles behind a
noun and a comma ("the pact, signed in Oslo, ..."). Trees of other English hang them
elsewhere.
"""

from __future__ import annotations

from typing import Final

from extract.event_tags import happenings
from extract.mended_base import FINITE, SUBJECTS, LooseTree
from extract.mended_words import DAYS, HELD, OF_THE_CLAUSE, TIMES

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
#: Marks that end what was begun before them.
_APART: Final = frozenset({";", ":", ".", '"', "“", "”", "``", "''", "?", "!"})
_SAYING: Final = frozenset({"say", "add", "tell", "announce", "report", "confirm"})


def day_before_what_was_said(tree: LooseTree) -> None:
    """Hang "on Monday" of "said on Monday it had left" on the saying."""
    for clause, dep in enumerate(tree.deps):
        verb = tree.heads[clause]
        if dep != "ccomp" or verb > clause or tree.pos[verb] != "VERB":
            continue
        subject = next(
            (k for k in tree.children(clause) if tree.deps[k] in (*SUBJECTS, "expl")),
            None,
        )
        if subject is None or not verb < subject < clause:
            continue
        at = verb + 1
        for k in tree.children(clause):
            if (
                not verb < k < subject
                or tree.deps[k] not in ("obl", "obl:unmarked")
                or tree.first(k) != at
            ):
                continue
            end = tree.last(k)
            comma = tree.pos[end] == "PUNCT" or tree.words[end + 1] == ","
            if comma or not _timely(tree, k):
                break
            tree.hang(k, verb, tree.deps[k])
            at = end + 1


def _timely(tree: LooseTree, noun: int) -> bool:
    return tree.lemmas[noun] in TIMES or tree.words[noun] in TIMES


def day_behind_the_subject(tree: LooseTree) -> None:
    """Hang "on Monday" of "the union on Monday left" on the verb."""
    for day, dep in enumerate(tree.deps):
        subject = tree.heads[day]
        if (
            dep not in ("nmod", "nmod:unmarked", "obl", "nmod:desc", "appos")
            or tree.words[day] not in DAYS
            or tree.deps[subject] not in SUBJECTS
            or subject > day
            or tree.heads[subject] <= day
        ):
            continue
        verb, end, start = tree.heads[subject], tree.last(day), tree.first(day)
        if (
            tree.pos[verb] == "VERB"
            and all(tree.heads[k] == verb for k in range(end + 1, verb))
            and tree.words[start - 1] != ","
            and all(tree.pos[k] != "PUNCT" for k in range(start, verb))
            and not tree.has(day, "conj", "nmod", "nmod:poss")
            and tree.lemmas[subject] not in HELD
            and tree.words[subject] not in happenings()
            and (dep == "nmod" or tree.pos[subject] == "PROPN")
        ):
            case = tree.has(day, "case")
            tree.hang(day, verb, "obl" if case else "obl:unmarked")


def participle_behind_its_noun(tree: LooseTree) -> None:
    """Hang "signed in Oslo" of "the pact, signed in Oslo, ..." on the pact."""
    for verb, dep in enumerate(tree.deps):
        if (
            dep != "advcl"
            or tree.tags[verb] not in ("VBN", "VBD")
            or verb < 2
            or tree.lemmas[verb] in OF_THE_CLAUSE
            or tree.has(verb, *SUBJECTS, "mark", "aux", "aux:pass", "cc", "csubj")
            or any(tree.tags[k] == "WRB" for k in tree.children(verb))
        ):
            continue
        before = verb - 1
        while before > 1 and tree.tags[before] == "RB":
            before -= 1
        if tree.words[before] != "," or tree.pos[before - 1] not in ("NOUN", "PROPN"):
            continue
        noun = tree.named_by(before - 1)
        for up in tree.chain(noun):
            if up > before or tree.pos[up] not in ("NOUN", "PROPN"):
                break
            noun = up
            if tree.deps[up] in ("obj", "obl", *SUBJECTS):
                break
        if (
            tree.heads[verb] == tree.heads[noun]
            and not _timely(tree, noun)
            and tree.deps[noun] in (*SUBJECTS, "obj", "obl")
            and not (
                tree.heads[verb] > verb and tree.deps[noun] not in (*SUBJECTS, "obl")
            )
        ):
            tree.hang(verb, noun, "acl")


def object_behind_a_phrase(tree: LooseTree) -> None:
    """Find the object of "put to both sides on Saturday a plan" behind the day."""
    for noun, dep in enumerate(tree.deps):
        verb = tree.heads[noun]
        if (
            dep not in ("parataxis", "dep", "appos", "nsubj", "obl", "obl:unmarked")
            or verb > noun
            or tree.pos[verb] != "VERB"
            or tree.pos[noun] != "NOUN"
            or tree.has(noun, "case", "cop", "mark", *SUBJECTS, "cc")
            or tree.has(verb, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass")
            or not tree.has(verb, *SUBJECTS)
            or not tree.has(noun, "det")
            or any(_timely(tree, k) for k in range(tree.first(noun), noun + 1))
        ):
            continue
        start = tree.first(noun)
        phrases = [
            k
            for k in tree.children(verb)
            if verb < k < start and tree.deps[k].startswith("obl")
        ]
        if (
            phrases
            and tree.has(phrases[0], "case")
            and tree.first(phrases[0]) == verb + 1
            and all(tree.pos[k] != "PUNCT" for k in range(verb, start + 1))
        ):
            tree.deps[noun] = "obj"


def next_deed(tree: LooseTree) -> None:
    """Take "left" of "they met, then left" for one more deed of theirs."""
    for verb, dep in enumerate(tree.deps):
        head = tree.heads[verb]
        if (
            dep not in ("parataxis", "advcl")
            or head > verb
            or tree.tags[verb] not in ("VBD", "VBZ", "VBP")
            or tree.pos[verb] != "VERB"
            or tree.pos[head] != "VERB"
            or tree.tags[head] not in FINITE
            or tree.lemmas[verb] in _SAYING
            or tree.has(verb, *SUBJECTS, "mark", "expl", "csubj")
            or not (tree.has(head, *SUBJECTS) or tree.deps[head] == "conj")
        ):
            continue
        before = verb - 1
        while before > head and (
            tree.tags[before] == "RB" or tree.deps[before] in ("advmod", "cc")
        ):
            before -= 1
        apart = any(tree.words[k] in _APART for k in range(head, verb))
        if (
            tree.words[before] == ","
            and not apart
            and (tree.tags[verb] != "VBD" or dep == "parataxis")
        ):
            tree.deps[verb] = "conj"


def subject_of_what_was_said(tree: LooseTree) -> None:
    """Give "says the pact of May is dead" its pact back from the saying."""
    for noun, dep in enumerate(tree.deps):
        verb = tree.heads[noun]
        if dep not in SUBJECTS or noun < verb or tree.pos[noun] not in _NOMINAL:
            continue
        others = [
            k for k in tree.children(verb) if tree.deps[k] in SUBJECTS and k < verb
        ]
        clause = next(
            (
                k
                for k in tree.children(verb)
                if k > noun and tree.deps[k] in ("ccomp", "xcomp")
            ),
            None,
        )
        if (
            others
            and clause is not None
            and not tree.has(clause, *SUBJECTS, "expl", "csubj")
            and all(
                tree.heads[k] == clause or tree.pos[k] == "PUNCT"
                for k in range(tree.last(noun) + 1, tree.first(clause))
            )
        ):
            if tree.deps[clause] == "xcomp":
                tree.deps[noun] = "obl" if tree.has(noun, "case") else "obj"
                continue
            passive = tree.has(clause, "aux:pass")
            tree.hang(noun, clause, "nsubj:pass" if passive else "nsubj")
