"""Conditions of being willing, terms taken up again, what a speaker says must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import SUBJECTS, agents, children, grammatical_subjects
from extract.event_cast import Part
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_papers import PaperReader
from extract.provisions import clause_term, members
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token


class ConditionReader(PaperReader):
    """Read "willing to accept a truce, but only if A" and "the talks must A"."""

    def conditions(self, token: Token) -> bool:
        """Read "willing to accept a truce, but only if A"."""
        if lemma(token) not in self.lexicon.willing or is_negated(token):
            return False
        clauses = [
            mark.head
            for mark in token.sent
            if mark.i > token.i
            and mark.lower_ in {"if", "provided", "unless"}
            and mark.dep_ == "mark"
            and mark.i - token.i < 25
            and not (mark.i and mark.nbor(-1).lower_ == "even")
        ]
        clauses += [
            inner
            for mark in token.sent
            if token.i < mark.i < token.i + 25
            and mark.lower_ in {"provided", "providing"}
            and mark.pos_ == "VERB"
            for inner in children(mark, "ccomp")
        ]
        clauses += [
            more
            for clause in list(clauses)
            for more in children(clause.head, "conj")
            if more.i > clause.i
            and self.doc[clause.right_edge.i + 1].lower_ == "and"
            and more.left_edge.i <= clause.right_edge.i + 2
            and more.tag_ in {"VBZ", "VBP", "VBD"}
            and children(more, *SUBJECTS)
        ]
        if not clauses:
            return False
        verb = token
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        statement = self.statement(token) or self.anybody(token)
        if not who and statement is not None and statement.speaker:
            who = [Part(statement.speaker, statement.speaker_id, token.idx)]
        if not who:
            return False
        found = False
        for clause in clauses:
            for root in members(clause):
                term = clause_term(root, "condition of a side")
                if term is None or not topics_of(self.doc[term.first : term.last].text):
                    continue
                draft = self.book.open(who[0], "demand")
                if not draft.mentions and not draft.held:
                    draft.noun = "conditions"
                found |= self.hold(draft, term, self.statement(token))
        return found

    def taken_up(self, verb: Token) -> None:
        """Read "the cessation would not apply to X" of a cessation agreed before."""
        for noun in grammatical_subjects(verb):
            definite = any(c.lower_ in {"the", "this"} for c in children(noun, "det"))
            if not definite or noun.pos_ != "NOUN" or self.noun_kind(noun) == "demand":
                continue
            for draft in self.book.drafts:
                roots = [
                    found
                    for held in draft.held
                    for found in self.doc[held.term.first : held.term.last]
                    if found.pos_ == "NOUN" and found.dep_ in {"obj", "ROOT", "obl"}
                ]
                near = any(0 < noun.i - found.i < 150 for found in roots)
                if near and lemma(noun) in {lemma(found) for found in roots}:
                    term = clause_term(verb, "taken up again")
                    self.hold(draft, term, self.statement(verb))
                    return

    def must(self, verb: Token) -> None:
        """Read what a speaker says the sides or the talks must do."""
        statement = self.statement(verb)
        if statement is None or not statement.speaker:
            return
        subjects = {lemma(noun) for noun in grammatical_subjects(verb)}
        if not subjects & self.lexicon.musts:
            return
        term = clause_term(verb, "what a speaker says must be")
        if term is None or not topics_of(self.doc[term.first : term.last].text):
            return
        who = Part(statement.speaker, statement.speaker_id, verb.idx)
        draft = self.book.open(who, "demand")
        if not draft.mentions and not draft.held:
            draft.noun = "demands"
        self.hold(draft, term, statement)
