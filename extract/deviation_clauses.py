"""Clauses that tell a change without naming the version as their subject.

"The freeze had vanished", "the payment had become a loan", "there is no longer any
mention of a review", "the truce would now be watched by A rather than by B", "a fee
which had never been discussed": such a clause tells a change only where a later
version is what the passage is about (``Scope``), and it is read as a claim only
inside somebody's words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    children,
    grammatical_subjects,
    is_passive,
    relative_head,
)
from extract.deviation_moves import move_of, told
from extract.deviation_signs import (
    is_silent,
    is_unheard,
    old_figure,
)
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_lexicon import proposal_lexicon
from extract.provisions import Term, trimmed
from extract.term_lexicon import about_talks

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from spacy.tokens import Doc, Span, Token

    from extract.records import ChangeKind

#: Sentences of one paragraph over which a version stays what is spoken of.
REACH: Final = 3
#: Sentences over which a paper stays what somebody complains of.
PAPER_REACH: Final = 6
#: Pronouns that take up a version named before.
TAKING_UP: Final = frozenset({"it", "this", "that", "which"})
#: Words of what an earlier version held.
BEFORE: Final = frozenset({"agreed", "promised", "original", "previous", "earlier"})
#: Words that set the present version off from an earlier one.
NOW: Final = frozenset({"now", "longer", "anymore", "suddenly", "instead"})


@dataclass(frozen=True, slots=True)
class Change:
    """A clause that tells a change: its words, its kind, the old words in it."""

    term: Term
    kind: ChangeKind
    target: str | None
    old: Term | None = None


class Scope:
    """Which version a passage speaks of.

    Args:
        doc: the document.
        versions: the proposal that a noun token speaks of.
        later: the proposals that are later versions.
    """

    def __init__(
        self, doc: Doc, versions: Mapping[int, str], later: Collection[str]
    ) -> None:
        self.doc = doc
        self.versions = versions
        self.later = later
        self.blocks = [
            (span.start_char, span.end_char) for span in doc.spans.get("blocks", ())
        ]
        self.sents = list(doc.sents)
        self.talking = about_talks(doc)
        self.at = {sent.start: n for n, sent in enumerate(self.sents)}

    def before(self, sent: Span) -> list[Span]:
        """Return the sentences before one in its paragraph, the nearest first."""
        number = self.at[sent.start]
        near = self.sents[max(0, number - REACH) : number]
        block = self._block(sent.start_char)
        return [
            found
            for found in reversed(near)
            if not found.text.isspace() and self._block(found.start_char) == block
        ]

    def version(self, verb: Token, *, marked: bool) -> str | None:
        """Return the version that a clause is about.

        A version of which nothing says that it is a later one will do where the
        clause itself is ``marked`` by "now", "no longer" or "rather than".
        """
        first = [i for i in range(verb.sent.start, verb.sent.end) if i in self.versions]
        named = sorted(first, key=lambda i: abs(i - verb.i))
        for sent in self.before(verb.sent):
            named += [i for i in range(sent.start, sent.end) if i in self.versions]
        known = [self.versions[i] for i in named]
        return next((p for p in known if p in self.later), known[0] if marked and known
                    else None)  # fmt: skip

    def paper_near(self, verb: Token) -> bool:
        """True where a paper is spoken of in a clause's sentence or just before."""
        if not self.talking:
            return False
        number = self.at[verb.sent.start]
        kinds = proposal_lexicon().nouns
        return any(
            kinds.get(lemma(token)) in {"proposal", "draft", "plan", "agreement"}
            for sent in self.sents[max(0, number - PAPER_REACH) : number + 1]
            for token in sent
            if token.pos_ in {"NOUN", "PROPN"} and token.i != verb.i
        )

    def taken_up(self, verb: Token) -> str | None:
        """Return the version that a verb's pronoun subject stands for."""
        if not any(s.lower_ in TAKING_UP for s in grammatical_subjects(verb)):
            return None
        for sent in self.before(verb.sent)[:1]:
            named = [token for token in sent if token.i in self.versions]
            named.sort(key=lambda token: token.dep_ not in SUBJECTS)
            for token in named:
                if token.dep_ in {*SUBJECTS, "obj"}:
                    return self.versions[token.i]
        return None

    def _block(self, offset: int) -> int:
        return next(
            (n for n, (start, end) in enumerate(self.blocks) if start <= offset < end),
            -1,
        )


def changes_told(scope: Scope) -> Iterator[Change]:
    """Yield the clauses that tell a change, in reading order."""
    for sent in scope.sents:
        for token in sent:
            found = _told(token, scope)
            if found is not None:
                yield found


def _told(token: Token, scope: Scope) -> Change | None:
    kind: ChangeKind | None = None
    old: Term | None = None
    first, last = token.left_edge.i, token.right_edge.i + 1
    marked = any(c.lower_ in NOW for c in token.children)
    moved = False
    words = proposal_lexicon()
    if is_unmentioned(token) or is_silent(token):
        kind, marked, moved = "omitted", True, is_silent(token)
        first = _start(token) if moved else first
    elif (denied := old_figure(token)) is not None:
        kind, old, marked, moved = "changed", denied, True, True
        first = _start(token)
    elif is_unheard(token) and lemma(token) in words.discussed:
        kind, marked = "added", True
        first = token.head.left_edge.i
    elif never_discussed(token):
        kind, marked = "added", True
        first = _described(token).left_edge.i
    elif token.pos_ in {"VERB", "AUX", "ADJ"} and is_term(token):
        if is_gone(token):
            kind = "omitted"
        elif lemma(token) in words.turned and told(token) and not of_people(token):
            kind = "changed"
        elif is_passive(token) and lemma(token) in words.added:
            kind = "added" if token.dep_ not in {"acl", "amod"} else None
        elif (other := displaced(token)) is not None:
            kind, old, marked = "changed", other, True
        first = _start(token)
    term = None
    if kind is not None:
        term = trimmed(scope.doc, first, _end(token, last), "a clause of change")
    else:
        move = move_of(token)
        if move is not None:
            kind, term, old = move.kind, move.term, move.old
            marked = moved = True
    if kind is None or term is None:
        return None
    target = scope.version(token, marked=marked)
    if term.last - term.first < 2:
        return None
    if target is None and (
        is_paper(token)
        or lemma(token) in {"exclude", "ignore", "abandon", "strip", "skip"}
        or not scope.paper_near(token)
    ):
        return None
    if (
        target is not None
        and not moved
        and any(scope.versions.get(s.i) == target for s in grammatical_subjects(token))
    ):
        return None
    return Change(term, kind, target, old)


def of_people(verb: Token) -> bool:
    """True where a verb tells of somebody, and not of a term."""
    return any(
        lemma(s) in event_lexicon().actors
        or lemma(s) in {"people", "person", "worker", "man"}
        for s in grammatical_subjects(verb)
    )


def is_paper(verb: Token) -> bool:
    """True where what a clause tells of is a paper itself."""
    kinds = proposal_lexicon().nouns
    return any(
        kinds.get(lemma(s)) in {"proposal", "draft", "plan", "agreement"}
        for s in (*children(verb, "nsubj:pass"), *children(verb, "nsubj", "obj"))
    )


def is_term(verb: Token) -> bool:
    """True where a verb's subject may be a term: a thing."""
    subjects = grammatical_subjects(verb) or parted(verb)
    return bool(subjects) and all(
        s.pos_ == "NOUN" and s.ent_type_ != "PERSON" for s in subjects
    )


def parted(verb: Token) -> list[Token]:
    """Return the subject of "the duty is, she said, missing", hung on "said"."""
    if verb.dep_ != "ccomp" or verb.head.i > verb.i:
        return []
    both = [s for s in children(verb.head, *SUBJECTS) if s.i < verb.head.i]
    return both[:1] if len(both) > 1 else []


def is_gone(verb: Token) -> bool:
    """True for "has vanished", "is missing" and "was dropped"."""
    words = proposal_lexicon()
    if is_negated(verb):
        return False
    if verb.lower_ == "gone" and {"have", "has", "had"} & {
        c.lower_ for c in children(verb, "aux")
    }:
        return False
    if verb.lower_ in words.gone or lemma(verb) in words.gone:
        return True
    return is_passive(verb) and lemma(verb) in words.omitted


def is_unmentioned(verb: Token) -> bool:
    """True for "there is no (longer any) mention of"."""
    if not any(c.dep_ == "expl" and c.lower_ == "there" for c in verb.children):
        return False
    things = [verb, *children(verb, "nsubj", "attr", "nsubj:pass")]
    return any(t.lower_ in proposal_lexicon().mentions for t in things) and any(
        c.lower_ in {"no", "longer", "not", "n't", "without"}
        for thing in things
        for c in thing.subtree
    )


def never_discussed(verb: Token) -> bool:
    """True for "which had never been discussed" behind a noun."""
    return (
        verb.dep_ in {"acl:relcl", "advcl:relcl"}
        and lemma(verb) in proposal_lexicon().discussed
        and any(
            c.lower_ in {"never", "not", "n't", "nobody", "none"} for c in verb.children
        )
    )


def _described(verb: Token) -> Token:
    """Return the noun that a relative clause describes, with its measure before it."""
    noun = relative_head(verb) or verb
    while noun.dep_ == "nmod" and children(noun, "case")[:1]:
        if children(noun, "case")[0].lower_ != "of" and not any(
            c.lower_ in {"a", "an"} for c in children(noun.head, "det")
        ):
            break
        noun = noun.head
    return noun


def displaced(verb: Token) -> Term | None:
    """Return what "rather than" or "instead of" sets aside, in a ruling clause."""
    rules = any(
        c.lower_ in {"would", "will", "shall", "must", "is", "are", "now", "to"}
        for c in verb.children
    )
    for token in verb.subtree:
        pair = (
            (token.lower_, token.nbor().lower_) if token.i + 1 < len(token.doc) else ()
        )
        if pair in {("rather", "than"), ("instead", "of")} and token.i > verb.i:
            end = max(t.i for t in token.head.subtree) + 1
            aside = {t.lower_ for t in token.doc[token.i + 2 : end]}
            if not (rules or aside & BEFORE):
                continue
            return trimmed(token.doc, token.i + 2, max(end, token.i + 3), "set aside")
    return None


def _start(verb: Token) -> int:
    """Return where a verb's own clause starts: at its subject."""
    subjects = children(verb, "nsubj", "nsubj:pass") or parted(verb)
    return min([verb.i, *(s.left_edge.i for s in subjects[-1:])])


def _end(verb: Token, last: int) -> int:
    """Return where it ends: before the next clause beside it, or an aside."""
    after = [
        child.left_edge.i
        for child in verb.children
        if child.i > verb.i
        and (
            child.dep_ == "parataxis"
            or (child.dep_ == "conj" and children(child, "nsubj", "nsubj:pass"))
        )
    ]
    return min([last, *after])
