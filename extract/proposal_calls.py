"""Nouns of asking and promising, "one condition is A", "not unless A", "A must be"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
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
from extract.proposal_broad import PARTS, is_infinitive
from extract.proposal_drafts import PUTTING, proposer_of, speaker_side
from extract.proposal_gates import is_somebody, says_nothing
from extract.proposal_sides import SideReader
from extract.provisions import Term, clause_term, members, term_of, trimmed
from extract.term_lexicon import about_talks, term_lexicon
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.records import Statement

#: Nouns of which a plain noun phrase behind "is" is the term.
PLAIN: Final = frozenset(
    {"condition", "precondition", "demand", "requirement", "request", "term", "point"}
    | {
        "element",
        "provision",
        "component",
        "pillar",
        "concession",
        "priority",
        "clause",
        "offer",
        "proposal",
        "target",
        "deadline",
        "aim",
        "goal",
        "timetable",
        "answer",
        "response",
        "reply",
        "counteroffer",
        "counterproposal",
        "price",
        "minimum",
    }
)
#: Sentences of an article's lead; a term told there makes talks its matter.
LEAD: Final = 3
#: Nouns that are "for" what is wanted; what they are "that" is only said.
CLAIMS: Final = frozenset({"claim", "bid"})
#: Labels of a clause under a noun.
CLAUSES: Final = frozenset({"acl", "acl:relcl", "ccomp", "xcomp", "advcl"})
#: What a side is asked for that is no term of its own: to stir.
MOVES: Final = frozenset(
    {"come", "return", "move", "budge", "act", "respond", "yield", "change", "call"}
)
#: What should not be thought is no demand.
DOUBTING: Final = frozenset(
    {"doubt", "believe", "expect", "think", "know", "see", "understand", "remember"}
    | {"forget", "worry", "hope", "feel", "look", "seem", "appear", "wonder"}
)
#: Nouns of which a clause with "that" and a subject of its own is what is asked.
ASKED_THAT: Final = frozenset(
    {"demand", "request", "condition", "insistence", "requirement", "proposal", "call"}
    | {"precondition", "stipulation", "wish"}
)
#: Words that make what stands behind them a condition.
UNLESS: Final = frozenset({"unless", "until", "provided", "providing", "before"})


class CallReader(SideReader):
    """Read what nouns and conditions tell of terms."""

    number: int = 0

    def broadly(self, sent: Span) -> None:
        """Read one sentence for the terms that the narrow readers left."""
        if self.talking is None:
            self.talking = about_talks(self.doc)
        if not self.talking:
            lead = self.number < LEAD and any(d.held for d in self.book.drafts)
            self.talking = lead
        if not self.talking:
            return
        self.frames(sent)
        self.among(sent)
        for token in sent:
            if token.is_space:
                continue
            if token.pos_ in {"VERB", "AUX"}:
                if not self.paper_does(token):
                    self.party_puts(token)
                if not self.held_in(token):
                    self.was_put(token)
                self.should_be(token)
            if token.pos_ in {"NOUN", "PROPN"}:
                self.noun_calls(token)
            elif token.pos_ == "ADJ" or token.lower_ in term_lexicon().ready:
                self.is_ready(token)
            if token.pos_ in {"ADJ", "NOUN"} and children(token, "cop"):
                self.should_be(token)
            if token.lower_ in UNLESS | {"if", "when"}:
                self.unless(token)
            if token.dep_ in {"cop", "aux:pass"} or lemma(token) == "be":
                self.is_that(token, sent)

    def noun_calls(self, noun: Token) -> None:
        """Read "its insistence on A", "a pledge that A", "a 5 percent offer"."""
        words, word = term_lexicon(), lemma(noun)
        kind = self.noun_kind(noun)
        if noun.dep_ in {"compound", "amod"} or word == "bid":
            return
        if (not kind or kind == "part") and word not in words.calls | PARTS:
            return
        owner = proposer_of(noun, self.cast, self.statement(noun))
        if owner is None and lemma(noun.head) in PUTTING | set(words.puts):
            owner = next(iter(self.parties(noun.head, "want")), None)
        terms: list[Term | None] = []
        for child in noun.children:
            if child.i > noun.i:
                terms += self.complement_of(noun, child, kind)
        if not terms and kind in {"proposal", "demand"} and self.numbered_paper(noun):
            terms.append(trimmed(self.doc, noun.left_edge.i, noun.i + 1, "an offer"))
        told = kind if kind not in {"", "part"} else "proposal"
        if word in {"call", "insistence", "appeal", "request", "wish", "desire"}:
            told = "demand"
        for term in terms:
            draft = self.drafts.get(noun.i)
            self.add(owner, told, term, self.statement(noun), draft)

    def complement_of(self, noun: Token, child: Token, kind: str) -> list[Term | None]:
        """Return the terms in one complement of a noun of asking or promising."""
        words, word = term_lexicon(), lemma(noun)
        case = case_of(child)
        if child.dep_ in {"nmod", "obl"}:
            wanted = {"on"} if word == "insistence" else {"for"}
            wanted |= {"of"} if word in words.of else set()
            wanted -= {"for"} if word in {"condition", "precondition"} else set()
            wanted |= {"to"} if word in {"commitment", "pledge"} else set()
            if case in {"including", "like"} or self.such_as(child):
                wanted = {case}
            elif kind == "agreement" or case not in wanted:
                return []
            return [
                term_of(root, "noun of a call")
                for root in members(child)
                if self.telling(root, wish=True, behind=True)
                and not self.cast.at(root)
                and not (case == "of" and is_somebody(root))
                and lemma(root) not in event_lexicon().actors
            ]
        if child.dep_ not in CLAUSES or word in PARTS:
            return []
        if child.tag_ == "VB" and is_infinitive(child):
            if lemma(child) in words.idle | {"avert", "settle", "break", "restart"}:
                return []
            return [term_of(root, "noun of a call") for root in members(child)]
        asked = word in ASKED_THAT and child.tag_ in {"VBP", "VBZ", "MD"}
        own = [s for s in children(child, *SUBJECTS) if s.lower_ != "that"]
        said = asked and bool(own) and self.doc[child.left_edge.i].lower_ == "that"
        if said or any(c.lower_ == "that" and c.dep_ == "mark" for c in child.children):
            loose = word in {"idea", "suggestion", "request", "guarantee", "assurance"}
            plain = child.tag_ in {"VB", "VBN"}
            if child.dep_ == "acl:relcl" and not (plain or said):
                return []
            if word == "claim" or (loose and not self.ruling(child)):
                return []
            return [clause_term(root, "noun of a call") for root in members(child)]
        if child.tag_ == "VBG" and case in {"of", "for"} and word in words.of:
            return [term_of(root, "noun of a call") for root in members(child)]
        return []

    def such_as(self, child: Token) -> bool:
        """True for what follows "such as"."""
        first = child.left_edge.i
        return str(self.doc[first : first + 2].text).lower() == "such as"

    def is_that(self, copula: Token, sent: Span) -> None:
        """Read "one condition is A", "the union's position is that A"."""
        head = copula.head if copula.dep_ in {"cop", "aux:pass", "aux"} else copula
        subjects = [
            s for s in children(head, *SUBJECTS) if s.i < copula.i and s.pos_ == "NOUN"
        ]
        subject = next(
            (s for s in subjects if lemma(s) in term_lexicon().aspects | CLAIMS), None
        )
        if subject is None or is_negated(head):
            return
        first = copula.i + 1
        while first < sent.end and self.doc[first].pos_ in {"ADV", "SPACE"}:
            first += 1
        if first >= sent.end - 1:
            return
        opening = self.doc[first]
        inner = opening.lower_ in {"that", "to"} and opening.dep_ in {"mark", "aux"}
        if lemma(subject) in CLAIMS:
            inner = False
        inner = inner or (
            opening.lower_ == "for"
            and opening.pos_ in {"ADP", "SCONJ"}
            and self.noun_kind(subject) in {"proposal", "demand"}
        )
        thing = (
            lemma(subject) in PLAIN
            and head.pos_ == "NOUN"
            and head.i > copula.i
            and copula.dep_ == "cop"
            and self.telling(head, wish=True)
        )
        if not inner and not thing:
            return
        owner = proposer_of(subject, self.cast, self.statement(subject))
        known = self.noun_kind(subject)
        kind = known if known in {"demand", "plan", "draft"} else "proposal"
        draft = self.drafts.get(subject.i)
        if draft is None and owner is None and self.book.current is not None:
            draft = self.book.current
        if inner and opening.lower_ == "for":
            first += 1
        term = trimmed(self.doc, first, self.before_cue(sent), "what a demand is")
        self.add(owner, kind, term, self.statement(subject), draft)

    def among(self, sent: Span) -> None:
        """Read "Among the demands are A and B"."""
        words = [token for token in sent if not token.is_space]
        if len(words) < 6 or words[0].lower_ != "among":
            return
        for place, token in enumerate(words[1:12], 1):
            if token.lower_ in {"is", "are", "was", "were"}:
                before = words[1:place]
                noun = next(
                    (t for t in before if lemma(t) in term_lexicon().aspects), None
                )
                if noun is not None:
                    end = self.before_cue(sent)
                    owner = proposer_of(noun, self.cast, None)
                    kind = self.noun_kind(noun)
                    term = trimmed(self.doc, token.i + 1, end, "list")
                    self.add(owner, kind if kind != "part" else "demand", term, None)
                return

    def unless(self, mark: Token) -> None:
        """Read "will not sign unless A", "threatened to leave if not A"."""
        clause = mark.head
        main = clause.head
        if mark.dep_ not in {"mark", "case", "advmod"}:
            return
        if clause.dep_ not in {"advcl", "ccomp"} or main.i == clause.i:
            return
        words = term_lexicon()
        chain = [main, main.head]
        held_off = is_negated(main) or any(
            lemma(verb) in words.holds_off for verb in chain
        )
        if mark.lower_ == "if":
            willing = lemma(main) in {"accept", "agree", "sign"} or any(
                c.lower_ in words.ready for c in (main, *main.children)
            )
            threat = any(lemma(v) in {"threaten", "warn"} for v in chain)
            only = mark.i > 0 and mark.nbor(-1).lower_ == "only"
            own = any(map(first_person, grammatical_subjects(clause)))
            if not willing and not only and (own or not threat):
                return
        elif mark.lower_ == "when":
            if mark.i == 0 or mark.nbor(-1).lower_ != "only":
                return
        elif mark.lower_ in {"until", "before"} and not held_off:
            return
        if not children(clause, *SUBJECTS) or is_bare_move(clause):
            return
        if mark.lower_ in {"until", "before"} and children(main, "cop"):
            return
        if says_nothing(clause):
            return
        statement = self.statement(main) or self.anybody(main)
        who = self.speaker(statement) or next(
            (part for noun in agents(main) for part in self.cast.who(noun)), None
        )
        if who is not None:
            for root in members(clause):
                term = clause_term(root, "condition of a side")
                self.add(who, "demand", term, self.statement(main))

    def speaker(self, statement: Statement | None) -> Part | None:
        """Return whose words a statement is, a side or somebody of one."""
        if statement is None or not statement.speaker:
            return None
        part = Part(statement.speaker, statement.speaker_id, statement.content[0].start)
        if part.id is None:
            return part
        return part if self.takes_part(part) else None

    def is_told(self, term: Term) -> bool:
        """True for words that name an issue or a number."""
        words = self.doc[term.first : term.last]
        return bool(topics_of(words.text)) or any(
            t.like_num or t.lower_ in {"no", "all", "every"} for t in words
        )

    def should_be(self, verb: Token) -> None:
        """Read what somebody who takes part says must or should be."""
        mood = {c.lower_ for c in children(verb, "aux")} & {"must", "should"}
        needs = lemma(verb) in {"need", "have", "ought"} and any(
            map(is_infinitive, children(verb, "xcomp"))
        )
        if not mood and not (needs and verb.tag_ in {"VBZ", "VBP", "MD"}):
            return
        statement = self.statement(verb) or self.anybody(verb)
        if statement is None or not statement.speaker:
            return
        subjects = grammatical_subjects(verb) or children(verb, "expl")
        if not subjects or any(
            first_person(s) or s.lower_ in {"you", "he", "she", "who", "it", "they"}
            for s in subjects
        ):
            return
        if any(
            (entity := self.cast.at(s)) is not None and entity.kind == "person"
            for s in subjects
        ):
            return
        bare = (verb, *children(verb, "cop", "aux:pass"))
        if mood and not any(c.tag_ == "VB" for c in bare):
            return
        turned = [c for c in children(verb, "aux") if c.lower_ == "should"]
        if turned and turned[0].i < min(s.i for s in subjects):
            return
        if {c.lower_ for c in children(verb, "mark", "case")} & {"because", "of", "as"}:
            return
        doubted = verb.pos_ == "VERB" and lemma(verb) in DOUBTING
        if doubted and not is_passive(verb):
            return
        who = self.speaker(statement)
        if who is None:
            return
        if who.id is not None:
            who = speaker_side(self.cast, statement) or who
        for root in members(verb):
            term = clause_term(root, "what a speaker says must be")
            if term is not None and not self.is_told(term):
                continue
            self.add(who, "demand", term, statement)


def is_bare_move(clause: Token) -> bool:
    """True for "the company came back", which asks for nothing in particular."""
    return lemma(clause) in MOVES and not children(
        clause, "obj", "xcomp", "ccomp", "obl"
    )
