"""Verbs that state the terms of a proposal: of its subject, or of the one it has."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    agents,
    case_of,
    children,
    is_passive,
    patients,
)
from extract.event_cast import Part
from extract.event_days import past
from extract.event_lexicon import event_lexicon
from extract.event_participants import first_person
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_asides import MODALS
from extract.proposal_conditions import ConditionReader
from extract.proposal_drafts import (
    PUTTING,
    proposer_key,
    speaker_side,
)
from extract.proposal_gates import ASKING_PAPERS
from extract.provisions import (
    clause_term,
    members,
    term_of,
    trimmed,
)
from extract.term_lexicon import term_lexicon
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.provisions import Term
    from extract.records import Statement


#: Verbs of which the past is spelt like the bare form.
INVARIANT: Final = frozenset(
    {"cost", "cut", "put", "set", "let", "hit", "hurt", "shut", "quit", "read", "cast"}
    | {"split", "spread", "beat", "bid", "bet", "burst", "thrust", "shed"}
)


class VerbReader(ConditionReader):
    """Read "X proposes A", "the plan includes A", "ready to sign if A"."""

    def as_proposed(self, verb: Token) -> None:
        """Read "a cut in prices, as proposed by the importers"."""
        if verb.i < 2 or verb.nbor(-1).lower_ != "as" or verb.nbor(-2).text != ",":
            return
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        top = verb.nbor(-3) if verb.i > 2 else verb
        while (
            top.head.i < top.i
            and top.head.pos_ in {"NOUN", "PROPN"}
            and top.head.sent.start == verb.sent.start
        ):
            top = top.head
        if not who or top.pos_ not in {"NOUN", "PROPN"}:
            return
        draft = self.book.open(who[0], "proposal")
        term = trimmed(self.doc, top.left_edge.i, verb.i - 2, "as proposed", top)
        self.hold(draft, term, None)

    def verb(self, token: Token) -> None:
        """Read a verb that states terms: of its subject, or of the proposal it has."""
        if lemma(token) in {"propose", "demand", "suggest"} and is_passive(token):
            self.as_proposed(token)
        word = lemma(token)
        self.conditions(token)
        subject = self.subject_draft(token)
        if token.pos_ not in {"VERB", "AUX"} and not children(token, "aux", "xcomp"):
            return
        if subject is not None:
            self.stated(token, word, subject)
            return
        if self.framed(token):
            return
        if word == "agree":
            self.agreed(token)
        elif word in PUTTING and is_passive(token):
            self.put_by(token)
        elif word in self.lexicon.puts or word == "say":
            self.put(token, word)
        elif word in {"reject", "accept", "spurn", "refuse"}:
            self.turned_down(token)
        auxiliaries = {c.lower_ for c in children(token, "aux")}
        if auxiliaries & {"must", "should"}:
            self.must(token)
        if auxiliaries & {"would", "will", "shall"}:
            self.taken_up(token)

    def put_by(self, verb: Token) -> None:
        """Read "the offer was tabled by X": whose the offer under discussion is."""
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        for noun in patients(verb):
            kind = self.noun_kind(noun)
            if not who or kind not in {"proposal", "draft", "plan"}:
                self.put(verb, lemma(verb))
                return
            draft = self.drafts.get(noun.i)
            if draft is None or draft.proposer is not None:
                draft = self.book.open(who[0], kind)
                if not draft.held and not draft.mentions:
                    draft.noun = noun.lower_
            draft.proposer = draft.proposer or who[0]
            self.drafts[noun.i] = draft
            event = self.events.get(verb.idx)
            if event is not None and draft.event is None:
                draft.event = event

    def put(self, verb: Token, word: str) -> None:
        """Read "X proposes A", "X demands A"."""
        if is_negated(verb):
            return
        statement = self.statement(verb)
        nouns = agents(verb)
        who: list[Part | None] = [*self.side_of(verb)]
        if statement is not None and any(map(first_person, nouns)):
            side = speaker_side(self.cast, statement)
            who = [side] if side is not None else []
        if not who and any(lemma(noun) in ASKING_PAPERS for noun in nouns):
            who = [self.author(nouns[0], statement)]
        if not who:
            return
        if word == "say":
            self.subjunctive(verb, who[0])
            return
        roots = self.complements(verb)
        wanted = self.lexicon.puts_case.get(word)
        if wanted is not None and "" not in wanted:
            roots = [
                (root, keep)
                for root, keep in roots
                if case_of(root) in wanted
                or root.dep_ == "ccomp"
                or any(c.lower_ in wanted for c in children(root, "mark"))
            ]
        wishing = word in self.lexicon.wishes
        for root, keep in roots:
            if root.dep_ == "ccomp" and not self.meant(root):
                continue
            if lemma(root) in event_lexicon().small:
                continue
            among = self.listed_among(root)
            for one in among:
                self.asked(who[0], term_of(one, "listed among demands"), statement)
            if among:
                continue
            kind = self.lexicon.nouns.get(lemma(root))
            if kind is not None and kind not in {"agreement", "part"}:
                continue
            term = term_of(root, "what a side puts", keep=keep)
            if term is not None and root.dep_ == "xcomp" and word in {"want", "need"}:
                wanted_of = [c.left_edge.i for c in children(verb, "obj")]
                first = min([term.first, *wanted_of])
                term = trimmed(self.doc, first, term.last, term.rule)
            if term is not None and root.dep_ == "advcl":
                term = self.with_actor(verb, term)
            if term is None:
                continue
            told_to = root.dep_ == "xcomp" and bool(children(verb, "obj"))
            weak = (wishing and not told_to) or is_passive(verb)
            if weak and not topics_of(self.doc[term.first : term.last].text):
                continue
            if wishing and who[0] is not None and not self.is_side(who[0]):
                asked = told_to and root.pos_ == "VERB" and self.speaks_for(who[0])
                if not asked or lemma(root) in term_lexicon().idle:
                    continue
            if kind == "agreement":
                inner = [self.under_which(c) for c in children(root, "acl:relcl")]
                term = next((found for found in inner if found is not None), term)
            draft = self.book.open(who[0], "demand" if wishing else self.kind_of(word))
            if not draft.mentions and not draft.held:
                draft.noun = "demands" if draft.kind == "demand" else "proposals"
            event = self.events.get(verb.idx)
            if event is not None and draft.event is None:
                draft.event = event
            for more in self.besides(verb) if root is roots[0][0] else ():
                self.hold(draft, term_of(more, "besides"), statement)
            self.hold(draft, term, statement)

    def speaks_for(self, part: Part) -> bool:
        """True for a person who holds an office or speaks for a side."""
        entity = self.cast.entities[part.id or ""]
        return entity.affiliation is not None and bool(entity.roles)

    def with_actor(self, verb: Token, term: Term) -> Term | None:
        """Return "prices to be frozen" of "asks for prices to be frozen"."""
        actors = [
            c.left_edge.i
            for c in children(verb, "obl")
            if verb.i < c.i < term.first and c.right_edge.i + 1 >= term.first
        ]
        if not actors or self.doc[actors[0] - 1].lower_ != "for":
            return term
        return trimmed(self.doc, actors[0], term.last, term.rule)

    def listed_among(self, root: Token) -> list[Token]:
        """Return A of "wants to discuss issues including A"."""
        nouns = [root, *children(root, "obj")]
        return [
            one
            for noun in nouns
            if lemma(noun) in self.lexicon.lists
            for child in children(noun, "nmod", "acl")
            if case_of(child) in {"including", "like"} or child.lower_ == "including"
            for one in members(child)
        ]

    def asked(
        self, who: Part | None, term: Term | None, statement: Statement | None
    ) -> None:
        """Hold what a side asks for, if it is a side and the words name an issue."""
        if term is None or (who is not None and not self.is_side(who)):
            return
        if not topics_of(self.doc[term.first : term.last].text):
            return
        draft = self.book.open(who, "demand")
        if not draft.mentions and not draft.held:
            draft.noun = "demands"
        self.hold(draft, term, statement)

    def meant(self, clause: Token) -> bool:
        """True for a clause that says what should be, not what is."""
        if clause.tag_ == "VB" or {c.lower_ for c in children(clause, "aux")} & MODALS:
            return True
        asked = lemma(clause.head) in {"propose", "demand", "insist", "suggest", "ask"}
        if clause.tag_ == "VBP" and asked and past(clause.head):
            return True
        return any(c.tag_ == "VB" for c in children(clause, "cop", "aux:pass"))

    def besides(self, verb: Token) -> list[Token]:
        """Return what "besides A, the union demands B" asks for too."""
        openings = ("in addition to", "apart from", "along with")
        return [
            child
            for child in children(verb, "obl", "nmod")
            if child.i < verb.i
            and (
                case_of(child) in {"besides", "beside"}
                or self.subtree(child).lower().startswith(openings)
            )
        ]

    def turned_down(self, verb: Token) -> None:
        """Read "rejected a 5.5 percent rise": the terms of somebody's offer."""
        for noun in patients(verb):
            if self.noun_kind(noun) or not self.numbered(noun):
                continue
            if not topics_of(self.subtree(noun)) or self.is_time(noun):
                continue
            draft = self.book.open(None, "proposal")
            if not draft.held:
                draft.noun = "offer"
            who = [proposer_key(p) for n in agents(verb) for p in self.cast.who(n)]
            draft.against = (*draft.against, *(key for key in who if key))
            for root in members(noun):
                self.hold(draft, term_of(root, "what a side turns down"))

    def kind_of(self, word: str) -> str:
        """Return what putting something by a verb makes it."""
        return (
            "demand"
            if word in {"demand", "insist", "request", "require"}
            else "proposal"
        )

    def subjunctive(self, verb: Token, who: Part | None) -> None:
        """Read "consumers say that the adjustment be automatic"."""
        for clause in children(verb, "ccomp"):
            copula = children(clause, "cop", "aux:pass")
            bare = copula[0].lower_ == "be" if copula else self.is_bare(clause)
            if bare and not children(clause, "aux") and children(clause, *SUBJECTS):
                draft = self.book.open(who, "demand")
                if not draft.mentions and not draft.held:
                    draft.noun = "demands"
                self.hold(draft, clause_term(clause, "what a side asks"), None)

    def is_bare(self, clause: Token) -> bool:
        """True for a verb in its bare form where another would stand for a fact."""
        subjects = children(clause, *SUBJECTS)
        one = any(s.tag_ in {"NN", "NNP"} for s in subjects)
        return clause.tag_ == "VB" and one and lemma(clause) not in INVARIANT

    def agreed(self, verb: Token) -> None:
        """Read "the sides agreed to A and on B"."""
        if is_negated(verb):
            return
        who = [part for noun in agents(verb) for part in self.cast.who(noun)]
        if not who:
            return
        statement = self.statement(verb)
        infinitives = children(verb, "xcomp") + [
            c
            for c in children(verb, "conj", "advcl")
            if any(g.lower_ == "to" for g in children(c, "mark"))
        ]
        roots = [root for c in infinitives for root in members(c)]
        for clause in children(verb, "ccomp"):
            if lemma(clause) in {"find", "see", "know"} and is_passive(clause):
                continue
            if {c.lower_ for c in children(clause, "aux")} & (MODALS | {"to"}):
                roots += members(clause)
        terms = [term_of(root, "what was agreed") for root in roots]
        for child in children(verb, "obl"):
            if case_of(child) in {"on", "to"} and not self.is_time(child):
                if lemma(child) in {
                    "point",
                    "element",
                    "principle",
                    "plan",
                    "term",
                }:
                    continue
                if topics_of(self.subtree(child)):
                    terms += [
                        term_of(root, "what was agreed") for root in members(child)
                    ]
        pointing = any(
            lemma(child) in self.lexicon.lists for child in children(verb, "obl")
        )
        if not any(terms) and not pointing:
            return
        draft = self.book.open(who[0], "agreement")
        if not draft.held:
            draft.noun = "agreement"
            draft.others = tuple(who[1:3])
        event = self.events.get(verb.idx)
        if event is not None and draft.event is None:
            draft.event = event
        for term in terms:
            self.hold(draft, term, statement)
