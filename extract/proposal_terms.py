"""Constructions that state the terms of a proposal, read sentence by sentence.

"X proposes A", "X's demand for A", "the plan includes A", "the deal must be A",
"under the pact, A", "ready to sign if A", numbered lists, and sentences that go on
with the terms of the one before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from extract.clauses import (
    children,
)
from extract.proposal_limits import LimitReader
from extract.proposal_texts import ITEM, TextReader
from extract.proposal_verbs import VerbReader

if TYPE_CHECKING:
    from spacy.tokens import Span


class Reader(VerbReader, LimitReader, TextReader):
    """Read the sentences of a document for terms, in order."""

    def read(self, sent: Span) -> None:
        """Read one sentence, adding to the book what it states."""
        before = sum(len(draft.held) for draft in self.book.drafts)
        going_on = self.last_held
        after_item, self.after_item = self.after_item, False
        if len(sent) < 3 and ITEM.fullmatch(sent.text.strip() + " "):
            return
        for token in sent:
            if token.is_space:
                continue
            if token.pos_ in {"NOUN", "PROPN"}:
                self.noun(token)
                if token.dep_ == "ROOT" and children(token, "cop", "aux"):
                    self.verb(token)
            elif token.pos_ in {"VERB", "AUX", "ADJ"}:
                self.verb(token)
        self.listed(sent)
        self.whereby(sent)
        found = sum(len(draft.held) for draft in self.book.drafts) > before
        if self.listing and (not found or ITEM.match(sent.text)):
            found = self.item(sent, after_item) or found
        if not found:
            found = self.plainly(sent)
        if not found and going_on is not None:
            found = self.continued(sent, *going_on)
        self.broadly(sent)
        self.vows(sent)
        self.bids(sent)
        self.surface(sent)
        self.limits(sent)
        self.flow(sent, before=before)
        self.rest(sent, before=before)
        found = sum(len(draft.held) for draft in self.book.drafts) > before
        self.remember(sent, found=found)
        if not found:
            self.last_held = None
            self.listing = max(0, self.listing - 1)
        if sent.text.rstrip().endswith(":") and self.book.current is not None:
            self.listing = 3
            self.list_draft = self.subject_draft(sent.root) or self.book.current
        elif self.heads_list(sent):
            self.listing = 3
