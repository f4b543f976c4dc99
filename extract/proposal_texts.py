"""Lists of terms, and sentences that go on with the terms of the one before."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import agents, children, grammatical_subjects
from extract.inflections import lemma
from extract.proposal_asides import MODALS
from extract.proposal_base import TermReader
from extract.proposal_drafts import (
    ProposalDraft,
    family,
    proposer_of,
    speaker_side,
)
from extract.proposal_gates import comes_of_itself
from extract.provisions import (
    Term,
    clause_term,
    trimmed,
)
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Span, Token


#: Marks of an item in a list.
ITEM: Final = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]|--|[-•*–—_+·●►▪■◦‣]|\(?[a-z]\)|\((?:i|ii|iii|iv|v|vi)\))\s+"
)
#: How many words a heading over a list may have.
HEADING: Final = 10
#: Verbs that tell in the present what a paper lays down.
LASTING: Final = frozenset(
    {"stay", "disappear", "rise", "fall", "remain", "get", "receive", "apply", "end"}
    | {"go", "increase", "drop", "become", "keep", "begin", "expire", "run", "cover"}
)
#: What a plan is divided into.
STAGES: Final = frozenset({"stage", "phase", "step", "part", "point", "leg", "pillar"})
#: Openings that go on with what the sentence before was about.
GOING_ON: Final = re.compile(
    r"(?:Among (?:the|them|these)|These (?:are|include|would)|They (?:can|must|will"
    r"|would"
    r"|are|include)|It (?:also )?(?:must|will|would|shall|provides|includes|calls|says)"
    r"|In (?:exchange|return|addition)|Nor |And )"
)


class TextReader(TermReader):
    """Read "three points: A, B and C" and what follows a term."""

    def listed(self, sent: Span) -> None:
        """Read "three issues: A, B and C"."""
        colon = next((t for t in sent if t.text == ":" and t.i > sent.start + 2), None)
        if colon is None or colon.i >= sent.end - 3:
            return
        before = [t for t in sent if t.i < colon.i and t.pos_ == "NOUN"]
        noun = self.announced(before, colon)
        if noun is not None:
            self.terms_behind(noun, self.noun_kind(noun), colon.i + 1, sent)
            return
        if not before or lemma(before[-1]) not in self.lexicon.lists:
            return
        if self.book.current is None:
            return
        text = self.doc[colon.i + 1 : sent.end]
        start = text.start
        for token in text:
            cut = token.text in {",", ";"} and topics_of(self.doc[start : token.i].text)
            if cut or token.i == sent.end - 1:
                end = token.i + (token.i == sent.end - 1)
                self.hold(
                    self.book.current, trimmed(self.doc, start, end, "list"), None
                )
                start = token.i + 1

    def announced(self, before: list[Token], colon: Token) -> Token | None:
        """Return the paper whose terms a colon announces.

        Nearest the colon, or counted ("three conditions for A: ..."), and no words
        of saying between.
        """
        for noun in reversed(before):
            if noun.i < colon.i - 12:
                return None
            kind = self.noun_kind(noun)
            among = noun.nbor(-2).lower_ == "among" if noun.i > 1 else False
            kind = "agreement" if kind == "part" and among else kind
            if kind not in {"proposal", "draft", "plan", "agreement", "demand"}:
                continue
            between = self.doc[noun.i + 1 : colon.i]
            if any(lemma(t) in {"say", "tell", "add", "ask", "warn"} for t in between):
                return None
            beside = noun.i < before[-1].i and noun.dep_ == "obj"
            staged = noun.i < before[-1].i and any(
                lemma(t) in STAGES for t in between if t.pos_ == "NOUN"
            )
            near = noun is before[-1] or staged or (
                beside and all(lemma(t) in {"table", "desk"} for t in before
                               if t.i > noun.i and not self.is_time(t))
            )  # fmt: skip
            if kind != "demand" and near:
                return noun
            if near or any(t.like_num for t in children(noun, "nummod")):
                return noun
        return None

    def terms_behind(self, noun: Token, kind: str, first: int, sent: Span) -> None:
        """Read "answered with a counterproposal: A, B and C"."""
        verb = sent.root
        draft = self.drafts.get(noun.i)
        if draft is None:
            side = proposer_of(noun, self.cast, self.statement(noun))
            who = [part for found in agents(verb) for part in self.cast.who(found)]
            if side is None and kind != "agreement":
                side = who[0] if who else None
            draft = self.book.open(side, kind)
            if not draft.held and not draft.mentions:
                draft.noun = noun.lower_
            self.drafts[noun.i] = draft
        term = trimmed(self.doc, first, self.before_cue(sent), "list")
        self.hold(draft, term, self.statement(noun))
        event = self.events.get(noun.idx) or self.events.get(verb.idx)
        if event is not None and draft.event is None:
            draft.event = event

    def heads_list(self, sent: Span) -> bool:
        """Read "What is in the deal?" over a list: the paper whose terms it holds."""
        words = [token for token in sent if token.is_alpha]
        if not words or len(words) > HEADING or sent.end >= len(self.doc):
            return False
        text = sent.text.rstrip()
        after = self.doc[sent.end : min(sent.end + 6, len(self.doc))]
        own_line = "\n" in sent.text[len(text) :] or after[0].is_space
        if text.endswith((".", "!", ",", ";")) or not own_line:
            return False
        if not ITEM.match(after.text.lstrip() + " "):
            return False
        for token in reversed(words):
            kind = self.noun_kind(token) if token.pos_ in {"NOUN", "PROPN"} else ""
            if kind in {"proposal", "draft", "plan", "agreement", "demand"}:
                draft = self.drafts.get(token.i)
                if draft is None or family(draft.kind) != family(kind):
                    side = proposer_of(token, self.cast, self.statement(token))
                    draft = self.book.open(side, kind)
                    if not draft.held and not draft.mentions:
                        draft.noun = token.lower_
                    self.drafts[token.i] = draft
                self.list_draft = draft
                return True
        return False

    def item(self, sent: Span, after_item: bool) -> bool:
        """Read an item of a list that the paragraph before announced.

        A paragraph without a mark goes on with the item right before it.
        """
        if self.list_draft is None:
            return False
        block = self.blocks.get(sent.start)
        marked = ITEM.match(sent.text) is not None and block is not None
        if not marked and block is None:
            start = max((i for i in self.blocks if i < sent.start), default=sent.start)
            opening = self.doc[start : sent.start].text
            if opening and ITEM.fullmatch(opening.strip() + " "):
                marked, block = True, self.blocks[start]
        root = sent.root
        modal = {c.lower_ for c in children(root, "aux")} & MODALS
        if not marked and not (modal and after_item and block is not None):
            return False
        first = sent.start
        found = ITEM.match(sent.text)
        if found:
            while (
                first < sent.end and self.doc[first].idx < sent.start_char + found.end()
            ):
                first += 1
        self.listing, self.after_item = 4, True
        term = trimmed(self.doc, first, sent.end, "list item")
        return self.hold(self.list_draft, term, None)

    def continued(self, sent: Span, draft: ProposalDraft, term: Term) -> bool:
        """Read a sentence that goes on with the terms of the one before."""
        clause = sent.root
        inner = children(clause, "ccomp")
        if (
            lemma(clause) in {"say", "add", "note", "explain", "state", "stress"}
            and inner
        ):
            clause = inner[0]
        subjects = grammatical_subjects(clause)
        if self.says_itself(clause, subjects) or self.is_remark(clause, subjects):
            return False
        statement, other = self.statement(clause), self.statement(self.doc[term.first])
        text = sent.text.strip()
        fragment = not any(t.pos_ in {"VERB", "AUX"} for t in sent)
        if not fragment and (statement is None) != (other is None):
            return False
        speakers = {found.speaker for found in (statement, other) if found is not None}
        if len(speakers) > 1:
            return False
        if fragment and re.match(
            r"(?:nor|and|or|as well as|plus)\b", text, re.IGNORECASE
        ):
            return self.hold(
                draft, trimmed(self.doc, sent.start, sent.end, "goes on"), statement
            )
        modal = {t.lower_ for t in sent if t.dep_ == "aux"} & {
            "must", "can", "shall", "should", "would",
        }  # fmt: skip
        opening = GOING_ON.match(text) is not None
        ruled = self.rules(sent, clause, draft, term)
        if not opening and not ruled and not (modal and self.chained(sent, draft)):
            return False
        if text.endswith("?") or (
            not ruled and (clause.tag_ == "VBD" or is_past(clause))
        ):
            return False
        found = clause_term(clause, "goes on")
        if ruled and found is not None:
            found = trimmed(self.doc, found.first, self.before_cue(sent), "goes on")
        return self.hold(draft, found, statement)

    def is_remark(self, clause: Token, subjects: list[Token]) -> bool:
        """True for what somebody does or thinks: "And she has accepted"."""
        if comes_of_itself(subjects):
            return True
        people = [self.cast.at(s) for s in subjects]
        if any(s.lower_ in {"he", "she"} for s in subjects) or any(
            e is not None and e.kind == "person" for e in people
        ):
            return True
        told = {c.lower_ for c in children(clause, "aux")}
        doing = clause.tag_ == "VBG" and not told & MODALS
        named = bool(children(clause, "cop")) and clause.pos_ in {"NOUN", "PRON"}
        return doing or (
            named
            and not told & MODALS
            and not any(token.like_num for token in clause.subtree)
        )

    def rules(
        self, sent: Span, clause: Token, draft: ProposalDraft, term: Term
    ) -> bool:
        """True for a sentence that tells what an agreement or a paper rules as fact.

        In the paragraph that tells its terms: what will be, is to be, or is from now
        on, with an issue or a number; not what somebody does or hopes.
        """
        if draft.kind not in {"agreement", "draft", "plan"}:
            return False
        if self.paragraph(clause)[0] != self.paragraph(self.doc[term.first])[0]:
            return False
        counted = any(token.like_num for token in sent)
        word = lemma(clause)
        if word in {"hope", "expect", "plan", "fear"}:
            return False
        if not counted and (word in self.lexicon.process or not topics_of(sent.text)):
            return False
        tense = {t.lower_ for t in children(clause, "aux", "aux:pass", "cop")}
        future = tense & {"will", "shall", "would", "must"} or self.due(clause)
        lasting = clause.tag_ in {"VBZ", "VBP"} and lemma(clause) in LASTING
        dropped = {"has", "have"} & tense and lemma(clause) in self.lexicon.omitted
        return bool(future or lasting or dropped)

    def chained(self, sent: Span, draft: ProposalDraft) -> bool:
        """True where a sentence takes up a noun of the terms before it."""
        before = {
            stem(token)
            for held in draft.held
            for token in self.doc[held.term.first : held.term.last]
            if token.pos_ == "NOUN"
        }
        return any(token.pos_ == "NOUN" and stem(token) in before for token in sent)

    def plainly(self, sent: Span) -> bool:
        """Read "The new pact is due to ...", whatever the tree makes of it."""
        words = [token for token in sent if not token.is_space]
        for place, token in enumerate(words[:8]):
            kind = self.noun_kind(token)
            pronoun = place == 0 and token.lower_ == "it" and self.last_held is not None
            if not kind and self.comes_into_force(token):
                kind = "agreement"
            if not pronoun and kind not in {"agreement", "plan", "draft", "proposal"}:
                continue
            before = {found.lower_ for found in words[:place]}
            if not pronoun and not before & {"the", "this", "new", "proposed"}:
                continue
            if before & {"current", "existing", "present", "old", "previous"}:
                return False
            after = [found.lower_ for found in words[place + 1 : place + 4]]
            due = {"due", "set"} & set(after) and "to" in after
            if not due and not set(after[:2]) & MODALS:
                continue
            verbs = [
                lemma(found)
                for found in words[place + 1 : place + 9]
                if found.pos_ == "VERB"
            ]
            if not verbs or self.is_outcome(verbs[0]):
                return False
            draft = self.book.current if pronoun else self.drafts.get(token.i)
            if draft is None:
                draft = self.book.open(None, kind or "agreement")
                if not draft.held:
                    draft.noun = token.lower_
            self.drafts[token.i] = draft
            term = trimmed(self.doc, words[0].i, self.before_cue(sent), "plain future")
            return self.hold(draft, term, self.statement(token))
        return False

    def comes_into_force(self, token: Token) -> bool:
        """True for what "will enter into force", whatever its name."""
        if token.pos_ not in {"NOUN", "PROPN"}:
            return False
        after = " ".join(found.lower_ for found in self.doc[token.i + 1 : token.i + 6])
        return (
            re.match(
                r"(?:will|would|shall) (?:enter|come|go) into (?:force|effect)", after
            )
            is not None
        )

    def whereby(self, sent: Span) -> bool:
        """Read "an arrangement, under which A", whatever the tree makes of it."""
        for token in sent:
            if token.lower_ not in {"which", "whereby"} or token.i - sent.start < 3:
                continue
            before = self.doc[max(sent.start, token.i - 4) : token.i]
            if token.lower_ == "which" and not {t.lower_ for t in before} & {
                "according", "under", "by",
            }:  # fmt: skip
                continue
            nouns = [t for t in before if self.noun_kind(t) not in {"", "part"}]
            if not nouns:
                continue
            end = self.before_cue(sent)
            for after in self.doc[token.i + 1 : end]:
                if after.text in {"\u201d", '"'}:
                    end = after.i
                    break
            statement = self.statement(token)
            draft = self.drafts.get(nouns[-1].i)
            if draft is None:
                side = (
                    speaker_side(self.cast, statement)
                    if statement is not None
                    else None
                )
                draft = self.book.open(side, "proposal")
                self.drafts[nouns[-1].i] = draft
            term = trimmed(self.doc, token.i + 1, end, "relative clause")
            return self.hold(draft, term, statement)
        return False


def is_past(clause: Token) -> bool:
    """True for "had moved": what was done before."""
    return clause.tag_ == "VBN" and any(
        c.lower_ == "had" for c in children(clause, "aux")
    )


def stem(token: Token) -> str:
    """Return the first letters of a noun, by which "guarantor" meets "guarantee"."""
    return lemma(token)[:7]
