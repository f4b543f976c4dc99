"""Each verb has one subject: what two verbs of one sentence fight over."""

from __future__ import annotations

from typing import Final

from extract.mended_base import FINITE, SUBJECTS, VERBAL, LooseTree
from extract.mended_words import TIMES

_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_THEM: Final = frozenset({"him", "them", "me", "us", "her"})
_WH: Final = frozenset({"WDT", "WP", "WP$", "WRB"})
#: What stands between a subject and the word its clause hangs on.
_GROUP: Final = frozenset({"aux", "aux:pass", "cop", "advmod", "advmod:emph"})
#: Verbs that have no object.
_GOING: Final = frozenset({"go", "come", "be", "become", "get", "look", "vie", "wait"})
#: Prepositions that are no particles, whatever a tree says.
_PREPOSITIONS: Final = frozenset(
    {"for", "to", "of", "with", "at", "from", "into", "on"}
)
_CLAUSES: Final = frozenset({"ccomp", "advcl", "acl", "parataxis", "obl"})
#: Marks that end what stands beside a noun, and those that open it.
_CLOSING: Final = {",": ",", ")": "("}
#: Words before a subject that are taken for its prepositions.
_JOINING: Final = frozenset(
    {"after", "before", "as", "since", "if", "until", "once", "though"}
)
_STRANGERS: Final = frozenset({"including", "beside", "besides", "except", "despite"})


def subject_of_a_later_verb(tree: LooseTree) -> None:
    """Give a verb without a subject the phrase right before it.

    The tree may have hung it bare on the verb ("mining firms declared"), on the verb
    before ("knew membership carried"), on one further on ("envoys say they left"),
    or with "as" for its preposition ("hours after a truce took effect").
    """
    for verb in range(1, len(tree)):
        if not _lacks_a_subject(tree, verb):
            continue
        group = [
            k
            for k in tree.children(verb)
            if k < verb and tree.deps[k] in _GROUP and len(tree.children(k)) == 0
        ]
        start = verb
        while start - 1 in group:
            start -= 1
        noun = _phrase_ending(tree, start - 1)
        if noun is None:
            continue
        dep, head = tree.deps[noun], tree.heads[noun]
        if any(tree.deps[k] == "mark" and k > noun for k in tree.children(verb)):
            continue
        beside = head < noun and head == tree.heads[verb]
        case = next((k for k in tree.children(noun) if tree.deps[k] == "case"), None)
        if case is not None:
            joins = tree.words[case] in _JOINING and not tree.has(verb, "mark")
            near = head == verb or (beside and tree.deps[verb] in _CLAUSES)
            if near and joins and dep == "obl" and tree.deps[verb] in _CLAUSES:
                tree.hang(noun, verb, _label(tree, verb))
                tree.hang(case, verb, "mark")
        elif dep in SUBJECTS and head > verb:
            _share_out(tree, noun, verb, head)
        elif (
            dep in ("obl", "obl:unmarked", "obj", "iobj")
            and (head == verb or (beside and tree.deps[verb] == "ccomp"))
            and tree.pos[tree.first(noun) - 1] != "ADP"
        ):
            tree.hang(noun, verb, _label(tree, verb))


def _lacks_a_subject(tree: LooseTree, verb: int) -> bool:
    if tree.has(verb, *SUBJECTS, "nsubj:outer", "csubj", "csubj:pass", "expl", "cc"):
        return False
    if tree.deps[verb] in ("conj", "amod", "compound", "nmod", "case", "cc", "acl"):
        return False
    if tree.deps[verb].startswith(("aux", "cop", "flat")):
        return False
    if tree.pos[verb] == "VERB" and tree.tags[verb] in ("VBD", "VBZ", "VBP"):
        return True
    return any(
        tree.deps[k] in ("aux", "aux:pass", "cop")
        and (tree.tags[k] in FINITE or tree.words[k] in ("was", "is", "were", "are"))
        and k < verb
        for k in tree.children(verb)
    )


def _phrase_ending(tree: LooseTree, end: int) -> int | None:
    """Return the noun of the phrase that ends with a word, ``None`` for none."""
    closing = tree.words[end] if end > 0 else ""
    last = end - 1 if closing in _CLOSING else end
    if last < 0 or tree.pos[last] in ("PUNCT", *VERBAL):
        return None
    noun, inside = None, False
    for at in [last, *tree.above(last)]:
        if at > last or tree.last(at) > end:
            break
        if tree.pos[at] in VERBAL or tree.pos[at] == "ADJ":
            inside = not tree.deps[at].startswith("acl")
        elif tree.pos[at] in _NOMINAL and not inside:
            noun = at
    if (
        noun is None
        or tree.has(noun, "mark", "cop", "cc")
        or tree.lemmas[noun] in TIMES
        or tree.words[noun] in TIMES | _THEM
        or any(tree.tags[k] in _WH for k in range(tree.first(noun), noun + 1))
    ):
        return None
    opening = _CLOSING.get(closing, "")
    opened = any(tree.words[k] == opening for k in range(noun, last))
    return noun if last == end or opened else None


def _label(tree: LooseTree, verb: int) -> str:
    return "nsubj:pass" if tree.has(verb, "aux:pass") else "nsubj"


def _share_out(tree: LooseTree, noun: int, verb: int, later: int) -> None:
    """Give a verb its subject back from a later one, and that one as its clause."""
    others = [
        k
        for k in tree.children(later)
        if verb < k < later
        and tree.deps[k] in (*SUBJECTS, "expl")
        and tree.lemmas[k] not in TIMES
    ]
    if not others or tree.pos[verb] != "VERB":
        return
    if verb in tree.above(later) or tree.deps[verb] in ("advcl", "ccomp"):
        tree.hang(noun, verb, _label(tree, verb))
    elif tree.heads[verb] in (later, noun):
        head, dep = tree.heads[later], tree.deps[later]
        root = head == later
        for k in tree.children(later):
            if k < verb:
                tree.hang(k, verb, tree.deps[k])
            elif k > later and tree.pos[k] == "PUNCT" and root:
                tree.hang(k, verb, "punct")
        tree.hang(verb, verb if root else head, dep)
        tree.hang(later, verb, "ccomp")
        tree.hang(noun, verb, _label(tree, verb))


def word_that_joins_a_clause(tree: LooseTree) -> None:
    """Take "after" in "after the court refused" for no preposition."""
    for noun, dep in enumerate(tree.deps):
        if dep not in SUBJECTS or tree.pos[noun] not in ("NOUN", "PROPN", "PRON"):
            continue
        verb = tree.heads[noun]
        case = next(
            (k for k in tree.children(noun) if tree.deps[k] == "case" and k < noun),
            None,
        )
        if case is None:
            continue
        rival = any(tree.deps[k] in SUBJECTS and k != noun for k in tree.children(verb))
        if tree.words[case] in _STRANGERS and (rival or noun > verb):
            tree.deps[noun] = "obl"
        elif (
            tree.words[case] in _JOINING
            and verb > noun
            and not rival
            and not tree.has(verb, "mark")
            and tree.words[case - 1] != tree.words[noun]
            and (tree.tags[verb] in FINITE or tree.has(verb, "aux", "aux:pass", "cop"))
        ):
            tree.hang(case, verb, "mark")


def which_they_said(tree: LooseTree) -> None:
    """Find what "which" is in "a plan which envoys said was dead"."""
    for word, dep in enumerate(tree.deps):
        if dep not in SUBJECTS or tree.words[word] not in ("which", "who", "that"):
            continue
        verb = tree.heads[word]
        if (
            verb < word
            or tree.pos[verb] != "VERB"
            or not tree.deps[verb].endswith(":relcl")
            or not any(
                word < k < verb and tree.deps[k] in SUBJECTS
                for k in tree.children(verb)
            )
        ):
            continue
        clause = next(
            (
                k
                for k in tree.children(verb)
                if k > verb and tree.deps[k] in ("ccomp", "xcomp")
            ),
            None,
        )
        if clause is None:
            if not tree.has(verb, "obj", "aux:pass"):
                tree.deps[word] = "obj"
        elif tree.deps[clause] == "ccomp" and not tree.has(
            clause, *SUBJECTS, "expl", "csubj"
        ):
            tree.hang(word, clause, _label(tree, clause))
        elif not tree.has(clause, "obj", "aux:pass"):
            tree.hang(word, clause, "obj")


def bare_object(tree: LooseTree) -> None:
    """Take "a fee" in "waived for a year a fee" for an object, and no time."""
    for noun, dep in enumerate(tree.deps):
        verb = tree.heads[noun]
        if (
            dep not in ("obl", "obl:unmarked", "obl:agent")
            or noun < verb
            or tree.pos[verb] != "VERB"
            or tree.tags[noun] not in ("NN", "NNS")
            or tree.has(noun, "case", "mark", "cop", "conj", "nummod", "nsubj")
            or tree.has(verb, "obj", "ccomp", "xcomp", "aux:pass", "nsubj:pass")
            or tree.tags[verb] == "VBN"
            or tree.lemmas[noun] in TIMES
            or tree.words[noun] in TIMES
        ):
            continue
        start = tree.first(noun)
        if tree.pos[start] == "ADP" or any(
            tree.words[k] in TIMES for k in range(start, noun)
        ):
            continue
        before = start - 1
        if before == verb and tree.lemmas[verb] not in _GOING:
            tree.deps[noun] = "obj"
        elif tree.deps[before] != "compound:prt" or tree.heads[before] != verb:
            continue
        elif tree.words[before] in _PREPOSITIONS:
            tree.hang(before, noun, "case")
            tree.deps[noun] = "obl"
        else:
            tree.deps[noun] = "obj"
