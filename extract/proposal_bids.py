"""Terms of bids for companies: price, stake, deadline, conditions and completion.

News of takeovers tells them in set phrases ("$40 a share, or $90 million", "extended
its offer until 5 p.m. on May 3", "conditional on approvals"), which trees of money
take apart. They are read from the words, in articles about a bid only.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    agents,
    case_of,
    children,
    grammatical_subjects,
    is_passive,
    patients,
)
from extract.inflections import lemma
from extract.modality import is_negated
from extract.proposal_drafts import ProposalDraft, proposer_of
from extract.proposal_prices import PriceReader
from extract.provisions import Term, clause_term, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

#: Words of takeovers; an article that holds three kinds of them is about one.
TAKEOVER: Final = frozenset(
    {"takeover", "tender", "acquire", "acquisition", "bid", "merger", "merge", "offer"}
    | {"shareholder", "stockholder", "stake", "share", "buyout", "suitor", "stock"}
)
#: What a bid is called, or its price.
BIDS: Final = frozenset(
    {"offer", "bid", "proposal", "tender", "acquisition", "purchase", "merger"}
    | {"transaction", "takeover", "buyout", "price", "deal", "sale"}
)
#: Verbs of bidding.
BUYING: Final = frozenset(
    {"acquire", "buy", "bid", "purchase", "offer", "pay", "receive", "tender"}
    | {"outbid", "merge", "sweeten"}
)
#: Verbs by which a holding grows.
GROWING: Final = frozenset({"bring", "boost", "raise", "increase", "lift", "double"})
#: Words of an intention to buy.
INTENDING: Final = frozenset(
    {"intend", "plan", "want", "seek", "bid", "offer", "agree", "propose", "wish"}
    | {"clearance", "permission", "approval", "right", "option", "intention", "hope"}
)
#: Words on what a price of the market is told with.
MARKET: Final = re.compile(
    r"\b(?:closed?|closing|trading|traded|fell|rose|up|down|jumped|climbed|slipped"
    r"|valued?|values|worth|estimated?)\b"
    r"[^.;]{0,60}$"
)
_MONEY: Final = (
    r"(?:(?:US|C|A|HK|NZ)?[$£€¥]\s?\d[\d,.]*(?:\s(?:million|billion))?"
    r"|\d[\d,.]*(?:\s(?:million|billion))?\s(?:[A-Z][a-z]+\s)?"
    r"(?:francs|pounds|marks|yen|euros|dollars|pence|kronor|lire|guilders|rupees))"
)
#: A price for a share, with its total.
PRICE: Final = re.compile(
    rf"{_MONEY}(?:\s\({_MONEY}\))?,?\s(?:a|per|each)\s?(?:share|unit)?(?<=share|.unit"
    rf"|.each)(?:\s(?:in cash|cash))?(?:,\sor\s(?:about\s)?{_MONEY},?)?"
    rf"|{_MONEY}-a-share\s(?:\w+\s)?(?:offer|bid|proposal)"
    rf"|{_MONEY}\s(?:apiece|each)"
)
#: Words that make something a condition of a bid.
CONDITIONAL: Final = frozenset({"conditional", "contingent", "subject", "dependent"})
CONDITIONED: Final = frozenset({"base", "condition", "depend", "hinge", "tie", "link"})


class BidReader(PriceReader):
    """Read "$40 a share", "until May 3", "conditional on approvals"."""

    #: Whether the article is about a bid for a company, ``None`` while unknown.
    bidding: bool | None = None

    def bids(self, sent: Span) -> None:
        """Read one sentence for the terms of a bid."""
        for token in sent:
            if self.talking and (
                token.lower_ in CONDITIONAL or lemma(token) in CONDITIONED
            ):
                self.conditional(token)
            if self.talking and token.lower_ == "bid":
                self.bid_of(token, sent)
        if self.bidding is None:
            self.bidding = about_bids(self.doc)
        if not self.bidding:
            return
        self.prices(sent)
        for token in sent:
            if token.pos_ in {"VERB", "AUX"}:
                self.holding(token)
                self.until(token)
                self.completed(token)

    def bid_of(self, token: Token, sent: Span) -> None:
        """Read "bid 285 million euros for 30 years", whatever the tree makes of it."""
        at = token.i + 1
        if at + 1 >= sent.end or not (
            self.doc[at].like_num or self.doc[at].text in "$\u20ac\u00a3\u00a5"
        ):
            return
        behind = (t.i for t in self.doc[at : sent.end] if t.text in {",", ";", "."})
        end = next((i for i in behind if not self.doc[i + 1 :][:1].text.isdigit()), at)
        term = trimmed(self.doc, at, min(end, self.before_cue(sent)), "a bid")
        if term is None:
            return
        known = [
            (draft, held)
            for draft in self.book.drafts
            for held in draft.held
            if term.first <= held.term.first and held.term.last <= term.last
        ]
        draft = known[0][0] if known else self.bid_draft(sent)
        for other, held in known:
            other.held.remove(held)
        if self.free(term):
            self.hold(draft, term, self.statement(token))

    def bid_draft(self, sent: Span) -> ProposalDraft:
        """Return the bid that a sentence speaks of."""
        nouns = [t for t in sent if t.pos_ == "NOUN" and lemma(t) in BIDS]
        for noun in nouns:
            if noun.i in self.drafts:
                return self.drafts[noun.i]
        for noun in nouns:
            side = proposer_of(noun, self.cast, self.statement(noun))
            side = side or self.putter(noun)
            if side is not None:
                return self.book.open(side, "proposal")
        verbs = [t for t in sent if lemma(t) in BUYING and t.pos_ == "VERB"]
        for verb in [*verbs, sent.root]:
            who = [p for t in agents(verb) for p in self.cast.who(t) if p.id]
            if who:
                return self.book.open(who[0], "proposal")
        current = self.book.current
        return current if current is not None else self.book.open(None, "proposal")

    def put_bid(self, sent: Span, term: Term | None) -> None:
        """Hold a term of the bid that a sentence speaks of."""
        if term is None or not self.free(term):
            return
        draft = self.bid_draft(sent)
        if not draft.held and not draft.mentions:
            draft.noun = "offer"
        self.hold(draft, term, self.statement(self.doc[term.first]))

    def prices(self, sent: Span) -> None:
        """Read "$40 a share, or $90 million"."""
        bid = any(lemma(t) in BIDS | BUYING for t in sent)
        near = self.before(sent.root)
        bid = bid or (near is not None and any(lemma(t) in BIDS for t in near))
        if not bid:
            return
        for found in PRICE.finditer(sent.text):
            if MARKET.search(sent.text[: found.start()]):
                continue
            start = sent.start_char + found.start()
            span = self.doc.char_span(
                start, sent.start_char + found.end(), alignment_mode="expand"
            )
            if span is not None:
                self.put_bid(sent, trimmed(self.doc, span.start, span.end, "a price"))

    def holding(self, verb: Token) -> None:
        """Read "to buy 20 % of X", "to bring its stake to 60 %"."""
        word = lemma(verb)
        above = verb.head
        meant = (
            lemma(above) in INTENDING
            or (word in GROWING and verb.dep_ in {"acl", "xcomp", "advcl"})
            or any(t.lower_ in {"will", "would"} for t in children(verb, "aux"))
        )
        if not meant or is_negated(verb) or is_passive(verb):
            return
        below = list(verb.subtree)
        stake = any(lemma(t) in {"stake", "share", "interest"} for t in below)
        part = any(t.text == "%" or lemma(t) == "percent" for t in below)
        if (word in GROWING and stake and part) or (
            word in {"buy", "acquire", "purchase"} and (stake or part)
        ):
            subjects = [c.i for c in children(verb, "nsubj")]
            term = clause_term(verb, "a stake", without=subjects)
            self.put_bid(verb.sent, term)

    def until(self, verb: Token) -> None:
        """Read "extended its offer until 5 p.m. on May 3"."""
        if lemma(verb) not in {"extend", "expire", "lapse", "remain", "keep", "close"}:
            return
        things = [*patients(verb), *grammatical_subjects(verb), *children(verb, "obj")]
        if not any(lemma(t) in BIDS for thing in things for t in [thing]):
            return
        for token in self.doc[verb.i + 1 : verb.sent.end]:
            if token.lower_ not in {
                *("until", "to", "till", "through", "on", "pending", "at", "in", "by"),
            }:
                continue
            after = self.doc[token.i + 1 : min(token.i + 8, verb.sent.end)]
            day = token.lower_ == "pending" or any(
                self.is_time(t) or t.lower_ in {"p.m.", "a.m."} for t in after[:4]
            )
            if not day:
                continue
            end = min(self.before_cue(verb.sent), verb.sent.end)
            for near in after:
                if near.text == ";" or near.tag_ in {"VBD", "VBZ", "MD"}:
                    end = near.i
                    break
            first = verb.i if is_passive(verb) or not children(verb, "obj") else token.i
            term = trimmed(self.doc, first, end, "a deadline")
            if term is not None and self.doc[first].lower_ == "to":
                term = Term(first, term.last, term.rule)
            self.put_bid(verb.sent, term)
            return

    def conditional(self, token: Token) -> None:
        """Read "both offers are conditional on A", "is based on several conditions"."""
        verbal = token.pos_ == "VERB"
        if verbal and not (is_passive(token) or lemma(token) in {"depend", "hinge"}):
            return
        if not verbal and not children(token, "cop"):
            return
        subjects = grammatical_subjects(token) or children(token, "nsubj:pass")
        paper = any(
            lemma(s) in BIDS or self.noun_kind(s) in {"proposal", "agreement", "plan"}
            for s in subjects
        )
        if not paper or is_negated(token):
            return
        upon = [
            c for c in children(token, "obl", "advcl") if case_of(c) in
            {"on", "upon", "to", "including"} or c.dep_ == "advcl"
        ]  # fmt: skip
        if not upon:
            return
        if lemma(token) == "base" and not any(
            lemma(c) in {"condition", "assumption"} for c in upon
        ):
            return
        term = trimmed(
            self.doc, token.i, self.before_cue(token.sent), "conditional on", None
        )
        if term is not None:
            draft = self.drafts.get(subjects[0].i) or self.bid_draft(token.sent)
            self.add(None, draft.kind, term, self.statement(token), draft)

    def completed(self, verb: Token) -> None:
        """Read "is scheduled for completion by May 3", "to be completed by May 3"."""
        word = lemma(verb)
        done = word in {"complete", "close", "consummate"} and is_passive(verb)
        below = {lemma(t) for t in verb.subtree}
        planned = word in {"schedule", "expect", "set"} and below & {
            "completion",
            "closing",
        }
        if not (done or planned):
            return
        if done and lemma(verb.head) not in {"expect", "schedule", "plan", "due"}:
            return
        if not any(self.is_time(t) for t in verb.subtree):
            return
        first = verb.left_edge.i if done else verb.i
        things = children(verb.head, "obj") if done else []
        first = min([first, *(t.left_edge.i for t in things if t.i > verb.head.i)])
        last = self.before_cue(verb.sent)
        self.put_bid(verb.sent, trimmed(self.doc, first, last, "completion"))


def about_bids(doc: Doc) -> bool:
    """True for an article about a bid for a company."""
    words = {lemma(token) for token in doc if token.is_alpha} & TAKEOVER
    core = {"takeover", "tender", "acquire", "acquisition", "merger", "buyout"}
    core |= {"stake", "shareholder", "suitor"}
    return len(words) >= 4 and bool(words & core) and bool(words & {"share", "stock"})
