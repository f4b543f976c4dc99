"""What a side turns down, makes a condition, wants at least, or puts in stages.

"Ruled out A", "made the loan conditional on A", "the loan hinges on A", "will not go
below A", "came down from A to B", "what they want is A", "in a first phase, A".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import agents, case_of, children, grammatical_subjects, is_passive
from extract.event_cast import Part
from extract.event_groups import collective
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_drafts import proposer_key
from extract.proposal_gates import is_somebody
from extract.proposal_surface import SurfaceReader
from extract.provisions import clause_term, members, term_of, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: Verbs of turning down, with the particle that they stand with.
TURNING: Final = {
    "turn": "down", "rule": "out", "shoot": "down", "wave": "away", "laugh": "off",
    "spurn": "", "rebuff": "", "reject": "", "refuse": "", "veto": "", "resist": "",
}  # fmt: skip
#: Verbs by which something hangs on a condition.
HANGING: Final = frozenset({"hinge", "depend", "rest", "turn"})
#: Words of being bound to a condition.
BOUND: Final = frozenset({"conditional", "contingent", "dependent", "conditioned"})
#: Verbs of making one thing the condition of another.
TYING: Final = frozenset({"condition", "tie", "link", "peg", "subject"})
#: Words of how far a side goes.
BELOW: Final = frozenset({"below", "above", "beyond", "under", "past", "over"})
#: Verbs of moving from one figure to another.
MOVING: Final = frozenset({"come", "go", "move", "climb", "shift", "edge", "inch"})
#: Adverbs and particles of such moves.
WHITHER: Final = frozenset({"down", "up", "back"})
#: What a step of a plan is called.
STAGES: Final = frozenset({"phase", "stage", "step", "leg", "part"})
#: What is turned down and was never asked for.
CHARGES: Final = frozenset(
    {"link", "claim", "accusation", "allegation", "charge", "notion", "blame", "report"}
    | {"criticism", "comparison", "involvement", "possibility", "role", "challenge"}
)
#: What is given, and may hang on a condition.
GIVEN: Final = frozenset(
    {"loan", "aid", "money", "release", "withdrawal", "support", "payment", "credit"}
    | {
        "help",
        "assistance",
        "grant",
        "fund",
        "funding",
        "return",
        "lifting",
        "recognition",
    }
)
#: What nothing hangs on, said of talks.
LOOSE: Final = frozenset({"outcome", "success", "way", "whether", "weather", "fact"})


class LimitReader(SurfaceReader):
    """Read what sides rule out, bind and insist on."""

    def limits(self, sent: Span) -> None:
        """Read one sentence for limits and conditions."""
        if not self.talking:
            return
        for token in sent:
            if token.pos_ == "VERB":
                self.ruled_out(token)
                self.hangs_on(token)
                self.made_condition(token)
                self.no_lower(token)
                self.moved(token)
            if lemma(token) in BOUND:
                self.bound_by(token)
        self.among_them(sent)
        self.what_they_want(sent)
        self.in_stages(sent)

    def side(self, verb: Token) -> Part | None:
        """Return who does what a verb tells, a common noun of people too."""
        who = self.parties(verb, lemma(verb))
        if who:
            return who[0]
        nouns = [n for n in agents(verb) if n.pos_ == "NOUN" and is_somebody(n)]
        return Part(collective(nouns[0]), None, nouns[0].idx) if nouns else None

    def ruled_out(self, verb: Token) -> None:
        """Read "ruled out a raise above 2 percent", "turned down 3 percent"."""
        particle = TURNING.get(lemma(verb))
        if particle is None or is_negated(verb) or is_passive(verb):
            return
        if particle and particle not in {c.lower_ for c in verb.children}:
            return
        who = self.side(verb)
        if who is None or not self.is_side(who):
            return
        for noun in self.objects(verb):
            for root in members(noun):
                if self.noun_kind(root) or not self.telling(root, wish=True):
                    continue
                wide = bool(particle) and bool(children(root, "nmod"))
                if not self.numbered(root) and not wide:
                    continue
                if lemma(root) in CHARGES:
                    continue
                term = term_of(root, "what a side turns down")
                if term is None or not self.free(term):
                    continue
                draft = self.book.open(None, "demand")
                if not draft.held:
                    draft.noun = "demands"
                key = proposer_key(who)
                draft.against = (*draft.against, *((key,) if key else ()))
                self.hold(draft, term, self.statement(verb))

    def hangs_on(self, verb: Token) -> None:
        """Read "the loan hinges on A", "conditioned its loan on A"."""
        word = lemma(verb)
        tying = word in TYING and bool(children(verb, "obj", "nsubj:pass"))
        tying = tying and not children(verb, "aux:pass")
        if not tying and (word not in HANGING or is_negated(verb)):
            return
        given = grammatical_subjects(verb)
        if (
            not tying
            and word != "hinge"
            and not any(self.noun_kind(n) or lemma(n) in GIVEN for n in given)
        ):
            return
        if word == "turn" and children(verb, "obj", "compound:prt"):
            return
        who = self.side(verb) if tying else None
        if tying and who is None:
            return
        wanted = {"to"} if word in {"tie", "link", "peg"} else {"on", "upon"}
        near = children(verb, "obl", "nmod")
        if tying:
            near += [c for o in children(verb, "obj") for c in children(o, "nmod")]
        for child in near:
            if child.i < verb.i or case_of(child) not in wanted:
                continue
            if child.lower_ in LOOSE or lemma(child) in LOOSE or self.is_time(child):
                continue
            if not self.is_rich(child):
                continue
            for root in members(child):
                self.add(who, "demand", term_of(root, "a condition"), None)

    def is_rich(self, noun: Token) -> bool:
        """True for "the sale of two mills", not for "the weather"."""
        return bool(children(noun, "nmod", "acl")) or self.numbered(noun)

    def made_condition(self, verb: Token) -> None:
        """Read "made A a precondition for talks"."""
        if lemma(verb) not in {"make", "set"} or is_negated(verb) or is_passive(verb):
            return
        named = [
            c
            for c in children(verb, "xcomp", "obj", "obl", "nmod")
            if lemma(c) in {"condition", "precondition", "prerequisite"}
        ]
        if not named or any(c.dep_ == "obj" and c is named[0] for c in named):
            return
        who = self.side(verb)
        if who is None:
            return
        for thing in self.objects(verb):
            for root in members(thing):
                if root.i < named[0].i and self.telling(root, wish=True):
                    self.add(who, "demand", term_of(root, "a condition"), None)

    def among_them(self, sent: Span) -> None:
        """Read "four conditions, among them A and B"."""
        for token in sent[1:-4]:
            if token.lower_ != "among" or self.doc[token.i + 1].lower_ != "them":
                continue
            before = self.doc[max(sent.start, token.i - 8) : token.i]
            noun = next((t for t in before if self.noun_kind(t) == "demand"), None)
            if noun is None or token.nbor(-1).text not in {",", "(", "-", "--"}:
                continue
            draft = self.draft_of(noun, "demand")
            term = trimmed(self.doc, token.i + 2, self.before_cue(sent), "list")
            self.add(None, "demand", term, self.statement(noun), draft)

    def bound_by(self, word: Token) -> None:
        """Read "made its loan conditional on A", "is contingent on A"."""
        for child in [*children(word, "obl", "nmod"), *children(word.head, "obl")]:
            if child.i > word.i and case_of(child) in {"on", "upon"}:
                if child.left_edge.i > word.i + 1 or not self.is_rich(child):
                    continue
                who = self.side(word.head) if word.head.pos_ == "VERB" else None
                for root in members(child):
                    self.add(who, "demand", term_of(root, "a condition"), None)

    def no_lower(self, verb: Token) -> None:
        """Read "will not go below 6 percent", "will not accept less than 6"."""
        if not is_negated(verb):
            return
        if lemma(verb) in {"go", "fall", "drop", "move", "budge", "sell"}:
            found = [c for c in children(verb, "obl") if case_of(c) in BELOW]
        elif lemma(verb) in {"accept", "settle", "take", "consider"}:
            found = [
                c
                for c in children(verb, "obj", "obl")
                if {"less", "lower", "fewer"} & {t.lower_ for t in c.subtree}
            ]
        else:
            return
        who = self.side(verb) or self.speaker(
            self.statement(verb) or self.anybody(verb)
        )
        for child in found:
            if who is not None and self.numbered(child) and not self.is_time(child):
                term = clause_term(verb, "a side's limit")
                self.add(who, "demand", term, self.statement(verb))

    def moved(self, verb: Token) -> None:
        """Read "has come down from 9 percent to 6"."""
        if lemma(verb) not in MOVING or is_negated(verb):
            return
        if children(verb, "obj"):
            return
        below = children(verb, "obl", "nmod")
        below += [c for b in below for c in children(b, "nmod")]
        ends = [c for c in below if case_of(c) == "to" and self.numbered(c)]
        began = [c for c in below if case_of(c) == "from" and self.numbered(c)]
        away = {c.lower_ for c in verb.children} & WHITHER
        if not ends or not (began or away) or self.is_time(ends[0]):
            return
        who = self.side(verb)
        if who is None or not self.is_side(who):
            return
        first = min(c.left_edge.i for c in [*began, *ends])
        last = max(c.right_edge.i for c in [*began, *ends]) + 1
        term = trimmed(self.doc, first, last, "a side's move")
        self.add(who, "proposal", term, self.statement(verb))

    def what_they_want(self, sent: Span) -> None:
        """Read "what the miners want is A"."""
        words = [t for t in sent if not t.is_space and not t.is_quote]
        if len(words) < 6 or words[0].lower_ not in {"what", "all"}:
            return
        for place, token in enumerate(words[1:9], 1):
            if token.lower_ not in {"is", "was"}:
                continue
            verb = next((t for t in words[1:place] if t.pos_ == "VERB"), None)
            if verb is None or lemma(verb) not in {"want", "demand", "seek", "ask"}:
                return
            who = self.side(verb)
            term = trimmed(self.doc, token.i + 1, self.before_cue(sent), "list")
            if who is not None:
                self.add(who, "demand", term, self.statement(verb))
            return

    def in_stages(self, sent: Span) -> None:
        """Read "In a first phase, A" and "In the second, B"."""
        words = [t for t in sent if not t.is_space][:6]
        if len(words) < 6 or words[0].lower_ not in {"in", "under", "during"}:
            return
        comma = next((t for t in words if t.text == ","), None)
        if comma is None or not any(
            lemma(t) in STAGES for t in words[1 : comma.i - sent.start]
        ):
            return
        current = self.book.current
        if not self.ruling(sent.root) or (current and current.kind == "demand"):
            return
        term = trimmed(self.doc, comma.i + 1, self.before_cue(sent), "under a proposal")
        self.add(None, "plan", term, self.statement(sent.root), current)
