"""What all readers of proposal terms share: the document, and what was read so far."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from extract.clauses import SUBJECTS, agents, children, grammatical_subjects
from extract.event_cast import Cast, Part
from extract.event_groups import collective
from extract.inflections import lemma
from extract.proposal_asides import ASIDE_NOTE, is_background, settles
from extract.proposal_drafts import (
    Book,
    Held,
    ProposalDraft,
    proposer_of,
    speaker_side,
)
from extract.proposal_gates import (
    LAWS,
    NO_PARTY,
    THINGS,
    WILLED,
    is_no_term,
    is_nobody,
    is_somebody,
)
from extract.proposal_lexicon import proposal_lexicon
from extract.proposal_paragraphs import before_cue, paragraph_of, sentence_before
from extract.provision_splits import split
from extract.provisions import Term
from extract.term_lexicon import term_lexicon
from extract.topics import topics_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from extract.records import EventMention, Statement, TimeExpression

#: Openings that leave a matter open: no term yet.
OPEN: Final = re.compile(r"(?:on |about )?(?:how|whether|where|why)\b", re.IGNORECASE)


#: Verbs that only report what somebody says.
TELLING: Final = frozenset(
    {"say", "add", "tell", "announce", "confirm", "note", "explain", "report", "state"}
    | {"disclose", "reveal", "declare"}
)
#: Words of what comes back each week or year.
OFTEN: Final = frozenset(
    {"every", "each", "regularly", "annually", "monthly", "weekly", "yearly", "daily"}
    | {"quarterly", "once", "twice", "thrice"}
)
#: Nouns of things that "suggest", "call for" and "offer" without being anybody.
NOBODY: Final = frozenset(
    {"test", "study", "evidence", "data", "figure", "poll", "survey", "result", "fact"}
    | {"event", "attack", "bombing", "development", "situation", "circumstance"}
    | {"trend", "price", "market", "crisis", "history", "experience", "move", "step"}
    | {"finding", "research", "sign", "weather", "estimate", "remark", "success"}
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
        #: Whether the article is about talks, ``None`` while unknown.
        self.talking: bool | None = None
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
        if draft.proposer is not None and is_nobody(draft.proposer):
            return False
        text = self.doc[term.first : term.last].text
        short = term.last - term.first < 3 and not topics_of(text)
        said = [t for t in self.doc[term.first : term.last] if not t.is_stop]
        told = any(c.isdigit() for c in text) or (self.talking and len(said) > 1)
        if len(text) < 4 or (short and not told):
            return False
        if OPEN.match(text):
            return False
        known = {
            (held.term.first, held.term.last)
            for other in self.book.drafts
            if other is not draft
            for held in other.held
        }
        for part in split(term, self.doc, listed=term.rule == "list"):
            if any(a <= part.first and part.last <= b for a, b in known):
                continue
            if not self.is_aside(part):
                draft.held.append(Held(part, statement=statement))
        if statement is not None and draft.statement is None:
            draft.statement = statement
        if draft.date is None and draft.event is None and statement is not None:
            draft.date = statement.date
        self.last_held = (draft, term)
        return True

    def is_aside(self, part: Term) -> bool:
        """True for a part of the words that is no term itself.

        A date, what somebody says of it ("residents say ...", "a step that he
        called ..."), or how a paper came about ("announced on Friday").
        """
        words = self.doc[part.first : part.last]
        alone = all(
            self.is_time(token) or token.is_punct or token.is_space or token.is_stop
            for token in words
        )
        alone = alone and part.rule != "a deadline"
        if alone or ASIDE_NOTE.match(words.text):
            return True
        root = words.root
        if settles(root):
            return True
        if is_background(words, part.rule) or is_no_term(words, self.noun_kind):
            return True
        if lemma(root) in {"say", "complain", "argue", "admit"}:
            return any(c.i >= part.first for c in children(root, *SUBJECTS))
        framed = part.rule in {"under a proposal", "in a paper"}
        return framed and words[0].tag_ == "VBN" and len(words) < 8

    def says_itself(self, clause: Token, subjects: list[Token]) -> bool:
        """True for "the company said it would": what who speaks does, and no rule."""
        if any(s.lower_ not in {"it", "they"} for s in subjects):
            return False
        cue = clause.head
        if clause.dep_ != "ccomp" or lemma(cue) not in TELLING:
            return False
        said = grammatical_subjects(cue)
        one = any(s.lower_ == "it" for s in subjects)
        if clause.i < cue.i and one and not self.of_body(said):
            return False
        return any(self.cast.who(s) for s in said) and not any(
            map(self.noun_kind, said)
        )

    def of_body(self, nouns: list[Token]) -> bool:
        """True for nouns that name a party or an organisation, which "it" may be."""
        kinds = {entity.kind for noun in nouns for entity in self.cast.all_at(noun)}
        return bool(kinds & {"party", "organization"})

    def versions(self, numbered: dict[int, str]) -> dict[int, str]:
        """Return the proposal id that each noun which speaks of one speaks of."""
        return {
            index: numbered[id(draft)]
            for index, draft in sorted(self.drafts.items())
            if id(draft) in numbered
        }

    def before(self, token: Token) -> Span | None:
        """Return the sentence before a token's, told in one go with it."""
        return sentence_before(token, self.blocks)

    def paragraph(self, token: Token) -> tuple[int, int]:
        """Return the first token and one past the last of a token's paragraph."""
        return paragraph_of(token, self.blocks)

    def spoken_of(self, token: Token) -> ProposalDraft | None:
        """Return the proposal that the sentence before a token's speaks of last."""
        previous = self.before(token)
        if previous is None:
            return None
        inside = [i for i in self.drafts if previous.start <= i < previous.end]
        if inside:
            return self.drafts[max(inside)]
        for found in reversed(list(previous)):
            kind = self.noun_kind(found) if found.pos_ in {"NOUN", "PROPN"} else ""
            if kind in {"", "part", "demand"} or found.dep_ in {"compound", "amod"}:
                continue
            if found.dep_ not in {
                *SUBJECTS,
                "obj",
                "obl",
                "nmod",
                "conj",
                "appos",
                "xcomp",
            }:
                continue
            words = {c.lower_ for c in children(found, "amod")}
            if words & {"current", "existing", "present", "expiring"}:
                return None
            side = proposer_of(found, self.cast, self.statement(found))
            draft = self.book.open(side, kind)
            self.drafts[found.i] = draft
            if not draft.held:
                draft.noun = found.lower_
            return draft
        return None

    def side_of(self, verb: Token) -> list[Part]:
        """Return who does what a verb tells: "they" are whoever acted just before."""
        nouns = [noun for noun in agents(verb) if lemma(noun) not in LAWS]
        itself = self.who_says(verb) if nouns and nouns[0].lower_ == "it" else []
        if itself:
            return itself
        who = [part for noun in nouns for part in self.cast.who(noun)]
        if who or not nouns:
            return [part for part in who if not is_nobody(part)]
        noun = nouns[0]
        if noun.lower_ in {"they", "it", "he", "she"}:
            previous = self.before(verb)
            if previous is None:
                return []
            root = previous.root
            acting = [p for found in agents(root) for p in self.cast.who(found)]
            own = self.own_names(verb)
            return [part for part in acting if not self.is_one_of(part, own)]
        if noun.lower_ in {"people", "many", "most", "some"}:
            return []
        if noun.pos_ in {"NOUN", "PROPN"} and lemma(noun) not in (
            self.lexicon.nouns.keys() | NOBODY | NO_PARTY | THINGS
        ):
            if lemma(verb) not in WILLED and not is_somebody(noun):
                return []
            return [Part(collective(noun), None, noun.idx)]
        return []

    def who_says(self, verb: Token) -> list[Part]:
        """Return X of "X says it will offer A", X being a body: "it" is X itself.

        Nobody where the words are quoted: there "it" may be another.
        """
        above = verb.head
        if verb.dep_ != "ccomp" or lemma(above) not in TELLING or above.i > verb.i:
            return []
        if self.own_names(verb):
            return []
        nouns = agents(above)[:1]
        if not self.of_body(nouns):
            return []
        return [part for noun in nouns for part in self.cast.strictly(noun)]

    def own_names(self, token: Token) -> frozenset[str]:
        """Return what who speaks the words around a token is called, with the side.

        Nobody where the words are not quoted: there "they" may be who speaks.
        """
        said = self.statement(token) or self.anybody(token)
        if said is None or said.kind == "indirect":
            return frozenset()
        side = speaker_side(self.cast, said)
        return frozenset({said.speaker or "", side.name if side is not None else ""})

    def is_one_of(self, part: Part, names: frozenset[str]) -> bool:
        """True for somebody of these names, or of a side so named."""
        entity = self.cast.entities.get(part.id or "")
        side = self.cast.entities.get((entity.affiliation if entity else None) or "")
        return part.name in names or (side is not None and side.name in names)

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
        if token.lower_ in {"statute", "statutes"} and not self.is_version(token):
            return ""  # a law that is in force
        entity = self.cast.at(token) if not kind else None
        if entity is not None and entity.kind == "organization":
            names = (entity.name, *entity.expansions)
            kinds = {
                self.lexicon.nouns.get(name.split()[-1].lower(), "") for name in names
            }
            return "agreement" if "agreement" in kinds else ""
        return kind

    def is_version(self, noun: Token) -> bool:
        """True for a noun that is told as a draft, a first one, a new one."""
        words = {c.lower_ for c in children(noun, "amod", "compound")}
        lexicon = self.lexicon
        return bool(words & (lexicon.old | lexicon.new | {"proposed", "draft"}))

    def subtree(self, token: Token) -> str:
        """Return the words under a token."""
        return str(self.doc[token.left_edge.i : token.right_edge.i + 1].text)

    def numbered(self, token: Token) -> bool:
        """True where a number stands under a token."""
        return any(found.pos_ == "NUM" for found in token.subtree)

    def is_time(self, token: Token) -> bool:
        """True where a phrase is a date."""
        return any(start <= token.idx < end for start, end in self.days)

    def lasts(self, verb: Token) -> bool:
        """True for "remain in force for three years" and "meet every month"."""
        word = lemma(verb)
        below = {t.lower_ for t in verb.subtree}
        if word in {"remain", "stay", "be", "come", "enter", "go", "take", "put"}:
            return bool(below & {"force", "effect"}) or "valid" in below
        if word in {"last", "run", "expire"}:
            return any(t.like_num or self.is_time(t) for t in verb.subtree)
        return word == "meet" and bool(below & OFTEN)

    def is_outcome(self, verb: str) -> bool:
        """True for a lemma of what becomes of a paper, or of what comes of it."""
        words = term_lexicon()
        return verb in self.lexicon.process or verb in words.effects - words.contents

    def due(self, verb: Token) -> bool:
        """True for "is due to", "is to", "needs to"."""
        if lemma(verb) in {"due", "set", "need", "have"}:
            return bool(children(verb, "xcomp", "advcl", "ccomp"))
        return any(
            lemma(c) == "be" and c.i < verb.i and verb.doc[c.i + 1].lower_ == "to"
            for c in children(verb, "aux", "aux:pass", "cop")
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

    def before_cue(self, sent: Span) -> int:
        """Return where a sentence ends without its ", officials said"."""
        return before_cue(sent)
