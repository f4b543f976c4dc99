"""Things "due to open on Monday" are to open: that "to" is no preposition.

"Due to" before a bare noun is a cause ("late due to rain"). Before a word that is a
verb only, or that as a noun would have an article, it tells what is set to happen.
"""

from __future__ import annotations

from typing import Final

from extract.mended_base import LooseTree

#: Verbs that are no nouns, and nouns that a cause would have with an article.
_SET: Final = frozenset(
    {"be", "begin", "meet", "resume", "expire", "arrive", "hold", "take", "go", "come"}
    | {"make", "give", "receive", "decide", "become", "leave", "speak", "announce"}
    | {"publish", "appear", "retire", "reopen", "restart", "continue", "last", "sign"}
    | {"start", "end", "open", "close", "vote", "return", "visit", "report", "run"}
    | {"launch", "face", "travel", "head", "sail", "fly", "talk", "rule", "address"}
    | {"conclude", "adjourn", "reconvene", "ratify", "enter", "discuss", "present"}
    | {
        "deliver",
        "issue",
        "send",
        "pay",
        "complete",
        "finish",
        "join",
        "host",
        "debate",
    }
    | {"consider", "submit", "unveil", "testify", "tour", "attend", "land", "depart"}
)
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})
_OBLIQUE: Final = {"nmod": "obl", "nmod:unmarked": "obl:unmarked"}


def due_to_do(tree: LooseTree) -> None:
    """Hang "open" of "talks due to open" on "due" as a verb, and its day on it."""
    for due in range(1, len(tree) - 2):
        to, verb = due + 1, due + 2
        if tree.words[due] != "due" or tree.words[to] != "to":
            continue
        if tree.words[verb] not in _SET or tree.deps[verb] == "xcomp":
            continue
        stands = tree.deps[due] == "ROOT" or tree.has(due, "cop")
        noun = None if stands else _noun_before(tree, due)
        if not (stands or noun is not None) or tree.has(verb, "det", "nmod:poss"):
            continue
        goes_on = [k for k in tree.children(verb) if k > verb]
        if noun is not None:
            tree.hang(due, noun, "amod")
        tree.hang(to, verb, "mark")
        tree.hang(verb, due, "xcomp")
        for k in goes_on:
            tree.deps[k] = _OBLIQUE.get(tree.deps[k], tree.deps[k])
        tree.tags[to], tree.pos[to] = "TO", "PART"
        tree.tags[verb], tree.pos[verb] = "VB", "VERB"
        tree.lemmas[verb] = tree.words[verb]


def _noun_before(tree: LooseTree, due: int) -> int | None:
    """Return the noun that is due, right before the word or before its comma."""
    before = due - 2 if tree.words[due - 1] == "," else due - 1
    if before < 0 or tree.pos[before] not in _NOMINAL:
        return None
    return tree.named_by(before)
