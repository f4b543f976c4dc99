"""Nouns that are a proposal, with the terms that stand in their phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import (
    SUBJECTS,
    agents,
    case_of,
    children,
    conjuncts,
    noun_phrases,
)
from extract.event_cast import Part
from extract.event_lexicon import event_lexicon
from extract.inflections import lemma
from extract.proposal_asides import MODALS
from extract.proposal_base import TermReader
from extract.proposal_drafts import (
    COMING_WITH,
    PUTTING,
    ProposalDraft,
    is_pointing,
    proposer_of,
    version_of,
)
from extract.proposal_figures import is_rate, lays_down
from extract.provisions import (
    Term,
    clause_term,
    members,
    term_of,
    trailing,
    trimmed,
)
from extract.records import Quoted
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from extract.records import Statement


#: What somebody plans to do and that is no plan for the talks.
TRAVELLING: Final = frozenset(
    {"travel", "visit", "meet", "speak", "explain", "talk", "attend", "address"}
    | {"brief", "discuss", "tour", "fly", "return", "leave", "arrive", "run"}
    | {"strike", "walk", "protest", "march", "rally", "vote"}
)
#: Verbs of handing a paper to somebody, who did not write it.
GIVING: Final = frozenset({"hand", "give", "send", "submit", "deliver", "present"})
#: Verbs of what somebody does with an offer or a plan of their own.
OWNING: Final = frozenset(
    {"outline", "launch", "begin", "issue", "release", "improve", "raise", "sweeten"}
    | {"revise", "extend", "renew", "soften", "draw", "mail", "announce", "increase"}
    | {"drop", "abandon", "withdraw", "scrap", "shelve", "lower", "bring", "lay"}
)
#: Verbs by which somebody was bound in a paper.
BINDS: Final = frozenset(
    {"agree", "accept", "undertake", "commit", "pledge", "promise", "get", "receive"}
    | {"gain", "win", "concede", "grant", "give", "keep", "retain", "have", "pay"}
)
#: What is done with somebody's offer.
ANSWERING: Final = frozenset(
    {"reject", "accept", "refuse", "spurn", "rebuff", "welcome", "dismiss", "decline"}
    | {"back", "endorse", "oppose", "study", "consider", "get", "receive", "veto"}
)
#: What a plan is built on is its main term.
FOUNDED: Final = frozenset({"build", "base", "centre", "center", "found"})


class NounReader(TermReader):
    """Read "X's demand for A" and "a plan to A"."""

    def noun(self, token: Token) -> None:
        """Read a noun that is a proposal, with the terms its phrase states."""
        kind = self.noun_kind(token)
        if not kind or kind == "part" or token.dep_ in {"compound", "amod"}:
            return
        if any(c.lower_ == "draft" for c in children(token, "compound", "amod")):
            kind = "draft"
        if kind == "plan" and any(c.lower_ == "no" for c in children(token, "det")):
            return
        statement = self.statement(token)
        giver = self.putter(token) if lemma(token.head) in GIVING else None
        proposer = giver or proposer_of(token, self.cast, statement)
        proposer = proposer or self.putter(token)
        version, words = version_of(token)
        pointed = any(c.lower_ == "the" for c in children(token, "det"))
        if proposer is None and version == "new" and pointed:
            proposer = self.renewed(kind)
        terms = self.contents(token, kind)
        if not terms and (kind == "agreement" or (proposer is None and not version)):
            if (
                is_pointing(token)
                and self.book.current is not None
                and (kind != "draft" or self.book.current.kind != "demand")
            ):
                self.drafts[token.i] = self.book.current
            elif (kind in {"draft", "plan", "proposal"} and self.speaks(token)) or (
                kind == "agreement" and self.is_coming(token)
            ):
                self.drafts[token.i] = self.book.open(None, kind)
                self.drafts[token.i].noun = token.lower_
            return
        known = {
            (held.term.first, held.term.last): other
            for other in self.book.drafts
            for held in other.held
        }
        told = [
            known[term.first, term.last]
            for term in terms
            if (term.first, term.last) in known
        ]
        if terms and len(told) == len(terms):
            self.drafts[token.i] = told[0]
            return
        draft = self.book.open(proposer, kind, version, words)
        self.drafts[token.i] = draft
        if not draft.held and not draft.mentions:
            draft.noun = token.lower_
            draft.kind = kind
            if kind == "draft" and token.lower_ not in {"draft", "drafts"}:
                draft.words = draft.words or "draft"
        first = token.left_edge.i
        while first < token.i and self.doc[first].pos_ in {"ADP", "PUNCT", "SPACE"}:
            first += 1
        if first >= token.i - 8:
            span = self.doc[first : token.i + 1]
            draft.mentions.append(
                Quoted(start=span.start_char, end=span.end_char, text=span.text)
            )
        self.bind(draft, token)
        for term in terms:
            self.hold(draft, term, statement)

    def renewed(self, kind: str) -> Part | None:
        """Return whose "the new offer" is: whoever's was told of just before."""
        current = self.book.current
        if current is None or current.kind in {"agreement", "demand"}:
            return None
        return current.proposer if kind != "agreement" else None

    def is_coming(self, noun: Token) -> bool:
        """True for an agreement whose terms are told as what will be."""
        words = {c.lower_ for c in children(noun, "amod", "det")}
        if words & {"current", "existing", "present", "old", "previous", "expiring"}:
            return False
        if noun.dep_ not in SUBJECTS or not words & {"the", "this", "new", "a"}:
            return False
        verb = noun.head
        modal = {c.lower_ for c in children(verb, "aux")} & MODALS
        inner = {lemma(c) for c in children(verb, "xcomp")} | {lemma(verb)}
        return bool(modal or self.due(verb)) and not inner & self.lexicon.process

    def speaks(self, noun: Token) -> bool:
        """True for a definite paper that says, includes or allows something."""
        if noun.dep_ not in SUBJECTS or noun.head.pos_ not in {"VERB", "AUX"}:
            return False
        definite = any(c.lower_ in {"the", "this"} for c in children(noun, "det"))
        return definite and lemma(noun.head) in self.lexicon.holds

    def putter(self, noun: Token) -> Part | None:
        """Return who puts a proposal: the subject of "offered a draft"."""
        verb = noun.head
        while verb.dep_ in {"conj", "nmod"} and verb.pos_ == "NOUN":
            verb = verb.head
        owned = self.noun_kind(noun) != "agreement" and lemma(verb) in OWNING | GIVING
        answered = lemma(verb) in COMING_WITH and case_of(noun) == "with"
        acted_on = noun.dep_ in {"obj", "conj", "nmod"}
        if not answered and not (acted_on and (owned or lemma(verb) in PUTTING)):
            return None
        who = [part for token in agents(verb) for part in self.cast.who(token)]
        return who[0] if who else None

    def author(self, noun: Token, statement: Statement | None) -> Part | None:
        """Return whose a paper is, by its phrase or by who puts it."""
        return proposer_of(noun, self.cast, statement) or self.putter(noun)

    def bind(self, draft: ProposalDraft, noun: Token) -> None:
        """Give a proposal the event of putting it, with its day and addressee."""
        verbs = [noun, noun.head, *children(noun, "acl", "acl:relcl")]
        verbs += [
            found for verb in verbs[2:] for found in children(verb, "ccomp", "xcomp")
        ]
        verbs += conjuncts(noun.head)
        for verb in verbs:
            event = self.events.get(verb.idx)
            if event is None or event.type != "proposal":
                continue
            if draft.event is None or (draft.event.begin is None and event.begin):
                draft.event = event
            for case, found in [*noun_phrases(noun), *self.phrases(verb)]:
                who = self.cast.who(found) if case == "to" else []
                if not who or who[0].id is None or draft.addressee is not None:
                    continue
                if draft.proposer is None or draft.proposer.name != who[0].name:
                    draft.addressee = who[0].name

    def phrases(self, verb: Token) -> list[tuple[str, Token]]:
        """Return a verb's prepositional phrases."""
        return [
            (case_of(child), child)
            for child in children(verb, "obl", "iobj", "obl:unmarked")
        ]

    def contents(self, noun: Token, kind: str) -> list[Term]:
        """Return the terms in a proposal noun's own phrase."""
        out: list[Term | None] = []
        near = [*children(noun, "nmod", "obl"), *self.behind(noun)]
        near += [
            c
            for by in near
            if case_of(by) in {"by", "from"}
            for c in children(by, "nmod")
            if case_of(c) == "for"
        ]
        own = {noun.i, *(c.i for c in near if case_of(c) in {"by", "from"})}
        for child in near:
            case = case_of(child)
            wanted = {"for", "of", "to"} if kind != "agreement" else set()
            if kind == "plan":
                wanted = {"for"}
            if child.head.i not in own or lemma(noun) in {"condition", "precondition"}:
                wanted = wanted & ({"for"} if child.head.i not in own else {"of"})
            if case not in wanted or (case in {"of", "to"} and self.cast.at(child)):
                continue
            if case == "of" and lemma(child) in event_lexicon().actors:
                continue
            if lemma(child) in self.lexicon.nouns or (case == "to" and kind == "bid"):
                continue
            if not topics_of(self.subtree(child)) and not self.numbered(child):
                continue
            for root in members(child):
                keep = self.price(noun, root)
                out.append(term_of(root, "noun of a proposal", keep=keep))
        if kind in {"proposal", "demand"}:
            out += self.figures(noun)
        hung = self.hung_on(noun) if kind in {"proposal", "demand"} else []
        for child in [*children(noun, "acl", "advcl"), *hung]:
            if child.tag_ == "VB" and kind != "agreement":
                if lemma(child) in {
                    "resolve",
                    "consider",
                    "end",
                    "discuss",
                } and (any(c.lower_ == "how" for c in child.children)):
                    continue
                if kind == "plan" and lemma(child) in TRAVELLING:
                    continue
                out += [
                    term_of(root, "infinitive of a proposal") for root in members(child)
                ]
            elif lemma(child) in {
                "aim",
                "call",
                "provide",
                "require",
                "propose",
                *FOUNDED,
            }:
                if kind == "demand":
                    continue
                below = children(child, "advcl", "obl", "xcomp", "obj", "ccomp")
                for found in below:
                    if (
                        case_of(found) not in {"at", "for", "on", "upon", "around", ""}
                        and found.tag_ != "VBG"
                    ):
                        continue
                    late = [
                        c for c in below if c.i > found.right_edge.i and c.dep_ == "obl"
                    ]
                    for root in members(found):
                        keep = late if found is below[0] else []
                        out.append(term_of(root, "participle of a proposal", keep=keep))
                    break
        for child in children(noun, "acl"):
            if child.tag_ == "VBG" and kind != "demand" and lays_down(child):
                out += [
                    term_of(root, "participle of a proposal") for root in members(child)
                ]
        for child in children(noun, "acl:relcl"):
            under = self.under_which(child)
            if under is not None:
                out.append(under)
        return [term for term in out if term is not None]

    def hung_on(self, noun: Token) -> list[Token]:
        """Return "to do A" of "rejected an offer from X to do A", hung on the verb."""
        if lemma(noun.head) not in ANSWERING:
            return []
        return [
            c
            for c in self.behind(noun)
            if c.dep_ == "advcl" and c.tag_ == "VB" and c.left_edge.lower_ == "to"
        ]

    def figures(self, noun: Token) -> list[Term | None]:
        """Return "4 percent" of "the offer, 4 percent," and of "made of 4 percent"."""
        near = children(noun, "appos")
        near += [
            c
            for verb in children(noun, "acl")
            for c in children(verb, "obl", "nmod")
            if case_of(c) == "of"
        ]
        return [
            term_of(root, "noun of a proposal")
            for child in near
            if child.i > noun.i and not self.is_time(child)
            for root in members(child)
            if is_rate(root)
        ]

    def behind(self, noun: Token) -> list[Token]:
        """Return what stands right behind a noun but hangs on its verb."""
        return [
            child
            for child in children(noun.head, "obl", "nmod", "advcl")
            if child.i != noun.i and child.left_edge.i == noun.right_edge.i + 1
        ]

    def price(self, noun: Token, root: Token) -> list[Token]:
        """Return "in exchange for B" where it follows on the noun or its verb."""
        return [
            child
            for child in (*trailing(noun.head, root), *children(noun, "nmod", "obl"))
            if child.i > root.i
            and re.match(r"in (?:exchange|return)", self.subtree(child))
        ]

    def is_history(self, verb: Token) -> bool:
        """True for "a scheme in which clerks opened accounts": what was done."""
        if verb.tag_ != "VBD" or children(verb, "aux", "aux:pass", "cop"):
            return False
        return lemma(verb) not in BINDS

    def is_deal(self, noun: Token) -> bool:
        """True for what two sides agreed on, of which the past tells what they did."""
        return self.noun_kind(noun) == "agreement"

    def under_which(self, verb: Token) -> Term | None:
        """Return the term in "an arrangement under which A"."""
        for child in verb.subtree:
            if child.lower_ == "which":
                before = {t.lower_ for t in self.doc[max(0, child.i - 2) : child.i]}
                if before & {"according", "under", "by", "in"}:
                    if self.is_history(verb) and not self.is_deal(verb.head):
                        return None
                    last = clause_term(verb, "relative clause")
                    end = last.last if last is not None else verb.right_edge.i + 1
                    return trimmed(self.doc, child.i + 1, end, "relative clause")
            if child.lower_ == "whereby":
                return clause_term(verb, "relative clause", without=[child.i])
        return None

    def framed(self, verb: Token) -> bool:
        """Read "Under the deal, A"."""
        for child in children(verb, "obl"):
            if case_of(child) not in {"under", "in"} or child.i > verb.i:
                continue
            kind = self.lexicon.nouns.get(lemma(child))
            if kind is None or kind in {"part", "demand"}:
                continue
            if case_of(child) == "in" and not is_pointing(child):
                continue
            words = {c.lower_ for c in children(child, "amod")}
            if words & {"current", "existing", "present", "expiring"}:
                continue
            proposer = proposer_of(child, self.cast, self.statement(verb))
            version, said = version_of(child)
            draft = self.book.open(proposer, kind, version, said)
            self.drafts[child.i] = draft
            term = clause_term(verb, "under a proposal", without=[child.i])
            if term is not None and verb.dep_ == "ROOT":
                end = self.before_cue(verb.sent)
                term = trimmed(self.doc, term.first, max(end, term.last), term.rule)
            return self.hold(draft, term, self.statement(verb))
        return False
