"""What a paper that is a verb's subject says: "the plan includes A", "it must be A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    case_of,
    children,
    grammatical_subjects,
    is_passive,
    patients,
)
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_asides import MODALS
from extract.proposal_drafts import ProposalDraft, is_pointing
from extract.proposal_nouns import NounReader
from extract.provisions import (
    Term,
    clause_term,
    members,
    term_of,
    trailing,
    trimmed,
)

if TYPE_CHECKING:
    from spacy.tokens import Token


#: Verbs whose complement is the term; of others the verb belongs to it.
COMPLEMENT: Final = frozenset(
    [
        "include",
        "contain",
        "contemplate",
        "stipulate",
        "provide",
        "envisage",
        "envision",
        "foresee",
        "call",
        "say",
        "state",
        "require",
        "specify",
        "propose",
        "demand",
        "comprise",
        "outline",
        "describe",
        "suggest",
        "seek",
        "read",
        "entail",
        "involve",
        "mean",
        "consist",
        "spell",
        "set",
        "mandate",
        "ask",
        "promise",
        "pledge",
        "list",
    ]
)


#: Verbs that a paper as their subject can only mean by what it says.
STATING: Final = COMPLEMENT - {
    *("say", "suggest", "seek", "mean", "involve", "ask", "promise", "pledge"),
    "list",
} | {
    *("commit", "oblige", "give", "grant", "guarantee", "limit", "cap", "introduce"),
    *("impose", "extend", "allow", "cover", "cut", "raise", "ban", "bar", "lift"),
}
#: Verbs by which a paper binds somebody to do something.
BINDING: Final = frozenset(
    {"commit", "oblige", "require", "allow", "ask", "force", "bind", "permit", "urge"}
)
#: What only somebody does with a paper: their subject "it" is no paper.
TAKING: Final = frozenset(
    {"accept", "reject", "sign", "refuse", "agree", "want", "seek", "insist", "strike"}
    | {"negotiate", "return", "talk", "meet", "settle", "hope", "plan", "pay", "hire"}
)
#: What is done with a paper that "it" then says something.
SHOWN: Final = frozenset(
    {"present", "publish", "release", "circulate", "draft", "table", "submit", "draw"}
    | {
        "unveil",
        "hand",
        "announce",
        "write",
        "date",
        "sign",
        "initial",
        "leak",
        "agree",
    }
)
#: Words for a paper of before, which is no longer talked about.
AGEING: Final = frozenset(
    {"existing", "current", "present", "old", "previous", "former", "expiring", "now"}
)
#: Words of a sentence's opening.
OPENING: Final = 3
#: What is added by making it worse or better, and is no term.
ADDED_TO: Final = frozenset(
    {"fuel", "insult", "pressure", "weight", "urgency", "momentum", "impetus"}
    | {"tension", "confusion", "uncertainty", "doubt", "worry", "concern", "fear"}
)


def adds_nothing(verb: Token) -> bool:
    """True for "adds to the pressure" and "adds fuel to the fire"."""
    if lemma(verb) != "add" or is_passive(verb):
        return False
    added = children(verb, "obj", "ccomp")
    return not added or any(lemma(noun) in ADDED_TO for noun in added)


class PaperReader(NounReader):
    """Read the terms that a proposal or an agreement states as a subject."""

    def subject_draft(self, verb: Token) -> ProposalDraft | None:
        """Return the proposal that a verb's subject is."""
        for subject in (*grammatical_subjects(verb), *children(verb, "nsubj")):
            if subject.i in self.drafts:
                return self.drafts[subject.i]
            opened = self.opened_by(subject, verb)
            if opened is not None:
                return opened
            if self.book.current is None and subject.lower_ != "it":
                continue
            if (
                subject.lower_ == "it"
                and lemma(verb) in TAKING
                and not is_passive(verb)
            ):
                continue
            if subject.lower_ == "it" and self.says_itself(verb, [subject]):
                continue
            if is_pointing(subject) and subject.pos_ != "PRON":
                return self.book.current if self.last_held is not None else None
            if subject.lower_ == "it" and self.opens(subject, verb):
                spoken = self.spoken_of(subject)
                if spoken is not None and self.states(verb):
                    return spoken
            before = [index for index in self.drafts if 0 < subject.i - index < 30]
            if subject.lower_ == "it" and before and self.near(subject):
                return self.drafts[max(before)]
            if subject.lower_ == "it" and self.last_held is not None:
                return self.book.current if self.near(subject) else None
        return None

    def opens(self, subject: Token, verb: Token) -> bool:
        """True for an "it" that opens its sentence, or its main clause.

        "It would ...", "According to a copy, it provides for ...".
        """
        main = verb.i == verb.sent.root.i and lemma(verb) in STATING
        put = any(
            c.tag_ == "VBN" and lemma(c) in SHOWN and c.i < subject.i
            for c in children(verb, "advcl")
        )
        return main or put or subject.i - subject.sent.start < OPENING

    def states(self, verb: Token) -> bool:
        """True for a verb that can only say what a paper holds, or will bring."""
        kept = lemma(verb) in self.lexicon.holds and any(
            c.tag_ == "VBN" and lemma(c) in SHOWN for c in children(verb, "advcl")
        )
        if (lemma(verb) in STATING or kept) and not is_passive(verb):
            return True
        modal = {c.lower_ for c in children(verb, "aux")} & MODALS
        return bool(modal) and not self.is_outcome(lemma(verb))

    def opened_by(self, noun: Token, verb: Token) -> ProposalDraft | None:
        """Return the proposal that "the accord gives ..." is the first to speak of."""
        kind = self.noun_kind(noun) if noun.pos_ in {"NOUN", "PROPN"} else ""
        if kind in {"", "part", "demand"} or not is_pointing(noun):
            return None
        words = {c.lower_ for c in children(noun, "amod")}
        if words & {"current", "existing", "present", "old", "previous", "expiring"}:
            return None
        if lemma(verb) not in STATING or is_passive(verb):
            return None
        if self.book.current is not None and self.last_held is not None:
            return None
        draft = self.book.find(None, kind, "")
        if draft is None:
            draft = self.book.open(None, kind)
            draft.noun = noun.lower_
        self.book.current = draft
        self.drafts[noun.i] = draft
        return draft

    def stated(self, verb: Token, word: str, draft: ProposalDraft) -> None:
        """Read what a proposal includes, says or must be."""
        statement = self.statement(verb)
        auxiliaries = {c.lower_ for c in children(verb, "aux")}
        governed = [
            c
            for c in children(verb, "xcomp")
            if lemma(verb) in {"due", "have", "need", "set"}
        ]
        if verb.dep_ == "advcl" and verb.tag_ == "VBG":
            return
        if any(child.lower_ == "longer" for child in verb.subtree if child.i < verb.i):
            return
        if adds_nothing(verb):
            return
        if word in self.lexicon.holds and not is_passive(verb):
            if word in {"omit", "leave", "mention"} and not is_negated(verb):
                return
            bound = self.bound_to(verb)
            for root in bound:
                self.hold(draft, term_of(root, "what a proposal binds to"), statement)
            if bound:
                return
            if word in COMPLEMENT:
                for root, keep in self.complements(verb):
                    self.hold(
                        draft,
                        term_of(root, "what a proposal says", keep=keep),
                        statement,
                    )
                return
            if not is_negated(verb) or auxiliaries & MODALS:
                self.hold(draft, self.predicate(verb), statement)
            return
        if self.takes_effect(verb):
            self.hold(draft, clause_term(verb, "what a proposal must be"), statement)
            return
        if not self.lasts(verb) and any(
            map(self.is_outcome, [word, *map(lemma, children(verb, "xcomp"))])
        ):
            return
        if auxiliaries & MODALS or governed or self.due(verb):
            self.hold(draft, clause_term(verb, "what a proposal must be"), statement)

    def takes_effect(self, verb: Token) -> bool:
        """True for "it comes into force on A", "the deal runs until A"."""
        if verb.tag_ not in {"VBZ", "VBP"} or verb.dep_ in {"advcl", "acl:relcl"}:
            return False
        near = {
            c.lower_ for s in children(verb, *SUBJECTS) for c in s.subtree if c.i != s.i
        }
        below = {t.lower_ for t in verb.subtree}
        if near & AGEING or any(word.isdigit() for word in near):
            return False
        if lemma(verb) == "expire" or below & {"out", "page", "pages", "words"}:
            return False
        return self.lasts(verb)

    def bound_to(self, verb: Token) -> list[Token]:
        """Return what "commits both sides to withdraw and to open" binds to."""
        if lemma(verb) not in BINDING or not children(verb, "obj", "iobj"):
            return []
        return [
            root
            for clause in children(verb, "xcomp", "advcl")
            if any(c.lower_ == "to" for c in children(clause, "mark"))
            for root in members(clause)
        ]

    def complements(self, verb: Token) -> list[tuple[Token, list[Token]]]:
        """Return what a verb of stating states, one root a term."""
        wanted = self.lexicon.puts_case.get(lemma(verb), ("",))
        prepositional = {"provide", "call"} | set(self.lexicon.puts_case)
        roots = [*children(verb, "obj", "ccomp", "xcomp")]
        roots = roots or self.measured(verb)
        if lemma(verb) in prepositional:
            named = [
                c
                for c in children(verb, "obl", "advcl", "ccomp", "obj")
                if c.dep_ in {"ccomp", "obj"}
                or case_of(c) in (*wanted, "for")
                or any(g.lower_ in {"for", "on"} for g in children(c, "mark"))
            ]
            named += [
                c
                for c in children(verb, "obl", "nmod")
                if named and c not in named and self.goes_on_list(c, named[0])
            ]
            roots = named or roots
        elif lemma(verb) == "consist":
            roots = [c for c in children(verb, "obl") if case_of(c) == "of"]
        if is_passive(verb):
            roots = patients(verb)
        out = []
        for root in roots:
            if root.lower_ in {"which", "who", "that", "it", "them", "this", "what"}:
                continue
            found = members(root)
            for one in found:
                keep = trailing(verb, one) if one is found[-1] else []
                keep = [c for c in keep if not self.is_time(c) and c.dep_ != "xcomp"]
                if root.dep_ != "obj":
                    keep = [c for c in keep if "which" in self.subtree(c).split()]
                out.append((one, keep))
        return out

    def goes_on_list(self, noun: Token, first: Token) -> bool:
        """True for B of "calls for A, B and C", where a tree hangs B on the verb."""
        before = self.doc[noun.left_edge.i - 1].text
        bare = not case_of(noun) and noun.i > first.i and not self.is_time(noun)
        return bare and before == "," and noun.pos_ in {"NOUN", "PROPN"}

    def measured(self, verb: Token) -> list[Token]:
        """Return the noun right behind a verb that a tree takes for a measure."""
        return [
            c
            for c in children(verb, "obl:unmarked", "obl")
            if not children(c, "case")
            and c.left_edge.i == verb.i + 1
            and not self.is_time(c)
        ]

    def predicate(self, verb: Token) -> Term | None:
        """Return a verb with all that follows it, without its subject."""
        subjects = [c.i for c in children(verb, *SUBJECTS)]
        term = clause_term(verb, "what a proposal does", without=subjects)
        if term is None:
            return None
        first = min(
            [verb.i, *(c.i for c in children(verb, "aux", "aux:pass", "advmod"))]
        )
        return trimmed(self.doc, max(term.first, first), term.last, term.rule)
