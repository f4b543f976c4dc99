"""Terms told in the many ways that news tells them, where an article is about talks.

The narrow readers hold what is certain anywhere. In an article about a negotiation
more may be read: here, any paper as the subject of what it rules or as the frame of
a sentence. What the narrow readers hold already is not read again.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    case_of,
    children,
    grammatical_subjects,
    is_passive,
    patients,
)
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_asides import MODALS
from extract.proposal_drafts import ProposalDraft, proposer_of
from extract.proposal_gates import BALLOTS
from extract.proposal_papers import COMPLEMENT, STATING, PaperReader
from extract.provisions import Term, clause_term, members, term_of, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.event_cast import Part
    from extract.records import Statement

#: Words that say of a paper that it is in force already.
IN_FORCE: Final = frozenset({"current", "existing", "present", "expiring"})
#: Parts of a paper that can rule something.
PARTS: Final = frozenset(
    {"term", "provision", "clause", "article", "section", "chapter", "annex"}
)
#: Agreements that are asked for or offered as such.
CALMS: Final = frozenset({"truce", "ceasefire", "cease-fire", "armistice"})
#: Papers that rule something only where they are told to say that it will be.
DOCUMENTS: Final = frozenset(
    {"letter", "notice", "decree", "order", "directive", "annex", "appendix"}
    | {"circular", "declaration", "communique", "minute", "charter", "note", "award"}
    | {"statute", "memo", "rulebook", "guideline", "addendum", "codicil", "law"}
    | {"edict"}
)
#: Pronouns that are no term.
BARE: Final = frozenset(
    {"it", "them", "this", "that", "which", "who", "what", "him", "her", "us", "me"}
    | {"everything", "nothing", "something", "anything", "one", "these", "those"}
    | {"themselves", "itself", "they", "we", "you", "he", "she"}
)
#: Objects by which a verb says something else ("set the stage").
IDIOMS: Final = frozenset({"stage", "tone", "scene", "example", "rise", "way", "door"})
#: What a number counts that is no measure of a term ("a ten-point plan").
COUNTED: Final = re.compile(r"(?:point|page|nation|member|way|stage|party|party)s?$")


class BroadReader(PaperReader):
    """Read what papers rule, in articles about talks."""

    def free(self, term: Term) -> bool:
        """True where no held term overlaps."""
        return not any(
            held.term.first < term.last and term.first < held.term.last
            for draft in self.book.drafts
            for held in draft.held
        )

    def add(
        self,
        who: Part | None,
        kind: str,
        term: Term | None,
        statement: Statement | None,
        draft: ProposalDraft | None = None,
    ) -> bool:
        """Hold a term that is new, for a draft or for what somebody puts."""
        if term is None or not self.free(term):
            return False
        if draft is None:
            draft = self.book.open(who, kind)
            if not draft.mentions and not draft.held:
                draft.noun = {"demand": "demands", "agreement": "agreement"}.get(
                    kind, "proposals"
                )
        return self.hold(draft, term, statement)

    def paper_kind(self, noun: Token, verb: Token | None = None) -> str:
        """Return what kind of paper a noun is, "" for none that rules anything."""
        kind = self.noun_kind(noun)
        if not kind and lemma(noun) in DOCUMENTS and verb is not None:
            said = lemma(verb) in term_lexicon().says | {"provide", "stipulate"}
            return "draft" if said and children(verb, "ccomp") else ""
        if not kind or noun.dep_ in {"compound", "amod"}:
            return ""
        if {c.lower_ for c in children(noun, "amod")} & IN_FORCE:
            return ""
        if kind == "part":
            return "part" if lemma(noun) in PARTS else ""
        if lemma(noun) in {"condition", "claim"} and verb is not None:
            return kind if lemma(verb) in {"include", "comprise", "require"} else ""
        return kind

    def draft_of(self, noun: Token, kind: str) -> ProposalDraft:
        """Return the proposal that a paper's noun speaks of."""
        draft = self.drafts.get(noun.i)
        if draft is not None:
            return draft
        side = proposer_of(noun, self.cast, self.statement(noun)) or self.putter(noun)
        current = self.book.current
        if current is not None and (
            kind == "part" or (side is None and current.kind == kind)
        ):
            draft = current
        if draft is None:
            draft = self.book.open(side, "proposal" if kind == "part" else kind)
            if not draft.held and not draft.mentions:
                draft.noun = noun.lower_
        self.drafts[noun.i] = draft
        return draft

    def paper_does(self, verb: Token) -> bool:
        """Read "a text that would ban A", "the terms include A"."""
        kind, noun = "", None
        for subject in (*grammatical_subjects(verb), *children(verb, "nsubj")):
            kind = self.paper_kind(subject, verb)
            if kind:
                noun = subject
                break
        if noun is None:
            return False
        beside = verb.head.i == noun.i and verb.dep_ == "acl"
        if beside and (verb.tag_ == "VBN" or children(verb, "mark", "case")):
            return True
        if any(child.lower_ == "longer" for child in verb.children):
            return True
        terms = self.ruled(verb)
        if terms:
            draft = self.draft_of(noun, kind)
            for term in terms:
                self.add(None, kind, term, self.statement(verb), draft)
        return True

    def ruled(self, verb: Token) -> list[Term]:
        """Return what a verb says that a paper rules."""
        words, word = term_lexicon(), lemma(verb)
        modal = {c.lower_ for c in children(verb, "aux")} & MODALS
        if word == "see" and modal and not is_passive(verb) and not is_denied(verb):
            return self.seen(verb)
        told = verb.tag_ == "VBD" or {"has", "have", "had"} & {
            c.lower_ for c in children(verb, "aux")
        }
        if any(lemma(c) in IDIOMS for c in children(verb, "obj")):
            return []
        if word == "follow" and is_passive(verb) and modal:
            behind = [
                c for c in children(verb, "obl:agent") if self.telling(c, wish=True)
            ]
            found = [
                term_of(r, "what follows a deal") for c in behind for r in members(c)
            ]
            return [term for term in found if term is not None]
        out_of = {c.lower_ for c in children(verb, "compound:prt", "advmod")}
        if word == "rule" and "out" in out_of and not is_passive(verb) and not told:
            term = self.predicate(verb)
            return [term] if term is not None else []
        bound = self.bound_to(verb) if not is_passive(verb) else []
        if bound and not is_denied(verb) and not told:
            terms = [term_of(root, "what a proposal binds to") for root in bound]
            return [term for term in terms if term is not None]
        if children(verb, "cop") and not self.due(verb):
            return []
        out: list[Term | None] = []
        if word in words.says and children(verb, "ccomp"):
            out = [
                clause_term(root, "what a paper says")
                for clause in children(verb, "ccomp")
                for root in members(clause)
                if self.ruling(root)
            ]
        elif word in words.contents and not is_passive(verb):
            if not modal and (
                word in {"omit", "leave", "mention", "add"}
                or (told and word not in STATING | words.done)
            ):
                return []
            if word in COMPLEMENT and not is_denied(verb):
                out = [
                    term_of(root, "what a paper holds", keep=keep)
                    for root, keep in self.complements(verb)
                    if self.telling(root, wish=False)
                ]
            elif not is_denied(verb) or modal:
                out = [self.predicate(verb)]
        elif (
            (modal or self.due(verb))
            and word not in words.fate | words.effects
            and not any(lemma(c) in words.fate for c in children(verb, "xcomp"))
        ):
            out = [self.predicate(verb)]
        return [term for term in out if term is not None]

    def seen(self, verb: Token) -> list[Term]:
        """Read "the deal would see A happen"."""
        if not children(verb, "obj", "ccomp", "xcomp"):
            return []
        last = verb.right_edge.i + 1
        term = trimmed(self.doc, verb.i + 1, last, "what a proposal does")
        acting = term is not None and any(
            t.tag_ in {"VB", "VBN", "VBG", "VBP"}
            for t in self.doc[term.first : term.last]
        )
        return [term] if term is not None and acting else []

    def ruling(self, clause: Token) -> bool:
        """True for a clause that says what will or should be."""
        if {c.lower_ for c in children(clause, "mark")} & {"whether", "if", "because"}:
            return False
        auxiliaries = {c.lower_ for c in children(clause, "aux")}
        bare = clause.tag_ == "VB" or any(
            c.lower_ == "be" for c in children(clause, "cop", "aux:pass")
        )
        return bool(auxiliaries & MODALS) or self.due(clause) or bare

    def telling(self, root: Token, *, wish: bool, behind: bool = False) -> bool:
        """True for words that can be a term: no pronoun, time, person or talk.

        Args:
            root: the head of the words.
            wish: they are what somebody would like.
            behind: they stand behind a preposition.
        """
        words = term_lexicon()
        if root.lower_ in BARE or self.is_time(root):
            return False
        if {c.lower_ for c in children(root, "mark")} & {"whether", "if", "because"}:
            return False
        if root.pos_ in {"VERB", "AUX"}:
            return not (wish and lemma(root) in words.idle)
        below = [t for t in root.subtree if t.i != root.i and not t.is_punct]
        rich = any(t.dep_ not in {"det", "case"} for t in below)
        if root.pos_ == "PROPN" and not rich:
            return False
        entity = self.cast.at(root)
        if entity is not None and entity.kind in {"person", "party"}:
            return False
        word = lemma(root)
        if word in event_lexicon().small:
            return False
        if word in words.meetings and not (word in BALLOTS and rich):
            return False
        if word in IDIOMS and not any(t.dep_ != "det" for t in below):
            return False
        if any(
            self.noun_kind(c) and case_of(c) == "of" for c in children(root, "nmod")
        ):
            return word in words.dealings
        if word in CALMS and wish:
            return True
        if self.noun_kind(root):
            promised = word in words.calls and rich
            return promised or self.numbered_paper(root) or self.described(root)
        if word in words.empty:
            return rich and word in {"step", "support", "compromise", "solution"}
        return rich or (root.pos_ == "NOUN" and not behind)

    def described(self, noun: Token) -> bool:
        """True for "a deal that matches inflation": a paper told by what it does."""
        if not any(c.lower_ in {"a", "an", "any", "no"} for c in children(noun, "det")):
            return False
        return any(
            c.tag_ in {"VBZ", "VBP", "MD", "VB", "VBG"}
            for c in children(noun, "acl:relcl", "acl")
        )

    def numbered_paper(self, noun: Token) -> bool:
        """True for "a 5 percent offer", "a two-year deal": a term in itself."""
        return any(
            token.like_num or token.text == "%" or token.pos_ == "NUM"
            for child in children(noun, "compound", "amod", "nmod:desc")
            if child.i < noun.i and not COUNTED.search(self.subtree(child))
            for token in child.subtree
        )

    def held_in(self, verb: Token) -> bool:
        """Read "A is included in the deal"."""
        inside = [
            child
            for child in children(verb, "obl", "obl:agent", "nmod")
            if case_of(child) in {"in", "by", "under"} and self.paper_kind(child)
        ]
        wanted = COMPLEMENT | {"cover", "guarantee", "allow", "grant"}
        if not inside or lemma(verb) not in wanted:
            return False
        draft = self.draft_of(inside[0], self.paper_kind(inside[0]))
        for noun in patients(verb):
            if self.telling(noun, wish=False):
                self.add(None, "", term_of(noun, "held in a paper"), None, draft)
        return True

    def frames(self, sent: Span) -> None:
        """Read "Under the plan, A", "A under the plan", "As part of the deal, A"."""
        for token in sent:
            if token.lower_ not in {"under", "according", "part", "per"}:
                continue
            noun = self.framing(token, sent)
            if noun is None:
                continue
            kind = self.paper_kind(noun)
            term = (
                self.behind_frame(token, noun, sent)
                if token.i - sent.start < 4
                else self.before_frame(noun)
            )
            if term is not None:
                draft = self.draft_of(noun, kind)
                self.add(None, kind, term, self.statement(sent.root), draft)

    def behind_frame(self, opening: Token, noun: Token, sent: Span) -> Term | None:
        """Return A of "Under the plan, A"."""
        plain = sent.root.tag_ in {"VBZ", "VBP"} and lemma(sent.root) not in {
            *term_lexicon().fate,
            *term_lexicon().effects,
        }
        if opening.lower_ in {"according", "per"} and not (
            self.ruling(sent.root) or plain
        ):
            return None
        if lemma(sent.root) in {"say", "tell", "argue", "reject", "add", "complain"}:
            return None
        after = self.doc[noun.right_edge.i : sent.end]
        comma = next((t.i for t in after if t.text == ","), None)
        subject = next(iter(grammatical_subjects(sent.root)), None)
        if subject is not None and subject.left_edge.i == noun.right_edge.i + 1:
            first = subject.left_edge.i  # "Under the plan only residents will vote"
        elif comma is None:
            return None
        else:
            first = comma + 1
        return trimmed(self.doc, first, self.before_cue(sent), "in a paper")

    def before_frame(self, noun: Token) -> Term | None:
        """Return A of "A under the plan"."""
        verb = noun.head
        while verb.pos_ not in {"VERB", "AUX"} and verb.head.i != verb.i:
            verb = verb.head
        if not self.ruling(verb) or lemma(verb) in term_lexicon().fate:
            return None
        while verb.dep_ == "conj" and not children(verb, *SUBJECTS, "nsubj:pass"):
            if verb.head.pos_ not in {"VERB", "AUX"}:
                break
            verb = verb.head  # "would pay A, dredge B and build C, by the documents"
        return clause_term(verb, "in a paper", without=[noun.i])

    def framing(self, token: Token, sent: Span) -> Token | None:
        """Return the paper in "under the plan", "according to the text"."""
        at = token.i + 1
        if token.lower_ in {"according", "part"}:
            if at >= sent.end or self.doc[at].lower_ not in {"to", "of"}:
                return None
            if token.lower_ == "part" and (
                token.i == 0 or token.nbor(-1).lower_ != "as"
            ):
                return None
            at += 1
        for found in self.doc[at : min(at + 9, sent.end)]:
            if found.text in {",", ";", ":"} or found.pos_ == "VERB":
                return None
            if found.pos_ in {"NOUN", "PROPN"} and self.paper_kind(found):
                return found
        return None


def is_denied(verb: Token) -> bool:
    """True where a verb itself is denied, and not only what it takes is none."""
    if not is_negated(verb):
        return False
    return not any(
        grand.lower_ == "no"
        for child in children(verb, "obj", "obl")
        for grand in children(child, "det")
    )


def is_infinitive(verb: Token) -> bool:
    """True for "to withdraw", also where the copula or the passive bears the mark."""
    return any(c.lower_ == "to" and c.dep_ in {"mark", "aux"} for c in verb.children)


def marks(clause: Token) -> frozenset[str]:
    """Return the words that mark a clause."""
    return frozenset(c.lower_ for c in children(clause, "mark", "case"))
