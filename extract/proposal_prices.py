"""Terms told with their price: "in return for A, B would", "will do A if B does C".

"In exchange, the league would lift its boycott": what one side gives for what was told
before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, agents, children, is_passive
from extract.modality import is_negated
from extract.proposal_vows import UNDERTAKING, VowReader
from extract.provisions import clause_term, trimmed
from extract.term_lexicon import term_lexicon

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

#: What names a price for something: "in return for A, B would".
PRICES: Final = ("in return for", "in exchange for")
#: What names a price for what was told before.
IN_EXCHANGE: Final = frozenset({"exchange", "return"})
#: Words that open a condition which another has to meet.
IF: Final = frozenset({"if", "once", "provided", "providing"})


class PriceReader(VowReader):
    """Read what one side gives, and what for."""

    def priced(self, sent: Span) -> None:
        """Read one sentence for terms that are told with their price."""
        self.in_return_for(sent)
        self.in_exchange(sent)
        for token in sent:
            if token.pos_ == "VERB":
                self.given_if(token)

    def in_exchange(self, sent: Span) -> None:
        """Read "In exchange, B would do A"."""
        words = [t for t in sent if not t.is_space]
        if len(words) < 7 or words[0].lower_ != "in":
            return
        if words[1].lower_ not in IN_EXCHANGE or words[2].text != ",":
            return
        root = sent.root
        if not {c.lower_ for c in children(root, "aux")} & UNDERTAKING:
            return
        who = [part for noun in agents(root) for part in self.cast.who(noun)]
        side = next(iter(who), None)
        draft = self.book.current if self.last_held is not None else None
        if side is None and draft is None:
            return
        term = trimmed(self.doc, words[3].i, self.before_cue(sent), "in exchange")
        self.add(side, "proposal", term, self.statement(root), draft)

    def given_if(self, verb: Token) -> None:
        """Read "the fund will lend the country A if parliament does B"."""
        if not {c.lower_ for c in children(verb, "aux")} & UNDERTAKING:
            return
        if verb.lower_ not in term_lexicon().deeds or is_negated(verb):
            return
        if is_passive(verb) or verb.dep_ not in {"ROOT", "conj"}:
            return
        held_to = [
            clause
            for clause in children(verb, "advcl")
            if {c.lower_ for c in children(clause, "mark")} & IF
            and children(clause, *SUBJECTS, "nsubj:pass")
        ]
        who = [part for noun in agents(verb) for part in self.cast.strictly(noun)]
        if not held_to or not who or not self.is_side(who[0]):
            return
        if self.anybody(verb) is not None or not self.is_deed(verb):
            return
        term = clause_term(verb, "what a side gives for something")
        self.add(who[0], "proposal", term, None)

    def in_return_for(self, sent: Span) -> None:
        """Read "In return for A, B would happen"."""
        words = [t for t in sent if not t.is_space]
        if len(words) < 8:
            return
        if " ".join(t.lower_ for t in words[:3]) not in PRICES:
            return
        comma = next((t for t in words[3:] if t.text == ","), None)
        root = sent.root
        if comma is None or comma.i > root.i:
            return
        lasting = root.tag_ in {"VBZ", "VBP"} and bool(children(root, "obj"))
        if not (self.ruling(root) or lasting):
            return
        who = [part for noun in agents(root) for part in self.cast.who(noun)]
        side = next(iter(who), None)
        price = trimmed(self.doc, words[3].i, comma.i, "in exchange")
        given = trimmed(self.doc, comma.i + 1, self.before_cue(sent), "in exchange")
        current = self.book.current if side is None else None
        for term in (price, given):
            self.add(side, "proposal", term, self.statement(root), current)
