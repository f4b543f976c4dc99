"""Terms read from the order of words, where trees of long series come apart.

"Calls for A to be done and for B to be paid", "wants A, the release of B and a
resumption of C", "under its terms A", "in return for A, B would", "will not sign
without A": the words alone show where each term begins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, children
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_bids import BidReader
from extract.proposal_gates import BALLOTS
from extract.proposal_taken_up import TakenUpReader
from extract.provisions import Term, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.proposal_drafts import Held, ProposalDraft

#: Verbs behind which "for A to be done" asks for A's being done.
FOR_TO: Final = frozenset(
    {"call", "ask", "press", "push", "plead", "appeal", "argue", "wait", "provide"}
    | {"lobby", "campaign", "want", "allow", "arrange"}
)
#: How many words "A" may have in "for A to be done".
ACTOR: Final = 12
#: Rules of which the term may be the first of a series.
SERIAL: Final = frozenset(
    {"what a side puts", "what a proposal says", "what a paper holds", "in a series"}
    | {"noun of a call", "noun of a proposal", "what was agreed", "besides"}
    | {"what a side would do", "participle of a proposal", "what was put"}
)
#: Words by which an item of a series begins.
ITEMS: Final = frozenset({"DET", "ADJ", "NOUN", "NUM"})
#: Tags of verbs that make what stands behind a comma a clause of its own.
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Verbs of signing and of coming back, of which "without A" makes A a condition.
HELD_BACK: Final = frozenset(
    {"sign", "agree", "accept", "return", "resume", "negotiate", "join", "rejoin"}
    | {"attend", "endorse", "approve", "ratify", "settle", "lift", "withdraw", "stop"}
    | {"back", "vote", "disarm", "leave", "release", "reopen", "talk"}
)
#: How many sentences back a paper may be told that "under it" speaks of.
BACK: Final = 2


class SurfaceReader(TakenUpReader, BidReader):
    """Read series and frames from the order of words."""

    def surface(self, sent: Span) -> None:
        """Read one sentence for what its tree leaves out."""
        if not self.talking:
            return
        self.by_pronoun(sent)
        self.under_it(sent)
        self.priced(sent)
        for token in sent:
            if token.pos_ == "VERB":
                self.for_to(token)
                self.without(token)
        self.tails(sent)

    def over(self, first: int, last: int) -> tuple[ProposalDraft, Held] | None:
        """Return the first held term that shares a word with a stretch of them."""
        for draft in self.book.drafts:
            for held in draft.held:
                if held.term.first < last and first < held.term.last:
                    return draft, held
        return None

    def for_to(self, verb: Token) -> None:
        """Read "called for prices to be frozen and for A to be paid"."""
        if lemma(verb) not in FOR_TO or is_negated(verb):
            return
        start = verb.i + 1
        if start >= len(self.doc) or self.doc[start].lower_ != "for":
            return
        end = self.before_cue(verb.sent)
        starts = [start + 1]
        for at in range(start + 1, end - 2):
            if self.doc[at].lower_ == "for" and self.doc[at - 1].lower_ == "and":
                starts.append(at + 1)
        ends = [*(at - 2 for at in starts[1:]), end]
        told = []
        for first, last in zip(starts, ends, strict=True):
            if not self.has_actor(first, last):
                break
            told.append(trimmed(self.doc, first, last, "what a side asks"))
        for term in told:
            if term is None:
                continue
            known = self.over(term.first, term.last)
            if known is not None:
                known[0].held.remove(known[1])
                self.hold(known[0], term, self.statement(verb))
                continue
            subject = next(iter(children(verb, *SUBJECTS)), None)
            who = self.parties(verb, lemma(verb))
            draft = self.subject_draft(verb)
            pointed = subject is not None and subject.lower_ in {"these", "those", "it"}
            if draft is None and not who and pointed:
                draft = self.book.current
            if draft is not None or who:
                side = next(iter(who), None)
                self.add(side, "demand", term, self.statement(verb), draft)

    def has_actor(self, first: int, last: int) -> bool:
        """True for "prices to be frozen": a noun phrase and an infinitive."""
        nouns = False
        for token in self.doc[first : min(first + ACTOR, last)]:
            if token.tag_ == "TO" and token.i + 1 < last:
                after = self.doc[token.i + 1]
                return nouns and after.tag_ in {"VB", "RB"}
            if token.tag_ in FINITE or token.text in {",", ";", ":"}:
                return False
            nouns = nouns or token.pos_ in {"NOUN", "PROPN", "PRON", "NUM"}
        return False

    def tails(self, sent: Span) -> None:
        """Hold the further items of a series of nouns, of which the first is held."""
        for draft in self.book.drafts:
            for held in list(draft.held):
                term = held.term
                if not sent.start <= term.first < sent.end or term.rule not in SERIAL:
                    continue
                if self.doc[term.first : term.last].root.pos_ in {"VERB", "AUX"}:
                    continue
                for item in self.items_behind(term, sent):
                    if self.free(item):
                        self.hold(draft, item, held.statement)

    def items_behind(self, term: Term, sent: Span) -> list[Term]:
        """Return the noun phrases that go on with a term: ", A, B and C"."""
        end = min(self.clause_end(term.last, sent), self.before_cue(sent))
        if end - term.last < 3 or self.doc[term.last].text not in {",", "and"}:
            return []
        marks = [term.last]
        for at in range(term.last + 1, end):
            if self.doc[at].text == "," or self.doc[at].lower_ == "and":
                marks.append(at)
        if not any(self.doc[at].lower_ == "and" for at in marks):
            return []
        starts = [at for at in marks if self.begins_item(at, end)]
        if not starts or starts[0] != term.last:
            return []
        out = [
            trimmed(self.doc, a + 1, b, "in a series")
            for a, b in zip(starts, [*starts[1:], end], strict=True)
        ]
        return [item for item in out if item is not None and self.is_item(item)]

    def begins_item(self, at: int, end: int) -> bool:
        """True where a noun phrase begins behind a comma or an "and"."""
        first = at + 1
        while first < end and self.doc[first].lower_ in {"and", "for", "also"}:
            first += 1
        if first + 1 >= end:
            return False
        word = self.doc[first]
        if word.pos_ not in ITEMS or word.lower_ in {"which", "this", "that"}:
            return False
        if self.doc[at].lower_ == "and" and self.doc[at - 1].text != ",":
            joined = word.pos_ == "DET" or word.tag_ == "JJR" or word.like_num
            return (joined and word.lower_ != "the") or self.has_of(first, end)
        return True

    def has_of(self, first: int, end: int) -> bool:
        """True for "the return of A": a noun of doing something with its object."""
        for token in self.doc[first : min(first + 5, end)]:
            if token.pos_ == "NOUN":
                after = token.i + 1
                if after < end and self.doc[after].lower_ in {"of", "to", "for", "in"}:
                    return True
                if after < end and self.doc[after].pos_ != "NOUN":
                    return False
        return False

    def clause_end(self, first: int, sent: Span) -> int:
        """Return where what stands behind a term turns to another clause."""
        for token in sent.doc[first : sent.end]:
            if token.text in {";", ":", "(", "\u201d", '"', "''"}:
                return int(token.i)
            if token.lower_ in {"but", "while", "which", "who", "although", "after"}:
                return int(token.i)
            if token.lower_ in {"before", "because", "when", "as", "if", "with"}:
                return int(token.i)
            own = token.dep_ in {"acl:relcl", "acl"} and token.head.i >= first
            if token.tag_ in FINITE and not own and not self.is_inside(token, first):
                return first
        return int(sent.end)

    def is_inside(self, token: Token, first: int) -> bool:
        """True for a verb under a relative clause behind a place."""
        for above in token.ancestors:
            if above.i < first:
                return False
            if above.dep_ in {"acl:relcl", "acl"}:
                return True
        return False

    def is_item(self, item: Term) -> bool:
        """True for a noun phrase that can be a term."""
        words = self.doc[item.first : item.last]
        nouns = [t for t in words if t.pos_ == "NOUN"]
        if not nouns or all(t.pos_ == "PROPN" for t in words):
            return False
        root = next(
            (t for t in words if t.pos_ == "NOUN" and t.dep_ != "compound"), None
        )
        if root is None or lemma(root) in term_lexicon().meetings - BALLOTS:
            return False
        return len(words) > 1 and not all(map(self.is_time, nouns))

    def under_it(self, sent: Span) -> None:
        """Read "Under it A" and "Under its terms A"."""
        words = [t for t in sent if not t.is_space][:4]
        if len(words) < 4 or words[0].lower_ != "under":
            return
        draft = self.paper_before(words[1])
        if draft is None or draft.kind == "demand":
            return
        second, third = words[1], words[2]
        if second.lower_ in {"it", "them", "this"} and third.pos_ != "NOUN":
            first = third.i + (third.text == ",")
        elif (
            second.lower_ in {"its", "their", "the", "these"}
            and lemma(third) in {"term", "provision"}
            and words[3].lower_ != "of"
        ):
            first = third.i + 1
        else:
            return
        term = trimmed(self.doc, first, self.before_cue(sent), "under a proposal")
        if term is not None and self.free(term):
            for part in self.clauses_of(term):
                self.hold(draft, part, self.statement(sent.root))

    def paper_before(self, token: Token) -> ProposalDraft | None:
        """Return the paper that was told of last."""
        if self.chain is not None and self.number - self.chain[1] <= BACK:
            return self.chain[0]
        return self.spoken_of(token) or self.book.current

    def clauses_of(self, term: Term) -> list[Term]:
        """Return the clauses that a stretch of words strings together.

        Each has a subject and a verb of its own.
        """
        cuts = [term.first]
        for token in self.doc[term.first + 2 : term.last - 2]:
            if token.text != "," and token.lower_ != "and":
                continue
            start = token.i + 1
            while start < term.last and self.doc[start].lower_ == "and":
                start += 1
            if start > cuts[-1] + 3 and self.is_clause(start, term.last):
                cuts.append(start)
        ends = [*cuts[1:], term.last]
        out = [
            trimmed(self.doc, a, b, term.rule) for a, b in zip(cuts, ends, strict=True)
        ]
        return [part for part in out if part is not None]

    def is_clause(self, first: int, last: int) -> bool:
        """True where a noun phrase with its verb begins."""
        for token in self.doc[first : min(first + ACTOR, last)]:
            if token.text in {",", ";", ":"} or token.lower_ in {"which", "who"}:
                return False
            if token.dep_ in {"acl", "acl:relcl"} and token.tag_ == "VBN":
                continue
            if token.pos_ in {"VERB", "AUX"} and token.i > first:
                below = [c for c in children(token, *SUBJECTS) if first <= c.i]
                head = token.head if token.pos_ == "AUX" else token
                below += [c for c in children(head, *SUBJECTS) if first <= c.i]
                return any(c.i < token.i for c in below)
        return False

    def without(self, verb: Token) -> None:
        """Read "will not sign without A"."""
        if lemma(verb) not in HELD_BACK or not is_negated(verb):
            return
        statement = self.statement(verb) or self.anybody(verb)
        who = next(iter(self.parties(verb, lemma(verb))), None) or self.speaker(
            statement
        )
        if who is None:
            return
        for child in children(verb, "obl", "nmod"):
            case = {c.lower_ for c in children(child, "case")}
            if "without" not in case or not self.telling(child, wish=True, behind=True):
                continue
            first = child.left_edge.i
            term = trimmed(self.doc, first + 1, child.right_edge.i + 1, "without it")
            self.add(who, "demand", term, self.statement(verb))
