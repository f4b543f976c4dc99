"""What a side says that it, or another side, will do: "he said he would free them".

An undertaking needs no word of promising: who says that it will give, stop or allow
something undertakes it. Only deeds count, so that "said it will study the text" and
"said it will not stop" promise nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    case_of,
    children,
    grammatical_subjects,
    is_passive,
)
from extract.event_cast import Part
from extract.event_lexicon import event_lexicon
from extract.event_participants import first_person
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_broad import is_infinitive
from extract.proposal_calls import CallReader
from extract.proposal_drafts import speaker_side
from extract.provisions import clause_term, members, term_of, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Moods of an undertaking.
UNDERTAKING: Final = frozenset({"will", "would", "shall", "'ll", "wo"})
#: Words in whose clause nothing is undertaken: a guess, a fear, a wish of another.
GUESSED: Final = frozenset(
    {"think", "believe", "expect", "hope", "fear", "doubt", "predict", "wonder"}
    | {"warn", "threaten", "know", "assume", "speculate", "argue", "suggest", "deny"}
    | {
        "recall",
        "remember",
        "claim",
        "report",
        "ask",
        "see",
        "calculate",
        "worry",
        "suspect",
    }
)
#: What somebody is told to do under a threat, besides deeds.
COMPLYING: Final = frozenset({"comply", "yield", "cooperate", "agree", "sign", "leave"})
#: Verbs behind which a colon lists what is wanted.
ASKING: Final = frozenset({"ask", "demand", "want", "seek", "request", "propose"})
#: Pronouns by which who speaks means the own side.
OWN: Final = frozenset({"he", "she", "it", "they"})


class VowReader(CallReader):
    """Read "said it would free A", "called on X to do A", "in exchange, A"."""

    def vows(self, sent: Span) -> None:
        """Read one sentence for what sides say that they will do."""
        if not self.talking:
            return
        for token in sent:
            if token.pos_ in {"VERB", "AUX"}:
                self.undertaken(token)
                self.called_on(token)
                self.bound_with(token)
                self.given(token)
                self.only_if(token)
                self.refused(token)
        self.exchanged(sent)
        self.asked_for(sent)

    def undertaken(self, verb: Token) -> None:
        """Read "said that it would free A"."""
        if not {c.lower_ for c in children(verb, "aux")} & UNDERTAKING:
            return
        words = term_lexicon()
        word = verb.lower_ if verb.tag_ == "VB" else lemma(verb)  # "would lay down"
        let = is_passive(verb) and word in words.lets
        if not let and (word not in words.deeds or is_passive(verb)):
            return
        if is_negated(verb) != (word in words.abstains):
            return
        said = self.cue_above(verb)
        statement = self.statement(verb) or self.anybody(verb)
        if said is None and (statement is None or statement.kind == "indirect"):
            return
        if said is not None and lemma(said) in GUESSED:
            return
        if not self.is_deed(verb):
            return
        who = self.undertaker(verb, let=let)
        if who is None:
            return
        for root in members(verb):
            if root is verb or children(root, "obj", "xcomp"):
                aside = [c.i for c in children(root, "advcl") if c.i > root.i]
                held = [i for i in aside if self.is_held(self.doc[i])]
                term = clause_term(root, "what a side says it will do", without=held)
                self.add(who, "proposal", term, self.statement(verb))

    def is_held(self, clause: Token) -> bool:
        """True for a clause that is a term already."""
        return any(
            held.term.first <= clause.i < held.term.last
            for draft in self.book.drafts
            for held in draft.held
        )

    def is_deed(self, verb: Token) -> bool:
        """True where a verb's object is something, and no talk, paper or idle matter.

        "Begin" and "start" are deeds only with one behind them.
        """
        words, word = term_lexicon(), lemma(verb)
        if word in {"begin", "start"}:
            inner = children(verb, "xcomp")
            return any(lemma(c) in words.deeds for c in inner)
        if word == "leave":
            return bool(children(verb, "obj") and children(verb, "xcomp", "advcl"))
        things = children(verb, "obj", "xcomp")
        for thing in things:
            small = lemma(thing) in words.meetings | words.empty | words.shows
            if small or lemma(thing) in event_lexicon().small:
                return False
            if self.noun_kind(thing) in {"proposal", "draft", "demand", "plan"}:
                return word not in {"withdraw", "accept", "drop", "offer", "sell"}
        return bool(things or is_passive(verb) or word in words.abstains
                    or children(verb, "obl", "advmod"))  # fmt: skip

    def cue_above(self, verb: Token) -> Token | None:
        """Return the verb of saying above a clause, ``None`` for a main clause."""
        clause = verb
        while clause.dep_ == "conj" and clause.head.i != clause.i:
            clause = clause.head
        if clause.dep_ not in {"ccomp", "parataxis"} or clause.head.i == clause.i:
            return None
        return clause.head

    def undertaker(self, verb: Token, *, let: bool) -> Part | None:
        """Return the side that a clause undertakes something for."""
        statement = self.statement(verb) or self.anybody(verb)
        speaker = self.speaker(statement)
        subjects = grammatical_subjects(verb)
        if not subjects:
            return None
        subject = subjects[0]
        if first_person(subject):
            return speaker_side(self.cast, statement) if statement else None
        if let and subject.pos_ in {"NOUN", "PROPN"}:
            return speaker
        direct = statement is not None and statement.kind == "direct"
        if subject.lower_ in OWN and direct:
            return next(iter(self.told_before(verb)), None)
        if subject.lower_ in OWN:
            person = self.cast.entities.get((speaker and speaker.id) or "")
            paper = lemma(verb) in term_lexicon().effects | {"allow"}
            if paper and person is not None and person.kind == "person":
                return None
            return speaker or next(iter(self.told_before(verb)), None)
        named = [part for part in self.cast.who(subject) if part.id is not None]
        if not named or not self.is_side(named[0]):
            return None
        return named[0]

    def called_on(self, verb: Token) -> None:
        """Read "called on X to do A"."""
        if lemma(verb) not in {"call", "prevail", "lean"} or is_negated(verb):
            return
        upon = [c for c in children(verb, "obl") if case_of(c) in {"on", "upon"}]
        if not upon:
            return
        clauses = [
            c
            for c in [
                *children(verb, "xcomp", "advcl"),
                *children(upon[0], "acl", "advcl"),
            ]
            if is_infinitive(c) and c.i > upon[0].i
        ]
        who = self.parties(verb, "call")
        for clause in clauses:
            for root in members(clause):
                if lemma(root) in term_lexicon().idle:
                    continue
                term = term_of(root, "what a side asks")
                self.add(next(iter(who), None), "demand", term, self.statement(verb))

    def refused(self, verb: Token) -> None:
        """Read "refused to scrap A and to make B": what was asked of somebody."""
        if lemma(verb) not in {"refuse", "decline"} or is_negated(verb):
            return
        acting = [part for noun in agents(verb) for part in self.cast.who(noun)]
        if not any(map(self.is_side, acting)):
            return
        for clause in children(verb, "xcomp"):
            if lemma(clause) not in term_lexicon().deeds or not is_infinitive(clause):
                continue
            if self.is_deed(clause):
                for root in members(clause):
                    term = term_of(root, "what a side refuses")
                    self.add(None, "demand", term, self.statement(verb))

    def exchanged(self, sent: Span) -> None:
        """Read "In exchange, A would happen" behind a term."""
        words = [t for t in sent if not t.is_space][:4]
        text = " ".join(t.lower_ for t in words)
        if not text.startswith(("in exchange ,", "in return ,", "in turn ,")):
            return
        root = sent.root
        current = self.book.current
        if current is None or not current.held or not self.ruling(root):
            return
        without = [c.i for c in children(root, "obl") if c.i < words[-1].i]
        term = clause_term(root, "in exchange", without=without)
        self.add(None, current.kind, term, self.statement(root), current)

    def bound_with(self, verb: Token) -> None:
        """Read "a paper providing for A, with vessels required to do B"."""
        words = term_lexicon()
        if verb.tag_ != "VBN" or lemma(verb) not in words.permits:
            return
        marks = [c for c in children(verb, "mark", "case") if c.lower_ == "with"]
        nouns = children(verb, "nsubj", "nsubj:pass", "obl")
        if not marks and nouns:
            marks = [c for c in children(nouns[0], "case") if c.lower_ == "with"]
        if not marks or self.last_held is None:
            return
        if self.last_held[1].first < verb.sent.start:
            return
        term = clause_term(verb, "bound beside a term", without=[marks[0].i])
        if term is not None and term.first < marks[0].i:
            term = trimmed(self.doc, marks[0].i + 1, term.last, term.rule)
        draft = self.last_held[0]
        self.add(None, draft.kind, term, self.statement(verb), draft)

    def given(self, verb: Token) -> None:
        """Read "had been promised A"."""
        if lemma(verb) not in {"promise", "offer", "guarantee", "pledge", "assure"}:
            return
        if not is_passive(verb) or is_negated(verb):
            return
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        for thing in self.objects(verb):
            for root in members(thing):
                if self.telling(root, wish=True, behind=True):
                    term = term_of(root, "what was promised")
                    side = next(iter(who), None)
                    self.add(side, "proposal", term, self.statement(verb))

    def only_if(self, clause: Token) -> None:
        """Read "can expect strikes if he does not stop A", "as long as B has A"."""
        marks = {c.lower_ for c in children(clause, "mark")}
        main = clause.head
        if clause.dep_ not in {"advcl", "ccomp"} or main.i == clause.i:
            return
        statement = self.statement(clause) or self.anybody(clause)
        who = self.speaker(statement)
        if who is None or not grammatical_subjects(clause):
            return
        if "if" in marks and is_negated(clause):
            forced = {lemma(t) for t in main.subtree} & term_lexicon().force
            if not forced or lemma(clause) not in term_lexicon().deeds | COMPLYING:
                return
        else:
            first = clause.left_edge.i
            opening = self.doc[first : first + 3].text.lower()
            near = self.doc[max(0, first - 2) : first + 3].text.lower()
            if "long as" not in opening and "long as" not in near:
                return
            if not self.allowing(main):
                return
        term = clause_term(clause, "condition of a side")
        self.add(who, "demand", term, statement)

    def allowing(self, main: Token) -> bool:
        """True for a clause that says what somebody would do or does not mind."""
        modal = {c.lower_ for c in children(main, "aux")} & (UNDERTAKING | {"can"})
        willing = term_lexicon().ready | {"qualm", "objection", "qualms", "accept"}
        return bool(modal) or any(lemma(t) in willing for t in main.subtree)

    def asked_for(self, sent: Span) -> None:
        """Read "came home with what it had asked for: A, B and C"."""
        colon = next((t for t in sent if t.text == ":" and t.i > sent.start + 3), None)
        if colon is None or colon.i >= sent.end - 3:
            return
        near = self.doc[max(sent.start, colon.i - 3) : colon.i]
        verb = next((t for t in near if lemma(t) in ASKING), None)
        if verb is None or verb.pos_ != "VERB" or is_negated(verb):
            return
        who = self.parties(verb, lemma(verb))
        term = trimmed(self.doc, colon.i + 1, self.before_cue(sent), "list")
        if term is not None and self.free(term):
            self.add(next(iter(who), None), "demand", term, self.statement(verb))
