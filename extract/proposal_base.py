"""What all readers of proposal terms share: the document, and what was read so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from extract.clauses import (
    children,
)
from extract.event_cast import Cast, Part
from extract.inflections import lemma
from extract.proposal_drafts import (
    Book,
    Held,
    ProposalDraft,
)
from extract.proposal_lexicon import proposal_lexicon
from extract.provisions import (
    Term,
    split,
)
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from extract.records import EventMention, Statement, TimeExpression

#: Auxiliaries that make a clause about a proposal one of its terms.
MODALS: Final = frozenset(
    ["must", "will", "shall", "would", "should", "can", "may", "could", "might", "'ll"]
)


class TermReader:
    """Hold terms for proposals; the constructions are read by its subclasses."""

    def __init__(
        self,
        doc: Doc,
        cast: Cast,
        times: tuple[TimeExpression, ...],
        statements: list[Statement],
        events: tuple[EventMention, ...],
        book: Book,
    ) -> None:
        self.doc, self.cast, self.book = doc, cast, book
        self.statements = statements
        self.events = {
            trigger.start: event
            for event in events
            for trigger in event.triggers
            if event.type in {"proposal", "agreement"}
        }
        self.days = [
            (t.quoted.start, t.quoted.end) for t in times if t.begin is not None
        ]
        self.drafts: dict[int, ProposalDraft] = {}
        self.lexicon = proposal_lexicon()
        self.listing = 0
        self.list_draft: ProposalDraft | None = None
        self.after_item = False
        self.last_held: tuple[ProposalDraft, Term] | None = None
        self.blocks = {
            span.start: span for span in doc.spans.get("blocks", ()) if len(span)
        }

    def hold(
        self,
        draft: ProposalDraft,
        term: Term | None,
        statement: Statement | None = None,
    ) -> bool:
        """Add a term to a proposal."""
        if term is None or term.last - term.first < 1:
            return False
        text = self.doc[term.first : term.last].text
        if len(text) < 4 or (term.last - term.first < 3 and not topics_of(text)):
            return False
        known = {
            (held.term.first, held.term.last)
            for other in self.book.drafts
            if other is not draft
            for held in other.held
        }
        for part in split(term, self.doc, listed=term.rule == "list"):
            if not any(a <= part.first and part.last <= b for a, b in known):
                draft.held.append(Held(part, statement=statement))
        if statement is not None and draft.statement is None:
            draft.statement = statement
        if draft.date is None and draft.event is None and statement is not None:
            draft.date = statement.date
        self.last_held = (draft, term)
        return True

    def versions(self, numbered: dict[int, str]) -> dict[int, str]:
        """Return the proposal id that each noun which speaks of one speaks of."""
        return {
            index: numbered[id(draft)]
            for index, draft in sorted(self.drafts.items())
            if id(draft) in numbered
        }

    def statement(self, token: Token) -> Statement | None:
        """Return the innermost utterance around a token."""
        around = [
            (sum(part.end - part.start for part in found.content), found.id, found)
            for found in self.statements
            if found.speaker_id is not None
            and any(part.start <= token.idx < part.end for part in found.content)
        ]
        return min(around, key=lambda item: item[:2])[2] if around else None

    def anybody(self, token: Token) -> Statement | None:
        """Return the utterance around a token, whoever makes it."""
        around = [
            found
            for found in self.statements
            if any(part.start <= token.idx < part.end for part in found.content)
        ]
        return around[0] if around else None

    def noun_kind(self, token: Token) -> str:
        """Return what kind of proposal a noun is; a name by its last word."""
        kind = self.lexicon.nouns.get(lemma(token), "")
        entity = self.cast.at(token) if not kind else None
        if entity is not None and entity.kind == "organization":
            names = (entity.name, *entity.expansions)
            kinds = {
                self.lexicon.nouns.get(name.split()[-1].lower(), "") for name in names
            }
            return "agreement" if "agreement" in kinds else ""
        return kind

    def subtree(self, token: Token) -> str:
        """Return the words under a token."""
        return str(self.doc[token.left_edge.i : token.right_edge.i + 1].text)

    def numbered(self, token: Token) -> bool:
        """True where a number stands under a token."""
        return any(found.pos_ == "NUM" for found in token.subtree)

    def is_time(self, token: Token) -> bool:
        """True where a phrase is a date."""
        return any(start <= token.idx < end for start, end in self.days)

    def due(self, verb: Token) -> bool:
        """True for "is due to", "is to", "needs to"."""
        if lemma(verb) in {"due", "set", "need", "have"}:
            return bool(children(verb, "xcomp", "advcl", "ccomp"))
        return any(
            lemma(c) == "be" and c.i < verb.i and verb.doc[c.i + 1].lower_ == "to"
            for c in children(verb, "aux", "cop")
        )

    def is_side(self, part: Part) -> bool:
        """True for a party, an organisation or a collective, not one person."""
        if part.id is None:
            return True
        entity = self.cast.entities[part.id]
        return entity.kind in {"party", "organization"} or entity.country is not None

    def near(self, pronoun: Token) -> bool:
        """True where "it" opens its clause right after a sentence with terms."""
        return (
            pronoun.sent.start == pronoun.i
            or pronoun.i - pronoun.sent.start < 3
            or any(
                index in self.drafts for index in range(pronoun.sent.start, pronoun.i)
            )
        )
