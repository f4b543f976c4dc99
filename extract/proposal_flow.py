"""Sentences that go on telling terms after a paper or a term has been told.

"Diplomats describe a package. A fund would pay the costs." The mood tells: what will,
would, shall or must be, right after the paper or a term of it, is a term of it too,
unless it tells what becomes of the talks or what somebody says.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import children, grammatical_subjects, is_passive
from extract.event_cast import Part
from extract.event_lexicon import event_lexicon
from extract.event_participants import first_person
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_base import TELLING
from extract.proposal_calls import CallReader
from extract.proposal_drafts import ProposalDraft
from extract.proposal_gates import comes_of_itself, is_nobody
from extract.proposal_papers import SHOWN
from extract.provisions import Term, clause_term, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Moods in which a paper's rules are told.
RULED: Final = frozenset({"would", "will", "shall", "must", "'ll", "wo", "’ll"})
#: Moods of what a rule allows, read as such only behind a term.
ALLOWED: Final = frozenset({"may", "can", "could"})
#: Verbs that tell in the present what a paper lays down.
LASTING: Final = frozenset(
    {"stay", "disappear", "rise", "fall", "remain", "get", "receive", "apply", "end"}
    | {"go", "increase", "drop", "become", "keep", "begin", "expire", "run", "cover"}
    | {"last", "start", "count", "amount", "range", "resume", "return", "reopen"}
    | {"open", "close", "double", "halve", "shrink", "lapse", "disband", "disarm"}
)
#: Verbs by which a paper comes about, of which the next sentences tell the terms.
MADE: Final = SHOWN | {
    *("reach", "strike", "conclude", "clinch", "seal", "negotiate", "adopt", "approve"),
    *("propose", "broker", "hammer", "forge", "ratify", "produce", "deliver", "work"),
}
#: Verbs of where somebody goes.
TRAVEL: Final = frozenset(
    {"come", "go", "return", "travel", "fly", "arrive", "visit", "attend", "head"}
    | {"leave", "depart", "appear", "speak", "brief", "chair", "host", "tour", "stay"}
)
#: Those whom an agreement sends to watch over it.
WATCHING: Final = frozenset({"observer", "expert", "official", "police", "mediator"})
#: What a panel is set up to hear.
HEARD: Final = frozenset(
    {"dispute", "complaint", "case", "appeal", "grievance", "claim", "quarrel"}
)
#: What an agreement does for people, told in the present passive.
SHIELDS: Final = frozenset(
    {"protect", "pay", "free", "release", "compensate", "shield"}
)
#: What sides do for each other under what they have just agreed on.
YIELDS: Final = frozenset(
    {"get", "receive", "keep", "drop", "give", "pay", "gain", "retain", "withdraw"}
    | {"release", "free", "open", "reopen", "lift", "hand", "return", "recognise"}
    | {"recognize", "lower", "cut", "raise", "share", "surrender", "cede", "stop"}
    | {"halt", "suspend", "resume", "supply", "restore", "grant", "limit", "end"}
)
#: Words behind a term that go on with a list.
GAP: Final = re.compile(
    r"\s*(?:\([^)]*\)\s*)?(?:;\s*(?:and\s+)?\S|,\s*(?:and\s+)?(?:that|to)\s+\w|,\s*and\s+for\s+\w)"
)


class FlowReader(CallReader):
    """Go on with the paper or the term that the sentence before told."""

    #: The proposal last told, the number of its sentence, and whether by a term.
    chain: tuple[ProposalDraft, int, bool] | None = None
    #: The number of the sentence that last told how a paper was made or shown.
    made: int = -9

    def flow(self, sent: Span, *, before: int) -> None:
        """Read the clauses of a sentence that go on with the terms before.

        Args:
            sent: the sentence.
            before: how many terms were held before it.
        """
        here = sum(len(draft.held) for draft in self.book.drafts) > before
        if here and self.last_held is not None:
            self.chain = (self.last_held[0], self.number, True)
        if not self.talking or self.chain is None or sent.text.rstrip().endswith("?"):
            return
        draft, told, by_term = self.chain
        if self.number - told > (2 if by_term else 1):
            return
        fresh = not by_term and self.number - self.made == 1
        for clause in self.main_clauses(sent):
            if fresh and self.is_paper(grammatical_subjects(clause)):
                continue  # "it runs to 61 pages", "the old pact expires"
            if not self.goes_on(clause, draft, by_term=by_term or fresh):
                continue
            term = clause_term(clause, "goes on in the mood")
            if term is None:
                continue
            end = self.before_cue(sent)
            if term.last > end > term.first:
                term = trimmed(self.doc, term.first, end, term.rule)
            if term is not None and self.free(term):
                self.hold(draft, term, self.statement(clause))

    def main_clauses(self, sent: Span) -> list[Token]:
        """Return the clauses that a sentence states, past "officials said"."""
        out: list[Token] = []
        stack = [sent.root]
        while stack:
            verb = stack.pop()
            inner = children(verb, "ccomp")
            if lemma(verb) in TELLING and inner:
                stack += inner
            else:
                out.append(verb)
            below = [c for c in children(verb, "csubj") if is_passive(c)]
            stack += [
                c
                for branch in (verb, *below)
                for c in children(branch, "conj", "parataxis")
                if c.pos_ in {"VERB", "AUX", "ADJ", "NOUN"}
                and children(c, "nsubj", "nsubj:pass", "expl")
            ]
        return sorted(out, key=lambda token: token.i)

    def goes_on(self, clause: Token, draft: ProposalDraft, *, by_term: bool) -> bool:
        """True for a clause in the mood of a paper's rules."""
        words = term_lexicon()
        subjects = grammatical_subjects(clause)
        if any(map(first_person, subjects)) or not subjects:
            return False
        idle = words.meetings - WATCHING if by_term else words.meetings
        if any(lemma(s) in idle or s.lower_ == "you" for s in subjects):
            return False
        people = [self.cast.at(s) for s in subjects]
        if any(e is not None and e.kind == "person" for e in people):
            return False
        if any(s.lower_ in {"he", "she", "who", "i"} for s in subjects):
            return False
        if self.says_itself(clause, subjects):
            return False
        if goes_somewhere(clause, subjects) and not self.counts(clause):
            return False
        watched = by_term and all(lemma(s) in WATCHING for s in subjects)
        if comes_of_itself(subjects) and not watched:
            return False
        if is_passive(clause) and lemma(clause) in {"find", "see", "know", "feel"}:
            return False
        if lemma(clause) in {"accept", "reject", "refuse"} and not is_passive(clause):
            return False
        statement = self.anybody(clause)
        if statement is not None and statement.kind == "direct":
            return False
        if statement is not None and is_nobody(Part(statement.speaker or "?", None, 0)):
            return False
        if is_passive(clause) and lemma(clause) in words.permits and by_term:
            return not is_negated(clause) or bool(children(clause, "aux"))
        if by_term and clause.lower_ in words.ruled and children(clause, "cop"):
            return True
        auxiliaries = {c.lower_ for c in children(clause, "aux")}
        mood = auxiliaries & (RULED | ALLOWED if by_term else RULED)
        word = lemma(clause)
        if auxiliaries & ALLOWED and (word == "be" or children(clause, "cop")):
            return False
        nobody = "can" in auxiliaries and any(
            c.lower_ == "no" for s in subjects for c in s.children
        )
        unable = auxiliaries & {"can", "could"} and is_negated(clause) and not nobody
        if unable and not mood - ALLOWED:
            return False  # "the mill cannot pay", and not "no docker can be dismissed"
        if mood or self.is_due(clause):
            acting = any(
                self.cast.strictly(s)
                or self.noun_kind(s)
                or s.lower_ in {"they", "it"}
                or s.pos_ == "PROPN"
                for s in subjects
            )
            told = words.fate if acting else words.effects
            done = is_passive(clause) and not any(map(self.noun_kind, subjects))
            if self.lasts(clause):
                return True
            if word in {"sit", "meet", "report", "gather", "convene", "reconvene"}:
                return False
            if word == "hear" and by_term:
                return any(lemma(c) in HEARD for c in children(clause, "obj"))
            named = clause.pos_ != "VERB" and clause.lower_ not in words.ruled
            counted = any(t.pos_ in {"NUM", "SYM"} for t in clause.subtree)
            chosen = any(c.tag_ == "VBN" for c in children(clause, "acl", "csubj"))
            if named and children(clause, "cop") and not (counted or chosen):
                return False
            if word == "be" and children(clause, "expl"):
                return any(t.lower_ == "no" or t.like_num for t in clause.subtree)
            return done or word not in told | words.effects
        fresh = draft.kind == "agreement" and lemma(clause) in YIELDS
        fresh = (
            fresh and clause.tag_ in {"VBZ", "VBP"} and bool(children(clause, "obj"))
        )
        if fresh and not is_negated(clause):
            return True
        return by_term and self.rules_now(clause, draft, subjects)

    def counts(self, clause: Token) -> bool:
        """True where a number that is no date stands behind a verb."""
        return any(
            t.like_num and t.i > clause.i and not self.is_time(t)
            for t in clause.subtree
        )

    def is_due(self, clause: Token) -> bool:
        """True for "is to", "are to be" and "have to"."""
        if lemma(clause) == "have":
            return clause.i + 1 < len(self.doc) and clause.nbor().lower_ == "to"
        return self.due(clause)

    def rules_now(
        self, clause: Token, draft: ProposalDraft, subjects: list[Token]
    ) -> bool:
        """True for "the quota stays at 60 tonnes", told of what has been agreed."""
        lasting = any(d.kind == "agreement" and d.held for d in self.book.drafts)
        counted = any(token.like_num for token in clause.subtree)
        if draft.kind not in {"agreement", "draft", "plan"} and not (
            lasting and counted
        ):
            return False
        words = term_lexicon()
        tensed = clause.tag_ in {"VBZ", "VBP"} or (
            is_passive(clause)
            and {c.lower_ for c in children(clause, "aux:pass")} & {"is", "are"}
        )
        if tensed and self.lasts(clause) and self.is_paper(subjects):
            return True
        shielded = is_passive(clause) and lemma(clause) in words.permits | SHIELDS
        if tensed and shielded and all(s.pos_ == "NOUN" for s in subjects):
            return True
        things = all(
            s.pos_ == "NOUN" and not self.cast.strictly(s) and not self.noun_kind(s)
            for s in subjects
        )
        if not is_passive(clause) and lemma(clause) not in LASTING:
            return False
        return bool(tensed) and things and lemma(clause) not in words.effects

    def is_paper(self, subjects: list[Token]) -> bool:
        """True for "it" and for the noun of a paper."""
        return any(s.lower_ == "it" or self.noun_kind(s) for s in subjects)

    def rest(self, sent: Span, *, before: int) -> None:
        """Hold the items of a list that the tree hung elsewhere.

        Behind a term, "; that ..." and ", to ..." go on with the list it stands in.
        """
        spans = sorted(
            (
                (held.term.first, held.term.last, draft)
                for draft in self.book.drafts
                for held in draft.held
                if sent.start <= held.term.first < sent.end
            ),
            key=lambda item: item[:2],
        )
        if sum(len(draft.held) for draft in self.book.drafts) == before:
            return
        ends = [first for first, _, _ in spans[1:]] + [self.before_cue(sent)]
        for (_, last, draft), end in zip(spans, ends, strict=True):
            if end - last < 4 or not GAP.match(self.doc[last:end].text):
                continue
            term = trimmed(self.doc, last, end, "list")
            if term is None:
                continue
            if term.first + 1 < term.last and self.doc[term.first].text == "(":
                term = self.past_bracket(term)
            if term is not None and self.free(term):
                self.hold(draft, term, self.statement(self.doc[term.first]))

    def past_bracket(self, term: Term) -> Term | None:
        """Return the words of a term behind the bracket that it begins with."""
        for index in range(term.first, term.last):
            if self.doc[index].text == ")":
                return trimmed(self.doc, index + 1, term.last, term.rule)
        return None

    def remember(self, sent: Span, *, found: bool) -> None:
        """Keep what the sentence told, for the next one to go on with."""
        if self.talking is None:
            return
        if found and self.last_held is not None:
            self.chain = (self.last_held[0], self.number, True)
        else:
            named = [i for i in range(sent.start, sent.end) if self.shows(self.doc[i])]
            if named:
                noun = self.doc[named[-1]]
                draft = self.draft_of(noun, self.paper_kind(noun))
                self.chain = (draft, self.number, False)
                verb = noun.head
                if lemma(verb) in MADE and noun.dep_ in {"obj", "nsubj:pass"}:
                    self.made = self.number
        self.number += 1

    def shows(self, noun: Token) -> bool:
        """True for a paper that is put, signed or described, or is spoken of first."""
        if noun.pos_ not in {"NOUN", "PROPN"} or noun.dep_ not in {
            "obj", "nsubj:pass", "nsubj", "obl", "appos", "ROOT", "conj",
        }:  # fmt: skip
            return False
        return self.paper_kind(noun) not in {"", "part", "demand"}


def goes_somewhere(clause: Token, subjects: list[Token]) -> bool:
    """True for "the envoy would return on Monday": a plan of people, and no rule."""
    if is_passive(clause) or lemma(clause) not in TRAVEL:
        return False
    lexicon = event_lexicon()
    if all(lemma(s) in lexicon.words["troops"] for s in subjects):
        return False  # "troops will leave the town by October"
    return any(lemma(s) in lexicon.actors or s.pos_ == "PROPN" for s in subjects)
