"""Sentences that take up the paper of the one before by a pronoun.

"The league put its demands on the table. They include A, B and C." "The sides signed
an accord. It divides the cabinet." What is told in the present of what has just been
shown is what it rules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, children, is_passive
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_flow import FlowReader
from extract.proposal_papers import TAKING, adds_nothing
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from extract.provisions import Term

#: Pronouns that take up one paper, and several.
ONE: Final = frozenset({"it", "this"})
MANY: Final = frozenset({"they", "these", "those"})
#: How many words may stand before such a subject: "In addition, it ...".
OPENING: Final = 4
#: What only papers do, so that "they" are demands and no people.
LISTING: Final = frozenset(
    {
        "include",
        "comprise",
        "contain",
        "range",
        "cover",
        "concern",
        "consist",
        "embrace",
    }
)
#: What is told in the present of anything, and states no term.
TOLD: Final = frozenset(
    {"be", "have", "mark", "represent", "reflect", "follow", "come", "show", "remain"}
    | {"need", "face", "depend", "mean", "say", "bear", "carry", "run", "differ"}
    | {"resemble", "build", "draw", "go", "stand", "seem", "appear", "look", "offer"}
)


class TakenUpReader(FlowReader):
    """Read what "it" and "they" rule, right after a paper was shown."""

    def by_pronoun(self, sent: Span) -> None:
        """Read one sentence that opens with a pronoun for the paper before."""
        if not self.talking:
            return
        verb = sent.root
        subject = next(
            (c for c in children(verb, *SUBJECTS) if c.lower_ in ONE | MANY), None
        )
        if subject is None or subject.i - sent.start >= OPENING:
            return
        if self.statement(verb) is not None or self.says_itself(verb, [subject]):
            return
        noun = self.shown_before(subject)
        if noun is None:
            return
        for clause in self.strung(verb):
            for term in self.laid_down(clause, subject):
                if self.free(term):
                    kind = self.paper_kind(noun)
                    draft = self.draft_of(noun, "demand" if kind == "part" else kind)
                    self.add(None, kind, term, None, draft)

    def strung(self, verb: Token) -> list[Token]:
        """Return a verb and those that share its subject."""
        out = [verb]
        for child in children(verb, "conj"):
            if child.pos_ == "VERB" and not children(child, *SUBJECTS, "nsubj:pass"):
                out += self.strung(child)
        return out

    def shown_before(self, pronoun: Token) -> Token | None:
        """Return the noun of the paper that the sentence before shows."""
        previous = self.before(pronoun)
        if previous is None:
            return None
        many = pronoun.lower_ in MANY
        for token in reversed(list(previous)):
            if token.pos_ not in {"NOUN", "PROPN"}:
                continue
            if (token.tag_ in {"NNS", "NNPS"}) != many:
                continue
            if not self.paper_kind(token) or token.dep_ not in {
                *SUBJECTS, "nsubj:pass", "obj", "obl", "appos", "ROOT", "conj", "nmod",
            }:  # fmt: skip
                continue
            top = token.head if token.dep_ == "nmod" else token
            if token.dep_ == "nmod" and self.cast.strictly(top):
                continue
            return token
        return None

    def laid_down(self, verb: Token, subject: Token) -> list[Term]:
        """Return what a verb says that the paper rules."""
        word = lemma(verb)
        if subject.lower_ in MANY and word not in LISTING:
            return []
        if adds_nothing(verb) or (word in TAKING and word not in {"pay", "hire"}):
            return []
        terms = self.ruled(verb)
        if terms or verb.tag_ not in {"VBZ", "VBP"} or is_passive(verb):
            return terms
        words = term_lexicon()
        if word in TOLD | words.fate | words.effects:
            return []
        if is_negated(verb) or not children(verb, "obj"):
            return []
        term = self.predicate(verb)
        return [term] if term is not None else []
